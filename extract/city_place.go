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
	if c.conjunction(end) || c.has(end, clsOr) || c.toks[end].char == ',' && !c.pack.NounCapitals {
		return end + 1
	}
	return -1
}

// endsName reports that a word in front of a name makes a longer name of it:
// "Türk Hava Yolları".
func (c *chart) endsName(from int32) bool {
	if from == 0 || c.pack.NounCapitals || c.toks[from].is(lineBefore) {
		return false
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
		for i, r := range refs {
			if city := r.City(); city.Admin == name && city.Name != name {
				refs[0], refs[i] = refs[i], refs[0]
				return refs[:1], true
			}
		}
	}
	return refs, false
}
