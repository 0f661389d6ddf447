package extract

import (
	"slices"
	"strings"
	"sync"

	"extract/extract/gazetteer"
	"extract/extract/packs"
)

// seriesByID are the listed series.
var seriesByID = sync.OnceValue(func() map[string]*gazetteer.SeriesEntry {
	byID := map[string]*gazetteer.SeriesEntry{}
	list := gazetteer.Series()
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return byID
})

// seriesWords are the names of the listed series in a language, as words of
// its pack.
func seriesWords(lang string) []packs.Word {
	var words []packs.Word
	place := packs.Place{File: "gazetteer/series.toml"}
	for _, s := range gazetteer.Series() {
		add := func(class string, forms []string) {
			for _, form := range forms {
				words = append(words, packs.Word{Class: class, Value: s.ID, Form: form, Place: place})
			}
		}
		names := s.Names[lang]
		add("series", names.Names)
		add("series-body", names.Body)
		add("series-host", names.Host)
		add("series-code", s.Short)
	}
	return words
}

// nameSeries finds out which series a sitting is of: by a listed name in its
// phrase or beside it, by what the document named before, else by its words.
func (d *document) nameSeries(s *sitting, before []sitting) {
	if s.known {
		return
	}
	c := s.chart
	d.phrase(s)
	s.term = c.termIn(s.to, s.phraseTo)
	if e := d.listedSeries(s); e != nil {
		s.setSeries(e)
		return
	}
	s.parties = c.partiesIn(s.phraseFrom, s.phraseTo)
	head, telling := c.headWords(s)
	s.named = len(s.parties) > 0 || telling
	if !s.named {
		if prev := d.seriesBefore(s, before); prev != nil {
			s.series, s.kind, s.name, s.parties, s.known = prev.series, prev.kind, prev.name, prev.parties, prev.known
			return
		}
		if e := d.onlySeries(s); e != nil {
			s.setSeries(e)
			return
		}
	}
	if len(s.parties) == 0 && s.kind != "summit" {
		s.parties = nil
	}
	s.series = "x:" + c.pack.Lang + ":" + s.kind + ":" + strings.Join(s.parties, "-") + ":" + strings.Join(head, "-")
	start, end := c.span(s.phraseFrom, s.phraseTo)
	s.name = strings.Join(strings.Fields(c.text[start:end]), " ")
}

// How surely words name the series of a sitting.
const (
	otherNoun = 1 + iota // a name with another noun in it: "29th session … regular meetings"
	hosted               // who holds the series, and a noun of its kind
	ofBody               // the body that sits
	byName               // a name with the very noun
)

// listedSeries returns the listed series that the words around a sitting name:
// those of its phrase, else those of its sentence.
func (d *document) listedSeries(s *sitting) *gazetteer.SeriesEntry {
	c := s.chart
	if e := d.seriesIn(s, s.phraseFrom, s.phraseTo, otherNoun); e != nil {
		return e
	}
	if e := d.seriesAround(s); e != nil {
		return e
	}
	sent := c.sents[c.toks[s.from].sent]
	return d.seriesIn(s, max(sent.start, s.from-6), min(sent.end, s.to+8), hosted)
}

// seriesIn returns the listed series that words between two tokens name most
// surely, and at least as surely as asked for; of those the longest name's.
func (d *document) seriesIn(s *sitting, from, to int32, atLeast int) *gazetteer.SeriesEntry {
	c := s.chart
	var best *gazetteer.SeriesEntry
	bestSure, bestLen := atLeast-1, int32(0)
	for k := from; k < to; k++ {
		for i := c.head[k]; i >= 0; i = c.edges[i].next {
			e := &c.edges[i]
			var sure int
			switch e.class {
			case clsSeries:
				sure = otherNoun
				if e.start <= s.nounFrom && s.nounFrom < e.end {
					sure = byName
				}
			case clsSeriesBody:
				sure = ofBody
			case clsSeriesHost:
				sure = hosted
			default:
				continue
			}
			n := e.end - e.start
			if sure < bestSure || sure == bestSure && n <= bestLen || sure < atLeast || e.end > to+8 {
				continue
			}
			if entry := seriesByID()[c.value(e)]; d.fitsSeries(s, entry, sure) && !c.insideName(e) {
				best, bestSure, bestLen = entry, sure, n
			}
		}
	}
	return best
}

// onlySeries returns the one listed series of the kind of a sitting without a
// name of its own that the passage names elsewhere: "the 29th meeting …", and
// further on "the regular meeting of prime ministers"; else the one whose host
// the title names.
func (d *document) onlySeries(s *sitting) *gazetteer.SeriesEntry {
	c := s.chart
	var named, bodies, titled oneSeries
	for i := range c.edges {
		e := &c.edges[i]
		if e.class != clsSeries && e.class != clsSeriesBody && e.class != clsSeriesHost {
			continue
		}
		sure := hosted
		switch e.class {
		case clsSeries:
			sure = otherNoun
		case clsSeriesBody:
			sure = ofBody
		}
		entry := seriesByID()[c.value(e)]
		if !d.fitsSeries(s, entry, sure) || c.insideName(e) {
			continue
		}
		if e.class == clsSeries {
			named.add(entry)
		} else if e.class == clsSeriesBody {
			if entry.Kind == s.kind {
				bodies.add(entry)
			}
		} else if c.toks[e.start].block <= 1 {
			titled.add(entry)
		}
	}
	if named.entry != nil || named.several {
		return named.entry
	}
	if bodies.entry != nil || bodies.several {
		return bodies.entry
	}
	return titled.entry
}

// oneSeries keeps a series as long as it is the only one.
type oneSeries struct {
	entry   *gazetteer.SeriesEntry
	several bool
}

func (o *oneSeries) add(entry *gazetteer.SeriesEntry) {
	if o.several || o.entry != nil && o.entry != entry {
		o.entry, o.several = nil, true
		return
	}
	o.entry = entry
}

// insideName reports that words are part of the longer name of a country or an
// organisation: "Arab" in "United Arab Emirates".
func (c *chart) insideName(e *edge) bool {
	for k := max(0, e.start-4); k <= e.start; k++ {
		for i := c.head[k]; i >= 0; i = c.edges[i].next {
			x := &c.edges[i]
			if (x.class == clsCountry || x.class == clsOrg) && x.end >= e.end && x.end-x.start > e.end-e.start {
				return true
			}
		}
	}
	return false
}

// fitsSeries reports that a sitting of this kind can be of a series that words
// name so surely.
func (d *document) fitsSeries(s *sitting, entry *gazetteer.SeriesEntry, sure int) bool {
	if sure <= hosted && s.kind != entry.Kind {
		return false // who holds summits also holds meetings of other kinds
	}
	if !entry.Beside {
		return true
	}
	if sure == hosted && !s.regular() {
		return false // "their third meeting" is none of a series
	}
	near := d.partiesNear(s)
	return !slices.ContainsFunc(entry.Parties, func(p string) bool { return !near[p] })
}

// regular reports that an adjective says that a meeting is one of a series:
// regular, annual, ordinary.
func (s *sitting) regular() bool {
	c := s.chart
	for k := s.from; k < s.to; k++ {
		if c.has(k, clsSessionAdj) {
			return true
		}
	}
	return s.to-s.nounFrom > 1 // the noun has it: "düzenli toplantı"
}

// partiesNear are the countries that the title names, the paragraph of a
// sitting, and the first paragraph when the sitting stands in the title.
func (d *document) partiesNear(s *sitting) map[string]bool {
	near := map[string]bool{}
	c := s.chart
	block := c.toks[s.from].block
	for i := range c.edges {
		e := &c.edges[i]
		if e.class != clsCountry && e.class != clsNationality {
			continue
		}
		if b := c.toks[e.start].block; b == block || b <= 1 || block <= 1 && b <= 3 {
			near[c.value(e)] = true
		}
	}
	return near
}

// seriesBefore returns the sitting before whose series one without a name
// takes over: of the same kind, or the nearest.
func (d *document) seriesBefore(s *sitting, before []sitting) *sitting {
	var best *sitting
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		if b.kind != s.kind || !b.known && !b.named {
			continue
		}
		// Of several series the one whose last number is next to this one's.
		if best == nil || best.series != b.series && distance(b.number, s.number) == 1 && distance(best.number, s.number) > 1 {
			best = b
		}
	}
	if best != nil {
		return best
	}
	for i := len(before) - 1; i >= 0; i-- {
		if b := &before[i]; !b.known && (s.kind == "meeting" || s.kind == "session" || b.kind == "meeting" || b.kind == "session") && b.named {
			return b
		}
	}
	return nil
}

// partiesIn returns the countries named between two tokens, sorted.
func (c *chart) partiesIn(from, to int32) []string {
	var list []string
	for k := from; k < to; k++ {
		if e := c.startingAt(k, clsCountry, clsNationality); e != nil && e.end <= to {
			if v := c.value(e); !slices.Contains(list, v) {
				list = append(list, v)
			}
			k = e.end - 1
		}
	}
	slices.Sort(list)
	return list
}

// headWords are the words that tell an unknown series from others: folded,
// without numbers, countries, words of the language and the noun itself.
func (c *chart) headWords(s *sitting) (words []string, telling bool) {
	for k := s.phraseFrom; k < s.phraseTo; k++ {
		t := &c.toks[k]
		if t.kind != wordToken || k >= s.nounFrom && k < s.to || k >= s.from && k < s.numberTo {
			continue
		}
		if e := c.startingAt(k, clsCountry, clsNationality); e != nil {
			k = e.end - 1
			continue
		}
		if c.has(k, clsStopword, clsOfficeOf, clsNumberAnd, clsAnd, clsTense) {
			continue
		}
		if e := c.startingAt(k, clsSessionAdj); e != nil {
			k = e.end - 1
			continue
		}
		if k > 0 && c.toks[k-1].char == '(' {
			continue // the abbreviation of what stands in front
		}
		word := appendFold(nil, c.text[t.start:t.stem])
		if body := c.has(k, clsBody); body || t.words[0] != 0 {
			word = c.lex.stemOf(word)
			telling = telling || !body
		} else {
			telling = true
		}
		words = append(words, string(word))
	}
	return words, telling
}

// termIn returns the number of the body itself: "of the 20th Central Committee".
func (c *chart) termIn(from, to int32) int {
	for k := from; k < to+1 && int(k) < len(c.toks); k++ {
		if e := c.startingAt(k, clsRank); e != nil && e.end < to {
			if v, ok := c.nums[e.ref].dec.Int64(); ok {
				return int(v)
			}
		}
	}
	return 0
}
