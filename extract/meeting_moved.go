package extract

import "extract/model"

// madeUp takes the date and place of a meeting that did not take place when it was
// to from the sentence behind that says when it was held instead: "Peking sagte den
// Gipfel ab. Nachgeholt wurde er am 20. Mai in Prag." It reports whether one does.
func (d *document) madeUp(r *model.Meeting, s *sitting, when **resolution) bool {
	const far = 2 // sentences
	c := s.chart
	t := &c.toks[s.from]
	for n := int(t.sent); n <= int(t.sent)+far && n < len(c.sents) && c.toks[c.sents[n].start].block == t.block; n++ {
		sc := scope{c.sents[n].start, c.sents[n].end}
		if n == int(t.sent) {
			sc.from = s.to
		}
		k := c.next(clsStatus, sc.from, sc.to)
		for k < sc.to && c.value(c.startingAt(k, clsStatus)) != "moved" {
			k = c.next(clsStatus, k+1, sc.to)
		}
		for _, o := range d.sittingsIn(c, sc.from, sc.to) {
			if o.number != s.number || o.series != s.series {
				return false
			}
		}
		if k >= sc.to {
			continue
		}
		f := c.dayIn(sc)
		if f == nil {
			return false
		}
		if *when != nil {
			before, _, ok, _ := (*when).days()
			if first, _, okFirst, _ := f.dates.days(); !ok || !okFirst || first <= before {
				return false
			}
		}
		*when = f.dates
		r.City, r.Country, r.Venue = "", "", ""
		d.placeIn(r, sc, &sitting{chart: c, from: sc.from, to: sc.from})
		return true
	}
	return false
}
