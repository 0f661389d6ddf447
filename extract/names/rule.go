package names

import (
	"embed"
	"sort"
	"strings"
)

//go:embed data
var data embed.FS

// A rule rewrites letters where its conditions are met.
type rule struct {
	letters                            []rune
	start, end                         bool
	schemes                            uint16   // all of which the name must show
	before, notBefore, after, notAfter []string // each with at least one of the letters it lists
	out                                string
	sounds                             []sound // what out means in the table of sounds
}

// A shape is a pattern of words; * at either end is anything, C a consonant, V a vowel.
type shape struct {
	open, close bool
	core        []rune
	scheme      uint16 // what it betrays
	letters     uint64 // letterBits of those that it asks for
}

// kinds takes what stands for any consonant or vowel out of a shape.
var kinds = strings.NewReplacer("C", "", "V", "")

// letterBits is the set of the letters of a word: those without marks have a bit each.
func letterBits(word []rune) (set uint64) {
	for _, r := range word {
		set |= 1 << (r & 63)
	}
	return set
}

// A shapeSet is shapes, such as those that stand behind one name. Most of them say how a word ends: those
// are sorted by its last letter, which is all of them that a word is compared with.
type shapeSet struct {
	ascii  [128][]shape // by letters without marks
	byLast map[rune][]shape
	others []shape
}

func (s *shapeSet) add(p shape) {
	n := len(p.core)
	switch {
	case p.close || n == 0 || p.core[n-1] == 'C' || p.core[n-1] == 'V':
		s.others = append(s.others, p)
	case int(p.core[n-1]) < len(s.ascii):
		s.ascii[p.core[n-1]] = append(s.ascii[p.core[n-1]], p)
	default:
		if s.byLast == nil {
			s.byLast = map[rune][]shape{}
		}
		s.byLast[p.core[n-1]] = append(s.byLast[p.core[n-1]], p)
	}
}

// endingIn returns the shapes of words with a last letter.
func (s *shapeSet) endingIn(last rune) []shape {
	if int(last) < len(s.ascii) {
		return s.ascii[last]
	}
	return s.byLast[last]
}

// fits reports whether a word has one of the shapes. A set that no file gives has none.
func (s *shapeSet) fits(word []rune) bool {
	if s == nil || len(word) == 0 {
		return false
	}
	ending := s.endingIn(word[len(word)-1])
	for i := range ending {
		if ending[i].fits(word) {
			return true
		}
	}
	for i := range s.others {
		if s.others[i].fits(word) {
			return true
		}
	}
	return false
}

// A table is a data file: shapes by the name they stand behind, and rules by their first letter, the
// longest first and those of one length in the order of the file.
type table struct {
	shapes  map[string]*shapeSet
	scheme  map[string]uint16
	betrays shapeSet // those of the romanisations that a rule asks for
	rules   map[rune][]rule
	ascii   [128][]rule // the same, for letters without marks
	alien   string      // letters that no transcription in the language has
}

func readTable(file string) (*table, error) {
	text, err := data.ReadFile("data/" + file)
	if err != nil {
		return nil, err
	}
	t := &table{shapes: map[string]*shapeSet{}, scheme: map[string]uint16{}, rules: map[rune][]rule{}}
	var all []shape
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cell := strings.Split(line, "\t")
		if name, ok := strings.CutPrefix(cell[0], "@"); ok {
			if name == "foreign" {
				t.alien += cell[1]
				continue
			}
			if t.shapes[name] == nil {
				t.shapes[name] = &shapeSet{}
				t.scheme[name] = 1 << len(t.scheme)
			}
			for _, p := range strings.Fields(cell[1]) {
				core := strings.Trim(p, "*")
				one := shape{p[0] == '*', p[len(p)-1] == '*', []rune(core), t.scheme[name], letterBits([]rune(kinds.Replace(core)))}
				t.shapes[name].add(one)
				all = append(all, one)
			}
			continue
		}
		r := rule{letters: []rune(cell[0]), out: cell[2]}
		for _, w := range strings.Fields(cell[1]) {
			key, letters, _ := strings.Cut(w, ":")
			switch key {
			case "start":
				r.start = true
			case "end":
				r.end = true
			case "before":
				r.before = append(r.before, letters)
			case "after":
				r.after = append(r.after, letters)
			case "not-before":
				r.notBefore = append(r.notBefore, letters)
			case "not-after":
				r.notAfter = append(r.notAfter, letters)
			default:
				r.schemes |= t.scheme[key]
			}
		}
		t.rules[r.letters[0]] = append(t.rules[r.letters[0]], r)
	}
	used := uint16(0)
	for first, rs := range t.rules {
		for _, r := range rs {
			used |= r.schemes
		}
		sort.SliceStable(rs, func(i, j int) bool { return len(rs[i].letters) > len(rs[j].letters) })
		if int(first) < len(t.ascii) {
			t.ascii[first] = rs
		}
	}
	for _, p := range all {
		if used&p.scheme != 0 {
			t.betrays.add(p)
		}
	}
	return t, nil
}

// shows reports whether a word has one of the shapes behind name.
func (t *table) shows(name string, word []rune) bool { return t.shapes[name].fits(word) }

// find returns the rule for the letters at word[i], nil without one.
func (t *table) find(word []rune, i int, schemes uint16) *rule {
	var rs []rule
	if int(word[i]) < len(t.ascii) {
		rs = t.ascii[word[i]]
	} else {
		rs = t.rules[word[i]]
	}
	for k := range rs {
		if rs[k].fits(word, i, schemes) {
			return &rs[k]
		}
	}
	return nil
}

func (s *shape) fits(word []rune) bool {
	last := len(word) - len(s.core)
	if last < 0 {
		return false
	}
	switch {
	case s.open && s.close:
		for i := 0; i <= last; i++ {
			if s.at(word, i) {
				return true
			}
		}
		return false
	case s.open:
		return s.at(word, last)
	case s.close:
		return s.at(word, 0)
	}
	return last == 0 && s.at(word, 0)
}

// at reports whether the letters of s stand at word[i].
func (s *shape) at(word []rune, i int) bool {
	for j, c := range s.core {
		if r := word[i+j]; c != r && !((c == 'C' || c == 'V') && isVowel(base(r)) == (c == 'V')) {
			return false
		}
	}
	return true
}

func (r *rule) fits(word []rune, i int, schemes uint16) bool {
	n := len(r.letters)
	if i+n > len(word) || r.start && i > 0 || r.end && i+n < len(word) || r.schemes&^schemes != 0 {
		return false
	}
	for j, l := range r.letters {
		if word[i+j] != l {
			return false
		}
	}
	if len(r.before)+len(r.after)+len(r.notBefore)+len(r.notAfter) == 0 {
		return true
	}
	var prev, next rune
	if i > 0 {
		prev = base(word[i-1])
	}
	if i+n < len(word) {
		next = base(word[i+n])
	}
	return all(r.before, next, true) && all(r.after, prev, true) &&
		all(r.notBefore, next, false) && all(r.notAfter, prev, false)
}

func all(sets []string, r rune, want bool) bool {
	for _, letters := range sets {
		if in(letters, r) != want {
			return false
		}
	}
	return true
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// in reports whether r, 0 at the edge of the word, is one of letters, where C stands for every consonant,
// V for every vowel and - for the edge.
func in(letters string, r rune) bool {
	for _, l := range letters {
		switch {
		case l == '-' && r == 0, l == r && r != 0:
			return true
		case l == 'V' && r != 0 && isVowel(r), l == 'C' && r != 0 && !isVowel(r):
			return true
		}
	}
	return false
}
