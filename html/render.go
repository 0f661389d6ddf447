package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

// belongs tells whether a line from the headline on is text of the article: no menu, no mere link, nothing
// that the elements around it say is something else.
func (r *reader) belongs(l *line) bool {
	n := &r.nodes[l.node]
	if n.hint&hintBad != 0 {
		return false
	}
	return isCell(n.tag) || !l.isLink() && (!l.isReference() || l.timed || l.start < r.text && r.dayLine(l))
}

// dayLine tells whether a line may say when the article was published.
func (r *reader) dayLine(l *line) bool { return l.timed || year.Match(r.buf[l.start:l.end]) }

// isReference tells whether a line is a link behind a word or two: "Read more: …".
func (l *line) isReference() bool {
	const label = 40
	n := l.end - l.start
	return l.links && l.linked*2 > n && n-l.linked < label
}

// isLink tells whether a line is nothing but a link: it leads to another article.
func (l *line) isLink() bool { return l.linked*10 >= (l.end-l.start)*9 }

func (r *reader) lineText(i int) string { return string(r.buf[r.lines[i].start:r.lines[i].end]) }

// firstProse is the first line of running text from one to another.
func (r *reader) firstProse(from, to int) int {
	for i := from; i < to; i++ {
		if l := &r.lines[i]; r.belongs(l) && r.proseOf(l) > 0 {
			return i
		}
	}
	return to
}

// headFrom is where the head of the article begins: at its headline, or above that, if what stands there is
// in the same small element, or is a day.
func (r *reader) headFrom(head, first int) int {
	const above, short, small = 3, 80, 10
	if head < 0 || head >= first {
		return first
	}
	around := r.nodes[r.lines[head].node].parent
	from := head
	for i := head - 1; i >= max(0, head-above); i-- {
		l := &r.lines[i]
		if !r.belongs(l) || l.end-l.start > short {
			break
		}
		if r.dayLine(l) || around > 0 && r.nodes[around].lines <= small && r.around(around, l.node) {
			from = i
		}
	}
	return from
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

// render writes the headline and the lines of the article.
func (r *reader) render(head, from, first, last int, title string) string {
	var b strings.Builder
	size := len(title) + 2
	for i := from; i < last; i++ {
		size += int(r.lines[i].end-r.lines[i].start) + 4
	}
	b.Grow(size)
	if title != "" && (head < from || head >= last) {
		b.WriteString(title)
	}
	// In the head there are lists of who wrote it and when, and no bullets.
	body := r.firstProse(from, last)
	if body == last {
		body = from
	}
	before := -1 // the line written last
	item := int32(-1)
	for i := from; i < last; i++ {
		l := &r.lines[i]
		if i != head && (!r.belongs(l) || i < head && l.linked*2 > l.end-l.start) {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(r.between(before, i))
		}
		if at := r.itemOf(l.node); at != item {
			item = at
			if at >= 0 && i >= body {
				b.WriteString("- ")
			}
		}
		b.Write(r.buf[l.start:l.end])
		before = i
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// between is what parts two lines.
func (r *reader) between(before, i int) string {
	if before < 0 {
		return "\n\n"
	}
	a, b := &r.lines[before], &r.lines[i]
	rowA, rowB := r.rowOf(a.node), r.rowOf(b.node)
	switch {
	case rowA >= 0 && rowA == rowB && a.node != b.node && r.short(a) && r.short(b):
		return " | "
	case b.broken && a.node == b.node && i == before+1:
		return "\n"
	}
	return "\n\n"
}

// short tells whether a cell may stand beside another on a line.
func (r *reader) short(l *line) bool { return l.end-l.start < 200 }

// rowOf is the row of a table of which an element is a cell, or -1.
func (r *reader) rowOf(n int32) int32 {
	if isCell(r.nodes[n].tag) {
		if up := r.nodes[n].parent; r.nodes[up].tag == uint32(atom.Tr) {
			return up
		}
	}
	return -1
}

// itemOf is the item of a list around an element, or -1.
func (r *reader) itemOf(n int32) int32 {
	const far = 4 // elements between an item and its text
	for i := 0; n > 0 && i < far; i++ {
		if r.nodes[n].tag == uint32(atom.Li) {
			if up := r.nodes[n].parent; r.nodes[up].hint&hintInfo != 0 {
				return -1
			}
			return n
		}
		n = r.nodes[n].parent
	}
	return -1
}

// paragraphs writes a text that is not marked up below its headline.
func paragraphs(title, body string) string {
	var b strings.Builder
	b.WriteString(title)
	for p := range strings.SplitSeq(body, "\n") {
		if p = squeeze(p); p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p)
	}
	b.WriteByte('\n')
	return b.String()
}
