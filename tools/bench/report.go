package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// report is all that was measured.
type report struct {
	all, stages metrics
	starts      []started
	memory      []used
	workers     []worked
}

// stage is one row of the table of stages.
type stage struct {
	name   string
	ms     float64 // for a megabyte
	allocs float64 // in an article; -1 not counted
}

// rows are the stages, those that take most first.
func (r *report) rows() []stage {
	var rows []stage
	for _, m := range r.stages {
		name, ok := strings.CutSuffix(m.unit, "-ms/MB")
		if !ok {
			continue
		}
		rows = append(rows, stage{name, m.value, r.stages.of(name + "-allocs/article")})
	}
	rows = append(rows, stage{"detect", r.all.of("detect-ms/MB"), -1})
	slices.SortStableFunc(rows, func(a, b stage) int { return cmp.Compare(b.ms, a.ms) })
	return rows
}

func (r *report) write() []byte {
	var out bytes.Buffer
	p := func(format string, args ...any) { fmt.Fprintf(&out, format, args...) }
	perArticle := 0.0
	if n := r.all.of("articles/op"); n > 0 {
		perArticle = r.all.of("allocs/op") / n
	}
	p("# Benchmarks\n\nWritten by `go run ./tools/bench`, which says what is measured. Figures of two days compare on the same machine only; ratios compare everywhere.\n")
	p("\n## One worker\n\nArticles that are no two alike, in four languages by turns, everything on: %.1f MB/s, %.1f records in a kilobyte, %.0f allocations an article, its records among them.\n", r.all.of("MB/s"), r.all.of("records/KB"), perArticle)
	p("\n| stage | share | ms/MB | allocations an article |\n| --- | ---: | ---: | ---: |\n")
	total := 0.0
	for _, s := range r.rows() {
		total += s.ms
	}
	for _, s := range r.rows() {
		allocs := ""
		if s.allocs >= 0 {
			allocs = fmt.Sprintf("%.1f", s.allocs)
		}
		p("| %s | %.0f %% | %.1f | %s |\n", s.name, 100*s.ms/total, s.ms, allocs)
	}
	p("\n## Workers\n\nThe whole program, JSON Lines from a pipe to a pipe.\n\n| workers | MB/s | ratio |\n| ---: | ---: | ---: |\n")
	for _, w := range r.workers {
		p("| %d | %.1f | %.2f |\n", w.jobs, float64(w.size)/1e6/w.took.Seconds(), r.workers[0].took.Seconds()/w.took.Seconds())
	}
	p("\n## Memory\n\nThe most that the program had, with two workers, JSON Lines from a pipe. The longest input gives the same bytes in ten pieces.\n\n| input | memory | output |\n| ---: | ---: | ---: |\n")
	for _, u := range r.memory {
		what := fmt.Sprintf("%d MB", u.megabytes)
		switch {
		case u.document == u.megabytes:
			what += " in one document"
		case u.document > 0:
			what += fmt.Sprintf(" in documents of %d MB", u.document)
		}
		p("| %s | %.0f MB | %.0f MB |\n", what, float64(u.memory)/1e6, float64(u.out)/1e6)
	}
	p("\n## Start\n\nThe whole process with one article, of 21 runs.\n\n| language | least | median | memory |\n| --- | ---: | ---: | ---: |\n")
	for _, s := range r.starts {
		p("| %s | %d ms | %d ms | %.0f MB |\n", s.lang, s.least.Milliseconds(), s.half.Milliseconds(), float64(s.memory)/1e6)
	}
	return out.Bytes()
}
