package extract

// definition is a body that the text gives an abbreviation: "the Joint
// Ministerial Commission (JMC)". Its sittings are counted by that: "the 8th JMC".
type definition struct {
	from, to int32  // its words, with the bracket
	kind     string // of its sittings
}

// definedBodies are the bodies that meet under a number of their own; those of a
// parliament or a party are counted by their terms.
var definedBodies = map[string]bool{"committee": true, "commission": true, "council": true, "working-group": true, "dialogue": true, "mechanism": true}

// bracket is how many tokens an abbreviation in brackets has.
const bracket = 3

// maxDefined bounds the words that an abbreviation in brackets stands for.
const maxDefined = 8

// abbreviation reports a word that may be the abbreviation of a body.
func (t *token) abbreviation() bool {
	return t.kind == wordToken && t.is(allCaps) && t.stem-t.start <= 8
}

// sittingDefined reads the sitting of a body that is counted by its abbreviation:
// the words behind an ordinal at token i.
func (c *chart) sittingDefined(found []sitting, i int32, numbers []numbered) (sitting, bool) {
	if int(i) >= len(c.toks) || c.pack.BodyFirst || !c.toks[i].abbreviation() || c.toks[i].is(blankBefore) || c.has(i, clsSeriesCode, clsOrg) {
		return sitting{}, false
	}
	def, ok := c.definedAt(i)
	if !ok {
		return sitting{}, false
	}
	num := numbers[len(numbers)-1]
	s := sitting{chart: c, from: num.from, to: i + 1, number: num.value, kind: def.kind, numberTo: i, nounFrom: i, phraseFrom: def.from, phraseTo: def.to, rule: "ordinal-defined", row: true}
	if n := c.startingAt(i+1, clsSessionNoun); n != nil && c.toks[i+1].sent == c.toks[i].sent {
		s.to, s.kind = n.end, c.value(n) // "the 8th JMC meeting"
	} else if int(i)+1 < len(c.toks) && !c.noNoun(i+1) && c.verbTense(i+1) >= 0 && (!c.pack.NounCapitals || c.toks[i+1].kind != wordToken || c.toks[i+1].is(capital)) {
		return sitting{}, false // "the 8th JMC report", "der 8. GWA-Bericht"
	}
	for k := len(found) - 1; k >= 0; k-- {
		if f := &found[k]; f.from <= def.from && def.to-bracket <= f.to {
			s.kind, s.elliptic = f.kind, f.number // the bracket is inside or behind "the 5th Joint Trade Committee (JTC) meeting"
			break
		}
	}
	return s, true
}

// definedAt returns what the abbreviation at token i stands for. The brackets of
// the page are looked through once, when the first is asked for.
func (c *chart) definedAt(i int32) (definition, bool) {
	if !c.definedAsked {
		c.definedAsked = true
		c.defined = map[uint64]definition{}
		for k := int32(1); int(k)+2 < len(c.toks); k++ {
			if c.toks[k].char != '(' || !c.toks[k+1].abbreviation() || c.toks[k+2].char != ')' {
				continue
			}
			if def, ok := c.definition(k); ok {
				if _, twice := c.defined[c.toks[k+1].hash]; !twice {
					c.defined[c.toks[k+1].hash] = def
				}
			}
		}
	}
	def, ok := c.defined[c.toks[i].hash]
	return def, ok
}

// definition reads the words in front of the bracket at token i: from the
// nearest that has the first letter of the abbreviation and a body behind it.
func (c *chart) definition(i int32) (definition, bool) {
	def := definition{kind: "meeting", to: i + 3}
	letter := c.folded(&c.toks[i+1])
	body, kind := false, ""
	for k := i - 1; k >= max(0, i-maxDefined); k-- {
		t := &c.toks[k]
		if t.sent != c.toks[i].sent || t.kind != wordToken && t.char != '-' || c.toks[k+1].is(blankBefore) {
			return def, false
		}
		if e := c.find(k, clsBody); e != nil && definedBodies[c.value(e)] {
			body = true
		}
		if e := c.find(k, clsSessionNoun); e != nil {
			body = true
			if kind == "" {
				kind = c.value(e)
			}
		}
		if word := c.folded(t); !body || len(word) == 0 || len(letter) == 0 || word[0] != letter[0] {
			continue
		}
		if kind != "" {
			def.kind = kind
		}
		def.from = k
		for def.from > 0 && c.toks[def.from].sent == c.toks[def.from-1].sent {
			if e := c.endingAt(def.from, clsSessionAdj, clsCountry, clsNationality); e != nil {
				def.from = e.start
			} else if t := &c.toks[def.from-1]; t.char == '-' && !c.toks[def.from].is(spaceBefore) && def.from > 1 {
				def.from--
			} else {
				break
			}
		}
		return def, true
	}
	return def, false
}
