package packs

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// read adds one file to the pack. It walks the syntax tree instead of
// decoding into structs: that keeps the order of words and the line of each,
// and costs half the time at start-up.
func (p *Pack) read(file string, data []byte) []error {
	r := reader{pack: p, file: file, data: data}
	r.parser.Reset(data)
	for r.parser.NextExpression() {
		r.expression(r.parser.Expression())
	}
	if err := r.parser.Error(); err != nil {
		line := 0
		if perr, ok := err.(*unstable.ParserError); ok {
			line = r.lineAt(r.parser.Range(perr.Highlight).Offset)
		}
		r.fault(line, "no valid TOML: %v", err)
	}
	return r.faults
}

type reader struct {
	parser unstable.Parser
	pack   *Pack
	file   string
	data   []byte
	table  []string // the table that is open
	keys   []string // those that it has
	tables []string // all so far
	faults []error
	offset uint32 // up to which line ends are counted
	lines  int    // how many those are
}

// lineAt returns the line of an offset, cheapest where offsets ascend.
func (r *reader) lineAt(offset uint32) int {
	if offset < r.offset {
		r.offset, r.lines = 0, 0
	}
	r.lines += bytes.Count(r.data[r.offset:offset], []byte{'\n'})
	r.offset = offset
	return r.lines + 1
}

func (r *reader) fault(line int, format string, args ...any) {
	r.faults = append(r.faults, &Error{Place: Place{r.file, line}, Msg: fmt.Sprintf(format, args...)})
}

func (r *reader) expression(n *unstable.Node) {
	if n.Kind == unstable.Comment {
		return
	}
	var key []string
	line := 0
	for it := n.Key(); it.Next(); {
		if len(key) == 0 {
			line = r.lineAt(it.Node().Raw.Offset)
		}
		key = append(key, string(it.Node().Data))
	}
	switch n.Kind {
	case unstable.Table:
		r.table, r.keys = key, r.keys[:0]
		r.tables = r.once(line, r.tables, "the table ["+strings.Join(key, ".")+"]")
		if !slices.Contains([]string{"suffixes", "suffix-letters", "inflection", "currencies", "heads", "bosses", "words"}, key[0]) || key[0] != "words" && len(key) > 1 {
			r.fault(line, "unknown table [%s]: it is [words.CLASS], [suffixes], [suffix-letters], [inflection], [currencies], [heads], [bosses] or [[rule]]", strings.Join(key, "."))
		}
	case unstable.ArrayTable:
		r.table, r.keys = key, r.keys[:0]
		if len(key) != 1 || key[0] != "rule" {
			r.fault(line, "unknown table [[%s]]: only [[rule]] is a list of tables", strings.Join(key, "."))
			return
		}
		r.pack.Rules = append(r.pack.Rules, Rule{Place: Place{r.file, line}})
	case unstable.KeyValue:
		r.keys = r.once(line, r.keys, strings.Join(key, "."))
		r.keyValue(line, key, n.Value())
	}
}

// once adds a name to those of its place, where it may stand only once.
func (r *reader) once(line int, names []string, name string) []string {
	if slices.Contains(names, name) {
		r.fault(line, "%s stands here already: put the two together", name)
	}
	return append(names, name)
}

func (r *reader) keyValue(line int, key []string, v *unstable.Node) {
	table := ""
	if len(r.table) > 0 {
		table = r.table[0]
	}
	switch table {
	case "":
		r.setting(line, strings.Join(key, "."), v)
	case "suffixes":
		r.pack.Suffixes[key[0]] = r.strings(line, v)
	case "suffix-letters":
		r.pack.Letters[key[0]] = r.strings(line, v)
	case "currencies":
		r.pack.Currencies[key[0]] = append(r.pack.Currencies[key[0]], r.strings(line, v)...)
	case "heads":
		r.roles(line, r.pack.Heads, key[0], v)
	case "bosses":
		r.roles(line, r.pack.Bosses, key[0], v)
	case "inflection":
		r.pack.Inflection[strings.Join(key, ".")] = r.text(line, v)
	case "words":
		full := append(slices.Clone(r.table[1:]), key...)
		if len(full) < 2 {
			r.fault(line, "words stand in [words.CLASS] as value = [\"form\", …]")
			return
		}
		class, value := strings.Join(full[:len(full)-1], "."), full[len(full)-1]
		for _, form := range r.strings(line, v) {
			if strings.TrimSpace(form) == "" {
				r.fault(line, "an empty form of %s", class)
				continue
			}
			r.pack.Words = append(r.pack.Words, Word{class, value, form, Place{r.file, line}})
		}
	case "rule":
		if len(r.pack.Rules) > 0 {
			r.rule(line, key, v)
		}
	}
}

// roles notes the role of those who head the listed organisations.
func (r *reader) roles(line int, of map[string]string, role string, v *unstable.Node) {
	for _, org := range r.strings(line, v) {
		if old, ok := of[org]; ok {
			r.fault(line, "%s has the role %s already", org, old)
		}
		of[org] = role
	}
}

func (r *reader) setting(line int, key string, v *unstable.Node) {
	p := r.pack
	switch key {
	case "lang":
		if lang := r.text(line, v); lang != p.Lang {
			r.fault(line, "lang is %q, the folder %q: they must be the same", lang, p.Lang)
		}
	case "name":
		p.Name = r.text(line, v)
	case "decimal":
		p.Decimal = r.text(line, v)
	case "grouping":
		p.Grouping = r.strings(line, v)
	case "date_order":
		p.DateOrder = r.text(line, v)
	case "ordinal_dot":
		p.OrdinalDot = r.boolean(line, v)
	case "glued_endings":
		p.GluedEndings = r.boolean(line, v)
	case "chain":
		p.Chain = r.boolean(line, v)
	case "compounds":
		p.Compounds = r.boolean(line, v)
	case "joined_numbers":
		p.JoinedWords = r.boolean(line, v)
	case "whole_ordinals":
		p.WholeOrdinals = r.boolean(line, v)
	case "body_first":
		p.BodyFirst = r.boolean(line, v)
	case "noun_capitals":
		p.NounCapitals = r.boolean(line, v)
	case "heads_ahead":
		p.HeadsAhead = r.boolean(line, v)
	case "month_first":
		p.MonthFirst = r.strings(line, v)
	case "countries":
		p.Countries = r.strings(line, v)
	case "apostrophe":
		p.Apostrophe = r.strings(line, v)
	default:
		r.fault(line, "unknown key %q", key)
	}
}

func (r *reader) rule(line int, key []string, v *unstable.Node) {
	rule := &r.pack.Rules[len(r.pack.Rules)-1]
	switch name := strings.Join(key, "."); name {
	case "id":
		rule.ID = r.text(line, v)
	case "kind":
		rule.Kind = r.text(line, v)
	case "match":
		rule.Match = r.strings(line, v)
	case "yes":
		for c := range children(v) {
			rule.Yes = append(rule.Yes, r.strings(line, c))
		}
	case "no":
		rule.No = r.strings(line, v)
	case "set":
		if v.Kind != unstable.InlineTable {
			r.fault(line, `set is a table: set = { unit = "year" }`)
			return
		}
		rule.Set = map[string]string{}
		for c := range children(v) {
			it := c.Key()
			it.Next()
			rule.Set[string(it.Node().Data)] = r.text(line, c.Value())
		}
	default:
		r.fault(line, "unknown key %q in the rule %q", name, rule.ID)
	}
}

// children yields the nodes inside an array or inline table, comments left out.
func children(n *unstable.Node) func(yield func(*unstable.Node) bool) {
	return func(yield func(*unstable.Node) bool) {
		for it := n.Children(); it.Next(); {
			if it.Node().Kind != unstable.Comment && !yield(it.Node()) {
				return
			}
		}
	}
}

func (r *reader) text(line int, v *unstable.Node) string {
	switch v.Kind {
	case unstable.String, unstable.Integer, unstable.Float:
		return string(v.Data)
	}
	r.fault(line, "a text in quotes is due here")
	return ""
}

func (r *reader) boolean(line int, v *unstable.Node) bool {
	if v.Kind != unstable.Bool {
		r.fault(line, "true or false is due here")
	}
	return string(v.Data) == "true"
}

// strings reads a list of texts; one text alone is a list of one.
func (r *reader) strings(line int, v *unstable.Node) []string {
	if v.Kind != unstable.Array {
		return []string{r.text(line, v)}
	}
	var list []string
	for c := range children(v) {
		list = append(list, r.text(line, c))
	}
	return list
}
