package extract

import (
	"slices"

	"extract/model"
)

// findNumbers makes the records of numbers and ordinals, when they are asked for.
func (d *document) findNumbers(c *chart) {
	for _, k := range []struct {
		typ string
		cls class
	}{{model.TypeNumber, clsCardinal}, {model.TypeOrdinal, clsRank}} {
		if !d.engine.types[k.typ] {
			continue
		}
		taken := make([]bool, len(c.toks))
		var edges []int32
		for i := range c.edges {
			if c.edges[i].class == k.cls {
				edges = append(edges, int32(i))
			}
		}
		slices.SortFunc(edges, func(a, b int32) int { return int(c.edges[a].start - c.edges[b].start) })
		for _, at := range d.choose(c, edges, taken) {
			e := c.edges[at]
			v := c.nums[e.ref]
			if why := c.noNumber(&e); why != "" {
				d.drop(c, &e, why)
				continue
			}
			common := d.base(c, e.from, e.to, c.ruleName(&e))
			if k.cls == clsCardinal {
				d.keep(c, &model.Number{Number: v.dec, Common: common}, e.from, e.to)
			} else {
				d.keep(c, &model.Ordinal{Number: v.dec, Common: common}, e.from, e.to)
			}
		}
	}
}

// noNumber tells why what reads like a number or an ordinal is none here: the
// pronoun in "that one is good", the fraction in "a thousandth of a second".
func (c *chart) noNumber(e *edge) string {
	if e.end-e.start == 1 && c.endingAt(e.end, clsNotNumber) != nil && c.noNoun(e.end) {
		return "it stands for a noun"
	}
	if e.class == clsRank && e.start > 0 && c.nums[e.ref].dec.Cmp(hundred) >= 0 {
		if f := c.find(e.start-1, clsCardinal); f != nil && f.end == e.end && c.nums[f.ref].part && c.has(e.start-1, clsFractionOne) {
			return "it is part of a fraction"
		}
	}
	return ""
}
