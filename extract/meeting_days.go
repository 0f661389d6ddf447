package extract

import "strconv"

// How many days a sitting takes: from its first day, from its last, or as many as are said.

// openedOn returns the stretch from a day in front of the date of something that
// closes on the day closed, where it says that it opened then: "salı günü başlayan
// toplantı, çarşamba günü imzalarla sona erdi".
func (c *chart) openedOn(sc scope, f *fact, closed dayNumber) *resolution {
	if end := min(c.clauseEnd(f.to), sc.to); !c.tellsBound("close", f.to, end) {
		return nil
	}
	for _, open := range c.datesIn(sc.from, f.from) {
		first, last, ok, _ := open.dates.days()
		if ok && open.to <= f.from && first == last && first < closed && closed-first <= fortnight && c.tellsBound("open", open.to, f.from) {
			return stretch(open.dates, first, closed)
		}
	}
	return nil
}

// stretch is what a date says, of the days from a to b.
func stretch(date *resolution, a, b dayNumber) *resolution {
	r := *date
	r.period = rangePeriod(dayDate(a), dayDate(b))
	return &r
}

// holds reports a stretch of days, of two weeks at the most where the other is
// one of days, that another lies in.
func holds(days, other *resolution) bool {
	a, b, okA, okB := days.days()
	x, y, okX, okY := other.days()
	return okA && okB && okX && okY && a <= x && y <= b && (b-a < 15 || days.grain() > dayGrain)
}

// runsUntil returns the stretch from the one day known of a sitting to the one up to
// which a clause tells that it goes on: "Konferans 21 Kasım'a kadar sürecek".
func (c *chart) runsUntil(sc scope, known *resolution) *resolution {
	if known == nil || !c.tellsBound("close", sc.from, sc.to) {
		return nil
	}
	first, last, ok, okLast := known.days()
	for _, f := range c.datesIn(sc.from, sc.to) {
		_, end, _, okEnd := f.dates.days()
		if ok && okLast && okEnd && f.dates.openL && first == last && end > first && end-first <= fortnight {
			return stretch(known, first, end)
		}
	}
	return nil
}

// closesItem reports a sitting that closes an item of a list whose date stands in front
// of it, and returns where that begins: "2014'te Atina'da üçüncüsü, 8 Mart 2016'da
// İzmir'de dördüncüsü".
func (c *chart) closesItem(s *sitting, beside []sitting) (int32, bool) {
	sent := c.sents[c.toks[s.from].sent]
	if s.elliptic == 0 || !c.pack.BodyFirst || len(beside) < 2 || s.to < sent.end && c.toks[s.to].kind != punctToken && (c.tense(s.to) == 0 || c.dateAt(s.to)) {
		return 0, false
	}
	from := sent.start
	for i := range beside {
		if o := &beside[i]; o.from < s.from {
			from = max(from, o.to)
		}
	}
	dates := c.datesIn(from, s.from)
	return from, len(dates) > 0 && dates[len(dates)-1].to <= s.from
}

// clauseEnd returns where the clause of token i ends: in front of a comma, where the
// sentence ends at the latest.
func (c *chart) clauseEnd(i int32) int32 {
	end := c.sents[c.toks[i-1].sent].end
	for ; i < end && !c.comma(i); i++ {
	}
	return i
}

// daysLong returns the days of something that took so many, where a date tells when
// it opened or closed: "üç gün süren zirve dün sona erdi".
func (c *chart) daysLong(sc scope, f *fact) *resolution {
	first, last, ok, okLast := f.dates.days()
	if !ok || !okLast || first != last {
		return nil
	}
	sent := c.sents[c.toks[f.from].sent]
	at := c.next(clsDaysLong, max(sc.from, sent.start), sc.to)
	if at >= sc.to {
		return nil // what stands there is of the next scope
	}
	days, err := strconv.Atoi(c.value(c.startingAt(at, clsDaysLong)))
	if err != nil {
		return nil
	}
	end := c.clauseEnd(f.to)
	switch {
	case c.tellsBound("close", f.to, end):
		first -= dayNumber(days - 1)
	case c.tellsBound("open", f.to, end):
		last += dayNumber(days - 1)
	default:
		return nil
	}
	return stretch(f.dates, first, last)
}

// tellsBound reports a word between two tokens that tells that something opened or
// closed.
func (c *chart) tellsBound(which string, from, to int32) bool {
	for k := c.next(clsClose, from, to); k < to; k = c.next(clsClose, k+1, to) {
		if c.value(c.startingAt(k, clsClose)) == which {
			return true
		}
	}
	return false
}
