package extract

import (
	"slices"
	"strings"
)

// publication reads a line as one that says when and by whom the article was
// published. Its day stands apart from whatever else the line says, which is
// little and no sentence.
func (p *pageCutter) publication(l *pageLine) (days []stamp, ok bool) {
	if l.len() > 2*shortLine || l.words > 40 || !l.digits {
		return nil, false
	}
	r, days := p.stampsOf(p.pieces[l.from:l.to])
	if len(days) == 0 {
		return nil, false
	}
	if p.saysPublished(l) {
		return days, true // "… on Sept. 26. It was updated on Sept. 27"
	}
	if r.closesStretch(days[0]) {
		return nil, false
	}
	parts, free, named := r.segments(p.segments[:0], days)
	p.segments = parts
	if l.len() > shortLine && !named {
		return nil, false
	}
	if p.doubled(r.pieces, days) != "" && days[len(days)-1].to == len(r.pieces) {
		return days, true
	}
	most := 6
	if named {
		most = 12
	}
	barred := func(q piece) bool { return q.kind == piecePunct && strings.ContainsRune("|·•", q.char) }
	if free > most || l.ends && free > 1 && !named && !slices.ContainsFunc(r.pieces, barred) {
		return nil, false // but "By A B · Daily News · 3 July 2025, 06:00 · 3 min."
	}
	for _, s := range parts {
		// Names alone beside the day: "NZZ vom 21.10.2021", "All News 05:12 October 30, 2024".
		plain := s.lower == 0 && s.free <= 3 && l.words <= 8 && (s.linked || days[0].clock != "")
		if s.day && s.free > 0 && !named && !(s.byline && s.lower == 0) && !plain {
			return nil, false
		}
		if s.free > 6 {
			return nil, false
		}
		if s.comma && (s.lower > 0 || s.free > 4) && !named {
			return nil, false // "Talks in Vienna, 3 November 2025"
		}
	}
	return days, true
}

// guessPublication takes a line of names and a day right below the title for the
// publication line where nothing else dates the page: "Hanna Lind June 12, 2025",
// "Turku Times, 12 June 2025. By Hanna Lind."
func (p *pageCutter) guessPublication() {
	const near, most, small = 3, 7, 3 // lines, names, bytes of a word that may stand between names
	if len(p.stamps) > 0 || p.dateline != nil && p.dateline.date != "" || p.title < 0 && p.given == "" {
		return
	}
	for i, seen := p.title+1, 0; i < len(p.lines) && seen < near; i++ {
		l := &p.lines[i]
		if l.start >= l.end || l.words == 0 {
			continue
		}
		seen++
		if l.len() > shortLine || l.bullet || !l.digits {
			continue
		}
		r, days := p.stampsOf(p.pieces[l.from:l.to])
		if len(days) != 1 || days[0].y == 0 {
			continue
		}
		names, plain := 0, true
		for k, q := range r.pieces {
			if k >= days[0].from && k < days[0].to {
				continue
			}
			switch {
			case q.kind == pieceNumber:
				plain = false // "10-12 June 2025", "COP30"
			case q.kind == pieceWord && q.upper && !r.weekday(k):
				names++
			case q.kind == pieceWord && !q.upper && q.end-q.start > small:
				plain = false
			}
		}
		if plain && names > 0 && names <= most {
			p.noteDays(i, days, false)
			l.role = rolePublication
			return
		}
	}
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// segment is a part of a publication line between separators.
type segment struct {
	day    bool // it has a day
	byline bool // it begins with a word for an author or source
	comma  bool // only a comma sets it apart from the day
	linked bool // a small word stands in front of the day: "NZZ vom 21.10.2021"
	free   int  // words that are neither day, time nor cue
	lower  int  // of these, in lower case
}

// segments cuts a line at its separators and counts what is free in each part.
// named tells whether a day has a word before it that says what it is. The parts
// are appended to room.
func (r *stampReader) segments(room []segment, days []stamp) (parts []segment, free int, named bool) {
	parts = append(room, segment{})
	next := 0 // the next day
	behindCue := false
	for i := 0; i < len(r.pieces); {
		q := r.pieces[i]
		cur := &parts[len(parts)-1]
		if q.wide && (cur.free > 0 || cur.day) {
			parts = append(parts, segment{})
			cur = &parts[len(parts)-1]
		}
		if next < len(days) && i >= days[next].from {
			d := days[next]
			named = named || d.cue != 0
			if !q.space && i > 0 && r.at(i-1).kind != piecePunct && (cur.free > 0) {
				parts = append(parts, segment{}) // a name glued to the day
				cur = &parts[len(parts)-1]
			}
			cur.day = true
			i = d.to
			next++
			if i < len(r.pieces) && r.pieces[i].kind == pieceWord && !r.pieces[i].space {
				parts = append(parts, segment{})
			}
			continue
		}
		switch {
		case q.kind == piecePunct && (strings.ContainsRune("|/·•–>»;)", q.char) || q.char == '-' && q.space && r.at(i+1).space):
			parts = append(parts, segment{})
			behindCue = false
			i++
		case q.kind == piecePunct && q.char == ',' && (cur.day || next < len(days) && i+3 >= days[next].from):
			cur.comma = cur.free > 0
			parts = append(parts, segment{comma: true})
			i++
		case q.char == '.' && next < len(days) && i+1 == days[next].from && cur.free > 0:
			parts = append(parts, segment{}) // "Von A B, Quito. 5. November 2025"
			i++
		case q.kind == piecePunct:
			i++
		case r.weekday(i):
			i++
		default:
			if _, n, ok := r.time(i, r.timeCueBefore(i)); ok {
				i = n
				continue
			}
			if set, n := r.cues.match(r.pieces, i); set&(cuePublished|cueUpdated|cueTime|cueSource|cueByline|cueAgency|cueAgo) != 0 {
				if set&(cuePublished|cueUpdated) != 0 && i > 0 && r.at(i-1).char == '.' {
					parts = append(parts, segment{}) // "12. juni 2025, kl. 07:45. Sist oppdatert i går"
					cur = &parts[len(parts)-1]
				}
				if set&(cueByline|cueSource) != 0 && cur.free == 0 {
					cur.byline, behindCue = true, true
				}
				i = n
				continue
			}
			if set, n := r.cues.match(r.pieces, i); set&cueLetterhead != 0 && cur.free == 0 {
				for i = n; i < len(r.pieces) && r.pieces[i].kind != pieceWord && (next == len(days) || i < days[next].from); i++ {
					// "No. 12/2025"
				}
				continue
			}
			if next < len(days) && i+1 == days[next].from && !q.upper && q.end-q.start <= 3 {
				cur.linked = cur.free > 0
				i++ // "vom", "on"
				continue
			}
			if behindCue && cur.byline && !q.upper && q.end-q.start <= 3 && r.at(i-1).upper && r.at(i+1).upper {
				i++ // "Av A B og C D": several authors
				continue
			}
			single := q.end-q.start == 1
			if !single && !(behindCue && q.upper) {
				free++
			}
			cur.free++
			if q.kind == pieceWord && !q.upper && !single {
				cur.lower++
			}
			i++
		}
	}
	for i := range parts {
		if parts[i].free == 0 {
			parts[i].comma = false
		}
	}
	return parts, free, named
}

// noteDays keeps what a publication line tells.
func (p *pageCutter) noteDays(i int, days []stamp, tail bool) {
	l := &p.lines[i]
	label := cueSet(0) // of the line above, where it is nothing else
	if i > 0 && p.whole(&p.lines[i-1]) {
		label = p.lines[i-1].cue & (cuePublished | cueUpdated)
	}
	for _, d := range days {
		if d.cue == 0 {
			d.cue = label
		}
		worth := worthPlain
		switch {
		case d.cue&cueUpdated != 0 && d.cue&cuePublished == 0:
			if worth = worthUpdate; tail {
				worth = worthCare
			}
		case tail:
			worth = worthTail
		case d.cue&cuePublished != 0:
			worth = worthNamed
		}
		p.stamps = append(p.stamps, published{d.iso(), worth})
	}
	p.noteSource(l, days)
}

// noteSource keeps the publisher or agency that a publication or source line names.
func (p *pageCutter) noteSource(l *pageLine, days []stamp) {
	pieces := p.pieces[l.from:l.to]
	for i := 0; i < len(pieces); i++ {
		set, next := p.cues.match(pieces, i)
		switch {
		case set&cueSource != 0:
			if name := p.name(pieces, next); name != "" && !isLower([]rune(name)[0]) && !opensDay(pieces, days, next) {
				p.sources = append(p.sources, sourceName{name, worthNamed})
			}
		case set&cueAgency != 0:
			p.sources = append(p.sources, sourceName{p.text[pieces[i].start:pieces[next-1].end], worthPlain})
		}
	}
	if len(days) == 0 || days[0].from == 0 {
		return
	}
	first := pieces[days[0].from]
	before := p.text[pieces[0].start:first.start]
	if name := p.doubled(pieces, days); name != "" {
		p.sources = append(p.sources, sourceName{name, worthDouble})
	} else if first.wide && strings.TrimSpace(before) != "" {
		p.sources = append(p.sources, sourceName{strings.TrimSpace(before), worthTail})
	}
}

// opensDay reports that a day begins at piece i, perhaps behind a mark: "Haber
// Merkezi - 03.07.2024".
func opensDay(pieces []piece, days []stamp, i int) bool {
	for i < len(pieces) && pieces[i].kind == piecePunct {
		i++
	}
	return slices.ContainsFunc(days, func(d stamp) bool { return int(d.from) == i })
}

// doubled returns the publisher's name that stands twice in front of the first
// day, all glued together, as portals write it; "" where none does.
func (p *pageCutter) doubled(pieces []piece, days []stamp) string {
	first := pieces[days[0].from]
	before := p.text[pieces[0].start:first.start]
	if half := len(before) / 2; !first.space && len(before)%2 == 0 && half > 3 && before[:half] == before[half:] {
		return before[:half]
	}
	return ""
}

// name returns the words behind a source cue, up to a separator: at most eight,
// no address.
func (p *pageCutter) name(pieces []piece, i int) string {
	for i < len(pieces) && pieces[i].kind == piecePunct && strings.ContainsRune(":.,-–|(", pieces[i].char) {
		i++
	}
	if i >= len(pieces) || pieces[i].kind == piecePunct {
		return ""
	}
	j := i
	for j < len(pieces) && j < i+12 {
		q := pieces[j]
		if j > i && q.wide || q.kind == piecePunct && (strings.ContainsRune("|/·•–>»;:)]", q.char) || q.char == ',' || q.char == '.' && (j+1 >= len(pieces) || pieces[j+1].space)) {
			break
		}
		if j > i && q.kind == pieceNumber {
			break
		}
		j++
	}
	name := strings.TrimSpace(p.text[pieces[i].start:pieces[j-1].end])
	if strings.HasPrefix(name, "http") || strings.HasPrefix(name, "www.") || j-i > 8 {
		return ""
	}
	return name
}

// cutStamps cuts a line in two where it begins with the day of publication and
// goes on with a headline or paragraph, or ends with a day set apart from it.
func (p *pageCutter) cutStamps() {
	const head = 30 // lines in which such a stamp may stand
	for i := 0; i < len(p.lines) && i < head; i++ {
		l := &p.lines[i]
		if !l.digits || !hasDigit(p.text[l.start:min(l.end, l.start+longPrefix)]) {
			continue
		}
		pieces := p.pieces[l.from:l.to]
		at, stamped := p.stampEnd(pieces, len(p.lines) == 1 || l.prose()), true
		if at == 0 && len(p.lines) > 1 {
			at, stamped = p.stampBehind(pieces, l), false
		}
		if at == 0 {
			continue
		}
		first, second := *l, pageLine{start: int(pieces[at].start), end: l.end, blank: true, stamped: stamped, from: l.from + at, to: l.to}
		first.start, first.end = trimSpan(p.text, l.start, second.start)
		first = pageLine{start: first.start, end: first.end, blank: l.blank, from: l.from, to: second.from}
		p.judge(&first, p.tokens(first.start, first.end))
		p.judge(&second, p.tokens(second.start, second.end))
		p.lines[i] = first
		p.lines = slices.Insert(p.lines, i+1, second)
		i++
	}
}

// stampEnd returns the piece at which the text begins that follows a stamp in
// front of a line, 0 without one. The day is in numbers or behind a word for
// publication, and what follows is a sentence or headline of its own. text tells
// that the line is a paragraph or all there is.
func (p *pageCutter) stampEnd(pieces []piece, text bool) int {
	r := &stampReader{p.text, pieces, p.cues}
	i := 0
	set, next := p.cues.match(pieces, i)
	named := set&cuePublished != 0
	if named {
		i = next
		for r.at(i).kind == piecePunct && strings.ContainsRune(":-–", r.at(i).char) {
			i++
		}
	}
	numbered := r.numberOfPaper(i) // "No: 227, 14 Kasım 2024, Türkiye-Katar …"
	if numbered > i {
		i, named = numbered, true
	}
	for r.weekday(i) || r.at(i).char == ',' {
		i++
	}
	if _, ok := r.day(i, false); !ok {
		return 0
	}
	_, days := p.stampsOf(pieces)
	if len(days) == 0 || days[0].from != i || !named && r.at(i).kind != pieceNumber {
		return 0
	}
	j := days[0].to
	numeric := r.isNumber(days[0].from, 4, 4)
	apart := false
	for r.at(j).kind == piecePunct && strings.ContainsRune("-–|:·•)]", r.at(j).char) && j < len(pieces) || numbered > 0 && r.at(j).char == ',' {
		apart = true
		j++
	}
	if !(apart || named || numeric || r.at(j).wide) || j >= len(pieces) {
		return 0
	}
	if text && !named && !numeric || text && len(p.lines) == 1 && !named {
		return 0 // "3 November 2025 – The ministers …" is a dateline
	}
	words := 0
	for k := j; k < len(pieces); k++ {
		if pieces[k].kind != piecePunct {
			words++
		}
	}
	if q := r.at(j); words < 4 || q.kind == pieceWord && !q.upper || len(days) > 1 && days[1].cue != 0 {
		return 0
	}
	if p.cues.publicationWord(pieces, j) {
		return 0
	}
	if apart && !named && !numeric && words < 7 {
		return 0 // "18.09.2019 | Abroad | German news"
	}
	for k := j; k < len(pieces); k++ {
		if pieces[k].char == '|' {
			return 0
		}
	}
	return j
}

// numberOfPaper returns the piece behind a word of letterheads and the number of
// the paper at piece i, with the comma behind: "No: 227,". 0 without one.
func (r *stampReader) numberOfPaper(i int) int {
	set, next := r.cues.match(r.pieces, i)
	if set&cueLetterhead == 0 {
		return 0
	}
	for r.at(next).kind == piecePunct && strings.ContainsRune(":.", r.at(next).char) && next < len(r.pieces) {
		next++
	}
	if r.at(next).kind != pieceNumber {
		return 0
	}
	for next++; r.glued(next, '/') && r.at(next+1).kind == pieceNumber; next += 2 {
	}
	if r.at(next).char != ',' {
		return 0
	}
	return next + 1
}

// publicationWord tells whether a word of publication lines stands at piece i.
func (c *layoutCues) publicationWord(pieces []piece, i int) bool {
	set, _ := c.match(pieces, i)
	return set&(cuePublished|cueUpdated|cueSource|cueByline|cueAgency) != 0
}

// stampBehind returns the piece at which a stamp begins that ends a headline's
// line: behind a bar or wide space, with nothing behind it. 0 without one.
func (p *pageCutter) stampBehind(pieces []piece, l *pageLine) int {
	if l.len() > longPrefix {
		return 0
	}
	r := &stampReader{p.text, pieces, p.cues}
	number := false
	for i := max(0, len(pieces)-8); i < len(pieces); i++ {
		number = number || pieces[i].kind == pieceNumber
	}
	if !number {
		return 0
	}
	_, days := p.stampsOf(pieces)
	if len(days) == 0 || days[len(days)-1].to < len(pieces) {
		return 0
	}
	i := days[0].from
	for i > 0 {
		q := r.at(i - 1)
		if r.weekday(i-1) || q.kind == piecePunct && strings.ContainsRune(",:", q.char) {
			i--
			continue
		}
		if set, n := p.cues.match(pieces, i-1); set&(cuePublished|cueTime) != 0 && n == i {
			i--
			continue
		}
		break
	}
	bar := r.at(i-1).char == '|' || r.at(i).wide
	words, lower := 0, 0
	for k := 0; k < i; k++ {
		if q := pieces[k]; q.kind == pieceWord {
			words++
			if !q.upper {
				lower++
			}
		}
		if pieces[k].wide || pieces[k].char == '|' && k < i-1 {
			return 0
		}
	}
	if !bar || words < 6 || lower == 0 {
		return 0
	}
	if r.at(i-1).char == '|' {
		i--
	}
	return i
}
