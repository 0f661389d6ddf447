package extract

// patternTrie is all sequences of a pack as one tree, so that rules that begin
// alike are walked once. It lies in few arrays, each way down close together.
type patternTrie struct {
	slots   []span // from the root, by class: their place in edges
	edges   []patternEdge
	steps   []int32 // of each edge its word, or less than 0 its class: looked at before the edge is
	accepts []acceptance
}

// span is a half-open stretch of one of the arrays.
type span struct{ from, to int32 }

func (s span) empty() bool { return s.from == s.to }

// patternEdge is a step down the tree with the node that it leads to, on one
// cache line.
type patternEdge struct {
	element // without the slot, which the acceptance knows
	// The classes and words of the edges behind it, of each word one bit of 64:
	// where a token has none of them, no edge need be tried.
	classes classSet
	words   uint64
	edges   span
	accepts span
}

// goesOn reports that an edge may lead on over a token at which things of
// these classes start.
func (pe *patternEdge) goesOn(t *token, starts *classSet) bool {
	if pe.classes.meets(starts) {
		return true
	}
	if pe.words == 0 {
		return false
	}
	for _, w := range &t.words {
		if w == 0 {
			return false
		}
		if pe.words>>(w&63)&1 != 0 {
			return true
		}
	}
	return false
}

// acceptance says that a rule matches where a sequence ends, and which slot
// each element of the sequence fills.
type acceptance struct {
	rule  int32
	slots []slotID
}

// sprouts is a patternTrie that is still growing. Its nodes and edges are
// counted, so that the trie is laid out in arrays that never grow.
type sprouts struct {
	root           sprout
	nodes          slab[sprout]
	slots          []slotID // room for those of acceptances
	edges, accepts int
}

// sprout is a node of it.
type sprout struct {
	edges   []branch
	accepts []acceptance
}

type branch struct {
	element
	to *sprout
}

// insert adds a sequence of a rule.
func (t *sprouts) insert(seq []element, rule int32) {
	if len(t.slots) < len(seq) {
		t.slots = make([]slotID, 1024)
	}
	slots := t.slots[:len(seq):len(seq)]
	t.slots = t.slots[len(seq):]
	s := &t.root
	for i, e := range seq {
		slots[i], e.slot = e.slot, slotNone
		s = t.behind(s, e)
	}
	s.accepts = append(s.accepts, acceptance{rule, slots})
	t.accepts++
}

// behind returns the node behind an element, made where there is none.
func (t *sprouts) behind(s *sprout, e element) *sprout {
	for i := len(s.edges) - 1; i >= 0; i-- { // sequences that begin alike come one behind the other
		if b := &s.edges[i]; b.element == e {
			return b.to
		}
	}
	to := t.nodes.next()
	s.edges = append(s.edges, branch{e, to})
	t.edges++
	return to
}

// trie lays out the tree, for a lexicon of so many words and classes; words is
// where the edges of each word lie that begin at the root.
func (grown *sprouts) trie(wordCount int32, classes int) (t patternTrie, words []span) {
	t.slots, words = make([]span, classes), make([]span, wordCount)
	t.edges, t.steps, t.accepts = make([]patternEdge, 0, grown.edges), make([]int32, 0, grown.edges), make([]acceptance, 0, grown.accepts)
	byWord, byClass := make([][]branch, wordCount), make([][]branch, classes)
	for _, b := range grown.root.edges {
		if b.word != 0 {
			byWord[b.word] = append(byWord[b.word], b)
		} else {
			byClass[b.class] = append(byClass[b.class], b)
		}
	}
	for class, list := range byClass {
		t.slots[class] = t.lay(list)
	}
	for word, list := range byWord {
		words[word] = t.lay(list)
	}
	return t, words
}

// lay adds edges with all that is below them.
func (t *patternTrie) lay(list []branch) span {
	at := span{int32(len(t.edges)), int32(len(t.edges) + len(list))}
	for _, b := range list {
		pe := patternEdge{element: b.element, accepts: span{int32(len(t.accepts)), int32(len(t.accepts) + len(b.to.accepts))}}
		t.accepts = append(t.accepts, b.to.accepts...)
		for _, e := range b.to.edges {
			if e.word != 0 {
				pe.words |= 1 << (e.word & 63)
			} else {
				pe.classes.add(e.class)
			}
		}
		step := b.word
		if step == 0 {
			step = -int32(b.class)
		}
		t.edges, t.steps = append(t.edges, pe), append(t.steps, step)
	}
	for i, b := range list {
		below := t.lay(b.to.edges)
		t.edges[at.from+int32(i)].edges = below
	}
	return at
}
