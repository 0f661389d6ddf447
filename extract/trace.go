package extract

import "sort"

// lineStarts are where the lines of a text begin, found when they are first
// asked for.
type lineStarts struct {
	at   []int
	done bool
}

// line returns the line of a byte offset, from 1, and where it begins.
func (l *lineStarts) line(text string, offset int) (line, start int) {
	if !l.done {
		l.done = true
		l.at = append(l.at[:0], 0)
		for i := 0; i < len(text); i++ {
			if text[i] == '\n' {
				l.at = append(l.at, i+1)
			}
		}
	}
	line = sort.SearchInts(l.at, offset+1)
	return line, l.at[line-1]
}

// traceAt notes what became of a candidate.
func (d *document) traceAt(c *chart, from, to int32, typ, value, rule string, kept bool, reason string) {
	start, end := c.span(from, to)
	line, head := d.lines.line(d.src.Text, start)
	at := d.places.at(start)
	d.trace = append(d.trace, Trace{
		Start: at, End: d.places.at(end), Line: line, Column: 1 + at - d.places.at(head),
		Text: d.src.Text[start:end], Type: typ, Value: value, Rule: rule, Kept: kept, Reason: reason,
	})
}
