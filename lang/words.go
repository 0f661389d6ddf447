package lang

import (
	_ "embed"
	"iter"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordList string

// maxLanguages bounds the languages of words.txt, so that scores fit an array.
const maxLanguages = 96

// maxWord is the length in letters of the longest function word; longer words
// are not looked up.
const maxWord = 14

// maxLetter is one more than the last letter that words.txt calls telling.
const maxLetter = 0x700

// table holds the function words of all languages, keyed by the hash that the
// scanner computes as it goes, so that a look-up needs no string.
type table struct {
	codes   []string // sorted; their places are the languages' numbers
	scripts []script // the script in which each is written
	slots   []slot
	seen    [1 << 17 / 64]uint64 // a bit for the upper 17 of each word's mixed hash: most words of a text are not listed
	shift   uint
	sets    []sharing
	letters [maxLetter]slot // the telling letters, by rune
}

// sharing are the languages that share words.
type sharing struct {
	langs []uint8
	set   languageSet
}

// languageSet has a bit for each of the languages of words.txt, by number.
type languageSet [(maxLanguages + 63) / 64]uint64

func (s *languageSet) add(more languageSet) {
	for i := range s {
		s[i] |= more[i]
	}
}

// all yields the languages by number.
func (s languageSet) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, rest := range s {
			for ; rest != 0; rest &= rest - 1 {
				if !yield(i*64 + bits.TrailingZeros64(rest)) {
					return
				}
			}
		}
	}
}

type slot struct {
	check  uint32 // lower half of the mixed hash, the upper bits being the place
	set    uint16
	weight uint8 // what the word adds for each of its languages; 0: empty slot
}

// words reads words.txt when the first text is looked at.
var words = sync.OnceValue(func() *table { return readWords(wordList) })

func readWords(list string) *table {
	type entry struct {
		langs  []string
		folded bool // every language has the word without its marks only
	}
	type letter struct {
		r      rune
		weight uint8
	}
	words := make(map[string]entry, 4096)
	letters := map[letter][]string{}
	scripts := map[string]script{}
	family := map[string]string{}
	particle := map[string]bool{}
	add := func(word, code string, folded bool) {
		e, known := words[word]
		if !slices.Contains(e.langs, code) {
			e.langs = append(e.langs, code)
		}
		e.folded = folded && (e.folded || !known)
		words[word] = e
	}
	for line := range strings.Lines(list) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		switch code := fields[0]; code {
		case "#":
		case "=":
			for _, relative := range fields[1:] {
				family[relative] = fields[1]
			}
		case "*":
			for _, w := range fields[1:] {
				particle[w] = true
			}
		default:
			for _, w := range fields[1:] {
				if rest, ok := strings.CutPrefix(w, "+"); ok {
					r, size := utf8.DecodeRuneInString(rest)
					l := letter{r, 1}
					if size < len(rest) {
						l.weight = rest[size] - '0'
					}
					letters[l] = append(letters[l], code)
					continue
				}
				w = strings.Map(lower, w)
				add(w, code, false)
				if plain := withoutMarks(w); plain != w {
					add(plain, code, true)
				}
				if _, ok := scripts[code]; !ok {
					r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'"))
					scripts[code] = scriptOf(r)
				}
			}
		}
	}

	t := &table{codes: sortedKeys(scripts)}
	number := map[string]uint8{}
	for i, code := range t.codes {
		number[code] = uint8(i)
		t.scripts = append(t.scripts, scripts[code])
	}
	sets := map[string]uint16{}
	set := func(codes []string) uint16 {
		key := strings.Join(codes, " ")
		n, ok := sets[key]
		if !ok {
			n = uint16(len(t.sets))
			sets[key] = n
			var shared sharing
			for _, c := range codes {
				shared.langs = append(shared.langs, number[c])
				shared.set[number[c]/64] |= 1 << (number[c] % 64)
			}
			t.sets = append(t.sets, shared)
		}
		return n
	}
	size := 1 << bits.Len(uint(len(words)*2))
	t.slots, t.shift = make([]slot, size), uint(64-bits.TrailingZeros(uint(size)))
	for w, e := range words {
		n := weight(families(e.langs, family), e.folded)
		if particle[w] {
			n = 1
		}
		t.insert(hashOf(w), slot{set: set(e.langs), weight: n})
	}
	for l, langs := range letters {
		t.letters[l.r] = slot{set: set(langs), weight: l.weight}
	}
	return t
}

func families(codes []string, family map[string]string) int {
	var seen []string
	for _, code := range codes {
		if f, ok := family[code]; ok {
			code = f
		}
		if !slices.Contains(seen, code) {
			seen = append(seen, code)
		}
	}
	return len(seen)
}

// weight says how much a word tells: the fewer families of languages share it,
// the more. A form without its marks may be another language's word, so it tells less.
func weight(families int, folded bool) uint8 {
	w := uint8(1)
	switch families {
	case 1:
		w = 6
	case 2:
		w = 3
	case 3:
		w = 2
	}
	if folded {
		w = min(w, 2)
	}
	return w
}

// mix spreads a hash over its upper bits, which FNV-1a leaves nearly the same
// for short words that begin alike.
func mix(hash uint64) uint64 {
	return (hash ^ hash>>32) * 0x9E3779B97F4A7C15
}

func (t *table) insert(hash uint64, s slot) {
	hash = mix(hash)
	s.check = uint32(hash)
	t.seen[hash>>53] |= 1 << (hash >> 47 & 63)
	i := hash >> t.shift
	for t.slots[i].weight != 0 {
		i = (i + 1) & uint64(len(t.slots)-1)
	}
	t.slots[i] = s
}

func (t *table) lookup(hash uint64) (slot, bool) {
	hash = mix(hash)
	if t.seen[hash>>53]>>(hash>>47&63)&1 == 0 {
		return slot{}, false
	}
	for i := hash >> t.shift; t.slots[i].weight != 0; i = (i + 1) & uint64(len(t.slots)-1) {
		if t.slots[i].check == uint32(hash) {
			return t.slots[i], true
		}
	}
	return slot{}, false
}

// The hash is FNV-1a over runes.
const (
	hashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

func hashOf(word string) uint64 {
	h := hashStart
	for _, r := range word {
		h = (h ^ uint64(lower(r))) * hashPrime
	}
	return h
}

// marks pairs each accented Latin letter of words.txt with its plain form.
var marks = [...]string{
	"á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ă", "a", "ą", "a", "ā", "a",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ě", "e", "ę", "e", "ē", "e", "ė", "e", "ẹ", "e", "ế", "e", "ề", "e", "ễ", "e", "ể", "e", "ệ", "e",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i", "į", "i", "ĩ", "i", "ị", "i", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ő", "o",
	"ọ", "o", "ơ", "o", "ờ", "o", "ớ", "o", "ợ", "o", "ố", "o", "ồ", "o", "ộ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ű", "u",
	"ů", "u", "ū", "u", "ũ", "u", "ų", "u", "ư", "u", "ữ", "u", "ừ", "u", "ý", "y", "ỳ", "y", "ñ", "n", "ń", "n", "ň", "n", "ņ", "n", "ç", "c",
	"č", "c", "ć", "c", "ĉ", "c", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ż", "z", "ź", "z", "ž", "z", "ğ", "g", "ģ", "g", "ġ", "g", "ĝ", "g",
	"ł", "l", "ľ", "l", "ļ", "l", "ř", "r", "ť", "t", "ț", "t", "ţ", "t", "đ", "d", "ď", "d", "ķ", "k", "ħ", "h", "ŭ", "u", "ß", "ss", "æ", "ae",
	"ả", "a", "ạ", "a", "ấ", "a", "ầ", "a", "ã", "a", "ă", "a", "ắ", "a", "ằ", "a", "ặ", "a", "ẽ", "e", "ō", "o",
}

func withoutMarks(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			var b strings.Builder
			for _, r := range word {
				b.WriteString(plainLetter(r))
			}
			return b.String()
		}
	}
	return word
}

var plainLetters = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, len(marks)/2)
	for i := 0; i < len(marks); i += 2 {
		r, _ := utf8.DecodeRuneInString(marks[i])
		m[r] = marks[i+1]
	}
	return m
})

func plainLetter(r rune) string {
	if p, ok := plainLetters()[r]; ok {
		return p
	}
	return string(r)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
