package extract

import (
	"slices"

	"extract/model"
)

// composer reads numbers written as one word: "fünfundzwanzig",
// "tjuesyvende", "yirmidokuzuncu". It is a trie over the bytes of the pack's
// number words; the last one of a number may have an ending.
type composer struct {
	nodes   []composerNode
	edges   hashTable // node<<8 | byte -> node
	endings []endings // of the paradigms of number words
	// By their first and last two bytes, the number words: few words begin and end like one.
	begins, ends bytePairs
}

// bytePairs is a set of pairs of bytes.
type bytePairs [1 << 16 / 64]uint64

func (p *bytePairs) add(a, b byte) {
	k := int(a)<<8 | int(b)
	p[k>>6] |= 1 << (k & 63)
}

func (p *bytePairs) has(a, b byte) bool {
	k := int(a)<<8 | int(b)
	return p[k>>6]>>(k&63)&1 != 0
}

// composerNode may be the end of a word.
type composerNode struct {
	cardinal, ordinal meaningOf
	and               bool
}

// meaningOf is a number that a word means; value is -1 where it means none.
type meaningOf struct {
	value    int64
	paradigm int32 // index of composer.endings, -1 where it has none
}

var meaningless = meaningOf{value: -1, paradigm: -1}

// next returns the node behind node and a byte, 0 where there is none.
func (c *composer) next(node int32, b byte) int32 {
	to, _ := c.edges.get(uint64(node)<<8 | uint64(b))
	return to
}

// mayBe reports that a word begins and ends as number words do.
func (c *composer) mayBe(word []byte) bool {
	n := len(word)
	return n > 1 && c.begins.has(word[0], word[1]) && c.ends.has(word[n-2], word[n-1])
}

// paradigm returns the index of some endings.
func (c *composer) paradigm(name string, suffixes []string) int32 {
	at := slices.IndexFunc(c.endings, func(e endings) bool { return e.paradigm == name })
	if at < 0 {
		at = len(c.endings)
		c.endings = append(c.endings, newEndings(name, suffixes))
	}
	return int32(at)
}

// insert adds a folded word, with the endings of a paradigm or, with -1, alone.
func (c *composer) insert(word string, paradigm int32, value int64, ordinal, and bool) {
	if len(c.nodes) == 0 {
		c.nodes = []composerNode{{cardinal: meaningless, ordinal: meaningless}}
	}
	if len(word) == 1 { // beside it stands whatever another word begins or ends with
		for k := range 256 {
			c.begins.add(word[0], byte(k))
			c.ends.add(byte(k), word[0])
		}
	} else {
		c.begins.add(word[0], word[1])
	}
	c.endsIn(word)
	if paradigm >= 0 {
		for _, e := range c.endings[paradigm].list {
			c.endsIn(word + e)
		}
	}
	n := &c.nodes[c.path(word)]
	m := &n.cardinal
	switch {
	case and:
		n.and = true
		return
	case ordinal:
		m = &n.ordinal
	}
	m.value = value
	if paradigm >= 0 {
		m.paradigm = paradigm
	}
}

// endsIn notes how a word ends.
func (c *composer) endsIn(word string) {
	if n := len(word); n > 1 {
		c.ends.add(word[n-2], word[n-1])
	}
}

// path returns the node behind a string, made where there is none.
func (c *composer) path(s string) (at int32) {
	for i := 0; i < len(s); i++ {
		next := c.next(at, s[i])
		if next == 0 {
			next = int32(len(c.nodes))
			c.nodes = append(c.nodes, composerNode{cardinal: meaningless, ordinal: meaningless})
			c.edges.put(uint64(at)<<8|uint64(s[i]), next)
		}
		at = next
	}
	return at
}

// closes reports that a word may end so behind what means m.
func (c *composer) closes(m *meaningOf, rest []byte) bool {
	return len(rest) == 0 || m.paradigm >= 0 && c.endings[m.paradigm].are(rest)
}

// compose returns the value of a folded word that is made of number words
// alone, two of them at least.
func (c *composer) compose(word []byte) (value int64, ordinal, ok bool) {
	if !c.mayBe(word) {
		return 0, false, false
	}
	return c.parts(word, compound{})
}

// compound is the state of a number that is being put together.
type compound struct {
	total, cur, last int64
	has, linked      bool
	parts            int
	scale            int64
}

func (s compound) with(v int64) (compound, bool) {
	switch {
	case v >= 1000:
		if s.linked || s.scale != 0 && v >= s.scale {
			return s, false
		}
		if !s.has {
			s.cur = 1
		}
		s.total += s.cur * v
		s.cur, s.has, s.scale = 0, false, v
	case !s.has:
		s.cur, s.has = v, true
	case v == 100 && s.cur < 100:
		s.cur *= 100
	case v < 100 && additive(model.NewDecimal(s.last, 0), model.NewDecimal(v, 0), s.linked):
		s.cur += v
	default:
		return s, false
	}
	s.last, s.linked = v, false
	s.parts++
	return s, true
}

// parts tries the longest words first and goes back where the rest fails.
func (c *composer) parts(word []byte, s compound) (int64, bool, bool) {
	at := int32(0)
	var endRoom [16]int
	var nodeRoom [16]int32
	ends, nodes := endRoom[:0], nodeRoom[:0]
	for i, b := range word {
		if at = c.next(at, b); at == 0 {
			break
		}
		if n := &c.nodes[at]; n.cardinal.value >= 0 || n.ordinal.value >= 0 || n.and {
			ends, nodes = append(ends, i+1), append(nodes, at)
		}
	}
	for k := len(ends) - 1; k >= 0; k-- {
		n, rest := &c.nodes[nodes[k]], word[ends[k]:]
		if n.ordinal.value >= 0 && c.closes(&n.ordinal, rest) {
			if t, ok := s.with(n.ordinal.value); ok && t.parts > 1 {
				return t.total + t.cur, true, true
			}
		}
		if n.cardinal.value >= 0 {
			if t, ok := s.with(n.cardinal.value); ok {
				if c.closes(&n.cardinal, rest) && t.parts > 1 {
					return t.total + t.cur, false, true
				}
				if v, o, ok := c.parts(rest, t); ok {
					return v, o, true
				}
			}
		}
		if n.and && s.parts > 0 && !s.linked {
			t := s
			t.linked = true
			if v, o, ok := c.parts(rest, t); ok {
				return v, o, true
			}
		}
	}
	return 0, false, false
}
