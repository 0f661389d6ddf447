package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"extract/extract/packs"
)

// moneyNames is what the [currencies] of a pack tell.
type moneyNames struct {
	shared map[string]sharedName // by name, with its star
	older  map[string][]olderCode
}

// sharedName is a name that the currencies of several countries have.
type sharedName struct {
	usual string            // code when no country is told, "" for none
	of    map[string]string // country -> code
	codes map[string]bool
}

// abroad reports that the usual one of a name is that of several countries, and
// so reckoned with all over the world: who writes "rupees" of Sri Lanka, which the
// article names beside Iran, means its own.
func (n *sharedName) abroad() bool {
	const several = 3
	count := 0
	for _, code := range n.of {
		if code == n.usual {
			count++
		}
	}
	return count >= several
}

// olderCode is what a currency was called by before a year.
type olderCode struct {
	year int
	code string
}

// readCurrencies fills c.money of the pack's table.
func (c *compiled) readCurrencies() []error {
	c.money = moneyNames{map[string]sharedName{}, map[string][]olderCode{}}
	var faults []error
	for name, list := range c.Currencies {
		shared := sharedName{of: map[string]string{}, codes: map[string]bool{}}
		for i, entry := range list {
			first, code, pair := strings.Cut(entry, " ")
			year, err := strconv.Atoi(first)
			switch {
			case strings.HasPrefix(name, "*") && !pair && (i == 0 || shared.usual == ""):
				shared.usual = entry
			case strings.HasPrefix(name, "*") && !pair:
				// The default of the common pack, which the language's own hides.
			case strings.HasPrefix(name, "*"):
				shared.of[first], shared.codes[code] = code, true
			case pair && err == nil:
				c.money.older[name] = append(c.money.older[name], olderCode{year, code})
			default:
				faults = append(faults, &packs.Error{Place: packs.Place{File: c.Lang + "/pack.toml", Line: 1}, Msg: fmt.Sprintf("currencies %s: %q is neither a code, \"COUNTRY CODE\" nor \"year CODE\"", name, entry)})
			}
		}
		if strings.HasPrefix(name, "*") {
			c.money.shared[name] = shared
		}
	}
	return faults
}

// currency returns the ISO code of a sum, "" where it cannot be told: the
// name itself, the adjective beside it, the same name said in full in the
// sentence, the nearest country of the sentence, those of the article, the
// usual one. The reason says which of them.
func (d *document) currency(c *chart, e *edge, v *sumValue) (code, reason string) {
	name := v.currency
	if code, ok := strings.CutSuffix(name, "!"); ok {
		return code, ""
	}
	if !strings.HasPrefix(name, "*") {
		return d.datedCurrency(c, name, e.start), ""
	}
	shared := c.pack.money.shared[name]
	if code := shared.of[v.nationality]; code != "" {
		return d.datedCurrency(c, code, e.start), "the adjective tells the currency"
	}
	best, gap := "", int32(1<<30)
	if d.homeOf != name { // sums have the same name as a rule
		d.homeOf, d.homeCode = name, d.home(shared)
	}
	home, own := d.homeCode, false
	hints := c.currencyHints(c.toks[e.start].sent)
	for _, country := range c.pack.Countries {
		if code := shared.of[country]; code != "" {
			home = code // "kroner" alone are those of the language's own country
			own = slices.ContainsFunc(hints, func(i int32) bool {
				x := &c.edges[i]
				return x.class != clsMoney && c.value(x) == country
			})
			break
		}
	}
	for _, i := range hints {
		x := &c.edges[i]
		code := ""
		switch x.class {
		case clsMoney:
			// A sum whose currency is said in full.
			if o := &c.sums[x.ref]; o.nationality != "" && o.currency == name {
				code = shared.of[o.nationality]
			} else if shared.codes[o.currency] {
				code = o.currency
			}
		case clsCountry, clsNationality:
			// A dollar that no adjective tells is that of another country only
			// where the whole article is about it.
			code = shared.of[c.value(x)]
			if own && code != home {
				code = "" // "Norge kjøpte varer fra Danmark for 90 milliarder kroner"
			}
			if beside := x.end <= e.start && e.start-x.end <= 1; shared.usual != "" && home == "" && !(beside && code == shared.usual) {
				code = ""
			}
		}
		if code == "" {
			continue
		}
		away := e.start - x.end
		if away < 0 {
			away = x.start - e.end
		}
		switch {
		case x.class == clsMoney && x.start > e.start:
			away -= 500 // what stands in front is named first
		case x.class == clsMoney:
			away -= 1000
		case x.end <= e.start && away <= 1:
			away -= 2000 // "Norway 3 billion kroner"
		case x.start >= e.end && c.partedBetween(e.end, x.start):
			away += 100 // "Norwegen gibt 5 Milliarden Kronen, Schweden 17"
		}
		if away < gap {
			best, gap = code, away
		}
	}
	switch {
	case best != "":
		return d.datedCurrency(c, best, e.start), "the sentence tells the currency"
	case home != "":
		return d.datedCurrency(c, home, e.start), "the article is about that country"
	}
	return d.datedCurrency(c, shared.usual, e.start), "the usual one of that name"
}

var tellCurrency = classesOf(clsMoney, clsCountry, clsNationality)

// currencyHints returns the sums and countries of a sentence that may tell the
// currency of another sum.
func (c *chart) currencyHints(n int32) []int32 {
	if c.hinted == n+1 {
		return c.hints
	}
	c.hinted, c.hints = n+1, c.hints[:0]
	s := c.sents[n]
	for t := c.nextOf(&tellCurrency, s.start, s.end); t < s.end; t = c.nextOf(&tellCurrency, t+1, s.end) {
		for i := c.head[t]; i >= 0; i = c.edges[i].next {
			switch x := &c.edges[i]; x.class {
			case clsMoney:
				// A sum of a shared name alone tells nothing.
				if v := &c.sums[x.ref]; v.nationality != "" || !strings.HasPrefix(v.currency, "*") {
					c.hints = append(c.hints, i)
				}
			case clsCountry, clsNationality:
				c.hints = append(c.hints, i)
			}
		}
	}
	return c.hints
}

// saysInFull reports a sum of the document with a sign that says its country,
// "US$500 million", and one with a name that does: "500 million US dollars".
func (d *document) saysInFull(code string) (sign, name bool) {
	for _, c := range d.charts {
		for _, at := range c.sumEdges {
			e := &c.edges[at]
			if code == "" || e.class != clsMoney || c.sums[e.ref].currency != code {
				continue
			}
			signed, named := false, false
			for k := e.start; k < e.end; k++ {
				signed = signed || c.toks[k].char == '$'
				named = named || c.has(k, clsCurrency) && c.toks[k].is(capital) && !c.toks[k].is(allCaps)
			}
			sign, name = sign || signed, name || named && !signed
		}
	}
	return sign, name
}

// home returns the code of a name in the country that the article is about:
// the one that it names most often among those that have the name, twice at
// least and half of the times, and never beside the usual one. "" where there is none.
func (d *document) home(shared sharedName) string {
	const often = 3 // and the usual one is told apart in full: "$56 billion … US$500 million"
	full, named := d.saysInFull(shared.usual)
	if named && !full {
		return "" // the usual one has a full and a short name: "US-Dollar", "Dollar"
	}
	best, count, tie, all, abroad := "", 0, false, 0, shared.abroad()
	for _, country := range d.countryCount {
		code := shared.of[country.name]
		if code != "" || abroad {
			all += country.n
		}
		switch {
		case code == "":
		case code == shared.usual && full:
		case code == shared.usual:
			return ""
		case country.n > count:
			best, count, tie = code, country.n, false
		case country.n == count && code != best:
			tie = true
		}
	}
	if full && !tie && count >= often {
		return best
	}
	if tie || (count < 2 || 2*count < all) && shared.usual != "" {
		return ""
	}
	return best
}

// countCountries counts how often the document names each country, by its
// name or adjective.
func (d *document) countCountries() {
	d.countryCount, d.homeOf = d.countryCount[:0], ""
	for _, c := range d.charts {
		for _, i := range c.countries {
			if x := &c.edges[i]; x.rule < 0 {
				d.countryCount.add(c.value(x), 1)
			}
		}
	}
}

// datedCurrency gives the code that was valid when the article was written, or in
// the years that the sentence around token at tells of.
func (d *document) datedCurrency(c *chart, code string, at int32) string {
	older := c.pack.money.older[code]
	if d.ctx.refFrom == "" || len(older) == 0 {
		return code
	}
	year, _, _ := d.ctx.ref.civil()
	if told := c.lastYearOf(c.sents[c.toks[at].sent]); told > 0 {
		year = min(year, told)
	}
	for _, o := range older {
		if year < o.year {
			code = o.code
		}
	}
	return code
}

// lastYearOf returns the latest year of the dates of a sentence, 0 where it has
// none or one of them is open.
func (c *chart) lastYearOf(s sentence) (year int) {
	for _, f := range c.datesIn(s.start, s.end) {
		if f.dates.openL || f.dates.openR || f.dates.yearless() {
			return 0
		}
		_, last, _, _ := f.dates.days()
		y, _, _ := last.civil()
		year = max(year, y)
	}
	return year
}
