package extract

// Parts of a period, and stretches of so many units beside one.

// resolveFirst counts the first or last so many units of a period: "the first
// eight months of 2019", "the three months to February", "the last two years".
func (c *chart) resolveFirst(d *dateValue, ctx *dateContext, r *resolution) string {
	if d.b >= 0 { // up to and with a date
		to, why := c.resolve(d.b, ctx)
		if why != "" {
			return why
		}
		if to.openL || to.openR {
			return "what it ends with is open"
		}
		r.basis, r.anchor, r.anchorFrom, r.usedYear = to.basis, to.anchor, to.anchorFrom, to.usedYear
		return r.lastUnits(d, to.period)
	}
	var of period
	switch {
	case d.a >= 0:
		o, why := c.resolve(d.a, ctx)
		if why != "" {
			return why
		}
		of = o.period
		r.basis, r.anchor, r.anchorFrom, r.usedYear = o.basis, o.anchor, o.anchorFrom, o.usedYear
		if first, last, okFirst, okLast := of.days(); okFirst && okLast && d.edge == nextEdge {
			return r.unitsBeside(d, last) // "the three years after 2019"
		} else if okFirst && okLast && d.edge < 0 && d.fromText {
			return r.unitsBeside(d, first)
		}
	case d.edge < 0 || d.edge == nextEdge: // the last whole units before the reference, or those behind
		if ctx.refFrom == "" {
			return noReference
		}
		r.basis, r.anchor, r.anchorFrom = "relative", ctx.refText, ctx.refFrom
		ref := ctx.ref
		if d.fromText && ctx.prev != nil {
			if first, last, okFirst, okLast := ctx.prev.days(); okFirst && okLast {
				ref = first
				if d.edge == nextEdge {
					ref = last
				}
				r.anchor, r.anchorFrom = ctx.prev.String(), "text"
			}
		}
		return r.unitsBeside(d, ref)
	default: // the first so many months: of the year that was named last, or this one
		if ctx.base != nil && ctx.base.single && ctx.base.from.grain == yearGrain {
			of = *ctx.base
			r.basis, r.anchor, r.anchorFrom = "partial", of.String(), "text"
			break
		}
		if ctx.refFrom == "" {
			return noReference
		}
		y, m, _ := ctx.ref.civil()
		if d.grain == monthGrain && d.n > m || d.grain == quarterGrain && 3*d.n > m+2 {
			if ctx.tense <= 0 {
				y--
			}
		}
		of = unitPeriod(calendarDate{year: y, grain: yearGrain})
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.refText, ctx.refFrom
	}
	if of.openL || of.openR || of.yearless() {
		return "what it is a part of is open"
	}
	a, b, _, _ := of.days()
	y, m, _ := a.civil()
	if d.edge == fromEdge {
		return r.unitsFrom(d, of, a)
	}
	if d.nth {
		return r.nthUnit(d, of.grain(), a, b)
	}
	if d.edge < 0 {
		return r.lastUnits(d, of)
	}
	start := calendarDate{year: y, month: m, grain: monthGrain}
	switch d.grain {
	case dayGrain:
		return r.setRange(dayDate(a), dayDate(a+dayNumber(d.n-1)), b)
	case weekGrain:
		if d.n == 1 || of.grain() == yearGrain { // whole ones, Monday to Sunday
			a = firstWeek(of.grain(), a)
		}
		r.period = weeksFrom(a, d.n)
		return ""
	case monthGrain:
		return r.setRange(start, stepMonth(start, d.n-1), b)
	case quarterGrain:
		if d.n == 1 {
			return r.setUnit(calendarDate{year: y, n: (m-1)/3 + 1, grain: quarterGrain})
		}
		return r.setRange(start, stepMonth(start, 3*d.n-1), b)
	case halfGrain:
		if d.n == 1 {
			return r.setUnit(calendarDate{year: y, n: (m-1)/6 + 1, grain: halfGrain})
		}
	case yearGrain:
		return r.setRange(calendarDate{year: y, grain: yearGrain}, calendarDate{year: y + d.n - 1, grain: yearGrain}, b)
	}
	return "it is a duration"
}

// nthUnit is one unit of the days a to b, counted from the first or the last:
// "the third week of October", "the second last day".
func (r *resolution) nthUnit(d *dateValue, of grain, a, b dayNumber) string {
	switch {
	case d.grain == halfGrain && of != yearGrain && d.edge > 0 && d.n <= 2:
		r.halfOf(of, a, b, d.n)
		return ""
	case d.grain >= of:
		return "the part is no smaller than the whole"
	}
	k := d.n - 1
	y, m, _ := a.civil()
	if d.edge < 0 {
		y, m, _ = b.civil()
		k = -k
	}
	month := calendarDate{year: y, month: m, grain: monthGrain}
	switch {
	case d.grain == dayGrain && d.edge < 0:
		r.period = unitPeriod(dayDate(b + dayNumber(k)))
	case d.grain == dayGrain:
		r.period = unitPeriod(dayDate(a + dayNumber(k)))
	case d.grain == weekGrain:
		monday := firstWeek(of, a)
		if d.edge < 0 {
			monday = lastWeek(b)
		}
		monday += dayNumber(7 * k)
		r.period = weeksFrom(monday, 1)
		a, b = a-3, b+3 // a week belongs to where most of its days lie
	case d.grain == monthGrain:
		r.period = unitPeriod(stepMonth(month, k))
	case d.grain == quarterGrain:
		month = stepMonth(month, 3*k)
		r.period = unitPeriod(calendarDate{year: month.year, n: (month.month-1)/3 + 1, grain: quarterGrain})
	default:
		return "it is a duration"
	}
	if first, last, _, _ := r.period.days(); first < a || last > b {
		return "the whole has no such part"
	}
	return ""
}

// firstWeek is the Monday of the first week of a period that begins on a day:
// of a year that of ISO 8601, else of the first whole one.
func firstWeek(of grain, a dayNumber) dayNumber {
	if y, _, _ := a.civil(); of == yearGrain {
		p := weekPeriod(y, 1)
		first, _, _, _ := p.days()
		return first
	}
	return a + dayNumber((8-a.weekday())%7)
}

// lastWeek is the Monday of the last week of which most days lie before the
// end of a day.
func lastWeek(b dayNumber) dayNumber {
	return b - dayNumber((b.weekday()+3)%7) - 3
}

// halfOf is the first or second half of a period of days a to b: of a decade or
// century in years, of a month up to its fifteenth.
func (r *resolution) halfOf(of grain, a, b dayNumber, n int) {
	first, _, _ := a.civil()
	last, _, _ := b.civil()
	switch middle := (first + last) / 2; {
	case of >= decadeGrain && n == 1:
		r.period = rangePeriod(calendarDate{year: first, grain: yearGrain}, calendarDate{year: middle, grain: yearGrain})
		return
	case of >= decadeGrain:
		r.period = rangePeriod(calendarDate{year: middle + 1, grain: yearGrain}, calendarDate{year: last, grain: yearGrain})
		return
	}
	cut := a + (b-a+1)/2
	if of == monthGrain {
		cut = a + 15
	}
	if n == 1 {
		r.period = rangePeriod(dayDate(a), dayDate(cut-1))
	} else {
		r.period = rangePeriod(dayDate(cut), dayDate(b))
	}
}

// unitsFrom is the stretch of so many units that begins with a period whose
// first day is a: of whole months and years where the period is one, else of
// days.
func (r *resolution) unitsFrom(d *dateValue, of period, a dayNumber) string {
	y, m, day := a.civil()
	months := 0
	switch d.grain {
	case dayGrain:
		r.period = rangePeriod(dayDate(a), dayDate(a+dayNumber(d.n-1)))
		return ""
	case weekGrain:
		r.period = rangePeriod(dayDate(a), dayDate(a+dayNumber(7*d.n-1)))
		return ""
	case monthGrain:
		months = d.n
	case quarterGrain:
		months = 3 * d.n
	case yearGrain:
		if of.grain() >= yearGrain {
			r.period = rangePeriod(calendarDate{year: y, grain: yearGrain}, calendarDate{year: y + d.n - 1, grain: yearGrain})
			return ""
		}
		months = 12 * d.n
	default:
		return "it is a duration"
	}
	start := calendarDate{year: y, month: m, grain: monthGrain}
	if of.grain() >= monthGrain {
		r.period = rangePeriod(start, stepMonth(start, months-1))
		return ""
	}
	end := stepMonth(start, months)
	r.period = rangePeriod(dayDate(a), dayDate(dayOf(end.year, end.month, min(day, monthLength(end.year, end.month)))-1))
	return ""
}

// unitsBeside is the stretch of so many whole units before or behind a day.
func (r *resolution) unitsBeside(d *dateValue, ref dayNumber) string {
	y, m, _ := ref.civil()
	first, last := -d.n, -1 // counted from the unit of the day
	if d.edge == nextEdge {
		first, last = 1, d.n
	}
	month := calendarDate{year: y, month: m, grain: monthGrain}
	switch d.grain {
	case dayGrain:
		r.period = rangePeriod(dayDate(ref+dayNumber(first)), dayDate(ref+dayNumber(last)))
	case weekGrain:
		r.period = weeksFrom(ref.monday()+dayNumber(7*first), last-first+1)
	case monthGrain:
		r.period = rangePeriod(stepMonth(month, first), stepMonth(month, last))
	case quarterGrain:
		month.month = (m-1)/3*3 + 1
		r.period = rangePeriod(stepMonth(month, 3*first), stepMonth(month, 3*last+2))
	case yearGrain:
		r.period = rangePeriod(calendarDate{year: y + first, grain: yearGrain}, calendarDate{year: y + last, grain: yearGrain})
	default:
		return "it is a duration"
	}
	return ""
}

func (r *resolution) setUnit(c calendarDate) string { r.period = unitPeriod(c); return "" }

// setRange refuses a part that is longer than its whole, which ends on last.
func (r *resolution) setRange(a, b calendarDate, last dayNumber) string {
	if _, end := b.days(); end > last+1 {
		return "the part is longer than the whole"
	}
	r.period = rangePeriod(a, b)
	return ""
}

// lastUnits is the stretch of so many units that ends with a period.
func (r *resolution) lastUnits(d *dateValue, p period) string {
	_, b, _, ok := p.days()
	if !ok {
		return "what it ends with is open"
	}
	y, m, _ := b.civil()
	last := calendarDate{year: y, month: m, grain: monthGrain}
	switch d.grain {
	case dayGrain:
		r.period = rangePeriod(dayDate(b-dayNumber(d.n-1)), dayDate(b))
	case weekGrain:
		if d.n == 1 || p.single && p.from.grain == yearGrain {
			b = lastWeek(b) + 6
		}
		r.period = weeksFrom(b-dayNumber(7*d.n-1), d.n)
	case monthGrain:
		r.period = rangePeriod(stepMonth(last, 1-d.n), last)
	case quarterGrain:
		if d.n == 1 && m%3 == 0 {
			return r.setUnit(calendarDate{year: y, n: m / 3, grain: quarterGrain})
		}
		r.period = rangePeriod(stepMonth(last, 1-3*d.n), last)
	case halfGrain:
		if d.n == 1 && m%6 == 0 {
			return r.setUnit(calendarDate{year: y, n: m / 6, grain: halfGrain})
		}
		r.period = rangePeriod(stepMonth(last, 1-6*d.n), last)
	case yearGrain:
		if m < 12 && p.grain() < yearGrain {
			// "the year ended March 2024" has the twelve months up to it.
			r.period = rangePeriod(stepMonth(last, 1-12*d.n), last)
			break
		}
		r.period = rangePeriod(calendarDate{year: y - d.n + 1, grain: yearGrain}, calendarDate{year: y, grain: yearGrain})
	default:
		return "it is a duration"
	}
	return ""
}
