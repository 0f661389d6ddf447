package extract

import "extract/extract/gazetteer"

// survey is where the stages behind match find what they begin with: the
// tokens are gone through once, and not by each of them.
type survey struct {
	capitals []capitalWord
	offices  []int32 // at which an office begins, or a counterpart
	orgs     []int32 // at which an organisation begins
	headed   []int32 // at which a body begins that tells what its head is called
	owners   []int32 // words such as "his"
	sessions []int32 // at which something begins that a numbered sitting may begin with
	quotes   []int32 // quotation marks
	series   []int32 // whose word may begin a listed name of a series, or is its code
	// Edges.
	facts     []int32 // dates, sums, percentages and look-alikes
	countries []int32 // by name or adjective
	homes     []int32 // words for what is at home in a country: parties, seats, regions, offices
	named     tally   // the countries that the passage names; those of its language once more
}

// capitalWord is a word with a capital.
type capitalWord struct {
	at    int32
	most  int32  // words of the longest city name that begins with it, 0 where none does
	plain uint64 // plainHash
}

var (
	officeStarts  = classesOf(clsOffice, clsCounterpart)
	sessionStarts = classesOf(clsSeriesCode, clsRank, clsRoman, clsSessionNoun, clsSessionNumber)
	bodyStarts    = classesOf(clsOrg, clsHeaded, clsPossessive)
	noted         = classesOf(clsDate, clsMoney, clsPercent, clsNone, clsCountry, clsNationality, clsParty, clsSeat, clsRegion, clsOffice, clsNotCountry)
	surveyed      = union(officeStarts, sessionStarts, bodyStarts, noted)
)

// look makes the survey of a chart whose edges are all there.
func (c *chart) look() {
	s := &c.survey
	s.capitals, s.offices, s.sessions, s.series = s.capitals[:0], s.offices[:0], s.sessions[:0], s.series[:0]
	s.orgs, s.headed, s.owners, s.quotes = s.orgs[:0], s.headed[:0], s.owners[:0], s.quotes[:0]
	s.facts, s.countries, s.homes, s.named = s.facts[:0], s.countries[:0], s.homes[:0], s.named[:0]
	first, wanted := c.pack.seriesFirst, surveyed
	classes := c.starts[:len(c.toks)]
	sum := int32(0) // where the last sum ends
	for i := range c.toks {
		t, starts := &c.toks[i], &classes[i]
		if t.is(capital) && t.kind == wordToken {
			s.capitals = append(s.capitals, capitalWord{at: int32(i), plain: c.plainHash(t)})
		} else if t.char == '"' {
			s.quotes = append(s.quotes, int32(i))
		}
		named := starts.has(clsSeriesCode)
		for k := 0; !named && k < len(t.words) && t.words[k] != 0; k++ {
			w := uint32(t.words[k])
			named = int(w>>6) < len(first) && first[w>>6]>>(w&63)&1 != 0
		}
		if named {
			s.series = append(s.series, int32(i))
		}
		if !starts.meets(&wanted) {
			continue
		}
		if starts.meets(&officeStarts) {
			s.offices = append(s.offices, int32(i))
		}
		if starts.meets(&bodyStarts) {
			s.noteBody(int32(i), starts)
		}
		if starts.meets(&sessionStarts) {
			s.sessions = append(s.sessions, int32(i))
		}
		if !starts.meets(&noted) {
			continue
		}
		for at := c.head[i]; at >= 0; at = c.edges[at].next {
			switch e := &c.edges[at]; e.class {
			case clsMoney:
				sum = max(sum, e.to)
				s.facts = append(s.facts, at)
			case clsDate, clsPercent, clsNone:
				s.facts = append(s.facts, at)
			case clsCountry, clsNationality:
				c.hideCountries(e)
				if int32(i) < sum {
					continue // "US$5 million", "fem millioner amerikanske dollar"
				}
				s.countries = append(s.countries, at)
				s.named.add(c.value(e), 1)
			case clsNotCountry:
				c.hideCountries(e)
			case clsParty, clsSeat, clsRegion, clsOffice:
				if e.rule < 0 {
					s.homes = append(s.homes, at)
				}
			}
		}
	}
	for i := range s.capitals { // together: the table is far away
		w := &s.capitals[i]
		w.most = int32(gazetteer.Starts(w.plain))
	}
	for _, country := range c.pack.Countries {
		s.named.add(country, 1)
	}
}

// hideCountries takes the countries inside a longer name for none: the Guinea of
// "Papua New Guinea", the Spain of "Port of Spain".
func (c *chart) hideCountries(name *edge) {
	for k := name.start + 1; k < name.end; k++ {
		if !c.starts[k].meets(&countrySet) {
			continue
		}
		c.hide(k, func(e *edge) bool {
			return e.end <= name.end && (e.class == clsCountry || e.class == clsNationality) && c.value(e) != c.value(name)
		})
	}
}

// hide takes those of the edges at token k for none that are like that.
func (c *chart) hide(k int32, like func(*edge) bool) {
	left := classSet{}
	for at := c.head[k]; at >= 0; at = c.edges[at].next {
		e := &c.edges[at]
		if like(e) {
			e.class = 0
		}
		left.add(e.class)
	}
	c.starts[k] = left
}

// noteBody notes an organisation, a body with a head, or an owner at token i.
func (s *survey) noteBody(i int32, starts *classSet) {
	if starts.has(clsOrg) {
		s.orgs = append(s.orgs, i)
	}
	if starts.has(clsHeaded) {
		s.headed = append(s.headed, i)
	}
	if starts.has(clsPossessive) {
		s.owners = append(s.owners, i)
	}
}

// tally counts things by name, in the order in which they come. There are few:
// countries of a passage.
type tally []struct {
	name string
	n    int
}

func (t *tally) add(name string, n int) {
	for i := range *t {
		if (*t)[i].name == name {
			(*t)[i].n += n
			return
		}
	}
	*t = append(*t, struct {
		name string
		n    int
	}{name, n})
}

// of returns the count of a name, 0 where it never came.
func (t tally) of(name string) int {
	for i := range t {
		if t[i].name == name {
			return t[i].n
		}
	}
	return 0
}

// top returns the name that counts most, the first by the alphabet of several,
// and its count; one name is passed over.
func (t tally) top(but string) (name string, n int) {
	for i := range t {
		if x := &t[i]; x.name != but && (x.n > n || x.n == n && x.name < name) {
			name, n = x.name, x.n
		}
	}
	return name, n
}
