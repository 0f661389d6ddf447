package extract

// definedBody returns the noun in the words of a sitting for a body that meets
// under a number of its own, nil where there is none.
func (c *chart) definedBody(s *sitting) *edge {
	for k := c.next(clsBody, s.phraseFrom, s.phraseTo); k < s.phraseTo; k = c.next(clsBody, k+1, s.phraseTo) {
		if e := c.startingAt(k, clsBody); definedBodies[c.value(e)] {
			return e
		}
	}
	return nil
}

// bodyBefore finds the body of two countries of which the words of a sitting have
// only the noun, or that a sentence says it was a sitting of: "The Gemischte
// Kommission Österreich–Aserbaidschan tagte am Montag. Es war die zwölfte
// Sitzung des Gremiums." It is the last one of that kind that the sentence or the
// one before names; where that is a sitting's, the sitting lends its series.
func (d *document) bodyBefore(s *sitting) bool {
	c := s.chart
	kind, across := "", false
	if e := c.definedBody(s); e != nil {
		kind = c.value(e)
	} else if across = c.behindClause(s); !across && !s.row && !c.toldOf(s) && !c.opensOn(s) {
		return false
	}
	first := c.sents[c.toks[s.from].sent].start
	if before, ok := c.sentenceBefore(s.from); ok && !across {
		first = before.start
	} else if !across && first > 0 && c.opensOn(s) {
		first = c.sents[c.firstSentence(first-1)].start // the paragraph before
	}
	for k := min(s.phraseFrom, s.nounFrom, s.from) - 1; k >= first; k-- {
		e := c.startingAt(k, clsBody)
		if e == nil || !definedBodies[c.value(e)] || kind != "" && c.value(e) != kind || across && !c.genitive(e) {
			continue
		}
		body := sitting{chart: c, from: k, to: e.end, numberTo: k, nounFrom: s.from}
		c.phraseBehind(&body)
		from, to := c.bodyFrom(e), min(body.phraseTo, s.from)
		if len(c.partiesIn(from, to)) < 2 {
			continue
		}
		for i := range d.sittings {
			if o := &d.sittings[i]; o.chart == c && o != s && o.phraseFrom < e.end && e.start < o.phraseTo {
				return false
			}
		}
		s.phraseFrom, s.phraseTo = from, to
		return true
	}
	return false
}

// behindClause reports that a relative clause stands in front of the words of a
// sitting, between it and its body: "Komisyonunun Ankara'da düzenlenen 10. Toplantısı".
func (c *chart) behindClause(s *sitting) bool {
	i := min(s.phraseFrom, s.nounFrom, s.from) - 1
	return c.pack.BodyFirst && i >= 0 && c.toks[i].sent == c.toks[s.from].sent && c.toks[i].kind == wordToken && !c.toks[i].is(capital) && (c.tense(i) != 0 || c.has(i, clsParticiple))
}

// toldOf reports that a sentence says of what went before that it was a sitting:
// "It was the 18th session".
func (c *chart) toldOf(s *sitting) bool {
	const opening = 4
	return c.behindWord(s, clsCopula, opening)
}

// opensOn reports a sentence that opens with a session or meeting of no body: it is one
// of that of which the sentence before tells. "The Joint Commission of A and B opened
// on Monday. The sixth meeting was chaired by …".
func (c *chart) opensOn(s *sitting) bool {
	const opening = 1
	return !c.pack.BodyFirst && loose(s.kind) && s.from-c.sents[c.toks[s.from].sent].start <= opening
}

// bodySits reads the sitting of a body of two countries that is counted by the
// body's own name, in a sentence that says that it met or on which day: "Der 25.
// Deutsch-Französische Ministerrat tagte in Toulon".
func (c *chart) bodySits(from, behind int32, numbers []numbered) (sitting, bool) {
	const most = 8 // words of the name in front
	if c.pack.BodyFirst || len(numbers) != 1 {
		return sitting{}, false
	}
	sent := c.sents[c.toks[from].sent]
	k := behind
	for k < min(behind+most, sent.end) && c.find(k, clsBody) == nil {
		if e := c.startingAt(k, clsSessionAdj, clsCountry, clsNationality, clsOrg); e != nil {
			k = e.end
		} else if c.toks[k].char == '-' || c.conjunction(k) {
			k++
		} else {
			return sitting{}, false
		}
	}
	e := c.find(k, clsBody)
	if k >= sent.end || e == nil || !definedBodies[c.value(e)] {
		return sitting{}, false
	}
	s := sitting{chart: c, from: from, to: e.end, number: numbers[0].value, kind: "meeting", numberTo: behind, nounFrom: e.end, phraseFrom: from, rule: "ordinal-body"}
	c.phraseBehind(&s)
	if len(c.partiesIn(behind, s.phraseTo)) < 2 || c.next(clsGather, sent.start, sent.end) == sent.end && !c.dateBehind(&s) {
		return sitting{}, false
	}
	return s, true
}
