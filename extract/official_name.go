package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer"
	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

// crowned are the roles whose holders count their names; ranks are titles
// that stand in front of brands and characters as well ("General Motors"):
// they need a full name or a known one.
var (
	crowned = []string{"monarch", "pope", "crown-prince", "patriarch"}
	ranks   = []string{"general", "judge"}
)

// numberedName returns the name behind an ordinal at token i: "Kralı 2.
// Abdullah", "VI. Felipe".
func (c *chart) numberedName(i int32) (from, to int32) {
	if int(i)+2 >= len(c.toks) || c.toks[i+1].char != '.' || c.toks[i+1].is(spaceBefore) || c.toks[i+2].sent != c.toks[i].sent {
		return i, i
	}
	t := &c.toks[i]
	number := c.text[t.start:t.end]
	if strings.Trim(number, "0123456789") != "" && strings.Trim(number, "IVX") != "" || len(number) > 5 {
		return i, i
	}
	if to, words := c.nameAt(i + 2); words > 0 {
		return i, to
	}
	return i, i
}

// namesStreet reports that a name with a title is that of a street: "Kral
// Faysal Caddesi", "Kong Haakons gate".
func (c *chart) namesStreet(from, to int32) bool {
	return c.endingAt(to, clsStreetNoun) != nil || c.startingAt(to, clsStreetNoun) != nil
}

// nameBeside finds the name of who holds an office that covers tokens start
// to end: right behind it, in front of a comma, or behind one.
func (c *chart) nameBeside(o *office, start, end int32, followed bool) (from, to int32, rule string, ok bool) {
	if c.postNominal(o) {
		from, _ := c.nameBefore(o.start)
		return from, o.start, "name-office", true
	}
	sent := c.toks[start].sent
	inSentence := func(i int32) bool {
		return int(i) < len(c.toks) && c.toks[i].sent == sent && !c.toks[i].is(blankBefore)
	}
	// Directly behind, with titles between.
	at := c.skipHonorifics(c.skipBrackets(end, sent), sent)
	// A case behind an apostrophe parts the office from what follows:
	// "Genel Sekreteri'nin Latin Amerikalı olması".
	if inSentence(at) && c.toks[at].char == ':' && c.pluralOffice(o) {
		at = c.skipHonorifics(at+1, sent) // "four governors: A of Ohio, B of Iowa"
	}
	cased := c.pack.BodyFirst && c.toks[end-1].end > c.toks[end-1].stem
	if inSentence(at) && !cased {
		to, words := c.nameAt(at)
		if c.pack.NounCapitals && words > 2 && c.toks[at].words[0] == 0 && c.has(at-1, clsArticle) && c.toks[at+1].kind == wordToken {
			at, words = at+1, words-1 // "Vorsteher der Standeskanzlei Claudio Riesen": with an article it is what he heads
		}
		if words > 0 && c.plausible(at, to, words, at > end) {
			return at, to, "office-name", true
		}
		if to := at + 2; int(to) <= len(c.toks) && inSentence(at+1) && c.toks[at].is(capital) && c.toks[at+1].is(capital) && c.has(at, clsCountry) {
			// "Außenminister Israel Katz": a given name that is a country.
			if refs := people.Find(nil, c.nameText(at, to)); len(refs) > 0 && refs[0].Match == people.Spelling {
				return at, to, "office-name", true
			}
		}
	}
	// In front, in apposition: "Mervyn King, the Governor".
	q, verb := start, false
	for k := 0; k < 4 && q > 0 && c.toks[q-1].sent == sent; k++ {
		if c.taken[q-1] {
			q-- // a date: "Erkan, seit Juni Gouverneurin"
			continue
		}
		if c.toks[q-1].kind != wordToken || c.toks[q-1].is(capital) || !c.has(q-1, clsStopword) || c.conjunction(q-1) {
			break // "Micheál Martin, and Minister X" are two persons
		}
		q--
		verb = verb || c.has(q, clsTense, clsCopula)
	}
	q = c.ownerPhrase(q, sent)
	// "…, Elmar Brok, werden die Minister …" says nothing of him; "…, Jessika
	// Roswall, er blitt kommissær" does.
	if others := verb && c.pluralOffice(o); !others && q > 1 && (c.toks[q-1].char == ',' || c.toks[q-1].char == '(') && c.toks[q-1].sent == sent {
		e := q - 1
		if o := c.endingAt(e, clsOffice); o != nil && o.end == o.start+1 && c.toks[o.start].is(allCaps) && strings.HasPrefix(c.value(o), "member-of-parliament") {
			e-- // "Richard Marles MP, Deputy Prime Minister"
		}
		for e > 1 { // post-nominals: "Musalia Mudavadi, EGH,"
			p := c.endingAt(e, clsPostNominal)
			if p == nil && c.toks[e-1].is(allCaps) && c.toks[e-1].end-c.toks[e-1].start <= 4 && c.toks[e-2].char == ',' {
				e -= 2
			} else if p != nil && p.start > 0 && c.toks[p.start-1].char == ',' {
				e = p.start - 1
			} else {
				break
			}
		}
		if country := c.endingAt(e, clsCountry); country != nil { // "Khaled El-Enany of Egypt, a former minister"
			if link := c.endingAt(country.start, clsOfficeOf); link != nil && c.value(link) == "of" {
				e = link.start
			}
		}
		if e > 0 && c.toks[e-1].char == ')' { // a party in brackets
			for k := e - 1; k > e-6 && k > 0; k-- {
				if c.toks[k].char == '(' {
					e = k
					break
				}
			}
		}
		if f, words := c.nameBefore(e); (words > 1 || words > 0 && c.titled(f)) && c.toks[f].sent == sent && !c.largeCity(f, e) {
			if !c.named[f] && !c.ratherBehind(o, f, e) {
				return f, e, "name-office", true
			}
			from, to, rule, ok = f, e, "name-office", true
		}
	}
	// Behind a comma: "the Prime Minister, Gordon Brown,". So it is too where
	// the name in front has its office already: "A, B, C, D" are two persons.
	if inSentence(end) && c.toks[end].char == ',' && !followed {
		at := c.skipHonorifics(end+1, sent)
		if n := c.startingAt(at, clsNationality); n != nil {
			at = n.end // "the council's president, Icelandic X"
		}
		if inSentence(at) {
			if to, words := c.nameAt(at); words > 1 && c.plausible(at, to, words, true) && !(c.pack.BodyFirst && c.pack.copulaPresent >= 0 && c.toks[to-1].end > c.toks[to-1].stem && c.endsIn(to-1, c.pack.copulaPresent)) {
				return at, to, "office-comma-name", true // but "Başkonsolos, Kapitan Andreevo'da" is a place
			}
		}
	}
	if !ok {
		from, to, rule, ok = c.nameInClause(q, start, end)
	}
	return from, to, rule, ok
}

// titled reports a title in front of a name that is used with the surname alone: "Lord
// Cameron". A Mr. Li may be anybody.
func (c *chart) titled(name int32) bool {
	e := c.endingAt(name, clsHonorific)
	return e != nil && c.value(e) == "sir"
}

// ownerPhrase returns the token at which a phrase in the genitive begins that
// ends in front of token q, with its article: "X, the international
// community's high representative". q where there is none.
func (c *chart) ownerPhrase(q, sent int32) int32 {
	if q < 2 || c.toks[q-1].sent != sent || c.toks[q-1].end == c.toks[q-1].stem {
		return q
	}
	for k := q - 1; k > 0 && k >= q-4 && c.toks[k].sent == sent && c.toks[k].kind == wordToken && !c.toks[k].is(capital); k-- {
		if c.has(k, clsArticle, clsPossessive) {
			return k
		}
	}
	return q
}

// ratherBehind chooses between the names on both sides of an office, "A, the
// director-general, B": the one behind it holds it where the list knows so, or
// where the one in front has a title of its own.
func (c *chart) ratherBehind(o *office, from, to int32) bool {
	if int(o.end) >= len(c.toks) || c.toks[o.end].char != ',' {
		return false
	}
	at := c.skipHonorifics(o.end+1, c.toks[o.start].sent)
	end, words := c.nameAt(at)
	if words < 2 || c.toks[at].sent != c.toks[o.start].sent {
		return false
	}
	if at := end + 1; int(at) < len(c.toks) && c.toks[end].char == ',' && c.toks[end].sent == c.toks[o.start].sent {
		if c.has(at, clsArticle) {
			at++
		}
		if c.startingAt(at, clsOffice) != nil {
			return false // that one has an office of its own behind: "A, Premier of X, B, Prime Minister of Y"
		}
	}
	front, behind := heldBy(c.nameText(from, to), o.role), heldBy(c.nameText(at, end), o.role)
	return behind && !front || behind == front && c.endingAt(from, clsOffice, clsHonorific) != nil
}

// heldBy reports that the list knows somebody of this name in a role.
func heldBy(name, role string) bool {
	for _, r := range people.Find(nil, name) {
		if heldEver(r.Person(), role) {
			return true
		}
	}
	return false
}

// nameInClause finds who holds an office that a clause says of a name: "Egon
// Krenz war Staatschef", "als Franz Vranitzky Kanzler wurde", "Li Shangfu, der
// bis Oktober Minister war". article is where the phrase of the office begins.
func (c *chart) nameInClause(article, start, end int32) (from, to int32, rule string, ok bool) {
	sent := c.sents[c.toks[start].sent]
	e := c.endingAt(start, clsCopula)
	if e == nil {
		e = c.endingAt(article, clsCopula)
	}
	if e != nil && e.start > sent.start {
		to := c.beforeOrigin(e.start)
		if from, words := c.nameBefore(to); words > 1 && from >= sent.start {
			return from, to, "name-is-office", true
		}
		if from, to := c.nameOfRelative(e.start); to > from && from >= sent.start {
			return from, to, "name-who-is-office", true
		}
		if from, to := c.namedBefore(e.start); to > from {
			return from, to, "name-is-office", true
		}
	}
	if from, to := c.elected(start, end); to > from {
		return from, to, "name-elected", true
	}
	if int(end) >= len(c.toks) || end >= sent.end || !c.has(end, clsCopula) {
		return 0, 0, "", false
	}
	if from, words := c.nameBefore(start); words > 1 && from >= sent.start {
		return from, start, "name-office-is", true
	}
	if e := c.startingAt(end, clsCopula); e != nil { // "whose chairman is X"
		at := c.skipHonorifics(e.end, c.toks[start].sent)
		if to, words := c.nameAt(at); words > 1 && to <= sent.end && c.plausible(at, to, words, at > e.end) {
			return at, to, "office-is-name", true
		}
	}
	for k := start - 1; k > sent.start; k-- {
		if c.named[k] {
			break
		}
		if c.toks[k].char != ',' {
			continue
		}
		if c.has(k+1, clsRelativePronoun) {
			if from, words := c.nameBefore(k); words > 1 && from >= sent.start {
				return from, k, "name-who-is-office", true
			}
		}
		break
	}
	return 0, 0, "", false
}

// elected returns the name of who is elected or appointed to the office from
// start to end: "har valgt Nestor Kayobera til president", "wählte X zum
// Präsidenten", "was X elected president".
func (c *chart) elected(start, end int32) (from, to int32) {
	const adjectives, late = 3, 3
	sent := c.sents[c.toks[start].sent]
	to = start
	for k := start; k > sent.start && k > start-adjectives; k-- {
		if link := c.endingAt(k, clsElectAs); link != nil {
			to = link.start
			break
		}
		if c.toks[k-1].is(capital) || c.toks[k-1].kind != wordToken {
			break
		}
	}
	verb := c.endingAt(to, clsElect)
	if verb != nil { // "was X elected president"
		to = verb.start
	}
	from, words := c.nameBefore(to)
	if words < 2 || from < sent.start {
		return 0, 0
	}
	if verb != nil || c.endingAt(from, clsElect) != nil {
		return from, to
	}
	if from-1 > sent.start {
		if t := &c.toks[from-1]; t.kind == wordToken && !t.is(capital) && c.endingAt(from-1, clsElect) != nil {
			return from, to // "å velge portugiseren X til president"
		}
	}
	for k := end; k < min(sent.end, end+late); k++ {
		if c.has(k, clsElect) {
			return from, to
		}
	}
	return 0, 0
}

// electedBy gives offices without a country or body those that the sentence
// names in front of who is elected: "Den østafrikanske domstolen (EACJ) har
// valgt X til president". Where it names none they are of a body that no list
// has, and not of the article's country.
func (c *chart) electedBy(all []office, name int32) {
	sent := c.sents[c.toks[name].sent]
	for i := range all {
		o := &all[i]
		if o.country != "" || o.org != "" || o.party {
			continue
		}
		for k := sent.start; k < name; k++ {
			if e := c.startingAt(k, clsCountry, clsOrg, clsSeat); e != nil {
				o.serve(c.value(e))
				break
			}
			if t := &c.toks[k]; t.char == '(' && k+2 < name && c.toks[k+2].char == ')' && c.toks[k+1].is(allCaps) {
				o.org = c.nameText(k+1, k+2)
				break
			}
		}
		o.bare = o.country == "" && o.org == ""
	}
}

// beforeOrigin returns the token behind a name whose party and country stand
// in front of token i: "Hans Wallmark (M) fra Sverige ble valgt".
func (c *chart) beforeOrigin(i int32) int32 {
	if e := c.endingAt(i, clsCountry); e != nil {
		if link := c.endingAt(e.start, clsOfficeOf, clsLocative); link != nil {
			i = link.start
		}
	}
	if i > 2 && c.toks[i-1].char == ')' && c.toks[i-3].char == '(' {
		i -= 3
	}
	return i
}

// nameOfRelative returns the name that a relative pronoun close in front of a
// copula at token i stands for: "Shin Won-sik, som siden 12. august har vært
// sikkerhetsrådgiver".
func (c *chart) nameOfRelative(i int32) (from, to int32) {
	const near = 5
	for k, n := i-1, 0; k > 0 && n < near && c.toks[k].sent == c.toks[i].sent; k-- {
		if c.has(k, clsRelativePronoun) {
			if to := k; c.toks[k-1].char == ',' || c.toks[k-1].is(capital) {
				if c.toks[k-1].char == ',' {
					to--
				}
				if from, words := c.nameBefore(to); words > 1 {
					return from, to
				}
			}
			return 0, 0
		}
		if c.named[k] || c.toks[k].kind == punctToken && !c.taken[k] {
			return 0, 0
		}
		if !c.taken[k] {
			n++
		}
	}
	return 0, 0
}

// listedEnd returns where a name ends that the list knows from its beginning:
// it may go on over a word in small letters ("Lula da Silva"), or what stands
// behind is no part of it ("Aleksandr Lukaşenko Meijiang Kongre …").
func (c *chart) listedEnd(from, to int32) int32 {
	listed := func(end int32) bool {
		var room [4]people.Ref
		return len(people.Spelled(room[:0], c.nameText(from, end))) > 0
	}
	sent := c.toks[from].sent
	if int(to)+1 < len(c.toks) && c.toks[to+1].sent == sent && c.toks[to].kind == wordToken && !c.toks[to].is(capital) && c.toks[to+1].is(capital) &&
		c.toks[to-1].end == c.toks[to-1].stem && listed(to+2) {
		return to + 2
	}
	if int(to) < len(c.toks) && c.toks[to].sent == sent && c.toks[to].is(capital) && c.has(to, clsCountry) && listed(to+1) {
		return to + 1 // "Luís Montenegro"
	}
	if to-from < 3 || listed(to) {
		return to
	}
	for end := to - 1; end >= from+2; end-- {
		if c.toks[end-1].kind == wordToken && listed(end) {
			return end
		}
	}
	return to
}

// plausible refuses single words that are no surname where nothing but their
// capital speaks for them.
func (c *chart) plausible(from, to int32, words int, apart bool) bool {
	if !c.pack.NounCapitals && c.roles[c.toks[from].block] == roleTitle && c.titleCase(from) && !c.book.name(c.nameText(from, to)).known() {
		return false // in a headline of capitals the verb behind a name looks like one
	}
	if words > 1 {
		return (!c.toks[from].is(allCaps) || !c.allCapitals(from)) && !(apart && c.largeCity(from, to))
	}
	t := &c.toks[from]
	if t.stem-t.start < 2 || t.is(allCaps) && t.stem-t.start > 3 {
		return false
	}
	if people.HasWord(names.Hash(names.AppendFold(nil, c.nameText(from, to)))) {
		return true
	}
	if end, refs := c.cityAt(from); len(refs) > 0 && end >= to { // and not the first half of "Keller-Sutter"
		return false
	}
	if t.words[0] != 0 || c.pack.NounCapitals && !c.bareOffice(from) && !c.foreignSurname(from) {
		return apart
	}
	return c.pack.NounCapitals || c.witness == nil || c.witnessed(from, to)
}

// largeCity reports that a name of several words is that of a large city, and of
// nobody on the list: "der Provinz Buenos Aires, die Bürgermeister von …".
func (c *chart) largeCity(from, to int32) bool {
	const large = 500_000
	end, refs := c.cityAt(from)
	return end == to && slices.ContainsFunc(refs, func(r gazetteer.CityRef) bool { return r.City().Population >= large }) &&
		len(people.Spelled(nil, c.nameText(from, to))) == 0
}

// bareOffice reports that the office that ends in front of a token has no
// article: "Landesrat Gruber", but not "gab der Präsident Interviews".
func (c *chart) bareOffice(name int32) bool {
	e := c.endingAt(name, clsOffice)
	return e != nil && c.endingAt(e.start, clsArticle, clsNationality, clsPossessive) == nil
}

// foreignSurname reports that a word behind "der tschechische Ministerpräsident"
// ends like no common noun, [suffixes] common-noun: "Vondra", but not "Interviews".
func (c *chart) foreignSurname(name int32) bool {
	e := c.endingAt(name, clsOffice)
	if e == nil || c.endingAt(e.start, clsNationality) == nil {
		return false
	}
	word := string(c.folded(&c.toks[name]))
	return !slices.ContainsFunc(c.pack.Suffixes["common-noun"], func(s string) bool { return strings.HasSuffix(word, s) })
}

// witnessed asks the witness of names about tokens from to to, in the words
// around them.
func (c *chart) witnessed(from, to int32) bool {
	const around = 8
	s := c.sents[c.toks[from].sent]
	start, end := c.span(max(s.start, from-around), min(s.end, to+around))
	a, b := c.span(from, to)
	return c.witness.Person(c.text[start:end], a-start, b-start)
}

// allCapitals reports a sentence in capitals.
func (c *chart) allCapitals(i int32) bool {
	return c.askOnce(c.shouted, i, (*chart).inCapitals)
}

func (c *chart) inCapitals(s sentence) bool {
	for k := s.start; k < s.end; k++ {
		if c.toks[k].kind == wordToken && !c.toks[k].is(allCaps) && c.toks[k].end-c.toks[k].start > 1 {
			return false
		}
	}
	return true
}

// skipHonorifics returns the token behind titles: "H.E. Dr.", "Sayın".
func (c *chart) skipHonorifics(at, sent int32) int32 {
	for int(at) < len(c.toks) && c.toks[at].sent == sent {
		e := c.startingAt(at, clsHonorific)
		if e == nil {
			break
		}
		at = e.end
		if int(at) < len(c.toks) && c.toks[at].char == '.' && !c.toks[at].is(spaceBefore) {
			at++
		}
	}
	return at
}

// skipBrackets returns the token behind brackets right at a token.
func (c *chart) skipBrackets(at, sent int32) int32 {
	if int(at) >= len(c.toks) || c.toks[at].char != '(' {
		return at
	}
	for k := at; k < at+6 && int(k) < len(c.toks) && c.toks[k].sent == sent; k++ {
		if c.toks[k].char == ')' {
			return k + 1
		}
	}
	return at
}

// shorterName drops the last word of a name.
func (c *chart) shorterName(from, to int32) int32 {
	for to--; to > from && (c.toks[to-1].kind != wordToken || !c.toks[to-1].is(capital)); to-- {
	}
	return to
}
