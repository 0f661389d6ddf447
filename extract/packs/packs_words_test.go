package packs

import (
	"testing"
	"testing/fstest"
)

// Words finds the same words in the same places as reading everything does.
func TestWordsOfSomeClasses(t *testing.T) {
	fsys := fstest.MapFS{"xx/a.toml": {Data: []byte(`# words
[words.other]
a = ["x"]

[words.layout]
share = [
    "s1",
    "s2",
]
[[rule]]
yes = [
["a", "b"]]
[words."month"]
01 = ["Jan."]
`)}}
	words, err := Words(fsys, "xx", "layout", "month")
	if err != nil {
		t.Fatal(err)
	}
	want := []Word{
		{"layout", "share", "s1", Place{"xx/a.toml", 6}},
		{"layout", "share", "s2", Place{"xx/a.toml", 6}},
		{"month", "01", "Jan.", Place{"xx/a.toml", 14}},
	}
	if len(words) != len(want) {
		t.Fatalf("got %v", words)
	}
	for i := range want {
		if words[i] != want[i] {
			t.Errorf("got %v, want %v", words[i], want[i])
		}
	}
}
