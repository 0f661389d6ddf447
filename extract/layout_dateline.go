package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findDateline reads the place, day and agency in front of a paragraph, or alone
// on a line: "NINGBO, Nov. 2 (Xinhua) -- ", "Wien. – ", "BAKU (AA) - ",
// "GOTHENBURG, Saturday 16 June 2001". nil without one.
func (p *pageCutter) findDateline(l *pageLine) *dateline {
	r := &stampReader{p.text, p.pieces[l.from:l.to], p.cues}
	i := 0
	d := &dateline{start: l.start}
	if agency, next := r.agency(0); next > 0 { // "(NTB) – "
		d.agency, i = agency, next
	} else if i = r.place(); i == 0 {
		return nil
	} else {
		d.cityStart, d.cityEnd = r.city(i)
	}
	caps := true
	for _, q := range r.pieces[:i] {
		if q.kind == pieceWord && !q.caps {
			caps = false
		}
	}
	words := i
	if r.at(i).char == ',' {
		i++
	}
	from := i
	for r.weekday(i) || i > from && strings.ContainsRune(",.", r.at(i).char) {
		i++
	}
	if s, ok := r.day(i, false); ok {
		d.dateStart, d.dateEnd = int(r.at(from).start), int(r.at(s.to-1).end)
		d.take(s)
		i = s.to
		if r.at(i).char == ',' || r.at(i).char == '.' && !r.at(i).space && !r.at(i+1).space {
			i++
		}
	} else if i > from {
		d.dateStart, d.dateEnd = int(r.at(from).start), int(r.at(i-1).end)
	} else {
		i = words
	}
	if d.agency == "" {
		if agency, next := r.agency(i); next > i {
			d.agency, i = agency, next
			if d.dateStart == d.dateEnd { // "ANKARA (AA) 3 November -"
				if s, ok := r.day(i, false); ok && s.to < len(r.pieces) && r.separates(s.to) {
					d.dateStart, d.dateEnd, i = int(r.at(i).start), int(r.at(s.to-1).end), s.to
					d.take(s)
				}
			}
		}
	}
	told := d.dateEnd > d.dateStart || d.agency != ""
	if i >= len(r.pieces) && l.len() <= shortLine { // alone on its line
		if d.dateEnd == d.dateStart || d.cityEnd == 0 || !caps && !p.cues.isCity(p.text[d.cityStart:d.cityEnd], words == 1) {
			return nil
		}
		d.sure = true
		d.end = l.end
		return d
	}
	end := i
	point := r.glued(end, '.') && !told
	if point || r.glued(end, '.') {
		end++
	}
	n := end
	for n < len(r.pieces) && n < end+2 && strings.ContainsRune("-–", r.at(n).char) && r.at(n).kind == piecePunct {
		n++
	}
	q := r.at(end)
	switch {
	case n > end && (r.at(n).space || n-end > 1 || q.char == '–'):
		if q.char == '-' && n-end == 1 && !q.space && r.at(end-1).char != ')' {
			return nil // Berlin-based
		}
		if !told && q.char == '-' && n-end == 1 {
			return nil // a hyphen alone says too little
		}
	case q.char == ':' && told:
		n = end + 1
	case d.agency != "" && (end > i || q.kind == pieceWord && q.upper || q.char != 0 && strings.ContainsRune(`"„“«»`, q.char)):
		n = end // "Berlin (AFP) Der …"
	default:
		return nil
	}
	if n >= len(r.pieces) && l.len() <= shortLine {
		return nil // nothing follows
	}
	if !told {
		city := p.text[d.cityStart:d.cityEnd]
		known := p.cues.city != nil && p.cues.city(city)
		if !known && (p.cues.city != nil || !caps && !point || utf8.RuneCountInString(city) < 3) {
			return nil
		}
	}
	d.sure = told || caps
	d.end = int(r.at(n).start)
	if n >= len(r.pieces) {
		d.end = int(r.at(n - 1).end)
	}
	_, d.end = trimSpan(p.text, d.start, d.end)
	return d
}

func (d *dateline) take(s stamp) {
	d.month, d.day = s.m, s.d
	if s.y != 0 {
		d.date = s.iso()
	}
}

// isCity asks whether a name is a city's; without a list of cities, guess.
func (c *layoutCues) isCity(name string, guess bool) bool {
	if c.city == nil {
		return guess
	}
	return c.city(name)
}

// place returns the place behind the words of a place name in front of the line:
// "ST. PETERSBURG", "WASHINGTON, D.C.", "Frankfurt am Main", "Berlin/Vienna",
// "Brussels, Belgium". 0 without one.
func (r *stampReader) place() int {
	const most = 8 // words
	i, words := 0, 0
	for words < most {
		q := r.at(i)
		if q.kind != pieceWord || r.weekday(i) {
			break
		}
		if _, ok := r.day(i, false); ok {
			break
		}
		if !q.upper {
			// "am", "de", "an der" between capitalised words
			j := i
			for j < i+2 && r.at(j).kind == pieceWord && !r.at(j).upper && r.at(j).end-r.at(j).start <= 4 {
				j++
			}
			if words == 0 || j == i || !r.at(j).upper || r.at(j).kind != pieceWord {
				break
			}
			i = j
			continue
		}
		words++
		i++
		if r.glued(i, '.') && (r.at(i-1).end-r.at(i-1).start <= 3) && (r.at(i+1).upper || r.at(i+1).char == ',') { // St., D.C.
			i++
		}
		next := r.at(i)
		if next.kind == piecePunct && (next.char == '/' || next.char == '-' && !next.space && !r.at(i+1).space) && r.at(i+1).upper {
			i++
		} else if next.char == ',' && r.at(i+1).kind == pieceWord && r.at(i+1).upper && !r.weekday(i+1) {
			if _, ok := r.day(i+1, false); !ok {
				i++
			}
		}
	}
	if words == 0 || words == most {
		return 0
	}
	if end := r.at(i - 1).end; end-r.at(0).start > 80 {
		return 0
	}
	return i
}

// city returns the span of the first place of place names that end at piece n.
func (r *stampReader) city(n int) (start, end int) {
	last := n - 1
	for i := 0; i < n; i++ {
		if c := r.at(i).char; c == ',' || c == '/' {
			last = i - 1
			break
		}
	}
	if r.at(last).char == '.' && last > 0 && r.at(last-1).end-r.at(last-1).start > 3 {
		last--
	}
	return int(r.at(0).start), int(r.at(last).end)
}

// agency reads an agency in brackets or between slashes: "(NTB-AFP)",
// "/PRNewswire/". An unknown one must look like a name of one or two words.
func (r *stampReader) agency(i int) (name string, next int) {
	closing := rune(')')
	switch r.at(i).char {
	case '(':
	case '/':
		closing = '/'
	default:
		return "", 0
	}
	j, words, known := i+1, 0, false
	for ; j < len(r.pieces) && j < i+10; j++ {
		q := r.at(j)
		if q.char == closing {
			break
		}
		if set, _ := r.cues.match(r.pieces, j); set&cueAgency != 0 {
			known = true
		}
		if q.kind == pieceWord {
			first, _ := utf8.DecodeRuneInString(r.text[q.start:q.end])
			if !unicode.IsUpper(first) && !known {
				return "", 0
			}
			words++
		} else if q.kind == pieceNumber {
			return "", 0
		}
	}
	if r.at(j).char != closing || words == 0 || !known && (words > 2 || i == 0 || closing == '/') {
		return "", 0
	}
	return r.text[r.at(i+1).start:r.at(j-1).end], j + 1
}

// separates tells whether a dash or colon stands at piece i.
func (r *stampReader) separates(i int) bool {
	return r.at(i).kind == piecePunct && strings.ContainsRune("-–:", r.at(i).char)
}
