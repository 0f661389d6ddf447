package extract

import "extract/extract/packs"

// tenseEndings are endings that only verbs have and that tell their tense:
// [suffixes] tense-past, tense-future, tense-present of a pack.
type tenseEndings struct {
	tense   int8
	endings hashTable
}

// shortestVerb is how many bytes a verb needs to be told by its ending.
const shortestVerb = 6

func compileTenses(p *packs.Pack) (sets []tenseEndings, longest int, last [256]bool) {
	for _, t := range []struct {
		name  string
		tense int8
	}{{"tense-future", 1}, {"tense-past", -1}, {"tense-present", 2}} {
		list := p.Suffixes[t.name]
		if len(list) == 0 {
			continue
		}
		set := tenseEndings{tense: t.tense}
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
	if len(c.pack.tenseSets) == 0 || t.kind != wordToken || t.is(capital) || t.end > t.stem || t.stem-t.start < shortestVerb {
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
			if _, ok := c.pack.tenseSets[k].endings.get(h); ok {
				tense = c.pack.tenseSets[k].tense
			}
		}
	}
	return tense
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
