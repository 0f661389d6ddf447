package extract

import (
	"slices"
)

// choose picks those of some edges, ordered by their start, that do not overlap:
// longer ones first, then those of the rule that stands first. Refused ones go to
// the trace with the reason. The result holds until the next choice.
func (d *document) choose(c *chart, edges []int32, taken []bool) []int32 {
	kept := c.kept[:0]
	for len(edges) > 0 {
		// What overlaps, or is linked by what does, is apart from the rest.
		n, end := 1, c.edges[edges[0]].end
		for ; n < len(edges) && c.edges[edges[n]].start < end; n++ {
			end = max(end, c.edges[edges[n]].end)
		}
		kept = d.chooseAmong(c, kept, edges[:n], taken)
		edges = edges[n:]
	}
	c.kept = kept
	return kept
}

// chooseAmong appends those of edges that overlap which are kept.
func (d *document) chooseAmong(c *chart, kept, edges []int32, taken []bool) []int32 {
	cands := append(c.cands[:0], edges...)
	if len(cands) > 1 {
		slices.SortFunc(cands, func(a, b int32) int {
			x, y := &c.edges[a], &c.edges[b]
			if x.width != y.width {
				return int(y.width) - int(x.width)
			}
			if x.rule != y.rule {
				return int(x.rule - y.rule)
			}
			if x.start != y.start {
				return int(x.start - y.start)
			}
			return int(a - b)
		})
	}
	c.cands = cands
	before := len(kept)
	for _, at := range cands {
		e := &c.edges[at]
		if slices.Contains(taken[e.start:e.end], true) {
			d.drop(c, e, "it overlaps a longer match")
			continue
		}
		if why := c.partOfLonger(e); why != "" {
			d.drop(c, e, why)
			continue
		}
		for i := e.start; i < e.end; i++ {
			taken[i] = true
		}
		if e.class != clsNone {
			kept = append(kept, at)
		}
	}
	slices.SortFunc(kept[before:], func(a, b int32) int {
		x, y := &c.edges[a], &c.edges[b]
		if x.start != y.start {
			return int(x.start - y.start)
		}
		return int(a - b)
	})
	return kept
}

var currencies = []class{clsCurrency, clsCurrencyCode, clsCurrencySign}

// partOfLonger refuses numbers that stand inside a longer run of digits and
// marks: versions, addresses, phone numbers, scores.
func (c *chart) partOfLonger(e *edge) string {
	const longer = "it is part of a longer number or word"
	first, last := &c.toks[e.start], &c.toks[e.end-1]
	if e.start > 0 && !first.is(spaceBefore) {
		p := &c.toks[e.start-1]
		if first.kind == digitToken && p.kind == wordToken && p.end == first.start && e.class != clsMoney {
			return longer
		}
		if first.kind == digitToken && e.start > 1 && !c.listed(e.start) && (p.char == '.' || p.char == ',' || p.char == '/' || p.char == ':' || p.char == '_') &&
			c.toks[e.start-2].end == p.start && c.toks[e.start-2].kind == digitToken {
			return longer
		}
		if e.class == clsDate && first.kind == digitToken && p.char == '-' && e.start > 1 && c.toks[e.start-2].kind == digitToken && c.toks[e.start-2].end == p.start {
			return longer
		}
		if p.char == '@' || p.char == '\\' || p.char == '/' && e.start > 1 && c.toks[e.start-2].end == p.start && c.toks[e.start-2].char == '/' {
			return longer
		}
	}
	if e.class == clsMoney && e.width > widthOf(e.start, e.end) {
		// A number that shares the currency beside it has none of its own: "USD 30 and 5 euros".
		if own := c.endingAt(e.start, currencies...); own != nil {
			if sum := c.endingAt(e.end, clsMoney); sum != nil && sum.start == own.start {
				return "it has a currency of its own"
			}
		}
	}
	if n := e.end; e.class == clsDate && int(n) < len(c.toks) && last.char == '.' && c.toks[n].kind == digitToken && !c.toks[n].is(spaceBefore) {
		return longer // "11.06." of 11.06.2013
	}
	if first.kind == digitToken && c.inFileName(e.end) {
		return "it is part of the name of a file"
	}
	if int(e.end) < len(c.toks) && last.kind == digitToken {
		n := &c.toks[e.end]
		if n.is(spaceBefore) {
			return ""
		}
		if n.kind == wordToken && n.start == last.end {
			return longer
		}
		if int(e.end)+1 < len(c.toks) && !c.listed(e.end-1) && (n.char == '.' || n.char == ',' || n.char == '/' || n.char == ':' || n.char == '_' || n.char == '-' && e.class != clsCardinal && e.class != clsRank) {
			if m := &c.toks[e.end+1]; m.kind == digitToken && !m.is(spaceBefore) {
				return longer
			}
		}
	}
	return ""
}

// fileExtensions are the endings by which the name of a file is told.
var fileExtensions = []string{"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "jpg", "jpeg", "png", "gif", "svg", "html", "htm", "php", "aspx", "zip", "mp3", "mp4", "xml", "json"}

// inFileName reports that what stands behind a number without a space goes on
// to the ending of a file's name: "report-2024-q3.pdf".
func (c *chart) inFileName(i int32) bool {
	const longest = 12
	for n := 0; n < longest && int(i)+1 < len(c.toks) && !c.toks[i].is(spaceBefore) && !c.toks[i].is(blankBefore); i, n = i+1, n+1 {
		t, next := &c.toks[i], &c.toks[i+1]
		if t.char == '.' && next.kind == wordToken && !next.is(spaceBefore) && slices.Contains(fileExtensions, c.text[next.start:next.end]) {
			return true
		}
		if t.kind == punctToken && t.char != '.' && t.char != '-' && t.char != '_' {
			return false
		}
	}
	return false
}
