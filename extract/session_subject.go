package extract

import "extract/extract/gazetteer"

// subjectClasses are the names of bodies that may hold their own sitting.
var subjectClasses = []class{clsBody, clsOrg, clsSeriesHost, clsSeries, clsSeriesBody}

// hostAhead returns the listed series whose name or host stands in the genitive
// further in front in the sentence, the last one of several, in a language that
// puts what tells about a sitting between them: "Topluluğu'nun (CELAC) dün
// başkentte toplanan IX. Zirvesi".
func (d *document) hostAhead(s *sitting) *gazetteer.SeriesEntry {
	c := s.chart
	if !c.pack.BodyFirst || c.pack.genitive < 0 {
		return nil
	}
	const far = 20
	sent := c.sents[c.toks[s.from].sent]
	var best *gazetteer.SeriesEntry
	for k := max(sent.start, s.from-far); k < s.from; k++ {
		for _, m := range c.seriesAt(k, s.from, s.from, s.numberTo) {
			if sameKind(m.entry.Kind, s.kind) && c.endsIn(m.to-1, c.pack.genitive) && !c.sat[m.to-1] && d.partiesNamed(s, m.entry) {
				best = m.entry
			}
		}
	}
	return best
}

// bodyOfSubject finds the body that a possessive in front of the number means:
// "Der Gemischte Ausschuss Schweiz–China hielt seine 28. Tagung ab".
func (c *chart) bodyOfSubject(s *sitting) bool {
	if s.from == 0 {
		return false
	}
	sent := c.sents[c.toks[s.from].sent]
	own := c.has(s.from-1, clsPossessive)
	if !own && (!c.has(s.from-1, clsArticle) || c.definedBody(s) != nil || c.next(clsGather, sent.start, sent.end) == sent.end) {
		return false
	}
	last := s.from - 2
	if n := c.toks[s.from].sent; s.from-1 == sent.start && n > 0 && c.toks[sent.start].block == c.toks[sent.start-1].block {
		// "… members of the Council. Its 41st meeting was in Torshavn."
		sent = c.sents[n-1]
		last = sent.end - 1
	}
	for k := last; k >= sent.start; k-- {
		e := c.startingAt(k, subjectClasses...)
		if n := c.startingAt(k, clsSessionNoun); e == nil && n != nil && c.toks[k].front > 0 && c.toks[k].is(capital) {
			e = n // "Østersjøkonferansen holdt sitt 34. møte"
		}
		if e == nil || e.end > s.from-1 || !own && !(e.class == clsBody && definedBodies[c.value(e)]) {
			continue // "Der Ausschuss tritt im Mai zur ersten Sitzung zusammen"
		}
		for j := k - 1; j >= max(sent.start, k-5); j-- {
			if x := c.startingAt(j, subjectClasses...); x != nil && x.end >= e.end && x.end < s.from {
				e = x // "Kinas kommunistparti", not the noun alone
			}
		}
		if last >= sent.end-1 && c.namesSubject(sent.start, e.start-5) {
			return false // one of several
		}
		body := *s
		body.from, body.to, body.numberTo, body.nounFrom = e.start, e.end, e.start, s.from
		c.phraseBehind(&body)
		from := e.start
		for from > sent.start {
			if x := c.endingAt(from, clsSessionAdj, clsCountry, clsNationality); x != nil {
				from = x.start
			} else if t := &c.toks[from-1]; t.char == '-' && !t.is(spaceBefore) ||
				t.kind == wordToken && t.is(capital) && !c.pack.NounCapitals && !c.has(from-1, clsStopword) && !c.inName(from-1) {
				from--
			} else {
				break
			}
		}
		s.phraseFrom, s.phraseTo = from, max(e.end, body.phraseTo)
		return true
	}
	return false
}

// namesSubject reports that a body is named between two tokens.
func (c *chart) namesSubject(from, to int32) bool {
	for k := from; k < to; k++ {
		if c.has(k, subjectClasses...) {
			return true
		}
	}
	return false
}
