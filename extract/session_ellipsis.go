package extract

import (
	"slices"
	"sort"
	"strings"
)

// ellipses finds the sittings whose noun is left out, behind one that has it:
// "the 25th in 2020", "det 17. i rekken".
func (c *chart) ellipses(found, counted []sitting) []sitting {
	var more []sitting
	behind := int32(1) // the token behind what was found last
	for _, i := range c.sessions {
		if i < behind {
			continue
		}
		e := c.rankOfRow(i)
		if e == nil {
			e = c.romanAlone(i)
		}
		if e == nil || c.taken[i] || c.inName(i) || c.sat[i] {
			continue
		}
		v, ok := c.nums[e.ref].dec.Int64()
		if !ok || v < 1 || v > 999 {
			continue
		}
		to := e.end
		if n := c.startingAt(to, clsEdition); n != nil && !c.has(n.end, clsOfficeOf) {
			to = n.end // "the 11th edition"
		}
		row := c.has(to, clsSessionRow)
		if !row && !c.ordinalOf(e.end-1) && (!c.noNoun(to) && !c.dateAt(to) || !c.has(i-1, clsStopword, clsOfficeOf, clsLocative, clsNumberAnd, clsAnd)) {
			continue
		}
		if v <= few && !c.ordinalOf(e.end-1) && c.has(i-1, clsPossessive) {
			continue // "Sein erster fand 2021 statt": the first one that he went to
		}
		if i > 1 && c.toks[i].kind == digitToken && c.toks[i-2].kind == digitToken && c.endingAt(i-1, clsRank) == nil && !c.conjunction(i-1) && !c.has(i-1, clsArticle) {
			continue // "med 41 mot 33."
		}
		if c.ordinalOf(e.end-1) && c.ofAnotherNoun(i) {
			continue // "tatbikatının kırkıncısı": the fortieth of the exercise
		}
		if row || c.apposed(i, to) || v > few && c.predicated(i, to) {
			if s, ok := c.nounOfRow(i, to, int(v)); ok {
				more = append(more, s)
				behind = to
				continue
			}
		}
		// "A second one" is another one of whatever it is.
		if v == 1 && !c.toldWhen(c.behindRow(to)) || v <= few && c.has(i-1, clsFractionOne) || v <= few && !row && c.onlyPlaced(to) && !c.goesOnFrom(found, i, int(v)) {
			continue
		}
		prev := c.sittingBefore(counted, i, row)
		if prev == nil {
			prev = c.sittingBefore(found, i, row)
		}
		if prev != nil && c.onSidelines(prev.from) {
			if in := c.sittingBefore(found, prev.from, row); in != nil && c.toks[in.from].sent == c.toks[prev.from].sent {
				prev = in // "the first one, on the sidelines of the 2nd ASEM summit. The second …"
			}
		}
		if prev == nil {
			prev = c.sittingBefore(more, i, row)
		}
		if prev == nil {
			prev = c.spokenOf(found, i, to)
		}
		if prev == nil {
			prev = c.countedOn(found, more, i, to, int(v))
		}
		if prev == nil {
			prev = c.nextInChronology(found, more, i, int(v))
		}
		if prev == nil {
			prev = c.nextOfSeries(found, more, i, to, int(v))
		}
		if prev == nil && c.ordinalOf(e.end-1) {
			if prev = c.besideOther(found, i, int(v)); prev == nil {
				prev = c.ofBodySpokenOf(found, counted, i, to)
			}
		}
		if prev == nil && v == 1 {
			if s, ok := c.firstOfSeveral(i, to); ok {
				more = append(more, s)
				behind = to
				continue
			}
		}
		if prev == nil && v > 1 {
			if s, ok := c.nextOfCounted(i, to, v); ok {
				more = append(more, s)
				behind = to
				continue
			}
		}
		if near := c.numberedNear(found, prev, i, int(v)); near != nil {
			prev = near
		}
		if prev == nil || prev.number == int(v) || v <= 2 && enumerated(found, prev) {
			continue
		}
		more = append(more, sitting{chart: c, from: i, to: to, number: int(v), kind: prev.kind, numberTo: to, nounFrom: to, phraseFrom: i, phraseTo: to, elliptic: prev.number, rule: "ordinal-alone"})
		behind = to
	}
	return more
}

// onSidelines reports a sitting at token i beside which something else took place:
// "am Rande des zweiten Treffens".
func (c *chart) onSidelines(i int32) bool {
	for n := 0; n < 2 && i > 0 && c.has(i-1, clsStopword, clsArticle, clsOfficeOf); n++ {
		i--
	}
	return i > 0 && c.toks[i-1].kind == wordToken && c.endingAt(i, clsSidelines) != nil
}

// ofAnotherNoun reports a noun in the genitive in front of token i that is no
// sitting: the ordinal behind it counts that.
func (c *chart) ofAnotherNoun(i int32) bool {
	return i > 0 && c.pack.genitive >= 0 && c.toks[i-1].sent == c.toks[i].sent && !c.toks[i-1].is(capital) && c.endsIn(i-1, c.pack.genitive) &&
		!c.has(i-1, clsStopword) && c.endingAt(i, clsSessionNoun, clsBody, clsSeries, clsSeriesBody) == nil
}

// romanAlone returns a numeral of two letters and more behind an article: "the
// VII one".
func (c *chart) romanAlone(i int32) *edge {
	if t := &c.toks[i]; t.stem-t.start < 2 || !t.is(allCaps) || !c.has(i-1, clsArticle, clsStopword) {
		return nil
	}
	return c.startingAt(i, clsRoman)
}

// numberedNear returns a sitting in front of a token whose number is next to v,
// where that of the last one is far from it: behind the fifth economic summit,
// "the 33rd" is that of the 34th.
func (c *chart) numberedNear(found []sitting, last *sitting, i int32, v int) *sitting {
	const far = 5
	if last == nil || distance(last.number, v) <= far {
		return nil
	}
	for k := len(found) - 1; k >= 0; k-- {
		if s := &found[k]; s.from < i && distance(s.number, v) == 1 {
			return s
		}
	}
	return nil
}

// enumerated reports a sitting that shares its noun with another: behind "the
// 25th and the 26th meeting" the first is the 25th.
func enumerated(found []sitting, s *sitting) bool {
	return slices.ContainsFunc(found, func(o sitting) bool { return o.nounFrom == s.nounFrom && o.number != s.number })
}

// toldWhen reports that what follows a token says when or where the first of a
// series was: "the first was held in 1994", "the first in Nairobi", but not "the
// first since 2007", "the first for five years".
func (c *chart) toldWhen(i int32) bool {
	at := func(k int32) bool {
		if int(k) >= len(c.toks) {
			return false
		}
		if e := c.startingAt(k, clsDate); e != nil && c.taken[k] {
			return c.dates[e.ref].op != openDate
		}
		_, refs := c.cityAt(k)
		return len(refs) > 0 && c.toks[k].is(capital) && !c.inName(k)
	}
	if c.has(i, clsTense, clsCopula) {
		return c.datedOrPlaced(i)
	}
	if c.dateAt(i) {
		return at(i) // "seit 2021" is no 2021
	}
	if int(i)+1 < len(c.toks) && c.comma(i) && c.has(i+1, clsLocative) {
		i++ // "after the first, in Santiago in 2013"
	}
	if e := c.startingAt(i, clsLocative, clsStopword, clsOfficeOf); e != nil && at(e.end) {
		return true
	}
	return at(i)
}

// behindRow returns the token behind the words of a row and the pronoun that goes
// on about it: "the first in the row, which took place in Cairo".
func (c *chart) behindRow(i int32) int32 {
	row := c.startingAt(i, clsSessionRow)
	if row == nil {
		return i
	}
	if end := row.end; int(end)+1 < len(c.toks) && c.toks[end].char == ',' && c.has(end+1, clsRelativePronoun) {
		return end + 2
	}
	return row.end
}

// datedOrPlaced reports that a date or a city follows a token in its clause.
func (c *chart) datedOrPlaced(i int32) bool {
	const near = 8
	for k := i; k < i+near && int(k) < len(c.toks) && c.toks[k].sent == c.toks[i-1].sent && !strings.ContainsRune(";:", rune(c.toks[k].char)); k++ {
		if c.dateAt(k) {
			return true
		}
		if c.toks[k].is(capital) {
			if _, refs := c.cityAt(k); len(refs) > 0 {
				return true
			}
		}
	}
	return false
}

// onlyPlaced reports that a place follows right behind a token and no date in
// its clause: "the second in South Korea" counts those in one country.
func (c *chart) onlyPlaced(i int32) bool {
	e := c.startingAt(i, clsLocative)
	if e == nil || int(e.end) >= len(c.toks) {
		return false
	}
	if _, refs := c.cityAt(e.end); len(refs) == 0 && !c.has(e.end, clsCountry) {
		return false
	}
	for k := e.end; int(k) < len(c.toks) && c.toks[k].sent == c.toks[i-1].sent; k++ {
		if c.dateAt(k) || c.has(k, clsTense) {
			return false
		}
	}
	return true
}

// goesOnFrom reports that the sentence has the sitting of the number before in front
// of token i: "the second summit was in Lima in 2001, the third in Quebec City".
func (c *chart) goesOnFrom(found []sitting, i int32, v int) bool {
	return slices.ContainsFunc(found, func(s sitting) bool {
		return s.from < i && s.number == v-1 && c.toks[s.from].sent == c.toks[i].sent
	})
}

// rankOfRow returns the ordinal at token i, or the number of "nummer 17 i
// rekken".
func (c *chart) rankOfRow(i int32) *edge {
	if e := c.startingAt(i, clsRank); e != nil {
		return e
	}
	mark := c.startingAt(i, clsSessionNumber)
	if mark == nil {
		return nil
	}
	if num := c.startingAt(mark.end, clsInt); num != nil && c.has(num.end, clsSessionRow) {
		return num
	}
	return nil
}

// sittingBefore returns the last sitting in front of a token, of its sentence
// or the one before in one paragraph, or anywhere; nil where there is none.
func (c *chart) sittingBefore(found []sitting, token int32, anywhere bool) *sitting {
	far := int32(1) // sentences
	if e := c.startingAt(token, clsRank); e != nil && c.toks[token].kind == digitToken && c.toks[token].num > few {
		far = 3 // "Auf der 43. sprach er"
	}
	for k := sort.Search(len(found), func(k int) bool { return found[k].from >= token }) - 1; k >= 0; k-- {
		b := &c.toks[found[k].from]
		if anywhere || b.block == c.toks[token].block && c.toks[token].sent-b.sent <= far {
			return &found[k]
		}
		if c.toks[token].sent-b.sent > far {
			break
		}
	}
	return nil
}

// dateAt reports a date that begins at token i: "die vierte 2024, die dritte 2022".
func (c *chart) dateAt(i int32) bool {
	return int(i) < len(c.toks) && c.taken[i] && c.has(i, clsDate)
}

// standsBare reports that no noun follows at token i, nor behind a further number in
// a row: "am 3. in Wien", not "am 3. oder 4. Versuch".
func (c *chart) standsBare(i int32) bool {
	if int(i)+2 < len(c.toks) && (c.conjunction(i) || c.has(i, clsOr)) && c.toks[i+1].kind == digitToken && c.toks[i+2].char == '.' {
		i += 3
	}
	return c.noNoun(i) || c.lowerAlone(i)
}

// lowerAlone reports a word in small letters at token i that no noun follows, in a
// language that writes nouns with capitals: "kommt am 15. zurück", not "am 15.
// internationalen Tag". One in front of a noun that has none of [suffixes] adjective
// is a verb: "Zahlen für das dritte veröffentlicht Destatis".
func (c *chart) lowerAlone(i int32) bool {
	if !c.pack.NounCapitals || int(i) >= len(c.toks) || c.toks[i].kind != wordToken || c.toks[i].is(capital) {
		return false
	}
	if int(i)+1 >= len(c.toks) || c.toks[i+1].kind != wordToken || !c.toks[i+1].is(capital) {
		return true
	}
	word := string(c.folded(&c.toks[i]))
	return !slices.ContainsFunc(c.pack.Suffixes["adjective"], func(s string) bool { return strings.HasSuffix(word, s) })
}

// noNoun reports that no noun follows that a number could be of, and no
// further figure of it.
func (c *chart) noNoun(i int32) bool {
	if int(i) >= len(c.toks) {
		return true
	}
	t := &c.toks[i]
	if t.is(blankBefore) || t.kind == punctToken {
		goesOn := (t.char == '.' || t.char == ':' || t.char == '/') && int(i)+1 < len(c.toks) && c.toks[i+1].kind == digitToken && !c.toks[i+1].is(spaceBefore)
		dash := t.char == '-' && !(t.is(spaceBefore) && int(i)+1 < len(c.toks) && c.toks[i+1].is(spaceBefore)) // of a compound, and not between two thoughts
		return !dash && t.char != '%' && !goesOn
	}
	if t.kind == digitToken {
		return false
	}
	return c.has(i, clsStopword, clsLocative, clsTense, clsTrend, clsBoundVerb, clsBoundVerbAfter, clsOfficeOf) && !c.has(i, clsUnit, clsMonth)
}
