package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// counts is what one pass over a passage finds.
type counts struct {
	score   [maxLanguages]int32 // weight of function words and telling letters, by language
	scored  languageSet         // the languages that have any
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
	c.scored.add(d.scored)
	c.addLetters(d)
}

// addLetters adds what a passage says of its script.
func (c *counts) addLetters(d *counts) {
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
		c.credit(&t.sets[s.set], w)
	}
	for i := 0; i < len(text); {
		if from := i; asciiLetter(text[i]) { // as most are: all that stand together at once
			for ; i < len(text) && asciiLetter(text[i]); i++ {
				hash = (hash ^ uint64(text[i]|0x20)) * hashPrime
			}
			switch length {
			case 0:
				firstUpper, secondLower = text[from] < 'a', i > from+1 && text[from+1] >= 'a'
			case 1:
				secondLower = text[from] >= 'a'
			}
			length += i - from
			c.scripts[scriptLatin] += int32(i - from)
			continue
		}
		r, size := rune(text[i]), 1
		var isLetter, upper bool
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
			if isCombining(r) {
				if r == 0x309 || r == 0x31B || r == 0x323 {
					c.viMarks++
				}
				i += size
				continue // NFD: the word goes on, and is known without its marks
			}
			if s := scriptOf(r); s != scriptNone {
				if r >= latinEnd && unicode.IsMark(r) {
					isLetter = true // a vowel sign of an Indic script belongs to its word
				} else if r < latinEnd || unicode.IsLetter(r) {
					isLetter = true
					c.scripts[s]++
					low := toLower(r)
					upper = low != r
					if r == 'İ' {
						low = 'ı' // as telling, and the same letter to lower
					}
					r = low
					if r < maxLetter && t.letters[r].weight != 0 {
						c.credit(&t.sets[t.letters[r].set], int32(t.letters[r].weight))
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
			if r == 'ı' {
				r = 'i' // as in lower; all other letters are small already
			}
			hash = (hash ^ uint64(r)) * hashPrime
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

// credit gives languages the weight of what they share.
func (c *counts) credit(s *sharing, weight int32) {
	c.scored.add(s.set)
	for _, l := range s.langs {
		c.score[l] += weight
	}
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

// latinEnd is where the blocks of Latin end that all languages of Europe make
// do with. Whatever they hold beyond ASCII are letters but for two signs.
const latinEnd = 0x250

var latinLower = func() (low [latinEnd]rune) {
	for r := range low {
		low[r] = unicode.ToLower(rune(r))
	}
	return low
}()

func toLower(r rune) rune {
	if r < latinEnd {
		return latinLower[r]
	}
	return unicode.ToLower(r)
}

func asciiLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isCombining(r rune) bool { return 0x300 <= r && r <= 0x36F }
