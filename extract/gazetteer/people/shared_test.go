package people

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestGoldNames: whom the golden facts of the shared articles name and the list knows is found under the
// spelling of the article.
func TestGoldNames(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/gold/dev-*.jsonl")
	if len(files) == 0 {
		t.Skip("the shared articles are not here")
	}
	found, local := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(data) {
			var r struct {
				Type, Text string
				Value      any // a number in other types
			}
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(err)
			}
			if r.Type != "official" || r.Text == "" {
				continue
			}
			name, _ := r.Value.(string)
			listed := Find(nil, name)
			if len(listed) == 0 {
				local++
				t.Logf("not in the list: %s", name)
				continue
			}
			found++
			refs := BySurname(Find(nil, r.Text), r.Text)
			if !slices.ContainsFunc(refs, func(f Ref) bool { return f.Index == listed[0].Index }) {
				t.Errorf("%s is not found as %s", name, r.Text)
			}
		}
	}
	t.Logf("%d names of the list, %d others", found, local)
}
