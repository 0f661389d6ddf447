package extract

import "extract/model"

// composer reads numbers written as one word: "fünfundzwanzig",
// "tjuesyvende", "yirmidokuzuncu". It is a trie over the bytes of the pack's
// number words.
type composer struct {
	nodes []composerNode
}

type composerNode struct {
	next    map[byte]int32
	value   int64 // -1: no word ends here
	ordinal int64 // likewise
	and     bool
}

func (c *composer) insert(word string, value int64, ordinal, and bool) {
	if len(c.nodes) == 0 {
		c.nodes = []composerNode{{value: -1, ordinal: -1}}
	}
	at := int32(0)
	for i := 0; i < len(word); i++ {
		if c.nodes[at].next == nil {
			c.nodes[at].next = map[byte]int32{}
		}
		next, ok := c.nodes[at].next[word[i]]
		if !ok {
			next = int32(len(c.nodes))
			c.nodes = append(c.nodes, composerNode{value: -1, ordinal: -1})
			c.nodes[at].next[word[i]] = next
		}
		at = next
	}
	n := &c.nodes[at]
	switch {
	case and:
		n.and = true
	case ordinal:
		n.ordinal = value
	default:
		n.value = value
	}
}

// compose returns the value of a folded word that is made of number words
// alone, two of them at least.
func (c *composer) compose(word []byte) (value int64, ordinal, ok bool) {
	if len(c.nodes) == 0 || c.nodes[0].next[word[0]] == 0 {
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
	var ends []int
	var nodes []int32
	for i, b := range word {
		next, ok := c.nodes[at].next[b]
		if !ok {
			break
		}
		at = next
		if n := &c.nodes[at]; n.value >= 0 || n.ordinal >= 0 || n.and {
			ends, nodes = append(ends, i+1), append(nodes, at)
		}
	}
	for k := len(ends) - 1; k >= 0; k-- {
		n, rest := &c.nodes[nodes[k]], word[ends[k]:]
		if n.ordinal >= 0 && len(rest) == 0 {
			if t, ok := s.with(n.ordinal); ok && t.parts > 1 {
				return t.total + t.cur, true, true
			}
		}
		if n.value >= 0 {
			if t, ok := s.with(n.value); ok {
				if len(rest) == 0 {
					if t.parts > 1 {
						return t.total + t.cur, false, true
					}
				} else if v, o, ok := c.parts(rest, t); ok {
					return v, o, true
				}
			}
		}
		if n.and && len(rest) > 0 && s.parts > 0 && !s.linked {
			t := s
			t.linked = true
			if v, o, ok := c.parts(rest, t); ok {
				return v, o, true
			}
		}
	}
	return 0, false, false
}
