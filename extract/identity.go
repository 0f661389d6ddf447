package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

// generations are what tells a person from a parent of the same name, folded:
// no surname, and often left out.
var generations = []string{"jr", "sr", "ii", "iii", "iv"}

// nameWords are the folded words of a name, without the generation of one that
// has two words in front of it: a king's number is his name.
func nameWords(name string) []string {
	words := names.Words(name)
	if n := len(words) - 1; n > 1 && slices.Contains(generations, words[n]) {
		return words[:n]
	}
	return words
}

// addPerson adds a naming to the person it is of.
func (d *document) addPerson(n naming) *person {
	name := d.cleanName(n.chart, n.from, n.to)
	words := name.words
	if len(words) == 0 {
		return nil
	}
	span := mentionSpan{n.chart, n.from, n.to, n.rule}
	var best *person
	for _, at := range d.index.sharing(name.hashes) {
		p := d.persons[at]
		inner := p.innerName(words, n.offices)
		if !inner && !samePerson(p.words, words) || len(words) == 1 && len(p.words) > 1 && !p.compatible(n.offices) {
			continue
		}
		if inner {
			p.called = words[0]
		}
		// Of two of one surname the one in this office: "Mayor Sadykov".
		if best == nil || !best.sharesRole(n.offices) && p.sharesRole(n.offices) {
			best = p
		}
	}
	if best == nil {
		best = d.people.next()
		*best = person{number: int32(len(d.persons)), offices: best.offices[:0], countries: best.countries[:0], roles: best.roles[:0], spans: best.spans[:0], near: nearness{ahead: best.near.ahead[:0]}}
		d.persons = append(d.persons, best)
	}
	if best.bookedName == nil || len(words) > len(best.words) {
		best.bookedName, best.chart = name, n.chart
		d.index.add(best)
	}
	best.spans = append(best.spans, span)
	best.hold(n.offices)
	return best
}

// innerName reports a word from the middle of a longer name beside the person's own office.
func (p *person) innerName(words []string, offices []office) bool {
	return len(words) == 1 && len(p.words) > 2 && slices.Index(p.words, words[0]) > 0 && words[0] != p.words[len(p.words)-1] && p.sharesRole(offices)
}

// hold adds offices that the article gives a person.
func (p *person) hold(offices []office) {
	p.offices = append(p.offices, offices...)
	for i := range offices {
		o := &offices[i]
		if o.country != "" && !slices.Contains(p.countries, o.country) {
			p.countries = append(p.countries, o.country)
		}
		if o.role != "" && !slices.Contains(p.roles, o.role) {
			p.roles = append(p.roles, o.role)
		}
	}
}

// compatible reports that offices can be the person's too: not of two countries.
func (p *person) compatible(offices []office) bool {
	for _, o := range offices {
		if o.country != "" && (len(p.countries) > 1 || len(p.countries) == 1 && p.countries[0] != o.country) {
			return false
		}
	}
	return true
}

func (p *person) sharesRole(offices []office) bool {
	return slices.ContainsFunc(offices, func(o office) bool { return slices.Contains(p.roles, o.role) })
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
func (d *document) cleanName(c *chart, from, to int32) *bookedName {
	name := c.nameText(from, to)
	booked := d.book.name(name)
	if !c.pack.mayEnd(lastByte(name)) || booked.known() {
		return booked
	}
	ends, shortest := c.pack.endingsOf(name, longestEnding), 2
	if strings.IndexByte(name, ' ') < 0 {
		shortest = 4 // "Şahin" is no Shah
	}
	for size := len(name) - 1; size > shortest && ends != 0; size-- {
		if ends >>= 1; ends&1 == 0 {
			continue
		}
		stem := d.book.name(name[:size])
		if stem.known() || slices.ContainsFunc(d.index.sharing(stem.hashes), func(at int32) bool {
			p := d.persons[at]
			return len(stem.words) <= len(p.words) && samePerson(p.words, stem.words)
		}) {
			return stem
		}
	}
	return booked
}

// listedNames adds the persons whom the list knows to hold an office on the
// article's day and whom the article calls by their full name only.
func (d *document) listedNames() {
	day := d.date()
	if day == "" {
		return
	}
	for _, c := range d.charts {
		for _, w := range c.capitals {
			i := w.at
			if c.named[i] || i > 0 && d.surnameOfCountry(c, i) || !people.Starts(w.plain) || c.oneWord(i) {
				continue
			}
			to, words := c.nameAt(i)
			if further := c.listedEnd(i, to); further > to {
				to, words = further, max(words, 2)
			}
			for ; words > 1; words-- {
				name := d.cleanName(c, i, to)
				var room [4]people.Ref
				refs := people.Spelled(room[:0], name.name)
				if len(refs) == 0 {
					to = c.shorterName(i, to)
					continue
				}
				p := refs[0].Person()
				if !p.Serves(day) && !d.knownPerson(name) {
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

// oneWord reports that a name which begins at token i cannot go on behind it.
func (c *chart) oneWord(i int32) bool {
	if int(i)+1 >= len(c.toks) {
		return true
	}
	switch t := &c.toks[i+1]; {
	case t.kind == digitToken:
		return true
	case t.kind == punctToken:
		return t.char != '-' && t.char != '\'' && t.char != '.'
	case t.is(capital):
		return false
	}
	return c.find(i+1, clsParticle) == nil && (int(i)+2 >= len(c.toks) || !c.toks[i+2].is(capital) && c.toks[i+2].char != '\'')
}

func (d *document) knownPerson(name *bookedName) bool {
	return len(name.words) > 1 && slices.ContainsFunc(d.index.sharing(name.hashes), func(at int32) bool { return samePerson(d.persons[at].words, name.words) })
}

// surnameOfCountry adds the one person of a surname or short name whom the list
// knows to serve the country in the genitive in front of token i: "Brazil's Lula".
func (d *document) surnameOfCountry(c *chart, i int32) bool {
	e := c.endingAt(i, clsCountry)
	if e == nil || c.toks[i].is(blankBefore) {
		return false
	}
	to, words := c.nameAt(i)
	if words != 1 {
		return false
	}
	if last := &c.toks[e.end-1]; last.end == last.stem && !c.genitive(e) || c.has(i, noNameClasses...) || c.has(i, clsOfficePrefix) {
		return false
	}
	country, day := c.value(e), d.date()
	var room [8]people.Ref
	var found *people.Person
	index := 0
	for _, r := range people.BySurname(room[:0], d.cleanName(c, i, to).name) {
		if p := r.Person(); slices.ContainsFunc(p.At(day), func(h people.Office) bool { return h.Country == country }) {
			if found != nil && found != p {
				return false
			}
			found, index = p, r.Index
		}
	}
	if found == nil || d.knownPerson(d.book.name(found.Name)) {
		return false
	}
	p := d.addPerson(naming{c, i, to, nil, "people"})
	if p == nil {
		return false
	}
	if len(p.words) == 1 {
		p.listed, p.index = found, index
	}
	for k := i; k < to; k++ {
		c.named[k] = true
	}
	return true
}

// identify finds the person in the list and settles name, surname and offices.
func (d *document) identify(p *person) {
	lang := p.chart.pack.Lang
	if p.listed == nil { // by country and surname
		p.listed = d.lookUp(p)
	}
	switch {
	case p.listed != nil:
		p.value = p.listed.Name
	default:
		p.value = p.canonical(lang)
	}
	p.surname = p.words[len(p.words)-1]
	if p.listed != nil && p.listed.Short != "" {
		if w := d.book.name(p.listed.Short).words; len(w) > 0 {
			p.surname = p.spells(w[len(w)-1], p.listed.Short)
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

// prophets are first names, folded, that many bear in front of the one that
// they are called by: "Muhammed Şahbaz Şerif".
var prophets = []string{"muhammed", "muhammad", "mohammed", "mohammad", "mohamed"}

// lookUp returns the person of the list whom the name and the offices fit.
func (d *document) lookUp(p *person) *people.Person {
	var room [8]people.Ref
	refs := append(room[:0], p.find()...)
	alone := !strings.Contains(p.name, " ") // "Meinl-Reisinger" is one surname of two words
	if alone {
		refs = people.BySurname(refs, p.name)
	}
	if len(refs) == 0 && len(names.Words(p.name)) > len(p.words) {
		refs = people.Find(refs, p.name[:strings.LastIndexByte(p.name, ' ')]) // the list leaves the generation out
	}
	trimmed := false
	if len(refs) == 0 && len(p.words) > 2 && slices.Contains(prophets, p.words[0]) {
		_, rest, _ := strings.Cut(p.name, " ")
		refs, trimmed = people.Find(refs, rest), true
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
			for k := range l.Offices {
				h := &l.Offices[k]
				fits := o.country != "" && o.country == h.Country || o.org != "" && o.org == h.Org
				if o.country != "" && h.Country != "" && o.country != h.Country {
					continue
				}
				if fits {
					score++
				}
				if o.bare && len(p.words) == 1 && h.Holds(day) && (h.Role == "president" || slices.Contains(namedHeads, h.Role)) && d.speaksOf(h) {
					score += 3 // "Başkan Putin", where the text names Russia
					agrees = true
				}
				if h.Role == o.role {
					if h.Portfolio != "" && len(o.portfolios) > 0 && !slices.ContainsFunc(o.portfolios, func(f string) bool { return strings.Contains(h.Portfolio, f) }) {
						continue // another ministry: "Foreign Minister Wong" is none of finance
					}
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
		if (r.Match != people.Spelling || trimmed) && !agrees && len(p.offices) > 0 {
			continue
		}
		if alone && !agrees || serveElsewhere(p.offices, l) {
			continue
		}
		if score > bestScore || best == nil && score == bestScore && score > 0 {
			best, bestScore = l, score
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

// speaksOf reports that the article names the country or body of an office.
func (d *document) speaksOf(h *people.Office) bool {
	for _, c := range d.charts {
		for _, t := range c.survey.named {
			if t.name == h.Country {
				return true
			}
		}
		for _, i := range c.orgs {
			if e := c.startingAt(i, clsOrg); e != nil && h.Org != "" && c.value(e) == h.Org {
				return true
			}
		}
	}
	return false
}
