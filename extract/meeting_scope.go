package extract

import "extract/model"

// What a meeting takes from sentences and paragraphs that do not name it.

// dateOfOne returns the date of a sitting in its scope. Of several sittings
// under one noun with as many dates each has its own, in order: "the 25th and
// 26th meetings on 2 December 2020 and 30 November 2021".
func (d *document) dateOfOne(sc scope, s *sitting) *fact {
	c := s.chart
	if at, size := d.placeInList(s); size > 1 {
		var dates []*fact
		for _, f := range c.datesIn(sc.from, sc.to) {
			if f.to <= sc.to && !f.dates.openL && !f.dates.openR && !f.same && !c.comparedWith(f) {
				dates = append(dates, f)
			}
		}
		if len(dates) == size {
			return dates[at]
		}
	}
	f := c.dateOf(sc, s)
	if f != nil && f.dates.anchorFrom == "text" && f.from >= s.to && c.grewFrom(s) {
		return c.dateCalled(f.dates.anchor, s)
	}
	return f
}

// grewFrom reports that a word such as "from" stands in front of a sitting: what is
// dated behind it came of that one. "Aus dem ersten Gipfel der Sechs wurde ein Jahr
// später die G7."
func (c *chart) grewFrom(s *sitting) bool {
	const near = 3
	return c.behindWord(s, clsOrigin, near)
}

// behindWord reports that a word of a class stands in front of a sitting in its
// sentence, no more than so many tokens away, with articles and small words between.
func (c *chart) behindWord(s *sitting, cls class, far int32) bool {
	for k := s.from - 1; k >= max(0, s.from-far) && c.toks[k].sent == c.toks[s.from].sent; k-- {
		if c.has(k, cls) {
			return true
		}
		if !c.has(k, clsArticle, clsStopword) {
			return false
		}
	}
	return false
}

// dateCalled returns the last date in front of a sitting in its paragraph that has
// a value.
func (c *chart) dateCalled(value string, s *sitting) (last *fact) {
	for _, f := range c.datesIn(c.sents[c.firstSentence(s.from)].start, s.from) {
		if text, _, _ := f.dates.texts(); text == value {
			last = f
		}
	}
	return last
}

// placeInList returns which of the sittings under one noun one is, and how many
// they are.
func (d *document) placeInList(s *sitting) (at, size int) {
	for _, o := range d.sittingsOf(s) {
		if o.elliptic > 0 || o.to != s.to && !(o.row && s.row && o.nounFrom == s.nounFrom) {
			continue
		}
		if o.from < s.from {
			at++
		}
		size++
	}
	return at, size
}

// dateBefore returns the last day in front of a sitting in its sentence: two
// sittings share it, "… on Monday; on the same day the 20th …".
func (c *chart) dateBefore(s *sitting) *resolution {
	sent := c.sents[c.toks[s.from].sent]
	var last *resolution
	for _, f := range c.datesIn(sent.start, s.from) {
		if f.to <= s.from && f.dates.grain() <= weekGrain && !f.dates.openL && !f.dates.openR && !c.ofOtherNoun(f, s) {
			last = f.dates
		}
	}
	return last
}

// ahead reports that a meeting is yet to come: nobody has chaired it.
func (d *document) ahead(when *resolution) bool {
	if when == nil || d.ctx.refFrom == "" {
		return false
	}
	first, _, ok, _ := when.days()
	return ok && first > d.ctx.ref
}

// fromAnaphora fills what is missing of the meeting that the article is about
// from the sentences behind its first mention that speak of it as "the
// summit", or of those who gathered. A stretch of days there is the meeting's
// also where the first sentence has a day, that of an arrival.
func (d *document) fromAnaphora(r *model.Meeting, s *sitting, when **resolution) {
	c := s.chart
	first := int(c.toks[s.from].sent)
	if first > 0 && c.toks[c.sents[first-1].start].block == c.toks[s.from].block && !d.sittingIn(c, c.sents[first-1]) {
		// "They met in Hangzhou on Monday. It was the 30th regular meeting."
		sent := c.sents[first-1]
		sc, at := scope{sent.start, sent.end}, &sitting{chart: c, from: sent.end, to: sent.end}
		f := c.dateOf(sc, at)
		if *when == nil && f != nil && f.dates.grain() <= weekGrain {
			*when = f.dates
		}
		switch {
		case r.City != "" || *when != nil && f != nil && apartInTime(*when, f.dates, 0):
		case r.Country == "":
			d.placeOf(r, sc, at)
		default:
			d.placeIn(r, sc, at)
		}
	}
	other := false // a further sitting was named in between
	for n := first + 1; n < len(c.sents) && n <= first+8; n++ {
		sent := c.sents[n]
		if d.sittingIn(c, sent) {
			other = c.pack.BodyFirst
			continue
		}
		if !c.speaksOf(sent, s.kind) {
			if len(r.Chairs) == 0 && n <= first+6 && !other && !c.namesSitting(sent) && !d.ahead(*when) {
				r.Chairs = d.chairsIn(c, scope{sent.start, sent.end})
			}
			continue
		}
		sc := c.firstClause(scope{sent.start, sent.end}, s.kind)
		at := &sitting{chart: c, from: sent.start, to: sent.start}
		if len(r.Chairs) == 0 {
			r.Chairs = d.chairsIn(c, sc)
		}
		if f := c.dateOf(sc, at); f != nil && f.dates.grain() <= weekGrain && n <= first+4 {
			if *when == nil || !f.dates.single && f.dates.grain() == dayGrain && (*when).single && f.from-sent.start <= 4 && !apartInTime(*when, f.dates, fortnight) {
				*when = f.dates
				if days := c.closesOn(sc, f); days != nil {
					*when = days // "dün başlayan zirve bugün tamamlandı"
				}
			}
		}
		if *when == nil && n+1 < len(c.sents) && c.answers(c.sents[n+1].start) && c.dateAt(c.sents[n+1].start) {
			// "When does the conference take place? From 14 to 16 February."
			if f := c.dayIn(scope{c.sents[n+1].start, c.sents[n+1].end}); f != nil {
				*when = f.dates
			}
		}
	}
}

// apartInTime reports two dates that have no day in common and more than so many days
// between them.
func apartInTime(a, b *resolution, days dayNumber) bool {
	from, to, okFrom, okTo := a.days()
	x, y, okX, okY := b.days()
	return okFrom && okTo && okX && okY && (y < from-days || x > to+days)
}

// withDate returns where a sitting begins with the date right in front of it.
func (c *chart) withDate(s *sitting) int32 {
	for _, f := range c.datesIn(s.from-maxElements, s.from) {
		if f.to == s.from && c.pack.BodyFirst {
			return f.from
		}
	}
	return s.from
}

// sittingIn reports that a sentence names a numbered sitting.
func (d *document) sittingIn(c *chart, sent sentence) bool {
	return len(d.sittingsIn(c, sent.start, sent.end)) > 0
}

var ofSitting = classesOf(clsGather, clsSessionNoun)

// speaksOf reports that a sentence speaks of a sitting without its number: it
// has a noun of the same kind, or one that any sitting is called by, or tells
// that people gathered.
func (c *chart) speaksOf(sent sentence, kind string) bool {
	for k := c.nextOf(&ofSitting, sent.start, sent.end); k < sent.end; k = c.nextOf(&ofSitting, k+1, sent.end) {
		if c.has(k, clsGather) {
			return true
		}
		if e := c.startingAt(k, clsSessionNoun); e != nil {
			v := c.value(e)
			if v != kind && e.end > k+1 {
				k = e.end - 1 // "leaders' meeting" is another one
				continue
			}
			if (v == kind || generalNoun(v, kind)) && !c.has(k, clsAnniversary, clsNotSession) && c.endingAt(k, clsOtherSitting) == nil {
				return true
			}
		}
	}
	return false
}

// delegation reports a scope that tells who led the delegations: they do not
// chair the sitting.
func (c *chart) delegation(sc scope) bool {
	return c.next(clsDelegation, sc.from, sc.to) < sc.to
}

// verbBetween reports a verb that tells its tense between two tokens.
func (c *chart) verbBetween(from, to int32) bool {
	for k := from; k < to; k++ {
		if c.tense(k) != 0 {
			return true
		}
	}
	return false
}

// ofAnother reports that a sentence speaks of a sitting of another kind by a
// name of several words: "the leaders' meeting" beside a conference.
func (c *chart) ofAnother(sent sentence, kind string) bool {
	for k := c.next(clsSessionNoun, sent.start, sent.end); k < sent.end; {
		e := c.startingAt(k, clsSessionNoun)
		if e.end > k+1 && c.value(e) != kind {
			return true
		}
		k = c.next(clsSessionNoun, e.end, sent.end)
	}
	return false
}

// namesSitting reports that a sentence has a noun for a sitting: then what it
// tells is of that one.
func (c *chart) namesSitting(sent sentence) bool {
	return c.next(clsSessionNoun, sent.start, sent.end) < sent.end
}

// firstClause cuts a scope at the semicolon behind which another thing is told.
func (c *chart) firstClause(sc scope, kind string) scope {
	const opening = 4 // "; den Vorsitz führte …" is about it
	for k := sc.from; k < sc.to; k++ {
		if c.toks[k].char == ';' && !c.speaksOf(sentence{k, sc.to}, kind) && c.next(clsChair, k, min(k+opening, sc.to)) == min(k+opening, sc.to) {
			sc.to = k
		}
	}
	return sc
}
