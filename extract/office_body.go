package extract

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// owned takes in what belongs to the country in front of token i: the ministry
// of a minister or spokesperson, the parliament of a speaker, the bank of a
// governor. It returns the token behind, or i.
func (c *chart) owned(o *office, i int32) int32 {
	if h := c.headedBehind(o, i); h > i {
		return h
	}
	e := c.startingAt(i, clsPortfolio, clsBody, clsSeat)
	switch {
	case e == nil || e.class == clsPortfolio && !slices.Contains(ministerial, o.role):
		return i
	case e.class == clsPortfolio:
		o.addPortfolio(c.value(e))
	}
	return e.end
}

// companyBefore reads a company joined by a hyphen to the office of its head:
// "Siemens-Chef", "VW-Vorstandschef".
func (c *chart) companyBefore(o *office, at int32) bool {
	if o.org != "" || o.country != "" || !slices.Contains([]string{"boss", "chief-executive", "chairman", "director-general", "president"}, o.role) {
		return false
	}
	if at == o.start {
		return c.companyGenitive(o, at)
	}
	from := at
	if c.toks[at-1].is(lineBefore) && c.opensName(at-1) {
		from-- // "Equinor-sjef" opens a paragraph
	}
	for from > 0 && !c.toks[from].is(lineBefore) && c.toks[from-1].sent == c.toks[o.start].sent && (c.unknownName(from-1) || c.toks[from-1].char == '-' && from < at && !c.toks[from].is(spaceBefore)) {
		from--
		if c.toks[from].is(spaceBefore) {
			break
		}
	}
	if from == at || !c.toks[from].is(capital) {
		return false
	}
	o.org, o.start = c.nameText(from, at), from
	return true
}

// companyGenitive reads a company in the genitive in front of the office of its
// head: "Equinors konsernsjef". At the head of a sentence any noun has a
// capital, so that it tells nothing there.
func (c *chart) companyGenitive(o *office, at int32) bool {
	if c.pack.BodyFirst || c.pack.NounCapitals || at == 0 || c.toks[at-1].sent != c.toks[o.start].sent {
		return false
	}
	if from := at - 1; c.toks[from].char == '\'' && !c.toks[from].is(spaceBefore) { // "Aker Solutions' konsernsjef"
		for from > 0 && c.opensName(from-1) && !c.toks[from].is(sentenceStart) {
			from--
		}
		if from < at-1 {
			o.org, o.start = c.nameText(from, at-1), from
			return true
		}
	}
	if !c.unknownName(at - 1) {
		return false
	}
	from := at - 1
	for from > 0 && c.unknownName(from-1) && !c.toks[from].is(sentenceStart) {
		from--
	}
	if t := &c.toks[from]; t.is(sentenceStart) && from == at-1 && !abbreviated(c.text[t.start:t.end]) {
		return false
	}
	name := c.nameText(from, at)
	ends := c.pack.endingsOf(name, 2)
	for size := len(name) - 1; size > 2 && ends != 0; size-- {
		if ends >>= 1; ends&1 != 0 {
			o.org, o.start = name[:size], from
			if o.role == "director-general" {
				o.role = "chief-executive" // of a company, whatever the title
			}
			return true
		}
	}
	return false
}

// opensName reports a capitalised word that no list knows, at the head of a line
// too.
func (c *chart) opensName(i int32) bool {
	t := &c.toks[i]
	return t.kind == wordToken && t.is(capital) && t.words[0] == 0
}

// abbreviated reports a word that begins with two capitals: "BSPCs".
func abbreviated(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return isUpper(first) && isUpper(second)
}

// longBody reads the name of a body in a language that writes all nouns with
// capitals, where a comma and a name follow it: "der Direktor der Direktion
// für Entwicklung und Zusammenarbeit (DEZA), Patricia Danzi".
func (c *chart) longBody(o *office, i int32) bool {
	sent := c.toks[i].sent
	for end := i; int(end) < len(c.toks) && end < i+14 && c.toks[end].sent == sent; end++ {
		t := &c.toks[end]
		switch {
		case t.char == ',':
			if end == i || !c.toks[i].is(capital) && !c.has(i, clsSessionAdj) && c.toks[i].words[0] != 0 {
				return false
			}
			if to, words := c.nameAt(end + 1); words < 2 || int(to) >= len(c.toks) || c.toks[to].kind != punctToken && !c.has(to, clsTense, clsCopula) {
				return false
			}
			first := i
			for !c.toks[first].is(capital) && first+1 < end {
				first++
			}
			start, stop := c.span(first, end)
			o.org = oneSpaced(c.text[start:stop])
			o.end = end
			return true
		case t.kind == punctToken:
			if t.char != '(' && t.char != ')' && t.char != '-' && t.char != '"' {
				return false
			}
		case c.has(end, clsTense, clsCopula, clsOffice):
			return false
		}
	}
	return false
}

// bodyOfCountry returns the token behind the name of a body that begins with the
// country in front of token i, where the name of its head has stood in front:
// "Shan Zhongde, Chairman of the China Atomic Energy Authority".
func (c *chart) bodyOfCountry(o *office, i int32) int32 {
	if c.pack.NounCapitals || c.pack.BodyFirst || slices.Contains(ministerial, o.role) || int(i) >= len(c.toks) || !c.toks[i].is(capital) || c.has(i, clsOffice, clsHonorific) || !c.nameInFront(o) {
		return i
	}
	q := o.start
	for q > 0 && c.toks[q-1].char != ',' {
		q--
	}
	if from, _ := c.nameBefore(q - 1); c.endingAt(from, clsOffice, clsCountry, clsOrg) != nil {
		return i // "President of Tajikistan A B, President of Turkmenistan C D"
	}
	for int(i) < len(c.toks) && c.toks[i].kind == wordToken && c.toks[i].is(capital) && c.toks[i].sent == c.toks[o.start].sent && !c.toks[i].is(lineBefore) {
		i++
	}
	return i
}

// genitive reports that the name of a country stands in the genitive: it ends
// in one of [suffixes] genitive.
func (c *chart) genitive(e *edge) bool {
	t := &c.toks[e.end-1]
	word := string(appendFold(nil, c.text[t.start:t.end]))
	return slices.ContainsFunc(c.pack.Suffixes["genitive"], func(s string) bool { return strings.HasSuffix(word, s) })
}

// headedBehind reads a body whose head has a role of its own, with the
// country in front of it: "Gouverneurin der türkischen Notenbank". It returns
// the token behind, or i.
func (c *chart) headedBehind(o *office, i int32) int32 {
	if slices.Contains(ministerial, o.role) || o.role == "member-of-parliament" {
		return i
	}
	at, country := i, ""
	if e := c.startingAt(at, clsNationality, clsRegion); e != nil { // "des Tiroler Landtages"
		at, country = e.end, c.value(e)
	}
	h := c.startingAt(at, clsHeaded)
	if h == nil {
		return i
	}
	for k := h.end; k < h.end+maxField && int(k) < len(c.toks) && c.toks[k].is(capital) && c.toks[k].sent == c.toks[i].sent; k++ {
		if b := c.startingAt(k, clsBody); b != nil && c.value(b) == "committee" {
			o.body, o.committee = true, true // "of the Senate Foreign Relations Committee"
			return b.end
		}
	}
	role, ok := c.headRole(h, o.role)
	if !ok {
		return i
	}
	if !o.body { // the chairman of a committee of parliament is not its speaker
		o.role = role
	}
	if country != "" && o.country == "" {
		o.serveCountry(country)
	}
	return h.end
}

// headRole is what the head of a body is called whom the text calls by a role: one of
// "governor|central-bank-governor" is told of a governor only.
func (c *chart) headRole(h *edge, called string) (string, bool) {
	only, role, both := strings.Cut(c.value(h), "|")
	if !both {
		return only, true
	}
	return role, only == called
}

// bodyField returns the end of the field of a committee at token i, where whose
// committee it is follows: "for international trade of the European Parliament";
// i where it does not.
func (c *chart) bodyField(i int32) int32 {
	for k := i + 1; int(k) < len(c.toks) && k <= i+maxField && c.toks[k].sent == c.toks[i].sent; k++ {
		if link := c.startingAt(k, clsOfficeOf); link != nil && c.value(link) != "for" && c.has(link.end, clsOrg, clsSeat, clsCountry, clsNationality, clsHeaded) {
			return k
		}
		if t := &c.toks[k]; t.kind != wordToken && t.char != '-' && t.char != ',' || c.has(k, clsTense, clsCopula, clsOffice) {
			return i
		}
	}
	return i
}

// unknownBody reads the name of a body that no list has at token i, up to
// five capitalised words: it is what a head of a body serves.
func (c *chart) unknownBody(o *office, i int32) bool {
	if slices.Contains(ministerial, o.role) || o.role == "member-of-parliament" || o.country != "" || o.org != "" {
		return false
	}
	if c.shortened(o, i) {
		return true
	}
	if c.pack.NounCapitals {
		return c.longBody(o, i)
	}
	end := i
	for int(end) < len(c.toks) && end < i+6 && c.toks[end].sent == c.toks[i].sent && (c.toks[end].is(capital) || c.toks[end].char == '&' && end > i || c.toks[end].char == '-' && end > i && !c.toks[end].is(spaceBefore) && int(end)+1 < len(c.toks) && c.toks[end+1].is(capital)) {
		end++
	}
	if end == i+1 && c.has(i, clsNotName) {
		return false // "President of the Republic"
	}
	if end > i && c.nameInFront(o) {
		o.org = c.nameText(i, end)
		o.end = end
		return true
	}
	// A name follows behind a comma only: "head of Siemens, Joe Kaeser".
	if end == i || int(end) >= len(c.toks) || c.toks[end].char != ',' {
		return false
	}
	if !c.nameAlone(c.skipHonorifics(end+1, c.toks[i].sent), c.toks[i].sent) {
		return false
	}
	o.org = c.nameText(i, end)
	o.end = end
	return true
}

// nameAlone reports a name of several words at token i that a mark or the end of the
// sentence ends.
func (c *chart) nameAlone(i, sent int32) bool {
	to, words := c.nameAt(i)
	return words > 1 && (int(to) >= len(c.toks) || c.toks[to].kind == punctToken || c.toks[to].sent != sent)
}

// shortened reads a long name with its short form in brackets, and a person
// behind: "of the Confederation of British Industry (CBI), Rain Newton-Smith".
// The short form is the body's name.
func (c *chart) shortened(o *office, i int32) bool {
	for k := i; int(k)+3 < len(c.toks) && k < i+9 && c.toks[k].sent == c.toks[i].sent; k++ {
		t := &c.toks[k]
		if t.char == '(' && k > i {
			short := &c.toks[k+1]
			if !short.is(allCaps) || short.end-short.start > 8 || c.toks[k+2].char != ')' || c.toks[k+3].char != ',' {
				return false
			}
			if !c.nameAlone(k+4, t.sent) {
				return false
			}
			o.org, o.end = c.nameText(k+1, k+2), k+3
			return true
		}
		if t.kind != wordToken && t.char != '-' && t.char != '&' || k == i && !t.is(capital) || c.has(k, clsOffice, clsTense, clsCopula) {
			return false
		}
	}
	return false
}

// nameInFront reports that a name and a comma stand in front of an office:
// "Gautam Adani, chairman of the Adani Group".
func (c *chart) nameInFront(o *office) bool {
	q := o.start
	for q > 0 && c.toks[q-1].sent == c.toks[o.start].sent && c.has(q-1, clsArticle, clsStopword) && !c.toks[q-1].is(capital) && !c.conjunction(q-1) {
		q--
	}
	if q < 2 || c.toks[q-1].char != ',' || c.toks[q-1].sent != c.toks[o.start].sent {
		return false
	}
	_, words := c.nameBefore(q - 1)
	return words > 1
}

// ofBody reads the body behind the name of its head, at token i behind the word
// that links them: "konsernsjef X i Equinor", "Generaldirektor X der
// Nationalbank". A place or a country is none.
func (c *chart) ofBody(o *office, i int32) {
	if c.pack.BodyFirst || o.org != "" || !slices.Contains(bodied, o.role) || int(i) >= len(c.toks) || !c.toks[i].is(capital) || c.toks[i].sent != c.toks[i-1].sent {
		return
	}
	if e := c.startingAt(i, clsOrg); e != nil {
		o.org = c.value(e)
		return
	}
	if end, refs := c.cityAt(i); len(refs) > 0 && c.notCity(i, end, false) == "" {
		return
	}
	to := i
	if e := c.startingAt(i, clsCountry); e != nil && c.genitive(e) && int(e.end) < len(c.toks) && (c.unknownName(e.end) || c.has(e.end, clsBody)) {
		to = e.end + 1 // "Norges sjømatråd", "Norges Røde Kors"
	}
	for int(to) < len(c.toks) && to < i+4 && (c.unknownName(to) || c.has(to, clsNotCity)) && c.toks[to].sent == c.toks[i].sent {
		to++
	}
	if to > i && c.noNoun(to) { // "rektor X ved Oddernes skole" is of a school
		o.org = c.nameText(i, to)
	}
}

// bodied are the offices of a company, a university or another body.
var bodied = []string{"chairman", "chief-executive", "director", "rector", "secretary-general", "deputy-chairman"}

// bodyBefore takes the name in front of an office for the body that it is of,
// where no list has it: "BOTAŞ Genel Müdürü", "Anadolu Üniversitesi Rektörü".
func (c *chart) bodyBefore(o *office) {
	if !c.pack.BodyFirst || !slices.Contains(bodied, o.role) || o.country != "" || o.org != "" || o.party || o.counterpart {
		return
	}
	sent := c.toks[o.start].sent
	end := o.start
	from := end
	for from > 0 && end-from < 6 {
		t := &c.toks[from-1]
		if t.sent != sent || t.kind != wordToken || !t.is(capital) || c.toks[from].is(lineBefore) || t.end > t.stem || c.inName(from-1) || c.has(from-1, clsOffice, clsHonorific) {
			break
		}
		from--
	}
	if from == end || c.allCapitals(from) {
		return
	}
	last, first := &c.toks[end-1], &c.toks[from]
	if end-from == 1 && !last.is(allCaps) && (last.words[0] != 0 || first.is(sentenceStart) && c.pack.place >= 0 && c.endsIn(from, c.pack.place)) {
		return // "Törende Genel Müdür …" begins with no name
	}
	if end-from == 1 && first.is(sentenceStart) && !last.is(allCaps) && c.pack.genitive >= 0 && c.endsIn(from, c.pack.genitive) {
		o.bare = true
		return // "Fonun Başkanı …": of the fund that the text has named
	}
	if end-from > 1 && first.is(sentenceStart) && c.has(from, clsStopword) {
		from++
	}
	o.org = c.nameText(from, end)
	o.start = from
}

// bodyNamed returns the last organisation in front whose name has the noun that
// stands alone in e: "rådets president" behind "Nordisk råd", and not behind
// "Nordisk ministerråd".
func (c *chart) bodyNamed(e *edge) string {
	const most, same = 50, 3 // organisations, letters
	orgs := inFrontOf(c.orgs, e.start)
	noun := appendFold(nil, c.text[c.toks[e.start].start:c.toks[e.start].stem])
	for n := len(orgs) - 1; n >= max(0, len(orgs)-most); n-- {
		org := c.startingAt(orgs[n], clsOrg)
		for k := org.start; k < org.end && org.end <= e.start; k++ {
			if b := c.startingAt(k, clsBody); b != nil && c.value(b) == c.value(e) && bytes.HasPrefix(appendFold(nil, c.text[c.toks[k].start:c.toks[k].stem]), noun[:min(same, len(noun))]) {
				return c.value(org)
			}
		}
	}
	return ""
}
