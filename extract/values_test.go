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
		{"en", "The log of 2015/03/28 was lost.", "2015-03-28"},
		{"en", "Version 2015.03.28.4 is out.", ""},
		{"en", "Version 2015.13.28 is out.", ""},
		{"nb", "Møtet fredag 18. juli ble avlyst.", "2025-07-18"},
		{"nb", "Møtet torsdag 18. juli ble avlyst.", "2024-07-18"}, // in 2025 a Friday
		{"de", "Das Treffen am Samstag, dem 7. Februar, fällt aus.", "2026-02-07"},
		{"nb", "Signert 14. april 15.", "2015-04-14"},
		{"nb", "Den 14. april 15 personer kom.", "2025-04-14"},
		{"nb", "Målet er 11.06.2013 nådd.", "2013-06-11"},
		{"nb", "Larvik vant 27-11 borte, og Vipers tapte 25-24.", ""},
		{"nb", "Kurset endte på 27.11 mot dollar.", ""},
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
