package extract

import (
	"slices"
	"strings"
)

// Sittings that the text names in several ways, and what makes them one series.

// uniteUnknown makes one series of sittings of one number and kind that the
// document names with more and with fewer words: in the title and the text.
func (d *document) uniteUnknown() {
	for i := range d.sittings {
		a := &d.sittings[i]
		if !a.named || a.known {
			continue
		}
		best := a
		for k := max(0, i-maxCompared); k < min(len(d.sittings), i+maxCompared); k++ {
			b := &d.sittings[k]
			if k == i || !b.named || b.number != a.number || b.kind != a.kind && !(general(a) && general(b)) || b.chart != a.chart || !within(a.parties, b.parties) && !within(b.parties, a.parties) {
				continue
			}
			if !b.known && !within(a.head, b.head) && !within(b.head, a.head) && !within(a.head, b.abbreviations()) && !within(b.head, a.abbreviations()) && len(a.parties) == 0 {
				continue
			}
			more := len(b.parties) - len(best.parties)
			if more == 0 {
				more = len(b.head) - len(best.head)
			}
			if more == 0 && b.series == best.series {
				more = strings.Count(b.name, " ") - strings.Count(best.name, " ")
			}
			if b.known || more > 0 || more == 0 && b.kind != best.kind && k < i {
				best = b
				if b.known {
					break
				}
			}
		}
		if best != a {
			a.series, a.kind, a.name, a.parties, a.known, a.head = best.series, best.kind, best.name, best.parties, best.known, best.head
		}
	}
}

// general reports a sitting of a body that its words name: one and the same is
// called a meeting here and a session there.
func general(s *sitting) bool {
	return (s.kind == "meeting" || s.kind == "session") && len(s.head) > 0
}

// uniteHeads gives sittings whose words name no countries the series of the same
// words that names some: "the 4th Strategic Dialogue" behind the "5th India-UAE
// Strategic Dialogue".
func (d *document) uniteHeads() {
	for i := range d.sittings {
		a := &d.sittings[i]
		if !a.named || a.known || len(a.parties) > 0 || len(a.head) == 0 {
			continue
		}
		for k := max(0, i-maxCompared); k < min(len(d.sittings), i+maxCompared); k++ {
			b := &d.sittings[k]
			if b.named && !b.known && b.kind == a.kind && b.chart == a.chart && len(b.parties) > 0 && slices.Equal(a.head, b.head) {
				a.series, a.name, a.parties = b.series, b.name, b.parties
				break
			}
		}
	}
}

// abbreviations are the words in brackets of the name, folded: "Karma
// Ekonomik Komisyonu (KEK)".
func (s *sitting) abbreviations() (words []string) {
	c := s.chart
	for k := s.phraseFrom; k+2 < s.phraseTo; k++ {
		if c.toks[k].char == '(' && c.toks[k+1].kind == wordToken && c.toks[k+2].char == ')' {
			words = append(words, string(c.folded(&c.toks[k+1])))
		}
	}
	return words
}

// within reports that all of a is in b.
func within(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// uniteKinds makes one series of the sittings of one body that the document calls
// by several nouns, "the 16th session of the commission" and "its 17th meeting",
// or by a longer and a shorter name: "the Joint Commission on Health", "the joint
// commission". The fullest name has it, of several the first.
func (d *document) uniteKinds() {
	for i := range d.sittings {
		a := &d.sittings[i]
		if !a.named || a.known || a.special || !loose(a.kind) || len(a.head) == 0 {
			continue
		}
		best := a
		for k := max(0, i-maxCompared); k < min(len(d.sittings), i+maxCompared); k++ {
			b := &d.sittings[k]
			if k == i || !b.named || b.known || b.special || b.chart != a.chart || b.series == a.series || !loose(b.kind) || !slices.Equal(a.parties, b.parties) {
				continue
			}
			same := slices.Equal(a.head, b.head)
			if !same && !(len(a.parties) > 1 && len(a.head) == 1 && a.shortFor(b)) {
				continue
			}
			if !same && a.number != b.number && a.chart.sameSentence(a.from, b.from) && len(a.chart.partiesIn(a.phraseFrom, a.phraseTo)) > 1 && len(b.chart.partiesIn(b.phraseFrom, b.phraseTo)) > 1 {
				best = a
				break // "of the A-B Investment Committee and of the A-B Energy Committee"
			}
			if !same && best != a && !slices.Equal(best.head, a.head) && !slices.Equal(best.head, b.head) {
				best = a // it may be either
				break
			}
			if n := len(b.series) - len(b.kind) - len(best.series) + len(best.kind); n > 0 || n == 0 && k < i && best == a {
				best = b
			}
		}
		if best != a {
			a.series, a.kind, a.name, a.head = best.series, best.kind, best.name, best.head
		}
	}
}

// shortFor reports that the one word of the head of a sitting is a noun for a
// body that the head of the other has as well, alone or at the end of a longer
// word: "Kommission" is short for "Regierungskommission".
func (s *sitting) shortFor(full *sitting) bool {
	c := s.chart
	k := c.next(clsBody, s.phraseFrom, s.phraseTo)
	return k < s.phraseTo && definedBodies[c.value(c.startingAt(k, clsBody))] &&
		slices.ContainsFunc(full.head, func(word string) bool { return strings.HasSuffix(word, s.head[0]) })
}
