package extract

import (
	"slices"
)

// The fields of offices, and the countries, brackets and elliptic words beside them.

// maxField bounds the words of a field that no list has.
const maxField = 6

// unknownField reads the field of a minister, deputy or committee that no list
// has, where a comma and a name follow it: "for political affairs, X".
func (c *chart) unknownField(o *office, i int32) bool {
	if !slices.Contains(ministerial, o.role) && o.role != "high-representative" && o.role != "special-envoy" && o.role != "adviser" && !o.committee {
		return false
	}
	sent := c.toks[i].sent
	end := i
	for int(end) < len(c.toks) && end < i+maxField && c.toks[end].sent == sent && (c.toks[end].kind == wordToken || c.toks[end].char == '-') && !c.has(end, clsTense, clsCopula, clsOffice) {
		end++
	}
	if end == i || int(end) >= len(c.toks) || c.toks[end].char != ',' {
		return false
	}
	if !c.nameAlone(end+1, sent) {
		return false
	}
	o.end = end
	return true
}

// furtherField returns the end of a further field of a minister at token i that no
// list has, where whose minister it is follows: "for Foreign Affairs and
// International Business of Grenada"; i where it does not.
func (c *chart) furtherField(i int32) int32 {
	const most = 3
	end := i
	for ; int(end) < len(c.toks) && end < i+most && c.toks[end].sent == c.toks[i].sent && c.toks[end].kind == wordToken && c.toks[end].is(capital) && !c.has(end, clsOffice, clsHonorific, clsCountry); end++ {
	}
	link := c.startingAt(end, clsOfficeOf)
	if c.pack.NounCapitals || end == i || link == nil || c.value(link) != "of" {
		return i
	}
	at := link.end
	for int(at) < len(c.toks) && c.has(at, clsStopword) && !c.toks[at].is(capital) {
		at++ // "of the Bahamas"
	}
	if !c.has(at, clsCountry) {
		return i
	}
	return end
}

// fieldBetween returns the end of a field of a minister at token i that no list has
// and that stands between listed ones, or behind "and" in front of a comma and the
// name: "für Wirtschaft, Unternehmertum und Tourismus", "für Handel und Arbeitsplätze,
// Karl Meier"; i where there is none.
func (c *chart) fieldBetween(i int32) int32 {
	if !c.pack.NounCapitals || int(i)+2 >= len(c.toks) {
		return i
	}
	end := i
	for end < i+2 && c.toks[end].kind == wordToken && !c.toks[end].is(capital) && !c.has(end, clsStopword, clsTense, clsClause) {
		end++ // "digitale Teilhabe"
	}
	t := &c.toks[end]
	if t.kind != wordToken || !t.is(capital) || t.sent != c.toks[i].sent || c.has(end, clsOffice, clsHonorific, clsCountry, clsStopword) || int(end)+2 >= len(c.toks) {
		return i
	}
	if end++; c.conjunction(end) || c.toks[end].char == ',' {
		if c.has(end+1, clsPortfolio) && !c.has(end+1, clsOffice) || c.elided(end+1) {
			return end
		}
	}
	if c.conjunction(i-1) && c.toks[end].char == ',' && c.nameAlone(end+1, t.sent) {
		return end
	}
	return i
}

// countryClasses are the words for a country.
var (
	countryClasses = []class{clsCountry, clsNationality}
	countrySet     = classesOf(countryClasses...)
)

// countriesBefore reads the countries that are listed in front of one that an
// office of several persons serves, "Kenya ve Uganda dışişleri bakanları", and
// returns where they begin.
func (c *chart) countriesBefore(o *office, last *edge) int32 {
	start := last.start
	if !c.pluralOffice(o) || last.class == clsSeat {
		return start
	}
	all := []string{c.value(last)}
	for start > 1 && (c.conjunction(start-1) || c.toks[start-1].char == ',') {
		e := c.endingAt(start-1, countryClasses...)
		if e == nil {
			break
		}
		all = append([]string{c.value(e)}, all...)
		start = e.start
	}
	if len(all) > 1 {
		o.countries = all
	}
	return start
}

// countriesBehind reads the countries listed behind one that an office of
// several persons serves, and returns the token behind them.
func (c *chart) countriesBehind(o *office, first *edge) int32 {
	end := first.end
	if !c.pluralOffice(o) || first.class == clsSeat {
		return end
	}
	all := []string{c.value(first)}
	for int(end)+1 < len(c.toks) && (c.conjunction(end) || c.toks[end].char == ',') {
		e := c.startingAt(end+1, countryClasses...)
		if e == nil && int(end)+2 < len(c.toks) && c.has(end+1, clsArticle, clsOfficeOf) {
			e = c.startingAt(end+2, countryClasses...) // "und der Türkei"
		}
		if e == nil {
			break
		}
		all = append(all, c.value(e))
		end = e.end
	}
	if len(all) > 1 {
		o.countries = all
	}
	return end
}

// bracketsBefore skips an abbreviation in brackets in front of an office:
// "ABD Merkez Bankası (Fed) Başkanı".
func (c *chart) bracketsBefore(o *office, at int32) bool {
	if at != o.start || at < 3 || c.toks[at-1].char != ')' {
		return false
	}
	for k := at - 2; k > at-7 && k > 0 && c.toks[k].sent == c.toks[o.start].sent; k-- {
		if c.toks[k].char != '(' {
			continue
		}
		if e := c.startingAt(k+1, clsOrg, clsSeat); e != nil && e.end == at-1 && o.org == "" && o.country == "" {
			o.serve(c.value(e))
		}
		o.start = k
		return true
	}
	return false
}

// furtherPortfolio reads the first of two fields of a minister: "İklim
// Değişikliği ve Enerji Bakanı".
func (c *chart) furtherPortfolio(o *office, at int32) bool {
	if len(o.portfolios) == 0 || !slices.Contains(ministerial, o.role) || !c.conjunction(at-1) && c.toks[at-1].char != ',' {
		return false
	}
	e := c.endingAt(at-1, clsPortfolio)
	if e == nil {
		return false
	}
	o.addPortfolio(c.value(e))
	o.start = e.start
	return true
}

// ofYear reads a year in front of whom the office serves: "the 2025 ASEAN chair".
func (c *chart) ofYear(o *office, at int32) bool {
	if o.org == "" && o.country == "" || !c.has(at-1, clsYear) || c.toks[at-1].end > c.toks[at-1].stem {
		return false
	}
	o.start = at - 1
	return true
}

// enumerated reports a country that a hyphen joins to the one in front: the
// office behind "China–Russia" is not that of Russia alone. The dash of a
// dateline joins nothing.
func (c *chart) enumerated(e *edge) bool {
	return e.start > 0 && c.toks[e.start-1].char == '-' && e.class == clsCountry && c.endingAt(e.start-1, countryClasses...) != nil
}

// elided reports the front of a compound at token i whose end a conjunction puts
// off: "Klima- und Umweltschutz".
func (c *chart) elided(i int32) bool {
	return int(i)+3 < len(c.toks) && c.toks[i].kind == wordToken && c.toks[i].is(capital) == c.pack.NounCapitals && c.toks[i+1].char == '-' && !c.toks[i+1].is(spaceBefore) && c.toks[i+2].is(spaceBefore) && c.conjunction(i+2)
}

// countryOfSide looks for the country whose side an office without any led, where its
// noun is left out: "the Norwegian delegation was led by Director X, the Russian one by
// Deputy Minister Y". That of the delegation itself is found by attachedCountry.
func (c *chart) countryOfSide(o *office) {
	const far = 8
	if c.pack.BodyFirst || o.country != "" || o.org != "" || o.counterpart || o.party || o.possessive {
		return
	}
	sent := c.toks[o.start].sent
	for k := o.start - 1; k > 0 && o.start-k <= far && c.toks[k].sent == sent && c.toks[k].kind == wordToken && !c.has(k, clsOffice); k-- {
		e := c.endingAt(k, clsNationality)
		if e == nil {
			continue
		}
		elliptic := e.start > 0 && c.has(e.start-1, clsArticle, clsStopword) && (e.start < 2 || c.comma(e.start-2) || c.conjunction(e.start-2))
		for x := k; elliptic && x < o.start; x++ {
			elliptic = c.has(x, clsStopword, clsNumber)
		}
		if elliptic {
			o.serveCountry(c.value(e))
		}
		return
	}
}

// ellipsis reads the front of a compound whose end stands further on:
// "Wirtschafts- und Finanzminister", "utenriks- og utviklingsministeren".
func (c *chart) ellipsis(o *office, at int32) bool {
	i := at - 1
	if i >= 2 && c.conjunction(i) {
		i--
	} else if i >= 1 && c.toks[i].char == ',' {
		i--
	} else if at == o.start {
		return false
	}
	if at != o.start { // a hyphen in front: "Finanz-Staatssekretär"
		i = at - 1
	}
	word := i
	if at == o.start {
		if i < 1 || c.toks[i].char != '-' || c.toks[i].is(spaceBefore) {
			return false
		}
		word = i - 1
	}
	t := &c.toks[word]
	if t.kind != wordToken || t.sent != c.toks[o.start].sent {
		return false
	}
	said := o.portfolios
	o.portfolios = nil
	known := c.front(o, string(c.folded(t)))
	fields := o.portfolios
	o.portfolios = said
	if !known || len(fields) == 0 && at == o.start {
		return false
	}
	for _, field := range fields {
		o.addPortfolio(field)
	}
	o.start = word
	return true
}

// manned are the offices that ministries have below the minister; advisers are told
// by what they advise on.
var (
	manned   = []string{"permanent-secretary", "principal-secretary", "secretary-general", "director-general", "deputy-director-general", "deputy-minister", "state-secretary", "additional-secretary", "joint-secretary", "spokesperson", "chief-of-staff", "director", "adviser", "ambassador"}
	advisers = []string{"adviser", "special-envoy", "coordinator"}
)

// ofMinistry makes the office one of a ministry: that of its field, where the office
// has one.
func (o *office) ofMinistry(fields string) {
	o.ministry = true
	if slices.Contains(ministerial, o.role) {
		o.addPortfolio(fields)
	}
}
