package names

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
)

// spellings reads the people of testdata/spellings.tsv: for each the spellings, English, German,
// Norwegian and Turkish first.
func spellings(t testing.TB) [][]string {
	f, err := os.Open("testdata/spellings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var people [][]string
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		cells := strings.Split(in.Text(), "\t")
		for len(cells) < 4 {
			cells = append(cells, "")
		}
		for i := range cells {
			if cells[i] == "" {
				cells[i] = cells[0]
			}
		}
		people = append(people, cells)
	}
	return people
}

// TestSpellings measures how many pairs of spellings of one person meet, by Same and by the single key,
// and that no two people do.
func TestSpellings(t *testing.T) {
	people := spellings(t)
	var pairs, joined, keyed int
	for _, p := range people {
		for i, a := range p {
			for _, b := range p[i+1:] {
				if a == b {
					continue
				}
				pairs++
				if Same(a, b, Country) {
					joined++
				} else {
					t.Logf("not the same: %s, %s (%v %v)", a, b, WordKeys(a), WordKeys(b))
				}
				if Skeleton(a) == Skeleton(b) {
					keyed++
				} else if Same(a, b, Country) {
					t.Logf("two keys: %s %s, %s %s", a, Skeleton(a), b, Skeleton(b))
				}
			}
		}
	}
	type read struct {
		spelling, key string
		parts         []part
	}
	readings := make([][]read, len(people))
	for i, p := range people {
		slices.Sort(p)
		for _, s := range slices.Compact(p) {
			readings[i] = append(readings[i], read{s, Skeleton(s), new(reading).read(s)})
		}
	}
	var others, collisions, keyCollisions int
	for i, p := range readings {
		for _, q := range readings[i+1:] {
			for _, a := range p {
				for _, b := range q {
					others++
					if same(a.parts, b.parts, 0) {
						collisions++
						t.Errorf("one person: %s, %s", a.spelling, b.spelling)
					}
					if a.key == b.key {
						keyCollisions++
						t.Errorf("one key: %s, %s: %s", a.spelling, b.spelling, a.key)
					}
				}
			}
		}
	}
	t.Logf("%d pairs of spellings: Same joins %.1f %%, the key %.1f %%; %d pairs of two people: %d and %d collisions",
		pairs, 100*float64(joined)/float64(pairs), 100*float64(keyed)/float64(pairs), others, collisions, keyCollisions)
	if joined*100 < pairs*97 || keyed*100 < pairs*95 {
		t.Errorf("too few pairs of spellings meet: %d and %d of %d", joined, keyed, pairs)
	}
}

// TestOthers keeps people apart whose names are near each other.
func TestOthers(t *testing.T) {
	for _, p := range [][2]string{
		{"Li Qiang", "Li Keqiang"}, {"Li Qiang", "Lu Qiang"}, {"Wang Yi", "Wang Wei"}, {"Hu Chunhua", "He Chenhua"},
		{"Chen Wei", "Shen Wei"}, {"Sergey Lavrov", "Anton Lavrov"}, {"Vladimir Putin", "Vladimir Potanin"},
		{"George W. Bush", "Jeb Bush"}, {"Kim Jong-un", "Kim Jong-il"}, {"Kim Jong Un", "Kim Yo Jong"},
		{"Ilham Aliyev", "Heydar Aliyev"}, {"David Cameron", "James Cameron"}, {"David Miliband", "Ed Miliband"},
		{"Mikhail Mishustin", "Mikhail Mizintsev"}, {"Igor Sechin", "Igor Shuvalov"}, {"Lech Kaczyński", "Jarosław Kaczyński"},
		{"Serdar Berdimuhamedow", "Gurbanguly Berdimuhamedow"}, {"Viktor Zubkov", "Viktor Chernomyrdin"},
		{"Abdullah Gül", "Abdulla Aripov"}, {"Mehmet Muş", "Mehmet Şimşek"}, {"Jens Spahn", "Jens Stoltenberg"},
		{"Pham Minh Chinh", "Phan Van Giang"}, {"To Lam", "Tom Lantos"}, {"Han Zheng", "Han Duck-soo"},
		{"John Kerry", "Bob Kerrey"}, {"Gordon Brown", "Sherrod Brown"}, {"Marine Le Pen", "Jean-Marie Le Pen"},
		{"Sun Chunlan", "Sun Yat-sen"}, {"Zhang Gaoli", "Zhang Guoqing"}, {"Petr Pavel", "Petr Fiala"},
		{"Kamala Harris", "Kamal Kharazi"}, {"Anna Lindh", "Ann Linde"}, {"Kim Il-sung", "Kim Jong-il"},
	} {
		if Same(p[0], p[1], Country|Office) {
			t.Errorf("one person: %s, %s", p[0], p[1])
		}
	}
}

// TestWitness: few sounds need something else that agrees.
func TestWitness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		w    Witness
		want bool
	}{
		{"Xi Jinping", "Şi Cinping", 0, true},
		{"Şi", "Xi Jinping", 0, false},
		{"Şi", "Xi Jinping", Office, true},
		{"Xi", "Xi Jinping", 0, false},
		{"Xi", "Xi Jinping", Country, true},
		{"Mischustin", "Mikhail Mishustin", 0, true},
		{"Mishustin, Mikhail", "Michail Mischustin", 0, true},
		{"M. Mishustin", "Michail Mischustin", 0, true},
		{"A. Mishustin", "Michail Mischustin", Country, false},
		{"Ishiba Shigeru", "Shigeru Ishiba", 0, true},
		{"Li Wei", "Li Wei", 0, true},
		{"Li Wei", "Lee Way", 0, false},
		{"", "Xi", Country, false},
	} {
		if got := Same(c.a, c.b, c.w); got != c.want {
			t.Errorf("Same(%q, %q, %d) = %v", c.a, c.b, c.w, got)
		}
	}
}

func TestSkeletonOrder(t *testing.T) {
	want := Skeleton("Mikhail Mishustin")
	for _, s := range []string{"Mishustin, Mikhail", "Mishustin Mikhail", "MIKHAIL MISHUSTIN", " Mikhail  Mishustin"} {
		if got := Skeleton(s); got != want {
			t.Errorf("Skeleton(%q) = %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"", " ", "-", "'", "al-", "习近平", "W.", "\x80\xff"} {
		if k := Skeleton(s); strings.Contains(k, "--") {
			t.Errorf("Skeleton(%q) = %q", s, k)
		}
	}
}

func TestCanonical(t *testing.T) {
	for _, c := range [][3]string{
		{"Sergej Donskoj", "nb", "Sergey Donskoy"}, {"Jurij Usjakov", "nb", "Yuri Ushakov"},
		{"Roman Golovtsjenko", "nb", "Roman Golovchenko"}, {"Valentina Matvijenko", "nb", "Valentina Matviyenko"},
		{"Sergej Sjojgu", "nb", "Sergey Shoigu"}, {"Igor Sjuvalov", "nb", "Igor Shuvalov"},
		{"Dmitrij Kobylkin", "nb", "Dmitry Kobylkin"}, {"Andrej Tsjibis", "nb", "Andrey Chibis"},
		{"Tatjana Golikowa", "de", "Tatyana Golikova"}, {"Maxim Akimow", "de", "Maxim Akimov"},
		{"Anton Siluanow", "de", "Anton Siluanov"}, {"Maria Sacharowa", "de", "Maria Zakharova"},
		{"Dmitri Rogosin", "de", "Dmitry Rogozin"}, {"Wjatscheslaw Wolodin", "de", "Vyacheslav Volodin"},
		{"Wladimir Wladimirowitsch Putin", "de", "Vladimir Vladimirovich Putin"}, {"Viktor Subkow", "de", "Viktor Zubkov"},
		{"Bojko Borissow", "de", "Boyko Borisov"}, {"Nikol Paschinjan", "de", "Nikol Pashinyan"},
		{"Micheil Saakaschwili", "de", "Mikheil Saakashvili"}, {"Michail Gorbatschow", "de", "Mikhail Gorbachev"},
		{"Nikita Chruschtschow", "de", "Nikita Khrushchev"}, {"Alexej Kudrin", "de", "Alexey Kudrin"},
		{"Hikmet Hadschijew", "de", "Hikmet Hajiyev"}, {"Walerij Gerassimow", "de", "Valery Gerasimov"},
		{"Aleksey Yerhov", "tr", "Alexey Yerkhov"}, {"Dmitriy Çernişenko", "tr", "Dmitry Chernyshenko"},
		{"Mikayıl Cabbarov", "tr", "Mikayil Jabbarov"}, {"Sahibe Gafarova", "tr", "Sahiba Gafarova"},
		{"Hikmet Hacıyev", "tr", "Hikmet Hajiyev"}, {"Mihail Mişustin", "tr", "Mikhail Mishustin"},
		{"Nikolay Patruşev", "tr", "Nikolai Patrushev"}, {"Dmitriy Peskov", "tr", "Dmitry Peskov"},
		{"Sergei Donskoi", "en", "Sergey Donskoy"}, {"Aleksandr Bortnikov", "en", "Alexander Bortnikov"},
	} {
		if got := Canonical(c[0], c[1]); got != c[2] {
			t.Errorf("Canonical(%q, %s) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestCanonicalLeaves: names that are no transcription stand as they are.
func TestCanonicalLeaves(t *testing.T) {
	for lang, names := range map[string]string{
		"de": "Olaf Scholz|Jens Spahn|Andrea von Bülow|Hans-Jürgen Treptow|Alexander Dobrindt|Boris Pistorius|Viktor Klima|Xi Jinping|" +
			"Aleksandar Vučić|Donald Tusk|Mateusz Morawiecki|Radosław Sikorski|Robert Lewandowski|Ursula von der Leyen|Karl Lauterbach|" +
			"Andrea Nahles|Rudolf Virchow|Jan Sjøberg|Taro Aso|Yoon Suk Yeol|Pham Minh Chinh|Tatjana Maria|Katja Kipping|Anna Wintour|" +
			"Claudia Roth|Justin Trudeau|Roman Herzog|Alexander Gauland|Volodymyr|Helmut Schmidt|Winston Churchill|Andrew Barlow|Oleg Wünsch|Sunak|Kemal Kılıçdaroğlu",
		"nb": "Jens Stoltenberg|Jan Sjøberg|Øyvind Nordsletten|Ola Borten Moe|Erna Solberg|Mette Frederiksen|Maria Mena|Anton Sjøli|Marit Bjørgen|" +
			"Kjell Magne Bondevik|Aleksander Aamodt Kilde|Viktor Axelsen|Roman Polanski|Sonexay Siphandone|Irina Skjelbred|Andrzej Duda|Ivan Kjeldsen",
		"tr": "Mehmet Muş|Cevdet Yılmaz|Şamil Ayrım|Tahir Büyükakın|Rıza Tuna Turagay|Hikmet Çetin|Ali Babacan|Murat Kurum|Elif Şafak|Can Dündar|" +
			"Ömer Bolat|Li Qiang|Emmanuel Macron|Kemal Alev|Zafer Türkev|Boris Johnson|Roman Abramoviç Değil|Olaf Scholz|Enver İbrahim|Ceyhun Atıf Kansu",
		"en": "David Cameron|Gordon Brown|Alexander Haig|Vincent Bagiire Waiswa|Alexandria Ocasio-Cortez|Roman Sikorski|Maria Sharapova|Anna Wintour|Michael Jordan|Michael Bloomberg",
		"vi": "Phạm Minh Chính|Sergej Donskoj", "": "Sergej Lawrow", "sounds": "Sergej Lawrow",
	} {
		for _, n := range strings.Split(names, "|") {
			if got := Canonical(n, lang); got != n {
				t.Errorf("Canonical(%q, %s) = %q", n, lang, got)
			}
		}
	}
}

// TestCanonicalMeasure measures how often the rules alone give the English name, on the German, Norwegian
// and Turkish spellings of the people whose English surname has the shape of a transcription.
func TestCanonicalMeasure(t *testing.T) {
	en := transcription("en")
	var tried, exact, keyed int
	for _, p := range spellings(t) {
		words := strings.Fields(p[0])
		surname := soundLetters(nil, words[len(words)-1])
		if en.foreign(p[0]) || !en.shows("likely", surname) && !en.shows("sure", surname) {
			continue
		}
		for i, lang := range []string{"de", "nb", "tr"} {
			got, want := Canonical(p[i+1], lang), Canonical(p[0], "en")
			tried++
			if got == want {
				exact++
			} else {
				t.Logf("%s %s: %s, want %s", lang, p[i+1], got, want)
			}
			if Skeleton(got) == Skeleton(want) {
				keyed++
			}
		}
	}
	t.Logf("%d transcriptions: %.1f %% as in English, %.1f %% of its key", tried, 100*float64(exact)/float64(tried), 100*float64(keyed)/float64(tried))
	if exact*100 < tried*70 || keyed*100 < tried*90 {
		t.Errorf("too few: %d and %d of %d", exact, keyed, tried)
	}
}

func BenchmarkSkeleton(b *testing.B) {
	for b.Loop() {
		Skeleton("Dmitrij Tsjernysjenko")
	}
}

func BenchmarkSame(b *testing.B) {
	for b.Loop() {
		Same("Dmitrij Tsjernysjenko", "Dmitri Tschernyschenko", 0)
	}
}

func BenchmarkCanonical(b *testing.B) {
	for b.Loop() {
		Canonical("Dmitrij Tsjernysjenko", "nb")
	}
}
