package extract

// What stands around a date and tells which one is meant.

// headsEntry reports a day at the head of an entry of a list of days: "Dienstag,
// 11. November: Ecofin-Rat. Mittwoch: EZB-Sitzung".
func (c *chart) headsEntry(e *edge) bool {
	start := e.start
	if start > 0 && c.toks[start-1].kind == punctToken && c.toks[start-1].is(lineBefore) {
		start-- // the mark of an item
	}
	return c.toks[start].is(sentenceStart|lineBefore) && int(e.end) < len(c.toks) && c.toks[e.end].char == ':'
}

// reported tells whether a day is the one on which figures of a month or quarter
// were told, and no part of it: "exports rose in August, the office said on
// Friday, by 2 percent from the month before".
func (ctx *dateContext) reported(p *period, unit grain) bool {
	const days = 7
	first, _, ok, _ := p.days()
	return (unit == monthGrain || unit == quarterGrain) && ok && p.single && p.grain() <= dayGrain && first <= ctx.ref && ctx.ref-first <= days
}

// near tells whether a day lies within weeks of the reference, so that another
// paragraph may count from it; a look back is left behind with its own.
func near(p *period, ctx *dateContext) bool {
	const weeks = 5 * 7
	first, _, ok, _ := p.days()
	return ctx.refFrom == "" || ok && first-ctx.ref <= weeks && ctx.ref-first <= weeks
}

// givenMonth tells whether a bare month is a name of somebody: an unknown capitalised
// word stands in front of it, or one follows it, and no preposition or article stands in front: "And
// May Sogavare said", but not "in May Rabuka said". Names have a capital, and what
// is told of a month follows it: "Eurozone March inflation".
func (c *chart) givenMonth(e *edge) bool {
	if e.end != e.start+1 || c.pack.NounCapitals || c.pack.BodyFirst || !c.has(e.start, clsMonth) || int(e.end) >= len(c.toks) || c.toks[e.start].kind != wordToken || !c.toks[e.start].is(capital) {
		return false
	}
	if k := e.start - 1; k >= 0 && !c.toks[e.start].is(sentenceStart|lineBefore) && c.toks[k].end == c.toks[k].stem && c.unknownName(k) && !c.titleCase(k) && !c.smallNoun(e.end) {
		if _, refs := c.cityAt(k); len(refs) == 0 {
			return true // "Liang Jun", but not "in Ningbo March exports fell"
		}
	}
	t := &c.toks[e.end]
	if t.sent != c.toks[e.start].sent || t.is(lineBefore) || !c.unknownName(e.end) || t.is(allCaps) {
		return false
	}
	return c.toks[e.start].is(sentenceStart) || c.conjunction(e.start-1) || c.toks[e.start-1].char == ',' || c.toks[e.start-1].char == '"' || c.tense(e.start-1) < 0
}

// smallNoun reports an uncapitalised word at token i that may be a noun: what sums
// measure or a word unknown, but no verb and no small word.
func (c *chart) smallNoun(i int32) bool {
	t := &c.toks[i]
	return t.kind == wordToken && !t.is(capital|lineBefore) && c.tense(i) == 0 && (t.words[0] == 0 || c.has(i, clsMeasure, clsTrend, clsSessionNoun)) && !c.conjunction(i) && !c.has(i, clsStopword, clsLocative, clsClause, clsCopula)
}

// closesTitle tells whether a bare year closes a title of capitalised words in
// quotation marks: the "Central Asia 2040" concept.
func (c *chart) closesTitle(e *edge) bool {
	const most = 8 // words
	v := &c.dates[e.ref]
	if v.op != pointDate || v.grain != yearGrain || e.end-e.start != 1 || e.end >= int32(len(c.toks)) || c.toks[e.end].char != '"' {
		return false
	}
	start := c.sents[c.toks[e.start].sent].start
	for i := e.start - 1; i >= start && i >= e.start-most; i-- {
		switch t := &c.toks[i]; {
		case t.char == '"':
			return i < e.start-1 || !c.toks[e.start].is(spaceBefore) // the year alone is one: «1984»
		case t.kind == wordToken && !t.is(capital):
			return false
		}
	}
	return false
}

// reviews reports that the article looks back on the year at token i: the headline
// says so and no day of it is told ("Ein Rückblick"), or the sentence ("2023 war ein Jahr
// der Gipfel").
func (c *chart) reviews(i int32) bool {
	const head = 4 // paragraphs
	b := c.toks[i].block
	if b >= head || c.roles[b] == roleCaption {
		return false
	}
	s := c.sents[c.toks[i].sent]
	if c.next(clsReview, s.start, s.end) < s.end {
		return true
	}
	for k := int32(0); k < i && c.roles[c.toks[k].block] <= roleLead; k++ {
		if c.roles[c.toks[k].block] == roleTitle && c.has(k, clsReview) {
			return true
		}
	}
	return false
}

// yearAhead takes the year that opens a sentence, or that it speaks of as the one
// named before, for that of the days behind: "Last year's summit took place in
// Kuwait City on 1 December", "Sesjonen det året åpnet 28. januar".
func (c *chart) yearAhead(ctx *dateContext, e *edge) {
	n := len(c.dateFacts)
	if d := &c.dates[e.ref]; n == 0 || d.op != pointDate || d.year != 0 || d.grain != dayGrain && d.grain != weekGrain && d.grain != monthGrain || d.a >= 0 {
		return
	}
	f := c.dateFacts[n-1]
	if c.dates[e.ref].grain == monthGrain && e.start-f.to != 2 {
		return // "last year, in May"
	}
	s := c.sents[c.toks[e.start].sent]
	if p := ctx.prev; p != nil && p.single && !p.yearless() && p.grain() <= yearGrain && c.next(clsSameYear, s.start, e.start) < e.start {
		year := unitPeriod(calendarDate{year: p.from.year, grain: yearGrain})
		ctx.base = &year
		return
	}
	if (f.from >= s.start && f.from <= s.start+1 || c.appositive(f.to, e.start)) && f.dates.single && f.dates.from.grain == yearGrain {
		year := f.dates.period
		ctx.base = &year
	}
}

// appositive reports that nothing but a comma and a small word stand between
// two dates: "neste år, 10.–12. september", "next summer, on 7 July".
func (c *chart) appositive(from, to int32) bool {
	if to-from < 1 || to-from > 2 || c.toks[from].char != ',' {
		return false
	}
	return to-from == 1 || c.has(to-1, clsStopword, clsLocative)
}

// toldCoarsely returns the date right in front of token i that r tells more
// finely in apposition, nil if there is none: "next summer, on 7 and 8 July".
func (c *chart) toldCoarsely(i int32, r *resolution, ref dayNumber) *fact {
	n := len(c.dateFacts)
	if n == 0 {
		return nil
	}
	f := c.dateFacts[n-1]
	if f.dates.basis == "absolute" || r.grain() > monthGrain || c.toks[f.from].sent != c.toks[i].sent || !c.appositive(f.to, i) {
		return nil
	}
	first, last, ok, okLast := r.days()
	a, b, okA, okB := f.dates.days()
	if !ok || !okLast || !okA || !okB {
		return nil
	}
	if r.grain() == monthGrain {
		// "A year and a half later, in September 1994": a count of years is a rough one.
		const rough = 200 // days
		inside := first >= a && last <= b && last-first < b-a
		if !inside && (!r.usedYear || f.dates.usedYear || f.dates.basis != "relative" || f.dates.grain() < monthGrain || max(first-b, a-last) > rough) {
			return nil
		}
		return f
	}
	inside := first >= a && last <= b && last-first < b-a
	const week = 7 // "in three weeks, from 24 to 26 November" is a count of weeks
	around := a == b && f.dates.basis == "relative" && max(a-ref, ref-a) > week && max(first-a, a-last) < week
	year, _, _ := a.civil()
	from, _, _ := first.civil()
	const month = 31 // days; "14 months ago, on 29 March"
	around = around || f.dates.basis == "relative" && f.dates.single && f.dates.grain() == monthGrain && r.usedYear && max(first-b, a-last) < month
	inYear := f.dates.inYears && a == b && from == year // "a year later, on 29 January"
	if !inside && !around && !inYear {
		return nil
	}
	return f
}

// goOn lets a day that a half, a quarter or a season gave its year give it to the
// days behind it: "In the first half of 1972 … on 22 January … on 25 September".
func (ctx *dateContext) goOn(r *resolution) {
	if b := ctx.base; b == nil || r.anchorFrom != "text" || r.basis != "partial" || r.grain() > dayGrain || !b.single || b.from.grain <= monthGrain || b.from.grain >= yearGrain || r.anchor != b.String() {
		return
	}
	first := calendarDate{year: r.from.year, month: r.from.month, grain: monthGrain}
	year := rangePeriod(first, stepMonth(first, 11))
	ctx.base = &year
}

// yearOfEntry takes the year of the day that opens an entry of a chronology,
// with a dash behind it, for that of the months in the entry: "November 29, 2019
// – … in retirement since March".
func (c *chart) yearOfEntry(ctx *dateContext, e *edge, f *fact) {
	if f.dates.basis != "absolute" || !f.dates.single || f.dates.grain() > monthGrain || int(e.end) >= len(c.toks) {
		return
	}
	if t, dash := &c.toks[e.start], &c.toks[e.end]; t.is(blankBefore) && dash.char == '-' && dash.is(spaceBefore) {
		year := unitPeriod(calendarDate{year: f.dates.from.year, grain: yearGrain})
		ctx.base = &year
	}
}

// runsIn reports that a year stands in a heading that the paragraph itself opens
// with, a place or a word of it: "ROMA, 2012. İkinci zirve 8 Mayıs'ta toplandı".
func (c *chart) runsIn(from, to int32) bool {
	const most = 2 // words beside the year
	s := c.sents[c.toks[from].sent]
	if !c.toks[s.start].is(blankBefore) || int(s.end) >= len(c.toks) || c.toks[s.end].is(blankBefore) {
		return false
	}
	words := 0
	for i := s.start; i < s.end; i++ {
		if i >= from && i < to || c.toks[i].kind == punctToken {
			continue
		}
		if words++; words > most || !c.toks[i].is(capital) {
			return false
		}
	}
	return words > 0
}

// yearOfFrame returns the year of a day, month or year long past with which a
// sentence opens, 0 for other dates: what the next sentences tell without a year is
// of the same one: "21 Şubat 2001'de faiz yükseldi. Bakan mart başında geldi."
func (c *chart) yearOfFrame(ctx *dateContext, e *edge, r *resolution) int {
	const past = 2 // years
	if !r.usedYear || r.basis != "absolute" || !r.single || r.grain() > monthGrain && r.grain() != yearGrain || !c.opensSentence(e.start) || ctx.refFrom == "" {
		return 0
	}
	if now, _, _ := ctx.ref.civil(); r.from.year > now-past {
		return 0
	}
	return r.from.year
}

// opensSentence reports that a few small words at most stand in front of a token
// in its sentence.
func (c *chart) opensSentence(i int32) bool {
	const opening = 3
	return i-c.sents[c.toks[i].sent].start <= opening
}

// superlativeBefore reports that a word such as "first" or "lowest" stands in
// the clause in front of token i.
func (c *chart) superlativeBefore(i int32) bool {
	start := c.sents[c.toks[i].sent].start
	for i--; i >= start && i > 0; i-- {
		switch c.toks[i].char {
		case ',', ';', ':', '(', ')', '"':
			return false
		}
		if c.find(i, clsSuperlative) != nil {
			return true
		}
	}
	return c.find(start, clsSuperlative) != nil
}

// superlativeBeside reports a superlative that an open stretch belongs to. Where
// the language has behind a date what it is of, it stands close behind:
// "2018'den bu yana Çin'e ilk ziyareti".
func (c *chart) superlativeBeside(v *dateValue, e *edge) bool {
	const near = 4
	if !c.pack.BodyFirst {
		return c.superlativeBefore(e.start)
	}
	if c.dates[v.a].part != "" {
		return false // the highest since the beginning of the year
	}
	for i, end := e.end, min(e.end+near, c.sents[c.toks[e.start].sent].end); i < end; i++ {
		if c.find(i, clsSuperlative) != nil {
			return true
		}
		if c.toks[i].kind != wordToken || c.tense(i) != 0 || c.taken[i] {
			return false
		}
	}
	return false
}

// comparesFigure reports that the word at i compares what stands behind it with
// a percentage that went up or down right in front of it: "fell 3.1 percent in
// March from February".
func (c *chart) comparesFigure(i int32) bool {
	const near = 5
	if len(c.sumEdges) == 0 || !c.has(i, clsCompare) {
		return false
	}
	e := &c.edges[c.sumEdges[len(c.sumEdges)-1]]
	if e.class != clsPercent || c.sums[e.ref].trend == "" || i-e.end > near || c.toks[e.start].sent != c.toks[i].sent {
		return false
	}
	for k := e.end; k < i; k++ {
		if c.toks[k].kind == punctToken {
			return false
		}
	}
	return true
}

// dateByWeek counts from the week that heads a page which nothing else dates: "Week
// of 17–23 November 2025". Its days are those of that week.
func (r *dateReader) dateByWeek(to *resolution) {
	const head, shortest, longest = 3, 4, 7 // paragraphs, days
	if r.ctx.refFrom != "" || r.block >= head || to.single {
		return
	}
	first, last, ok, okLast := to.days()
	if !ok || !okLast || to.grain() > weekGrain || last-first < shortest-1 || last-first >= longest {
		return
	}
	r.ctx.ref, r.ctx.refText, r.ctx.refFrom, r.ctx.week = first, first.String(), "text", true
	r.d.ctx = r.ctx.dateContextOfPage()
}

// dateByTitle counts from the day, told with its weekday, in the headline of a page
// that nothing else dates: "News of Tuesday, 18 March 2025".
func (r *dateReader) dateByTitle(n *dateReading, to *resolution) {
	if r.ctx.refFrom != "" || r.c.roles[r.block] != roleTitle || !to.usedYear || !to.single || to.grain() != dayGrain || r.c.dates[n.ref].weekday == 0 {
		return
	}
	first, _, _, _ := to.days()
	r.ctx.ref, r.ctx.refText, r.ctx.refFrom = first, first.String(), "text"
	r.d.ctx = r.ctx.dateContextOfPage()
}

// cameBefore reports a month or quarter behind the figure of which another in the
// sentence is told that it came after: "fell by 0.6 percent in July, after a rise of 1.1
// percent in June".
func (r *dateReader) cameBefore(n *dateReading, to *resolution) bool {
	const near = 3
	c, p := r.c, r.prev
	g := to.grain()
	if g != monthGrain && g != quarterGrain || !to.single || !p.single || p.grain() != g || r.unitSent[g] != n.sent+1 || len(c.sumEdges) == 0 {
		return false
	}
	s := &c.edges[c.sumEdges[len(c.sumEdges)-1]]
	return n.start-s.end <= near && n.start >= s.end && to.begins() < p.begins() && c.commaBetween(c.dateFacts[max(0, len(c.dateFacts)-2)].to, s.start)
}

// dateContextOfPage is what other passages of the page are counted from.
func (ctx *dateContext) dateContextOfPage() dateContext {
	return dateContext{ref: ctx.ref, refText: ctx.refText, refFrom: ctx.refFrom, week: ctx.week}
}

// samePeriodAhead takes the period behind "than in the same quarter of 2024" for
// the one that is meant, where the sentence names it only then: "… output rose to
// 340 tons in the second quarter". dates are the edges from that one on.
func (ctx *dateContext) samePeriodAhead(c *chart, v *dateValue, dates []int32) {
	if ctx.prev != nil && (v.grain == noGrain || ctx.units[v.grain] != nil) {
		return
	}
	sent := c.toks[c.edges[dates[0]].start].sent
	for _, at := range dates[1:] {
		e := &c.edges[at]
		if c.toks[e.start].sent != sent {
			return
		}
		if e.class != clsDate || c.dates[e.ref].op == sameDate {
			continue
		}
		after, why := c.resolve(e.ref, ctx)
		if why != "" || after.openL || after.openR || after.yearless() {
			continue
		}
		if after.single && after.grain() == v.grain || v.grain == noGrain && !after.single && after.grain() > dayGrain {
			ctx.prev = &after.period
			return
		}
	}
}

// perhapsPast reports that the sentence around a token has a word of the past
// or the perfect.
func (c *chart) perhapsPast(i int32) bool {
	s := c.sents[c.toks[i].sent]
	for k := s.start; k < s.end; k++ {
		if e := c.find(k, clsTense); e != nil && (c.value(e) == "past" || c.value(e) == "perfect") || c.tense(k) < 0 {
			return true
		}
	}
	return false
}

// countedBefore reports a number in front of an expression in its clause: "seven
// meetings in eight years" tells how long they took.
func (c *chart) countedBefore(i int32) bool {
	const near = 5
	sent := c.toks[i].sent
	for k := i - 1; k >= max(0, i-near) && c.toks[k].sent == sent && c.toks[k].kind != punctToken; k-- {
		if c.has(k, clsCardinal, clsRank) && !c.taken[k] {
			return true
		}
	}
	return false
}

// comparesSums reports that a figure, whose date follows, is what another is compared
// with: "Inflation is 3 percent, against 2.8 in May".
func (c *chart) comparesSums(sum *edge, date int32) bool {
	const near = 2
	return !c.pack.BodyFirst && date >= sum.end && date-sum.end <= near && c.endingAt(sum.start, clsCompare) != nil
}

// aloneInSentence reports that nothing but marks stands beside an expression.
func (c *chart) aloneInSentence(e *edge) bool {
	s := c.sents[c.toks[e.start].sent]
	for k := s.start; k < s.end; k++ {
		if (k < e.start || k >= e.end) && c.toks[k].kind == wordToken {
			return false
		}
	}
	return true
}

// dayAhead returns the day behind ref that the fact in front of an edge is, where
// a conjunction in one sentence joins the two; 0 if there is none.
func (c *chart) dayAhead(e *edge, ref dayNumber) dayNumber {
	const near = 6 // tokens
	n := len(c.dateFacts)
	if n == 0 {
		return 0
	}
	f := c.dateFacts[n-1]
	first, _, ok, _ := f.dates.days()
	if !ok || !f.dates.single || f.dates.grain() != dayGrain || first <= ref || first > ref+7 ||
		c.toks[f.from].sent != c.toks[e.start].sent || e.start-f.to > near {
		return 0
	}
	for k := f.to; k < e.start; k++ {
		if c.conjunction(k) {
			return first
		}
	}
	return 0
}
