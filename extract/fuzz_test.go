package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"extract/extract/packs"
)

// mixed finds a language in each passage by its length, so that pages in several
// occur.
type mixed struct{}

func (mixed) Detect(passages []string) (langs []string) {
	for _, p := range passages {
		langs = append(langs, []string{"de", "en", "nb", "tr", "und"}[len(p)%5])
	}
	return langs
}

// fuzzEngine knows all languages; what a document is in, the fuzzer says, or mixed.
var fuzzEngine = func() *Engine {
	e, err := New(Options{Types: []string{"date", "session", "official", "city", "money", "percent", "number", "ordinal", "meeting"}, Explain: true, Detector: mixed{}})
	if err != nil {
		panic(err)
	}
	return e
}()

// FuzzExtract holds for any text: no panic, every span is the mention's text,
// every line is JSON, ids are unique.
func FuzzExtract(f *testing.F) {
	files, _ := filepath.Glob("../testdata/articles/*/*.txt")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), filepath.Base(filepath.Dir(file)))
		f.Add(string(text), "")
	}
	f.Add("NİNGBO, 3 Kasım (Xinhua) -- 2'nci Çin-Rusya Forumu'nda yüzde 43'ten 40,5'e", "tr")
	f.Add("On Dec. 31 2 to 3 billion euros, 2009-10, COP28 and the 3rd.", "en")
	f.Add("24./25. März, 1'250'000 Fr., Finanz-Staatssekretär Dr. X. Y-Z", "de")
	f.Add("1,5, A 3 Prozent", "de")
	f.Add("–Ü Rat\x01äód Kommissionschefin Ursula von der Leyen in Pekingommisstaats- und Parteichef Xi Jinping zusammen& Es ist der 25. EU-China-Gipfel, und er fällt in das Jahr, in dem sich die Aufnahme der Beziehungen zum 50. Mal", "de")
	f.Add("rund 80 Stellen. Für das laufende 3ahr erwartet sie noch 503bis 55 Mio. Fr", "de")
	f.Add("20. til 23. august, halvannen milliard kroner – det 17. i rekken", "nb")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 {
			t.Skip()
		}
		runes := []rune(text)
		ids := map[string]bool{}
		for _, r := range fuzzEngine.Extract(Document{Name: "x", Text: text, Lang: lang, DefaultDate: "2025-11-05"}).Records {
			line := r.AppendJSON(nil)
			if !json.Valid(line) {
				t.Fatalf("no JSON: %s", line)
			}
			b := r.Base()
			if ids[b.ID] {
				t.Fatalf("id %s twice: %s", b.ID, line)
			}
			ids[b.ID] = true
			if r.Type() == "article" {
				continue
			}
			if got := string(runes[b.Start:b.End]); got != b.Text {
				t.Fatalf("the span of %s is %q", line, got)
			}
			for _, m := range b.Mentions {
				if m.Start < 0 || m.End > len(runes) || m.Start >= m.End {
					t.Fatalf("a mention outside the text: %s", line)
				}
			}
		}
	})
}

// FuzzPack holds for any pack: it is refused with a message or it works.
func FuzzPack(f *testing.F) {
	f.Add("name = \"X\"\nlang = \"xx\"\ndecimal = \",\"\ndate_order = \"dmy\"\n[suffixes]\nnoun = [\"s\"]\n[words.month]\n01 = [\"jan~\", \"+uary\"]\n[[rule]]\nid = \"m\"\nkind = \"date\"\nmatch = \"[in] ({month} {year}|{day}. {month})\"\nyes = [[\"in jan 2020\", \"2020-01\"]]\nno = [\"x\"]\n")
	f.Fuzz(func(t *testing.T, file string) {
		if len(file) > 1<<14 {
			t.Skip()
		}
		fsys := packs.Overlay(fstest.MapFS{"common/none.toml": {Data: []byte("# nothing\n")}}, fstest.MapFS{"xx/pack.toml": {Data: []byte(file)}})
		var report CheckReport
		checkLanguage(fsys, "xx", &report)
		for _, p := range report.Problems {
			if p.Message == "" {
				t.Fatal("a problem without words")
			}
		}
	})
}
