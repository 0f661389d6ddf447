package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"extract/model"
)

// pages are the web pages with golden texts and facts.
func pages(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/pages/*/*.html")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("there are no pages in testdata/pages")
	}
	for i, file := range files {
		files[i] = filepath.ToSlash(file)
	}
	return files
}

// TestGoldenPages runs the command on each page: the text that it reads, and the facts in it, whose places must
// be in that text.
func TestGoldenPages(t *testing.T) {
	schemas := schemasOf(t)
	golden := map[string]bool{}
	facts := factsOf(t, "testdata/pages")
	all := factsOf(t, "testdata/pages", "--types", strings.Join(model.Types(), ","))
	for _, file := range pages(t) {
		want := strings.TrimSuffix(strings.Replace(file, "testdata/pages", "testdata/golden-pages", 1), ".html")
		golden[want+".txt"], golden[want+".jsonl"] = true, true
		t.Run(strings.TrimPrefix(want, "testdata/golden-pages/"), func(t *testing.T) {
			text := call(t, "text", file)
			compareGolden(t, file, text, want+".txt")
			compareGolden(t, file, facts[file], want+".jsonl")
			holdsContract(t, schemas, file, text, all[file])
		})
	}
	left, err := filepath.Glob("testdata/golden-pages/*/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range left {
		if !golden[filepath.ToSlash(file)] {
			t.Errorf("%s is of no page", file)
		}
	}
}

// TestPagesAsLines reads the texts of pages, written as lines, again: the same facts with the same ids.
func TestPagesAsLines(t *testing.T) {
	lines := filepath.Join(t.TempDir(), "pages.jsonl")
	if err := os.WriteFile(lines, []byte(call(t, "text", "--jsonl", "testdata/pages")), 0o644); err != nil {
		t.Fatal(err)
	}
	// A line has no field for the publisher of the page.
	got, want := call(t, "--no-article", lines), call(t, "--no-article", "testdata/pages")
	if diff := lineDiff(want, got); diff != "" {
		t.Errorf("- of the pages, + of the lines\n%s", diff)
	}
}

// TestPagesInParallel: pages are read by the workers, and come out in their order, those too of which
// only a worker finds out that they cannot be read.
func TestPagesInParallel(t *testing.T) {
	var warc strings.Builder
	n := 0
	record := func(page string) {
		n++
		fmt.Fprintf(&warc, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/%d\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, len(page), page)
	}
	for i, file := range pages(t) {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		record(string(page))
		if i%3 == 0 {
			record("<html><p>\x81 in no encoding \x8D")
		}
	}
	type answer struct {
		code          int
		out, messages string
	}
	read := func(jobs string) (a answer) {
		var out, messages strings.Builder
		a.code = run([]string{"--envelope", "--jobs", jobs, "-"}, strings.NewReader(warc.String()), &out, &messages)
		a.out, a.messages = out.String(), messages.String()
		return a
	}
	one := read("1")
	if one.code != exitInput || strings.Count(one.out, "\n") != n || strings.Count(one.messages, "no valid text") != (len(pages(t))+2)/3 {
		t.Fatalf("%d pages: exit code %d, %d lines\n%s", n, one.code, strings.Count(one.out, "\n"), one.messages)
	}
	for _, jobs := range []string{"2", "8"} {
		if many := read(jobs); many != one {
			t.Errorf("%s jobs: exit code %d, %d bytes, want %d\n%s", jobs, many.code, len(many.out), len(one.out), many.messages)
		}
	}
}
