package extract

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
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
