package names

import "slices"

// A Witness is what, besides the two names, speaks for one person: a set of Country and Office.
type Witness uint8

const (
	Country Witness = 1 << iota // both serve the same country or organisation
	Office                      // both hold the same office
)

// enough is the number of sounds from which on an agreement is no chance.
const enough = 4

// few is the number of sounds up to which the vowels of a word must agree, too.
const few = 3

// Same reports whether a and b can be spellings of one person's name. Each word of the shorter name must
// sound like a word of the longer one, in any order, where an initial sounds like every word that it can
// begin. Names that agree in fewer than four sounds need a witness unless they are spelled the same.
// One word alone counts as a surname: it may be any word of the other name.
func Same(a, b string, w Witness) bool {
	x, y := readings.Get().(*reading), readings.Get().(*reading)
	defer readings.Put(x)
	defer readings.Put(y)
	return same(x.read(a), y.read(b), w)
}

func same(pa, pb []part, w Witness) bool {
	if len(pa) > len(pb) {
		pa, pb = pb, pa
	}
	if len(pa) == 0 {
		return false
	}
	var room [8]bool
	used := append(room[:0], make([]bool, len(pb))...)
	agreed, spelled := 0, true
	// Full words first, so that an initial takes what they leave.
	for _, initial := range [2]bool{false, true} {
		for _, p := range pa {
			if p.initial != initial {
				continue
			}
			best := -1
			for j, q := range pb {
				if used[j] || !p.agrees(q) {
					continue
				}
				if best < 0 || spelledAlike(p, q) {
					best = j
				}
			}
			if best < 0 {
				return false
			}
			used[best] = true
			agreed += min(len(p.sounds), len(pb[best].sounds))
			spelled = spelled && spelledAlike(p, pb[best])
		}
	}
	return agreed >= enough || w != 0 || spelled && (len(pa) > 1 || len(pb) == 1)
}

// agrees reports whether two words can sound the same.
func (p part) agrees(q part) bool {
	if p.initial || q.initial {
		return len(p.sounds) > 0 && len(q.sounds) > 0 && p.sounds[0].may&q.sounds[0].may != 0
	}
	if len(p.sounds) <= few && len(q.sounds) <= few && !vowelsAgree(vowels(p.letters), vowels(q.letters)) {
		return false
	}
	return aligned(p.sounds, q.sounds)
}

// aligned compares sound by sound; a sound that may be the silent glide may be missing.
func aligned(a, b []sound) bool {
	switch {
	case len(a) > 0 && len(b) > 0 && a[0].may&b[0].may&^silent != 0 && aligned(a[1:], b[1:]):
		return true
	case len(a) > 0 && a[0].may&silent != 0:
		return aligned(a[1:], b)
	case len(b) > 0 && b[0].may&silent != 0:
		return aligned(a, b[1:])
	}
	return len(a) == 0 && len(b) == 0
}

// vowels are the vowels of a short word, those of one place in the mouth as one letter: a, e, i (y too),
// u (o too), neighbours as one. They must agree where there are few consonants to compare.
func vowels(word []rune) []byte {
	var out []byte
	gap := true
	for i, r := range word {
		c := byte(0)
		switch r = base(r); r {
		case 'a', 'e', 'i':
			c = byte(r)
		case 'y', 'j':
			glide := i+1 < len(word) && isVowel(base(word[i+1]))
			if !glide && (r == 'y' || i > 0 && isVowel(base(word[i-1]))) {
				c = 'i'
			}
		case 'o', 'u':
			c = 'u'
		}
		if c != 0 && (gap || out[len(out)-1] != c) {
			out = append(out, c)
		}
		gap = c == 0
	}
	return out
}

// vowelsAgree lets e pass for its neighbours a and i.
func vowelsAgree(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (a[i] == 'u' || b[i] == 'u' || a[i] != 'e' && b[i] != 'e') {
			return false
		}
	}
	return true
}

// spelledAlike compares letters without their marks.
func spelledAlike(p, q part) bool {
	return slices.EqualFunc(p.letters, q.letters, func(a, b rune) bool { return base(a) == base(b) })
}
