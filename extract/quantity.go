package extract

import (
	"bytes"
	"slices"

	"extract/model"
)

// sum is a record of money or a percentage with its place.
type sum struct {
	chart    *chart
	from, to int32
	q        *model.Quantity
	percent  *model.Percent // nil for money
	period   *period
	other    bool // the period is the same one of another year: what follows is not of it
}

// measureSums fills what the words around say of each sum: which way it
// goes, what it measures, for when, compared with what.
func (d *document) measureSums(c *chart, sums []sum) {
	neighbours := func(i int) (before, behind *sum) {
		if i > 0 && c.sameSentence(sums[i-1].from, sums[i].from) {
			before = &sums[i-1]
		}
		if i+1 < len(sums) && c.sameSentence(sums[i+1].from, sums[i].from) {
			behind = &sums[i+1]
		}
		return before, behind
	}
	// From the right: a figure may share the trend of the one behind it.
	for i := len(sums) - 1; i >= 0; i-- {
		if s := &sums[i]; s.q.Trend == "" {
			before, behind := neighbours(i)
			s.q.Trend = c.trendOf(s, before, behind)
		}
	}
	for i := range sums {
		s := &sums[i]
		if s.q.Trend == "" {
			s.q.Trend = c.trendShared(sums, i)
		}
		before, behind := neighbours(i)
		if s.q.Bound == "" {
			s.q.Bound = c.boundOf(s, before)
		}
		d.measureOf(c, s, before, behind)
		if s.q.Measure == "" && c.sharesSubject(before, s) {
			s.q.Measure, s.q.About = before.q.Measure, before.q.About
		}
		var running *sum
		if i > 0 {
			running = &sums[i-1]
		}
		d.periodOf(c, s, before, behind, running)
	}
}

func (c *chart) sameSentence(a, b int32) bool { return c.toks[a].sent == c.toks[b].sent }

// startsFrom reports that a word of comparison stands in front of a figure:
// "from 23.7 percent", "than the 1.4 percent".
func (c *chart) startsFrom(i int32) bool {
	if i > 1 && c.has(i-1, clsStopword) && !c.has(i-1, clsCompare) {
		i--
	}
	return c.endingAt(i, clsCompare) != nil
}

// partOf is the part of the sentence around a token, between semicolons.
func (c *chart) partOf(i int32) sentence {
	s := c.sents[c.toks[i].sent]
	for k := s.start; k < s.end; k++ {
		if c.toks[k].char != ';' {
			continue
		}
		if k < i {
			s.start = k + 1
		} else {
			s.end = k
		}
	}
	return s
}

// trendOf returns the trend that the nearest word of one says: a verb in
// front ("rose by 5 percent"), a word behind ("5 percent more").
func (c *chart) trendOf(s, before, behind *sum) string {
	if c.pack.BodyFirst {
		return c.trendAhead(s, before, behind)
	}
	sent := c.partOf(s.from)
	if s.q.Bound == "" && c.startsFrom(s.from) {
		return "" // "grew from 1.2 billion to 2.4": the first only tells where it began
	}
	low, high := max(sent.start, s.from-14), min(sent.end, s.to+8)
	best, bestGap := "", int32(1000)
	for k := low; k < high; k++ {
		if k >= s.from && k < s.to {
			continue
		}
		e := c.startingAt(k, clsTrend)
		if e == nil {
			continue
		}
		if c.value(e) == "none" { // "gjort opp": settled, not up
			k = e.end - 1
			continue
		}
		var gap int32
		if x := c.startingAt(k, clsCompare); x != nil && x.end == s.from {
			continue // "up from 170": that is the other figure's
		}
		if e.end <= s.from {
			gap = s.from - e.end
			for x := e.end; x < s.from; x++ {
				if c.has(x, clsClause) && !c.conjunction(x) && !c.taken[x] {
					gap += 12 // "the expansion, on which 1.2 billion is spent"
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
	}
	if bestGap > 14 || best == "none" {
		best = ""
	}
	if best == "" && behind != nil && c.linkedSums(s, behind) {
		best = behind.q.Trend
	}
	return best
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
	if s.from == 0 || s.q.Bound == "" && c.startsFrom(s.from) || !c.has(s.from-1, clsStopword) {
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

// comma reports a comma or semicolon that is not part of a number.
func (c *chart) comma(i int32) bool {
	return (c.toks[i].char == ',' || c.toks[i].char == ';') && int(i)+1 < len(c.toks) && c.toks[i+1].is(spaceBefore)
}

// countsOn reports a sum that goes on with the figures in front of the
// semicolon: it tells a trend or a date of its own.
func (c *chart) countsOn(s *sum, from int32) bool {
	for c.semicolons(from, s.from) > 0 {
		from++
	}
	return s.q.Trend != "" || slices.ContainsFunc(c.datesIn(from, s.from), func(f *fact) bool { return f.to <= s.from })
}

// behindSemicolon returns the token behind the last semicolon between two
// tokens, else the first.
func (c *chart) behindSemicolon(from, to int32) int32 {
	for x := to - 1; x >= from; x-- {
		if c.toks[x].char == ';' {
			return x + 1
		}
	}
	return from
}

// semicolons counts the semicolons between two tokens: each begins a matter of
// its own.
func (c *chart) semicolons(from, to int32) (n int32) {
	for x := from; x < to; x++ {
		if c.toks[x].char == ';' {
			n++
		}
	}
	return n
}

// bracketCloses reports that what stands in front of the first token is a
// remark in brackets, whose period is not that of what follows.
func (c *chart) bracketCloses(from, to int32) bool {
	for x := from; x < to; x++ {
		switch c.toks[x].char {
		case '(':
			return false
		case ')':
			return true
		}
	}
	return false
}

// partedBetween reports a comma or an "and" between two tokens.
func (c *chart) partedBetween(from, to int32) bool {
	for x := from; x < to; x++ {
		if c.comma(x) || c.conjunction(x) || c.toks[x].char == '(' {
			return true
		}
	}
	return false
}

// commaBetween reports that a comma parts what stands between two tokens.
func (c *chart) commaBetween(from, to int32) bool {
	for x := from; x < to; x++ {
		if c.comma(x) {
			return true
		}
	}
	return false
}

// boundOf returns the bound of a verb in front of a sum: "exceeded", "oversteg".
func (c *chart) boundOf(s, before *sum) string {
	sent := c.sents[c.toks[s.from].sent]
	low := max(sent.start, s.from-9)
	if before != nil {
		low = max(low, before.to)
	}
	for k := s.from - 1; k >= low; k-- {
		if e := c.startingAt(k, clsBoundVerb); e != nil && e.end <= s.from {
			return c.value(e)
		}
		if c.toks[k].char == ',' || c.toks[k].char == ';' {
			break
		}
	}
	for k := s.to; k < min(sent.end, s.to+3); k++ {
		if e := c.startingAt(k, clsBoundVerbAfter); e != nil {
			return c.value(e)
		}
		if c.toks[k].kind == punctToken {
			break
		}
	}
	return ""
}

// periodOf finds the date that a sum is for, and the one that a percentage
// is compared with.
func (d *document) periodOf(c *chart, s, before, behind, running *sum) {
	var period, baseline *fact
	sent := c.sents[c.toks[s.from].sent]
	part := c.partOf(s.from)
	bestGap, today := int32(1<<20), false
	for _, f := range c.datesIn(sent.start, sent.end) {
		g := f.dates.grain()
		compared := c.comparedWith(f) && !c.comparesSum(s, before, f)
		if c.pack.BodyFirst && f.from >= s.to && (compared || c.commaBetween(s.to, f.from)) {
			continue // what tells about a sum stands in front of it
		}
		if compared {
			if s.percent != nil && f.from >= s.to && (behind == nil || f.from < behind.from || behind.percent == nil) {
				if baseline == nil {
					baseline = f
				}
			} else if s.percent != nil && baseline == nil && f.to <= s.from && (before == nil || f.from >= before.to || before.percent == nil) {
				baseline = f
			}
			continue
		}
		if g <= dayGrain && f.to <= s.from && s.from-f.to <= 4 && (before == nil || f.from >= before.to) {
			today = true // "heute etwa 44 Prozent" is not of the period before
		}
		if g <= weekGrain || f.dates.openL && !c.adjacent(s, f) || f.dates.openR || f.from >= part.end {
			continue
		}
		var gap int32
		switch {
		case f.from >= s.to:
			gap = f.from - s.to
			if c.pack.BodyFirst {
				gap += 12 // what tells about a sum stands in front of it
			}
			if behind == nil && c.commaBetween(s.to, f.from) {
				gap += 6
			}
			if gap > 3 || behind != nil && f.to <= behind.from && c.partedBetween(s.to, f.from) {
				gap += 13 // "… 1,4 percent, for 2025 1,2 percent": it is that of the next
			}
			gap += 30 * c.semicolons(s.to, f.from)
			if behind != nil && f.from >= behind.to {
				if f.from-behind.to <= 2 && c.commaBetween(s.to, behind.from) {
					continue // it is that of the next
				}
				gap += 40
			}
		default:
			if c.pack.BodyFirst && f.same && before != nil && f.to <= before.from {
				continue // "in the same period 76.6, now 75 percent"
			}
			gap = s.from - f.to + 2 + 30*c.semicolons(f.to, s.from)
			if c.bracketCloses(f.to, s.from) {
				gap += 40
			}
			// A date right behind the sum before is that one's.
			if before != nil && f.from >= before.to && f.from-before.to <= 2 && !c.partedBetween(before.to, f.from) && !(c.pack.BodyFirst && s.from-f.to <= 1) {
				gap += 60
			}
			if before != nil && f.to <= before.from {
				gap += 3
				if before.period != nil && before.period.String() != f.dates.String() {
					gap += 60 // another date is nearer to the sum before
				}
			}
		}
		if gap < bestGap {
			bestGap, period = gap, f
		}
	}
	if period == nil && today {
		s.period = nil
	} else if period == nil && before != nil && before.period != nil && !c.bracketCloses(before.to, s.from) {
		if !before.other {
			s.period = before.period
		}
	} else if period != nil {
		s.period, s.other = &period.dates.period, period.same
	} else if period == nil && c.goesOnCounting(s, running) {
		s.period = running.period
	}
	if s.period != nil {
		s.q.Period, s.q.FirstDay, s.q.LastDay = s.period.texts()
	}
	if s.percent == nil {
		return
	}
	switch {
	case baseline != nil:
		b := baseline.dates.period
		if s.period != nil && b.single && b.from.grain == yearGrain && !s.period.openL && !s.period.openR && s.period.grain() != yearGrain {
			b = s.period.shiftYears(b.from.year - s.period.from.year)
		}
		if s.period == nil || b.String() != s.period.String() {
			s.percent.Baseline = b.String()
		}
	case c.yearOnYear(s, before, behind):
		if s.period != nil && !s.period.openL && !s.period.openR {
			s.percent.Baseline = s.period.shiftYears(-1).String()
		} else {
			s.percent.Baseline = "yoy"
		}
	}
}

// adjacent reports a date right beside a sum.
func (c *chart) adjacent(s *sum, f *fact) bool {
	return f.from-s.to <= 2 && f.from >= s.to || s.from-f.to <= 2 && f.to <= s.from
}

// comparesSum reports that the word of comparison stands in front of the sum
// itself, whose period is the date behind it: "against a rise of 6.3 percent in
// the same quarter of last year".
func (c *chart) comparesSum(s, before *sum, f *fact) bool {
	if !f.same || c.pack.BodyFirst || f.from < s.to || f.from > s.to+1 {
		return false
	}
	low := max(c.sents[c.toks[s.from].sent].start, s.from-6)
	if before != nil {
		low = max(low, before.to)
	}
	for k := s.from - 1; k >= low && !c.comma(k); k-- {
		if e := c.startingAt(k, clsCompare); e != nil && e.end <= s.from {
			return true
		}
	}
	return false
}

// comparedWith reports that a date is what something is compared with: a word
// of comparison stands in front of it (or behind it, where the language has it
// there), or it is the same period of another year.
func (c *chart) comparedWith(f *fact) bool {
	if f.same && !c.pack.BodyFirst {
		return true
	}
	if f.dates.grain() <= weekGrain {
		return false // "on 3 May" tells when, "on 2022" what with
	}
	sent := c.sents[c.toks[f.from].sent]
	start := f.from
	if !f.dates.single {
		start-- // "from January to October" is a stretch
	}
	for k := start; k >= max(sent.start, f.from-4) && !c.comma(k); k-- {
		if e := c.startingAt(k, clsCompare); e != nil && e.end >= f.from-2 && (f.dates.single || e.start >= f.from || e.end <= f.from) {
			return true
		}
	}
	for k := f.to - 1; k < min(sent.end, f.to+3); k++ {
		if c.has(k, clsCompareAfter) {
			return true
		}
	}
	return false
}

// paragraph returns the tokens of the block that token i stands in.
func (c *chart) paragraph(i int32) (from, to int32) {
	block := c.toks[i].block
	for from = i; from > 0 && c.toks[from-1].block == block; from-- {
	}
	for to = i + 1; int(to) < len(c.toks) && c.toks[to].block == block; to++ {
	}
	return from, to
}

// mutual reports that a part of a sentence speaks of two sides without naming them.
func (c *chart) mutual(s sentence) bool {
	for k := s.start; k < s.end; k++ {
		if c.has(k, clsMutual) {
			return true
		}
	}
	return false
}

// partiesOfParagraph are the countries that the paragraph around a token names. Sums come in the order
// of the text, so the last answer is kept.
func (c *chart) partiesOfParagraph(i int32) []string {
	if asked := c.toks[i].block + 1; c.partiesAsked != asked {
		c.partiesAsked, c.parties = asked, c.partiesIn(c.paragraph(i))
	}
	return c.parties
}

// yearOnYear reports words such as "year-on-year" beside a percentage.
func (c *chart) yearOnYear(s, before, behind *sum) bool {
	sent := c.sents[c.toks[s.from].sent]
	from, to := max(sent.start, s.from-8), min(sent.end, s.to+8)
	if c.pack.BodyFirst {
		if before != nil {
			from = max(from, before.to)
		}
		if behind != nil {
			to = min(to, behind.from)
		}
	}
	for k := from; k < to; k++ {
		if k >= s.to && c.pack.BodyFirst && (c.comma(k) || c.toks[k].char == ';') {
			break
		}
		if c.has(k, clsYearOnYear) {
			return true
		}
	}
	return false
}

// goesOnCounting reports a sum that goes on with the figures of the sentence
// before, whose period it shares: "Trade was 18 billion in 2012. Exports rose
// by 9 percent." It must tell a trend or measure what flows.
func (c *chart) goesOnCounting(s, prev *sum) bool {
	if prev == nil || prev.period == nil || c.toks[prev.from].block != c.toks[s.from].block || c.toks[s.from].sent-c.toks[prev.from].sent != 1 {
		return false
	}
	switch s.q.Measure {
	case "trade", "exports", "imports", "growth", "inflation":
		return true
	}
	return s.q.Trend != ""
}

// measureOf fills what a sum measures and between whom.
func (d *document) measureOf(c *chart, s, before, behind *sum) {
	sent := c.sents[c.toks[s.from].sent]
	best := int32(1 << 20)
	for _, k := range c.measuresIn(c.toks[s.from].sent) {
		e := c.startingAt(k, clsMeasure)
		if k >= s.from && k < s.to || k > sent.start && !c.pack.NounCapitals && c.inTitle(k) {
			continue
		}
		if e.end <= s.from && (c.semicolons(e.end, s.from) > 0 && !c.countsOn(s, e.end) || c.pack.BodyFirst && before != nil && e.end <= before.from && c.verbBetween(before.to, s.from-newSubject)) {
			continue // told of the sum in front, whose verb is said
		}
		gap := s.from - e.end // "growth of 5.5 percent" measures growth
		if k >= s.to {
			gap = (k - s.to) + 4 + 12*c.semicolons(s.to, k)
			if behind != nil && behind.from >= e.end && behind.from-e.end < k-s.to {
				continue // "81 percent at an interest rate of 0.1 percent"
			}
			if c.commaBetween(s.to, k) {
				gap += 12
			}
		}
		if gap < 0 {
			gap = 0
		}
		if gap < best {
			best = gap
			s.q.Measure = c.value(e)
			start, end := c.span(e.start, e.end)
			s.q.About = c.text[start:end]
		}
	}
	switch s.q.Measure {
	case "trade", "exports", "imports", "investment", "aid":
		parties := c.partiesIn(sent.start, sent.end)
		if from := c.behindSemicolon(sent.start, s.from); from > sent.start {
			if own := c.partiesIn(from, sent.end); len(own) > 0 {
				parties = own // "…; with China it grew by 9.6 percent"
			}
		}
		if c.pack.BodyFirst {
			parties = c.without(parties, sent.start, sent.end)
			if own := c.partiesOfClause(s, before, behind); len(own) > 0 && (before != nil || behind != nil) {
				parties = own
			} else if before != nil && before.q.Measure == s.q.Measure && !c.commaBetween(before.to, s.from) {
				parties = before.q.Parties
			}
			parties = d.withHome(c, parties, s)
		}
		if len(parties) < 2 && s.q.Measure == "trade" && (c.pack.BodyFirst || c.mutual(sent)) {
			// "Der Handel zwischen beiden Ländern": the two that the paragraph names.
			if both := c.partiesOfParagraph(s.from); len(both) == 2 {
				parties = both
			}
		}
		if i := slices.Index(parties, "EU"); i >= 0 && len(parties) > 2 {
			parties = slices.Delete(parties, i, i+1) // "the largest partner in the EU"
		}
		if len(parties) > 0 && len(parties) <= 3 {
			s.q.Parties = parties
		}
	}
	if s.percent == nil && !slices.Contains([]string{"", "trade", "exports", "imports", "investment", "gdp", "budget", "debt", "aid", "price"}, s.q.Measure) {
		s.q.Measure, s.q.About = "", ""
	}
}

// ofIndex reports that points at token i are of an index or a league: such a
// word stands in front of them in the sentence, and no rate nearer.
func (c *chart) ofIndex(i int32) bool {
	start := c.sents[c.toks[i].sent].start
	for k := i - 1; k >= start; k-- {
		if c.has(k, clsIndex) {
			return true
		}
		if e := c.startingAt(k, clsMeasure); e != nil && c.value(e) != "price" {
			return false
		}
	}
	return false
}

// inTitle reports that the word at token k is a part of a name: it begins with
// a capital and so does the word beside it ("Türk Yatırım Fonu").
func (c *chart) inTitle(k int32) bool {
	t := &c.toks[k]
	if !t.is(capital) || t.is(allCaps) || c.titleCase(k) {
		return false
	}
	beside := func(i int32) bool {
		return i >= 0 && int(i) < len(c.toks) && c.toks[i].sent == t.sent && c.toks[i].kind == wordToken && c.toks[i].is(capital)
	}
	return beside(k-1) && c.toks[k-1].end == c.toks[k-1].stem || beside(k+1) && t.end == t.stem
}

// withHome adds the article's own country where the sentence says "our
// country" or "our exports" beside one other.
func (d *document) withHome(c *chart, parties []string, s *sum) []string {
	if len(parties) != 1 {
		return parties
	}
	sent := c.sents[c.toks[s.from].sent]
	for k := sent.start; k < sent.end; k++ {
		if c.has(k, clsHome) {
			return unite(parties, []string{d.homeCountry()})
		}
	}
	return parties
}

// measuresIn returns the tokens of a sentence at which a word begins that says
// what is measured.
func (c *chart) measuresIn(n int32) []int32 {
	if c.measured == n+1 {
		return c.measures
	}
	c.measured, c.measures = n+1, c.measures[:0]
	for k := c.sents[n].start; k < c.sents[n].end; k++ {
		if c.has(k, clsMeasure) {
			c.measures = append(c.measures, k)
		}
	}
	return c.measures
}
