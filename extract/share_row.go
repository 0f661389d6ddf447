package extract

import "slices"

// shareRows gives the numbers with decimals of a row, whose unit stands behind its
// last figure, that unit: "Siemens verloren 2,1, Bayer 1,8 Prozent", "Bayern gibt
// 2,1 und Hessen 1,8 Milliarden Euro". A name stands between two of them.
func (c *chart) shareRows() {
	if c.pack.BodyFirst {
		return
	}
	var found []int32
	for _, at := range c.sumEdges {
		of := c.edges[at]
		for of.start > 4 {
			e := c.rowFigure(of.start, of.class == clsPercent)
			if e == nil || slices.Contains(c.taken[e.start:e.end], true) {
				break
			}
			num, v := c.nums[e.ref], c.sums[of.ref]
			if num.scaled || of.class == clsPercent && v.unit != "percent" && v.unit != "percentage-point" {
				break
			}
			dec := num.dec
			if v.num.scaled {
				dec = dec.Mul(v.num.factor)
			}
			if far(dec, v.dec) {
				break
			}
			at := c.shared(e, of.class, sumValue{dec: dec, num: v.num, unit: v.unit, currency: v.currency, nationality: v.nationality})
			found = append(found, at)
			of = c.edges[at]
		}
	}
	c.addSums(found)
}

// rowFigure returns the number with decimals that stands, parted by a comma or
// "and" and by a name, in front of token i in its sentence, nil if there is none. A
// whole number may stand there of a row of percentages in which a small word parts the
// names too: "auf Maschinen entfielen 31, auf Chemie 22 Prozent".
func (c *chart) rowFigure(i int32, percent bool) *edge {
	const longest, parts = 3, 3 // words of a name, tokens of a number
	k, sent := i-1, c.toks[i].sent
	if c.toks[k].kind == wordToken && c.has(k, clsBound, clsLocative, clsStopword) && !c.toks[k].is(capital) {
		k--
	}
	names := 0
	for ; k > parts && names < longest && c.toks[k].kind == wordToken && c.toks[k].is(capital) && !c.taken[k]; k-- {
		names++
	}
	link := int32(-1)
	if k > parts && c.toks[k].kind == wordToken && !c.conjunction(k) && c.has(k, clsArticle, clsLocative, clsStopword) {
		link = k
		k--
	}
	if names == 0 || k < parts || c.toks[k].sent != sent || c.toks[k].char != ',' && !c.conjunction(k) || c.toks[k-1].kind != digitToken {
		return nil
	}
	if percent && link >= 0 && !c.has(link, clsArticle) && c.wholeInRow(k-1, link) {
		return c.startingAt(k-1, clsCardinal)
	}
	e := c.startingAt(k-parts, clsCardinal)
	if e == nil || e.end != k || e.end-e.start != parts || c.toks[k-parts].sent != sent || k > parts && c.toks[k-parts-1].kind == punctToken {
		return nil
	}
	return e
}

// wholeInRow reports a whole percentage at token i that is part of a row: a verb stands
// in front of it, or names behind the small word that parts the names of the row.
func (c *chart) wholeInRow(i, link int32) bool {
	const most, longest = 100, 3
	e := c.startingAt(i, clsCardinal)
	if e == nil || e.end != i+1 || i < 2 || c.toks[i].num == 0 || c.toks[i].num >= most || c.toks[i-1].sent != c.toks[i].sent || c.toks[i-1].kind != wordToken {
		return false
	}
	if !c.toks[i-1].is(capital) {
		return !c.has(i-1, clsStopword, clsArticle, clsLocative) || c.tense(i-1) != 0
	}
	k := i - 1
	for ; k > 0 && k >= i-longest && c.toks[k].kind == wordToken && c.toks[k].is(capital); k-- {
	}
	return k > 0 && string(c.folded(&c.toks[k])) == string(c.folded(&c.toks[link]))
}

// sharePlaces gives the bare figures behind a percentage that a place is told for, each
// with its own, that unit: "40 Prozent nach China, 25 in die USA und 10 nach Japan".
func (c *chart) sharePlaces() {
	const far, most = 5, 3 // tokens up to the next figure, tokens of a figure
	if c.pack.BodyFirst {
		return
	}
	var found []int32
	for _, at := range c.sumEdges {
		of := c.edges[at]
		v := c.sums[of.ref]
		if of.class != clsPercent || v.unit != "percent" {
			continue
		}
		sent := c.toks[of.start].sent
		place := c.placeKind(of.end)
		for k := of.end; place != 0 && int(k)+2 < len(c.toks) && k < of.end+far && c.toks[k].sent == sent; k++ {
			if !c.comma(k) && !c.conjunction(k) {
				continue
			}
			e := c.startingAt(k+1, clsCardinal)
			if e == nil || c.toks[k+1].kind != digitToken || e.end-e.start > most || slices.Contains(c.taken[e.start:e.end], true) || c.placeKind(e.end) != place ||
				c.toks[e.end].sent != sent || c.nums[e.ref].scaled || c.nums[e.ref].dec.Cmp(v.dec) > 0 {
				break
			}
			num := c.nums[e.ref]
			at := c.shared(e, clsPercent, sumValue{dec: num.dec, num: num, unit: v.unit})
			found = append(found, at)
			of = c.edges[at]
			k = of.end - 1
		}
	}
	c.addSums(found)
}

// placeKind returns the class of the place that a word of place at token i tells, behind
// an article or not: clsCountry, clsCityNoun for a city, 0 for neither. "3 in 10 voters"
// tells none.
func (c *chart) placeKind(i int32) class {
	if int(i) >= len(c.toks) || !c.has(i, clsLocative) {
		return 0
	}
	sent := c.toks[i].sent
	i = c.startingAt(i, clsLocative).end
	if int(i) < len(c.toks) && c.has(i, clsArticle, clsStopword) && !c.has(i, clsCountry) && !c.toks[i].is(capital) {
		i++
	}
	if int(i) >= len(c.toks) || c.toks[i].sent != sent {
		return 0
	}
	if c.has(i, clsCountry) {
		return clsCountry
	}
	if _, refs := c.cityAt(i); len(refs) > 0 && c.toks[i].is(capital) {
		return clsCityNoun
	}
	return 0
}
