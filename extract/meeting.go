package extract

import (
	"slices"

	"extract/model"
)

// gathering is a meeting with all its mentions.
type gathering struct {
	sittings []*sitting
	scopes   []scope // of the sittings
	rec      model.Meeting
	kept     []*model.Meeting // its record for each mention
}

// findMeetings joins the sittings of the document to meetings.
func (d *document) findMeetings() {
	if len(d.sittings) == 0 {
		d.unnumbered()
		return
	}
	byValue := map[string]*gathering{}
	var all []*gathering
	for i := range d.sittings {
		s := &d.sittings[i]
		g := byValue[s.value]
		if g == nil {
			g = &gathering{}
			byValue[s.value] = g
			all = append(all, g)
		}
		g.sittings = append(g.sittings, s)
	}
	for _, g := range all {
		// Those that one noun counts with the first one are what the article
		// is about as well: "the 44th and 45th summits".
		main := slices.ContainsFunc(g.sittings, func(s *sitting) bool {
			beside := d.sittingsOf(s)
			for i := range beside {
				if o := &beside[i]; o.value == d.sittings[0].value && (s.to == o.to || s.from > o.to && s.chart.sharesClause(o, s)) {
					return true
				}
			}
			return false
		})
		d.joinMeeting(g, main)
	}
	heldBefore(all)
}

// heldBefore takes the sittings of a series for held of which nothing is told but that
// a later one was: "COP29 overran by 35 hours, COP28 in Dubai by 22".
func heldBefore(all []*gathering) {
	for _, g := range all {
		if g.rec.Status != "mentioned" {
			continue
		}
		later := slices.ContainsFunc(all, func(o *gathering) bool {
			return o.rec.Series == g.rec.Series && o.sittings[0].number > g.sittings[0].number && (o.rec.Status == "held" || o.rec.Status == "ongoing")
		})
		if !later {
			continue
		}
		for _, r := range g.kept {
			r.Status = "held"
		}
	}
}

// scope is a stretch of tokens that tells of a sitting.
type scope struct{ from, to int32 }

// scopeOf is the part of the sentence that belongs to a sitting: up to the
// next sitting of another number, and from the one before.
func (d *document) scopeOf(s *sitting) scope {
	c := s.chart
	sent := c.sents[c.toks[s.from].sent]
	sc := scope{sent.start, sent.end}
	if s.row && s.nounFrom < sent.start { // "It is the 33rd of its kind": the sentence before tells of it
		sent = c.sents[c.toks[s.nounFrom].sent]
		return scope{sent.start, sent.end}
	}
	if s.elliptic > 0 && !c.pack.BodyFirst && c.nextInFront(s.from) {
		sc.from = c.clauseStart(max(sent.start, s.from-3), sent.start) // "…, and the next one, the ninth, is to be in Bergen"
	}
	if (s.elliptic > 0 || s.to == s.numberTo && c.dateBehind(s)) && c.pack.BodyFirst && !(s.from > sent.start && c.taken[s.from-1]) {
		sc.from = s.from // "ikincisi 9 Mayıs'ta": what tells of it stands behind
	}
	beside := d.sittingsOf(s)
	if from, ok := c.closesItem(s, beside); ok {
		return scope{from, s.to}
	}
	for i := range beside {
		o := &beside[i]
		if o.number == s.number && o.series == s.series {
			continue
		}
		if o.to == s.to || s.from >= o.from && s.from < o.to || o.from >= s.from && o.from < s.to {
			continue // one phrase for several
		}
		if c.sharesClause(o, s) || c.sharesClause(s, o) {
			continue
		}
		switch {
		case o.from > s.from:
			sc.to = min(sc.to, c.withDate(o))
		case c.pack.BodyFirst:
			sc.from = max(sc.from, c.behindVerb(o.to, s.from))
		default:
			// What stands between two sittings is told of the first, up to
			// where the clause of the second begins.
			sc.from = max(sc.from, c.clauseStart(s.from, o.to))
		}
	}
	sc.to = c.firstClause(scope{s.to, sc.to}, s.kind).to
	return sc
}

// sharesClause reports that nothing but a conjunction parts two sittings: "the
// 16th meeting of the commission (JCM) and the 5th dialogue" are told of at once.
func (c *chart) sharesClause(a, b *sitting) bool {
	and := false
	k := max(a.to, min(a.phraseTo, b.from))
	for ; k < b.from; k++ {
		switch t := &c.toks[k]; {
		case c.conjunction(k):
			and = true
		case t.char == '(' && k+2 < b.from && c.toks[k+2].char == ')':
			k += 2
		case t.kind != wordToken || t.is(capital) || !c.has(k, clsStopword, clsArticle):
			return false
		}
	}
	return and && a.from < b.from && !c.pack.BodyFirst
}

// behindVerb returns where the clause that holds token "to" begins, at from at
// the earliest: behind a comma that a verb stands in front of.
func (c *chart) behindVerb(from, to int32) int32 {
	for k := to - 1; k > from; k-- {
		if c.comma(k) && c.tenseWord(k-1) != "" {
			return k + 1
		}
	}
	return from
}

// joinMeeting fills the slots of a meeting from what stands around its
// mentions. main says that it is the one the article is about.
func (d *document) joinMeeting(g *gathering, main bool) {
	first := g.sittings[0]
	r := &g.rec
	number := first.number
	r.Value, r.Number, r.Series, r.Kind = first.value, &number, first.series, first.kind
	tense, told, cancelled, past := 0, false, false, false
	var when *resolution
	var held scope
	var heldIn *chart
	for _, s := range g.sittings {
		c := s.chart
		sc := d.scopeOf(s)
		g.scopes = append(g.scopes, sc)
		own, before := c.besideEvent(sc, s)
		tells := sc // of when it was or will be
		if before {
			tells = own
		}
		body := c.roles[c.toks[s.from].block] == roleBody
		if t := c.tenseIn(tells, s); tense == 0 || t == 2 && tense == 1 && body && !told {
			tense, told = t, t != 0 && body // a lead tells what is to come of it, the text that it has begun
		}
		past = past || body && c.tenseIn(sc, s) == -1
		for k := c.next(clsStatus, sc.from, sc.to); k < sc.to; k = c.next(clsStatus, k+1, sc.to) {
			e := c.startingAt(k, clsStatus)
			if off := c.value(e); off != "cancelled" && off != "postponed" {
				continue
			}
			if clause, ok := d.heldAfterAll(s, k, true); ok {
				held, heldIn = clause, c
			}
			if c.value(e) == "postponed" && d.putOffTo(c, k) {
				tense = 1
			} else if c.value(e) == "postponed" && c.dayBehind(k, sc, s) {
				continue // "war zweimal verschoben und am 9. Juni abgehalten worden"
			} else if !(c.pack.BodyFirst && (k > s.to && c.verbBetween(s.to, k) || k < s.from && c.verbBetween(s.to, sc.to))) && !c.furtherClause(s.to, k) {
				cancelled = true
			}
		}
		ofHead := c.pack.BodyFirst && int(s.to) < len(c.toks) && c.has(s.to, clsOffice) // "COP31 Başkanı 26 Aralık'ta …"
		if f := d.dateOfOne(own, s); f != nil && !ofHead && (when == nil || finer(f.dates, when)) {
			when = f.dates
			if days := c.closesOn(own, f); days != nil {
				when = days
			} else if days := c.daysLong(sc, f); days != nil {
				when = days
			}
		}
		d.placeOf(r, own, s)
		if r.Venue == "" {
			r.Venue = c.venueIn(own)
		}
		if chairs := d.chairsIn(c, sc); len(chairs) > len(r.Chairs) && within(r.Chairs, chairs) {
			r.Chairs = chairs // the headline may name one of two
		} else if len(r.Chairs) == 0 {
			r.Chairs = d.headsOfBoth(c, sc, s)
		}
		d.fromItem(r, s, &when)
	}
	// What stands behind the first mentions up to another sitting stands behind
	// the others too.
	const mentions = 16
	for i, s := range g.sittings {
		d.fromFollowing(r, s, &when, main && i < mentions)
	}
	if main {
		d.fromAnaphora(r, first, &when)
		if body := g.bodyMention(); body != nil && body != first && d.firstOfBody(body) {
			d.fromAnaphora(r, body, &when)
		}
		d.fromPage(r, &when)
	}
	for _, s := range g.sittings {
		if clause, ok := d.heldAfterAll(s, s.to-1, false); heldIn == nil && ok && s.chart.laterIn(clause, when) {
			held, heldIn = clause, s.chart
		}
	}
	if heldIn != nil {
		cancelled = false
		d.fromHeld(r, heldIn, held, &when)
	}
	if when == nil {
		when = first.chart.dateBefore(first)
	}
	if days := first.chart.daysBelow(first); days != nil && (when == nil || holds(days, when)) {
		when = days
	}
	if past && tense == 1 && when != nil && d.ctx.refFrom != "" {
		if first, _, ok, _ := when.days(); ok && first <= d.ctx.ref {
			tense = -1 // "concluded a visit to chair the 42nd meeting … They chaired it"
		}
	}
	if when != nil {
		r.Date, r.FirstDay, r.LastDay = when.texts()
	}
	r.Status = d.status(when, tense, cancelled)
	r.Attendees = d.attendeesOf(g, r.Chairs)
	r.Outcomes = d.outcomesOf(g, r, main)
	if !main && r.Series != d.sittings[0].series && r.City == "" && r.Country == "" && r.Venue == "" && len(r.Chairs) == 0 && (when == nil || when.grain() > weekGrain && (when.grain() > quarterGrain || r.Status != "planned")) {
		return // named in passing: the session record says all
	}
	for _, s := range g.sittings {
		rec := *r
		rec.Common = d.base(s.chart, s.from, s.to, d.ruleNamed(s.chart, s.rule))
		d.keep(s.chart, &rec, s.from, s.to)
		g.kept = append(g.kept, &rec)
	}
}

// bodyMention returns the first mention of a meeting in the text itself, nil
// where only title and captions have it.
func (g *gathering) bodyMention() *sitting {
	for _, s := range g.sittings {
		if s.chart.roles[s.chart.toks[s.from].block] >= roleLead {
			return s
		}
	}
	return nil
}

// firstOfBody reports that no other sitting is named in the text before one.
func (d *document) firstOfBody(s *sitting) bool {
	for i := range d.sittings {
		o := &d.sittings[i]
		if o.chart == s.chart && o.from < s.from && (o.number != s.number || o.series != s.series) && o.chart.roles[o.chart.toks[o.from].block] >= roleLead {
			return false
		}
	}
	return true
}

// furtherClause reports that a conjunction behind a verb stands between two
// tokens: "the ninth took place in 2019, and the one planned for 2022 was put off".
func (c *chart) furtherClause(from, to int32) bool {
	verb := false
	for k := from; k < to; k++ {
		if verb && c.conjunction(k) {
			return true
		}
		verb = verb || c.tense(k) != 0
	}
	return false
}

// acrossQuote reports that one of two tokens is in a quotation and the other
// outside of it: an odd number of quotation marks stands between them.
func (c *chart) acrossQuote(a, b int32) bool {
	return (len(inFrontOf(c.quotes, a))-len(inFrontOf(c.quotes, b)))%2 != 0
}

// dateBehind reports a date behind a sitting in its sentence.
func (c *chart) dateBehind(s *sitting) bool {
	sent := c.sents[c.toks[s.from].sent]
	for _, f := range c.datesIn(s.to, sent.end) {
		if f.from >= s.to && f.dates.grain() <= weekGrain && !f.dates.openL && !f.dates.openR {
			return true
		}
	}
	return false
}

// namedInFront reports two capitalised words in front of a noun in small letters:
// "the Pacifico Yokohama convention center".
func (c *chart) namedInFront(i int32, sc scope) bool {
	for k := i - 1; k >= i-2; k-- {
		if k < sc.from || c.pack.NounCapitals || c.pack.BodyFirst || c.toks[k].kind != wordToken || !c.toks[k].is(capital) || c.has(k, clsStopword, clsLocative) {
			return false
		}
	}
	return true
}

// venueOf returns the token behind the name of a building that its noun opens:
// "Palace of Independence". It is the end of the noun where there is none.
func (c *chart) venueOf(e *edge, sc scope) int32 {
	if !c.pack.NounCapitals && !c.pack.BodyFirst && e.end == e.start+1 && c.toks[e.start].is(capital) && !c.toks[max(0, e.start-1)].is(capital) {
		end := e.end // "Hotel Astoria"
		for end < sc.to && end < e.end+2 && c.unknownName(end) {
			end++
		}
		if end > e.end {
			return end
		}
	}
	link := c.startingAt(e.end, clsOfficeOf)
	if link == nil || c.pack.NounCapitals || c.value(link) != "of" || link.end-link.start != 1 {
		return e.end
	}
	end := link.end
	for end < sc.to && c.toks[end].kind == wordToken && c.toks[end].is(capital) && !c.has(end, clsLocative) {
		end++
	}
	if end == link.end {
		return e.end
	}
	return end
}

// fromFollowing fills what is missing from the sentence behind a mention, as
// long as it is of the same paragraph and names no further sitting.
func (d *document) fromFollowing(r *model.Meeting, s *sitting, when **resolution, main bool) {
	c := s.chart
	for n := int(c.toks[s.from].sent) + 1; n < len(c.sents); n++ {
		sent := c.sents[n]
		retold := c.retells(sent, s) || n == int(c.toks[s.from].sent)+1 && c.tellsClose(sent)
		near := c.toks[sent.start].block == c.toks[s.from].block && n <= int(c.toks[s.from].sent)+2
		if !near && !main {
			return
		}
		for _, o := range d.sittingsIn(c, sent.start, sent.end) {
			if o.number != s.number || o.series != s.series {
				return
			}
			retold = false
		}
		if !near && !retold {
			continue
		}
		sc := c.firstClause(scope{sent.start, sent.end}, s.kind)
		if retold {
			d.fromRetelling(r, sc, s, when)
		}
		if !c.ofAnother(sent, s.kind) {
			if len(r.Chairs) == 0 {
				if r.Chairs = d.chairsIn(c, sc); r.Chairs == nil {
					r.Chairs = d.headsOfBoth(c, sc, s)
				}
			} else if len(r.Chairs) == 1 && c.sharesChair(sc) {
				r.Chairs = unique(append(r.Chairs, d.chairsIn(c, sc)...)) // "Den Ko-Vorsitz hatte X inne"
			}
		}
		if *when == nil && main && !c.ofNext(sent) && c.next(clsStatus, sent.start, sent.end) == sent.end { // "It had been due on 9 December but was put off"
			if f := c.dateOf(sc, &sitting{chart: c, from: sent.start, to: sent.start}); f != nil && f.dates.grain() <= weekGrain {
				*when = f.dates
			}
		}
		if r.Venue == "" && main {
			r.Venue = c.venueIn(sc)
		}
	}
}

// ofNext reports a sentence that begins with another sitting than the one told
// of: "The next decision is due on 30 July".
func (c *chart) ofNext(sent sentence) bool {
	end := min(sent.end, sent.start+3)
	return c.next(clsOtherSitting, sent.start, end) < end
}

// fromRetelling fills place and date from a sentence that goes on about a
// sitting; a stretch of days that holds the day known so far takes its place.
func (d *document) fromRetelling(r *model.Meeting, sc scope, s *sitting, when **resolution) {
	c := s.chart
	if r.City == "" {
		d.placeIn(r, sc, &sitting{chart: c, from: sc.from, to: sc.from})
	}
	days := c.daysIn(sc)
	if days == nil {
		if f := c.dateOf(sc, &sitting{chart: c, from: sc.from, to: sc.from}); f != nil && f.dates.grain() <= weekGrain {
			days = f.dates
		}
	}
	if days == nil {
		if whole := c.runsUntil(sc, *when); whole != nil {
			*when = whole
		}
		return
	}
	if *when == nil {
		*when = days
		return
	}
	if holds(days, *when) || (*when).grain() > dayGrain && holds(*when, days) {
		*when = days
	} else if whole := c.lasted(sc, days, *when); whole != nil {
		*when = whole
	}
}

// fromPage fills what is missing of the meeting that the article is about
// from the lead, a sentence elsewhere that names who chairs it, the headline and the dateline.
func (d *document) fromPage(r *model.Meeting, when **resolution) {
	d.fromLead(r, when)
	if *when == nil || r.City == "" {
		for _, c := range d.charts {
			for _, sent := range c.sents {
				if !d.namesAll(c, sent, r.Chairs) {
					continue
				}
				sc := scope{sent.start, sent.end}
				at := &sitting{chart: c, from: sent.start, to: sent.start}
				if *when == nil {
					if f := c.dateOf(sc, at); f != nil && f.dates.grain() <= weekGrain {
						*when = f.dates
					}
				}
				if r.City == "" {
					d.placeIn(r, sc, at)
				}
			}
		}
	}
	if r.City == "" {
		d.cityOfTitle(r)
	}
	if r.City == "" && (r.Country == "" || r.Country == d.page.seat) && d.page.dateline.City != "" && (r.Venue != "" || d.aroundNow(*when)) {
		r.City, r.Country = d.page.dateline.City, d.page.seat
	}
}

// cityOfTitle takes the one city that the headline says something is in: "Heads
// of state gathered in Astana".
func (d *document) cityOfTitle(r *model.Meeting) {
	var found *place
	for i := range d.cities {
		p := &d.cities[i]
		c := p.chart
		if t := &c.toks[p.from]; c.roles[t.block] != roleTitle || !c.locatedIn(p.from) || !c.speaksOf(c.sents[t.sent], r.Kind) {
			continue
		}
		if found != nil {
			return
		}
		found = p
	}
	if found != nil && (r.Country == "" || r.Country == found.city.Country) {
		r.City, r.Country = found.city.Name, found.city.Country
	}
}

// namesAll reports that a sentence names all the given officials.
func (d *document) namesAll(c *chart, sent sentence, values []string) bool {
	if len(values) == 0 {
		return false
	}
	for _, v := range values {
		found := false
		for _, p := range d.persons {
			found = found || p.value == v && slices.ContainsFunc(p.spans, func(s mentionSpan) bool {
				return s.chart == c && s.from >= sent.start && s.to <= sent.end
			})
		}
		if !found {
			return false
		}
	}
	return true
}
