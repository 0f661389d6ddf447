package extract

import "extract/extract/gazetteer"

// edition reads a sitting that is called the edition of a listed series: "the
// 28th edition of the St. Petersburg International Economic Forum", "die 20.
// Ausgabe des G20-Gipfels". Festivals and books have editions too, so the words
// behind must name the series.
func (c *chart) edition(from, behind int32, numbers []numbered) (sitting, bool) {
	const near = 5 // words that link the name
	e := c.startingAt(behind, clsEdition)
	if e == nil || len(numbers) != 1 {
		return sitting{}, false
	}
	end := c.sents[c.toks[from].sent].end
	for k := e.end; k < min(e.end+near, end); k++ {
		for _, h := range c.seriesAt(k, end, from, behind) {
			to := h.to
			if h.host {
				if to = c.nounOfKind(h.to, h.entry.Kind); to == h.to {
					continue
				}
			}
			return sitting{chart: c, from: from, to: e.end, number: numbers[0].value, kind: h.entry.Kind, numberTo: behind, nounFrom: e.start, phraseFrom: from, phraseTo: e.end, seriesTo: to, edition: true, rule: "ordinal-edition"}, true
		}
		if !c.has(k, clsOfficeOf, clsArticle, clsStopword, clsLocative, clsSessionAdj) {
			break
		}
	}
	return sitting{}, false
}

// nounOfKind returns the token behind the noun for a sitting of a kind that stands
// at token i, joined to the word in front or not; i where there is none.
func (c *chart) nounOfKind(i int32, kind string) int32 {
	at := i
	if int(i) < len(c.toks) && c.toks[i].char == '-' {
		at++
	}
	if n := c.startingAt(at, clsSessionNoun); n != nil && sameKind(kind, c.value(n)) {
		return n.end
	}
	return i
}

// codeOfBody returns the listed series whose code stands for the body that sits,
// where nothing but linking words parts it from a noun that any sitting is called
// by: "the 67th session of CSW", "CSW's 67th session".
func (c *chart) codeOfBody(s *sitting) *gazetteer.SeriesEntry {
	if !loose(s.kind) {
		return nil
	}
	at := s.to
	for at < s.phraseTo && c.has(at, clsOfficeOf, clsArticle) {
		at++
	}
	e := c.startingAt(at, clsSeriesCode)
	if at == s.to || e == nil || e.end != s.phraseTo || int(e.end) < len(c.toks) && !c.noNoun(e.end) {
		if e = c.startingAt(s.phraseFrom, clsSeriesCode); e == nil || e.end != s.from {
			return nil
		}
	}
	return seriesByID()[c.value(e)]
}
