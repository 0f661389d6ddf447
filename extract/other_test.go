package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"extract/model"
)

// TestOtherKindsOfText: a football report, a recipe, a manual and a story have no officials, no sittings
// and no meetings, and the cities that stand in their first line.
func TestOtherKindsOfText(t *testing.T) {
	files, err := filepath.Glob("testdata/other/*.txt")
	if err != nil || len(files) < 16 {
		t.Fatal(len(files), "texts", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(string(data), "\n")
		want := strings.TrimSpace(strings.TrimPrefix(head, "cities:"))
		lang, _, _ := strings.Cut(filepath.Base(file), "-")
		var cities []string
		for _, r := range testEngine().Extract(Document{Name: file, Lang: lang, Date: "2025-11-05", Text: text}).Records {
			switch r := r.(type) {
			case *model.Official, *model.Session, *model.Meeting:
				value, _ := r.Identity()
				t.Errorf("%s: %s %s: %q", filepath.Base(file), r.Type(), value, r.Base().Text)
			case *model.City:
				cities = append(cities, r.Value)
			}
		}
		if got := strings.Join(cities, ", "); got != want {
			t.Errorf("%s: cities %s, want %s", filepath.Base(file), got, want)
		}
	}
}
