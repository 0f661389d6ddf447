package extract

import (
	"slices"

	"extract/extract/gazetteer"
)

// What languages need that name the body in front of the number of its sitting
// (pack.toml, body_first): "Karma Ekonomik Komisyonu 12. Dönem Toplantısı".

// endsPhrase reports that the token in front of a sitting is no part of the
// name of its body: a place with its case, a person, a date or a sum.
func (c *chart) endsPhrase(i int32) bool {
	if !c.pack.BodyFirst {
		return false
	}
	t := &c.toks[i]
	if c.inName(i) || int(i) < len(c.taken) && c.taken[i] {
		return true
	}
	return t.end > t.stem && !(c.pack.genitive >= 0 && c.endsIn(i, c.pack.genitive))
}

// ordinalOf reports that the token at i is an ordinal as part of something
// named before: "ikincisi", the second of them.
func (c *chart) ordinalOf(i int32) bool {
	return c.pack.ordinalOf >= 0 && c.endsIn(i, c.pack.ordinalOf)
}

// nounFirst reads a sitting whose number stands behind its noun: "Forumu'nun
// üçüncüsü", the third of the forum.
func (c *chart) nounFirst(i, behind int32, numbers []numbered) (sitting, bool) {
	if len(numbers) != 1 || !c.ordinalOf(behind-1) {
		return sitting{}, false
	}
	noun := c.endingAt(i, clsSessionNoun)
	if noun == nil || c.noSession(noun.start, i, noun) != "" {
		return sitting{}, false
	}
	return sitting{chart: c, from: noun.start, to: behind, number: numbers[0].value, kind: c.value(noun), numberTo: behind, nounFrom: noun.start, rule: "noun-ordinal", phraseFrom: noun.start, phraseTo: behind}, true
}

// seriesAround finds a listed name that has the number of the sitting inside:
// "hükümet başkanlarının 30. düzenli toplantısı".
func (d *document) seriesAround(s *sitting) *gazetteer.SeriesEntry {
	c := s.chart
	if !c.pack.BodyFirst || s.numberTo <= s.from || s.nounFrom < s.from {
		return nil
	}
	for k := s.phraseFrom; k < s.from; k++ {
		var best *gazetteer.SeriesEntry
		c.across(k, s.from, s.numberTo, s.to, 0, func(x *lexeme) {
			if x.class != clsSeries {
				return
			}
			if entry := seriesByID()[x.value]; d.fitsSeries(s, entry, byName) {
				best = entry
			}
		})
		if best != nil {
			return best
		}
	}
	return nil
}

// across walks the forms of the lexicon from token i to end, as if tokens
// gapFrom to gapTo were not there, and yields those that end behind the gap.
func (c *chart) across(i, gapFrom, gapTo, end, node int32, yield func(*lexeme)) {
	if i == gapFrom {
		i = gapTo
	}
	if i >= end {
		return
	}
	for _, w := range c.toks[i].words {
		if w == 0 {
			break
		}
		next, ok := c.lex.edges.get(uint64(node)<<32 | uint64(uint32(w)))
		if !ok {
			continue
		}
		if i >= gapTo {
			for _, at := range c.lex.nodes[next].lexemes {
				yield(&c.lex.lexemes[at])
			}
		}
		if c.lex.nodes[next].more {
			c.across(i+1, gapFrom, gapTo, end, next, yield)
		}
	}
}

func distance(a, b int) int { return max(a-b, b-a) }

// stemOf returns a folded word without its ending, where the lexicon knows the
// word by a stem; else the word itself.
func (l *lexicon) stemOf(word []byte) []byte {
	best := word
	for size := len(word) - 1; size > 1; size-- {
		sh := hashFold(string(word[size:]))
		h := hashFold(string(word[:size]))
		for p := range l.suffixes {
			if _, ok := l.suffixes[p].get(sh); !ok {
				continue
			}
			if _, ok := l.stems.get(stemKey(h, int32(p))); ok {
				best = word[:size]
			}
		}
		if len(best) < len(word) {
			return slices.Clip(best)
		}
	}
	return best
}
