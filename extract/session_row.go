package extract

// Ordinals that stand behind the noun of a sitting, in a row or between commas.

// apposed reports an ordinal between commas behind the noun of a sitting, alone
// or in a list: "neste års sesjon, den 78., holdes i København", "the last two
// sessions, the fifth and the sixth, were held in Minsk".
func (c *chart) apposed(i, to int32) bool {
	const far = 10
	sent := c.toks[i].sent
	for i > 1 && c.has(i-1, clsArticle, clsStopword) {
		before := c.endingAt(i-2, clsRank)
		if before == nil || c.toks[i-2].char != ',' && !c.conjunction(i-2) {
			break
		}
		i = before.start
	}
	for int(to) < len(c.toks) && (c.toks[to].char == ',' || c.conjunction(to)) {
		next := to + 1
		if c.has(next, clsArticle, clsStopword) && !c.has(next, clsRank) {
			next++
		}
		e := c.startingAt(next, clsRank)
		if e == nil || c.toks[next].sent != sent {
			break
		}
		to = e.end
	}
	if i < 2 || !c.has(i-1, clsArticle, clsStopword) || c.toks[i-2].char != ',' || int(to) < len(c.toks) && c.toks[to].sent == sent && c.toks[to].kind != punctToken {
		return false
	}
	verb := int(to) >= len(c.toks) || c.toks[to].sent != sent // nor does anything stand behind
	for k := i - 3; k >= max(0, i-far) && c.toks[k].sent == sent && (c.toks[k].kind == wordToken || c.toks[k].char == '-' && !c.toks[k].is(spaceBefore)); k-- {
		if c.has(k, clsSessionNoun) && (!verb || c.endingAt(k, clsCardinal) != nil) {
			return true // "two sessions were held in Minsk, the fifth and the sixth", where the verb parts them
		}
		verb = verb || c.has(k, clsTense)
	}
	return false
}

// predicated reports an ordinal that a sentence ends with and says of a sitting that
// it has named: "The summit in Ankara will be the 36th." In figures it may be a day.
func (c *chart) predicated(i, to int32) bool {
	const days = 31
	if c.toks[i].kind == digitToken && c.toks[i].num <= days {
		return false
	}
	if i < 2 || !c.has(i-1, clsArticle, clsStopword) || !c.has(i-2, clsCopula, clsTense) || c.toks[i-2].sent != c.toks[i].sent {
		return false
	}
	ends := int(to) >= len(c.toks) || c.toks[to].sent != c.toks[i].sent || c.toks[to].kind == punctToken && c.toks[to].char != '-' && c.toks[to].char != '%'
	return ends && c.subjectSits(i-2)
}

// subjectSits reports that the noun of the sitting in front of the verb at token i, where
// the sentence has one, may be its subject: no other verb, clause or comma parts them, nor
// does a word of place stand in front of the noun. "She said at the summit that her
// economy is the 36th."
func (c *chart) subjectSits(i int32) bool {
	const near = 3 // words between the word of place and the noun
	start := c.sents[c.toks[i].sent].start
	for i >= start && c.has(i, clsCopula, clsTense) {
		i-- // "will be", "has been"
	}
	for ; i >= start; i-- {
		if c.has(i, clsSessionNoun) {
			for k := i - 1; k >= max(start, i-near); k-- {
				if c.has(k, clsLocative) {
					return false
				}
			}
			return true
		}
		if c.comma(i) || c.has(i, clsCopula, clsTense) || c.tense(i) != 0 || c.has(i, clsClause) && !c.conjunction(i) {
			return false
		}
	}
	return true
}

// nounOfRow finds the noun without a number in front of an ordinal "in a row"
// in its sentence, with the names joined to it: "EU–Japan-toppmøtet, det 30. i
// rekken".
func (c *chart) nounOfRow(i, end int32, number int) (sitting, bool) {
	const opening = 3 // words: "It is the 33rd of its kind" goes on about the sentence before
	start := c.sents[c.toks[i].sent].start
	if before, ok := c.sentenceBefore(i); ok && i-start <= opening {
		start = before.start
	}
	for k := i - 1; k >= start; k-- {
		e := c.startingAt(k, clsSessionNoun)
		if e == nil || e.end > i || c.has(k, clsAnniversary, clsNotSession) {
			continue
		}
		if c.endingAt(k, clsRank) != nil {
			return sitting{}, false // it has a number of its own
		}
		from := k
		for from > 1 && c.toks[from-1].char == '-' && !c.toks[from].is(spaceBefore) {
			from -= 2
		}
		for !c.pack.NounCapitals && !c.pack.BodyFirst && c.toks[k].is(capital) && from > start && c.toks[from-1].kind == wordToken && c.toks[from-1].is(capital) && !c.has(from-1, clsStopword, clsOtherSitting) {
			from-- // "the Berlin Security Conference, the 24th"
		}
		noun := sitting{chart: c, from: k, to: e.end}
		c.phraseBehind(&noun)
		return sitting{chart: c, from: i, to: end, number: number, kind: c.value(e), numberTo: end, nounFrom: k, phraseFrom: from, phraseTo: min(noun.phraseTo, i), row: true, rule: "ordinal-alone"}, true
	}
	return sitting{}, false
}
