package extract

import (
	"cmp"
	"slices"
	"strings"

	"extract/model"
)

// attendeesOf returns who takes part in a meeting beside those who chair it:
// the officials of the sentences that name the meeting and tell of taking
// part, and of those right behind them.
func (d *document) attendeesOf(g *gathering, chairs []string) []string {
	type attendee struct {
		value string
		at    int
	}
	var found []attendee
	take := func(c *chart, sc scope) {
		if !c.tellsOfAttending(sc) {
			return
		}
		for _, p := range d.persons {
			if p.record == nil || slices.Contains(chairs, p.value) || slices.ContainsFunc(found, func(a attendee) bool { return a.value == p.value }) {
				continue
			}
			for _, s := range p.spans {
				if s.chart == c && s.from >= sc.from && s.to <= sc.to {
					found = append(found, attendee{p.value, int(c.toks[s.from].start)})
					break
				}
			}
		}
	}
	for i, s := range g.sittings {
		c := s.chart
		take(c, g.scopes[i])
		const behind = 2
		n := int(c.toks[s.from].sent)
		for k := n + 1; k < len(c.sents) && k <= n+behind; k++ {
			sent := c.sents[k]
			if c.toks[sent.start].block != c.toks[s.from].block || d.sittingIn(c, sent) {
				break
			}
			take(c, scope{sent.start, sent.end})
		}
	}
	slices.SortStableFunc(found, func(a, b attendee) int { return cmp.Compare(a.at, b.at) })
	var values []string
	for _, a := range found {
		values = append(values, a.value)
	}
	return values
}

var attending = classesOf(clsAttend, clsChair)

// tellsOfAttending reports a word of taking part between two tokens.
func (c *chart) tellsOfAttending(sc scope) bool {
	for k := c.nextOf(&attending, sc.from, sc.to); k < sc.to; k = c.nextOf(&attending, k+1, sc.to) {
		if e := c.startingAt(k, clsAttend); e != nil {
			if c.value(e) != "absent" {
				return true
			}
			k = e.end - 1 // "deltok ikke"
			continue
		}
		if e := c.startingAt(k, clsChair); e != nil && c.value(e) == "attend" {
			return true
		}
	}
	return false
}

// maxOutcomes bounds the documents of one meeting.
const maxOutcomes = 8

// outcomesOf returns the documents that a meeting signed or adopted, as they
// stand: those of the sentences that name it, and, of the meeting that the
// article is about, of all sentences behind its first mention.
func (d *document) outcomesOf(g *gathering, r *model.Meeting, main bool) []string {
	if r.Status == "planned" || r.Status == "cancelled" {
		return nil
	}
	var found, stems []string
	take := func(c *chart, sc scope) {
		for k := c.next(clsOutcome, sc.from, sc.to); k < sc.to && len(found) < maxOutcomes; k = c.next(clsOutcome, k+1, sc.to) {
			e := c.startingAt(k, clsOutcome)
			if !c.signedNear(e, sc) || c.tenseAt(e.start, e.end) > 0 {
				continue
			}
			k = e.end - 1
			// "an agreement … the agreement" is one.
			s := c.documentName(e, sc)
			stem := string(c.lex.stemOf(appendFold(nil, s)))
			if !slices.Contains(stems, stem) {
				found, stems = append(found, s), append(stems, stem)
			}
		}
	}
	first := g.sittings[0]
	for i, s := range g.sittings {
		take(s.chart, g.scopes[i])
	}
	if main {
		c := first.chart
		other := int32(-1) // the entry of a chronology that tells of another sitting
		for n := int(c.toks[first.from].sent) + 1; n < len(c.sents); n++ {
			block := c.toks[c.sents[n].start].block
			for _, s := range d.sittingsIn(c, c.sents[n].start, c.sents[n].end) {
				if (s.number != first.number || s.series != first.series) && c.opensWithDate(s.from) {
					other = block
				}
			}
			if block == other || c.beside(c.sents[n]) {
				continue
			}
			if !d.sittingIn(c, c.sents[n]) && !c.looksBack(c.sents[n], r.FirstDay) && !d.afterwards(c, c.sents[n], r.LastDay) && !d.otherItem(c, first, c.sents[n]) {
				take(c, scope{c.sents[n].start, c.sents[n].end})
			}
		}
	}
	return found
}

// looksBack reports a sentence that tells only of times before the month of a
// day: a treaty "signed in Washington on August 30, 1951" is no outcome of the talks.
func (c *chart) looksBack(sent sentence, day string) bool {
	const month = len("2006-01")
	dates := c.datesIn(sent.start, sent.end)
	for _, f := range dates {
		if _, _, last := f.dates.texts(); day == "" || last == "" || f.dates.openL || last[:month] >= day[:month] {
			return false
		}
	}
	return len(dates) > 0
}

// afterwards reports a sentence that tells only of years that have come since a day.
func (d *document) afterwards(c *chart, sent sentence, day string) bool {
	const year = len("2006")
	dates := c.datesIn(sent.start, sent.end)
	for _, f := range dates {
		if _, first, _ := f.dates.texts(); day == "" || first == "" || d.ctx.refFrom == "" || first[:year] <= day[:year] || first > d.ctx.ref.String() {
			return false
		}
	}
	return len(dates) > 0
}

// beside reports a sentence that tells what happened on the margins of a meeting.
func (c *chart) beside(sent sentence) bool {
	return c.next(clsSidelines, sent.start, sent.end) < sent.end
}

// signedNear reports a word of signing or adopting close to a document, not
// of what is yet to be signed.
func (c *chart) signedNear(e *edge, sc scope) bool {
	const near = 8
	for k := max(sc.from, e.start-near); k < min(sc.to, e.end+near); k++ {
		if s := c.startingAt(k, clsSign); s != nil && (c.pack.undone < 0 || !c.endsIn(s.end-1, c.pack.undone)) {
			return true
		}
	}
	return false
}

// documentName is the name of a document as it stands: what quotes around the
// noun hold, else the noun with the capitalised words in front of it.
func (c *chart) documentName(e *edge, sc scope) string {
	const most = 30
	open, end := e.start, e.end
	for open > sc.from && e.start-open < most && c.toks[open-1].char != '"' {
		open--
	}
	for end < sc.to && end-e.end < most && c.toks[end].char != '"' {
		end++
	}
	if open > sc.from && end < sc.to && c.toks[open-1].char == '"' && c.toks[end].char == '"' && c.opensQuote(open-1) {
		return c.phraseText(open, end)
	}
	from := e.start
	for from > sc.from && e.start-from < 4 && c.toks[from-1].kind == wordToken && c.toks[from-1].end == c.toks[from-1].stem &&
		(c.toks[from-1].is(capital) && !c.pack.NounCapitals || c.has(from-1, clsSessionAdj)) && !c.has(from-1, clsStopword, clsSign, clsTense) && !c.inName(from-1) {
		from--
	}
	return c.phraseText(from, e.end)
}

// opensQuote reports that the quotation mark at i opens: an even number of them
// stands in front of it in its block.
func (c *chart) opensQuote(i int32) bool {
	start := c.sents[c.firstSentence(i)].start
	return (len(inFrontOf(c.quotes, i))-len(inFrontOf(c.quotes, start)))%2 == 0
}

// phraseText is what tokens from to to say, on one line and without the
// ending behind an apostrophe.
func (c *chart) phraseText(from, to int32) string {
	return strings.Join(strings.Fields(c.text[c.toks[from].start:c.toks[to-1].stem]), " ")
}
