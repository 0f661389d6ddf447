package extract

import "testing"

// TestPacks tries every example of every rule of the embedded packs.
func TestPacks(t *testing.T) {
	report, err := Check("")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Error(p)
	}
	if report.Examples == 0 || report.Languages < 4 {
		t.Errorf("%d languages, %d examples", report.Languages, report.Examples)
	}
}

// TestPacksThatDoNotOccur: a language costs nothing before a passage is in it.
func TestPacksThatDoNotOccur(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const lang = "en"
	if r := e.Extract(Document{Text: "The talks began on 3 November 2025.", Lang: lang}); len(r.Records) < 2 {
		t.Fatalf("%d records", len(r.Records))
	}
	for code, l := range e.langs {
		if compiled := l.pack != nil; compiled != (code == lang) {
			t.Errorf("pack %s compiled: %v", code, compiled)
		}
	}
}
