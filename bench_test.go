package main

import (
	"flag"
	"testing"
	"time"

	"extract/extract"
	"extract/internal/shuffled"
	"extract/lang"
	"extract/output"
	"extract/tagger"
)

var megabytes = flag.Int("mb", 20, "megabytes of articles that the benchmark reads")

// timed is a detector that is timed.
type timed struct {
	*lang.Detector
	took time.Duration
}

func (d *timed) Detect(passages []string) []string {
	defer func(begun time.Time) { d.took += time.Since(begun) }(time.Now())
	return d.Detector.Detect(passages)
}

// BenchmarkAll is what one worker does with articles that are no two alike,
// everything on: language detection, all kinds of record, the lines that are
// written. BenchmarkStages of package extract has the parts.
func BenchmarkAll(b *testing.B) {
	articles, err := shuffled.Articles(1, *megabytes*1e6, "testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	codes, err := extract.Codes("")
	if err != nil {
		b.Fatal(err)
	}
	detector := &timed{Detector: lang.New(codes...)}
	witness := new(tagger.Tagger)
	witness.Person("Xi spoke.", 0, 2)
	e, err := extract.New(extract.Options{Detector: detector, Witness: witness})
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, a := range articles {
		size += len(a.Text)
	}
	// Packs are compiled and models loaded once.
	before, err := shuffled.Articles(2, 1e6, "testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	for _, a := range before {
		e.Extract(extract.Document{Name: "article", Text: a.Text})
	}
	detector.took = 0
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var out []byte
	records := 0
	for b.Loop() {
		records = 0
		for _, a := range articles {
			all := e.Extract(extract.Document{Name: "article", Text: a.Text}).Records
			out = output.AppendJSONL(out[:0], all)
			records += len(all)
		}
	}
	b.ReportMetric(float64(len(articles)), "articles/op")
	b.ReportMetric(float64(records)/(float64(size)/1e3), "records/KB")
	b.ReportMetric(detector.took.Seconds()*1e3/float64(b.N)/(float64(size)/1e6), "detect-ms/MB")
}
