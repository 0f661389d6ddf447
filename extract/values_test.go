package extract

import (
	"strings"
	"testing"

	"extract/model"
)

// TestSharedCurrency gives a bare number the currency of the sum beside it, but
// not one that has its own in front.
func TestSharedCurrency(t *testing.T) {
	e, err := New(Options{Types: []string{model.TypeMoney}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, text, want string }{
		{"nb", "Det kostet 30 og 50 euro.", "30 EUR 50 EUR"},
		{"nb", "De fikk USD 30 og 5 euro.", "30 USD 5 EUR"},
		{"nb", "De fikk $ 30 og 5 euro.", "30 USD 5 EUR"},
		{"nb", "De fikk A$ 30 og 5 dkk.", "30 AUD 5 DKK"},
		{"nb", "Gjelda er 1.150 milliarder dollar, og rentene ventes å øke fra 74 til 89 milliarder.", "1150000000000 USD 74000000000 USD 89000000000 USD"},
		{"nb", "Gjelda er 1.150 milliarder dollar, og rentene øker fra 2019 til 89 milliarder.", "1150000000000 USD 89000000000 USD"},
		{"nb", "Gjelda var 96.000 kroner i 2023, mot 88.000 året før.", "96000 NOK 88000 NOK"},
		{"nb", "Det kostet 96.000 kroner, mot 88.000 deltakere før.", "96000 NOK"},
		{"nb", "Fondet begynte med 600 000 danske kroner; nå er potten 14 millioner.", "600000 DKK 14000000 DKK"},
		{"nb", "De betalte 500 kroner, og byen har 14 millioner.", "500 NOK"},
		{"de", "Der Handel betrug 141,4 Mrd. Dollar, davon 81,6 Mrd. Exporte und 3 Mio. Container.", "141400000000 USD 81600000000 USD"},
		{"en", "A $10 million loan.", "10000000 USD"},
		{"en", "A deficit of 1.6 billion ($2.54 billion) shrank by 2 billion.", "2540000000 USD"},
		{"en", "The price rose from 2 euros in 2019 to 3.5 in 2024.", "2 EUR 3.5 EUR"},
		{"en", "The price rose by 2 euros in 2019 to 3.5 on Tuesday.", "2 EUR"},
	} {
		var got []string
		for _, r := range e.Extract(Document{Text: c.text, Lang: c.lang}).Records {
			if m, ok := r.(*model.Money); ok {
				got = append(got, m.Number.String()+" "+m.Currency)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, s, c.want)
		}
	}
}

// TestDays reads days in figures, and where a weekday beside a day tells its year.
func TestDays(t *testing.T) {
	e, err := New(Options{Types: []string{model.TypeDate}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The log of 2015.03.28 was lost.", "2015-03-28"},
		{"de", "Das Protokoll 2015.03.28 fehlt.", "2015-03-28"},
		{"tr", "Kayıt 2015.03.28 tarihli.", "2015-03-28"},
		{"tr", "Zirve 2024te", "2024"}, // the last word of the text
		{"en", "The log of 2015/03/28 was lost.", "2015-03-28"},
		{"en", "Version 2015.03.28.4 is out.", ""},
		{"en", "Version 2015.13.28 is out.", ""},
		{"nb", "Møtet fredag 18. juli ble avlyst.", "2025-07-18"},
		{"nb", "Møtet torsdag 18. juli ble avlyst.", "2024-07-18"}, // in 2025 a Friday
		{"de", "Das Treffen am Samstag, dem 7. Februar, fällt aus.", "2026-02-07"},
		{"nb", "Signert 14. april 15.", "2015-04-14"},
		{"nb", "Boka «1984» kom i 1949.", "1949"},
		{"nb", "Rådet, som holdt sitt møte i Oslo i august, vil ha svar.", "2025-08"},
		{"nb", "– Hva gjorde du den 11. mars 2020?\n\n– Da så jeg Norge stenge dagen etter.", "2020-03-11 2020-03-12"},
		{"nb", "Svaret kom på den 3. Det er bra. Hun er på den 22. Nordiske konferansen.", "2025-11-03"},
		{"nb", "Neste sommer, 7. og 8. juli, møtes de.", "2026-07-07/2026-07-08"}, // the coarse date is told more finely behind it
		{"en", "They will meet next summer, on 7 July.", "2026-07-07"},
		{"nb", "I fjor, 7. mai 2019 og i går.", "2024 2019-05-07 2025-11-04"},
		{"nb", "Første halvår 1972 var tungt. 22. januar kom avtalen, 25. september nei.", "1972-H1 1972-01-22 1972-09-25"},
		{"nb", "I 1962 fikk de en avtale. Den ble undertegnet 23. mars og trådte i kraft 1. juli.", "1962 1962-03-23 1962-07-01"},
		{"nb", "I 1930 ble partiet stiftet. Jubileet ble feiret i februar.", "1930 2025-02"},
		{"nb", "I 1930 ble partiet stiftet. I februar samlet de seg.", "1930 1930-02"},
		{"nb", "I 1962 fikk de en avtale. Den skal fornyes 1. juli.", "1962 2026-07-01"},
		{"nb", "Landet kom med i 1955. Sesjonen det året åpnet 28. januar.", "1955 1955-01-28"},
		{"nb", "Fram i tid\n\n* 17. november: Foredrag i Oslo.\n* 4.–5. mars: Møte i Nuuk.\n* 27.–30. september: Sesjon i København.", "2025-11-17 2026-03-04/2026-03-05 2026-09-27/2026-09-30"},
		{"nb", "Slik gikk det\n\n* 27.–30. oktober: Sesjon i København.\n* 4.–5. september: Møte i Nuuk.\n* 17. august: Foredrag i Oslo.", "2025-10-27/2025-10-30 2025-09-04/2025-09-05 2025-08-17"},
		{"nb", "Det er det laveste siden april.", "2025-04"},
		{"nb", "Tallene viste at Equinor mai solgte mer. Ifølge Nordea mars var bra.", "2025-05 2025-03"},
		{"nb", "Den 14. april 15 personer kom.", "2025-04-14"},
		{"nb", "Målet er 11.06.2013 nådd.", "2013-06-11"},
		{"nb", "Larvik vant 27-11 borte, og Vipers tapte 25-24.", ""},
		{"nb", "Kurset endte på 27.11 mot dollar.", ""},
		// The order of day and month: as a date says that has one only, as the
		// country writes it that is named, as the language does.
		{"en", "It was signed on 3/4/2024.", "2024-03-04"},
		{"en", "It was signed in Kenya on 3/4/2024.", "2024-04-03"},
		{"en", "It was signed on 3/4/2024 and on 14/4/2024.", "2024-04-03 2024-04-14"},
		{"en", "It lasts from 5/12 to 5/20.", "2026-05-12/2026-05-20"},
		{"en", "It was signed on 14/4/2024. It lasts from 5/12 to 5/20.", "2024-04-14 2026-05-12/2026-05-20"},
		// Years of two digits lie near the article.
		{"en", "The summer of '44.", "2044-22"},
		{"en", "The summer of '47.", "1947-22"},
		// The headings of a calendar follow on each other.
		{"en", "SUNDAY, NOV. 16\n\nChile votes.\n\nMONDAY\n\nParliament meets.\n\nWEDNESDAY\n\nRates are set.", "2025-11-16 2025-11-17 2025-11-19"},
		{"en", "Two votes and a visit keep the region busy, and the courts are back.\n\nALSO WATCH\n\nThe banks publish figures.\n\nMONDAY\n\nParliament will meet in the morning.", "2025-11-10"},
		{"en", "The week ahead in the capital\n\nMONDAY\n\nParliament will meet in the morning to debate the budget.\n\nTUESDAY\n\nThe court will rule.", "2025-11-10 2025-11-11"},
		// Not the verb of a report behind it tells the tense.
		{"en", "They will go to France for August, the council decided.", "2026-08"},
		// The same quarter is one, whatever day was named between.
		{"en", "In the third quarter it grew, it said on 4 November, as in the same quarter last year.", "2025-Q3 2025-11-04 2024-Q3"},
	} {
		var got []string
		for _, r := range e.Extract(Document{Text: c.text, Lang: c.lang, DefaultDate: "2025-11-05"}).Records {
			if d, ok := r.(*model.Date); ok {
				got = append(got, d.Value)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, s, c.want)
		}
	}
}

// A figure is shared once, whichever of its neighbours lends it the unit.
func TestSharedPercent(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Das Wachstum betrug in diesem Jahr 3,5 Prozent, die Inflation lag bei 3,1, Bayer 1,8 Prozentpunkte.", "3.5 3.1 1.8"},
		{"In diesem Jahr sind es 0,2, im nächsten 1,3 und im übernächsten 1,6 Prozent.", "0.2 1.3 1.6"},
		{"In diesem Jahr kamen 2 Gäste, im nächsten sind es 1,3 Prozent.", "1.3"},
		{"Auf Maschinen entfielen 31, auf Chemie 22 und auf Fahrzeuge 12 Prozent.", "31 22 12"},
		{"Er kam auf Rang 3, auf Chemie entfielen 12 Prozent.", "12"},
		{"Davon gingen 40 Prozent nach China, 25 in die USA und 10 nach Japan.", "40 25 10"},
		{"Er kam mit 40 Prozent in Wien an, 3 Minister in Bonn.", "40"},
		{"Die Inflation lag bei 8 Prozent in Berlin, 3 bis 4 Menschen starben, 5 in Rom.", "8"},
		{"Davon gingen 40 Prozent nach China, 3 in zehn Tagen.", "40"},
		{"Davon gingen 12 Prozent nach China, 5 nach", "12"},
	} {
		var got []string
		for _, r := range testEngine().Extract(Document{Text: c.text, Lang: "de", DefaultDate: "2025-11-05"}).Records {
			if p, ok := r.(*model.Percent); ok {
				got = append(got, p.Number.String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

// A date behind a comma is that of the figure behind it, not of the one in front.
func TestPeriodBehindComma(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Die Quote liegt bei 12 Prozent, vor einem Jahr noch bei 10 Prozent.", "12 10@2024"},
		{"Der Umsatz stieg im Juni um 5 Prozent, im Juli um 3 Prozent.", "5@2025-06 3@2025-07"},
		{"Der Handel erreichte 5 Prozent im Jahr 2023, ein Plus von 3 Prozent.", "5@2023 3@2023"},
		{"Exports rose by 5 percent, in July by 3 percent.", "5 3@2025-07"},
		{"Die Exporte stiegen um 3 % (März: 2 %, April: 1 %).", "3 2@2025-03 1@2025-04"},
	} {
		lang := "de"
		if strings.HasPrefix(c.text, "Exports") {
			lang = "en"
		}
		var got []string
		for _, r := range testEngine().Extract(Document{Text: c.text, Lang: lang, DefaultDate: "2025-11-05"}).Records {
			if p, ok := r.(*model.Percent); ok {
				got = append(got, strings.TrimSuffix(p.Number.String()+"@"+p.Period, "@"))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}
