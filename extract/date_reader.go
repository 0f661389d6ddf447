package extract

import "extract/model"

// dateReader goes through the dates of a chart in the order of the text: what one
// says is what the next ones count from. Periods are those of the resolutions,
// which keep their place.
type dateReader struct {
	d        *document
	c        *chart
	ctx      dateContext
	block    int32   // of the date that was read last
	opens    bool    // the date is the first of its paragraph
	titled   *period // the month or quarter of the headline
	heading  *period // the year of the heading above
	review   *period // the year on which the article looks back
	prev     *period // what "the year before" counts from
	prevDay  *period
	compared *period // what was compared in the sentence comparedSent
	// Sentences, -1 none: one in which a day was told in full, one in which a period
	// is compared with another, one that opens with a day of the past of which the
	// next ones tell.
	besideSent, comparedSent, frameSent int32
	now                                 bool                    // the paragraph has a date that is counted from the article's day
	unitSent                            [centuryGrain + 1]int32 // of the last date of each grain, counted from one
	month                               *period                 // the last month that was told by its name
	titledSent                          int32                   // of the last one that is the period of the headline, counted so
	yearFrame                           bool                    // the frame is a year
	look                                bool                    // the text looks back over many years
}

// dateReading is how a date is read where it stands.
type dateReading struct {
	edge
	ref       int32 // the date that counts: of "since 2007" it may be 2007
	sent      int32
	lookback  bool // it tells when it was so before: "the first visit since 2007"
	figure    bool // it is what a figure is compared with: "since 2007 by a third"
	comparing bool
}

// findDates counts the dates of a chart in the order of the text.
func (d *document) findDates(c *chart) {
	c.taken = cleared(c.taken, len(c.toks))
	d.orderDates(c)
	kept := d.choose(c, c.facts, c.taken)
	c.sumEdges, c.dateFacts = c.sumEdges[:0], c.dateFacts[:0]
	r := dateReader{d: d, c: c, ctx: d.ctx, block: -1, besideSent: -1, comparedSent: -1, frameSent: -1}
	r.ctx.column, r.look = 0, r.looksBack(kept)
	for k, at := range kept {
		e := c.edges[at]
		if e.class != clsDate {
			c.sumEdges = append(c.sumEdges, at)
			continue
		}
		r.enter(&e)
		if why := r.read(&e, kept[k:]); why != "" {
			d.drop(c, &e, why)
		}
	}
}

// enter begins the paragraph of a date. A year named in one paragraph is not that
// of the next, but that of a heading ("2019: St. Petersburg") is that of all below
// it.
func (r *dateReader) enter(e *edge) {
	c, ctx := r.c, &r.ctx
	b := c.toks[e.start].block
	if r.opens = b != r.block; !r.opens {
		return
	}
	asked := r.block == b-1 && c.answers(e.start)
	for ; r.block < b; r.block++ {
		if c.roles[r.block+1] == roleHeading {
			r.heading = nil
		}
	}
	ctx.base, ctx.prevDay, ctx.pastDay, ctx.namedDay, ctx.frame = r.heading, nil, nil, nil, 0
	if ctx.base == nil {
		ctx.base = r.review
	}
	ctx.apart, r.now = r.now, false
	ctx.leaveLookBack()
	if r.prevDay != nil && (c.toks[e.start].is(sentenceStart) && near(r.prevDay, ctx) || asked) {
		ctx.prevDay = r.prevDay // "The day before …"
	}
}

// answers reports that the paragraph of token i stands behind a question: what is
// answered is counted from the day that was asked about.
func (c *chart) answers(i int32) bool {
	start := c.sents[c.firstSentence(i)].start
	return start > 0 && c.toks[start-1].char == '?'
}

// read makes the record of a date, or says why there is none. Behind are the edges
// from the date on.
func (r *dateReader) read(e *edge, behind []int32) (why string) {
	c, ctx := r.c, &r.ctx
	switch {
	case c.givenMonth(e):
		return "it is a person's given name"
	case c.closesTitle(e):
		return "the year is part of a title in quotation marks"
	}
	if c.dates[e.ref].beside && !r.unitBeside(e, behind) {
		return "no date in front names the unit that it leaves out"
	}
	c.yearAhead(ctx, e)
	r.tellTense(e)
	n := dateReading{edge: *e, ref: e.ref, sent: c.toks[e.start].sent}
	if ctx.month = nil; r.month != nil && r.unitSent[monthGrain] == n.sent+1 {
		ctx.month = r.month
	}
	if why = r.meaning(&n); why != "" {
		return why
	}
	if n.comparing = c.comparing(n.ref); n.comparing && r.comparedSent >= 0 && n.sent <= r.comparedSent+1 {
		// "In June by 2% from the month before, and by 70% from the same
		// month of last year": both are counted from June.
		ctx.prev, r.comparedSent = r.compared, n.sent
	} else if n.comparing && r.ofTitle(&n) {
		ctx.prev = r.titled // "Exports in October": the month before has September
	}
	if v := &c.dates[n.ref]; v.op == sameDate && v.a >= 0 {
		ctx.samePeriodAhead(c, v, behind)
	}
	frame := ctx.frame
	if n.sent == r.frameSent || r.yearFrame && c.dates[n.ref].grain == monthGrain && !c.opensSentence(e.start) {
		ctx.frame = 0 // "Founded in 1930; the jubilee was in February"
	}
	resolved, why := c.resolve(n.ref, ctx)
	ctx.frame = frame
	if why != "" {
		ctx.prev = r.prev
		return why
	}
	to := r.d.resolutions.next()
	*to = resolved
	f := r.keep(&n, to)
	r.dateByWeek(to)
	r.dateByTitle(&n, to)
	r.note(&n, to)
	if year := c.yearOfFrame(ctx, e, to); year != 0 {
		ctx.frame, r.frameSent, r.yearFrame = year, n.sent, to.grain() == yearGrain
	} else if to.basis == "relative" && to.anchorFrom != "text" {
		if ctx.frame = 0; !to.openR { // it tells of now
			ctx.told = nil
			if ctx.base != r.heading {
				ctx.base = nil
			}
		}
	} else if ctx.frame != 0 && to.anchorFrom == "text" && to.single && to.grain() <= monthGrain {
		ctx.frame = to.from.year // "in April of the next year"
	}
	c.yearOfEntry(ctx, e, f)
	return ""
}

// ofTitle reports that what is compared with is counted from the month or quarter
// of the headline: no other one stands in its sentence or the one before, or both.
func (r *dateReader) ofTitle(n *dateReading) bool {
	if r.titled == nil {
		return false
	}
	unit, g := r.c.dates[n.ref].grain, r.titled.grain()
	if unit == noGrain {
		return false
	}
	last := r.unitSent[g]
	return unit == yearGrain && r.opens || unit == g && (r.opens || last < n.sent || r.titledSent == last)
}

// unitBeside gives a date without its noun the unit that another date of the sentence
// names: "0.2 percent this year, 1.3 the next". It is false where there is none; what
// points at a time points at something else too.
func (r *dateReader) unitBeside(e *edge, behind []int32) bool {
	c := r.c
	v := &c.dates[e.ref]
	if v.op != shiftDate {
		return r.unitInFront(e)
	}
	sent := c.toks[e.start].sent
	if n := len(c.dateFacts); n > 0 {
		if f := c.dateFacts[n-1]; c.toks[f.from].sent == sent && f.dates.single && leftOut(f.dates.grain()) && (v.dir != 0 || c.figureBeside(e)) {
			v.grain = f.dates.grain()
			return true
		}
	}
	for _, at := range behind[1:] {
		x := &c.edges[at]
		if c.toks[x.start].sent != sent || v.dir == 0 && !c.figureBeside(e) && !c.conjunction(e.end) {
			break
		}
		if x.class != clsDate {
			continue // a look-alike
		}
		if y := &c.dates[x.ref]; y.op == shiftDate && !y.beside && !y.fromText && leftOut(y.grain) {
			v.grain = y.grain
			return true
		}
	}
	for k := e.start; k < e.end; k++ {
		c.taken[k] = false
	}
	return false
}

// leftOut tells whether the noun of a unit is left out beside another of its kind.
func leftOut(g grain) bool {
	return g == yearGrain || g == halfGrain || g == quarterGrain
}

// figureBeside reports a figure right beside an expression and a small word: "im
// laufenden um 0,2 Prozent", "0,2 Prozent in diesem".
func (c *chart) figureBeside(e *edge) bool {
	const near = 2
	for k := max(0, e.start-near-1); k < min(e.end+near, int32(len(c.toks))); k++ {
		if c.toks[k].kind == digitToken && c.toks[k].sent == c.toks[e.start].sent {
			return true
		}
	}
	return false
}

// unitInFront gives a date without its noun the unit, quarter or half, that a date
// in front names in the sentence or the one before: "in the second quarter …, in
// the third". It is false where there is none; the number may be of something else.
func (r *dateReader) unitInFront(e *edge) bool {
	v := &r.c.dates[e.ref]
	if v.day > 0 {
		if r.dayInFront(e) {
			return true
		}
	} else if r.unitSent[halfGrain] > r.unitSent[v.grain] && v.n <= 2 {
		v.grain = halfGrain
	}
	if v.day == 0 && r.unitSent[v.grain] > 0 && r.c.toks[e.start].sent <= r.unitSent[v.grain] {
		return true
	}
	for k := e.start; k < e.end; k++ {
		r.c.taken[k] = false
	}
	return false
}

// dayInFront reports that a day of the month without its month goes on from an
// earlier one that the sentence or the one before named: "19 Ocak'ta başlayıp 23'ünde
// bitecek". Where other figures in a case stand between, it counts what they do: "14
// Mart'ta 81 ilin 15'inde kar, 20'sinde yağmur görüldü".
func (r *dateReader) dayInFront(e *edge) bool {
	c, p := r.c, r.ctx.namedDay
	sent := c.toks[e.start].sent
	if p == nil || p.from.day >= c.dates[e.ref].day || sent > r.unitSent[dayGrain] {
		return false
	}
	for k := e.start - 1; k >= c.sents[sent].start; k-- {
		if c.taken[k] {
			break
		}
		if t := &c.toks[k]; t.kind == digitToken && t.end > t.stem {
			return false
		}
	}
	return true
}

// tellTense puts into the context what the sentence tells of when the date is.
func (r *dateReader) tellTense(e *edge) {
	c, ctx := r.c, &r.ctx
	ctx.tense, ctx.present = c.tenseAt(e.start, e.end), false
	if ctx.tense == 2 {
		// Headlines tell in the present what has happened, in most languages.
		ctx.tense, ctx.present = 0, c.pack.HeadsAhead || c.roles[c.toks[e.start].block] >= roleLead
	}
	if ctx.since = ctx.tense <= 0 && len(c.sumEdges) > 0 && c.comparesSums(&c.edges[c.sumEdges[len(c.sumEdges)-1]], e.start); ctx.since {
		ctx.tense, ctx.present = -1, false
	}
	if ctx.alone = ctx.tense == 0 && !ctx.present && c.aloneInSentence(e); ctx.alone {
		ctx.below = c.tenseOf(c.toks[e.start].sent + 1)
	}
	ctx.entry = ctx.alone || c.headsEntry(e)
	if ctx.follows = 0; c.dates[e.ref].op == weekdayDate {
		ctx.follows = c.dayAhead(e, ctx.ref)
	}
	if c.toks[e.start].sent != r.besideSent {
		ctx.beside, ctx.behind = nil, 0
	}
	if t := c.dates[e.ref].tense; t != 0 {
		ctx.tense, ctx.present = t, false
	}
}

// meaning tells what a date with an open end counts, and refuses what is none
// where it stands.
func (r *dateReader) meaning(n *dateReading) (why string) {
	c, ctx := r.c, &r.ctx
	if v := &c.dates[n.ref]; v.op == openDate && v.open > 0 && !v.onward {
		n.figure = ctx.tense <= 0 && c.comparesFigure(n.start)
		if n.figure || c.superlativeBeside(v, &n.edge) {
			n.ref, n.lookback = v.a, !n.figure // "the first visit since 2007" tells when the one before was
			ctx.tense, ctx.present = -1, false
		}
	}
	v := &c.dates[n.ref]
	past := ctx.tense <= 0 && (c.perhapsPast(n.start) || c.countedBefore(n.start))
	untold := ctx.tense != 1 && !ctx.present && !(v.fromText && ctx.prev != nil) && !c.aloneInSentence(&n.edge)
	if v.ahead == notPast && v.grain >= yearGrain && v.op == shiftDate {
		past = past || c.superlativeBefore(n.start) // "will hold their first dialogue in six years"
	}
	if v.ahead == notPast && past || v.ahead == toldAhead && untold {
		if v.op != openDate {
			return "it may be a duration: its clause tells of nothing to come"
		}
		n.ref = v.a // "at the latest" of what is past is the last time
		v = &c.dates[n.ref]
	}
	if v.op == pointDate && v.grain == weekGrain && v.year == 0 && c.speaksOfIndex(n.sent) {
		return "it is a round of a league"
	}
	return ""
}

// keep makes the record of a date that has been resolved.
func (r *dateReader) keep(n *dateReading, to *resolution) *fact {
	d, c := r.d, r.c
	rec := dateRecord(to)
	from := n.from
	if coarse := c.toldCoarsely(n.start, to, r.ctx.ref); coarse != nil && d.facts[len(d.facts)-1] == coarse {
		from = coarse.from
		d.facts, c.dateFacts = d.facts[:len(d.facts)-1], c.dateFacts[:len(c.dateFacts)-1]
	}
	rec.Common = d.base(c, from, n.to, c.ruleName(&n.edge))
	f := d.keep(c, rec, from, n.to)
	f.dates, f.same, f.lookback = to, c.dates[n.edge.ref].op == sameDate, n.lookback
	c.dateFacts = append(c.dateFacts, f)
	return f
}

// comparing reports a period that another is compared with, or a unit of one:
// "in August of the year before".
func (c *chart) comparing(i int32) bool {
	d := &c.dates[i]
	return d.comparing() || d.op == pointDate && d.a >= 0 && d.grain >= monthGrain && c.dates[d.a].comparing()
}

// asideOf reports a month or quarter that the text does not go on to tell of: the
// last one that was as low, or one of an earlier year with which it compares.
func (r *dateReader) asideOf(n *dateReading, to *resolution) bool {
	g := to.grain()
	if g != monthGrain && g != quarterGrain || !to.single {
		return false
	}
	d := &r.c.dates[n.ref]
	return n.lookback || d.op == pointDate && n.comparing || to.basis == "absolute" && r.prev.from.year > to.from.year && r.c.endingAt(n.start, clsCompare) != nil
}

// note puts a date into the context of those behind it.
func (r *dateReader) note(n *dateReading, to *resolution) {
	c, ctx := r.c, &r.ctx
	switch {
	case n.figure && n.sent != r.comparedSent && ctx.prev != nil:
		r.compared, r.comparedSent = r.prev, n.sent
	case !n.comparing || to.anchorFrom != "text":
		r.comparedSent = -1
	case n.sent != r.comparedSent && ctx.prev != nil:
		r.compared, r.comparedSent = ctx.prev, n.sent
	}
	if r.prev == nil || !r.asideOf(n, to) && !r.cameBefore(n, to) && c.dates[n.ref].op != sameDate && (to.grain() < yearGrain || c.endingAt(n.start, clsCompare) == nil || n.sent == r.comparedSent) {
		r.prev = &to.period // but behind "a third more than in 2019" the year before is not 2018
	}
	ctx.prev = r.prev
	if !n.comparing && to.single && !r.asideOf(n, to) {
		r.unitSent[to.grain()] = n.sent + 1
		if r.titled != nil && r.titled.String() == to.period.String() {
			r.titledSent = n.sent + 1
		}
	}
	open := to.openL || to.openR
	if r.look && !open && (to.basis == "absolute" || to.anchorFrom == "text") && !n.lookback && !n.figure {
		ctx.told = &to.period
	}
	if !n.comparing && !open {
		if to.single {
			ctx.units[to.grain()] = &to.period
		}
		if !to.single || to.grain() > dayGrain {
			ctx.stretch = &to.period
		}
	}
	if g := to.grain(); r.titled == nil && to.single && (g == monthGrain || g == quarterGrain) && c.roles[r.block] == roleTitle {
		r.titled = &to.period
	}
	if to.single && to.grain() == monthGrain && c.dates[n.ref].month > 0 && !n.lookback && !n.comparing && !open {
		r.month = &to.period
	}
	first, _, ok, _ := to.days()
	if to.usedYear && to.basis == "absolute" && to.grain() <= monthGrain {
		if ok && to.single && first > ctx.ref {
			ctx.beside, r.besideSent = &to.period, n.sent
		}
		if ok && to.grain() <= dayGrain && first <= ctx.ref && !n.lookback {
			ctx.behind, r.besideSent = first, n.sent
		}
		if ok && ctx.full == 0 && (to.grain() <= dayGrain || to.single && to.grain() == monthGrain) {
			ctx.full = first
		}
	}
	if ok && ctx.entry && !open && to.grain() <= dayGrain {
		if ctx.column = first; ctx.alone && to.grain() == minuteGrain && first <= ctx.ref {
			ctx.clock = first
		}
	}
	r.now = r.now || to.basis == "relative" && to.anchorFrom != "text"
	if ctx.apart = false; to.basis != "relative" && to.single && to.grain() == dayGrain && !to.yearless() && c.dates[n.ref].month > 0 {
		ctx.namedDay = &to.period
	}
	if to.grain() <= dayGrain && !open && !to.yearless() {
		r.prevDay = &to.period
		ctx.prevDay = r.prevDay
		if first <= ctx.ref {
			ctx.pastDay = r.prevDay
		}
	}
	if r.review == nil && to.usedYear && to.single && to.from.grain == yearGrain && !n.lookback && !n.comparing && (ctx.refFrom == "" || first <= ctx.ref) && c.reviews(n.start) {
		r.review = &to.period
		ctx.base = r.review
	}
	if to.basis == "absolute" && to.single && to.from.grain == yearGrain && c.roles[r.block] == roleHeading {
		r.heading = &to.period
		ctx.base = r.heading
	} else if r.opens && to.basis == "absolute" && to.single && to.from.grain == yearGrain && c.runsIn(n.start, n.end) {
		ctx.base = &to.period
	}
	if h := ctx.base; h != nil && (h == r.heading || h == r.review) && to.basis == "absolute" && to.grain() <= dayGrain && ok && !open && to.from.year > h.from.year {
		year := unitPeriod(calendarDate{year: to.from.year, grain: yearGrain})
		ctx.base = &year // "2008: … put off. It was held on 20 May 2009, the next one in November"
	}
	if !n.lookback && to.usedYear && to.single && to.from.grain >= monthGrain && to.from.grain < decadeGrain && to.from.grain != yearGrain && to.from.grain != splitYearGrain {
		ctx.base = &to.period
	}
	if b := ctx.base; b != nil && to.basis == "relative" && to.anchorFrom == "text" && to.single && to.from.grain == yearGrain && to.from.year > b.from.year && !n.comparing {
		ctx.base = &to.period // "in April 1998; the third three years later": what follows is of then
	}
	ctx.goOn(to)
}

func dateRecord(r *resolution) *model.Date {
	rec := &model.Date{Grain: grainNames[r.grain()], Part: r.part, Basis: r.basis, Anchor: r.anchor, AnchorFrom: r.anchorFrom}
	if r.basis == "absolute" {
		rec.Anchor, rec.AnchorFrom = "", ""
	}
	rec.Value, rec.FirstDay, rec.LastDay = r.texts()
	return rec
}
