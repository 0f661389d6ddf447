package extract

import (
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestEndings: the trie tells what a look at each end of the word does.
func TestEndings(t *testing.T) {
	endings := []string{"s", "er", "nın", "da", "ın", "dan", "ü", "ların", "x"}
	trie := newEndingTrie(endings)
	const longest = 6
	for _, word := range []string{"", "s", "Pekings", "WIENER", "Ankara'nın", "Bakü", "Üsküdar'dan", "SARIYER", "BAKININ", "Kapının", "Ali̇n", "kulların", "da", "Řex", "\xff\xfes"} {
		for _, w := range []string{word, norm.NFD.String(word)} {
			var want uint64
			for n := 1; n <= min(longest, len(w)); n++ {
				at := len(w) - n
				if utf8.RuneStart(w[at]) && slices.ContainsFunc(endings, func(e string) bool { return hashFold(w[at:]) == hashFold(e) }) {
					want |= 1 << n
				}
			}
			if got := trie.of(w, longest); got != want {
				t.Errorf("%q: %b, want %b", w, got, want)
			}
		}
	}
}
