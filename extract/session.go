package extract

import (
	"slices"
	"sort"
	"strconv"

	"extract/extract/gazetteer"
	"extract/model"
)

// sitting is a numbered session in the text.
type sitting struct {
	chart      *chart
	from, to   int32 // tokens of the mention
	number     int
	kind       string
	series     string
	name       string
	parties    []string
	term       int
	known      bool  // the series is a listed one
	named      bool  // the words name the series themselves: it is not taken over from before
	numberTo   int32 // behind the number
	nounFrom   int32 // the noun, or where it would stand
	elliptic   bool
	phraseFrom int32 // the words that name the body
	phraseTo   int32
	rule       string
}

// maxBetween bounds the words between a number and its noun.
const maxBetween = 7

// findSessions finds the numbered sittings of a chart and makes their records.
func (d *document) findSessions(c *chart) {
	var found []sitting
	covered := int32(0)
	for i := int32(0); int(i) < len(c.toks); i++ {
		if i < covered {
			continue
		}
		if s, ok := c.coded(i); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		numbers, behind := c.numbersAt(i)
		if len(numbers) == 0 {
			continue
		}
		if s, ok := c.nounFirst(i, behind, numbers); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		noun, kind := c.nounBehind(behind)
		if noun == nil {
			continue
		}
		if why := c.noSession(i, behind, noun); why != "" {
			if d.engine.opts.Explain {
				d.traceAt(c, i, noun.end, model.TypeSession, "", c.pack.Lang+"/ordinal-noun", false, why)
			}
			continue
		}
		for n, num := range numbers {
			s := sitting{chart: c, from: num.from, to: noun.end, number: num.value, kind: kind, numberTo: behind, nounFrom: noun.start, rule: "ordinal-noun", phraseFrom: num.from, phraseTo: noun.end}
			if n == 0 {
				s.from = i
			}
			found = append(found, s)
		}
		covered = noun.end
	}
	for i := range found {
		d.nameSeries(&found[i], found[:i])
	}
	found = d.ellipses(c, found)
	sort.SliceStable(found, func(i, j int) bool { return found[i].from < found[j].from })
	for i := range found {
		d.keepSession(&found[i])
	}
}

// numbered is one ordinal of an enumeration.
type numbered struct {
	from, to int32
	value    int
}

// numbersAt reads the ordinal at token i, or an enumeration of ordinals: "44.
// und 45.", "25., 26. og 27.", and returns the token behind.
func (c *chart) numbersAt(i int32) ([]numbered, int32) {
	var list []numbered
	pos := i
	for {
		e := c.startingAt(pos, clsRank)
		if e == nil {
			e = c.startingAt(pos, clsRoman)
			if e != nil && c.toks[pos].stem-c.toks[pos].start < 2 && e.end == pos+1 && !c.has(e.end, clsSessionNoun) {
				e = nil
			}
		}
		if e == nil || c.taken[pos] {
			return list, pos
		}
		v, ok := c.nums[e.ref].dec.Int64()
		if !ok || v < 1 || v > 999 {
			return list, pos
		}
		list = append(list, numbered{pos, e.end, int(v)})
		next := e.end
		if int(next) >= len(c.toks) {
			return list, next
		}
		if c.toks[next].char == ',' || c.toks[next].char == '-' || c.toks[next].char == '/' || c.conjunction(next) {
			after := next + 1
			if e := c.startingAt(after, clsStopword); e != nil && e.end == after+1 && !c.has(after, clsRank) {
				after++ // "the 25th and the 26th"
			}
			if c.has(after, clsRank) && c.toks[after].sent == c.toks[i].sent {
				pos = after
				continue
			}
		}
		return list, next
	}
}

// nounBehind returns the noun of a sitting behind an ordinal, and its kind.
func (c *chart) nounBehind(pos int32) (*edge, string) {
	if int(pos) >= len(c.toks) {
		return nil, ""
	}
	sent := c.toks[max(0, pos-1)].sent
	unknown := 0
	for k := pos; k < pos+maxBetween && int(k) < len(c.toks) && c.toks[k].sent == sent && !c.toks[k].is(blankBefore); k++ {
		t := &c.toks[k]
		if e := c.startingAt(k, clsSessionNoun); e != nil {
			// The last noun of the phrase is its head: "congress session".
			if next := c.startingAt(e.end, clsSessionNoun); next != nil && !c.toks[e.end].is(blankBefore) && c.toks[e.end].sent == sent {
				e = next
			}
			return e, c.value(e)
		}
		if e := c.startingAt(k, clsSeries); e != nil {
			// A listed name that has its noun inside: "World Economic Forum".
			start := e.start
			if n := c.nounInside(e); n != nil {
				start = n.start
			}
			return &edge{class: clsSessionNoun, start: start, end: e.end, ref: e.ref, rule: e.rule}, seriesByID()[c.value(e)].Kind
		}
		switch {
		case t.kind == punctToken:
			if t.char != '-' && t.char != '"' && !(t.char == '(' || t.char == ')') {
				return nil, ""
			}
			if t.char == '-' && t.is(spaceBefore) {
				return nil, ""
			}
		case c.has(k, clsSessionAdj, clsNationality, clsCountry, clsOrg, clsBody, clsPortfolio, clsSeries, clsSeriesBody, clsSeriesHost):
			if e := c.startingAt(k, clsSessionAdj, clsNationality, clsCountry, clsOrg, clsBody, clsSeries, clsSeriesBody, clsSeriesHost); e != nil {
				k = e.end - 1
			}
		case c.conjunction(k):
		case c.has(k, clsStopword, clsTense, clsMonth, clsUnit, clsAnniversary, clsNotSession, clsOffice, clsCurrency):
			return nil, ""
		default:
			if unknown++; unknown > 4 || !t.is(capital) && unknown > 2 {
				return nil, ""
			}
		}
	}
	return nil, ""
}

// nounInside returns the last noun of a sitting inside a longer edge.
func (c *chart) nounInside(e *edge) *edge {
	var last *edge
	for k := e.start; k < e.end; k++ {
		if n := c.startingAt(k, clsSessionNoun); n != nil && n.end <= e.end {
			last = n
		}
	}
	return last
}

// noSession tells why an ordinal and a noun are no sitting.
func (c *chart) noSession(from, behind int32, noun *edge) string {
	for k := from; k < noun.end; k++ {
		if e := c.startingAt(k, clsSeries, clsSeriesBody, clsSeriesHost); e != nil && e.end > k+1 {
			k = e.end - 1 // what such words mean inside a listed name does not count
			continue
		}
		if e := c.startingAt(k, clsAnniversary, clsNotSession); e != nil && (k < noun.start || e.end > noun.start) {
			return "it is an anniversary, a rank or a body"
		}
	}
	// "the 14th summit anniversary"; a language that sets cases on the noun
	// goes on with another word: "14. zirvesine başkanlık etti".
	behindNoun := []class{clsAnniversary, clsNotSession}
	if c.pack.BodyFirst {
		behindNoun = behindNoun[:1]
	}
	if int(noun.end) < len(c.toks) && c.has(noun.end, behindNoun...) {
		return "it is an anniversary, a rank or a body"
	}
	if from > 0 && c.toks[from-1].kind == digitToken && !c.toks[from].is(spaceBefore) {
		return "it is part of a longer number"
	}
	return ""
}

// coded reads a code with a number: COP28, UNGA 79.
func (c *chart) coded(i int32) (sitting, bool) {
	e := c.startingAt(i, clsSeriesCode)
	if e == nil || int(e.end) >= len(c.toks) {
		return sitting{}, false
	}
	at := e.end
	if c.toks[at].char == '-' && !c.toks[at].is(spaceBefore) && int(at)+1 < len(c.toks) {
		at++
	}
	t := &c.toks[at]
	if t.kind != digitToken || t.stem-t.start > 3 || t.num == 0 || t.is(blankBefore) {
		return sitting{}, false
	}
	s := sitting{chart: c, from: i, to: at + 1, number: int(t.num), nounFrom: i, phraseFrom: i, phraseTo: e.end, rule: "code-number"}
	d := seriesByID()[c.value(e)]
	s.setSeries(d)
	return s, true
}

func (s *sitting) setSeries(d *gazetteer.SeriesEntry) {
	s.series, s.kind, s.name, s.parties, s.known, s.named = d.ID, d.Kind, d.Name, d.Parties, true, true
}

// phrase finds how far the words go that name the body: behind the noun a
// genitive or of-phrase, in front of the number what stands in the genitive.
func (d *document) phrase(s *sitting) {
	c := s.chart
	sent := c.toks[s.from].sent
	s.phraseFrom, s.phraseTo = s.from, s.to
	pos := s.to
	for !c.pack.BodyFirst && int(pos) < len(c.toks) && c.toks[pos].sent == sent && !c.toks[pos].is(blankBefore) && pos < s.to+16 {
		t := &c.toks[pos]
		if e := c.startingAt(pos, clsSeries, clsSeriesBody, clsSeriesHost, clsBody, clsCountry, clsNationality, clsOrg, clsSessionAdj, clsParty, clsOfficeOf, clsSessionNoun, clsPortfolio); e != nil {
			if e.class == clsOfficeOf && (!c.of(e.end) || c.has(pos, clsLocative) && c.cityHere(e.end)) {
				break
			}
			pos = e.end
			if e.class != clsOfficeOf {
				s.phraseTo = pos
			}
			continue
		}
		if e := c.startingAt(pos, clsRank); e != nil {
			pos = e.end
			continue
		}
		if t.char == '-' && !t.is(spaceBefore) || c.conjunction(pos) {
			pos++
			continue
		}
		if t.kind == wordToken && t.is(capital) && t.words[0] == 0 && pos > s.to {
			pos++
			s.phraseTo = pos
			continue
		}
		if t.kind == wordToken && !c.has(pos, clsStopword, clsTense, clsChair, clsOffice, clsMonth, clsWeekday) && c.of(pos) {
			pos++
			continue
		}
		break
	}
	// In front: an unbroken run of names and words of bodies.
	front := min(s.from, s.nounFrom)
	for front > 0 && !c.endsPhrase(front-1) && c.toks[front-1].sent == sent && s.from-front < 16 && !c.toks[front].is(blankBefore) {
		if e := c.endingAt(front, clsSeries, clsSeriesBody, clsSeriesHost, clsBody, clsCountry, clsNationality, clsOrg, clsSessionAdj, clsPortfolio); e != nil {
			front = e.start
			s.phraseFrom = front
			continue
		}
		t := &c.toks[front-1]
		if t.char == '-' && !c.toks[front].is(spaceBefore) || t.char == ')' || t.char == '(' || c.conjunction(front-1) {
			front--
			continue
		}
		if c.pack.BodyFirst && t.kind == wordToken && (t.is(capital) || t.words[0] == 0) && !c.has(front-1, clsStopword, clsOffice, clsTense) {
			front--
			if t.is(capital) {
				s.phraseFrom = front
			}
			continue
		}
		break
	}
	if !c.pack.BodyFirst {
		// Only a listed name counts in front of the number.
		if e := c.endingAt(s.from, clsSeriesBody, clsSeriesHost); e == nil || e.start != s.phraseFrom {
			s.phraseFrom = s.from
		}
	}
}

// of reports that the words from i on, within three, name a body.
func (c *chart) of(i int32) bool {
	for k := i; k < i+4 && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i].sent; k++ {
		if c.has(k, clsSeries, clsSeriesBody, clsSeriesHost, clsBody, clsOrg, clsCountry, clsNationality, clsRank, clsParty) || c.unknownName(k) {
			return true
		}
		if c.toks[k].kind == punctToken && c.toks[k].char != '-' {
			return false
		}
	}
	return false
}

// ellipses finds the sittings whose noun is left out: "the 25th in 2020",
// "det 17. i rekken".
func (d *document) ellipses(c *chart, found []sitting) []sitting {
	all := slices.Clone(found)
	for i := int32(1); int(i) < len(c.toks); i++ {
		e := c.startingAt(i, clsRank)
		if e == nil || c.taken[i] || c.inName(i) || slices.ContainsFunc(all, func(s sitting) bool { return i >= s.from && i < s.to || i >= s.phraseFrom && i < s.phraseTo }) {
			continue
		}
		v, ok := c.nums[e.ref].dec.Int64()
		if !ok || v < 2 || v > 999 || !c.noNoun(e.end) && !c.ordinalOf(e.end-1) || !c.has(i-1, clsStopword, clsOfficeOf, clsLocative, clsNumberAnd, clsAnd) && !c.ordinalOf(e.end-1) {
			continue
		}
		var prev *sitting
		for k := range found {
			b := &found[k]
			if b.from < i && c.toks[i].block == c.toks[b.from].block && c.toks[i].sent-c.toks[b.from].sent <= 1 {
				prev = b
			}
		}
		if prev == nil {
			if s, ok := c.inRow(i, e.end); ok {
				s.number = int(v)
				d.nameSeries(&s, found)
				all = append(all, s)
			}
			continue
		}
		s := *prev
		s.from, s.to, s.number, s.elliptic, s.nounFrom, s.rule = i, e.end, int(v), true, e.end, "ordinal-alone"
		s.phraseFrom, s.phraseTo, s.term = i, e.end, 0
		all = append(all, s)
	}
	return all
}

// inRow reads an ordinal "in the row" that stands behind its noun: "the next
// summit, the 17th of its kind".
func (c *chart) inRow(i, end int32) (sitting, bool) {
	if !c.has(end, clsSessionRow) {
		return sitting{}, false
	}
	for k := i - 1; k >= c.sents[c.toks[i].sent].start; k-- {
		if e := c.startingAt(k, clsSessionNoun); e != nil && !c.has(k, clsAnniversary, clsNotSession) {
			return sitting{chart: c, from: i, to: end, kind: c.value(e), nounFrom: end, phraseFrom: i, phraseTo: end, elliptic: true, rule: "ordinal-alone"}, true
		}
	}
	return sitting{}, false
}

// cityHere reports a name of the gazetteer at token i.
func (c *chart) cityHere(i int32) bool {
	if int(i) >= len(c.toks) || !c.toks[i].is(capital) {
		return false
	}
	_, refs := c.cityAt(i)
	return len(refs) > 0
}

// noNoun reports that no noun follows that a number could be of.
func (c *chart) noNoun(i int32) bool {
	if int(i) >= len(c.toks) {
		return true
	}
	t := &c.toks[i]
	if t.is(blankBefore) || t.kind == punctToken {
		return t.char != '-' && t.char != '%'
	}
	if t.kind == digitToken {
		return false
	}
	return c.has(i, clsStopword, clsLocative, clsTense, clsTrend, clsOfficeOf) && !c.has(i, clsUnit, clsMonth)
}

// keepSession makes the record of a sitting.
func (d *document) keepSession(s *sitting) {
	rec := &model.Session{Value: s.series + "/" + strconv.Itoa(s.number), Number: s.number, Kind: s.kind, Series: s.series, Name: s.name, Parties: s.parties, Term: s.term}
	rec.Common = d.base(s.chart, s.from, s.to, s.chart.pack.Lang+"/"+s.rule)
	d.keep(s.chart, rec, s.from, s.to)
	d.sittings = append(d.sittings, *s)
}
