package extract

// What languages need that name the body in front of the number of its sitting
// (pack.toml, body_first): "Karma Ekonomik Komisyonu 12. Dönem Toplantısı".

// ordinalOf reports that the token at i is an ordinal as part of something
// named before: "ikincisi", the second of them.
func (c *chart) ordinalOf(i int32) bool {
	return c.pack.ordinalOf >= 0 && c.endsIn(i, c.pack.ordinalOf) || c.pointedEnding(i)
}

// nounFirst reads a sitting whose number stands behind its noun: "Forumu'nun
// üçüncüsü", the third of the forum.
func (c *chart) nounFirst(i, behind int32, numbers []numbered) (sitting, bool) {
	if len(numbers) != 1 || !c.ordinalOf(behind-1) {
		return sitting{}, false
	}
	noun := c.endingAt(i, clsSessionNoun)
	if noun == nil || c.noSession(noun.start, noun) != "" {
		return sitting{}, false
	}
	return sitting{chart: c, from: noun.start, to: behind, number: numbers[0].value, kind: c.value(noun), numberTo: behind, nounFrom: noun.start, rule: "noun-ordinal", phraseFrom: noun.start, phraseTo: behind}, true
}

// distance is how far two numbers are from each other.
func distance(a, b int) int { return max(a-b, b-a) }
