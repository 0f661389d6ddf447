package extract

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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
// its pack. Who holds a series may take the endings of a noun, as the genitive
// in front of the number: "Mercosurs 65. toppmøte". A pack of somebody's own may
// have no endings: then the names have none.
func seriesWords(p *packs.Pack) []packs.Word {
	var words []packs.Word
	place := packs.Place{File: "gazetteer/series.toml"}
	for _, s := range gazetteer.Series() {
		add := func(class string, forms []string) {
			_, inflected := p.Suffixes[cmp.Or(p.Inflection[class], "noun")]
			for _, form := range forms {
				if !inflected {
					form = strings.ReplaceAll(form, "~", "")
				}
				if last, _ := utf8.DecodeLastRuneInString(form); class == "series-host" && inflected && unicode.IsLetter(last) {
					form += "~"
				}
				words = append(words, packs.Word{Class: class, Value: s.ID, Form: form, Place: place})
			}
		}
		names := s.Names[p.Lang]
		add("series", names.Names)
		add("series-body", names.Body)
		add("series-host", names.Host)
		add("series-treaty", names.Treaty)
		add("series-code", s.Short)
	}
	return words
}

// seriesForm is a name of a listed series as the words that tell it from
// others: without articles, prepositions and conjunctions.
type seriesForm struct {
	entry *gazetteer.SeriesEntry
	words []int32 // ids of the lexicon
	host  bool
}

// compileSeries makes the names of the listed series ready, by first word, and
// reports words of a series that no list has.
func (c *compiled) compileSeries() (faults []error) {
	paradigm := c.lex.paradigmOf(c.Pack, "series")
	byID := seriesByID()
	for i := range c.Words {
		w := &c.Words[i]
		if !slices.Contains([]string{"series", "series-body", "series-host", "series-code", "series-treaty"}, w.Class) {
			continue
		}
		f := seriesForm{entry: byID[w.Value], host: w.Class == "series-host"}
		if f.entry == nil {
			faults = append(faults, &packs.Error{Place: w.Place, Msg: fmt.Sprintf("no series is called %q: the ids of %s are those of the list of series", w.Value, w.Class)})
			continue
		}
		if w.Class == "series-code" || w.Class == "series-treaty" {
			continue // found as any word is
		}
		words, _ := c.lex.split(w.Form)
		for _, fw := range words {
			if fw.punct && fw.text != "+" || !fw.capital && c.filler(fw.text) {
				continue // OPEC+ is another than OPEC; other marks tell no names apart
			}
			id, err := c.lex.word(fw, paradigm)
			if err != nil {
				continue // reported where the words are added
			}
			f.words = append(f.words, id)
		}
		if len(f.words) > 0 {
			for int(f.words[0]) >= len(c.series) {
				c.series = append(c.series, nil)
			}
			for int(f.words[0]>>6) >= len(c.seriesFirst) {
				c.seriesFirst = append(c.seriesFirst, 0)
			}
			c.seriesFirst[f.words[0]>>6] |= 1 << (f.words[0] & 63)
			c.series[f.words[0]] = append(c.series[f.words[0]], f)
		}
	}
	return faults
}

// filler reports a word that names of series may have or not.
func (c *compiled) filler(word string) bool {
	id, ok := c.lex.exact.get(hashFold(word))
	if !ok {
		return false
	}
	node := c.lex.child(0, id)
	if node < 0 {
		return false
	}
	for at := c.lex.nodes[node].first; at < c.lex.nodes[node].last; at++ {
		if isFiller(c.lex.lexemes[at].class) {
			return true
		}
	}
	return false
}

func isFiller(cls class) bool {
	return cls == clsStopword || cls == clsOfficeOf || cls == clsLocative || cls == clsNumberAnd || cls == clsAnd
}

// seriesHit is a listed name that begins at a token.
type seriesHit struct {
	seriesMatch
	host bool
}

// seriesAt returns the listed names that begin at token k and end before to. The
// result holds until the next question.
// Between their words may stand articles, prepositions, countries, and the
// tokens from skipFrom to skipTo: the number of the sitting.
func (c *chart) seriesAt(k, to, skipFrom, skipTo int32) []seriesHit {
	hits := c.hits[:0]
	// Most names that begin so go on with another word than the text does.
	next := k + 1
	between := next < to && c.passes(next, skipFrom, skipTo)
	for _, w := range &c.toks[k].words {
		if w == 0 {
			break
		}
		if int(w>>6) >= len(c.pack.seriesFirst) || c.pack.seriesFirst[w>>6]>>(w&63)&1 == 0 {
			continue
		}
		for i := range c.pack.series[w] {
			f := &c.pack.series[w][i]
			if len(f.words) > 1 && !between && (next >= to || !c.toks[next].canBe(f.words[1])) {
				continue
			}
			if end, ok := c.seriesEnds(f, k, to, skipFrom, skipTo); ok {
				hits = append(hits, seriesHit{seriesMatch{f.entry, k, end, len(f.words)}, f.host})
			}
		}
	}
	c.hits = hits
	return hits
}

// passes reports that the token at pos may stand between the words of a name.
func (c *chart) passes(pos, skipFrom, skipTo int32) bool {
	ch := c.toks[pos].char
	return pos >= skipFrom && pos < skipTo || ch == '-' || ch == '.' || ch == '\'' || ch == '(' || c.starts[pos].meets(&seriesFillers) || c.starts[pos].meets(&countrySet)
}

// seriesMention is a listed series that a chart names without a number.
type seriesMention struct {
	entry *gazetteer.SeriesEntry
	host  bool
	at    []int32 // tokens
	order []int32 // the place of each among all mentions
}

// mentions returns the listed series that the chart names anywhere.
func (c *chart) mentions() []seriesMention {
	if c.mentioned {
		return c.seriesNamed
	}
	c.mentioned = true
	c.seriesNamed = c.seriesNamed[:0]
	n := int32(0)
	note := func(entry *gazetteer.SeriesEntry, host bool, at int32) {
		i := slices.IndexFunc(c.seriesNamed, func(m seriesMention) bool { return m.entry == entry && m.host == host })
		if i < 0 {
			i = len(c.seriesNamed)
			c.seriesNamed = append(c.seriesNamed, seriesMention{entry: entry, host: host})
		}
		m := &c.seriesNamed[i]
		m.at, m.order = append(m.at, at), append(m.order, n)
		n++
	}
	for _, k := range c.survey.series {
		for _, h := range c.seriesAt(k, int32(len(c.toks)), -1, -1) {
			note(h.entry, h.host, k)
		}
		if e := c.startingAt(k, clsSeriesCode); e != nil {
			note(seriesByID()[c.value(e)], false, k)
		}
	}
	return c.seriesNamed
}

// nearest returns the mention next to a token, how far it is, and its place among
// all mentions; of two as near the one in front.
func (m *seriesMention) nearest(token int32) (at, gap, order int32) {
	i := sort.Search(len(m.at), func(i int) bool { return m.at[i] >= token })
	at, gap = -1, 1<<30
	if i < len(m.at) {
		at, gap, order = m.at[i], m.at[i]-token, m.order[i]
	}
	if i > 0 && token-m.at[i-1] <= gap {
		// The first of those that begin at one token.
		k := sort.Search(i, func(k int) bool { return m.at[k] >= m.at[i-1] })
		at, gap, order = m.at[i-1], token-m.at[i-1], m.order[k]
	}
	return at, gap, order
}

// seriesFillers may stand between the words of a listed name.
var seriesFillers = classesOf(clsStopword, clsOfficeOf, clsLocative, clsNumberAnd, clsAnd, clsSessionAdj)

func (c *chart) seriesEnds(f *seriesForm, k, to, skipFrom, skipTo int32) (int32, bool) {
	pos := k + 1
	for _, w := range f.words[1:] {
		for pos < to && !c.toks[pos].canBe(w) {
			t := &c.toks[pos]
			if t.is(blankBefore) || t.sent != c.toks[k].sent {
				return 0, false
			}
			if end := c.bracketed(pos); end > pos && end < to {
				pos = end // the abbreviation of what stands in front
				continue
			}
			if len(f.entry.Parties) > 1 && c.starts[pos].meets(&countrySet) {
				pos = c.startingAt(pos, countryClasses...).end // a summit of a body with a country is another one
				continue
			}
			if pos >= skipFrom && pos < skipTo || t.char == '-' || t.char == '\'' || t.char == '.' || // "St. Petersburg"
				c.starts[pos].meets(&seriesFillers) {
				pos++
				continue
			}
			return 0, false
		}
		if pos >= to {
			return 0, false
		}
		pos++
	}
	return pos, true
}

// bracketed returns the token behind one word in brackets at token i, i itself
// where there is none.
func (c *chart) bracketed(i int32) int32 {
	if c.toks[i].char == '(' && int(i)+2 < len(c.toks) && c.toks[i+2].char == ')' {
		return i + 3
	}
	return i
}
