package extract

import (
	"slices"

	"extract/model"
)

// periodOf finds the date that a sum is for, and the one that a percentage
// is compared with. told are the sums in front of it.
func (d *document) periodOf(c *chart, told []sum, s, before, behind, running *sum) {
	var period, baseline *fact
	sent := c.sents[c.toks[s.from].sent]
	part := c.partOf(s.from)
	bestGap, today := int32(1<<20), false
	came := c.cameFrom(before, s)
	changed := came || c.wasSo(before, s)
	s.apart = changed
	apart := changed // what dates the sum before does not date this one
	for _, f := range c.datesIn(sent.start, sent.end) {
		if f.lookback {
			continue
		}
		g := f.dates.grain()
		if came && f.to <= s.from && f.from >= before.to {
			continue // of the sum before: "to 4.4 percent in September from 4.3 percent"
		}
		compared := c.comparedWith(f) && !c.comparesSum(s, before, f)
		if c.pack.BodyFirst && f.from >= s.to && (compared || c.commaBetween(s.to, f.from)) {
			continue // what tells about a sum stands in front of it
		}
		if before != nil && f.to <= before.from && (changed || s.q.Trend != "" && c.ofNextWord(f, before)) {
			apart = true
			continue
		}
		if compared {
			if s.percent != nil && f.from >= s.to && (behind == nil || f.from < behind.from || behind.percent == nil) {
				if baseline == nil || baseline.to <= s.from {
					baseline = f
				}
			} else if s.percent != nil && baseline == nil && f.to <= s.from && (before == nil || f.from >= before.to || before.percent == nil) && !c.comparedBefore(f, s, before) {
				baseline = f
			}
			continue
		}
		if g <= dayGrain && f.from >= s.to && f.from-s.to <= 1 && !c.pack.BodyFirst {
			today = true // "left its key rate at 7.5 percent on 20 August"
		}
		if g <= dayGrain && f.to <= s.from && s.from-f.to <= 4 && (before == nil || f.from >= before.to) {
			today = true // "heute etwa 44 Prozent" is not of the period before
		}
		if f.dates.openR && f.to == s.from {
			today = true // "yıl başından itibaren %6,1": it is of no period before
		}
		if c.pack.BodyFirst && f.to <= s.from && c.semicolons(f.to, s.from) > 0 && c.verbBetween(f.to, s.from) {
			continue // "… ağustosta atıldı; fabrikaya 140 milyon harcanacak"
		}
		if g <= weekGrain || f.dates.openL && !c.adjacent(s, f) || f.dates.openR || f.from >= part.end {
			continue
		}
		var gap int32
		switch {
		case f.from >= s.to:
			gap = f.from - s.to
			if behind != nil && f.to <= behind.from && c.commaBetween(s.to, f.from) && c.has(f.to, clsTense, clsCopula) {
				continue // "…, 2026 sind es 122,5": it opens the clause of the next
			}
			if behind != nil && (c.opensNext(f, s, behind) || int(f.to) < len(c.toks) && c.toks[f.to].char == ':') {
				continue // "3.1 percent (March: 2 percent)"
			}
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
				if sums := c.sumsIn(s.to, f.from); len(sums) > 0 && f.from-c.edges[sums[len(sums)-1]].end <= 1 && c.commaBetween(s.to, c.edges[sums[len(sums)-1]].start) {
					continue // "…, or 0.3 percent, down from 26 billion this year"
				}
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
				if before.period != nil && before.q.Period != f.value() {
					gap += 60 // another date is nearer to the sum before
				}
			}
		}
		if gap < bestGap {
			bestGap, period = gap, f
		}
	}
	if period != nil && period.to <= s.from && d.saysToday(c, period.to, s.from) {
		period, today = nil, true // "founded in 2001, it has 42 percent today"
	}
	if period == nil && today {
		s.period = nil
	} else if period == nil && before != nil && before.period != nil && !c.bracketCloses(before.to, s.from) {
		if !before.other && !apart {
			s.sharePeriod(before)
		}
	} else if period != nil {
		s.setPeriod(period)
	} else if f := d.thatPeriod(c, s, told); f != nil {
		s.setPeriod(f)
	} else if c.goesOnCounting(s, running, behind) {
		s.sharePeriod(running)
	} else if f := c.ofHeadline(s); f != nil && before == nil {
		s.setPeriod(f)
	}
	if c.beganFrom(s, behind) {
		c.periodOfBeginning(s, before)
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
		if value := b.String(); s.period == nil || value != s.q.Period {
			s.percent.Baseline = value
		}
	default:
		s.percent.Baseline = s.onPeriod(c.onYear(s, before, behind))
	}
}

// thatPeriod returns the stretch, month or quarter that a sentence refers back to for
// the figures in it: "Imports during the reporting period were 3 billion". It is one
// that an earlier sum is for, told are these, and none to come.
func (d *document) thatPeriod(c *chart, s *sum, told []sum) *fact {
	const far = 4 // paragraphs
	sent := c.sents[c.toks[s.from].sent]
	if c.next(clsThatPeriod, sent.start, sent.end) == sent.end {
		return nil
	}
	for i := len(c.dateFacts) - 1; i >= 0; i-- {
		f := c.dateFacts[i]
		if f.from >= sent.start {
			continue
		}
		if c.toks[s.from].block-c.toks[f.from].block > far {
			return nil
		}
		if first, _, ok, _ := f.dates.days(); d.ctx.refFrom != "" && ok && first > d.ctx.ref || !slices.ContainsFunc(told, func(x sum) bool { return x.period == &f.dates.period }) {
			continue
		}
		if f.dates.grain() > weekGrain && f.dates.grain() < decadeGrain && !f.dates.openL && !f.dates.openR && !f.lookback && !c.comparedWith(f) {
			if sums := c.sumsIn(c.sents[c.toks[f.from].sent].start, f.from); len(sums) == 0 || !c.comparesSums(&c.edges[sums[len(sums)-1]], f.from) {
				return f
			}
		}
	}
	return nil
}

// ofHeadline returns the month or quarter of the headline where the sentence in
// front of a flow's sum speaks of it and that of the sum names no other: "Exporters
// recovered in August. Goods for 129.7 billion euros were exported, the office said
// on Friday."
func (c *chart) ofHeadline(s *sum) *fact {
	switch s.q.Measure {
	case "trade", "exports", "imports", "growth", "inflation":
	default:
		return nil
	}
	n := c.toks[s.from].sent
	if len(c.dateFacts) == 0 || n == 0 || c.pack.BodyFirst {
		return nil
	}
	head := c.dateFacts[0]
	if g := head.dates.grain(); c.roles[c.toks[head.from].block] != roleTitle || !head.dates.single || g != monthGrain && g != quarterGrain {
		return nil
	}
	before := c.sents[n-1]
	if c.toks[before.start].block != c.toks[s.from].block {
		return nil
	}
	var told *fact
	for _, f := range c.datesIn(before.start, before.end) {
		if f.value() == head.value() {
			told = f
		}
	}
	for _, f := range c.datesIn(c.sents[n].start, s.from) {
		if f.dates.grain() > weekGrain && !c.comparedWith(f) {
			return nil
		}
	}
	return told
}

// onPeriod returns the period that a percentage is compared with: the year before,
// or the month or quarter, as a word such as "month-on-month" tells, "" where it does
// not or where the period has another length.
func (s *sum) onPeriod(word string) string {
	switch {
	case word == "":
		return ""
	case word != "yoy" && (s.period == nil || !s.period.single || s.period.yearless()):
		return ""
	case word == "mom":
		if s.period.from.grain == monthGrain {
			p := unitPeriod(stepMonth(s.period.from, -1))
			return p.String()
		}
		return ""
	case word == "qoq":
		if q := s.period.from; q.grain == quarterGrain {
			k := q.year*4 + q.n - 2
			p := unitPeriod(calendarDate{year: k / 4, n: k%4 + 1, grain: quarterGrain})
			return p.String()
		}
		return ""
	case s.period != nil && !s.period.openL && !s.period.openR:
		p := s.period.shiftYears(-1)
		return p.String()
	}
	return "yoy"
}

// saysToday reports the article's own day between two tokens.
func (d *document) saysToday(c *chart, from, to int32) bool {
	if d.ctx.refFrom == "" {
		return false
	}
	for _, f := range c.datesIn(from, to) {
		if first, last, okFirst, okLast := f.dates.days(); f.from >= from && f.to <= to && f.dates.basis == "relative" && okFirst && okLast && first == last && first == d.ctx.ref {
			return true
		}
	}
	return false
}

// setPeriod gives a sum the period that a date of the text tells.
func (s *sum) setPeriod(f *fact) {
	date := f.record.(*model.Date)
	s.period, s.other = &f.dates.period, f.same
	s.q.Period, s.q.FirstDay, s.q.LastDay = date.Value, date.FirstDay, date.LastDay
}

// sharePeriod gives a sum the period of another one.
func (s *sum) sharePeriod(of *sum) {
	s.period, s.q.Period, s.q.FirstDay, s.q.LastDay = of.period, of.q.Period, of.q.FirstDay, of.q.LastDay
}

// value is that of a date.
func (f *fact) value() string { return f.record.(*model.Date).Value }

// adjacent reports a date right beside a sum.
func (c *chart) adjacent(s *sum, f *fact) bool {
	return f.from-s.to <= 2 && f.from >= s.to || s.from-f.to <= 2 && f.to <= s.from
}

// comparesSum reports that the word of comparison stands in front of the sum
// itself, whose period is the date behind it: "against a rise of 6.3 percent in
// the same quarter of last year", "down from 842 crowns twelve months earlier".
func (c *chart) comparesSum(s, before *sum, f *fact) bool {
	if c.pack.BodyFirst || f.from < s.to || f.from > s.to+1 {
		return false
	}
	if !f.same {
		return before != nil && f.from == s.to && c.endingAt(s.from, clsCompare) != nil
	}
	low := max(c.sents[c.toks[s.from].sent].start, s.from-6)
	if before != nil {
		low = max(low, before.to)
	}
	if f.from > s.to && c.has(s.to, clsCompare) {
		return false // "as sales rose by 5 percent from the same quarter of last year"
	}
	for k := s.from - 1; k >= low && !c.comma(k); k-- {
		if e := c.startingAt(k, clsCompare, clsClause); e != nil && e.end <= s.from && (e.class == clsCompare || c.value(e) == "adverb") {
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
		if e := c.startingAt(k, clsCompare); e != nil && e.end >= f.from-2 && (c.value(e) != "touching" || e.end == f.from) && (f.dates.single || e.start >= f.from || e.end <= f.from) {
			return true
		}
	}
	for k := f.to - 1; k < min(sent.end, f.to+3); k++ {
		if k >= f.to && c.dateAt(k) && !c.conjunction(k-1) {
			return false // "mayısta nisana göre": it is the second
		}
		if c.has(k, clsCompareAfter) {
			return true
		}
	}
	return false
}

// ofNextWord reports a date whose ending ties it to the sum behind it alone:
// "2008'deki 37,8 milyar dolardan 16,8 milyar dolara düştü".
func (c *chart) ofNextWord(f *fact, s *sum) bool {
	const near = 3
	return c.pack.attributive >= 0 && s.from-f.to <= near && c.endsIn(f.to-1, c.pack.attributive)
}

// wasSo reports that what stands right behind a sum tells that it was so before
// the change to another: "Ekim 2024'te yüzde 80 iken yüzde 76'ya geriledi".
func (c *chart) wasSo(before, s *sum) bool {
	return before != nil && c.toks[before.from].sent == c.toks[s.from].sent && (c.has(before.to, clsWasSo) || before.apart && len(c.datesIn(before.to, s.from)) == 0)
}

// cameFrom reports that a sum right behind a word of origin is what another changed
// from that stands in front of it: "rose to 4.4 percent in September from 4.3".
func (c *chart) cameFrom(before, s *sum) bool {
	const near = 8
	if before == nil || c.pack.BodyFirst || c.toks[before.from].sent != c.toks[s.from].sent || s.from-before.to > near || c.endingAt(s.from, clsOrigin) == nil {
		return false
	}
	return len(c.datesIn(before.to, s.from)) > 0 && !c.commaBetween(before.to, s.from)
}

// comparedBefore reports that what a date in front of a percentage is compared
// with was told of the sum before, or in a clause before that does not open the
// sentence. A language that puts it in front of its sum shares it.
func (c *chart) comparedBefore(f *fact, s, before *sum) bool {
	const opening, apposed = 6, 2 // "than a year earlier, or 2 percent"
	if c.pack.BodyFirst || f.from-c.sents[c.toks[s.from].sent].start <= opening {
		return false
	}
	if before == nil || f.from < before.to {
		return false // "in February from January exports rose by 2 percent, imports by 3"
	}
	return before.percent != nil && before.percent.Baseline != "" || s.from-f.to > apposed && c.commaBetween(f.to, s.from)
}

// onYear returns the value of a word such as "year-on-year" beside a percentage: the
// nearest one, "" where there is none.
func (c *chart) onYear(s, before, behind *sum) string {
	const near = 8
	sent := c.sents[c.toks[s.from].sent]
	from, to := max(sent.start, s.from-near), min(sent.end, s.to+near)
	if c.pack.BodyFirst {
		if before != nil {
			from = max(from, before.to)
		}
		if behind != nil {
			to = min(to, behind.from)
		}
	}
	best, gap := "", int32(1<<20)
	for k := from; k < to; k++ {
		if k >= s.to && c.pack.BodyFirst && (c.comma(k) || c.toks[k].char == ';') {
			break
		}
		e := c.startingAt(k, clsYearOnYear)
		if e == nil {
			continue
		}
		away := k - s.to
		if k < s.from {
			away = s.from - e.end
			if before != nil && k < before.to+2 && k >= before.to {
				away += near // of the one before: "0.3% month on month, 2.1%"
			}
		}
		if away < gap {
			best, gap = c.value(e), away
		}
	}
	return best
}

// goesOnCounting reports a sum that goes on with the figures of the sentence
// before, whose period it shares: "Trade was 18 billion in 2012. Exports rose
// by 9 percent." It must tell a trend, itself or by a percentage in apposition, or
// measure what flows.
func (c *chart) goesOnCounting(s, prev, behind *sum) bool {
	if prev == nil || prev.period == nil || c.toks[prev.from].block != c.toks[s.from].block || c.toks[s.from].sent-c.toks[prev.from].sent != 1 {
		return false
	}
	if c.endingAt(prev.from, clsCompare) != nil {
		return false // "…, down from 26 billion last year. Spending will rise to 40."
	}
	if s.q.Measure == "price" && prev.q.Measure != "price" || c.toldAhead(s) {
		return false // "Exports were 9 billion in September. The price has risen to 58"
	}
	for _, f := range c.datesIn(c.sents[c.toks[s.from].sent].start, s.from) {
		if f.dates.grain() <= dayGrain && f.dates.single && f.to <= s.from && !c.pack.BodyFirst && !c.commaBetween(f.to, s.from) {
			return false // "… The bank cut its rate on 12 December by half a point to 0.5 percent"
		}
	}
	switch s.q.Measure {
	case "trade", "exports", "imports", "growth", "inflation":
		return true
	}
	return s.q.Trend != "" || s.percent == nil && s.q.Measure == "" && behind != nil && behind.percent != nil && behind.q.Trend != "" && c.toks[s.to].char == ','
}

// opensNext reports a date right behind a comma that the next figure of the same kind
// follows: "12 Prozent, vor einem Jahr noch bei 10 Prozent".
func (c *chart) opensNext(f *fact, s, behind *sum) bool {
	at := f.from - 1
	if !c.comma(at) && c.has(at, clsLocative) {
		at--
	}
	return !c.pack.BodyFirst && at >= s.to && c.comma(at) && f.to <= behind.from && (s.percent == nil) == (behind.percent == nil) && !c.commaBetween(f.to, behind.from)
}

// bracketedAside reports a sum in brackets with a date of its own: "206 million in 2024 (2023:
// 181 million)".
func (c *chart) bracketedAside(s *sum) bool {
	const near = 6
	for k := s.from - 1; k >= max(0, s.from-near); k-- {
		switch c.toks[k].char {
		case ')':
			return false
		case '(':
			return c.dateAt(k + 1)
		}
	}
	return false
}

// toldAhead reports a sum whose sentence tells of the future alone.
func (c *chart) toldAhead(s *sum) bool {
	ahead := false
	sent := c.sents[c.toks[s.from].sent]
	for k := sent.start; k < sent.end; k++ {
		if c.tense(k) == -1 {
			return false
		}
		ahead = ahead || c.tense(k) == 1
	}
	return ahead
}
