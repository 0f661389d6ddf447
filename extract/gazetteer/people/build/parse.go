// Package build turns the source files of the list of people into the index that the program embeds.
package build

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A person is one line of the source.
type person struct {
	name, short, country string
	shortFirst           bool // the short name stands first in the name, as in Chinese
	wikidata             string
	offices              []office
	spellings, shorts    []string
	namesake             bool
	where                string
}

type office struct{ role, portfolio, country, org, from, to string }

// Roles in order of rank: what a person is called by first who holds several offices at once.
var roles = strings.Fields(`monarch supreme-leader president prime-minister chancellor governor-general
	crown-prince vice-president deputy-prime-minister vice-chancellor secretary-general managing-director director-general
	high-representative high-commissioner central-bank-governor minister speaker commissioner general-secretary state-secretary
	permanent-secretary deputy-minister executive-secretary special-envoy trade-representative national-security-adviser governor mayor ambassador
	deputy-secretary-general deputy-speaker party-leader shadow-minister spokesperson chairman director
	chief-executive secretary general judge first-lady adviser chief-of-staff prosecutor-general pope
	member-of-parliament prosecutor`)

var portfolios = []string{"foreign affairs", "finance", "economy", "commerce", "defence", "interior", "justice",
	"energy", "transport", "health", "education", "science", "culture", "sport", "tourism", "agriculture",
	"environment", "labour", "industry", "development", "digital", "european affairs", "housing", "family"}

var (
	isCountry = regexp.MustCompile(`^[A-Z]{2}$`).MatchString
	isDate    = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`).MatchString
	isItem    = regexp.MustCompile(`^Q[1-9]\d*$`).MatchString
	language  = regexp.MustCompile(`^([a-z]+): *(.+)$`)
)

func parse(file, text string) ([]person, error) {
	var people []person
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		where := fmt.Sprintf("%s:%d", file, n)
		p, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", where, err)
		}
		p.where = where
		people = append(people, p)
	}
	return people, nil
}

func parseLine(line string) (person, error) {
	cells := strings.Split(line, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) < 3 || len(cells) > 4 {
		return person{}, fmt.Errorf("%d cells, want name | country | offices | spellings", len(cells))
	}
	p := person{country: cells[1]}
	p.setName(cells[0])
	if p.name == "" || !isCountry(p.country) {
		return p, fmt.Errorf("%q has no name or no country", line)
	}
	for o := range strings.SplitSeq(cells[2], ";") {
		parsed, err := parseOffice(strings.TrimSpace(o), p.country)
		if err != nil {
			return p, fmt.Errorf("%s: %w", p.name, err)
		}
		p.offices = append(p.offices, parsed)
	}
	slices.SortStableFunc(p.offices, func(a, b office) int {
		return slices.Index(roles, a.role) - slices.Index(roles, b.role)
	})
	if len(cells) == 4 && cells[3] != "" {
		for s := range strings.SplitSeq(cells[3], ";") {
			if err := p.addSpelling(strings.TrimSpace(s)); err != nil {
				return p, fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	return p, nil
}

// setName takes the marks of the short name out of a name.
func (p *person) setName(s string) {
	before, rest, marked := strings.Cut(s, "*")
	if !marked {
		p.name, p.short = s, s[strings.LastIndex(s, " ")+1:]
		if name, _, ok := cutNumeral(s); ok {
			p.short = name
		}
		return
	}
	short, after, _ := strings.Cut(rest, "*")
	p.name, p.short, p.shortFirst = before+short+after, short, before == "" && after != ""
}

func parseOffice(s, country string) (office, error) {
	i := strings.LastIndex(s, " ")
	if i < 0 {
		return office{}, fmt.Errorf("office %q has no term", s)
	}
	what, term := s[:i], s[i+1:]
	from, to, ok := strings.Cut(term, "..")
	if !ok || from != "" && !isDate(from) || to != "" && !isDate(to) {
		return office{}, fmt.Errorf("%q is no term: want from..to", term)
	}
	if n := min(len(from), len(to)); from[:n] > to[:n] {
		return office{}, fmt.Errorf("the term %s ends before it begins", term)
	}
	o := office{country: country, from: from, to: to}
	for _, mark := range []byte("+@=") {
		before, value, ok := strings.Cut(what, " "+string(mark))
		if !ok {
			continue
		}
		what = before
		switch mark {
		case '+':
			o.org = value
		case '@':
			o.org, o.country = value, ""
		case '=':
			if !isCountry(value) {
				return o, fmt.Errorf("%q is no country", value)
			}
			o.country = value
		}
	}
	o.role, o.portfolio, _ = strings.Cut(what, "/")
	if !slices.Contains(roles, o.role) {
		return o, fmt.Errorf("%q is no role", o.role)
	}
	if o.portfolio != "" {
		all := strings.Split(o.portfolio, " and ")
		for _, one := range all {
			if !slices.Contains(portfolios, one) {
				return o, fmt.Errorf("%q is no portfolio", one)
			}
		}
		if !slices.IsSorted(all) {
			return o, fmt.Errorf("portfolios %q are not in alphabetical order", o.portfolio)
		}
	}
	return o, nil
}

func (p *person) addSpelling(s string) error {
	if s == "namesake" {
		p.namesake = true
		return nil
	}
	m := language.FindStringSubmatch(s)
	if m == nil {
		p.spellings = append(p.spellings, s)
		return nil
	}
	switch lang, value := m[1], m[2]; lang {
	case "ru", "uk", "be", "bg":
		for to := range 4 {
			p.spellings = append(p.spellings, transcribe(value, lang, to)...)
		}
	case "short":
		p.shorts = append(p.shorts, value)
	case "wikidata":
		if !isItem(value) {
			return fmt.Errorf("%q is no item", value)
		}
		p.wikidata = value
	default:
		p.spellings = append(p.spellings, value)
	}
	return nil
}
