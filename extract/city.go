package extract

import (
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
	countries := d.countriesOf(c)
	small := d.smallRoom[:0] // what only another mention can confirm
	behind := int32(0)       // the token behind the city found last
	for _, w := range c.capitals {
		i := w.at
		if i < behind || c.inName(i) {
			continue
		}
		end, refs := c.cityOf(w)
		if len(refs) == 0 {
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
		if why == weakPlace {
			best = d.whichCity(c, i, end, refs, countries)
		}
		if why == smallPlace || why == weakPlace {
			small = append(small, place{c, i, end, best, c.townOfOffice(i, end)})
			behind = end
			continue
		}
		if why != "" {
			if d.engine.opts.Explain {
				d.traceAt(c, i, end, model.TypeCity, refs[0].City().Name, "gazetteer/city", false, why)
			}
			continue
		}
		d.keepCity(place{c, i, end, best, certain})
		behind = end
	}
	d.smallRoom = small
	d.smallPlaces(small)
}

// countriesOf counts the countries that a passage names, and once more those of the
// regions that it names: Brixen is in Italy where the text speaks of Südtirol.
func (d *document) countriesOf(c *chart) tally {
	countries := c.survey.named
	for _, at := range c.homes {
		if e := &c.edges[at]; e.class == clsRegion {
			if country := c.value(e); len(country) == 2 && countries.of(country) == 0 {
				countries.add(country, 1)
			}
		}
	}
	return countries
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
	d.betweenCities(small, confirmed)
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
	const longest = 3 // words of a city's name
	for i := from - 2; i >= max(0, from-1-longest) && c.toks[i].kind == wordToken && c.toks[i].sent == front.sent; i-- {
		if end, refs := c.cityAt(i); len(refs) > 0 && end >= from-1 {
			return false // "Tel Aviv-İstanbul"
		}
	}
	return true
}

// bareAdjective reports a city's adjective, [suffixes] city-adjective, without
// a noun behind it: "die Berliner", not "der Berliner Senat".
func (c *chart) bareAdjective(from, to int32) bool {
	last := &c.toks[to-1]
	word := c.folded(last)
	if !slices.ContainsFunc(c.pack.Suffixes["city-adjective"], func(s string) bool { return len(s) <= len(word) && string(word[len(word)-len(s):]) == s }) {
		return false
	}
	c.stemKey = gazetteer.Fold(c.stemKey[:0], c.text[c.toks[from].start:last.stem])
	if c.citiesOf(c.stemKey) {
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

// ofTown reports a city that only says whose office somebody holds: "die
// Oberbürgermeisterin von Köln", "Kölns Oberbürgermeisterin".
func (c *chart) ofTown(from, to int32) bool {
	if c.townOfOffice(from, to) {
		return true
	}
	link := c.endingAt(from, clsOfficeOf)
	if link == nil {
		return false
	}
	e := c.endingAt(link.start, clsOffice)
	if e == nil {
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
	plain := c.plainHash(&c.toks[i])
	return c.cityOf(capitalWord{at: i, most: int32(gazetteer.Starts(plain)), plain: plain})
}

// cityOf is cityAt for a word of the survey.
func (c *chart) cityOf(w capitalWord) (int32, []gazetteer.CityRef) {
	i := w.at
	t := &c.toks[i]
	most := int(w.most)
	inner := int(i)+1 < len(c.toks) && c.toks[i+1].char == '\''
	if most == 0 && !inner {
		if t.foldEnd > t.fold && c.pack.mayEnd(c.folds[t.foldEnd-1]) && c.inflectedCity(t) {
			return i + 1, c.refs
		}
		return i, nil
	}
	// Apostrophes inside a word are no part of the key: Xi'an, L'Aquila.
	if inner && int(i)+2 < len(c.toks) && !c.toks[i+1].is(spaceBefore) && c.toks[i+2].kind == wordToken && !c.toks[i+2].is(spaceBefore) {
		c.key = gazetteer.Fold(c.key[:0], c.text[t.start:c.toks[i+2].stem])
		if c.citiesOf(c.key) {
			return i + 3, c.refs
		}
	}
	c.key = c.appendPlain(c.key[:0], t)
	if len(c.key) < 2 {
		return i, nil
	}
	pos := i + 1
	for t.end == t.stem && int(pos)+1 < len(c.toks) && c.toks[pos].char == '\'' && !c.toks[pos].is(spaceBefore) && c.toks[pos+1].kind == wordToken && !c.toks[pos+1].is(spaceBefore) {
		c.key = gazetteer.Fold(c.key, c.text[c.toks[pos+1].start:c.toks[pos+1].stem]) // Xi'an is one word
		pos += 2
	}
	if inner {
		most = gazetteer.Starts(gazetteer.Hash(c.key))
	}
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
		c.key = c.appendPlain(c.key, u)
		pos++
		ends = append(ends, cityPiece{pos, len(c.key)})
	}
	c.pieces = ends
	for k := len(ends) - 1; k >= 0; k-- {
		last := &c.toks[ends[k].end-1]
		if k > 0 && last.end > last.stem {
			c.stemKey = gazetteer.Fold(append(c.stemKey[:0], c.key[:ends[k].size]...), strings.Trim(c.text[last.stem:last.end], "'’"))
			if c.citiesOf(c.stemKey) {
				return ends[k].end, c.refs // St. John's
			}
		}
		if most > 0 && c.citiesOf(c.key[:ends[k].size]) {
			return ends[k].end, c.refs
		}
		// With an ending of the language: Pekings, Wiener, Ankarada.
		if last.end > last.stem || last.front > 0 {
			continue // the end of a compound is no case: only its whole may be a city, Kapstadt
		}
		word := c.text[last.start:last.stem]
		lengths := c.pack.endingsOf(word, longestCase)
		for cut := len(word) - 1; cut >= 3 && lengths != 0; cut-- {
			if lengths >>= 1; lengths&1 == 0 {
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

// inflectedCity puts the cities into refs whose name is a word without its
// ending: Pekings, Wiener, Ankarada.
func (c *chart) inflectedCity(t *token) bool {
	if t.end > t.stem || t.front > 0 {
		return false // the end of a compound is no case: only its whole may be a city, Kapstadt
	}
	word := c.text[t.start:t.stem]
	lengths := c.pack.endingsOf(word, longestCase)
	for cut := len(word) - 1; cut >= 3 && lengths != 0; cut-- {
		if lengths >>= 1; lengths&1 == 0 {
			continue
		}
		c.stemKey = gazetteer.Fold(c.stemKey[:0], word[:cut])
		if gazetteer.Starts(gazetteer.Hash(c.stemKey)) > 0 && c.citiesOf(c.stemKey) {
			return true
		}
	}
	return false
}

// longestCase bounds the endings of names of cities, in bytes.
const longestCase = 6

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

// longestEnding bounds the endings of names of persons, in bytes.
const longestEnding = 4

// endingsOf returns the lengths of the endings of city names, which names of
// persons have too, that a word as it stands has: bit n for n bytes.
func (c *compiled) endingsOf(word string, longest int) uint64 {
	if c.cityEndings == nil {
		return 0
	}
	return c.cityEndings.of(word, longest)
}

// mayEnd reports whether an ending of city names can have this last byte.
func (c *compiled) mayEnd(b byte) bool { return c.lastOfEnding[b] }

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

// longName is how many bytes an unknown word needs to be no surname or brand by chance.
const longName = 7

const smallPlace = "a small place, and nothing says that it is meant"

// sameSentence is added to the count of a country that the sentence names.
const sameSentence = 1 << 20
