package extract

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"extract/extract/gazetteer"
	"extract/model"
)

// place is a city name in the text with what it may mean.
type place struct {
	chart    *chart
	from, to int32
	city     gazetteer.City
	certain  bool // the context says that it is a city
}

// findCities looks the capitalised words up that no name, office or other
// fact covers.
func (d *document) findCities(c *chart) {
	countries := d.countriesNamed(c)
	var small []place // what only another mention can confirm
	for i := int32(0); int(i) < len(c.toks); i++ {
		t := &c.toks[i]
		if t.kind != wordToken || !t.is(capital) {
			continue
		}
		end, refs := c.cityAt(i)
		if len(refs) == 0 {
			continue
		}
		if c.inName(i) {
			continue
		}
		refs = append(c.offered[:0], refs...)
		c.offered = refs
		certain := c.cityContext(i, end)
		why := c.notCity(i, end, certain)
		var best gazetteer.City
		if why == "" {
			told := false
			refs, told = c.ofAdmin(refs, end)
			best = d.whichCity(c, i, end, refs, countries)
			certain = certain || told || c.saysCountry(end, best) ||
				c.roles[c.toks[i].block] == roleDateline && best.Name == d.page.dateline.City
			if c.envoyBehind(end) {
				best = chooseCity(refs, nil, "") // "Türkiye'nin Taşkent Büyükelçisi": the city is no Turkish one
			}
			why = c.doubtfulCity(i, end, best, certain, countries)
		}
		if why == smallPlace {
			small = append(small, place{c, i, end, best, c.townOfOffice(i, end)})
			i = end - 1
			continue
		}
		if why != "" {
			if d.engine.opts.Explain {
				d.traceAt(c, i, end, model.TypeCity, refs[0].City().Name, "gazetteer/city", false, why)
			}
			continue
		}
		d.keepCity(place{c, i, end, best, certain})
		i = end - 1
	}
	d.smallPlaces(small)
}

func (d *document) keepCity(p place) {
	rec := &model.City{Value: p.city.Name, Country: p.city.Country, Admin: p.city.Admin, Geonames: int(p.city.ID), Lat: p.city.Lat, Lon: p.city.Lon}
	rec.Common = d.base(p.chart, p.from, p.to, "gazetteer/city")
	d.keep(p.chart, rec, p.from, p.to)
	d.cities = append(d.cities, p)
}

// smallPlaces keeps the small places that the text confirms: it is plain at
// another mention that the city is meant, an office of a town stands beside
// it, or it is named in one breath with another city, and never with an
// article.
func (d *document) smallPlaces(small []place) {
	if len(small) == 0 {
		return
	}
	confirmed := map[uint32]bool{}
	for _, p := range d.cities {
		confirmed[p.city.ID] = true
	}
	for _, p := range small {
		if p.certain {
			confirmed[p.city.ID] = true
		}
	}
	type spot struct {
		chart *chart
		token int32
	}
	begin, behind := map[spot]uint32{}, map[spot]uint32{} // the city that begins at a token, that is named in one breath in front of it
	for _, list := range [][]place{d.cities, small} {
		for _, q := range list {
			begin[spot{q.chart, q.from}] = q.city.ID
			if next := q.chart.inOneBreath(q.to); next > 0 {
				behind[spot{q.chart, next}] = q.city.ID
			}
		}
	}
	for _, p := range small {
		if id, ok := begin[spot{p.chart, p.chart.inOneBreath(p.to)}]; ok && confirmed[id] {
			confirmed[p.city.ID] = true
		}
		if id, ok := behind[spot{p.chart, p.from}]; ok && confirmed[id] {
			confirmed[p.city.ID] = true
		}
	}
	for _, p := range small {
		if confirmed[p.city.ID] && !p.chart.hasArticle(p.from, p.to) && !p.chart.endsName(p.from) {
			d.keepCity(p)
		} else if d.engine.opts.Explain {
			d.traceAt(p.chart, p.from, p.to, model.TypeCity, p.city.Name, "gazetteer/city", false, smallPlace)
		}
	}
}

// compoundName reports that a hyphen joins what stands in front to a name,
// and that it is neither a city nor a point of the compass: "Sommer-Davos".
func (c *chart) compoundName(from int32) bool {
	if from < 2 || c.toks[from-1].char != '-' || c.toks[from-1].is(spaceBefore) || c.toks[from].is(spaceBefore) {
		return false
	}
	front := &c.toks[from-2]
	if front.kind != wordToken || c.has(from-2, clsCountry, clsNationality, clsCompass) {
		return false
	}
	_, refs := c.cityAt(from - 2)
	return len(refs) == 0
}

// bareAdjective reports a city's adjective, [suffixes] city-adjective, without
// a noun behind it: "die Berliner", not "der Berliner Senat".
func (c *chart) bareAdjective(from, to int32) bool {
	last := &c.toks[to-1]
	word := string(appendFold(nil, c.text[last.start:last.stem]))
	if !slices.ContainsFunc(c.pack.Suffixes["city-adjective"], func(s string) bool { return strings.HasSuffix(word, s) }) {
		return false
	}
	key := gazetteer.Fold(nil, c.text[c.toks[from].start:last.stem])
	if len(gazetteer.Cities(nil, key, c.pack.Lang)) > 0 {
		return false // Hannover
	}
	if int(to)+1 < len(c.toks) && (c.toks[to].char == '-' || c.conjunction(to)) {
		to++ // "des Berliner und Hamburger Senats"
	}
	return int(to) >= len(c.toks) || !c.toks[to].is(capital) || c.toks[to].is(lineBefore) && c.toks[to].is(blankBefore)
}

// townOfOffice reports that a mayor or the like stands behind a name.
func (c *chart) townOfOffice(from, to int32) bool {
	e := c.startingAt(to, clsOffice)
	if e == nil || c.toks[to].sent != c.toks[from].sent {
		return false
	}
	role, _, _ := strings.Cut(c.value(e), "|")
	return slices.Contains(localRoles, role)
}

// hasArticle reports an article in front of a name that is not one of a noun
// behind it: "das Essen", but "der Görlitzer Bürgermeister".
func (c *chart) hasArticle(from, to int32) bool {
	return c.endingAt(from, clsArticle) != nil && (int(to) >= len(c.toks) || !c.toks[to].is(capital))
}

// cityAt returns the token behind the longest city name at token i and the
// cities of that name.
func (c *chart) cityAt(i int32) (int32, []gazetteer.CityRef) {
	if int(i) >= len(c.toks) {
		return i, nil
	}
	t := &c.toks[i]
	inner := int(i)+1 < len(c.toks) && c.toks[i+1].char == '\''
	if !inner && gazetteer.Starts(c.plainHash(t)) == 0 && (t.foldEnd == t.fold || !c.pack.mayEnd(c.folds[t.foldEnd-1])) {
		return i, nil
	}
	// Apostrophes inside a word are no part of the key: Xi'an, L'Aquila.
	if inner && int(i)+2 < len(c.toks) && !c.toks[i+1].is(spaceBefore) && c.toks[i+2].kind == wordToken && !c.toks[i+2].is(spaceBefore) {
		c.key = gazetteer.Fold(c.key[:0], c.text[t.start:c.toks[i+2].stem])
		if c.citiesOf(c.key) {
			return i + 3, c.refs
		}
	}
	c.key = gazetteer.Fold(c.key[:0], c.text[t.start:t.stem])
	if len(c.key) < 2 {
		return i, nil
	}
	pos := i + 1
	for t.end == t.stem && int(pos)+1 < len(c.toks) && c.toks[pos].char == '\'' && !c.toks[pos].is(spaceBefore) && c.toks[pos+1].kind == wordToken && !c.toks[pos+1].is(spaceBefore) {
		c.key = gazetteer.Fold(c.key, c.text[c.toks[pos+1].start:c.toks[pos+1].stem]) // Xi'an is one word
		pos += 2
	}
	most := gazetteer.Starts(gazetteer.Hash(c.key))
	ends := append(c.pieces[:0], cityPiece{pos, len(c.key)})
	for n := 1; n < most && int(pos) < len(c.toks); n++ {
		u := &c.toks[pos]
		if u.is(blankBefore) || c.toks[pos-1].end > c.toks[pos-1].stem {
			break
		}
		if (u.char == '-' || u.char == '.' || u.char == '\'') && !u.is(spaceBefore) && int(pos)+1 < len(c.toks) {
			if u.char != '.' && c.toks[pos+1].is(spaceBefore) {
				break
			}
			pos++
			u = &c.toks[pos]
		}
		if u.char == '(' && int(pos)+2 < len(c.toks) && c.toks[pos+2].char == ')' { // Frankfurt (Oder)
			c.key = append(c.key, ' ')
			c.key = gazetteer.Fold(c.key, c.text[c.toks[pos+1].start:c.toks[pos+1].stem])
			ends = append(ends, cityPiece{pos + 3, len(c.key)})
			break
		}
		if u.kind != wordToken {
			break
		}
		if c.toks[pos-1].char != '\'' { // Xi'an is one word
			c.key = append(c.key, ' ')
		}
		c.key = gazetteer.Fold(c.key, c.text[u.start:u.stem])
		pos++
		ends = append(ends, cityPiece{pos, len(c.key)})
	}
	c.pieces = ends
	for k := len(ends) - 1; k >= 0; k-- {
		if most > 0 && c.citiesOf(c.key[:ends[k].size]) {
			return ends[k].end, c.refs
		}
		// With an ending of the language: Pekings, Wiener, Ankarada.
		last := &c.toks[ends[k].end-1]
		if last.end > last.stem || last.front > 0 {
			continue // the end of a compound is no case: only its whole may be a city, Kapstadt
		}
		word := c.text[last.start:last.stem]
		for cut := len(word) - 1; cut >= 3 && len(word)-cut <= 6; cut-- {
			if !c.pack.cityEnding(word[cut:]) {
				continue
			}
			c.stemKey = gazetteer.Fold(c.stemKey[:0], c.text[t.start:int(last.start)+cut])
			if c.citiesOf(c.stemKey) {
				return ends[k].end, c.refs
			}
		}
	}
	return i, nil
}

// cityPiece is where a word of a name ends, and the key up to there.
type cityPiece struct {
	end  int32
	size int
}

// citiesOf looks a key up and puts the cities of that name into refs.
func (c *chart) citiesOf(key []byte) bool {
	c.refs = gazetteer.Cities(c.refs[:0], key, c.pack.Lang)
	return len(c.refs) > 0
}

// cityEnding reports whether the pack lets a city's name end so.
func (c *compiled) cityEnding(s string) bool {
	if s == "" || !c.mayEnd(lastByte(s)) {
		return false
	}
	_, ok := c.lex.suffixes[c.cityEndings].get(hashFold(s))
	return ok
}

// mayEnd reports whether an ending of city names can have this last byte.
func (c *compiled) mayEnd(b byte) bool { return c.cityEndings >= 0 && c.lastOfEnding[b] }

// lastByte returns the last byte of a word when it is folded, 0 where a mark of
// its own makes that hard to tell.
func lastByte(word string) byte {
	r, _ := utf8.DecodeLastRuneInString(word)
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	var buf [utf8.UTFMax]byte
	return buf[utf8.EncodeRune(buf[:], foldRune(r))-1]
}

// inName reports that token i lies in a person's name that was found.
func (c *chart) inName(i int32) bool { return int(i) < len(c.named) && c.named[i] }

// cityContext reports that the words around say that a city is meant.
func (c *chart) cityContext(from, to int32) bool {
	if int(to) < len(c.toks) && c.has(to, clsCityNoun) && !c.toks[to].is(blankBefore) {
		return true
	}
	if e := c.startingAt(to, clsOffice); e != nil && strings.HasPrefix(c.value(e), "mayor") && !c.toks[to].is(blankBefore) {
		return true // "der Görlitzer Oberbürgermeister"
	}
	if e := c.endingAt(from, clsOfficeOf); e != nil {
		if o := c.endingAt(e.start, clsOffice); o != nil && strings.HasPrefix(c.value(o), "mayor") {
			return true // "the mayor of Naivasha"
		}
	}
	return !c.pack.BodyFirst && c.endingAt(from, clsCityNoun) != nil
}

// notCity tells why the words around keep a name from being a city.
func (c *chart) notCity(from, to int32, certain bool) string {
	if e := c.startingAt(from, clsNotCity); e != nil && e.end >= to {
		// A weak one is a city behind a preposition and with a case behind an
		// apostrophe: "in Essen", "Ordu'da", not "das Essen".
		digits := int(to) < len(c.toks) && c.toks[to].kind == digitToken // "in Halle 18"
		if c.value(e) != "weak" || digits || !certain && c.endingAt(from, clsLocative) == nil && c.toks[to-1].end == c.toks[to-1].stem {
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
		if e := c.startingAt(k, clsOrg, clsOffice, clsNotCity, clsOutcome, clsCountry); e != nil && e.end > from && e.end-e.start > 1 {
			return "it is part of a longer name"
		}
	}
	if certain {
		return ""
	}
	if why := c.otherWord(from, to); why != "" {
		return why
	}
	if c.endingAt(from, clsHonorific) != nil {
		return "it is a person"
	}
	kinds := []class{clsProvinceNoun, clsRiverNoun, clsStreetNoun, clsDistrictNoun, clsTownshipNoun, clsTeamNoun, clsPaperNoun, clsNameNoun}
	next := to
	if int(next) < len(c.toks) && c.toks[next].char == '-' && !c.toks[next].is(spaceBefore) && int(next)+1 < len(c.toks) && !c.toks[next+1].is(spaceBefore) {
		next++
	}
	if int(next) < len(c.toks) && !c.toks[next].is(blankBefore) && c.has(next, kinds...) && !c.ablative(to-1) && !c.linkedPlace(from, to) {
		return "what stands behind it makes another name of it"
	}
	if !c.pack.NounCapitals && int(next) < len(c.toks) && !c.toks[next].is(blankBefore) && c.toks[next].is(capital) && c.has(next, clsVenue) {
		return "what stands behind it makes another name of it"
	}
	if int(to) < len(c.toks) && c.toks[to].char == ',' && c.explained(to+1) {
		return "what stands behind it says that it is no city"
	}
	if c.compoundName(from) {
		return "it is the end of another name"
	}
	front := from
	if front > 0 && c.toks[front-1].char == '"' && !c.toks[front].is(spaceBefore) {
		front--
	}
	if c.bareAdjective(from, to) {
		return "it is the people, or what is named after the city"
	}
	if c.endingAt(front, clsVesselNoun, clsTeamNoun) != nil || !c.pack.BodyFirst && c.endingAt(from, clsProvinceNoun, clsRiverNoun, clsDistrictNoun, clsTownshipNoun) != nil {
		return "what stands in front of it makes another name of it"
	}
	if c.pack.NounCapitals && c.endingAt(from, clsNameNoun) != nil {
		return "what stands in front of it makes another name of it" // Universität Heidelberg
	}
	if of := c.endingAt(from, clsOfficeOf); of != nil && c.value(of) == "of" && c.endingAt(of.start, clsNameNoun, clsRiverNoun, clsProvinceNoun, clsDistrictNoun, clsTownshipNoun) != nil {
		return "what stands in front of it makes another name of it" // the Treaty of Versailles
	}
	return ""
}

// otherWord tells what else than a city a word is that the pack lists. What it
// knows only as the end of a compound says nothing: Mailand, Kapstadt.
func (c *chart) otherWord(from, to int32) string {
	if c.toks[from].front > 0 {
		return ""
	}
	if e := c.startingAt(from, clsCountry, clsRegion); e != nil && e.end >= to && c.roles[c.toks[from].block] != roleDateline {
		return "it is a country or a part of one"
	}
	if c.has(from, clsCityNoun) {
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

// ablative reports that the token has a case that links it to the verb, so that
// the next noun does not belong to it: "Kahire'den yola", not "Kars'ın ilçesi".
func (c *chart) ablative(i int32) bool {
	return c.pack.BodyFirst && c.toks[i].end > c.toks[i].stem && !(c.pack.genitive >= 0 && c.endsIn(i, c.pack.genitive))
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

// longName is how many bytes an unknown word needs to be no surname or brand by chance.
const longName = 7

const smallPlace = "a small place, and nothing says that it is meant"

// doubtfulCity tells why a name is more likely no city: it is a small place
// without any sign of a place, or a part of a longer name.
func (c *chart) doubtfulCity(from, to int32, city gazetteer.City, certain bool, countries map[string]int) string {
	if certain {
		return ""
	}
	if c.pack.NounCapitals && !city.Capital && c.hasArticle(from, to) {
		return "an article stands in front of it"
	}
	located := c.endingAt(from, clsLocative) != nil || c.toks[to-1].end > c.toks[to-1].stem || c.linkedPlace(from, to)
	home := countries[city.Country] > 0
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
	case !c.pack.NounCapitals && to == from+1 && !c.titleCase(from) && c.endingAt(from, clsLocative) != nil && c.unknownName(from) && c.toks[to-1].stem-c.toks[from].start >= longName:
		return "" // "in Jokkmokk": behind a preposition of place, and nothing else that is known
	}
	return smallPlace
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
	t := &c.toks[i]
	return t.kind == wordToken && t.is(capital) && t.words[0] == 0 && !t.is(lineBefore)
}

// titleCase reports that the sentence of token i is a headline with capitals
// on most words: there they say nothing. A headline has no full stop.
func (c *chart) titleCase(i int32) bool {
	n := c.toks[i].sent
	if c.titles[n] == 0 {
		c.titles[n] = -1
		if c.inTitleCase(c.sents[n]) {
			c.titles[n] = 1
		}
	}
	return c.titles[n] > 0
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

// countriesNamed counts the countries that the passage names, by name or
// adjective.
func (d *document) countriesNamed(c *chart) map[string]int {
	named := map[string]int{}
	for i := range c.edges {
		if e := &c.edges[i]; e.class == clsCountry || e.class == clsNationality {
			named[c.value(e)]++
		}
	}
	for _, country := range c.pack.Countries {
		named[country]++
	}
	return named
}

// countryNear returns the country that is named right behind or in front of
// a city: "Kazan, Russia", "the Russian port city of Vladivostok"; not that of
// "the UK delegation in Washington".
func (c *chart) countryNear(from, to int32) string {
	k := to
	if int(k) < len(c.toks) && (c.toks[k].char == ',' || c.toks[k].char == '(') {
		k++
	} else if e := c.startingAt(k, clsLocative, clsOfficeOf); e != nil {
		k = e.end
	}
	if int(k) < len(c.toks) && c.toks[k].sent == c.toks[from].sent {
		if e := c.startingAt(k, clsCountry); e != nil {
			return c.value(e)
		}
	}
	for k := from; k > 0 && k > from-5; k-- {
		if e := c.endingAt(k, clsCountry, clsNationality); e != nil {
			return c.value(e)
		}
		t := &c.toks[k-1]
		if t.sent != c.toks[from].sent || t.kind != wordToken || t.is(capital) && !c.pack.NounCapitals ||
			c.has(k-1, clsStopword, clsLocative, clsTense) && c.endingAt(k, clsCityNoun, clsOfficeOf) == nil {
			break
		}
	}
	return ""
}

// whichCity decides between the cities of one name at token i: the country
// named beside it or in its sentence, then what the name has meant in the text
// before, then the countries that the text names.
func (d *document) whichCity(c *chart, i, end int32, refs []gazetteer.CityRef, countries map[string]int) gazetteer.City {
	near := c.countryNear(i, end)
	if near != "" || len(refs) == 1 {
		return chooseCity(refs, countries, near)
	}
	name := refs[0].City().ID
	if raised := c.inSentence(i, countries); raised != nil {
		best := chooseCity(refs, raised, "")
		if raised[best.Country] >= sameSentence {
			if d.meant == nil {
				d.meant = map[uint32]gazetteer.City{}
			}
			d.meant[name] = best
			return best
		}
	}
	if best, ok := d.meant[name]; ok {
		return best
	}
	return chooseCity(refs, countries, "")
}

// inSentence returns the counts of the countries that a text names with those
// of the words around token i in its sentence raised, nil where there are none.
func (c *chart) inSentence(i int32, named map[string]int) map[string]int {
	const around = 25
	s := c.sents[c.toks[i].sent]
	var raised map[string]int
	for k := max(s.start, i-around); k < min(s.end, i+around); k++ {
		e := c.startingAt(k, clsCountry, clsNationality)
		if e == nil {
			continue
		}
		if raised == nil {
			raised = maps.Clone(named)
		}
		raised[c.value(e)] += sameSentence
	}
	return raised
}

// sameSentence is added to the count of a country that the sentence names.
const sameSentence = 1 << 20

// chooseCity decides between cities of one name: the country named beside it,
// then a country that the text names, then the larger.
func chooseCity(refs []gazetteer.CityRef, named map[string]int, near string) gazetteer.City {
	var best gazetteer.City
	bestScore := -1.0
	for _, r := range refs {
		city := r.City()
		score := float64(city.Population) + 1
		if r.Main() {
			score *= 4
		}
		if r.Alias() {
			score /= 4
		}
		if city.Capital {
			score *= 3
		}
		if city.Section {
			score /= 4
		}
		if named[city.Country] > 0 {
			score *= 5
		}
		if named[city.Country] >= sameSentence {
			score *= 4
		}
		if near != "" && city.Country == near {
			score *= 1000
		}
		if score > bestScore {
			best, bestScore = city, score
		}
	}
	return best
}

// envoyBehind reports the office of an envoy at token i: the city in front of it
// is of the country that he is sent to.
func (c *chart) envoyBehind(i int32) bool {
	e := c.startingAt(i, clsOffice)
	if e == nil || !c.pack.BodyFirst {
		return false
	}
	role, _, _ := strings.Cut(c.value(e), "|")
	return slices.Contains(envoys, role)
}
