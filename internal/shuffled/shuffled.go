// Package shuffled makes articles for benchmarks: as many as one likes, no two alike, the same in every
// run. A few articles read again and again flatter a program by a factor of two, since branches and caches
// learn them by heart; these are put together from sentences whose names, dates, figures and words change.
package shuffled

import (
	"embed"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed fragments
var fragments embed.FS

// Languages are those in which there are fragments.
var Languages = []string{"de", "en", "nb", "tr"}

// Article is one made article.
type Article struct{ Lang, Text string }

// Articles makes articles in all languages by turns, of size bytes together or a little more. Their
// sentences are the fragments of this package and those of the articles in folder/LANG/*.txt, if any.
func Articles(seed uint64, size int, folder string) ([]Article, error) {
	stream, err := Stream(seed, size, folder)
	if err != nil {
		return nil, err
	}
	return slices.Collect(stream), nil
}

// Stream makes the same articles one after the other.
func Stream(seed uint64, size int, folder string) (iter.Seq[Article], error) {
	r := rand.New(rand.NewPCG(seed, 1))
	var makers []*maker
	for _, lang := range Languages {
		m, err := newMaker(r, lang, folder)
		if err != nil {
			return nil, err
		}
		makers = append(makers, m)
	}
	return func(yield func(Article) bool) {
		made := 0
		for n := 0; made < size; n++ {
			m := makers[n%len(makers)]
			a := Article{m.lang, m.article()}
			made += len(a.Text)
			if !yield(a) {
				return
			}
		}
	}, nil
}

// maker makes articles of one language.
type maker struct {
	*rand.Rand
	lang      string
	lists     map[string][]string // @name of the file: what {name} in a sentence may be
	sentences []string            // with slots
	plain     []string            // those that tell none of the facts that are looked for
	found     []string            // of the articles in the folder
	words     []string            // long ones of the plain sentences
}

func newMaker(r *rand.Rand, lang, folder string) (*maker, error) {
	text, err := fragments.ReadFile("fragments/" + lang + ".txt")
	if err != nil {
		return nil, err
	}
	m := &maker{Rand: r, lang: lang, lists: map[string][]string{}}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch name, list, ok := strings.Cut(line, " "); {
		case line == "" || line[0] == '#':
		case line[0] == '@' && ok:
			m.lists[name[1:]] = strings.Split(list, "|")
		case name == "=" && ok:
			m.plain = append(m.plain, list)
		default:
			m.sentences = append(m.sentences, line)
		}
	}
	for _, sentence := range m.plain {
		for word := range strings.FieldsFuncSeq(sentence, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if isLong(word) {
				m.words = append(m.words, word)
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, lang, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); len(line) > 80 {
				m.found = append(m.found, strings.SplitAfter(line, ". ")...)
			}
		}
	}
	return m, nil
}

// article has a title, a dateline and five to nine paragraphs.
func (m *maker) article() string {
	var out strings.Builder
	title := strings.TrimRight(m.sentence(), ".")
	out.WriteString(title)
	out.WriteString("\n\n")
	out.WriteString(m.fill("{day}.{nn}.{year}\n\n{CITY} (Reuters) - "))
	for range 5 + m.IntN(5) {
		for range 2 + m.IntN(4) {
			out.WriteString(m.sentence())
			out.WriteByte(' ')
		}
		out.WriteString("\n\n")
	}
	return out.String()
}

// plainShare is how many of a hundred sentences are plain. With it there are
// four and a half records in a kilobyte, as in news articles; pages crowded with
// figures, as tests have them, give four times as many.
const plainShare = 77

func (m *maker) sentence() string {
	if m.IntN(100) < plainShare {
		return m.vary(m.plain[m.IntN(len(m.plain))])
	}
	if len(m.found) > 0 && m.IntN(2) == 0 {
		return strings.TrimSpace(m.found[m.IntN(len(m.found))])
	}
	return m.fill(m.sentences[m.IntN(len(m.sentences))])
}

// vary changes every second long word of a plain sentence into one that begins like it and ends like
// another: what a text says besides its facts is said in ever new words.
func (m *maker) vary(sentence string) string {
	var out strings.Builder
	for sentence != "" {
		end := strings.IndexFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case end < 0:
			end = len(sentence)
		case end == 0:
			_, end = utf8.DecodeRuneInString(sentence)
		}
		word := sentence[:end]
		sentence = sentence[end:]
		if isLong(word) && m.IntN(2) == 0 {
			begin, other := []rune(word), []rune(m.words[m.IntN(len(m.words))])
			word = string(begin[:len(begin)/2]) + string(other[len(other)/2:])
		}
		out.WriteString(word)
	}
	return out.String()
}

// isLong reports a word of some letters that is not written like a name.
func isLong(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) > 5 && unicode.IsLower(first)
}

// fill puts something into each slot of a sentence.
func (m *maker) fill(s string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		var slot string
		slot, s, _ = strings.Cut(rest, "}")
		switch slot {
		case "n":
			fmt.Fprint(&out, 2+m.IntN(97))
		case "nn":
			fmt.Fprintf(&out, "%02d", 1+m.IntN(12))
		case "nnn":
			fmt.Fprint(&out, 100+m.IntN(900))
		case "day":
			fmt.Fprint(&out, 1+m.IntN(28))
		case "year":
			fmt.Fprint(&out, 1990+m.IntN(36))
		case "CITY":
			out.WriteString(strings.ToUpper(m.one("city")))
		default:
			out.WriteString(m.one(slot))
		}
	}
}

func (m *maker) one(list string) string {
	words := m.lists[list]
	if len(words) == 0 {
		panic("fragments/" + m.lang + ".txt: no list @" + list)
	}
	return words[m.IntN(len(words))]
}
