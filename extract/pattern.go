package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// element is one step of a pattern: a slot that an edge of its class fills,
// or a literal word.
type element struct {
	word     int32  // the literal, 0 for a slot
	ending   int32  // index of lexicon.endings: what the last word in the slot must end in; -1 anything
	class    class  // of the slot
	slot     slotID // slotNone for a literal
	capital  bool   // the literal begins with a capital
	attached bool   // no space in front
}

// maxSequences bounds what the options of one pattern may multiply to.
const maxSequences = 512

// patternParser parses the patterns of a pack.
type patternParser struct {
	lex      *lexicon
	suffixes map[string][]string // of the pack
	paradigm int32               // of literal words
	rest     string
	room     []element // of the sequences
}

// parse turns a pattern into the plain sequences that it stands for. The next
// call overwrites them.
//
//	{month}        a slot: a word of the class, or what rules of that kind find
//	{from:date}    a slot with a name of its own
//	{date@dative}  a slot whose last word ends in one of suffixes.dative
//	word word~     literal words, with the endings of [inflection] "literal"
//	[in] (a|b c)   an option, a choice
//
// Where the pattern has a space the text may have one, elsewhere not.
func (p *patternParser) parse(pattern string) ([][]element, error) {
	p.rest, p.room = pattern, p.room[:0]
	seqs, err := p.choice(false)
	if err != nil {
		return nil, err
	}
	if p.rest != "" {
		return nil, fmt.Errorf("the pattern %q: %q is not opened", pattern, p.rest[:1])
	}
	for _, s := range seqs {
		if len(s) == 0 {
			return nil, fmt.Errorf("the pattern %q may match nothing", pattern)
		}
		s[0].attached = false
	}
	return seqs, nil
}

// join puts two sequences together, in the parser's room.
func (p *patternParser) join(a, b []element) []element {
	from := len(p.room)
	p.room = append(append(p.room, a...), b...)
	return p.room[from:]
}

// choice parses alternatives up to a closing bracket.
func (p *patternParser) choice(attached bool) ([][]element, error) {
	var all [][]element
	for {
		seqs, err := p.sequence(attached)
		if err != nil {
			return nil, err
		}
		all = append(all, seqs...)
		if len(all) > maxSequences {
			return nil, fmt.Errorf("the options of the pattern multiply to over %d: cut it in two", maxSequences)
		}
		if !strings.HasPrefix(p.rest, "|") {
			return all, nil
		}
		p.rest = p.rest[1:]
	}
}

func (p *patternParser) sequence(attached bool) ([][]element, error) {
	seqs := [][]element{nil}
	for p.rest != "" {
		r, size := utf8.DecodeRuneInString(p.rest)
		var next [][]element
		switch {
		case r == ' ':
			attached = false
			p.rest = p.rest[1:]
			continue
		case r == '|' || r == ']' || r == ')':
			return seqs, nil
		case r == '[' || r == '(':
			p.rest = p.rest[1:]
			inner, err := p.choice(attached)
			if err != nil {
				return nil, err
			}
			end := "]"
			if r == '(' {
				end = ")"
			}
			if !strings.HasPrefix(p.rest, end) {
				return nil, fmt.Errorf("no %q for a %q", end, string(r))
			}
			p.rest = p.rest[1:]
			if r == '[' {
				inner = append(inner, nil)
			}
			next = inner
		case r == '{':
			end := strings.IndexByte(p.rest, '}')
			if end < 0 {
				return nil, fmt.Errorf("no } for a {")
			}
			name, cls, named := strings.Cut(p.rest[1:end], ":")
			if !named {
				cls = name
			}
			cls, paradigm, cased := strings.Cut(cls, "@")
			name, _, _ = strings.Cut(name, "@")
			if cls == "" || strings.ContainsAny(cls, " {") {
				return nil, fmt.Errorf("%q is no slot: it is {class} or {name:class}", p.rest[:end+1])
			}
			ending := int32(-1)
			if cased {
				list, ok := p.suffixes[paradigm]
				if !ok {
					return nil, fmt.Errorf("%q: the pack has no suffixes.%s", p.rest[:end+1], paradigm)
				}
				ending = p.lex.ending(paradigm, list)
			}
			p.rest = p.rest[end+1:]
			next = [][]element{{{slot: slotNamed(name), class: p.lex.class(cls), attached: attached, ending: ending}}}
		default:
			j := size
			w := formWord{punct: true}
			digit := '0' <= r && r <= '9'
			if isWordRune(r) || digit {
				w.punct = false
				for j < len(p.rest) {
					r, s := utf8.DecodeRuneInString(p.rest[j:])
					if digit != ('0' <= r && r <= '9') || !digit && !isWordRune(r) {
						break
					}
					j += s
				}
			}
			w.text = p.rest[:j]
			p.rest = p.rest[j:]
			if strings.HasPrefix(p.rest, "~") {
				if p.paradigm < 0 {
					return nil, fmt.Errorf("%q has a ~, but [inflection] names no paradigm for literal", w.text)
				}
				w.stem = true
				p.rest = p.rest[1:]
			}
			id, err := p.lex.word(w, p.paradigm)
			if err != nil {
				return nil, err
			}
			first, _ := utf8.DecodeRuneInString(w.text)
			next = [][]element{{{word: id, capital: unicode.IsUpper(first), attached: attached, ending: -1}}}
		}
		if len(next) == 1 {
			for i := range seqs {
				seqs[i] = p.join(seqs[i], next[0])
			}
		} else {
			grown := make([][]element, 0, len(seqs)*len(next))
			for _, s := range seqs {
				for _, n := range next {
					grown = append(grown, p.join(s, n))
				}
			}
			if len(grown) > maxSequences {
				return nil, fmt.Errorf("the options of the pattern multiply to over %d: cut it in two", maxSequences)
			}
			seqs = grown
		}
		attached = true
	}
	return seqs, nil
}
