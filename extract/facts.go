package extract

import "extract/model"

// findSums makes the records of money and percentages.
func (d *document) findSums(c *chart) {
	d.shareUnits(c)
	c.shareDecimals()
	sums := d.sums[:0]
	for _, at := range c.sumEdges {
		e := c.edges[at]
		v := &c.sums[e.ref]
		q := model.Quantity{Bound: v.bound, Trend: v.trend}
		if v.hasMax {
			most := v.max
			q.ValueMax = &most
		}
		if e.class == clsPercent {
			if v.unit == "percentage-point" && c.ofIndex(e.start) {
				d.drop(c, &e, "they are points of an index or a league")
				continue
			}
			rec := &model.Percent{Number: v.dec, Unit: v.unit, Quantity: q}
			if v.dec.Sign() < 0 && rec.Trend == "" {
				rec.Trend = "down"
			}
			rec.Common = d.base(c, e.from, e.to, c.ruleName(&e))
			d.keep(c, rec, e.from, e.to)
			sums = append(sums, sum{chart: c, from: e.from, to: e.to, q: &rec.Quantity, percent: rec})
			continue
		}
		code, why := d.currency(c, &e, v)
		rec := &model.Money{Number: v.dec, Currency: code, Quantity: q}
		if rec.Currency == "" {
			d.drop(c, &e, "the country of the currency is not known")
			continue
		}
		rec.Common = d.base(c, e.from, e.to, c.ruleName(&e))
		d.keep(c, rec, e.from, e.to)
		d.explain(why)
		sums = append(sums, sum{chart: c, from: e.from, to: e.to, q: &rec.Quantity})
	}
	d.sums = sums
	d.measureSums(c, sums)
}
