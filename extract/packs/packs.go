// Package packs holds the languages of extract as data: one folder a
// language, embedded in the binary, readable from a folder of the user's too.
// It reads and checks the form of the files; what the rules mean is the
// engine's.
package packs

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
)

//go:embed */*.toml
var embedded embed.FS

// Common is the folder of what no language owns. It is no language itself,
// and every pack contains it.
const Common = "common"

// Embedded returns the packs of the binary, a folder a language.
func Embedded() fs.FS { return embedded }

// Pack is one language as its files say it.
type Pack struct {
	Lang          string   // BCP 47 subtag, the folder's name
	Name          string   // English name of the language
	Decimal       string   // decimal mark, "." or ","
	Grouping      []string // marks between groups of digits; " " stands for every kind of space
	DateOrder     string   // "dmy" or "mdy": how 02/11/2025 is read when nothing else tells
	OrdinalDot    bool     // "3." is an ordinal
	WholeOrdinals bool     // ordinals are one word: "tjueførste", and "ti første" are the first ten
	GluedEndings  bool     // digits may take an ending without its apostrophe: "2003te"
	Chain         bool     // a scale may be followed by a smaller number in digits: "2 bin 39"
	Compounds     bool     // words are compounded without a space
	JoinedWords   bool     // a number of several words is also written as one: "twentyfifth"
	BodyFirst     bool     // the body stands in front of the number of its sitting
	NounCapitals  bool     // all nouns begin with a capital
	HeadsAhead    bool     // the present of a headline is to come, not what has happened
	MonthFirst    []string // ISO 3166-1: an article that names another country more often writes the day first
	Countries     []string // where the language is at home, ISO 3166-1, the largest first
	Apostrophe    []string // endings behind an apostrophe that belong to the word; "*noun" stands for those of a paradigm

	Suffixes   map[string][]string // paradigm -> endings that `~` stands for
	Letters    map[string][]string // letters of endings that stand for several sounds: A -> a, e
	Inflection map[string]string   // class of words -> its paradigm
	Currencies map[string][]string // name that countries share -> default code, then "country code"; code -> "year older-code"
	Heads      map[string]string   // organisation -> role of whoever heads it, whatever the title
	Bosses     map[string]string   // organisation -> role of whom the press calls its boss
	Words      []Word              // in the order of files and lines
	Rules      []Rule              // likewise; an earlier rule has priority
}

// Place is where something stands in the pack's files.
type Place struct {
	File string // path inside the packs
	Line int    // from 1
}

func (p Place) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// Word is one surface form of a class: `[words.month] 01 = ["Januar"]`.
type Word struct {
	Class, Value, Form string
	Place
}

// Rule is one rule with the examples that prove it.
type Rule struct {
	ID    string
	Kind  string            // what it finds: date, money …, or a part that other rules use
	Match []string          // patterns, any of which matches
	Set   map[string]string // values that do not stand in a slot
	Yes   [][]string        // text, then the values that are found there
	No    []string          // texts in which this rule finds nothing
	Place
}

// Error is a fault of a pack, with its place.
type Error struct {
	Place
	Rule string // id of the rule at fault, if it is one's
	Msg  string // what is wrong and what would be right
}

func (e *Error) Error() string {
	if e.Rule != "" {
		return fmt.Sprintf("%s: rule %q: %s", e.Place, e.Rule, e.Msg)
	}
	return fmt.Sprintf("%s: %s", e.Place, e.Msg)
}

// List returns the languages of fsys, sorted: its folders but for Common and
// those that begin with a point.
func List(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var langs []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != Common && !strings.HasPrefix(e.Name(), ".") {
			langs = append(langs, e.Name())
		}
	}
	return langs, nil
}

// usualWords and usualRules are about as many as packs have.
const usualWords, usualRules = 10_000, 300

// Load reads the pack of one language: its own files first, then those of
// Common. All faults of form are returned, joined; each is an *Error.
func Load(fsys fs.FS, lang string) (*Pack, error) {
	p := &Pack{Lang: lang, Suffixes: map[string][]string{}, Letters: map[string][]string{}, Inflection: map[string]string{}, Currencies: map[string][]string{}, Heads: map[string]string{}, Bosses: map[string]string{}}
	p.Words, p.Rules = make([]Word, 0, usualWords), make([]Rule, 0, usualRules)
	var faults []error
	for _, dir := range []string{lang, Common} {
		files, err := fs.Glob(fsys, path.Join(dir, "*.toml"))
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		if len(files) == 0 && dir == lang {
			return nil, fmt.Errorf("pack %s: no .toml file in its folder", lang)
		}
		for _, file := range files {
			data, err := fs.ReadFile(fsys, file)
			if err != nil {
				return nil, err
			}
			faults = append(faults, p.read(file, data)...)
		}
	}
	p.spellSuffixes()
	faults = append(faults, p.validate()...)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return p, nil
}

// Words returns the words of some classes from the files of one folder, in the
// order of files and lines. It parses only the tables of these classes, so it
// costs far less than Load.
func Words(fsys fs.FS, dir string, classes ...string) ([]Word, error) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.toml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	p := &Pack{Lang: dir, Suffixes: map[string][]string{}, Letters: map[string][]string{}, Inflection: map[string]string{}}
	var faults []error
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		if tables := wordTables(data, classes); tables != nil {
			faults = append(faults, p.read(file, tables)...)
		}
	}
	return p.Words, errors.Join(faults...)
}

// wordTables returns the tables of the classes with all other lines empty, so
// that lines keep their numbers; nil where there is none.
func wordTables(data []byte, classes []string) []byte {
	var out []byte
	from := 0 // the beginning of what is not in out yet
	for at := 0; at < len(data); {
		end := len(data) // of the table that begins at at
		if n := bytes.Index(data[at:], []byte("\n[")); n >= 0 {
			end = at + n + 1
		}
		if name, ok := bytes.CutPrefix(data[at:end], []byte("[words.")); ok {
			name, _, _ = bytes.Cut(name, []byte("]"))
			if slices.Contains(classes, string(bytes.Trim(name, `"`))) {
				out = append(out, bytes.Repeat([]byte("\n"), bytes.Count(data[from:at], []byte("\n")))...)
				out = append(out, data[at:end]...)
				from = end
			}
		}
		at = end
	}
	return out
}

// spellSuffixes writes out the endings whose letters stand for several
// sounds. Letters with as many sounds change together, as the vowels of
// Turkish do by harmony.
func (p *Pack) spellSuffixes() {
	for name, list := range p.Suffixes {
		var spelled []string
		for _, s := range list {
			spelled = append(spelled, p.spell(s)...)
		}
		slices.Sort(spelled)
		p.Suffixes[name] = slices.Compact(spelled)
	}
	var endings []string
	for _, s := range p.Apostrophe {
		if paradigm, ok := strings.CutPrefix(s, "*"); ok {
			endings = append(endings, p.Suffixes[paradigm]...)
		} else {
			endings = append(endings, p.spell(s)...)
		}
	}
	p.Apostrophe = endings
}

func (p *Pack) spell(suffix string) []string {
	forms := []string{suffix}
	for size := 2; size <= 8; size++ {
		changes := func(r rune) bool { return len(p.Letters[string(r)]) == size }
		var next []string
		for _, f := range forms {
			if !strings.ContainsFunc(f, changes) {
				next = append(next, f)
				continue
			}
			for i := range size {
				var b strings.Builder
				for _, r := range f {
					if changes(r) {
						b.WriteString(p.Letters[string(r)][i])
					} else {
						b.WriteRune(r)
					}
				}
				next = append(next, b.String())
			}
		}
		forms = next
	}
	return forms
}

func (p *Pack) validate() []error {
	var faults []error
	own := Place{File: p.Lang + "/pack.toml", Line: 1}
	if p.Name == "" {
		faults = append(faults, &Error{Place: own, Msg: `no name = "…": the English name of the language`})
	}
	if p.Decimal != "." && p.Decimal != "," {
		faults = append(faults, &Error{Place: own, Msg: `decimal must be "." or ","`})
	}
	if p.DateOrder != "dmy" && p.DateOrder != "mdy" {
		faults = append(faults, &Error{Place: own, Msg: `date_order must be "dmy" or "mdy"`})
	}
	for class, paradigm := range p.Inflection {
		if _, ok := p.Suffixes[paradigm]; !ok {
			faults = append(faults, &Error{Place: own, Msg: fmt.Sprintf("inflection of %s: there are no suffixes.%s", class, paradigm)})
		}
	}
	ids := map[string]Place{}
	for _, r := range p.Rules {
		fault := func(format string, args ...any) {
			faults = append(faults, &Error{Place: r.Place, Rule: r.ID, Msg: fmt.Sprintf(format, args...)})
		}
		if first, ok := ids[r.ID]; ok {
			fault("the id stands at %s already: give one of them another", first)
		}
		ids[r.ID] = r.Place
		switch {
		case r.ID == "":
			fault("no id")
		case r.Kind == "":
			fault("no kind")
		case len(r.Match) == 0:
			fault("no match")
		case len(r.Yes) == 0:
			fault("no yes: an example that it finds")
		case len(r.No) == 0:
			fault("no no: an example that it must not find")
		}
		if slices.ContainsFunc(r.Yes, func(y []string) bool { return len(y) < 2 }) {
			fault(`a yes needs a text and a value: ["im Mai 2021", "2021-05"]`)
		}
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return faults
}

// Overlay returns base with the folders of top in place of its own of the
// same name.
func Overlay(base, top fs.FS) fs.FS { return overlay{base, top} }

type overlay struct{ base, top fs.FS }

func (o overlay) of(name string) fs.FS {
	folder, _, _ := strings.Cut(name, "/")
	if info, err := fs.Stat(o.top, folder); err == nil && info.IsDir() {
		return o.top
	}
	return o.base
}

func (o overlay) Open(name string) (fs.File, error) { return o.of(name).Open(name) }

func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return fs.ReadDir(o.of(name), name)
	}
	seen := map[string]fs.DirEntry{}
	for _, f := range []fs.FS{o.base, o.top} {
		entries, err := fs.ReadDir(f, ".")
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.IsDir() {
				seen[e.Name()] = e
			}
		}
	}
	var all []fs.DirEntry
	for _, e := range seen {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name() < all[j].Name() })
	return all, nil
}
