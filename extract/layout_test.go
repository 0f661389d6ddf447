package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"extract/extract/packs"
)

// testCues reads the layout words of the packs.
func testCues(t testing.TB) *layoutCues {
	t.Helper()
	c, err := readLayoutCues(packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// describe writes a layout as lines "role: text".
func describe(text string, l layout) string {
	var b strings.Builder
	for _, k := range l.blocks {
		s := strings.Join(strings.Fields(text[k.start:k.end]), " ")
		if r := []rune(s); len(r) > 100 {
			s = string(r[:70]) + " … " + string(r[len(r)-25:])
		}
		b.WriteString(k.role.String() + ": " + s + "\n")
	}
	return b.String()
}

func TestLayoutOfSharedArticles(t *testing.T) {
	const shared = "../../shared"
	golds, _ := filepath.Glob(shared + "/gold/*.jsonl")
	if len(golds) == 0 {
		t.Skip("no shared articles beside the project")
	}
	cues := testCues(t)
	for _, gold := range golds {
		f, err := os.Open(gold)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			var r struct {
				Doc, Type, Published, Title, Text string
				Dateline                          struct{ City, Date, Agency string }
			}
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(shared + "/articles/" + r.Doc)
			if err != nil {
				if data, err = os.ReadFile(shared + "/seeds/" + r.Doc); err != nil {
					t.Fatal(err)
				}
			}
			text := string(data)
			l := layOut(text, "", cues, new(tokenRoom))
			if r.Type != "article" {
				for _, b := range l.blocks {
					if b.role.givesFacts() && strings.Contains(text[b.start:b.end], r.Text) {
						r.Text = ""
						break
					}
				}
				if r.Text != "" {
					t.Errorf("%s: no part that gives facts has %q", r.Doc, r.Text)
				}
				continue
			}
			if l.title != r.Title {
				t.Errorf("%s: title %q, want %q", r.Doc, l.title, r.Title)
			}
			if !strings.HasPrefix(l.published, r.Published) {
				t.Errorf("%s: published %q, want %q", r.Doc, l.published, r.Published)
			}
			if want := r.Dateline; want.City+want.Date+want.Agency != "" {
				switch d := l.dateline; {
				case d == nil:
					t.Errorf("%s: no dateline", r.Doc)
				case d.agency != want.Agency || !d.sure || want.Date != "" && d.dateStart == d.dateEnd:
					t.Errorf("%s: dateline %+v, want %+v", r.Doc, *d, want)
				default:
					t.Logf("%s: city %q date %q agency %q", r.Doc, text[d.cityStart:d.cityEnd], text[d.dateStart:d.dateEnd], d.agency)
				}
			} else if l.dateline != nil {
				t.Logf("%s: dateline %q", r.Doc, text[l.dateline.start:l.dateline.end])
			}
			t.Logf("%s: title %q, published %s, source %q\n%s", r.Doc, l.title, l.published, l.source, describe(text, l))
		}
	}
}

// BenchmarkLayoutCues is what reading the layout words costs at start-up.
func BenchmarkLayoutCues(b *testing.B) {
	for b.Loop() {
		if _, err := readLayoutCues(packs.Embedded()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	cues := testCues(b)
	var text strings.Builder
	text.WriteString("Home > News\n\nA headline about the meeting of two ministers\n\nPublished: 3 Nov 2025 08:12\n\nVIENNA, Nov. 2 (Reuters) -- ")
	for range 8 {
		text.WriteString("The two ministers agreed on Tuesday to resume talks on the fishing quota, which had been broken off. Nobody said how long they would take, and nobody asked.\n\n")
	}
	text.WriteString("Share: Facebook | X\n\nComments (2)\nAnn: Good.\n")
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		layOut(text.String(), "", cues, new(tokenRoom))
	}
}
