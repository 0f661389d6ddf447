package extract

import (
	"strings"
	"testing"

	"extract/model"
)

// TestNumbers reads the numbers of a text: fractions, decimals in words, dozens.
func TestNumbers(t *testing.T) {
	e, err := New(Options{Types: []string{model.TypeNumber}})
	if err != nil {
		t.Fatal(err)
	}
	for lang, numbers := range map[string]map[string]string{
		"en": {
			"two thirds of the members":              "0.666666666666667",
			"a fifth of the votes":                   "0.2",
			"a fifth round of talks":                 "",
			"one in five, and nine out of ten":       "0.2 0.9",
			"12 out of 10":                           "12 10",
			"3 points over 10 years":                 "3 10",
			"2½ or 2 1/4 cups":                       "2.5 2.25",
			"an increase of .5":                      "0.5",
			"two hundred point seventy-one":          "200.71",
			"three twenty-firsts":                    "0.142857142857143",
			"twenty-three fifths":                    "4.6",
			"five billion and three quarters":        "5750000000",
			"one billion and three quarters million": "1000750000",
			"3 hundred and 21 yuan":                  "321",
			"hundred thousand trillion":              "100000000000000000",
			"one thousand five hundred million":      "1500000000",
			"two million five hundred thousand":      "2500000",
			"three million two million":              "3000000 2000000",
			"hundred thousand hundred thousand":      "100000", // twice
			"15 hundred men":                         "1500",
			"In 2013 millions of people left":        "2013",
			"half a dozen or two hundred dozens":     "6 2400",
			"1.3e6 and 2^10":                         "1300000 1024",
			"two quarters":                           "2",
			"one hundred and first":                  "",
			"one hundredth of it":                    "0.01",
		},
		"tr": {
			"üç nokta on dört":                 "3.14",
			"üçte ikisi, onda bir":             "0.666666666666667 0.1",
			"İkişer buçuk milyon, üçer oda":    "2500000 3",
			"15 milyonu 3 bin kişi":            "15000000 3000",
			"iki binin üzerinde, 5 milyarlık":  "2000 5000000000",
			"Birlik, binlerce ve milyonlarca":  "",
			"Kitapları onar, kuş yüzer, biner": "",
		},
	} {
		for text, want := range numbers {
			var got []string
			for _, r := range e.Extract(Document{Text: text, Lang: lang}).Records {
				if n, ok := r.(*model.Number); ok {
					got = append(got, n.Number.String())
				}
			}
			if s := strings.Join(got, " "); s != want {
				t.Errorf("%q: %s, want %s", text, s, want)
			}
		}
	}
}

// TestGroupsOverLines reads a number whose groups of digits stand on two lines.
func TestGroupsOverLines(t *testing.T) {
	e, err := New(Options{Types: []string{model.TypeMoney}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Kommunen har brukt penger på den nye skolen i sentrum, omtrent 750\n000 kroner.":    "750000",
		"Staten har dessuten gitt kommunen en støtte på omtrent 1\n250 000 kroner til bygg.": "1250000",
		"Fond 7\n250 000 kroner": "250000",
	} {
		var got []string
		for _, r := range e.Extract(Document{Text: text, Lang: "nb"}).Records {
			if m, ok := r.(*model.Money); ok {
				got = append(got, m.Number.String())
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}
