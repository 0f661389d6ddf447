package extract

import (
	"extract/model"
)

// findDates counts the dates of a chart in the order of the text.
func (d *document) findDates(c *chart) {
	d.taken = append(d.taken[:0], make([]bool, len(c.toks))...)
	c.taken = d.taken
	kept := d.choose(c, []class{clsDate, clsMoney, clsPercent, clsNone}, d.taken)
	c.sumEdges = c.sumEdges[:0]
	var prev, base period
	ctx := d.ctx
	block := int32(-1)
	for _, at := range kept {
		e := c.edges[at]
		if e.class != clsDate {
			c.sumEdges = append(c.sumEdges, at)
			continue
		}
		if b := c.toks[e.start].block; b != block {
			// A year named in one paragraph is not that of the next.
			block, ctx.base = b, nil
		}
		ctx.tense = c.tenseAt(e.start, e.end)
		r, why := c.resolve(e.ref, &ctx)
		if why != "" {
			d.drop(c, &e, why)
			continue
		}
		rec := dateRecord(&r)
		rec.Common = d.base(c, e.from, e.to, c.ruleName(&e))
		f := d.keep(c, rec, e.from, e.to)
		f.dates = &r
		prev = r.period
		ctx.prev = &prev
		if r.usedYear && r.single && r.from.grain >= monthGrain && r.from.grain != yearGrain {
			base = r.period
			ctx.base = &base
		}
	}
}

func dateRecord(r *resolution) *model.Date {
	rec := &model.Date{Value: r.String(), Grain: grainNames[r.grain()], Part: r.part, Basis: r.basis, Anchor: r.anchor, AnchorFrom: r.anchorFrom}
	if r.basis == "absolute" {
		rec.Anchor, rec.AnchorFrom = "", ""
	}
	rec.FirstDay, rec.LastDay = firstLast(&r.period)
	return rec
}

// firstLast returns the first and last day of a period as records show them.
func firstLast(p *period) (first, last string) {
	a, b, okA, okB := p.days()
	if okA {
		first = a.String()
	}
	if okB {
		last = b.String()
	}
	return first, last
}

// tenseAt tells the tense of the clause around tokens from to to: that of the
// nearest word of tense in the sentence.
func (c *chart) tenseAt(from, to int32) int {
	s := c.sents[c.toks[from].sent]
	for gap := int32(0); gap < s.end-s.start; gap++ {
		for _, i := range []int32{from - 1 - gap, to + gap} {
			if i < s.start || i >= s.end {
				continue
			}
			if e := c.find(i, clsTense); e != nil {
				switch c.value(e) {
				case "future":
					return 1
				case "past":
					return -1
				}
			}
		}
	}
	return 0
}

// findSums makes the records of money and percentages.
func (d *document) findSums(c *chart) {
	for _, at := range c.sumEdges {
		e := c.edges[at]
		v := c.sums[e.ref]
		q := model.Quantity{Bound: v.bound, Trend: v.trend}
		if v.hasMax {
			q.ValueMax = &v.max
		}
		if e.class == clsPercent {
			rec := &model.Percent{Number: v.dec, Unit: v.unit, Quantity: q}
			if v.dec.Sign() < 0 && rec.Trend == "" {
				rec.Trend = "down"
			}
			rec.Common = d.base(c, e.from, e.to, c.ruleName(&e))
			d.keep(c, rec, e.from, e.to)
			continue
		}
		rec := &model.Money{Number: v.dec, Currency: d.currency(c, &e, &v), Quantity: q}
		if rec.Currency == "" {
			d.drop(c, &e, "the country of the currency is not known")
			continue
		}
		rec.Common = d.base(c, e.from, e.to, c.ruleName(&e))
		d.keep(c, rec, e.from, e.to)
	}
}

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
		for _, at := range d.choose(c, []class{k.cls}, taken) {
			e := c.edges[at]
			v := c.nums[e.ref]
			common := d.base(c, e.from, e.to, c.ruleName(&e))
			if k.cls == clsCardinal {
				d.keep(c, &model.Number{Number: v.dec, Common: common}, e.from, e.to)
			} else {
				d.keep(c, &model.Ordinal{Number: v.dec, Common: common}, e.from, e.to)
			}
		}
	}
}
