package extract

import (
	"slices"
	"sort"

	"extract/model"
)

// shareUnits makes sums of the numbers of millions and more that stand without
// a unit in a sentence that names a currency, "113 milliarder dollar, mens
// eksporten var på 14 milliarder", and of prices and of thousands in digits that are
// compared with another: "96.000 kroner, mot 88.000 året før".
func (d *document) shareUnits(c *chart) {
	var found []int32
	named, rest := c.cands[:0], c.sumEdges // the sums of the sentence, and those behind
	for n, s := range c.sents {
		part := c.next(clsOfWhich, s.start, s.end) // "Bunun 900 milyonu" has the currency of the sum before
		if !c.behindSemi(n) && (part == s.end && !c.goesOnInFigures(s) || c.toks[s.start].is(blankBefore)) {
			named = named[:0]
		}
		price := int32(-1) // the last sum with hundredths
		whole := int32(-1) // the last one of thousands in digits
		for ; len(rest) > 0 && c.edges[rest[0]].start < s.end; rest = rest[1:] {
			if e := &c.edges[rest[0]]; e.class != clsMoney || c.inBrackets(e) {
				continue
			} else if num := &c.sums[e.ref].num; num.scaled {
				named = append(named, rest[0])
			} else if _, even := num.dec.Int64(); !even {
				price = rest[0]
			} else if num.dec.Cmp(thousand) >= 0 {
				whole = rest[0]
				if num.dec.Cmp(large) >= 0 {
					named = append(named, whole)
				}
			}
		}
		if len(named) == 0 && price < 0 && whole < 0 {
			continue
		}
		for i := c.next(clsCardinal, s.start, s.end); i < s.end; i = c.next(clsCardinal, i+1, s.end) {
			e := c.find(i, clsCardinal)
			if slices.Contains(c.taken[e.start:e.end], true) {
				continue
			}
			n := c.nums[e.ref]
			var like *sumValue
			switch _, even := n.dec.Int64(); {
			case c.countsIn(e.start, s.start):
			case e.end < s.end && !c.noNoun(e.end) && !(c.pack.BodyFirst && c.tense(e.end) != 0) && !c.taken[e.end] && !c.lowerAlone(e.end) && !(c.numeralOf(e) && (part < e.start || c.ofSum(named, e))) &&
				!(n.scaled && c.has(e.end, clsMeasure)): // but "81.6 billion exports"
			case n.scaled && n.factor.Cmp(million) >= 0 && len(named) > 0:
				like = &c.sums[c.nearestSum(named, e).ref]
			case !n.scaled && !even && n.digits && price >= 0 && c.edges[price].end < e.start && c.endingAt(e.start, clsCompare) != nil:
				like = &c.sums[c.edges[price].ref] // "78,40 kroner kiloen, mot 99,10 i fjor"
			case !n.scaled && even && n.digits && whole >= 0 && e.end-e.start > 1 && c.edges[whole].end < e.start && c.endingAt(e.start, clsCompare) != nil && !far(n.dec, c.sums[c.edges[whole].ref].dec):
				like = &c.sums[c.edges[whole].ref] // "96.000 kroner, mot 88.000 året før"
			}
			if like == nil {
				i = e.end - 1
				continue
			}
			v := sumValue{dec: n.dec, num: n, currency: like.currency, nationality: like.nationality}
			if f := c.fromFigure(e.start); f != nil && n.scaled && !far(c.nums[f.ref].dec.Mul(n.factor), n.dec) {
				from := v
				from.num = c.nums[f.ref]
				from.dec = from.num.dec.Mul(n.factor)
				found = append(found, c.shared(f, clsMoney, from))
			}
			found = append(found, c.shared(e, clsMoney, v))
			i = e.end - 1
		}
	}
	c.cands = named
	c.addSums(found)
}

// numeralOf reports a number that is so many of what stands in front: nothing behind
// it is counted.
func (c *chart) numeralOf(e *edge) bool {
	return c.pack.numeralOf >= 0 && c.toks[e.end-1].kind == wordToken && c.endsIn(e.end-1, c.pack.numeralOf)
}

// countsIn reports that the clause of token i says in front of it how many there are
// of something: "turist sayısı 62 milyona, geliri 61 milyar dolara çıktı".
func (c *chart) countsIn(i, start int32) bool {
	from := max(start, i-1)
	for from > start && !c.comma(from) && c.toks[from].char != ';' {
		from--
	}
	return c.next(clsCountOf, from, i) < i
}

// goesOnInFigures reports a sentence that goes on about what the one before measured,
// as it opens with a date and a figure: "2010'da 3 milyar dolardı. 2023'te 6 milyara
// ulaştı".
func (c *chart) goesOnInFigures(s sentence) bool {
	if !c.pack.BodyFirst || !c.dateAt(s.start) {
		return false
	}
	dates := c.datesIn(s.start, s.end)
	if len(dates) == 0 || dates[0].from != s.start {
		return false
	}
	e := c.startingAt(dates[0].to, clsCardinal)
	return e != nil && e.end < s.end && c.nums[e.ref].scaled && !c.taken[e.start] && (c.noNoun(e.end) || c.tense(e.end) != 0)
}

// ofSum reports a sum in front of an edge that it is a part of: "5 milyar doların 3
// milyarı", or beside which it is another part: "3 milyar avrosu yola, 2 milyarı suya".
func (c *chart) ofSum(sums []int32, e *edge) bool {
	const near = 3 // tokens
	for _, at := range sums {
		if s := &c.edges[at]; s.end <= e.start && e.start-s.end <= near && c.pack.genitive >= 0 && c.endsIn(s.end-1, c.pack.genitive) {
			return true
		} else if s.end <= e.start && c.comma(e.start-1) && c.next(clsCardinal, e.end, e.end+near) >= e.end+near && c.pack.partOf >= 0 && c.endsIn(s.end-1, c.pack.partOf) {
			return true
		}
	}
	return false
}

// shared makes a sum of the number of an edge, which shares the unit of another but
// has a bound of its own, and returns its place.
func (c *chart) shared(e *edge, kind class, v sumValue) int32 {
	if b := c.endingAt(e.start, clsBound); b != nil {
		v.bound = c.value(b)
	}
	c.sums = append(c.sums, v)
	for k := e.start; k < e.end; k++ {
		c.taken[k] = true
	}
	c.edges = append(c.edges, edge{class: kind, start: e.start, end: e.end, from: e.start, to: e.end, width: widthOf(e.start, e.end), rule: -1, ref: int32(len(c.sums) - 1), next: -1})
	return int32(len(c.edges) - 1)
}

// addSums puts sums that share a unit among the others, in their order.
func (c *chart) addSums(found []int32) {
	if len(found) > 0 {
		c.sumEdges = append(c.sumEdges, found...)
		slices.SortFunc(c.sumEdges, func(a, b int32) int { return int(c.edges[a].start - c.edges[b].start) })
	}
}

// fromFigure returns the bare figure that a sum at token i began with: the 74 of
// "from 74 to 89 billion"; nil where there is none.
func (c *chart) fromFigure(i int32) *edge {
	if !c.has(i-1, clsLocative) {
		return nil
	}
	e := c.endingAt(i-1, clsCardinal)
	if e == nil || c.nums[e.ref].scaled || !c.nums[e.ref].digits || c.taken[e.start] || c.endingAt(e.start, clsOrigin) == nil {
		return nil
	}
	if y := c.find(e.start, clsYear); y != nil && y.end == e.end {
		return nil
	}
	return e
}

// far reports that one of two figures is too large to be compared with the other.
func far(a, b model.Decimal) bool {
	return a.Cmp(b.Mul(farTimes)) > 0 || b.Cmp(a.Mul(farTimes)) > 0
}

// inBrackets reports a sum that brackets enclose: the one in front put into
// another currency, "1.6 billion ($2.54 billion)".
func (c *chart) inBrackets(e *edge) bool {
	return e.start > 0 && c.toks[e.start-1].char == '(' && int(e.end) < len(c.toks) && c.toks[e.end].char == ')'
}

// behindSemi reports that sentence n goes on with the one before, when a semicolon
// ends none.
func (c *chart) behindSemi(n int) bool {
	return n > 0 && c.toks[c.sents[n].start-1].char == ';' && !c.toks[c.sents[n].start].is(blankBefore)
}

// nearestSum returns the sum next to an edge among some that stand in order; one
// in front is nearer than one twice as far behind.
func (c *chart) nearestSum(sums []int32, e *edge) *edge {
	at := sort.Search(len(sums), func(i int) bool { return c.edges[sums[i]].start >= e.end })
	if at == len(sums) {
		return &c.edges[sums[at-1]]
	}
	behind := &c.edges[sums[at]]
	if at > 0 {
		if front := &c.edges[sums[at-1]]; e.start-front.end <= 2*(behind.start-e.end) {
			return front
		}
	}
	return behind
}

// shareDecimals gives the numbers with decimals that a sentence compares with a
// percentage or a sum, and dates, its unit: "3.2 percent of output in 2023 and 2.9
// in 2024", "from 2.5 euros in 2019 to 3.5 in 2024". A day tells nothing: "and 51.3
// on Tuesday" may be the level of an index.
func (c *chart) shareDecimals() {
	if c.pack.BodyFirst {
		return
	}
	var found []int32
	dates := c.dateFacts
	for n, at := range c.sumEdges {
		of := c.edges[at]
		v := &c.sums[of.ref]
		if of.class == clsPercent && v.unit != "percent" || v.num.scaled {
			continue
		}
		end := min(c.sents[c.toks[of.start].sent].end, of.end+shareReach)
		if n+1 < len(c.sumEdges) {
			end = min(end, c.edges[c.sumEdges[n+1]].start)
		}
		parts := c.splitBehind(&of, v, end)
		from := c.startsFrom(of.start)
		for i := of.end + 1; i < end; i++ {
			if c.toks[i].kind != digitToken || c.taken[i] {
				continue
			}
			measured := of.class == clsPercent && c.measuresShare(of.end, i)
			if !parts && !measured && !from && !c.has(i-1, clsCompare, clsNumberAnd, clsAnd, clsClause) {
				continue
			}
			e := c.find(i, clsCardinal)
			if e == nil || e.end-e.start < 3 && !parts || c.nums[e.ref].scaled || slices.Contains(c.taken[e.start:e.end], true) {
				continue
			}
			for len(dates) > 0 && dates[0].from < e.end {
				dates = dates[1:]
			}
			num := c.nums[e.ref]
			dated := len(dates) > 0 && dates[0].from <= e.end+1 && dates[0].dates.grain() >= monthGrain && (dates[0].from <= e.end || c.noNoun(e.end))
			part := parts && (c.noNoun(e.end) || c.has(e.end, clsLocative, clsStopword))
			if !dated && !part && !(measured && c.noNoun(e.end)) || far(num.dec, v.dec) {
				continue
			}
			found = append(found, c.shared(e, of.class, sumValue{dec: num.dec, num: num, unit: v.unit, currency: v.currency, nationality: v.nationality}))
			v = &c.sums[of.ref]
			i = e.end
		}
	}
	c.addSums(found)
}

// splitBehind reports that the figures behind a percentage and a colon, up to token end,
// make it up: "5 percent: 3.5 on the forces and 1.5 on roads".
func (c *chart) splitBehind(of *edge, v *sumValue, end int32) bool {
	if of.class != clsPercent {
		return false
	}
	k := of.end
	for k < end && c.toks[k].char != ':' {
		k++
	}
	n, total := 0, model.NewDecimal(0, 0)
	for k = c.next(clsCardinal, k, end); k < end; k = c.next(clsCardinal, k+1, end) {
		e := c.find(k, clsCardinal)
		if c.toks[k].kind == digitToken && !c.taken[k] {
			n, total = n+1, total.Add(c.nums[e.ref].dec)
		}
		k = e.end - 1
	}
	return n > 1 && total.Cmp(v.dec) == 0
}

// measuresShare reports a noun between two tokens for what is told in percent,
// behind a comma: "grew by 3.5 percent, while core inflation stayed at 3.1".
func (c *chart) measuresShare(from, to int32) bool {
	for k := c.next(clsMeasure, from, to); k < to; k = c.next(clsMeasure, k+1, to) {
		switch c.value(c.startingAt(k, clsMeasure)) {
		case "inflation", "interest-rate", "growth", "unemployment":
			return c.commaBetween(from, k) || c.next(clsClause, from, k) < k
		}
	}
	return false
}

// shareReach is how many tokens behind a figure another may share its unit.
const shareReach = 30
