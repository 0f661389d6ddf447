package extract

import (
	"runtime"
	"runtime/debug"
	"slices"
	"testing"

	"extract/internal/shuffled"
)

// TestAllocations: an engine that has read some articles asks for memory for the
// records of the next one, and for little besides.
func TestAllocations(t *testing.T) {
	const articles, most = 400, 40
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		t.Skip("with the race detector a sync.Pool forgets what it is given")
	}
	made, err := shuffled.Articles(3, articles*2*3000, "../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	var docs []Document
	for _, a := range made {
		docs = append(docs, Document{Name: "article", Text: a.Text, Lang: a.Lang})
	}
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := &document{}
	pass := func(docs []Document) (records int) {
		for _, src := range docs {
			d.reset(e, src)
			d.read(nil) // it is one piece
			records += len(d.part(true).Records)
		}
		return records
	}
	pass(docs[:len(docs)/2])
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	docs = docs[len(docs)/2:]
	records := pass(docs)
	runtime.ReadMemStats(&after)
	// A record is one allocation at least: those of its texts are counted.
	if n := (int(after.Mallocs-before.Mallocs) - records) / len(docs); n > most {
		t.Errorf("%d allocations an article besides its records, at most %d are wanted", n, most)
	} else {
		t.Logf("%d allocations an article besides its %d records", n, records/len(docs))
	}
}
