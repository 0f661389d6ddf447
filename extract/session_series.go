package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer"
	"extract/model"
)

// maxCompared bounds the sittings in front and behind that a sitting of no listed
// series is compared with, and the bodies in front of an office, so that a long list stays quick.
const maxCompared = 100

// nameSessions tells which series each sitting of the document is of: by a
// listed name in its phrase, by its own words, else by what else the document
// names.
func (d *document) nameSessions() {
	for i := range d.sittings {
		d.ownSeries(&d.sittings[i])
	}
	for i := range d.sittings {
		d.ofTreaty(i)
	}
	d.sittings = slices.DeleteFunc(d.sittings, func(s sitting) bool { return s.body || s.edition && !s.known })
	d.uniteUnknown()
	d.uniteHeads()
	d.uniteKinds()
	d.sittings = slices.DeleteFunc(d.sittings, func(s sitting) bool { return s.number <= few && !s.named && s.chart.withPerson(&s) })
	// Before they could take over a series of the document.
	d.sittings = slices.DeleteFunc(d.sittings, func(s sitting) bool { return s.number == 1 && !s.named && d.refusedAsNothing(s) })
	d.sittings = slices.DeleteFunc(d.sittings, func(s sitting) bool {
		return s.elliptic == 1 && !s.named && d.lenderOf(&s) == nil && d.refusedAsNothing(s)
	})
	d.listed = d.listed[:0]
	for i := range d.sittings {
		d.noteSeries(&d.sittings[i])
	}
	if len(d.listed) == 0 {
		d.nameByCompounds()
	}
	for i := range d.sittings {
		if s := &d.sittings[i]; !s.named {
			d.lentSeries(i)
			d.noteSeries(s)
		}
	}
	for i := range d.sittings {
		s := &d.sittings[i]
		if s.series != "" {
			continue
		}
		if b := d.lenderOf(s); b != nil && b.series != "" {
			s.series, s.kind, s.name, s.parties, s.head = b.series, b.kind, b.name, b.parties, b.head
		} else {
			s.unknownSeries(nil)
		}
	}
	d.sittings = slices.DeleteFunc(d.sittings, d.refusedAsNothing)
	shareTerms(d.sittings)
	for i := range d.sittings {
		d.keepSession(&d.sittings[i])
	}
}

// shareTerms gives the term that one mention of a sitting says to the others.
func shareTerms(found []sitting) {
	type key struct {
		series string
		number int
	}
	var terms map[key]int
	for i := range found {
		if s := &found[i]; s.term != 0 {
			if terms == nil {
				terms = map[key]int{}
			}
			if k := (key{s.series, s.number}); terms[k] == 0 {
				terms[k] = s.term
			}
		}
	}
	for i := range found {
		if s := &found[i]; s.term == 0 && terms != nil {
			s.term = terms[key{s.series, s.number}]
		}
	}
}

// few is the highest number that things which are no sittings have as well:
// the second round of a test, the third session of a training.
const few = 3

// lenderOf returns the sitting before which lends a sitting its noun, nil where it
// has its own or that one is none.
func (d *document) lenderOf(s *sitting) *sitting {
	for i := range d.sittings[:min(len(d.sittings), maxCompared)] {
		if b := &d.sittings[i]; s.elliptic > 0 && b.chart == s.chart && b.number == s.elliptic && b.from < s.from {
			return b
		}
	}
	return nil
}

// refusedAsNothing reports a sitting of nothing, and says so in the trace.
func (d *document) refusedAsNothing(s sitting) bool {
	if !d.ofNothing(&s) {
		return false
	}
	if d.engine.opts.Explain {
		d.traceAt(s.chart, s.from, s.to, model.TypeSession, "", s.chart.pack.Lang+"/"+s.rule, false, "one of the first sittings, without body, date and place")
	}
	return true
}

// ofNothing reports one of the first sittings of no body, without a date or
// place behind it: people meet for the first time in stories too, and programs
// have sessions.
func (d *document) ofNothing(s *sitting) bool {
	if s.number > few && (s.elliptic == 0 || s.elliptic > few || d.lentByKept(s)) || s.known || len(s.parties) > 0 || s.chart.namesAnyBody(s) {
		return false
	}
	const near = 8
	c := s.chart
	end := min(c.sents[c.toks[s.from].sent].end, s.to+near)
	from := s.to
	if c.pack.BodyFirst { // there it stands in front
		from = max(c.sents[c.toks[s.from].sent].start, s.from-near)
	}
	if len(c.datesIn(from, end)) > 0 {
		return false
	}
	for k := from; k < end; k++ {
		if _, refs := c.cityAt(k); len(refs) > 0 && c.toks[k].is(capital) && !c.inName(k) && (c.toks[k].words[0] == 0 || !c.pack.NounCapitals && !c.toks[k].is(sentenceStart)) || c.has(k, clsCountry) {
			return false
		}
	}
	return true
}

// lentByKept reports a sitting whose noun is that of one in front that is kept: "…
// in Oslo in 2023, and Jakarta is host to the fourth".
func (d *document) lentByKept(s *sitting) bool {
	lender := d.lenderOf(s)
	return lender != nil && !d.ofNothing(lender)
}

// withPerson reports one of the first meetings of two persons: "the second
// summit with Lee".
func (c *chart) withPerson(s *sitting) bool {
	return s.elliptic == 0 && int(s.to)+1 < len(c.toks) && c.has(s.to, clsStopword, clsLocative, clsOfficeOf) && c.nameFollows(s.to+1) && c.toks[s.to+1].sent == c.toks[s.from].sent
}

// bodyClasses are the words of a phrase that say whose sitting it is.
var bodyClasses = []class{clsBody, clsOrg, clsCountry, clsNationality, clsParty, clsSeat, clsPortfolio, clsOffice, clsSeriesHost, clsSeries, clsSeriesBody}

// namesAnyBody reports that the phrase of a sitting names a body, or has a
// name of its own where the language writes names only with capitals.
func (c *chart) namesAnyBody(s *sitting) bool {
	for k := s.phraseFrom; k < s.phraseTo; k++ {
		if k >= s.from && k < s.to {
			continue
		}
		if c.has(k, bodyClasses...) || !c.pack.NounCapitals && c.toks[k].is(capital) && !c.toks[k].is(sentenceStart) && c.toks[k].kind == wordToken && c.toks[k].words[0] == 0 {
			return true
		}
	}
	return false
}

// ownSeries names the series of a sitting by the words of its own phrase.
func (d *document) ownSeries(s *sitting) {
	if s.known || s.elliptic > 0 {
		return
	}
	c := s.chart
	if !s.row {
		c.phraseBehind(s)
		c.phraseBefore(s)
	}
	if s.body = c.numberOfBody(s); s.body {
		return
	}
	if s.special = c.specialSitting(s); s.special {
		s.parties = c.partiesIn(s.phraseFrom, s.phraseTo)
		head, _ := c.headWords(s)
		s.unknownSeries(append(head, "special"))
		s.named = true
		return
	}
	if m := d.listedSeries(s); m.entry != nil {
		s.setSeries(m.entry)
		if m.from >= s.to && m.from <= s.to+4 {
			s.seriesTo = max(s.seriesTo, m.to)
		}
		if m.entry.Term {
			if s.term = c.termBefore(m.from, s); s.term == 0 {
				s.term = c.termOfBody(s) // "til den 20. sentralkomiteen i partiet"
			}
			s.parties = unite(s.parties, c.partiesIn(m.from, s.phraseTo))
		}
		return
	}
	if e := c.codeOfBody(s); e != nil {
		s.setSeries(e)
		return
	}
	if n := c.find(s.nounFrom, clsSessionNoun); n != nil && n.end == s.to {
		s.kind = c.value(n) // a refused name may have lent its own
	}
	if e := d.hostAhead(s); e != nil {
		s.setSeries(e)
		return
	}
	s.parties = c.partiesIn(s.phraseFrom, s.phraseTo)
	head, telling := c.headWords(s)
	if len(head) == 0 && c.bodyOfSubject(s) {
		s.subject = true
		if m := d.listedSeries(s); m.entry != nil {
			s.setSeries(m.entry)
			return
		}
		s.parties = c.partiesIn(s.phraseFrom, s.phraseTo)
		head, telling = c.headWords(s)
	}
	if !telling && len(s.parties) == 0 && d.bodyBefore(s) {
		s.parties = c.partiesIn(s.phraseFrom, s.phraseTo)
		head, telling = c.headWords(s)
	}
	if len(head) == 0 && len(s.parties) > 0 && d.mentionedSeries(s) {
		return // the countries alone name nothing
	}
	s.unknownSeries(head)
	s.term = c.termOfBody(s)
	s.named = len(s.parties) > 0 || telling
}

// numberOfBody reports that the noun is part of the listed name of a body that is
// numbered itself: "the 14th National People's Congress" is no sitting, whoever
// else has a body of this name.
func (c *chart) numberOfBody(s *sitting) bool {
	for k := max(s.phraseFrom, s.numberTo); k <= s.nounFrom && k < s.phraseTo; k++ {
		for _, m := range c.seriesAt(k, s.phraseTo, s.from, s.numberTo) {
			if m.entry.Term && m.to > s.nounFrom && m.entry.Kind != s.kind {
				return true
			}
		}
	}
	return false
}

// specialSitting reports a word such as "special" or "emergency" between the
// number of a sitting and its noun, or in the noun itself: "the 11th emergency
// special session" is no eleventh session.
func (c *chart) specialSitting(s *sitting) bool {
	return c.next(clsSpecial, s.numberTo, s.nounFrom+1) <= s.nounFrom
}

// unite returns the sorted union of two lists.
func unite(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func (s *sitting) setSeries(e *gazetteer.SeriesEntry) {
	s.called = s.kind
	if n := s.chart.startingAt(s.nounFrom, clsSessionNoun); n != nil {
		s.called = s.chart.value(n)
	}
	s.series, s.kind, s.name, s.known, s.named = e.ID, e.Kind, e.Name, true, true
	s.parties = unite(nil, e.Parties)
}

// unknownSeries gives a series that no list has the id that its words make.
func (s *sitting) unknownSeries(head []string) {
	s.head = head
	s.series = "x:" + s.chart.pack.Lang + ":" + s.kind + ":" + strings.Join(s.parties, "-") + ":" + strings.Join(head, "-")
	start, end := s.chart.span(s.phraseFrom, s.phraseTo)
	s.name = strings.Join(strings.Fields(s.chart.text[start:end]), " ")
}

// termOfBody returns the number of the unlisted body behind the noun: "the
// eighth plenum of the 13th central committee".
func (c *chart) termOfBody(s *sitting) int {
	for k := s.to; k < s.phraseTo; k++ {
		if c.has(k, clsBody, clsHeaded) && !c.sat[k] {
			return c.termBefore(k, s)
		}
	}
	return 0
}

// seriesMatch is a listed name in the text.
type seriesMatch struct {
	entry    *gazetteer.SeriesEntry
	from, to int32
	words    int
}

// listedSeries returns the listed series that the phrase of a sitting names:
// of its own kind before others, then the longer name, then the nearer.
func (d *document) listedSeries(s *sitting) seriesMatch {
	c := s.chart
	var best seriesMatch
	bestScore := -1
	end := min(c.sents[c.toks[s.from].sent].end, s.phraseTo+maxPhrase) // a whole name may go on behind the phrase
	for k := s.phraseFrom; k < s.phraseTo; k++ {
		for _, m := range c.seriesAt(k, end, s.from, s.numberTo) {
			forum := s.kind == "forum" && m.entry.Kind == "session" // of a council that sits in sessions: another gathering
			if m.host && m.to > s.phraseTo || forum || c.endOfName(k) {
				continue
			}
			if k > s.numberTo && k < s.nounFrom && c.toks[k-1].is(capital) && c.toks[k-1].kind == wordToken && !c.has(k-1, clsSessionAdj, clsNationality, clsCountry, clsOrg, clsSeriesHost, clsStopword, clsRank) {
				continue // "first Africa Climate Summit" is no "climate summit"
			}
			if m.host && len(m.entry.Parties) < 2 && m.to < s.nounFrom && len(c.partiesIn(m.to, s.nounFrom)) > 0 {
				continue // "ASEAN-Mongolia summit" is no ASEAN summit
			}
			if m.host && m.to < s.nounFrom && c.ofHolders(s) {
				continue // "Arap Birliği 3. Belediye Başkanları Zirvesi"
			}
			if m.host && !sameKind(m.entry.Kind, s.kind) || !c.saysParty(m.seriesMatch) && !d.partiesNamed(s, m.entry) {
				continue
			}
			score := m.words * 4
			if m.entry.Kind == s.kind {
				score += 6
			}
			if m.host {
				score--
			}
			if len(m.entry.Parties) > 0 {
				score += 2
			}
			if score > bestScore {
				best, bestScore = m.seriesMatch, score
			}
		}
	}
	return best
}

// endOfName reports that the word at token i ends a longer name, behind a conjunction:
// the "Peace and Security Council" is no Security Council.
func (c *chart) endOfName(i int32) bool {
	if i < 2 || c.pack.NounCapitals || c.pack.BodyFirst || !c.toks[i].is(capital) || !c.conjunction(i-1) {
		return false
	}
	t := &c.toks[i-2]
	return t.kind == wordToken && t.is(capital) && !t.is(allCaps) && t.sent == c.toks[i].sent && !c.has(i-2, clsBody, clsCountry, clsNationality, clsSessionNoun)
}

// saysParty reports a name of one country's body that has the body's short
// name in it: "CPC Central Committee" needs no China beside it.
func (c *chart) saysParty(m seriesMatch) bool {
	if len(m.entry.Parties) != 1 {
		return false
	}
	for k := m.from; k < m.to; k++ {
		if e := c.startingAt(k, clsOrg, clsParty); e != nil && (c.value(e) == m.entry.Org || c.value(e) == m.entry.Parties[0]) {
			return true
		}
	}
	return false
}

// partiesNamed reports that the countries between which a series is are named
// in the paragraph of a sitting or in the head of the article, or served by those
// whom the sentence names: "Li and Mishustin chaired the 30th regular meeting".
// For that of one country its capital in the sentence will do.
func (d *document) partiesNamed(s *sitting, e *gazetteer.SeriesEntry) bool {
	if len(e.Parties) == 0 {
		return true
	}
	near := s.chart.countriesNear(s.from)
	for _, p := range e.Parties {
		if near.of(p) == 0 && !d.servedIn(s, p) && !(len(e.Parties) == 1 && s.chart.namesCapital(s.from, p)) {
			return false
		}
	}
	return true
}

// servedIn reports that the sentence of a sitting names somebody who serves a
// country.
func (d *document) servedIn(s *sitting, country string) bool {
	c := s.chart
	sent := c.sents[c.toks[s.from].sent]
	for _, p := range d.persons {
		if p.record == nil || p.record.Country != country {
			continue
		}
		for _, at := range p.spans {
			if at.chart == c && at.from >= sent.start && at.to <= sent.end {
				return true
			}
		}
	}
	return false
}

// namesCapital reports that the sentence of token i names the capital of a country.
func (c *chart) namesCapital(i int32, country string) bool {
	s := c.sents[c.toks[i].sent]
	for k := s.start; k < s.end; k++ {
		if !c.toks[k].is(capital) {
			continue
		}
		if _, refs := c.cityAt(k); len(refs) > 0 {
			if city := chooseCity(refs, nil, ""); city.Capital && city.Country == country {
				return true
			}
		}
	}
	return false
}

// countriesNear are the countries that the paragraph around a token and the head of the page name.
// Sittings come in the order of the text, so the last answer is kept.
func (c *chart) countriesNear(i int32) tally {
	block := c.toks[i].block
	if c.nearAsked == block+1 {
		return c.near
	}
	c.near, c.nearAsked = c.near[:0], block+1
	for _, i := range c.countries {
		x := &c.edges[i]
		if b := c.toks[x.start].block; b == block || b <= 2 {
			c.near.add(c.value(x), 1)
		}
	}
	return c.near
}
