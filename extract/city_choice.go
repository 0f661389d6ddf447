package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer"
)

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
func (d *document) whichCity(c *chart, i, end int32, refs []gazetteer.CityRef, countries tally) gazetteer.City {
	near := c.countryNear(i, end)
	if near != "" || len(refs) == 1 {
		return chooseCity(refs, countries, near)
	}
	name := refs[0].City().ID
	if raised := c.inSentence(i, countries); raised != nil {
		best := chooseCity(refs, raised, "")
		if raised.of(best.Country) >= sameSentence {
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
	return d.atHome(refs, chooseCity(refs, countries, ""))
}

// atHome returns the city of an article's own country, where that shares its
// language with a larger one that has a city of the name as well: Freiburg in a
// Swiss paper. One far larger is known abroad.
func (d *document) atHome(refs []gazetteer.CityRef, best gazetteer.City) gazetteer.City {
	const far, town = 20, 5000 // times, people
	own := d.engine.pack(d.page.lang)
	if own == nil || len(own.Countries) < 2 || !slices.Contains(own.Countries, best.Country) {
		return best
	}
	home := d.homeCountry()
	if home == best.Country || home == own.Countries[0] || !slices.Contains(own.Countries, home) {
		return best
	}
	for _, r := range refs {
		if city := r.City(); city.Country == home && city.Population >= town && city.Population*far >= best.Population {
			return city
		}
	}
	return best
}

// inSentence returns the counts of the countries that a text names with those
// of the words around token i in its sentence raised, nil where there are none.
func (c *chart) inSentence(i int32, named tally) tally {
	const around = 25
	s := c.sents[c.toks[i].sent]
	var raised tally
	end := min(s.end, i+around)
	for k := c.nextOf(&countrySet, max(s.start, i-around), end); k < end; k = c.nextOf(&countrySet, k+1, end) {
		e := c.startingAt(k, countryClasses...)
		if raised == nil {
			raised = append(c.raised[:0], named...)
		}
		raised.add(c.value(e), sameSentence)
	}
	if raised != nil {
		c.raised = raised
	}
	return raised
}

// chooseCity decides between cities of one name: the country named beside it,
// then a country that the text names, then the larger.
func chooseCity(refs []gazetteer.CityRef, named tally, near string) gazetteer.City {
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
		switch times := named.of(city.Country); {
		case times >= sameSentence:
			score *= 5 * 4
		case times > 0:
			score *= 5
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
