// Package names compares and transcribes the names of people across languages.
//
// The same name stands in many spellings: Мишустин is Mishustin, Mischustin, Misjustin, Mişustin. Names
// are reduced to sounds that the spellings share (Skeleton), compared sound by sound where a letter can
// be read in several ways (Same), and brought from a German, Norwegian or Turkish transcription of
// Cyrillic into the English one (Canonical). How letters sound and how transcriptions differ is data, in
// the tables beside this code.
package names

import "slices"

// A part is one word of a name, as sounds.
type part struct {
	sounds  []sound
	letters []rune
	initial bool // one letter, as in "George W. Bush"
}

// ignored are the words of a name that spellings add and leave out at will.
func ignored(fold string) bool {
	switch fold {
	case "jr", "sr", "al", "el":
		return true
	}
	return false
}

// article reports whether a word with a hyphen behind it is the Arabic article, whose consonant follows
// the next one: as-Sisi, ar-Rashid.
func article(fold string) bool {
	switch fold {
	case "al", "el", "as", "es", "ash", "esh", "ar", "er", "at", "et", "an", "en", "ad", "ed", "az", "ez":
		return true
	}
	return false
}

// split cuts a name into words at spaces and hyphens, and drops what Same and Skeleton must not see.
func split(name string) []string {
	var words []string
	start := 0
	cut := func(end int, hyphen bool) {
		if w := name[start:end]; w != "" {
			if f := Fold(w); f != "" && !ignored(f) && !(hyphen && article(f)) {
				words = append(words, w)
			}
		}
	}
	for i, r := range name {
		if r == ' ' || r == '\t' || r == '\n' || r == '.' || r == ',' || r == '\u00a0' || isHyphen(r) {
			cut(i, isHyphen(r))
			start = i + len(string(r))
		}
	}
	cut(len(name), false)
	return words
}

func parts(name string) []part {
	t := loadSounds()
	words := split(name)
	letters := make([][]rune, len(words))
	for i, w := range words {
		letters[i] = soundLetters(nil, w)
	}
	schemes := t.schemes(letters)
	ps := make([]part, len(words))
	for i, w := range letters {
		scheme := schemes
		if g, ok := givenName(words[i]); ok {
			w, scheme = soundLetters(w[:0], g), 0 // an English spelling, whatever the others are
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
