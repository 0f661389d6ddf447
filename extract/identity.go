package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

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
