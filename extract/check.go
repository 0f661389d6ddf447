package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"extract/extract/packs"
	"extract/model"
)

// LanguageInfo describes one pack.
type LanguageInfo struct {
	Lang, Name   string
	Rules, Words int
}

// RuleInfo describes one rule, as its pack gives it.
type RuleInfo struct {
	ID, Kind string
	Match    []string
	File     string
	Line     int
	Yes      [][]string
	No       []string
}

// Problem is a fault of a pack.
type Problem struct {
	File    string
	Line    int
	Rule    string // "" where it is no rule's
	Message string
}

func (p Problem) String() string {
	if p.Rule == "" {
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
	}
	return fmt.Sprintf("%s:%d: rule %q: %s", p.File, p.Line, p.Rule, p.Message)
}

// CheckReport is what Check found.
type CheckReport struct {
	Languages, Rules, Examples int
	Problems                   []Problem // sorted by place
}

// Languages lists the packs; dir is a folder of further ones, or "".
func Languages(dir string) ([]LanguageInfo, error) {
	fsys, langs, err := sources(dir)
	if err != nil {
		return nil, err
	}
	var infos []LanguageInfo
	for _, l := range langs {
		p, err := packs.Load(fsys, l)
		if err != nil {
			return nil, err
		}
		infos = append(infos, LanguageInfo{l, p.Name, len(p.Rules), len(p.Words)})
	}
	return infos, nil
}

// Codes lists the languages that have a pack, sorted; dir is a folder of
// further ones, or "".
func Codes(dir string) ([]string, error) {
	_, langs, err := sources(dir)
	return langs, err
}

// Rules lists the rules of a language, those that all languages share behind
// its own.
func Rules(dir, lang string) ([]RuleInfo, error) {
	fsys, langs, err := sources(dir)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(langs, lang) {
		return nil, fmt.Errorf("there is no pack %q: there are %s", lang, strings.Join(langs, ", "))
	}
	p, err := packs.Load(fsys, lang)
	if err != nil {
		return nil, err
	}
	var infos []RuleInfo
	for _, r := range p.Rules {
		infos = append(infos, RuleInfo{r.ID, r.Kind, r.Match, r.File, r.Line, r.Yes, r.No})
	}
	return infos, nil
}

// checkDate is the day that relative dates in examples are counted from: a
// Wednesday.
const checkDate = "2025-11-05"

// Check loads and compiles all packs, those of the folder dir over the
// embedded ones, and tries every example of every rule. The error is for a
// folder that cannot be read; faults of packs are in the report.
func Check(dir string) (CheckReport, error) {
	var report CheckReport
	fsys, langs, err := sources(dir)
	if err != nil {
		return report, err
	}
	var all []*compiled
	for _, l := range langs {
		report.Languages++
		if pack := checkLanguage(fsys, l, &report); pack != nil {
			all = append(all, pack)
		}
	}
	checkWords(all, len(all) == len(langs), &report)
	slices.SortFunc(report.Problems, func(a, b Problem) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Message, b.Message)
	})
	report.Problems = slices.CompactFunc(report.Problems, func(a, b Problem) bool { return a == b })
	return report, nil
}

// checkLanguage tries the examples of a language and returns its pack, nil where
// that has faults.
func checkLanguage(fsys fs.FS, lang string, report *CheckReport) *compiled {
	pack, err := loadPack(fsys, lang)
	if err != nil {
		report.add(lang, err)
		return nil
	}
	e := &Engine{opts: Options{}, packs: fsys, types: map[string]bool{}, langs: map[string]*language{lang: {pack: pack}}}
	e.langs[lang].once.Do(func() {})
	e.pool.New = func() any { return new(document) }
	for _, t := range model.Types() {
		e.types[t] = true
	}
	for at := range pack.rules {
		r := &pack.rules[at]
		if r.File[:strings.IndexByte(r.File, '/')] == lang {
			report.Rules++
		}
		for _, y := range r.Yes {
			report.Examples++
			got := e.found(lang, y[0], int32(at))
			for _, want := range y[1:] {
				if !slices.Contains(got, want) {
					report.problem(r, fmt.Sprintf("yes %q: it finds %q, not %q", y[0], got, want))
				}
			}
		}
		for _, n := range r.No {
			report.Examples++
			if got := e.found(lang, n, int32(at)); len(got) > 0 {
				report.problem(r, fmt.Sprintf("no %q: it finds %q", n, got))
			}
		}
	}
	return pack
}

func (r *CheckReport) problem(of *rule, msg string) {
	r.Problems = append(r.Problems, Problem{of.File, of.Line, of.ID, msg})
}

// add puts the faults of a pack that does not load into the report.
func (r *CheckReport) add(lang string, err error) {
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range list.Unwrap() {
			r.add(lang, e)
		}
		return
	}
	var fault *packs.Error
	if errors.As(err, &fault) {
		r.Problems = append(r.Problems, Problem{fault.File, fault.Line, fault.Rule, fault.Msg})
		return
	}
	r.Problems = append(r.Problems, Problem{File: lang, Message: err.Error()})
}

// found returns what one rule finds in a text, in the form of examples: the
// values of its facts, "12 EUR" for money, "2-3 EUR" for a range, "0.5
// percentage-point" for a percentage in another unit; for a look-alike the
// covered text, for a kind of the pack's own its value.
func (e *Engine) found(lang, text string, at int32) []string {
	d := e.pool.Get().(*document)
	defer e.pool.Put(d)
	d.reset(e, Document{Name: "example", Text: text, Lang: lang, DefaultDate: checkDate, plain: true})
	d.read(func(Part) {})
	var got []string
	rule := &e.langs[lang].pack.rules[at]
	kind := rule.kind
	if rule.set.inner {
		kind = clsNone
	}
	switch kind {
	case clsDate, clsMoney, clsPercent, clsCardinal, clsRank:
		for _, f := range d.facts {
			if f.record.Base().Rule == rule.name {
				got = append(got, exampleValue(f.record))
			}
		}
		return got
	}
	for _, c := range d.charts {
		for i := range c.edges {
			if x := &c.edges[i]; x.rule == at {
				if kind == clsNone {
					start, end := c.span(x.start, x.end)
					got = append(got, text[start:end])
				} else {
					got = append(got, c.value(x))
				}
			}
		}
	}
	return got
}

func exampleValue(r model.Record) string {
	value, _ := r.Identity()
	switch r := r.(type) {
	case *model.Money:
		if r.ValueMax != nil {
			value += "-" + r.ValueMax.String()
		}
		return value + " " + r.Currency
	case *model.Percent:
		if r.ValueMax != nil {
			value += "-" + r.ValueMax.String()
		}
		if r.Unit != "percent" {
			value += " " + r.Unit
		}
	}
	return value
}
