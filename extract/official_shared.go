package extract

import "slices"

// What several persons share: one office, "die Außenminister A und B", or one
// that is each one's own, "seine Kollegen aus Estland, A, und Lettland, B".

// pluralOffice reports an office of several persons: it has an ending of the
// plural, or an article of the plural in front and none of the singular's
// endings.
func (c *chart) pluralOffice(o *office) bool {
	word := c.folded(&c.toks[o.noun])
	ends := func(paradigm int32) bool { return paradigm >= 0 && c.lex.endings[paradigm].end(word, 0) }
	return ends(c.pack.officePlural) || c.endingAt(o.start, clsPluralArticle) != nil && !ends(c.pack.officeSingular)
}

// eachTheirOwn gives each of the names that share an office the country that
// stands at its place, "the foreign ministers of Kenya and Uganda, A and B", and
// the field: "A and B, the Canadian foreign and defence ministers".
func eachTheirOwn(found []naming, shared *office) {
	if len(found) < 2 {
		return
	}
	for i := range found {
		o := &found[i].offices[len(found[i].offices)-1]
		if len(shared.countries) == len(found) {
			o.country, o.org = "", ""
			o.serveCountry(shared.countries[i])
		}
		if len(shared.fields) == len(found) {
			o.portfolios = shared.fields[i : i+1]
		}
	}
}

// eachSide gives two persons in a row who lead something between two countries one
// each, in the order of the sentence: "die Tagung zwischen Österreich und Japan,
// unter dem Vorsitz von Staatssekretär A und Vizeminister B".
func (c *chart) eachSide(a, b *naming) {
	x, y := &a.offices[0], &b.offices[0]
	if a.chart != b.chart || len(a.offices) > 1 || a.rule != "office-name" || b.rule != "office-name" || y.start != a.to+1 || !c.conjunction(a.to) ||
		x.country != "" || x.org != "" || y.country != "" || y.org != "" || x.party || y.party || x.counterpart || y.counterpart || x.possessive || y.possessive ||
		!slices.Contains(ministerial, x.role) || !slices.Contains(ministerial, y.role) {
		return
	}
	const near = 6
	sent := c.sents[c.toks[x.start].sent]
	leads := false
	for k := max(sent.start, x.start-near); k < x.start; k++ {
		leads = leads || c.has(k, clsChair)
	}
	if !leads {
		return
	}
	var sides []string
	for k := sent.start; k < sent.end; k++ {
		if e := c.startingAt(k, countryClasses...); e != nil && !slices.Contains(sides, c.value(e)) {
			sides = append(sides, c.value(e))
		}
	}
	if len(sides) == 2 {
		x.serveCountry(sides[0])
		y.serveCountry(sides[1])
	}
}

// earlierNames reads the names that share an office with the one that begins at
// token from, in front of it: "A, B and C, the ministers".
func (c *chart) earlierNames(o *office, from int32) []naming {
	var found []naming
	sent := c.toks[from].sent
	for from > 1 && c.toks[from-1].sent == sent && (c.conjunction(from-1) || len(found) > 0 && c.toks[from-1].char == ',') {
		start, words := c.nameBefore(from - 1)
		if words < 2 || c.toks[start].sent != sent || c.named[start] {
			break
		}
		for k := start; k < from-1; k++ {
			c.named[k] = true
		}
		found = append([]naming{{c, start, from - 1, []office{*o}, "name-office"}}, found...)
		from = start
	}
	return found
}

// bracketedRow reports that two names with brackets behind them share what stands
// in front of the first, which ends at token to: "den Abgeordneten A B (SPD) und
// C D (CDU)".
func (c *chart) bracketedRow(to int32) bool {
	sent := c.toks[to-1].sent
	at := c.skipBrackets(to, sent)
	if at == to || int(at)+1 >= len(c.toks) || c.toks[at].sent != sent || !c.conjunction(at) && c.toks[at].char != ',' {
		return false
	}
	from := c.skipHonorifics(at+1, sent)
	if int(from) >= len(c.toks) || c.toks[from].sent != sent {
		return false
	}
	end, words := c.nameAt(from)
	return words > 1 && int(end) < len(c.toks) && c.toks[end].char == '('
}

// furtherNames reads the names that share an office with the one in front of
// token to: "die Außenminister Sergej Lawrow (Russland) und Hakan Fidan".
func (c *chart) furtherNames(o *office, to int32) []naming {
	var found []naming
	sent := c.toks[o.start].sent
	for {
		at := c.skipBrackets(to, sent)
		if e := c.originAt(to); e != nil {
			at = e.end
		}
		if int(at)+1 >= len(c.toks) || c.toks[at].sent != sent || c.toks[at].char != ',' && !c.conjunction(at) {
			return found
		}
		last := c.conjunction(at)
		from := c.skipHonorifics(at+1, sent)
		if int(from) >= len(c.toks) || c.toks[from].sent != sent {
			return found
		}
		end, words := c.nameAt(from)
		if words < 2 || c.named[from] {
			return found
		}
		own := *o
		if len(found) == 0 && at > to || len(found) > 0 {
			own.country = "" // each has its own in brackets
		}
		all := []office{own}
		c.bracketCountry(all, end)
		for k := from; k < end; k++ {
			c.named[k] = true
		}
		found = append(found, naming{c, from, end, all, "office-name"})
		if last {
			return found
		}
		to = end
	}
}

// postNominal reports letters of a member of parliament right behind a name.
func (c *chart) postNominal(o *office) bool {
	if o.role != "member-of-parliament" || o.end != o.start+1 || !c.toks[o.start].is(allCaps) || o.start == 0 {
		return false
	}
	_, words := c.nameBefore(o.start)
	return words > 1
}

// bracketCountry gives the offices of a name the country that stands in
// brackets behind it, said by name or by a party: "Petteri Orpo (Finnland)",
// "Johann Farnleitner (ÖVP)"; a counterpart's behind a preposition, too:
// "Paolo Bianchi aus Italien".
func (c *chart) bracketCountry(all []office, to int32) {
	if int(to) >= len(c.toks) {
		return
	}
	var e *edge
	if c.toks[to].char == '(' {
		if p := c.startingAt(to+1, clsPortfolio); p != nil && int(p.end) < len(c.toks) && c.toks[p.end].char == ')' {
			if o := &all[len(all)-1]; len(o.portfolios) == 0 && slices.Contains(ministerial, o.role) {
				o.addPortfolio(c.value(p)) // "Ministerin Anna Kern (Finanzen)"
			}
			return
		}
		e = c.startingAt(to+1, clsCountry, clsParty)
	} else if o := &all[len(all)-1]; o.counterpart || c.pluralOffice(o) {
		e = c.originAt(to)
	}
	if e == nil {
		return
	}
	for i := range all {
		if o := &all[i]; o.country == "" && o.org == "" {
			switch e.class {
			case clsCountry:
				o.serveCountry(c.value(e))
			case clsRegion:
				o.serveRegion(c.value(e))
			default:
				o.serve(c.value(e))
			}
		}
	}
}

// originAt returns the country or party that a person comes from, behind a name
// that ends at token i: "aus Italien", "fra Høyre".
func (c *chart) originAt(i int32) *edge {
	if int(i) >= len(c.toks) || c.toks[i].sent != c.toks[i-1].sent || c.toks[i].is(blankBefore) {
		return nil
	}
	if from := c.startingAt(i, clsOrigin); from != nil {
		return c.startingAt(from.end, clsCountry, clsParty)
	}
	if of := c.startingAt(i, clsOfficeOf); of != nil && c.value(of) == "of" && !c.pack.NounCapitals && !c.pack.BodyFirst {
		for l := c.startingAt(of.end, clsOfficeOf, clsArticle); l != nil; l = c.startingAt(of.end, clsOfficeOf, clsArticle) {
			of = l
		}
		return c.startingAt(of.end, clsCountry, clsRegion) // "Presidents A of Kenya, B of Uganda"
	}
	return nil
}

// distributed reads the countries behind an office of several persons, each with
// a name: "counterparts from Portugal, A, and Slovenia, B", "die Außenminister von
// Italien (A) und Malta (B)". A counterpart may be one: "his colleague from
// Portugal, A,".
func (c *chart) distributed(o *office) []naming {
	sent := c.toks[o.start].sent
	country, pos := "", o.end
	if e := c.endingAt(o.end, clsCountry); e != nil && e.start > o.noun && o.country == c.value(e) {
		country = o.country // read with the office
	} else if o.country != "" || o.org != "" {
		return nil
	}
	var found []naming
	for int(pos) < len(c.toks) && c.toks[pos].sent == sent {
		if country == "" {
			link := c.startingAt(pos, clsOfficeOf, clsOrigin, clsArticle)
			if link != nil {
				pos = link.end
			}
			e := c.startingAt(pos, clsCountry)
			if e == nil || len(found) == 0 && link == nil {
				break
			}
			country, pos = c.value(e), e.end
		}
		if int(pos) >= len(c.toks) || c.toks[pos].char != ',' && c.toks[pos].char != '(' {
			break
		}
		bracket := c.toks[pos].char == '('
		from := c.skipHonorifics(pos+1, sent)
		to, words := c.nameAt(from)
		if words < 2 || c.named[from] || int(to) < len(c.toks) && c.toks[to].sent == sent && c.toks[to].kind != punctToken && !c.conjunction(to) {
			break
		}
		own := *o
		own.country, own.org = "", ""
		own.serveCountry(country)
		found = append(found, naming{c, from, to, []office{own}, "office-comma-name"})
		country, pos = "", to
		if bracket && int(pos) < len(c.toks) && c.toks[pos].char == ')' {
			pos++
		}
		if int(pos) < len(c.toks) && c.toks[pos].char == ',' {
			pos++
		}
		if int(pos) < len(c.toks) && c.conjunction(pos) {
			pos++
		}
	}
	if len(found) == 0 || len(found) == 1 && (!o.counterpart || o.country != "") {
		return nil
	}
	for _, n := range found {
		for k := n.from; k < n.to; k++ {
			c.named[k] = true
		}
	}
	return found
}
