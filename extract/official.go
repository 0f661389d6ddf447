package extract

import (
	"cmp"
	"slices"
	"strings"

	"extract/extract/gazetteer"
	"extract/extract/gazetteer/people"
	"extract/extract/names"
	"extract/model"
)

// person is somebody whom the document names.
type person struct {
	name    string   // in the fullest spelling
	words   []string // folded
	chart   *chart   // of the mention with the fullest spelling
	offices []office
	spans   []mentionSpan
	listed  *people.Person
	index   int // in the list, where listed
	rule    string
	surname string // folded: what stands for the person alone
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
		d.keepPerson(p)
	}
}

// namings pairs offices with the names beside them.
func (c *chart) namings(offices []office) []naming {
	var found []naming
	var held []office // offices that wait for the name behind a further one
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
		if i+1 < len(offices) && c.joins(o, &offices[i+1]) {
			held = append(held, *o)
			continue
		}
		all := append(held, *o)
		held = nil
		c.shareCountry(all)
		from, to, rule, ok := c.nameBeside(o, all[0].start, o.end, len(offices) > i+1 && offices[i+1].start == o.end)
		if slices.Contains(crowned, o.role) {
			if f, t := c.numberedName(o.end); t > f {
				from, to, rule, ok = f, t, "office-name", true
			}
		}
		if !ok || c.namesStreet(from, to) || slices.Contains(ranks, o.role) && to-from == 1 && !knownName(c.nameText(from, to)) {
			continue
		}
		if rule == "office-name" {
			to = c.listedEnd(from, to)
		}
		for k := from; k < to; k++ {
			c.named[k] = true
		}
		c.ofCountry(all, to)
		c.bracketCountry(all, to)
		found = append(found, naming{c, from, to, all, rule})
		if rule == "office-name" && c.pluralOffice(o) {
			found = append(found, c.furtherNames(o, to)...)
		}
	}
	return found
}

// bracketCountry gives the offices of a name the country that stands in
// brackets behind it, said by name or by a party: "Petteri Orpo (Finnland)",
// "Johann Farnleitner (ÖVP)".
func (c *chart) bracketCountry(all []office, to int32) {
	if int(to) >= len(c.toks) || c.toks[to].char != '(' {
		return
	}
	e := c.startingAt(to+1, clsCountry, clsParty)
	if e == nil {
		return
	}
	for i := range all {
		if o := &all[i]; o.country == "" && o.org == "" {
			o.serve(c.value(e))
		}
	}
}

// pluralOffice reports an office of several persons: it has an ending of the
// plural, or an article of the plural in front and none of the singular's
// endings.
func (c *chart) pluralOffice(o *office) bool {
	last := o.end - 1
	ends := func(paradigm string) bool {
		list, ok := c.pack.Suffixes[paradigm]
		word := string(appendFold(nil, c.text[c.toks[last].start:c.toks[last].stem]))
		return ok && slices.ContainsFunc(list, func(s string) bool { return strings.HasSuffix(word, s) })
	}
	return ends("office-plural") || c.endingAt(o.start, clsPluralArticle) != nil && !ends("office-singular")
}

// furtherNames reads the names that share an office with the one in front of
// token to: "die Außenminister Sergej Lawrow (Russland) und Hakan Fidan".
func (c *chart) furtherNames(o *office, to int32) []naming {
	var found []naming
	sent := c.toks[o.start].sent
	for {
		at := c.skipBrackets(to, sent)
		if int(at)+1 >= len(c.toks) || c.toks[at].sent != sent || c.toks[at].char != ',' && !c.conjunction(at) {
			return found
		}
		last := c.conjunction(at)
		from := c.skipHonorifics(at+1, sent)
		if int(from) >= len(c.toks) || c.toks[from].sent != sent {
			return found
		}
		end, words := c.nameAt(from)
		if words < 2 || c.named[from] {
			return found
		}
		own := *o
		if len(found) == 0 && c.toks[to].char == '(' || len(found) > 0 {
			own.country = "" // each has its own in brackets
		}
		all := []office{own}
		c.bracketCountry(all, end)
		for k := from; k < end; k++ {
			c.named[k] = true
		}
		found = append(found, naming{c, from, end, all, "office-name"})
		if last {
			return found
		}
		to = end
	}
}

// crowned are the roles whose holders count their names; ranks are titles
// that stand in front of brands and characters as well ("General Motors"):
// they need a full name or a known one.
var (
	crowned = []string{"monarch", "pope", "crown-prince", "patriarch"}
	ranks   = []string{"general", "judge"}
)

// numberedName returns the name behind an ordinal at token i: "Kralı 2.
// Abdullah", "VI. Felipe".
func (c *chart) numberedName(i int32) (from, to int32) {
	if int(i)+2 >= len(c.toks) || c.toks[i+1].char != '.' || c.toks[i+1].is(spaceBefore) || c.toks[i+2].sent != c.toks[i].sent {
		return i, i
	}
	t := &c.toks[i]
	number := c.text[t.start:t.end]
	if strings.Trim(number, "0123456789") != "" && strings.Trim(number, "IVX") != "" || len(number) > 5 {
		return i, i
	}
	if to, words := c.nameAt(i + 2); words > 0 {
		return i, to
	}
	return i, i
}

// namesStreet reports that a name with a title is that of a street: "Kral
// Faysal Caddesi", "Kong Haakons gate".
func (c *chart) namesStreet(from, to int32) bool {
	return c.endingAt(to, clsStreetNoun) != nil || c.startingAt(to, clsStreetNoun) != nil
}

// inherit gives a counterpart the office of the one before, and "his" office
// the country.
func (c *chart) inherit(o, before *office) {
	if before == nil || c.toks[before.start].sent != c.toks[o.start].sent && c.toks[before.start].block != c.toks[o.start].block {
		return
	}
	if o.counterpart {
		o.role, o.portfolios = before.role, before.portfolios
		if refs := gazetteer.Cities(nil, gazetteer.Fold(nil, o.org), c.pack.Lang); o.country == "" && len(refs) > 0 && slices.Contains(localRoles, o.role) {
			o.org, o.country = "", chooseCity(refs, nil, "").Country // "her counterpart from Dreux"
		}
	}
	if o.possessive && o.country == "" && o.org == "" && !o.counterpart {
		o.country = before.country
		// "Russia was represented by its ambassador": a country named since.
		for k := o.start - 1; k >= before.end && c.toks[k].sent == c.toks[o.start].sent; k-- {
			if e := c.startingAt(k, clsCountry); e != nil {
				o.country = c.value(e)
				break
			}
		}
	}
}

// joins reports two offices of one person: "general secretary and president",
// "Premierminister und Außenminister".
func (c *chart) joins(a, b *office) bool {
	if a.counterpart || b.counterpart || c.toks[a.start].sent != c.toks[b.start].sent {
		return false
	}
	if b.country != "" && a.country != "" && a.country != b.country {
		return false
	}
	// Side by side without a link they are two persons': "traf der Premier
	// Parlamentspräsident Müller".
	gap := b.start - a.end
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
	if link == nil || c.value(link) != "of" || c.toks[at].is(blankBefore) {
		return
	}
	e := c.startingAt(link.end, clsCountry)
	if e == nil || c.toks[e.start].sent != c.toks[at].sent {
		return
	}
	for i := range all {
		if all[i].country == "" && all[i].org == "" {
			all[i].serve(c.value(e))
		}
	}
}

// nameBeside finds the name of who holds an office that covers tokens start
// to end: right behind it, in front of a comma, or behind one.
func (c *chart) nameBeside(o *office, start, end int32, followed bool) (from, to int32, rule string, ok bool) {
	sent := c.toks[start].sent
	inSentence := func(i int32) bool {
		return int(i) < len(c.toks) && c.toks[i].sent == sent && !c.toks[i].is(blankBefore)
	}
	// Directly behind, with titles between.
	at := c.skipHonorifics(c.skipBrackets(end, sent), sent)
	if inSentence(at) {
		if to, words := c.nameAt(at); words > 0 && c.plausible(at, to, words, at > end) {
			return at, to, "office-name", true
		}
	}
	// In front, in apposition: "Mervyn King, the Governor".
	q := start
	for k := 0; k < 4 && q > 0 && c.toks[q-1].sent == sent; k++ {
		if c.taken[q-1] {
			q-- // a date: "Erkan, seit Juni Gouverneurin"
			continue
		}
		if c.toks[q-1].kind != wordToken || c.toks[q-1].is(capital) || !c.has(q-1, clsStopword) || c.conjunction(q-1) {
			break // "Micheál Martin, and Minister X" are two persons
		}
		q--
	}
	if q > 1 && (c.toks[q-1].char == ',' || c.toks[q-1].char == '(') && c.toks[q-1].sent == sent {
		e := q - 1
		for e > 1 { // post-nominals: "Musalia Mudavadi, EGH,"
			p := c.endingAt(e, clsPostNominal)
			if p == nil && c.toks[e-1].is(allCaps) && c.toks[e-1].end-c.toks[e-1].start <= 4 && c.toks[e-2].char == ',' {
				e -= 2
			} else if p != nil && p.start > 0 && c.toks[p.start-1].char == ',' {
				e = p.start - 1
			} else {
				break
			}
		}
		if country := c.endingAt(e, clsCountry); country != nil { // "Khaled El-Enany of Egypt, a former minister"
			if link := c.endingAt(country.start, clsOfficeOf); link != nil && c.value(link) == "of" {
				e = link.start
			}
		}
		if e > 0 && c.toks[e-1].char == ')' { // a party in brackets
			for k := e - 1; k > e-6 && k > 0; k-- {
				if c.toks[k].char == '(' {
					e = k
					break
				}
			}
		}
		if f, words := c.nameBefore(e); words > 1 && c.toks[f].sent == sent {
			if !c.named[f] && !c.ratherBehind(o, f, e) {
				return f, e, "name-office", true
			}
			from, to, rule, ok = f, e, "name-office", true
		}
	}
	// Behind a comma: "the Prime Minister, Gordon Brown,". So it is too where
	// the name in front has its office already: "A, B, C, D" are two persons.
	if inSentence(end) && c.toks[end].char == ',' && !followed {
		at := c.skipHonorifics(end+1, sent)
		if n := c.startingAt(at, clsNationality); n != nil {
			at = n.end // "the council's president, Icelandic X"
		}
		if inSentence(at) {
			if to, words := c.nameAt(at); words > 1 && c.plausible(at, to, words, true) {
				return at, to, "office-comma-name", true
			}
		}
	}
	if !ok {
		from, to, rule, ok = c.nameInClause(q, start, end)
	}
	return from, to, rule, ok
}

// ratherBehind chooses between the names on both sides of an office, "A, the
// director-general, B": the one behind it holds it where the list knows so, or
// where the one in front has a title of its own.
func (c *chart) ratherBehind(o *office, from, to int32) bool {
	if int(o.end) >= len(c.toks) || c.toks[o.end].char != ',' {
		return false
	}
	at := c.skipHonorifics(o.end+1, c.toks[o.start].sent)
	end, words := c.nameAt(at)
	if words < 2 || c.toks[at].sent != c.toks[o.start].sent {
		return false
	}
	front, behind := heldBy(c.nameText(from, to), o.role), heldBy(c.nameText(at, end), o.role)
	return behind && !front || behind == front && c.endingAt(from, clsOffice, clsHonorific) != nil
}

// heldBy reports that the list knows somebody of this name in a role.
func heldBy(name, role string) bool {
	for _, r := range people.Find(nil, name) {
		p := r.Person()
		if heldEver(&p, role) {
			return true
		}
	}
	return false
}

// nameInClause finds who holds an office that a clause says of a name: "Egon
// Krenz war Staatschef", "als Franz Vranitzky Kanzler wurde", "Li Shangfu, der
// bis Oktober Minister war". article is where the phrase of the office begins.
func (c *chart) nameInClause(article, start, end int32) (from, to int32, rule string, ok bool) {
	sent := c.sents[c.toks[start].sent]
	if e := c.endingAt(article, clsCopula); e != nil && e.start > sent.start {
		if from, words := c.nameBefore(e.start); words > 1 && from >= sent.start {
			return from, e.start, "name-is-office", true
		}
	}
	if int(end) >= len(c.toks) || end >= sent.end || !c.has(end, clsCopula) {
		return 0, 0, "", false
	}
	if from, words := c.nameBefore(start); words > 1 && from >= sent.start {
		return from, start, "name-office-is", true
	}
	for k := start - 1; k > sent.start; k-- {
		if c.named[k] {
			break
		}
		if c.toks[k].char != ',' {
			continue
		}
		if c.has(k+1, clsRelativePronoun) {
			if from, words := c.nameBefore(k); words > 1 && from >= sent.start {
				return from, k, "name-who-is-office", true
			}
		}
		break
	}
	return 0, 0, "", false
}

// listedEnd returns where a name ends that the list knows from its beginning:
// it may go on over a word in small letters ("Lula da Silva"), or what stands
// behind is no part of it ("Aleksandr Lukaşenko Meijiang Kongre …").
func (c *chart) listedEnd(from, to int32) int32 {
	listed := func(end int32) bool {
		refs := people.Find(nil, c.nameText(from, end))
		return len(refs) > 0 && refs[0].Match == people.Spelling
	}
	sent := c.toks[from].sent
	if int(to)+1 < len(c.toks) && c.toks[to+1].sent == sent && c.toks[to].kind == wordToken && !c.toks[to].is(capital) && c.toks[to+1].is(capital) &&
		c.toks[to-1].end == c.toks[to-1].stem && listed(to+2) {
		return to + 2
	}
	if to-from < 3 || listed(to) {
		return to
	}
	for end := to - 1; end >= from+2; end-- {
		if c.toks[end-1].kind == wordToken && listed(end) {
			return end
		}
	}
	return to
}

// plausible refuses single words that are no surname where nothing but their
// capital speaks for them.
func (c *chart) plausible(from, to int32, words int, apart bool) bool {
	if !c.pack.NounCapitals && c.roles[c.toks[from].block] == roleTitle && c.titleCase(from) && !knownName(c.nameText(from, to)) {
		return false // in a headline of capitals the verb behind a name looks like one
	}
	if words > 1 {
		return !c.toks[from].is(allCaps) || !c.allCapitals(from)
	}
	t := &c.toks[from]
	if t.stem-t.start < 2 || t.is(allCaps) && t.stem-t.start > 3 {
		return false
	}
	if people.Starts(names.Hash(names.AppendFold(nil, c.nameText(from, to)))) {
		return true
	}
	if _, refs := c.cityAt(from); len(refs) > 0 {
		return false
	}
	if t.words[0] != 0 || c.pack.NounCapitals && !c.bareOffice(from) {
		return apart
	}
	return c.pack.NounCapitals || c.witness == nil || c.witnessed(from, to)
}

// bareOffice reports that the office that ends in front of a token has no
// article: "Landesrat Gruber", but not "gab der Präsident Interviews".
func (c *chart) bareOffice(name int32) bool {
	e := c.endingAt(name, clsOffice)
	return e != nil && c.endingAt(e.start, clsArticle, clsNationality, clsPossessive) == nil
}

// witnessed asks the witness of names about tokens from to to, in the words
// around them.
func (c *chart) witnessed(from, to int32) bool {
	const around = 8
	s := c.sents[c.toks[from].sent]
	start, end := c.span(max(s.start, from-around), min(s.end, to+around))
	a, b := c.span(from, to)
	return c.witness.Person(c.text[start:end], a-start, b-start)
}

// allCapitals reports a sentence in capitals.
func (c *chart) allCapitals(i int32) bool {
	s := c.sents[c.toks[i].sent]
	for k := s.start; k < s.end; k++ {
		if c.toks[k].kind == wordToken && !c.toks[k].is(allCaps) && c.toks[k].end-c.toks[k].start > 1 {
			return false
		}
	}
	return true
}

// skipHonorifics returns the token behind titles: "H.E. Dr.", "Sayın".
func (c *chart) skipHonorifics(at, sent int32) int32 {
	for int(at) < len(c.toks) && c.toks[at].sent == sent {
		e := c.startingAt(at, clsHonorific)
		if e == nil {
			break
		}
		at = e.end
		if int(at) < len(c.toks) && c.toks[at].char == '.' && !c.toks[at].is(spaceBefore) {
			at++
		}
	}
	return at
}

// skipBrackets returns the token behind brackets right at a token.
func (c *chart) skipBrackets(at, sent int32) int32 {
	if int(at) >= len(c.toks) || c.toks[at].char != '(' {
		return at
	}
	for k := at; k < at+6 && int(k) < len(c.toks) && c.toks[k].sent == sent; k++ {
		if c.toks[k].char == ')' {
			return k + 1
		}
	}
	return at
}

// addPerson adds a naming to the person it is of.
func (d *document) addPerson(n naming) *person {
	name := d.cleanName(n.chart, n.from, n.to)
	words := names.Words(name)
	if len(words) == 0 {
		return nil
	}
	span := mentionSpan{n.chart, n.from, n.to, n.rule}
	var best *person
	for _, p := range d.persons {
		if !samePerson(p.words, words) || len(words) == 1 && len(p.words) > 1 && !compatible(p.offices, n.offices) {
			continue
		}
		// Of two of one surname the one in this office: "Mayor Sadykov".
		if best == nil || !shareRole(best.offices, n.offices) && shareRole(p.offices, n.offices) {
			best = p
		}
	}
	if p := best; p != nil {
		if len(words) > len(p.words) {
			p.name, p.words, p.chart = name, words, n.chart
		}
		p.offices = append(p.offices, n.offices...)
		p.spans = append(p.spans, span)
		return p
	}
	p := &person{name: name, words: words, chart: n.chart, offices: n.offices, spans: []mentionSpan{span}, rule: n.rule}
	d.persons = append(d.persons, p)
	return p
}

// compatible reports that offices can be one person's: not of two countries.
func compatible(a, b []office) bool {
	for _, x := range a {
		for _, y := range b {
			if x.country != "" && y.country != "" && x.country != y.country {
				return false
			}
		}
	}
	return true
}

func shareRole(a, b []office) bool {
	return slices.ContainsFunc(a, func(x office) bool {
		return slices.ContainsFunc(b, func(y office) bool { return x.role == y.role && x.role != "" })
	})
}

// samePerson reports that the shorter of two names is made of words of the
// longer one: its surname, or some of the given names left out.
func samePerson(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, w := range b {
		if !slices.Contains(a, w) {
			return false
		}
	}
	if len(b) == 1 && len(a) > 1 {
		return b[0] == a[len(a)-1] || b[0] == a[0] && len([]rune(b[0])) > 1
	}
	return true
}

// cleanName is a name as it stands, without the ending that the language
// gives it where the name without is known from the list or the document.
func (d *document) cleanName(c *chart, from, to int32) string {
	name := c.nameText(from, to)
	cut := d.withoutEnding(c, name)
	if cut != "" {
		return cut
	}
	return name
}

func (d *document) withoutEnding(c *chart, name string) string {
	if c.pack.cityEndings < 0 || knownName(name) {
		return ""
	}
	for size := len(name) - 1; size > len(name)-5 && size > 2; size-- {
		if !c.pack.cityEnding(name[size:]) {
			continue
		}
		stem := name[:size]
		if knownName(stem) {
			return stem
		}
		words := names.Words(stem)
		for _, p := range d.persons {
			if len(words) > 0 && len(words) <= len(p.words) && samePerson(p.words, words) {
				return stem
			}
		}
	}
	return ""
}

// knownName reports that the list knows the name, whole or as a surname.
func knownName(name string) bool {
	if len(people.Find(nil, name)) > 0 {
		return true
	}
	return !strings.Contains(name, " ") && len(people.BySurname(nil, name)) > 0
}

// date is the article's day, for the terms of the list.
func (d *document) date() string {
	if d.ctx.refFrom == "" {
		return ""
	}
	return d.ctx.ref.String()
}

// listedNames adds the persons whom the list knows to hold an office on the
// article's day and whom the article calls by their full name only.
func (d *document) listedNames() {
	day := d.date()
	if day == "" {
		return
	}
	for _, c := range d.charts {
		for i := int32(0); int(i) < len(c.toks); i++ {
			t := &c.toks[i]
			if c.named[i] || t.kind != wordToken || !t.is(capital) || !people.Starts(names.Hash(names.AppendFold(nil, c.text[t.start:t.stem]))) {
				continue
			}
			to, words := c.nameAt(i)
			if further := c.listedEnd(i, to); further > to {
				to, words = further, max(words, 2)
			}
			for ; words > 1; words-- {
				name := d.cleanName(c, i, to)
				refs := people.Find(nil, name)
				if len(refs) == 0 || refs[0].Match != people.Spelling {
					to = c.shorterName(i, to)
					continue
				}
				p := refs[0].Person()
				if len(p.At(day)) == 0 && !d.knownPerson(name) {
					break
				}
				for k := i; k < to; k++ {
					c.named[k] = true
				}
				d.addPerson(naming{c, i, to, nil, "people"})
				break
			}
		}
	}
}

// shorterName drops the last word of a name.
func (c *chart) shorterName(from, to int32) int32 {
	for to--; to > from && (c.toks[to-1].kind != wordToken || !c.toks[to-1].is(capital)); to-- {
	}
	return to
}

func (d *document) knownPerson(name string) bool {
	words := names.Words(name)
	return slices.ContainsFunc(d.persons, func(p *person) bool { return samePerson(p.words, words) && len(words) > 1 })
}

// identify finds the person in the list and settles name, surname and offices.
func (d *document) identify(p *person) {
	lang := p.chart.pack.Lang
	p.listed = d.lookUp(p)
	switch {
	case p.listed != nil:
		p.value = p.listed.Name
	default:
		p.value = names.Canonical(p.name, lang)
	}
	p.surname = p.words[len(p.words)-1]
	if p.listed != nil && p.listed.Short != "" {
		if w := names.Words(p.listed.Short); len(w) > 0 {
			// The spelling of the article, where one of its words sounds like it.
			p.surname = w[len(w)-1]
			for _, word := range p.words {
				if !slices.Contains(p.words, p.surname) && names.Same(word, p.listed.Short, names.Country) {
					p.surname = word
				}
			}
		}
	} else if len(p.words) > 1 && surnameFirst(p) {
		p.surname = p.words[0]
	}
}

// surnameFirst reports persons of countries that write the surname first also
// in Latin letters.
func surnameFirst(p *person) bool {
	for _, o := range p.offices {
		switch o.country {
		case "CN", "KR", "KP", "TW", "SG", "HK", "MO":
			return len(p.words) <= 3
		}
	}
	return false
}

// lookUp returns the person of the list whom the name and the offices fit.
func (d *document) lookUp(p *person) *people.Person {
	refs := people.Find(nil, p.name)
	if len(p.words) == 1 {
		refs = append(refs, people.BySurname(nil, p.name)...)
	}
	day := d.date()
	var best *people.Person
	bestScore := 0
	for _, r := range refs {
		l := r.Person()
		score := 0
		if r.Match == people.Spelling && len(p.words) > 1 {
			score = 3
		}
		agrees := false
		for _, o := range p.offices {
			for _, h := range l.Offices {
				fits := o.country != "" && o.country == h.Country || o.org != "" && o.org == h.Org
				if o.country != "" && h.Country != "" && o.country != h.Country {
					continue
				}
				if fits {
					score++
				}
				if h.Role == o.role {
					score++
					agrees = agrees || fits || o.country == "" && o.org == ""
					if day != "" && h.Holds(day) {
						score += 3
					}
				}
			}
			if o.country != "" && o.country != l.Country && r.Match != people.Spelling {
				score -= 3
			}
		}
		if r.Match != people.Spelling && !agrees && len(p.offices) > 0 {
			continue
		}
		if len(p.words) == 1 && !agrees || serveElsewhere(p.offices, &l) {
			continue
		}
		if score > bestScore || best == nil && score == bestScore && score > 0 {
			best, bestScore = &l, score
			p.index = r.Index
		}
	}
	return best
}

// serveElsewhere reports that all offices are of countries that the person of
// the list has never served: it is a namesake.
func serveElsewhere(offices []office, l *people.Person) bool {
	for _, o := range offices {
		if o.country == "" || o.country == l.Country || slices.ContainsFunc(l.Offices, func(h people.Office) bool { return h.Country == o.country }) {
			return false
		}
	}
	return len(offices) > 0
}

// surnames adds the mentions of known persons by surname alone.
func (d *document) surnames() {
	for _, c := range d.charts {
		for i := int32(0); int(i) < len(c.toks); i++ {
			t := &c.toks[i]
			if t.kind != wordToken || !t.is(capital) || c.named[i] {
				continue
			}
			word := names.Fold(c.text[t.start:t.stem])
			p, full := d.bySurname(c, i, word)
			if p == nil {
				continue
			}
			to := full
			for k := i; k < to; k++ {
				c.named[k] = true
			}
			p.spans = append(p.spans, mentionSpan{c, i, to, "surname"})
		}
	}
}

// bySurname returns the person whom the capitalised word at i names.
func (d *document) bySurname(c *chart, i int32, word string) (*person, int32) {
	if !d.mayBeSurname(c, i) {
		return nil, i
	}
	to, n := c.nameAt(i)
	if n > 1 {
		words := names.Words(d.cleanName(c, i, to))
		for _, p := range d.persons {
			if len(p.words) > 1 && len(words) > 1 && len(words) <= len(p.words) && samePerson(p.words, words) {
				return p, to
			}
		}
	}
	var best *person
	bestGap := int32(1 << 30)
	try := func(word string) {
		also := people.BySurname(nil, word) // other usual names: Sonexay, Diomaye Faye
		for _, p := range d.persons {
			if p.surname != word && !(p.listed != nil && slices.ContainsFunc(also, func(r people.Ref) bool { return r.Index == p.index })) {
				continue
			}
			if n > 1 && !d.surnameEndsHere(c, i) {
				continue
			}
			for _, s := range p.spans {
				if s.chart != c {
					continue
				}
				gap := i - s.from
				if gap < 0 {
					gap = -gap * 4 // rather somebody named before
				}
				if gap < bestGap {
					best, bestGap = p, gap
				}
			}
		}
	}
	try(word)
	if best == nil && c.pack.cityEndings >= 0 {
		t := &c.toks[i]
		raw := c.text[t.start:t.stem]
		for size := len(raw) - 1; size > 1 && size > len(raw)-5 && best == nil; size-- {
			if c.pack.cityEnding(raw[size:]) {
				try(names.Fold(raw[:size]))
			}
		}
	}
	return best, i + 1
}

// surnameEndsHere reports that the capitalised word behind the one at i is no
// further part of its name.
func (d *document) surnameEndsHere(c *chart, i int32) bool {
	if int(i)+1 >= len(c.toks) {
		return true
	}
	t := &c.toks[i+1]
	if t.kind != wordToken || !t.is(capital) || t.words[0] != 0 || c.pack.NounCapitals {
		return true
	}
	if _, refs := c.cityAt(i + 1); len(refs) > 0 {
		return true // "Erdoğan Bakü'ye gidiyor"
	}
	next := string(c.folded(t))
	return slices.ContainsFunc(d.persons, func(p *person) bool { return p.surname == next })
}

// mayBeSurname refuses words of the language: "He" at the head of a sentence.
func (d *document) mayBeSurname(c *chart, i int32) bool {
	if c.has(i, clsStopword, clsMonth, clsWeekday) {
		if c.toks[i].is(sentenceStart) || i > 0 && (c.toks[i-1].char == '"' || c.toks[i-1].char == ':') {
			return false
		}
		return !c.titleCase(i)
	}
	if c.pack.NounCapitals && i > 0 && c.has(i-1, clsArticle) && !(i > 1 && c.has(i-2, clsParticle)) {
		return false // "der Koch im Hotel"
	}
	return !c.has(i, clsCountry, clsNationality, clsOrg)
}

// keepPerson makes the record of a person.
func (d *document) keepPerson(p *person) {
	slices.SortFunc(p.spans, func(a, b mentionSpan) int {
		x, _ := a.chart.span(a.from, a.to)
		y, _ := b.chart.span(b.from, b.to)
		return cmp.Compare(x, y)
	})
	r := &model.Official{Value: p.value, Basis: "article", NameKey: names.Skeleton(p.value)}
	if p.listed != nil {
		r.Wikidata = p.listed.Wikidata
	}
	d.fillOffice(p, r)
	if r.Role == "" || d.fabled(p) {
		return
	}
	for _, s := range p.spans {
		rec := *r
		rule := s.chart.pack.Lang + "/" + s.rule
		if s.rule == "people" {
			rule = "gazetteer/people"
		}
		rec.Common = d.base(s.chart, s.from, s.to, rule)
		d.keep(s.chart, &rec, s.from, s.to)
	}
	p.record = r
}

// namedHome counts what speaks for each of the given countries: its name and
// adjective, its parties, ministries and provinces, the offices that only it
// has, its cities' mayors and its currency.
func (d *document) namedHome(countries []string) map[string]int {
	named := map[string]int{}
	for _, c := range d.charts {
		for i := range c.edges {
			e := &c.edges[i]
			switch {
			case e.rule >= 0:
			case e.class == clsParty || e.class == clsSeat || e.class == clsRegion || e.class == clsCountry || e.class == clsNationality:
				named[c.value(e)]++
			case e.class == clsOffice:
				if _, serves, ok := strings.Cut(c.value(e), "||"); ok {
					named[serves]++
				}
			}
		}
	}
	return named
}

// fabled reports a crowned head of one name whom neither the list nor a
// country vouches for: King Lear.
func (d *document) fabled(p *person) bool {
	return p.listed == nil && len(p.words) == 1 && !slices.ContainsFunc(p.offices, func(o office) bool {
		return o.country != "" || !slices.Contains(crowned, o.role)
	})
}

// homeCountry is the country in which an article is at home: what offices
// without a country are taken to serve. The site's head speaks for it first,
// then the dateline, the language and what the text names most.
func (d *document) homeCountry() string {
	if d.page.country != "" {
		return d.page.country
	}
	votes := map[string]float64{}
	pack := d.engine.pack(d.page.lang)
	if pack == nil {
		return ""
	}
	if len(pack.Countries) > 0 {
		votes[pack.Countries[0]] += 1.5
	}
	if seat := d.page.seat; seat != "" {
		votes[seat] += 2
		if slices.Contains(pack.Countries, seat) {
			votes[seat] += 2
		}
	}
	var head chart
	for _, b := range d.page.blocks {
		if b.role == roleHeader {
			head.reset(d.src.Text, pack, []block{b})
			head.parse()
			for i := range head.edges {
				if e := &head.edges[i]; e.class == clsCountry {
					votes[head.value(e)] += 3
				}
			}
		}
	}
	most, times := "", 0
	for _, c := range d.charts {
		named := d.countriesNamed(c)
		for i := range c.edges {
			if e := &c.edges[i]; e.rule < 0 && (e.class == clsParty || e.class == clsSeat || e.class == clsRegion) {
				named[c.value(e)]++ // a party, a ministry, a province is at home somewhere too
			}
		}
		delete(named, "EU")
		for country, n := range named {
			if n > times || n == times && country < most {
				most, times = country, n
			}
		}
	}
	// Among the countries of the language, the one that the text is full of.
	if len(pack.Countries) > 1 && len(d.charts) > 0 {
		named := d.namedHome(pack.Countries)
		top, count := "", 2
		for _, country := range pack.Countries {
			if named[country] > count {
				top, count = country, named[country]
			}
		}
		votes[top] += 2
	}
	total := 0
	for _, c := range d.charts {
		for _, n := range d.countriesNamed(c) {
			total += n
		}
	}
	if 3*times >= total { // not one of many
		votes[most]++
	}
	best := ""
	for country, v := range votes {
		if country != "" && (best == "" || v > votes[best] || v == votes[best] && country < best) {
			best = country
		}
	}
	d.page.country = best
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

// international are the roles in bodies of several countries: who holds one
// serves no country, also where the article does not name the body.
var international = []string{"secretary-general", "deputy-secretary-general", "executive-secretary", "managing-director", "high-representative"}

// fillOffice settles role, roles, portfolio, country and body.
func (d *document) fillOffice(p *person, r *model.Official) {
	day := d.date()
	for _, o := range p.offices {
		if o.role == "" || o.role == "general" && slices.ContainsFunc(p.offices, func(x office) bool { return x.role != "" && x.role != "general" }) {
			continue // a rank beside an office is a title
		}
		if o.role == "secretary-general" && o.org == "" && heldEver(p.listed, "general-secretary") {
			o.role = "general-secretary"
		}
		if r.Role == "" {
			r.Role, r.Former = o.role, o.former
		}
		if !slices.Contains(r.Roles, o.role) {
			r.Roles = append(r.Roles, o.role)
		}
		if r.Portfolio == "" {
			r.Portfolio = o.portfolio()
		}
		if r.Country == "" && (r.Org == "" || o.role == r.Role || !o.former) {
			r.Country = o.country // not that of another office beside one of a body
		}
		if r.Org == "" {
			r.Org = o.org
		}
	}
	if len(r.Roles) < 2 {
		r.Roles = nil
	}
	if p.listed != nil {
		held := p.listed.At(day)
		if r.Role == "" && len(held) > 0 {
			h := held[0]
			r.Role, r.Portfolio, r.Country, r.Org, r.Basis = h.Role, h.Portfolio, h.Country, h.Org, "list"
		}
		for _, h := range slices.Concat(held, p.listed.Offices) {
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
		if r.Country == "" && r.Org == "" && !slices.Contains(international, r.Role) && !p.bare(r.Role) {
			r.Country = p.listed.Country
		}
	}
	if r.Country == "" && r.Org == "" && !slices.Contains(international, r.Role) && !p.bare(r.Role) {
		r.Country = d.homeCountry()
	}
	if r.Role == "chancellor" && r.Country == "GB" { // of the Exchequer
		r.Role, r.Portfolio = "minister", "finance"
	}
}
