package extract

// looksBack reports a text that looks back over many years, as on a series of
// meetings, and tells little of now: what its paragraphs date without a year is of
// the years that they tell of. kept are the dates of the text in its order.
func (r *dateReader) looksBack(kept []int32) bool {
	const years, past, few = 4, 3, 2                        // distinct years, each so many before the article; dates of now
	if r.ctx.refFrom == "" || r.ctx.refFrom == "dateline" { // news opens with its place
		return false
	}
	now, _, _ := r.ctx.ref.civil()
	var told [years]int
	found, relative := 0, 0
	for _, at := range kept {
		e := &r.c.edges[at]
		if e.class != clsDate {
			continue
		}
		switch d := &r.c.dates[e.ref]; {
		case d.op == weekdayDate || d.op == shiftDate && !d.fromText:
			relative++
		case d.op == pointDate && d.year > 0 && d.year <= now-past && found < years:
			told[found] = d.year
			found++
			for _, year := range told[:found-1] {
				if year == d.year {
					found--
					break
				}
			}
		}
	}
	return found == years && relative <= few
}

// yearOfLookBack returns the year of a day or month in a text that looks back: that
// of the date told before it, the next one where its month has passed then; 0 where
// the text tells of what is recent or to come.
func (ctx *dateContext) yearOfLookBack(cd calendarDate, d *dateValue) int {
	const recent = 2 // years
	p := ctx.prev
	if !ctx.look || p == nil || p.yearless() || p.openL || p.openR || p.grain() > yearGrain || cd.month == 0 || d.hasDir || d.weekday > 0 || ctx.tense > 0 || ctx.present {
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
