package extract

// namedBefore returns the name that the sentence in front opens with, of which a
// sentence goes on to say an office: "Per Olsen took over last year. He is ambassador
// in Kenya", "Kari Moen leads the delegation. Moen is state secretary". verb is the
// token of "is".
func (c *chart) namedBefore(verb int32) (from, to int32) {
	start := c.sents[c.toks[verb].sent].start
	before, ok := c.sentenceBefore(start)
	if !ok || verb != start+1 || c.toks[start].kind != wordToken {
		return 0, 0
	}
	to, words := c.nameAt(before.start)
	if words < 2 || to > before.end || !c.plausible(before.start, to, words, true) {
		return 0, 0
	}
	if e := c.find(start, clsPronoun); e != nil && e.end == verb && c.value(e) == "person" {
		return before.start, to
	}
	if t := &c.toks[start]; t.is(capital) && string(c.folded(t)) == string(c.folded(&c.toks[to-1])) {
		return before.start, to
	}
	return 0, 0
}
