package extract

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func tokensOf(text string) []token {
	toks, _ := tokenize(nil, nil, text, 0, len(text))
	return toks
}

// TestTokenize cuts text where rules need it cut.
func TestTokenize(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"COP28 met.", "COP|28|met|."},
		{"5.8bn", "5|.|8|bn"},
		{"29th", "29|th"},
		{"1'250'000", "1|'|250|'|000"},
		{"Hangzhou’da", "Hangzhou|’|da"},
		{"20.–23. august", "20|.|–|23|.|august"},
		{"a\u00a0b\u202fc", "a|b|c"},
		{"Zu\u00adsammen", "Zu\u00adsammen"},
		{"İstanbul I", "İstanbul|I"},
		{"", ""},
	} {
		var got []string
		for _, tok := range tokensOf(c.text) {
			got = append(got, c.text[tok.start:tok.end])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q is cut %q, want %q", c.text, s, c.want)
		}
	}
}

// TestFolding gives the forms of a word one hash: by case, by the four letters
// i of Turkish, composed and decomposed.
func TestFolding(t *testing.T) {
	for _, words := range [][]string{
		{"ISTANBUL", "İstanbul", "istanbul", "ıstanbul", norm.NFD.String("İSTANBUL")},
		{"Übung", "übung", norm.NFD.String("Übung"), "ÜBUNG"},
		{"gov", "Gov", "GOV"},
	} {
		want := tokensOf(words[0])[0].hash
		for _, w := range words {
			toks := tokensOf(w)
			if len(toks) != 1 || toks[0].hash != want || hashFold(w) != want || hashFold(string(appendFold(nil, w))) != want {
				t.Errorf("%q has another hash than %q", w, words[0])
			}
		}
	}
}

// TestFlags asks for capitals and line ends.
func TestFlags(t *testing.T) {
	text := "Li met\nUN x\n\nÖL"
	toks := tokensOf(text)
	for i, want := range []struct {
		capital, all, line, blank bool
	}{{true, false, true, false}, {}, {true, true, true, false}, {}, {true, true, true, true}} {
		tok := &toks[i]
		if tok.is(capital) != want.capital || tok.is(allCaps) != want.all || tok.is(lineBefore) != want.line || tok.is(blankBefore) != want.blank {
			t.Errorf("%q has the flags %b", text[tok.start:tok.end], tok.flags)
		}
	}
}

// TestOffsets turns bytes into code points at every place of a text.
func TestOffsets(t *testing.T) {
	text := strings.Repeat("aß€😀 plain ", 90)
	var o offsets
	o.reset(text)
	n := 0
	for i := range text {
		if got := o.at(i); got != n {
			t.Fatalf("byte %d is code point %d, not %d", i, got, n)
		}
		n++
	}
	if o.count() != n || o.at(len(text)) != n {
		t.Errorf("%d code points, not %d", o.count(), n)
	}
}

// TestHashTable finds what was put in and nothing else, however few there is room for.
func TestHashTable(t *testing.T) {
	for n := range 20 {
		var table hashTable
		table.reserve(n)
		for key := range 2 * n {
			table.put(uint64(key+1), int32(key))
		}
		for key := range 3 * n {
			if val, ok := table.get(uint64(key + 1)); ok != (key < 2*n) || ok && val != int32(key) {
				t.Errorf("of %d: %d is %d, %v", 2*n, key, val, ok)
			}
		}
	}
}
