package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headLines is how many lines the head of a page may have.
const headLines = 120

// findBody finds the line at which the running text begins: the first paragraph,
// or the first dateline. A page without paragraphs begins where its first
// sentence does, or behind its first line.
func (p *pageCutter) findBody() {
	p.title, p.datelineAt, p.body, p.tail = -1, -1, len(p.lines), len(p.lines)
	n := min(len(p.lines), headLines)
	for i := 0; i < n; i++ {
		l := &p.lines[i]
		if p.furniture(l) {
			continue
		}
		if l.prose() || i > 0 && l.bullet && l.letters >= 40 || p.opensWithDateline(i) {
			p.body = i
			return
		}
	}
	for i := 0; i < n; i++ {
		l := &p.lines[i]
		if (i > 0 || len(p.lines) == 1) && l.words >= 4 && l.ends && !p.furniture(l) {
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
	entries, longest, words := 1, 0, 0
	for _, q := range pieces {
		if q.wide || q.kind == piecePunct && strings.ContainsRune("|·•", q.char) {
			longest = max(longest, words)
			entries++
			words = 0
		}
		if q.kind == pieceWord {
			words++
		}
	}
	longest = max(longest, words)
	return entries >= 3 && longest <= 4
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
	if pieces[0].char == ':' {
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
		from = l.end - 120
		for !utf8.RuneStart(p.text[from]) {
			from++
		}
	}
	if !strings.ContainsAny(p.text[from:l.end], "([:") {
		return false
	}
	pieces := lexLine(nil, p.text[:l.end], from, p.cues, false)
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
			}
		}
	}
}

// headRole gives the role of a line of the head that its form tells.
func (p *pageCutter) headRole(i int) (blockRole, bool) {
	l := &p.lines[i]
	if p.isBracketed(l) || p.allCues(l, cueShare|cueAd) {
		return roleBoilerplate, true
	}
	if d := p.findDateline(l); d != nil && d.alone && i > 0 && p.datelineAt < 0 {
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
	case p.has(l, cueAgo) && l.words <= 10:
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

// chooseTitle returns the line of the head that looks most like a headline.
func (p *pageCutter) chooseTitle(candidates []int) int {
	best, bestScore := -1, 0
	headline := false // a line above looks like one
	for k, i := range candidates {
		score := p.titleScore(i) + p.placeScore(candidates[k:])
		if len(candidates) > 1 && p.isForeign(i) {
			score -= 5
		}
		if headline && p.lines[i].ends {
			score -= 3 // a lead under a headline
		}
		if l := &p.lines[i]; score >= 3 && !l.ends {
			headline = true
		}
		if len(candidates) == 1 {
			score += 2
		}
		if best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	if bestScore < 1 {
		return -1
	}
	return best
}

// isForeign tells whether a line of the head is in another language than the
// text, as far as letters show: if many of them are rare there.
func (p *pageCutter) isForeign(i int) bool {
	if p.common == nil {
		p.common = p.commonLetters()
	}
	letters, rare := 0, 0
	for _, r := range p.text[p.lines[i].start:min(p.lines[i].end, p.lines[i].start+shortLine)] {
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			letters++
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)):
			letters++
			if !p.common[unicode.ToLower(r)] {
				rare++
			}
		}
	}
	return rare >= 2 && rare*12 >= letters
}

// commonLetters are the letters beyond ASCII that are one in 500 or more of the
// beginning of the text.
func (p *pageCutter) commonLetters() map[rune]bool {
	const sample = 6000
	count := map[rune]int{}
	all := 0
	for i := p.body; i < len(p.lines) && all < sample; i++ {
		l := &p.lines[i]
		if !l.prose() {
			continue
		}
		for _, r := range p.text[l.start:min(l.end, l.start+sample)] {
			if unicode.IsLetter(r) {
				all++
			}
			if r >= utf8.RuneSelf {
				count[unicode.ToLower(r)]++
			}
		}
	}
	common := map[rune]bool{}
	for r, n := range count {
		if n*500 >= all {
			common[r] = true
		}
	}
	return common
}

// placeScore says how well the first of some candidates stands for a headline: by
// the publication line or byline, or right above the text. Between it and them
// may stand a second headline or two; of a longer list the last counts.
func (p *pageCutter) placeScore(candidates []int) int {
	first := candidates[0]
	if p.lines[first].stamped || first > 0 && p.isImprint(first-1) {
		return 2
	}
	last := 0
	for last+1 < len(candidates) && candidates[last+1] == candidates[last]+1 {
		last++
	}
	switch behind := first + last + 1; {
	case last > 2:
		return 0
	case behind < p.body && p.isImprint(behind):
		return 2
	case behind == p.body:
		return 1
	}
	return 0
}

// isImprint tells whether a line of the head says when or by whom the article is.
func (p *pageCutter) isImprint(i int) bool {
	return p.lines[i].role == rolePublication || p.lines[i].role == roleByline
}

func (p *pageCutter) titleScore(i int) int {
	l := &p.lines[i]
	score := 0
	switch w := l.words; {
	case w == 1:
		score = -4
	case w == 2:
		score = -2
	case w == 3:
	case w <= 5:
		score = 2
	case w <= 20:
		score = 3
	case w <= 30:
		score = 1
	default:
		score = -2
	}
	if l.blank && (i+1 >= len(p.lines) || p.lines[i+1].blank) {
		score++
	}
	if i == 0 {
		score++
	}
	if l.ends && !strings.HasSuffix(p.text[l.start:l.end], "?") && !strings.HasSuffix(p.text[l.start:l.end], "!") {
		score--
	}
	if l.sentences > 0 {
		score -= 2
	}
	if l.colon || l.bullet {
		score -= 3
	}
	if p.isSite(l) {
		score -= 4
	}
	if p.isLetterhead(l) {
		score -= 5
	}
	if l.upper && l.words <= 3 {
		score -= 2
	}
	if p.isLabelled(l) {
		score -= 4
	}
	return score
}

// isLetterhead tells whether a line names a kind of paper or the office that
// issues it: alone, or in a name whose first or last words say so.
func (p *pageCutter) isLetterhead(l *pageLine) bool {
	if l.cue&cueLetterhead != 0 && p.whole(l) {
		return true
	}
	if l.words > 8 || l.ends {
		return false
	}
	pieces := p.pieces[l.from:l.to]
	for _, q := range pieces {
		if q.kind == pieceWord && !q.upper && q.end-q.start > 4 {
			return false
		}
	}
	if l.cue&cueLetterhead != 0 {
		return true
	}
	for i := range pieces {
		if set, next := p.cues.match(pieces, i); set&cueLetterhead != 0 && next == len(pieces) {
			return true
		}
	}
	return false
}

// isLabelled tells whether a line is a label with a number or code: "Ref. No. 24/118".
func (p *pageCutter) isLabelled(l *pageLine) bool {
	words := 0
	for i := l.from; i < l.to; i++ {
		q := p.pieces[i]
		switch {
		case q.kind == pieceWord:
			words++
		case q.char == ':' && words <= 3 && i+1 < l.to:
			return p.pieces[i+1].kind == pieceNumber
		}
	}
	return false
}

// isName tells whether a line is a person's name or two, and nothing else.
func (p *pageCutter) isName(l *pageLine) bool {
	if l.words < 2 || l.words > 6 || l.len() > shortLine {
		return false
	}
	for _, q := range p.pieces[l.from:l.to] {
		if q.kind == pieceNumber || q.kind == pieceWord && !q.upper && q.end-q.start > 3 {
			return false
		}
	}
	return true
}

// joinTitle adds the second line of a headline in capitals.
func (p *pageCutter) joinTitle() {
	t := &p.lines[p.title]
	if !t.upper || t.letters < 25 {
		return
	}
	for i := p.title + 1; i < p.body; i++ {
		l := &p.lines[i]
		if l.blank || !l.upper || l.role != roleHeader || l.cue&cueLetterhead != 0 || l.words < 2 {
			return
		}
		t.end = l.end
		l.start = l.end // nothing is left of it
	}
}

// sameTitle compares two headlines but for case, spaces and punctuation.
func sameTitle(a, b string) bool {
	return len(a) < 2000 && len(b) < 2000 && titleKey(a) == titleKey(b)
}

func titleKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, foldWord(s))
}
