package extract

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"extract/extract/packs"
	"extract/internal/letters"
)

// class is the number of a class of words or of things that rules make.
type class uint16

// lexeme is one meaning of a surface form. What it stands for is in
// lexicon.values, at the same place: few matches ask for it.
type lexeme struct {
	class  class
	caps   uint8 // bit i: word i must begin with a capital, 0 for lower-case forms
	all    uint8 // likewise with two capitals: "UN" is not "Un"
	dotted bool  // the form ends in a point: it belongs to the match where it stands
	glued  bool  // its last word is a mark with no space in front: A$, not "A $10 million loan"
}

// lexicon is the compiled vocabulary of a pack: each word of a form has an
// id, the forms are a trie over ids.
type lexicon struct {
	classes map[string]class
	names   []string // of the classes

	exact     hashTable // folded word -> id, while the lexicon is made: then index has them
	stems     hashTable // folded stem of a `~` word -> index of stemWords
	stemWords []stemWord
	stemLen   [1024]uint64 // by the first letters: bit n for stems of n bytes
	stemBits  [1024]uint64 // a bit for the highest 16 of each stem's hash
	suffixes  []hashTable  // a paradigm each: folded suffix -> 1
	anySuffix hashTable    // folded suffix of any paradigm -> index of ofSuffix
	ofSuffix  [][]int32    // paradigms
	paradigms map[string]int32
	tails     []tail       // `+` words: what a compound may end with
	tailLen   [1024]uint64 // by their first letters: bit n for tails of n bytes, without their suffix
	tailHash  hashTable    // folded tail -> index of tails
	nextID    int32
	room      []byte
	cut       []formWord // room for the words of a form

	edges      hashTable   // node<<32 | word id -> node
	root       []int32     // by word id: the node behind the root, -1 none
	firsts     []firstWord // by word id, once the patterns are known
	index      []uint32    // the words without endings by their hash: a tag, and the id
	spelt      []string    // they themselves by id, folded, while the lexicon is made
	forms      []uint64    // bit n: word n is a form of its own
	nodes      []trieNode
	lexemes    []lexeme  // those of a form in a row
	values     []string  // of the lexemes
	apostrophe hashTable // folded endings behind an apostrophe -> 1
	endings    []endings // of the paradigms that patterns ask for: {date@dative}
	maxSuffix  int
}

// stemWord is a word of the lexicon with the endings of a paradigm; next is the
// next one of the same stem, -1 none.
type stemWord struct{ id, paradigm, next int32 }

type tail struct {
	id       int32
	paradigm int32 // -1: no ending
}

// endings are those of a paradigm, folded.
type endings struct {
	paradigm string
	list     []string
	last     [256]bool // their last bytes
}

func newEndings(paradigm string, suffixes []string) endings {
	e := endings{paradigm: paradigm}
	for _, s := range suffixes {
		folded := string(appendFold(nil, s))
		e.list = append(e.list, folded)
		if folded != "" {
			e.last[folded[len(folded)-1]] = true
		}
	}
	return e
}

// end reports that a word ends in one of them, behind something at least as
// long as front.
func (e *endings) end(word []byte, front int) bool {
	if len(word) == 0 || !e.last[word[len(word)-1]] {
		return false
	}
	for _, s := range e.list {
		if n := len(word) - len(s); n >= front && string(word[n:]) == s {
			return true
		}
	}
	return false
}

// are reports that an ending is one of them.
func (e *endings) are(ending []byte) bool {
	for _, s := range e.list {
		if string(ending) == s {
			return true
		}
	}
	return false
}

// trieNode is the end of a word inside forms.
type trieNode struct {
	first, last int32  // its lexemes, half-open
	words       uint64 // one bit of 64 for the id of each word that may follow
	more        bool   // there are longer forms
}

// firstWord is what a word means at the beginning of a form, alone or with
// others behind it, and of a pattern: what the pass over a text asks of it, on
// one cache line.
type firstWord struct {
	hash    uint64 // of a word without endings, else 0
	node    int32  // of the trie of forms; -1 where no form begins with it
	lexemes span   // of the form that it is alone
	literal span   // of the patterns that begin with it: edges of their trie
	flags   wordFlags
	words   uint64    // those that may follow, as of a trieNode
	few     [4]lexeme // the first of its lexemes
}

// maxWords bounds the ids: in index they have the lower bits of 32, a part of
// the hash the others.
const (
	idBits   = 20
	maxWords = 1 << idBits
)

// indexWords makes the index of the words without endings, and marks those that
// are nothing besides.
func (l *lexicon) indexWords() {
	l.index = make([]uint32, 1<<bits.Len(uint(l.exact.n*5/3)))
	mask := uint64(len(l.index) - 1)
	for hash, id := range l.exact.all() {
		l.firsts[id].hash = hash
		m := mix(hash)
		i := m & mask
		for l.index[i] != 0 {
			i = (i + 1) & mask
		}
		l.index[i] = uint32(m>>(32+idBits))<<idBits | uint32(id)
	}
	for id, word := range l.spelt {
		if word != "" {
			t := token{words: [4]int32{int32(id)}}
			if l.others(&t, []byte(word)); t.words[1] == 0 {
				l.firsts[id].flags |= alone
			}
		}
	}
	l.exact, l.spelt = hashTable{}, nil
}

// exactly returns the id of the word with a hash, 0 where there is none.
func (l *lexicon) exactly(hash uint64) int32 {
	m, mask := mix(hash), uint64(len(l.index)-1)
	tag := uint32(m >> (32 + idBits))
	for i := m & mask; ; i = (i + 1) & mask {
		switch slot := l.index[i]; {
		case slot == 0:
			return 0
		case slot>>idBits == tag && l.firsts[slot&(maxWords-1)].hash == hash:
			return int32(slot & (maxWords - 1))
		}
	}
}

type wordFlags uint8

const (
	longer   wordFlags = 1 << iota // longer forms begin with it
	begins                         // a pattern may begin with it
	numerous                       // it may begin a number or ordinal in words
	alone                          // it is no other word of the lexicon with an ending or in a compound
)

func newLexicon(p *packs.Pack) (*lexicon, []error) {
	l := &lexicon{classes: map[string]class{}, names: []string{""}, nodes: make([]trieNode, 1), paradigms: map[string]int32{}, nextID: 1}
	for _, name := range engineClasses {
		l.class(name)
	}
	for _, s := range p.Apostrophe {
		l.apostrophe.put(hashFold(s), 1)
	}
	l.exact.reserve(len(p.Words) / 2)
	l.stems.reserve(len(p.Words) / 4)
	l.edges.reserve(len(p.Words) / 2)
	l.nodes = slices.Grow(l.nodes, len(p.Words)*5/4)
	var faults []error
	meanings := make([]meaning, 0, len(p.Words))
	for _, w := range p.Words {
		m, err := l.add(w, l.paradigmOf(p, w.Class))
		if err != nil {
			faults = append(faults, &packs.Error{Place: w.Place, Msg: err.Error()})
			continue
		}
		meanings = append(meanings, m)
	}
	l.setMeanings(meanings)
	l.shareSuffixes()
	l.markForms()
	return l, faults
}

// shareSuffixes makes one table of the endings of all paradigms.
func (l *lexicon) shareSuffixes() {
	for p := range l.suffixes {
		for key := range l.suffixes[p].all() {
			at, ok := l.anySuffix.get(key)
			if !ok {
				at = int32(len(l.ofSuffix))
				l.ofSuffix = append(l.ofSuffix, nil)
				l.anySuffix.put(key, at)
			}
			l.ofSuffix[at] = append(l.ofSuffix[at], int32(p))
		}
	}
}

// paradigmOf returns the number of a class's paradigm: the one that the pack
// names, else "noun"; -1 where there is none.
func (l *lexicon) paradigmOf(p *packs.Pack, class string) int32 {
	name, ok := p.Inflection[class]
	if !ok {
		name = "noun"
	}
	if _, ok := p.Suffixes[name]; !ok {
		return -1
	}
	return l.paradigmNamed(p, name)
}

// paradigmNamed returns the number of a paradigm, its endings ready for look-up.
func (l *lexicon) paradigmNamed(p *packs.Pack, name string) int32 {
	if n, ok := l.paradigms[name]; ok {
		return n
	}
	var t hashTable
	t.put(letters.Hash(nil), 1)
	for _, s := range p.Suffixes[name] {
		t.put(hashFold(s), 1)
		l.maxSuffix = max(l.maxSuffix, len(s))
	}
	l.suffixes = append(l.suffixes, t)
	n := int32(len(l.suffixes) - 1)
	l.paradigms[name] = n
	return n
}

// ending returns the index in endings of a paradigm that patterns ask for.
func (l *lexicon) ending(paradigm string, suffixes []string) int32 {
	for i := range l.endings {
		if l.endings[i].paradigm == paradigm {
			return int32(i)
		}
	}
	l.endings = append(l.endings, newEndings(paradigm, suffixes))
	return int32(len(l.endings) - 1)
}

// class returns the number of a class, a new one where the name is new.
func (l *lexicon) class(name string) class {
	if c, ok := l.classes[name]; ok {
		return c
	}
	c := class(len(l.names))
	l.classes[name] = c
	l.names = append(l.names, name)
	return c
}

// meaning is a lexeme on its way to its place.
type meaning struct {
	lexeme
	value string
	node  int32
}

// setMeanings lays the lexemes of each form in a row, in the order of the pack.
func (l *lexicon) setMeanings(meanings []meaning) {
	for i := range meanings {
		l.nodes[meanings[i].node].last++ // as yet, how many there are
	}
	at := int32(0)
	for i := range l.nodes {
		n := &l.nodes[i]
		n.first, n.last, at = at, at, at+n.last
	}
	l.lexemes, l.values = make([]lexeme, len(meanings)), make([]string, len(meanings))
	for i := range meanings {
		m := &meanings[i]
		n := &l.nodes[m.node]
		l.lexemes[n.last], l.values[n.last] = m.lexeme, m.value
		n.last++
	}
}

// add puts the words of a form into the trie and returns its meaning.
func (l *lexicon) add(w packs.Word, paradigm int32) (meaning, error) {
	m := meaning{value: w.Value}
	words, dotted := l.split(w.Form)
	if len(words) == 0 {
		return m, fmt.Errorf("the form %q has no word", w.Form)
	}
	m.dotted = dotted
	if last := words[len(words)-1]; len(words) > 1 {
		m.glued = last.punct && !last.apart
	}
	for i, fw := range words {
		if fw.stem && paradigm < 0 {
			return m, fmt.Errorf("the form %q has a ~, but the pack has no suffixes for %s", w.Form, w.Class)
		}
		if fw.capital && i < 8 {
			m.caps |= 1 << i
			if allUpper(fw.text) {
				m.all |= 1 << i
			}
		}
		id, err := l.word(fw, paradigm)
		if err != nil {
			return m, fmt.Errorf("the form %q: %w", w.Form, err)
		}
		m.node = l.step(m.node, id)
	}
	if m.class = l.class(w.Class); computed.has(m.class) {
		return m, fmt.Errorf("the class %s has no words: a rule or a number makes what is of it", w.Class)
	}
	return m, nil
}

// computed are the classes whose edges say where in the chart what they mean
// stands, and not which word they are.
var computed = classesOf(clsCardinal, clsRank, clsRoman, clsInt, clsDay, clsYear, clsYearWords, clsDayDigits, clsDate, clsMoney, clsPercent, clsNone)

// allUpper reports two letters or more, all of them capitals.
func allUpper(s string) bool {
	return utf8.RuneCountInString(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// step returns the node behind node and word id, made where there is none.
func (l *lexicon) step(node, id int32) int32 {
	if next := l.child(node, id); next >= 0 {
		return next
	}
	l.nodes = append(l.nodes, trieNode{})
	next := int32(len(l.nodes) - 1)
	if node == 0 {
		for int(id) >= len(l.root) {
			l.root = append(l.root, -1)
		}
		l.root[id] = next
	} else {
		l.edges.put(uint64(node)<<32|uint64(uint32(id)), next)
	}
	l.nodes[node].more = true
	l.nodes[node].words |= 1 << (id & 63)
	return next
}

// child returns the node behind node and word id, -1 where there is none.
func (l *lexicon) child(node, id int32) int32 {
	if node == 0 {
		if int(id) < len(l.root) {
			return l.root[id]
		}
		return -1
	}
	if l.nodes[node].words>>(id&63)&1 == 0 {
		return -1
	}
	if next, ok := l.edges.get(uint64(node)<<32 | uint64(uint32(id))); ok {
		return next
	}
	return -1
}

// word returns the id of a word of a form or pattern.
func (l *lexicon) word(fw formWord, paradigm int32) (int32, error) {
	l.room = appendFold(l.room[:0], fw.text)
	folded := l.room
	if fw.punct {
		r, _ := utf8.DecodeRuneInString(fw.text)
		if c := punctChar(r); c != 0 {
			folded = append(folded[:0], c)
		}
	}
	h := letters.Hash(folded)
	switch {
	case fw.tail:
		if at, ok := l.tailHash.get(h); ok && l.tails[at].paradigm == paradigmIf(fw.stem, paradigm) {
			return l.tails[at].id, nil
		}
	case fw.stem:
		for at, ok := l.stems.get(h); ok && at >= 0; at = l.stemWords[at].next {
			if w := &l.stemWords[at]; w.paradigm == paradigm {
				return w.id, nil
			}
		}
	default:
		if id, ok := l.exact.get(h); ok {
			return id, nil
		}
	}
	if l.nextID == maxWords {
		return 0, fmt.Errorf("a pack has at most %d words", maxWords)
	}
	id := l.nextID
	l.nextID++
	switch {
	case fw.tail:
		if len(folded) > 63 {
			return 0, fmt.Errorf("%q is too long", fw.text)
		}
		l.tailHash.put(h, int32(len(l.tails)))
		l.tails = append(l.tails, tail{id, paradigmIf(fw.stem, paradigm)})
		l.tailLen[lettersSlot(folded)] |= 1 << len(folded)
	case fw.stem:
		if len(folded) > 63 {
			return 0, fmt.Errorf("%q is too long", fw.text)
		}
		l.putStem(h, stemWord{id: id, paradigm: paradigm, next: -1})
		l.stemBits[h>>54] |= 1 << (h >> 48 & 63)
		l.stemLen[lettersSlot(folded)] |= 1 << len(folded)
	default:
		l.exact.put(h, id)
		for int(id) >= len(l.spelt) {
			l.spelt = append(l.spelt, "")
		}
		l.spelt[id] = string(folded)
	}
	return id, nil
}

// paradigmIf is the paradigm of a word with endings, -1 of one without.
func paradigmIf(endings bool, paradigm int32) int32 {
	if endings {
		return paradigm
	}
	return -1
}

// putStem adds a word to those of its stem, in the order of their paradigms.
func (l *lexicon) putStem(hash uint64, w stemWord) {
	at := int32(len(l.stemWords))
	first, ok := l.stems.get(hash)
	if !ok || l.stemWords[first].paradigm > w.paradigm {
		if ok {
			w.next = first
		}
		l.stems.put(hash, at)
	} else {
		before := &l.stemWords[first]
		for before.next >= 0 && l.stemWords[before.next].paradigm < w.paradigm {
			before = &l.stemWords[before.next]
		}
		w.next, before.next = before.next, at
	}
	l.stemWords = append(l.stemWords, w)
}

// lettersSlot hashes the first three bytes of a folded word, or the two of a
// shorter one.
func lettersSlot(folded []byte) int {
	switch len(folded) {
	case 1:
		return int(folded[0])
	case 2:
		return (int(folded[0])*31 + int(folded[1])*257) & 1023
	}
	return (int(folded[0])*31 + int(folded[1])*257 + int(folded[2])*1031) & 1023
}
