package extract

import "extract/model"

// findDates counts the dates of a chart in the order of the text.
func (d *document) findDates(c *chart) {
	c.taken = cleared(c.taken, len(c.toks))
	d.orderDates(c)
	kept := d.choose(c, c.facts, c.taken)
	c.sumEdges, c.dateFacts = c.sumEdges[:0], c.dateFacts[:0]
	// Periods are those of the resolutions, which keep their place.
	var prev, prevDay, compared *period
	besideSent := int32(-1)
	comparedSent := int32(-1) // the sentence in which a period is compared with another
	var ofHeading *period     // the year of the heading above
	ctx := d.ctx
	ctx.column = 0
	block := int32(-1)
	frameSent := int32(-1) // the sentence that opens with a day of the past, of which the next ones tell
	for k, at := range kept {
		e := c.edges[at]
		if e.class != clsDate {
			c.sumEdges = append(c.sumEdges, at)
			continue
		}
		if b := c.toks[e.start].block; b != block {
			// A year named in one paragraph is not that of the next, but that
			// of a heading ("2019: St. Petersburg") is that of all below it.
			for ; block < b; block++ {
				if c.roles[block+1] == roleHeading {
					ofHeading = nil
				}
			}
			ctx.base, ctx.prevDay, ctx.pastDay, ctx.frame = ofHeading, nil, nil, 0
			if c.toks[e.start].is(sentenceStart) && prevDay != nil && near(prevDay, &ctx) {
				ctx.prevDay = prevDay // "The day before …"
			}
		}
		if c.givenMonth(&e) {
			d.drop(c, &e, "it is a person's given name")
			continue
		}
		if c.closesTitle(&e) {
			d.drop(c, &e, "the year is part of a title in quotation marks")
			continue
		}
		c.yearAhead(&ctx, &e)
		ctx.tense, ctx.present = c.tenseAt(e.start, e.end), false
		if ctx.tense == 2 {
			// Headlines tell in the present what has happened, in most languages.
			ctx.tense, ctx.present = 0, c.pack.HeadsAhead || c.roles[c.toks[e.start].block] >= roleLead
		}
		if ctx.alone = ctx.tense == 0 && !ctx.present && c.aloneInSentence(&e); ctx.alone {
			ctx.below = c.tenseOf(c.toks[e.start].sent + 1)
		}
		ctx.entry = ctx.alone || c.headsEntry(&e)
		if ctx.follows = 0; c.dates[e.ref].op == weekdayDate {
			ctx.follows = c.dayAhead(&e, ctx.ref)
		}
		if c.toks[e.start].sent != besideSent {
			ctx.beside = nil
		}
		ref, lookback := e.ref, false
		if t := c.dates[ref].tense; t != 0 {
			ctx.tense, ctx.present = t, false
		}
		figure := false
		if v := &c.dates[ref]; v.op == openDate && v.open > 0 && !v.onward {
			figure = ctx.tense <= 0 && c.comparesFigure(e.start)
			if figure || c.superlativeBeside(v, &e) {
				ref, lookback = v.a, !figure // "the first visit since 2007" tells when the one before was
				ctx.tense, ctx.present = -1, false
			}
		}
		if a := c.dates[ref].ahead; a == notPast && ctx.tense <= 0 && (c.perhapsPast(e.start) || c.countedBefore(e.start)) || a == toldAhead && ctx.tense != 1 && !ctx.present && !(c.dates[ref].fromText && ctx.prev != nil) && !c.aloneInSentence(&e) {
			if v := &c.dates[ref]; v.op != openDate {
				d.drop(c, &e, "it may be a duration: its clause tells of nothing to come")
				continue
			}
			ref = c.dates[ref].a // "at the latest" of what is past is the last time
		}
		if v := &c.dates[ref]; v.op == pointDate && v.grain == weekGrain && v.year == 0 && c.speaksOfIndex(c.toks[e.start].sent) {
			d.drop(c, &e, "it is a round of a league")
			continue
		}
		sent := c.toks[e.start].sent
		comparing := c.dates[ref].comparing()
		if comparing && sent == comparedSent {
			// "In June by 2% from the month before, and by 70% from the same
			// month of last year": both are counted from June.
			ctx.prev = compared
		}
		if v := &c.dates[ref]; v.op == sameDate && v.a >= 0 {
			ctx.samePeriodAhead(c, v, kept[k:])
		}
		frame := ctx.frame
		if sent == frameSent {
			ctx.frame = 0
		}
		resolved, why := c.resolve(ref, &ctx)
		ctx.frame = frame
		if why != "" {
			ctx.prev = prev
			d.drop(c, &e, why)
			continue
		}
		r := d.resolutions.next()
		*r = resolved
		rec := dateRecord(r)
		from := e.from
		if coarse := c.toldCoarsely(e.start, r, ctx.ref); coarse != nil && d.facts[len(d.facts)-1] == coarse {
			from = coarse.from
			d.facts, c.dateFacts = d.facts[:len(d.facts)-1], c.dateFacts[:len(c.dateFacts)-1]
		}
		rec.Common = d.base(c, from, e.to, c.ruleName(&e))
		f := d.keep(c, rec, from, e.to)
		f.dates, f.same, f.lookback = r, c.dates[e.ref].op == sameDate, lookback
		c.dateFacts = append(c.dateFacts, f)
		switch {
		case figure && sent != comparedSent && ctx.prev != nil:
			compared, comparedSent = prev, sent
		case !comparing || r.anchorFrom != "text":
			comparedSent = -1
		case sent != comparedSent && ctx.prev != nil:
			compared, comparedSent = prev, sent
		}
		if prev == nil || r.grain() < yearGrain || c.endingAt(e.start, clsCompare) == nil || c.toks[e.start].sent == comparedSent {
			prev = &r.period // but behind "a third more than in 2019" the year before is not 2018
		}
		ctx.prev = prev
		if !comparing && !r.openL && !r.openR {
			if r.single {
				ctx.units[r.grain()] = &r.period
			}
			if !r.single || r.grain() > dayGrain {
				ctx.stretch = &r.period
			}
		}
		if r.usedYear && r.basis == "absolute" && r.grain() <= monthGrain {
			first, _, ok, _ := r.days()
			if ok && r.single && first > ctx.ref {
				ctx.beside, besideSent = &r.period, c.toks[e.start].sent
			}
			if ok && ctx.full == 0 && r.grain() <= dayGrain {
				ctx.full = first
			}
		}
		if first, _, ok, _ := r.days(); ok && ctx.entry && r.single && r.grain() == dayGrain {
			ctx.column = first
		}
		if r.grain() <= dayGrain && !r.openL && !r.openR && !r.yearless() {
			prevDay = &r.period
			ctx.prevDay = prevDay
			if first, _, _, _ := r.days(); first <= ctx.ref {
				ctx.pastDay = prevDay
			}
		}
		if r.basis == "absolute" && r.single && r.from.grain == yearGrain && c.roles[block] == roleHeading {
			ofHeading = &r.period
			ctx.base = ofHeading
		}
		if !lookback && r.usedYear && r.single && r.from.grain >= monthGrain && r.from.grain < decadeGrain && r.from.grain != yearGrain && r.from.grain != splitYearGrain {
			ctx.base = &r.period
		}
		ctx.goOn(r)
		if year := c.yearOfFrame(&ctx, &e, r); year != 0 {
			ctx.frame, frameSent = year, sent
		} else if r.basis == "relative" && r.anchorFrom != "text" {
			ctx.frame = 0 // it tells of now
		}
		c.yearOfEntry(&ctx, &e, f)
	}
}

func dateRecord(r *resolution) *model.Date {
	rec := &model.Date{Grain: grainNames[r.grain()], Part: r.part, Basis: r.basis, Anchor: r.anchor, AnchorFrom: r.anchorFrom}
	if r.basis == "absolute" {
		rec.Anchor, rec.AnchorFrom = "", ""
	}
	rec.Value, rec.FirstDay, rec.LastDay = r.texts()
	return rec
}

// tenseAt tells the tense of the clause around tokens from to to: that of the
// nearest word of tense in the sentence, one in front of it before one behind;
// what stands beyond a comma or in another clause is further away.
func (c *chart) tenseAt(from, to int32) int {
	const comma, clause, behind = 3, 8, 3
	if !c.markTenses(c.toks[from].sent) {
		return 0
	}
	s := c.sents[c.toks[from].sent]
	left, right := from-1, to
	costLeft, costRight := int32(0), int32(behind)
	if c.pack.BodyFirst {
		costLeft, costRight = behind, 0 // the verb stands behind what it tells of
	}
	parted := false // by a comma, from what stands behind
	for left >= s.start || right < s.end {
		at := &left
		if left < s.start || right < s.end && costRight < costLeft {
			at = &right
		}
		i, cost, step := *at, &costLeft, int32(-1)
		if at == &right {
			cost, step = &costRight, 1
		}
		if t := c.tense(i); t != 0 && !(c.taken[i] && c.has(i, clsCurrency)) { // the won of Korea
			if t < 0 && step > 0 && parted && c.tenseBefore(left, s.start) == 1 {
				return 1 // "They will go in August, the council decided on Monday"
			}
			return int(t)
		} else if step > 0 && c.ofMainVerb(i) {
			return c.mainTense(s)
		}
		*at += step
		if !c.taken[i] {
			*cost++ // other figures lengthen a clause, but part nothing
		}
		switch t := &c.toks[i]; t.char {
		case '"':
			// What somebody says on a day has a tense of its own.
			if step > 0 {
				right = max(right, c.closingQuote(i, s.end)+1)
			}
			*cost += comma
		case ',', ';', ':', '(', ')', '-':
			// Not the comma of a number or the hyphen of a compound.
			if t.is(spaceBefore) || i+1 < s.end && c.toks[i+1].is(spaceBefore) {
				*cost += comma
				parted = parted || step > 0 && t.char == ','
			}
		case 0:
			if c.find(i, clsClause) != nil || step > 0 && c.conjunction(i) && i+1 < s.end && c.tense(i+1) != 0 {
				*cost += clause // "… in February and should return": another predicate
			}
		}
	}
	return 0
}

// tenseBefore is the tense of the nearest word of one between tokens start and i.
func (c *chart) tenseBefore(i, start int32) int8 {
	for ; i >= start; i-- {
		if c.tense(i) != 0 {
			return c.tense(i)
		}
	}
	return 0
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

// tenseOf returns the tense of the first word of one in sentence n: 1 of what is
// to come, the present among it.
func (c *chart) tenseOf(n int32) int {
	if int(n) >= len(c.sents) || !c.markTenses(n) {
		return 0
	}
	for i := c.sents[n].start; i < c.sents[n].end; i++ {
		switch t := c.tense(i); {
		case t > 0:
			return 1
		case t < 0:
			return -1
		}
	}
	return 0
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
