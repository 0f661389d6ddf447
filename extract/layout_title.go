package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	const least, oneIn = 2, 12
	line := p.text[p.lines[i].start:min(p.lines[i].end, p.lines[i].start+shortLine)]
	letters, marked := 0, 0
	for _, r := range line {
		if isLetter(r) || r >= utf8.RuneSelf && isMark(r) {
			letters++
			if r >= utf8.RuneSelf {
				marked++
			}
		}
	}
	if marked < least || marked*oneIn < letters {
		return false
	}
	if p.common == nil {
		p.common = p.commonLetters()
	}
	rare := 0
	for _, r := range line {
		if r >= utf8.RuneSelf && (isLetter(r) || isMark(r)) && !p.common[toLower(r)] {
			rare++
		}
	}
	return rare >= least && rare*oneIn >= letters
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
		text := p.text[l.start:min(l.end, l.start+sample)]
		all += countLetters(text)
		for _, r := range text {
			if r >= utf8.RuneSelf {
				count[toLower(r)]++
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
	if i == 0 && !p.namesPaper(l) {
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
	switch {
	case p.isLetterhead(l):
		score -= 5
	case l.cue&cueLetterhead != 0 && l.words <= 8 && !l.ends:
		score -= 3 // "Ministry of foreign and European affairs", if it is no headline
	}
	if p.isKeywords(l) {
		score -= 4
	}
	if l.upper && l.words <= 3 {
		score -= 2
	}
	if p.isLabelled(l) {
		score -= 4
	}
	return score
}

// namesPaper tells whether a line has few words and all of them capitals: it may
// be the name of a paper.
func (p *pageCutter) namesPaper(l *pageLine) bool {
	const few = 4
	for _, q := range p.pieces[l.from:l.to] {
		if q.kind != piecePunct && !q.upper {
			return false
		}
	}
	return l.words <= few
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
		if set, next := p.cues.match(pieces, i); set&cueLetterhead != 0 && onlyNumber(pieces[next:]) {
			return true
		}
	}
	return false
}

// isKeywords tells whether a line is nothing but words with slashes between:
// "Olympics/IOC/Election/Greece".
func (p *pageCutter) isKeywords(l *pageLine) bool {
	slashes := 0
	for i := l.from; i < l.to; i++ {
		switch q := p.pieces[i]; {
		case i > l.from && q.space:
			return false
		case q.char == '/':
			slashes++
		}
	}
	return slashes > 0
}

// onlyNumber tells whether pieces are at most a number with its sign: "No. 412/24".
func onlyNumber(pieces []piece) bool {
	for _, q := range pieces {
		if q.kind == pieceWord && q.end-q.start > 3 {
			return false
		}
	}
	return true
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
		if toks, ok := p.words.within(l.start, l.end); ok {
			toks[0].flags = toks[0].flags&^sentenceStart | spaceBefore // read as the first of a line
		}
		l.start = l.end // nothing is left of it
	}
}

// sameTitle compares two headlines but for case, spaces and punctuation.
func sameTitle(a, b string) bool {
	return len(a) < 2000 && len(b) < 2000 && titleKey(a) == titleKey(b)
}

func titleKey(s string) string {
	return strings.Map(func(r rune) rune {
		if isLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, foldWord(s))
}
