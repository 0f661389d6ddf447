package extract

import (
	"slices"

	"extract/extract/gazetteer"
)

// The series of a sitting whose own phrase names none.

// nameByCompounds gives sittings that nothing but their own noun names the front
// of that compound for a name, where no other sitting of the text has it in a
// fuller one: "rådslagningsmøte".
func (d *document) nameByCompounds() {
	var fuller map[string]bool
	for i := range d.sittings {
		if s := &d.sittings[i]; s.named && len(s.parties)+len(s.head) > 0 {
			if front := s.compoundFront(); front != "" {
				if fuller == nil {
					fuller = map[string]bool{}
				}
				fuller[front] = true
			}
		}
	}
	for i := range d.sittings {
		s := &d.sittings[i]
		if s.named || s.elliptic > 0 || len(s.parties) > 0 || len(s.head) > 0 {
			continue
		}
		if front := s.compoundFront(); front != "" && !fuller[front] {
			s.unknownSeries([]string{front})
			s.named = true
		}
	}
}

// compoundFront returns what stands in front of the noun of a sitting in one
// word with it, "" where the noun stands alone or the whole word is listed.
func (s *sitting) compoundFront() string {
	c := s.chart
	n := c.startingAt(s.nounFrom, clsSessionNoun)
	if n == nil || n.end != s.nounFrom+1 || c.toks[s.nounFrom].front == 0 {
		return ""
	}
	t := &c.toks[s.nounFrom]
	return string(c.folded(t)[:t.front])
}

// farAhead is how far the number of a sitting may be above that of one which
// lends it the series: articles look back far, and ahead to the next few.
const farAhead = 20

// lentSeries gives a sitting without a name of its own the series that the
// document speaks of: that of the same number, of the nearest number, of the
// sitting before, of an unnumbered mention, of the body named most.
func (d *document) lentSeries(at int) {
	s := &d.sittings[at]
	var best *sitting
	bestScore := -1 << 30
	own := s.ownBody()
	for i := max(0, at-maxCompared); i < min(len(d.sittings), at+maxCompared); i++ {
		b := &d.sittings[i]
		lender := s.elliptic > 0 && b.number == s.elliptic && b.from < s.from && (b.named || b.known) // it may have been lent its own
		if !b.named && !lender || b.special || b.chart != s.chart || s.subject && !b.known && !within(s.head, b.head) || s.ofBody && b.known && b.kind == "summit" {
			continue
		}
		if own && !b.known && b.chart.next(clsBody, b.phraseFrom, b.phraseTo) == b.phraseTo {
			continue // "Karma Ekonomik Komisyon 2. Toplantısı" is none of the political consultations
		}
		gap := distance(b.number, s.number)
		if gap > farAhead && s.number > b.number {
			continue // a central bank's 301st meeting is none of the commission whose second one the article tells of
		}
		same := b.kind == s.kind || b.called == s.kind                                  // "the 26th meeting" behind what was called the 25th meeting
		same = same || gap == 1 && b.known && b.kind == "meeting" && s.kind == "summit" // the leaders' meeting
		if !same && (!loose(s.kind) || b.known && (b.kind != "summit" && gap > few || !d.onlySeries(b.series))) {
			continue
		}
		score := 0
		if same {
			score += 50
		}
		switch {
		case lender:
			score += 200
		case gap == 0 && same:
			score += 100
		case gap <= 3:
			score += 30 - 5*gap
		}
		if b.from > s.from {
			score -= 10
		}
		if b.chart.onSidelines(b.from) {
			score -= 60
		}
		// The first one is what the article is about; else the nearer.
		dist := distance(int(s.chart.toks[b.from].sent), int(s.chart.toks[s.from].sent))
		if dist > 1 {
			score -= min(dist, 8)
		} else {
			score += 12
		}
		if score > bestScore {
			best, bestScore = b, score
		}
	}
	if best != nil && (bestScore >= 40 || !d.mentionedSeries(s)) {
		s.series, s.kind, s.name, s.parties, s.known, s.head = best.series, best.kind, best.name, best.parties, best.known, best.head
		return
	}
	if best == nil {
		d.mentionedSeries(s)
	}
}

// ownBody reports that the name of a body in several words, or in capitals, stands
// in front of a number: no bare "the commission", which may be any.
func (s *sitting) ownBody() bool {
	c := s.chart
	for k := c.next(clsBody, s.phraseFrom, s.from); k < s.from; k = c.next(clsBody, k+1, s.from) {
		if e := c.startingAt(k, clsBody); e.end > k+1 || c.toks[k].is(allCaps) {
			return true
		}
	}
	return false
}

// onlySeries reports that all listed sittings of the document are of one
// series: then "das 33. Treffen" is its too.
func (d *document) onlySeries(id string) bool {
	return !slices.ContainsFunc(d.listed, func(series string) bool { return series != id })
}

// noteSeries notes the series of a sitting among those of the document that
// are listed.
func (d *document) noteSeries(s *sitting) {
	if s.known && !slices.Contains(d.listed, s.series) {
		d.listed = append(d.listed, s.series)
	}
}

// sameKind reports that a sitting of kind b may be of a series of kind a: the
// session of an assembly is called by the assembly's name.
func sameKind(a, b string) bool {
	return a == b || a == "session" && b == "assembly"
}

// loose are the kinds that any other sitting may be called by for short.
func loose(kind string) bool { return kind == "meeting" || kind == "session" }

// closeTo reports that token i stands in the paragraph of a sitting, in its sentence
// or one next to it.
func (c *chart) closeTo(s *sitting, i int32) bool {
	return i >= 0 && int(i) < len(c.toks) && c.toks[i].block == c.toks[s.from].block && distance(int(c.toks[s.from].sent), int(c.toks[i].sent)) <= 1
}

// justTold reports that token i stands so and in front of the sitting.
func (c *chart) justTold(s *sitting, i int32) bool { return i < s.from && c.closeTo(s, i) }

// mentionedSeries gives a sitting the listed series of its kind that the
// document names without a number, else the one whose body it names most.
func (d *document) mentionedSeries(s *sitting) bool {
	var named, told *gazetteer.SeriesEntry
	bestAt, bestGap, bestOrder, near := int32(-1), int32(1<<30), int32(0), 0
	hosts := map[string]int{}
	all := s.chart.mentions()
	for i := range all {
		m := &all[i]
		if !sameKind(m.entry.Kind, s.kind) || !d.partiesNamed(s, m.entry) || !within(s.parties, m.entry.Parties) {
			continue
		}
		if m.host {
			hosts[m.entry.ID] += len(m.at)
			if at, _, _ := m.nearest(s.from); s.chart.closeTo(s, at) {
				near++
				if s.chart.justTold(s, at) {
					told = m.entry
				}
			}
			continue
		}
		if at, gap, order := m.nearest(s.from); gap < bestGap || gap == bestGap && order < bestOrder {
			named, bestAt, bestGap, bestOrder = m.entry, at, gap, order
		}
	}
	if told != nil && near == 1 && (named == nil || !s.chart.justTold(s, bestAt)) {
		named = told // "A word about Mercosur. The 67th summit will be in December"
	}
	if named == nil {
		most := 1
		for id, n := range hosts {
			if n > most || n == most && named != nil && id < named.ID {
				named, most = seriesByID()[id], n
			}
		}
	}
	if named == nil {
		return false
	}
	s.setSeries(named)
	return true
}
