package extract

import (
	"slices"
	"strings"
)

// layBody finds where the article ends and gives the lines before it their roles.
func (p *pageCutter) layBody() {
	if p.body >= len(p.lines) {
		return
	}
	p.tail = p.findTail()
	paragraphs := 0
	early := true // publication lines may still follow
	for i := p.body; i < p.tail; i++ {
		l := &p.lines[i]
		l.role = roleBody
		var d *dateline
		if early && p.datelineAt < 0 && !l.bullet {
			// A city and its day alone on a line under the lead say more than when.
			if d = p.findDateline(l); i > p.body && d != nil && d.alone && d.date != "" && !p.inChronology(d, i) {
				p.dateline, p.datelineAt = d, i
				p.leadBefore(i)
				l.role = roleByline
				continue
			}
		}
		if early && i > p.body {
			if days, ok := p.publication(l); ok && (days[0].cue != 0 || len(p.stamps) == 0 && (p.datelineAt < 0 || p.bareStamp(l))) {
				p.noteDays(i, days, false)
				l.role = rolePublication
				p.leadBefore(i)
				continue
			}
			if l.words <= 12 && p.isByline(l) {
				p.noteSource(l, nil)
				l.role = roleByline
				p.leadBefore(i)
				continue
			}
		}
		if d != nil && (d.sure || l.words >= 8) && (d.end < l.end || i > 0) && !p.inChronology(d, i) {
			p.dateline, p.datelineAt = d, i
			p.leadBefore(i)
			if d.alone {
				l.role = roleByline // what stands behind it
			}
			continue
		}
		if l.prose() {
			if paragraphs++; paragraphs >= 3 {
				early = false
			}
		}
		if p.inset(l) {
			l.role = roleBoilerplate
			if p.whole(l) && l.cue&(cueRelated|cueTags) != 0 {
				i = p.linkList(i)
			}
			continue
		}
		switch {
		case p.isCaption(l):
			l.role = roleCaption
			// What stands right above a caption is a text of the same picture.
			if above := i - 1; above >= p.body && !l.blank && p.lines[above].role == roleHeading {
				p.lines[above].role = roleCaption
			}
		case !l.ends && !l.colon && !l.bullet && l.words <= 14 && l.letters <= 100 && i+1 < p.tail:
			l.role = roleHeading
		}
	}
	p.signOff()
}

// inChronology tells whether a day without place and agency at the head of line i
// is one of several lines that begin so.
func (p *pageCutter) inChronology(d *dateline, i int) bool {
	const several, far = 2, 40
	if d.cityEnd > 0 || d.agency != "" {
		return false
	}
	n := 0
	for j := i + 1; j < p.tail && j < i+far && n < several; j++ {
		if o := p.findDateline(&p.lines[j]); o != nil && o.cityEnd == 0 && o.agency == "" && o.date != d.date {
			n++
		}
	}
	return n == several
}

// bareStamp tells whether a line is a day and nothing else but a time or a
// weekday, as pages have it under the first paragraph.
func (p *pageCutter) bareStamp(l *pageLine) bool {
	if l.len() > shortLine || l.words > 8 {
		return false
	}
	r, days := p.stampsOf(p.pieces[l.from:l.to])
	if len(days) == 0 {
		return false
	}
	parts, free, _ := r.segments(p.segments[:0], days)
	p.segments = parts
	for _, s := range parts {
		if s.free > 0 {
			return false
		}
	}
	return free == 0
}

// signOff finds the day of publication on the last line of an article that
// says it nowhere else; a signature and a list of annexes may stand below it.
func (p *pageCutter) signOff() {
	const below = 3 // lines
	if len(p.stamps) > 0 {
		return
	}
	for i := max(p.body+1, p.tail-1-below); i < len(p.lines) && i < p.tail+below; i++ {
		l := &p.lines[i]
		if !p.saysPublished(l) {
			continue
		}
		if days, ok := p.publication(l); ok {
			p.noteDays(i, days, false)
			l.role = rolePublication
		}
		return
	}
	for i := p.tail - 1; i > p.body && i >= p.tail-1-below; i-- {
		l := &p.lines[i]
		if d := p.findDateline(l); d != nil && d.alone && d.date != "" && p.datelineAt < 0 && !p.inChronology(d, i) {
			p.dateline, p.datelineAt = d, i // "London, 15.11.2024"
			l.role = roleByline
			return
		}
		if !p.bareStamp(l) {
			if l.words > 8 {
				return
			}
			continue
		}
		if days, ok := p.publication(l); ok {
			p.noteDays(i, days, false)
			l.role = rolePublication
		}
		return
	}
}

// saysPublished reports a line that begins as a sentence about the publication:
// "This story was first published on".
func (p *pageCutter) saysPublished(l *pageLine) bool {
	return l.cue&cuePublished != 0 && p.cueWords(l) > 3
}

// leadBefore makes the paragraphs between the headline and line i the lead.
func (p *pageCutter) leadBefore(i int) {
	for j := p.body; j < i; j++ {
		if r := p.lines[j].role; r == roleBody || r == roleHeading {
			p.lines[j].role = roleLead
		}
	}
}

// inset tells whether a line inside the text is none of the article's: an
// advertisement, a link to another article, a row of share buttons.
func (p *pageCutter) inset(l *pageLine) bool {
	if p.isBracketed(l) || p.allCues(l, cueShare|cueAd) || p.isLink(l) || p.isCredit(l) {
		return true
	}
	if l.cue == 0 || l.prose() && l.words > 40 {
		return false
	}
	marked := p.whole(l) || l.cueEnd < l.to && strings.ContainsRune(":|-–>»(", p.at(l.cueEnd).char) && p.at(l.cueEnd).kind == piecePunct
	switch {
	case l.cue&cueAd != 0:
		return marked || l.words <= 12
	case l.cue&(cueRelated|cueShare|cueTags|cueFooter|cueComments) != 0:
		return marked || p.at(l.cueEnd).wide || !l.ends && l.words <= 12
	}
	return false
}

// isCredit tells whether a line in brackets says who wrote and edited the text:
// "(Reporting by … in Paris; Editing by …)".
func (p *pageCutter) isCredit(l *pageLine) bool {
	return l.cue&cueByline != 0 && p.cueWords(l) >= 2 && p.text[l.start] == '(' && strings.HasSuffix(strings.TrimRight(p.text[l.start:l.end], ". "), ")")
}

// linkList gives the lines of a list of links under the heading at line i their
// role and returns the last of them.
func (p *pageCutter) linkList(i int) int {
	const most = 12
	for j := i + 1; j < p.tail && j <= i+most; j++ {
		l := &p.lines[j]
		if l.ends || l.prose() || p.isCaption(l) {
			return j - 1
		}
		l.role = roleBoilerplate
		i = j
	}
	return i
}

// findTail returns the line at which the article ends. What follows a heading of
// comments, links or contacts belongs to it when little running text comes after
// it; so do the short lines that end a page without any heading.
func (p *pageCutter) findTail() int {
	n := len(p.lines)
	after := slices.Grow(p.after[:0], n+1)[:n+1] // letters of running text from line i on
	p.after = after
	after[n] = 0
	for i := n - 1; i >= p.body; i-- {
		after[i] = after[i+1]
		if p.lines[i].prose() {
			after[i] += p.lines[i].letters
		}
	}
	total := after[p.body]
	tail := n
	for i := p.body + 1; i < n; i++ {
		kind := p.ending(i)
		if kind == endsNot {
			continue
		}
		// Comments may be longer than the article; other things are not.
		if kind == endsSurely || after[i]*4 <= total {
			tail = i
			break
		}
	}
	return p.trimLinks(tail)
}

type endingKind uint8

const (
	endsNot    endingKind = iota
	endsMaybe             // if little text follows
	endsSurely            // whatever follows
)

// ending tells whether a line begins what follows an article.
func (p *pageCutter) ending(i int) endingKind {
	l := &p.lines[i]
	line := p.text[l.start:min(l.end, l.start+shortLine)]
	if l.letters == 0 {
		if strings.HasPrefix(line, "###") || strings.HasPrefix(line, "# # #") || line == "-30-" {
			return endsMaybe
		}
		return endsNot
	}
	if p.copyright(l) {
		return endsMaybe
	}
	if l.words <= 12 && i > p.body+1 && p.has(l, cueAgo) && !l.ends {
		return endsSurely // a reader's name and "2 hours ago"
	}
	if l.cue == 0 {
		return endsNot
	}
	whole := p.whole(l)
	behind := p.at(l.cueEnd)
	labelled := l.cueEnd < l.to && behind.kind == piecePunct && strings.ContainsRune(":|(", behind.char)
	switch {
	case l.cue&cueComments != 0 && whole:
		return endsSurely
	case l.cue&cueComments != 0:
		// "3 thoughts on “Fifty years …”" counts them.
		counted := p.at(l.from).kind == pieceNumber && !l.ends
		if l.words <= 20 && (labelled || counted || p.cueWords(l) >= 3) {
			return endsSurely
		}
	case l.cue&cueEnd != 0 && whole:
		return endsMaybe
	case l.cue&cueRelated != 0 && labelled && !whole:
		return endsNot // "Read also: …" stands inside texts
	case l.cue&(cueRelated|cueTags|cueShare|cueFooter) != 0:
		if whole || labelled || p.cueWords(l) >= 3 && (!l.ends || l.words < 12) || behind.wide { // "In other news, X beat Y." is text
			return endsMaybe
		}
	case l.cue&cueContact != 0:
		if whole || labelled || p.cueWords(l) >= 2 || behind.kind == pieceNumber || behind.char == '+' {
			return endsMaybe
		}
	}
	return endsNot
}

// cueWords counts the words of the cue at the beginning of a line.
func (p *pageCutter) cueWords(l *pageLine) int {
	n := 0
	for _, q := range p.pieces[l.from:l.cueEnd] {
		if q.kind != piecePunct {
			n++
		}
	}
	return n
}

// copyright tells whether a short line claims one: "© 2025 Example", "(©NTB)".
func (p *pageCutter) copyright(l *pageLine) bool {
	if l.words > 16 || l.len() > shortLine {
		return false
	}
	for i := l.from; i < l.to; i++ {
		if p.pieces[i].char == '©' {
			return i-l.from <= 2 || l.words <= 12
		}
	}
	return false
}

// trimLinks moves the end of the article before the short lines without a full
// stop that stand last: links to other pages, notes, the footer.
func (p *pageCutter) trimLinks(tail int) int {
	last := tail // the line behind the last one that is text
	for last > p.body+1 {
		l := &p.lines[last-1]
		if p.closesText(last-1, tail) {
			break
		}
		if l.words > 16 {
			break
		}
		last--
	}
	short := tail - last
	if short == 0 {
		return tail
	}
	before := &p.lines[last-1]
	switch {
	case before.colon || before.bullet && p.lines[last].bullet:
		return tail // a list that the text announces
	case tail < len(p.lines), short >= 3:
		return last
	case (before.ends || before.prose()) && before.words >= 8 && p.lines[last].blank, p.isRow(last-1, tail):
		return last // a heading with nothing under it, or a note under a table
	}
	return tail
}

// closesText tells whether line i, behind which only short lines come, is text.
func (p *pageCutter) closesText(i, tail int) bool {
	l := &p.lines[i]
	if p.sourceNote(l) || p.isLink(l) {
		return false
	}
	if l.prose() {
		return true
	}
	if p.isRow(i, tail) || p.ofCalendar(i, tail) {
		return true
	}
	line := p.text[l.start:l.end]
	if p.isMenu(l) || strings.HasPrefix(line, "[") {
		return false
	}
	if l.ends && l.words >= 3 || l.colon || p.isCaption(l) {
		return true
	}
	// A list with bullets is text where the text announces it.
	if l.bullet {
		j := i
		for j > p.body && p.lines[j].bullet {
			j--
		}
		return p.lines[j].colon || !p.lines[j].ends || !strings.HasPrefix(line, "- ")
	}
	return l.words > 16
}

// ofCalendar tells whether line i is part of a calendar: the day at the head of an
// entry, an hour and what is due below one, one of two lines that open with a day, or
// one of three days in a list.
func (p *pageCutter) ofCalendar(i, tail int) bool {
	const entry, row = 12, 3 // lines
	l := &p.lines[i]
	if !l.digits {
		return false
	}
	if p.headsEntry(l) || p.opensWithDay(i) && (i-1 > p.body && p.opensWithDay(i-1) || i+1 < tail && p.opensWithDay(i+1)) {
		return true
	}
	if hour, minute := p.at(l.from), p.at(l.from+2); hour.kind == pieceNumber && hour.num >= 0 && hour.num < 24 && strings.ContainsRune(":.", p.at(l.from+1).char) &&
		minute.kind == pieceNumber && minute.end-minute.start == 2 && !minute.space {
		for k := i - 1; k > p.body && k >= i-entry; k-- {
			if p.headsEntry(&p.lines[k]) {
				return true
			}
		}
	}
	days := 0
	for k := max(p.body, i-row+1); k < min(tail, i+row) && days < row; k++ {
		if days++; !p.bareStamp(&p.lines[k]) {
			days = 0
		}
	}
	return days == row && p.bareStamp(l)
}

// opensWithDay tells whether line i begins with a day or two without their year and a
// dash or colon: "26-27 Feb – Batumi: the commission meets".
func (p *pageCutter) opensWithDay(i int) bool {
	l := &p.lines[i]
	if l.to == l.from || !l.digits {
		return false
	}
	r := &stampReader{p.text, p.pieces[l.from:l.to], p.cues}
	at := 0
	if r.isNumber(0, 1, 2) && strings.ContainsRune("-–", r.at(1).char) && r.isNumber(2, 1, 2) {
		at = 2
	}
	s, ok := r.day(at, false)
	return ok && s.y == 0 && s.to < len(r.pieces) && strings.ContainsRune("-–—:", r.at(s.to).char) && r.at(s.to).kind == piecePunct
}

// isRow tells whether line i is a row of a table with figures: it has as many bars
// as a line beside it, and one of the two has digits, which menus have not.
func (p *pageCutter) isRow(i, tail int) bool {
	bars := func(i int) (int, bool) {
		line := p.text[p.lines[i].start:min(p.lines[i].end, p.lines[i].start+shortLine)]
		n := strings.Count(line, " | ")
		return n, n > 0 && hasDigit(line)
	}
	n, digits := bars(i)
	if n == 0 {
		return false
	}
	for _, j := range []int{i - 1, i + 1} {
		if j <= p.body || j >= tail {
			continue
		}
		if m, more := bars(j); m == n && (digits || more) {
			return true
		}
	}
	return false
}

// isLink tells whether a line is an address with a word or two before it.
func (p *pageCutter) isLink(l *pageLine) bool {
	line := p.text[l.start:min(l.end, l.start+2*shortLine)]
	i := strings.Index(line, "://")
	if i < 0 {
		return false
	}
	if n := strings.IndexAny(line[i:], " \t\u00a0"); n >= 0 {
		return len(line)-i-n < 20 && len(strings.Fields(line)) <= 6
	}
	return len(strings.Fields(line[:i])) <= 5
}

// sourceNote tells whether a short line only says where the text is from:
// "Source: …", "(According to VNA)".
func (p *pageCutter) sourceNote(l *pageLine) bool {
	if l.words > 12 {
		return false
	}
	if l.cue&cueSource == 0 {
		return false
	}
	line := p.text[l.start:l.end]
	return p.at(l.cueEnd).char == ':' || strings.HasPrefix(line, "(") && strings.HasSuffix(line, ")")
}

// layTail gives the lines behind the article their role, and takes from them the
// day of publication and the source.
func (p *pageCutter) layTail() {
	const most = 200 // lines that are read for it
	for i := p.tail; i < len(p.lines); i++ {
		l := &p.lines[i]
		l.role = roleBoilerplate
		if i >= p.tail+most {
			continue
		}
		if l.cue&cueComments != 0 && p.ending(i) == endsSurely {
			for ; i < len(p.lines); i++ {
				p.lines[i].role = roleBoilerplate
			}
			return
		}
		if days, ok := p.publication(l); ok && (days[0].cue != 0 || l.words <= 12 && !p.has(l, cueAgo)) {
			p.noteDays(i, days, true)
			l.role = rolePublication
			continue
		}
		if l.cue&cueSource != 0 && (p.at(l.cueEnd).char == ':' || p.sourceNote(l)) || p.copyright(l) {
			p.noteSource(l, nil)
		}
	}
}
