package extract

// What tells about a sum in languages whose verb stands last (pack.toml,
// body_first): the verb behind it in its own clause, everything else in front.

// newSubject is how many words behind a verb make what follows a matter of its own.
const newSubject = 3

// maxVerb bounds the words between a sum and the verb that tells its trend.
const maxVerb = 9

// trendAhead returns the trend that the clause of a sum says behind it, else
// an adverb right in front: "yüzde 25,6 artarak 2 milyar 143 milyon dolara".
func (c *chart) trendAhead(s, before, behind *sum) string {
	if c.beganFrom(s, behind) {
		return ""
	}
	sent := c.sents[c.toks[s.from].sent]
	if behind != nil && c.comma(s.to) && c.sharesVerb(s, behind) {
		return behind.q.Trend
	}
	for k := s.to; k < min(sent.end, s.to+maxVerb); k++ {
		if behind != nil && k >= behind.from {
			if c.conjunction(k-1) && c.linkedBy(s, behind) {
				return behind.q.Trend
			}
			break
		}
		if e := c.startingAt(k, clsTrend); e != nil {
			if c.value(e) != "none" {
				return c.value(e)
			}
			k = e.end - 1
			continue
		}
		if c.comma(k) || c.toks[k].char == ':' || c.conjunction(k) && !(behind != nil && k+1 == behind.from) || c.tense(k) != 0 {
			break
		}
	}
	for k := s.from; k > max(sent.start, s.from-3) && !(before != nil && k <= before.to); k-- {
		if e := c.endingAt(k, clsTrend); e != nil && (before == nil || e.start >= before.to) {
			if c.value(e) == "none" {
				break
			}
			return c.value(e)
		}
		if c.comma(k - 1) {
			break
		}
	}
	return ""
}

// beganFrom reports a sum that only tells where the one behind it began: "5 milyar
// dolardan 6 milyar dolara yükseldi".
func (c *chart) beganFrom(s, behind *sum) bool {
	if behind == nil || behind.from != s.to && !(behind.from == s.to+1 && c.comma(s.to)) {
		return false
	}
	return c.pack.ablative >= 0 && c.endsIn(s.to-1, c.pack.ablative)
}

// periodOfBeginning gives a sum that tells where another one began the period that
// the percentage in front of it is compared with, unless a date stands beside it:
// "geçen yılın aynı ayına göre yüzde 34 artarak 5 milyar dolardan 7
// milyar dolara".
func (c *chart) periodOfBeginning(s, before *sum) {
	const near = 3 // words
	start := c.sents[c.toks[s.from].sent].start
	if before != nil {
		start = max(start, before.to)
	}
	var since *fact
	for _, f := range c.datesIn(c.sents[c.toks[s.from].sent].start, s.from) {
		switch {
		case f.from >= start && s.from-f.to <= near:
			return
		case before != nil && before.percent != nil && f.value() == before.percent.Baseline:
			since = f
		}
	}
	if since == nil {
		return // a forecast that is changed is of one period
	}
	s.setPeriod(since)
}

// sharesVerb reports that the verb behind the second of two percentages is that
// of the first too: "aylık yüzde 1,6, yıllık yüzde 71,6 arttı".
func (c *chart) sharesVerb(a, b *sum) bool {
	x, y := &c.toks[a.to-1], &c.toks[b.to-1]
	if a.percent == nil || b.percent == nil || x.end > x.stem != (y.end > y.stem) || a.percent.Unit != b.percent.Unit {
		return false
	}
	for k := a.to + 1; k < b.from; k++ {
		if !c.taken[k] && c.tense(k) != 0 || c.comma(k) || c.has(k, clsTrend) {
			return false
		}
	}
	return true
}

// sharesSubject reports that only a date and a word of comparison stand
// between two percentages: both are of one thing.
func (c *chart) sharesSubject(a, b *sum) bool {
	if !c.pack.BodyFirst || a == nil || !c.comma(a.to) || a.percent == nil || b.percent == nil || a.percent.Unit != b.percent.Unit {
		return false
	}
	compared := false
	for k := a.to + 1; k < b.from; k++ {
		if c.has(k, clsCompareAfter) {
			compared = true
		} else if !c.taken[k] && !(compared && k == b.from-1) {
			return false
		}
	}
	return compared
}

// linkedBy reports that only a conjunction stands between two sums.
func (c *chart) linkedBy(a, b *sum) bool { return b.from == a.to+1 && c.conjunction(a.to) }

// partiesOfClause are the countries in the clause of a sum: from the sum in
// front, a comma or a conjunction to the sum behind or a comma. A country whose
// figures they are ("Çin gümrük verilerine göre") is no party.
func (c *chart) partiesOfClause(s, before, behind *sum) []string {
	sent := c.sents[c.toks[s.from].sent]
	from, to := sent.start, sent.end
	if before != nil {
		from = max(from, before.to)
	}
	if behind != nil {
		to = min(to, behind.from)
	}
	for k := s.from - 1; k >= from; k-- {
		if c.comma(k) && (before != nil || behind != nil) || before != nil && c.conjunction(k) {
			from = k + 1
		}
	}
	for k := s.to; k < to; k++ {
		if c.comma(k) {
			to = k
		}
	}
	return c.without(c.partiesIn(from, to), from, to)
}

// without drops the countries behind which a word such as "according to"
// follows within a few words.
func (c *chart) without(parties []string, from, to int32) []string {
	const near = 4
	var kept []string
	for _, p := range parties {
		source := true
		for k := from; k < to && source; k++ {
			e := c.startingAt(k, clsCountry, clsNationality)
			if e == nil || c.value(e) != p {
				continue
			}
			source = false
			for x := e.end; x < min(to, e.end+near) && !c.comma(x); x++ {
				source = source || c.has(x, clsCompareAfter)
			}
		}
		if !source {
			kept = append(kept, p)
		}
	}
	return kept
}
