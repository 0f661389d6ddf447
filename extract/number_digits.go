package extract

import (
	"strings"

	"extract/model"
)

// digits adds the edges of a token of digits.
func (c *chart) digits(i int32) {
	t := &c.toks[i]
	size := t.stem - t.start
	inner := c.insideNumber(i) && !c.listed(i)
	plain := int32(len(c.nums)) // the value of all that it is alone
	c.nums = append(c.nums, numValue{dec: model.NewDecimal(int64(t.num), 0), factor: one, digits: true})
	is := func(cls class, end int32) { c.add(edge{class: cls, start: i, end: end, rule: -1, ref: plain}) }
	if size <= 4 {
		is(clsInt, i+1)
	}
	if size <= 2 && t.num >= 1 && t.num <= 31 {
		is(clsDay, i+1)
	}
	if size == 4 && t.num >= 1000 && t.num < 2200 && (!c.goesOn(i) || c.yearOfPoints(i)) && (!inner || c.yearBehindPoints(i)) {
		is(clsYear, i+1)
	}
	if size == 8 {
		c.dayOfDigits(i)
	}
	if size <= 4 && !inner {
		if end, ok := c.ordinalMark(i); ok {
			is(clsRank, end)
		}
	}
	if !inner {
		c.phrase(i)
	}
}

// dayOfDigits adds the day of our time that eight digits are in ISO 8601's basic
// form: 20200701.
func (c *chart) dayOfDigits(i int32) {
	n := int(c.toks[i].num)
	day := calendarDate{year: n / 10000, month: n / 100 % 100, day: n % 100, grain: dayGrain}
	if day.year < 1900 || day.year > 2099 || !day.valid() {
		return
	}
	c.dates = append(c.dates, dateValue{op: pointDate, grain: dayGrain, year: day.year, month: day.month, day: day.day, a: -1, b: -1})
	c.add(edge{class: clsDayDigits, start: i, end: i + 1, rule: -1, ref: int32(len(c.dates) - 1)})
}

// insideNumber reports that the digits at i are a later group of a number or
// stand behind a point inside one: "500" in "1.500".
func (c *chart) insideNumber(i int32) bool {
	if i < 2 {
		if i == 1 {
			return c.spacedGroup(0)
		}
		return false
	}
	if a := &c.toks[i-1]; !c.toks[i].is(spaceBefore) && !a.is(spaceBefore) && c.toks[i-2].kind == digitToken && c.toks[i-2].end == a.start {
		for _, g := range c.pack.grouping {
			if a.char == g {
				return true
			}
		}
		return a.char == c.pack.decimal
	}
	return c.spacedGroup(i - 1)
}

// spacedGroup reports that the digits at i and those behind them are groups
// of one number: "1 940".
func (c *chart) spacedGroup(i int32) bool {
	if !c.pack.spaced || int(i)+1 >= len(c.toks) {
		return false
	}
	a, b := &c.toks[i], &c.toks[i+1]
	if a.kind != digitToken || b.kind != digitToken || b.stem-b.start != 3 || a.end-a.start > 3 || a.num == 0 && (a.end-a.start != 3 || i == 0 || !c.spacedGroup(i-1)) {
		return false
	}
	gap := c.text[a.end:b.start]
	if (gap == "\n" || gap == "\r\n") && a.sent == b.sent {
		const full = 50 // letters of a line that goes on in the next
		return c.text[b.start] == '0' || a.end >= full && strings.IndexByte(c.text[a.end-full:a.end], '\n') < 0
	}
	return gap == " " || gap == "\u00A0" || gap == "\u202F" || gap == "\u2009"
}

// goesOn reports that a group or decimals follow the digits at i.
func (c *chart) goesOn(i int32) bool {
	if int(i)+2 >= len(c.toks) {
		return false
	}
	m, d := &c.toks[i+1], &c.toks[i+2]
	return (m.char == '.' || m.char == ',') && !m.is(spaceBefore) && d.kind == digitToken && !d.is(spaceBefore)
}

// listed reports that the digits at i are one of three numbers or more with
// commas and no spaces between them, which are no groups of one: 22,24,26.
func (c *chart) listed(i int32) bool {
	const longest = 20
	first, last := i, i
	for first > 1 && i-first < longest && c.commaBetweenDigits(first-1) {
		first -= 2
	}
	for last-i < longest && c.commaBetweenDigits(last+1) {
		last += 2
	}
	if last-first < 4 {
		return false
	}
	for k := first; k <= last; k += 2 {
		if size := c.toks[k].end - c.toks[k].start; size == 3 || size > 4 {
			return false
		}
	}
	return true
}

// commaBetweenDigits reports a comma at i that stands between digits without spaces.
func (c *chart) commaBetweenDigits(i int32) bool {
	if i < 1 || int(i)+1 >= len(c.toks) || c.toks[i].char != ',' || c.pack.decimal == ',' {
		return false
	}
	a, b := &c.toks[i-1], &c.toks[i+1]
	return a.kind == digitToken && b.kind == digitToken && !c.toks[i].is(spaceBefore) && !b.is(spaceBefore)
}

// yearOfPoints reports that a month and a day follow the year at i: 2015.03.28.
func (c *chart) yearOfPoints(i int32) bool {
	if int(i)+4 >= len(c.toks) || c.goesOn(i+4) {
		return false
	}
	dot, month, dot2, day := &c.toks[i+1], &c.toks[i+2], &c.toks[i+3], &c.toks[i+4]
	return dot.char == '.' && dot2.char == '.' && !dot2.is(spaceBefore) && !day.is(spaceBefore) && day.kind == digitToken &&
		month.stem-month.start == 2 && month.num >= 1 && month.num <= 12 && day.stem-day.start == 2 && day.num >= 1 && day.num <= 31
}

// yearBehindPoints reports that a day and a month stand in front of the year at
// i where points part decimals: 28.3.2015.
func (c *chart) yearBehindPoints(i int32) bool {
	if i < 4 {
		return false
	}
	day, dot, month, dot2 := &c.toks[i-4], &c.toks[i-3], &c.toks[i-2], &c.toks[i-1]
	return dot.char == '.' && dot2.char == '.' && !dot.is(spaceBefore) && !month.is(spaceBefore) && !dot2.is(spaceBefore) && !c.toks[i].is(spaceBefore) &&
		day.kind == digitToken && day.stem-day.start <= 2 && day.num >= 1 && day.num <= 31 && month.stem-month.start <= 2 && month.num >= 1 && month.num <= 31
}

// ordinalMark returns the token behind the mark that makes the digits at i an
// ordinal: "3.", "3rd", "3'üncü".
func (c *chart) ordinalMark(i int32) (int32, bool) {
	t := &c.toks[i]
	if t.end > t.stem {
		return i + 1, c.pack.ordinalSuffix(c.text[t.stem:t.end])
	}
	if int(i)+1 >= len(c.toks) {
		return 0, false
	}
	next := &c.toks[i+1]
	if next.is(spaceBefore) {
		return 0, false
	}
	if next.char == '.' && c.pack.OrdinalDot {
		// Not the end of a sentence of digits, nor the point inside a number.
		if int(i)+2 < len(c.toks) && c.toks[i+2].kind == digitToken && !c.toks[i+2].is(spaceBefore) {
			return 0, false
		}
		if c.pointedEnding(i + 2) {
			return i + 3, true
		}
		return i + 2, true
	}
	if next.kind == wordToken && c.find(i+1, clsOrdinalSuffix) != nil {
		return i + 2, true
	}
	return 0, false
}

// pointedEnding reports the ending at token i of an ordinal in digits and a point, as
// part of something named before: "25.si", the 25th of them.
func (c *chart) pointedEnding(i int32) bool {
	if c.pack.pointed < 0 || i < 2 || int(i) >= len(c.toks) || c.toks[i].kind != wordToken || c.toks[i].is(spaceBefore) || c.toks[i-1].is(spaceBefore) {
		return false
	}
	return c.toks[i-1].char == '.' && c.toks[i-2].kind == digitToken && c.lex.endings[c.pack.pointed].are(c.folded(&c.toks[i]))
}

// readDigits reads a number in digits at token i, with groups and decimals.
func (c *chart) readDigits(i int32) (model.Decimal, int32, bool) {
	if dec, end, ok := c.foreignGroups(i); ok {
		return dec, end, true
	}
	c.fold = append(c.fold[:0], c.text[c.toks[i].start:c.toks[i].stem]...)
	pos := i + 1
	first := c.toks[i].stem - c.toks[i].start
	var mark byte
	if first <= 3 && c.toks[i].num != 0 && c.toks[i].end == c.toks[i].stem {
		for {
			next, m := c.group(pos, mark)
			if next == pos {
				break
			}
			mark = m
			c.fold = append(c.fold, c.text[c.toks[next-1].start:c.toks[next-1].stem]...)
			pos = next
			if c.toks[pos-1].end > c.toks[pos-1].stem {
				break
			}
		}
	}
	scale := 0
	if c.toks[pos-1].end == c.toks[pos-1].stem && int(pos)+1 < len(c.toks) {
		m, d := &c.toks[pos], &c.toks[pos+1]
		if d.kind == digitToken && !m.is(spaceBefore) && !d.is(spaceBefore) && (m.char == c.pack.decimal || mark == '\'' && m.char == '.' || c.foreignDecimal(pos, mark) || c.decimalOfPercent(i, pos)) {
			c.fold = append(c.fold, c.text[d.start:d.stem]...)
			scale = int(d.stem - d.start)
			pos += 2
		}
	}
	// What goes on behind another mark is a version, a date or an address.
	if c.toks[pos-1].end == c.toks[pos-1].stem && c.goesOn(pos-1) && !c.listed(pos-1) {
		return model.Decimal{}, 0, false
	}
	if len(c.fold) > 36 {
		return model.Decimal{}, 0, false
	}
	if len(c.fold) <= 9 && pos == i+1 {
		return model.NewDecimal(int64(c.toks[i].num), 0), pos, true
	}
	dec, err := model.ParseDecimal(string(c.fold))
	if err != nil {
		return model.Decimal{}, 0, false
	}
	return dec.Shift(-scale), pos, true
}

// foreignGroups reads a number whose marks are the wrong way round for the
// language, told for certain by two groups of thousands, or by one with decimals
// behind the other mark: "1.250.000", "1.234,56" in English.
func (c *chart) foreignGroups(i int32) (model.Decimal, int32, bool) {
	t := &c.toks[i]
	if t.stem-t.start > 3 || t.num == 0 || t.end > t.stem || !c.goesOn(i) || c.toks[i+1].char != c.pack.decimal {
		return model.Decimal{}, i, false
	}
	digits := append([]byte(nil), c.text[t.start:t.stem]...)
	groups, end := 0, i+1
	for c.goesOn(end-1) && c.toks[end].char == c.pack.decimal && c.toks[end+1].stem-c.toks[end+1].start == 3 && groups < 6 {
		digits = append(digits, c.text[c.toks[end+1].start:c.toks[end+1].stem]...)
		groups, end = groups+1, end+2
	}
	scale := 0
	if groups > 0 && c.goesOn(end-1) && c.toks[end].char != c.pack.decimal && c.toks[end+1].stem-c.toks[end+1].start < 3 {
		scale = int(c.toks[end+1].stem - c.toks[end+1].start)
		digits = append(digits, c.text[c.toks[end+1].start:c.toks[end+1].stem]...)
		end += 2
	}
	if groups < 2 && scale == 0 || c.toks[end-1].end == c.toks[end-1].stem && c.goesOn(end-1) {
		return model.Decimal{}, i, false
	}
	dec, err := model.ParseDecimal(string(digits))
	return dec.Shift(-scale), end, err == nil
}

// group returns the token behind the group of digits at pos and the mark in
// front of it, or pos.
func (c *chart) group(pos int32, mark byte) (int32, byte) {
	if int(pos) < len(c.toks) && (mark == 0 || mark == ' ') && c.spacedGroup(pos-1) {
		return pos + 1, ' '
	}
	if int(pos)+1 >= len(c.toks) {
		return pos, mark
	}
	m, d := &c.toks[pos], &c.toks[pos+1]
	if m.char == 0 || mark != 0 && m.char != mark || m.is(spaceBefore) || d.kind != digitToken || d.is(spaceBefore) {
		return pos, mark
	}
	for _, g := range c.pack.grouping {
		if m.char != g {
			continue
		}
		size := d.stem - d.start
		if size == 3 {
			return pos + 2, g
		}
		// Indian grouping: 1,00,000.
		if size == 2 && g == ',' && !c.listed(pos+1) && int(pos)+3 < len(c.toks) && c.toks[pos+2].char == g && !c.toks[pos+2].is(spaceBefore) &&
			c.toks[pos+3].kind == digitToken && !c.toks[pos+3].is(spaceBefore) && c.toks[pos+3].stem-c.toks[pos+3].start >= 2 {
			return pos + 2, g
		}
	}
	return pos, mark
}

var percentBefore = classesOf(clsPercentBefore)

// decimalOfPercent reports that the mark at pos in the number from token i is a
// decimal mark behind a word for percent: "yüzde 4.8", which has no group of
// thousands behind it.
func (c *chart) decimalOfPercent(i, pos int32) bool {
	m, d := &c.toks[pos], &c.toks[pos+1]
	if pos > i+1 || i == 0 || m.char != '.' && m.char != ',' || d.stem-d.start > 2 || c.goesOn(pos+1) {
		return false
	}
	front := &c.toks[i-1]
	return front.char == '%' && (i < 2 || c.toks[i-2].kind != digitToken) || c.lex.wordOf(front, &percentBefore)
}

// foreignDecimal reports that the mark at pos is a decimal mark though the
// language has another: "8.3 Milliarden", told by what follows and by its
// being no group of thousands: other than three decimals, or a zero in front.
func (c *chart) foreignDecimal(pos int32, group byte) bool {
	m, d := &c.toks[pos], &c.toks[pos+1]
	if m.char == ',' && m.char != group && d.stem-d.start < 3 && !c.goesOn(pos+1) && len(c.fold) < 4 && !c.listed(pos+1) {
		return true // 1,3: no group has fewer than three
	}
	if m.char != '.' && m.char != ',' || m.char == group || int(pos)+2 >= len(c.toks) ||
		d.stem-d.start == 3 && string(c.fold) != "0" || d.stem-d.start > 4 {
		return false
	}
	for e := c.head[pos+2]; e >= 0; e = c.edges[e].next {
		switch x := &c.edges[e]; x.class {
		case clsScale, clsPercentSign, clsCurrency:
			return true
		case clsNumber:
			dec, err := model.ParseDecimal(c.value(x))
			return err == nil && dec.Cmp(thousand) >= 0
		}
	}
	return false
}
