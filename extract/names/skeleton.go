// Package names compares and transcribes the names of people across languages.
//
// The same name stands in many spellings: Мишустин is Mishustin, Mischustin, Misjustin, Mişustin. Names
// are reduced to sounds that the spellings share (Skeleton), compared sound by sound where a letter can
// be read in several ways (Same), and brought from a German, Norwegian or Turkish transcription of
// Cyrillic into the English one (Canonical). How letters sound and how transcriptions differ is data, in
// the tables beside this code.
package names

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// A part is one word of a name, as sounds.
type part struct {
	sounds  []sound
	letters []rune
	initial bool // one letter, as in "George W. Bush"
}

// split cuts a name into words at spaces and hyphens, drops those that spellings add and leave out, and
// writes the names of a servant of God as one word: Abdel Fattah, Abd al-Fattah, Abdulfattah.
func (t *soundTable) split(name string) []string {
	var words []string
	servant := false
	start := 0
	cut := func(end int, hyphen bool) {
		w := name[start:end]
		letters := soundLetters(nil, w)
		switch {
		case len(letters) == 0 || t.shows("loose", letters) || hyphen && t.shows("article", letters):
		case servant:
			words[len(words)-1] = "Abdul" + Fold(w)
			servant = false
		default:
			words = append(words, w)
			servant = t.shows("servant", letters)
		}
	}
	for i, r := range name {
		if r == '.' || r == ',' || unicode.IsSpace(r) || isHyphen(r) {
			cut(i, isHyphen(r))
			start = i + utf8.RuneLen(r)
		}
	}
	cut(len(name), false)
	return words
}

func parts(name string) []part {
	t := loadSounds()
	words := t.split(name)
	letters := make([][]rune, len(words))
	for i, w := range words {
		letters[i] = soundLetters(nil, w)
	}
	schemes := t.schemes(letters)
	ps := make([]part, len(words))
	for i, w := range letters {
		scheme := schemes
		if g, ok := findGiven(words[i]); ok {
			w, scheme = soundLetters(w[:0], g.name), 0 // an English spelling, whatever the others are
		}
		ps[i] = part{sounds: t.appendSounds(nil, w, scheme), letters: w, initial: len(w) == 1}
	}
	return ps
}

func (p part) appendKey(dst []byte) []byte {
	n := len(dst)
	for _, s := range p.sounds {
		if s.class != ' ' {
			dst = append(dst, s.class)
		}
	}
	if len(dst) == n {
		dst = append(dst, 'A')
	}
	return dst
}

// Skeleton is the key under which the spellings of a name meet: for each word the classes of its
// consonants, A in front where it begins with a vowel, the words sorted and joined by hyphens. So
// Mikhail Mishustin, Michail Mischustin, Mihail Mişustin and Mishustin, Mikhail are all "MHL-MSSTN".
// Initials, "Jr." and the Arabic article do not count unless nothing else is there.
//
// The classes are A (vowel) B P V F D T G K H M N L R and S for all that hisses; where a letter can be
// read in two ways, the rest of the name decides (ch is H in Michail Fradkow, S in Chernyshenko). The key
// is stable: it depends on nothing but the name. Equal keys of four classes and fewer say little: see Same.
func Skeleton(name string) string {
	var buf [64]byte
	keys := WordKeys(name)
	slices.Sort(keys)
	dst := buf[:0]
	for i, k := range keys {
		if i > 0 {
			dst = append(dst, '-')
		}
		dst = append(dst, k...)
	}
	return string(dst)
}

// WordKeys returns the skeleton of each word of a name, in the order of the name.
func WordKeys(name string) []string {
	ps := parts(name)
	full := slices.ContainsFunc(ps, func(p part) bool { return !p.initial })
	keys := make([]string, 0, len(ps))
	var buf [32]byte
	for _, p := range ps {
		if !p.initial || !full {
			keys = append(keys, string(p.appendKey(buf[:0])))
		}
	}
	return keys
}
