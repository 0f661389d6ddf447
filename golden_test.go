package main

import (
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"extract/model"
)

var update = flag.Bool("update", false, "rewrite the golden facts of testdata/articles; read their diff")

// articles are the documents with golden facts. The facts are in a folder of their own, so that
// `extract testdata/articles` reads articles only.
func articles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/articles/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("there are no articles in testdata/articles")
	}
	return files
}

// factsOf runs the command once on a folder and returns the lines of each file.
func factsOf(t *testing.T, folder string, flags ...string) map[string]string {
	t.Helper()
	facts := map[string]string{}
	file := ""
	for l := range strings.SplitAfterSeq(call(t, append(flags, folder)...), "\n") {
		if strings.HasPrefix(l, `{"type":"article"`) {
			var r line
			if err := json.Unmarshal([]byte(l), &r); err != nil {
				t.Fatalf("%v in %s", err, l)
			}
			file = r.Doc
		}
		facts[file] += l
	}
	return facts
}

// TestGolden runs the whole command on each article and compares with the facts that somebody has read.
// `go test . -run Golden/de -update` rewrites those of one language.
func TestGolden(t *testing.T) {
	golden := map[string]bool{}
	files := articles(t)
	facts := factsOf(t, "testdata/articles")
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "testdata/articles/"), ".txt")
		want := "testdata/golden/" + name + ".jsonl"
		golden[want] = true
		t.Run(name, func(t *testing.T) { compareGolden(t, file, facts[filepath.ToSlash(file)], want) })
	}
	left, err := filepath.Glob("testdata/golden/*/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range left {
		if !golden[filepath.ToSlash(file)] {
			t.Errorf("%s is of no article", file)
		}
	}
}

// compareGolden compares what came of a file with what somebody has read.
func compareGolden(t *testing.T, file, got, want string) {
	t.Helper()
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(want), 0o755), os.WriteFile(want, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	facts, err := os.ReadFile(want)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s has no golden file: write %s with `go test . -run Golden -update` and read it line by line", file, want)
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := lineDiff(string(facts), got); diff != "" {
		t.Errorf("- golden, + found; where the new ones are right, `go test . -run Golden -update`\n%s", diff)
	}
}

// lineDiff lists the lines that only one side has, in order.
func lineDiff(want, got string) string {
	w, g := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	var b strings.Builder
	for _, l := range w {
		if !slices.Contains(g, l) {
			b.WriteString("- " + l)
		}
	}
	for _, l := range g {
		if !slices.Contains(w, l) {
			b.WriteString("+ " + l)
		}
	}
	if b.Len() == 0 && want != got {
		return "the same lines in another order"
	}
	return b.String()
}

// line is what all records have, for checks from outside.
type line struct {
	Type, Value, Text, Rule, Lang, Doc, ID string
	Start, End, Chars                      int
	Mentions                               []model.Span
}

// TestContractHolds checks what the record contract promises of every document: spans that cut the
// text out of it, ids that are unique, records in order. It asks for all types.
func TestContractHolds(t *testing.T) {
	schemas := schemasOf(t)
	files := articles(t)
	facts := factsOf(t, "testdata/articles", "--types", strings.Join(model.Types(), ","))
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		holdsContract(t, schemas, filepath.ToSlash(file), strings.TrimPrefix(string(content), "\uFEFF"), facts[filepath.ToSlash(file)])
	}
}

// holdsContract checks the records of one document, whose places are in the text.
func holdsContract(t *testing.T, schemas map[string]schema, file, content, facts string) {
	t.Helper()
	rank := map[string]int{}
	for i, name := range model.Types() {
		rank[name] = i
	}
	text := []rune(content)
	ids := map[string]bool{}
	var last line
	for i, raw := range strings.Split(strings.TrimSpace(facts), "\n") {
		var r line
		if err := json.Unmarshal([]byte(raw), &r); err != nil {
			t.Fatalf("%s: %v in %s", file, err, raw)
		}
		if r.Doc != file || r.Lang == "" || ids[r.ID] || (r.Type == model.TypeArticle) != (i == 0) {
			t.Errorf("%s: %s", file, raw)
		}
		ids[r.ID] = true
		fitsSchema(t, schemas[r.Type], []byte(raw))
		if i == 0 {
			if r.Chars != len(text) {
				t.Errorf("%s has %d characters, not %d", file, len(text), r.Chars)
			}
			continue
		}
		if len(r.Mentions) == 0 || r.Mentions[0] != (model.Span{Start: r.Start, End: r.End}) || r.Rule == "" {
			t.Errorf("%s: %s", file, raw)
		}
		for j, m := range r.Mentions {
			if m.Start < 0 || m.Start >= m.End || m.End > len(text) || j > 0 && m.Start < r.Mentions[j-1].Start {
				t.Fatalf("%s: mention %v in %s", file, m, raw)
			}
		}
		if got := string(text[r.Start:r.End]); got != r.Text {
			t.Errorf("%s: at %d is %q, not %q", file, r.Start, got, r.Text)
		}
		if i > 1 && !inOrder(last, r, rank) {
			t.Errorf("%s: out of order: %s", file, raw)
		}
		last = r
	}
}

func inOrder(a, b line, rank map[string]int) bool {
	key := func(r line) []int {
		meeting := 0
		if r.Type == model.TypeMeeting {
			meeting = 1
		}
		return []int{meeting, r.Start, -r.End, rank[r.Type]}
	}
	c := slices.Compare(key(a), key(b))
	return c < 0 || c == 0 && a.Value <= b.Value
}

// schema is what the JSON Schema says of one type of record, as far as it is checked here.
type schema struct {
	Title      string
	Required   []string
	Properties map[string]struct {
		Type, Pattern string
		Enum          []string
	}
}

func schemasOf(t *testing.T) map[string]schema {
	t.Helper()
	var all struct{ OneOf []schema }
	if err := json.Unmarshal([]byte(call(t, "schema")), &all); err != nil {
		t.Fatal(err)
	}
	byType := map[string]schema{}
	for _, s := range all.OneOf {
		byType[s.Title] = s
	}
	return byType
}

// fitsSchema checks a record against the schema that users get: its keys, and its strings.
func fitsSchema(t *testing.T, s schema, record []byte) {
	t.Helper()
	var keys map[string]any
	if err := json.Unmarshal(record, &keys); err != nil {
		t.Fatal(err)
	}
	for _, k := range s.Required {
		if keys[k] == nil {
			t.Errorf("no %s in %s", k, record)
		}
	}
	for k, v := range keys {
		p, known := s.Properties[k]
		text, isText := v.(string)
		switch {
		case !known:
			t.Errorf("the schema has no %s: %s", k, record)
		case p.Type == "string" && (!isText || text == ""):
			t.Errorf("%s is no string: %s", k, record)
		case p.Enum != nil && !slices.Contains(p.Enum, text):
			t.Errorf("%s is none of %v: %s", k, p.Enum, record)
		case p.Pattern != "" && !regexp.MustCompile(p.Pattern).MatchString(text):
			t.Errorf("%s is no %s: %s", k, p.Pattern, record)
		}
	}
}
