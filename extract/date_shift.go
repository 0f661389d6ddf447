package extract

func (c calendarDate) daysOrWeek() (dayNumber, dayNumber) {
	if c.grain == weekGrain {
		p := weekPeriod(c.year, c.n)
		a, b, _, _ := p.days()
		return a, b
	}
	return c.days()
}

// weekPeriod is ISO 8601's week n of a year, Monday to Sunday.
func weekPeriod(year, n int) period {
	jan4 := dayOf(year, 1, 4)
	return weeksFrom(jan4.monday()+dayNumber(7*(n-1)), 1)
}

// weeksFrom is n times seven days from a day on.
func weeksFrom(day dayNumber, n int) period {
	return period{from: dayDate(day), to: dayDate(day + dayNumber(7*n-1)), week: true}
}

func (c *chart) resolveShift(d *dateValue, ctx *dateContext, r *resolution) string {
	base, from := ctx.ref, ctx.refFrom
	ofDay, ofMonth := false, false
	aheadInPast := d.counted && d.shift > 0 && ctx.tense < 0 // "died two days later": behind a day that is not told
	r.basis = "relative"
	switch {
	case d.a >= 0: // "three days after 4 May"
		of, why := c.resolve(d.a, ctx)
		if why != "" {
			return why
		}
		a, _, ok, _ := of.days()
		if !ok {
			return "what it is counted from is open"
		}
		base, from, ofDay, ofMonth = a, "text", of.single && of.grain() == dayGrain, of.single && of.grain() == monthGrain
		r.anchor, r.anchorFrom = of.String(), "text"
	case d.fromText && d.grain == dayGrain && ctx.prevDay != nil:
		// From the last day of a stretch on, back from its first.
		prevDay := ctx.prevDay
		if first, _, _, _ := prevDay.days(); ctx.tense < 0 && first > ctx.ref && ctx.pastDay != nil {
			prevDay = ctx.pastDay // what was done on the next day was done behind a day that has passed
		}
		a, b, _, _ := prevDay.days()
		if d.shift > 0 {
			a = b
		}
		base, from = a, "text"
		r.anchor, r.anchorFrom = prevDay.String(), "text"
	case d.fromText && d.grain == dayGrain && ctx.refFrom != "" && !aheadInPast:
		// "the day before", where the text has named no day: before its own.
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
		if ctx.column != 0 { // that of the entry: "THURSDAY. The prize is announced the next day"
			base = ctx.column
			r.anchor, r.anchorFrom = base.String(), "text"
		}
	case d.fromText && d.fromRef && ctx.prev == nil && from != "" && !aheadInPast:
		// "the previous year" in the first sentence
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText && d.fromRef && from != "" && ctx.apart && ctx.prev.grain() < yearGrain && ctx.prev.begins() < ctx.ref-daysOfYear:
		// The day long past with which the paragraph before ended was told aside.
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText && d.counted && d.shift > 0 && ctx.tense > 0 && (d.grain >= monthGrain || d.grain == weekGrain && ctx.prevDay == nil) && from != "":
		// "The next one will be held two years later": from now on.
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText && d.shift < 0 && !d.counted && ctx.tense < 0 && from != "" && ctx.prev != nil && ctx.prev.begins() > ctx.ref:
		// Behind "the next one in 2027", what happened "in the previous year" is counted from now.
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText:
		prev := ctx.prev
		if prev == nil {
			return "no date before it to count it from"
		}
		if u := ctx.units[d.grain]; d.comparing() && u != nil && (prev.grain() > d.grain || ctx.reported(prev, d.grain)) {
			prev = u // "the highest since 2022, behind 3 percent in the quarter before"
		}
		if u := ctx.units[d.grain]; u != nil && d.counted && (prev.openL || prev.openR) && prev.grain() > d.grain {
			prev = u // "In January … (the union dates from 1923) … more than twelve months before"
		}
		a, b, ok, okLast := prev.days()
		if !ok && okLast && d.whole && d.grain == yearGrain && prev.to.grain == yearGrain {
			a, ok = b, true // "By 1978 he was secretary … the following year"
		}
		if !ok {
			return "what it is counted from is open"
		}
		if d.counted && ctx.prev.grain() > max(d.grain, yearGrain) || d.grain == weekGrain && ctx.prev.grain() > weekGrain {
			return "what it is counted from is longer than the unit" // three years after the 1600s
		}
		base, from = a, "text"
		r.anchor, r.anchorFrom = prev.String(), "text"
		if prev.single && prev.grain() == splitYearGrain && d.grain == yearGrain && max(d.shift, -d.shift) == 1 {
			r.period = prev.shiftYears(d.shift) // "in FY 2024/25, more than in the preceding year"
			return ""
		}
		if d.grain == yearGrain && max(d.shift, -d.shift) == 1 && !(d.whole && (!d.wholeOfDay || ctx.prev.grain() <= weekGrain)) && ctx.prev.grain() != yearGrain && ctx.prev.grain() != splitYearGrain {
			// "a year earlier" than a day is that day a year before; than a
			// month or a stretch of months, that stretch.
			r.period, r.inYears = ctx.prev.shiftYears(d.shift), true
			return ""
		}
	case ctx.alone && ctx.column != 0 && from != "" && (d.grain == weekendGrain || d.grain == weekGrain && !d.counted):
		// The headings of a calendar: "FRIDAY, NOV. 14 … THE WEEKEND … NEXT WEEK".
		base, from = ctx.column, "text"
		r.anchor, r.anchorFrom = ctx.column.String(), from
	case ctx.clock != 0 && d.grain == dayGrain && from != "":
		base, from = ctx.clock, "text" // "Saturday 19.00", and below it "this afternoon"
		r.anchor, r.anchorFrom = ctx.clock.String(), "text"
	default:
		if from == "" {
			return noReference
		}
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	}
	y, m, day := base.civil()
	switch d.grain {
	case dayGrain:
		r.period = unitPeriod(dayDate(base + dayNumber(d.shift)).at(d))
	case weekGrain:
		if d.counted { // "three weeks ago" is a day
			r.period = unitPeriod(dayDate(base + dayNumber(7*d.shift)))
			break
		}
		r.period = weeksFrom(base.monday()+dayNumber(7*d.shift), 1)
	case weekendGrain:
		saturday := base.monday() + dayNumber(7*d.shift+5)
		if base.weekday() < 6 && d.shift == 0 && d.a < 0 && ctx.tense < 0 {
			saturday -= 7
		} else if base.weekday() >= 6 && d.tense > 0 {
			saturday += 7 // of the coming weekend, said on one
		}
		r.period = period{from: dayDate(saturday), to: dayDate(saturday + 1), week: true}
	case monthGrain:
		r.period = unitPeriod(stepMonth(calendarDate{year: y, month: m, grain: monthGrain}, d.shift))
	case quarterGrain:
		k := y*4 + (m-1)/3 + d.shift
		r.period = unitPeriod(calendarDate{year: k / 4, n: k%4 + 1, grain: quarterGrain})
	case halfGrain:
		k := y*2 + (m-1)/6 + d.shift
		r.period = unitPeriod(calendarDate{year: k / 2, n: k%2 + 1, grain: halfGrain})
	case yearGrain:
		r.period = unitPeriod(calendarDate{year: y + d.shift, grain: yearGrain})
	case decadeGrain:
		r.period = unitPeriod(calendarDate{year: (y/10 + d.shift) * 10, grain: decadeGrain})
	case centuryGrain:
		r.period = unitPeriod(calendarDate{year: (y/100 + d.shift) * 100, grain: centuryGrain})
	default:
		return "it is no unit to count in"
	}
	if ofMonth && d.counted && d.grain == yearGrain {
		// "two years before May 2016": that month of the year.
		r.period = unitPeriod(calendarDate{year: y + d.shift, month: m, grain: monthGrain})
	}
	if ofDay && d.counted && (d.grain == monthGrain || d.grain == yearGrain) {
		// "two months after 3 May": that day of the month.
		months := d.shift
		if d.grain == yearGrain {
			months *= 12
		}
		to := stepMonth(calendarDate{year: y, month: m, day: day, grain: dayGrain}, months)
		to.day = min(to.day, monthLength(to.year, to.month))
		r.period = unitPeriod(to)
	}
	return ""
}

func (c *chart) resolveWeekday(d *dateValue, ctx *dateContext, r *resolution) string {
	r.basis = "relative"
	base, from := ctx.ref, ctx.refFrom
	anchor := ctx.refText
	if d.fromText && ctx.prev != nil {
		if a, _, ok, _ := ctx.prev.days(); ok {
			base, from, anchor = a, "text", ctx.prev.String()
		}
	}
	if from == "" {
		return noReference
	}
	r.anchor, r.anchorFrom = anchor, from
	if d.a >= 0 { // "Monday of next week"
		of, why := c.resolve(d.a, ctx)
		if why == "" && d.n != 0 {
			return r.nthWeekday(d, of.period)
		}
		if why == "" && !of.week && of.single && of.grain() == dayGrain && c.dates[d.a].op == shiftDate {
			// "Mittwoch vor zwei Wochen": of the week that the day lies in.
			a, _, _, _ := of.days()
			of.period = weeksFrom(a.monday(), 1)
		}
		if why != "" || !of.week {
			return "a weekday is of a week only"
		}
		a, _, _, _ := of.days()
		r.period = unitPeriod(dayDate(a + dayNumber(d.weekday-1)))
		return ""
	}
	if d.grain == weekGrain && !(d.fromText && from == "text") { // the week follows from the rule: "Montag nächster Woche"
		r.period = unitPeriod(dayDate(base.monday() + dayNumber(7*d.dir+d.weekday-1)).at(d))
		return ""
	}
	back := dayNumber((base.weekday() - d.weekday + 7) % 7) // days since the last such day, 0 today
	day := base - back
	switch {
	case d.n > 0:
		day = base - back + dayNumber(7*d.n)
	case d.n < 0:
		if day += dayNumber(7 * (d.n + 1)); back == 0 {
			day -= 7
		}
	case d.hasDir && d.dir > 0:
		day = base - back + 7
	case d.hasDir && d.dir < 0:
		if back == 0 {
			day -= 7
		}
	case d.hasDir:
		if day = base.monday() + dayNumber(d.weekday-1); day < base && (ctx.tense > 0 || ctx.present) {
			day += 7 // "this Thursday it will meet", said on a Sunday
		}
	case ctx.entry && ctx.column != 0 && ctx.column >= ctx.ref-dayNumber(ctx.ref.weekday()):
		// The entries of a calendar: "SUNDAY, NOV. 9 … MONDAY …".
		day = ctx.column + dayNumber((d.weekday-ctx.column.weekday()+6)%7+1)
		if d.hasTime {
			day = ctx.entryBefore(day)
		}
		r.anchor, r.anchorFrom = ctx.column.String(), "text"
	case ctx.week && back > 0, ctx.alone && ctx.below > 0 && back > 0:
		day += 7
	case (ctx.tense > 0 || ctx.present) && back > 0:
		if day += 7; day < ctx.follows {
			day += 7 // "begins on Tuesday and ends on Friday", said on a Thursday
		}
	}
	r.period = unitPeriod(dayDate(day + dayNumber(d.shift)).at(d))
	return ""
}

// entryBefore leaves the day on which an entry of a list would follow for that of
// the entry above, or the one before it, where the list goes back: one of hours has
// several of a day, and the newest on top where they have passed.
func (ctx *dateContext) entryBefore(day dayNumber) dayNumber {
	const week, back = 7, 2
	if day == ctx.column+week {
		return ctx.column
	}
	if ctx.column <= ctx.ref && day >= ctx.column+week-back {
		return day - week
	}
	return day
}

// nthWeekday is the first, second, last … such day of a period from a month to a year.
func (r *resolution) nthWeekday(d *dateValue, of period) string {
	a, b, okA, okB := of.days()
	if !okA || !okB || of.grain() < monthGrain || of.grain() > yearGrain {
		return "a weekday is counted in months and years only"
	}
	day := a + dayNumber((d.weekday-a.weekday()+7)%7+7*(d.n-1))
	if d.n < 0 {
		day = b - dayNumber((b.weekday()-d.weekday+7)%7)
	}
	if day > b {
		return "there is no such date"
	}
	r.period = unitPeriod(dayDate(day).at(d))
	return ""
}

// at adds the time of day that an expression says to the day it is.
func (c calendarDate) at(d *dateValue) calendarDate {
	if d.hasTime {
		c.grain, c.hour, c.minute = minuteGrain, d.hour, d.minute
	}
	return c
}
