package extract

import (
	"slices"

	"extract/extract/gazetteer"
)

// This file reads what stands beside a name and tells that it is a place: its
// country or region, other places in one breath.

// inOneBreath returns where the next place of an enumeration would stand whose
// first name ends in front of a token, -1 where none goes on: behind a
// conjunction, in a language that writes few nouns with capitals a comma too,
// and behind the country of the first where it is told: "Mirandola in Italien
// und Hohenems", "Tromsø eller Kirkenes".
func (c *chart) inOneBreath(to int32) int32 {
	if int(to) >= len(c.toks) {
		return -1
	}
	end := c.countryBehind(to)
	if int(end)+1 >= len(c.toks) || c.toks[end+1].sent != c.toks[to].sent {
		return -1
	}
	if c.conjunction(end) || c.has(end, clsOr) || c.toks[end].char == ',' && (!c.pack.NounCapitals || c.unknownName(to-1)) {
		return end + 1
	}
	return -1
}

// betweenCities confirms the small places of a row that commas part, between two
// that are confirmed: "Luzern, Opole, Jyväskylä". A comma alone joins nothing in a
// language that writes all nouns with capitals.
func (d *document) betweenCities(small []place, confirmed map[uint32]bool) {
	for i := range small {
		p := &small[i]
		c := p.chart
		if confirmed[p.city.ID] || p.from < 2 || int(p.to)+1 >= len(c.toks) || c.toks[p.from-1].char != ',' || c.toks[p.to].char != ',' && !c.conjunction(p.to) {
			continue
		}
		front, behind := false, false
		for _, q := range d.cities {
			front = front || q.chart == c && q.to == p.from-1
			behind = behind || q.chart == c && q.from == p.to+1
		}
		if front && behind {
			confirmed[p.city.ID] = true
		}
	}
}

// endsName reports that a word in front of a name makes a longer name of it:
// "Türk Hava Yolları".
func (c *chart) endsName(from int32) bool {
	if from == 0 || c.toks[from].is(lineBefore) {
		return false
	}
	if c.pack.NounCapitals { // "Christof Forster, Bern" under a headline
		return c.toks[from-1].is(lineBefore) && c.opensName(from-1)
	}
	t := &c.toks[from-1]
	return t.kind == wordToken && t.is(capital) && !t.is(sentenceStart) && t.end == t.stem && !c.has(from-1, clsLocative, clsStopword)
}

// countryBehind returns the token behind the country in which the words right
// behind a name say that it lies, to where they do not: "Montluel in
// Frankreich".
func (c *chart) countryBehind(to int32) int32 {
	if e := c.startingAt(to, clsLocative, clsOfficeOf); e != nil && c.toks[e.start].sent == c.toks[to-1].sent {
		if country := c.startingAt(e.end, clsCountry); country != nil {
			return country.end
		}
	}
	return to
}

// saysCountry reports that the country of a city is named right behind it. In
// a language that writes all nouns with capitals the own country says nothing:
// "Regen in Deutschland".
func (c *chart) saysCountry(to int32, city gazetteer.City) bool {
	behind := c.countryBehind(to)
	if behind == to {
		return false
	}
	if c.pack.NounCapitals && slices.Contains(c.pack.Countries, city.Country) {
		return false
	}
	e := c.endingAt(behind, clsCountry)
	return e != nil && c.value(e) == city.Country
}

// ofAdmin returns the city among those of a name that lies in the region that
// is named behind it, all where none is, and whether one is: "Cambridge in
// Massachusetts". It puts refs in another order.
func (c *chart) ofAdmin(refs []gazetteer.CityRef, to int32) ([]gazetteer.CityRef, bool) {
	from := to
	if int(from) >= len(c.toks) {
		return refs, false
	}
	if e := c.startingAt(to, clsLocative); e != nil {
		from = e.end
	} else if c.toks[to].char == ',' || c.toks[to].char == '(' {
		from++
	} else {
		return refs, false
	}
	for n := from + 1; n <= from+3 && int(n) <= len(c.toks) && c.toks[n-1].is(capital) && c.toks[n-1].sent == c.toks[to-1].sent; n++ {
		name := c.nameText(from, n)
		if e := c.startingAt(from, clsAdmin); e != nil && e.end >= n {
			name = c.value(e)
		}
		for i, r := range refs {
			if city := r.City(); city.Admin == name && city.Name != name {
				refs[0], refs[i] = refs[i], refs[0]
				return refs[:1], true
			}
		}
	}
	return refs, false
}

// besideCity reports a city that has the name of its country where a city and no
// country is named in one breath with it: "Tokio, Singapur und Sydney", "mellom
// Brussel og Luxembourg", "von Frankfurt nach Singapur".
func (c *chart) besideCity(from, to int32) bool {
	country := c.startingAt(from, clsCountry)
	if country == nil || country.end != to {
		return false
	}
	_, own := c.cityAt(from)
	code := c.value(country)
	if !slices.ContainsFunc(own, func(r gazetteer.CityRef) bool { return r.City().Country == code }) {
		return false
	}
	behind := c.cityBehind(to, code)
	if int(to)+1 < len(c.toks) && c.has(to+1, countryClasses...) && (c.conjunction(to) || c.toks[to].char == ',') {
		return false
	}
	front := from - 1
	if way := c.endingAt(from, clsLocative); way != nil {
		if front = way.start; c.endingAt(max(0, front-1), clsLocative, clsOfficeOf, clsOrigin) == nil {
			return behind // "in Paris in Singapur" is no route
		}
	} else if front < 1 || !c.conjunction(front) && !c.has(front, clsOr) && c.toks[front].char != ',' {
		return behind
	}
	at := front - 1
	if at < 0 || c.toks[at].sent != c.toks[from].sent || !c.toks[at].is(capital) {
		return behind
	}
	if c.endingAt(front, countryClasses...) != nil {
		return false
	}
	end, refs := c.cityAt(at)
	return behind || end == front && len(refs) > 0 && !c.inName(at) && (c.toks[front].char != ',' || refs[0].City().Country != code) // "Guadalajara, Mexico"
}

// cityBehind reports a city of another country that is joined to the name that
// ends at token i; behind a comma only where the list goes on.
func (c *chart) cityBehind(i int32, code string) bool {
	if int(i)+1 >= len(c.toks) || !c.conjunction(i) && !c.has(i, clsOr) && c.toks[i].char != ',' || c.toks[i+1].sent != c.toks[i].sent || !c.toks[i+1].is(capital) || c.inName(i+1) || c.has(i+1, countryClasses...) {
		return false
	}
	end, refs := c.cityAt(i + 1)
	if len(refs) == 0 || refs[0].City().Country == code {
		return false
	}
	return c.toks[i].char != ',' || int(end) < len(c.toks) && (c.conjunction(end) || c.toks[end].char == ',')
}

// adminBehind reports a comma and a region behind a name: "MADISON, Wis."
func (c *chart) adminBehind(to int32) bool {
	return int(to)+1 < len(c.toks) && c.toks[to].char == ',' && c.toks[to+1].sent == c.toks[to].sent && c.startingAt(to+1, clsAdmin, clsRegion) != nil
}
