package extract

import (
	"slices"

	"extract/extract/gazetteer"
	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

// personIndex finds the persons of a document by the hashes of their words, so
// that many names cost no more each than few. Numbers are those of
// document.persons.
type personIndex struct {
	heads   [1 << indexBits]int32 // by the highest bits of a hash: the last entry so, from 1
	entries []indexEntry
	found   []int32
}

const indexBits = 9

// indexEntry says that somebody has a word, a surname or a short name.
type indexEntry struct {
	hash   uint64
	what   indexKind
	person int32
	next   int32 // the entry before it under the same head, from 1
}

type indexKind uint8

const (
	ofWord    indexKind = iota // hash is that of a folded word
	ofSurname                  // hash is that of what names the person alone
	ofShort                    // hash is that of a short name that the list has for the person
)

func (x *personIndex) reset() {
	if len(x.entries) > 0 {
		clear(x.heads[:])
		x.entries = x.entries[:0]
	}
}

func (x *personIndex) put(what indexKind, hash uint64, person int32) {
	head := &x.heads[hash>>(64-indexBits)]
	x.entries = append(x.entries, indexEntry{hash, what, person, *head})
	*head = int32(len(x.entries))
}

// take adds the persons under a hash to found.
func (x *personIndex) take(what indexKind, hash uint64) {
	for at := x.heads[hash>>(64-indexBits)]; at > 0; at = x.entries[at-1].next {
		if e := &x.entries[at-1]; e.hash == hash && e.what == what {
			x.found = append(x.found, e.person)
		}
	}
}

// has reports that somebody is under a hash.
func (x *personIndex) has(what indexKind, hash uint64) bool {
	for at := x.heads[hash>>(64-indexBits)]; at > 0; at = x.entries[at-1].next {
		if e := &x.entries[at-1]; e.hash == hash && e.what == what {
			return true
		}
	}
	return false
}

// add puts the words of a person's name into the index.
func (x *personIndex) add(p *person) {
	for _, h := range p.hashes {
		x.put(ofWord, h, p.number)
	}
}

// sonOf reports a name whose second word says whose son or daughter its bearer is.
func (p *person) sonOf() bool {
	e := p.chart.find(p.spans[0].from+1, clsParticle)
	return e != nil && p.chart.value(e) == "kin"
}

// settle puts the surname of a person into the index, and who it is.
func (x *personIndex) settle(p *person) {
	x.put(ofSurname, names.Hash([]byte(p.surname)), p.number)
	if p.called != "" {
		x.put(ofSurname, names.Hash([]byte(p.called)), p.number)
	}
	if len(p.words) > 2 && p.sonOf() { // "Prince Abdulaziz" is Abdulaziz bin Salman
		x.put(ofSurname, names.Hash([]byte(p.words[0])), p.number)
	}
	if p.listed != nil {
		for _, h := range people.ShortHashes(p.index) {
			x.put(ofShort, h, p.number)
		}
	}
}

// sharing returns the persons that have one of the words, in their order. The
// result holds until the next question.
func (x *personIndex) sharing(words []uint64) []int32 {
	x.found = x.found[:0]
	for _, h := range words {
		x.take(ofWord, h)
	}
	return x.inOrder()
}

// named returns the persons whom a word with this hash alone names, in their
// order: their surname, or another usual name of theirs: Sonexay, Diomaye Faye.
func (x *personIndex) named(word uint64) []int32 {
	x.found = x.found[:0]
	x.take(ofSurname, word)
	x.take(ofShort, word)
	return x.inOrder()
}

func (x *personIndex) inOrder() []int32 {
	if len(x.found) > 1 {
		slices.Sort(x.found)
		x.found = slices.Compact(x.found)
	}
	return x.found
}

// nearness is where a person is named in a chart, while the tokens are gone
// through from left to right.
type nearness struct {
	chart *chart
	ahead []int32 // mentions that come, in order
	last  int32   // the last one, -1 none
}

// unnamed is added to the distance of somebody whom the text names further on
// only: a surname alone is rather that of one who was named before.
const unnamed = 1 << 20

// gap returns how far the nearest mention of the person is from token i, which
// is never in front of the one asked for before; ok is false without any.
func (p *person) gap(c *chart, i int32) (gap int32, ok bool) {
	n := &p.near
	if n.chart != c {
		*n = nearness{chart: c, ahead: n.ahead[:0], last: -1}
		for _, s := range p.spans {
			if s.chart == c {
				n.ahead = append(n.ahead, s.from)
			}
		}
		slices.Sort(n.ahead)
	}
	for len(n.ahead) > 0 && n.ahead[0] <= i {
		n.last, n.ahead = max(n.last, n.ahead[0]), n.ahead[1:]
	}
	if n.last >= 0 {
		gap, ok = i-n.last, true
	}
	if len(n.ahead) > 0 {
		// Rather somebody named before.
		if !ok {
			gap, ok = (n.ahead[0]-i)+unnamed, true
		}
	}
	return gap, ok
}

// surnames adds the mentions of known persons by surname alone.
func (d *document) surnames() {
	if len(d.persons) == 0 {
		return
	}
	for _, p := range d.persons {
		d.index.settle(p)
	}
	for _, c := range d.charts {
		for _, w := range c.capitals {
			i := w.at
			if c.named[i] || !d.beginsName(c, w) {
				continue
			}
			p, to := d.bySurname(c, i)
			if p == nil {
				continue
			}
			for k := i; k < to; k++ {
				c.named[k] = true
			}
			p.spans = append(p.spans, mentionSpan{c, i, to, "surname"})
			p.near.last = i
		}
	}
}

// beginsName reports that a word may name a person of the document: it is a
// word of a name, with an ending or without.
func (d *document) beginsName(c *chart, w capitalWord) bool {
	if int(w.at)+1 < len(c.toks) && c.toks[w.at+1].char == '\'' {
		return true // the first part of a word: O'Neill
	}
	if d.index.has(ofWord, w.plain) || len(d.index.named(w.plain)) > 0 {
		return true
	}
	t := &c.toks[w.at]
	return t.foldEnd > t.fold && c.pack.mayEnd(c.folds[t.foldEnd-1])
}

// bySurname returns the person whom the capitalised word at i names.
func (d *document) bySurname(c *chart, i int32) (*person, int32) {
	if !d.mayBeSurname(c, i) {
		return nil, i
	}
	if int(i)+1 < len(c.toks) && c.toks[i+1].char == '\'' && !c.toks[i+1].is(spaceBefore) {
		if end, refs := c.cityAt(i); len(refs) > 0 && end > i+1 {
			return nil, i // "Xi'an"
		}
	}
	to, n := c.nameAt(i)
	// The first word of a name has no ending to lose.
	if t := &c.toks[i]; n > 1 && (c.toks[i+1].char == '\'' || d.index.has(ofWord, c.plainHash(t))) {
		name := d.cleanName(c, i, to)
		if len(name.words) > 1 {
			for _, at := range d.index.sharing(name.hashes) {
				if p := d.persons[at]; len(name.words) <= len(p.words) && samePerson(p.words, name.words) {
					return p, to
				}
			}
		}
	}
	var best *person
	bestGap := int32(1 << 30)
	try := func(word uint64) {
		found := d.index.named(word)
		if len(found) == 0 || n > 1 && !d.surnameEndsHere(c, i) {
			return
		}
		for _, at := range found {
			if gap, ok := d.persons[at].gap(c, i); ok && gap < bestGap {
				best, bestGap = d.persons[at], gap
			}
		}
	}
	t := &c.toks[i]
	try(c.plainHash(t))
	if best == nil {
		raw := c.text[t.start:t.stem]
		ends := c.pack.endingsOf(raw, longestEnding)
		for size := len(raw) - 1; size > 1 && ends != 0 && best == nil; size-- {
			if ends >>= 1; ends&1 != 0 {
				c.key = names.AppendFold(c.key[:0], raw[:size])
				try(names.Hash(c.key))
			}
		}
	}
	return best, i + 1
}

// surnameEndsHere reports that the capitalised word behind the one at i is no
// further part of its name.
func (d *document) surnameEndsHere(c *chart, i int32) bool {
	if int(i)+1 >= len(c.toks) {
		return true
	}
	t := &c.toks[i+1]
	if t.kind != wordToken || !t.is(capital) || t.words[0] != 0 || c.pack.NounCapitals {
		return true
	}
	if _, refs := c.cityAt(i + 1); len(refs) > 0 {
		return true // "Erdoğan Bakü'ye gidiyor"
	}
	return d.index.has(ofSurname, t.hash)
}

// appendPlain appends a word as names and gazetteers fold it, without marks.
func (c *chart) appendPlain(dst []byte, t *token) []byte {
	if !t.is(marked) && t.kind == wordToken {
		return append(dst, c.folded(t)...)
	}
	return gazetteer.Fold(dst, c.text[t.start:t.stem])
}

// plainHash is the hash of plainWord.
func (c *chart) plainHash(t *token) uint64 {
	if !t.is(marked) {
		return t.hash
	}
	c.key = gazetteer.Fold(c.key[:0], c.text[t.start:t.stem])
	return gazetteer.Hash(c.key)
}

// mayBeSurname refuses words of the language: "He" at the head of a sentence.
func (d *document) mayBeSurname(c *chart, i int32) bool {
	if c.has(i, clsStopword, clsMonth, clsWeekday) {
		if c.toks[i].is(sentenceStart) || i > 0 && (c.toks[i-1].char == '"' || c.toks[i-1].char == ':') {
			return false
		}
		return !c.titleCase(i)
	}
	if c.pack.NounCapitals && i > 0 && c.has(i-1, clsArticle) && !(i > 1 && (c.has(i-2, clsParticle) || c.toks[i-2].char == ',')) { // ", den Tokajew leitete" is no article
		return false // "der Koch im Hotel"
	}
	return !c.has(i, clsCountry, clsNationality, clsOrg)
}
