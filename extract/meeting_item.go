package extract

import "extract/model"

// What a sitting takes from the item of the page that tells of it: the entry of
// a timeline, one of several short reports, each with its heading and its own
// place in front.

// fromItem fills the date and place of a sitting that its own sentence does not
// say: from the sentence in front where it goes on about that ("Det skjedde
// på …"), from the city that opens its paragraph as a dateline does, from the
// heading above.
func (d *document) fromItem(r *model.Meeting, s *sitting, when **resolution) {
	c := s.chart
	n := c.toks[s.from].sent
	block := c.toks[s.from].block
	e := c.startingAt(c.sents[n].start, clsThere)
	if noun := c.startingAt(s.nounFrom, clsSessionNoun); e == nil && noun != nil {
		e = c.startingAt(noun.end, clsThere) // "EU–Japan-toppmøtet der"
	}
	if e != nil && n > 0 && c.toks[c.sents[n-1].start].block == block {
		before := c.sents[n-1]
		if c.value(e) == "day" { // "Samme dag holder komiteen sitt 63. møte"
			d.dateFrom(c, before, when)
		} else if !d.sittingIn(c, before) {
			d.fromSentence(r, c, before, when)
		}
	}
	first := c.firstSentence(s.from)
	if p := d.openingCity(c, c.sents[first]); p != nil && first > 0 && r.City == "" && (r.Country == "" || r.Country == p.city.Country) {
		r.City, r.Country = p.city.Name, p.city.Country
	}
	if first == 0 {
		return
	}
	above := c.sents[first-1]
	entry := c.roles[c.toks[above.start].block] == roleHeading && c.onlyDate(above)
	if *when == nil {
		if entry {
			if day := c.dayAlone(above); day != nil && !(d.ahead(day) && c.tenseIn(d.scopeOf(s), s) < 0) && !d.sittingIn(c, sentence{c.sents[n].start, s.from}) {
				*when = day
			}
		} else {
			*when = c.dayOfEntry(first)
		}
	}
	if !entry && n > first+1 || entry && n > first+3 {
		return
	}
	for k := first; k < n; k++ {
		if d.sittingIn(c, c.sents[k]) {
			return
		}
		if !entry || *when != nil {
			continue
		}
		if f := c.dateOf(scope{c.sents[k].start, c.sents[k].end}, &sitting{chart: c, from: c.sents[k].end, to: c.sents[k].end}); f != nil && f.dates.grain() == dayGrain {
			*when = f.dates
		}
	}
	if c.roles[c.toks[above.start].block] != roleHeading || d.sittingIn(c, above) {
		return
	}
	if c.onlyDate(above) || c.speaksOf(above, s.kind) {
		d.fromSentence(r, c, above, when)
	}
}

// dayOfEntry returns the day that heads the entry of a calendar which a sentence
// stands in, nil where the nearest heading above is no day. Lines that begin with
// an hour are no headings.
func (c *chart) dayOfEntry(n int32) *resolution {
	const most = 24 // sentences of an entry
	for k := n - 1; k >= max(0, n-most); k-- {
		s := c.sents[k]
		if t := &c.toks[s.start]; c.roles[t.block] != roleHeading {
			if c.roles[t.block] < roleLead {
				return nil
			}
			continue
		}
		if day := c.dayAlone(s); day != nil {
			return day
		}
		if c.toks[s.start].kind != digitToken {
			return nil
		}
	}
	return nil
}

// dayAlone returns the day that is all of a heading, nil where it has other words.
func (c *chart) dayAlone(s sentence) *resolution {
	for _, f := range c.datesIn(s.start, s.end) {
		if f.from == s.start && f.to >= s.end && f.dates.single && f.dates.grain() == dayGrain {
			return f.dates
		}
	}
	return nil
}

// fromSentence fills the date and place that a sentence says.
func (d *document) fromSentence(r *model.Meeting, c *chart, sent sentence, when **resolution) {
	d.dateFrom(c, sent, when)
	if r.City == "" {
		d.placeOf(r, scope{sent.start, sent.end}, &sitting{chart: c, from: sent.end, to: sent.end})
	}
}

// dateFrom takes the date that a sentence says where none is known, or the days
// that hold the one known.
func (d *document) dateFrom(c *chart, sent sentence, when **resolution) {
	f := c.dateOf(scope{sent.start, sent.end}, &sitting{chart: c, from: sent.end, to: sent.end})
	if f != nil && (*when == nil || f.dates.grain() == dayGrain && holds(f.dates, *when)) {
		*when = f.dates
	}
}

// onlyDate reports a heading that opens with a date: "5.–6. oktober 1993",
// "2019: St. Petersburg".
func (c *chart) onlyDate(sent sentence) bool {
	for _, f := range c.datesIn(sent.start, sent.end) {
		if f.from == sent.start {
			return true
		}
	}
	return false
}

// otherItem reports a paragraph behind that of a sitting that opens as a report
// of its own, with a place in capitals.
func (d *document) otherItem(c *chart, s *sitting, sent sentence) bool {
	return c.toks[sent.start].block != c.toks[s.from].block && d.openingCity(c, c.sents[c.firstSentence(sent.start)]) != nil
}

// openingCity returns the city with which a sentence begins as with a dateline:
// "ASTANA: Kinas president …".
func (d *document) openingCity(c *chart, sent sentence) *place {
	for i := range d.cities {
		if p := &d.cities[i]; p.chart == c && p.from == sent.start {
			if c.opensItem(p.from, p.to) {
				return p
			}
			return nil
		}
	}
	return nil
}

// fromLead fills what is missing from the first sentence of the text, where it
// speaks of the meeting without its number: "… as an international conference
// on the continent's development opened in Yokohama".
func (d *document) fromLead(r *model.Meeting, when **resolution) {
	if *when != nil && r.City != "" || len(d.charts) == 0 {
		return
	}
	c := d.charts[0]
	for _, sent := range c.sents {
		if c.roles[c.toks[sent.start].block] < roleLead {
			continue
		}
		if d.sittingIn(c, sent) || !c.speaksOf(sent, r.Kind) {
			return
		}
		sc, at := scope{sent.start, sent.end}, &sitting{chart: c, from: sent.end, to: sent.end}
		if f := c.dayIn(sc); *when == nil && f != nil {
			*when = f.dates
		}
		if r.City == "" {
			d.placeIn(r, sc, at)
		}
		return
	}
}
