package extract

// dateContext is what a date is counted from.
type dateContext struct {
	ref     dayNumber
	refText string // ref as records show it
	refFrom string // "dateline", "published", "flag"; "" where nothing is known
	tense   int    // of the clause: -1 past, 1 future, 0 untold
	present bool   // the clause is in the present: its weekdays are ahead
	since   bool   // it is the beginning of an open stretch: past for certain
	// The dates named before in the passage: the last one, and the last that
	// is a period of months or years, with the year written out.
	prev    *period
	prevDay *period   // the last one of days, in this paragraph
	pastDay *period   // the last of them that has passed
	beside  *period   // the last one of this sentence that lies ahead and said its year
	full    dayNumber // the first day that said its year, 0 none: where nothing dates the page
	base    *period
}

// resolution is a date counted out.
type resolution struct {
	period
	part       string
	basis      string // absolute, partial, relative
	anchor     string
	anchorFrom string
	usedYear   bool // the year was written
}

// resolve counts the date i of the chart from ctx. reason says why there is
// none where ok is false; silent means that the expression is only an
// anaphora of a date named before.
func (c *chart) resolve(i int32, ctx *dateContext) (r resolution, reason string) {
	d := &c.dates[i]
	r.part = d.part
	switch d.op {
	case pointDate:
		reason = c.resolvePoint(d, ctx, &r)
	case shiftDate:
		reason = c.resolveShift(d, ctx, &r)
	case weekdayDate:
		reason = c.resolveWeekday(d, ctx, &r)
	case firstDate:
		reason = c.resolveFirst(d, ctx, &r)
	case rangeDate:
		reason = c.resolveRange(d, ctx, &r)
	case openDate:
		reason = c.resolveOpen(d, ctx, &r)
	case sameDate:
		reason = c.resolveSame(d, ctx, &r)
	}
	if reason != "" {
		return r, reason
	}
	if d.approx {
		r.from.approx, r.to.approx = true, true
	}
	if !r.valid() {
		return r, "there is no such date"
	}
	return r, ""
}

// count marks r as counted from the reference date.
func (r *resolution) count(ctx *dateContext, basis string) {
	if r.basis == "relative" {
		return
	}
	r.basis = basis
	if ctx.refFrom != "" {
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	}
}

const noReference = "no date is known to count it from"

func (c *chart) resolvePoint(d *dateValue, ctx *dateContext, r *resolution) string {
	cd := calendarDate{year: d.year, month: d.month, day: d.day, n: d.n, grain: d.grain}
	r.basis = "absolute"
	if d.hasTime {
		cd.grain, cd.hour, cd.minute = minuteGrain, d.hour, d.minute
	}
	if d.year == 0 {
		if why := c.fillYear(d, ctx, r, &cd); why != "" {
			return why
		}
	} else {
		r.usedYear = true
	}
	if d.grain == weekGrain {
		r.period = weekPeriod(cd.year, d.n)
		return ""
	}
	r.period = unitPeriod(cd)
	if d.month2 == 0 && d.day2 == 0 && d.year2 == 0 {
		return ""
	}
	to := cd
	if d.day2 > 0 {
		to.day = d.day2
	}
	if d.month2 > 0 {
		to.month = d.month2
	}
	switch {
	case d.year2 > 0:
		to.year = d.year2
	case to.month < cd.month && d.month2 > 0 && d.year == 0:
		to.year++ // "28 December to 3 January"
	case to.month < cd.month && d.month2 > 0:
		// The year stands behind the second: "28 December to 3 January 2025".
		cd.year--
	}
	if !cd.valid() || !to.valid() {
		return "there is no such date"
	}
	r.period = rangePeriod(cd, to)
	return ""
}

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
	if d.fromText && cd.month > 0 && ctx.prev != nil {
		if first, last, okFirst, okLast := ctx.prev.days(); okFirst && okLast {
			r.basis, r.anchor, r.anchorFrom = "partial", ctx.prev.String(), "text"
			cd.year = yearBeside(*cd, d, first, last)
			return ""
		}
	}
	if ctx.base != nil && cd.grain == weekGrain && ctx.base.single && ctx.base.from.grain == yearGrain {
		cd.year = ctx.base.from.year // "next year's session in week 42"
		r.basis, r.anchor, r.anchorFrom = "partial", ctx.base.String(), "text"
		return ""
	}
	if ctx.base != nil && fitsInto(*cd, *ctx.base) && !ctx.aheadOfPast(*cd) {
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
	r.count(ctx, "partial")
	y, m, _ := ctx.ref.civil()
	if cd.month == 0 && cd.day > 0 { // "den 3."
		cd.year, cd.month = y, m
		best := *cd
		if d.weekday > 0 {
			*cd = dayAndWeekday(best, d.weekday, ctx)
			return ""
		}
		if (ctx.tense > 0 || ctx.present) && dayNumberOf(best) < ctx.ref {
			best = stepMonth(best, 1)
		} else if ctx.tense <= 0 && !ctx.present && dayNumberOf(best) > ctx.ref+3 {
			best = stepMonth(best, -1)
		}
		*cd = best
		return ""
	}
	if cd.grain == decadeGrain || cd.grain == centuryGrain {
		return noReference
	}
	cd.year = yearOfWeekday(*cd, d, ctx, chooseYear(*cd, d, ctx, y))
	if cd.grain == dayGrain && cd.month == 2 && cd.day == 29 {
		step := -1
		if ctx.tense > 0 || d.hasDir && d.dir > 0 {
			step = 1
		}
		for n := 0; n < 8 && monthLength(cd.year, 2) < 29; n++ {
			cd.year += step
		}
	}
	return ""
}

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
		if away < gap {
			best, gap = m, away
		}
	}
	return best
}

// aheadOfPast reports that a unit in the period named before would lie ahead,
// while its clause tells of the past: "6.4 percent in 2026. Inflation eased in
// May". A page may be dated a day or two before what it tells.
func (ctx *dateContext) aheadOfPast(cd calendarDate) bool {
	if ctx.tense >= 0 || ctx.refFrom == "" {
		return false
	}
	first, _, _, _ := ctx.base.days()
	y, m, _ := first.civil()
	if cd.year = y; cd.month < m {
		cd.year++
	}
	return first > ctx.ref && dayNumberOf(calendarDate{year: cd.year, month: cd.month, day: max(cd.day, 1)}) > ctx.ref+2
}

// yearOfWeekday leaves the chosen year of a day for the one beside it in which
// the day is the weekday that is said: "Friday, 18 July" of a Thursday's year.
func yearOfWeekday(cd calendarDate, d *dateValue, ctx *dateContext, chosen int) int {
	if d.weekday == 0 || d.day2 > 0 || cd.day == 0 {
		return chosen
	}
	for _, year := range [...]int{chosen, chosen - 1, chosen + 1} {
		cd.year = year
		day := dayNumberOf(cd)
		if day.weekday() == d.weekday && (year == chosen || ctx.tense == 0 || ctx.tense < 0 == (day <= ctx.ref)) {
			return year
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
		a, _ := cd.daysOrWeek(d.n)
		return a
	}
	end := func(year int) dayNumber {
		last := cd
		last.year = year
		if d.month2 >= cd.month {
			last.month = d.month2 // of "January to October" the end counts
		}
		if d.day2 > 0 && (d.month2 == 0 || d.month2 >= cd.month) {
			last.day = d.day2 // "between Feb. 10 and 13"
		}
		last.day = clampDay(last, year)
		_, b := last.daysOrWeek(d.n)
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
	const month = 30
	best, bestGap := y, dayNumber(1<<30)
	for _, year := range []int{y, y - 1, y + 1} {
		gap := dayNumber(0)
		if s := start(year); s > ctx.ref {
			gap = s - ctx.ref
		} else if e := end(year); e < ctx.ref {
			gap = ctx.ref - e
			if ctx.present && d.month2 == 0 && gap > month {
				gap += 5 * month // "Ende Oktober reist er nach Rom"; a stretch ("January to September") is counted
			}
		}
		switch {
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

func (c calendarDate) daysOrWeek(n int) (dayNumber, dayNumber) {
	if c.grain == weekGrain {
		p := weekPeriod(c.year, n)
		a, b, _, _ := p.days()
		return a, b
	}
	return c.days()
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

// weekPeriod is ISO 8601's week n of a year, Monday to Sunday.
func weekPeriod(year, n int) period {
	jan4 := dayOf(year, 1, 4)
	monday := jan4 - dayNumber(jan4.weekday()-1) + dayNumber(7*(n-1))
	return period{from: dayDate(monday), to: dayDate(monday + 6), week: true}
}

func (c *chart) resolveShift(d *dateValue, ctx *dateContext, r *resolution) string {
	base, from := ctx.ref, ctx.refFrom
	ofDay := false
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
		base, from, ofDay = a, "text", of.single && of.grain() == dayGrain
		r.anchor, r.anchorFrom = of.String(), "text"
	case d.fromText && d.grain == dayGrain && ctx.prevDay != nil:
		// From the last day of a stretch on, back from its first.
		if first, _, _, _ := ctx.prevDay.days(); ctx.tense < 0 && first > ctx.ref && ctx.pastDay != nil {
			ctx.prevDay = ctx.pastDay // what was done on the next day was done behind a day that has passed
		}
		a, b, _, _ := ctx.prevDay.days()
		if d.shift > 0 {
			a = b
		}
		base, from = a, "text"
		r.anchor, r.anchorFrom = ctx.prevDay.String(), "text"
	case d.fromText && d.grain == dayGrain && ctx.refFrom != "":
		// "the day before", where the text has named no day: before its own.
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText && d.fromRef && ctx.prev == nil && from != "":
		// "the previous year" in the first sentence
		r.anchor, r.anchorFrom = ctx.refText, ctx.refFrom
	case d.fromText && d.counted && d.shift > 0 && ctx.tense > 0 && d.grain >= monthGrain && from != "":
		// "The next one will be held two years later": from now on.
		r.anchor, r.anchorFrom = ctx.ref.String(), ctx.refFrom
	case d.fromText:
		if ctx.prev == nil {
			return "no date before it to count it from"
		}
		a, _, ok, _ := ctx.prev.days()
		if !ok {
			return "what it is counted from is open"
		}
		if d.counted && ctx.prev.grain() > max(d.grain, yearGrain) {
			return "what it is counted from is longer than the unit" // three years after the 1600s
		}
		base, from = a, "text"
		r.anchor, r.anchorFrom = ctx.prev.String(), "text"
		if d.grain == yearGrain && max(d.shift, -d.shift) == 1 && !d.whole && ctx.prev.grain() != yearGrain && ctx.prev.grain() != splitYearGrain {
			// "a year earlier" than a day is that day a year before; than a
			// month or a stretch of months, that stretch.
			r.period = ctx.prev.shiftYears(d.shift)
			return ""
		}
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
		monday := base - dayNumber(base.weekday()-1) + dayNumber(7*d.shift)
		r.period = period{from: dayDate(monday), to: dayDate(monday + 6), week: true}
	case weekendGrain:
		saturday := base - dayNumber(base.weekday()-6) + dayNumber(7*d.shift)
		if base.weekday() < 6 && d.shift == 0 && ctx.tense < 0 {
			saturday -= 7
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
	anchor := ""
	if d.fromText && ctx.prev != nil {
		if a, _, ok, _ := ctx.prev.days(); ok {
			base, from, anchor = a, "text", ctx.prev.String()
		}
	}
	if from == "" {
		return noReference
	}
	if anchor == "" {
		anchor = base.String()
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
			of.period = period{from: dayDate(a - dayNumber(a.weekday()-1)), to: dayDate(a - dayNumber(a.weekday()-7)), week: true}
		}
		if why != "" || !of.week {
			return "a weekday is of a week only"
		}
		a, _, _, _ := of.days()
		r.period = unitPeriod(dayDate(a + dayNumber(d.weekday-1)))
		return ""
	}
	if d.grain == weekGrain { // the week follows from the rule: "Montag nächster Woche"
		monday := base - dayNumber(base.weekday()-1) + dayNumber(7*d.dir)
		r.period = unitPeriod(dayDate(monday + dayNumber(d.weekday-1)).at(d))
		return ""
	}
	back := dayNumber((base.weekday() - d.weekday + 7) % 7) // days since the last such day, 0 today
	day := base - back
	switch {
	case d.n > 0:
		day = base - back + dayNumber(7*d.n)
	case d.hasDir && d.dir > 0:
		day = base - back + 7
	case d.hasDir && d.dir < 0:
		if back == 0 {
			day -= 7
		}
	case d.hasDir:
		day = base - dayNumber(base.weekday()-1) + dayNumber(d.weekday-1)
	case (ctx.tense > 0 || ctx.present) && back > 0:
		day += 7
	}
	r.period = unitPeriod(dayDate(day + dayNumber(d.shift)).at(d))
	return ""
}

// nthWeekday is the first, second, last … such day of a month.
func (r *resolution) nthWeekday(d *dateValue, of period) string {
	a, b, okA, okB := of.days()
	if !okA || !okB || of.grain() != monthGrain {
		return "a weekday is counted in a month only"
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
	case d.edge < 0 || d.edge == nextEdge: // the last whole units before the reference, or those behind
		if ctx.refFrom == "" {
			return noReference
		}
		r.basis, r.anchor, r.anchorFrom = "relative", ctx.refText, ctx.refFrom
		return r.unitsBeside(d, ctx.ref)
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
		if d.n == 1 { // the first whole one, Monday to Sunday
			a += dayNumber((8 - a.weekday()) % 7)
		}
		r.period = period{from: dayDate(a), to: dayDate(a + dayNumber(7*d.n-1)), week: true}
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
	if d.grain >= of {
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
	case d.grain == weekGrain: // whole ones, Monday to Sunday
		monday := a + dayNumber((8-a.weekday())%7)
		if d.edge < 0 {
			monday = b - dayNumber(b.weekday()%7) - 6
		}
		monday += dayNumber(7 * k)
		r.period = period{from: dayDate(monday), to: dayDate(monday + 6), week: true}
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
		monday := ref - dayNumber(ref.weekday()-1)
		r.period = period{from: dayDate(monday + dayNumber(7*first)), to: dayDate(monday + dayNumber(7*last+6)), week: true}
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
		if d.n == 1 {
			b -= dayNumber(b.weekday() % 7)
		}
		r.period = period{from: dayDate(b - dayNumber(7*d.n-1)), to: dayDate(b), week: true}
	case monthGrain:
		r.period = rangePeriod(stepMonth(last, 1-d.n), last)
	case quarterGrain:
		if d.n == 1 && m%3 == 0 {
			return r.setUnit(calendarDate{year: y, n: m / 3, grain: quarterGrain})
		}
		r.period = rangePeriod(stepMonth(last, 1-3*d.n), last)
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

// resolveWeekdays counts the second of two weekdays from the first: "next
// Tuesday and Wednesday", "from Friday to Sunday".
func (c *chart) resolveWeekdays(d *dateValue, ctx *dateContext, r *resolution) string {
	from, why := c.resolve(d.a, ctx)
	if why != "" {
		return why
	}
	first, _, ok, _ := from.days()
	if !ok {
		return "an open stretch has no end"
	}
	between := (c.dates[d.b].weekday - c.dates[d.a].weekday + 7) % 7
	*r = from
	r.period = rangePeriod(dayDate(first), dayDate(first+dayNumber(between)))
	return ""
}

func (c *chart) resolveRange(d *dateValue, ctx *dateContext, r *resolution) string {
	if from, to := &c.dates[d.a], &c.dates[d.b]; from.op == weekdayDate && to.op == weekdayDate && from.weekday != to.weekday && !to.hasDir && to.a < 0 && !from.hasTime && !to.hasTime {
		return c.resolveWeekdays(d, ctx, r)
	}
	// The end is counted first: it more often says the year.
	to, why := c.resolve(d.b, ctx)
	if why != "" {
		return why
	}
	inner := *ctx
	if to.usedYear && !c.hasYear(d.a) {
		year := unitPeriod(calendarDate{year: to.to.year, grain: yearGrain})
		inner.base = &year
	}
	from, why := c.resolve(d.a, &inner)
	if why != "" {
		return why
	}
	if from.openL || from.openR || to.openL || to.openR {
		return "an open stretch has no end"
	}
	if x, y := &c.dates[d.a], &c.dates[d.b]; x.op == weekdayDate && y.op == weekdayDate && x.a < 0 && !x.hasDir && to.grain() == dayGrain {
		// Two weekdays: the last such day before the second.
		first, _ := to.to.days()
		first -= dayNumber((y.weekday-x.weekday+6)%7 + 1)
		from.period = unitPeriod(dayDate(first))
	}
	r.basis, r.anchor, r.anchorFrom, r.usedYear = to.basis, to.anchor, to.anchorFrom, to.usedYear || from.usedYear
	if from.basis != "absolute" && to.basis == "absolute" && !to.usedYear {
		r.basis = from.basis
	}
	a, b := from.from, to.to
	if !a.yearless && !b.yearless && !c.hasYear(d.a) {
		// "28 December to 3 January 2025"
		if first, _ := a.days(); true {
			if _, last := b.days(); first > last {
				a.year--
			}
		}
	}
	if a.grain != b.grain && !(a.grain == dayGrain && b.grain == minuteGrain) && a.end(false).grain != b.end(true).grain && a.grain > b.grain {
		// "from May to 3 June": both ends as days.
		first, _ := a.days()
		a = dayDate(first)
	}
	r.period = rangePeriod(a, b)
	return ""
}

// hasYear reports that the date i says its year or is counted from a date.
func (c *chart) hasYear(i int32) bool {
	d := &c.dates[i]
	return d.op != pointDate || d.year != 0 || d.a >= 0
}

func (c *chart) resolveOpen(d *dateValue, ctx *dateContext, r *resolution) string {
	inner := *ctx
	if d.open < 0 && c.dates[d.a].op == weekdayDate {
		inner.tense = 1 // "until Saturday" is the coming one
	}
	if a := &c.dates[d.a]; d.open < 0 && ctx.tense == 0 && ctx.present && a.op == pointDate && a.year == 0 {
		inner.tense = 1 // "it lasts until November"
	}
	if d.open < 0 && inner.tense < 0 {
		inner.tense = 0 // "promised aid before the winter": what was promised may be to come
	}
	inner.since = d.open > 0
	in, why := c.resolve(d.a, &inner)
	if why != "" {
		return why
	}
	if in.openL || in.openR {
		return "it is open on both sides"
	}
	r.basis, r.anchor, r.anchorFrom, r.usedYear = in.basis, in.anchor, in.anchorFrom, in.usedYear
	p := in.period
	if d.open > 0 {
		if in.part == "early" && p.single && p.from.grain >= weekGrain && !p.from.yearless {
			// "since the beginning of the year": its first day.
			first, _ := p.from.days()
			p = unitPeriod(dayDate(first))
		}
		r.part = ""
		r.period = period{from: p.from, openR: true}
		return ""
	}
	r.part = ""
	r.period = period{to: p.to, openL: true}
	return ""
}

// resolveSame is the same period of another year: of the one that is named,
// else of the last one of the text.
func (c *chart) resolveSame(d *dateValue, ctx *dateContext, r *resolution) string {
	r.basis = "relative"
	var year *period
	if d.a >= 0 {
		of, why := c.resolve(d.a, ctx)
		if why != "" {
			return why
		}
		if !of.single || of.from.grain != yearGrain {
			r.period = of.period.shiftYears(d.shift)
			r.anchor, r.anchorFrom = of.String(), "text"
			return ""
		}
		year = &of.period
		if ctx.prev == nil {
			r.period = of.period
			r.anchor, r.anchorFrom = of.String(), "text"
			return ""
		}
	}
	if ctx.prev == nil || ctx.prev.yearless() || ctx.prev.openL || ctx.prev.openR {
		if year != nil {
			r.period, r.anchor, r.anchorFrom = *year, year.String(), "text"
			return ""
		}
		return "no period before it to count it from"
	}
	r.anchor, r.anchorFrom = ctx.prev.String(), "text"
	if year == nil {
		r.period = ctx.prev.shiftYears(d.shift)
		return ""
	}
	r.period = ctx.prev.shiftYears(year.from.year - ctx.prev.from.year)
	return ""
}
