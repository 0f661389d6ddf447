package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// counts is what one pass over a passage finds.
type counts struct {
	score   [maxLanguages]int32 // weight of function words and telling letters, by language
	scripts [scriptCount]int32  // letters, by script
	viMarks int32               // letters and marks that only Vietnamese writes
}

func (c *counts) letters() int {
	n := 0
	for _, k := range c.scripts {
		n += int(k)
	}
	return n
}

// script is that of most letters; kana count as Han, which Japanese mixes.
func (c *counts) script() script {
	best := scriptOther
	for s, n := range c.scripts {
		if n > c.scripts[best] {
			best = script(s)
		}
	}
	if best == scriptKana {
		best = scriptHan
	}
	return best
}

func (c *counts) add(d *counts) {
	for i := range c.score {
		c.score[i] += d.score[i]
	}
	for i := range c.scripts {
		c.scripts[i] += d.scripts[i]
	}
	c.viMarks += d.viMarks
}

// scan counts the letters, function words and telling letters of a text in one
// pass, without allocation. A capitalised word is often a name ("Li", "Die Linke",
// "An"), so it counts little; in words all in capitals every word counts.
func (t *table) scan(text string, c *counts) {
	hash, length := hashStart, 0
	firstUpper, secondLower := false, false
	end := func(h uint64) {
		if length == 0 || length > maxWord {
			return
		}
		s, ok := t.lookup(h)
		if !ok {
			return
		}
		w := int32(s.weight)
		if firstUpper && (secondLower || length == 1) {
			w = 1
		}
		for _, l := range t.sets[s.set] {
			c.score[l] += w
		}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		var isLetter, upper bool
		if r < utf8.RuneSelf {
			low := r | 0x20
			if isLetter = 'a' <= low && low <= 'z'; isLetter {
				upper = r != low
				r = low
				c.scripts[scriptLatin]++
			}
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
			if isCombining(r) {
				if r == 0x309 || r == 0x31B || r == 0x323 {
					c.viMarks++
				}
				i += size
				continue // NFD: the word goes on, and is known without its marks
			}
			if s := scriptOf(r); s != scriptNone {
				if unicode.IsMark(r) {
					isLetter = true // a vowel sign of an Indic script belongs to its word
				} else if unicode.IsLetter(r) {
					isLetter = true
					c.scripts[s]++
					low := unicode.ToLower(r)
					upper = low != r
					if r == 'İ' {
						low = 'ı' // as telling, and the same letter to lower
					}
					r = low
					if r < maxLetter && t.letters[r].weight != 0 {
						for _, l := range t.sets[t.letters[r].set] {
							c.score[l] += int32(t.letters[r].weight)
						}
					}
					if 0x1EA0 <= r && r <= 0x1EF9 || r == 'ơ' || r == 'ư' {
						c.viMarks++
					}
				}
			}
		}
		switch {
		case isLetter:
			if length == 0 {
				firstUpper, secondLower = upper, false
			} else if length == 1 {
				secondLower = !upper
			}
			hash = (hash ^ uint64(lower(r))) * hashPrime
			length++
		case r == '\'' || r == '’':
			// An apostrophe ends one word and begins the next, and is part of both:
			// l'homme, Rusya'nın, don't.
			end((hash ^ '\'') * hashPrime)
			length = 0
			hash = hashStart
			hash = (hash ^ '\'') * hashPrime
		default:
			end(hash)
			hash, length = hashStart, 0
			if r == ':' && strings.HasPrefix(text[i:], "://") { // an address says nothing
				if n := strings.IndexAny(text[i:], " \t\r\n"); n >= 0 {
					size = n
				} else {
					size = len(text) - i
				}
			}
		}
		i += size
	}
	end(hash)
}

// lower folds case so that I, İ and ı are one letter: in capitals a Turkish word
// cannot be told from another language's by them.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	case r == 'İ' || r == 'ı':
		return 'i'
	}
	return unicode.ToLower(r)
}

func isCombining(r rune) bool { return 0x300 <= r && r <= 0x36F }
