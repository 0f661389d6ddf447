package extract

import (
	"fmt"
	"strconv"
)

// grain is the size of the unit that a date names.
type grain uint8

const (
	noGrain grain = iota
	minuteGrain
	dayGrain
	weekendGrain
	weekGrain
	monthGrain
	seasonGrain
	quarterGrain
	halfGrain
	yearGrain
	splitYearGrain
	decadeGrain
	centuryGrain
)

var grainNames = []string{"", "minute", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "split-year", "decade", "century"}

func grainNamed(s string) (grain, error) {
	for i, n := range grainNames {
		if n == s && i > 0 {
			return grain(i), nil
		}
	}
	return noGrain, fmt.Errorf("%q is no grain: %v", s, grainNames[1:])
}

// dayNumber counts days from 1970-01-01 in the proleptic Gregorian calendar.
type dayNumber int32

// dayOf is Howard Hinnant's days_from_civil.
func dayOf(y, m, d int) dayNumber {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return dayNumber(era*146097 + doe - 719468)
}

// civil is its inverse.
func (n dayNumber) civil() (y, m, d int) {
	z := int(n) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekday is 1 for Monday to 7 for Sunday.
func (n dayNumber) weekday() int { return (int(n)%7+7+3)%7 + 1 }

// monday is the first day of the week of a day.
func (n dayNumber) monday() dayNumber { return n - dayNumber(n.weekday()-1) }

func (n dayNumber) String() string {
	var buf [16]byte
	return string(n.append(buf[:0]))
}

// append appends the day as in ISO 8601.
func (n dayNumber) append(dst []byte) []byte {
	y, m, d := n.civil()
	return appendDigits(appendDigits(appendDigits(dst, "", y, 4), "-", m, 2), "-", d, 2)
}

// appendDigits appends a mark and a number that is not negative with at least so
// many digits.
func appendDigits(dst []byte, mark string, v, digits int) []byte {
	dst = append(dst, mark...)
	switch { // nearly all are a day, a month or a year of our time
	case digits == 2 && v < 100:
		return append(dst, byte('0'+v/10), byte('0'+v%10))
	case digits == 4 && v >= 1000 && v < 10000:
		return append(dst, byte('0'+v/1000), byte('0'+v/100%10), byte('0'+v/10%10), byte('0'+v%10))
	}
	for least := 10; digits > 1; digits-- {
		if v < least {
			dst = append(dst, '0')
			continue
		}
		least *= 10
	}
	return strconv.AppendInt(dst, int64(v), 10)
}

func monthLength(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// calendarDate is one named unit of the calendar: a day, a month, a quarter …
type calendarDate struct {
	year, month, day int
	n                int // number of a quarter, half or season (21 to 24)
	hour, minute     int // of minuteGrain
	grain            grain
	approx           bool
	yearless         bool // XXXX-11-03
}

func dayDate(n dayNumber) calendarDate {
	y, m, d := n.civil()
	return calendarDate{year: y, month: m, day: d, grain: dayGrain}
}

// valid reports whether the unit exists: there is no 31 February.
func (c calendarDate) valid() bool {
	if !c.yearless && (c.year < 1 || c.year > 9998) {
		return false
	}
	switch c.grain {
	case minuteGrain, dayGrain:
		year := c.year
		if c.yearless {
			year = 2000
		}
		return c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= monthLength(year, c.month) &&
			c.hour >= 0 && c.hour < 25 && c.minute >= 0 && c.minute < 60
	case monthGrain:
		return c.month >= 1 && c.month <= 12
	case quarterGrain:
		return c.n >= 1 && c.n <= 4
	case halfGrain:
		return c.n == 1 || c.n == 2
	case seasonGrain:
		return c.n >= 21 && c.n <= 24
	case yearGrain, splitYearGrain, decadeGrain, centuryGrain:
		return true
	}
	return false
}

func (c calendarDate) append(dst []byte) []byte {
	dst = c.appendPlain(dst)
	if c.approx {
		dst = append(dst, '~')
	}
	return dst
}

func (c calendarDate) appendPlain(dst []byte) []byte {
	switch c.grain {
	case decadeGrain:
		return append(appendDigits(dst, "", c.year/10, 3), 'X')
	case centuryGrain:
		return append(appendDigits(dst, "", c.year/100, 2), "XX"...)
	}
	if c.yearless {
		dst = append(dst, "XXXX"...)
	} else {
		dst = appendDigits(dst, "", c.year, 4)
	}
	switch c.grain {
	case minuteGrain, dayGrain:
		dst = appendDigits(appendDigits(dst, "-", c.month, 2), "-", c.day, 2)
		if c.grain == minuteGrain {
			dst = appendDigits(appendDigits(dst, "T", c.hour, 2), ":", c.minute, 2)
		}
	case monthGrain:
		dst = appendDigits(dst, "-", c.month, 2)
	case quarterGrain:
		dst = appendDigits(dst, "-Q", c.n, 1)
	case halfGrain:
		dst = appendDigits(dst, "-H", c.n, 1)
	case seasonGrain:
		dst = appendDigits(dst, "-", c.n, 1)
	case splitYearGrain:
		dst = appendDigits(dst, "/", c.year+1, 4)
	}
	return dst
}

// months returns the first and the last month of units longer than a month
// and shorter than a year, as (year, month) pairs counted year*12+month-1.
func (c calendarDate) months() (first, last int) {
	base := c.year * 12
	switch c.grain {
	case monthGrain:
		return base + c.month - 1, base + c.month - 1
	case quarterGrain:
		return base + 3*c.n - 3, base + 3*c.n - 1
	case halfGrain:
		return base + 6*c.n - 6, base + 6*c.n - 1
	case seasonGrain: // spring March to May … winter December to February
		from := base + 3*(c.n-20) - 1
		return from, from + 2
	}
	return base, base + 11
}

// days returns the first and last day of the unit.
func (c calendarDate) days() (first, last dayNumber) {
	switch c.grain {
	case minuteGrain, dayGrain:
		n := dayOf(c.year, c.month, c.day)
		return n, n
	case yearGrain:
		return dayOf(c.year, 1, 1), dayOf(c.year, 12, 31)
	case splitYearGrain:
		return dayOf(c.year, 1, 1), dayOf(c.year+1, 12, 31)
	case decadeGrain:
		y := c.year / 10 * 10
		return dayOf(y, 1, 1), dayOf(y+9, 12, 31)
	case centuryGrain:
		y := c.year / 100 * 100
		return dayOf(y, 1, 1), dayOf(y+99, 12, 31)
	}
	a, b := c.months()
	return dayOf(a/12, a%12+1, 1), dayOf(b/12, b%12+1, monthLength(b/12, b%12+1))
}

// end returns the unit as it is written beside a slash: days, months and
// years only. last says that it is the right end.
func (c calendarDate) end(last bool) calendarDate {
	switch c.grain {
	case minuteGrain:
		return calendarDate{year: c.year, month: c.month, day: c.day, grain: dayGrain, approx: c.approx, yearless: c.yearless}
	case quarterGrain, halfGrain, seasonGrain:
		a, b := c.months()
		if last {
			a = b
		}
		return calendarDate{year: a / 12, month: a%12 + 1, grain: monthGrain, approx: c.approx}
	case splitYearGrain:
		y := c.year
		if last {
			y++
		}
		return calendarDate{year: y, grain: yearGrain, approx: c.approx}
	case decadeGrain, centuryGrain:
		a, b := c.days()
		if last {
			a = b
		}
		y, _, _ := a.civil()
		return calendarDate{year: y, grain: yearGrain, approx: c.approx}
	}
	return c
}

// period is what a date means: one unit, or a stretch from the first unit to
// the last, either of which may be open.
type period struct {
	from, to calendarDate
	single   bool // from alone
	openL    bool // ../to
	openR    bool // from/..
	week     bool // a week or weekend: a range of days with a grain of its own
}

func unitPeriod(c calendarDate) period { return period{from: c, to: c, single: true} }

// rangePeriod makes the stretch from a to b; ends of one unit are that unit.
func rangePeriod(a, b calendarDate) period {
	if a == b {
		return unitPeriod(a)
	}
	if a, b = a.end(false), b.end(true); a == b {
		return unitPeriod(a) // two times of one day
	}
	return period{from: a, to: b}
}

func (p period) String() string {
	var buf [40]byte
	return string(p.append(buf[:0]))
}

func (p *period) append(dst []byte) []byte {
	switch {
	case p.single:
		return p.from.append(dst)
	case p.openL:
		return p.to.end(true).append(append(dst, "../"...))
	case p.openR:
		return append(p.from.end(false).append(dst), "/.."...)
	}
	return p.to.append(append(p.from.append(dst), '/'))
}

// texts returns the period as records show it, and its first and last day, ""
// for an open side. The three share their memory.
func (p *period) texts() (value, first, last string) {
	var buf [64]byte
	dst := p.append(buf[:0])
	n := len(dst)
	if p.single && p.from.grain <= dayGrain && !p.from.yearless {
		all := string(dst)
		day := all[:len("2006-01-02")]
		return all, day, day
	}
	if p.single && p.from.grain == monthGrain && !p.from.yearless {
		const month = len("2006-01")
		dst = append(append(dst, dst[:month]...), "-01"...)
		dst = appendDigits(append(dst, dst[:month]...), "-", monthLength(p.from.year, p.from.month), 2)
		all := string(dst)
		return all[:n], all[n : n+month+3], all[n+month+3:]
	}
	a, b, okA, okB := p.days()
	if okA {
		dst = a.append(dst)
	}
	m := len(dst)
	if okB {
		dst = b.append(dst)
	}
	all := string(dst)
	return all[:n], all[n:m], all[m:]
}

// grain is that of the unit, for a range that of its ends.
func (p period) grain() grain {
	switch {
	case p.week:
		return weekGrain
	case p.single:
		return p.from.grain
	case p.openL:
		return p.to.end(true).grain
	}
	return p.from.end(false).grain
}

func (p period) yearless() bool { return !p.openL && p.from.yearless || !p.openR && p.to.yearless }

// valid refuses units that do not exist and stretches that end before they begin.
func (p period) valid() bool {
	if !p.openL && !p.from.valid() || !p.openR && !p.to.valid() {
		return false
	}
	if p.single || p.openL || p.openR || p.yearless() {
		return true
	}
	a, _ := p.from.days()
	_, b := p.to.days()
	return a <= b
}

// begins returns the first day, 0 where that side is open.
func (p period) begins() dayNumber {
	first, _, _, _ := p.days()
	return first
}

// days returns the first and last day; ok is false for an open side.
func (p period) days() (first, last dayNumber, okFirst, okLast bool) {
	if p.single {
		if okFirst = !p.from.yearless; okFirst {
			first, last = p.from.days()
		}
		return first, last, okFirst, okFirst
	}
	if !p.openL && !p.from.yearless {
		first, _ = p.from.days()
		okFirst = true
	}
	if !p.openR && !p.to.yearless {
		_, last = p.to.days()
		okLast = true
	}
	return
}

// shiftYears moves the period by whole years: the same period of another year.
func (p period) shiftYears(n int) period {
	move := func(c calendarDate) calendarDate {
		c.year += n
		if c.grain == dayGrain && c.month == 2 && c.day == 29 {
			c.day = monthLength(c.year, 2)
		}
		return c
	}
	p.from, p.to = move(p.from), move(p.to)
	return p
}
