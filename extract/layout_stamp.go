package extract

import (
	"fmt"
	"strings"
)

// stamp is a day in a line, with the time beside it.
type stamp struct {
	from, to int // pieces, the time included
	y, m, d  int // y 0: the line does not say the year
	clock    string
	cue      cueSet // cuePublished or cueUpdated, where the line says so
}

// iso is the ISO 8601 day, or minute where the time is known.
func (s stamp) iso() string {
	var room [16]byte
	day := appendDigits(appendDigits(appendDigits(room[:0], "", s.y, 4), "-", s.m, 2), "-", s.d, 2)
	if s.clock != "" {
		day = append(append(day, 'T'), s.clock...)
	}
	return string(day)
}

// stampReader reads the days and times of one line.
type stampReader struct {
	text   string
	pieces []piece
	cues   *layoutCues
}

// at returns the piece at i; beyond the line an empty one.
func (r *stampReader) at(i int) piece {
	if i < 0 || i >= len(r.pieces) {
		return piece{kind: piecePunct, space: true, num: -1}
	}
	return r.pieces[i]
}

// closesStretch reports that a day is the last one of several, of a fair or a calendar, behind
// a word that says so: "1. bis 3. Oktober 2025", "29. September bis 3. Oktober 2025". The first
// is lower, where no month stands beside it: "Nr. 12 und 3. Mai 2025" are no days.
func (r *stampReader) closesStretch(s stamp) bool {
	const longest = 3 // words: "til og med"
	for link := s.from - 1; link >= max(1, s.from-longest); link-- {
		if set, next := r.cues.match(r.pieces, link); set&cueStretch == 0 || next != s.from {
			continue
		}
		at := link - 1
		if r.glued(at, '.') {
			at--
		}
		if r.month(at) != 0 { // "29. September bis"
			if at--; r.glued(at, '.') {
				at--
			}
			return r.isNumber(at, 1, 2)
		}
		return r.isNumber(at, 1, 2) && r.num(at) >= 1 && (r.num(at) < s.d && !r.glued(at-1, '.') || r.month(at-1) != 0)
	}
	return false
}

func (r *stampReader) num(i int) int { return int(r.at(i).num) }

func (r *stampReader) isNumber(i, minDigits, maxDigits int) bool {
	q := r.at(i)
	n := int(q.end - q.start)
	return q.kind == pieceNumber && n >= minDigits && n <= maxDigits
}

func (r *stampReader) glued(i int, char rune) bool {
	q := r.at(i)
	return q.kind == piecePunct && q.char == char && !q.space
}

func (r *stampReader) month(i int) int {
	return int(r.cues.months[r.at(i).word])
}

func (r *stampReader) weekday(i int) bool {
	return r.cues.days[r.at(i).word] != 0
}

// day reads a day that begins at piece i; ok tells whether there is one. American
// order (month first) is taken where the numbers ask for it or the time has am or pm.
func (r *stampReader) day(i int, american bool) (s stamp, ok bool) {
	s.from = i
	if i >= len(r.pieces) || r.pieces[i].kind != pieceNumber && r.cues.months[r.pieces[i].word] == 0 {
		return s, false
	}
	switch {
	case r.isNumber(i, 4, 4) && r.at(i+1).kind == piecePunct && strings.ContainsRune("-/.", r.at(i+1).char) && r.glued(i+1, r.at(i+1).char) &&
		r.isNumber(i+2, 1, 2) && r.glued(i+3, r.at(i+1).char) && r.isNumber(i+4, 1, 2): // 2025-11-03
		s.y, s.m, s.d, s.to = r.num(i), r.num(i+2), r.num(i+4), i+5
	case r.isNumber(i, 1, 2) && r.at(i+1).kind == piecePunct && strings.ContainsRune("-/.", r.at(i+1).char) && r.glued(i+1, r.at(i+1).char) &&
		r.isNumber(i+2, 1, 2) && (r.glued(i+3, r.at(i+1).char) || r.at(i+1).char == '/' && r.glued(i+3, '-')) && (r.isNumber(i+4, 4, 4) || r.isNumber(i+4, 2, 2) && !r.at(i+4).space): // 03.11.2025, 3/11-2025
		s.d, s.m, s.y, s.to = r.num(i), r.num(i+2), r.num(i+4), i+5
		if r.at(i+1).char == '/' && (american && s.d <= 12 || s.m > 12 || r.otherOrder(s, i)) || r.at(i+1).char == '-' && s.m > 12 {
			s.d, s.m = s.m, s.d
		}
		if r.isNumber(i+4, 2, 2) {
			s.y += 2000
			if s.y >= 2070 {
				s.y -= 100
			}
		}
	case r.isNumber(i, 1, 2): // 3. November 2025, 3rd of November, 2025, 03-Nov-2025
		s.d = r.num(i)
		j := i + 1
		if q := r.at(j); q.kind == pieceWord && !q.space && q.end-q.start <= 3 && r.month(j) == 0 { // 3rd
			j++
		}
		if r.glued(j, '.') || r.glued(j, '-') {
			j++
		}
		if q := r.at(j); r.month(j) == 0 && q.kind == pieceWord && q.end-q.start == 2 { // 3rd of
			j++
		}
		if s.m = r.month(j); s.m == 0 {
			return s, false
		}
		s.y, s.to = r.year(j + 1)
	case r.month(i) != 0 && (r.isNumber(i+1, 1, 2) || r.glued(i+1, '.') && r.isNumber(i+2, 1, 2)): // Nov. 3, 2025
		s.m = r.month(i)
		j := i + 1
		if r.glued(j, '.') {
			j++
		}
		s.d = r.num(j)
		j++
		if q := r.at(j); q.kind == pieceWord && !q.space && q.end-q.start == 2 { // November 3rd
			j++
		}
		s.y, s.to = r.year(j)
	default:
		return s, false
	}
	c := calendarDay{s.y, s.m, s.d}
	if s.y == 0 {
		c.y = 2000
	}
	return s, c.valid()
}

// otherOrder reports a weekday in front of piece i, with a comma or point between,
// that is that of the day with its month first only: "Thu, 02/10/2011".
func (r *stampReader) otherOrder(s stamp, i int) bool {
	if i--; i > 0 && r.at(i).kind == piecePunct {
		i--
	}
	if i < 0 || s.d > 12 || s.m > 12 || s.y < 1000 || !r.weekday(i) {
		return false
	}
	day := int(r.cues.days[r.at(i).word])
	return dayOf(s.y, s.m, s.d).weekday() != day && dayOf(s.y, s.d, s.m).weekday() == day
}

type calendarDay struct{ y, m, d int }

func (c calendarDay) valid() bool {
	if c.y < 1500 || c.y > 2199 || c.m < 1 || c.m > 12 || c.d < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[c.m-1]
	if c.m == 2 && c.y%4 == 0 && (c.y%100 != 0 || c.y%400 == 0) {
		days++
	}
	return c.d <= days
}

// year reads the year that follows a month or day, behind a point, comma or
// hyphen; without one it returns 0 and i.
func (r *stampReader) year(i int) (y, next int) {
	j := i
	for k := 0; k < 2 && r.at(j).kind == piecePunct && strings.ContainsRune(".,-/", r.at(j).char) && !r.at(j).space; k++ {
		j++
	}
	if r.isNumber(j, 4, 4) && r.num(j) >= 1500 && r.num(j) <= 2199 {
		return r.num(j), j + 1
	}
	if r.glued(i, '-') && r.isNumber(j, 2, 2) {
		return 2000 + r.num(j), j + 1
	}
	return 0, i
}

// time reads a time that begins at piece i; loose accepts "16.42" without a word
// that says it is a time. It takes the zone and words like "Uhr" with it.
func (r *stampReader) time(i int, loose bool) (clock string, next int, ok bool) {
	if !r.isNumber(i, 1, 2) {
		return "", i, false
	}
	h, m := r.num(i), 0
	j := i + 1
	sep := r.at(j)
	switch {
	case (r.glued(j, ':') || r.glued(j, '.')) && r.isNumber(j+1, 2, 2) && !r.at(j+1).space:
		dot := sep.char == '.'
		m = r.num(j + 1)
		j += 2
		if r.glued(j, sep.char) && r.isNumber(j+1, 2, 2) && !r.at(j+1).space {
			if dot {
				return "", i, false // 23.10.24
			}
			j += 2
			if r.glued(j, '.') && r.at(j+1).kind == pieceNumber {
				j += 2
			}
		} else if dot && !loose && r.cueAt(j)&cueTime == 0 {
			return "", i, false
		}
	case sep.kind == pieceWord && !sep.space && strings.EqualFold(r.text[sep.start:sep.end], "h") && r.isNumber(j+1, 2, 2): // 08h12
		m = r.num(j + 1)
		j += 2
	case r.meridiem(j) != 0:
	case r.cueAt(j)&cueTime != 0 && sep.space: // 16 Uhr
	default:
		return "", i, false
	}
	switch r.meridiem(j) {
	case 'a':
		if h == 12 {
			h = 0
		}
		j = r.behindMeridiem(j)
	case 'p':
		if h < 12 {
			h += 12
		}
		j = r.behindMeridiem(j)
	}
	if h > 23 || m > 59 {
		return "", i, false
	}
	if set, n := r.cues.match(r.pieces, j); set&cueTime != 0 {
		j = n // Uhr
	}
	if q := r.at(j); q.kind == pieceWord && q.caps && q.end-q.start <= 5 && !q.wide { // GMT, or the Z of ISO 8601
		j++
	}
	if q := r.at(j); (q.char == '+' || q.char == '-' && !q.space) && r.isNumber(j+1, 1, 4) && !r.at(j+1).space {
		j += 2
		if r.glued(j, ':') && r.isNumber(j+1, 2, 2) {
			j += 2
		}
	}
	return fmt.Sprintf("%02d:%02d", h, m), j, true
}

// meridiem returns 'a' or 'p' where am or pm stands at piece i, with or without points.
func (r *stampReader) meridiem(i int) byte {
	switch r.ascii(i) {
	case "am", "a":
		if r.at(i).end-r.at(i).start == 2 || r.glued(i+1, '.') && r.ascii(i+2) == "m" {
			return 'a'
		}
	case "pm", "p":
		if r.at(i).end-r.at(i).start == 2 || r.glued(i+1, '.') && r.ascii(i+2) == "m" {
			return 'p'
		}
	}
	return 0
}

// ascii returns a word of one or two letters in lower case, "" for any other piece.
func (r *stampReader) ascii(i int) string {
	q := r.at(i)
	if q.kind != pieceWord || q.end-q.start > 2 {
		return ""
	}
	switch w := r.text[q.start:q.end]; {
	case strings.EqualFold(w, "am"):
		return "am"
	case strings.EqualFold(w, "pm"):
		return "pm"
	case strings.EqualFold(w, "a"):
		return "a"
	case strings.EqualFold(w, "p"):
		return "p"
	case strings.EqualFold(w, "m"):
		return "m"
	}
	return ""
}

func (r *stampReader) behindMeridiem(i int) int {
	if r.glued(i+1, '.') {
		i += 2
		if r.glued(i+1, '.') {
			i++
		}
	}
	return i + 1
}

func (r *stampReader) cueAt(i int) cueSet {
	set, _ := r.cues.match(r.pieces, i)
	return set
}

// american tells whether the line writes a time with am or pm, as those do who
// put the month first in 11/03/2025.
func (r *stampReader) american() bool {
	for i := range r.pieces {
		if r.pieces[i].kind == pieceNumber && (r.meridiem(i+1) != 0 || r.at(i+1).char == ':' && r.meridiem(i+3) != 0) {
			return true
		}
	}
	return false
}

// endsStretch reports that the day at i is the last of a stretch, on no day of
// which anything was published: "12.–15. november 2024".
func (r *stampReader) endsStretch(i int) bool {
	if i < 2 || r.at(i-1).kind != piecePunct || r.at(i-1).char != '-' && r.at(i-1).char != '–' && r.at(i-1).char != '—' {
		return false
	}
	j := i - 2
	if r.at(j).char == '.' && j > 0 {
		j--
	}
	return r.isNumber(j, 1, 2) || r.month(j) != 0
}

// stampsOf finds all days of a line and gives each the time beside it and the
// word before it that says what it is. They stay until the page is done.
func (p *pageCutter) stampsOf(pieces []piece) (r stampReader, days []stamp) {
	r = stampReader{p.text, pieces, p.cues}
	from := len(p.days)
	p.days = r.stamps(p.days)
	return r, p.days[from:]
}

// stamps appends the stamps of its line to days.
func (r *stampReader) stamps(days []stamp) []stamp {
	american := r.american()
	cue := cueSet(0)
	inText := false                        // the piece before is a word that is no cue
	clock, clockFrom, clockTo := "", 0, -1 // the last time that no day has taken
	for i := 0; i < len(r.pieces); {
		if s, ok := r.day(i, american); ok && !r.endsStretch(i) {
			s.cue, cue = cue, 0
			if clockTo >= 0 && r.filler(clockTo, i) {
				s.clock, s.from = clock, clockFrom
			}
			clockTo = -1
			if s.clock == "" {
				for j := s.to; j <= s.to+4 && r.filler(s.to, j); j++ {
					c, next, ok := r.time(j, true)
					if ok {
						s.clock, s.to = c, next
						break
					}
				}
			}
			if s.y != 0 {
				days = append(days, s)
			}
			i = max(s.to, i+1)
			inText = false
			continue
		}
		if c, next, ok := r.time(i, r.timeCueBefore(i)); ok {
			clock, clockFrom, clockTo = c, i, next
			i = next
			inText = false
			continue
		}
		set, next := r.cues.match(r.pieces, i)
		if set&(cuePublished|cueUpdated) != 0 && (!inText || r.at(next).char == ':' || r.behindName(i, next)) {
			cue = set & (cuePublished | cueUpdated)
			i = next
			inText = false
			continue
		}
		inText = r.pieces[i].kind == pieceWord && set&(cueByline|cueSource|cueAgency|cueTime) == 0 && !r.weekday(i)
		i = max(next, i+1)
	}
	return days
}

// behindName tells whether a cue at pieces [i,next) stands between an author's
// name and a day: "Ada Obi Published October 31, 2024".
func (r *stampReader) behindName(i, next int) bool {
	if i < 2 || i > 3 || !r.at(i).upper {
		return false
	}
	for _, q := range r.pieces[:i] {
		if q.kind != pieceWord || !q.upper {
			return false
		}
	}
	_, ok := r.day(next, r.american())
	return ok
}

func (r *stampReader) timeCueBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if r.cueAt(j)&cueTime != 0 {
			return true
		}
	}
	return false
}

// filler tells whether pieces [i,j) may stand between a day and its time.
func (r *stampReader) filler(i, j int) bool {
	if j-i > 6 {
		return false
	}
	for i < j {
		q := r.at(i)
		switch {
		case q.kind == piecePunct && strings.ContainsRune(",-–|·•/(.", q.char):
			i++
		case r.weekday(i):
			i++
		case q.kind == pieceWord && q.end-q.start == 1 && q.caps && !q.space: // the T of ISO 8601
			i++
		default:
			set, next := r.cues.match(r.pieces, i)
			if set&cueTime == 0 {
				return false
			}
			i = next
		}
	}
	return true
}
