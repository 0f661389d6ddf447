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
// keys, cities, sittings, days and meeting in each.
func TestOneEventInFourLanguages(t *testing.T) {
	var want []string
	for _, lang := range []string{"en", "de", "nb", "tr"} {
		text, err := os.ReadFile("testdata/event/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range testEngine().Extract(Document{Name: lang, Lang: lang, Text: string(text)}).Records {
			switch r := r.(type) {
			case *model.Official:
				got = append(got, fmt.Sprintf("official %s: %s %s %s %s %s, %d mentions", r.Value, r.Role, r.Portfolio, r.Country, r.Org, r.NameKey, len(r.Mentions)))
			case *model.City:
				got = append(got, fmt.Sprintf("city %s %s %d", r.Value, r.Country, r.Geonames))
			case *model.Session:
				got = append(got, fmt.Sprintf("session %s %s %s", r.Value, r.Kind, r.Name))
			case *model.Date:
				got = append(got, fmt.Sprintf("date %s %s", r.Value, r.Grain))
			case *model.Meeting:
				got = append(got, fmt.Sprintf("meeting %s %s %s %s", r.Value, r.Date, r.City, r.Status))
			}
		}
		slices.Sort(got)
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
	if len(want) < 15 {
		t.Errorf("only %d facts", len(want))
	}
}
