package extract

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"extract/extract/packs"
	"extract/model"
)

// compiled is a pack made ready for matching. It is not changed afterwards
// and serves all workers.
type compiled struct {
	*packs.Pack
	lex                          *lexicon
	trie                         patternTrie
	rules                        []rule
	numbers                      composer
	decimal                      byte
	grouping                     []byte
	spaced                       bool // a space may stand between groups of digits
	suffixes                     []string
	money                        moneyNames
	series                       [][]seriesForm    // listed names by the id of their first word
	seriesFirst                  []uint64          // bit n: word n begins a listed name
	compoundParts                map[string]string // folded front parts of compounds -> what they say
	genitive                     int32             // index of lexicon.endings, -1 for none
	officePlural, officeSingular int32             // likewise: endings of offices of several persons, and of one
	ordinalOf                    int32             // likewise: "ikincisi", the second of them
	pointed                      int32             // likewise: "25.si", behind digits and a point
	place                        int32             // likewise: of where and when something is
	copulaPast                   int32             // likewise: of names of what was: "Tiran'daydı", it was in Tirana
	relativeVerb                 int32             // likewise: of verbs that belong to the noun behind them
	copulaPresent                int32             // likewise: of names that end a sentence that has no verb: it is in Tirana
	ofMain                       int32             // likewise: of verbs that have the tense of their sentence's last: "açarken"
	ablative                     int32             // likewise: "from"
	attributive                  int32             // likewise: of dates that say of when the next word is: "2008'deki"
	numeralEnd                   int32             // likewise: of number words that no further one adds to
	numeralOf                    int32             // likewise: of number words that are so many of what stands in front: "bunun 5 milyonu"
	partOf                       int32             // likewise: of currencies of a sum that is so much of something: "3 milyar avrosu"
	undone                       int32             // likewise: of verbs of what is not done: "imzalamak", to sign
	cityEndings                  *endingTrie       // of city names, nil for none
	lastOfEnding                 [256]bool         // their last bytes
	tenses                       *tenseEndings
}

// rule is one rule with what its evaluation needs.
type rule struct {
	*packs.Rule
	kind class
	set  settings
	name string // as records show it: pack and id
	as   class  // finer kind that its matches are besides, 0 none
	// Index of lexicon.endings, of set.apart; -1 none.
	apart int32
}

// compile makes a pack ready; each fault is a *packs.Error.
func compile(p *packs.Pack) (*compiled, []error) {
	for i := range p.Words {
		// {number} and {ordinal} are what the engine computes of these words.
		switch w := &p.Words[i]; w.Class {
		case "number", "ordinal":
			w.Class += "-word"
		// The three units of a percentage are one class for rules.
		case "percent", "percentage-point", "basis-point":
			w.Class, w.Value = "percent-sign", w.Class
		}
	}
	for from, to := range map[string]string{"number": "number-word", "ordinal": "ordinal-word", "percent": "percent-sign"} {
		if paradigm, ok := p.Inflection[from]; ok {
			p.Inflection[to] = paradigm
		}
	}
	p.Words = append(p.Words, seriesWords(p)...)
	lex, faults := newLexicon(p)
	c := &compiled{Pack: p, lex: lex, decimal: p.Decimal[0], compoundParts: map[string]string{}}
	for _, g := range p.Grouping {
		switch {
		case strings.TrimSpace(g) == "":
			c.spaced = true
		default:
			c.grouping = append(c.grouping, punctChar([]rune(g)[0]))
		}
	}
	c.composeNumbers()
	faults = append(faults, c.readCurrencies()...)
	c.tenses = newTenseEndings(p)
	for name, at := range map[string]*int32{"genitive": &c.genitive, "ordinal-of": &c.ordinalOf, "ordinal-pointed": &c.pointed, "time": &c.place, "undone": &c.undone, "copula-past": &c.copulaPast, "copula-present": &c.copulaPresent, "numeral-end": &c.numeralEnd, "numeral-of": &c.numeralOf, "part-of": &c.partOf, "tense-of-main": &c.ofMain, "attributive": &c.attributive, "ablative": &c.ablative, "relative-verb": &c.relativeVerb,
		"office-plural": &c.officePlural, "office-singular": &c.officeSingular} {
		*at = -1
		if list, ok := p.Suffixes[name]; ok {
			*at = lex.ending(name, list)
		}
	}
	if name, ok := p.Inflection["city"]; ok {
		c.cityEndings = newEndingTrie(p.Suffixes[name])
		c.lastOfEnding[0] = true
		for _, ending := range p.Suffixes[name] {
			c.lastOfEnding[lastByte(ending)] = true
		}
	}
	faults = append(faults, c.compileSeries()...)
	parser := patternParser{lex: lex, suffixes: p.Suffixes, paradigm: lex.paradigmOf(p, "literal")}
	var patterns sprouts
	for i := range p.Rules {
		r := &p.Rules[i]
		fault := func(err error) { faults = append(faults, &packs.Error{Place: r.Place, Rule: r.ID, Msg: err.Error()}) }
		kind := lex.class(r.Kind)
		set, err := readSettings(kind, r.Set)
		if err != nil {
			fault(err)
			continue
		}
		lang, _, _ := strings.Cut(r.File, "/")
		own := rule{Rule: r, kind: kind, set: set, name: lang + "/" + r.ID, apart: -1}
		if set.apart != "" {
			list, ok := p.Suffixes[set.apart]
			if !ok {
				fault(fmt.Errorf("set apart: the pack has no suffixes.%s", set.apart))
				continue
			}
			own.apart = lex.ending(set.apart, list)
		}
		if set.as != "" {
			own.as = lex.class(set.as)
		}
		c.rules = append(c.rules, own)
		for _, m := range r.Match {
			seqs, err := parser.parse(m)
			if err != nil {
				fault(err)
				continue
			}
			for _, s := range seqs {
				if len(s) > maxElements {
					fault(fmt.Errorf("the pattern %q has over %d elements", m, maxElements))
					continue
				}
				patterns.insert(s, int32(len(c.rules)-1))
			}
		}
	}
	trie, words := patterns.trie(lex.nextID, len(lex.names))
	c.trie = trie
	c.markFirsts(words)
	faults = append(faults, c.unknownSlots()...)
	return c, faults
}

// markFirsts fills the lexicon's firsts, which it can only when all words and
// patterns are there; words is where patterns begin with each.
func (c *compiled) markFirsts(words []span) {
	c.lex.firsts = make([]firstWord, c.lex.nextID)
	for id := range c.lex.firsts {
		f := &c.lex.firsts[id]
		f.node, f.literal = c.lex.child(0, int32(id)), words[id]
		if !f.literal.empty() {
			f.flags |= begins
		}
		if f.node < 0 {
			continue
		}
		n := &c.lex.nodes[f.node]
		f.lexemes = span{n.first, n.last}
		copy(f.few[:], c.lex.lexemes[n.first:n.last])
		if n.more {
			// A longer form may be of any class.
			f.flags |= longer | begins | numerous
			f.words = n.words
		}
		for _, x := range c.lex.lexemes[n.first:n.last] {
			if numeralClasses.has(x.class) {
				f.flags |= numerous
			}
			if !c.trie.slots[x.class].empty() {
				f.flags |= begins
			}
		}
	}
	c.lex.indexWords()
}

// unknownSlots reports the slots whose class neither words nor rules fill.
func (c *compiled) unknownSlots() []error {
	filled := map[class]bool{clsCardinal: true, clsRank: true, clsRoman: true, clsInt: true, clsDay: true, clsYear: true, clsYearWords: true, clsDayDigits: true}
	for _, x := range c.lex.lexemes {
		filled[x.class] = true
	}
	for _, r := range c.rules {
		filled[r.kind], filled[r.as] = true, true
	}
	var faults []error
	for i := range c.Rules {
		r := &c.Rules[i]
		for _, m := range r.Match {
			for slot := range slotsOf(m) {
				if !filled[c.lex.classes[slot]] {
					faults = append(faults, &packs.Error{Place: r.Place, Rule: r.ID, Msg: fmt.Sprintf("no words and no rule fill {%s}", slot)})
				}
			}
		}
	}
	return faults
}

// slotsOf yields the classes that a pattern asks for.
func slotsOf(pattern string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, after, ok := strings.Cut(pattern, "{")
			slot, rest, closed := strings.Cut(after, "}")
			if !ok || !closed {
				return
			}
			pattern = rest
			if i := strings.IndexByte(slot, ':'); i >= 0 {
				slot = slot[i+1:]
			}
			if slot, _, _ = strings.Cut(slot, "@"); !yield(slot) {
				return
			}
		}
	}
}

// composeNumbers fills the trie of numbers in one word, where the language
// writes them so.
func (c *compiled) composeNumbers() {
	var words []formWord
	for i := range c.Words {
		w := &c.Words[i]
		and := w.Class == "number-and"
		if w.Class == "compound" {
			c.compoundParts[string(appendFold(nil, w.Form))] = w.Value
			continue
		}
		if w.Class == "ordinal-suffix" {
			c.suffixes = append(c.suffixes, string(appendFold(nil, strings.TrimRight(w.Form, "~"))))
			continue
		}
		if !c.Compounds && !c.JoinedWords || !and && w.Class != "number-word" && w.Class != "ordinal-word" {
			continue
		}
		if words, _ = splitForm(words[:0], w.Form); len(words) != 1 || words[0].punct {
			continue
		}
		dec, err := model.ParseDecimal(w.Value)
		v, whole := dec.Int64()
		if !and && (err != nil || !whole) {
			continue
		}
		paradigm := int32(-1)
		if name := c.Inflection[w.Class]; words[0].stem {
			paradigm = c.numbers.paradigm(name, c.Pack.Suffixes[name])
		}
		c.numbers.insert(string(appendFold(nil, words[0].text)), paradigm, v, w.Class == "ordinal-word", and)
	}
}

// ordinalSuffix reports whether what stands behind the apostrophe of digits
// makes them an ordinal: 'inci and its cases.
func (c *compiled) ordinalSuffix(s string) bool {
	folded := string(appendFold(nil, strings.TrimLeft(s, "'’ʼ´`‘")))
	return slices.ContainsFunc(c.suffixes, func(p string) bool { return strings.HasPrefix(folded, p) })
}

// settings are the fixed values of a rule, read once.
type settings struct {
	unit     grain
	shift    int
	hasShift bool
	sign     int  // of {n}: -1 ago, 1 ahead
	open     int  // -1 up to the date, 1 from it on
	onward   bool // of open: from what begins, so that no superlative looks back to it
	edge     int  // 1 the first {n} units, -1 the last, nextEdge those to come, fromEdge those from a date on
	same     int  // years to shift the period named before
	hasSame  bool
	anchor   string // "text": counted from the date before; "any": or else from the article's day
	part     string
	approx   bool
	bound    string
	trend    string
	value    string
	currency string
	dir      int
	hasDir   bool
	grain    grain
	factor   model.Decimal
	as       string // a further class that other rules may ask for
	inner    bool   // it is found inside other rules only
	// Only days that follow each other are one stretch: "11. und 12. Dezember".
	neighbours bool
	nth        bool // of edge: one unit alone
	bare       bool // refused in front of a noun
	beside     bool // kept only close behind a date of its unit, whose noun it leaves out
	// Refused behind a word in one of these endings: "kazadan iki gün sonra" is
	// counted from the accident.
	apart string
	// The date inside is one of the calendar or ahead, none counted back.
	calendar bool
	// The tense that the rule's words tell themselves: "since December".
	tense int
	// The slot that is the mention alone, the words around it staying free: the
	// date in "the worst year since 1945", the number in "the first and second quarters".
	narrow slotID
	ahead  aheadness
	// Nothing but a mark or the end of the line stands behind, or on both sides.
	closed closing
	// A year counted from a day of the text is the whole one: "im Vorjahr".
	whole      bool
	wholeOfDay bool // than a month it is that month a year before
}

// closing is what may stand around a match.
type closing uint8

const (
	closedBehind closing = iota + 1 // a mark that is no dash, or the end of the line, behind it
	closedLine                      // it has the line for itself
)

// readSettings reads the set of a rule and refuses keys and values that it
// does not know.
func readSettings(kind class, set map[string]string) (settings, error) {
	s := settings{factor: one}
	for _, k := range slices.Sorted(maps.Keys(set)) {
		v := set[k]
		var err error
		switch k {
		case "unit":
			s.unit, err = grainNamed(v)
		case "grain":
			s.grain, err = grainNamed(v)
		case "shift":
			s.hasShift = true
			_, err = fmt.Sscanf(v, "%d", &s.shift)
		case "sign":
			_, err = fmt.Sscanf(v, "%d", &s.sign)
		case "same":
			s.hasSame = true
			_, err = fmt.Sscanf(v, "%d", &s.same)
		case "open":
			if s.onward = v == "on"; s.onward {
				s.open = 1
			} else if s.open, err = oneOf(v, "to", "from"); err != nil {
				err = among(v, "from", "on", "to")
			}
		case "edge":
			switch v {
			case "next":
				s.edge = nextEdge
			case "from":
				s.edge = fromEdge
			default:
				if s.edge, err = oneOf(v, "last", "first"); err != nil {
					err = among(v, "first", "last", "next", "from")
				}
			}
		case "dir":
			s.hasDir = true
			s.dir, err = relativeWord(v)
		case "anchor":
			s.anchor, err = v, among(v, "text", "any") // any: the article's day may do
		case "part":
			s.part, err = v, among(v, "early", "mid", "late")
		case "approx":
			s.approx, err = isTrue(v)
		case "mention":
			s.narrow, err = slotNamed(v), among(v, "date", "n", "year", "month", "day", "number", "relative")
		case "tense":
			s.tense, err = oneOf(v, "past", "future")
		case "calendar":
			s.calendar, err = isTrue(v)
		case "bare":
			s.bare, err = isTrue(v)
		case "beside":
			s.beside, err = isTrue(v)
		case "apart":
			s.apart = v
		case "nth":
			s.nth, err = isTrue(v)
		case "neighbours":
			s.neighbours, err = isTrue(v)
		case "ahead":
			switch v {
			case "true":
				s.ahead = notPast
			case "told":
				s.ahead = toldAhead
			default:
				err = fmt.Errorf("%q: it is \"true\" (nothing tells of the past) or \"told\" (the clause tells of what is to come)", v)
			}
		case "closed":
			s.closed = map[string]closing{"behind": closedBehind, "line": closedLine}[v]
			if s.closed == 0 {
				err = fmt.Errorf("%q: it is behind or line", v)
			}
		case "whole":
			if s.wholeOfDay = v == "day"; s.wholeOfDay {
				v = "true"
			}
			s.whole, err = isTrue(v)
		case "bound":
			s.bound, err = v, among(v, "min", "max", "approx")
		case "trend":
			s.trend, err = v, among(v, "up", "down", "figures")
		case "value":
			s.value = v
		case "currency":
			s.currency = v
		case "as":
			s.as = v
			if kind != clsDate && kind != clsMoney && kind != clsPercent {
				err = errors.New("only dates, money and percentages have finer kinds")
			}
		case "inner":
			s.inner, err = isTrue(v)
		case "factor":
			s.factor, err = model.ParseDecimal(v)
		default:
			return s, fmt.Errorf("unknown key %q in set", k)
		}
		if err != nil {
			return s, fmt.Errorf("set %s: %w", k, err)
		}
	}
	if s.inner && s.as == "" {
		return s, errors.New(`set inner: it needs as = "…", the slot that other rules use it by`)
	}
	return s, nil
}

// isTrue reads a setting that is "true" where it is set.
func isTrue(v string) (bool, error) { return true, among(v, "true") }

// among refuses a value that is none of some.
func among(v string, values ...string) error {
	if slices.Contains(values, v) {
		return nil
	}
	return fmt.Errorf("%q: it can be %s", v, strings.Join(values, ", "))
}

// oneOf returns -1 for the first word, 1 for the second.
func oneOf(v, minus, plus string) (int, error) {
	switch v {
	case minus:
		return -1, nil
	case plus:
		return 1, nil
	}
	return 0, fmt.Errorf("%q: it is %q or %q", v, minus, plus)
}

func relativeWord(v string) (int, error) {
	switch v {
	case "last":
		return -1, nil
	case "this":
		return 0, nil
	case "next":
		return 1, nil
	}
	return 0, fmt.Errorf("%q: it is last, this or next", v)
}
