package extract

import (
	"testing"
	"time"
)

// TestCivil compares days with the standard library's over four centuries.
func TestCivil(t *testing.T) {
	day := time.Date(1799, 12, 31, 0, 0, 0, 0, time.UTC)
	n := dayOf(1799, 12, 31)
	for range 160_000 {
		y, m, d := n.civil()
		if y != day.Year() || m != int(day.Month()) || d != day.Day() || dayOf(y, m, d) != n {
			t.Fatalf("%v is %d-%d-%d", day, y, m, d)
		}
		if wd := (int(day.Weekday())+6)%7 + 1; n.weekday() != wd {
			t.Fatalf("%v is weekday %d, not %d", day, n.weekday(), wd)
		}
		if m == 1 && d == 1 && n.String() != day.Format(time.DateOnly) {
			t.Fatalf("%v is written %s", day, n)
		}
		day, n = day.AddDate(0, 0, 1), n+1
	}
}

// TestWeeks compares ISO weeks with the standard library's.
func TestWeeks(t *testing.T) {
	for year := 1990; year < 2040; year++ {
		for week := 1; week <= 52; week++ {
			p := weekPeriod(year, week)
			first, last, _, _ := p.days()
			y, m, d := first.civil()
			gotYear, gotWeek := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).ISOWeek()
			if gotYear != year || gotWeek != week || last-first != 6 {
				t.Fatalf("week %d of %d is %s", week, year, p)
			}
		}
	}
}

// TestPeriods asks for the value, the grain and the days of each kind of period.
func TestPeriods(t *testing.T) {
	day := func(y, m, d int) calendarDate { return calendarDate{year: y, month: m, day: d, grain: dayGrain} }
	month := func(y, m int) calendarDate { return calendarDate{year: y, month: m, grain: monthGrain} }
	year := func(y int) calendarDate { return calendarDate{year: y, grain: yearGrain} }
	for _, c := range []struct {
		p                         period
		value, grain, first, last string
	}{
		{unitPeriod(day(2025, 11, 2)), "2025-11-02", "day", "2025-11-02", "2025-11-02"},
		{unitPeriod(month(2024, 2)), "2024-02", "month", "2024-02-01", "2024-02-29"},
		{unitPeriod(year(2023)), "2023", "year", "2023-01-01", "2023-12-31"},
		{unitPeriod(calendarDate{year: 2024, n: 3, grain: quarterGrain}), "2024-Q3", "quarter", "2024-07-01", "2024-09-30"},
		{unitPeriod(calendarDate{year: 2025, n: 1, grain: halfGrain}), "2025-H1", "half", "2025-01-01", "2025-06-30"},
		{unitPeriod(calendarDate{year: 2009, n: 24, grain: seasonGrain}), "2009-24", "season", "2009-12-01", "2010-02-28"},
		{unitPeriod(calendarDate{year: 1990, grain: decadeGrain}), "199X", "decade", "1990-01-01", "1999-12-31"},
		{unitPeriod(calendarDate{year: 1900, grain: centuryGrain}), "19XX", "century", "1900-01-01", "1999-12-31"},
		{unitPeriod(calendarDate{year: 2009, grain: splitYearGrain}), "2009/2010", "split-year", "2009-01-01", "2010-12-31"},
		{unitPeriod(calendarDate{month: 11, day: 3, grain: dayGrain, yearless: true}), "XXXX-11-03", "day", "", ""},
		{unitPeriod(calendarDate{year: 2025, month: 11, day: 3, hour: 8, minute: 12, grain: minuteGrain}), "2025-11-03T08:12", "minute", "2025-11-03", "2025-11-03"},
		{rangePeriod(day(2024, 8, 20), day(2024, 8, 23)), "2024-08-20/2024-08-23", "day", "2024-08-20", "2024-08-23"},
		{rangePeriod(calendarDate{year: 2024, n: 1, grain: quarterGrain}, calendarDate{year: 2024, n: 3, grain: quarterGrain}), "2024-01/2024-09", "month", "2024-01-01", "2024-09-30"},
		{period{from: year(1987), openR: true}, "1987/..", "year", "1987-01-01", ""},
		{period{to: calendarDate{year: 1999, n: 22, grain: seasonGrain}, openL: true}, "../1999-08", "month", "", "1999-08-31"},
		{unitPeriod(calendarDate{year: 2030, grain: yearGrain, approx: true}), "2030~", "year", "2030-01-01", "2030-12-31"},
	} {
		if got := c.p.String(); got != c.value {
			t.Errorf("%s is written %s", c.value, got)
		}
		if got := grainNames[c.p.grain()]; got != c.grain {
			t.Errorf("%s has the grain %s, not %s", c.value, got, c.grain)
		}
		if _, first, last := c.p.texts(); first != c.first || last != c.last {
			t.Errorf("%s is %s to %s, not %s to %s", c.value, first, last, c.first, c.last)
		}
		if !c.p.valid() {
			t.Errorf("%s is refused", c.value)
		}
	}
	for _, p := range []period{unitPeriod(day(2025, 2, 29)), unitPeriod(month(2025, 13)), rangePeriod(day(2024, 8, 23), day(2024, 8, 20)), unitPeriod(year(0))} {
		if p.valid() {
			t.Errorf("%s is no date", p)
		}
	}
	if got := unitPeriod(day(2024, 2, 29)).shiftYears(-1).String(); got != "2023-02-28" {
		t.Errorf("a year before a leap day is %s", got)
	}
}

// TestYearlessDays: a day that no year has is none, with a year or without.
func TestYearlessDays(t *testing.T) {
	for _, c := range []struct {
		month, day int
		want       bool
	}{{2, 28, true}, {2, 29, true}, {2, 30, false}, {2, 31, false}, {4, 30, true}, {4, 31, false}, {12, 31, true}, {13, 1, false}} {
		if got := (calendarDate{month: c.month, day: c.day, grain: dayGrain, yearless: true}).valid(); got != c.want {
			t.Errorf("day %d of month %d: %v", c.day, c.month, got)
		}
	}
}
