package extract

import (
	"strconv"

	"extract/model"
)

// dateOp is what kind of date an expression is, before it is counted from
// anything.
type dateOp uint8

const (
	pointDate   dateOp = iota // fields of the calendar, some of them perhaps missing
	shiftDate                 // so many units from the reference: last year, three days ago
	weekdayDate               // on Monday
	firstDate                 // the first (or last) so many units of a date
	rangeDate                 // from a to b
	openDate                  // since a, until b
	sameDate                  // the same period of another year
)

// nextEdge marks the units behind the reference: "the next three months";
// fromEdge those that begin with a date: "two weeks starting 20 May".
const (
	nextEdge = 2
	fromEdge = 3
)

// aheadness says what the clause must tell for a date that could be a
// duration: "in three years".
type aheadness uint8

const (
	anyTense  aheadness = iota
	notPast             // nothing of the past
	toldAhead           // what is to come
)

// dateValue is a date as the text expresses it.
type dateValue struct {
	op               dateOp
	grain            grain
	year, month, day int
	year2            int
	month2, day2     int
	n                int // of quarter, half, season, week, decade, century; count of firstDate
	hour, minute     int
	weekday          int // of a weekdayDate; of a pointDate the one said beside it, 0 none
	shift            int
	dir              int
	hasDir           bool
	edge             int  // firstDate: 1 first, -1 last, nextEdge to come, fromEdge from a date on
	open             int  // openDate: 1 from a on, -1 up to a
	onward           bool // openDate: it begins then, and is none since which something is the first
	tense            int  // told by the words of the date themselves
	a, b             int32
	nth              bool // firstDate: the last of its units alone, the third week
	fromText         bool
	ahead            aheadness
	whole            bool // the whole year before that of a day, not that day a year before
	wholeOfDay       bool // so it is for days only: than a month, it is that month a year before
	fromRef          bool // from the reference where the text has no date before
	counted          bool // shiftDate: so many units, not the unit before or after
	part             string
	approx           bool
	beside           bool // its unit stands in front: "im zweiten Quartal …, im dritten"
	hasTime          bool
	order            dateOrder // of day and month, where both are figures
	sure             bool      // of order: the other makes no date
	shortYear        bool      // the year is written with two digits
}

// comparing reports a period that another is compared with: the month before,
// the same quarter of last year.
func (d *dateValue) comparing() bool {
	return d.op == sameDate || d.op == shiftDate && d.fromText && !d.counted && d.grain >= monthGrain && d.shift == -1
}

// intSlot returns the whole number in a slot.
func (c *chart) intSlot(b *binding, s slotID) (int, bool) {
	if !b.has(s) {
		return 0, false
	}
	e := &c.edges[b[s]]
	switch e.class {
	case clsCardinal, clsRank, clsInt, clsDay, clsYear, clsYearWords, clsRoman:
		v, ok := c.nums[e.ref].dec.Int64()
		return int(v), ok && v >= 0 && v < 1e6
	}
	v, err := strconv.Atoi(c.value(e))
	return v, err == nil
}

// evalDate builds the date of a rule that matched; ok is false where the
// slots make none.
func (c *chart) evalDate(r *rule, b *binding) (dateValue, bool) {
	s := &r.set
	d := dateValue{a: -1, b: -1, part: s.part, approx: s.approx, grain: s.grain, open: s.open, onward: s.onward, edge: s.edge, fromText: s.anchor != "", fromRef: s.anchor == "any", tense: s.tense, ahead: s.ahead, whole: s.whole, wholeOfDay: s.wholeOfDay, beside: s.beside, dir: s.dir, hasDir: s.hasDir}
	if b.has(slotPart) {
		d.part = c.value(&c.edges[b[slotPart]])
	}
	if b.has(slotRelative) {
		dir, err := relativeWord(c.value(&c.edges[b[slotRelative]]))
		if err != nil {
			return d, false
		}
		d.dir, d.hasDir = dir, true
	}
	unit := s.unit
	if b.has(slotUnit) {
		u, err := grainNamed(c.value(&c.edges[b[slotUnit]]))
		if err != nil {
			return d, false
		}
		unit = u
	}
	sub := func(slot slotID) int32 {
		if b.has(slot) {
			return c.edges[b[slot]].ref
		}
		return -1
	}
	n, hasN := c.intSlot(b, slotN)
	if b.has(slotN) && !hasN {
		if n, unit, hasN = c.smallerUnits(b[slotN], unit); !hasN {
			return d, false
		}
	}
	date, of := sub(slotDate), sub(slotOf)
	from, to := sub(slotFrom), sub(slotTo)
	switch {
	case s.hasSame:
		d.op, d.shift, d.a, d.grain = sameDate, s.same, max(of, date), unit
		return d, true
	case d.edge != 0:
		if !hasN {
			n = 1
		}
		if n == 0 || unit == noGrain {
			return d, false
		}
		d.op, d.n, d.grain, d.a, d.b, d.nth = firstDate, n, unit, of, to, s.nth
		return d, true
	case from >= 0 && to >= 0:
		from, to = c.oneOrder(from, to)
		d.op, d.a, d.b = rangeDate, from, to
		if s.neighbours && !followsOn(&c.dates[from], &c.dates[to]) {
			return d, false
		}
		return d, c.plainDate(from) && c.plainDate(to)
	case d.open != 0 && max(from, to, date) < 0 && (b.has(slotYear) || b.has(slotMonth) || b.has(slotDay) || b.has(slotSeason)):
		// The side of a date that its own rule does not find: "bis zum 30."
		in, ok := c.pointOf(s, dateValue{a: -1, b: -1, grain: d.grain}, b, n, of)
		if !ok || in.month2+in.day2+in.year2 > 0 {
			return d, false
		}
		c.dates = append(c.dates, in)
		d.op, d.a = openDate, int32(len(c.dates)-1)
		return d, true
	case d.open != 0:
		d.op = openDate
		d.a = max(from, to, date, of)
		return d, d.a >= 0 && c.plainDate(d.a) && (!s.calendar || c.calendarDate(d.a))
	}
	if date >= 0 {
		// A date with something added: a weekday, a part, a time of day.
		inner := c.dates[date]
		if b.has(slotWeekday) && inner.grain != dayGrain {
			return d, false
		}
		if inner.op == pointDate && inner.weekday == 0 {
			inner.weekday, _ = c.intSlot(b, slotWeekday)
		}
		if d.part != "" {
			inner.part = d.part
		}
		inner.approx = inner.approx || d.approx
		if d.tense != 0 {
			inner.tense = d.tense // "put off to June"
		}
		if hour, ok := c.intSlot(b, slotHour); ok {
			minute, _ := c.intSlot(b, slotMinute)
			if b.has(slotMinute) {
				// "a 1:1 on Monday" is no time.
				if t := &c.toks[c.edges[b[slotMinute]].start]; t.kind == digitToken && t.stem-t.start != 2 {
					return d, false
				}
			}
			hour, ok = c.wholeDay(b, hour)
			if inner.op != weekdayDate && (inner.grain != dayGrain || inner.op == rangeDate || inner.op == openDate) || !ok || minute > 59 {
				return d, false
			}
			inner.hour, inner.minute, inner.hasTime = hour, minute, true
		}
		if of >= 0 {
			inner.a = of
		}
		return inner, true
	}
	var ok bool
	if d.weekday, ok = c.intSlot(b, slotWeekday); ok && b.has(slotDay) && !b.has(slotMonth) {
		// "Tuesday 19th": of the month where the two agree.
		weekday := d.weekday
		d, ok = c.pointOf(s, d, b, n, of)
		d.weekday = weekday
		return d, ok && weekday >= 1 && weekday <= 7
	} else if ok {
		d.op, d.shift = weekdayDate, s.shift
		if unit != noGrain { // "Monday next week"
			d.grain = unit
		}
		switch {
		case hasN:
			d.n = n // the first Tuesday of May, three Fridays from now
			if s.sign < 0 {
				d.n = -n // two Tuesdays ago
			}
		case d.hasDir && d.dir < 0 && of >= 0 && unit == noGrain:
			d.n = -1 // the last one
		}
		d.a = of
		return d, d.weekday >= 1 && d.weekday <= 7
	}
	fields := b.has(slotYear) || b.has(slotMonth) || b.has(slotDay) || b.has(slotSeason) || d.grain != noGrain
	if !fields {
		switch {
		case unit == noGrain:
			return d, false
		case s.hasShift:
			d.shift = s.shift
		case s.sign != 0:
			if !hasN {
				n = 1
			}
			d.shift, d.counted = s.sign*n, true
		case d.hasDir:
			d.shift = d.dir
		default:
			return d, false
		}
		d.op, d.grain, d.a = shiftDate, unit, of
		return d, true
	}
	return c.pointOf(s, d, b, n, of)
}

// smallerUnits counts a number with a fraction in whole smaller units: two and
// a half years are thirty months.
func (c *chart) smallerUnits(i int32, unit grain) (n int, smaller grain, ok bool) {
	v, ok := c.numSlot(i)
	if !ok {
		return 0, unit, false
	}
	parts := 0
	switch unit {
	case yearGrain:
		parts, smaller = 12, monthGrain
	case decadeGrain:
		parts, smaller = 10, yearGrain
	case weekGrain:
		parts, smaller = 7, dayGrain
	}
	whole, ok := v.dec.Mul(model.NewDecimal(int64(parts), 0)).Int64()
	return int(whole), smaller, ok && parts > 0 && whole > 0 && whole < 1e6
}

// wholeDay returns the hour of the day that an hour of twelve is with "a.m." or
// "p.m." beside it; ok is false where it is none.
func (c *chart) wholeDay(b *binding, hour int) (h int, ok bool) {
	if !b.has(slotClock) {
		return hour, hour <= 24
	}
	if hour < 1 || hour > 12 {
		return 0, false
	}
	hour %= 12
	if c.value(&c.edges[b[slotClock]]) == "pm" {
		hour += 12
	}
	return hour, true
}

// calendarDate refuses what is counted back: "from 2011" opens a stretch,
// "from a year earlier" compares.
func (c *chart) calendarDate(i int32) bool {
	d := &c.dates[i]
	switch d.op {
	case pointDate, weekdayDate:
		return !d.hasDir || d.dir >= 0
	case shiftDate:
		return !d.fromText && (d.shift > 0 || d.shift == 0 && d.grain == dayGrain)
	}
	return false
}

// plainDate refuses stretches as the ends of a stretch.
func (c *chart) plainDate(i int32) bool {
	d := &c.dates[i]
	return d.op != rangeDate && d.op != openDate && d.year2+d.month2+d.day2 == 0
}

// followsOn reports that the second of two days that are counted from the
// reference is the day behind the first: "Tuesday and Wednesday", "today and
// tomorrow"; of two years, the next.
func followsOn(x, y *dateValue) bool {
	if x.op == shiftDate && y.op == shiftDate {
		return x.grain == dayGrain && y.grain == dayGrain && y.shift == x.shift+1
	}
	if x.op == pointDate && y.op == pointDate {
		return x.grain == yearGrain && y.grain == yearGrain && y.year == x.year+1
	}
	return x.op == weekdayDate && y.op == weekdayDate && x.weekday%7+1 == y.weekday
}

// neighbouringDays reports that the second day of a date follows on the first,
// in another month on its last: "31 March and 1 April". Of two months without
// days the second is the next one of the year.
func neighbouringDays(d *dateValue) bool {
	if d.day == 0 {
		return d.month > 0 && d.month2 == d.month+1
	}
	if d.month2 == 0 || d.month2 == d.month {
		return d.day2 == d.day+1
	}
	leap := 4 // where no year is said the last of February may be the 29th
	if d.year > 0 {
		leap = d.year
	}
	return d.day2 == 1 && d.month2 == d.month%12+1 && (d.day == monthLength(leap, d.month) || d.month == 2 && d.year == 0 && d.day == 28)
}

// pointOf fills the fields of the calendar from the slots.
func (c *chart) pointOf(s *settings, d dateValue, b *binding, n int, of int32) (dateValue, bool) {
	d.op, d.a, d.shift = pointDate, of, s.shift
	var hasYear, hasMonth, hasDay, hasSeason bool
	d.year, hasYear = c.intSlot(b, slotYear)
	d.month, hasMonth = c.intSlot(b, slotMonth)
	d.day, hasDay = c.intSlot(b, slotDay)
	if hasDay {
		if at := c.edges[b[slotDay]].start; at > 0 && !c.toks[at].is(lineBefore) && c.toks[at-1].char == '$' {
			return d, false // "$12 December 27"
		}
	}
	if hasDay && hasMonth && c.edges[b[slotMonth]].class == clsInt && c.toks[min(c.edges[b[slotMonth]].start, c.edges[b[slotDay]].start)+1].char != '.' && (!b.has(slotYear) || c.edges[b[slotYear]].start > c.edges[b[slotMonth]].start) {
		d.order = dayFirst
		if c.edges[b[slotMonth]].start < c.edges[b[slotDay]].start {
			d.order = monthFirst
		}
	}
	d.year2, _ = c.intSlot(b, slotYear2)
	d.month2, _ = c.intSlot(b, slotMonth2)
	d.day2, _ = c.intSlot(b, slotDay2)
	d.sure = d.order != anyOrder && max(d.day, d.day2) > 12
	d.weekday, _ = c.intSlot(b, slotSaid)
	var season int
	season, hasSeason = c.intSlot(b, slotSeason)
	if s.neighbours && !(neighbouringDays(&d) || n == d.day+1 && d.day2 == d.day+2 && d.month2 == 0) {
		return d, false
	}
	if hour, ok := c.intSlot(b, slotHour); ok {
		if d.hour, ok = c.wholeDay(b, hour); !ok {
			return d, false
		}
		d.hasTime = true
		d.minute, _ = c.intSlot(b, slotMinute)
	}
	if b.has(slotYear) && d.year < 100 && !(d.grain == decadeGrain) {
		if e := &c.edges[b[slotYear]]; e.class == clsInt || e.class == clsDay {
			if t := &c.toks[e.start]; t.stem-t.start < 2 {
				return d, false // one digit is no year
			}
			d.year, d.shortYear = wholeYear(d.year), true
		}
	}
	if b.has(slotYear) && d.year < 1000 && c.edges[b[slotYear]].class == clsCardinal {
		return d, false // "on beş yılında", in fifteen years of his
	}
	if b.has(slotYear) && (!hasYear || d.year == 0) || b.has(slotMonth) && (d.month < 1 || d.month > 12) || d.month2 > 12 || b.has(slotDay) && (d.day < 1 || d.day > 31) {
		return d, false
	}
	switch {
	case hasDay:
		d.grain = dayGrain
	case hasMonth:
		d.grain = monthGrain
	case hasSeason:
		d.grain, d.n = seasonGrain, season
	case d.grain == quarterGrain || d.grain == halfGrain || d.grain == weekGrain:
		d.n = n
		if d.grain == weekGrain && (n < 1 || n > 53) || d.grain == quarterGrain && (n < 1 || n > 4) || d.grain == halfGrain && (n < 1 || n > 2) {
			return d, false
		}
	case d.grain == decadeGrain:
		switch {
		case hasYear && d.year%100 == 0 && d.year != 2000:
			d.grain = centuryGrain
		case hasYear && d.year%10 == 0:
		case !hasYear && n%10 == 0 && n < 100 && n > 0:
			d.year = 1900 + n
		default:
			return d, false
		}
	case d.grain == centuryGrain:
		if !hasYear {
			if n < 1 || n > 30 {
				return d, false
			}
			d.year = (n - 1) * 100
		}
		if d.year%100 != 0 {
			return d, false
		}
	case d.year2 > 0:
		return splitYear(d)
	case hasYear:
		d.grain = yearGrain
	default:
		return d, false
	}
	if d.year2 > 0 && d.year2 < 100 {
		d.year2 = wholeYear(d.year2)
	}
	return d, true
}

// splitYear tells "2009-10" and "2024–2025" (one year across two) from
// "2026-2030" (a stretch).
func splitYear(d dateValue) (dateValue, bool) {
	if d.year2 < 100 {
		d.year2 += d.year / 100 * 100
		if d.year2 < d.year && d.year%100 == 99 {
			d.year2 += 100
		}
	}
	switch {
	case d.year2 == d.year+1:
		d.grain, d.year2 = splitYearGrain, 0
	case d.year2 > d.year+1:
		d.grain = yearGrain
	default:
		return d, false
	}
	return d, true
}

// wholeYear reads a year of two digits as POSIX does: 69 to 99 are of the
// twentieth century.
func wholeYear(y int) int {
	if y >= 69 {
		return 1900 + y
	}
	return 2000 + y
}
