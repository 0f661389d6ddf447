package main

import (
	"io"
	"strings"
	"testing"
	"time"
)

func TestSizes(t *testing.T) {
	if got, err := parseSizes("10,100,1000"); err != nil || len(got) != 3 || got[2] != 1000 {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"", "10,x", "100,10", "0"} {
		if got, err := parseSizes(bad); err == nil {
			t.Errorf("%q is taken for %v", bad, got)
		}
	}
}

func TestParseBench(t *testing.T) {
	const out = "goos: linux\nBenchmarkAllOther-2 1 5 ns/op 9.0 MB/s\nBenchmarkAll-2   \t 3\t 2000 ns/op\t 9.50 MB/s\t 7.0 detect-ms/MB\nPASS\n"
	m, err := parseBench(out, "BenchmarkAll")
	if err != nil || m.of("MB/s") != 9.5 || m.of("detect-ms/MB") != 7 || m.of("ns/op") != 2000 || m.of("none") != 0 {
		t.Errorf("%v, %v", m, err)
	}
	if _, err := parseBench(out, "BenchmarkNone"); err == nil {
		t.Error("a benchmark that did not run is no fault")
	}
}

// TestPieces: the lines of two pieces are those of the whole, none of them cut.
func TestPieces(t *testing.T) {
	read := func(rooms ...int) []string {
		lines, at := []string{"one\n", "two two\n", "three\n", "four\n"}, 0
		next := func() ([]byte, bool) {
			if at == len(lines) {
				return nil, false
			}
			at++
			return []byte(lines[at-1]), true
		}
		var got []string
		for _, room := range rooms {
			text, err := io.ReadAll(&reader{next: next, room: room})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(text))
		}
		return got
	}
	if got := strings.Join(read(6, 1000), "|"); got != "one\ntwo two\n|three\nfour\n" {
		t.Errorf("%q", got)
	}
}

func TestReport(t *testing.T) {
	r := report{
		all:     metrics{{"MB/s", 9.5}, {"allocs/op", 900}, {"articles/op", 10}, {"detect-ms/MB", 10}},
		stages:  metrics{{"scan-ms/MB", 20}, {"scan-allocs/article", 0.5}, {"match-ms/MB", 70}, {"match-allocs/article", 3}},
		starts:  []started{{"de", 40 * time.Millisecond, 50 * time.Millisecond, 33e6}},
		memory:  []used{{10, 0, 120e6, 13e6}, {50, 8, 150e6, 60e6}, {50, 50, 180e6, 60e6}},
		workers: []worked{{1, 2 * time.Second, 20e6}, {2, time.Second, 20e6}},
	}
	got := string(r.write())
	for _, want := range []string{
		"9.5 MB/s", "90 allocations an article", "| match | 70 % | 70.0 | 3.0 |\n| scan | 20 % | 20.0 | 0.5 |\n| detect | 10 % | 10.0 |  |",
		"| 2 | 20.0 | 2.00 |", "| 10 MB | 120 MB | 13 MB |\n| 50 MB in documents of 8 MB | 150 MB | 60 MB |\n| 50 MB in one document | 180 MB | 60 MB |", "| de | 40 ms | 50 ms | 33 MB |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
