package extract

import "slices"

// municipal are the offices of a town: who holds one is of the country that it is in.
var municipal = []string{"mayor", "deputy-mayor", "council-leader", "city-councillor", "councillor"}

// townCountry is the country of the town that somebody with an office of one is said
// to be of, or to receive others in: "Bürgermeister Schulz in Husum", "ordfører Berg
// fra Øksnes", "Mayor Kosiorek received them in Gdynia".
func (d *document) townCountry(p *person, role string) string {
	const near = 4 // words between the name and that he receives somebody
	if len(p.spans) == 0 || !slices.Contains(municipal, role) {
		return ""
	}
	at := p.spans[0]
	c := at.chart
	end := c.sents[c.toks[at.from].sent].end
	if at.to >= end {
		return ""
	}
	if e := c.startingAt(at.to, clsLocative, clsOrigin); e != nil && (c.has(at.to, clsOrigin) || c.value(e) != "to") {
		if country := c.countryOfTown(e.end); country != "" {
			return country
		}
	}
	for k := at.to; k < min(at.to+near, end); k++ {
		if !c.has(k, clsReceive) {
			continue
		}
		for i := k + 1; i < end; i++ {
			if c.locatedIn(i) {
				if country := c.countryOfTown(i); country != "" {
					return country
				}
			}
		}
	}
	return ""
}

// countryOfTown returns the country of the town at token i, "" where there is none.
func (c *chart) countryOfTown(i int32) string {
	if int(i) >= len(c.toks) || !c.toks[i].is(capital) || c.inName(i) {
		return ""
	}
	end, refs := c.cityAt(i)
	if len(refs) == 0 || c.notCity(i, end, false) != "" {
		return ""
	}
	return chooseCity(refs, nil, "").Country
}
