package extract

import (
	"slices"
	"strings"
)

// office is an office that the text names, with whom it serves.
type office struct {
	start, end  int32 // the whole phrase
	role        string
	portfolios  []string
	country     string
	org         string
	host        string // of an ambassador
	former      bool
	deputy      bool
	counterpart bool // "his Polish counterpart": role and portfolio are those of the office before
	possessive  bool // "his finance minister": the country is that of the office before
	party       bool
	bare        bool // head of something that the text does not name here
	regional    bool // of a province, land or canton
	body        bool // of a committee, council or federation that no list has
}

// ministerial are the roles that have a portfolio.
var ministerial = []string{"minister", "deputy-minister", "state-secretary", "spokesperson", "shadow-minister", "principal-secretary", "permanent-secretary", "prime-cabinet-secretary", "commissioner"}

// deputies are the roles that a deputy of another has.
var deputies = map[string]string{
	"prime-minister": "deputy-prime-minister", "minister": "deputy-minister", "president": "vice-president", "chancellor": "vice-chancellor",
	"speaker": "deputy-speaker", "governor": "deputy-governor", "mayor": "deputy-mayor", "secretary-general": "deputy-secretary-general",
	"party-leader": "deputy-party-leader", "central-bank-governor": "deputy-central-bank-governor", "chairman": "deputy-chairman", "spokesperson": "spokesperson",
}

// headOf are the roles of the heads of bodies that the contract names otherwise
// than president.
var headOf = map[string]string{"ECB": "central-bank-governor", "Fed": "central-bank-governor", "IMF": "managing-director"}

// bossOf are the roles of those whom the press calls the boss of a body:
// "UN-Chef", "WHO-Chefin".
var bossOf = map[string]string{
	"UN": "secretary-general", "NATO": "secretary-general", "OECD": "secretary-general", "OPEC": "secretary-general", "OSCE": "secretary-general", "ASEAN": "secretary-general",
	"SCO": "secretary-general", "OTS": "secretary-general", "WTO": "director-general", "WHO": "director-general", "IAEA": "director-general", "ILO": "director-general",
	"UNESCO": "director-general", "UNICEF": "executive-director", "IEA": "executive-director", "World Bank": "president", "EU": "president", "AU": "president",
}

// offices finds the offices of the chart, in order. Nothing is an office
// inside a longer one.
func (c *chart) offices() []office {
	var found []office
	covered := int32(0)
	for i := int32(0); int(i) < len(c.toks); i++ {
		e := c.startingAt(i, clsOffice, clsCounterpart)
		if e == nil || i < covered {
			continue
		}
		o, ok := c.readOffice(e)
		if !ok {
			continue
		}
		c.servesBefore(&o)
		c.servesBehind(&o)
		o.finish()
		c.bodyBefore(&o)
		found = append(found, o)
		covered = o.end
	}
	return found
}

// readOffice reads the value of an office word: role|portfolio|country or org.
func (c *chart) readOffice(e *edge) (office, bool) {
	o := office{start: e.start, end: e.end}
	if e.class == clsCounterpart {
		o.counterpart = true
		return o, true
	}
	parts := strings.Split(c.value(e), "|")
	o.role = parts[0]
	if len(parts) > 1 && parts[1] != "" {
		o.portfolios = strings.Split(parts[1], " and ")
	}
	if len(parts) > 2 {
		o.serve(parts[2])
	}
	if t := &c.toks[e.start]; t.front > 0 && e.rule < 0 && e.end == e.start+1 {
		folded := string(c.folded(t))
		if !c.front(&o, folded[:t.front]) {
			// "Apothekenminister" is none, "Agrarminister" of an unlisted field is.
			return o, slices.Contains(ministerial, o.role)
		}
	}
	return o, o.role != ""
}

// serve notes whom the office serves: a country, "EU" or a body.
func (o *office) serve(code string) {
	if len(code) == 2 && strings.ToUpper(code) == code && code != "EU" && code != "UN" && code != "AU" {
		if o.country == "" {
			o.country = code
		}
	} else if o.org == "" {
		o.org = code
	}
}

// shiftHost makes the country right in front of an envoy's office the one that
// he is sent to, where whom he serves stands in front of that: "BM Suriye Özel
// Temsilcisi".
func (o *office) shiftHost() {
	if o.role == "special-envoy" && o.country != "" && o.host == "" {
		o.host, o.country = o.country, ""
	}
}

// serveCountry notes the country, or the EU, that a name of a country stands for.
func (o *office) serveCountry(code string) {
	if code == "EU" {
		o.serve(code)
	} else if o.country == "" {
		o.country = code
	}
}

// front adds what the front of a compound says: "bundesfinanz" in front of
// "minister". It reports whether all of it is known.
func (c *chart) front(o *office, word string) bool {
	word = strings.Trim(word, "-")
	if word == "" {
		return true
	}
	for size := len(word); size > 0; size-- {
		value, ok := c.pack.compoundParts[word[:size]]
		if !ok || !c.front(o, word[size:]) {
			continue
		}
		o.addPart(value)
		return true
	}
	return false
}

// addPart adds one part of a compound: "portfolio|finance", "prefix|deputy",
// "country|US".
func (o *office) addPart(value string) {
	what, v, ok := strings.Cut(value, "|")
	if !ok {
		what, v = "prefix", value
	}
	switch what {
	case "portfolio":
		o.addPortfolio(v)
	case "prefix":
		o.prefix(v)
	case "country", "org":
		o.serve(v)
	}
}

func (o *office) addPortfolio(v string) {
	for _, p := range strings.Split(v, " and ") {
		if !slices.Contains(o.portfolios, p) {
			o.portfolios = append(o.portfolios, p)
		}
	}
}

func (o *office) prefix(v string) {
	switch v {
	case "former":
		o.former = true
	case "deputy":
		o.deputy = true
	}
}

// servesBefore reads what stands in front of an office, from right to left:
// "the former Russian first deputy", "Kinas", "Ticaret", "Wirtschafts- und".
func (c *chart) servesBefore(o *office) {
	for o.start > 0 {
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
			if c.furtherPortfolio(o, at) {
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
			if o.country != "" && v != o.country || o.org != "" && at == o.start {
				return
			}
			if c.enumerated(e) {
				return
			}
			o.serveCountry(v)
		case clsRegion:
			if o.country != "" || o.org != "" {
				return
			}
			o.regional = true
			o.serve(v)
		case clsBody:
			if o.role != "leader" && o.role != "deputy-chairman" {
				return
			}
			o.body = true
		case clsParty:
			o.party = true
			if o.country == "" {
				o.serve(v)
			}
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
			o.prefix(v)
		case clsHeaded:
			if o.role != "head" {
				return
			}
			o.role = v
		}
		o.start = e.start
	}
}

// bracketsBefore skips an abbreviation in brackets in front of an office:
// "ABD Merkez Bankası (Fed) Başkanı".
func (c *chart) bracketsBefore(o *office, at int32) bool {
	if at != o.start || at < 3 || c.toks[at-1].char != ')' {
		return false
	}
	for k := at - 2; k > at-7 && k > 0 && c.toks[k].sent == c.toks[o.start].sent; k-- {
		if c.toks[k].char != '(' {
			continue
		}
		if e := c.startingAt(k+1, clsOrg, clsSeat); e != nil && e.end == at-1 && o.org == "" && o.country == "" {
			o.serve(c.value(e))
		}
		o.start = k
		return true
	}
	return false
}

// furtherPortfolio reads the first of two fields of a minister: "İklim
// Değişikliği ve Enerji Bakanı".
func (c *chart) furtherPortfolio(o *office, at int32) bool {
	if len(o.portfolios) == 0 || !slices.Contains(ministerial, o.role) || !c.conjunction(at-1) && c.toks[at-1].char != ',' {
		return false
	}
	e := c.endingAt(at-1, clsPortfolio)
	if e == nil {
		return false
	}
	o.addPortfolio(c.value(e))
	o.start = e.start
	return true
}

// ofYear reads a year in front of whom the office serves: "the 2025 ASEAN chair".
func (c *chart) ofYear(o *office, at int32) bool {
	if o.org == "" && o.country == "" || !c.has(at-1, clsYear) || c.toks[at-1].end > c.toks[at-1].stem {
		return false
	}
	o.start = at - 1
	return true
}

// enumerated reports a country that is only the last of a list: "in Laos,
// Vietnam President …" does not occur, "between China and Russia" does.
func (c *chart) enumerated(e *edge) bool {
	return e.start > 0 && c.toks[e.start-1].char == '-' && e.class == clsCountry
}

// ellipsis reads the front of a compound whose end stands further on:
// "Wirtschafts- und Finanzminister", "utenriks- og utviklingsministeren".
func (c *chart) ellipsis(o *office, at int32) bool {
	i := at - 1
	if i >= 2 && c.conjunction(i) {
		i--
	} else if i >= 1 && c.toks[i].char == ',' {
		i--
	} else if at == o.start {
		return false
	}
	if at != o.start { // a hyphen in front: "Finanz-Staatssekretär"
		i = at - 1
	}
	word := i
	if at == o.start {
		if i < 1 || c.toks[i].char != '-' || c.toks[i].is(spaceBefore) {
			return false
		}
		word = i - 1
	}
	t := &c.toks[word]
	if t.kind != wordToken || t.sent != c.toks[o.start].sent {
		return false
	}
	before := len(o.portfolios)
	if !c.front(o, string(c.folded(t))) {
		return false
	}
	if len(o.portfolios) == before && at == o.start {
		return false
	}
	o.start = word
	return true
}

// servesBehind reads what stands behind an office: "of Foreign Affairs of the
// Russian Federation", "der Schweiz in China", "i Kina".
func (c *chart) servesBehind(o *office) {
	pos := o.end
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
		link := c.startingAt(pos, clsOfficeOf)
		next := pos
		of := ""
		if link != nil {
			next = link.end
			of = c.value(link)
			// "of the", "in der": further words of the link.
			for l := c.startingAt(next, clsOfficeOf); l != nil && int(next) < len(c.toks); l = c.startingAt(next, clsOfficeOf) {
				next = l.end
			}
		} else if len(o.portfolios) > 0 && (t.char == ',' || c.conjunction(pos)) {
			next = pos + 1
			if e := c.startingAt(next, clsPortfolio); e == nil || c.has(next, clsOffice) {
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
			o.end, pos = e.end, e.end
			continue
		} else {
			return
		}
		if h := c.headedBehind(o, next); h > next {
			o.end, pos = h, h
			continue
		}
		e := c.startingAt(next, clsPortfolio, clsCountry, clsNationality, clsOrg, clsSeat, clsRegion, clsParty, clsBody)
		if e == nil && link != nil && int(next)+1 < len(c.toks) && c.toks[next].kind == wordToken && !c.toks[next].is(capital) && c.toks[next+1].sent == t.sent {
			e = c.startingAt(next+1, clsBody) // "of the standing committee"
		}
		if e == nil {
			if link == nil || !c.local(o, next) && !c.unknownBody(o, next) {
				return
			}
			pos = o.end
			continue
		}
		v := c.value(e)
		switch e.class {
		case clsPortfolio:
			if !slices.Contains(ministerial, o.role) {
				return
			}
			o.addPortfolio(v)
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
		case clsNationality:
			// "the president of the Chinese company" is not of China.
			owned := c.startingAt(e.end, clsBody, clsSeat, clsParty, clsPortfolio)
			if o.country != "" || owned == nil || owned.class == clsPortfolio && !slices.Contains(ministerial, o.role) {
				return
			}
			o.serveCountry(v)
		case clsOrg:
			if o.org == "" && o.country == "" {
				o.org = v
			}
		case clsRegion:
			if o.country != "" || o.org != "" {
				return
			}
			o.regional = true
			o.serve(v)
		case clsBody:
			o.body = true
		case clsParty:
			o.party = true
			if o.country == "" {
				o.serve(v)
			}
		}
		o.end = e.end
		pos = e.end
		owner = e.class == clsNationality || e.class == clsCountry
	}
}

// owned takes in what belongs to the country in front of token i: the ministry
// of a minister or spokesperson, the parliament of a speaker, the bank of a
// governor. It returns the token behind, or i.
func (c *chart) owned(o *office, i int32) int32 {
	if h := c.headedBehind(o, i); h > i {
		return h
	}
	e := c.startingAt(i, clsPortfolio, clsBody, clsSeat)
	switch {
	case e == nil || e.class == clsPortfolio && !slices.Contains(ministerial, o.role):
		return i
	case e.class == clsPortfolio:
		o.addPortfolio(c.value(e))
	}
	return e.end
}

// localRoles are the offices of a town or region, or with a seat in a city.
var localRoles = []string{"mayor", "deputy-mayor", "governor", "deputy-governor", "ambassador", "consul-general", "city-councillor", "councillor", "district-governor", "prefect"}

// local reads the town or region of an office at token i: "of Kampala", "i
// Sør-Varanger kommune".
func (c *chart) local(o *office, i int32) bool {
	if !slices.Contains(localRoles, o.role) {
		return false
	}
	end, refs := c.cityAt(i)
	if len(refs) == 0 {
		for end = i; int(end) < len(c.toks) && end < i+4 && (c.nameWord(end, false) || c.toks[end].char == '-' && end > i); end++ {
		}
		if end == i {
			return false
		}
	} else if o.role == "ambassador" || o.role == "consul-general" {
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

// envoys serve in a city and not for it; provincial are the offices of a
// province or constituency that has the name of its chief town.
var (
	envoys     = []string{"ambassador", "consul-general", "charge-d-affaires"}
	provincial = []string{"governor", "deputy-governor", "member-of-parliament"}
)

// localBefore reads the town or region in front of an office: "Wiener
// Bürgermeister", "Kocaeli Valisi", "Moskova Büyükelçisi".
func (c *chart) localBefore(o *office, at int32) bool {
	if !slices.Contains(localRoles, o.role) && !slices.Contains(provincial, o.role) || o.country != "" {
		return false
	}
	for k := max(0, at-3); k < at; k++ {
		if c.toks[k].sent != c.toks[o.start].sent || !c.toks[k].is(capital) {
			continue
		}
		if end, refs := c.cityAt(k); end == at && len(refs) > 0 {
			country := chooseCity(refs, nil, "").Country
			o.start = k
			if slices.Contains(envoys, o.role) {
				o.host = country
				return true
			}
			o.country = country
			if slices.Contains(provincial, o.role) {
				for ; k < end; k++ {
					c.named[k] = true
				}
			}
			return true
		}
	}
	return false
}

// companyBefore reads a company joined by a hyphen to the office of its head:
// "Siemens-Chef", "VW-Vorstandschef".
func (c *chart) companyBefore(o *office, at int32) bool {
	if at == o.start || o.org != "" || o.country != "" || !slices.Contains([]string{"boss", "chief-executive", "chairman", "director-general"}, o.role) {
		return false
	}
	from := at
	for from > 0 && c.toks[from-1].sent == c.toks[o.start].sent && (c.unknownName(from-1) || c.toks[from-1].char == '-' && from < at && !c.toks[from].is(spaceBefore)) {
		from--
		if c.toks[from].is(spaceBefore) {
			break
		}
	}
	if from == at || !c.toks[from].is(capital) {
		return false
	}
	o.org, o.start = c.nameText(from, at), from
	return true
}

// longBody reads the name of a body in a language that writes all nouns with
// capitals, where a comma and a name follow it: "der Direktor der Direktion
// für Entwicklung und Zusammenarbeit (DEZA), Patricia Danzi".
func (c *chart) longBody(o *office, i int32) bool {
	sent := c.toks[i].sent
	for end := i; int(end) < len(c.toks) && end < i+14 && c.toks[end].sent == sent; end++ {
		t := &c.toks[end]
		switch {
		case t.char == ',':
			if end == i || !c.toks[i].is(capital) && !c.has(i, clsSessionAdj) && c.toks[i].words[0] != 0 {
				return false
			}
			if to, words := c.nameAt(end + 1); words < 2 || int(to) >= len(c.toks) || c.toks[to].kind != punctToken && !c.has(to, clsTense, clsCopula) {
				return false
			}
			first := i
			for !c.toks[first].is(capital) && first+1 < end {
				first++
			}
			start, stop := c.span(first, end)
			o.org = strings.Join(strings.Fields(c.text[start:stop]), " ")
			o.end = end
			return true
		case t.kind == punctToken:
			if t.char != '(' && t.char != ')' && t.char != '-' && t.char != '"' {
				return false
			}
		case c.has(end, clsTense, clsCopula, clsOffice):
			return false
		}
	}
	return false
}

// genitive reports that the name of a country stands in the genitive: it ends
// in one of [suffixes] genitive.
func (c *chart) genitive(e *edge) bool {
	t := &c.toks[e.end-1]
	word := string(appendFold(nil, c.text[t.start:t.end]))
	return slices.ContainsFunc(c.pack.Suffixes["genitive"], func(s string) bool { return strings.HasSuffix(word, s) })
}

// headedBehind reads a body whose head has a role of its own, with the
// country in front of it: "Gouverneurin der türkischen Notenbank". It returns
// the token behind, or i.
func (c *chart) headedBehind(o *office, i int32) int32 {
	if slices.Contains(ministerial, o.role) || o.role == "member-of-parliament" {
		return i
	}
	at, country := i, ""
	if e := c.startingAt(at, clsNationality); e != nil {
		at, country = e.end, c.value(e)
	}
	h := c.startingAt(at, clsHeaded)
	if h == nil {
		return i
	}
	role := c.value(h)
	if only, then, ok := strings.Cut(role, "|"); ok { // "governor|central-bank-governor": of a governor only
		if o.role != only {
			return i
		}
		role = then
	}
	o.role = role
	if country != "" && o.country == "" {
		o.serveCountry(country)
	}
	return h.end
}

// unknownBody reads the name of a body that no list has at token i, up to
// five capitalised words: it is what a head of a body serves.
func (c *chart) unknownBody(o *office, i int32) bool {
	if slices.Contains(ministerial, o.role) || o.role == "member-of-parliament" || o.country != "" || o.org != "" {
		return false
	}
	if c.pack.NounCapitals {
		return c.longBody(o, i)
	}
	end := i
	for int(end) < len(c.toks) && end < i+6 && c.toks[end].sent == c.toks[i].sent && (c.toks[end].is(capital) || c.toks[end].char == '&' && end > i) {
		end++
	}
	// A name follows behind a comma only: "head of Siemens, Joe Kaeser".
	if end == i || int(end) >= len(c.toks) || c.toks[end].char != ',' {
		return false
	}
	if to, words := c.nameAt(end + 1); words < 2 || int(to) < len(c.toks) && c.toks[to].kind != punctToken && c.toks[to].sent == c.toks[i].sent {
		return false
	}
	o.org = c.nameText(i, end)
	o.end = end
	return true
}

// finish gives the role its final form.
func (o *office) finish() {
	if o.deputy {
		if r, ok := deputies[o.role]; ok {
			o.role = r
		}
	}
	if o.role == "prime-minister" && o.regional {
		o.role = "president"
	}
	if o.role == "prime-minister" && (o.country == "DE" || o.country == "AT") {
		o.role = "chancellor"
	}
	if o.role == "secretary-general" && o.org == "" && (o.country != "" || o.party) {
		o.role = "general-secretary"
	}
	if o.role == "boss" {
		switch {
		case o.party:
			o.role = "party-leader"
		case headOf[o.org] != "":
			o.role = headOf[o.org]
		case bossOf[o.org] != "":
			o.role = bossOf[o.org]
		case o.org != "" && o.country == "":
			o.role = "chief-executive"
		default:
			o.role = "" // "der Chef" alone is no office
		}
	}
	if o.role == "head" {
		switch {
		case headOf[o.org] != "":
			o.role = headOf[o.org]
		case o.party:
			o.role = "party-leader"
		case o.org != "" || o.country != "":
			o.role = "president"
		default:
			o.role, o.bare = "chairman", true
		}
	}
	switch {
	// "Leader" is an office beside a party or a body only.
	case o.role == "leader" && o.party, o.role == "chairman" && o.party:
		o.role = "party-leader"
	case o.role == "leader" && (o.org != "" || o.body):
		o.role = "chairman"
	case o.role == "leader":
		o.role = ""
	case o.role == "deputy-chairman" && o.party:
		o.role = "deputy-party-leader"
	}
	if o.role == "chairman" && o.country != "" && o.org == "" && !o.party {
		o.role = "president"
	}
	if !slices.Contains(ministerial, o.role) {
		o.portfolios = nil
	}
	slices.Sort(o.portfolios)
}

func (o *office) portfolio() string { return strings.Join(o.portfolios, " and ") }

// bodied are the offices of a company, a university or another body.
var bodied = []string{"chairman", "chief-executive", "director", "rector", "secretary-general", "deputy-chairman"}

// bodyBefore takes the name in front of an office for the body that it is of,
// where no list has it: "BOTAŞ Genel Müdürü", "Anadolu Üniversitesi Rektörü".
func (c *chart) bodyBefore(o *office) {
	if !c.pack.BodyFirst || !slices.Contains(bodied, o.role) || o.country != "" || o.org != "" || o.party || o.counterpart {
		return
	}
	sent := c.toks[o.start].sent
	end := o.start
	from := end
	for from > 0 && end-from < 6 {
		t := &c.toks[from-1]
		if t.sent != sent || t.kind != wordToken || !t.is(capital) || c.toks[from].is(lineBefore) || t.end > t.stem || c.inName(from-1) || c.has(from-1, clsOffice, clsHonorific) {
			break
		}
		from--
	}
	if from == end || c.allCapitals(from) {
		return
	}
	last, first := &c.toks[end-1], &c.toks[from]
	if end-from == 1 && !last.is(allCaps) && (first.is(sentenceStart) || last.words[0] != 0) {
		return
	}
	if end-from > 1 && first.is(sentenceStart) && c.has(from, clsStopword) {
		from++
	}
	o.org = c.nameText(from, end)
	o.start = from
}
