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

var hundred, thousand, ninetyNine, large, million = model.NewDecimal(100, 0), model.NewDecimal(1000, 0), model.NewDecimal(99, 0), model.NewDecimal(100000, 0), model.NewDecimal(1000000, 0)

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
