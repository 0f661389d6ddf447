package extract

// sentence is a stretch of tokens, half-open, inside one block.
type sentence struct{ start, end int32 }

// maxSentence bounds the tokens of a sentence. No sentence is as long; tables
// and lists without a point are, and what looks around in a sentence would
// take time in the square of their length.
const maxSentence = 300

// sentences parts the tokens. It runs behind parse, because a point that
// belongs to an abbreviation, an ordinal or a number ends no sentence.
func (c *chart) sentences() {
	c.sents = c.sents[:0]
	start := int32(0)
	cut := func(end int32) {
		if end > start {
			c.sents = append(c.sents, sentence{start, end})
		}
		start = end
	}
	for i := range c.toks {
		t := &c.toks[i]
		at := int32(i)
		if t.is(blankBefore) || t.is(lineBefore) && c.bullet(at) || at-start >= maxSentence {
			cut(at)
		} else if i > 0 && c.toks[i-1].kind == punctToken && t.is(spaceBefore) && c.endsSentence(at-1) && c.beginsSentence(at) {
			cut(at)
		}
		t.sent = int32(len(c.sents))
	}
	cut(int32(len(c.toks)))
	for _, s := range c.sents {
		c.toks[s.start].flags |= sentenceStart
		c.hideTitle(s.end)
	}
	c.tenses, c.tensed = cleared(c.tenses, len(c.toks)), cleared(c.tensed, len(c.sents))
	c.titles, c.shouted, c.scores = cleared(c.titles, len(c.sents)), cleared(c.shouted, len(c.sents)), cleared(c.scores, len(c.sents))
}

// hideTitle takes a title of names that is written with a point for none where a
// sentence ends with it: the last word of "Amartya Sen." is no senator.
func (c *chart) hideTitle(end int32) {
	if end < 2 || c.toks[end-1].char != '.' || !c.titleEnds(end) {
		return
	}
	c.hide(end-2, func(e *edge) bool { return isTitle(e, end) })
}

// titleEnds reports a title of names that is written with a point and ends in front
// of token end, one word long.
func (c *chart) titleEnds(end int32) bool {
	for at := c.head[end-2]; c.starts[end-2].meets(&titles) && at >= 0; at = c.edges[at].next {
		if isTitle(&c.edges[at], end) {
			return true
		}
	}
	return false
}

func isTitle(e *edge, end int32) bool {
	return e.end == end && (e.class == clsHonorific || e.class == clsOffice)
}

var titles = classesOf(clsHonorific, clsOffice)

// bullet reports a mark of a list at the head of a line.
func (c *chart) bullet(i int32) bool {
	t := &c.toks[i]
	if t.kind == punctToken && t.char != '(' && t.char != '"' && t.char != '\'' {
		return true
	}
	return t.kind == digitToken && int(i)+1 < len(c.toks) && (c.toks[i+1].char == '.' || c.toks[i+1].char == ')') && t.end-t.start < 3
}

// endsSentence reports that the mark at i may end a sentence.
func (c *chart) endsSentence(i int32) bool {
	const closing = 8 // marks behind the one that ends it
	t := &c.toks[i]
	for n := 0; n < closing && (t.char == '"' || t.char == '\'' || t.char == ')' || t.char == ']'); n++ {
		if i--; i < 0 {
			return false
		}
		t = &c.toks[i]
	}
	switch t.char {
	case '!', '?', ';':
		return true
	case '.':
		return i == 0 || !c.abbreviates(i)
	}
	return false
}

// abbreviates reports that the point at i is part of a word or number and
// what follows does not look like a new sentence all the same.
func (c *chart) abbreviates(i int32) bool {
	p := &c.toks[i-1]
	if c.toks[i].is(spaceBefore) {
		return false
	}
	next := i + 1
	fresh := int(next) < len(c.toks) && c.toks[next].is(capital) && c.find(next, clsStopword) != nil
	switch {
	case p.kind == wordToken && p.end-p.start == 1 && p.is(capital):
		return !fresh
	case p.kind == digitToken && c.pack.OrdinalDot && p.end-p.start == 4 && p.end == p.stem && i > 1 && c.has(i-2, clsArticle, clsPossessive):
		return !fresh // "die 1540. Sitzung": no year has an article
	case p.kind == digitToken && c.pack.OrdinalDot && (p.end-p.start <= 3 || p.end-p.start == 4 && (p.num < 1500 || p.num >= 2200)) && p.end == p.stem:
		if c.insideNumber(i - 1) {
			return false // the last group of "6 136."
		}
		return !fresh && !c.amountEnds(i)
	case p.kind == wordToken && c.find(i-1, clsAbbreviation) != nil:
		if c.titleEnds(i + 1) {
			return !fresh || i < 2 || !c.unknownName(i-2) // "Mr. Will Smith", but "Hun Sen. The next one"
		}
		return !fresh // "at 5 p.m. On Tuesday"
	case p.kind == wordToken:
		if c.endsUnit(i + 1) {
			return false
		}
		for e := c.head[i-1]; e >= 0; e = c.edges[e].next {
			if x := &c.edges[e]; x.rule < 0 && x.end == i+1 {
				// "auf 618 Mio. Slowenien ist": no sum goes on with a country.
				return !fresh && (x.class != clsScale || int(next) >= len(c.toks) || !c.has(next, clsCountry) || c.has(next, clsCurrency, clsNationality))
			}
		}
		// The point of a longer abbreviation: "Fr." behind "Mrd.", "v. H."
		for k := i - 2; k >= 0 && k > i-5; k-- {
			for e := c.head[k]; e >= 0; e = c.edges[e].next {
				if x := &c.edges[e]; x.rule < 0 && x.end == i+1 {
					return !fresh
				}
			}
		}
	}
	return false
}

// endsUnit reports that an abbreviated unit ends at token i and a sentence
// begins there: "steg til 238 mrd. Underskuddet ble mindre". Where nouns have
// capitals they tell nothing.
func (c *chart) endsUnit(i int32) bool {
	if c.pack.NounCapitals || int(i) >= len(c.toks) || !c.toks[i].is(capital) || c.toks[i].kind != wordToken || c.toks[i].is(allCaps) ||
		c.has(i, clsCurrency, clsNationality, clsCountry) {
		return false
	}
	for k := max(0, i-3); k < i; k++ {
		for e := c.head[k]; e >= 0; e = c.edges[e].next {
			switch x := &c.edges[e]; x.class {
			case clsNumber, clsScale, clsCurrency:
				if x.end == i && x.rule < 0 {
					return true
				}
			}
		}
	}
	return false
}

// amountEnds reports that a percentage, a sum or a date ends in front of token
// i: the number there is no ordinal.
func (c *chart) amountEnds(i int32) bool {
	for start := max(0, i-6); start < i; start++ {
		for e := c.head[start]; e >= 0; e = c.edges[e].next {
			x := &c.edges[e]
			if x.end == i && (x.class == clsPercent || x.class == clsMoney || x.class == clsDate && x.end-x.start > 1) {
				return true
			}
		}
	}
	return false
}

// beginsSentence reports that a sentence may begin with the token at i.
func (c *chart) beginsSentence(i int32) bool {
	t := &c.toks[i]
	return t.kind != wordToken || t.is(capital)
}
