package extract

import (
	"extract/model"
)

// sumValue is an amount of money or a percentage as the text expresses it.
type sumValue struct {
	dec, max    model.Decimal
	hasMax      bool
	currency    string // ISO code, or *name where several countries share the name
	nationality string // country of the adjective beside the currency
	unit        string // of a percentage
	bound       string
	trend       string
	times       model.Decimal // what the rule counts in: hundredths, millions
	num         numValue      // the number as it is written, of a range the second
}

// evalSum builds the amount of a rule that matched, from its numbers or from
// the amount inside it; from and to are the tokens of the mention.
func (c *chart) evalSum(r *rule, b *binding, start, end int32) (v sumValue, from, to int32, ok bool) {
	from, to = start, end
	inner := slotMoney
	if r.kind == clsPercent {
		inner = slotPercent
	}
	switch {
	case b.has(inner):
		e := &c.edges[b[inner]]
		v = c.sums[e.ref]
		from, to = e.from, e.to
		if b.has(slotWith) && r.set.trend == "figures" { // "yüzde 38'den yüzde 36,5'e": a sum of its own beside another
			v.trend = against(v.dec, c.sums[c.edges[b[slotWith]].ref].dec)
			return v, from, to, true
		}
	case b.has(slotNumber):
		n, isNum := c.numSlot(b[slotNumber])
		if !isNum || n.share {
			return v, from, to, false
		}
		v.dec, v.num = n.dec, n
		if b.has(slotWith) {
			if c.otherCurrency(b) || r.kind == clsPercent && n.scaled {
				return v, from, to, false // "auf 39,1 Milliarden, die Importe um 7,5 Prozent"
			}
			return c.sumWith(n, b, r.set.trend)
		}
		if b.has(slotMinor) && !c.addMinor(&v, n, b, end) {
			return v, from, to, false
		}
		if b.has(slotNumber2) {
			m, isNum := c.numSlot(b[slotNumber2])
			if !isNum {
				return v, from, to, false
			}
			if at := c.edges[b[slotNumber]].start; at > 1 && c.toks[at-1].char == '-' && !c.toks[at].is(spaceBefore) && c.toks[at-2].kind == digitToken {
				return v, from, to, false // "fell from 76 per cent in 2009-13 to 36 per cent"
			}
			if y := c.edgeYear(b[slotNumber]); y && !n.scaled && m.scaled {
				return v, from, to, false // "from 200 million in 2024 to 500 million dollars"
			}
			v.dec, v.max, v.hasMax, v.num = elliptic(n, m), m.dec, true, m
			if v.dec.Cmp(v.max) >= 0 {
				return v, from, to, false
			}
		}
	default:
		return v, from, to, false
	}
	if r.set.currency != "" {
		v.currency = r.set.currency
	}
	if b.has(slotCurrency) {
		v.currency = c.value(&c.edges[b[slotCurrency]])
	}
	if b.has(slotCurrency2) && v.hasMax && c.value(&c.edges[b[slotCurrency2]]) != v.currency {
		return v, from, to, false // "between €5 and £7" are two sums
	}
	if b.has(slotNationality) {
		v.nationality = c.value(&c.edges[b[slotNationality]])
	}
	if b.has(slotSign2) && c.value(&c.edges[b[slotSign2]]) != c.value(&c.edges[b[slotSign]]) {
		return v, from, to, false // "cut by half a percentage point to 5 percent"
	}
	if b.has(slotSign) {
		v.unit = c.value(&c.edges[b[slotSign]])
	}
	if r.kind == clsPercent && v.unit == "" {
		v.unit = "percent"
	}
	if b.has(slotBound) {
		v.bound = c.value(&c.edges[b[slotBound]])
	}
	if r.set.bound != "" {
		v.bound = r.set.bound
	}
	if b.has(slotTrend) {
		if v.trend = c.value(&c.edges[b[slotTrend]]); v.trend == "none" {
			v.trend = "" // "makes up 3 percent"
		}
		if e := &c.edges[b[slotTrend]]; r.kind == clsMoney && b.has(slotMoney) && c.has(e.start, clsTrendObject) && (c.edges[b[slotMoney]].start == e.end || b.has(slotBound) && c.edges[b[slotBound]].start == e.end) {
			v.trend = "" // "raised $5 million"
		}
	}
	if r.set.trend != "" {
		v.trend = r.set.trend
	}
	if !b.has(inner) {
		v.times = r.set.factor
	}
	v.dec = v.dec.Mul(r.set.factor)
	if v.hasMax {
		v.max = v.max.Mul(r.set.factor)
	}
	return v, from, to, r.kind == clsPercent || v.currency != ""
}

// addMinor adds the hundredths of "2 kroner og 23 øre" or "2 dollars 23" to a
// whole amount. Without their unit nothing may follow that they could count.
func (c *chart) addMinor(v *sumValue, n numValue, b *binding, end int32) bool {
	e := &c.edges[b[slotMinor]]
	m, ok := c.numSlot(b[slotMinor])
	minor, whole := m.dec.Int64()
	if _, major := n.dec.Int64(); !ok || !major || n.scaled || !whole || minor < 0 || minor > 99 {
		return false
	}
	if e.end == end && (c.find(e.start, clsRank) != nil || !c.noNoun(end)) {
		return false
	}
	if at := &c.edges[b[slotNumber]]; e.end == end && (c.has(end, clsCurrency) || b.has(slotCurrency) && at.start < c.edges[b[slotCurrency]].start && c.has(at.start-1, clsCurrency)) {
		return false // "10 € and 20 €", "$5 $10"
	}
	if e.end == end && int(end) < len(c.toks) && c.toks[end].kind != punctToken && c.has(e.start-1, clsNumberAnd) {
		return false // "paid five dollars and two left"
	}
	v.dec = v.dec.Add(model.NewDecimal(minor, 2))
	return true
}

// farTimes is how many times the other a figure is at most that compares with a
// percentage and has no unit.
var farTimes = model.NewDecimal(15, 0)

// otherCurrency reports a number with a currency of its own, which is not that of
// the sum beside it: "€4 billion and $3 billion", "$3 million and 50 cents".
func (c *chart) otherCurrency(b *binding) bool {
	if !b.has(slotCurrency) {
		return false
	}
	own, with := c.value(&c.edges[b[slotCurrency]]), &c.sums[c.edges[b[slotWith]].ref]
	if with.times.Cmp(one) != 0 {
		return true
	}
	return own != with.currency && !c.pack.money.shared[own].codes[with.currency] && !c.pack.money.shared[with.currency].codes[own]
}

// boundBefore returns what the words for a bound say that stand in front of token i,
// while sentences are not known yet; "" without any.
func (c *chart) boundBefore(i int32) string {
	const most = 3 // words
	for k := i - 1; k >= max(0, i-most) && c.ends[i].has(clsBound); k-- {
		for at := c.head[k]; at >= 0; at = c.edges[at].next {
			if e := &c.edges[at]; e.class == clsBound && e.end == i {
				return c.value(e)
			}
		}
	}
	return ""
}

// sumWith builds the amount of a number that shares unit and scale with the
// sum beside it: the first of "244.8 and 180 billion dollars". The trend
// "figures" is told by comparing with that sum: "yüzde 2,1'den 1,7'ye".
func (c *chart) sumWith(n numValue, b *binding, trend string) (v sumValue, from, to int32, ok bool) {
	v = c.sums[c.edges[b[slotWith]].ref]
	e := &c.edges[b[slotNumber]]
	if c.edgeYear(b[slotNumber]) || v.num.scaled && !n.scaled && n.dec.Cmp(thousand) >= 0 {
		return v, e.start, e.end, false // "in 2023 and 5 billion dollars"
	}
	if n.part && !n.digits {
		return v, e.start, e.end, false // "by a quarter to 5 billion dollars"
	}
	if at := e.start; at > 1 && !c.toks[at].is(spaceBefore) && (c.toks[at-1].char == '-' || c.toks[at-1].char == '/') && c.toks[at-2].kind == digitToken {
		return v, e.start, e.end, false // "in 2010-11 and £173bn"
	}
	behind := e.start > c.edges[b[slotWith]].start
	if !behind && e.start > 0 && (c.toks[e.start-1].char == '%' || c.has(e.start-1, clsPercentBefore)) {
		return v, e.start, e.end, false // "%2,64, yıl başından itibaren %6,1": it has a unit of its own
	}
	if behind && int(e.end) < len(c.toks) && c.has(e.end, clsPercentSign, clsCurrency, clsScale) {
		return v, e.start, e.end, false // it has a unit of its own
	}
	if behind && v.unit != "" && far(n.dec, v.dec) {
		return v, e.start, e.end, false // "down 5 percent, against 120 in April": the level of an index
	}
	from = e.start
	if b.has(slotCurrency) && c.edges[b[slotCurrency]].end == from {
		from = c.edges[b[slotCurrency]].start
	}
	first := v.dec
	v.dec, v.max, v.hasMax, v.bound, v.trend = n.dec, model.Decimal{}, false, c.boundBefore(e.start), ""
	if !n.scaled && v.num.scaled { // the next of a row takes the scale from here
		n.scaled, n.factor = true, v.num.factor
		n.dec = n.dec.Mul(n.factor)
		v.dec = n.dec
	}
	v.dec = v.dec.Mul(v.times)
	v.num = n
	if trend == "figures" {
		v.trend = against(v.dec, first)
	}
	if b.has(slotSign) { // "by 0.25 points to 3.5 percent"
		v.unit = c.value(&c.edges[b[slotSign]])
	}
	return v, from, e.end, true
}

// against tells which way a figure went from the one before.
func against(now, before model.Decimal) string {
	switch c := now.Cmp(before); {
	case c < 0:
		return "down"
	case c > 0:
		return "up"
	}
	return ""
}

// edgeYear reports that the number of an edge may be a year.
func (c *chart) edgeYear(i int32) bool {
	e := &c.edges[i]
	y := c.find(e.start, clsYear)
	return y != nil && y.end == e.end
}

// numSlot returns the number of an edge.
func (c *chart) numSlot(i int32) (numValue, bool) {
	e := &c.edges[i]
	switch e.class {
	case clsCardinal, clsInt, clsDay, clsYear, clsRank:
		return c.nums[e.ref], true
	case clsDate, clsMoney, clsPercent, clsNone:
		return numValue{}, false
	}
	// A word that is worth a number in this place only: the quarter of a quarter-point cut.
	dec, err := model.ParseDecimal(c.value(e))
	return numValue{dec: dec, factor: one}, err == nil
}

// elliptic gives the first number of a range the scale of the second where it
// has none: "2 to 3 billion".
func elliptic(n, m numValue) model.Decimal {
	if n.scaled || !m.scaled {
		return n.dec
	}
	if scaled := n.dec.Mul(m.factor); scaled.Cmp(m.dec) < 0 {
		return scaled
	}
	return n.dec
}

// findSums makes the records of money and percentages.
func (d *document) findSums(c *chart) {
	d.shareUnits(c)
	c.shareDecimals()
	c.shareRows()
	c.sharePlaces()
	sums := d.sums[:0]
	for _, at := range c.sumEdges {
		e := c.edges[at]
		v := &c.sums[e.ref]
		q := model.Quantity{Bound: v.bound, Trend: v.trend}
		if v.dec.Sign() < 0 && q.Trend == "" {
			q.Trend = "down"
		}
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
