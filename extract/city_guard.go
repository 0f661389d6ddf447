package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer"
)

// longerClasses are names of several words, in which a city is none.
var (
	longerClasses = []class{clsOrg, clsOffice, clsNotCity, clsOutcome, clsCountry}
	longerNames   = classesOf(longerClasses...)
)

// notCity tells why the words around keep a name from being a city.
func (c *chart) notCity(from, to int32, certain bool) string {
	if e := c.startingAt(from, clsNotCity); e != nil && e.end >= to {
		// A weak one is a city behind a preposition and with a case behind an
		// apostrophe: "in Essen", "Ordu'da", not "das Essen".
		digits := int(to) < len(c.toks) && c.toks[to].kind == digitToken // "in Halle 18"
		if weak := c.value(e) == "weak"; !weak || digits || !certain && !c.adminBehind(to) && c.endingAt(from, clsLocative) == nil && c.toks[to-1].end == c.toks[to-1].stem {
			if weak && !digits && e.end == to && c.mayBePlace(from) {
				return weakPlace
			}
			return "the word means something else"
		}
	}
	if to == from+1 && c.has(from, clsStopword) && (c.toks[from].is(sentenceStart) || c.pack.NounCapitals) {
		return "it is a word of the language"
	}
	if e := c.startingAt(from, clsOrg, clsSeat, clsRegion, clsOffice, clsParty); e != nil && e.end > to {
		return "it is part of the name of a body or office"
	}
	for k := max(0, from-6); k < from; k++ {
		if !c.starts[k].meets(&longerNames) {
			continue
		}
		if e := c.longestAt(k, longerClasses); e.end > from && e.end-e.start > 1 {
			return "it is part of a longer name"
		}
	}
	if certain {
		return ""
	}
	if why := c.otherWord(from, to); why != "" {
		return why
	}
	if c.endingAt(from, clsHonorific) != nil || c.crownedBefore(from) {
		return "it is a person"
	}
	if c.plays(from, to) {
		return "it is a team"
	}
	kinds := []class{clsProvinceNoun, clsRiverNoun, clsStreetNoun, clsDistrictNoun, clsTownshipNoun, clsTeamNoun, clsPaperNoun, clsNameNoun}
	next := to
	if int(next) < len(c.toks) && c.toks[next].char == '-' && !c.toks[next].is(spaceBefore) && int(next)+1 < len(c.toks) && !c.toks[next+1].is(spaceBefore) {
		next++
	}
	if int(next) < len(c.toks) && !c.toks[next].is(blankBefore) && c.has(next, kinds...) && !c.ablative(to-1) && !c.linkedPlace(from, to) {
		return "what stands behind it makes another name of it"
	}
	if !c.pack.NounCapitals && int(next) < len(c.toks) && !c.toks[next].is(blankBefore) && c.toks[next].is(capital) && (c.has(next, clsVenue) || c.longerName(next)) {
		return "what stands behind it makes another name of it"
	}
	if int(to) < len(c.toks) && c.toks[to].char == ',' && c.explained(to+1) {
		return "what stands behind it says that it is no city"
	}
	if c.quotedWhole(from, to) {
		return "it is a title in quotation marks"
	}
	if p := c.endingAt(from, clsParticle); p != nil && p.start > 0 && c.unknownName(p.start-1) && !c.toks[p.start-1].is(sentenceStart) {
		return "it is the end of a person's name"
	}
	if c.pack.NounCapitals && c.chainOfName(from) {
		return "it is part of the name of a body"
	}
	if int(to)+1 < len(c.toks) && c.toks[to].char == '(' && c.startingAt(to+1, clsParty) != nil && c.endingAt(from, clsLocative, clsOfficeOf, clsArticle) == nil {
		return "it is a person, whose party stands behind" // "Paderborn (CDU)"
	}
	if c.compoundName(from) {
		return "it is the end of another name"
	}
	front := from
	if front > 0 && c.toks[front-1].char == '"' && !c.toks[front].is(spaceBefore) {
		front--
		if int(to) < len(c.toks) && c.toks[to].char == '"' && c.vesselBefore(front) {
			return "it is the name of a ship"
		}
	}
	if c.tellsScore(from) && c.endingAt(from, clsLocative) == nil && c.toks[to-1].end == c.toks[to-1].stem && (int(to) >= len(c.toks) || c.toks[to].char != ':') {
		return "it is a team"
	}
	if c.constituency(from) {
		return "it is a member's constituency"
	}
	if c.endingAt(from, clsEmployedAt) != nil {
		return "it is whom somebody works for"
	}
	if c.bareAdjective(from, to) {
		return "it is the people, or what is named after the city"
	}
	if front > 1 && c.unknownName(front-1) && c.endingAt(front-1, clsTeamNoun) != nil {
		return "it is a team" // FC Wacker Innsbruck
	}
	if c.endingAt(front, clsVesselNoun, clsTeamNoun) != nil || !c.pack.BodyFirst && !c.toks[from].is(blankBefore) && c.endingAt(from, clsProvinceNoun, clsRiverNoun, clsDistrictNoun, clsTownshipNoun) != nil {
		return "what stands in front of it makes another name of it"
	}
	if c.pack.NounCapitals && c.endingAt(from, clsNameNoun, clsBranchNoun) != nil {
		return "what stands in front of it makes another name of it" // Universität Heidelberg
	}
	if of := c.endingAt(from, clsOfficeOf); of != nil && c.value(of) == "of" && c.endingAt(of.start, clsNameNoun, clsRiverNoun, clsProvinceNoun, clsDistrictNoun, clsTownshipNoun) != nil {
		return "what stands in front of it makes another name of it" // the Treaty of Versailles
	}
	return ""
}

// chainOfName reports a name joined by hyphens to others that a body is called by:
// "Sparkasse Paderborn-Detmold-Höxter".
func (c *chart) chainOfName(from int32) bool {
	first := from
	for first > 1 && c.toks[first-1].char == '-' && !c.toks[first].is(spaceBefore) && !c.toks[first-1].is(spaceBefore) && c.toks[first-2].kind == wordToken {
		first -= 2
	}
	return first < from && c.endingAt(first, clsNameNoun, clsBranchNoun) != nil
}

// vesselBefore reports a word for a ship a few words in front of a name in
// quotation marks: "Eine Fregatte, die „Hamburg“".
func (c *chart) vesselBefore(i int32) bool {
	const near = 5
	for k := i - 1; k >= max(0, i-near) && c.toks[k].sent == c.toks[i].sent; k-- {
		if c.has(k, clsVesselNoun) {
			return true
		}
	}
	return false
}

// weakPlace keeps a name that is a word as well until the text has said that the
// city is meant: "in Essen … Essen plant ein Stadion".
const weakPlace = "the word means something else, and nothing says that the city is meant"

// mayBePlace reports a noun that the text may mean as a city: it neither heads a
// headline nor stands behind an adjective or article.
func (c *chart) mayBePlace(i int32) bool {
	if !c.pack.NounCapitals || c.toks[i].is(sentenceStart) {
		return c.pack.NounCapitals && c.roles[c.toks[i].block] != roleTitle
	}
	front := &c.toks[i-1]
	return front.kind != wordToken || front.is(capital) || c.has(i-1, clsStopword, clsLocative, clsOfficeOf, clsAnd, clsOr) && !c.has(i-1, clsArticle)
}

// longerName reports that the capitalised word at i and the next one make a name
// with what stands in front: "Perth Picture Agency", "London Business School".
func (c *chart) longerName(i int32) bool {
	if c.pack.BodyFirst || int(i)+1 >= len(c.toks) || c.toks[i].words[0] == 0 && c.toks[i].end > c.toks[i].stem || c.roles[c.toks[i].block] == roleTitle && c.titleCase(i) {
		return false
	}
	n := &c.toks[i+1]
	return c.toks[i].kind == wordToken && n.is(capital) && n.sent == c.toks[i].sent && !n.is(lineBefore) && (c.has(i+1, clsNameNoun) || c.has(i+1, clsVenue) && i > 1 && c.toks[i-2].is(capital) && !c.toks[i-2].is(sentenceStart) && !c.toks[i-1].is(lineBefore)) && !c.has(i, clsOrg, clsCountry, clsNationality, clsOffice, clsStopword)
}

// tellsScore reports that the sentence of token i tells the result of a match:
// two small numbers with a dash between and a word of playing.
func (c *chart) tellsScore(i int32) bool {
	return c.askOnce(c.scores, i, (*chart).hasScore)
}

func (c *chart) hasScore(s sentence) bool {
	const digits = 3
	played, score := false, false
	for k := s.start; k < s.end && !(played && score); k++ {
		played = played || c.has(k, clsMatchWord)
		if t := &c.toks[k]; t.kind == digitToken && k+2 < s.end && c.toks[k+1].char == '-' && c.toks[k+2].kind == digitToken && !c.toks[k+1].is(spaceBefore) && !c.toks[k+2].is(spaceBefore) && !c.has(k, clsDate) {
			score = score || t.end-t.start <= digits && c.toks[k+2].end-c.toks[k+2].start <= digits
		}
	}
	return played && score
}

// quotedWhole reports that quotation marks hold a name with at most a country or
// region behind it: the play "London, Ontario".
func (c *chart) quotedWhole(from, to int32) bool {
	const most = 3
	if from == 0 || c.toks[from-1].char != '"' || c.toks[from].is(spaceBefore) || !c.opensQuote(from-1) {
		return false
	}
	for k := to; k < to+most && int(k) < len(c.toks) && c.toks[k].sent == c.toks[from].sent; k++ {
		if c.toks[k].char == '"' {
			return true
		}
		if c.toks[k].char != ',' && !c.toks[k].is(capital) {
			return false
		}
	}
	return false
}

// constituency reports that a party, in brackets behind a name, stands in front of
// token i: "Senator Abdul Ningi (PDP, Bauchi Central)".
func (c *chart) constituency(i int32) bool {
	if i < 4 || c.toks[i-1].char != ',' {
		return false
	}
	p := c.endingAt(i-1, clsParty)
	return p != nil && p.start > 1 && c.toks[p.start-1].char == '(' && c.inName(p.start-2)
}

// otherWord tells what else than a city a word is that the pack lists. What it
// knows only as the end of a compound says nothing: Mailand, Kapstadt.
func (c *chart) otherWord(from, to int32) string {
	if c.toks[from].front > 0 {
		return ""
	}
	if e := c.startingAt(from, clsCountry, clsRegion); e != nil && e.end >= to && c.roles[c.toks[from].block] != roleDateline && !c.besideCity(from, to) {
		return "it is a country or a part of one"
	}
	if e := c.startingAt(from, clsCityNoun); e != nil && e.end >= to { // not Port of Spain
		return "it is the word for a city"
	}
	if c.has(from, clsProvinceNoun) && int(to) < len(c.toks) && c.toks[to].is(capital) && !c.toks[to].is(blankBefore) {
		return "it is the word for a region" // Kanton Bern
	}
	if e := c.startingAt(from, clsMonth, clsWeekday, clsHonorific, clsNationality, clsNotName, clsOffice, clsOrg, clsTense, clsPortfolio); e != nil && e.end >= to {
		return "the word means something else"
	}
	return ""
}

// plays reports that a name stands beside a word of playing in a sentence that
// names another team or a score: "Bodø/Glimt møter Tromsø", "Molde slo Brann 2–1".
func (c *chart) plays(from, to int32) bool {
	const near = 6
	front := from
	if t := &c.toks[max(0, front-1)]; front > 1 && t.kind == wordToken && t.is(capital) && (t.words[0] == 0 || t.front > 0 || c.has(front-1, clsGivenName)) {
		front-- // "besiegte Kairat Almaty"
	}
	if c.startingAt(to, clsPlay) == nil && c.endingAt(front, clsPlay) == nil {
		return false
	}
	sent := c.sents[c.toks[from].sent]
	for k := max(sent.start, from-near); k < min(sent.end, to+near); k++ {
		if e := c.startingAt(k, clsNotCity, clsTeamNoun); e != nil && (e.class == clsTeamNoun || c.value(e) == "team") {
			return true
		}
		if k+2 < sent.end && (c.toks[k+1].char == '-' || c.toks[k+1].char == ':') && !c.toks[k+1].is(spaceBefore) && c.goals(k) && c.goals(k+2) {
			return true
		}
	}
	return false
}

// goals reports a number of one or two digits that is no part of a date or sum.
func (c *chart) goals(i int32) bool {
	t := &c.toks[i]
	return t.kind == digitToken && t.end-t.start <= 2 && !c.taken[i]
}

// ablative reports that the token has a case that links it to the verb, so that
// the next noun does not belong to it: "Kahire'den yola", not "Kars'ın ilçesi".
func (c *chart) ablative(i int32) bool {
	return c.pack.BodyFirst && c.toks[i].end > c.toks[i].stem && !(c.pack.genitive >= 0 && c.endsIn(i, c.pack.genitive))
}

// crownedBefore reports the title of a crowned head right in front of token i:
// "Dronning Sofia".
func (c *chart) crownedBefore(i int32) bool {
	if i == 0 || c.pack.BodyFirst || c.toks[i].is(lineBefore) {
		return false
	}
	e := c.endingAt(i, clsOffice)
	if e == nil {
		return false
	}
	role, _, _ := strings.Cut(c.value(e), "|")
	return slices.Contains(crowned, role)
}

// explained reports an apposition at token i that calls the name in front of
// it a district, region or river: "Constitución, a district of the capital".
func (c *chart) explained(i int32) bool {
	for k := i; k < i+3 && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i].sent && !c.toks[k].is(capital); k++ {
		if c.has(k, clsDistrictNoun, clsRiverNoun, clsProvinceNoun) {
			return true
		}
		if !c.has(k, clsStopword) {
			return false
		}
	}
	return false
}

// doubtfulCity tells why a name is more likely no city: it is a small place
// without any sign of a place, or a part of a longer name.
func (c *chart) doubtfulCity(from, to int32, city gazetteer.City, certain bool, countries tally) string {
	if certain {
		return ""
	}
	if c.pack.NounCapitals && !city.Capital && c.hasArticle(from, to) {
		return "an article stands in front of it"
	}
	if c.mayBeNoun(from, to) {
		return smallPlace
	}
	located := c.endingAt(from, clsLocative) != nil || c.toks[to-1].end > c.toks[to-1].stem || c.linkedPlace(from, to) || c.datedPlace(from, to) || c.saidWhere(from, city)
	home := countries.of(city.Country) > 0
	if !c.pack.NounCapitals && !c.titleCase(from) {
		if int(to) < len(c.toks) && c.unknownName(to) && c.toks[to].sent == c.toks[from].sent && c.toks[to-1].end == c.toks[to-1].stem {
			return "it is part of a longer name"
		}
		if from > 0 && !c.toks[from].is(sentenceStart) && c.unknownName(from-1) && !c.inName(from-1) && !c.personInFront(from, to, city) && !c.toks[from-1].is(sentenceStart) && c.toks[from-1].end == c.toks[from-1].stem {
			return "it is part of a longer name"
		}
	}
	size := city.Population
	switch {
	case city.Capital || size >= 300000:
		return ""
	case located && (home || city.Known || size >= 20000 || to-from > 2):
		return ""
	case home && size >= 50000:
		return ""
	case size >= 150000:
		return ""
	case (!c.pack.NounCapitals || !slices.Contains(c.pack.Countries, city.Country)) && to == from+1 && !c.titleCase(from) && c.endingAt(from, clsLocative) != nil && c.unknownName(from) && c.toks[to-1].stem-c.toks[from].start >= longName:
		return "" // "in Jokkmokk": behind a preposition of place, and nothing else that is known
	}
	return smallPlace
}

// datedPlace reports a name alone with a date behind a comma, in brackets or on a
// line, or behind what an entry is for: "(Rovaniemi, 4 September 2024)", "Ort: Herisau,
// Donnerstag, 27. Juni; Feldkirch, Freitag, 27. September".
func (c *chart) datedPlace(from, to int32) bool {
	return from > 0 && (strings.ContainsRune("(:;", rune(c.toks[from-1].char)) || c.toks[from].is(blankBefore)) && int(to)+1 < len(c.toks) && c.toks[to].char == ',' && c.dateAt(to+1)
}

// saidWhere reports the adjective of a city's country in front of its name: "i
// svenske Luleå".
func (c *chart) saidWhere(from int32, city gazetteer.City) bool {
	e := c.endingAt(from, clsNationality)
	return e != nil && c.value(e) == city.Country
}

// mayBeNoun reports a capitalised word at the head of a sentence, or in a headline of
// capitals, that is a city's name only without its ending, in a language that may leave
// the apostrophe out: "Makaleye" may be any word in a case.
func (c *chart) mayBeNoun(from, to int32) bool {
	t := &c.toks[from]
	if !c.pack.GluedEndings || to != from+1 || t.end > t.stem || !t.is(sentenceStart) && !c.titleCase(from) {
		return false
	}
	c.stemKey = c.appendPlain(c.stemKey[:0], t)
	return !c.citiesOf(c.stemKey)
}

// personInFront reports two unknown names in front of a large city with a case
// of its own: in a language with the verb at the end the sentence's subject,
// "Beşar Esad Moskova'ya kaçmıştı".
func (c *chart) personInFront(from, to int32, city gazetteer.City) bool {
	return c.pack.BodyFirst && (city.Capital || city.Population >= 1000000) && c.toks[to-1].end > c.toks[to-1].stem &&
		from > 1 && c.unknownName(from-2) && c.toks[from-2].end == c.toks[from-2].stem
}

// unknownName reports a capitalised word that no list knows.
func (c *chart) unknownName(i int32) bool {
	return c.opensName(i) && !c.toks[i].is(lineBefore)
}

// titleCase reports that the sentence of token i is a headline with capitals
// on most words: there they say nothing. A headline has no full stop.
func (c *chart) titleCase(i int32) bool {
	return c.askOnce(c.titles, i, (*chart).inTitleCase)
}

// askOnce reports what holds for the sentence of token i; answers keeps it: 1 for
// yes, -1 for no, 0 not asked yet.
func (c *chart) askOnce(answers []int8, i int32, holds func(*chart, sentence) bool) bool {
	n := c.toks[i].sent
	if answers[n] == 0 {
		answers[n] = -1
		if holds(c, c.sents[n]) {
			answers[n] = 1
		}
	}
	return answers[n] > 0
}

func (c *chart) inTitleCase(s sentence) bool {
	if c.toks[s.end-1].char == '.' {
		return false
	}
	caps, words := 0, 0
	for k := s.start; k < s.end; k++ {
		if c.toks[k].kind == wordToken && c.toks[k].end-c.toks[k].start > 3 {
			words++
			if c.toks[k].is(capital) {
				caps++
			}
		}
	}
	return words > 3 && caps*10 >= words*8
}

// linkedPlace reports that the name is linked to another place as the ends of
// a route are: "Malaba–Kampala", "mellom Kirkenes og Nikel".
func (c *chart) linkedPlace(from, to int32) bool {
	if int(to)+1 < len(c.toks) && c.toks[to].char == '-' && c.toks[to+1].is(capital) {
		if _, refs := c.cityAt(to + 1); len(refs) > 0 {
			return true
		}
	}
	if from < 2 || !c.toks[from-2].is(capital) {
		return false
	}
	if c.conjunction(from-1) && !c.inName(from-2) && c.endingAt(from-2, clsLocative) != nil {
		_, refs := c.cityAt(from - 2)
		return len(refs) > 0
	}
	return c.toks[from-1].char == '-'
}
