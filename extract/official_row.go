package extract

import (
	"cmp"
	"slices"
)

// row is where a person stands among those of a chart, in the order of the
// text: what an article says of one often holds for those beside.
type row struct {
	place         int32  // in document.rows
	serves        string // the country that the article or the list gives, "" where both give none
	before, after int32  // the nearest places of somebody who serves a country, -1 none
}

// lineUp puts the persons in order, when the first is asked about.
func (d *document) lineUp() {
	if len(d.rows) > 0 {
		return
	}
	for _, p := range d.persons {
		if len(p.spans) > 0 {
			d.rows = append(d.rows, p)
		}
	}
	slices.SortFunc(d.rows, func(a, b *person) int {
		x, y := &a.spans[0], &b.spans[0]
		return cmp.Or(x.chart.number-y.chart.number, int(x.from-y.from))
	})
	day, last := d.date(), int32(-1)
	for i, p := range d.rows {
		p.row = row{place: int32(i), serves: p.served(day), before: last}
		if p.serves != "" {
			last = int32(i)
		}
	}
	last = -1
	for i := len(d.rows) - 1; i >= 0; i-- {
		p := d.rows[i]
		if p.after = last; p.serves != "" {
			last = int32(i)
		}
	}
}

// served is the country that the article or the list gives a person, "" where
// both give none.
func (p *person) served(day string) string {
	if len(p.countries) > 0 {
		return p.countries[0]
	}
	if p.listed != nil {
		return p.listed.Served(day)
	}
	return ""
}

// attachedCountry is the country that a list of those present puts behind an office,
// "Lester Bird, Prime Minister, Antigua and Barbuda;", or that its holder represents,
// or whose delegation he or she leads: "the Kenyan delegation was led by X".
func (p *person) attachedCountry() string {
	const near = 4 // tokens between name and office
	if len(p.spans) == 0 {
		return ""
	}
	at := &p.spans[0]
	c := at.chart
	sent := c.sents[c.toks[at.from].sent]
	end := int32(0)
	for i := range p.offices {
		if o := &p.offices[i]; o.start >= at.to && o.start <= at.to+near && o.end < sent.end || end > 0 && o.start >= end && o.start <= end+near && o.end < sent.end {
			end = max(end, o.end)
		}
	}
	if end > 0 {
		k, comma := end, c.comma(end)
		if comma {
			k++
		}
		link := c.startingAt(k, clsRepresent)
		if link != nil {
			k = link.end
		}
		if c.has(k, clsArticle) {
			k++
		}
		if e := c.startingAt(k, clsCountry); e != nil && e.end <= sent.end && (link != nil || comma && (e.end == sent.end || c.toks[e.end].kind == punctToken && c.toks[e.end].char != '-')) {
			return c.value(e)
		}
	}
	led := c.pack.BodyFirst // there the verb stands behind
	for k := at.from - 1; k > sent.start && !c.named[k]; k-- {
		led = led || c.has(k, clsChair)
		if led && c.has(k, clsDelegation) {
			if e := c.endingAt(k, countryClasses...); e != nil {
				return c.value(e)
			}
		}
	}
	return ""
}

// ownerCountry is the country of the person in front in the sentence, of somebody
// who is called his or hers: "Wadephul will come, as his spokesman X said".
func (d *document) ownerCountry(p *person) string {
	if len(p.spans) == 0 || !slices.ContainsFunc(p.offices, func(o office) bool { return o.possessive && !o.counterpart }) {
		return ""
	}
	d.lineUp()
	if p.place == 0 {
		return ""
	}
	q := d.rows[p.place-1]
	at, before := &p.spans[0], &q.spans[0]
	if before.chart != at.chart || at.chart.toks[before.from].sent != at.chart.toks[at.from].sent {
		return ""
	}
	return q.serves
}

// besideCountry is the country that the list gives two or more persons of the
// sentence whose offices name none either: a delegation, named one by one.
func (d *document) besideCountry(p *person) string {
	if len(p.spans) == 0 {
		return ""
	}
	d.lineUp()
	at := p.spans[0]
	sent := at.chart.toks[at.from].sent
	country, count, agree := "", 0, true
	take := func(i int32) bool {
		if i < 0 || int(i) >= len(d.rows) {
			return false
		}
		q := d.rows[i]
		if s := &q.spans[0]; s.chart != at.chart || at.chart.toks[s.from].sent != sent {
			return false
		}
		if q.listed == nil || q.serves == "" || slices.ContainsFunc(q.offices, func(o office) bool { return o.country != "" || o.org != "" }) {
			return true
		}
		agree = agree && (country == "" || country == q.serves)
		country, count = q.serves, count+1
		return agree
	}
	for i := p.place - 1; take(i); i-- {
	}
	for i := p.place + 1; agree && take(i); i++ {
	}
	if !agree || count < 2 {
		return ""
	}
	return country
}

// rowCountry is the country of those named right before and behind a person
// whose office names none: of both in the sentence, of one where no verb stands
// between; for an office of a town, of both in the paragraph.
func (d *document) rowCountry(p *person, role string) string {
	if len(p.spans) == 0 {
		return ""
	}
	d.lineUp()
	at := p.spans[0]
	c := at.chart
	t := &c.toks[at.from]
	beside := func(place int32) (country string, from int32) {
		if place >= 0 {
			if s := &d.rows[place].spans[0]; s.chart == c && c.toks[s.from].block == t.block {
				return d.rows[place].serves, s.from
			}
		}
		return "", -1
	}
	before, last := beside(p.before)
	behind, next := beside(p.after)
	if owners := inFrontOf(c.owners, at.from); last >= 0 && len(owners) > 0 && owners[len(owners)-1] >= last {
		return "" // "the mayor of Leeds and her host, Mayor X"
	}
	if before != "" && before == behind && (slices.Contains(localRoles, role) || c.toks[last].sent == t.sent && c.toks[next].sent == t.sent) {
		return before
	}
	if before != "" && c.toks[last].sent == t.sent && !c.verbBetween(last, at.from) && (behind == "" || c.toks[next].sent != t.sent || behind == before) {
		return before
	}
	return ""
}

// paragraphCountry is the country of two or more that the paragraph of a person
// names in front, where all serve it and the paragraph names no other: "In Kenya
// President X opened the meeting. Minister Y spoke, and Governor Z …".
func (d *document) paragraphCountry(p *person) string {
	if len(p.spans) == 0 {
		return ""
	}
	d.lineUp()
	at := p.spans[0]
	c := at.chart
	block := c.toks[at.from].block
	country, count := "", 0
	for i := p.place - 1; i >= 0; i-- {
		q := d.rows[i]
		s := &q.spans[0]
		if s.chart != c || c.toks[s.from].block != block {
			break
		}
		if q.serves == "" || country != "" && q.serves != country {
			return ""
		}
		country, count = q.serves, count+1
	}
	if count < 2 {
		return ""
	}
	for _, i := range c.countries {
		if e := &c.edges[i]; c.toks[e.start].block == block && c.value(e) != country {
			return ""
		}
	}
	return country
}
