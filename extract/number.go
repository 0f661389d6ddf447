package extract

import "extract/model"

// numValue is a number that the text writes.
type numValue struct {
	dec    model.Decimal
	factor model.Decimal // the last scale in it: 10^9 in "2.5 billion"; 1 without one
	scaled bool          // it ends in a scale, as the first of "2 to 3 billion" does not
	digits bool          // it begins with digits
	part   bool          // there is a fraction in it: "two thirds"
	share  bool          // it is a part of what is told before: "üçte biri"
	// What stands in front of the denominator, and where that ends.
	whole    model.Decimal
	wholeEnd int32
}

var one = model.NewDecimal(1, 0)

// numeralClasses are those of the words that numerals asks about.
var numeralClasses = classesOf(clsNumber, clsOrdinal, clsFractionOne, clsFractionOf, clsMinus, clsPoint)

// numerals adds what begins at token i and can be computed: integers, days of
// the month, years, numbers and ordinals. The flags are those of the token's words.
func (c *chart) numerals(i int32, flags wordFlags) {
	t := &c.toks[i]
	switch t.kind {
	case digitToken:
		c.digits(i)
	case wordToken:
		if c.pack.NounCapitals && c.numeralSurname(i) {
			return
		}
		if flags&numerous != 0 {
			if c.has(i, clsNumber, clsOrdinal, clsFractionOne) {
				c.phrase(i)
			}
			if e := c.find(i, clsFractionOf); e != nil {
				c.partsOf(i, e)
			}
			if e := c.find(i, clsMinus); e != nil {
				c.negative(i, e.end)
			}
			if c.has(i, clsPoint) && c.pointOpens(i) {
				if dec, end, ok := c.spokenDecimals(i); ok && end > i+1 {
					c.addNumber(clsCardinal, i, end, numValue{dec: dec, factor: one})
				}
			}
		} else if c.spelled(i) {
			c.phrase(i)
		}
		c.roman(i)
	case punctToken:
		if c.pointed(i) || c.vulgar(i) {
			c.phrase(i)
		}
		if t.char == '-' && (i == 0 || t.is(spaceBefore) || c.toks[i-1].char == '(' || c.toks[i-1].char == '%') &&
			int(i)+1 < len(c.toks) && !c.toks[i+1].is(spaceBefore) {
			c.negative(i, i+1)
		} else if t.char == '-' && (i == 0 || t.is(blankBefore)) && int(i)+1 < len(c.toks) && !c.toks[i+1].is(blankBefore) {
			// A cell of a table with nothing but a number: "- 1,200,000".
			if e := c.find(i+1, clsCardinal); e != nil && (int(e.end) == len(c.toks) || c.toks[e.end].is(blankBefore)) {
				c.negative(i, i+1)
			}
		}
	}
}

// numeralSurname reports a number that is the name of somebody, where numbers
// have capitals as nouns only: "Claudia Tausend sagte", not "mehrere Tausend
// sagten" nor "zum Fest Tausend Gäste".
func (c *chart) numeralSurname(i int32) bool {
	t := &c.toks[i]
	if i == 0 || !t.is(capital) || t.is(sentenceStart|lineBefore) || c.find(i, clsNumber) == nil || int(i)+1 < len(c.toks) && c.toks[i+1].is(capital) {
		return false
	}
	given := &c.toks[i-1]
	return given.kind == wordToken && given.is(capital) && given.words[0] == 0 && t.is(spaceBefore) && !given.is(allCaps)
}

// negative adds the number behind a minus at token i.
func (c *chart) negative(i, behind int32) {
	if int(behind) >= len(c.toks) {
		return
	}
	if e := c.find(behind, clsCardinal); e != nil {
		v := c.nums[e.ref]
		v.dec = v.dec.Neg()
		c.addNumber(clsCardinal, i, e.end, v)
	}
}

func (c *chart) addNumber(cls class, start, end int32, v numValue) {
	c.nums = append(c.nums, v)
	if c.add(edge{class: cls, start: start, end: end, rule: -1, ref: int32(len(c.nums) - 1)}) < 0 {
		c.nums = c.nums[:len(c.nums)-1]
	}
}

// item is one piece of a number phrase.
type item struct {
	dec     model.Decimal
	end     int32
	ordinal bool
	digits  bool
	word    bool // one word for a whole number of its own: "zweitausendfünf"
	// A scale that only stands behind a number: bn, billions.
	abbreviated bool
}

// readItem reads the piece at token i.
func (c *chart) readItem(i int32) (item, bool) {
	if int(i) >= len(c.toks) {
		return item{}, false
	}
	t := &c.toks[i]
	if t.kind == digitToken {
		dec, end, ok := c.readDigits(i)
		return item{dec: dec, end: end, digits: true}, ok
	}
	if t.kind == punctToken && (i == 0 || !t.is(blankBefore)) {
		if dec, end, ok := c.vulgarAt(i); ok {
			return item{dec: dec, end: end, digits: true}, true
		}
		if c.pointed(i) {
			d := &c.toks[i+1]
			dec, err := model.ParseDecimal("0." + c.text[d.start:d.stem])
			return item{dec: dec, end: i + 2, digits: true}, err == nil
		}
	}
	if t.kind != wordToken {
		return item{}, false
	}
	e := c.find(i, clsNumber)
	if o := c.find(i, clsOrdinal); o != nil && (e == nil || o.end >= e.end) {
		dec, err := model.ParseDecimal(c.value(o))
		return item{dec: dec, end: o.end, ordinal: true}, err == nil
	}
	if e == nil {
		if s := c.find(i, clsScale); s != nil {
			dec, err := model.ParseDecimal(c.value(s))
			return item{dec: dec, end: s.end, abbreviated: true}, err == nil
		}
	}
	if e != nil {
		dec, err := model.ParseDecimal(c.value(e))
		return item{dec: dec, end: e.end}, err == nil
	}
	if t.words[0] == 0 {
		if v, ordinal, ok := c.pack.numbers.compose(c.folded(t)); ok {
			return item{dec: model.NewDecimal(v, 0), end: i + 1, ordinal: ordinal, word: true}, true
		}
	}
	return item{}, false
}

// spelled reports that the unknown word at i is a number written as one word.
func (c *chart) spelled(i int32) bool {
	t := &c.toks[i]
	if t.words[0] != 0 || len(c.pack.numbers.nodes) == 0 {
		return false
	}
	_, _, ok := c.pack.numbers.compose(c.folded(t))
	return ok
}

var hundred, thousand, ninetyNine, million = model.NewDecimal(100, 0), model.NewDecimal(1000, 0), model.NewDecimal(99, 0), model.NewDecimal(1000000, 0)

// phrase adds the number or ordinal that begins at token i.
func (c *chart) phrase(i int32) {
	if dec, end, ok := c.partOfOne(i); ok {
		c.addNumber(clsCardinal, i, end, numValue{dec: dec, factor: one, part: true})
		if !c.has(i, clsNumber) {
			return
		}
	}
	v, end, ordinal, ok := c.readPhrase(i, false)
	if !ok {
		return
	}
	cls := clsCardinal
	if ordinal {
		cls = clsRank
	}
	c.addNumber(cls, i, end, v)
	if !ordinal && !v.digits {
		c.yearInWords(i, end, v.dec)
	}
	if v.part && v.wholeEnd > i {
		c.addNumber(cls, i, v.wholeEnd, numValue{dec: v.whole, factor: one, digits: v.digits}) // the first three quarters
	}
	if !ordinal {
		c.overs(i, end, v)
	}
}

// readPhrase reads digits and number words from token i on, each joined to the
// one before by the rule that all four languages share: units add to tens, both
// add to hundreds, scales multiply. Of a part ("three quarters" in "two and
// three quarters") nothing behind "and" is read.
func (c *chart) readPhrase(i int32, part bool) (v numValue, end int32, ordinal, ok bool) {
	var total, cur model.Decimal
	has, any := false, false // cur holds something; so does the phrase
	v = numValue{factor: one}
	var last item
	var before model.Decimal // cur without the last piece
	lastScale := model.Decimal{}
	pos := i
	end = i
	scaled := i // the token behind the last scale
	for !ordinal && (pos == i || int(pos) < len(c.toks) && !c.toks[pos].is(blankBefore)) {
		if any && !part {
			dec, factor, to, ok := c.partBehind(pos, last)
			if ok && (dec.Cmp(one) < 0 || dec.Cmp(factor) < 0 && has && total.IsZero() || !has && dec.Cmp(v.factor) < 0) {
				switch {
				case dec.Cmp(one) >= 0 && has:
					total = cur.Mul(factor).Add(dec) // five and three quarters billion
					cur, has = model.Decimal{}, false
					lastScale, v.factor, v.scaled = factor, factor, true
				case dec.Cmp(one) >= 0:
					total = total.Add(dec) // one billion and three quarters million
				case has:
					cur = cur.Add(dec)
				case v.factor.Cmp(million) >= 0:
					total = total.Add(dec.Mul(v.factor)) // five billion and three quarters
				default:
					total = total.Add(dec)
				}
				v.part = true
				last, pos, end = item{dec: dec, digits: true}, to, to
				continue
			}
		}
		it, ok := c.readItem(pos)
		linked := false
		if !ok && any {
			// "and", "og", a hyphen between tens and units, before a further piece;
			// behind digits the hyphen of "10-million" only.
			n := c.link(pos)
			if n == pos && !last.digits && c.spacedHyphen(pos, last.dec) {
				n = pos + 1
			}
			if n > pos && int(n) < len(c.toks) && !c.toks[n].is(blankBefore) {
				it, ok = c.readItem(n)
				hyphen := c.toks[pos].char == '-'
				switch {
				case last.digits:
					ok = ok && hyphen && !it.digits && it.dec.Cmp(thousand) >= 0
				case it.digits:
					// 3 hundred and 21
					ok = ok && v.digits && !hyphen && !part && last.dec.Cmp(thousand) <= 0 && it.dec.Cmp(last.dec) < 0 && it.dec.Sign() > 0 && !c.multiplied(it.end)
					linked = true
				default:
					linked = !hyphen || it.ordinal || it.dec.Cmp(hundred) < 0 // "a three-million-euro loan"
				}
			}
		}
		if !ok {
			break
		}
		scale := !it.digits && it.dec.Cmp(thousand) >= 0 && !it.word
		switch {
		case scale:
			again := !lastScale.IsZero() && it.dec.Cmp(lastScale) >= 0
			if linked || again && !has && it.dec.Cmp(total) <= 0 ||
				last.digits && it.abbreviated && c.toks[pos].is(spaceBefore) && c.yearLike(pos-1) {
				ok = false
				break
			}
			if again && has && (lastScale.Cmp(thousand) > 0 || it.dec.Cmp(total) <= 0) {
				ok, cur, has, v.scaled, end = false, model.Decimal{}, false, true, scaled // of "two million three million" the first
				break
			}
			if again {
				cur, total = total.Add(cur), model.Decimal{} // hundred thousand trillion, thousand five hundred million
			} else if !has {
				if any || it.dec.Cmp(million) >= 0 && !it.ordinal && it.end-pos < 2 {
					ok = false // "(mrd. kr)" and "millions of dollars" say no number, "a million" does
					break
				}
				cur = one
			}
			total = total.Add(cur.Mul(it.dec))
			cur, has = model.Decimal{}, false
			lastScale, v.factor, v.scaled, scaled = it.dec, it.dec, true, it.end
		case it.digits && linked:
			cur, has = cur.Add(it.dec), true
		case it.digits:
			if any && (!c.pack.Chain || has || !v.scaled || it.dec.Cmp(lastScale) >= 0) &&
				(!v.digits || has || !c.multiplied(it.end) || !v.scaled || !c.lesserScale(it.end, lastScale)) {
				ok = false
				break
			}
			cur, has, v.scaled = it.dec, true, false
		case !has:
			if any && linked && it.dec.Cmp(hundred) >= 0 {
				ok = false
				break
			}
			if any && !c.pack.Chain && !linked && v.digits {
				ok = false // "2 million three people"
				break
			}
			cur, has, v.scaled = it.dec, true, false
		case !linked && (it.word || last.word) && roomBehind(cur, it.dec):
			before = cur
			cur = cur.Add(it.dec) // ikibin beşyüz
		case !linked && it.word && !last.digits && hundreds(cur, it.dec):
			cur = cur.Add(one.Neg()).Mul(hundred).Add(it.dec) // üç yüzelli
		case it.dec.Cmp(hundred) == 0 && !linked && !before.IsZero() && roomBehind(before, last.dec.Mul(hundred)):
			cur = before.Add(last.dec.Mul(hundred)) // ikibin beş yüz
		case it.dec.Cmp(hundred) == 0 && !it.ordinal && !linked && (last.digits && !c.yearLike(pos-1) || cur.Cmp(ninetyNine) <= 0):
			cur = cur.Mul(hundred)
		case it.dec.Cmp(hundred) == 0 && !last.digits && cur.Cmp(ninetyNine) <= 0:
			cur = cur.Mul(hundred)
		case last.digits || it.dec.Cmp(hundred) >= 0:
			ok = false
		case additive(last.dec, it.dec, linked):
			before = cur
			cur = cur.Add(it.dec)
		default:
			ok = false
		}
		if !ok {
			break
		}
		if !any {
			v.digits = it.digits
		}
		any, last, pos, end, ordinal = true, it, it.end, it.end, it.ordinal
		if !it.digits && c.pack.numeralEnd >= 0 && c.endsIn(pos-1, c.pack.numeralEnd) {
			break // "5 milyardan 6,1 milyara"
		}
		if ordinal || int(pos) >= len(c.toks) || c.toks[pos].is(blankBefore) {
			continue
		}
		// "two and a half", "iki buçuk": in front of a scale or alone.
		if t := &c.toks[pos]; t.char == '-' && !t.is(spaceBefore) && int(pos)+1 < len(c.toks) && c.find(pos+1, clsHalf) != nil {
			pos++ // two-and-a-half
		}
		if h := c.find(pos, clsHalf); h != nil {
			if dec, err := model.ParseDecimal(c.value(h)); err == nil {
				if !has && v.factor.Cmp(million) >= 0 {
					total = total.Add(dec.Mul(v.factor)) // six million and a half
				} else {
					cur, has = cur.Add(dec), true
				}
				pos, end = h.end, h.end
			}
		}
		if has {
			if dec, to, ok := c.spokenDecimals(pos); ok {
				cur = cur.Add(dec)
				last, pos, end = item{dec: dec, digits: true}, to, to
			}
		}
		if whole := total.Add(cur); has && it.digits && total.IsZero() {
			if dec, to, ok := c.power(pos, cur); ok {
				cur = dec
				last, pos, end = item{dec: dec, digits: true}, to, to
			} else if pos == i+1 {
				if dec, to, ok := c.slashed(i, true); ok {
					cur, v.part = dec, true
					last, pos, end = item{dec: dec, digits: true}, to, to
				}
			}
		} else if dec, to, ok := c.denominator(pos, whole, it.dec); ok && !v.part {
			v.whole, v.wholeEnd = whole, pos
			total, cur, has, v.part, v.scaled, v.factor = model.Decimal{}, dec, true, true, false, one
			last, pos, end = item{dec: dec, digits: true}, to, to
			linked = false
		}
		if !has {
			continue
		}
		if e := c.find(pos, clsDozen); e != nil {
			if dec, err := model.ParseDecimal(c.value(e)); err == nil {
				if linked {
					cur = before.Add(it.dec.Mul(dec)) // three hundred and two dozen
				} else {
					cur = cur.Mul(dec) // half a dozen
				}
				last, pos, end = item{dec: dec, digits: true}, e.end, e.end
			}
		}
	}
	if !any {
		return v, i, false, false
	}
	v.dec = total
	if has {
		v.dec = total.Add(cur)
	}
	if v.part {
		v.dec = round15(v.dec)
	}
	return v, end, ordinal, true
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
