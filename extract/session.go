package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"extract/model"
)

// sitting is a numbered session in the text.
type sitting struct {
	chart      *chart
	from, to   int32 // tokens of the mention
	number     int
	kind       string
	called     string // the kind that its own noun says
	series     string
	value      string // of its record: the series and the number
	name       string
	parties    []string
	term       int
	known      bool     // the series is a listed one
	named      bool     // the words name the series themselves: it is not taken over from before
	numberTo   int32    // behind the number, which is no part of a name; the noun of "session number 78"
	nounFrom   int32    // the noun, or where it would stand
	elliptic   int      // number of the sitting before that lends its noun, 0 if it has its own
	seriesTo   int32    // behind the listed name in its phrase
	body       bool     // it is the number of a body and no sitting
	special    bool     // an extraordinary one, of which there is a count of its own
	ofBody     bool     // a body that sits is named in front of the number
	head       []string // words of an unknown series
	phraseFrom int32    // the words that name the body
	phraseTo   int32
	rule       string
	subject    bool // the body is the subject: "the Council held its 216th session"
	edition    bool // it is called the edition of a listed series
	row        bool // "the EU-Japan summit, the 30th in a row": the noun stands in front of the number
}

// maxBetween bounds the words and names between a number and its noun.
const maxBetween = 9

// sittingNumbers are what the mention of a sitting may begin with.
var sittingNumbers = classesOf(clsSeriesCode, clsRank, clsRoman)

// findSessions finds the numbered sittings of a chart.
func (d *document) findSessions(c *chart) {
	var found []sitting
	covered := int32(0)
	c.sat = cleared(c.sat, len(c.toks))
	for _, i := range c.sessions {
		if i < covered || !c.starts[i].meets(&sittingNumbers) {
			continue
		}
		if s, ok := c.coded(i); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		numbers, behind := c.numbersAt(c.numbered[:0], i)
		c.numbered = numbers
		if len(numbers) == 0 {
			continue
		}
		if s, ok := c.nounFirst(i, behind, numbers); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		if s, ok := c.edition(i, behind, numbers); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		if s, ok := c.sittingDefined(found, behind, numbers); ok {
			found = append(found, s)
			covered = s.to
			continue
		}
		noun, kind := c.nounBehind(behind)
		if noun == nil {
			if s, ok := c.bodySits(i, behind, numbers); ok {
				found = append(found, s)
				covered = s.to
			}
			continue
		}
		if why := c.noSession(i, noun); why != "" {
			if d.engine.opts.Explain {
				d.traceAt(c, i, noun.end, model.TypeSession, "", c.pack.Lang+"/ordinal-noun", false, why)
			}
			continue
		}
		if len(numbers) == 1 && numbers[0].value == 1 && c.sinceBehind(noun.end) {
			if d.engine.opts.Explain {
				d.traceAt(c, i, noun.end, model.TypeSession, "", c.pack.Lang+"/ordinal-noun", false, "it is the first since a date, and not the first of all")
			}
			continue
		}
		if kind == "round" && c.contest(noun.end) {
			if d.engine.opts.Explain {
				d.traceAt(c, i, noun.end, model.TypeSession, "", c.pack.Lang+"/ordinal-noun", false, "it is a round of a contest or an election")
			}
			continue
		}
		code := c.startingAt(noun.start, clsSeriesCode)
		for n, num := range numbers {
			s := sitting{chart: c, from: num.from, to: noun.end, number: num.value, kind: kind, numberTo: behind, nounFrom: noun.start, rule: "ordinal-noun", phraseFrom: num.from, phraseTo: noun.end}
			if n == 0 {
				s.from = i
			}
			if code != nil && code.end == noun.end {
				s.setSeries(seriesByID()[c.value(code)])
			}
			found = append(found, s)
		}
		covered = noun.end
	}
	c.sit(found)
	counted := c.counted()
	c.sit(counted)
	alone := c.ellipses(found, counted)
	c.sit(alone)
	found = slices.Concat(found, counted, alone)
	slices.SortStableFunc(found, func(a, b sitting) int { return cmp.Compare(a.from, b.from) })
	d.sittings = append(d.sittings, found...)
}

// sit marks the tokens of sittings.
func (c *chart) sit(found []sitting) {
	for i := range found {
		for k := found[i].from; k < found[i].to; k++ {
			c.sat[k] = true
		}
	}
}

// numbered is one ordinal of an enumeration.
type numbered struct {
	from, to int32
	value    int
}

// numbersAt reads the ordinal at token i, or an enumeration of ordinals: "44.
// und 45.", "25., 26. og 27.", appends them to list and returns the token
// behind.
func (c *chart) numbersAt(list []numbered, i int32) ([]numbered, int32) {
	pos := i
	for {
		e := c.startingAt(pos, clsRank)
		if e == nil {
			e = c.startingAt(pos, clsRoman)
			if e != nil && c.endingAt(pos, clsNotSession) != nil {
				e = nil // "Article IV consultation"
			}
			if e != nil && c.toks[pos].stem-c.toks[pos].start < 2 && e.end == pos+1 && !c.has(e.end, clsSessionNoun) && !c.romanTitle(pos) {
				e = nil
			}
		}
		if e == nil || c.taken[pos] && !c.spared(pos) {
			return list, pos
		}
		v, ok := c.nums[e.ref].dec.Int64()
		if !ok || v < 1 || v > 999 && (v > 19999 || v >= 1500 && v < 2200) && !c.spared(pos) { // 9527th, but no year
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

// spared reports that token i is taken only by words that keep it from being a
// date: "by the seventh meeting", "die 1540. Sitzung".
func (c *chart) spared(i int32) bool {
	for k := max(0, i-2); k < i; k++ {
		if k == i-1 && c.toks[i].num < 1000 {
			break // "den 14. møter rekruttene" is a day
		}
		if e := c.startingAt(k, clsNone); e != nil && e.end > i+1 && c.endingAt(e.end, clsSessionNoun) != nil {
			return true
		}
	}
	return false
}

// romanTitle reports a numeral of one letter in front of a title in capitals
// that is a sitting's: "the V Consultative Meeting".
func (c *chart) romanTitle(i int32) bool {
	if v, _ := c.nums[c.startingAt(i, clsRoman).ref].dec.Int64(); v > 10 || v == 1 && c.endingAt(i, clsArticle) == nil {
		return false
	}
	noun, _ := c.nounBehind(i + 1)
	if noun == nil {
		return false
	}
	for k := i + 1; k <= noun.start; k++ {
		if t := &c.toks[k]; t.kind != wordToken || !t.is(capital) {
			return false
		}
	}
	return true
}

// nounBehind returns the noun of a sitting behind an ordinal, and its kind.
func (c *chart) nounBehind(pos int32) (*edge, string) {
	if int(pos) >= len(c.toks) {
		return nil, ""
	}
	sent := c.toks[max(0, pos-1)].sent
	unknown, last := 0, pos+maxBetween
	for k := pos; k < last && int(k) < len(c.toks) && c.toks[k].sent == sent && !c.toks[k].is(blankBefore); k++ {
		t := &c.toks[k]
		if v := c.startingAt(k, clsVenue); v != nil && v.end > k+1 {
			return nil, "" // "Kongre Merkezi" is a building
		}
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
		if e := c.startingAt(k, clsSeriesCode); e != nil && c.noNoun(e.end) {
			return &edge{class: clsSessionNoun, start: k, end: e.end, ref: e.ref, rule: e.rule}, seriesByID()[c.value(e)].Kind // "the first TICAD"
		}
		if c.pack.BodyFirst && k > pos && c.away(k) {
			return nil, ""
		}
		switch end := c.bracketed(k); {
		case end > k: // "5th Joint Trade Committee (JTC) meeting"
			last += end - k
			k = end - 1
		case t.kind == punctToken:
			if !strings.ContainsRune("-\"()+&", rune(t.char)) && (t.char != '\'' || t.is(spaceBefore)) { // "the ninth Leaders' Meeting"
				return nil, ""
			}
			if t.char == '-' && t.is(spaceBefore) {
				return nil, ""
			}
		case c.has(k, clsSessionAdj, clsNationality, clsCountry, clsOrg, clsBody, clsPortfolio, clsSeriesBody, clsSeriesHost):
			if e := c.startingAt(k, clsSessionAdj, clsNationality, clsCountry, clsOrg, clsBody, clsSeriesBody, clsSeriesHost); e != nil {
				if n := c.nounInside(e); e.class == clsBody && n != nil && n.end == e.end && n.start > k && !c.has(e.end, clsSessionNoun) {
					return n, c.value(n) // "the fifth Strategic Dialogue"
				}
				last += e.end - k - 1 // a name is one
				k = e.end - 1
			}
		case c.conjunction(k):
		case c.plural(k) >= 0: // "the 12th foreign ministers' meeting"
			k = c.plural(k)
		case c.jointly(k) > k: // "the fourth finance ministers and central bank governors' meeting"
			k = c.jointly(k) - 1
		case c.holdersOf(k) > k: // "12. Ekonomi Bakanları Toplantısı"
			k = c.holdersOf(k) - 1
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

// contest reports that the words behind a round name a cup, a league or an
// election.
func (c *chart) contest(i int32) bool {
	for k := i; k < i+6 && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i-1].sent; k++ {
		if joined := int(k)+1 < len(c.toks) && c.toks[k+1].char == '-' && !c.toks[k+1].is(spaceBefore); c.has(k, clsContest) && !joined {
			return true // but the "Open-ended Working Group" is none
		}
		if c.toks[k].kind == punctToken && c.toks[k].char != '-' && c.toks[k].char != '\'' {
			break
		}
	}
	// "FA Cup third round", "Süper Lig 3. tur": in front, too.
	for k := max(0, i-8); k < i; k++ {
		if c.toks[k].sent == c.toks[i-1].sent && c.has(k, clsContest) {
			return true
		}
	}
	// A sentence that begins with it goes on about the one before: "Seçim pazar
	// günü. İkinci tur 14 Aralık'ta."
	const opening = 3
	s := c.sents[c.toks[i-1].sent]
	if i-s.start > opening || s.start == 0 || c.toks[s.start-1].block != c.toks[s.start].block {
		return false
	}
	before := c.sents[c.toks[s.start-1].sent]
	return c.next(clsContest, before.start, before.end) < before.end
}

// sinceBehind reports that what follows a token says since when there was none:
// "the first meeting of the two since 2019".
func (c *chart) sinceBehind(i int32) bool {
	const near = 8
	for k := i; k < i+near && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i-1].sent && !c.comma(k); k++ {
		e := c.startingAt(k, clsDate)
		if e != nil && c.dates[e.ref].ahead == notPast && c.dates[e.ref].grain >= yearGrain && c.dates[e.ref].op == shiftDate {
			return true // "their first dialogue in six years"
		}
		if e != nil && c.taken[k] {
			return c.dates[e.ref].op == openDate && c.dates[e.ref].open > 0
		}
		if c.has(k, clsTense) {
			return false
		}
	}
	return false
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
func (c *chart) noSession(from int32, noun *edge) string {
	for k := from; k < noun.end; k++ {
		if e := c.startingAt(k, clsSeries, clsSeriesBody, clsSeriesHost, clsPartyMeeting); e != nil && e.end > k+1 {
			k = e.end - 1 // what such words mean inside a listed name does not count
			continue
		}
		if e := c.startingAt(k, clsAnniversary, clsNotSession); e != nil && (k < noun.start || e.end > noun.end) {
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
	number := int64(t.num)
	if e := c.startingAt(at, clsRoman); e != nil && e.end == at+1 && t.is(allCaps) {
		number, _ = c.nums[e.ref].dec.Int64() // TICAD VI
	} else if t.kind != digitToken || t.stem-t.start > 3 {
		return sitting{}, false
	}
	if number == 0 || t.is(blankBefore) {
		return sitting{}, false
	}
	if e := c.startingAt(at, clsCardinal); e != nil && e.end > at+1 {
		return sitting{}, false // "COP 31 million"
	}
	s := sitting{chart: c, from: i, to: at + 1, number: int(number), nounFrom: i, phraseFrom: i, phraseTo: e.end, rule: "code-number"}
	d := seriesByID()[c.value(e)]
	s.setSeries(d)
	return s, true
}

// spanTo is where the words that name the sitting end: behind the name of its
// series where that stands right behind the noun.
func (s *sitting) spanTo() int32 {
	if s.seriesTo > s.to {
		return s.seriesTo
	}
	return s.to
}

// keepSession makes the record of a sitting.
func (d *document) keepSession(s *sitting) {
	s.value = s.series + "/" + strconv.Itoa(s.number)
	rec := &model.Session{Value: s.value, Number: s.number, Kind: s.kind, Series: s.series, Name: s.name, Parties: s.parties, Term: s.term}
	rec.Common = d.base(s.chart, s.from, s.spanTo(), d.ruleNamed(s.chart, s.rule))
	d.keep(s.chart, rec, s.from, s.spanTo())
}

// partiesIn returns the countries named between two tokens, sorted.
func (c *chart) partiesIn(from, to int32) []string {
	var list []string
	for k := c.nextOf(&countrySet, from, to); k < to; k = c.nextOf(&countrySet, k+1, to) {
		if int(k) < len(c.taken) && c.taken[k] {
			continue // the US of a US-Dollar
		}
		if e := c.startingAt(k, clsCountry, clsNationality); e.end <= to {
			if o := c.startingAt(k, clsOrg); o != nil && o.end > e.end && o.end <= to {
				k = o.end - 1 // "Türk Devletleri Teşkilatı" is not Turkey
				continue
			}
			if v := c.value(e); !slices.Contains(list, v) {
				list = append(list, v)
			}
			k = e.end - 1
		}
	}
	slices.Sort(list)
	return list
}
