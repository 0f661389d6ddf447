package extract

import "slices"

// looksBack reports a text that looks back over many years, as on a series of
// meetings, and tells little of now: what its paragraphs date without a year is of
// the years that they tell of. One that tells first of a day without a year is of
// now, and the years of one or two paragraphs are its background. kept are the dates
// of the text in its order.
func (r *dateReader) looksBack(kept []int32) bool {
	const least, most, past, spread = 4, 12, 3, 3           // distinct years, each so many before the article, in so many paragraphs
	if r.ctx.refFrom == "" || r.ctx.refFrom == "dateline" { // news opens with its place
		return false
	}
	now, _, _ := r.ctx.ref.civil()
	var room [most]int
	told, relative := room[:0], 0
	paragraphs, last := 0, int32(-1)
	for _, at := range kept {
		e := &r.c.edges[at]
		if e.class != clsDate {
			continue
		}
		switch d := &r.c.dates[e.ref]; {
		case d.op == weekdayDate || d.op == shiftDate && !d.fromText:
			relative++
		case d.op != pointDate:
		case d.year == 0 && d.a < 0 && d.day > 0 && d.month > 0 && !d.fromText && len(told) == 0:
			return false
		case d.year > 0 && d.year <= now-past && len(told) < most && !slices.Contains(told, d.year):
			told = append(told, d.year)
			if b := r.c.toks[e.start].block; b != last {
				paragraphs, last = paragraphs+1, b
			}
		}
	}
	return len(told) >= least && paragraphs >= spread && 2*relative <= len(told)
}

// yearOfLookBack returns the year of a day or month in a text that looks back: that
// of the date told before it, the next one where its month has passed then; 0 where
// the text tells of what is recent or to come.
func (ctx *dateContext) yearOfLookBack(cd calendarDate, d *dateValue) int {
	const recent = 2 // years
	p := ctx.told
	if p == nil || p.yearless() || p.grain() > yearGrain || cd.month == 0 || d.hasDir || d.weekday > 0 || ctx.tense > 0 || ctx.present {
		return 0
	}
	if now, _, _ := ctx.ref.civil(); p.from.year > now-recent {
		return 0
	}
	if p.grain() <= monthGrain && cd.month < p.from.month {
		return p.from.year + 1
	}
	return p.from.year
}

// leaveLookBack ends a look back that has come near to now with its paragraph: the
// next one may tell of this year.
func (ctx *dateContext) leaveLookBack() {
	const near = 5 // years
	if ctx.told == nil {
		return
	}
	if now, _, _ := ctx.ref.civil(); ctx.told.from.year > now-near {
		ctx.told = nil
	}
}
