package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"extract/model"
)

// TestOneEventInFourLanguages: one event told in four languages has the same officials with the same
// keys, cities, sittings, days, sums and meetings in each.
func TestOneEventInFourLanguages(t *testing.T) {
	events, err := os.ReadDir("testdata/event")
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range events {
		t.Run(event.Name(), func(t *testing.T) {
			var want []string
			for _, lang := range []string{"en", "de", "nb", "tr"} {
				text, err := os.ReadFile("testdata/event/" + event.Name() + "/" + lang + ".txt")
				if err != nil {
					t.Fatal(err)
				}
				got := factsOfEvent(lang, string(text))
				if want == nil {
					want = got
					t.Log(strings.Join(want, "\n"))
				}
				for _, line := range got {
					if !slices.Contains(want, line) {
						t.Errorf("%s has %s", lang, line)
					}
				}
				for _, line := range want {
					if !slices.Contains(got, line) {
						t.Errorf("%s has no %s", lang, line)
					}
				}
			}
			if len(want) < 10 {
				t.Errorf("only %d facts", len(want))
			}
		})
	}
}

// factsOfEvent are the facts of a text, sorted, a line each without what differs from language to
// language: places, words, rules.
func factsOfEvent(lang, text string) []string {
	var facts []string
	for _, r := range testEngine().Extract(Document{Name: lang, Lang: lang, Text: text}).Records {
		switch r := r.(type) {
		case *model.Official:
			facts = append(facts, fmt.Sprintf("official %s: %s %s %s %s %s, %d mentions", r.Value, r.Role, r.Portfolio, r.Country, r.Org, r.NameKey, len(r.Mentions)))
		case *model.City:
			facts = append(facts, fmt.Sprintf("city %s %s %d", r.Value, r.Country, r.Geonames))
		case *model.Session:
			facts = append(facts, fmt.Sprintf("session %s %s %s", r.Value, r.Kind, r.Name))
		case *model.Date:
			facts = append(facts, fmt.Sprintf("date %s %s", r.Value, r.Grain))
		case *model.Money:
			facts = append(facts, fmt.Sprintf("money %s %s %v, %s %s", r.Number, r.Currency, r.ValueMax, r.Trend, r.Period))
		case *model.Percent:
			facts = append(facts, fmt.Sprintf("percent %s %s, %s %s", r.Number, r.Unit, r.Trend, r.Period))
		case *model.Meeting:
			facts = append(facts, fmt.Sprintf("meeting %s %s %s %s, %d chairs", r.Value, r.Date, r.City, r.Status, len(r.Chairs)))
		}
	}
	slices.Sort(facts)
	return facts
}
