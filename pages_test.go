package main

import (
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
