package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// shortLine is the length in bytes up to which a line is looked at word by word.
	shortLine = 400
	// longPrefix is how much of a longer line is looked at in the first earlyLines
	// of a page, where it may begin with a stamp or dateline; later only its
	// first words count.
	longPrefix  = 200
	laterPrefix = 80
	earlyLines  = 60
	// manyLines is how many lines are told apart; the rest of a larger document is
	// cut into pieces of about chunkSize bytes that count as paragraphs.
	manyLines = 20_000
	chunkSize = 64 << 10
)

// pageLine is a line of the page, a part of one, or a paragraph broken into lines.
type pageLine struct {
	start, end int
	role       blockRole
	blank      bool // an empty line, or the beginning, stands before it
	stamped    bool // a date was cut off in front of it
	chunk      bool // many lines that are not told apart

	letters   int
	words     int
	digits    bool // it has some
	sentences int  // sentence ends inside the line
	ends      bool // it ends like a sentence
	colon     bool // it ends with a colon
	upper     bool // it has letters and all of them are capitals
	bullet    bool
	numbered  bool // a bullet that is a number: a list only beside another one

	from, to int // its pieces
	cue      cueSet
	cueEnd   int // place of the piece behind the cue at its beginning
}

func (l *pageLine) len() int { return l.end - l.start }

// split finds the lines. Line ends of every kind count, and the white space
// around a line does not belong to it.
func (p *pageCutter) split() {
	text := p.text
	blank := true
	feeds := !slices.ContainsFunc(lineEnds, func(s string) bool { return strings.Contains(text, s) })
	for i := 0; i < len(text); {
		end, chunk := i, len(p.lines) >= manyLines
		if chunk {
			end = min(i+chunkSize, len(text))
		}
		end, next := lineEnd(text, end, feeds)
		start, stop := trimSpan(text, i, end)
		if start == stop {
			blank = true
		} else {
			p.lines = append(p.lines, pageLine{start: start, end: stop, blank: blank, chunk: chunk})
			blank = false
		}
		i = next
	}
	p.unwrap()
}

// lineEnds are the characters that end a line, but for the line feed.
var lineEnds = []string{"\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}

// lineEnd returns where the line ends that goes on at i, and where the next
// begins; with feeds the line feed is the only end that the text has.
func lineEnd(text string, i int, feeds bool) (end, next int) {
	if feeds {
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			return i + n, i + n + 1
		}
		return len(text), len(text)
	}
	for ; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return i, i + 1
		case '\r', '\v', '\f', 0xC2, 0xE2: // of lineEnds the first bytes
		default:
			continue
		}
		if strings.HasPrefix(text[i:], "\r\n") {
			return i, i + 2
		}
		for _, s := range lineEnds {
			if strings.HasPrefix(text[i:], s) {
				return i, i + len(s)
			}
		}
	}
	return len(text), len(text)
}

// unwrap joins the lines of paragraphs that were broken at a fixed width: where
// the next line goes on in lower case in several places, the width is the page's
// habit, and lines are joined wherever the next word would not have fitted.
func (p *pageCutter) unwrap() {
	const narrow, wide = 40, 130
	broken, width := 0, 0
	for i := 0; i+1 < len(p.lines); i++ {
		a, b := &p.lines[i], &p.lines[i+1]
		if !b.blank && goesOn(p.text, a, b) && a.len() >= narrow && a.len() <= wide {
			broken++
			width = max(width, utf8.RuneCountInString(p.text[a.start:a.end]))
		}
	}
	if broken == 0 {
		return
	}
	out := p.lines[:1]
	last := p.lines[0] // the last line that was joined to out's last
	for i, l := range p.lines[1:] {
		o := &out[len(out)-1]
		join := false
		if n := utf8.RuneCountInString(p.text[last.start:min(last.end, last.start+4*wide)]); !l.blank && n >= narrow && n <= wide {
			first, _, _ := strings.Cut(p.text[l.start:min(l.end, l.start+wide)], " ")
			full := n+1+utf8.RuneCountInString(first) > width
			join = goesOn(p.text, &last, &l) || broken >= 3 && full && !p.itemBehind(&last, &l)
			pair := o.start == last.start && (i+2 == len(p.lines) || p.lines[i+2].blank)
			join = join && !(pair && p.stampUnder(l)) && !p.signedBy(l)
		}
		if join {
			o.end = l.end
		} else {
			out = append(out, l)
		}
		last = l
	}
	p.lines = out
}

// itemBehind tells whether b begins an item of a list. A number is the rest of a's
// sentence where that stops short of an end: "vom|17. bis 19. Februar", "in Belém,|10.
// til 21. november".
func (p *pageCutter) itemBehind(a, b *pageLine) bool {
	if !bulletAt(p.text[b.start:b.end]) {
		return false
	}
	line := strings.TrimSuffix(p.text[a.start:a.end], ".")
	p.pieces = p.lex(p.pieces, a.start+strings.LastIndexByte(line, ' ')+1, a.start+len(line))
	month := len(p.pieces) == 1 && p.cues.months[p.pieces[0].word] > 0
	p.pieces = p.pieces[:0]
	if month {
		return false // "is set for Feb.|1. The …"
	}
	last, _ := utf8.DecodeLastRuneInString(p.text[a.start:a.end])
	return p.text[b.start] > '9' || p.text[b.start] < '0' || !unicode.IsLetter(last) && last != ','
}

// stampUnder tells whether a line under a headline says when the article was
// published: it is not the headline's end, however long that is.
func (p *pageCutter) stampUnder(l pageLine) bool {
	if l.len() > shortLine || !hasDigit(p.text[l.start:l.end]) {
		return false
	}
	p.pieces = p.lex(p.pieces, l.start, l.end)
	l.from, l.to = 0, len(p.pieces)
	p.judge(&l, p.tokens(l.start, l.end))
	days, ok := p.publication(&l)
	p.pieces = p.pieces[:0]
	return ok && days[0].y != 0 && !l.ends
}

// signedBy tells whether a line names an author and nothing else: "by Olena
// Hrazhdan" below a headline.
func (p *pageCutter) signedBy(l pageLine) bool {
	const most = 60 // bytes
	if l.len() > most {
		return false
	}
	p.pieces = p.lex(p.pieces, l.start, l.end)
	set, next := p.cues.match(p.pieces, 0)
	names := p.pieces[next:]
	p.pieces = p.pieces[:0]
	return set&cueByline != 0 && len(names) > 1 && !slices.ContainsFunc(names, func(q piece) bool { return q.kind != pieceWord || !q.upper })
}

// goesOn tells whether b is the rest of a's sentence.
func goesOn(text string, a, b *pageLine) bool {
	last, _ := utf8.DecodeLastRuneInString(text[a.start:a.end])
	first, _ := utf8.DecodeRuneInString(text[b.start:b.end])
	if word, _, _ := strings.Cut(text[b.start:b.end], " "); strings.Contains(word, "@") {
		return false // an author's address
	}
	return isLower(first) && (isLetter(last) || last == ',' || last == '-' || unicode.IsDigit(last))
}

// spacedTwice reports a text with two spaces where one is due, so that two part
// nothing.
func spacedTwice(text string) bool {
	const sample, oneIn = 4000, 3 // bytes; of spaces, where two of two would be one in two
	text = text[:min(len(text), sample)]
	twice := strings.Count(text, "  ")
	return twice > 0 && twice*oneIn > strings.Count(text, " ")
}

// closeUp takes two spaces between the words of a line for one.
func closeUp(line []piece) {
	for i := range line {
		if q := &line[i]; q.wide && i > 0 && q.start == line[i-1].end+2 {
			q.wide = false
		}
	}
}

// read looks at each line: its words, its measures, the cue at its beginning.
func (p *pageCutter) read() {
	loose := spacedTwice(p.text)
	keep := len(p.text) <= keptTokens
	if !keep {
		const usualPiece = 5 // bytes
		size := 0
		for i := range p.lines {
			size += min(p.lines[i].len(), shortLine)
		}
		p.pieces = slices.Grow(p.pieces, size/usualPiece) // else they would be outgrown many times
	}
	for i := range p.lines {
		l := &p.lines[i]
		end := l.end
		if l.len() > shortLine {
			end = l.start + longPrefix
			if i >= earlyLines {
				end = l.start + laterPrefix
			}
		}
		stop := l.end
		if !keep {
			p.words.clear()
			if l.len() > chunkSize {
				stop = runeFloor(p.text, l.start+chunkSize)
			}
		}
		toks := p.words.read(p.text, l.start, stop)
		l.from = len(p.pieces)
		p.pieces = p.cues.pieces(p.pieces, p.text, toks, end, false)
		l.to = len(p.pieces)
		if loose {
			closeUp(p.pieces[l.from:l.to])
		}
		p.judge(l, toks)
	}
	if !keep {
		p.words.clear()
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.numbered && !(i > 0 && p.lines[i-1].numbered || i+1 < len(p.lines) && p.lines[i+1].numbered) {
			l.bullet = false // "14. Tagung der gemischten Kommission"
		}
	}
}

// tokens returns the tokens of text[start:end], until it is called again.
func (p *pageCutter) tokens(start, end int) []token {
	if toks, ok := p.words.within(start, end); ok {
		return toks
	}
	p.spare.clear()
	return p.spare.read(p.text, start, end)
}

// lex returns the pieces of text[start:end] in the memory of room.
func (p *pageCutter) lex(room []piece, start, end int) []piece {
	return p.cues.pieces(room[:0], p.text, p.tokens(start, end), end, false)
}

// keptTokens is how long a document may be whose tokens are read once and kept for
// the rules, in bytes: they take more than ten times its room.
const keptTokens = 256 << 10

// judge takes the measures and the cue of a line, given its tokens, whose pieces
// are known.
func (p *pageCutter) judge(l *pageLine, toks []token) {
	p.measure(l, toks)
	l.bullet = bulletAt(p.text[l.start:l.end])
	l.numbered = l.bullet && '0' <= p.text[l.start] && p.text[l.start] <= '9'
	l.cue, l.cueEnd = p.leadingCue(l)
}

// leadingCue returns the cue with which a line begins, behind brackets, bullets
// and dashes. A short cue must stand apart from what follows it: "Share:" or
// "Share" alone, and not "Share prices".
func (p *pageCutter) leadingCue(l *pageLine) (cueSet, int) {
	pieces := p.pieces[l.from:l.to]
	i := 0
	for i < len(pieces) && pieces[i].kind == piecePunct && i < 4 {
		i++
	}
	set, next := p.cues.match(pieces, i)
	if set == 0 && i < len(pieces) && pieces[i].kind == pieceNumber { // "3 comments"
		set, next = p.cues.match(pieces, i+1)
		set &= cueComments
	}
	if set &^= cueStretch; set == 0 {
		return 0, l.from
	}
	behind := next
	if behind < len(pieces) {
		b := pieces[behind]
		words := 0
		for _, q := range pieces[i:next] {
			if q.kind != piecePunct {
				words++
			}
		}
		if words < 3 && b.kind == pieceWord && !b.wide && b.char == 0 {
			if soft := set & (cueByline | cueTime | cueAgency | cuePublished | cueUpdated | cueSource | cueLetterhead | cueConsent); soft != 0 {
				return soft, l.from + next
			}
			return 0, l.from
		}
	}
	return set, l.from + next
}

// whole tells whether the line is its cue and nothing else but punctuation and
// a number: "Comments (2)".
func (p *pageCutter) whole(l *pageLine) bool {
	for _, q := range p.pieces[l.cueEnd:l.to] {
		if q.kind == pieceWord {
			return false
		}
	}
	return l.cue != 0
}

// measure counts letters, words and sentence ends.
func (p *pageCutter) measure(l *pageLine, toks []token) {
	lower := false
	size := 0 // letters and digits of the word so far, which may have several tokens: 0 outside of words
	last := l.start
	for k := range toks {
		t := &toks[k]
		if int(t.start) != last {
			size = 0
		}
		last = int(t.end)
		if t.kind == punctToken {
			if size = p.behind(l, t, size); size < 0 {
				l.sentences++
				size = 0
			}
			continue
		}
		begins := size == 0
		n := int(t.end - t.start)
		switch {
		case t.kind == digitToken:
			l.digits = true
		case n == int(t.foldEnd-t.fold) && !t.is(marked): // all of ASCII
			l.letters += n
			lower = lower || !t.is(allCaps) && !(n == 1 && t.is(capital))
		default:
			n = 0
			for _, r := range p.text[t.start:t.end] {
				if !isLetter(r) {
					continue
				}
				n++
				l.letters++
				lower = lower || !isUpper(r)
				if r >= 0x2E80 && l.letters%2 == 0 { // a script without spaces: two signs are about a word
					l.words++
				}
				if r >= 0x2E80 {
					begins = false
				}
			}
		}
		if begins && n > 0 {
			l.words++
		}
		size += n
	}
	text := p.text[l.start:l.end]
	l.upper = l.letters > 1 && !lower
	rest := strings.TrimRightFunc(text, func(r rune) bool { return strings.ContainsRune(`)]"”“»«'’›`, r) || unicode.IsSpace(r) })
	final, _ := utf8.DecodeLastRuneInString(rest)
	l.ends = strings.ContainsRune(".!?…。！？", final) && rest != ""
	l.colon = final == ':'
}

// behind returns what size is of a word behind a sign: the word goes on behind an
// apostrophe and a mark, and -1 says that a sentence ends.
func (p *pageCutter) behind(l *pageLine, t *token, size int) int {
	switch t.char {
	case '.', '!', '?':
		text := p.text[t.start:l.end]
		if t.end == t.start+1 && size >= 3 && len(text) > 2 && text[1] == ' ' {
			if r, _ := utf8.DecodeRuneInString(text[2:]); !isLower(r) && !unicode.IsDigit(r) {
				return -1
			}
		}
	case 0, '\'':
		if r, _ := utf8.DecodeRuneInString(p.text[t.start:t.end]); r == '\'' || r == '’' || isMark(r) {
			return size
		}
	}
	return 0
}

// prose tells whether a line is running text and no headline, menu or label.
func (l *pageLine) prose() bool {
	return l.words >= 12 && l.letters >= 60 && (l.ends || l.sentences > 0) && (l.sentences > 0 || l.letters >= 95) || l.words > 34
}
