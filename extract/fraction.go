package extract

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"extract/model"
)

// precision is how many digits of a fraction are written that never ends.
const precision = 15

// round15 cuts a number to the digits that are written of a fraction.
func round15(d model.Decimal) model.Decimal {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return d
	}
	return ofRat(r)
}

func quotient(a, b model.Decimal) (model.Decimal, bool) {
	x, ok := new(big.Rat).SetString(a.String())
	y, ok2 := new(big.Rat).SetString(b.String())
	if !ok || !ok2 || y.Sign() == 0 {
		return model.Decimal{}, false
	}
	return ofRat(x.Quo(x, y)), true
}

// ofRat writes a number with its first fifteen digits.
func ofRat(r *big.Rat) model.Decimal {
	f := new(big.Float).SetPrec(256).SetRat(r)
	mantissa, exponent, _ := strings.Cut(f.Text('e', precision-1), "e")
	n, _ := strconv.Atoi(exponent)
	d, err := model.ParseDecimal(mantissa)
	if err != nil {
		return model.Decimal{}
	}
	return d.Shift(n)
}

// pointed reports a decimal mark with nothing in front of it but digits behind: ".77".
func (c *chart) pointed(i int32) bool {
	t := &c.toks[i]
	if t.kind != punctToken || t.char != c.pack.decimal || int(i)+1 >= len(c.toks) {
		return false
	}
	d := &c.toks[i+1]
	if d.kind != digitToken || d.is(spaceBefore) || d.end > d.stem || c.goesOn(i+1) {
		return false
	}
	if i == 0 || t.is(spaceBefore) {
		return true
	}
	p := &c.toks[i-1]
	return p.kind == punctToken && (p.char == '-' || p.char == '(' || p.char == '$')
}

// vulgar reports a fraction that is one character: ½.
func (c *chart) vulgar(i int32) bool {
	_, _, ok := c.vulgarAt(i)
	return ok
}

func (c *chart) vulgarAt(i int32) (model.Decimal, int32, bool) {
	t := &c.toks[i]
	if t.kind != punctToken || t.char != 0 || t.end-t.start > 3 {
		return model.Decimal{}, i, false
	}
	// ¼ to ¾ and ⅐ to ⅞ are all that Unicode has.
	if r, _ := utf8.DecodeRuneInString(c.text[t.start:t.end]); r != '¼' && r != '½' && r != '¾' && (r < '⅐' || r > '⅞') {
		return model.Decimal{}, i, false
	}
	a, b, ok := strings.Cut(norm.NFKC.String(c.text[t.start:t.end]), "\u2044")
	if !ok {
		return model.Decimal{}, i, false
	}
	x, err := model.ParseDecimal(a)
	y, err2 := model.ParseDecimal(b)
	if err != nil || err2 != nil {
		return model.Decimal{}, i, false
	}
	q, ok := quotient(x, y)
	return q, i + 1, ok
}

// slashed reads "3/4" at token i: a part of one, unless it is told to be a
// number of its own and may be more.
func (c *chart) slashed(i int32, alone bool) (model.Decimal, int32, bool) {
	none := model.Decimal{}
	if i < 0 || int(i)+2 >= len(c.toks) {
		return none, i, false
	}
	a, m, b := &c.toks[i], &c.toks[i+1], &c.toks[i+2]
	if a.kind != digitToken || m.char != '/' || b.kind != digitToken || m.is(spaceBefore) || b.is(spaceBefore) ||
		a.end > a.stem || b.end > b.stem || a.end-a.start > 3 || b.end-b.start > 3 || b.num < 2 || !alone && a.num >= b.num {
		return none, i, false
	}
	if i > 0 && !a.is(spaceBefore) {
		if p := &c.toks[i-1]; p.kind != punctToken || p.char != '(' && p.char != '"' && p.char != '-' {
			return none, i, false
		}
	}
	if int(i)+3 < len(c.toks) {
		n := &c.toks[i+3]
		if !n.is(spaceBefore) && (n.kind != punctToken || n.char == '/' || n.char == '-' || n.char == 0 || c.goesOn(i+2)) || c.has(i+3, clsMonth) {
			return none, i, false
		}
	}
	q, ok := quotient(model.NewDecimal(int64(a.num), 0), model.NewDecimal(int64(b.num), 0))
	return q, i + 3, ok
}

// partBehind reads the fraction behind a whole number at token i: "2 1/4",
// "2½", "two and three quarters", "three and a fifth". A scale that stands
// behind the fraction is in it, and told as its factor.
func (c *chart) partBehind(i int32, last item) (dec, factor model.Decimal, end int32, ok bool) {
	if int(i) >= len(c.toks) || c.toks[i].is(blankBefore) {
		return dec, one, i, false
	}
	if last.digits {
		if _, whole := last.dec.Int64(); !whole {
			return dec, one, i, false
		}
		if dec, end, ok = c.vulgarAt(i); !ok {
			dec, end, ok = c.slashed(i, false)
		}
		return dec, one, end, ok
	}
	and := c.find(i, clsNumberAnd)
	if and == nil || int(and.end) >= len(c.toks) || c.toks[and.end].is(blankBefore) {
		return dec, one, i, false
	}
	n := and.end
	if dec, end, ok = c.partOfOne(n); ok {
		return dec, one, end, true
	}
	if !c.has(n, clsNumber) {
		return dec, one, i, false
	}
	v, end, ordinal, ok := c.readPhrase(n, true)
	return v.dec, v.factor, end, ok && !ordinal && v.part && (v.dec.Cmp(one) < 0 || v.scaled)
}

// partOfOne reads "a fifth" and "one fifth", where no noun follows that it
// could be the fifth of.
func (c *chart) partOfOne(i int32) (model.Decimal, int32, bool) {
	none := model.Decimal{}
	a := c.find(i, clsFractionOne)
	if a == nil {
		return none, i, false
	}
	n := a.end
	hyphen := int(n)+1 < len(c.toks) && c.toks[n].char == '-' && !c.toks[n+1].is(spaceBefore)
	if hyphen {
		n++
	}
	if int(n) >= len(c.toks) || c.toks[n].is(blankBefore) {
		return none, i, false
	}
	if it, ok := c.readItem(n); !ok || !it.ordinal && it.dec.Cmp(hundred) >= 0 {
		return none, i, false // "one hundred and first"
	}
	v, end, ordinal, ok := c.readPhrase(n, true)
	if !ok || !ordinal || v.dec.Cmp(model.NewDecimal(3, 0)) < 0 || !hyphen && !c.noNoun(end) {
		return none, i, false
	}
	q, ok := quotient(one, v.dec)
	return q, end, ok
}

// partsOf adds the fraction whose denominator stands in front: "üçte iki".
func (c *chart) partsOf(i int32, of *edge) {
	if int(of.end) >= len(c.toks) || c.toks[of.end].is(blankBefore) {
		return
	}
	e := c.find(of.end, clsFractionParts)
	if e == nil {
		return
	}
	num, err := model.ParseDecimal(c.value(e))
	den, err2 := model.ParseDecimal(c.value(of))
	if err != nil || err2 != nil || num.Cmp(den) >= 0 {
		return
	}
	if q, ok := quotient(num, den); ok {
		c.addNumber(clsCardinal, i, e.end, numValue{dec: q, factor: one, part: true, share: true})
	}
}

// denominator reads what makes the number in front of token i the parts of
// something: "thirds", "twenty-firsts". The tens may belong to it.
func (c *chart) denominator(i int32, whole, last model.Decimal) (model.Decimal, int32, bool) {
	none := model.Decimal{}
	if int(i) >= len(c.toks) || c.toks[i].is(blankBefore) {
		return none, i, false
	}
	n := i
	if t := &c.toks[i]; t.char == '-' && !t.is(spaceBefore) && int(i)+1 < len(c.toks) && !c.toks[i+1].is(spaceBefore) {
		n++
	}
	e := c.find(n, clsFraction)
	if e == nil {
		return none, i, false
	}
	den, err := model.ParseDecimal(c.value(e))
	if err != nil {
		return none, i, false
	}
	if d, _ := den.Int64(); d == 4 && whole.Cmp(one) != 0 && whole.Cmp(model.NewDecimal(3, 0)) != 0 {
		return none, i, false // two quarters are half a year
	}
	if l, ok := last.Int64(); ok && l >= 20 && l < 100 && l%10 == 0 && den.Cmp(model.NewDecimal(10, 0)) < 0 && whole.Cmp(last) > 0 {
		whole, den = whole.Add(last.Neg()), den.Add(last)
	}
	q, ok := quotient(whole, den)
	return q, e.end, ok
}

// spokenDecimals reads "point seventy-one" at token i, behind a whole number.
func (c *chart) spokenDecimals(i int32) (model.Decimal, int32, bool) {
	none := model.Decimal{}
	e := c.find(i, clsPoint)
	if e == nil || int(e.end) >= len(c.toks) || c.toks[e.end].is(blankBefore) {
		return none, i, false
	}
	text := []byte("0.")
	end := e.end
	for int(end) < len(c.toks) && !c.toks[end].is(blankBefore) && len(text) < 20 {
		it, ok := c.readItem(end)
		v, whole := it.dec.Int64()
		if !ok || it.ordinal || !whole || v >= 100 || it.digits && len(text) > 2 || len(text) > 2 && v >= 10 {
			break
		}
		if it.digits {
			text = append(text, c.text[c.toks[end].start:c.toks[end].stem]...)
			end = it.end
			break
		}
		end = it.end
		if v >= 10 && v%10 == 0 {
			n := c.link(end)
			if unit, ok := c.readItem(n); ok && !unit.ordinal && !unit.digits {
				if u, _ := unit.dec.Int64(); u > 0 && u < 10 {
					v, end = v+u, unit.end
				}
			}
		}
		text = strconv.AppendInt(text, v, 10)
		if v >= 10 {
			break
		}
	}
	dec, err := model.ParseDecimal(string(text))
	return dec, end, err == nil
}

// pointOpens reports that the word for the decimal mark at token i opens a
// number that has its line for itself; elsewhere it numbers the points of a list.
func (c *chart) pointOpens(i int32) bool {
	t := &c.toks[i]
	return !t.is(capital) && (i == 0 || t.is(blankBefore))
}

// multiplied reports that a hundred or a scale stands at token i.
func (c *chart) multiplied(i int32) bool {
	if int(i) >= len(c.toks) {
		return false
	}
	it, ok := c.readItem(i)
	return ok && !it.digits && it.dec.Cmp(hundred) >= 0
}

// lesserScale reports that the scale at token i is smaller than another: the
// million of "2 billion 500 million".
func (c *chart) lesserScale(i int32, than model.Decimal) bool {
	it, ok := c.readItem(i)
	return ok && !it.digits && it.dec.Cmp(than) < 0
}

// yearLike reports four digits that are a year rather than a number of thousands.
func (c *chart) yearLike(i int32) bool {
	t := &c.toks[i]
	return t.kind == digitToken && t.stem-t.start == 4 && t.num >= 1000 && t.num < 2200 && !c.insideNumber(i)
}

// power reads the exponent behind a number: 1e10, 1.1^23.
func (c *chart) power(i int32, base model.Decimal) (model.Decimal, int32, bool) {
	none := model.Decimal{}
	if int(i)+1 >= len(c.toks) || c.toks[i].is(spaceBefore) {
		return none, i, false
	}
	t := &c.toks[i]
	ten := t.kind == wordToken && (c.text[t.start:t.end] == "e" || c.text[t.start:t.end] == "E")
	if !ten && t.char != '^' {
		return none, i, false
	}
	n, sign := i+1, 1
	if s := &c.toks[n]; !s.is(spaceBefore) && (s.char == '-' || s.char == '+') && int(n)+1 < len(c.toks) {
		if s.char == '-' {
			sign = -1
		}
		n++
	}
	d := &c.toks[n]
	if d.kind != digitToken || d.is(spaceBefore) || d.num > 40 || d.end-d.start > 2 || d.end > d.stem {
		return none, i, false
	}
	if ten {
		if sign < 0 {
			return base.Shift(-int(d.num)), n + 1, true
		}
		return base.Shift(int(d.num)), n + 1, true
	}
	r, ok := new(big.Rat).SetString(base.String())
	if !ok || r.Sign() == 0 {
		return none, i, false
	}
	p := big.NewRat(1, 1)
	for range d.num {
		p.Mul(p, r)
	}
	if sign < 0 {
		p.Inv(p)
	}
	return ofRat(p), n + 1, true
}

// overs adds the fraction whose parts are told apart: "one over twenty", "two
// out of three", "1 in 5".
func (c *chart) overs(start, i int32, v numValue) {
	if int(i) >= len(c.toks) || c.toks[i].is(blankBefore) || v.scaled {
		return
	}
	e := c.find(i, clsOver)
	in := e == nil
	if in {
		if e = c.find(i, clsOneIn); e == nil || v.dec.Cmp(one) != 0 {
			return
		}
	}
	if int(e.end) >= len(c.toks) || c.toks[e.end].is(blankBefore) {
		return
	}
	w, end, ordinal, ok := c.readPhrase(e.end, true)
	if !ok || ordinal || w.dec.Cmp(one) <= 0 || c.yearLike(e.end) && end == e.end+1 {
		return
	}
	if !in && c.value(e) == "of" && v.dec.Cmp(w.dec) >= 0 {
		return // "12 out of 10"
	}
	if !in && c.value(e) == "alone" && !c.noNoun(end) {
		return // "3 points over 10 years"
	}
	if q, ok := quotient(v.dec, w.dec); ok {
		c.addNumber(clsCardinal, start, end, numValue{dec: q, factor: one, digits: v.digits, part: true})
	}
}

// yearInWords adds the year that words tell and no noun follows: "nineteen
// eighty-six", "two thousand and five".
func (c *chart) yearInWords(i, end int32, dec model.Decimal) {
	n, ok := dec.Int64()
	if !ok || c.toks[i].kind != wordToken {
		return
	}
	switch {
	case n >= 1100 && n < 2100 && n != 2000 && int(end-i) == 1 && (c.noNoun(end) || c.lowerAlone(end)):
		c.addNumber(clsYearWords, i, end, numValue{dec: dec, factor: one}) // neunzehnhundertneunzig
	case (n > 2000 && n < 2100 && int(end-i) >= 3 || n >= 1500 && n < 2000 && int(end-i) >= 2) && c.noNoun(end):
		c.addNumber(clsYearWords, i, end, numValue{dec: dec, factor: one})
	case n >= 10 && n <= 20 && int(end) < len(c.toks) && !c.toks[end].is(blankBefore) && c.toks[end].kind == wordToken:
		v, to, ordinal, ok := c.readPhrase(end, true)
		if m, whole := v.dec.Int64(); ok && whole && !ordinal && !v.digits && m >= 10 && m < 100 && c.noNoun(to) {
			c.addNumber(clsYearWords, i, to, numValue{dec: model.NewDecimal(100*n+m, 0), factor: one})
		}
	}
}
