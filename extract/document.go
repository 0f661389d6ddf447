package extract

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"unsafe"

	"extract/extract/gazetteer"
	"extract/model"
)

// document is the work on one document. It is reused for the next.
type document struct {
	engine *Engine
	src    Document
	sha    string
	trace  []Trace
	meant  map[uint32]gazetteer.City // which city a name has meant, by the id of the first one that has it
	ctx    dateContext
	page   page
	// Of the pieces that are done, their number and the numbers of their records.
	parts   int
	numbers numbers
	// Nothing in the piece that is being read tells where the article is at home.
	homeless bool
	buffers
}

// buffers keep their memory from one document to the next.
type buffers struct {
	places      offsets
	lines       lineStarts
	words       tokenRoom // of the page, where it is short enough to be kept
	charts      []*chart  // one a language, in order of first occurrence
	texts       []string  // of the page, whose language is told, and their blocks
	textOf      []int
	blocks      []block // of the piece that is being read
	pieceRoom   []block
	ofLang      []block
	facts       []*fact
	factRoom    slab[fact]
	resolutions slab[resolution]
	sums        []sum
	// How often the document names each country, and whose currency of a
	// shared name is that of the country which it is about.
	countryCount     tally
	tallied          tally
	homeOf, homeCode string
	joiner
	persons []*person
	people  slab[person]
	rows    []*person // the persons in the order of the text, once lineUp was asked
	index   personIndex
	book    *nameBook
	// What ruleNamed has made: there are few, and they hang on nothing else.
	ruleNames map[[2]string]string
	sittings  []sitting
	listed    []string // the listed series among theirs
	cities    []place
	smallRoom []place // for findCities
}

// fact is a record with what the later stages need to know of it.
type fact struct {
	record   model.Record
	chart    *chart
	from, to int32       // tokens of the mention
	span     model.Span  // of the mention
	next     int32       // the next mention of the same fact, -1 none
	dates    *resolution // of a date
	same     bool        // a date that is the same period of another year
	lookback bool        // when it was so before: "the highest since 2007"
}

// keptBytes is how long a document may be whose buffers are worth keeping: those of a book of 60 MB
// would be held for ever, and its text until the next document.
const keptBytes = 1 << 20

func (d *document) reset(e *Engine, src Document) {
	*d = document{engine: e, src: src, buffers: d.buffers}
	if d.book == nil {
		d.book = new(nameBook)
	}
	d.lines.done = false
	d.words.clear()
	d.forget()
	sum := sha256.Sum256(unsafe.Slice(unsafe.StringData(src.Text), len(src.Text))) // no copy of the text
	var digits [2 * sha256.Size]byte
	d.sha = string(hex.AppendEncode(digits[:0], sum[:]))
	d.places.reset(src.Text)
}

// forget empties what was found in the piece before.
func (d *document) forget() {
	d.charts, d.facts, d.persons, d.sittings, d.cities = d.charts[:0], d.facts[:0], d.persons[:0], d.sittings[:0], d.cities[:0]
	d.factRoom.reset()
	d.resolutions.reset()
	d.people.reset()
	d.rows, d.homeless = d.rows[:0], false
	d.index.reset()
}

// read lays the document out and runs the stages over its pieces. What they find
// goes to take, but for the last piece.
func (d *document) read(take func(Part)) {
	d.page = d.layOut()
	d.setReference()
	first := true
	for blocks := range d.pieces() {
		if !first {
			take(d.part(false))
		}
		first = false
		d.blocks = blocks
		for _, s := range stages {
			s.run(d)
		}
	}
}

// stages are what is done with a piece of a document, in their order.
var stages = []struct {
	name string
	run  func(*document)
}{
	{"scan", (*document).scan},
	{"match", (*document).match},
	{"quantities", (*document).findQuantities},
	{"officials", (*document).findOfficials},
	{"cities", func(d *document) { d.each(d.findCities) }},
	{"sessions", func(d *document) { d.each(d.findSessions); d.nameSessions() }},
	{"meetings", (*document).findMeetings},
}

func (d *document) each(do func(*chart)) {
	for _, c := range d.charts {
		do(c)
	}
}

// scan makes a chart for the blocks of each language, its words known to the
// lexicon.
func (d *document) scan() {
	d.forget()
	if len(d.words.toks) == 0 {
		d.words.clear() // the folded words of the piece before
	}
	for i, first := range d.blocks {
		lang := first.lang
		if slices.ContainsFunc(d.blocks[:i], func(b block) bool { return b.lang == lang }) {
			continue
		}
		d.ofLang = d.ofLang[:0]
		for _, b := range d.blocks[i:] {
			if b.lang == lang {
				d.ofLang = append(d.ofLang, b)
			}
		}
		c := d.nextChart()
		c.number, c.witness, c.book = len(d.charts)-1, nil, d.book
		if w := d.engine.opts.Witness; w != nil && w.Serves(lang) {
			c.witness = w
		}
		c.reset(d.src.Text, d.engine.pack(lang), d.ofLang, &d.words)
	}
}

// match fills the charts with what the rules find.
func (d *document) match() {
	for _, c := range d.charts {
		c.parse()
		c.sentences()
	}
}

// findQuantities finds dates, sums and numbers.
func (d *document) findQuantities() {
	d.each((*chart).look)
	d.countCountries()
	d.each(d.findDates) // a sum may ask for those of all charts
	d.each(d.findSums)
	d.each(d.findNumbers)
}

func (d *document) nextChart() *chart {
	if len(d.charts) < cap(d.charts) {
		d.charts = d.charts[:len(d.charts)+1]
		if c := d.charts[len(d.charts)-1]; c != nil {
			return c
		}
		d.charts = d.charts[:len(d.charts)-1]
	}
	c := new(chart)
	d.charts = append(d.charts, c)
	return c
}

// setReference finds the day that dates are counted from: that of the
// dateline, else of the publication, else of the flag.
func (d *document) setReference() {
	for _, s := range []struct{ date, from string }{{d.page.dateline.Date, "dateline"}, {d.page.published, "published"}, {d.src.DefaultDate, "flag"}} {
		if n, ok := parseDay(s.date); ok {
			d.ctx.ref, d.ctx.refText, d.ctx.refFrom = n, s.date[:len("2006-01-02")], s.from
			break
		}
	}
}

// parseDay reads the day of an ISO 8601 date or date-time.
func parseDay(s string) (dayNumber, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	num := func(s string) (n int) {
		for _, b := range []byte(s) {
			if b < '0' || b > '9' {
				return -1
			}
			n = n*10 + int(b-'0')
		}
		return n
	}
	c := calendarDate{year: num(s[:4]), month: num(s[5:7]), day: num(s[8:10]), grain: dayGrain}
	if !c.valid() {
		return 0, false
	}
	return dayOf(c.year, c.month, c.day), true
}

// base makes the common part of a record for the tokens from to to.
func (d *document) base(c *chart, from, to int32, rule string) model.Common {
	start, end := c.span(from, to)
	return d.baseAt(start, end, rule, c.pack.Lang)
}

func (d *document) baseAt(start, end int, rule, lang string) model.Common {
	return model.Common{Text: d.src.Text[start:end], Start: d.places.at(start), End: d.places.at(end), Rule: rule, Lang: lang, Doc: d.src.Name}
}

// ruleName is how records name what found an edge.
func (c *chart) ruleName(e *edge) string {
	if e.rule >= 0 {
		return c.pack.rules[e.rule].name
	}
	return c.pack.Lang + "/" + c.lex.names[e.class]
}

// ruleNamed is how records name a rule of the engine for a language.
func (d *document) ruleNamed(c *chart, rule string) string {
	key := [2]string{c.pack.Lang, rule}
	name, ok := d.ruleNames[key]
	if !ok {
		if d.ruleNames == nil {
			d.ruleNames = map[[2]string]string{}
		}
		name = key[0] + "/" + key[1]
		d.ruleNames[key] = name
	}
	return name
}

// keep makes a fact of a record, whose place is that of the tokens from to to.
func (d *document) keep(c *chart, r model.Record, from, to int32) *fact {
	b := r.Base()
	return d.keepAt(c, r, from, to, model.Span{Start: b.Start, End: b.End}, b.Rule)
}

// keepMention makes a fact of a mention of a record that is that of an earlier
// one, or of this.
func (d *document) keepMention(c *chart, r model.Record, from, to int32, rule string) *fact {
	start, end := c.span(from, to)
	return d.keepAt(c, r, from, to, model.Span{Start: d.places.at(start), End: d.places.at(end)}, rule)
}

func (d *document) keepAt(c *chart, r model.Record, from, to int32, span model.Span, rule string) *fact {
	f := d.factRoom.next()
	*f = fact{record: r, chart: c, from: from, to: to, span: span}
	d.facts = append(d.facts, f)
	if d.engine.opts.Explain {
		value, _ := r.Identity()
		d.traceAt(c, from, to, r.Type(), value, rule, true, "")
	}
	return f
}

// explain says of the fact kept last how it was read.
func (d *document) explain(reason string) {
	if n := len(d.trace); n > 0 && d.engine.opts.Explain {
		d.trace[n-1].Reason = reason
	}
}

// drop notes a refused edge.
func (d *document) drop(c *chart, e *edge, reason string) {
	if d.engine.opts.Explain {
		d.traceAt(c, e.start, e.end, c.lex.names[e.class], "", c.ruleName(e), false, reason)
	}
}

// article makes the record of the document itself.
func (d *document) article() *model.Article {
	return &model.Article{
		Value: d.page.title, Schema: 1, Published: cmp.Or(d.page.published, d.src.DefaultDate), Dateline: d.page.dateline, Source: d.page.source, URL: d.src.URL,
		Langs: d.page.langs, Chars: d.places.count(), SHA256: d.sha,
		Common: model.Common{Lang: d.page.lang, Doc: d.src.Name},
	}
}
