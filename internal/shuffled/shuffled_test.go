package shuffled

import (
	"strings"
	"testing"
)

func TestArticles(t *testing.T) {
	a, err := Articles(1, 200_000, "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Articles(1, 200_000, "")
	if err != nil {
		t.Fatal(err)
	}
	seen, words := map[string]bool{}, map[string]bool{}
	size := 0
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("article %d is another in the second run", i)
		}
		if seen[a[i].Text] {
			t.Errorf("article %d is there twice", i)
		}
		seen[a[i].Text] = true
		size += len(a[i].Text)
		for _, w := range strings.Fields(a[i].Text) {
			words[w] = true
		}
	}
	if mean := size / len(a); size < 200_000 || mean < 1000 || mean > 4000 {
		t.Errorf("%d bytes in articles of %d", size, mean)
	}
	if len(words) < 5000 {
		t.Errorf("only %d different words", len(words))
	}
}
