package extract

import (
	"slices"

	"extract/model"
)

// placeOf fills city and country from a scope.
func (d *document) placeOf(r *model.Meeting, sc scope, s *sitting) {
	c := s.chart
	if r.City == "" {
		if p := d.cityInList(sc, s); p != nil {
			r.City, r.Country = p.city.Name, p.city.Country
			return
		}
		best, bestGap := -1, int32(1<<20)
		for i, p := range d.cities {
			if p.chart != c || p.from < sc.from || p.to > sc.to || r.Country != "" && r.Country != p.city.Country || c.aside(p.from, s.from) && !c.bracketOf(s, p.from) || c.otherBetween(s.to, p.from) || c.ofTown(p.from, p.to) || c.ofBranch(p.from) || p.from > s.to && c.leadsTo(p.from) && c.furtherClause(s.to, p.from) {
				continue
			}
			gap := p.from - s.to
			if gap < 0 {
				gap = s.from - p.to
			}
			if !p.certain && !c.locatedIn(p.from) && c.toks[p.to-1].end == c.toks[p.to-1].stem && c.pack.cityEndings != nil {
				gap += 8
			}
			if c.pack.BodyFirst && p.to < s.from && c.comma(p.to) && c.satBetween(c.sents[c.toks[s.from].sent].start, p.from) {
				gap += 8 // "13. oturumu Taşkent'te, 12. oturumu Bakü'de": it is that of the one before
			}
			if p.from > s.to && s.from > 0 && c.toks[s.from-1].char == '(' {
				gap += 16 // "in Tromsø in May (13th meeting) and in Murmansk in October (14th meeting)"
			}
			if gap < bestGap {
				best, bestGap = i, gap
			}
		}
		if best >= 0 {
			r.City, r.Country = d.cities[best].city.Name, d.cities[best].city.Country
		} else if p := d.capitalIn(c, sc); p != nil && (r.Country == "" || r.Country == p.city.Country) {
			r.City, r.Country = p.city.Name, p.city.Country
		}
	}
	if r.Country == "" {
		r.Country = c.hostIn(sc, s)
	}
}

// cityInList returns the city of one of several sittings under one noun, where
// as many cities stand behind them: "the fifth and the sixth were held in Minsk on
// 3 March 2023 and in Beijing on 20 August 2024".
func (d *document) cityInList(sc scope, s *sitting) *place {
	if s.number == 0 {
		return nil // a place in the text where a meeting is told of without its words
	}
	at, size := d.placeInList(s)
	if size < 2 {
		return nil
	}
	var found []*place
	for i := range d.cities {
		if p := &d.cities[i]; p.chart == s.chart && p.from >= s.to && p.to <= sc.to && (s.chart.pack.BodyFirst || s.chart.locatedIn(p.from)) {
			found = append(found, p)
		}
	}
	if len(found) != size {
		return nil
	}
	return found[at]
}

// satBetween reports a sitting between two tokens.
func (c *chart) satBetween(from, to int32) bool {
	return slices.Contains(c.sat[from:max(from, to)], true)
}

var countryOrRegion = classesOf(clsCountry, clsRegion)

// capitalIn returns the city of the text that a scope means by "the Malaysian
// capital", behind a preposition of place.
func (d *document) capitalIn(c *chart, sc scope) *place {
	for k := sc.from; k < sc.to; k++ {
		noun := c.startingAt(k, clsCityNoun)
		if noun == nil || c.value(noun) != "capital" {
			continue
		}
		e := c.endingAt(k, clsNationality, clsCountry)
		if e == nil {
			continue
		}
		at := e.start
		for at > sc.from && c.has(at-1, clsArticle, clsStopword) && !c.has(at-1, clsLocative) {
			at--
		}
		if !c.locatedIn(at) && c.toks[noun.end-1].end == c.toks[noun.end-1].stem && !c.pack.BodyFirst {
			continue
		}
		for i := range d.cities {
			if p := &d.cities[i]; p.city.Capital && p.city.Country == c.value(e) {
				return p
			}
		}
	}
	return nil
}

// hostIn returns the country in a scope in which a sitting is: behind a
// preposition of place, or as the host.
func (c *chart) hostIn(sc scope, s *sitting) string {
	host := false
	for k := c.next(clsChair, sc.from, sc.to); k < sc.to; k = c.next(clsChair, k+1, sc.to) {
		if c.value(c.startingAt(k, clsChair)) == "host" {
			host = true
		}
	}
	for k := c.nextOf(&countryOrRegion, sc.from, sc.to); k < sc.to; k = c.nextOf(&countryOrRegion, k+1, sc.to) {
		e := c.startingAt(k, clsCountry, clsRegion)
		if e.start >= s.phraseFrom && e.end <= s.phraseTo && (!s.known || e.start < s.to || slices.Contains(s.parties, c.value(e))) {
			continue // of the name; but "the 22nd Shangri-La Dialogue in Singapore" is there
		}
		from := e.start
		if a := c.endingAt(from, clsArticle); a != nil && c.value(a) == "def" {
			from = a.start // "in der Türkei"
		}
		located := c.locatedIn(from) || c.toks[e.end-1].end > c.toks[e.end-1].stem && c.pack.BodyFirst
		if located || host {
			return c.value(e)
		}
	}
	return ""
}

// ofBranch reports a city that only says which court or chamber is meant: "das
// Urteil des Schiedsgerichts in Den Haag".
func (c *chart) ofBranch(i int32) bool {
	e := c.endingAt(i, clsLocative)
	return e != nil && c.endingAt(e.start, clsBranchNoun) != nil
}

// locatedIn reports that a word such as "in" stands in front of token i, and
// none that leads there or away.
func (c *chart) locatedIn(i int32) bool {
	e := c.endingAt(i, clsLocative)
	return e != nil && c.value(e) != "to" && c.value(e) != "of"
}

// leadsTo reports that a word such as "to" stands in front of token i.
func (c *chart) leadsTo(i int32) bool {
	e := c.endingAt(i, clsLocative)
	return e != nil && c.value(e) == "to"
}

// venueIn returns the name of a building in a scope, as it stands: a noun such
// as hotel or palace with the capitalised words beside it.
func (c *chart) venueIn(sc scope) string {
	for k := c.next(clsVenue, sc.from, sc.to); k < sc.to; k = c.next(clsVenue, k+1, sc.to) {
		e := c.startingAt(k, clsVenue)
		if j := e.start; j > sc.from+1 && c.toks[j-1].char == '-' && !c.toks[j-1].is(spaceBefore) && !c.toks[j].is(spaceBefore) && c.toks[j-2].kind == wordToken && c.toks[j-2].is(capital) {
			return c.nameText(j-2, e.end) // "Sakhir-Palast", "Itamaraty-palasset"
		}
		if !c.toks[e.start].is(capital) && !c.namedInFront(e.start, sc) {
			continue
		}
		from, to := e.start, e.end
		if end := c.venueOf(e, sc); end > to {
			return c.nameText(from, end)
		}
		if e.end-e.start == 1 || c.pack.BodyFirst || !c.toks[e.start].is(capital) || c.toks[max(0, e.start-1)].is(capital) {
			for from > sc.from && c.toks[from-1].kind == wordToken && c.toks[from-1].is(capital) && !c.has(from-1, clsStopword, clsLocative) && !c.pack.NounCapitals && (c.toks[from-1].end == c.toks[from-1].stem || !c.pack.BodyFirst) {
				from--
			}
			// "State House Conference Centre": the last noun is the head.
			for to < sc.to && !c.pack.NounCapitals && c.toks[to].kind == wordToken && c.toks[to].is(capital) && !c.toks[to].is(lineBefore) &&
				(c.has(to, clsVenue) || to+1 < sc.to && c.has(to+1, clsVenue) && c.toks[to+1].is(capital)) {
				to++
				if v := c.startingAt(to-1, clsVenue); v != nil {
					to = min(v.end, sc.to)
				}
			}
			if c.pack.NounCapitals {
				for int(to) < len(c.toks) && to < sc.to && c.unknownName(to) {
					to++
				}
			}
			if to-from < 2 && !(c.pack.NounCapitals && c.toks[from].front > 0) { // but "Westfalenhalle"
				continue
			}
		}
		return c.nameText(from, to)
	}
	return ""
}

// placeIn fills the city from a scope where it lies in the country known so far.
func (d *document) placeIn(r *model.Meeting, sc scope, s *sitting) {
	var found model.Meeting
	d.placeOf(&found, sc, s)
	if found.City != "" && (r.Country == "" || r.Country == found.Country) {
		r.City, r.Country = found.City, found.Country
	}
}

// aroundNow reports a day up to two weeks before the article's or three behind
// it, or one that is not known: the reporter was where a meeting was or is to be,
// and not where one is that he only tells of.
func (d *document) aroundNow(when *resolution) bool {
	const behind, ahead = 14, 3 // what is announced for later may be anywhere
	if when == nil || d.ctx.refFrom == "" {
		return true
	}
	first, last, okFirst, okLast := when.days()
	return !okFirst || !okLast || first <= d.ctx.ref+ahead && last >= d.ctx.ref-behind
}
