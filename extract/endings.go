package extract

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// endingTrie knows the endings of a paradigm, read from their last letter to
// their first: so one walk from the end of a word tells all of those that it
// has, where a set of endings would have to be asked once for each.
type endingTrie struct {
	column [256]uint8 // of a byte of folded text in rows, 0 for those of no ending
	width  int
	rows   []int32 // a row for each node: the node behind each byte, 0 none
	ends   []bool  // of each node: an ending begins here
}

// newEndingTrie makes the trie of endings, composed and decomposed, as both
// stand in texts.
func newEndingTrie(endings []string) *endingTrie {
	var folded [][]byte
	for _, e := range endings {
		composed := appendFold(nil, e)
		folded = append(folded, composed)
		if apart := norm.NFD.Bytes(composed); string(apart) != string(composed) {
			folded = append(folded, apart)
		}
	}
	t := &endingTrie{width: 1}
	for _, e := range folded {
		for _, b := range e {
			if t.column[b] == 0 {
				t.column[b] = uint8(t.width)
				t.width++
			}
		}
	}
	t.rows, t.ends = make([]int32, t.width), []bool{false}
	for _, e := range folded {
		node := 0
		for i := len(e) - 1; i >= 0; i-- {
			at := node*t.width + int(t.column[e[i]])
			if t.rows[at] == 0 {
				t.rows[at] = int32(len(t.ends))
				t.rows = append(t.rows, make([]int32, t.width)...)
				t.ends = append(t.ends, false)
			}
			node = int(t.rows[at])
		}
		t.ends[node] = node != 0
	}
	return t
}

// before returns the node of a byte of folded text in front of what a node
// stands for, which is nothing for node 0; 0 where no ending goes on so. Column 0
// is empty in all rows.
func (t *endingTrie) before(node int, b byte) int {
	return int(t.rows[node*t.width+int(t.column[b])])
}

// of returns the lengths of the endings that a word as it stands has, bit n for
// n bytes, up to longest.
func (t *endingTrie) of(word string, longest int) (lengths uint64) {
	node, size := 0, 0
	var room [utf8.UTFMax]byte
	for size < longest && size < len(word) {
		r, n := rune(word[len(word)-size-1]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeLastRuneInString(word[:len(word)-size])
		}
		folded := room[:utf8.EncodeRune(room[:], foldRune(r))]
		if r == '\u0307' {
			folded = nil // i̇ is i
		}
		for i := len(folded) - 1; i >= 0; i-- {
			if node = t.before(node, folded[i]); node == 0 {
				return lengths
			}
		}
		if size += n; t.ends[node] && size <= longest {
			lengths |= 1 << size
		}
	}
	return lengths
}
