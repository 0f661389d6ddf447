package extract

import "extract/extract/packs"

// shortestVerb is how many bytes a verb needs to be told by its ending,
// shortestLast where it ends a sentence.
const shortestVerb, shortestLast = 6, 4

// tenseEndings are endings that only verbs have and that tell their tense:
// [suffixes] tense-past, tense-future, tense-present of a pack. Those of
// tense-past-last nouns have too, but not where a sentence ends.
type tenseEndings struct {
	tenses  hashTable   // by the ending's bytes, read backwards: -1 past, 1 future, 2 present
	last    hashTable   // likewise of endings that count where a sentence ends
	lengths [256]uint32 // by their last byte: bit n for endings of n bytes
}

// newTenseEndings reads the endings of a pack. Where one is in two lists, the
// present goes before the past and that before the future.
func newTenseEndings(p *packs.Pack) *tenseEndings {
	t := new(tenseEndings)
	for _, list := range []struct {
		name  string
		tense int32
		table *hashTable
	}{{"tense-past-last", -1, &t.last}, {"tense-future", 1, &t.tenses}, {"tense-past", -1, &t.tenses}, {"tense-present", 2, &t.tenses}} {
		for _, s := range p.Suffixes[list.name] {
			folded := appendFold(nil, s)
			if n := len(folded); n > 0 && n < 32 {
				h := uint64(fnvOffset)
				for i := range folded {
					h = hashByte(h, folded[n-1-i])
				}
				list.table.put(h, list.tense)
				t.lengths[folded[n-1]] |= 1 << n
			}
		}
	}
	return t
}

// ofMainVerb reports a verb that has the tense of the last one of its sentence:
// "açarken", when he opened.
func (c *chart) ofMainVerb(i int32) bool {
	t := &c.toks[i]
	return c.pack.ofMain >= 0 && t.kind == wordToken && !t.is(capital) && t.end == t.stem && t.stem-t.start >= shortestVerb && c.endsIn(i, c.pack.ofMain) && !c.has(i, clsStopword)
}

// mainTense is the tense of the last verb of a sentence that tells one.
func (c *chart) mainTense(s sentence) int {
	for k := s.end - 1; k >= s.start; k-- {
		if c.tenses[k] != 0 {
			return int(c.tenses[k])
		}
	}
	return 0
}

// closingQuote returns the mark that ends a quotation which begins at token i,
// i where none does.
func (c *chart) closingQuote(i, end int32) int32 {
	if !c.toks[i].is(spaceBefore) {
		return i
	}
	for k := i + 1; k < end; k++ {
		if t := &c.toks[k]; t.char == '"' && !t.is(spaceBefore) {
			return k
		}
	}
	return i
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
	if t.kind != wordToken || t.is(capital) || t.end > t.stem || t.stem-t.start < shortestLast {
		return 0
	}
	word, of := c.folded(t), c.pack.tenses
	lengths := of.lengths[word[len(word)-1]]
	if n := len(word) - 2; n < 31 {
		lengths &= 1<<(n+1) - 1 // two letters at least are in front
	}
	h := uint64(fnvOffset)
	tense := int32(0)
	for n := 1; lengths>>n != 0; n++ {
		h = hashByte(h, word[len(word)-n])
		if lengths>>n&1 == 0 {
			continue
		}
		if v, ok := of.tenses.get(h); ok && t.stem-t.start >= shortestVerb {
			tense = v
		} else if v, ok := of.last.get(h); ok && c.closesSentence(i) {
			tense = v
		}
	}
	return int8(tense)
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
