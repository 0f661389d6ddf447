package extract

import "bytes"

// nameClasses are the words that names of bodies are made of.
var nameClasses = []class{clsBody, clsCountry, clsNationality, clsOrg, clsSessionAdj, clsParty, clsSessionNoun, clsPortfolio, clsOffice, clsSeriesHost, clsSeries, clsSeriesBody, clsSeat}

// maxPhrase bounds the words beside a sitting that may name its body.
const maxPhrase = 18

// phraseBehind finds how far the words behind a noun go that name the body:
// "of the committee for regular meetings between Chinese and Russian heads of
// government".
func (c *chart) phraseBehind(s *sitting) {
	s.phraseTo = s.to
	if c.pack.BodyFirst {
		return
	}
	before := s.to  // where the countries right in front of the next word begin
	linked := false // what comes is the body's, even where no list has the word
	loose := 0
	for pos := s.to; int(pos) < len(c.toks) && pos < s.to+maxPhrase; {
		t := &c.toks[pos]
		if t.sent != c.toks[s.from].sent || t.is(blankBefore) || c.named[pos] || c.sat[pos] || c.taken[pos] && !c.has(pos, clsRank) {
			return
		}
		if t.kind == punctToken {
			switch end := c.bracketed(pos); {
			case end > pos: // "(JMC)"
				pos = end
			case t.char == '-' && (!t.is(spaceBefore) || c.has(pos+1, clsCountry) && c.endingAt(pos, clsCountry) != nil) || t.char == '\'' || t.char == '"':
				pos++
			case t.char == ',' && c.endingAt(pos, clsCountry) != nil && (c.has(pos+1, clsCountry) || c.conjunction(pos+1) || c.has(pos+1, clsArticle)):
				pos++ // "of the United States, Japan, and the Philippines"
			default:
				return
			}
			continue
		}
		if e := c.startingAt(pos, nameClasses...); e != nil {
			if e.class == clsOffice && c.nameFollows(e.end) {
				s.phraseTo = before // "with Russia's premier Mikhail Mishustin" is no body
				return
			}
			if e.class != clsCountry && e.class != clsNationality {
				before = e.end
			}
			pos = e.end
			s.phraseTo, linked, loose = pos, true, 0
			continue
		}
		joined := !t.is(spaceBefore) && c.toks[pos-1].char == '-' // "the Open-Ended Committee", "a Kazakh-led group"
		if !joined && c.has(pos, clsTense, clsChair, clsStatus, clsSign, clsHonorific) {
			return
		}
		if e := c.startingAt(pos, clsRank); e != nil {
			pos = e.end
			continue
		}
		if e := c.startingAt(pos, clsOfficeOf, clsLocative, clsStopword, clsNumberAnd, clsAnd); e != nil {
			link := c.find(pos, clsOfficeOf)
			of := link != nil && c.value(link) == "of"
			if !of && !c.has(e.end, clsCountry, clsNationality, clsOrg, clsBody) {
				if _, refs := c.cityAt(e.end); len(refs) > 0 {
					return
				}
			}
			if pos == s.to && c.takesPlaceIn(pos) || !of && c.atVenue(pos, e.end) {
				return
			}
			if f := c.fieldOfTies(pos, e.end); f > pos {
				pos, linked, s.phraseTo = f, true, f
				continue
			}
			if f := c.fieldOfBody(pos, e.end); f > pos {
				pos, linked = f, true
				continue
			}
			if !c.namesBody(e.end) && !of {
				return
			}
			linked = of || (e.class == clsNumberAnd || e.class == clsAnd) && linked
			pos = e.end
			continue
		}
		if t.is(capital) && linked {
			pos++
			s.phraseTo, loose = pos, 0
			continue
		}
		if loose++; loose > 2 || t.is(capital) && !c.pack.NounCapitals {
			return
		}
		pos++
	}
}

// fieldOfBody returns where the field of a body begins that ends, capitalised, in
// front of the link from token i to behind: "the Commission on the Status of
// Women". It returns i where there is none.
func (c *chart) fieldOfBody(i, behind int32) int32 {
	if b := c.endingAt(i, clsBody); c.pack.NounCapitals || b == nil || !c.toks[b.start].is(capital) {
		return i
	}
	if c.has(behind, clsStopword) && !c.toks[behind].is(capital) {
		behind++ // "the"
	}
	if int(behind) >= len(c.toks) || !c.toks[behind].is(capital) || c.toks[behind].sent != c.toks[i].sent || c.has(behind, clsMonth, clsWeekday) {
		return i
	}
	if _, refs := c.cityAt(behind); len(refs) > 0 {
		return i
	}
	return behind
}

// takesPlaceIn reports that the words from token i on say in which country a
// sitting is: "the 22nd meeting in Vietnam", but not "in Laos' ruling party".
func (c *chart) takesPlaceIn(i int32) bool {
	in := c.find(i, clsLocative)
	if in == nil || c.value(in) != "in" {
		return false
	}
	land := c.find(in.end, clsCountry)
	if land == nil || c.away(land.end-1) && c.pack.BodyFirst || c.pack.genitive >= 0 && c.toks[land.end-1].end > c.toks[land.end-1].stem {
		return false
	}
	if int(land.end) >= len(c.toks) {
		return true
	}
	next := &c.toks[land.end]
	return next.char != '-' && next.char != '\'' && next.char != ',' && !c.conjunction(land.end) && c.startingAt(land.end, nameClasses...) == nil && !(next.kind == wordToken && next.is(capital))
}

// atVenue reports that the link from token i to behind stands in front of a building:
// "the commission for trade at the Finance Administrative Centre".
func (c *chart) atVenue(i, behind int32) bool {
	const most = 6
	if !c.has(i, clsLocative) || c.pack.NounCapitals {
		return false
	}
	for k := behind; k < behind+most && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i].sent; k++ {
		t := &c.toks[k]
		if t.kind != wordToken || !t.is(capital) && !c.has(k, clsStopword) {
			return false
		}
		if c.has(k, clsVenue) {
			return true
		}
	}
	return false
}

// fieldOfTies returns the link in front of the countries whose ties a body is
// for, behind the link from token i to behind: "the committee for economic,
// cultural and technical cooperation between Vietnam and Cambodia". It returns i
// where there is none.
func (c *chart) fieldOfTies(i, behind int32) int32 {
	const most = 14
	if c.endingAt(i, clsBody) == nil {
		return i
	}
	for k := behind; k < behind+most && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i].sent && !c.toks[k].is(blankBefore) && !c.taken[k]; k++ {
		t := &c.toks[k]
		if t.char == ',' || t.char == '-' {
			continue
		}
		if t.kind != wordToken || c.has(k, clsTense, clsSign, clsChair, clsStatus, clsSessionNoun) || k > behind && t.is(capital) && !c.pack.NounCapitals && !c.toks[behind].is(capital) {
			return i
		}
		if link := c.startingAt(k, clsOfficeOf, clsLocative); link != nil && k > behind {
			if c.has(link.end, clsCountry, clsNationality) && c.conjunction(c.startingAt(link.end, clsCountry, clsNationality).end) {
				return k
			}
			if !c.has(k, clsStopword) {
				return i
			}
		}
	}
	return i
}

// nameFollows reports that a person's name stands at token i.
func (c *chart) nameFollows(i int32) bool { return int(i) < len(c.named) && c.named[i] }

// namesBody reports that a word of names of bodies stands within the next
// few words, with nothing but words of the language in front of it.
func (c *chart) namesBody(i int32) bool {
	for k := i; k < i+3 && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i].sent && !c.named[k]; k++ {
		if c.has(k, nameClasses...) || c.has(k, clsRank) {
			return true
		}
		if c.toks[k].kind != wordToken {
			return false
		}
	}
	return false
}

// phraseBefore finds the words in front of a number that name the body, where
// the language has them there: "Çin ve Rusya … komitesinin 29. oturumu". In
// other languages only a name that stands right in front counts.
func (c *chart) phraseBefore(s *sitting) {
	s.phraseFrom = s.from
	if !c.pack.BodyFirst {
		e := c.endingAt(s.from, clsSeriesHost, clsOrg)
		if t := &c.toks[max(0, s.from-1)]; e == nil && s.from > 1 && t.kind == wordToken && t.end-t.start == 1 && !t.is(spaceBefore) && c.toks[s.from-2].kind == digitToken && c.pack.genitive >= 0 {
			e = c.endingAt(s.from-1, clsSeriesHost, clsOrg) // the ending of "G20s 20. toppmøte"
		}
		if e != nil && !c.toks[s.from].is(blankBefore) {
			s.phraseFrom = e.start
		}
		s.ofBody = c.bodyOwns(s.from)
		if from := c.ownerFrom(s.from, s.ofBody); from < s.phraseFrom {
			s.phraseFrom, s.ofBody = from, false
		}
		return
	}
	for pos := s.from; pos > 0 && s.from-pos < maxPhrase; {
		t := &c.toks[pos-1]
		if c.toks[pos].is(blankBefore) || t.sent != c.toks[s.from].sent || c.named[pos-1] || c.taken[pos-1] || c.sat[pos-1] {
			return
		}
		if t.kind == punctToken {
			if t.char != '-' && t.char != '(' && t.char != ')' && t.char != '\'' {
				return
			}
			pos--
			continue
		}
		if e := c.endingAt(pos, nameClasses...); e != nil && !c.away(e.end-1) {
			pos = e.start
			s.phraseFrom = pos
			continue
		}
		if c.conjunction(pos - 1) {
			pos--
			continue
		}
		if c.has(pos-1, clsBetween) && c.endingAt(pos-1, clsCountry, clsNationality) != nil {
			pos-- // "Türkiye ile Norveç arasındaki Ortak Komite"
			continue
		}
		if t.kind != wordToken || c.away(pos-1) || c.has(pos-1, clsStopword, clsTense, clsChair, clsSign, clsLocative) || !t.is(capital) && c.tense(pos-1) != 0 {
			return // "Fransa ile kurulan … JETCO"
		}
		pos--
		if t.is(capital) {
			s.phraseFrom = pos
		}
	}
}

// bodyOwns reports a body in the genitive right in front of token i: "komiteens
// 271. møte", "the committee's 28th session".
func (c *chart) bodyOwns(i int32) bool {
	e := c.endingAt(i, clsBody)
	return e != nil && (c.pack.genitive >= 0 && c.endsIn(i-1, c.pack.genitive) || c.toks[i-1].end > c.toks[i-1].stem)
}

// ownerFrom returns where the name of the body begins that stands in the genitive
// in front of token i, i where there is none but a noun for bodies alone: "den
// norsk-russiske fiskerikommisjonens 55. sesjon", "Asiabankens 58. årsmøte".
func (c *chart) ownerFrom(i int32, body bool) int32 {
	if i == 0 || c.pack.NounCapitals {
		return i
	}
	t := &c.toks[i-1]
	if !body {
		word := c.folded(t)
		if t.kind == wordToken && t.is(capital) && t.words[0] == 0 && t.sent == c.toks[i].sent && len(word) > 4 &&
			(t.end > t.stem || len(c.pack.Suffixes["genitive"]) > 0 && word[len(word)-1] == 's' && !c.inName(i-1)) {
			return i - 1
		}
		return i
	}
	e := c.endingAt(i, clsBody)
	if from := c.bodyFrom(e); from < e.start {
		return from
	}
	return i
}

// bodyWords are the words that stand in front of the noun of a body.
var bodyWords = []class{clsSessionAdj, clsCountry, clsNationality, clsOrg, clsPortfolio, clsGeneralField}

// bodyFrom returns where the adjectives, fields and countries begin that stand in
// front of a body.
func (c *chart) bodyFrom(e *edge) int32 {
	from := e.start
	for from > 0 && c.toks[from-1].sent == c.toks[e.start].sent {
		if x := c.endingAt(from, bodyWords...); x != nil {
			from = x.start
		} else if (c.conjunction(from-1) || c.comma(from-1)) && c.endingAt(from-1, bodyWords...) != nil {
			from-- // "Joint Economic and Trade Commission"
		} else if t := &c.toks[from-1]; t.char == '-' && !t.is(spaceBefore) && !c.toks[from].is(spaceBefore) {
			from--
		} else {
			break
		}
	}
	return from
}

// away reports a word with an ending that parts it from what follows: "in
// Johannesburg", "to Russia". A genitive does not.
func (c *chart) away(i int32) bool {
	t := &c.toks[i]
	return t.end > t.stem && !(c.pack.genitive >= 0 && c.endsIn(i, c.pack.genitive))
}

// headWords are the words that tell an unknown series from others: folded,
// without numbers, countries, words of the language and the noun itself.
// telling says that they do: the noun of a body alone ("the committee") may be
// any body named before.
func (c *chart) headWords(s *sitting) (words []string, telling bool) {
	general := len(s.parties) > 1 && c.definedBody(s) != nil
	short, full := "", false // the noun of an abbreviation, and whether one stands there itself
	for k := s.phraseFrom; k < s.phraseTo; k++ {
		t := &c.toks[k]
		if e := c.startingAt(k, clsRank); e != nil && t.kind == digitToken {
			k = e.end - 1 // with what makes it an ordinal: "13th"
			continue
		}
		if k+2 < s.nounFrom && t.kind == digitToken && c.toks[k+1].char == '+' && c.toks[k+2].kind == digitToken {
			words, telling = append(words, c.text[t.start:c.toks[k+2].end]), true // "2+2 Dialogue"
			k += 2
			continue
		}
		if t.kind != wordToken || c.sat[k] && (k < s.from || k >= s.to) || k >= s.nounFrom && k < s.to || k >= s.from && k < s.numberTo {
			continue
		}
		if e := c.startingAt(k, clsCountry, clsNationality); e != nil {
			k = e.end - 1
			continue
		}
		if e := c.startingAt(k, clsRank); e != nil {
			k = e.end - 1
			continue
		}
		if c.has(k, clsStopword, clsOfficeOf, clsNumberAnd, clsAnd, clsTense, clsLocative) {
			continue
		}
		if b := c.startingAt(k, clsBody); b != nil && k < s.nounFrom && s.nounFrom < s.to && b.end >= s.to {
			words, telling = append(words, string(c.folded(t))), true // "strategic dialogue" is a body and its sitting
			continue
		}
		if e := c.startingAt(k, clsSessionAdj); e != nil {
			k = e.end - 1
			continue
		}
		if c.has(k, clsProvinceNoun) && c.has(k+1, clsCountry) {
			continue // "zwischen der Republik Aserbaidschan und Rumänien"
		}
		if general && c.has(k, clsGeneralField) {
			continue // "on Trade, Economic, Scientific and Technical Cooperation" is what such a commission is for
		}
		if k >= s.from && k < s.to && c.has(k, clsSessionTime) || k == s.nounFrom && k >= s.to {
			continue // "met for the sixth time for a summit"
		}
		if k > 0 && c.toks[k-1].char == '(' {
			continue // the abbreviation of what stands in front
		}
		if e := c.startingAt(k, clsShortBody); e != nil {
			short = c.value(e)
			continue
		}
		word := c.folded(t)
		if k == s.from-1 && k == s.phraseFrom && t.words[0] == 0 && len(c.pack.Suffixes["genitive"]) > 0 {
			word = bytes.TrimSuffix(word, []byte("s")) // the genitive of "Asiabankens 58. årsmøte"
		}
		body := c.has(k, clsBody)
		full = full || body
		if body || t.words[0] != 0 {
			word = c.lex.stemOf(word)
			if body {
				word = c.lex.stemOf(word) // "Konseyinin" is "Konseyi" in a case, and that "konsey"
			}
			telling = telling || !body
		} else {
			telling = true
		}
		words = append(words, string(word))
	}
	if short != "" && !full {
		words = append(words, short)
	}
	return words, telling
}

// termBefore returns the number right in front of a body: "of the 20th
// Central Committee".
func (c *chart) termBefore(i int32, s *sitting) int {
	e := c.endingAt(i, clsRank)
	if e == nil {
		e = c.endingAt(i, clsRoman)
	}
	if e == nil || e.start == s.from {
		return 0
	}
	v, _ := c.nums[e.ref].dec.Int64()
	return int(v)
}
