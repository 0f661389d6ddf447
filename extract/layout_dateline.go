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
	d := dateline{start: l.start}
	agency, i, known := r.agency(0) // "(NTB) – "
	caps, words := true, 0
	if i > 0 {
		d.agency = agency
		if from, to, ok := r.placeBehind(i); ok {
			d.cityStart, d.cityEnd = r.city(from, to)
			i = to
		}
	} else if i = r.place(); i > 0 && !r.weekday(0) { // SALI, Tuesday, is no Shali
		from := r.behindInitials(i)
		d.cityStart, d.cityEnd = r.city(from, i)
		if at := int(r.at(from).start); d.cityStart > at {
			d.start = d.cityStart // the reporter in front is no city
		}
		for _, q := range r.pieces[from:i] {
			if q.kind == pieceWord {
				words++
				caps = caps && q.caps
			}
		}
	} else if i = 0; !l.prose() || !r.weekday(0) && r.at(0).kind != pieceNumber && r.month(0) == 0 {
		return nil
	}
	i = r.dayOf(&d, r.behindRegion(i))
	if d.agency == "" {
		at := i
		if c := r.at(i).char; (c == ',' || c == '.') && strings.ContainsRune("(/", r.at(i+1).char) {
			at++ // "MOSCOW, November 3. /TASS/."
		}
		agency, next, ok := r.agency(at)
		if next == 0 {
			agency, next, ok = r.bareAgency(i)
			if _, before := r.separator(i); next > i && before != "" {
				if q := r.at(next); q.kind == pieceWord && !q.upper {
					next = 0 // "– MTI today upgraded": the text begins with the name
				}
			}
		}
		if next > i {
			d.agency, i, known = agency, next, ok
			if d.dateStart == d.dateEnd {
				i = r.dayOf(&d, i) // "ANKARA (AA) 3 November -"
			}
		}
	}
	if _, ok := r.day(i+1, false); ok && strings.ContainsRune("–—-", r.at(i).char) {
		return nil // "…, 31 Mayıs - 2 Haziran": a stretch in a sentence
	}
	dated := d.dateEnd > d.dateStart
	city := func() bool {
		return d.cityEnd > 0 && p.cues.isCity(p.text[d.cityStart:d.cityEnd], caps || words == 1)
	}
	if d.cityEnd == 0 && d.agency == "" && (d.date == "" || d.dateEnd > l.start+60) {
		return nil
	}
	if dated && d.agency == "" && l.len() <= shortLine {
		at := i // behind the comma that the day took along: "Bakü, 21 Kasım, AZERTAC"
		if c := r.at(i).char; c == '.' || c == ',' {
			at++
		}
		if set, next := r.cues.match(r.pieces, at); strings.ContainsRune(".,", r.at(at-1).char) && set&cueAgency != 0 && len(r.pieces)-next <= 2 { // "København, 4. juni 2025. Ritzau/NPK"
			d.agency, i = r.text[r.at(at).start:r.at(next-1).end], len(r.pieces)
		}
	}
	if l.len() <= shortLine && (i >= len(r.pieces) || dated && l.words <= words+12 && strings.ContainsRune("|/", r.at(i).char)) { // alone on its line
		if !dated && !known || d.cityEnd == 0 || !city() {
			return nil
		}
		d.sure, d.alone, d.end = true, true, int(r.at(i-1).end)
		return d.kept()
	}
	next, sep := r.separator(i)
	told := dated || known
	switch sep {
	case "dash":
		if !told && !city() {
			return nil
		}
	case "hyphen", "colon": // "Muscat: His Majesty …"
		if !told && !((caps || (sep == "colon" || words == 1) && l.prose() && r.at(next).upper) && city()) {
			return nil
		}
	case "stop": // "Chemnitz. At seven …"
		if !known && !((dated || caps || words == 1) && city()) {
			return nil
		}
	default:
		q := r.at(i)
		if !known || q.kind == pieceWord && !q.upper || q.kind == piecePunct && !strings.ContainsRune(`"„“«»–-`, q.char) {
			return nil // but "Berlin (AFP) Der …"
		}
	}
	if next >= len(r.pieces) && l.len() <= shortLine || !l.prose() && l.words < words+12 && !known && d.cityEnd > 0 && !city() {
		return nil // nothing follows, or too little to tell
	}
	d.sure = told || caps || sep == "dash" && r.at(i).char == '.'
	d.end = int(r.at(min(next, len(r.pieces)) - 1).end)
	return d.kept()
}

// kept returns what is a dateline. Most lines have none, and a page is not to
// pay for each of them.
func (d dateline) kept() *dateline { return &d }

// placeBehind finds the place between an agency at the head of a paragraph, which
// ends in front of piece i, and the day or dash that closes the dateline: "(sda)
// Chur, 3. September – ".
func (r *stampReader) placeBehind(i int) (from, to int, ok bool) {
	rest := &stampReader{r.text, r.pieces[i:], r.cues}
	n := rest.place()
	if n == 0 {
		return i, i, false
	}
	from, to = i+rest.behindInitials(n), i+n
	var d dateline
	behind := r.dayOf(&d, to)
	_, sep := r.separator(behind)
	if d.dateEnd > d.dateStart {
		return from, to, sep == "dash" || sep == "hyphen"
	}
	return from, to, sep == "dash" && r.cues.isCity(r.text[r.at(from).start:r.at(to-1).end], true)
}

// dayOf reads the weekday, day and time of a dateline from piece i and returns
// the place behind them, i where there are none.
func (r *stampReader) dayOf(d *dateline, i int) int {
	from := i
	for strings.ContainsRune(",", r.at(from).char) {
		from++
	}
	if r.glued(from, '.') { // "Bakü. 21 Kasım. APA"
		if _, ok := r.day(from+1, false); ok {
			from++
		}
	}
	if r.at(from).char == '.' { // "Frankfurt am Main. 27. Februar 2025. Vor 33 Jahren …"
		if s, ok := r.day(from+1, false); ok && s.y != 0 {
			from++
		}
	}
	if strings.ContainsRune("–—-", r.at(from).char) { // "Ankara – 28 Aralık 2004", alone on its line
		if s, ok := r.day(from+1, false); ok && s.to >= len(r.pieces) {
			from++
		}
	}
	j := from
	if q := r.at(j); q.kind == pieceWord && !q.upper && q.end-q.start <= 3 { // "Berlin, den 3. November"
		if _, ok := r.day(j+1, false); ok {
			j++
		}
	}
	for r.weekday(j) || j > from && strings.ContainsRune(",.", r.at(j).char) {
		j++
	}
	s, ok := r.day(j, false)
	if !ok {
		if j == from {
			return i
		}
		d.dateStart, d.dateEnd = int(r.at(from).start), int(r.at(j-1).end)
		return j
	}
	j = s.to
	d.dateStart, d.dateEnd = int(r.at(from).start), int(r.at(j-1).end)
	d.take(s)
	for k := j; k <= j+2 && r.filler(j, k); k++ {
		if clock, next, ok := r.time(k, true); ok && s.y != 0 {
			d.clock = clock
			d.dateEnd = int(r.at(next - 1).end)
			j = next
			break
		}
	}
	if r.at(j).char == ',' {
		j++
	}
	return j
}

// behindRegion returns the place behind a note in square brackets: "New Delhi [India]".
func (r *stampReader) behindRegion(i int) int {
	if r.at(i).char == '[' {
		for j := i + 1; j < i+5; j++ {
			if r.at(j).char == ']' {
				return j + 1
			}
		}
	}
	return i
}

// bareAgency reads a known agency behind a slash or hyphen: "ANKARA/İHA",
// "Ankara-AA", "ANKARA - AA".
func (r *stampReader) bareAgency(i int) (name string, next int, known bool) {
	if c := r.at(i).char; c != '/' && c != '-' && c != '–' {
		return "", 0, false
	}
	set, next := r.cues.match(r.pieces, i+1)
	if set&cueAgency == 0 || !r.at(i+1).caps {
		return "", 0, false
	}
	return r.text[r.at(i+1).start:r.at(next-1).end], next, true
}

// separator tells what sets a dateline that ends at piece i apart from the text
// and where the text begins: "dash", "hyphen", "colon", "stop" or "".
func (r *stampReader) separator(i int) (next int, kind string) {
	end := i
	if r.glued(end, '.') {
		end++
	}
	n := end
	if first := r.at(end); end == i && first.space && r.at(end+1).space && strings.ContainsRune("·•", first.char) {
		return end + 1, "dash"
	}
	for n < len(r.pieces) && n < end+2 && (r.at(n).char == '-' || r.at(n).char == '–') {
		n++
	}
	switch first := r.at(end); {
	case n > end && (first.char == '–' || n-end > 1):
		if first.space || r.at(n).space || n-end > 1 {
			return n, "dash"
		}
	case n > end && r.at(n).space && (first.space || r.at(end-1).char == ')' || end == i && end > 0 && r.at(end-1).caps && (r.at(n).kind != pieceWord || r.at(n).upper)): // "KAHİRE- Zirve …", but "BERLIN- und Brandenburg-Reisen"
		return n, "hyphen"
	case first.char == ':' && end == i && (r.at(end+1).space || (r.at(end+1).char == '–' || r.at(end+1).char == '-') && r.at(end+2).space): // "OSLO:– Nei, …"
		return end + 1, "colon"
	case end > i && first.space && (first.upper || first.kind != pieceWord):
		return end, "stop"
	}
	return i, ""
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
		if _, agency, _ := r.bareAgency(i); agency > 0 {
			break
		}
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

// behindInitials returns the place behind a reporter's initials in front of a
// place in capitals: "K. B. KYOTO, 11 December". 0 without them.
func (r *stampReader) behindInitials(n int) int {
	i := 0
	for i+2 < n && r.at(i).kind == pieceWord && r.at(i).end-r.at(i).start == 1 && r.glued(i+1, '.') {
		i += 2
	}
	if q := r.at(i); !q.caps || q.end-q.start < 3 {
		return 0
	}
	return i
}

// city returns the span of the first place of place names from piece i to piece
// n, of the second where a reporter stands in front of it: "Ali Kaya/ANKARA".
func (r *stampReader) city(from, n int) (start, end int) {
	last := n - 1
	for i := from; i < n; i++ {
		if c := r.at(i).char; c == ',' || c == '/' {
			last = i - 1
			if c == '/' && i-from > 1 && i+1 < n && r.cues.city != nil && !r.cues.city(r.text[r.at(from).start:r.at(last).end]) {
				if start, end := r.city(i+1, n); r.cues.city(r.text[start:end]) {
					return start, end
				}
			}
			break
		}
	}
	if r.at(last).char == '.' && last > from && r.at(last-1).end-r.at(last-1).start > 3 {
		last--
	}
	return int(r.at(from).start), int(r.at(last).end)
}

// shortSign is how many letters an office or reporter signs with in small
// letters: "VADUZ (ikr) –".
const shortSign = 5

// agency reads an agency in brackets or between slashes: "(NTB-AFP)",
// "/PRNewswire/". An unknown one must look like a name of one or two words.
func (r *stampReader) agency(i int) (name string, next int, known bool) {
	closing := rune(')')
	switch r.at(i).char {
	case '(':
	case '/':
		closing = '/'
	default:
		return "", 0, false
	}
	j, words := i+1, 0
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
			if !unicode.IsUpper(first) && !known && (i == 0 || words > 0 || q.end-q.start > shortSign) {
				return "", 0, false
			}
			words++
		} else if q.kind == pieceNumber && q.space {
			return "", 0, false
		}
	}
	if r.at(j).char != closing || words == 0 || !known && (words > 2 || i == 0 || closing == '/') {
		return "", 0, false
	}
	return r.text[r.at(i+1).start:r.at(j-1).end], j + 1, known
}
