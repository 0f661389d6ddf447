package extract

import (
	"strings"
	"testing"

	"extract/model"
)

// TestLongDocuments guards against time that grows with the square of a
// document's length, and against facts lost where it is cut.
func TestLongDocuments(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const sentence = "On 2025-11-03 Prime Minister Li Qiang said in Moscow that trade rose by 5 percent to 20 billion dollars in 2024"
	for name, end := range map[string]string{"sentences": ". ", "one sentence": " – ", "paragraphs": ".\n\n", "no spaces": "—Ł"} {
		n := 5 * pieceBytes / len(sentence+end)
		text := strings.Repeat(sentence+end, n)
		runes := []rune(text)
		mentions := map[string]int{}
		for _, r := range e.Extract(Document{Name: "a", Text: text, Lang: "en", Date: "2025-11-05"}).Records {
			if r.Type() == model.TypeArticle {
				continue
			}
			b := r.Base()
			for _, m := range b.Mentions {
				if got := string(runes[m.Start:m.End]); got != b.Text && r.Type() == model.TypeDate {
					t.Fatalf("%s: %q at %d is %q", name, b.Text, m.Start, got)
				}
			}
			if r.Type() == model.TypeDate {
				value, _ := r.Identity()
				mentions[value] += len(b.Mentions)
			}
		}
		// A cut between sentences loses nothing; one inside a sentence may lose what it falls on, and a
		// first paragraph may be a title.
		lost := 5
		if end == ". " {
			lost = 0
		}
		if got := mentions["2025-11-03"]; got > n || got < n-lost {
			t.Errorf("%s: %d of %d dates are found", name, got, n)
		}
	}
}
