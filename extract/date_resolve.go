package extract

// dateContext is what a date is counted from.
type dateContext struct {
	ref     dayNumber
	refText string                    // ref as records show it
	week    bool                      // ref is the first day of the week that the page is for: its weekdays lie in it
	refFrom string                    // "dateline", "published", "flag", "text" (the week that heads the page); "" where nothing is known
	tense   int                       // of the clause: -1 past, 1 future, 0 untold
	present bool                      // the clause is in the present: its weekdays are ahead
	since   bool                      // it is the beginning of an open stretch, or of a figure that is compared with: past for certain
	units   [centuryGrain + 1]*period // the last one of each grain
	stretch *period                   // the last one that is more than a day
	follows dayNumber                 // of a weekday: the day to come that the first half of its sentence tells, 0 none
	column  dayNumber                 // the day that the last entry of a list of days is for, 0 none: the next one follows on it
	clock   dayNumber                 // of the hour that heads the entry of a list, 0 none
	below   int                       // of a date alone: the tense of the sentence below it
	entry   bool                      // it heads an entry of a list of days
	alone   bool                      // nothing but marks stands beside it: an entry of a calendar or a table
	// The dates named before in the passage: the last one, and the last that
	// is a period of months or years, with the year written out.
	prev     *period
	prevDay  *period   // the last one of days, in this paragraph
	pastDay  *period   // the last of them that has passed
	namedDay *period   // the last one of this paragraph that said its month
	apart    bool      // the paragraph before told of now, and this one has named no date yet
	month    *period   // the last one of this sentence that is a month with its name
	beside   *period   // the last one of this sentence that lies ahead and said its year
	behind   dayNumber // the last day of this sentence that said its year and has passed, 0 none
	full     dayNumber // the first day that said its year, 0 none: where nothing dates the page
	base     *period
	told     *period // the last date of a text that looks back over many years, nil where it tells of now
	frame    int     // the year of a day long past that opened a sentence in front in the paragraph, 0 none
}

// resolution is a date counted out.
type resolution struct {
	period
	part       string
	basis      string // absolute, partial, relative
	anchor     string
	anchorFrom string
	usedYear   bool // the year was written
	inYears    bool // it was counted in years from another day
}

// resolve counts the date i of the chart from ctx. reason says why there is
// none, "" where there is one.
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

const noReference = "no date is known to count it from"

func (c *chart) resolvePoint(d *dateValue, ctx *dateContext, r *resolution) string {
	cd := calendarDate{year: d.year, month: d.month, day: d.day, n: d.n, grain: d.grain}.at(d)
	r.basis = "absolute"
	if d.year == 0 {
		if why := c.fillYear(d, ctx, r, &cd); why != "" {
			return why
		}
	} else {
		r.usedYear = true
		if d.shortYear {
			cd.year = nearCentury(cd.year, ctx)
		}
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
	if to.usedYear && !c.hasYear(d.a) && !c.dates[d.a].hasDir {
		year := unitPeriod(calendarDate{year: to.to.year, grain: yearGrain})
		inner.base, inner.tense = &year, 0 // which is that of both, whatever the verb says
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
	if x, y := &c.dates[d.a], &c.dates[d.b]; x.op != weekdayDate && y.op == weekdayDate && y.a < 0 && y.grain != weekGrain && !y.hasTime && from.grain() == dayGrain {
		// "from tomorrow to Friday": the first such day behind.
		first, _, _, _ := from.days()
		to.period = unitPeriod(dayDate(first + dayNumber((y.weekday-first.weekday()+7)%7)))
	}
	r.basis, r.anchor, r.anchorFrom, r.usedYear = to.basis, to.anchor, to.anchorFrom, to.usedYear || from.usedYear
	if from.basis != "absolute" && to.basis == "absolute" && !to.usedYear {
		r.basis = from.basis
	}
	a, b := from.from, to.to
	if !a.yearless && !b.yearless && !c.hasYear(d.a) {
		// "28 December to 3 January 2025"
		first, _ := a.days()
		if _, last := b.days(); first > last {
			a.year--
		}
	}
	if !(a.grain == dayGrain && b.grain == minuteGrain) && a.end(false).grain != b.end(true).grain && a.grain > b.grain {
		// "from May to 3 June": both ends as days, "from 1980 to June 1983" as months.
		first, _ := a.days()
		if a = dayDate(first); b.end(true).grain == monthGrain {
			a.day, a.grain = 0, monthGrain
		}
	}
	r.period = rangePeriod(a, b)
	return ""
}

func (c *chart) resolveOpen(d *dateValue, ctx *dateContext, r *resolution) string {
	inner := *ctx
	if d.open < 0 && c.dates[d.a].op == weekdayDate {
		inner.tense = 1 // "until Saturday" is the coming one
	}
	if a := &c.dates[d.a]; d.open < 0 && ctx.tense == 0 && a.op == pointDate && a.year == 0 && a.month == 0 && a.day > 0 && a.a < 0 {
		inner.tense = 1 // "by the 15th"
	}
	if a := &c.dates[d.a]; d.open < 0 && ctx.tense == 0 && (ctx.present || a.day > 0) && a.op == pointDate && a.year == 0 {
		inner.tense = 1 // "it lasts until November", "the law requires a report by 30 April"
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
	from := ctx.likePeriod(d.grain)
	if from == nil || from.yearless() || from.openL || from.openR {
		if year != nil {
			r.period, r.anchor, r.anchorFrom = *year, year.String(), "text"
			return ""
		}
		return "no period before it to count it from"
	}
	r.anchor, r.anchorFrom = from.String(), "text"
	if year == nil {
		r.period = from.shiftYears(d.shift)
		return ""
	}
	r.period = from.shiftYears(year.from.year - from.from.year)
	return ""
}

// likePeriod returns the period of which the same one of another year is meant:
// of the unit that is named, "the same quarter", the last such one, else the
// month that the last day lies in; without a unit the last stretch, as a day is no
// period.
func (ctx *dateContext) likePeriod(unit grain) *period {
	p := ctx.prev
	if p == nil || unit != noGrain && p.single && p.grain() == unit {
		return p
	}
	if unit != noGrain && ctx.units[unit] != nil {
		return ctx.units[unit]
	}
	if !p.single || p.grain() > dayGrain {
		return p
	}
	if unit == monthGrain && !p.yearless() {
		month := unitPeriod(calendarDate{year: p.from.year, month: p.from.month, grain: monthGrain})
		return &month
	}
	return ctx.stretch
}
