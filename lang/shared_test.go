package lang

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSharedArticles checks the main language of the shared articles, split at
// blank lines, against their gold records.
func TestSharedArticles(t *testing.T) {
	const shared = "../../shared"
	golds, _ := filepath.Glob(shared + "/gold/*.jsonl")
	if len(golds) == 0 {
		t.Skip("no shared articles beside the project")
	}
	d := New()
	for _, gold := range golds {
		f, err := os.Open(gold)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			var r struct {
				Doc, Type string
				Langs     []string
			}
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			if r.Type != "article" {
				continue
			}
			text, err := os.ReadFile(shared + "/articles/" + r.Doc)
			if err != nil {
				if text, err = os.ReadFile(shared + "/seeds/" + r.Doc); err != nil {
					t.Fatal(err)
				}
			}
			letters := map[string]int{}
			passages := strings.Split(string(text), "\n\n")
			for i, code := range d.Detect(passages) {
				letters[code] += len(passages[i])
				if code != r.Langs[0] && len(passages[i]) > 300 {
					t.Errorf("%s: %s: %s", r.Doc, code, passages[i])
				}
			}
			if main := most(letters); main != r.Langs[0] {
				t.Errorf("%s: got %s, want %s (%v)", r.Doc, main, r.Langs[0], letters)
			}
		}
	}
}
