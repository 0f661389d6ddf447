package extract

import "extract/model"

// A sitting that was put off or called off, and took place after all.

// heldAfterAll returns the clause that says so behind the word at token k that
// tells that the sitting was off, with a date or place: "was postponed in April and finally took place
// in Kuala Lumpur", "… was cancelled. It was finally held in Oslo".
func (d *document) heldAfterAll(s *sitting, k int32) (scope, bool) {
	const further = 2 // sentences
	c := s.chart
	first := c.toks[k].sent
	for n := first; int(n) < len(c.sents) && n <= first+further; n++ {
		sent := c.sents[n]
		if c.toks[sent.start].block != c.toks[k].block {
			break
		}
		from := sent.start
		if n == first {
			from = k + 1
		}
		for _, o := range d.sittingsIn(c, from, sent.end) {
			if o.number != s.number || o.series != s.series {
				return scope{}, false
			}
		}
		if w := c.next(clsAfterAll, from, sent.end); w < sent.end && c.verbBetween(from, sent.end) && (c.datedOrPlaced(w) || c.datedOrPlaced(from+1)) {
			if n == first {
				from = c.clauseStart(w, from)
			}
			return scope{from, sent.end}, true
		}
	}
	return scope{}, false
}

// fromHeld takes date and place from the clause that tells that a sitting took
// place after all: where it was to be before no longer counts.
func (d *document) fromHeld(r *model.Meeting, c *chart, sc scope, when **resolution) {
	at := &sitting{chart: c, from: sc.from, to: sc.from}
	if f := c.dateOf(sc, at); f != nil {
		*when = f.dates
	}
	var found model.Meeting
	if d.placeOf(&found, sc, at); found.City != "" || found.Country != "" {
		r.City, r.Country = found.City, found.Country
	}
}
