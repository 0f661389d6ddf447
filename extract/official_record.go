package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer/people"
	"extract/model"
)

// date is the article's day, for the terms of the list.
func (d *document) date() string {
	return d.ctx.refText
}

// keepPerson makes the record of a person.
func (d *document) keepPerson(p *person) {
	r := &model.Official{Value: p.value, Basis: "article"}
	if p.listed != nil {
		r.Wikidata, r.NameKey = p.listed.Wikidata, people.Ref{Index: p.index}.NameKey()
	} else {
		r.NameKey = d.book.name(p.value).key()
	}
	d.fillOffice(p, r)
	if r.Role == "" || d.fabled(p) {
		return
	}
	for i, s := range p.spans {
		rule := "gazetteer/people"
		if s.rule != "people" && (i == 0 || d.engine.opts.Explain) {
			rule = d.ruleNamed(s.chart, s.rule)
		}
		if i == 0 {
			r.Common = d.base(s.chart, s.from, s.to, rule)
		}
		d.keepMention(s.chart, r, s.from, s.to, rule)
	}
	p.record = r
}

// namedHome counts what speaks for each country: its name and adjective, its
// parties, ministries and provinces, and the offices that only it has.
func (d *document) namedHome() (named tally) {
	named = append(d.tallied[:0], d.countryCount...)
	for _, c := range d.charts {
		for _, i := range c.homes {
			e := &c.edges[i]
			if e.class != clsOffice {
				named.add(c.value(e), 1)
			} else if _, serves, ok := strings.Cut(c.value(e), "||"); ok {
				named.add(serves, 1)
			}
		}
	}
	d.tallied = named
	return named
}

// fabled reports a crowned head of one name whom neither the list nor a
// country vouches for: King Lear.
func (d *document) fabled(p *person) bool {
	return p.listed == nil && len(p.words) == 1 && !slices.ContainsFunc(p.offices, func(o office) bool {
		return o.country != "" || o.role == "patriarch" || !slices.Contains(crowned, o.role)
	})
}

// homeCountry is the country in which an article is at home: what offices
// without a country are taken to serve. The site's head speaks for it first,
// then the dateline, the language and what the text names most.
func (d *document) homeCountry() string {
	if d.page.country != "" || d.homeless {
		return d.page.country
	}
	var votes tally // halves of them
	pack := d.engine.pack(d.page.lang)
	if pack == nil {
		return ""
	}
	if len(pack.Countries) > 0 {
		votes.add(pack.Countries[0], 3)
	}
	if seat := d.page.seat; seat != "" {
		votes.add(seat, 4)
		if slices.Contains(pack.Countries, seat) {
			votes.add(seat, 4)
		}
	}
	named, total := d.tallied[:0], 0
	for _, c := range d.charts {
		for _, t := range c.survey.named {
			named.add(t.name, t.n)
			total += t.n
		}
		for _, i := range c.homes {
			if e := &c.edges[i]; e.class != clsOffice {
				if v := c.value(e); !strings.Contains(v, "/") {
					named.add(v, 1) // a party, a ministry, a province is at home somewhere too
				}
			}
		}
	}
	d.tallied = named
	var head chart
	for _, b := range d.page.blocks {
		if b.role == roleHeader {
			head.reset(d.src.Text, pack, []block{b}, &d.words)
			head.parse()
			for i := range head.edges {
				if e := &head.edges[i]; e.class == clsCountry && named.of(head.value(e)) > 0 {
					votes.add(head.value(e), 6) // a paper called after a river is not of its country
				}
			}
		}
	}
	most, times := named.top("EU")
	// Among the countries of the language, the one that the text is full of.
	if len(pack.Countries) > 1 && len(d.charts) > 0 {
		speaks := d.namedHome()
		top, count := "", 2
		for _, country := range pack.Countries {
			if n := speaks.of(country); n > count {
				top, count = country, n
			}
		}
		votes.add(top, 4)
	}
	if 3*times >= total { // not one of many
		votes.add(most, 2)
		if d.page.seat == "" && d.aboutAbroad(most, named) {
			votes.add(most, 2)
		}
	}
	if d.page.seat == "" {
		votes.add(d.firstOfPair(), 5)
	}
	best, _ := votes.top("")
	if best == "" {
		best = d.countryOfCities()
	}
	d.page.country, d.homeless = best, best == ""
	return best
}

// firstOfPair returns the country that opens a headline with another behind it, ""
// where none does: who writes of two names its own first, "Zambia, Angola revive oil
// pipeline".
func (d *document) firstOfPair() string {
	at := slices.IndexFunc(d.charts, func(c *chart) bool { return len(c.countries) > 0 })
	if at < 0 || len(d.charts[at].countries) == 1 {
		return ""
	}
	c := d.charts[at]
	e, b := &c.edges[c.countries[0]], &c.edges[c.countries[1]]
	first := &c.toks[e.start]
	opens := c.roles[first.block] == roleTitle && (first.is(blankBefore) || e.start == 0)
	if opens && e.class == clsCountry && b.class == clsCountry && b.start == e.end+1 && (c.conjunction(e.end) || c.toks[e.end].char == ',') {
		return c.value(e)
	}
	return ""
}

// aboutAbroad reports an article whose headline names a country abroad and whose text
// names neither the language's own nor a city in it: "the finance minister" is that
// country's.
func (d *document) aboutAbroad(country string, named tally) bool {
	pack := d.engine.pack(d.page.lang)
	own := func(country string) bool { return slices.Contains(pack.Countries, country) }
	if country == "" || own(country) || slices.ContainsFunc(pack.Countries, func(home string) bool { return named.of(home) > 0 }) {
		return false
	}
	titled := false
	for _, c := range d.charts {
		for _, i := range c.countries {
			e := &c.edges[i]
			titled = titled || c.roles[c.toks[e.start].block] == roleTitle && c.value(e) == country
		}
		if all := int32(len(c.toks)); c.next(clsHome, 0, all) < all {
			return false
		}
		for _, w := range c.capitals {
			if _, refs := c.cityOf(w); len(refs) > 0 && own(chooseCity(refs, nil, "").Country) {
				return false
			}
		}
	}
	return titled
}

// countryOfCities is the country of the city of the headline that the document
// names most often, and more than once; the first of several.
func (d *document) countryOfCities() string {
	count := map[uint32]int{}
	titled := map[uint32]bool{}
	best, most := "", 1
	for _, c := range d.charts {
		behind := int32(0) // the token behind the city counted last
		for _, w := range c.capitals {
			if w.at < behind || c.inName(w.at) {
				continue
			}
			end, refs := c.cityOf(w)
			if len(refs) == 0 {
				continue
			}
			city := chooseCity(refs, nil, "") // before notCity looks for cities too
			if c.notCity(w.at, end, false) != "" {
				continue
			}
			if c.roles[c.toks[w.at].block] == roleTitle {
				titled[city.ID] = true
			}
			if count[city.ID]++; count[city.ID] > most && titled[city.ID] {
				best, most = city.Country, count[city.ID]
			}
			behind = end
		}
	}
	return best
}

// heldEver reports that the list knows the person in a role.
func heldEver(p *people.Person, role string) bool {
	return p != nil && slices.ContainsFunc(p.Offices, func(o people.Office) bool { return o.Role == role })
}

// bare reports that the article says only that the person heads something.
func (p *person) bare(role string) bool {
	for _, o := range p.offices {
		if o.role == role {
			return o.bare
		}
	}
	return false
}

// bankTitles are what the heads of central banks are called.
var bankTitles = []string{"governor", "president", "chairman"}

func isBanker(h people.Office) bool { return h.Role == "central-bank-governor" }

// international are the roles in bodies of several countries: who holds one
// serves no country, also where the article does not name the body.
var international = []string{"secretary-general", "deputy-secretary-general", "executive-secretary", "managing-director", "high-representative", "high-commissioner", "special-rapporteur"}

// international reports that a person's role is one of them, and not in a ministry.
func (p *person) international(role string) bool {
	return slices.Contains(international, role) && !slices.ContainsFunc(p.offices, func(o office) bool { return o.ministry })
}

// implied reports that only the word for the office tells what body it is of.
func (p *person) implied() bool {
	return len(p.offices) > 0 && !slices.ContainsFunc(p.offices, func(o office) bool { return !o.implied })
}

// servedBy is the country of the person of a folded surname: that of "Putin's"
// envoy.
func (d *document) servedBy(surname string) string {
	for _, p := range d.persons {
		if p.surname != surname {
			continue
		}
		if country := p.served(d.date()); country != "" {
			return country
		}
	}
	return ""
}

// namedHeads are the roles of heads of bodies that have a name of their own,
// whatever title the article gives them.
var namedHeads = []string{"central-bank-governor", "managing-director", "speaker", "director-general"}

// seatOfItem is the country, or that of the city, in capitals that opens the paragraph of a
// person, with a colon behind it: the place of a piece of news among several.
func (d *document) seatOfItem(p *person) string {
	if len(p.spans) == 0 {
		return ""
	}
	c := p.spans[0].chart
	start := c.sents[c.firstSentence(p.spans[0].from)].start
	if e := c.startingAt(start, clsCountry); e != nil && c.toks[start].is(allCaps) && int(e.end) < len(c.toks) && e.end < p.spans[0].from {
		if mark := c.toks[e.end].char; mark == '.' || mark == ':' || mark == '-' {
			return c.value(e) // "NIGERIA. The central bank …"
		}
	}
	end, refs := c.cityAt(start)
	if len(refs) == 0 || !c.opensItem(start, end) {
		return ""
	}
	return chooseCity(refs, nil, "").Country
}

// opensItem reports that a place from token start to end stands in front of a
// piece of news as a dateline does: in capitals in front of a colon, or in front of
// a dash.
func (c *chart) opensItem(start, end int32) bool {
	if int(end)+1 >= len(c.toks) || c.toks[end].sent != c.toks[start].sent {
		return false
	}
	t := &c.toks[end]
	return t.char == ':' && c.toks[start].is(allCaps) || t.char == '-' && t.is(spaceBefore) && c.toks[end+1].is(spaceBefore) && c.toks[start].is(lineBefore)
}

// metAbroad is the foreign country that the headline names, of somebody whom the
// sentence says to be met, or to share the chair: "Am Rande traf die
// Staatssekretärin Handelsminister X".
func (d *document) metAbroad(p *person) string {
	if len(p.spans) == 0 {
		return ""
	}
	at := p.spans[0]
	c := at.chart
	sent := c.sents[c.toks[at.from].sent]
	home, abroad := d.homeCountry(), ""
	met, from, to := false, sent.start, at.from
	if c.pack.BodyFirst { // "Bakan X, Maliye Bakanı Y ile görüştü"
		if !d.visits(p, sent, home) {
			return ""
		}
		from, to = at.to, sent.end
	}
	for k := from; k < to && !met; k++ {
		e := c.startingAt(k, clsMeet, clsChair)
		met = e != nil && (e.class == clsMeet || c.value(e) == "co" && !c.pack.BodyFirst)
	}
	if !met {
		return ""
	}
	for _, i := range c.countries {
		e := &c.edges[i]
		if c.roles[c.toks[e.start].block] != roleTitle {
			break
		}
		if v := c.value(e); v != home && v != abroad {
			if abroad != "" {
				return ""
			}
			abroad = v
		}
	}
	return abroad
}

// visits reports that the first person named in a sentence in front of another is
// of the article's own country, or of none that is told.
func (d *document) visits(p *person, s sentence, home string) bool {
	c := p.spans[0].chart
	for k := s.start; k < p.spans[0].from; k++ {
		if e := c.startingAt(k, countryClasses...); e != nil && c.value(e) != home {
			return false
		}
		if !c.named[k] {
			continue
		}
		for _, at := range d.index.sharing([]uint64{c.plainHash(&c.toks[k])}) {
			if q := d.persons[at]; len(q.countries) > 0 && q.countries[0] != home || q.listed != nil && q.listed.Served(d.date()) != home {
				return false
			}
		}
		return true
	}
	return false
}

// fillOffice settles role, roles, portfolio, country and body.
func (d *document) fillOffice(p *person, r *model.Official) {
	day := d.date()
	var roles [8]string
	all := roles[:0]
	p.lesserLast()
	for _, o := range p.offices {
		if o.role == "" || o.role == "general" && slices.ContainsFunc(p.offices, func(x office) bool { return x.role != "" && x.role != "general" }) {
			continue // a rank beside an office is a title
		}
		if o.bare && o.country == "" && o.org == "" && slices.ContainsFunc(p.offices, func(x office) bool { return !x.bare && (x.country != "" || x.org != "") }) {
			continue // "ABD Başkanı Trump … Başkan Trump"
		}
		if o.counterpart && !(o.successor && heldEver(p.listed, o.role)) && p.listed != nil && p.listed.Serves(day) && !slices.ContainsFunc(p.listed.Offices, func(h people.Office) bool { return h.Role == o.role && h.Holds(day) }) {
			continue // the high representative's colleague is a foreign minister
		}
		if o.counterpart && o.former && p.listed != nil && !heldEver(p.listed, o.role) {
			continue // whose predecessor it is was told by a surname alone
		}
		if o.counterpart && p.listed != nil {
			// Whose counterpart it is may be told by a surname alone: the list knows the field.
			held := slices.IndexFunc(p.listed.Offices, func(h people.Office) bool { return h.Role == o.role && h.Portfolio != "" && h.Holds(day) })
			if held >= 0 {
				o.portfolios = strings.Split(p.listed.Offices[held].Portfolio, " and ")
			}
		}
		if o.role == "secretary-general" && o.org == "" && heldEver(p.listed, "general-secretary") {
			o.role = "general-secretary"
		}
		if r.Role == "" {
			r.Role, r.Former = o.role, o.former
		}
		if !slices.Contains(all, o.role) {
			all = append(all, o.role)
		}
		if r.Portfolio == "" {
			r.Portfolio = o.portfolio()
		}
		if r.Country == "" && (r.Org == "" || o.role == r.Role || !o.former) {
			r.Country = o.country // not that of another office beside one of a body
			if o.country != "" && slices.Contains(o.homes, o.country) {
				if home := d.homeCountry(); slices.Contains(o.homes, home) {
					r.Country = home
				}
			}
			if o.country == "" && o.sender != "" {
				r.Country = d.servedBy(o.sender)
			}
		}
		if r.Org == "" {
			r.Org = o.org
		}
	}
	if len(all) > 1 {
		r.Roles = slices.Clone(all)
	}
	if p.listed != nil {
		var room [4]people.Office
		held := p.listed.AppendAt(room[:0], day)
		if r.Role == "" && len(held) > 0 {
			h := held[0]
			r.Role, r.Portfolio, r.Country, r.Org, r.Basis = h.Role, h.Portfolio, h.Country, h.Org, "list"
		}
		if i := slices.IndexFunc(held, isBanker); i >= 0 && r.Org == "" && slices.Contains(bankTitles, r.Role) && !heldEver(p.listed, r.Role) {
			// "Governor Andrew Bailey": the list knows of what.
			r.Role, r.Country, r.Org = held[i].Role, held[i].Country, held[i].Org
		}
		if i := slices.IndexFunc(held, func(h people.Office) bool { return h.Role == r.Role }); i >= 0 && p.implied() && held[i].Org != r.Org {
			r.Country, r.Org = held[i].Country, held[i].Org // "Kommissionschef" is not always of the EU
		}
		if r.Country == "" && r.Org == "" && len(r.Roles) == 0 && slices.Contains(heads, r.Role) && !slices.ContainsFunc(held, func(h people.Office) bool { return h.Role == r.Role }) {
			// "Präsidentin Lagarde": the bank's head has a name of its own.
			i := slices.IndexFunc(held, func(h people.Office) bool { return slices.Contains(namedHeads, h.Role) })
			if i < 0 && p.bare(r.Role) { // "Başkan Xi"
				i = slices.IndexFunc(held, func(h people.Office) bool { return h.Role == "president" })
			}
			if i >= 0 {
				r.Role, r.Country, r.Org = held[i].Role, held[i].Country, held[i].Org
			}
		}
		for _, list := range [2][]people.Office{held, p.listed.Offices} {
			for i := range list {
				h := &list[i]
				if h.Role != r.Role {
					continue
				}
				if r.Country == "" && (r.Org == "" || r.Org == h.Org) {
					r.Country, r.Org = h.Country, h.Org
				}
				if r.Portfolio == "" {
					r.Portfolio = h.Portfolio
				}
			}
		}
		if r.Country == "" && r.Org == "" && !p.international(r.Role) && !p.bare(r.Role) {
			r.Country = p.listed.Country
		}
	}
	for _, o := range p.offices {
		if r.Country == "" && r.Org == "" && o.role == r.Role {
			r.Org = o.near
		}
	}
	if r.Country == "" && r.Org == "" && !p.international(r.Role) && !p.bare(r.Role) {
		if r.Country = d.townCountry(p, r.Role); r.Country == "" {
			r.Country = p.attachedCountry()
		}
		if r.Country == "" {
			r.Country = d.ownerCountry(p)
		}
		if r.Country == "" {
			r.Country = d.besideCountry(p)
		}
		if r.Country == "" {
			r.Country = d.rowCountry(p, r.Role)
		}
		if r.Country == "" {
			r.Country = d.paragraphCountry(p)
		}
		if r.Country == "" {
			r.Country = d.seatOfItem(p)
		}
		if r.Country == "" {
			r.Country = d.metAbroad(p)
		}
		if r.Country == "" && r.Role != "chief-executive" { // who heads a company that the text named before serves no country
			r.Country = d.homeCountry()
		}
	}
	if r.Role == "chancellor" && r.Country == "GB" { // of the Exchequer
		r.Role, r.Portfolio = "minister", "finance"
	}
}
