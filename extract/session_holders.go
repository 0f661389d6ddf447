package extract

// The holders of an office whose sitting it is: "the 12th foreign ministers' meeting".

// holders returns the word for several holders of an office at token i, nil where
// there is none.
func (c *chart) holders(i int32) *edge {
	e := c.startingAt(i, clsOffice)
	if e == nil || c.pack.officePlural < 0 || !c.lex.endings[c.pack.officePlural].end(c.folded(&c.toks[e.end-1]), 0) {
		return nil
	}
	return e
}

// holdersOf returns the end of the word for several holders of an office at
// token i, where a session of theirs follows; i where there is none.
func (c *chart) holdersOf(i int32) int32 {
	e := c.holders(i)
	if !c.pack.BodyFirst || e == nil || !c.has(e.end, clsSessionNoun, clsSeriesBody, clsBody) {
		return i
	}
	return e.end
}

// ofHolders reports that the holders of an office stand between the number and
// the noun of a sitting: it is theirs.
func (c *chart) ofHolders(s *sitting) bool {
	for k := s.numberTo; k < s.nounFrom; k++ {
		if c.holdersOf(k) > k {
			return true
		}
	}
	return false
}

// plural returns the apostrophe that ends the genitive plural of an office at
// token i, -1 where there is none.
func (c *chart) plural(i int32) int32 {
	e := c.startingAt(i, clsOffice)
	if e == nil || int(e.end) >= len(c.toks) || c.toks[e.end].char != '\'' || c.toks[e.end].is(spaceBefore) {
		return -1
	}
	return e.end
}

// jointly returns the conjunction behind the holders of an office at token i that
// those of another in the genitive follow, or the end of those that a session
// follows right away, "foreign ministers meeting"; i where there are none.
func (c *chart) jointly(i int32) int32 {
	e := c.holders(i)
	if e == nil || c.pack.BodyFirst || int(e.end) >= len(c.toks) {
		return i
	}
	if c.conjunction(e.end) && c.plural(e.end+1) >= 0 || c.has(e.end, clsSessionNoun) && c.toks[i].is(capital) == c.toks[e.end].is(capital) {
		return e.end
	}
	return i
}
