package extract

import (
	"slices"
	"strings"

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
	apart    bool // it is what something changed to: the dates of what it was are not its
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
		if s.q.Measure == "" && i > 0 && (sums[i-1].q.Measure != "share" && c.goesOnAbout(&sums[i-1], s) || before != nil && before.percent != nil && ofMoney(before.q.Measure) && c.linkedSums(before, s)) {
			s.q.Measure, s.q.About, s.q.Parties = sums[i-1].q.Measure, sums[i-1].q.About, sums[i-1].q.Parties
		}
		var running *sum
		for k := i - 1; k >= 0 && running == nil; k-- {
			if !c.bracketedAside(&sums[k]) {
				running = &sums[k]
			}
		}
		d.periodOf(c, sums[:i], s, before, behind, running)
	}
	for i := 0; i+1 < len(sums); i++ {
		c.pairPeriods(&sums[i], &sums[i+1])
	}
}

// pairPeriods gives two figures joined by a conjunction behind two periods joined by
// one each its own: "for 2025 and 2026 it expects 0.2 and 1.3 percent".
func (c *chart) pairPeriods(first, second *sum) {
	if second.from != first.to+1 || !c.conjunction(first.to) {
		return
	}
	dates := c.datesIn(c.sents[c.toks[first.from].sent].start, first.from)
	n := len(dates) - 1
	if n < 1 || len(c.sumsIn(dates[n-1].from, first.from)) > 0 {
		return
	}
	a, b := dates[n-1], dates[n]
	if a.to+1 != b.from || !c.conjunction(a.to) || a.dates.grain() != b.dates.grain() || a.dates.grain() < monthGrain || n > 1 && c.conjunction(a.from-1) {
		return
	}
	first.setPeriod(a)
	second.setPeriod(b)
}

func (c *chart) sameSentence(a, b int32) bool { return c.toks[a].sent == c.toks[b].sent }

// goesOnAbout reports a sentence with a pronoun for its subject behind the one
// of another sum in one paragraph: "Trade was 4 billion. It rose by 9 percent".
func (c *chart) goesOnAbout(before, s *sum) bool {
	a, b := &c.toks[before.from], &c.toks[s.from]
	if a.block != b.block || b.sent-a.sent != 1 || before.percent != nil && s.percent == nil {
		return false
	}
	for k := c.sents[b.sent].start; k+1 < s.from; k++ {
		if c.has(k, clsIt) && (c.has(k+1, clsTrend, clsTense, clsCopula) || k > 0 && c.has(k-1, clsTrend, clsTense, clsCopula) && c.has(k+1, clsLocative, clsStopword, clsBound, clsPercent)) {
			return true
		}
	}
	return false
}

// ofMoney reports something that sums of money measure, and not percentages alone.
func ofMoney(measure string) bool {
	switch measure {
	case "trade", "exports", "imports", "investment", "gdp", "budget", "debt", "aid", "price":
		return true
	}
	return false
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

// comma reports a comma or semicolon that is not part of a number.
func (c *chart) comma(i int32) bool {
	return (c.toks[i].char == ',' || c.toks[i].char == ';') && int(i)+1 < len(c.toks) && c.toks[i+1].is(spaceBefore)
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

// partedBetween reports a comma, an "and" or an opening bracket between two tokens.
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

// boundOf returns the bound that a verb in front of a sum tells ("exceeded",
// "oversteg"), or one right behind it ("überschritten").
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
	return c.next(clsMutual, s.start, s.end) < s.end
}

// partiesOfParagraph are the countries that the paragraph around a token names. Sums come in the order
// of the text, so the last answer is kept.
func (c *chart) partiesOfParagraph(i int32) []string {
	if asked := c.toks[i].block + 1; c.partiesAsked != asked {
		c.partiesAsked, c.parties = asked, c.partiesIn(c.paragraph(i))
	}
	return c.parties
}

// measureOf fills what a sum measures and between whom.
func (d *document) measureOf(c *chart, s, before, behind *sum) {
	sent := c.sents[c.toks[s.from].sent]
	best := int32(1 << 20)
	semicolon := c.behindSemicolon(sent.start, s.from) - 1 // the last one in front, if there is one
	for _, k := range c.measuresIn(c.toks[s.from].sent) {
		e := c.startingAt(k, clsMeasure)
		if k >= s.from && k < s.to || k > sent.start && !c.pack.NounCapitals && c.inTitle(k) {
			continue
		}
		gap := max(0, s.from-e.end) // "growth of 5.5 percent" measures growth
		if k >= s.to {
			gap = k - s.to + 4
		}
		if gap >= best {
			continue // whatever is said of it
		}
		if e.end <= s.from && (semicolon >= e.end && !c.countsOn(s, e.end) || c.pack.BodyFirst && before != nil && e.end <= before.from && c.verbBetween(before.to, s.from-newSubject)) {
			continue // told of the sum in front, whose verb is said
		}
		if c.measuresOther(e, s, before, behind) || c.lasts(k) || s.percent == nil && c.value(e) == "share" {
			continue // "exports made up $198 million of that"
		}
		if k >= s.to {
			if c.semicolons(s.to, k) > 0 {
				continue // which begins a matter of its own
			}
			if behind != nil && behind.from >= e.end && behind.from-e.end < k-s.to {
				continue // "81 percent at an interest rate of 0.1 percent"
			}
			if c.commaBetween(s.to, k) {
				gap += 12
			}
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
		parties = c.ofOwner(parties, s, before, behind)
		if i := slices.Index(parties, "EU"); i >= 0 && len(parties) > 2 {
			parties = slices.Delete(parties, i, i+1) // "the largest partner in the EU"
		}
		if len(parties) > 0 && len(parties) <= 3 {
			s.q.Parties = parties
		}
	}
	if s.percent == nil && s.q.Measure != "" && !ofMoney(s.q.Measure) {
		s.q.Measure, s.q.About = "", ""
	}
}

// lasts reports a measure that a duration counts: "nok til 5,3 måneders import",
// "5.3 months of imports".
func (c *chart) lasts(k int32) bool {
	if link := c.endingAt(k, clsOfficeOf); link != nil {
		k = link.start
	}
	unit := c.endingAt(k, clsUnit)
	return !c.pack.BodyFirst && unit != nil && unit.start > 0 && !c.taken[unit.start] && c.has(unit.start-1, clsNumber, clsInt)
}

// measuresOther reports that a word for what is measured tells it of another
// sum beside this one: "77 percent of exports go to a country where a tariff of
// 25 percent applies", "3.2 billion, of which 1.4 billion in aid", "it grew by 9
// percent and made up 17 percent of all trade". A sum is no share of GDP where
// a percentage is.
func (c *chart) measuresOther(e *edge, s, before, behind *sum) bool {
	if s.percent == nil && c.value(e) == "gdp" && (c.endingAt(e.start, clsPercent) != nil || c.endingAt(e.start-1, clsPercent) != nil || e.start > 2 && c.has(e.start-1, clsStopword) && c.endingAt(e.start-2, clsPercent) != nil) {
		return true // "or 16.5 percent of the GDP"
	}
	if before != nil && e.start < before.to+3 && e.end <= s.from {
		for x := before.to; x < s.from; x++ {
			if w := c.startingAt(x, clsClause); w != nil && c.value(w) == "where" {
				return true
			}
		}
	}
	if behind != nil && e.start >= s.to && e.start < behind.to {
		for x := s.to; x < e.start; x++ {
			if w := c.startingAt(x, clsClause); w != nil && c.value(w) == "while" {
				return true // "113 billion, while exports were 14 billion"
			}
		}
	}
	if behind == nil || e.start < behind.to {
		return false
	}
	for x := s.to; x < e.start; x++ {
		if c.conjunction(x) && c.tense(x+1) != 0 || !c.conjunction(x) && c.has(x, clsClause) {
			return true
		}
	}
	// "1.9 billion against the causes of flight and promised 300 million in aid"
	const few = 3
	words, joined := 0, false
	for x := s.to; x < behind.from; x++ {
		joined = joined || c.conjunction(x)
		if c.toks[x].kind == wordToken && !c.taken[x] {
			words++
		}
	}
	return joined && words > few
}

// ofOwner leaves of the countries of a sentence the one that stands in the
// genitive right in front of a sum, or those that stand in front of no sum
// beside it: "Japans handel var 24 milliarder dollar, en tidel av Kinas 282".
func (c *chart) ofOwner(parties []string, s, before, behind *sum) []string {
	owner := func(x *sum) string {
		if x == nil || c.pack.BodyFirst {
			return ""
		}
		e := c.endingAt(x.from, clsCountry)
		if e == nil {
			return ""
		}
		t := &c.toks[e.end-1]
		word := string(appendFold(nil, c.text[t.start:t.end]))
		if t.end > t.stem || slices.ContainsFunc(c.pack.Suffixes["genitive"], func(s string) bool { return s != "" && strings.HasSuffix(word, s) }) {
			return c.value(e)
		}
		return ""
	}
	if own := owner(s); own != "" {
		return []string{own}
	}
	for _, beside := range []*sum{before, behind} {
		if other := owner(beside); other != "" {
			parties = slices.DeleteFunc(slices.Clone(parties), func(p string) bool { return p == other })
		}
	}
	return parties
}

// ofIndex reports that points at token i are of an index or a league: such a
// word stands in front of them in the sentence, and no rate nearer; behind them,
// where the language has there what points are of.
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
	end := c.sents[c.toks[i].sent].end
	return c.pack.BodyFirst && c.next(clsIndex, i, end) < end
}

// speaksOfIndex reports that a sentence has a word of an index or a league.
func (c *chart) speaksOfIndex(sent int32) bool {
	s := c.sents[sent]
	return c.next(clsIndex, s.start, s.end) < s.end
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
	if c.next(clsHome, sent.start, sent.end) == sent.end {
		return parties
	}
	return unite(parties, []string{d.homeCountry()})
}

// measuresIn returns the tokens of a sentence at which a word begins that says
// what is measured.
func (c *chart) measuresIn(n int32) []int32 {
	if c.measured == n+1 {
		return c.measures
	}
	c.measured, c.measures = n+1, c.measures[:0]
	s := c.sents[n]
	for k := c.next(clsMeasure, s.start, s.end); k < s.end; k = c.next(clsMeasure, k+1, s.end) {
		c.measures = append(c.measures, k)
	}
	return c.measures
}
