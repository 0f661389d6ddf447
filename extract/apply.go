package extract

import "strings"

// apply evaluates a rule whose pattern matched tokens start to end and puts
// what it makes into the chart.
func (c *chart) apply(at int32, slots []slotID, start, end int32) {
	r := &c.pack.rules[at]
	if r.set.closed != 0 && !c.standsClosed(r.set.closed, start, end) {
		return
	}
	if r.apart >= 0 && c.hangsOn(start, r.apart) {
		return
	}
	var b binding
	for i := range b {
		b[i] = -1
	}
	for i, s := range slots {
		if s != slotNone {
			b[s] = c.stack[i]
		}
	}
	e := edge{class: r.kind, start: start, end: end, rule: at, from: start, to: end}
	switch r.kind {
	case clsDate:
		d, ok := c.evalDate(r, &b)
		if !ok || r.set.bare && !c.standsBare(end) || end-start == 1 && d.op == pointDate && d.grain == yearGrain && (d.year < 1500 || d.year > 2100) {
			return // a small or large number alone is no year: "die 1040. Sitzung", "2187 utstillere"
		}
		c.dates = append(c.dates, d)
		e.ref = int32(len(c.dates) - 1)
		if d.sure && d.year > 0 {
			c.order = d.order
		}
		if s := r.set.narrow; s != slotNone && b.has(s) {
			in := &c.edges[b[s]]
			e.from, e.to = in.from, in.to
			e.start, e.end, e.width = in.start, in.end, widthOf(start, end) // the words around it stay free
			if s == slotDay && b.has(slotMonth) {
				if month := &c.edges[b[slotMonth]]; month.end > e.end { // "3. Mai" of "3. Mai und 7. Juni 2019"
					e.to, e.end = month.to, month.end
				}
			}
		}
	case clsMoney, clsPercent:
		v, from, to, ok := c.evalSum(r, &b, start, end)
		if !ok || r.set.bare && !c.noNoun(end) {
			return
		}
		if b.has(slotWith) {
			e.start, e.end, e.width = from, to, widthOf(start, end) // the sum beside it stays a match of its own
		}
		c.sums = append(c.sums, v)
		e.ref, e.from, e.to = int32(len(c.sums)-1), from, to
	case clsCardinal, clsRank:
		v, ok := numValue{}, false
		for _, s := range []slotID{slotNumber, slotOrdinal, slotN} {
			if !ok && b.has(s) {
				v, ok = c.numSlot(b[s])
			}
		}
		if !ok || r.set.bare && !c.noNoun(end) {
			return
		}
		v.dec = v.dec.Mul(r.set.factor)
		c.nums = append(c.nums, v)
		e.ref = int32(len(c.nums) - 1)
		if s := r.set.narrow; s != slotNone && b.has(s) {
			in := &c.edges[b[s]]
			e.start, e.end, e.from, e.to, e.width = in.start, in.end, in.from, in.to, widthOf(start, end)
		}
	default:
		c.texts = append(c.texts, c.template(r, slots))
		e.ref = int32(len(c.texts) - 1)
	}
	if !r.set.inner {
		c.add(e)
	}
	if r.as != 0 {
		e.class = r.as
		c.add(e)
	}
}

// hangsOn reports that a word in one of these endings stands in front of token
// start, or in front of the number that start is in the middle of.
func (c *chart) hangsOn(start, endings int32) bool {
	k := start - 1
	for ; k >= 0 && !c.toks[k+1].is(blankBefore); k-- {
		t := &c.toks[k]
		if t.char == '-' && k > 0 && !c.toks[k+1].is(spaceBefore) {
			return true // iki-üç hafta sonra
		}
		if t.kind != digitToken && !c.lex.numeral(t) {
			return t.end == t.stem && c.endsIn(k, endings)
		}
	}
	return false
}

// numeral reports that a token may be a word of a number.
func (l *lexicon) numeral(t *token) bool { return l.wordOf(t, &numeralClasses) }

// wordOf reports that a token may begin a form of one of the classes.
func (l *lexicon) wordOf(t *token, classes *classSet) bool {
	for _, w := range &t.words {
		if w == 0 {
			break
		}
		f := &l.firsts[w]
		for _, x := range l.lexemes[f.lexemes.from:f.lexemes.to] {
			if classes.has(x.class) {
				return true
			}
		}
	}
	return false
}

// standsClosed reports that no word goes on where the tokens start to end do.
func (c *chart) standsClosed(by closing, start, end int32) bool {
	lineEnds := int(end) >= len(c.toks) || c.toks[end].is(lineBefore)
	if by == closedLine {
		return lineEnds && (start == 0 || c.toks[start].is(lineBefore))
	}
	if t := &c.toks[start]; start > 0 && t.kind == digitToken && !t.is(spaceBefore) && c.toks[start-1].char != '(' {
		return false
	}
	if lineEnds {
		return true
	}
	t := &c.toks[end]
	if t.char == '.' && int(end)+1 < len(c.toks) && !c.toks[end+1].is(lineBefore) && !c.beginsAnew(end+1) && !c.decimalsEnd(end) {
		return false // "den 15. plass"
	}
	return t.kind == punctToken && strings.IndexByte(".,;:)", t.char) >= 0 &&
		(int(end)+1 >= len(c.toks) || c.toks[end+1].is(spaceBefore|lineBefore) || c.toks[end+1].kind == punctToken)
}

// decimalsEnd reports that a number with decimals ends in front of a token, so that
// a full stop there makes no ordinal of it.
func (c *chart) decimalsEnd(end int32) bool {
	return end > 2 && c.toks[end-1].kind == digitToken && c.toks[end-2].char == c.pack.decimal && !c.toks[end-1].is(spaceBefore)
}

// beginsAnew reports that the word behind a full stop begins a sentence; where
// sentences end is not known yet. A small word does, and one that a verb follows:
// "den 22. Shangri-La-dialogen" goes on.
func (c *chart) beginsAnew(i int32) bool {
	t := &c.toks[i]
	if !t.is(spaceBefore) || t.kind == wordToken && !t.is(capital) {
		return false
	}
	return c.has(i, clsStopword, clsArticle, clsLocative) || !c.pack.NounCapitals && c.has(i+1, clsTense) && !c.has(i, clsSessionNoun, clsBody, clsOrg)
}

// template fills the value of a rule of a pack's own kind: {class} in it is
// the value of the word in that slot.
func (c *chart) template(r *rule, slots []slotID) string {
	v := r.set.value
	if v != "" && !strings.Contains(v, "{") {
		return v
	}
	for i := range slots {
		at := c.stack[i]
		if at < 0 {
			continue
		}
		e := &c.edges[at]
		switch e.class {
		case clsCardinal, clsRank, clsRoman, clsInt, clsDay, clsYear, clsDate, clsMoney, clsPercent:
			continue
		}
		if v == "" {
			return c.value(e)
		}
		// Slots of one class fill the places of that class in their order.
		v = strings.Replace(v, "{"+c.lex.names[e.class]+"}", c.value(e), 1)
	}
	return v
}
