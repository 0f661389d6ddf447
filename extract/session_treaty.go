package extract

import (
	"slices"

	"extract/extract/gazetteer"
)

// Whose conference of the parties is meant: climate, biodiversity, mercury and
// other treaties count theirs alike, and call them alike.

// treatyMention is a treaty in the text, or the whole name of a conference of
// its parties.
type treatyMention struct {
	entry    *gazetteer.SeriesEntry
	from, to int32
	name     bool // of the conference, and not of the treaty alone
}

// ofTreaty gives a conference of the parties the series of the treaty that the
// text names beside it: "COP16 of the Convention on Biological Diversity", "the
// Minamata Convention held its sixth Conference of the Parties". What is called
// by one number alike in one text is one conference, and the next goes on from it.
func (d *document) ofTreaty(at int) {
	s := &d.sittings[at]
	c := s.chart
	own := seriesByID()[s.series]
	if !c.ofParties(s) || own != nil && !hasTreaty(own) {
		return
	}
	var best *gazetteer.SeriesEntry
	bestGap, beside := int32(1<<30), false
	others := false // conferences of other parties are counted in the text
	var before *sitting
	for i := max(0, at-maxCompared); i < min(len(d.sittings), at+maxCompared); i++ {
		b := &d.sittings[i]
		if b.chart != c || !c.ofParties(b) {
			continue
		}
		others = others || b.series != s.series
		if i < at && b.known && b.number != s.number && (before == nil || distance(b.number, s.number) <= distance(before.number, s.number)) {
			before = b
		}
		if b.number != s.number {
			continue
		}
		if m, gap := c.treatyOf(b); m != nil && gap < bestGap {
			best, bestGap, beside = m.entry, gap, c.toks[m.from].sent == c.toks[b.from].sent
		}
	}
	if before != nil && (!beside && distance(before.number, s.number) == 1 || best == nil && distance(before.number, s.number) <= few) {
		best = seriesByID()[before.series]
	}
	switch {
	case own != nil && own.Beside && best != own && !others && !c.namesTreaty(own):
		s.known = false
		s.unknownSeries(nil)
	case best != nil && best != own && (own == nil || !own.Beside):
		s.setSeries(best)
	}
}

// ofParties reports that the words of a sitting call it a conference of parties.
func (c *chart) ofParties(s *sitting) bool {
	return c.partyMeeting(s) != nil
}

// partyMeeting returns those words, nil where there are none.
func (c *chart) partyMeeting(s *sitting) *edge {
	to := max(s.to, s.phraseTo)
	if k := c.next(clsPartyMeeting, min(s.from, s.phraseFrom), to); k < to {
		return c.startingAt(k, clsPartyMeeting)
	}
	return nil
}

func hasTreaty(e *gazetteer.SeriesEntry) bool {
	for _, names := range e.Names {
		if len(names.Treaty) > 0 {
			return true
		}
	}
	return false
}

// treatyOf returns the mention of a treaty or of a whole name that stands nearest
// to a conference of parties, and how far. A treaty counts in front of it in its
// paragraph, in the head of the page, and behind it where nothing but linking
// words stand between; for more than a code in all of the sentence.
func (c *chart) treatyOf(s *sitting) (best *treatyMention, bestGap int32) {
	const near = 5
	bestGap = 1 << 30
	code := s.rule == "code-number"
	kind := c.value(c.partyMeeting(s))
	all := c.treatyMentions()
	for i := range all {
		m := &all[i]
		t := &c.toks[m.from]
		gap := max(s.from-m.to, m.from-s.to, 0)
		behind := m.from >= s.to
		switch {
		case gap >= bestGap || m.entry.Beside && !m.name && (m.entry.Kind != kind || gap > near || t.sent != c.toks[s.from].sent):
			continue // "COP3, where the Kyoto Protocol was adopted" is no meeting of the parties to that
		case m.name || t.block <= 1 && t.block != c.toks[s.from].block: // told of by its name, or what the page is about
		case !behind && t.block == c.toks[s.from].block:
		case behind && t.sent == c.toks[s.from].sent && (!code || c.linked(s.to, m.from)):
		default:
			continue
		}
		best, bestGap = m, gap
	}
	return best, bestGap
}

// linked reports that nothing but words that link names stands between two tokens.
func (c *chart) linked(from, to int32) bool {
	const far = 8
	if to-from > far {
		return false
	}
	for k := from; k < to; k++ {
		if end := c.bracketed(k); end > k && end <= to {
			k = end - 1
			continue
		}
		if e := c.startingAt(k, clsOrg, clsOfficeOf, clsArticle, clsStopword, clsSessionAdj, clsLocative); e != nil {
			k = e.end - 1
		} else if t := &c.toks[k]; t.char != '-' && t.char != '\'' {
			return false
		}
	}
	return true
}

// treatyMentions are the treaties of the chart and the whole names of the
// conferences of their parties, looked for once.
func (c *chart) treatyMentions() []treatyMention {
	if c.treatiesAsked {
		return c.treaties
	}
	c.treatiesAsked = true
	c.treaties = c.treaties[:0]
	end := int32(len(c.toks))
	for k := c.next(clsTreaty, 0, end); k < end; k = c.next(clsTreaty, k+1, end) {
		e := c.startingAt(k, clsTreaty)
		c.treaties = append(c.treaties, treatyMention{entry: seriesByID()[c.value(e)], from: k, to: e.end})
	}
	for _, k := range c.survey.series {
		for _, h := range c.seriesAt(k, end, -1, -1) {
			if h.host || !hasTreaty(h.entry) {
				continue
			}
			if e := c.find(k, clsPartyMeeting); e != nil && e.end >= h.to {
				continue // what all of them are called
			}
			c.treaties = append(c.treaties, treatyMention{entry: h.entry, from: k, to: h.to, name: true})
		}
	}
	return c.treaties
}

// namesTreaty reports that the chart names the treaty of a series.
func (c *chart) namesTreaty(e *gazetteer.SeriesEntry) bool {
	return slices.ContainsFunc(c.treatyMentions(), func(m treatyMention) bool { return m.entry == e })
}
