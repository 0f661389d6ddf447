package extract

// This file cuts the surface forms of a pack into words as text is cut.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// formWord is one word of a surface form.
type formWord struct {
	text           string
	stem, tail     bool // "minister~", "+gipfel"
	capital, punct bool
	apart          bool // a space or hyphen stands in front
}

// splitForm cuts a surface form into words as the tokenizer cuts text, and
// appends them to words. A hyphen or space parts words, other marks are words of
// their own; the last result is whether the form ends in a point that the text
// may leave out.
func splitForm(words []formWord, form string) (all []formWord, dotted bool) {
	rest := strings.TrimSpace(form)
	if n := len(rest); n > 1 && rest[n-1] == '.' {
		rest, dotted = rest[:n-1], true
	}
	tailNext, apart := false, false
	for i := 0; i < len(rest); {
		r, size := utf8.DecodeRuneInString(rest[i:])
		switch {
		case isSpace(r) || r == '-':
			apart = true
			i += size
		case r == '+' && beginsWord(rest[i+size:]):
			tailNext = true
			i += size
		case r == '~' && len(words) > 0:
			words[len(words)-1].stem = true
			i += size
		default:
			j := i
			digit := '0' <= r && r <= '9'
			for j < len(rest) {
				r, size := utf8.DecodeRuneInString(rest[j:])
				if digit != ('0' <= r && r <= '9') || !digit && !isWordRune(r) {
					break
				}
				j += size
			}
			w := formWord{tail: tailNext, apart: apart}
			tailNext, apart = false, false
			if j == i {
				j += size
				w.punct = true
			}
			w.text = rest[i:j]
			first, _ := utf8.DecodeRuneInString(w.text)
			w.capital = unicode.IsUpper(first)
			words = append(words, w)
			i = j
		}
	}
	return words, dotted
}

// beginsWord reports that the plus sign in front of a text makes a tail of what
// follows, and is no sign of its own: "+gipfel", but not "OPEC+ summit".
func beginsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWordRune(r)
}

// split cuts a surface form as chart.take leaves the text: an ending behind an
// apostrophe is part of its word ("People's Republic"). The next call overwrites
// the words.
func (l *lexicon) split(form string) (words []formWord, dotted bool) {
	words, dotted = splitForm(l.cut[:0], form)
	l.cut = words[:0]
	if l.apostrophe.n == 0 || !strings.ContainsAny(form, "'’") {
		return words, dotted
	}
	out := words[:0]
	for i := 0; i < len(words); i++ {
		out = append(out, words[i])
		if i+2 >= len(words) || words[i].punct || words[i+1].text != "'" && words[i+1].text != "’" || words[i+1].apart || words[i+2].apart {
			continue
		}
		if _, ok := l.apostrophe.get(hashFold(words[i+2].text)); ok {
			i += 2
		}
	}
	return out, dotted
}
