// Package names compares and transcribes the names of people across languages.
//
// The same name stands in many spellings: Мишустин is Mishustin, Mischustin, Misjustin, Mişustin. Names
// are reduced to sounds that the spellings share (Skeleton), compared sound by sound where a letter can
// be read in several ways (Same), and brought from a German, Norwegian or Turkish transcription of
// Cyrillic into the English one (Canonical). How letters sound and how transcriptions differ is data, in
// the tables beside this code.
package names

import (
	"bytes"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A part is one word of a name, as sounds.
type part struct {
	sounds  []sound
	letters []rune
	initial bool // one letter, as in "George W. Bush"
}

// A reading is what a name is made of. It is used again for other names, and its slices with it.
type reading struct {
	words   []string
	parts   []part
	letters []rune
	sounds  []sound
	key     []byte
	keys    [][]byte
}

var readings = sync.Pool{New: func() any { return new(reading) }}

// split cuts a name into words at spaces and hyphens, drops those that spellings add and leave out, and
// writes the names of a servant of God as one word: Abdel Fattah, Abd al-Fattah, Abdulfattah.
func (r *reading) split(t *soundTable, name string) []string {
	r.words = r.words[:0]
	servant := false
	start := 0
	cut := func(end int, hyphen bool) {
		w := name[start:end]
		r.letters = soundLetters(r.letters[:0], w)
		switch {
		case len(r.letters) == 0 || t.loose.fits(r.letters) || hyphen && t.article.fits(r.letters):
		case servant:
			r.words[len(r.words)-1] = "Abdul" + Fold(w)
			servant = false
		default:
			r.words = append(r.words, w)
			servant = t.servant.fits(r.letters)
		}
	}
	for i, c := range name {
		if c == '.' || c == ',' || unicode.IsSpace(c) || isHyphen(c) {
			cut(i, isHyphen(c))
			start = i + utf8.RuneLen(c)
		}
	}
	cut(len(name), false)
	return r.words
}

// read reads a name.
func (r *reading) read(name string) []part {
	t := loadSounds()
	words := r.split(t, name)
	letters, ps, sounds := r.letters[:0], r.parts[:0], r.sounds[:0]
	schemes := uint16(0)
	for _, w := range words {
		n := len(letters)
		letters = soundLetters(letters, w)
		w := letters[n:len(letters):len(letters)]
		schemes |= t.schemes(w)
		ps = append(ps, part{letters: w})
	}
	for i := range ps {
		p, scheme := &ps[i], schemes
		if g, ok := findGiven(words[i]); ok {
			n := len(letters)
			letters = soundLetters(letters, g.name)
			p.letters, scheme = letters[n:len(letters):len(letters)], 0 // an English spelling, whatever the others are
		}
		n := len(sounds)
		sounds = t.appendSounds(sounds, p.letters, scheme)
		p.sounds, p.initial = sounds[n:len(sounds):len(sounds)], len(p.letters) == 1
	}
	r.letters, r.parts, r.sounds = letters, ps, sounds
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
	var buf [96]byte
	return string(AppendSkeleton(buf[:0], name))
}

// AppendSkeleton appends the skeleton of a name.
func AppendSkeleton(dst []byte, name string) []byte {
	r := readings.Get().(*reading)
	defer readings.Put(r)
	buf, keys := r.key[:0], r.keys[:0]
	ps := r.read(name)
	initials := onlyInitials(ps)
	for _, p := range ps {
		if p.initial && !initials {
			continue
		}
		n := len(buf)
		buf = p.appendKey(buf)
		keys = append(keys, buf[n:len(buf):len(buf)])
	}
	slices.SortFunc(keys, bytes.Compare)
	for i, k := range keys {
		if i > 0 {
			dst = append(dst, '-')
		}
		dst = append(dst, k...)
	}
	r.key, r.keys = buf, keys
	return dst
}

// onlyInitials reports that a name has no word but initials, which count then.
func onlyInitials(ps []part) bool {
	return !slices.ContainsFunc(ps, func(p part) bool { return !p.initial })
}

// WordKeys returns the skeleton of each word of a name, in the order of the name.
func WordKeys(name string) []string {
	r := readings.Get().(*reading)
	defer readings.Put(r)
	ps := r.read(name)
	initials := onlyInitials(ps)
	keys := make([]string, 0, len(ps))
	var buf [32]byte
	for _, p := range ps {
		if !p.initial || initials {
			keys = append(keys, string(p.appendKey(buf[:0])))
		}
	}
	return keys
}
