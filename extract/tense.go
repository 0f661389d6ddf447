package extract

import "extract/extract/packs"

// tenseEndings are endings that only verbs have and that tell their tense:
// [suffixes] tense-past, tense-future, tense-present of a pack. Those of
// tense-past-last nouns have too, but not where a sentence ends.
type tenseEndings struct {
	tense   int8
	last    bool
	endings hashTable
}

// shortestVerb is how many bytes a verb needs to be told by its ending,
// shortestLast where it ends a sentence.
const shortestVerb, shortestLast = 6, 4

func compileTenses(p *packs.Pack) (sets []tenseEndings, longest int, last [256]bool) {
	for _, t := range []struct {
		name  string
		tense int8
		last  bool
	}{{"tense-past-last", -1, true}, {"tense-future", 1, false}, {"tense-past", -1, false}, {"tense-present", 2, false}} {
		list := p.Suffixes[t.name]
		if len(list) == 0 {
			continue
		}
		set := tenseEndings{tense: t.tense, last: t.last}
		for _, s := range list {
			folded := string(appendFold(nil, s))
			longest = max(longest, len(folded))
			if folded != "" {
				last[folded[len(folded)-1]] = true
			}
			set.endings.put(hashBackward(folded), 1)
		}
		sets = append(sets, set)
	}
	return sets, longest, last
}

func hashBackward(s string) uint64 {
	h := uint64(fnvOffset)
	for i := len(s) - 1; i >= 0; i-- {
		h = hashByte(h, s[i])
	}
	return h
}

// verbTense returns the tense that the longest such ending of the word at
// token i tells, 0 for none.
func (c *chart) verbTense(i int32) int8 {
	t := &c.toks[i]
	if t.end > t.stem && t.kind == wordToken && c.pack.copulaPast >= 0 && c.endsIn(i, c.pack.copulaPast) {
		return -1 // "Tiran'daydı"
	}
	if t.end > t.stem && t.kind == wordToken && c.pack.copulaPresent >= 0 && c.endsIn(i, c.pack.copulaPresent) && c.closesSentence(i) {
		return 2 // "Zirve mayısta Astana'da."
	}
	if len(c.pack.tenseSets) == 0 || t.kind != wordToken || t.is(capital) || t.end > t.stem || t.stem-t.start < shortestLast {
		return 0
	}
	word := c.folded(t)
	if !c.pack.lastOfTense[word[len(word)-1]] {
		return 0
	}
	h := uint64(fnvOffset)
	tense := int8(0)
	for n := 1; n <= c.pack.longestTense && n <= len(word)-2; n++ {
		h = hashByte(h, word[len(word)-n])
		for k := range c.pack.tenseSets {
			s := &c.pack.tenseSets[k]
			if _, ok := s.endings.get(h); ok && (s.last && c.closesSentence(i) || !s.last && t.stem-t.start >= shortestVerb) {
				tense = s.tense
			}
		}
	}
	return tense
}

// closesSentence reports that nothing but marks stands behind a token in its
// sentence, or in what is quoted.
func (c *chart) closesSentence(i int32) bool {
	if c.has(i, clsNumber) {
		return false
	}
	for i++; i < c.sents[c.toks[i-1].sent].end; i++ {
		switch t := &c.toks[i]; {
		case t.char == '"' || t.char == ';':
			return true
		case t.kind != punctToken || t.char == '-' || t.char == ',' || t.char == '(':
			return false
		}
	}
	return true
}

// tenseWord is the value of the word of tense at token k, listed or told by
// its ending; "" for none.
func (c *chart) tenseWord(k int32) string {
	if e := c.startingAt(k, clsTense); e != nil {
		return c.value(e)
	}
	switch c.verbTense(k) {
	case 1:
		return "future"
	case -1:
		return "past"
	}
	return ""
}
