package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxNameWords bounds a person's name: "Luiz Inácio Lula da Silva" has five.
const maxNameWords = 6

// has reports whether an edge of one of the classes starts at token i.
func (c *chart) has(i int32, classes ...class) bool {
	return i >= 0 && int(i) < len(c.starts) && c.starts[i].any(classes)
}

// conjunction reports a word such as "and" at token i.
func (c *chart) conjunction(i int32) bool {
	return i >= 0 && int(i) < len(c.starts) && c.starts[i].meets(&conjunctions)
}

var conjunctions = classesOf(clsNumberAnd, clsAnd)

// withWord reports a conjunction that joins two persons, never two offices of
// one: "ile", with.
func (c *chart) withWord(i int32) bool {
	e := c.startingAt(i, clsAnd)
	return e != nil && c.value(e) == "with"
}

// endingAt returns the longest edge of one of the classes that ends before
// token i, in the same sentence; nil if there is none.
func (c *chart) endingAt(i int32, classes ...class) *edge {
	if i <= 0 || !c.ends[i].any(classes) {
		return nil
	}
	floor := c.sents[c.toks[i-1].sent].start
	for start := max(floor, i-8); start < i; start++ {
		for e := c.head[start]; e >= 0; e = c.edges[e].next {
			if x := &c.edges[e]; x.end == i && slices.Contains(classes, x.class) {
				return x
			}
		}
	}
	return nil
}

// startingAt returns the longest edge of one of the classes that starts at
// token i; nil if there is none.
func (c *chart) startingAt(i int32, classes ...class) *edge {
	if !c.has(i, classes...) {
		return nil
	}
	return c.longestAt(i, classes)
}

// longestAt is startingAt where there is one.
func (c *chart) longestAt(i int32, classes []class) *edge {
	var best *edge
	for e := c.head[i]; e >= 0; e = c.edges[e].next {
		if x := &c.edges[e]; slices.Contains(classes, x.class) && (best == nil || x.end > best.end) {
			best = x
		}
	}
	return best
}

// What is no word of a person's name, and what is not its first one.
var (
	noNameClasses      = []class{clsOffice, clsCountry, clsNationality, clsOrg, clsWeekday, clsHonorific, clsCounterpart, clsSessionNoun, clsParty}
	noFirstNameClasses = []class{clsStopword, clsNoOffice, clsCityNoun, clsProvinceNoun, clsBody, clsSeat, clsPortfolio}
)

// nameWord reports whether the token can be a word of a person's name.
func (c *chart) nameWord(i int32, first bool) bool {
	t := &c.toks[i]
	if t.kind != wordToken || !t.is(capital) {
		return false
	}
	if t.words[0] == 0 || c.isInitial(i) || first && (c.givenBeforeKin(i) || c.givenTitle(i)) {
		return true
	}
	if first && c.has(i, clsGivenName) && t.end == t.stem && int(i)+1 < len(c.toks) && c.toks[i+1].sent == t.sent && c.unknownName(i+1) {
		return true // "Hans Wallmark", not "Hans Majestet"
	}
	if !first && i > 0 {
		if e := c.find(i-1, clsParticle); e != nil && c.value(e) == "kin" {
			return true // "Abdülaziz bin Türki"
		}
	}
	if c.has(i, noNameClasses...) {
		return false
	}
	// An adjective in front of offices is a surname too: "Floyd Green".
	if e := c.find(i, clsOfficePrefix); e != nil && (first || c.value(e) != "none" || c.has(i+1, clsOffice)) {
		return false
	}
	if first && (c.has(i, noFirstNameClasses...) || c.has(i, clsMonth) && !c.givenNameMonth(i)) {
		return false
	}
	// A word of the value "first" is a surname too: "Viktor Klima".
	e := c.find(i, clsNotName)
	return e == nil || !first && c.value(e) == "first"
}

// isInitial reports a letter with its point, whatever else it stands for: the
// D. of "James D. Wolfensohn" is no party.
func (c *chart) isInitial(i int32) bool {
	t := &c.toks[i]
	return utf8.RuneCountInString(c.text[t.start:t.end]) == 1 && int(i)+1 < len(c.toks) && c.toks[i+1].char == '.' && !c.toks[i+1].is(spaceBefore)
}

// givenBeforeKin reports a given name with a word for "son of" or "daughter of"
// behind it, though it is a word of the language too: "Said bin Mohammed".
func (c *chart) givenBeforeKin(i int32) bool {
	e := c.find(i+1, clsParticle)
	return e != nil && c.value(e) == "kin" && c.toks[i+1].sent == c.toks[i].sent && int(e.end) < len(c.toks) && c.toks[e.end].is(capital)
}

// givenTitle reports a given name that is a crowned title as well: "HE Sultan
// Salim al Habsi", "Minister Sultan Al Jaber", "Sultan Al Jaber, the minister".
func (c *chart) givenTitle(i int32) bool {
	e := c.startingAt(i, clsOffice)
	if e == nil || e.end != i+1 || int(i)+1 >= len(c.toks) || c.toks[i+1].sent != c.toks[i].sent || c.toks[i].end > c.toks[i].stem {
		return false
	}
	if role, _, _ := strings.Cut(c.value(e), "|"); role != "monarch" {
		return false
	}
	if h := c.endingAt(i, clsHonorific, clsOffice); h != nil {
		if p := c.particle(i + 1); !c.toks[i+1].is(capital) && (p == i+1 || int(p) >= len(c.toks) || !c.toks[p].is(capital)) {
			return false
		}
		role, _, _ := strings.Cut(c.value(h), "|")
		return role != "highness" && !slices.Contains(crowned, role)
	}
	end, words := c.nameAt(i + 1)
	if words == 0 || int(end) >= len(c.toks) || c.toks[end].char != ',' || c.toks[end].sent != c.toks[i].sent {
		return false
	}
	for end++; int(end) < len(c.toks) && c.has(end, clsArticle, clsStopword) && !c.toks[end].is(capital); end++ {
	}
	o := c.startingAt(end, clsOffice)
	if o == nil {
		return false
	}
	role, _, _ := strings.Cut(c.value(o), "|")
	return !slices.Contains(crowned, role)
}

// givenNameMonth reports that the month at i is a given name: "Kasım Tokayev",
// "May Britt". Two capitalised words that are nothing else stand behind it, or
// one behind an office or a further name.
func (c *chart) givenNameMonth(i int32) bool {
	if int(i)+1 >= len(c.toks) || c.toks[i].end > c.toks[i].stem || i > 0 && c.toks[i-1].kind == digitToken && !c.toks[i].is(lineBefore) {
		return false
	}
	sent := c.toks[i].sent
	plain := func(k int32) bool {
		return int(k) < len(c.toks) && c.toks[k].sent == sent && c.unknownName(k)
	}
	further := i > 1 && c.named[i-2] && (c.toks[i-1].char == ',' || c.conjunction(i-1)) // "die Minister A B und Jan C"
	return plain(i+1) && (further || plain(i+2) || c.endingAt(i, clsOffice, clsHonorific) != nil || c.officeOf(i))
}

// officeOf reports that an office and the country it is of end in front of
// token i: "the ambassador of Japan".
func (c *chart) officeOf(i int32) bool {
	e := c.endingAt(i, clsCountry, clsOrg)
	if e == nil {
		return false
	}
	link := c.endingAt(e.start, clsOfficeOf)
	return link != nil && c.endingAt(link.start, clsOffice) != nil
}

// nameAt returns the token behind the person's name that begins at token i, i
// itself where there is none. words counts its words without particles.
func (c *chart) nameAt(i int32) (end int32, words int) {
	if int(i) >= len(c.toks) || !c.nameWord(i, true) && !c.nameLikeWord(i) {
		if p := c.particle(i); p == i || int(p) >= len(c.toks) || !c.nameWord(p, true) {
			return i, 0
		}
	}
	sent := c.toks[i].sent
	pos := i
	end = i
	for int(pos) < len(c.toks) && c.toks[pos].sent == sent && words < maxNameWords {
		t := &c.toks[pos]
		if pos > i && t.is(blankBefore|lineBefore) {
			break
		}
		if pos > i && c.toks[pos-1].end > c.toks[pos-1].stem {
			break // an ending behind an apostrophe ends the name
		}
		if words > 0 && t.end > t.stem && c.pack.BodyFirst && c.cityOutside(pos, words) {
			break
		}
		switch {
		case t.kind == wordToken && t.is(capital) && (c.nameWord(pos, pos == i) || pos == i && c.nameLikeWord(i)):
			words++
			pos++
			end = pos
			// Initials have their point.
			if t.stem-t.start <= 2 && utf8.RuneCountInString(c.text[t.start:t.stem]) == 1 && int(pos) < len(c.toks) && c.toks[pos].char == '.' && !c.toks[pos].is(spaceBefore) {
				pos++
			} else if strings.EqualFold(c.text[t.start:t.stem], "jr") && int(pos) < len(c.toks) && c.toks[pos].char == '.' && !c.toks[pos].is(spaceBefore) {
				pos++
				end = pos
				return end, words
			}
		case t.char == '-' || t.char == '\'':
			// Inside a word: Marie-Luise, Sing'Oei, Kassym-Jomart.
			if t.is(spaceBefore) || int(pos)+1 >= len(c.toks) || c.toks[pos+1].is(spaceBefore) || c.toks[pos+1].kind != wordToken || pos == i {
				return end, words
			}
			if n := &c.toks[pos+1]; !n.is(capital) && n.stem-n.start < 2 || !n.is(capital) && t.char == '\'' && !c.insideWord(n) {
				return end, words
			}
			pos += 2
			end = pos
		default:
			if e := c.find(pos, clsParticle); e != nil && c.value(e) == "weak" {
				// "wurde Joe Biden von Antony Blinken vertreten", "Rücktritt von
				// Qin Gang": what follows is a name of its own.
				if _, n := c.nameAt(e.end); words > 1 || n > 1 {
					return end, words
				}
			}
			if p := c.elision(pos); p > pos {
				pos = p
				continue
			}
			p := c.particle(pos)
			if p == pos || int(p) >= len(c.toks) || !c.toks[p].is(capital) || c.toks[p].sent != sent || !c.nameWord(p, words > 0) {
				if words > 0 && t.is(capital) && c.surnameOffice(pos) {
					return pos + 1, words + 1
				}
				return end, words
			}
			pos = p
		}
	}
	return end, words
}

// insideWord reports that a word behind an apostrophe goes on with the one in
// front: Mata'afa, Wetang'ula. Where the language puts cases behind an apostrophe
// it is one of them, and a short one is a verb: "Biden'll".
func (c *chart) insideWord(t *token) bool {
	const verb = 2 // letters
	return !c.pack.BodyFirst && t.stem-t.start > verb
}

// cityOutside reports that the token behind so many words of a name is a large city
// with an ending, where the city stands between the name and the verb: "Bakan John
// Mbadilo Ankara'ya geldi". Behind one name alone, which may be a given name, that of
// a metropolis counts, and no genitive.
func (c *chart) cityOutside(i int32, words int) bool {
	const large, metropolis = 300_000, 1_000_000
	_, refs := c.cityAt(i)
	if len(refs) == 0 {
		return false
	}
	city := refs[0].City()
	if words == 1 {
		return !(c.pack.genitive >= 0 && c.endsIn(i, c.pack.genitive)) && (city.Capital || city.Population >= metropolis)
	}
	return city.Capital || city.Population >= large
}

// elision returns the token behind an article that has lost its vowel or fits
// the sound of the name that it is joined to: the d' of d'Estaing, the asch- of
// asch-Scharaa; pos where there is none.
func (c *chart) elision(pos int32) int32 {
	if int(pos)+2 >= len(c.toks) {
		return pos
	}
	t, m, n := &c.toks[pos], &c.toks[pos+1], &c.toks[pos+2]
	if t.kind != wordToken || t.is(capital) || t.stem-t.start > 4 || m.char != '\'' && m.char != '-' || m.is(spaceBefore) || n.is(spaceBefore) || !n.is(capital) {
		return pos
	}
	if m.char == '-' && !c.unknownName(pos+2) {
		return pos // "pro-EU"
	}
	return pos + 2
}

// nameLikeWord reports a word of the language that begins a name all the
// same: "He Lifeng" inside a sentence, in front of an unknown name.
func (c *chart) nameLikeWord(i int32) bool {
	t := &c.toks[i]
	if t.kind != wordToken || !t.is(capital) || t.is(sentenceStart) || !c.has(i, clsStopword) || int(i)+1 >= len(c.toks) {
		return false
	}
	n := &c.toks[i+1]
	return n.sent == t.sent && c.unknownName(i+1) && !c.titleCase(i)
}

// surnameOffice reports that the capitalised title at i is a surname: it
// stands behind a given name and in front of no further name. In a language that
// writes titles as one word they are more often what somebody is called than a
// name: there the old ones are, king, judge and bishop.
func (c *chart) surnameOffice(i int32) bool {
	e := c.find(i, clsOffice)
	if e == nil || e.end != i+1 || c.toks[i].is(allCaps) {
		return false // "Richard Marles MP"
	}
	if role := c.value(e); c.pack.Compounds && (c.pack.BodyFirst || role != "judge" && role != "bishop" && !slices.Contains(crowned, role)) {
		return false
	}
	return int(i)+1 >= len(c.toks) || !c.toks[i+1].is(capital)
}

// particle returns the token behind the particles of names (van der, al-, de)
// at pos, or pos.
func (c *chart) particle(pos int32) int32 {
	for int(pos) < len(c.toks) {
		e := c.find(pos, clsParticle)
		if e == nil {
			break
		}
		pos = e.end
		if int(pos) < len(c.toks) && c.toks[pos].char == '-' && !c.toks[pos].is(spaceBefore) {
			pos++
		}
	}
	return pos
}

// nameBefore returns the token at which the person's name begins that ends in
// front of token end, end itself where there is none.
func (c *chart) nameBefore(end int32) (start int32, words int) {
	if end == 0 {
		return end, 0
	}
	floor := max(c.sents[c.toks[end-1].sent].start, end-10)
	for start = floor; start < end; start++ {
		if e := c.startingAt(start, clsHonorific); e != nil && e.end < end {
			if to, n := c.nameAt(e.end); to == end && n > 0 {
				return e.end, n // "H.E." has no initials
			}
		}
		if start > floor && c.toks[start-1].is(capital) && c.toks[start-1].kind == wordToken && c.nameWord(start-1, true) && !c.toks[start].is(lineBefore) {
			continue // it would be the middle of a name
		}
		if !c.toks[start].is(capital) && c.particle(start) == start {
			continue
		}
		if e := c.find(start, clsParticle); e != nil && c.value(e) == "weak" && e.end < end {
			// "der Rücktritt von Qin Gang" names Qin Gang, "von Braun" is a name.
			if to, n := c.nameAt(e.end); to == end && n > 1 {
				return e.end, n
			}
		}
		if e, n := c.nameAt(start); e == end && n > 0 {
			return start, n
		}
	}
	return end, 0
}

// nameText is a name as it stands, without the ending behind an apostrophe and
// with letters and marks in one (NFC), so that it is the same in any document.
func (c *chart) nameText(from, to int32) string {
	s := c.text[c.toks[from].start:c.toks[to-1].stem]
	if c.toks[to-1].kind != wordToken {
		s = c.text[c.toks[from].start:c.toks[to-1].end]
	}
	if strings.IndexByte(s, 0xCC) >= 0 || strings.IndexByte(s, 0xCD) >= 0 { // U+0300 to U+036F begin so
		s = norm.NFC.String(s)
	}
	return oneSpaced(s)
}

// oneSpaced returns a text with one blank for each run of white space.
func oneSpaced(s string) string {
	for i := 0; i < len(s); i++ {
		// Spaces beyond ASCII begin with one of these bytes.
		if c := s[i]; c < ' ' || c == ' ' && i+1 < len(s) && s[i+1] == ' ' || c == 0xC2 || c >= 0xE1 && c <= 0xE3 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
