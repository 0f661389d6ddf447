package extract

import "extract/extract/packs"

// shortestVerb is how many bytes a verb needs to be told by its ending,
// shortestLast where it ends a sentence.
const shortestVerb, shortestLast = 6, 4

// tenseEndings are endings that only verbs have and that tell their tense:
// [suffixes] tense-past, tense-future, tense-present of a pack. Those of
// tense-past-last nouns have too, but not where a sentence ends.
type tenseEndings struct {
	*endingTrie
	// By node of the trie: -1 past, 1 future, 2 present, 0 where none begins.
	tenses, last []int8
}

// newTenseEndings reads the endings of a pack. Where one is in two lists, the
// present goes before the past and that before the future.
func newTenseEndings(p *packs.Pack) *tenseEndings {
	lists := []struct {
		name  string
		tense int8
		last  bool
	}{{"tense-past-last", -1, true}, {"tense-future", 1, false}, {"tense-past", -1, false}, {"tense-present", 2, false}}
	var all []string
	for _, list := range lists {
		all = append(all, p.Suffixes[list.name]...)
	}
	t := &tenseEndings{endingTrie: newEndingTrie(all)}
	t.tenses, t.last = make([]int8, len(t.ends)), make([]int8, len(t.ends))
	for _, list := range lists {
		to := t.tenses
		if list.last {
			to = t.last
		}
		for _, s := range p.Suffixes[list.name] {
			folded, node := appendFold(nil, s), 0
			for i := len(folded) - 1; i >= 0; i-- {
				node = t.before(node, folded[i])
			}
			to[node] = list.tense
		}
	}
	return t
}

// tenseClasses are those of words that tell a tense by themselves.
var tenseClasses = classesOf(clsTense, clsParticiple)

// tense returns the tense that the word at a token tells: -1 past, 1 future,
// 2 present, 0 for none.
func (c *chart) tense(i int32) int8 {
	c.markTenses(c.toks[i].sent)
	return c.tenses[i]
}

// markTenses notes at each token of sentence n the tense that it tells, as a part
// of the longest form that it stands in: "held" alone is past, "to be held"
// future. It reports whether one tells any, and looks once.
func (c *chart) markTenses(n int32) bool {
	const none, some = 1, 2
	if c.tensed[n] != 0 {
		return c.tensed[n] == some
	}
	c.tensed[n] = none
	s, before := c.sents[n], int8(0)
	for i := s.start; i < s.end; {
		tense, end := c.tenseForm(i, before)
		for ; i < min(end, s.end); i++ {
			c.tenses[i] = tense
		}
		if before = tense; tense != 0 {
			c.tensed[n] = some
		}
	}
	return c.tensed[n] == some
}

// tenseForm returns the tense that a word tells behind one that tells before, and
// where the form ends in which it does.
func (c *chart) tenseForm(i int32, before int8) (tense int8, end int32) {
	if t := &c.toks[i]; !c.starts[i].meets(&tenseClasses) && (t.kind != wordToken || t.end == t.stem && c.capitalised(i)) {
		return 0, i + 1 // nor does its ending tell any
	}
	e := c.find(i, clsTense)
	switch {
	case e == nil && c.has(i, clsParticiple):
		return -1, i + 1
	case e == nil:
		if tense = c.verbTense(i); tense != 0 && before == 1 {
			tense = 1 // "will be expanded"
		}
		return tense, i + 1
	case e.end == i+1 && c.pack.NounCapitals && c.toks[i].is(capital) && i > 0 && !c.toks[i].is(sentenceStart) && c.toks[i-1].kind != punctToken:
		return 0, e.end // "mit 389 Stimmen": a noun
	}
	switch c.value(e) {
	case "future":
		tense = 1
	case "past":
		if tense = -1; before == 1 {
			tense = 1 // "will be decided"
		}
	case "announced": // "Ali to receive Holness on Friday"; elsewhere it is what somebody wants
		if c.roles[c.toks[i].block] == roleTitle {
			tense = 1
		}
	case "through": // "is to be adopted"
		if before == 1 {
			tense = 1
		}
	case "present":
		if tense = 2; before == 1 {
			tense = 1 // "will take place"
		}
	case "ongoing": // "was opened" says of the meeting that it goes on, of the day that it has passed
		tense = c.verbTense(i)
	}
	return tense, e.end
}

// ofMainVerb reports a verb that has the tense of the last one of its sentence:
// "açarken", when he opened.
func (c *chart) ofMainVerb(i int32) bool {
	t := &c.toks[i]
	return c.pack.ofMain >= 0 && t.kind == wordToken && !t.is(capital) && t.end == t.stem && t.stem-t.start >= shortestVerb && c.endsIn(i, c.pack.ofMain) && !c.has(i, clsStopword)
}

// mainTense is the tense of the last verb of a sentence that tells one.
func (c *chart) mainTense(s sentence) int {
	for k := s.end - 1; k >= s.start; k-- {
		if c.tense(k) != 0 {
			return int(c.tense(k))
		}
	}
	return 0
}

// closingQuote returns the mark that ends a quotation which begins at token i,
// i where none does.
func (c *chart) closingQuote(i, end int32) int32 {
	if !c.toks[i].is(spaceBefore) {
		return i
	}
	for k := i + 1; k < end; k++ {
		if t := &c.toks[k]; t.char == '"' && !t.is(spaceBefore) {
			return k
		}
	}
	return i
}

// capitalised reports a capital that sets a word apart from those around it, as
// in a headline in capitals none does.
func (c *chart) capitalised(i int32) bool {
	t := &c.toks[i]
	return t.is(capital) && !(t.is(allCaps) && c.allCapitals(i))
}

// verbTense returns the tense that the longest such ending of the word at
// a token tells, 0 for none.
func (c *chart) verbTense(at int32) int8 {
	t := &c.toks[at]
	if t.end > t.stem && t.kind == wordToken && c.pack.copulaPast >= 0 && c.endsIn(at, c.pack.copulaPast) {
		return -1 // "Tiran'daydı"
	}
	if t.end > t.stem && t.kind == wordToken && c.pack.copulaPresent >= 0 && c.endsIn(at, c.pack.copulaPresent) && c.closesSentence(at) {
		return 2 // "Zirve mayısta Astana'da."
	}
	if t.kind != wordToken || t.end > t.stem || t.stem-t.start < shortestLast || c.capitalised(at) {
		return 0
	}
	word, of := c.folded(t), c.pack.tenses
	node, tense := 0, int8(0)
	for i := len(word) - 1; i >= 2; i-- { // two letters at least are in front
		if node = of.before(node, word[i]); node == 0 {
			break
		}
		if v := of.tenses[node]; v != 0 && t.stem-t.start >= shortestVerb {
			tense = v
		} else if v := of.last[node]; v != 0 && c.closesSentence(at) {
			tense = v
		}
	}
	return tense
}

// closesSentence reports that nothing but marks stands behind a token in its
// sentence, or in what is quoted.
func (c *chart) closesSentence(i int32) bool {
	if c.has(i, clsNumber) {
		return false
	}
	for i++; i < c.sents[c.toks[i-1].sent].end; i++ {
		switch t := &c.toks[i]; {
		case t.char == '"' || t.char == ';':
			return true
		case t.kind != punctToken || t.char == '-' || t.char == ',' || t.char == '(':
			return false
		}
	}
	return true
}

// tenseWord is the value of the word of tense at token k, listed or told by
// its ending; "" for none.
func (c *chart) tenseWord(k int32) string {
	if e := c.startingAt(k, clsTense); e != nil {
		return c.value(e)
	}
	switch c.verbTense(k) {
	case 1:
		return "future"
	case -1:
		return "past"
	}
	return ""
}

// tenseAt tells the tense of the clause around tokens from to to: that of the
// nearest word of tense in the sentence, one in front of it before one behind;
// what stands beyond a comma or in another clause is further away.
func (c *chart) tenseAt(from, to int32) int {
	const comma, clause, behind = 3, 8, 3
	if !c.markTenses(c.toks[from].sent) {
		return 0
	}
	s := c.sents[c.toks[from].sent]
	left, right := from-1, to
	costLeft, costRight := int32(0), int32(behind)
	if c.pack.BodyFirst {
		costLeft, costRight = behind, 0 // the verb stands behind what it tells of
	}
	parted, apart := false, false // by a comma, from what stands behind and in front
	for left >= s.start || right < s.end {
		at := &left
		if left < s.start || right < s.end && costRight < costLeft {
			at = &right
		}
		i, cost, step := *at, &costLeft, int32(-1)
		if at == &right {
			cost, step = &costRight, 1
		}
		if t := c.tense(i); t != 0 && !(c.taken[i] && c.has(i, clsCurrency)) { // the won of Korea
			if t < 0 && step > 0 && parted && c.tenseBefore(left, s.start) == 1 {
				return 1 // "They will go in August, the council decided on Monday"
			}
			if t > 0 && step > 0 && parted && c.pastRelative(from, s.start) {
				return -1 // "The council, which sat in August, will decide"
			}
			return int(t)
		} else if c.has(i, clsTense) && (step > 0 && !parted || step < 0 && !apart) && c.perfect(i, to, s.end) {
			return -1 // "Er hat am Montag den Vertrag unterzeichnet, der bis 2030 gilt"
		} else if step > 0 && c.ofMainVerb(i) {
			return c.mainTense(s)
		}
		*at += step
		if !c.taken[i] {
			*cost++ // other figures lengthen a clause, but part nothing
		}
		switch t := &c.toks[i]; t.char {
		case '"':
			// What somebody says on a day has a tense of its own.
			if step > 0 {
				right = max(right, c.closingQuote(i, s.end)+1)
			}
			*cost += comma
		case ',', ';', ':', '(', ')', '-':
			// Not the comma of a number or the hyphen of a compound.
			if t.is(spaceBefore) || i+1 < s.end && c.toks[i+1].is(spaceBefore) {
				*cost += comma
				parted = parted || step > 0 && t.char == ','
				apart = apart || step < 0 && t.char == ','
			}
		case 0:
			if c.find(i, clsClause) != nil || step > 0 && c.conjunction(i) && i+1 < s.end && c.tense(i+1) != 0 {
				*cost += clause // "… in February and should return": another predicate
			}
		}
	}
	return 0
}

// perfect reports the auxiliary of a perfect, which tells of the past in its own
// clause, which goes on from token from: "hat zugesagt, am Freitag zu kommen" and "hat
// für Freitag eine Sitzung angekündigt" do not.
func (c *chart) perfect(i, from, end int32) bool {
	e := c.startingAt(i, clsTense)
	if e == nil || c.value(e) != "perfect" {
		return false
	}
	for k := from; k < end && !c.comma(k); k++ {
		if c.tense(k) == 1 {
			return false
		}
	}
	return true
}

// pastRelative reports a relative clause that tells of the past in front of token
// from, with no comma between its verb and the token.
func (c *chart) pastRelative(from, start int32) bool {
	const far = 16
	past := false
	for i := from - 1; i >= start && i >= from-far; i-- {
		if c.toks[i].char == ',' {
			return past && c.has(i+1, clsRelativePronoun)
		}
		past = past || c.tense(i) < 0
		if c.tense(i) > 0 {
			return false
		}
	}
	return false
}

// tenseBefore is the tense of the nearest word of one between tokens start and i.
func (c *chart) tenseBefore(i, start int32) int8 {
	for ; i >= start; i-- {
		if c.tense(i) != 0 {
			return c.tense(i)
		}
	}
	return 0
}

// tenseOf returns the tense of the first word of one in sentence n: 1 of what is
// to come, the present among it.
func (c *chart) tenseOf(n int32) int {
	if int(n) >= len(c.sents) || !c.markTenses(n) {
		return 0
	}
	for i := c.sents[n].start; i < c.sents[n].end; i++ {
		switch t := c.tense(i); {
		case t > 0:
			return 1
		case t < 0:
			return -1
		}
	}
	return 0
}
