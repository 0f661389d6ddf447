package extract

import (
	"bytes"
	"slices"
)

// startsFrom reports that a word of comparison stands in front of a figure:
// "from 23.7 percent", "than the 1.4 percent".
func (c *chart) startsFrom(i int32) bool {
	if e := c.endingAt(i, clsBound); e != nil {
		i = e.start // "from almost 12 to 9 percent"; "over 5 percent" compares nothing
	}
	if i > 1 && c.has(i-1, clsStopword) && !c.has(i-1, clsCompare) {
		i--
	}
	return c.endingAt(i, clsCompare) != nil
}

// trendOf returns the trend that the nearest word of one says: a verb in
// front ("rose by 5 percent"), a word behind ("5 percent more").
func (c *chart) trendOf(s, before, behind *sum) string {
	if c.pack.BodyFirst {
		return c.trendAhead(s, before, behind)
	}
	sent := c.partOf(s.from)
	if c.startsFrom(s.from) || c.wasBefore(s, before, behind) {
		return "" // "grew from 1.2 billion to 2.4": the first only tells where it began
	}
	const farTrend, farVerb = 14, 20 // tokens
	low, high := max(sent.start, s.from-farTrend), min(sent.end, s.to+8)
	become := c.figureWord(s, clsFigureTo) != nil
	if become {
		low = max(sent.start, s.from-farVerb)
	}
	best, bestGap := "", int32(1000)
	verb, verbGap := "", bestGap // the same without nouns for what is measured, as "growth"
	for k := c.next(clsTrend, low, high); k < high; k = c.next(clsTrend, k+1, high) {
		if k >= s.from && k < s.to {
			continue
		}
		e := c.startingAt(k, clsTrend)
		if c.value(e) == "none" { // "gjort opp": settled, not up
			k = e.end - 1
			continue
		}
		if e.end <= s.from && s.percent == nil && c.has(k, clsTrendObject) && !c.changedBy(s.from) {
			continue // "raised $5 million", "contracted in May for $5 million"
		}
		var gap int32
		if x := c.startingAt(k, clsCompare); x != nil && x.end == s.from {
			continue // "up from 170": that is the other figure's
		}
		if e.end <= s.from {
			gap = s.from - e.end
			parted := false
			for x := e.end; x < s.from; x++ {
				if c.has(x, clsClause) && !c.conjunction(x) && !c.taken[x] {
					gap += 12 // "the expansion, on which 1.2 billion is spent"
				}
				if parted = parted || c.comma(x); parted && c.has(x, clsTense) {
					gap += 12 // "interest rates rose, the deficit was 3.2 percent"
					parted = false
				}
			}
			// The figure in front of a further one took the word.
			for x := e.end; x < s.from; x++ {
				if c.toks[x].char == ';' || c.toks[x].char == ',' && before != nil && x > before.to {
					gap += 6
				}
			}
		} else if k >= s.to {
			gap = k - s.to + 1
			for x := s.to; x < k; x++ {
				if c.comma(x) || c.conjunction(x) {
					gap += 6
				} else if c.has(x, clsClause) {
					gap += 12 // ", while imports fell"
				}
			}
			if behind != nil && c.upFrom(s, k, e.end, behind) {
				gap = 1
			} else if behind != nil && !c.linkedSums(s, behind) && (behind.from < k || behind.from-e.end < gap) {
				continue // it is the next figure's: ", einem Rückgang um 11 Prozent"
			}
		}
		if gap < bestGap {
			best, bestGap = c.value(e), gap
		}
		if gap < verbGap && !c.has(k, clsMeasure) {
			verb, verbGap = c.value(e), gap
		}
	}
	if become && verbGap <= farVerb {
		return verb // "lowered its forecast for growth in 2025 to 3.2 percent"
	}
	if bestGap > farTrend {
		best = ""
	}
	if best == "" && behind != nil && (c.linkedSums(s, behind) || c.parallelSums(s, behind)) {
		best = behind.q.Trend
	}
	return best
}

// parallelSums reports two figures behind the same preposition, between them nothing
// but a conjunction and when the second is for: their verb stands behind both, "2024
// um 3 Prozent und 2025 um 2,7 Prozent wachsen".
func (c *chart) parallelSums(a, b *sum) bool {
	const near = 8
	if a.from == 0 || b.from <= a.to+1 || b.from-a.to > near || !c.has(a.from-1, clsStopword) || !bytes.Equal(c.folded(&c.toks[a.from-1]), c.folded(&c.toks[b.from-1])) {
		return false
	}
	for x := a.to; x < b.from-1; x++ {
		if c.has(x, clsTrend) || !c.conjunction(x) && !c.comma(x) && !c.taken[x] && !c.has(x, clsStopword) {
			return false
		}
	}
	return true
}

// wasBefore reports a figure that another one beside it has grown or shrunk from:
// "steg fra 9 milliarder til 12", "stieg auf 12 Milliarden von 9". The words alone
// do not say it: "et fall fra 9 prosent av velgerne", "ein Anstieg von 9 Prozent".
func (c *chart) wasBefore(s, before, behind *sum) bool {
	const near = 8 // tokens between the two
	if c.figureWord(s, clsFigureFrom) == nil {
		return false
	}
	part := c.partOf(s.from)
	beside := func(o *sum, gap int32) bool {
		return o != nil && gap <= near && o.from >= part.start && o.from < part.end && c.figureWord(o, clsFigureTo) != nil
	}
	return before != nil && beside(before, s.from-before.to) || behind != nil && beside(behind, behind.from-s.to)
}

// figureWord returns the word of a class in front of a figure and its bound.
func (c *chart) figureWord(s *sum, cls class) *edge {
	i := s.from
	if e := c.endingAt(i, clsBound); e != nil {
		i = e.start
	}
	return c.endingAt(i, cls)
}

// changedBy reports that a word such as "by" stands in front of a sum at token i,
// perhaps with a bound between.
func (c *chart) changedBy(i int32) bool {
	if e := c.endingAt(i, clsBound); e != nil {
		i = e.start
	}
	return c.endingAt(i, clsChangedBy) != nil
}

// upFrom reports that the word of trend at token k tells of the figure in front
// how it has changed since the one behind: "6.5 million last year, up from 5.2".
func (c *chart) upFrom(s *sum, k, end int32, behind *sum) bool {
	for x := s.to; x < k; x++ {
		if c.toks[x].kind == punctToken && !c.comma(x) || c.has(x, clsTense) || c.has(x, clsClause) && !c.taken[x] {
			return false
		}
	}
	if k > s.to+8 {
		return false
	}
	from := behind.from
	if e := c.endingAt(from, clsBound); e != nil {
		from = e.start
	}
	for _, at := range []int32{k, end} {
		if e := c.startingAt(at, clsCompare); e != nil && e.end == from && e.end > end {
			return true
		}
	}
	return false
}

// trendShared returns the trend of a figure in front whose verb this one goes
// without: "exports rose by 5 percent to 3 billion, imports by 7 percent". The
// same preposition stands in front of both, and between them names of what is
// counted and small words only.
func (c *chart) trendShared(sums []sum, i int) string {
	s := &sums[i]
	if s.from == 0 || c.startsFrom(s.from) || !c.has(s.from-1, clsStopword) {
		return ""
	}
	counts := false
	x := s.from - 1
	for j := i - 1; j >= 0 && j > i-4 && c.sameSentence(sums[j].from, s.from); j-- {
		b := &sums[j]
		for ; x >= b.to; x-- {
			t := &c.toks[x]
			counts = counts || c.has(x, clsMeasure)
			if t.kind == wordToken && !c.has(x, clsMeasure, clsStopword, clsAnd) && !c.taken[x] && (!c.pack.NounCapitals || !t.is(capital)) ||
				c.has(x, clsTrend, clsClause) && !c.conjunction(x) || t.kind == punctToken && !c.comma(x) || t.char == ';' {
				return ""
			}
		}
		x = b.from - 1
		if counts && b.from > 0 && b.q.Trend != "" && bytes.Equal(c.folded(&c.toks[b.from-1]), c.folded(&c.toks[s.from-1])) {
			return b.q.Trend
		}
	}
	return ""
}

// linkedSums reports two figures of one change: "um 1,9 % auf 22,3 Mrd. Fr.
// gestiegen", "rose by 5 percent to 3 billion". One verb tells of both.
func (c *chart) linkedSums(a, b *sum) bool {
	if b.from-a.to > 4 || b.from < a.to {
		return false
	}
	for x := a.to; x < b.from; x++ {
		if c.toks[x].kind != wordToken || c.toks[x].is(capital) || c.conjunction(x) {
			return false
		}
	}
	return true
}

// countsOn reports a sum that goes on with the figures in front of the
// semicolon: it tells a trend or a date of its own.
func (c *chart) countsOn(s *sum, from int32) bool {
	from = c.behindSemicolon(from, s.from)
	return s.q.Trend != "" || slices.ContainsFunc(c.datesIn(from, s.from), func(f *fact) bool { return f.to <= s.from })
}
