package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer"
)

// servesBefore reads what stands in front of an office, from right to left:
// "the former Russian first deputy", "Kinas", "Ticaret", "Wirtschafts- und".
func (c *chart) servesBefore(o *office) {
	known := len(o.portfolios)
	inOrder := func() { // what is read from right to left stands in front
		if known == 0 || known == len(o.portfolios) {
			known = len(o.portfolios)
			return
		}
		o.portfolios = slices.Concat(o.portfolios[known:], o.portfolios[:known])
		known = len(o.portfolios)
	}
	defer inOrder()
	for ; o.start > 0; inOrder() {
		at := o.start
		if t := &c.toks[at-1]; t.char == '-' && !t.is(spaceBefore) && !c.toks[at].is(spaceBefore) && at > 1 {
			at--
		}
		if c.toks[o.start].is(blankBefore) {
			return
		}
		if c.bracketsBefore(o, at) {
			continue
		}
		e := c.endingAt(at, clsNationality, clsCountry, clsOrg, clsPortfolio, clsOfficePrefix, clsParty, clsSeat, clsRegion, clsPossessive, clsHeaded, clsBody)
		if slices.Contains(ministerial, o.role) {
			if p := c.endingAt(at, clsPortfolio); p != nil && (e == nil || p.start <= e.start) && c.toks[p.end-1].end == c.toks[p.end-1].stem {
				e = p // "Maliye" is finance before it is Mali
			}
		}
		if e == nil {
			if c.furtherPortfolio(o, at) || c.ownedEpithet(o, at) {
				continue
			}
			if !c.ellipsis(o, at) && !c.localBefore(o, at) && !c.ofYear(o, at) && !c.companyBefore(o, at) {
				return
			}
			continue
		}
		v := c.value(e)
		switch e.class {
		case clsPossessive:
			o.possessive = true
			o.start = e.start
			return
		case clsNationality, clsCountry, clsSeat:
			o.shiftHost()
			if o.role == "ambassador" && at == o.start {
				o.org = "" // "Germany's EU ambassador": sent to it
			}
			if slices.Contains(o.homes, v) { // "Finlands riksdagspresident": Sweden has a Riksdag too
				o.country, o.homes = "", nil
			}
			if o.country != "" && v != o.country || o.org != "" && at == o.start && o.role != "permanent-representative" {
				return // but "Türkiye'nin UNESCO Daimi Temsilcisi" serves both
			}
			if c.enumerated(e) {
				return
			}
			o.serveCountry(v)
			o.start = c.countriesBefore(o, e)
			continue
		case clsRegion:
			if !o.serveRegion(v) {
				return
			}
		case clsBody:
			if o.role == "president" && !c.pack.BodyFirst && c.pack.genitive >= 0 && c.endsIn(e.end-1, c.pack.genitive) && !c.has(e.start, clsHeaded, clsOrg) {
				if o.start = e.start; c.value(e) == "assembly-body" {
					o.role = "speaker"
					return
				}
				o.org = c.bodyNamed(e)
				o.bare, o.body = o.org == "", true
				return
			}
			if o.role != "leader" && o.role != "deputy-chairman" {
				return
			}
			o.body = true
		case clsParty:
			o.serveParty(v)
		case clsOrg:
			o.shiftHost()
			if o.org != "" || o.country != "" {
				return
			}
			o.org = v
		case clsPortfolio:
			if !slices.Contains(ministerial, o.role) {
				return
			}
			o.addPortfolio(v)
		case clsOfficePrefix:
			if c.pack.BodyFirst && c.endingAt(at, clsOffice) != nil {
				return // "Bakan Yardımcısı Büyükelçi X": an office of its own
			}
			o.prefix(v)
		case clsHeaded:
			if !slices.Contains(heads, o.role) || strings.Contains(v, "|") {
				return
			}
			o.role = v
		}
		o.start = e.start
	}
}

// ownedEpithet reads the country whose office an adjective describes that no
// list has: "Latvia's embattled prime minister", "Latvias ferske statsminister",
// "den danske arktiske ambassadøren".
func (c *chart) ownedEpithet(o *office, at int32) bool {
	if o.country != "" || o.org != "" || at < 2 || at != o.start {
		return false
	}
	t := &c.toks[at-1]
	if t.kind != wordToken || t.is(capital) || t.sent != c.toks[o.start].sent || c.has(at-1, clsStopword, clsTense, clsClause, clsOffice, clsAnd, clsLocative) {
		return false
	}
	e := c.endingAt(at-1, clsCountry, clsNationality)
	if e == nil {
		return false
	}
	if last := &c.toks[e.end-1]; e.class == clsCountry && last.end == last.stem && !c.genitive(e) {
		return false
	}
	o.serveCountry(c.value(e))
	o.start = e.start
	return true
}

// heads are the roles that say only that somebody heads something: the body
// tells which office it is.
var heads = []string{"head", "leader", "chairman", "director", "chief-executive", "president", "boss"}

// servesBehind reads what stands behind an office: "of Foreign Affairs of the
// Russian Federation", "der Schweiz in China", "i Kina".
func (c *chart) servesBehind(o *office) {
	pos := o.end
	field := false // one was read, even one that the contract does not name
	owner := false // whose ministry, parliament or bank follows: "of Kenya's parliament"
	for int(pos) < len(c.toks) {
		t := &c.toks[pos]
		if t.is(blankBefore) || t.sent != c.toks[o.start].sent {
			return
		}
		if owner {
			owner = false
			if h := c.owned(o, pos); h > pos {
				o.end, pos = h, h
				continue
			}
		}
		if tail := c.startingAt(pos, clsOfficeTail); tail != nil {
			o.end, pos = tail.end, tail.end
			continue
		}
		if m := c.startingAt(pos+1, clsMinistry); t.char == ',' && m != nil && slices.Contains(manned, o.role) && c.toks[pos+1].is(capital) {
			o.ofMinistry(c.value(m)) // "Permanent Secretary, Ministry of Health, X"
			o.end, pos, field = m.end, m.end, true
			continue
		}
		link := c.startingAt(pos, clsOfficeOf)
		if link != nil && c.value(link) == "on" && !slices.Contains(advisers, o.role) {
			return
		}
		next := pos
		of := ""
		if link != nil {
			next = link.end
			of = c.value(link)
			// "of the", "in der": further words of the link.
			for l := c.startingAt(next, clsOfficeOf); l != nil && int(next) < len(c.toks); l = c.startingAt(next, clsOfficeOf) {
				next = l.end
			}
		} else if (field || len(o.portfolios) > 0) && (t.char == ',' || c.conjunction(pos)) {
			next = pos + 1
			if e := c.startingAt(next, clsPortfolio); e == nil && !c.elided(next) || c.has(next, clsOffice) {
				if end := max(c.furtherField(next), c.fieldBetween(next)); end > next {
					o.end, pos = end, end
					continue
				}
				return
			}
		} else if t.char == '(' {
			// An abbreviation in brackets: "(OTS)", "(WBF)".
			if e := c.startingAt(pos+1, clsOrg, clsParty); e != nil && int(e.end) < len(c.toks) && c.toks[e.end].char == ')' {
				if e.class == clsOrg && o.org == "" && o.country == "" {
					o.org = c.value(e)
				}
				o.end = e.end + 1
				pos = o.end
				continue
			}
			return
		} else if e := c.startingAt(pos, clsCountry); e != nil && o.country == "" && o.org == "" && c.genitive(e) {
			o.serveCountry(c.value(e)) // "der Präsident Argentiniens"
			o.end = c.countriesBehind(o, e)
			pos = o.end
			continue
		} else if e := c.startingAt(pos, clsRegion); e != nil && o.country == "" && o.org == "" && c.genitive(e) {
			o.serveRegion(c.value(e)) // "der Ministerpräsident Bayerns"
			o.end, pos = e.end, e.end
			continue
		} else {
			return
		}
		if int(next) >= len(c.toks) {
			return // a headline that was cut: "Minister for"
		}
		if h := c.headedBehind(o, next); h > next {
			o.end, pos = h, h
			continue
		}
		if c.elided(next) && slices.Contains(ministerial, o.role) && c.front(o, string(c.folded(&c.toks[next]))) {
			o.end, field = next+2, true
			if p := c.startingAt(next+3, clsPortfolio); p != nil {
				o.addPortfolio(c.value(p))
				o.end = p.end
			}
			pos = o.end
			continue
		}
		if o.body && of == "for" {
			if end := c.bodyField(next); end > next {
				o.end, pos = end, end
				continue
			}
		}
		if c.placeOfKind(o, next) {
			pos = o.end
			continue
		}
		if m := c.startingAt(next, clsMinistry); m != nil && slices.Contains(manned, o.role) && !slices.Contains(ministerial, o.role) {
			o.ofMinistry(c.value(m))
			o.end, pos = m.end, m.end
			continue
		}
		if f := c.startingAt(next, clsPortfolio); f != nil && slices.Contains(advisers, o.role) {
			o.end, pos = f.end, f.end // "special adviser on energy"
			continue
		}
		e := c.startingAt(next, clsPortfolio, clsCountry, clsNationality, clsOrg, clsSeat, clsRegion, clsParty, clsBody)
		if e == nil && link != nil && int(next)+1 < len(c.toks) && c.toks[next].kind == wordToken && (!c.toks[next].is(capital) || c.pack.NounCapitals) && c.toks[next+1].sent == t.sent {
			e = c.startingAt(next+1, clsBody) // "of the standing committee", "des Auswärtigen Ausschusses"
			if e != nil && c.toks[next].is(capital) && c.value(e) != "committee" {
				e = nil // "trifft der Minister in Wien Präsident X"
			}
		}
		if e == nil {
			if link == nil || !c.local(o, next) && !c.unknownBody(o, next) && !c.unknownField(o, next) {
				return
			}
			pos = o.end
			continue
		}
		if e.class == clsNationality {
			if x := c.startingAt(next, clsCountry); x != nil && x.end == e.end {
				e = x // "Präsident von Polen": Poland, and not the Poles
			}
		}
		if body := c.startingAt(e.end, clsBody); body != nil && e.class == clsPortfolio && !slices.Contains(ministerial, o.role) && c.toks[e.end].sent == t.sent {
			e = body // "of the trade committee"
		}
		v := c.value(e)
		switch e.class {
		case clsPortfolio:
			if slices.Contains(ministerial, o.role) {
				o.addPortfolio(v)
				field = true
			} else if !o.committee {
				return
			}
		case clsCountry, clsSeat:
			if (o.role == "ambassador" || o.role == "special-envoy" || o.role == "consul-general") && (o.country != "" || of != "of") {
				o.host = v
			} else if o.country == "" && o.org == "" {
				o.serveCountry(v)
			} else if o.country == "" {
				o.country = v
			} else {
				return
			}
			if end := c.bodyOfCountry(o, e.end); end > e.end {
				o.end, pos = end, end
				continue
			}
		case clsNationality:
			// "the president of the Chinese company" is not of China.
			owned := c.startingAt(e.end, clsBody, clsSeat, clsParty, clsPortfolio)
			if o.country == "" && owned == nil && c.has(e.end, clsStateNoun) && c.toks[e.end].sent == t.sent {
				o.serveCountry(v) // "a minister in the Faroese government"
				o.end = c.startingAt(e.end, clsStateNoun).end
				return
			}
			if o.country != "" || owned == nil || owned.class == clsPortfolio && !slices.Contains(ministerial, o.role) {
				return
			}
			o.serveCountry(v)
		case clsOrg:
			if o.org == "" && o.country == "" {
				o.org = v
			}
		case clsRegion:
			if !o.serveRegion(v) {
				return
			}
		case clsBody:
			o.body = true
			o.committee = v == "committee" || v == "commission"
		case clsParty:
			o.serveParty(v)
		}
		o.end = e.end
		if e.class == clsCountry {
			o.end = c.countriesBehind(o, e)
		}
		pos = o.end
		owner = e.class == clsNationality || e.class == clsCountry || e.class == clsBody && v == "assembly-body"
	}
}

// localRoles are the offices of a town or region, or with a seat in a city.
var localRoles = []string{"mayor", "council-leader", "deputy-mayor", "governor", "deputy-governor", "ambassador", "consul-general", "consul", "charge-d-affaires", "city-councillor", "councillor", "district-governor", "prefect"}

// local reads the town or region of an office at token i: "of Kampala", "i
// Sør-Varanger kommune".
func (c *chart) local(o *office, i int32) bool {
	if o.counterpart { // "her Zambian counterpart in Beijing, X"
		if end, refs := c.cityAt(i); len(refs) > 0 && o.country != "" && int(end) < len(c.toks) && c.toks[end].char == ',' {
			o.end = end
			return true
		}
		return false
	}
	if !slices.Contains(localRoles, o.role) && !slices.Contains(crowned, o.role) {
		return false
	}
	end, refs := c.cityAt(i)
	if len(refs) == 0 {
		for end = i; int(end) < len(c.toks) && end < i+4 && (c.nameWord(end, false) || c.toks[end].char == '-' && end > i); end++ {
		}
		if end == i {
			return false
		}
	} else if slices.Contains(envoys, o.role) {
		o.host = refs[0].City().Country
	} else if o.country == "" {
		o.country = chooseCity(refs, nil, "").Country
	}
	if e := c.startingAt(end, clsTownshipNoun, clsProvinceNoun, clsDistrictNoun, clsCityNoun); e != nil {
		end = e.end
	}
	o.end = end
	return true
}

// placeOfKind reads the town or region of an office at token i that a word says
// the kind of, and perhaps another the country: "the Mexican city of Puebla",
// "der Stadt Kolding".
func (c *chart) placeOfKind(o *office, i int32) bool {
	if !slices.Contains(localRoles, o.role) || o.counterpart {
		return false
	}
	at := i
	if e := c.startingAt(at, clsArticle); e != nil {
		at = e.end
	}
	owner := c.startingAt(at, clsNationality, clsCountry)
	if owner != nil {
		if at = owner.end; int(at) < len(c.toks) && c.toks[at].char == '-' && !c.toks[at].is(spaceBefore) {
			at++ // "US-Bundesstaat"
		}
	}
	kind := c.startingAt(at, clsCityNoun, clsProvinceNoun, clsTownshipNoun, clsDistrictNoun)
	if kind == nil {
		return false
	}
	at = kind.end
	if of := c.startingAt(at, clsOfficeOf); of != nil && c.value(of) == "of" {
		at = of.end
	}
	if int(at) >= len(c.toks) || !c.toks[at].is(capital) || c.toks[at].sent != c.toks[o.start].sent || c.toks[at].is(blankBefore) {
		return false
	}
	before := *o
	if owner != nil && o.country == "" {
		o.serveCountry(c.value(owner))
	}
	region := c.startingAt(at, clsRegion, clsCountry)
	switch {
	case region != nil && region.class == clsRegion:
		o.serveRegion(c.value(region))
		o.end = region.end
	case region != nil && owner != nil: // "the US state of Georgia"
		o.end = region.end
	case !c.local(o, at):
		*o = before
		return false
	}
	return true
}

// envoys serve in a city and not for it; provincial are the offices of a
// province or constituency that has the name of its chief town.
var (
	envoys     = []string{"ambassador", "consul-general", "consul", "charge-d-affaires"}
	provincial = []string{"governor", "deputy-governor", "member-of-parliament"}
)

// localBefore reads the town or region in front of an office: "Wiener
// Bürgermeister", "Kocaeli Valisi", "Moskova Büyükelçisi".
func (c *chart) localBefore(o *office, at int32) bool {
	if !slices.Contains(localRoles, o.role) && !slices.Contains(provincial, o.role) || o.country != "" && len(o.homes) == 0 {
		return false
	}
	to := at
	if c.pack.BodyFirst { // "Puebla kentinin belediye başkanı"
		if kind := c.endingAt(at, clsCityNoun, clsProvinceNoun, clsDistrictNoun); kind != nil {
			to = kind.start
		}
	}
	for k := max(0, to-3); k < to; k++ {
		if c.toks[k].sent != c.toks[o.start].sent || !c.toks[k].is(capital) || c.has(k, clsStopword, clsArticle) {
			continue // "Die Bürgermeisterin" is of no town in France
		}
		if end, refs := c.cityAt(k); end == to && len(refs) > 0 {
			city := chooseCity(refs, nil, "")
			country := city.Country
			o.start = k
			if slices.Contains(envoys, o.role) {
				if city.Capital && c.cityGenitive(to-1) {
					o.serveCountry(country) // "Teherans Botschafter": of the government
				} else {
					o.host = country
				}
				return true
			}
			o.country, o.homes = country, nil
			if slices.Contains(provincial, o.role) {
				for ; k < end; k++ {
					c.named[k] = true
				}
			}
			return true
		}
	}
	return to < at && c.ownedPlace(o, to)
}

// cityGenitive reports that the city at token i has the ending of a genitive.
func (c *chart) cityGenitive(i int32) bool {
	t := &c.toks[i]
	word := c.text[t.start:t.end]
	for _, s := range c.pack.Suffixes["genitive"] {
		if stem, ok := strings.CutSuffix(word, s); ok && len(gazetteer.Cities(nil, gazetteer.Fold(nil, stem), c.pack.Lang)) > 0 {
			return true
		}
	}
	return false
}

// ownedPlace reads the province in front of token to that no list of cities has,
// and whose country stands in front of it: "ABD'nin Georgia eyaletinin valisi".
func (c *chart) ownedPlace(o *office, to int32) bool {
	start := to - 1
	if e := c.endingAt(to, clsRegion, clsCountry); e != nil {
		start = e.start
	}
	if start < 1 || !c.toks[start].is(capital) || c.toks[start].sent != c.toks[o.start].sent || c.endingAt(start, clsCountry, clsNationality) == nil {
		return false
	}
	o.start = start
	return true
}
