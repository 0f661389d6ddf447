package extract

import (
	"slices"
	"strings"
	"testing"

	"extract/internal/shuffled"
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

// TestPartsOfADocument: what comes part by part is what comes at once, in its order, and a fact that
// two parts have is one record.
func TestPartsOfADocument(t *testing.T) {
	made, err := shuffled.Articles(5, 4*pieceBytes, "")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, a := range made {
		if a.Lang == "en" || a.Lang == "nb" {
			text.WriteString(a.Text)
		}
	}
	e := testEngine()
	src := Document{Name: "a", Text: text.String(), Lang: "en", Date: "2025-11-05"}
	ids := map[string]bool{}
	var facts, meetings []model.Record
	parts, again := 0, 0
	last := false
	e.Stream(src, func(p Part) {
		parts++
		again += len(p.Again)
		last = p.Last
		for _, r := range p.Records {
			if id := r.Base().ID; ids[id] {
				t.Errorf("%s comes twice", id)
			} else {
				ids[id] = true
			}
			if r.Type() == model.TypeMeeting {
				meetings = append(meetings, r)
			} else {
				facts = append(facts, r)
			}
		}
	})
	whole := e.Extract(src).Records
	if parts < 2 || again == 0 || !last || len(whole) != len(facts)+len(meetings) {
		t.Fatalf("%d parts, %d mentions behind them, %d records of %d", parts, again, len(facts)+len(meetings), len(whole))
	}
	mentions := 0
	for i, r := range append(facts, meetings...) {
		a, b := r.Base(), whole[i].Base()
		if a.ID != b.ID || a.Start != b.Start {
			t.Fatalf("record %d is %s at %d, want %s at %d", i, a.ID, a.Start, b.ID, b.Start)
		}
		mentions += len(b.Mentions) - len(a.Mentions)
		if !slices.IsSortedFunc(b.Mentions, func(a, b model.Span) int { return a.Start - b.Start }) {
			t.Errorf("%s has mentions in disorder: %v", b.ID, b.Mentions)
		}
	}
	if mentions != again {
		t.Errorf("%d mentions are put to their records, %d were found", mentions, again)
	}
}

// TestPiecesKeepTheirDates: the names of a piece take nothing away from a piece before.
func TestPiecesKeepTheirDates(t *testing.T) {
	e, err := New(Options{Types: []string{model.TypeDate}})
	if err != nil {
		t.Fatal(err)
	}
	const dates, names = "Trade fell in 2018.\n\n", "President Xi Jinping met Prime Minister Mikhail Mishustin and Foreign Minister Sergey Lavrov.\n\n"
	n := pieceBytes / len(dates)
	mentions := func(text string) (n int) {
		for _, r := range e.Extract(Document{Name: "a", Text: text, Lang: "en", Date: "2025-11-05"}).Records {
			n += len(r.Base().Mentions)
		}
		return n
	}
	head := strings.Repeat(dates, n)
	alone, followed := mentions(head), mentions(head+strings.Repeat(names, 2*pieceBytes/len(names)))
	if alone < n-2 || followed != alone {
		t.Errorf("%d dates alone, %d in front of names, of %d", alone, followed, n)
	}
}
