package names

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A sounds value is the set of sounds that letters can stand for.
type sounds uint32

const soundNames = "A b p v f d t g k h m n l r s z ts sh zh ch dzh y"

// One class letter for each sound of soundNames: hissing and hushing sounds are one class, since no two
// romanisations agree about them. The glide is silent, which is written as a space.
const soundClasses = "ABPVFDTGKHMNLRSSSSSSS "

const silent = sounds(1 << (len(soundClasses) - 1))

// A sound is one consonant of a name, or the vowel it begins with.
type sound struct {
	class byte   // of the usual reading
	may   sounds // all readings
}

type soundTable struct {
	*table
	loose, article, servant *shapeSet
}

// loadSounds reads the embedded table at its first use. The table is part of the program: a fault in it
// is a fault of the program, which the tests find.
var loadSounds = sync.OnceValue(func() *soundTable {
	t, err := readTable("sounds.tsv")
	if err != nil {
		panic(err)
	}
	s := &soundTable{t, t.shapes["loose"], t.shapes["article"], t.shapes["servant"]}
	bit := map[string]int{}
	for i, n := range strings.Fields(soundNames) {
		bit[n] = i
	}
	for _, rs := range t.rules {
		for k := range rs {
			for _, readings := range strings.Fields(rs[k].out) {
				var one sound
				for i, n := range strings.Split(readings, "/") {
					b, ok := bit[n]
					if !ok {
						panic(fmt.Sprintf("sounds.tsv: %q is no sound", n))
					}
					if i == 0 {
						one.class = soundClasses[b]
					}
					one.may |= 1 << b
				}
				rs[k].sounds = append(rs[k].sounds, one)
			}
		}
	}
	return s
})

// soundLetters appends a word in lower case, with those marks that tell a sound.
func soundLetters(dst []rune, word string) []rune {
	for _, r := range word {
		if 'a' <= r && r <= 'z' {
			dst = append(dst, r)
			continue
		}
		switch l := unicode.ToLower(r); l {
		case 'ș', 'ś':
			r = 'ş'
		case 'ć':
			r = 'č'
		case 'ż', 'ź':
			r = 'ž'
		case 'ş', 'ç', 'č', 'ž', 'š', 'ğ', 'đ', 'ə', 'ı':
			r = l
		default:
			var buf [utf8.UTFMax]byte
			for b := plain(buf[:0], r); len(b) > 0; {
				l, n := utf8.DecodeRune(b)
				dst, b = append(dst, l), b[n:]
			}
			continue
		}
		dst = append(dst, r)
	}
	return dst
}

// schemes returns the romanisations that show in a word of a name.
func (t *table) schemes(word []rune) (found uint16) {
	if len(word) == 0 {
		return 0
	}
	missing := ^letterBits(word)
	for _, shapes := range [2][]shape{t.betrays.endingIn(word[len(word)-1]), t.betrays.others} {
		for i := range shapes {
			if p := &shapes[i]; p.letters&missing == 0 && found&p.scheme == 0 && p.fits(word) {
				found |= p.scheme
			}
		}
	}
	return found
}

// appendSounds appends the sounds of one word, given the romanisations that show in its name.
func (t *soundTable) appendSounds(dst []sound, word []rune, schemes uint16) []sound {
	first, gap := len(dst), true
	for i := 0; i < len(word); {
		r := t.find(word, i, schemes)
		if r == nil {
			if isVowel(base(word[i])) {
				if i == 0 {
					dst = append(dst, sound{'A', 1})
				}
				gap = true
			}
			i++
			continue
		}
		for _, s := range r.sounds {
			n := len(dst)
			switch {
			case s.may == silent:
				gap = true
			case !gap && n > first && dst[n-1].class == s.class:
				dst[n-1].may |= s.may // a double consonant is one
			default:
				dst = append(dst, s)
				gap = s.class == ' '
			}
		}
		i += len(r.letters)
	}
	return dst
}
