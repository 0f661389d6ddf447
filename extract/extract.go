// Package extract turns a document into records: it lays the page out, finds
// numbers, dates, sums, names and sessions by the rules of the language
// packs, counts and resolves them, and joins them to meetings. It names no
// language; what differs between languages is data in package packs.
package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sort"
	"sync"

	"extract/extract/packs"
	"extract/model"
)

// Document is one decoded article.
type Document struct {
	Name        string // as the user gave it: `doc` in the records
	Text        string // valid UTF-8, decoded, without byte order mark, line ends as they are
	Title, URL  string // of the input record; "" when not said
	Lang        string // language that the user says it is in; "" when not said
	Date        string // date of publication of the input record, ISO 8601 and valid; "" when not said
	DefaultDate string // the same, used where neither record nor document has one
	DateUTC     bool   // Date is in UTC: where the text gives the same moment in another zone, that counts
	Source      string // publisher that the document's data names; "" when not said
	LangHint    string // language that the document's data names: it counts where the text is too short to tell
	plain       bool   // it is an example: all of it is body
}

// Detector says in which language passages are.
type Detector interface {
	// Detect returns for each passage a BCP 47 subtag or "und".
	Detect(passages []string) []string
}

// Witness gives a second opinion on names.
type Witness interface {
	// Serves reports whether it knows a language.
	Serves(lang string) bool
	// Person reports whether it takes the bytes from to to of a sentence for a
	// person's name.
	Person(sentence string, from, to int) bool
}

// Options are what an Engine works with.
type Options struct {
	PacksDir  string   // folder that adds or replaces languages; "" for the embedded ones alone
	Detector  Detector // nil: documents whose Lang is not said are "und"
	Witness   Witness  // nil: the grammar alone finds names
	Types     []string // kinds of fact to write; nil for all but numbers and ordinals
	NoArticle bool     // leave the article records out
	Explain   bool     // fill Result.Trace
}

// Engine extracts the facts of documents. It is safe for concurrent use.
type Engine struct {
	opts  Options
	types map[string]bool
	packs fs.FS
	langs map[string]*language
	pool  sync.Pool
	cues  cueBook
}

// language is a pack that is compiled when it is first needed.
type language struct {
	once sync.Once
	pack *compiled
	err  error
}

// Result is what one document gives.
type Result struct {
	Records []model.Record // in the contract's order: the article, its facts, its meetings
	Trace   []Trace        // with Options.Explain: each candidate, in order of its place
}

// Trace is one candidate with what became of it.
type Trace struct {
	Start, End   int    // code points
	Line, Column int    // of the start, from 1, in code points
	Text         string // as it stands
	Type, Value  string // what it was taken for
	Rule         string // what proposed it
	Kept         bool
	Reason       string // why it was dropped, or how it was read
}

// New returns an engine. Packs of a folder are checked at once and all their
// faults returned; the embedded ones are compiled when their language occurs.
func New(opts Options) (*Engine, error) {
	fsys, langs, err := sources(opts.PacksDir)
	if err != nil {
		return nil, err
	}
	types := opts.Types
	if types == nil {
		types = model.DefaultTypes()
	}
	e := &Engine{opts: opts, packs: fsys, types: map[string]bool{}, langs: map[string]*language{}}
	for _, t := range types {
		e.types[t] = true
	}
	for _, l := range langs {
		e.langs[l] = &language{}
	}
	e.pool.New = func() any { return new(document) }
	if opts.PacksDir != "" {
		report, err := Check(opts.PacksDir)
		if err != nil {
			return nil, err
		}
		if len(report.Problems) > 0 {
			var faults []error
			for _, p := range report.Problems {
				faults = append(faults, errors.New(p.String()))
			}
			return nil, errors.Join(faults...)
		}
	}
	return e, nil
}

// sources returns the packs with those of a folder laid over them, and the
// languages in them, sorted.
func sources(dir string) (fs.FS, []string, error) {
	fsys := packs.Embedded()
	if dir != "" {
		info, err := os.Stat(dir)
		if err != nil {
			return nil, nil, fmt.Errorf("packs: %w", err)
		}
		if !info.IsDir() {
			return nil, nil, fmt.Errorf("packs: %s is no folder", dir)
		}
		fsys = packs.Overlay(fsys, os.DirFS(dir))
	}
	langs, err := packs.List(fsys)
	sort.Strings(langs)
	return fsys, langs, err
}

// pack returns the compiled pack of a language, nil where there is none.
func (e *Engine) pack(lang string) *compiled {
	l := e.langs[lang]
	if l == nil {
		return nil
	}
	l.once.Do(func() { l.pack, l.err = loadPack(e.packs, lang) })
	return l.pack
}

func loadPack(fsys fs.FS, lang string) (*compiled, error) {
	p, err := packs.Load(fsys, lang)
	if err != nil {
		return nil, err
	}
	c, faults := compile(p)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return c, nil
}
