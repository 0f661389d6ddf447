package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wrapped breaks the lines of a text at a width: a space in each that is longer becomes a line end, so
// that all places stay.
func wrapped(text string, width int) string {
	runes := []rune(text)
	start, space := 0, -1
	for i, r := range runes {
		switch {
		case r == '\n':
			start, space = i+1, -1
			continue
		case r == ' ':
			space = i
		}
		if i-start >= width && space >= start {
			runes[space] = '\n'
			start = space + 1
		}
	}
	return string(runes)
}

// TestWrapped: the lines of mails and of many archives end at a fixed width, inside of names, dates and sums
// too. Such an article has the facts that it has with a paragraph a line.
func TestWrapped(t *testing.T) {
	facts := func(dir string) map[string]bool {
		found := map[string]bool{}
		for l := range strings.Lines(call(t, "--no-article", dir)) {
			var r struct {
				Type, Value, Doc string
				Start, End       int
			}
			if err := json.Unmarshal([]byte(l), &r); err != nil {
				t.Fatal(err)
			}
			found[fmt.Sprint(filepath.Base(r.Doc), " ", r.Type, " ", r.Value, " ", r.Start, " ", r.End)] = true
		}
		return found
	}
	for _, lang := range []string{"en", "tr"} {
		folder := "testdata/articles/" + lang
		files, err := filepath.Glob(folder + "/*.txt")
		if err != nil {
			t.Fatal(err)
		}
		narrow := t.TempDir()
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(narrow, filepath.Base(file)), []byte(wrapped(string(text), 72)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, got := facts(folder), facts(narrow)
		if len(want) < 100 {
			t.Errorf("%s: only %d facts", lang, len(want))
		}
		for fact := range want {
			if !got[fact] {
				t.Errorf("%s: wrapped lines have no %s", lang, fact)
			}
		}
		for fact := range got {
			if !want[fact] {
				t.Errorf("%s: only wrapped lines have %s", lang, fact)
			}
		}
	}
}
