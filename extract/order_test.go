package extract

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"extract/model"
)

// TestOrderOfDocuments: what comes out of a document does not hang on those that were read before it.
func TestOrderOfDocuments(t *testing.T) {
	var docs []Document
	err := filepath.WalkDir("../testdata/articles", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		docs = append(docs, Document{Name: path, Text: string(text), Lang: filepath.Base(filepath.Dir(path))})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) < 40 {
		t.Fatalf("only %d articles", len(docs))
	}
	first := map[string][]model.Record{}
	e := testEngine()
	for _, doc := range docs {
		first[doc.Name] = e.Extract(doc).Records
	}
	slices.Reverse(docs)
	fresh, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, doc := range docs {
		if i%10 == 0 { // each tenth is the first of its engine
			if fresh, err = New(Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if got := fresh.Extract(doc).Records; !reflect.DeepEqual(got, first[doc.Name]) {
			t.Errorf("%s: %d records, %d in another order", doc.Name, len(got), len(first[doc.Name]))
		}
	}
}

// partsOf detects by the text that it is: the languages of the parts of a page.
type partsOf map[string]string

func (p partsOf) Detect(passages []string) []string {
	out := make([]string, len(passages))
	for i, passage := range passages {
		for text, lang := range p {
			if strings.Contains(text, passage) {
				out[i] = lang
			}
		}
	}
	return out
}

// TestPartsInSeveralLanguages: each part of a page gives what it gives alone, and
// nothing of a page before is seen in the next.
func TestPartsInSeveralLanguages(t *testing.T) {
	const (
		en = "The mining company in Canada earned $56 billion in the year, said the ministry of Canada, and a further fund in Canada and in Canada paid for the roads."
		de = "Die Regierung hat am 3. November 2025 beschlossen, dass die Firma 20 Millionen US$ und weitere 30 Millionen US$ zahlen soll, sagte der Minister vor dem Parlament."
		no = "Die Regierung hat am 3. November 2025 beschlossen, dass es so bleibt, sagte der Minister vor dem Parlament."
	)
	e, err := New(Options{Detector: partsOf{en: "en", de: "de", no: "de"}, Types: []string{"date", "money"}})
	if err != nil {
		t.Fatal(err)
	}
	values := func(parts ...string) string {
		var out []string
		for _, r := range e.Extract(Document{Name: "page", Text: strings.Join(parts, "\n\n"), DefaultDate: "2025-11-05"}).Records[1:] {
			value, _ := r.Identity()
			if m, ok := r.(*model.Money); ok {
				value += " " + m.Currency
			}
			out = append(out, value)
		}
		slices.Sort(out)
		return strings.Join(out, ", ")
	}
	alone := values(en, no)
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{en, de, de, de}, values(de, de, de, en)},
		{[]string{en, no}, alone}, // behind a page with many sums in the other language
		{[]string{no, en}, alone},
	} {
		if got := values(c.parts...); got != c.want {
			t.Errorf("%q: %s, want %s", c.parts, got, c.want)
		}
	}
}
