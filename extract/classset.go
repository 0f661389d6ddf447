package extract

// classSet is a set of classes. Chart keeps two for each token, the classes of
// the edges that start and that end there: most questions about a token are
// answered no, and that costs a bit and not a walk along its edges.
type classSet [3]uint64

// lastBit is shared by all classes from it on, which are the packs' own: for
// them the set says maybe. The engine's classes are below it.
const lastBit = class(64*len(classSet{}) - 1)

// classesOf returns the set of some classes, for questions that are asked of
// many tokens.
func classesOf(classes ...class) (s classSet) {
	for _, c := range classes {
		s.add(c)
	}
	return s
}

// union returns the classes of all the sets.
func union(sets ...classSet) (all classSet) {
	for _, s := range sets {
		for i := range all {
			all[i] |= s[i]
		}
	}
	return all
}

func (s *classSet) add(c class) {
	c = min(c, lastBit)
	s[c>>6] |= 1 << (c & 63)
}

func (s *classSet) has(c class) bool {
	c = min(c, lastBit)
	return s[c>>6]>>(c&63)&1 != 0
}

func (s *classSet) any(classes []class) bool {
	for _, c := range classes {
		if s.has(c) {
			return true
		}
	}
	return false
}

// meets reports that the sets share a class.
func (s *classSet) meets(o *classSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2] != 0
}
