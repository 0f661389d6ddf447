package gazetteer

import (
	"math"
	"strings"
	"testing"
)

func find(name, lang string) []CityRef { return Cities(nil, Fold(nil, name), lang) }

// The first city found under a name, as "Name, Region, Country".
func best(name, lang string) string {
	refs := find(name, lang)
	if len(refs) == 0 {
		return ""
	}
	c := refs[0].City()
	return c.Name + ", " + c.Admin + ", " + c.Country
}

func TestCityNames(t *testing.T) {
	for _, c := range []struct{ want, names string }{
		{"Beijing, Beijing, CN", "en:Beijing de:Peking nb:Peking nb:Beijing tr:Pekin"},
		{"Shanghai, Shanghai, CN", "en:Shanghai de:Schanghai nb:Shanghai nb:Sjanghai tr:Şanghay"},
		{"Hangzhou, Zhejiang, CN", "en:Hangzhou de:Hangzhou nb:Hangzhou tr:Hangzhou"},
		{"Ningbo, Zhejiang, CN", "en:Ningbo tr:Ningbo"},
		{"Manzhouli, Inner Mongolia, CN", "en:Manzhouli nb:Manzhouli"},
		{"Heihe, Heilongjiang, CN", "en:Heihe de:Heihe"},
		{"Sanya, Hainan, CN", "en:Sanya"},
		{"Xi'an, Shaanxi, CN", "en:Xi'an en:Xi’an en:Xian"},
		{"Moscow, Moscow, RU", "en:Moscow de:Moskau nb:Moskva tr:Moskova"},
		{"Saint Petersburg, Saint Petersburg, RU", "en:St.~Petersburg en:Saint~Petersburg de:Sankt~Petersburg de:St.~Petersburg nb:St.~Petersburg tr:St.~Petersburg tr:Petersburg"},
		{"Kazan, Tatarstan, RU", "en:Kazan de:Kasan nb:Kazan tr:Kazan"},
		{"Nizhny Novgorod, Nizhny Novgorod Oblast, RU", "en:Nizhny~Novgorod de:Nischni~Nowgorod nb:Nizjnij~Novgorod tr:Nijniy~Novgorod"},
		{"Chelyabinsk, Chelyabinsk Oblast, RU", "en:Chelyabinsk de:Tscheljabinsk nb:Tsjeljabinsk tr:Çelyabinsk"},
		{"Blagoveshchensk, Amur Oblast, RU", "en:Blagoveshchensk de:Blagoweschtschensk nb:Blagovesjtsjensk tr:Blagoveşçensk"},
		{"Nikel, Murmansk Oblast, RU", "nb:Nikel en:Nikel"},
		{"Kyiv, Kyiv, UA", "en:Kyiv en:Kiev de:Kiew nb:Kyiv nb:Kiev tr:Kiev"},
		{"Kharkiv, Kharkiv Oblast, UA", "en:Kharkiv en:Kharkov de:Charkiw nb:Kharkiv tr:Harkiv"},
		{"Odesa, Odesa Oblast, UA", "en:Odesa en:Odessa de:Odessa"},
		{"Vientiane, Vientiane, LA", "en:Vientiane de:Vientiane tr:Vientiane"},
		{"Hanoi, Hanoi, VN", "en:Hanoi en:Hà~Nội tr:Hanoi"},
		{"Vinh, Nghe An, VN", "en:Vinh"},
		{"Ho Chi Minh City, Ho Chi Minh City, VN", "en:Ho~Chi~Minh~City de:Ho-Chi-Minh-Stadt nb:Ho~Chi~Minh-byen tr:Ho~Şi~Min"},
		{"Cebu City, Central Visayas, PH", "en:Cebu~City en:Cebu"},
		{"Astana, Astana, KZ", "en:Astana de:Astana tr:Astana en:Nur-Sultan"},
		{"Bishkek, Bishkek, KG", "en:Bishkek de:Bischkek nb:Bisjkek tr:Bişkek"},
		{"Tashkent, Tashkent, UZ", "en:Tashkent de:Taschkent nb:Tasjkent tr:Taşkent"},
		{"Baku, Baku, AZ", "en:Baku de:Baku tr:Bakü"},
		{"Gabala, Gabala, AZ", "en:Gabala tr:Gebele tr:Gabala"},
		{"Nakhchivan, Nakhchivan, AZ", "en:Nakhchivan de:Nachitschewan tr:Nahçıvan"},
		{"Tbilisi, Tbilisi, GE", "en:Tbilisi de:Tiflis nb:Tbilisi tr:Tiflis"},
		{"Yerevan, Yerevan, AM", "en:Yerevan de:Eriwan nb:Jerevan tr:Erivan"},
		{"Istanbul, Istanbul, TR", "en:Istanbul tr:İstanbul tr:İSTANBUL de:Istanbul"},
		{"Diyarbakır, Diyarbakır, TR", "tr:Diyarbakır en:Diyarbakir"},
		{"Kartepe, Kocaeli, TR", "tr:Kartepe"},
		{"Jerusalem, Jerusalem, IL", "en:Jerusalem nb:Jerusalem tr:Kudüs"},
		{"Damascus, Damascus, SY", "de:Damaskus nb:Damaskus tr:Şam"},
		{"Mecca, Mecca, SA", "de:Mekka tr:Mekke en:Mecca"},
		{"Nairobi, Nairobi, KE", "en:Nairobi"},
		{"Naivasha, Nakuru, KE", "en:Naivasha"},
		{"Entebbe, Central Region, UG", "en:Entebbe"},
		{"Cairo, Cairo, EG", "en:Cairo de:Kairo nb:Kairo tr:Kahire"},
		{"Cape Town, Western Cape, ZA", "en:Cape~Town de:Kapstadt"},
		{"Washington, District of Columbia, US", "en:Washington en:Washington~D.C. de:Washington tr:Vaşington"},
		{"New York, New York, US", "en:New~York en:New~York~City de:New~York tr:New~York"},
		{"Brasília, Federal District, BR", "en:Brasília de:Brasilia nb:Brasilia tr:Brasilia"},
		{"Mexico City, Mexico City, MX", "en:Mexico~City de:Mexiko-Stadt nb:Mexico~by tr:Meksiko~kenti"},
		{"Frankfurt, Hesse, DE", "en:Frankfurt de:Frankfurt de:Frankfurt~am~Main tr:Frankfurt"},
		{"Frankfurt (Oder), Brandenburg, DE", "de:Frankfurt~(Oder) de:Frankfurt~an~der~Oder"},
		{"Cologne, North Rhine-Westphalia, DE", "en:Cologne de:Köln nb:Köln tr:Köln de:Koeln"},
		{"Munich, Bavaria, DE", "en:Munich de:München nb:München tr:Münih"},
		{"Halle, Saxony-Anhalt, DE", "de:Halle de:Halle~(Saale) en:Halle nb:Halle tr:Halle"},
		{"Sarajevo, Federation of Bosnia and Herzegovina, BA", "en:Sarajevo de:Sarajewo nb:Sarajevo tr:Saraybosna"},
		{"Ljubljana, Ljubljana, SI", "en:Ljubljana de:Laibach de:Ljubljana nb:Ljubljana tr:Lübliyana"},
		{"Ostrava, Moravian-Silesian Region, CZ", "en:Ostrava de:Ostrau de:Mährisch-Ostrau nb:Ostrava"},
		{"Gdańsk, Pomeranian Voivodeship, PL", "en:Gdansk en:Danzig de:Danzig nb:Gdansk tr:Gdansk"},
		{"Cartagena, Bolívar, CO", "en:Cartagena de:Kartagena nb:Cartagena tr:Kartagena"},
		{"Mekelle, Tigray, ET", "en:Mekelle de:Mekelle nb:Mekele tr:Mekelle"},
		{"Deir ez-Zor, Deir ez-Zor, SY", "en:Deir~ez-Zor tr:Deyrizor"},
		{"Bad Ischl, Upper Austria, AT", "de:Bad~Ischl en:Bad~Ischl"},
		{"Görlitz, Saxony, DE", "de:Görlitz en:Goerlitz"},
		{"Vienna, Vienna, AT", "en:Vienna de:Wien nb:Wien tr:Viyana"},
		{"Geneva, Geneva, CH", "en:Geneva de:Genf nb:Genève tr:Cenevre"},
		{"Davos, Graubünden, CH", "en:Davos de:Davos nb:Davos tr:Davos"},
		{"The Hague, South Holland, NL", "en:The~Hague de:Den~Haag nb:Haag tr:Lahey"},
		{"Brussels, Brussels, BE", "en:Brussels de:Brüssel nb:Brussel tr:Brüksel"},
		{"Gothenburg, Västra Götaland, SE", "en:Gothenburg de:Göteborg nb:Göteborg tr:Göteborg"},
		{"Kirkenes, Finnmark, NO", "nb:Kirkenes en:Kirkenes"},
		{"Tromsø, Troms, NO", "nb:Tromsø en:Tromso en:Tromsoe"},
		{"Copenhagen, Capital Region of Denmark, DK", "en:Copenhagen de:Kopenhagen nb:København tr:Kopenhag"},
		{"Athens, Attica, GR", "en:Athens de:Athen nb:Athen nb:Aten tr:Atina"},
		{"Rome, Lazio, IT", "en:Rome de:Rom nb:Roma tr:Roma"},
		{"Nice, Provence-Alpes-Côte d'Azur, FR", "en:Nice de:Nizza nb:Nice"},
	} {
		for _, name := range strings.Fields(c.names) {
			lang, name, _ := strings.Cut(name, ":")
			name = strings.ReplaceAll(name, "~", " ")
			if got := best(name, lang); got != c.want {
				t.Errorf("%s %q is %q, want %q", lang, name, got, c.want)
			}
		}
	}
}

// A name belongs to a language: those of others are not found in a text.
func TestForeignNamesAreNotFound(t *testing.T) {
	for _, c := range []struct{ lang, name, not string }{
		{"tr", "Kopenhagen", "DK"}, {"en", "Lahey", "NL"}, {"de", "Pekin", "CN"}, {"nb", "Wilna", "LT"},
		{"de", "Viyana", "AT"}, {"tr", "Rom", "IT"}, {"nb", "Rom", "IT"}, {"en", "Rom", "IT"},
		{"en", "Halep", "SY"}, {"de", "Kudüs", "IL"}, {"en", "Şam", "SY"}, {"de", "Cologne", "DE"},
	} {
		for _, r := range find(c.name, c.lang) {
			if city := r.City(); city.Country == c.not {
				t.Errorf("%s %q is found as %s", c.lang, c.name, city.Name)
			}
		}
	}
}

// Words that are no city, and countries: nothing must be found under them.
func TestNoCity(t *testing.T) {
	for _, name := range []string{"Leningrad", "Stalingrad", "Danube", "Brezilya", "Meksiko", "Almanya", "Kuwait", "Guatemala", "Der", "The"} {
		for _, lang := range []string{"en", "de", "nb"} {
			for _, r := range find(name, lang) {
				if c := r.City(); c.Population > 50_000 {
					t.Errorf("%s %q is found as %s, %s (%d)", lang, name, c.Name, c.Country, c.Population)
				}
			}
		}
	}
}

// Small places with the names of words carry what is needed to refuse them.
func TestWordsCarryTheirWeight(t *testing.T) {
	for _, c := range []struct {
		name, country   string
		atLeast, atMost int
	}{
		{"Of", "TR", 1_000, 60_000}, {"Bar", "ME", 1_000, 60_000}, {"Best", "NL", 1_000, 60_000},
		{"Most", "CZ", 10_000, 100_000}, {"Nice", "FR", 300_000, 400_000}, {"Batman", "TR", 200_000, 600_000},
	} {
		refs := find(c.name, "en")
		if len(refs) == 0 {
			t.Errorf("%q is not found", c.name)
			continue
		}
		if got := refs[0].City(); got.Country != c.country || got.Population < c.atLeast || got.Population > c.atMost {
			t.Errorf("%q is %+v", c.name, got)
		}
	}
}

func TestHomonymsBestFirst(t *testing.T) {
	for _, c := range []struct{ name, countries string }{
		{"Valencia", "VE ES"}, {"Santiago", "CL DO"}, {"Kingston", "JM CA"}, {"Tripoli", "LY LB"}, {"Vienna", "AT US"},
		{"Birmingham", "GB US"}, {"Cambridge", "GB"}, {"Moscow", "RU US"},
	} {
		refs := find(c.name, "en")
		for i, want := range strings.Fields(c.countries) {
			if i >= len(refs) || refs[i].City().Country != want {
				t.Errorf("%q: city %d is not in %s", c.name, i, want)
			}
		}
	}
}

func TestCityFields(t *testing.T) {
	refs := find("Hangzhou", "tr")
	if len(refs) != 1 {
		t.Fatalf("%d cities", len(refs))
	}
	c := refs[0].City()
	if c.ID != 1808926 || c.Capital || !c.Seat || c.Section || c.Population < 5_000_000 {
		t.Errorf("%+v", c)
	}
	if math.Abs(c.Lat-30.29) > 0.1 || math.Abs(c.Lon-120.16) > 0.1 {
		t.Errorf("Hangzhou at %v, %v", c.Lat, c.Lon)
	}
	if !refs[0].Main() || refs[0].Alias() {
		t.Error("Hangzhou is not the main name")
	}
	if d, b := find("Davos", "en")[0].City(), find("Belp", "de")[0].City(); !d.Known || b.Known {
		t.Errorf("known: Davos %v, Belp %v", d.Known, b.Known)
	}
	if s := find("Buenos Aires", "en")[0].City(); s.Lat >= 0 || s.Lon >= 0 || !s.Capital {
		t.Errorf("%+v", s)
	}
}

// Every city and every key of the table is sound.
func TestTable(t *testing.T) {
	tab := &cities
	n := len(tab.places) / placeSize
	if n < 50_000 || len(citiesData) > 6<<20 {
		t.Errorf("%d places in %d bytes", n, len(citiesData))
	}
	ids := map[uint32]string{}
	for i := range n {
		c := CityRef{place: uint32(i)}.City()
		if c.Name == "" || len(c.Country) != 2 || math.Abs(c.Lat) > 90 || math.Abs(c.Lon) > 180 {
			t.Errorf("place %d: %+v", i, c)
		}
		if other, twice := ids[c.ID]; twice && c.ID != 0 {
			t.Errorf("id %d is %s and %s", c.ID, other, c.Name)
		}
		ids[c.ID] = c.Name
		found := false
		for _, r := range find(c.Name, "en") {
			found = found || r.place == uint32(i)
		}
		if !found && c.Population > 15_000 {
			t.Errorf("%s (%d) is not found under its name", c.Name, c.ID)
		}
	}
	for entries := tab.keys; entries != ""; {
		length, count := int(entries[0]), int(entries[1+int(entries[0])])
		key := entries[1 : 1+length]
		entries = entries[2+length+4*count:]
		if folded := string(Fold(nil, key)); folded != key {
			t.Errorf("key %q folds to %q", key, folded)
		}
		first, _, _ := strings.Cut(key, " ")
		if words := 1 + strings.Count(key, " "); Starts(Hash([]byte(first))) < min(words, 15) {
			t.Errorf("Starts lets %q not through", key)
		}
	}
}

func TestStartsRefusesWords(t *testing.T) {
	for _, word := range []string{"government", "ministerpräsident", "prosent", "zwischen", "başkanlığı", ""} {
		if n := Starts(Hash(Fold(nil, word))); n != 0 {
			t.Errorf("%q begins a name of %d words", word, n)
		}
	}
}

// Looking up must not allocate: it runs for each capitalised word.
func TestLookUpsDoNotAllocate(t *testing.T) {
	key, dst := make([]byte, 0, 64), make([]CityRef, 0, 256)
	population := 0
	allocations := testing.AllocsPerRun(100, func() {
		key = Fold(key[:0], "Sankt-Petersburg")
		if Starts(Hash(key)) == 0 {
			dst = Cities(dst[:0], key, "de")
		}
		for _, r := range dst {
			population += r.City().Population
		}
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
	if population == 0 {
		t.Error("nothing was found")
	}
}

func BenchmarkStarts(b *testing.B) {
	words := [][]byte{[]byte("government"), []byte("beijing"), []byte("minister"), []byte("new"), []byte("president"), []byte("monday")}
	for i := 0; b.Loop(); i++ {
		Starts(Hash(words[i%len(words)]))
	}
}

func BenchmarkCities(b *testing.B) {
	words := []string{"Beijing", "Sankt Petersburg", "Hangzhou", "Kuala Lumpur", "Göteborg", "San José"}
	key, dst := make([]byte, 0, 64), make([]CityRef, 0, 256)
	for i := 0; b.Loop(); i++ {
		key = Fold(key[:0], words[i%len(words)])
		dst = Cities(dst[:0], key, "de")
	}
}
