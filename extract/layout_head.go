package extract

import (
	"slices"
	"strings"
)

// headLines is how many lines the head of a page may have.
const headLines = 120

// findBody finds the line at which the running text begins: the first paragraph,
// or the first dateline. A page without paragraphs begins where its first
// sentence does, or behind its first line.
func (p *pageCutter) findBody() {
	p.title, p.datelineAt, p.body, p.tail = -1, -1, len(p.lines), len(p.lines)
	if len(p.lines) == 1 {
		p.body = 0 // whatever it is, there is nothing besides
		return
	}
	n := min(len(p.lines), headLines)
	for i := 0; i < n; i++ {
		l := &p.lines[i]
		if p.furniture(l) {
			continue
		}
		if days, ok := p.publication(l); ok && days[0].cue != 0 {
			continue // author and desk may make it as long as a paragraph
		}
		if l.prose() || i > 0 && l.bullet && l.letters >= 40 || p.opensWithDateline(i) {
			p.body = i
			return
		}
	}
	for i := 0; i < n; i++ {
		l := &p.lines[i]
		if i > 0 && l.words >= 4 && l.ends && !p.furniture(l) {
			p.body = i
			return
		}
	}
	// No sentence anywhere: everything but the headline is the text.
	first := -1
	for i := range p.lines {
		l := &p.lines[i]
		if p.furniture(l) || l.letters == 0 || p.isPath(l) || p.isMenu(l) {
			continue
		}
		if _, ok := p.publication(l); ok && i < n {
			continue
		}
		if first < 0 && i < n && !l.stamped {
			first = i
			continue
		}
		p.body = i
		if first < 0 || l.stamped && len(p.lines) <= 2 {
			p.body = i
		}
		break
	}
	if p.body == len(p.lines) && first >= 0 {
		p.body = first
	}
	if p.body < len(p.lines) && p.lines[p.body].stamped && p.body == len(p.lines)-1 {
		p.body = len(p.lines) // a stamp and a headline
	}
}

// furniture tells whether a line is known by its words not to be text.
func (p *pageCutter) furniture(l *pageLine) bool {
	if l.cue&(cueShare|cueTags|cueComments|cueRelated|cueNav|cueBreadcrumb|cueFooter|cueAd|cueContact|cueLetterhead|cuePhoto|cuePublished|cueUpdated) != 0 &&
		(p.whole(l) || !l.prose()) {
		return true
	}
	return l.len() <= 3*shortLine && p.has(l, cueConsent)
}

// has tells whether a word of the set stands anywhere in what is looked at of a line.
func (p *pageCutter) has(l *pageLine, set cueSet) bool {
	pieces := p.pieces[l.from:l.to]
	for i := range pieces {
		if pieces[i].word == 0 { // most are no word of a cue
			continue
		}
		if got, _ := p.cues.match(pieces, i); got&set != 0 {
			return true
		}
	}
	return false
}

// opensWithDateline tells whether a paragraph begins with a dateline.
func (p *pageCutter) opensWithDateline(i int) bool {
	l := &p.lines[i]
	d := p.findDateline(l)
	if d == nil || !d.sure {
		return false
	}
	if !d.alone {
		return l.words >= 8
	}
	return i+1 < len(p.lines) && p.lines[i+1].prose() && i > 0
}

// isPath tells whether a line is a path of links: "Home > Politics > Europe".
func (p *pageCutter) isPath(l *pageLine) bool {
	if l.len() > shortLine || l.ends && l.words > 8 {
		return false
	}
	if l.cue&cueBreadcrumb != 0 {
		return true
	}
	pieces := p.pieces[l.from:l.to]
	arrows, slashes, longest, words := 0, 0, 0, 0
	nav := false
	for i, q := range pieces {
		switch {
		case q.kind != piecePunct:
			if set, _ := p.cues.match(pieces, i); set&cueNav != 0 {
				nav = true
			}
			words++
			continue
		case strings.ContainsRune(">›→", q.char) || q.char == '»' && q.space && i > 0:
			arrows++
		case q.char == '/' && q.space || q.char == '|' || q.char == '·':
			slashes++
		default:
			continue
		}
		longest = max(longest, words)
		words = 0
	}
	last := words
	if arrows > 0 && longest <= 5 {
		return true
	}
	return slashes > 0 && nav && longest <= 4 && last <= 4
}

// isMenu tells whether a line is a row of short entries set apart by wide space,
// bars or brackets: a menu, a ticker, share buttons.
func (p *pageCutter) isMenu(l *pageLine) bool {
	if l.len() > shortLine {
		return false
	}
	pieces := p.pieces[l.from:l.to]
	entries, longest, words, small := 1, 0, 0, 0
	for _, q := range pieces {
		if q.wide || q.kind == piecePunct && strings.ContainsRune("|·•", q.char) {
			longest = max(longest, words)
			entries++
			words = 0
			if q.wide && q.kind == pieceWord && !q.upper {
				small++
			}
		}
		if q.kind == pieceWord {
			words++
		}
	}
	longest = max(longest, words)
	return entries >= 3 && longest <= 4 && 2*small < entries // but text that is spread has small words
}

// allCues tells whether every word of a line belongs to a cue of the set.
func (p *pageCutter) allCues(l *pageLine, set cueSet) bool {
	if l.len() > shortLine {
		return false
	}
	pieces := p.pieces[l.from:l.to]
	found := false
	for i := 0; i < len(pieces); {
		if pieces[i].kind != pieceWord {
			i++
			continue
		}
		got, next := p.cues.match(pieces, i)
		if got&set == 0 {
			return false
		}
		found = true
		i = next
	}
	return found
}

// isSite tells whether a line names a site: a domain, or short names between bars.
func (p *pageCutter) isSite(l *pageLine) bool {
	pieces := p.pieces[l.from:l.to]
	for i := 1; i+1 < len(pieces); i++ {
		a, q, b := pieces[i-1], pieces[i], pieces[i+1]
		if q.char == '.' && !q.space && !b.space && a.kind == pieceWord && b.kind == pieceWord && a.end-a.start > 2 && !b.upper &&
			(b.end-b.start == 2 || b.end-b.start == 3 || b.end-b.start == 4 || b.end-b.start == 5) {
			return true
		}
		if q.char == '|' && l.words <= 6 {
			return true
		}
	}
	return strings.Contains(p.text[l.start:min(l.end, l.start+shortLine)], "://")
}

// isByline tells whether a line names the author: a word for it and names, or
// only names between the headline and the text.
func (p *pageCutter) isByline(l *pageLine) bool {
	if l.cue&(cueByline|cueSource) == 0 || l.words > 12 || l.ends && l.words > 6 || l.len() > shortLine {
		return false
	}
	if l.cue&cueSource != 0 && l.cue&cueByline == 0 {
		return p.at(l.cueEnd).char == ':'
	}
	pieces := p.pieces[l.cueEnd:l.to]
	if len(pieces) == 0 {
		return true
	}
	lower, names := 0, 0
	for _, q := range pieces {
		if q.kind == pieceWord {
			if q.upper {
				names++
			} else if q.end-q.start > 3 {
				lower++
			}
		}
	}
	if pieces[0].char == ':' {
		return lower <= 1 // "Interview: 'We will not print our way out'" is a headline
	}
	words := 0
	for _, q := range p.pieces[l.from:l.cueEnd] {
		if q.kind == pieceWord {
			words++
		}
	}
	return words >= 2 || names > 0 && (lower == 0 || lower == 1 && p.has(l, cueAgency)) && l.words <= 8
}

func (p *pageCutter) at(i int) piece {
	if i < len(p.pieces) {
		return p.pieces[i]
	}
	return piece{kind: piecePunct, num: -1}
}

// isCaption tells whether a line is the text of a picture, which its credit shows:
// "Photo: AP" in front, or a photographer or source in brackets or behind.
func (p *pageCutter) isCaption(l *pageLine) bool {
	if l.cue&cuePhoto != 0 && l.words <= 60 {
		return true
	}
	if l.words > 90 {
		return false
	}
	// The credit stands among the last words.
	from := l.start
	if l.len() > 120 {
		from = runeFloor(p.text, l.end-120)
	}
	if !strings.ContainsAny(p.text[from:l.end], "([:") {
		return false
	}
	pieces := p.lex(p.credit, from, l.end)
	p.credit = pieces
	for i := range pieces {
		set, next := p.cues.match(pieces, i)
		if set&(cuePhoto|cueSource) == 0 || next >= len(pieces) {
			continue
		}
		inBrackets := i > 0 && (pieces[i-1].char == '(' || pieces[i-1].char == '[')
		rest := len(pieces) - next
		switch {
		case inBrackets && rest <= 14:
			return true
		case set&cuePhoto != 0 && pieces[next].char == ':' && rest <= 10:
			return true
		}
	}
	return false
}

// isBracketed tells whether a line is one short note in square brackets:
// "[advertisement]".
func (p *pageCutter) isBracketed(l *pageLine) bool {
	line := p.text[l.start:l.end]
	return l.words <= 4 && strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]")
}

// lonePlace returns the dateline of a line that is nothing but the name of a city,
// under the one with the day of publication.
func (p *pageCutter) lonePlace(i int) *dateline {
	const words = 4
	l := &p.lines[i]
	if i == 0 || p.datelineAt >= 0 || l.words > words || p.lines[i-1].role != rolePublication {
		return nil
	}
	pieces := p.pieces[l.from:l.to]
	if len(pieces) == 0 || pieces[len(pieces)-1].kind != pieceWord || p.cues.days[pieces[0].word] != 0 || // SALI, Tuesday, is no Shali
		!pieces[0].caps && !p.bareStamp(&p.lines[i-1]) {
		return nil // beside a reporter's name and the day only a place in capitals is one
	}
	city, _, _ := strings.Cut(p.text[l.start:l.end], ",") // "Mexico City, Mexico"
	if !p.cues.isCity(city, true) {
		return nil
	}
	return &dateline{start: l.start, end: l.start + len(city), cityStart: l.start, cityEnd: l.start + len(city), sure: true, alone: true}
}

// layHead gives the lines before the body their roles.
func (p *pageCutter) layHead() {
	var candidates []int
	for i := 0; i < p.body && i < len(p.lines); i++ {
		l := &p.lines[i]
		l.role = roleHeader
		if p.given != "" && sameTitle(p.text[l.start:l.end], p.given) {
			p.title = i
			continue
		}
		switch role, ok := p.headRole(i); {
		case ok:
			l.role = role
		case l.letters >= 2:
			candidates = append(candidates, i)
		}
	}
	if p.title < 0 {
		p.title = p.chooseTitle(candidates)
	}
	if p.title < 0 {
		return
	}
	p.lines[p.title].role = roleTitle
	p.joinTitle()
	for _, i := range candidates {
		l := &p.lines[i]
		if i > p.title && l.start < l.end {
			switch {
			case p.isName(l) && (p.isImprint(i-1) || i+1 < p.body && p.isImprint(i+1)):
				l.role = roleByline
			case l.words >= 4 && !p.isSite(l):
				l.role = roleLead
			case l.numbered && l.words > 0:
				l.role = roleHeading // "1. Budget 2026"
			case p.headsEntry(l) && slices.ContainsFunc(p.lines[p.body:], func(m pageLine) bool { return p.headsEntry(&m) }):
				l.role = roleHeading // the first of a calendar's
			}
		}
	}
}

// headsEntry reports a line that is a weekday or a day without its year, or both,
// as stands above an entry of a calendar.
func (p *pageCutter) headsEntry(l *pageLine) bool {
	const words = 3
	if l.words > words || l.to == l.from || p.pieces[l.from].kind == piecePunct {
		return false
	}
	r := &stampReader{p.text, p.pieces[l.from:l.to], p.cues}
	i := 0
	for r.weekday(i) || i > 0 && r.at(i).char == ',' {
		i++
	}
	if s, ok := r.day(i, false); ok && s.y == 0 {
		for i = s.to; r.weekday(i) || r.at(i).char == ',' || r.at(i).char == '.'; {
			i++
		}
	}
	return i > 0 && i == len(r.pieces)
}

// headRole gives the role of a line of the head that its form tells.
func (p *pageCutter) headRole(i int) (blockRole, bool) {
	l := &p.lines[i]
	if p.isBracketed(l) || p.allCues(l, cueShare|cueAd) {
		return roleBoilerplate, true
	}
	if d := p.lonePlace(i); d != nil {
		p.dateline, p.datelineAt = d, i
		return roleByline, true
	}
	if d := p.findDateline(l); d != nil && d.alone && len(p.lines) > 1 && p.datelineAt < 0 {
		p.dateline, p.datelineAt = d, i
		return roleByline, true // of what stands behind it
	}
	if days, ok := p.publication(l); ok {
		p.noteDays(i, days, false)
		return rolePublication, true
	}
	switch {
	case l.cue&(cuePublished|cueUpdated|cueAgo) != 0 && p.allCues(l, cuePublished|cueUpdated|cueTime|cueAgo|cueByline|cueSource|cueAgency):
		return rolePublication, true
	case p.has(l, cueAgo) && l.words <= 6: // not "50 years ago 35 states signed the treaty"
		return rolePublication, true
	case p.isByline(l):
		p.noteSource(l, nil)
		return roleByline, true
	case l.cue&cuePhoto != 0 || p.isCaption(l):
		return roleCaption, true
	case l.cue&(cueShare|cueComments|cueTags|cueAd|cueFooter) != 0 && (p.whole(l) || l.cue&cueComments == 0 && l.words <= 8):
		return roleBoilerplate, true
	case p.isPath(l), p.isMenu(l), l.cue&cueNav != 0 && p.whole(l), l.cue&cueRelated != 0 && p.whole(l), l.len() <= 3*shortLine && p.has(l, cueConsent):
		return roleHeader, true
	}
	return 0, false
}
