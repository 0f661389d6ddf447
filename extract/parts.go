package extract

import (
	"cmp"
	"slices"
	"strconv"

	"extract/model"
)

// Part is what a piece of a document gives. A document of usual length is one
// piece; of a longer one no more than that is held as records at a time.
type Part struct {
	// Records are those of facts that are new, in the contract's order. That of
	// the document is that of the parts, but for meetings, which come last.
	Records []model.Record
	Again   []Again // further mentions of records of parts before, in no order
	Last    bool
}

// Again is a further mention of a record: the so-many-th of the document, from 0,
// in the order of the parts.
type Again struct {
	Record int
	Span   model.Span
}

// Extract returns the records of one document.
func (e *Engine) Extract(src Document) Result {
	var r Result
	r.Trace = e.Stream(src, r.add)
	return r
}

// add puts a part to those before.
func (r *Result) add(p Part) {
	if p.Last && len(r.Records) == 0 {
		r.Records = p.Records
		return
	}
	for _, a := range p.Again {
		b := r.Records[a.Record].Base()
		b.Mentions = append(b.Mentions, a.Span)
	}
	r.Records = append(r.Records, p.Records...)
	if p.Last {
		model.Sort(r.Records)
	}
}

// Stream hands the records of one document to take, a part at a time, the last
// of which says so, and returns the trace.
func (e *Engine) Stream(src Document, take func(Part)) []Trace {
	d := e.pool.Get().(*document)
	if len(src.Text) <= keptBytes {
		defer e.pool.Put(d)
	}
	d.reset(e, src)
	d.read(take)
	take(d.part(true))
	slices.SortStableFunc(d.trace, func(a, b Trace) int { return cmp.Or(a.Start-b.Start, b.End-a.End, cmp.Compare(a.Type, b.Type)) })
	return d.trace
}

// numbers are the numbers of the records of a document of several pieces, by
// their ids.
type numbers map[uint64]int

// idNumber is an id as the number that it is the digits of.
func idNumber(id string) uint64 {
	n, _ := strconv.ParseUint(id, 16, 64)
	return n
}

// part merges the mentions of equal facts of the piece that was read last, gives
// ids and sorts.
func (d *document) part(last bool) Part {
	d.join()
	const idSize = 16
	p := Part{Last: last, Records: make([]model.Record, 0, len(d.groups)+1)}
	ids := make([]byte, 0, idSize*(len(d.groups)+1))
	spans := make([]model.Span, 0, len(d.facts))
	if d.parts == 0 {
		d.ids.Reset(d.sha)
		if !d.engine.opts.NoArticle {
			a := d.article()
			n := len(d.keys)
			d.keys = model.AppendKey(d.keys, a)
			ids = d.ids.AppendID(ids, d.keys[n:])
			p.Records = append(p.Records, a)
		}
	}
	kind, wanted := "", false // facts of one type come in a row
	for i := range d.groups {
		g := &d.groups[i]
		if t := g.record.Type(); t != kind {
			kind, wanted = t, d.engine.types[t]
		}
		if !wanted {
			continue
		}
		n := len(spans)
		for at := g.first; at >= 0; at = d.facts[at].next {
			spans = append(spans, d.facts[at].span)
		}
		own := spans[n:]
		slices.SortFunc(own, func(a, b model.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
		spans = spans[:n+len(slices.Compact(own))]
		own = spans[n:len(spans):len(spans)]
		known := len(ids)
		ids = d.ids.AppendID(ids, d.keys[g.from:g.to])
		if d.parts > 0 {
			if number, again := d.numbers[idNumber(string(ids[known:]))]; again {
				ids = ids[:known]
				for _, s := range own {
					p.Again = append(p.Again, Again{number, s})
				}
				continue
			}
		}
		g.record.Base().Mentions = own
		p.Records = append(p.Records, g.record)
	}
	// One string holds the ids of all.
	all := string(ids)
	for _, r := range p.Records {
		r.Base().ID, all = all[:idSize], all[idSize:]
	}
	model.Sort(p.Records)
	if d.parts == 0 && !last {
		d.numbers = numbers{}
	}
	if !last {
		n := len(d.numbers)
		for i, r := range p.Records {
			d.numbers[idNumber(r.Base().ID)] = n + i
		}
	}
	d.parts++
	return p
}
