package extract

import (
	_ "embed"
	"strings"
	"testing"

	"extract/model"
)

//go:embed testdata/cities.tsv
var citySentences string

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

// TestCities reads sentences with cities, and sentences with what only looks
// like one: words, persons, rivers, teams, newspapers, treaties, regions.
func TestCities(t *testing.T) {
	sentences := 0
	for n, line := range strings.Split(strings.TrimSuffix(citySentences, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			t.Fatalf("line %d has %d columns", n+1, len(f))
		}
		if got := citiesOf(f[0], f[1]); got != f[2] {
			t.Errorf("%s %q: %q, want %q", f[0], f[1], got, f[2])
		}
		sentences++
	}
	if sentences < 250 {
		t.Errorf("%d sentences", sentences)
	}
}
