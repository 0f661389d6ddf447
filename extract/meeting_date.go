package extract

// besideEvent is the scope of a sitting up to the verb of its sentence, where that opens
// with what was before or after it: "Nach der 12. Sitzung am Freitag in Bonn flog er am
// Samstag nach Rom". It reports whether the sentence tells of what was before.
func (c *chart) besideEvent(sc scope, s *sitting) (scope, bool) {
	const opening = 8
	i := s.from
	for ; i > sc.from && c.has(i-1, clsArticle, clsStopword, clsOfficeOf) && c.endingAt(i, clsAround) == nil; i-- {
	}
	around := c.endingAt(i, clsAround)
	if around == nil || around.start-c.sents[c.toks[i].sent].start > opening {
		return sc, false
	}
	for k := s.to; k < sc.to; k++ {
		if c.tense(k) != 0 || c.has(k, clsTense) {
			sc.to = k
		}
	}
	return sc, c.value(around) == "before"
}

// clauseStart returns where the clause of token i begins, at floor at the
// earliest: behind a comma, a semicolon or a conjunction; i itself
// where none stands between.
func (c *chart) clauseStart(i, floor int32) int32 {
	for k := i - 1; k >= floor; k-- {
		if t := &c.toks[k]; t.char == ',' || t.char == ';' || c.conjunction(k) {
			return k + 1
		}
	}
	return i
}

// ofNounBehind reports a verb at token i that belongs to the noun behind it, with
// the date in front: "ülkesinin 1 Temmuz'da devraldığı dönem başkanlığı".
func (c *chart) ofNounBehind(i int32) bool {
	if c.pack.relativeVerb < 0 || int(i)+1 >= len(c.toks) || c.toks[i].kind != wordToken || c.toks[i].is(capital) || !c.endsIn(i, c.pack.relativeVerb) {
		return false
	}
	next := &c.toks[i+1]
	return next.kind == wordToken && next.sent == c.toks[i].sent && c.tense(i+1) == 0 && !c.has(i+1, clsSessionNoun)
}

// finer prefers days to months and months to years.
func finer(a, b *resolution) bool { return a.grain() < b.grain() && b.grain() > weekGrain }

// tenseIn returns the tense of a scope: that of the word nearest to the sitting.
func (c *chart) tenseIn(sc scope, s *sitting) int {
	best, gap := 0, int32(1<<20)
	for k := sc.from; k < sc.to; k++ {
		value := c.tenseWord(k)
		if value == "" {
			continue
		}
		if value == "none" {
			k = c.startingAt(k, clsTense).end - 1 // "wie geplant" says nothing of what is to come
			continue
		}
		g := s.from - k
		if g < 0 {
			g = k - s.to
		} else if c.pack.BodyFirst {
			g += 8 // the verb stands behind what it tells of
		}
		if g >= gap {
			continue
		}
		switch value {
		case "future":
			best, gap = 1, g
		case "past":
			best, gap = -1, g
		case "ongoing":
			best, gap = 2, g
		}
	}
	return best
}

// dateOf returns the date in a scope that tells when a sitting is: days before
// longer units, the nearest first, none that is open.
func (c *chart) dateOf(sc scope, s *sitting) *fact {
	var best *fact
	bestGap := int32(1 << 15)
	for _, f := range c.datesIn(sc.from, sc.to) {
		if f.to > sc.to || f.dates.openL || f.dates.openR || f.same || f.dates.grain() >= decadeGrain || f.from >= s.from && f.to <= s.to {
			continue
		}
		if c.comparedWith(f) || c.otherBetween(s.to, f.from) || f.from >= s.to && c.ofNounBehind(f.to) {
			continue
		}
		if c.whenPutOff(f, s) || c.ofOtherMeeting(f, s) {
			continue
		}
		gap := f.from - s.to
		if gap < 0 {
			gap = s.from - f.to
		} else if c.pack.BodyFirst && f.dates.grain() > weekGrain && c.verbBetween(s.to, f.from) {
			continue // "76. oturumun coşkusu yoktu bu yıl"
		}
		switch g := f.dates.grain(); {
		case g == splitYearGrain:
			continue
		case g > halfGrain && c.acrossQuote(f.from, s.from):
			continue // what a speaker says of a year is not when he spoke
		case gap == 0 && c.pack.BodyFirst && g > weekGrain: // "2026'daki 31. konferans": nothing stands between
			gap += 8
		case g > weekGrain && g <= halfGrain:
			gap += 10
		case g > halfGrain:
			gap += 25
		}
		if c.ofInfinitive(f) {
			gap += 20
		}
		gap += c.apart(f, s)
		if c.ownClause(f, s) {
			gap = min(gap, 1)
		}
		if gap < bestGap {
			best, bestGap = f, gap
		}
	}
	return best
}

// ofInfinitive reports a date that says when what somebody is asked or wants to do
// will be, in a language that has it in front: "1 Ocak'ta katılmaya davet edildi".
func (c *chart) ofInfinitive(f *fact) bool {
	i := f.to
	return c.pack.BodyFirst && c.pack.undone >= 0 && int(i) < len(c.toks) && c.toks[i].kind == wordToken && !c.toks[i].is(capital) &&
		c.toks[i].sent == c.toks[f.from].sent && c.endsIn(i, c.pack.undone) && !c.has(i, clsGather, clsSessionNoun)
}

// ownClause reports a date in a relative clause right behind the name of a sitting that
// says when it is: "met on 12 November to prepare the 47th meeting, which is scheduled
// to take place early next year".
func (c *chart) ownClause(f *fact, s *sitting) bool {
	const most = 10
	k := max(s.to, s.phraseTo)
	if c.pack.BodyFirst || c.pack.NounCapitals || f.from <= k || f.from > k+most || !c.sameSentence(f.from, s.from) {
		return false
	}
	if c.comma(k) {
		k++
	}
	e := c.startingAt(k, clsClause)
	return e != nil && c.value(e) == "relative" && !c.conjunction(k) && c.next(clsClause, e.end, f.from) == f.from && !c.commaBetween(e.end, f.from)
}

// ofOtherMeeting reports a date in the sentence of a sitting that stands in the
// genitive in front of another meeting: "India will host the 24th session and today's
// review meeting will prepare it".
func (c *chart) ofOtherMeeting(f *fact, s *sitting) bool {
	const near = 3
	last := &c.toks[f.to-1]
	if c.pack.BodyFirst || f.from < s.to || last.end == last.stem || !c.sameSentence(f.from, s.from) {
		return false
	}
	for k := f.to; k < f.to+near && int(k) < len(c.toks) && c.toks[k].kind == wordToken; k++ {
		if c.has(k, clsSessionNoun) {
			return k < s.from || k >= s.to
		}
	}
	return false
}

// dayIn returns the first day or week in a scope that is neither open nor what
// something is compared with.
func (c *chart) dayIn(sc scope) *fact {
	for _, f := range c.datesIn(sc.from, sc.to) {
		if f.to <= sc.to && f.dates.grain() <= weekGrain && !f.dates.openL && !f.dates.openR && !f.same {
			return f
		}
	}
	return nil
}

// otherBetween reports that a word for another sitting stands between two
// tokens: "das zweite Treffen nach dem in New York im September".
func (c *chart) otherBetween(from, to int32) bool {
	for k := from; k < to; k++ {
		if e := c.startingAt(k, clsOtherSitting); e != nil && c.value(e) == "one" {
			return true
		}
	}
	return false
}

const fortnight = 14

// closesOn returns the stretch from the day of a date to the one behind it on
// which something that opens then closes: "som åpner lørdag og avsluttes søndag".
func (c *chart) closesOn(sc scope, f *fact) *resolution {
	first, last, ok, okLast := f.dates.days()
	if !ok || !okLast || first != last {
		return nil
	}
	if days := c.openedOn(sc, f, first); days != nil {
		return days
	}
	for _, end := range c.datesIn(f.to, sc.to) {
		a, b, okA, okB := end.dates.days()
		if end.dates.openL && okB {
			a, okA = b, true // "opens on Monday and runs until 21 November"
		}
		if end.from < f.to || end.to > sc.to || !okA || !okB || a != b || a <= first || a-first > fortnight {
			continue
		}
		reach := end.to + 2
		if c.tellsBound("open", f.to, end.from) {
			reach = c.clauseEnd(end.to) // "salı başlayan toplantı, çarşamba protokolün imzalanmasıyla sona erdi"
		}
		for k := f.to; k < reach && k < sc.to; k++ {
			if c.closes(k) {
				return stretch(f.dates, first, a)
			}
		}
		return nil
	}
	return nil
}

// lasted returns the stretch from the day known of a sitting to another one, where
// the sentence of that one tells that the sitting closed then, or, in front of the
// day known, that it opened: "The session closed on Tuesday. It had opened on Monday".
func (c *chart) lasted(sc scope, day, known *resolution) *resolution {
	a, b, okA, okB := known.days()
	x, y, okX, okY := day.days()
	if !okA || !okB || !okX || !okY || a != b || x != y || a == x || max(a-x, x-a) > fortnight {
		return nil
	}
	told := "close"
	if x < a {
		told = "open"
	}
	if !c.tellsBound(told, sc.from, sc.to) {
		return nil
	}
	return stretch(known, min(a, x), max(a, x))
}

// apart is how much further a date is from a sitting for standing in brackets
// or in another clause.
func (c *chart) apart(f *fact, s *sitting) int32 {
	const far, bracket, clause = 1 << 16, 30, 10
	gap := int32(0)
	switch {
	case c.bracketOf(s, f.from): // "the 10th meeting (Rovaniemi, 4 September)"
	case f.from > 0 && c.toks[f.from-1].char == '(':
		gap += bracket
	case c.aside(f.from, s.from): // "(the last time was in 1985)"
		gap += far
	}
	low, high := min(f.to, s.to), max(f.from, s.from)
	if f.to <= s.from && c.ofOtherNoun(f, s) {
		gap += far // "the spring session is in Vilnius on 29 May, the 72nd annual session in Istanbul"
	}
	counts := f.to <= s.from && c.dateBehind(s)
	for k := low; counts && k < high; k++ {
		switch c.toks[k].char {
		case ',':
			gap += clause // "the review is on 19 June, the 5th assembly on 25 April"
		case ';':
			gap += far // "it meets from 14 to 24 July; the conference is held from 30 June"
		}
	}
	for k := low; k < high; k++ {
		if e := c.startingAt(k, clsClause); e != nil && !c.has(k, clsNumberAnd) && !c.taken[k] {
			gap += clause
			if c.value(e) == "relative" && k >= s.to && k <= max(s.to, s.phraseTo)+1 && !c.pack.BodyFirst {
				gap -= clause // "the session, which opens on Monday"
			} else if k >= f.to && k <= f.to+1 && c.value(e) == "adverb" {
				gap -= clause // "In 2003, when the first summit was held": the clause is the date's
			} else if c.value(e) == "adverb" {
				gap += far // "since he took office in 2023"
			}
		}
	}
	return gap
}

// ofOtherNoun reports a date in front of a sitting, parted from it by a comma,
// that the noun of another sitting stands in front of.
func (c *chart) ofOtherNoun(f *fact, s *sitting) bool {
	parted := false
	if s.elliptic > 0 || s.row {
		return false // its noun stands in front
	}
	for k := f.to; k < s.from; k++ {
		parted = parted || c.comma(k)
	}
	if !parted {
		return false
	}
	own := c.pack.BodyFirst && c.datedClose(s)
	for k := c.sents[c.toks[s.from].sent].start; k < f.from; k++ {
		if e := c.startingAt(k, clsSessionNoun); e != nil && e.end <= f.from && (own || c.value(e) == s.kind) && !c.has(k, clsGather) {
			return true
		}
	}
	return false
}

// datedClose reports a date close behind a sitting.
func (c *chart) datedClose(s *sitting) bool {
	const near = 6
	for _, f := range c.datesIn(s.to, s.to+near) {
		if f.from >= s.to && c.toks[f.from].sent == c.toks[s.from].sent {
			return true
		}
	}
	return false
}

// bracketOf reports that token i stands in the brackets right behind a sitting.
func (c *chart) bracketOf(s *sitting, i int32) bool {
	open := max(s.to, min(s.phraseTo, i))
	if i <= open || c.toks[open].char != '(' {
		if open = s.to; i <= open || int(open) >= len(c.toks) || c.toks[open].char != '(' {
			return false
		}
	}
	for k := open; k < i; k++ {
		if c.toks[k].char == ')' {
			return false
		}
	}
	return true
}

// aside reports that token i stands in brackets that token outside does
// not stand in.
func (c *chart) aside(i, outside int32) bool {
	sent := c.sents[c.toks[i].sent]
	for k := i - 1; k >= sent.start; k-- {
		switch c.toks[k].char {
		case ')':
			return false
		case '(':
			for end := i; end < sent.end; end++ {
				if c.toks[end].char == ')' {
					return outside < k || outside > end
				}
			}
			return outside < k
		}
	}
	return false
}

// retells reports a sentence that goes on about a sitting by its noun alone:
// "The session lasted two days", "Toppmøtet i Kazan startet tirsdag".
func (c *chart) retells(sent sentence, s *sitting) bool {
	for k := sent.start; k < min(sent.end, sent.start+4); k++ {
		if c.has(k, clsRank, clsRelative, clsOtherSitting, clsAnniversary, clsNotSession) {
			return false // another one: "the previous summit"
		}
		if o := c.startingAt(k, clsOrg); o != nil && c.pack.BodyFirst && !c.named[k] && !c.inPhrase(o, s) {
			return false // "Fed'in 27-28 Ocak toplantısından bir şey çıkmadı"
		}
		e := c.startingAt(k, clsSessionNoun)
		if e == nil {
			continue
		}
		if x := c.startingAt(k, clsSeries); x != nil && s.known && c.value(x) != s.series {
			return false
		} else if x == nil && c.toks[k].front > 0 {
			return false // "Sondergipfel" is another one
		}
		v := c.value(e)
		return v == s.kind || k <= sent.start+1 && generalNoun(v, s.kind) // "The meeting took place in Riga"
	}
	return false
}

// tellsClose reports a sentence that says of what went before when it closed: "It
// ended on Wednesday".
func (c *chart) tellsClose(sent sentence) bool {
	const opening = 4
	end := min(sent.start+opening, sent.end)
	k := c.next(clsClose, sent.start, end)
	return k < end && c.has(sent.start, clsIt, clsArticle) && !c.toks[sent.start].is(blankBefore) && c.closes(k)
}

// closes reports a word at token i for what something does on its last day.
func (c *chart) closes(i int32) bool {
	e := c.startingAt(i, clsClose)
	return e != nil && c.value(e) == "close"
}

// inPhrase reports an organisation that the words of a sitting name too.
func (c *chart) inPhrase(o *edge, s *sitting) bool {
	for k := s.phraseFrom; k < s.phraseTo; k++ {
		if e := c.startingAt(k, clsOrg); e != nil && c.value(e) == c.value(o) {
			return true
		}
	}
	return false
}

// generalNoun reports a noun that sittings of a kind are called by as well: every
// sitting is a meeting, and most are sessions.
func generalNoun(noun, kind string) bool {
	return noun == "meeting" || noun == "session" && kind != "round" && kind != "forum" && kind != "consultations"
}

// daysBelow is the stretch of days that stands with nothing but a place on the
// line below a heading that names a sitting, as on minutes: "London, 12–15 November".
func (c *chart) daysBelow(s *sitting) *resolution {
	const most = 12 // tokens
	t := &c.toks[s.from]
	if int(t.sent)+1 >= len(c.sents) || c.tenseOf(t.sent) != 0 || c.sents[t.sent].end-c.sents[t.sent].start > most {
		return nil
	}
	line := c.sents[t.sent+1]
	if line.end-line.start > most || !c.toks[line.start].is(lineBefore) {
		return nil
	}
	dates := c.datesIn(line.start, line.end)
	if len(dates) != 1 || dates[0].dates.single || dates[0].dates.grain() != dayGrain {
		return nil
	}
	for k := line.start; k < line.end; k++ {
		if t := &c.toks[k]; (k < dates[0].from || k >= dates[0].to) && t.kind != punctToken && !t.is(capital) {
			return nil
		}
	}
	return dates[0].dates
}

// daysIn is the stretch of the days that a sentence names, where it names two
// or more within a fortnight: "startet tirsdag og avsluttes torsdag".
func (c *chart) daysIn(sc scope) *resolution {
	var first, last *fact
	var a, b dayNumber
	for _, f := range c.datesIn(sc.from, sc.to) {
		if f.to > sc.to || f.dates.openL || f.dates.openR || f.dates.yearless() || f.dates.grain() > dayGrain {
			continue
		}
		x, y, _, _ := f.dates.days()
		if first == nil || x < a {
			first, a = f, x
		}
		if last == nil || y > b {
			last, b = f, y
		}
	}
	if first == nil || first == last || b <= a || b-a > fortnight {
		return nil
	}
	return stretch(first.dates, a, b)
}

// status tells how a meeting stands on the article's day.
func (d *document) status(when *resolution, tense int, cancelled bool) string {
	if cancelled {
		return "cancelled"
	}
	if when != nil && d.ctx.refFrom != "" {
		first, last, okFirst, okLast := when.days()
		ref := d.ctx.ref
		switch {
		case okLast && last < ref:
			return "held"
		case okFirst && first > ref:
			return "planned"
		case okFirst && okLast && last > ref && when.grain() <= weekGrain:
			return "ongoing"
		}
	}
	switch tense {
	case 1:
		return "planned"
	case -1:
		return "held"
	case 2:
		return "ongoing"
	}
	if when != nil {
		if _, last, _, ok := when.days(); ok && d.ctx.refFrom != "" && last == d.ctx.ref && when.grain() == minuteGrain {
			return "ongoing" // it opens today at an hour, and nothing says that it is over
		}
		return "held"
	}
	return "mentioned"
}
