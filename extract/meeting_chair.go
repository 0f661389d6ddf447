package extract

import "slices"

// Who chairs a sitting.

// behindVerb is added to the distance of who stands behind the verb of chairing,
// where the verb stands last: he chairs only when nobody stands in front.
const behindVerb = 1 << 10

// headOfBody reports that the word of chairing at k is the head of the body
// in front: "nasjonalforsamlingens leder", the assembly's leader, leads nothing.
func (c *chart) headOfBody(k int32) bool {
	return k > 0 && c.pack.genitive >= 0 && c.startingAt(k, clsOffice) != nil && c.endsIn(k-1, c.pack.genitive) &&
		c.endingAt(k, clsBody, clsHeaded, clsOrg, clsParty) != nil
}

// chairsIn returns who chairs, where a scope has a word of chairing: the one
// or two officials nearest to it.
func (d *document) chairsIn(c *chart, sc scope) []string {
	for k := c.next(clsChair, sc.from, sc.to); k < sc.to; k = c.next(clsChair, k+1, sc.to) {
		e := c.startingAt(k, clsChair)
		if c.value(e) == "attend" {
			k = e.end - 1 // "handed over the chair", "heyetine başkanlık etti"
			continue
		}
		if c.value(e) == "host" || c.delegation(sc) || c.headOfBody(k) || c.ofThing(k) {
			continue
		}
		if chairs := d.pronounChairs(c, e, sc); chairs != nil {
			return chairs
		}
		type near struct {
			value string
			gap   int32
			at    int32
		}
		var people []near
		for _, p := range d.persons {
			if p.record == nil {
				continue
			}
			gap, at := int32(1<<20), sc.to
			for _, s := range p.spans {
				if s.chart != c || s.from < sc.from || s.to > sc.to {
					continue
				}
				at = min(at, s.from)
				if s.to <= e.start {
					gap = min(gap, e.start-s.to)
				} else if s.from >= e.end {
					gap = min(gap, s.from-e.end)
					if c.pack.BodyFirst {
						gap += behindVerb
					}
				}
			}
			if gap < 1<<20 {
				people = append(people, near{p.value, gap, at})
			}
		}
		slices.SortStableFunc(people, func(a, b near) int { return int(a.gap - b.gap) })
		if len(people) > 2 {
			people = people[:2]
		}
		if len(people) == 2 && people[0].gap < behindVerb && people[1].gap >= behindVerb {
			people = people[:1]
		}
		if len(people) == 2 && c.otherClause(people[0].at, people[1].at, e) {
			people = people[:1]
		}
		slices.SortStableFunc(people, func(a, b near) int { return int(a.at - b.at) }) // as the text names them
		var chairs []string
		for _, p := range people {
			chairs = append(chairs, p.value)
		}
		if len(chairs) > 0 {
			return chairs
		}
	}
	return nil
}

// headsOfBoth returns those who lead the delegations of a sitting of two countries,
// where a scope names one of each: they chair it together. "The Norwegian delegation
// was led by X, while Y led the Russian one".
func (d *document) headsOfBoth(c *chart, sc scope, s *sitting) []string {
	if len(s.parties) != 2 || !c.delegation(sc) || c.next(clsChair, sc.from, sc.to) == sc.to {
		return nil
	}
	heads := d.namedIn(c, sc.from, sc.to)
	if len(heads) != 2 {
		return nil
	}
	var of []string
	for _, p := range d.persons {
		if p.record != nil && slices.Contains(heads, p.value) {
			of = append(of, p.record.Country)
		}
	}
	if slices.Sort(of); !slices.Equal(of, s.parties) {
		return nil
	}
	return heads
}

// ofThing reports that a relative clause in front of a word of chairing tells of
// something that is no sitting: "after a service that was led by the bishop".
func (c *chart) ofThing(k int32) bool {
	const near = 3
	for i := k - 1; i > 0 && i >= k-near && c.toks[i].sent == c.toks[k].sent; i-- {
		if e := c.startingAt(i, clsClause); e != nil && c.value(e) == "relative" && !c.has(i, clsRelativePronoun) && !c.conjunction(i) {
			if c.toks[i-1].char == ',' {
				i--
			}
			return c.toks[i-1].kind == wordToken && !c.toks[i-1].is(capital) && c.endingAt(i, clsSessionNoun, clsSeries, clsSeriesBody, clsBody) == nil
		}
	}
	return false
}

// otherClause reports that of two persons one stands in front of the word of
// chairing and the other behind it and a comma: "X chaired the session, Y said",
// or that a semicolon parts them: "X received Y; Z chaired the talks".
func (c *chart) otherClause(a, b int32, chair *edge) bool {
	low, high := min(a, b), max(a, b)
	if c.parted(low, high) {
		return true
	}
	if low >= chair.end && !c.pack.BodyFirst && c.commaAndVerb(low, high) {
		return true // "den Vorsitz führt X, für die EFTA nimmt Y teil"
	}
	if c.pack.BodyFirst || low >= chair.start || high < chair.end {
		return false
	}
	comma := false
	for k := chair.end; k < high; k++ {
		comma = comma || c.toks[k].char == ','
	}
	if !comma {
		return false
	}
	for k := high; int(k) < len(c.toks) && c.toks[k].sent == c.toks[low].sent && (c.toks[k].kind != punctToken || c.toks[k].char == '-'); k++ {
		if c.tense(k) != 0 {
			return true
		}
	}
	return false
}

// commaAndVerb reports that a comma and a verb behind it stand between two tokens.
func (c *chart) commaAndVerb(from, to int32) bool {
	for k := from; k < to; k++ {
		if c.toks[k].char == ',' {
			return c.verbBetween(k, to)
		}
	}
	return false
}

// sharesChair reports a scope that tells who chaired a sitting beside the one
// named before.
func (c *chart) sharesChair(sc scope) bool {
	for k := sc.from; k < sc.to; k++ {
		if e := c.startingAt(k, clsChair); e != nil && c.value(e) == "co" {
			return true
		}
	}
	return false
}

// unique drops what a list has already, in its order.
func unique(list []string) []string {
	kept := list[:0]
	for _, v := range list {
		if !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// pronounChairs returns whom a pronoun beside a word of chairing a sitting means:
// who is named first in the sentence in front of it, else in the sentence before,
// and who chairs with him. "Abiy arrived on Sunday. On Monday he chaired the
// summit", "He co-chaired the 16th meeting with X", "ledet han og X møtet".
func (d *document) pronounChairs(c *chart, chair *edge, sc scope) []string {
	const most = 2
	who := c.pronounOf(chair, sc)
	if who == nil || !c.namesSitting(sentence{sc.from, sc.to}) {
		return nil
	}
	sent := c.sents[c.toks[who.start].sent]
	before := d.namedIn(c, sent.start, who.start)
	if last, ok := c.sentenceBefore(who.start); ok && len(before) == 0 {
		before = d.namedIn(c, last.start, last.end)
	}
	if len(before) == 0 {
		return nil
	}
	if c.value(who) == "people" {
		return before[:min(most, len(before))]
	}
	chairs := before[:1]
	if c.value(chair) == "co" || int(who.end) < len(c.toks) && c.conjunction(who.end) {
		for _, other := range d.namedIn(c, max(who.end, sc.from), sc.to) {
			if chairs = unique(append(chairs, other)); len(chairs) == most {
				break
			}
		}
	}
	return chairs
}

// pronounOf returns the pronoun in front of a word of chairing or right behind it,
// nil where there is none.
func (c *chart) pronounOf(chair *edge, sc scope) *edge {
	const near = 3
	if e := c.find(chair.start, clsPronoun); e != nil && e.end > chair.end {
		return e // "leiteten sie", as one
	}
	if e := c.find(chair.end, clsPronoun); e != nil && e.end <= sc.to {
		return e
	}
	for k := chair.start - 1; k >= max(sc.from, chair.start-near) && c.toks[k].kind == wordToken && !c.nameFollows(k); k-- {
		if e := c.find(k, clsPronoun); e != nil {
			return e
		}
	}
	return nil
}

// namedIn returns the officials whom the text names between two tokens, in order.
func (d *document) namedIn(c *chart, from, to int32) []string {
	type mention struct {
		at    int32
		value string
	}
	var found []mention
	inside := func(s mentionSpan) bool { return s.chart == c && s.from >= from && s.to <= to }
	for _, p := range d.persons {
		if at := slices.IndexFunc(p.spans, inside); at >= 0 && p.record != nil {
			found = append(found, mention{p.spans[at].from, p.value})
		}
	}
	slices.SortStableFunc(found, func(a, b mention) int { return int(a.at - b.at) })
	var values []string
	for _, m := range found {
		values = append(values, m.value)
	}
	return values
}
