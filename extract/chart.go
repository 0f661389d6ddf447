package extract

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"extract/extract/gazetteer"
)

// edge says that tokens start to end are one thing of a class: a word of the
// lexicon, a number, or what a rule made of smaller edges.
type edge struct {
	class      class
	width      uint16 // tokens that its rule matched: of two that overlap the wider stays
	start, end int32  // tokens, half-open
	rule       int32  // -1: the lexicon or the engine itself
	ref        int32  // lexeme, or index into the values of the class's kind
	next       int32  // next edge that starts at the same token, -1 none
	// The mention, where it is less than what the rule matched: a bound in
	// front of a sum belongs to the match but not to the sum.
	from, to int32
}

// widthOf is the width of what covers the tokens start to end.
func widthOf(start, end int32) uint16 { return uint16(min(end-start, math.MaxUint16)) }

// chart holds all edges over the tokens of one passage. It is filled from
// right to left: when a rule is tried at a token, everything to its right is
// there already, so one pass with no agenda is enough.
type chart struct {
	number  int // in document.charts
	text    string
	witness Witness // nil where there is none for the language
	book    *nameBook
	survey
	lex   *lexicon
	pack  *compiled
	toks  []token
	spare []token // those of a block that are on their way there
	folds []byte  // the folded words of the tokens
	head  []int32 // first edge at each token
	count []uint8 // edges at each token
	edges []edge
	// The classes of the edges that start at each token and that end in front
	// of it; ends has one more.
	starts, ends []classSet

	nums      []numValue
	dates     []dateValue
	order     dateOrder // of day and month in its dates in figures, as far as one of them tells
	sums      []sumValue
	texts     []string
	stack     [maxElements]int32 // edges bound so far, -1 for a literal
	fold      []byte
	sents     []sentence
	tenses    []int8      // of each token, where its sentence is in tensed
	roles     []blockRole // of each block
	taken     []bool      // tokens that dates, sums and look-alikes cover
	sumEdges  []int32     // sums and percentages among them
	dateFacts []*fact
	sat       []bool // tokens that numbered sittings cover

	// The bodies whose abbreviation the text gives in brackets, by its hash.
	defined      map[uint64]definition
	definedAsked bool
	// Treaties whose parties sit, and the names of such conferences.
	treaties      []treatyMention
	treatiesAsked bool
	named         []bool // tokens that persons' names cover
	key           []byte

	// Room that is used again: of choose, cityAt and offices.
	cands, kept   []int32
	stemKey       []byte
	pieces        []cityPiece
	refs, offered []gazetteer.CityRef
	officeRoom    []office
	sharedRoom    []office
	namingRoom    []naming
	raised        tally
	numbered      []numbered
	hits          []seriesHit
	hints         []int32 // what tells a currency in the sentence hinted-1
	hinted        int32
	measures      []int32 // words that say what is measured in the sentence measured-1
	measured      int32

	// Answers that hold for a sentence or the chart.
	tensed      []int8          // of each sentence: answers of markTenses
	seriesNamed []seriesMention // once mentioned is set
	mentioned   bool
	titles      []int8 // of each sentence whether it is in title case: answers of askOnce
	shouted     []int8 // the same for capitals throughout
	scores      []int8 // the same for the result of a match

	// Answers that hold for a paragraph, with the block, from 1, of the paragraph asked about last.
	parties                 []string // countries that it names
	near                    tally    // the same, with those of the head of the page
	partiesAsked, nearAsked int32
}

// maxElements bounds the length of a pattern, maxEdges the readings at one token.
const (
	maxElements = 24
	maxEdges    = 96
)

// reset makes the chart that of the given blocks of a text, which are all in
// the language of the pack. Nothing matches across blocks. The tokens are those
// of words where it has them; it takes up the folded words of the others.
func (c *chart) reset(text string, p *compiled, blocks []block, words *tokenRoom) {
	c.text, c.pack, c.lex = text, p, p.lex
	c.toks, c.roles = c.toks[:0], c.roles[:0]
	c.partiesAsked, c.nearAsked, c.hinted, c.measured = 0, 0, 0, 0
	c.mentioned, c.definedAsked, c.treatiesAsked = false, false, false
	for i, b := range blocks {
		c.roles = append(c.roles, b.role)
		toks, ok := words.within(b.start, b.end)
		if !ok {
			c.spare, words.folds = tokenize(c.spare[:0], words.folds, text, b.start, b.end)
			toks = c.spare
		}
		c.folds = words.folds
		c.take(toks, int32(i), b.chunk)
	}
	n := len(c.toks)
	c.head = slices.Grow(c.head[:0], n)[:n]
	for i := range c.head {
		c.head[i] = -1
	}
	c.sents = c.sents[:0] // known only when the rules have matched
	c.count, c.starts, c.ends = cleared(c.count, n), cleared(c.starts, n), cleared(c.ends, n+1)
	c.edges, c.nums, c.dates, c.sums, c.texts = c.edges[:0], c.nums[:0], c.dates[:0], c.sums[:0], c.texts[:0]
	c.order = anyOrder
}

// take puts the tokens of a block into the chart, with what the lexicon knows
// of them. An apostrophe and the ending behind it become part of their word, so
// that rules see the word alone.
func (c *chart) take(toks []token, block int32, chunk bool) {
	n := len(c.toks)
	c.toks = slices.Grow(c.toks, len(toks))
	room := c.toks[n:cap(c.toks)]
	dropped := lineBefore // of a paragraph of lines of a fixed width: their ends say nothing
	if chunk {
		dropped = 0
	}
	n = 0
	for k := 0; k < len(toks); k++ {
		t := &room[n]
		n++
		*t = toks[k]
		t.block = block
		if n == 1 {
			t.flags |= sentenceStart | blankBefore | lineBefore | spaceBefore
		} else {
			t.flags &^= dropped
		}
		if c.lex.apostrophe.n > 0 && t.kind != punctToken && k+1 < len(toks) && !toks[k+1].is(spaceBefore) {
			if suffix := c.suffixBehind(t, toks[k+1:]); suffix > 0 {
				k += suffix
				t.end = toks[k].end
			}
		}
	}
	c.lex.resolve(room[:n], c.folds)
	c.toks = c.toks[:len(c.toks)+n]
}

// folded returns the folded stem of a word, nothing for other tokens.
func (c *chart) folded(t *token) []byte { return c.folds[t.fold:t.foldEnd] }

// cleared returns a slice of n zeros in the memory of s, where it has room.
func cleared[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// suffixBehind returns how many of the tokens behind a word or a number without
// space are its ending, with the apostrophe if there is one.
func (c *chart) suffixBehind(t *token, behind []token) int {
	switch a := &behind[0]; {
	case a.char == '\'':
		if len(behind) > 1 && behind[1].kind == wordToken && !behind[1].is(spaceBefore) {
			if _, ok := c.lex.apostrophe.get(behind[1].hash); ok {
				return 2
			}
		}
	case c.pack.GluedEndings && t.kind == digitToken && a.kind == wordToken && !a.is(capital) && c.gluedEnding(t, a) && (len(behind) == 1 || !exponent(a, &behind[1])):
		return 1
	}
	return 0
}

// exponent reports that the letter behind digits is that of a power of ten,
// with the token behind it: 12e10, 1,5e-3.
func exponent(e, behind *token) bool {
	return e.end-e.start == 1 && !behind.is(spaceBefore) && (behind.kind == digitToken || behind.char == '-' || behind.char == '+')
}

// gluedEnding reports that the letters right behind digits are an ending whose
// apostrophe is left out: "2003te", "yüzde 14e". One letter is more often a
// unit or the name of something, unless the number has two digits or more.
func (c *chart) gluedEnding(t, a *token) bool {
	if _, ok := c.lex.apostrophe.get(a.hash); !ok {
		return false
	}
	return a.end-a.start > 1 || t.stem-t.start > 1
}

// add puts an edge into the chart unless the same is there, and returns its
// index or -1.
func (c *chart) add(e edge) int32 {
	if e.width == 0 {
		e.width = widthOf(e.start, e.end)
	}
	known := c.starts[e.start].has(e.class) && c.ends[e.end].has(e.class)
	for i := c.head[e.start]; known && i >= 0; i = c.edges[i].next {
		o := &c.edges[i]
		if o.class == e.class && o.end == e.end && o.rule >= 0 && e.rule >= 0 {
			// What takes in more of the text decides, else the rule that stands first in the pack.
			if e.width < o.width || e.width == o.width && o.rule <= e.rule {
				return -1
			}
			o.rule, o.ref, o.from, o.to, o.width = e.rule, e.ref, e.from, e.to, e.width
			return -1
		}
		if o.class == e.class && o.end == e.end && o.rule < 0 && e.rule < 0 && o.ref == e.ref {
			return -1
		}
	}
	if c.count[e.start] >= maxEdges {
		return -1
	}
	c.count[e.start]++
	c.starts[e.start].add(e.class)
	c.ends[e.end].add(e.class)
	if e.to == 0 {
		e.from, e.to = e.start, e.end
	}
	e.next = c.head[e.start]
	at := int32(len(c.edges))
	c.edges = append(c.edges, e)
	c.head[e.start] = at
	return at
}

// parse fills the chart.
func (c *chart) parse() {
	for i := int32(len(c.toks)) - 1; i >= 0; i-- {
		t := &c.toks[i]
		if t.words[0] == 0 && t.kind == punctToken && !c.pointed(i) && !c.vulgar(i) {
			continue
		}
		before := len(c.edges)
		flags := c.lexical(i)
		if t.kind == wordToken && flags&(begins|numerous) == 0 && !t.is(capital) && t.words[0] != 0 {
			continue // no rule begins with it
		}
		c.numerals(i, flags)
		c.complete(before)
		for _, w := range &t.words {
			if w == 0 {
				break
			}
			for at := c.lex.firsts[w].literal; at.from < at.to; at.from++ {
				pe := &c.pack.trie.edges[at.from]
				if pe.capital && !t.is(capital) {
					continue
				}
				before = len(c.edges)
				c.stack[0] = -1
				c.walk(pe, i, i+1, 1)
				c.complete(before)
			}
		}
	}
}

// complete tries the rules that begin with the edges added since before.
func (c *chart) complete(before int) {
	for at := before; at < len(c.edges); at++ {
		e := &c.edges[at]
		first, start, end := c.pack.trie.slots[e.class], e.start, e.end // the edges may move
		for ; first.from < first.to; first.from++ {
			pe := &c.pack.trie.edges[first.from]
			if pe.ending >= 0 && !c.endsIn(end-1, pe.ending) {
				continue
			}
			c.stack[0] = int32(at)
			c.walk(pe, start, end, 1)
		}
	}
}

// walk follows the patterns behind an edge of their trie, at token pos.
func (c *chart) walk(n *patternEdge, start, pos int32, depth int) {
	for i := n.accepts.from; i < n.accepts.to; i++ {
		a := &c.pack.trie.accepts[i]
		c.apply(a.rule, a.slots, start, pos)
	}
	if int(pos) >= len(c.toks) || depth >= maxElements {
		return
	}
	t := &c.toks[pos]
	if t.is(blankBefore) || !n.goesOn(t, &c.starts[pos]) {
		return
	}
	starts := &c.starts[pos]
	for i, step := range c.pack.trie.steps[n.edges.from:n.edges.to] {
		if step > 0 && !t.canBe(step) || step < 0 && !starts.has(class(-step)) {
			continue
		}
		pe := &c.pack.trie.edges[n.edges.from+int32(i)]
		if pe.attached && t.is(spaceBefore) {
			continue
		}
		if step > 0 {
			if !pe.capital || t.is(capital) {
				c.stack[depth] = -1
				c.walk(pe, start, pos+1, depth+1)
			}
			continue
		}
		for e := c.head[pos]; e >= 0; e = c.edges[e].next {
			if c.edges[e].class == pe.class && (pe.ending < 0 || c.endsIn(c.edges[e].end-1, pe.ending)) {
				c.stack[depth] = e
				c.walk(pe, start, c.edges[e].end, depth+1)
			}
		}
	}
}

// endsIn reports that the token at i ends in one of the endings of a
// paradigm: behind an apostrophe exactly, else behind something longer.
func (c *chart) endsIn(i, paradigm int32) bool {
	t := &c.toks[i]
	e := &c.lex.endings[paradigm]
	if len(e.list) == 0 {
		return t.end == t.stem // {number@bare}: no ending at all
	}
	if t.end > t.stem {
		var buf [96]byte
		return e.are(appendFold(buf[:0], strings.TrimLeft(c.text[t.stem:t.end], "'’‘ʼ´`ʻ′")))
	}
	if t.kind != wordToken {
		return false
	}
	return e.end(c.folded(t), 1)
}

// lexical adds the edges of the forms that begin at token i, the first ones
// there, and returns what its words may begin.
func (c *chart) lexical(i int32) (flags wordFlags) {
	for _, w := range &c.toks[i].words {
		if w == 0 {
			break
		}
		f := &c.lex.firsts[w]
		flags |= f.flags
		first := f.lexemes.from
		for at := first; at < f.lexemes.to; at++ {
			var x *lexeme
			if k := int(at - first); k < len(f.few) {
				x = &f.few[k]
			} else {
				x = &c.lex.lexemes[at]
			}
			if x.caps != 0 || x.dotted {
				c.addForm(x, at, i, i)
				continue
			}
			c.starts[i].add(x.class)
			c.ends[i+1].add(x.class)
			c.edges = append(c.edges, edge{class: x.class, start: i, end: i + 1, rule: -1, ref: at, next: c.head[i], from: i, to: i + 1, width: 1})
			c.head[i] = int32(len(c.edges) - 1)
			c.count[i]++
		}
		if f.flags&longer != 0 {
			c.longer(i, i, f.node, f.words)
		}
	}
	return flags
}

// lexicalFrom adds the edges of the forms that begin at token start and go on
// at pos behind a node of the trie, with one of words: a bit of 64 for each.
func (c *chart) lexicalFrom(start, pos, node int32, words uint64) {
	for _, w := range &c.toks[pos].words {
		if w == 0 {
			break
		}
		if words>>(w&63)&1 == 0 {
			continue
		}
		next := c.lex.child(node, w)
		if next < 0 {
			continue
		}
		n := &c.lex.nodes[next]
		for at := n.first; at < n.last; at++ {
			c.addForm(&c.lex.lexemes[at], at, start, pos)
		}
		if n.more {
			c.longer(start, pos, next, n.words)
		}
	}
}

// addForm adds a form whose words are the tokens start to last, where its
// capitals are there.
func (c *chart) addForm(x *lexeme, at, start, last int32) {
	if x.caps != 0 && !c.cased(x, start, last) || x.glued && c.toks[last].is(spaceBefore) {
		return
	}
	end := last + 1
	if x.dotted && int(end) < len(c.toks) && c.toks[end].char == '.' && !c.toks[end].is(spaceBefore) {
		end++
	}
	c.add(edge{class: x.class, start: start, end: end, rule: -1, ref: at})
}

// longer adds the forms that go on behind token pos and a node of the trie with
// one of words, over a hyphen if there is one.
func (c *chart) longer(start, pos, node int32, words uint64) {
	following := pos + 1
	if int(following)+1 < len(c.toks) && c.toks[following].char == '-' && !c.toks[following].is(spaceBefore) && !c.toks[following+1].is(spaceBefore) {
		following++
	}
	if int(following) < len(c.toks) && !c.toks[following].is(blankBefore) {
		c.lexicalFrom(start, following, node, words)
	}
}

// cased checks the capitals of a form against the tokens.
func (c *chart) cased(x *lexeme, start, last int32) bool {
	if x.caps == 0 {
		return true
	}
	word := 0
	for i := start; i <= last; i++ {
		if c.toks[i].char == '-' {
			continue
		}
		t := &c.toks[i]
		if x.caps>>word&1 == 1 && !t.is(capital) {
			return false
		}
		if x.all>>word&1 == 1 && !t.is(allCaps) && !twoCapitals(c.text[t.start:t.end]) {
			return false
		}
		word++
	}
	return true
}

// twoCapitals reports that a word begins with two capitals.
func twoCapitals(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(r)
}

// find returns the longest edge of a class that starts at token i, or nil.
func (c *chart) find(i int32, cls class) *edge {
	if i < 0 || int(i) >= len(c.head) || !c.starts[i].has(cls) {
		return nil
	}
	var best *edge
	for e := c.head[i]; e >= 0; e = c.edges[e].next {
		if x := &c.edges[e]; x.class == cls && (best == nil || x.end > best.end) {
			best = x
		}
	}
	return best
}

// value returns the text value of a lexical edge or of one that a rule of a
// pack's own kind made.
func (c *chart) value(e *edge) string {
	if e.rule < 0 {
		return c.lex.values[e.ref]
	}
	return c.texts[e.ref]
}

// span returns the bytes that tokens from to to cover.
func (c *chart) span(from, to int32) (start, end int) {
	return int(c.toks[from].start), int(c.toks[to-1].end)
}
