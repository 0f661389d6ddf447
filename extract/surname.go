package extract

import (
	"slices"

	"extract/extract/gazetteer"
	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

// personIndex finds the persons of a document by their words, so that many
// names cost no more each than few. Numbers are those of document.persons.
type personIndex struct {
	words    map[string][]int32
	surnames map[string][]int32
	filter   [8]uint64       // bits of the hashes of words and surnames
	listed   map[int][]int32 // by number in the list of people
	found    []int32
}

func (x *personIndex) reset() {
	if x.words == nil {
		x.words, x.surnames, x.listed = map[string][]int32{}, map[string][]int32{}, map[int][]int32{}
	}
	x.filter = [8]uint64{}
	clear(x.words)
	clear(x.surnames)
	clear(x.listed)
}

// add puts the words of a person's name into the index.
func (x *personIndex) add(p *person) {
	for _, w := range p.words {
		x.note(w)
		if !slices.Contains(x.words[w], p.number) {
			x.words[w] = append(x.words[w], p.number)
		}
	}
}

func (x *personIndex) note(word string) {
	h := gazetteer.Hash([]byte(word)) >> 55
	x.filter[h>>6] |= 1 << (h & 63)
}

// mayHave reports whether a word with this hash may be a word or surname of a
// person.
func (x *personIndex) mayHave(h uint64) bool { return x.filter[h>>61]>>(h>>55&63)&1 != 0 }

// settle puts the surname of a person into the index, and who it is.
func (x *personIndex) settle(p *person) {
	x.note(p.surname)
	x.surnames[p.surname] = append(x.surnames[p.surname], p.number)
	if p.listed != nil {
		x.listed[p.index] = append(x.listed[p.index], p.number)
	}
}

// sharing returns the persons that have one of the words, in their order. The
// result holds until the next question.
func (x *personIndex) sharing(words []string) []int32 {
	x.found = x.found[:0]
	for _, w := range words {
		x.found = append(x.found, x.words[w]...)
	}
	return x.inOrder()
}

// named returns the persons whom a folded word alone names, in their order:
// their surname, or another usual name of theirs: Sonexay, Diomaye Faye.
func (x *personIndex) named(word []byte) []int32 {
	x.found = append(x.found[:0], x.surnames[string(word)]...)
	if len(x.listed) > 0 {
		var room [4]people.Ref
		for _, r := range people.ByShort(room[:0], word) {
			x.found = append(x.found, x.listed[r.Index]...)
		}
	}
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
		for i := int32(0); int(i) < len(c.toks); i++ {
			t := &c.toks[i]
			if t.kind != wordToken || !t.is(capital) || c.named[i] || !d.beginsName(c, i) {
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

// beginsName reports that the word at i may name a person of the document: it
// is a word of a name, with an ending or without.
func (d *document) beginsName(c *chart, i int32) bool {
	t := &c.toks[i]
	if int(i)+1 < len(c.toks) && c.toks[i+1].char == '\'' {
		return true // the first part of a word: O'Neill
	}
	if d.index.mayHave(c.plainHash(t)) || len(d.index.listed) > 0 {
		if word := c.plainWord(t); d.index.words[string(word)] != nil || len(d.index.named(word)) > 0 {
			return true
		}
	}
	return t.foldEnd > t.fold && c.pack.mayEnd(c.folds[t.foldEnd-1])
}

// bySurname returns the person whom the capitalised word at i names.
func (d *document) bySurname(c *chart, i int32) (*person, int32) {
	if !d.mayBeSurname(c, i) {
		return nil, i
	}
	to, n := c.nameAt(i)
	if n > 1 {
		words := nameWords(d.cleanName(c, i, to))
		if len(words) > 1 {
			for _, at := range d.index.sharing(words) {
				if p := d.persons[at]; len(words) <= len(p.words) && samePerson(p.words, words) {
					return p, to
				}
			}
		}
	}
	var best *person
	bestGap := int32(1 << 30)
	try := func(word []byte) {
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
	try(c.plainWord(t))
	if best == nil && c.pack.cityEndings >= 0 {
		raw := c.text[t.start:t.stem]
		for size := len(raw) - 1; size > 1 && size > len(raw)-5 && best == nil; size-- {
			if c.pack.cityEnding(raw[size:]) {
				c.key = names.AppendFold(c.key[:0], raw[:size])
				try(c.key)
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
	return d.index.surnames[string(c.folded(t))] != nil
}

// plainWord returns a word as names and gazetteers fold it, without marks. It
// holds until the next question.
func (c *chart) plainWord(t *token) []byte {
	if !t.is(marked) {
		return c.folded(t)
	}
	c.key = gazetteer.Fold(c.key[:0], c.text[t.start:t.stem])
	return c.key
}

// plainHash is the hash of plainWord.
func (c *chart) plainHash(t *token) uint64 {
	if !t.is(marked) {
		return t.hash
	}
	return gazetteer.Hash(c.plainWord(t))
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
