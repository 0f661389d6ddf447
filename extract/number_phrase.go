package extract

import "extract/model"

// numberPhrase is a number that is put together from digits and number words.
type numberPhrase struct {
	c          *chart
	v          numValue
	start, end int32
	pos        int32 // the token that is looked at next
	alone      bool  // nothing behind "and" is read as a part
	ordinal    bool  // an ordinal ends it
	any        bool  // it holds something

	total, cur model.Decimal // what scales have multiplied, and what none has yet
	has        bool          // cur holds something
	before     model.Decimal // cur without the last piece
	last       item
	lastScale  model.Decimal
	scaled     int32 // the token behind the last scale
}

// readPhrase reads digits and number words from token i on, each joined to the
// one before by the rule that all four languages share: units add to tens, both
// add to hundreds, scales multiply. Of a part ("three quarters" in "two and
// three quarters") nothing behind "and" is read.
func (c *chart) readPhrase(i int32, part bool) (v numValue, end int32, ordinal, ok bool) {
	p := numberPhrase{c: c, v: numValue{factor: one}, start: i, end: i, pos: i, scaled: i, alone: part}
	for !p.ordinal && (p.pos == i || p.inside()) {
		if p.any && !part && p.addPart() {
			continue
		}
		it, linked, ok := p.next()
		if !ok || !p.join(it, linked) {
			break
		}
		if !p.any {
			p.v.digits = it.digits
		}
		p.any, p.ordinal = true, it.ordinal
		p.reach(it, it.end)
		if !it.digits && c.pack.numeralEnd >= 0 && c.endsIn(p.pos-1, c.pack.numeralEnd) {
			break // "5 milyardan 6,1 milyara"
		}
		if !p.ordinal && p.inside() {
			p.goOn(it, linked)
		}
	}
	if !p.any {
		return p.v, i, false, false
	}
	p.v.dec = p.total
	if p.has {
		p.v.dec = p.total.Add(p.cur)
	}
	if p.v.part {
		p.v.dec = round15(p.v.dec)
	}
	return p.v, p.end, p.ordinal, true
}

// inside reports that the next token is there and in the same block.
func (p *numberPhrase) inside() bool {
	return int(p.pos) < len(p.c.toks) && !p.c.toks[p.pos].is(blankBefore)
}

// reach makes a piece the last one, which ends in front of a token.
func (p *numberPhrase) reach(it item, end int32) { p.last, p.pos, p.end = it, end, end }

// addPart adds the part that stands behind what has been read: "and three
// quarters".
func (p *numberPhrase) addPart() bool {
	dec, factor, to, ok := p.c.partBehind(p.pos, p.last)
	if !ok || !(dec.Cmp(one) < 0 || dec.Cmp(factor) < 0 && p.has && p.total.IsZero() || !p.has && dec.Cmp(p.v.factor) < 0) {
		return false
	}
	switch {
	case dec.Cmp(one) >= 0 && p.has:
		p.total = p.cur.Mul(factor).Add(dec) // five and three quarters billion
		p.cur, p.has = model.Decimal{}, false
		p.lastScale, p.v.factor, p.v.scaled = factor, factor, true
	case dec.Cmp(one) >= 0:
		p.total = p.total.Add(dec) // one billion and three quarters million
	case p.has:
		p.cur = p.cur.Add(dec)
	case p.v.factor.Cmp(million) >= 0:
		p.total = p.total.Add(dec.Mul(p.v.factor)) // five billion and three quarters
	default:
		p.total = p.total.Add(dec)
	}
	p.v.part = true
	p.reach(item{dec: dec, digits: true}, to)
	return true
}

// next returns the next piece. It is linked where "and", "og" or a hyphen between
// tens and units stands before it; behind digits the hyphen of "10-million" only.
func (p *numberPhrase) next() (it item, linked, ok bool) {
	c := p.c
	if it, ok = c.readItem(p.pos); ok || !p.any {
		if p.any && it.ordinal && c.pack.WholeOrdinals {
			return it, false, false // "de ti første månedene"
		}
		return it, false, ok
	}
	n := c.link(p.pos)
	if n == p.pos && !p.last.digits && c.spacedHyphen(p.pos, p.last.dec) {
		n = p.pos + 1
	}
	if n == p.pos || int(n) >= len(c.toks) || c.toks[n].is(blankBefore) {
		return it, false, false
	}
	it, ok = c.readItem(n)
	hyphen := c.toks[p.pos].char == '-'
	switch {
	case p.last.digits:
		ok = ok && hyphen && !it.digits && it.dec.Cmp(thousand) >= 0
	case it.digits:
		// 3 hundred and 21
		ok = ok && p.v.digits && !hyphen && !p.alone && p.last.dec.Cmp(thousand) <= 0 && it.dec.Cmp(p.last.dec) < 0 && it.dec.Sign() > 0 && !c.multiplied(it.end)
		linked = true
	default:
		linked = !hyphen || it.ordinal || it.dec.Cmp(hundred) < 0 // "a three-million-euro loan"
	}
	return it, linked, ok
}

// join adds a piece or multiplies by it, and reports whether it belongs to the
// number.
func (p *numberPhrase) join(it item, linked bool) bool {
	c := p.c
	switch {
	case !it.digits && it.dec.Cmp(thousand) >= 0 && !it.word:
		return p.scale(it, linked)
	case it.digits && linked:
		p.cur, p.has = p.cur.Add(it.dec), true
	case it.digits:
		if p.any && (!c.pack.Chain || p.has || !p.v.scaled || it.dec.Cmp(p.lastScale) >= 0) &&
			(!p.v.digits || p.has || !c.multiplied(it.end) || !p.v.scaled || !c.lesserScale(it.end, p.lastScale)) {
			return false
		}
		p.cur, p.has, p.v.scaled = it.dec, true, false
	case !p.has:
		if p.any && linked && it.dec.Cmp(hundred) >= 0 {
			return false
		}
		if p.any && !c.pack.Chain && !linked && p.v.digits {
			return false // "2 million three people"
		}
		p.cur, p.has, p.v.scaled = it.dec, true, false
	case !linked && (it.word || p.last.word) && roomBehind(p.cur, it.dec):
		p.before = p.cur
		p.cur = p.cur.Add(it.dec) // ikibin beşyüz
	case !linked && it.word && !p.last.digits && hundreds(p.cur, it.dec):
		p.cur = p.cur.Add(one.Neg()).Mul(hundred).Add(it.dec) // üç yüzelli
	case it.dec.Cmp(hundred) == 0 && !linked && !p.before.IsZero() && roomBehind(p.before, p.last.dec.Mul(hundred)):
		p.cur = p.before.Add(p.last.dec.Mul(hundred)) // ikibin beş yüz
	case it.dec.Cmp(hundred) == 0 && !it.ordinal && !linked && (p.last.digits && !c.yearLike(p.pos-1) || p.cur.Cmp(ninetyNine) <= 0):
		p.cur = p.cur.Mul(hundred)
	case it.dec.Cmp(hundred) == 0 && !p.last.digits && p.cur.Cmp(ninetyNine) <= 0:
		p.cur = p.cur.Mul(hundred)
	case p.last.digits || it.dec.Cmp(hundred) >= 0:
		return false
	case additive(p.last.dec, it.dec, linked):
		p.before = p.cur
		p.cur = p.cur.Add(it.dec)
	default:
		return false
	}
	return true
}

// scale multiplies by a scale, and reports whether it belongs to the number.
func (p *numberPhrase) scale(it item, linked bool) bool {
	again := !p.lastScale.IsZero() && it.dec.Cmp(p.lastScale) >= 0
	if linked || again && !p.has && it.dec.Cmp(p.total) <= 0 ||
		p.last.digits && it.abbreviated && p.c.toks[p.pos].is(spaceBefore) && p.c.yearLike(p.pos-1) {
		return false
	}
	if again && p.has && (p.lastScale.Cmp(thousand) > 0 || it.dec.Cmp(p.total) <= 0) {
		p.cur, p.has, p.v.scaled, p.end = model.Decimal{}, false, true, p.scaled // of "two million three million" the first
		return false
	}
	if again {
		p.cur, p.total = p.total.Add(p.cur), model.Decimal{} // hundred thousand trillion, thousand five hundred million
	} else if !p.has {
		if p.any || it.dec.Cmp(million) >= 0 && !it.ordinal && it.end-p.pos < 2 {
			return false // "(mrd. kr)" and "millions of dollars" say no number, "a million" does
		}
		p.cur = one
	}
	p.total = p.total.Add(p.cur.Mul(it.dec))
	p.cur, p.has = model.Decimal{}, false
	p.lastScale, p.v.factor, p.v.scaled, p.scaled = it.dec, it.dec, true, it.end
	return true
}

// goOn reads what may stand behind a piece: a half, decimals, a power, a
// denominator, a dozen.
func (p *numberPhrase) goOn(it item, linked bool) {
	c := p.c
	// "two and a half", "iki buçuk": in front of a scale or alone.
	if t := &c.toks[p.pos]; t.char == '-' && !t.is(spaceBefore) && int(p.pos)+1 < len(c.toks) && c.find(p.pos+1, clsHalf) != nil {
		p.pos++ // two-and-a-half
	}
	if h := c.find(p.pos, clsHalf); h != nil {
		if dec, err := model.ParseDecimal(c.value(h)); err == nil {
			if !p.has && p.v.factor.Cmp(million) >= 0 {
				p.total = p.total.Add(dec.Mul(p.v.factor)) // six million and a half
			} else {
				p.cur, p.has = p.cur.Add(dec), true
			}
			p.pos, p.end = h.end, h.end
		}
	}
	if p.has {
		if dec, to, ok := c.spokenDecimals(p.pos); ok {
			p.cur = p.cur.Add(dec)
			p.reach(item{dec: dec, digits: true}, to)
		}
	}
	if whole := p.total.Add(p.cur); p.has && it.digits && p.total.IsZero() {
		if dec, to, ok := c.power(p.pos, p.cur); ok {
			p.cur = dec
			p.reach(item{dec: dec, digits: true}, to)
		} else if p.pos == p.start+1 {
			if dec, to, ok := c.slashed(p.start, true); ok {
				p.cur, p.v.part = dec, true
				p.reach(item{dec: dec, digits: true}, to)
			}
		}
	} else if dec, to, ok := c.denominator(p.pos, whole, it.dec); ok && !p.v.part {
		p.v.whole, p.v.wholeEnd = whole, p.pos
		p.total, p.cur, p.has, p.v.part, p.v.scaled, p.v.factor = model.Decimal{}, dec, true, true, false, one
		p.reach(item{dec: dec, digits: true}, to)
		linked = false
	}
	if !p.has {
		return
	}
	if e := c.find(p.pos, clsDozen); e != nil {
		if dec, err := model.ParseDecimal(c.value(e)); err == nil {
			if linked {
				p.cur = p.before.Add(it.dec.Mul(dec)) // three hundred and two dozen
			} else {
				p.cur = p.cur.Mul(dec) // half a dozen
			}
			p.reach(item{dec: dec, digits: true}, e.end)
		}
	}
}

// roomBehind reports that a number ends in as many zeros as the next one, of
// hundreds at the most, has digits: 2000 and 500.
func roomBehind(n, next model.Decimal) bool {
	a, ok := n.Int64()
	b, ok2 := next.Int64()
	if !ok || !ok2 || a < 1000 || b <= 0 || b >= 1000 {
		return false
	}
	room := int64(1)
	for room <= b {
		room *= 10
	}
	return a%max(room, 100) == 0
}

// hundreds reports that a unit counts the hundred that the next word begins
// with: 3 and 150.
func hundreds(n, next model.Decimal) bool {
	a, ok := n.Int64()
	b, ok2 := next.Int64()
	return ok && ok2 && a > 1 && a < 10 && b > 100 && b < 200
}

// spacedHyphen reports the hyphen of "ninety - five", as texts cut into words
// have it, behind a number of tens.
func (c *chart) spacedHyphen(pos int32, tens model.Decimal) bool {
	t, whole := tens.Int64()
	if !whole || t < 20 || t > 90 || t%10 != 0 || c.toks[pos].char != '-' || int(pos)+1 >= len(c.toks) {
		return false
	}
	it, ok := c.readItem(pos + 1)
	u, whole := it.dec.Int64()
	return ok && whole && !it.digits && u > 0 && u < 10
}

// link returns the token behind "and" or a hyphen at pos, or pos.
func (c *chart) link(pos int32) int32 {
	if int(pos)+1 >= len(c.toks) {
		return pos
	}
	if e := c.find(pos, clsNumberAnd); e != nil {
		return e.end
	}
	if t := &c.toks[pos]; t.char == '-' && !t.is(spaceBefore) && !c.toks[pos+1].is(spaceBefore) {
		if e := c.find(pos+1, clsNumberAnd); e != nil && int(e.end)+1 < len(c.toks) && c.toks[e.end].char == '-' {
			return e.end + 1 // "two-hundred-and-fifty"
		}
		return pos + 1
	}
	return pos
}

// additive tells whether a piece adds to the one before: units to tens
// ("twenty nine"), tens to linked units ("neun und zwanzig"), all below a
// hundred to hundreds.
func additive(last, next model.Decimal, linked bool) bool {
	l, ok1 := last.Int64()
	n, ok2 := next.Int64()
	if !ok1 || !ok2 {
		return false
	}
	switch {
	case l == 100 || l > 100 && l%100 == 0:
		return n < 100
	case l >= 20 && l%10 == 0 || l == 10:
		return n < 10
	case l < 10:
		return linked && n >= 20 && n%10 == 0
	}
	return false
}
