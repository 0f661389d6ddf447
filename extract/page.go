package extract

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"extract/extract/gazetteer"
	"extract/extract/packs"
	"extract/model"
)

// page is a document laid out, with the language of each part.
type page struct {
	blocks    []block
	title     string
	published string
	source    string
	lang      string // the language of most letters
	country   string // where the article is at home, as far as it can be told
	langs     []model.LangShare
	dateline  model.Dateline
	seat      string // country of the dateline's city
}

// layOut tells the parts of the page apart and the language of each.
func (d *document) layOut() page {
	src := d.src
	if src.plain {
		return page{blocks: []block{{start: 0, end: len(src.Text), role: roleBody, lang: src.Lang}}, lang: src.Lang}
	}
	l := layOut(src.Text, src.Title, d.engine.layoutCues(), &d.words)
	p := page{blocks: l.blocks, title: l.title, published: l.published, source: cmp.Or(src.Source, l.source)}
	if src.Date != "" && !(src.DateUTC && sameMoment(src.Date, l.published)) {
		p.published = src.Date
	}
	d.tellLanguages(&p)
	if l.dateline != nil {
		p.dateline = d.readDateline(l.dateline, &p)
	}
	return p
}

// sameMoment tells whether a day and time may be the one in UTC, as clocks show it
// elsewhere.
func sameMoment(utc, local string) bool {
	const form = "2006-01-02T15:04"
	a, err := time.Parse(form, utc)
	b, other := time.Parse(form, local)
	if err != nil || other != nil {
		return false
	}
	ahead := b.Sub(a)
	return ahead%(30*time.Minute) == 0 && ahead >= -12*time.Hour && ahead <= 14*time.Hour
}

// tellLanguages gives each block its language, and the page its share of each.
func (d *document) tellLanguages(p *page) {
	texts, of := d.texts[:0], d.textOf[:0]
	for i, b := range p.blocks {
		p.blocks[i].lang = cmp.Or(d.src.Lang, "und")
		if b.role.givesFacts() {
			texts = append(texts, d.src.Text[b.start:b.end])
			of = append(of, i)
		}
	}
	d.texts, d.textOf = texts, of
	if d.src.Lang == "" && d.engine.opts.Detector != nil {
		for i, lang := range d.engine.opts.Detector.Detect(texts) {
			p.blocks[of[i]].lang = lang
		}
		d.takeHint(p, of)
	}
	count := countLetters
	if !slices.ContainsFunc(of, func(i int) bool { return p.blocks[i].lang != p.blocks[of[0]].lang }) {
		count = func(text string) int { // all is in one language: it does not matter how much there is
			return min(strings.IndexFunc(text, isLetter)+1, 1)
		}
	}
	letters := map[string]int{}
	all := 0
	for i, text := range texts {
		n := count(text)
		letters[p.blocks[of[i]].lang] += n
		all += n
	}
	p.lang = cmp.Or(d.src.Lang, "und")
	for lang, n := range letters {
		if n > 0 && lang != "und" {
			p.langs = append(p.langs, model.LangShare{Lang: lang, Share: math.Round(float64(n)/float64(all)*100) / 100})
		}
	}
	slices.SortFunc(p.langs, func(a, b model.LangShare) int {
		return cmp.Or(cmp.Compare(letters[b.Lang], letters[a.Lang]), cmp.Compare(a.Lang, b.Lang))
	})
	if len(p.langs) > 0 {
		p.lang = p.langs[0].Lang
		for _, i := range of {
			if b := &p.blocks[i]; b.lang == "und" && countLetters(d.src.Text[b.start:b.end]) == 0 {
				b.lang = p.lang // a heading that is a year alone
			}
		}
	}
	// A share that rounds to nothing says nothing.
	p.langs = slices.DeleteFunc(p.langs, func(s model.LangShare) bool { return s.Share == 0 })
}

// takeHint gives a text of few words, of which the detector could not tell the
// language, that which the document's data names.
func (d *document) takeHint(p *page, of []int) {
	const few = 40
	letters := 0
	for _, i := range of {
		if p.blocks[i].lang != "und" {
			return
		}
		letters += countLetters(d.src.Text[p.blocks[i].start:p.blocks[i].end])
	}
	if d.src.LangHint == "" || letters > few {
		return // the detector's doubt has another reason
	}
	for _, i := range of {
		p.blocks[i].lang = d.src.LangHint
	}
}

func countLetters(text string) int {
	n := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			n += int(byteClass[c] & runeLetter) // its bit is the first
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isLetter(r) {
			n++
		}
		i += size
	}
	return n
}

// readDateline gives the dateline its record: the city in its usual name, and
// the day with its year, which is that of publication where it says none.
func (d *document) readDateline(l *dateline, p *page) model.Dateline {
	out := model.Dateline{Date: l.date, Agency: l.agency}
	if l.cityEnd > l.cityStart {
		if city, ok := cityNamed(d.src.Text[l.cityStart:l.cityEnd], p.lang); ok {
			out.City, p.seat = city.Name, city.Country
		}
	}
	if ref, ok := parseDay(cmp.Or(p.published, d.src.DefaultDate)); ok && l.day != 0 && l.date == "" {
		y, _, _ := ref.civil()
		best := dayNumber(0)
		for _, year := range []int{y, y - 1, y + 1} {
			c := calendarDate{year: year, month: l.month, day: l.day, grain: dayGrain}
			if !c.valid() {
				continue
			}
			if n := dayOf(year, l.month, l.day); out.Date == "" || distance(int(n), int(ref)) < distance(int(best), int(ref)) {
				best, out.Date = n, fmt.Sprintf("%04d-%02d-%02d", year, l.month, l.day)
			}
		}
	}
	return out
}

// cityNamed gives the usual name of the city that a text in lang calls so.
func cityNamed(name, lang string) (gazetteer.City, bool) {
	var key [64]byte
	var room [16]gazetteer.CityRef
	refs := gazetteer.Cities(room[:0], gazetteer.Fold(key[:0], name), lang)
	if len(refs) == 0 {
		return gazetteer.City{}, false
	}
	return refs[0].City(), true
}

// cueBook holds the layout words of all packs, read when a page is first laid out.
type cueBook struct {
	once sync.Once
	cues *layoutCues
}

func (e *Engine) layoutCues() *layoutCues {
	e.cues.once.Do(func() {
		// A pack at fault is reported where it is compiled; what can be read of its
		// words serves to lay pages out.
		e.cues.cues, _ = readLayoutCues(e.packs)
	})
	return e.cues.cues
}

// readLayoutCues reads the layout words of every pack.
func readLayoutCues(fsys fs.FS) (*layoutCues, error) {
	c := newLayoutCues()
	langs, err := packs.List(fsys)
	if err != nil {
		return c, err
	}
	slices.Sort(langs)
	var fault error
	for _, lang := range append([]string{packs.Common}, langs...) {
		words, err := packs.Words(fsys, lang, layoutClasses...)
		if err != nil && fault == nil {
			fault = err
		}
		for _, w := range words {
			if err := c.add(w.Class, w.Value, w.Form); err != nil && fault == nil {
				fault = &packs.Error{Place: w.Place, Msg: err.Error()}
			}
		}
	}
	c.city = func(name string) bool { return isDatelineCity(name, langs) }
	return c, fault
}

// isDatelineCity tells whether a name alone in front of a text is a city's in one
// of the languages. Small places share too many names with other things: NATO is
// a town as well.
func isDatelineCity(name string, langs []string) bool {
	const leastLetters, leastPeople = 3, 10_000
	if utf8.RuneCountInString(name) < leastLetters {
		return false
	}
	key := gazetteer.Fold(nil, name)
	for _, lang := range langs {
		for _, ref := range gazetteer.Cities(nil, key, lang) {
			if city := ref.City(); city.Population >= leastPeople || city.Capital {
				return true
			}
		}
	}
	return false
}
