package extract

import "extract/extract/gazetteer"

// headSentences is how many sentences may name the meeting that an article is about.
const headSentences = 4

// unnumbered makes the record of the one meeting without a number that an
// article is about: a summit, congress, conference or forum in its head, or one
// of a listed name.
func (d *document) unnumbered() {
	for _, c := range d.charts {
		for _, i := range c.sessions {
			if c.toks[i].sent >= headSentences {
				break
			}
			if s := d.unnumberedAt(c, i); s != nil {
				d.sittings = append(d.sittings, *s)
				d.joinUnnumbered(s)
				return
			}
		}
	}
}

// unnumberedAt reads the meeting whose noun stands at token i, nil where it is
// none. A summit is one whatever it is called; other nouns only with a name, as
// everybody speaks at some conference, and a congress of no name but a country's
// is a parliament.
func (d *document) unnumberedAt(c *chart, i int32) *sitting {
	e := c.startingAt(i, clsSessionNoun)
	if e == nil || c.toks[i].front > 0 && !c.has(i, clsSeries, clsSeriesBody, clsSeriesHost) {
		return nil
	}
	kind := c.value(e)
	from, listed := c.titleBefore(i), false
	for from > 1 && c.toks[from-1].char == '-' && !c.toks[from].is(spaceBefore) && !c.toks[from-1].is(spaceBefore) {
		from -= 2 // "Quad-Gipfel"
	}
	if x := c.coveringNoun(e); x != nil {
		if x.class != clsSeries {
			return nil
		}
		from, listed = x.start, true
	}
	if !listed && kind != "summit" && kind != "congress" && kind != "conference" && kind != "forum" {
		return nil
	}
	s := &sitting{chart: c, from: from, to: e.end, kind: kind, nounFrom: e.start, phraseFrom: from, phraseTo: e.end, rule: "unnumbered"}
	d.ownSeries(s)
	if s.body {
		return nil
	}
	if host := c.hostGathers(s); !s.known && len(s.parties) == 0 && len(s.head) == 0 && host != nil {
		s.setSeries(host)
	}
	if listed && !s.known || !s.known && len(s.head) == 0 && (kind == "congress" || kind != "summit" && len(s.parties) == 0) {
		return nil
	}
	if !s.known && len(s.parties) == 0 && !c.meets(s) {
		return nil
	}
	if s.series == "" {
		s.unknownSeries(nil)
	}
	return s
}

// hostGathers returns the listed series whose host, the only one that the sentence
// names in front of a noun of its kind, comes together for it: "NATO leaders
// gathered in The Hague for a summit". With a country it may be another one.
func (c *chart) hostGathers(s *sitting) *gazetteer.SeriesEntry {
	const near = 4 // words from the host to the verb
	sent := c.sents[c.toks[s.nounFrom].sent]
	verb := c.next(clsGather, sent.start, s.from)
	if verb == s.from || c.nextOf(&countrySet, sent.start, sent.end) < sent.end {
		return nil
	}
	var host *gazetteer.SeriesEntry
	for k := c.next(clsSeriesHost, sent.start, s.from); k < s.from; k = c.next(clsSeriesHost, k+1, s.from) {
		entry := seriesByID()[c.value(c.startingAt(k, clsSeriesHost))]
		if entry.Kind != s.kind || host != nil && host != entry || k > verb || verb-k > near {
			return nil
		}
		host = entry
	}
	return host
}

// meets reports that the sentence names a country, body, office or city, those
// who meet, or what is done at a sitting. Mountains, prices and football clubs
// have a summit without.
func (c *chart) meets(s *sitting) bool {
	in := c.sents[c.toks[s.nounFrom].sent]
	found := false
	for k := in.start; k < in.end; k++ {
		if c.has(k, clsMatchWord, clsPlay, clsIndex, clsContest) {
			return false
		}
		if c.has(k, clsCountry, clsNationality, clsOrg, clsOffice, clsSeriesHost, clsSeriesBody, clsGather, clsStatus, clsAttend, clsChair, clsSign, clsDelegation) || c.closes(k) {
			found = true
		} else if !found && c.toks[k].is(capital) {
			_, refs := c.cityAt(k)
			found = len(refs) > 0
		}
	}
	return found
}

// coverClasses are the names with a noun for a sitting in them that are no sitting.
var coverClasses = []class{clsSeriesBody, clsAnniversary, clsNotSession, clsParty, clsOrg, clsSeat, clsVenue}

// coveringNoun returns the listed name that has a noun inside or at its end, nil
// where it is in none: "East Asia Summit", "news conference", "Congress Hall".
func (c *chart) coveringNoun(noun *edge) *edge {
	const far = 5
	for k := max(c.sents[c.toks[noun.start].sent].start, noun.start-far); k <= noun.start; k++ {
		if x := c.find(k, clsSeries); x != nil && x.end >= noun.end {
			return x // which an organisation may have as well
		}
		if x := c.startingAt(k, coverClasses...); x != nil && x.end >= noun.end && x.end-x.start > noun.end-noun.start {
			return x
		}
	}
	return nil
}

// titleBefore returns where the capitalised words begin that stand in front of the
// noun at token i and are its name: "World Water Congress". It is i in languages
// that write all nouns so, or have the name where phraseBefore finds it.
func (c *chart) titleBefore(i int32) int32 {
	if c.pack.NounCapitals || c.pack.BodyFirst || !c.toks[i].is(capital) || c.titleCase(i) {
		return i
	}
	from := i
	for from > 0 {
		t := &c.toks[from-1]
		if t.kind != wordToken || !t.is(capital) || t.sent != c.toks[i].sent || c.named[from-1] || c.toks[from].is(lineBefore) || c.has(from-1, clsStopword, clsLocative, clsOffice) {
			break
		}
		from--
	}
	return from
}

func (d *document) joinUnnumbered(s *sitting) {
	g := &gathering{sittings: []*sitting{s}}
	r := &g.rec
	c := s.chart
	sc := d.scopeOf(s)
	r.Series, r.Kind = s.series, s.kind
	var when *resolution
	if f := c.dateOf(sc, s); f != nil {
		when = f.dates
	}
	d.placeOf(r, sc, s)
	r.Venue = c.venueIn(sc)
	r.Chairs = d.chairsIn(c, sc)
	tense := c.tenseIn(sc, s)
	d.fromAnaphora(r, s, &when)
	if r.City == "" && d.page.dateline.City != "" && (r.Country == "" || r.Country == d.page.seat) {
		r.City, r.Country = d.page.dateline.City, d.page.seat
	}
	r.Value = r.Series
	if when != nil {
		r.Date, r.FirstDay, r.LastDay = when.texts()
		r.Value += "@" + r.Date
	}
	r.Status = d.status(when, tense, c.calledOff(sc))
	rec := *r
	rec.Common = d.base(c, s.from, s.to, d.ruleNamed(c, s.rule))
	d.keep(c, &rec, s.from, s.to)
}
