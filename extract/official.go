package extract

import (
	"cmp"
	"slices"

	"extract/extract/gazetteer"
	"extract/extract/gazetteer/people"
	"extract/model"
)

// person is somebody whom the document names.
type person struct {
	*bookedName        // in the fullest spelling
	chart       *chart // of the mention with the fullest spelling
	offices     []office
	// Distinct countries and roles among the offices.
	countries, roles []string
	spans            []mentionSpan
	number           int32 // in document.persons
	near             nearness
	listed           *people.Person
	row
	index   int    // in the list, where listed
	surname string // folded: what stands for the person alone
	called  string // another word of the name, which the article says with the office: "Bakan Selman" of "Etir Davud Selman el-Greyri"
	value   string // canonical
	record  *model.Official
}

// mentionSpan is where a person is named.
type mentionSpan struct {
	chart    *chart
	from, to int32
	rule     string
}

// naming is a name beside an office.
type naming struct {
	chart    *chart
	from, to int32
	offices  []office
	rule     string
}

// findOfficials finds the persons with offices of all charts and their
// further mentions.
func (d *document) findOfficials() {
	for _, c := range d.charts {
		c.named = append(c.named[:0], make([]bool, len(c.toks))...)
		for _, n := range c.namings(c.offices()) {
			d.addPerson(n)
		}
	}
	d.listedNames()
	for _, p := range d.persons {
		d.identify(p)
	}
	d.surnames()
	for _, p := range d.persons {
		slices.SortFunc(p.spans, func(a, b mentionSpan) int {
			return cmp.Compare(a.chart.toks[a.from].start, b.chart.toks[b.from].start)
		})
	}
	for _, p := range d.persons {
		d.keepPerson(p)
	}
	d.dropDatesInNames()
}

// dropDatesInNames takes back the months that are part of a person's name:
// "Dong Jun", "April Glaspie".
func (d *document) dropDatesInNames() {
	inName := func(f *fact) bool {
		if f.dates == nil || f.to-f.from > 1 {
			return false
		}
		c := f.chart
		return c.inName(f.from) && (f.from > 0 && c.inName(f.from-1) || c.inName(f.from+1))
	}
	d.facts = slices.DeleteFunc(d.facts, inName)
	for _, c := range d.charts {
		c.dateFacts = slices.DeleteFunc(c.dateFacts, inName)
	}
}

// namings pairs offices with the names beside them.
func (c *chart) namings(offices []office) []naming {
	found, room := c.namingRoom[:0], c.sharedRoom[:0]
	first := 0 // in room: the first of the offices that wait for a name behind a further one
	var before *office
	for i := 0; i+1 < len(offices); i++ {
		// "his Ugandan counterpart, Permanent Secretary": the title is his own.
		a, b := &offices[i], &offices[i+1]
		if a.counterpart && b.start-a.end <= 1 && !b.counterpart && c.toks[a.start].sent == c.toks[b.start].sent {
			if b.country == "" {
				b.country = a.country
			}
			offices = slices.Delete(offices, i, i+1)
		}
	}
	for i := 0; i+1 < len(offices); i++ {
		// "Staatssekretärin beim Bundesminister für Wirtschaft": the field is hers.
		a, b := &offices[i], &offices[i+1]
		if e := c.startingAt(a.end, clsOfficeOf); e != nil && e.end == b.start && c.value(e) == "under" {
			a.end, a.portfolios = b.end, b.portfolios
			if a.country == "" {
				a.country = b.country
			}
			offices = slices.Delete(offices, i+1, i+2)
		}
	}
	for i := range offices {
		o := &offices[i]
		c.inherit(o, before)
		before = o
		room = append(room, *o)
		if i+1 < len(offices) && c.joins(o, &offices[i+1]) {
			continue
		}
		all := room[first:]
		first = len(room)
		if n := len(all) - 1; n > 0 && o.role == "ambassador" && o.country == "" && o.host == "" && o.org == "" && (c.toks[o.start-1].char == ',' || all[n-1].end == o.start) {
			all = all[:n] // "Minister of Foreign Affairs, Ambassador X", "Genel Sekreteri Büyükelçi X": a title
			before = &all[n-1]
		}
		if len(all) > 1 && c.postNominal(&all[0]) {
			all = all[1:] // "Richard Marles MP, Deputy Prime Minister"
		}
		c.shareCountry(all)
		if several := c.distributed(o); len(several) > 0 {
			found = append(found, several...)
			continue
		}
		from, to, rule, ok := c.nameBeside(o, all[0].start, o.end, len(offices) > i+1 && offices[i+1].start == o.end)
		if slices.Contains(crowned, o.role) {
			if f, t := c.numberedName(o.end); t > f {
				from, to, rule, ok = f, t, "office-name", true
			}
		}
		if !ok || c.namesStreet(from, to) || slices.Contains(ranks, o.role) && to-from == 1 && !c.book.name(c.nameText(from, to)).known() {
			continue
		}
		if rule == "office-name" {
			to = c.listedEnd(from, to)
		}
		if rule == "name-elected" {
			c.electedBy(all, from)
		}
		for k := from; k < to; k++ {
			c.named[k] = true
		}
		c.ofCountry(all, to)
		c.bracketCountry(all, to)
		found = append(found, naming{c, from, to, all, rule})
		if (rule == "office-name" || rule == "office-comma-name") && (c.pluralOffice(o) || o.counterpart && c.originAt(to) != nil || c.bracketedRow(to)) {
			first := len(found) - 1
			found = append(found, c.furtherNames(o, to)...)
			eachTheirOwn(found[first:], o)
		}
		if (rule == "name-office" || rule == "name-is-office" || rule == "name-who-is-office") && c.pluralOffice(o) {
			first := len(found) - 1
			found = slices.Insert(found, first, c.earlierNames(o, from)...)
			eachTheirOwn(found[first:], o)
		}
		if n := len(found); n > 1 && len(all) == 1 {
			c.eachSide(&found[n-2], &found[n-1])
		}
	}
	c.namingRoom, c.sharedRoom = found, room
	return found
}

// inherit gives a counterpart the office of the one before, and "his" office
// the country.
func (c *chart) inherit(o, before *office) {
	c.servesByContext(o)
	if before == nil || c.toks[before.start].sent != c.toks[o.start].sent && c.toks[before.start].block != c.toks[o.start].block {
		return
	}
	if o.counterpart {
		o.role, o.portfolios = before.role, before.portfolios
		if o.deputy {
			o.role = deputies[o.role]
		}
		if (o.deputy || o.former || o.successor) && o.country == "" && o.org == "" {
			o.country, o.org = before.country, before.org
		}
		if refs := gazetteer.Cities(nil, gazetteer.Fold(nil, o.org), c.pack.Lang); o.country == "" && len(refs) > 0 && slices.Contains(localRoles, o.role) {
			o.org, o.country = "", chooseCity(refs, nil, "").Country // "her counterpart from Dreux"
		}
	}
	if o.possessive && o.country == "" && o.org == "" && !o.counterpart {
		o.country = before.country
		if code := c.ownerSince(o, before.end); code != "" {
			o.country = code
		}
	}
}

// ownerSince returns the country of "its" office that the sentence has named
// from token floor on: "Russia was represented by its ambassador", "a greeting
// from Lille on behalf of its mayor", "Bangkok has asked; its finance minister".
func (c *chart) ownerSince(o *office, floor int32) string {
	town := slices.Contains(localRoles, o.role)
	for k := o.start - 1; k >= floor && c.toks[k].sent == c.toks[o.start].sent; k-- {
		if e := c.startingAt(k, clsCountry); e != nil {
			return c.value(e)
		}
		if !c.toks[k].is(capital) {
			continue
		}
		if _, refs := c.cityAt(k); len(refs) > 0 {
			if city := chooseCity(refs, nil, ""); town || city.Capital {
				return city.Country
			}
		}
	}
	return ""
}

// servesByContext reads whom an office without country and body serves from the
// words in front of it: "die Zentralbank unter ihrer Präsidentin", "Oman schickte
// Vizepremier Asaad", "Generalsekretär Albudaiwi" behind the Council.
func (c *chart) servesByContext(o *office) {
	if o.country != "" || o.org != "" || o.counterpart || o.party {
		return
	}
	sent := c.sents[c.toks[o.start].sent]
	if c.underHead(o) {
		return
	}
	if e := c.endingAt(o.start, clsAttend); e != nil && c.value(e) == "by" {
		if code := c.ownerSince(o, sent.start); code != "" { // "Finland, which is in the chair, was represented by minister X"
			o.serveCountry(code)
			return
		}
	}
	if code := c.hostAt(o, sent); code != "" {
		o.serveCountry(code)
		return
	}
	for k := o.start - 1; k >= max(sent.start, o.start-4); k-- {
		if c.toks[k].kind == punctToken {
			break
		}
		if o.possessive {
			if e := c.startingAt(k, clsHeaded); e != nil && (o.role == "president" || o.role == "governor" || o.role == "chairman" || o.role == "boss") {
				o.role, _ = c.headRole(e, o.role)
				return
			}
			continue
		}
		if e := c.startingAt(k, clsCountry); e != nil && e.end < o.start && c.endingAt(k, clsLocative, clsOfficeOf, clsArticle) == nil && !c.genitive(e) {
			o.serveCountry(c.value(e))
			return
		}
		if slices.Contains(municipal, o.role) && k+1 < o.start && c.tense(k+1) < 0 && c.endingAt(k, clsLocative) == nil {
			if country := c.countryOfTown(k); country != "" { // "Akureyri sendte ordfører X"
				o.serveCountry(country)
				return
			}
		}
	}
	if bodies := inFrontOf(c.headed, o.start); o.possessive && slices.Contains(heads, o.role) && len(bodies) > 0 && c.toks[bodies[len(bodies)-1]].sent >= c.toks[o.start].sent-1 {
		c.headOfBefore(o) // "Die Zentralbank … Deren Vorsitzender"
		return
	}
	if o.bare || o.role == "governor" || o.role == "chairman" && c.pack.BodyFirst {
		c.headOfBefore(o)
		return
	}
	if o.role != "secretary-general" {
		return
	}
	if orgs := inFrontOf(c.orgs, o.start); len(orgs) > 0 {
		if last := orgs[len(orgs)-1]; c.toks[last].block == c.toks[o.start].block {
			o.near = c.value(c.startingAt(last, clsOrg))
		}
	}
}

// underHead reads the body that somebody heads in front of a word for that: "Die
// Zentralbank unter Präsidentin Rosanna Costa".
func (c *chart) underHead(o *office) bool {
	if !slices.Contains(heads, o.role) && o.role != "governor" {
		return false
	}
	link := c.endingAt(o.start, clsLedBy)
	if link == nil {
		return false
	}
	h := c.endingAt(link.start, clsHeaded)
	if h == nil {
		return false
	}
	role, ok := c.headRole(h, o.role)
	if !ok {
		return false
	}
	o.role = role
	if e := c.endingAt(h.start, clsNationality, clsCountry); e != nil {
		o.serveCountry(c.value(e))
	}
	return true
}

// hostAt returns the country of the place that opens a sentence, where who
// holds an office receives somebody there or is met by a visitor: "I Oman møter
// hun energiminister X", "I Berlin tok kansler X imot ham".
func (c *chart) hostAt(o *office, sent sentence) string {
	if from := c.startingAt(sent.start, clsOrigin); from != nil && !o.possessive {
		// "Fra Norge deltok statsråd X"
		if e := c.startingAt(from.end, clsCountry); e != nil && e.end < o.start && o.start <= e.end+2 && c.has(e.end, clsAttend, clsTense) {
			return c.value(e)
		}
		// "Fra kinesisk side undertegnet viseminister X"
		if e := c.startingAt(from.end, clsNationality); e != nil {
			if side := c.startingAt(e.end, clsStateNoun); side != nil && side.end < o.start && o.start <= side.end+2 && c.has(side.end, clsAttend, clsTense, clsSign, clsChair) {
				return c.value(e)
			}
		}
	}
	in := c.startingAt(sent.start, clsLocative)
	if in == nil || c.value(in) == "to" || o.possessive || in.end >= o.start {
		return ""
	}
	country, verb := "", in.end
	if e := c.startingAt(in.end, clsCountry, clsRegion); e != nil {
		country, verb = c.value(e), e.end
	} else if end, refs := c.cityAt(in.end); len(refs) > 0 && c.toks[in.end].is(capital) {
		country, verb = chooseCity(refs, nil, "").Country, end
	}
	if country == "" || verb >= o.start {
		return ""
	}
	if c.has(verb, clsMeet) && o.start > verb+1 && !c.has(verb+1, clsArticle) && (c.has(verb+1, clsStopword) || c.inName(verb+1)) {
		return country
	}
	if c.has(verb, clsTense, clsReceive) && o.start <= verb+2 {
		for k := verb; k < sent.end; k++ {
			if c.has(k, clsReceive) {
				return country
			}
		}
	}
	return ""
}

// headOfBefore gives who heads something that stands in no word beside the
// office the body that the paragraph, or the one before, named last: "Die
// Nationalbank hat … Gouverneur Michl", "Merkez Bankası … Başkan Karahan".
func (c *chart) headOfBefore(o *office) {
	if t := &c.toks[max(0, o.start-1)]; o.body || !c.toks[o.start].is(sentenceStart) && t.kind == wordToken && t.is(capital) && !c.has(o.start-1, clsWeekday, clsMonth) {
		return // "Komisyonu Başkanı": of what stands in front
	}
	if e := c.endingAt(o.end, clsOffice); e != nil && e.end-e.start > 1 {
		return // "Komisyon Başkanı" is a word of its own
	}
	block := c.toks[o.start].block
	bodies := inFrontOf(c.headed, o.start)
	for n := len(bodies) - 1; n >= max(0, len(bodies)-maxCompared) && c.toks[bodies[n]].block >= block-1; n-- {
		h := c.startingAt(bodies[n], clsHeaded)
		if h.end > o.start {
			continue
		}
		role, ok := c.headRole(h, o.role)
		if !ok || o.role == "governor" && role != "central-bank-governor" {
			continue
		}
		o.role, o.bare = role, false
		if e := c.endingAt(h.start, clsNationality, clsCountry); e != nil {
			o.serveCountry(c.value(e))
		}
		return
	}
}

// joins reports two offices of one person: "general secretary and president",
// "Premierminister und Außenminister".
func (c *chart) joins(a, b *office) bool {
	if a.role == "spokesperson" && c.toks[a.end].char == ',' && slices.Contains(state, b.role) {
		return false // "According to the spokesperson, Prime Minister X will come"
	}
	if a.counterpart || b.counterpart || c.toks[a.start].sent != c.toks[b.start].sent {
		return false
	}
	if b.country != "" && a.country != "" && a.country != b.country {
		return false
	}
	// Side by side without a link they are two persons': "traf der Premier
	// Parlamentspräsident Müller".
	gap := b.start - a.end
	if gap == 0 && a.role != b.role && (b.role == "general" || c.pack.BodyFirst && b.role == "ambassador" && b.start+1 == b.end) {
		return true // "Genelkurmay Başkanı Orgeneral", "Bakan Yardımcısı Büyükelçi": a rank is a title
	}
	if gap == 1 && c.pack.BodyFirst && b.country != "" && a.country == "" && a.org == "" && !a.party {
		return false // "Başbakan, Özbekistan Devlet Başkanı X'in": the first has the country of both in front of it
	}
	if gap == 2 && b.former && c.conjunction(a.end) && c.has(a.end+1, clsArticle, clsStopword) && !c.toks[a.end+1].is(capital) {
		return true // "the Secretary General and a former president of Nauru"
	}
	return gap == 1 && (c.conjunction(a.end) && !c.withWord(a.end) || c.toks[a.end].char == ',' || c.toks[a.end].char == '/' || c.toks[a.end].char == '-')
}

// shareCountry gives offices of one person the country that one of them says.
func (c *chart) shareCountry(all []office) {
	for _, o := range all {
		if o.country == "" {
			continue
		}
		for i := range all {
			if all[i].country == "" && all[i].org == "" {
				all[i].country = o.country
			}
		}
	}
}

// ofMinistry reads the ministry behind a name: "spokesperson X in the Foreign
// Ministry", "State Secretary X of the Norwegian Ministry of Finance".
func (c *chart) ofMinistry(all []office, at int32) {
	if c.has(at, clsStopword) && !c.toks[at].is(capital) {
		at++
	}
	owner := c.startingAt(at, clsCountry, clsNationality)
	ministry := at
	if owner != nil {
		ministry = owner.end
	}
	p := c.startingAt(ministry, clsPortfolio)
	if p == nil || c.toks[ministry].sent != c.toks[at-1].sent {
		return
	}
	for i := range all {
		o := &all[i]
		if !slices.Contains(ministerial, o.role) || len(o.portfolios) > 0 {
			continue
		}
		o.addPortfolio(c.value(p))
		if o.country != "" {
			continue
		}
		if owner != nil {
			o.serve(c.value(owner))
		} else if s := c.startingAt(ministry, clsSeat); s != nil {
			o.serve(c.value(s))
		}
	}
}

// ofCountry gives offices without one the country behind the name: "King
// Abdullah II of Jordan".
func (c *chart) ofCountry(all []office, at int32) {
	link := c.startingAt(at, clsOfficeOf)
	if link != nil && !c.toks[at].is(blankBefore) && c.toks[link.start].sent == c.toks[at-1].sent {
		c.ofMinistry(all, link.end)
	}
	c.fromTown(all, at)
	if link != nil && !c.toks[at].is(blankBefore) && c.toks[at].sent == c.toks[at-1].sent {
		if !c.pack.NounCapitals || c.value(link) == "of" {
			c.ofBody(&all[len(all)-1], link.end)
		}
	}
	if link == nil {
		c.fromCountry(all, at)
	}
	if link == nil || c.value(link) != "of" || c.toks[at].is(blankBefore) {
		return
	}
	e := c.startingAt(link.end, clsCountry)
	if e == nil || c.toks[e.start].sent != c.toks[at].sent {
		return
	}
	for i := range all {
		if all[i].country == "" && all[i].org == "" && all[i].near == "" { // the secretary-general of a body named before is only from there
			all[i].serveCountry(c.value(e)) // "AU" is Australia here
		}
	}
}
