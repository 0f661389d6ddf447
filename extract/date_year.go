package extract

// fillYear finds the year (and month) of a date that does not say it.
func (c *chart) fillYear(d *dateValue, ctx *dateContext, r *resolution, cd *calendarDate) string {
	if d.a >= 0 { // "November last year"
		of, why := c.resolve(d.a, ctx)
		if why != "" {
			return why
		}
		cd.year = of.from.year
		if cd.month == 0 && cd.day > 0 {
			cd.month = of.from.month
		}
		r.basis, r.anchor, r.anchorFrom, r.usedYear = of.basis, of.anchor, of.anchorFrom, true
		if of.openL || of.openR || cd.grain == dayGrain && cd.month == 0 {
			return "the year is no single one"
		}
		return ""
	}
	if d.fromText && (cd.month > 0 || cd.grain == seasonGrain) && ctx.prev != nil {
		prev := ctx.prev
		if (prev.openL || prev.openR) && ctx.base != nil {
			prev = ctx.base // "ROMA, 2012. They aimed at 30 billion by 2015. In November of the same year"
		}
		first, last, okFirst, okLast := prev.days()
		if !okFirst {
			first = last // "not before 1996. In February of that year"
		} else if !okLast {
			last = first
		}
		if okFirst || okLast {
			r.basis, r.anchor, r.anchorFrom = "partial", prev.String(), "text"
			cd.year = yearBeside(*cd, d, first, last)
			return ""
		}
	}
	if ctx.base != nil && (cd.grain == weekGrain || cd.grain == seasonGrain || cd.grain == quarterGrain || cd.grain == halfGrain) && ctx.base.single && ctx.base.from.grain == yearGrain {
		cd.year = ctx.base.from.year // "next year's session in week 42", "Q1 to Q3 2024"
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.base.String(), "text"
		return ""
	}
	if year := ctx.yearBehind(*cd, d); year != 0 {
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.behind.String(), "text"
		cd.year = year
		return ""
	}
	if ctx.base != nil && !d.hasDir && fitsInto(*cd, *ctx.base) && !ctx.beyond(*cd) {
		a, _, _, _ := ctx.base.days()
		y, m, _ := a.civil()
		cd.year = y
		if cd.month == 0 {
			cd.month = m
		} else if cd.grain == dayGrain || cd.grain == monthGrain {
			if cd.month < m {
				cd.year++
			}
		}
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.base.String(), "text"
		return ""
	}
	if year := ctx.yearOfLookBack(*cd, d); year != 0 {
		cd.year = year
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.told.String(), "text"
		return ""
	}
	if ctx.frame != 0 && cd.month > 0 && ctx.tense <= 0 && !ctx.present && !d.hasDir {
		cd.year = ctx.frame
		year := unitPeriod(calendarDate{year: cd.year, grain: yearGrain})
		r.basis, r.anchor, r.anchorFrom = "partial", year.String(), "text"
		return ""
	}
	if ctx.beside != nil && cd.month > 0 && ctx.refFrom != "" && ctx.tense >= 0 && !d.hasDir {
		// "in October 2025, after the vote of 8 September": the nearest year.
		first, _, _, _ := ctx.beside.days()
		y, _, _ := first.civil()
		best, gap := y, dayNumber(1<<30)
		for _, year := range []int{y, y - 1, y + 1} {
			cd.year = year
			away := dayNumberOf(calendarDate{year: year, month: cd.month, day: max(cd.day, 1)}) - first
			if away < 0 {
				away = -away
			}
			if away < gap {
				best, gap = year, away
			}
		}
		cd.year = best
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.beside.String(), "text"
		return ""
	}
	if ctx.refFrom == "" && ctx.full != 0 && cd.month > 0 {
		named := *ctx
		named.ref, named.refText, named.refFrom, named.full = ctx.full, ctx.full.String(), "text", 0
		return c.fillYear(d, &named, r, cd)
	}
	if p := ctx.namedDay; p != nil && ctx.refFrom == "" && cd.month == 0 && cd.grain == dayGrain && p.from.day < cd.day {
		cd.year, cd.month = p.from.year, p.from.month // "on 9 February, and on the 16th"
		r.basis, r.anchor, r.anchorFrom = "partial", p.String(), "text"
		return ""
	}
	if ctx.refFrom == "" {
		if (cd.grain == dayGrain || cd.grain == minuteGrain) && cd.month > 0 || cd.grain == monthGrain {
			cd.yearless = true
			if cd.grain == minuteGrain { // a time needs a day that is known
				cd.grain, cd.hour, cd.minute = dayGrain, 0, 0
			}
			r.basis = "partial"
			return ""
		}
		return noReference
	}
	r.basis, r.anchor, r.anchorFrom = "partial", ctx.refText, ctx.refFrom
	y, m, _ := ctx.ref.civil()
	if cd.month == 0 && cd.day > 0 { // "den 3."
		cd.year, cd.month = y, m
		best := *cd
		if d.weekday > 0 {
			*cd = dayAndWeekday(best, d.weekday, ctx)
			return ""
		}
		if d.hasDir && d.dir == 0 {
			return "" // "of this month"
		}
		if p := ctx.month; p != nil && !p.yearless() {
			cd.year, cd.month = p.from.year, p.from.month // "In May the forum, from the 10th to the 12th, …"
			r.anchor, r.anchorFrom = p.String(), "text"
			return ""
		}
		if p := ctx.namedDay; p != nil && p.from.day < cd.day {
			cd.year, cd.month = p.from.year, p.from.month // "He arrives on 3 October and leaves on the 5th"
			r.anchor, r.anchorFrom = p.String(), "text"
			return ""
		}
		if (ctx.tense > 0 || ctx.present) && dayNumberOf(best) < ctx.ref {
			best = stepMonth(best, 1)
		} else if ctx.tense <= 0 && !ctx.present && dayNumberOf(best) > ctx.ref+3 {
			best = stepMonth(best, -1)
		}
		step := -1
		if ctx.tense > 0 || ctx.present {
			step = 1
		}
		for best.day > monthLength(best.year, best.month) && best.day <= 31 {
			best = stepMonth(best, step) // "on the 31st", said in September
		}
		*cd = best
		return ""
	}
	if cd.grain == decadeGrain || cd.grain == centuryGrain {
		return noReference
	}
	cd.year = yearOfWeekday(*cd, d, ctx, chooseYear(*cd, d, ctx, y)) + d.shift
	if cd.grain == dayGrain && cd.month == 2 && cd.day == 29 {
		step := -1
		if ctx.tense > 0 || ctx.present || d.hasDir && d.dir > 0 || ctx.tense == 0 && !d.hasDir && monthLength(cd.year+1, 2) == 29 {
			step = 1
		}
		for n := 0; n < 8 && monthLength(cd.year, 2) < 29; n++ {
			cd.year += step
		}
	}
	return ""
}

// yearBehind returns the year of a day close to one that the sentence has told in
// full, of a time long past, 0 for others: "opened on 13 April 2018 by X, whose
// predecessor had resigned on 21 March", or of a month behind one of an earlier
// year. What is recent as well may be of now.
func (ctx *dateContext) yearBehind(cd calendarDate, d *dateValue) int {
	const close, fresh = 7, 45
	if ctx.behind == 0 || ctx.tense > 0 || d.hasDir || cd.month == 0 || cd.grain != dayGrain && cd.grain != monthGrain {
		return 0
	}
	told, month, _ := ctx.behind.civil()
	now, _, _ := ctx.ref.civil()
	if cd.grain == monthGrain {
		if told < now-1 && cd.month >= month && !ctx.present {
			return told // "a loan on 16 October 2012 and another in December"
		}
		return 0
	}
	if told >= now {
		return 0
	}
	away := func(year int, from dayNumber) dayNumber {
		cd.year = year
		n := dayNumberOf(cd) - from
		return max(n, -n)
	}
	for _, year := range [...]int{told, told - 1, told + 1} {
		gap := away(year, ctx.behind)
		if gap <= close || gap <= fresh && min(away(now, ctx.ref), away(now-1, ctx.ref)) > fresh {
			return year
		}
	}
	return 0
}

const daysOfMonth, daysOfYear = 30, 365 // about

// dayAndWeekday finds the month in which a day is such a weekday: the nearest
// one, on the side that the tense tells.
func dayAndWeekday(cd calendarDate, weekday int, ctx *dateContext) calendarDate {
	best, gap := cd, dayNumber(1<<30)
	for k := -14; k <= 14; k++ {
		m := stepMonth(cd, k)
		if m.day > monthLength(m.year, m.month) || dayNumberOf(m).weekday() != weekday {
			continue
		}
		away := dayNumberOf(m) - ctx.ref
		if ctx.tense > 0 && away < 0 || ctx.tense < 0 && away > 2 {
			continue
		}
		if away < 0 {
			away = -away
		}
		if y, _, _ := ctx.ref.civil(); ctx.alone && m.year < y {
			away += 5 * daysOfMonth
		}
		if away < gap {
			best, gap = m, away
		}
	}
	return best
}

// beyond reports that a unit in the period named before would lie ahead, while its
// clause tells of the past, or be long past, while it tells of what is to come:
// "6.4 percent in 2026. Inflation eased in May", "They met in September 2023. The
// second meeting will be held on 17 September". A page may be dated a day or two
// before what it tells.
func (ctx *dateContext) beyond(cd calendarDate) bool {
	if ctx.tense == 0 || ctx.refFrom == "" {
		return false
	}
	first, last, _, _ := ctx.base.days()
	if ctx.tense > 0 {
		return last < ctx.ref
	}
	y, m, _ := first.civil()
	if cd.year = y; cd.month < m {
		cd.year++
	}
	return first > ctx.ref && dayNumberOf(calendarDate{year: cd.year, month: cd.month, day: max(cd.day, 1)}) > ctx.ref+2
}

// yearOfWeekday leaves the chosen year of a day for the one beside it in which
// the day is the weekday that is said: "Friday, 18 July" of a Thursday's year.
func yearOfWeekday(cd calendarDate, d *dateValue, ctx *dateContext, chosen int) int {
	if d.weekday == 0 || d.day2 > 0 || cd.day == 0 || d.hasDir { // "this Friday 7.6" is of this year
		return chosen
	}
	for _, year := range [...]int{chosen, chosen - 1, chosen + 1} {
		cd.year = year
		day := dayNumberOf(cd)
		if day.weekday() == d.weekday && (year == chosen || ctx.tense == 0 || ctx.tense < 0 == (day <= ctx.ref)) {
			return year
		}
	}
	if p := ctx.prev; p != nil && p.single && p.from.grain == yearGrain {
		cd.year = p.from.year // "Paris 2015: the agreement of Saturday, 12 December"
		if dayNumberOf(cd).weekday() == d.weekday {
			return cd.year
		}
	}
	return chosen
}

// yearBeside returns the year of a month or day that is told by a date before
// it, which goes from first to last: "that December", "the following March".
func yearBeside(cd calendarDate, d *dateValue, first, last dayNumber) int {
	year, _, _ := first.civil()
	if !d.hasDir || d.dir == 0 {
		return year
	}
	if d.dir > 0 {
		year, _, _ = last.civil()
	}
	cd.year = year
	cd.day = max(cd.day, 1)
	switch at := dayNumberOf(cd); {
	case d.dir > 0 && at <= last:
		return year + 1
	case d.dir < 0 && at >= first:
		return year - 1
	}
	return year
}

// nearCentury moves a year of two digits by a century so that it lies within
// eighty years before the article and twenty behind it, as Java's
// SimpleDateFormat has it.
func nearCentury(year int, ctx *dateContext) int {
	if ctx.refFrom == "" {
		return year
	}
	now, _, _ := ctx.ref.civil()
	switch {
	case year > now+20:
		return year - 100
	case year <= now-80:
		return year + 100
	}
	return year
}

func dayNumberOf(c calendarDate) dayNumber {
	return dayOf(c.year, c.month, min(c.day, monthLength(c.year, c.month)))
}

func stepMonth(c calendarDate, n int) calendarDate {
	k := c.year*12 + c.month - 1 + n
	c.year, c.month = k/12, k%12+1
	return c
}

// chooseYear picks the year of a unit without one: by the word in front
// ("next April"), else by the tense of its clause, else the nearest.
func chooseYear(cd calendarDate, d *dateValue, ctx *dateContext, y int) int {
	start := func(year int) dayNumber {
		cd.year = year
		cd.day = clampDay(cd, year)
		a, _ := cd.daysOrWeek()
		return a
	}
	end := func(year int) dayNumber {
		last := cd
		last.year = year
		if d.month2 > 0 {
			last.month = d.month2 // of "January to October" the end counts
			if d.month2 < cd.month {
				last.year++ // "from May to March"
			}
		}
		if d.day2 > 0 && (d.month2 == 0 || d.month2 >= cd.month) {
			last.day = d.day2 // "between Feb. 10 and 13"
		}
		last.day = clampDay(last, last.year)
		_, b := last.daysOrWeek()
		return b
	}
	switch {
	case d.hasDir && d.dir > 0:
		if start(y) > ctx.ref {
			return y
		}
		return y + 1
	case d.hasDir && d.dir < 0:
		if end(y) < ctx.ref {
			return y
		}
		return y - 1
	case d.hasDir:
		if end(y-1) >= ctx.ref {
			return y - 1 // "this winter" in February began last year
		}
		return y
	case ctx.tense > 0:
		if end(y) >= ctx.ref {
			return y
		}
		return y + 1
	case ctx.tense < 0:
		// A page may be dated a day or two before what it tells. What was
		// nearly a year ago would be told with its year: it is to come
		// ("agreed on cuts in February").
		const nearlyYear, soon = 300, 45
		if start(y) <= ctx.ref+2 || !ctx.since && ctx.ref-end(y-1) > nearlyYear && start(y)-ctx.ref < soon {
			return y
		}
		return y - 1
	}
	best, bestGap := y, dayNumber(1<<30)
	for _, year := range []int{y, y - 1, y + 1} {
		gap := dayNumber(0)
		if s := start(year); s > ctx.ref {
			gap = s - ctx.ref
		} else if e := end(year); e < ctx.ref {
			gap = ctx.ref - e
			if ctx.present && d.month2 == 0 && gap > daysOfMonth {
				gap += 5 * daysOfMonth // "Ende Oktober reist er nach Rom"; a stretch ("January to September") is counted
				if cd.grain == dayGrain {
					gap += 3 * daysOfMonth // "it opens on 22 November", said in February
				}
			}
		}
		switch {
		case ctx.entry && ctx.column > ctx.ref && start(year) < ctx.column:
			gap += 14 * daysOfMonth // the entries of a calendar of what is to come follow on each other
		case year < y && ctx.alone:
			gap += 5 * daysOfMonth // a calendar tells of what is to come
		case year < y:
			gap += 20 // the current year is the usual one
		case year > y && !ctx.present:
			gap += 90 // and news tells more of what was
		}
		if gap < bestGap {
			best, bestGap = year, gap
		}
	}
	return best
}

func clampDay(cd calendarDate, year int) int {
	if cd.grain == dayGrain && cd.month == 2 && cd.day == 29 {
		return monthLength(year, 2)
	}
	return cd.day
}

// fitsInto reports that a unit without a year lies in a period named before.
func fitsInto(cd calendarDate, p period) bool {
	if cd.month == 0 || cd.grain != dayGrain && cd.grain != monthGrain || p.openL || p.openR || p.yearless() {
		return false
	}
	a, b, _, _ := p.days()
	if p.single && p.from.grain == seasonGrain {
		b += 31 // an autumn is told of until Christmas
	}
	for y, _, _ := a.civil(); ; y++ {
		cd.year = y
		if !cd.valid() {
			return false
		}
		first, last := cd.days()
		if first > b {
			return false
		}
		if first >= a && last <= b+31 {
			return true
		}
	}
}

// hasYear reports that the date i says its year or is counted from a date.
func (c *chart) hasYear(i int32) bool {
	d := &c.dates[i]
	return d.op != pointDate || d.year != 0 || d.a >= 0 || d.hasDir
}
