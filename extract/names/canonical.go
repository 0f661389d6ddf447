package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A given is one entry of the list of given names.
type given struct {
	name     string // the usual English spelling
	evidence evidence
	regions  []string // south: of the Caucasus or Central Asia, azeri: of Azerbaijan
}

// An evidence says how much a given name tells about the surname: nothing, that it belongs to somebody
// whom Cyrillic countries and others call so, to Slavs mostly, to somebody of a Cyrillic country.
type evidence uint8

const (
	unknown evidence = iota
	shared
	slavic
	own
)

var evidences = map[string]evidence{"shared": shared, "slavic": slavic, "own": own}

var loadGiven = sync.OnceValue(func() map[string]given {
	text, err := data.ReadFile("data/given.tsv")
	if err != nil {
		panic(err) // embedded: cannot fail in a program that was built
	}
	m := map[string]given{}
	for line := range strings.Lines(string(text)) {
		cell := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cell) < 2 || line[0] == '#' {
			continue
		}
		marks := strings.Fields(cell[1])
		g := given{cell[0], evidences[marks[0]], marks[1:]}
		if _, ok := m[Fold(g.name)]; !ok {
			m[Fold(g.name)] = g
		}
		if len(cell) > 2 {
			for _, s := range strings.Fields(cell[2]) {
				m[Fold(s)] = g
			}
		}
	}
	return m
})

// findGiven looks up a given name. Those of the Slavs have no umlauts: Jüri is no Yuri.
func findGiven(word string) (given, bool) {
	var buf [48]byte
	g, ok := loadGiven()[string(AppendFold(buf[:0], word))]
	return g, ok && (len(g.regions) > 0 || !strings.ContainsAny(word, "äöüÄÖÜõ"))
}

// transcriptions holds the tables of transcription read so far, by language; nil where there is none.
var transcriptions = struct {
	sync.Mutex
	read map[string]*table
}{read: map[string]*table{}}

func transcription(lang string) *table {
	if lang == "sounds" || lang == "given" {
		return nil
	}
	transcriptions.Lock()
	defer transcriptions.Unlock()
	t, ok := transcriptions.read[lang]
	if !ok {
		t, _ = readTable(lang + ".tsv")
		transcriptions.read[lang] = t
	}
	return t
}

// Canonical returns the English transcription of a name that an article of the language lang, a BCP 47
// subtag, gives in that language's transcription from Cyrillic: "Sergej Donskoj" (nb) is "Sergey Donskoy",
// "Tatjana Golikowa" (de) "Tatyana Golikova", "Mikayıl Cabbarov" (tr) "Mikayil Jabbarov".
// The shape of the surname and the given name must tell that the name is such a transcription: any
// other name, and every name in a language without a table, comes back as it is.
func Canonical(name, lang string) string {
	t := transcription(lang)
	words := strings.Fields(name)
	if t == nil || len(words) < 2 {
		return name
	}
	schemes, ok := t.transcribed(words)
	if !ok {
		return name
	}
	for i, w := range words {
		parts := strings.Split(w, "-")
		for j, p := range parts {
			parts[j] = t.rewrite(p, schemes)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// transcribed decides by the last word, the surname, and by the given names before it. It returns the
// shapes and regions that show in the name.
func (t *table) transcribed(words []string) (schemes uint16, ok bool) {
	var buf [32]rune
	last := len(words) - 1
	for _, w := range words {
		if !capitalised(w) || t.foreign(w) {
			return 0, false
		}
	}
	var told evidence
	for _, w := range words[:last] {
		if g, ok := findGiven(w); ok {
			told = max(told, g.evidence)
			for _, r := range g.regions {
				schemes |= t.scheme[r]
			}
		}
	}
	surname := soundLetters(buf[:0], words[last])
	if !t.shows("sure", surname) && !(told >= shared && t.shows("likely", surname)) &&
		!(told >= slavic && t.shows("weak", surname)) && (told != own || t.shows("native", surname)) {
		return 0, false
	}
	for _, w := range words {
		letters := soundLetters(buf[:0], w)
		if t.shows("not", letters) {
			return 0, false
		}
		schemes |= t.schemes(letters)
	}
	return schemes, true
}

// foreign reports whether a word has a letter that no transcription in this language has.
func (t *table) foreign(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return strings.ContainsRune(t.alien, unicode.ToLower(r)) })
}

// capitalised reports whether a word begins with a capital letter and goes on in small ones.
func capitalised(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && strings.IndexFunc(w[n:], unicode.IsLower) >= 0
}

// rewrite transcribes one word.
func (t *table) rewrite(w string, schemes uint16) string {
	if g, ok := findGiven(w); ok {
		return g.name
	}
	word := soundLetters(nil, w)
	var out strings.Builder
	for i := 0; i < len(word); {
		if r := t.find(word, i, schemes); r != nil {
			out.WriteString(r.out)
			i += len(r.letters)
			continue
		}
		out.WriteRune(word[i])
		i++
	}
	s := out.String()
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
