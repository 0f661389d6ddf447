// Package shuffled makes articles for benchmarks: as many as one likes, no two alike, the same in every
// run. A few articles read again and again flatter a program by a factor of two, since branches and caches
// learn them by heart; these are put together from sentences whose names, dates and figures change.
package shuffled

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
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
	r := rand.New(rand.NewPCG(seed, 1))
	var makers []*maker
	for _, lang := range Languages {
		m, err := newMaker(r, lang, folder)
		if err != nil {
			return nil, err
		}
		makers = append(makers, m)
	}
	var all []Article
	for made := 0; made < size; {
		m := makers[len(all)%len(makers)]
		a := Article{m.lang, m.article()}
		all = append(all, a)
		made += len(a.Text)
	}
	return all, nil
}

// maker makes articles of one language.
type maker struct {
	*rand.Rand
	lang      string
	lists     map[string][]string // @name of the file: what {name} in a sentence may be
	sentences []string            // with slots
	plain     []string            // those that tell none of the facts that are looked for
	found     []string            // of the articles in the folder
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
		return m.plain[m.IntN(len(m.plain))]
	}
	if len(m.found) > 0 && m.IntN(2) == 0 {
		return strings.TrimSpace(m.found[m.IntN(len(m.found))])
	}
	return m.fill(m.sentences[m.IntN(len(m.sentences))])
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
