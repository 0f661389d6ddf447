package main

import (
	"strings"
	"testing"

	"extract/extract"
	"extract/internal/shuffled"
	"extract/lang"
	"extract/output"
	"extract/tagger"
)

// BenchmarkAll is what one worker does with articles, everything on: language
// detection, all kinds of record, the lines that are written.
func BenchmarkAll(b *testing.B) {
	articles, err := shuffled.Articles(1, 4<<20, "testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	codes, err := extract.Codes("")
	if err != nil {
		b.Fatal(err)
	}
	e, err := extract.New(extract.Options{Detector: lang.New(codes...), Witness: new(tagger.Tagger)})
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, a := range articles {
		size += len(a.Text)
	}
	for _, a := range articles { // packs are compiled and models loaded once
		e.Extract(extract.Document{Name: "article", Text: a.Text})
	}
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
	b.ReportMetric(float64(records)/(float64(size)/1000), "records/KB")
}

// BenchmarkDetect is the detection of languages alone.
func BenchmarkDetect(b *testing.B) {
	articles, err := shuffled.Articles(1, 1<<20, "testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	d := lang.New("de", "en", "nb", "tr")
	size := 0
	for _, a := range articles {
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			d.Detect(strings.Split(a.Text, "\n\n"))
		}
	}
}
