package extract

import "extract/model"

// A sitting that was put off or called off, and what came of it.

// heldAfterAll returns the clause that says of a sitting which was off that it took
// place after all, with a date or place: "was postponed in April and finally took
// place in Kuala Lumpur", "… was cancelled. It was finally held in Oslo". off says
// that the word at token k tells that it was; else only words count that say so by
// themselves: "Nachgeholt wurde er am 20. Mai in Prag."
func (d *document) heldAfterAll(s *sitting, k int32, off bool) (scope, bool) {
	const further = 2 // sentences
	c := s.chart
	first := c.toks[k].sent
	for n := first; int(n) < len(c.sents) && n <= first+further; n++ {
		sent := c.sents[n]
		if c.toks[sent.start].block != c.toks[k].block {
			break
		}
		from := sent.start
		if n == first {
			from = k + 1
		}
		for _, o := range d.sittingsIn(c, from, sent.end) {
			if o.number != s.number || o.series != s.series {
				return scope{}, false
			}
		}
		w := c.next(clsAfterAll, from, sent.end)
		for w < sent.end && !off && c.value(c.startingAt(w, clsAfterAll)) != "moved" {
			w = c.next(clsAfterAll, w+1, sent.end)
		}
		if w >= sent.end || n > first && !c.verbBetween(from, sent.end) {
			continue
		}
		if n == first {
			from = c.clauseStart(w, from)
		}
		if c.datedOrPlaced(w+1) || c.datedOrPlaced(from+1) {
			return scope{from, sent.end}, true
		}
	}
	return scope{}, false
}

// laterIn reports a day in a scope behind the one known so far.
func (c *chart) laterIn(sc scope, when *resolution) bool {
	f := c.dayIn(sc)
	if f == nil || when == nil {
		return f != nil
	}
	before, _, ok, _ := when.days()
	first, _, okFirst, _ := f.dates.days()
	return ok && okFirst && first > before
}

// fromHeld takes date and place from the clause that tells that a sitting took
// place after all: where it was to be before no longer counts.
func (d *document) fromHeld(r *model.Meeting, c *chart, sc scope, when **resolution) {
	at := &sitting{chart: c, from: sc.from, to: sc.from}
	if f := c.dateOf(sc, at); f != nil {
		*when = f.dates
	}
	var found model.Meeting
	if d.placeOf(&found, sc, at); found.City != "" || found.Country != "" {
		r.City, r.Country, r.Venue = found.City, found.Country, ""
	}
}

// whenPutOff reports that a date tells when a sitting was put off, and not when it
// is: right beside the word for that, in front of the sitting ("geçen ay ertelenen
// kongre") or no later than today ("was cancelled on Monday").
func (c *chart) whenPutOff(f *fact, s *sitting) bool {
	off := func(e *edge) bool {
		return e != nil && (c.value(e) == "cancelled" || c.value(e) == "postponed")
	}
	if e := c.startingAt(f.to, clsStatus); off(e) {
		if c.pack.BodyFirst && e.end <= s.from {
			return true
		}
		return f.from >= s.to && c.passed(f)
	}
	at := f.from
	if c.has(at-1, clsLocative, clsStopword) && !c.leadsTo(at) {
		at--
	}
	return f.from >= s.to && off(c.endingAt(at, clsStatus)) && c.passed(f)
}

// passed reports a date that is not later than the day it is counted from. One
// that says everything itself is counted from none.
func (c *chart) passed(f *fact) bool {
	_, last, _, ok := f.dates.days()
	return ok && (f.dates.anchor == "" || last.String() <= f.dates.anchor)
}

// dayBehind reports a day behind the word at token k that a sitting was put off,
// which does not tell when it was.
func (c *chart) dayBehind(k int32, sc scope, s *sitting) bool {
	for _, f := range c.datesIn(k, sc.to) {
		if f.dates.grain() <= weekGrain && !f.dates.openL && !f.dates.openR && !c.whenPutOff(f, s) {
			return true
		}
	}
	return false
}

// putOffTo reports that the sentence of the word at token k, which tells that a
// sitting was put off, says until when: a date that lies ahead.
func (d *document) putOffTo(c *chart, k int32) bool {
	sent := c.sents[c.toks[k].sent]
	for _, f := range c.datesIn(sent.start, sent.end) {
		first, last, okFirst, okLast := f.dates.days()
		switch {
		case d.ctx.refFrom == "":
			if c.leadsTo(f.from) || f.dates.openL {
				return true
			}
		case okFirst && first > d.ctx.ref, !okFirst && okLast && last > d.ctx.ref:
			return true
		}
	}
	return false
}

// calledOff reports a scope that says that a sitting is off.
func (c *chart) calledOff(sc scope) bool {
	for k := c.next(clsStatus, sc.from, sc.to); k < sc.to; k = c.next(clsStatus, k+1, sc.to) {
		if c.value(c.startingAt(k, clsStatus)) == "cancelled" {
			return true
		}
	}
	return false
}
