package extract

import (
	"strings"
	"testing"

	"extract/model"
)

// citiesOf gives the cities of a text as "Name CC", in order.
func citiesOf(lang, text string) string {
	var found []string
	for _, r := range testEngine().Extract(Document{Name: "test", Lang: lang, Date: "2025-11-05", Text: text}).Records {
		if c, ok := r.(*model.City); ok {
			found = append(found, c.Value+" "+c.Country)
		}
	}
	return strings.Join(found, ", ")
}

func TestCities(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Talks were held in Hangzhou and Ningbo on Sunday.", "Hangzhou CN, Ningbo CN"},
		{"en", "The Fund said in Washington that the UK would grow slowly.", "Washington US"},
		{"en", "The envoys met in Kazan, Russia, before flying to Minsk.", "Kazan RU, Minsk BY"},
		{"en", "Ministers from Kenya and Uganda met in the Kenyan town of Naivasha.", "Naivasha KE"},
		{"en", "He lives in Valencia, Spain.", "Valencia ES"},
		{"en", "Trade between Beijing, Moscow and Minsk is growing.", "Beijing CN, Moscow RU, Minsk BY"},
		{"en", "The delegation travelled from Ho Chi Minh City to Phnom Penh.", "Ho Chi Minh City VN, Phnom Penh KH"},
		{"en", "A fire broke out in St. Petersburg, officials in Moscow said.", "Saint Petersburg RU, Moscow RU"},
		{"en", "The summit will take place in São Paulo.", "São Paulo BR"},
		{"de", "Der Minister reiste von Köln nach Peking.", "Cologne DE, Beijing CN"},
		{"de", "Die Verhandlungen in Genf wurden nach Den Haag verlegt.", "Geneva CH, The Hague NL"},
		{"de", "Das Treffen fand in Frankfurt am Main statt.", "Frankfurt DE"},
		{"de", "Pekings Regierung widersprach Moskaus Darstellung.", "Beijing CN, Moscow RU"},
		{"de", "Der Görlitzer Oberbürgermeister begrüßte Gäste aus Breslau.", "Görlitz DE, Wrocław PL"},
		{"de", "In Nischni Nowgorod und Tscheljabinsk wird gebaut.", "Nizhny Novgorod RU, Chelyabinsk RU"},
		{"nb", "Møtet i København ble flyttet til Göteborg.", "Copenhagen DK, Gothenburg SE"},
		{"nb", "Samarbeidet mellom Kirkenes og Nikel i Russland fortsetter.", "Kirkenes NO, Nikel RU"},
		{"nb", "Statsministeren reiste fra Oslo til Brussel og Haag.", "Oslo NO, Brussels BE, The Hague NL"},
		{"nb", "Avtalen ble undertegnet i Jekaterinburg.", "Yekaterinburg RU"},
		{"tr", "Görüşmeler Hangzhou'da başladı, Pekin'de sürdü.", "Hangzhou CN, Beijing CN"},
		{"tr", "Bakan, Cenevre'den Lahey'e geçti.", "Geneva CH, The Hague NL"},
		{"tr", "Heyet İstanbul'dan Bakü'ye uçtu.", "Istanbul TR, Baku AZ"},
		{"tr", "Moskova'nın açıklaması Kiev'de tepki çekti.", "Moscow RU, Kyiv UA"},
		{"tr", "Zirve Azerbaycan'ın Gebele kentinde yapıldı.", "Gabala AZ"},
		{"tr", "Toplantı Nahçıvan'da yapıldı.", "Nakhchivan AZ"},
		{"tr", "Fındık fabrikası Ordu'da açıldı.", "Ordu TR"},
		{"en", "The mayor of Naivasha opened the market.", "Naivasha KE"},
	} {
		if got := citiesOf(c.lang, c.text); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.lang, c.text, got, c.want)
		}
	}
}

// Words, persons, rivers, teams and treaties of a city's name are no city.
func TestNoCities(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "Most of the money went to the best schools, and a bar was set high."},
		{"en", "The writer Jack London wrote about the Yukon."},
		{"en", "The Shanghai Cooperation Organization adopted a statement."},
		{"en", "It was nice of him to read the Minsk Protocol aloud."},
		{"en", "President George Washington crossed the Delaware River."},
		{"de", "Essen und Trinken waren frei."},
		{"de", "Das Minsker Abkommen gilt als gescheitert."},
		{"de", "Die Universität Heidelberg lud ein."},
		{"nb", "Universitetet i Bergen ansatte en ny rektor."},
		{"nb", "Alle må bo et sted, og rom er dyrt."},
		{"tr", "Ordu ve polis görev başında."},
		{"tr", "Van gölü kıyısında kış sert geçer."},
		{"tr", "Rus heyeti Türkiye'ye geldi."},
		{"tr", "Kars ilinde kar yağdı."},
	} {
		if got := citiesOf(c.lang, c.text); got != "" {
			t.Errorf("%s %q: %s", c.lang, c.text, got)
		}
	}
}
