package extract

import (
	"slices"
	"strings"
)

// office is an office that the text names, with whom it serves.
type office struct {
	start, end  int32 // the whole phrase
	noun        int32 // the last token of the word for the office
	role        string
	portfolios  []string
	country     string
	countries   []string // of an office of several persons, in order
	homes       []string // where a party of this name is: country is the first of them
	org         string
	host        string   // of an ambassador
	fields      []string // portfolios of an office of several ministers, in the order of the text
	former      bool
	deputy      bool
	successor   bool // of the one before: of the same country
	counterpart bool // "his Polish counterpart": role and portfolio are those of the office before
	possessive  bool // "his finance minister": the country is that of the office before
	party       bool
	implied     bool   // the word for the office alone tells the body: "Kommissionschef"
	near        string // the body named last in front of a secretary-general of none
	bare        bool   // head of something that the text does not name here
	regional    bool   // of a province, land or canton
	body        bool   // of a committee, council or federation that no list has
	committee   bool   // that body is a part of the one that the country or org is
	ministry    bool   // of a ministry, and no minister
	sender      string // the folded name of the person whose envoy this is
}

// ministerial are the roles that have a portfolio.
var ministerial = []string{"minister", "deputy-minister", "state-secretary", "spokesperson", "shadow-minister", "principal-secretary", "permanent-secretary", "prime-cabinet-secretary", "commissioner"}

// deputies are the roles that a deputy of another has.
var deputies = map[string]string{
	"prime-minister": "deputy-prime-minister", "minister": "deputy-minister", "president": "vice-president", "chancellor": "vice-chancellor",
	"speaker": "deputy-speaker", "governor": "deputy-governor", "mayor": "deputy-mayor", "secretary-general": "deputy-secretary-general",
	"party-leader": "deputy-party-leader", "central-bank-governor": "deputy-central-bank-governor", "chairman": "deputy-chairman", "spokesperson": "spokesperson",
	"director-general": "deputy-director-general", "managing-director": "deputy-managing-director", "executive-director": "deputy-executive-director", "executive-secretary": "deputy-executive-secretary",
}

// offices finds the offices of the chart, in order. Nothing is an office
// inside a longer one.
func (c *chart) offices() []office {
	found := c.officeRoom[:0]
	covered := int32(0)
	for _, i := range c.survey.offices {
		if i < covered {
			continue
		}
		e := c.startingAt(i, clsOffice, clsCounterpart)
		if n := c.noOffice(e); n != nil {
			covered = n.end
			continue
		}
		if e.end == i+1 && c.toks[i].is(capital) && (c.givenTitle(i) || c.ofVessel(i)) {
			continue
		}
		o, ok := c.readOffice(e)
		if !ok {
			continue
		}
		if c.pack.BodyFirst && c.pluralOffice(&o) && c.has(o.end, clsBody) && !c.toks[o.end].is(blankBefore) {
			continue // "Dışişleri Bakanları Konseyi": what a body is called
		}
		c.servesBefore(&o)
		c.servesBehind(&o)
		c.partyBehind(&o)
		c.envoyOfPerson(&o)
		c.countryBefore(&o)
		c.countryOfSide(&o)
		o.finish(c.pack)
		c.bodyBefore(&o)
		found = append(found, o)
		covered = o.end
	}
	c.officeRoom = found
	return found
}

// partyBehind takes the leader of an opposition whose party is named for that of
// the party: "leader of the opposition Social Democrats".
func (c *chart) partyBehind(o *office) {
	if o.role != "opposition-leader" {
		return
	}
	if e := c.startingAt(o.end, clsParty); e != nil && c.toks[o.end].sent == c.toks[o.start].sent {
		o.role, o.party, o.end = "party-leader", true, e.end
		o.serve(c.value(e))
	}
}

// noOffice returns the listed words that an office is only a part of: "teknik
// direktör", a coach.
func (c *chart) noOffice(e *edge) *edge {
	for k := max(0, e.start-2); k <= e.start; k++ {
		if n := c.startingAt(k, clsNoOffice); n != nil && n.end > n.start+1 && n.start <= e.start && n.end >= e.end && n.end-n.start > e.end-e.start {
			return n
		}
	}
	return nil
}

// ofVessel reports that a capitalised title at token i begins the name of a ship:
// "forskningsskipet «Kronprins Haakon»". Without the quotation mark the title of
// somebody who wears no crown is that of the person whose name follows: "on board the
// ship President Macron met him", not "the frigate President" nor "the USS President X".
func (c *chart) ofVessel(i int32) bool {
	if i > 0 && c.toks[i-1].char == '"' {
		return c.endingAt(i-1, clsVesselNoun) != nil
	}
	ship := c.endingAt(i, clsVesselNoun)
	if ship == nil || c.toks[ship.start].is(allCaps) {
		return ship != nil
	}
	role, _, _ := strings.Cut(c.value(c.startingAt(i, clsOffice, clsCounterpart)), "|")
	_, words := c.nameAt(i + 1)
	return words == 0 || role == "highness" || slices.Contains(crowned, role)
}

// readOffice reads the value of an office word: role|portfolio|country or org.
func (c *chart) readOffice(e *edge) (office, bool) {
	o := office{start: e.start, end: e.end, noun: e.end - 1}
	if e.class == clsCounterpart {
		o.counterpart = true
		switch c.value(e) {
		case "predecessor":
			o.former = true
		case "successor":
			o.successor = true
			at := e.start
			if p := c.endingAt(at, clsOfficePrefix); p != nil { // "sein designierter Nachfolger"
				at = p.start
			}
			return o, c.endingAt(at, clsPossessive) != nil
		case "deputy": // "his deputy", and never the member of a house
			o.deputy = true
			return o, c.endingAt(e.start, clsPossessive) != nil
		}
		return o, true
	}
	role, rest, _ := strings.Cut(c.value(e), "|")
	portfolios, serves, ok := strings.Cut(rest, "|")
	o.role = role
	if portfolios != "" {
		o.addPortfolio(portfolios)
	}
	if ok {
		serves, _, _ = strings.Cut(serves, "|")
		o.serve(serves)
		o.implied = e.end == e.start+1 && o.org != ""
	}
	if t := &c.toks[e.start]; t.front > 0 && e.rule < 0 && e.end == e.start+1 {
		folded := string(c.folded(t))
		if !c.front(&o, folded[:t.front]) {
			// "Agrarminister" of an unlisted field is one, and whoever presides
			// something heads what the front says: "Fiskalratspräsident".
			if o.role == "president" {
				o.org = c.frontText(t)
			}
			return o, o.org != "" || o.role == "director" || o.role == "chairman" || slices.Contains(ministerial, o.role)
		}
	}
	if s := c.startingAt(e.end, clsOfficeSuffix); s != nil && c.toks[e.end].sent == c.toks[e.start].sent && e.rule < 0 {
		if deputies[o.role] == "" && o.role != "head" {
			return o, false
		}
		o.deputy = true
		o.end, o.noun = s.end, s.end-1
	}
	return o, o.role != ""
}

// serve notes whom the office serves: a country, "EU" or a body.
func (o *office) serve(code string) {
	if homes := strings.Split(code, "/"); len(homes) > 1 { // "Grüne" are a party of Germany, Austria and Switzerland
		if o.country == "" {
			o.country, o.homes = homes[0], homes
		}
		return
	}
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

// envoyOfPerson does the same where a person in the genitive stands in front:
// "Putin'in Suriye Özel Temsilcisi".
func (c *chart) envoyOfPerson(o *office) {
	if !c.pack.BodyFirst || o.start == 0 || c.pack.genitive < 0 {
		return
	}
	t := &c.toks[o.start-1]
	if t.is(capital) && t.end > t.stem && t.sent == c.toks[o.start].sent && c.endsIn(o.start-1, c.pack.genitive) {
		o.shiftHost()
		if o.role == "special-envoy" {
			o.sender = string(c.folded(t))
		}
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

// serveRegion makes the office one of a region, which only an office that
// serves nobody yet can be.
func (o *office) serveRegion(v string) bool {
	if slices.Contains(o.homes, v) { // "der Südtiroler Landeshauptmann": Austria has some too
		o.country, o.homes = "", nil
	}
	if o.country != "" || o.org != "" {
		return false
	}
	o.regional = true
	o.serve(v)
	return true
}

// serveParty makes the office one of a party, and of its country where none is
// named.
func (o *office) serveParty(v string) {
	o.party = true
	if o.country == "" {
		o.serve(v)
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

// frontText is the front of a compound as it stands, without the letter that
// links it ([suffixes] compound-link): "Fiskalrat" of "Fiskalratspräsident".
func (c *chart) frontText(t *token) string {
	word := c.text[t.start:t.stem]
	for at := range word {
		if at == 0 || len(appendFold(nil, word[:at])) < int(t.front) {
			continue
		}
		front := word[:at]
		for _, link := range c.pack.Suffixes["compound-link"] {
			if cut, ok := strings.CutSuffix(front, link); ok && len(cut) > 3 {
				return cut
			}
		}
		return front
	}
	return ""
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
	for more := true; more; {
		var p string
		p, v, more = strings.Cut(v, " and ")
		if p != "none" && !slices.Contains(o.portfolios, p) {
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

// finish gives the role its final form.
func (o *office) finish(p *compiled) {
	if o.deputy {
		if r, ok := deputies[o.role]; ok {
			o.role = r
		}
	}
	if o.role == "prime-minister" && o.regional {
		o.role = "president"
	}
	if o.country == "DE" || o.country == "AT" { // other languages call them as elsewhere
		switch o.role {
		case "prime-minister":
			o.role = "chancellor"
		case "deputy-prime-minister":
			if !o.regional {
				o.role = "vice-chancellor"
			}
		}
	}
	if o.role == "secretary-general" && o.org == "" && !o.ministry && (o.country != "" || o.party) {
		o.role = "general-secretary"
	}
	if o.role == "boss" {
		switch {
		case o.party:
			o.role = "party-leader"
		case p.Heads[o.org] != "":
			o.role = p.Heads[o.org]
		case p.Bosses[o.org] != "":
			o.role = p.Bosses[o.org]
		case o.org != "" && o.country == "":
			o.role = "chief-executive"
		default:
			o.role = "" // "der Chef" alone is no office
		}
	}
	if o.role == "head" {
		switch {
		case p.Heads[o.org] != "":
			o.role = p.Heads[o.org]
		case o.party:
			o.role = "party-leader"
		case o.body:
			o.role = "chairman"
		case o.org != "" || o.country != "":
			o.role = "president"
		default:
			o.role, o.bare = "chairman", true
		}
		if r := deputies[o.role]; o.deputy && r != "" {
			o.role = r
		}
	}
	if o.role == "vice-president" && o.body {
		o.role = "deputy-chairman"
	}
	switch {
	// "Leader" is an office beside a party or a body only.
	case o.role == "leader" && o.party, o.role == "chairman" && o.party:
		o.role = "party-leader"
	case o.role == "leader" && o.org == "EU":
		o.role = "president"
	case o.role == "leader" && (o.org != "" || o.body):
		o.role = "chairman"
	case o.role == "leader":
		o.role = ""
	case o.role == "deputy-chairman" && o.party:
		o.role = "deputy-party-leader"
	}
	if o.role == "chairman" && o.country != "" && o.org == "" && !o.party && !o.committee {
		o.role = "president"
	}
	if !slices.Contains(ministerial, o.role) {
		o.portfolios = nil
	}
	if o.fields = o.portfolios; len(o.fields) > 1 {
		o.fields = slices.Clone(o.fields)
		slices.Sort(o.portfolios)
	}
}

func (o *office) portfolio() string { return strings.Join(o.portfolios, " and ") }

// countryBefore looks for the country in front of an office behind words of its
// title that no list has, where titles stand in front of names: "Umman
// Sultanlığı Bakanlar Kurulu İşlerinden Sorumlu Başbakan Yardımcısı".
func (c *chart) countryBefore(o *office) {
	const far = 8
	if !c.pack.BodyFirst || o.country != "" || o.org != "" || o.counterpart || o.party {
		return
	}
	sent := c.toks[o.start].sent
	for k := o.start - 1; k >= max(0, o.start-3) && c.toks[k].sent == sent && c.toks[k].kind == wordToken; k-- {
		// "İran heyetine ise Dışişleri Bakan Yardımcısı": it is that of the delegation.
		if d := c.startingAt(k, clsDelegation); d != nil {
			if e := c.endingAt(k, clsCountry, clsNationality); e != nil {
				o.serveCountry(c.value(e))
			}
			return
		}
	}
	words := 0
	body := (o.role == "head" || o.role == "chairman" || o.role == "vice-president") && c.endingAt(o.start, clsBody) != nil
	fields := slices.Contains(ministerial, o.role)
	for k := o.start - 1; k >= 0 && o.start-k <= far && c.toks[k].sent == sent; k-- {
		t := &c.toks[k]
		if body && words > 0 && c.conjunction(k) && k > 0 && c.toks[k-1].is(capital) {
			continue // "Türkiye Odalar ve Borsalar Birliği Başkanı"
		}
		if fields && (c.conjunction(k) || t.char == ',') && k > 0 && c.toks[k-1].is(capital) && c.toks[k-1].end == c.toks[k-1].stem {
			continue // "Umman Ticaret, Sanayi ve Yatırım Teşvik Bakanı"
		}
		if t.kind != wordToken || !t.is(capital) || c.inName(k) || c.toks[k+1].is(lineBefore) {
			return
		}
		if e := c.endingAt(k+1, clsCountry, clsNationality); e != nil {
			if words > 0 && !c.has(k+1, clsOffice) && !c.enumerated(e) && c.toks[e.end].kind == wordToken && !c.conjunction(e.end) && (t.end == t.stem || c.genitive(e)) {
				if fields {
					c.fieldsBetween(o, e.end)
				}
				if body {
					from := e.start
					if t.end > t.stem {
						from = e.end // "Türkiye'nin Doğa Koruma Birliği"
					}
					o.body, o.org = true, c.nameText(from, o.start)
				}
				o.serveCountry(c.value(e))
				o.start = e.start
			}
			return
		}
		if b := c.endingAt(k+1, clsBody); b != nil && b.start < k {
			k = b.start // "Bakanlar Kurulu"
		} else if c.has(k, clsOffice) || t.end > t.stem {
			return
		}
		words++
	}
}

// fieldsBetween adds the fields among the words from token from to an office, of
// which some are in no list.
func (c *chart) fieldsBetween(o *office, from int32) {
	var front []string
	for k := from; k < o.start; k++ {
		if e := c.startingAt(k, clsPortfolio); e != nil && e.end <= o.start && c.value(e) != "none" {
			front = append(front, strings.Split(c.value(e), " and ")...)
			k = e.end - 1
		}
	}
	behind := o.portfolios
	o.portfolios = nil
	for _, field := range append(front, behind...) {
		o.addPortfolio(field)
	}
}
