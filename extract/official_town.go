package extract

import "slices"

// municipal are the offices of a town: who holds one is of the country that it is in.
var municipal = []string{"mayor", "deputy-mayor", "council-leader", "city-councillor", "councillor"}

// townCountry is the country of the town in which somebody with an office of one is
// said to be, or to receive others: "Bürgermeister Schulz in Husum", "Mayor Kosiorek
// received them in Gdynia".
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
	if e := c.startingAt(at.to, clsLocative); e != nil && c.value(e) != "to" {
		if country := c.countryOfTown(e.end); country != "" {
			return country
		}
	}
	for k := at.to; k < min(at.to+near, end); k++ {
		if !c.has(k, clsReceive) {
			continue
		}
		for i := k + 1; i < end && !c.comma(i) && !c.has(i, clsClause); i++ {
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

// fromTown gives local offices without a country that of the town or region
// which the name in front of token at is said to be of: "Bürgermeister X aus
// Kolding", "Governor X of Alaska".
func (c *chart) fromTown(all []office, at int32) {
	from := c.startingAt(at, clsOrigin)
	if from == nil {
		if from = c.startingAt(at, clsOfficeOf); from != nil && c.value(from) != "of" {
			from = nil
		}
	}
	if from == nil || c.toks[at].is(blankBefore) || c.toks[at].sent != c.toks[at-1].sent || int(from.end) >= len(c.toks) || !c.toks[from.end].is(capital) {
		return
	}
	country := ""
	if e := c.startingAt(from.end, clsCountry, clsRegion); e != nil {
		country = c.value(e)
	} else if _, refs := c.cityAt(from.end); len(refs) > 0 {
		country = chooseCity(refs, nil, "").Country
	}
	for i := range all {
		if o := &all[i]; country != "" && o.country == "" && o.org == "" && (slices.Contains(localRoles, o.role) && !slices.Contains(envoys, o.role) || o.role == "city-manager") {
			o.serveCountry(country)
		}
	}
}

// fromCountry gives offices that only countries have the one which the name in front
// of token at is said to be from: "industriminister X fra Sør-Korea".
func (c *chart) fromCountry(all []office, at int32) {
	from := c.startingAt(at, clsOrigin)
	if from == nil || c.toks[at].is(blankBefore) || c.toks[at].sent != c.toks[at-1].sent {
		return
	}
	e := c.startingAt(from.end, clsCountry)
	if e == nil || c.toks[e.start].sent != c.toks[at].sent {
		return
	}
	for i := range all {
		o := &all[i]
		if o.country == "" && o.org == "" && !o.party && (o.role == "minister" || o.role == "deputy-minister" || o.role == "prime-minister") {
			o.serveCountry(c.value(e))
		}
	}
}
