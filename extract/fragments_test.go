package extract

import (
	"strings"
	"testing"
)

// TestFragments reads documents that are full of one fragment and end in the
// middle of it, as those do that are cut in pieces: nothing may look beyond the
// last word.
func TestFragments(t *testing.T) {
	e, err := New(Options{Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fragments {
		text := strings.Repeat(f.text, 40)
		for cut := len(text) - len(f.text); cut <= len(text); cut++ {
			piece := strings.ToValidUTF8(text[:cut], "")
			for _, r := range e.Extract(Document{Text: piece, Lang: f.lang, DefaultDate: "2025-11-03"}).Records {
				if b := r.Base(); b.Start < 0 || b.End > len(piece) {
					t.Errorf("%q: a record from %d to %d", f.text, b.Start, b.End)
				}
			}
		}
	}
}
