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
			e := c.rowFigure(of.start)
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
// "and" and by a name, in front of token i in its sentence, nil if there is none.
func (c *chart) rowFigure(i int32) *edge {
	const longest, parts = 3, 3 // words of a name, tokens of a number
	k, sent := i-1, c.toks[i].sent
	if c.toks[k].kind == wordToken && c.has(k, clsBound, clsLocative, clsStopword) && !c.toks[k].is(capital) {
		k--
	}
	names := 0
	for ; k > parts && names < longest && c.toks[k].kind == wordToken && c.toks[k].is(capital) && !c.taken[k]; k-- {
		names++
	}
	if k > parts && c.toks[k].kind == wordToken && !c.conjunction(k) && c.has(k, clsArticle, clsLocative, clsStopword) {
		k--
	}
	if names == 0 || k < parts || c.toks[k].sent != sent || c.toks[k].char != ',' && !c.conjunction(k) || c.toks[k-1].kind != digitToken {
		return nil
	}
	e := c.startingAt(k-parts, clsCardinal)
	if e == nil || e.end != k || e.end-e.start != parts || c.toks[k-parts].sent != sent || c.toks[k-parts-1].kind == punctToken {
		return nil
	}
	return e
}
