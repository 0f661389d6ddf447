package extract

// Which sitting an ordinal without a noun goes on from.

// spokenOf returns the last sitting of the kind that the sentence before speaks
// of without a number, for an ordinal that opens a sentence and has a date or
// place: "… that the summit be held every second year. The second will be …".
func (c *chart) spokenOf(found []sitting, i, to int32) *sitting {
	sent := c.toks[i].sent
	if i-c.sents[sent].start > 1 || sent == 0 || !c.datedOrPlaced(to) {
		return nil
	}
	before := c.sents[sent-1]
	if c.toks[before.start].block != c.toks[i].block && !c.answers(i) {
		return nil
	}
	for k := before.end - 1; k >= before.start; k-- {
		noun := c.startingAt(k, clsSessionNoun)
		if noun == nil {
			continue
		}
		for n := len(found) - 1; n >= 0; n-- {
			if s := &found[n]; s.from < i && s.kind == c.value(noun) {
				return s
			}
		}
	}
	return nil
}

// firstOfSeveral reads the first of sittings of which the sentence before speaks
// without a number, where its place or date stands right behind it: "Die
// Folgetreffen waren zäher. Das erste in Belgrad endete ohne Ergebnis".
func (c *chart) firstOfSeveral(i, to int32) (sitting, bool) {
	before, ok := c.sentenceBefore(i)
	if !ok || i-c.sents[c.toks[i].sent].start > 1 || c.has(to, clsTense, clsCopula) || !c.toldWhen(to) {
		return sitting{}, false
	}
	at := to
	if e := c.startingAt(at, clsLocative, clsStopword, clsOfficeOf); e != nil {
		at = e.end
	}
	if end, refs := c.cityAt(at); len(refs) > 0 {
		at = end
	} else if e := c.startingAt(at, clsDate); e != nil {
		at = e.end
	}
	if int(at) >= len(c.toks) || c.toks[at].kind != punctToken && (c.tense(at) == 0 || c.pack.NounCapitals && !c.lowerAlone(at)) {
		return sitting{}, false // "der erste in Bonn gewählte Präsident"
	}
	for k := before.start; k < before.end; k++ {
		if e := c.startingAt(k, clsSessionNoun); e != nil && !c.has(k, clsAnniversary, clsNotSession) && c.endingAt(k, clsRank) == nil {
			return sitting{chart: c, from: i, to: to, number: 1, kind: c.value(e), numberTo: to, nounFrom: to, phraseFrom: i, phraseTo: to, elliptic: 1, rule: "ordinal-alone"}, true
		}
	}
	return sitting{}, false
}

// nextOfCounted reads the sitting behind those that its sentence, or the one before,
// has counted: "De har hatt tre forhandlingsrunder, og den fjerde er i mai".
func (c *chart) nextOfCounted(i, to int32, v int64) (sitting, bool) {
	const near = 3 // words between the number and the noun
	if i == 0 || !c.has(i-1, clsArticle, clsStopword) || !c.datedOrPlaced(to) {
		return sitting{}, false
	}
	start := c.sents[c.toks[i].sent].start
	if before, ok := c.sentenceBefore(i); ok {
		start = before.start
	}
	for k := c.next(clsSessionNoun, start, i); k < i; k = c.next(clsSessionNoun, k+1, i) {
		e := c.startingAt(k, clsSessionNoun)
		if c.has(k, clsAnniversary, clsNotSession) {
			continue
		}
		for n := max(start, k-near); n < k; n++ {
			num := c.startingAt(n, clsCardinal)
			if num == nil || c.taken[n] {
				continue
			}
			if count, ok := c.nums[num.ref].dec.Int64(); ok && count == v-1 {
				return sitting{chart: c, from: i, to: to, number: int(v), kind: c.value(e), numberTo: to, nounFrom: to, phraseFrom: i, phraseTo: to, elliptic: int(count), rule: "ordinal-alone"}, true
			}
		}
	}
	return sitting{}, false
}

// countedOn returns the sitting that an ordinal at the beginning of a sentence
// counts on from: an earlier one of its paragraph where the clause says when or
// where, the one of the number before where it opens an entry of a list.
func (c *chart) countedOn(found, more []sitting, i, to int32, v int) *sitting {
	sent := c.sents[c.toks[i].sent]
	if v < 2 {
		return nil
	}
	if c.nextInFront(i) { // "det neste, det niende,"
		for _, list := range [][]sitting{more, found} {
			for k := len(list) - 1; k >= 0; k-- {
				if s := &list[k]; s.from < i && s.number == v-1 {
					return s
				}
			}
		}
	}
	if i-sent.start > 1 {
		return nil
	}
	opens := sent.start == 0 || c.toks[sent.start-1].block != c.toks[i].block
	if !opens && (!c.has(to, clsTense, clsCopula) || !c.datedOrPlaced(to)) {
		return nil
	}
	var last *sitting
	for _, list := range [][]sitting{found, more} {
		for k := range list {
			if s := &list[k]; s.from < i && s.number != v && !c.onSidelines(s.from) && (opens && s.number == v-1 || !opens && c.toks[s.from].block == c.toks[i].block && s.number <= v+1) && (last == nil || s.from > last.from) {
				last = s
			}
		}
	}
	return last
}

// besideOther returns the sitting that an ordinal counts on from whose sentence speaks
// of another one in front of it: "komisyonun bir önceki toplantısının 2023'te yapıldığını
// hatırlatarak 11'incisinin …", paragraphs behind the tenth.
func (c *chart) besideOther(found []sitting, i int32, v int) *sitting {
	const skipped = 2
	sent := c.sents[c.toks[i].sent]
	for k := c.next(clsSessionNoun, sent.start, i); k < i; k = c.next(clsSessionNoun, k+1, i) {
		if c.endingAt(k, clsOtherSitting) == nil {
			continue
		}
		kind := c.value(c.startingAt(k, clsSessionNoun))
		for n := len(found) - 1; n >= 0; n-- {
			if s := &found[n]; s.from < i && s.kind == kind && s.number != v && distance(s.number, v) <= skipped {
				return s
			}
		}
	}
	return nil
}

// ofBodySpokenOf returns the last sitting of the body that the sentence before speaks
// of, where an ordinal opens the next one and is told when or where: "Konseyin tarihi
// uzun. Birincisi 14 Mayıs 2010'da Atina'da yapıldı".
func (c *chart) ofBodySpokenOf(found, counted []sitting, i, to int32) *sitting {
	before, ok := c.sentenceBefore(i)
	if !ok || i-c.sents[c.toks[i].sent].start > 1 || !c.datedOrPlaced(to) {
		return nil
	}
	for k := c.next(clsBody, before.start, before.end); k < before.end; k = c.next(clsBody, k+1, before.end) {
		body := c.value(c.startingAt(k, clsBody))
		if !definedBodies[body] {
			continue
		}
		for _, list := range [][]sitting{found, counted} {
			for n := len(list) - 1; n >= 0; n-- {
				if s := &list[n]; s.from < k {
					if own := c.definedBody(s); own != nil && c.value(own) == body {
						return s
					}
				}
			}
		}
	}
	return nil
}

// nextInChronology returns the sitting before the one of number v, where the
// paragraph of token i begins with a date and goes on counting: "July 2022 – The
// fourth, in Cholpon-Ata".
func (c *chart) nextInChronology(found, more []sitting, i int32, v int) *sitting {
	const far = 4 // paragraphs
	block := c.toks[i].block
	if !c.opensWithDate(i) {
		return nil
	}
	for _, list := range [][]sitting{more, found} {
		for k := len(list) - 1; k >= 0; k-- {
			if s := &list[k]; s.from < i && s.number == v-1 && block-c.toks[s.from].block <= far {
				return s
			}
		}
	}
	return nil
}

// nextOfSeries returns the sitting that an ordinal with an article counts on from
// in a look back over several, where its sentence says when or where: "was the star
// of the fifth, held in Port of Spain", two paragraphs behind the third.
func (c *chart) nextOfSeries(found, more []sitting, i, to int32, v int) *sitting {
	const far, skipped = 3, 2 // paragraphs; one of the series may go without its number
	if c.betweenCommas(i, to) && c.placedIn(c.sents[c.toks[i].sent]) {
		for _, list := range [2][]sitting{more, found} { // "in Brussels in July 2023, at the third, most were there"
			for k := len(list) - 1; k >= 0; k-- {
				if s := &list[k]; s.from < i && distance(s.number, v) == 1 && c.toks[i].block-c.toks[s.from].block <= far {
					return s
				}
			}
		}
	}
	if v <= few || i == 0 || !c.has(i-1, clsArticle, clsStopword) || c.toks[i-1].sent != c.toks[i].sent || !c.placedIn(c.sents[c.toks[i].sent]) {
		return nil
	}
	if int(to) < len(c.toks) && c.toks[to].sent == c.toks[i].sent && c.toks[to].kind != punctToken && !c.dateAt(to) && !c.has(to, clsTense, clsCopula, clsLocative) {
		return nil
	}
	var last *sitting
	for _, list := range [2][]sitting{found, more} {
		for k := range list {
			if s := &list[k]; s.from < i && s.number < v && v-s.number <= skipped && c.toks[i].block-c.toks[s.from].block <= far && (last == nil || s.from > last.from) {
				last = s
			}
		}
	}
	return last
}

// betweenCommas reports an ordinal with its article, and perhaps a preposition, that
// commas part from the rest of the sentence: ", at the third,".
func (c *chart) betweenCommas(i, to int32) bool {
	if int(to) >= len(c.toks) || !c.comma(to) || i < 2 || !c.has(i-1, clsArticle, clsStopword) {
		return false
	}
	i--
	if c.has(i-1, clsLocative) {
		i--
	}
	return i > 0 && c.comma(i-1) && c.toks[i-1].sent == c.toks[to].sent
}

// placedIn reports that a sentence names a day, month or year, and a city.
func (c *chart) placedIn(s sentence) bool {
	placed, dated := false, false
	for k := s.start; k < s.end && !(placed && dated); k++ {
		dated = dated || c.dateAt(k)
		if !placed && c.toks[k].is(capital) && !c.inName(k) {
			_, refs := c.cityAt(k)
			placed = len(refs) > 0
		}
	}
	return placed && dated
}

// opensWithDate reports that the paragraph of token i begins with a date.
func (c *chart) opensWithDate(i int32) bool {
	return c.dateAt(c.sents[c.firstSentence(i)].start)
}

// nextInFront reports that a word for another sitting and a comma stand in front
// of an ordinal and its article: "the next one, the ninth".
func (c *chart) nextInFront(i int32) bool {
	const near = 4
	for k := i - 1; k >= max(0, i-near) && c.toks[k].sent == c.toks[i].sent; k-- {
		if c.toks[k].char == ',' {
			e := c.endingAt(k, clsOtherSitting)
			if e == nil {
				e = c.endingAt(k-1, clsOtherSitting) // "the next one,"
			}
			return e != nil
		}
	}
	return false
}
