package html

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// What counts as running text, in bytes that are no links.
const (
	longProse  = 80  // a line of that length is
	shortProse = 40  // one of that length if it ends like a sentence
	fewProse   = 250 // so little is no article
)

// proseOf is how many bytes of running text a line has.
func (r *reader) proseOf(l *line) int32 {
	n := l.end - l.start
	free := n - l.linked
	if l.linked*2 > n || headingLevel(r.nodes[l.node].tag) > 0 {
		return 0
	}
	if free >= longProse || free >= shortProse && strings.IndexByte(".!?:;", r.buf[l.end-1]) >= 0 {
		return free
	}
	return 0
}

// weigh sums up what stands in each element, and decides which hints to believe: one that would take away
// what the page is about is none.
func (r *reader) weigh() {
	r.sum(false)
	all := r.nodes[0].prose
	r.markTeasers()
	titled := r.aroundTitles()
	for i := range r.nodes {
		n := &r.nodes[i]
		switch {
		case n.hint&hintFacts != 0 && n.tag == uint32(atom.Aside):
			n.hint &^= hintExtra
		case n.hint&hintBody != 0, titled[i] && n.prose > 0:
			// A "comment" is an opinion too, and what is "social" may be an embedded picture.
			n.hint &^= hintOthers | hintExtra | hintFrame | hintHidden
		}
		if n.prose > 0 && n.prose*10 >= all*4 {
			n.hint &^= hintFrame
		}
		if n.prose > 0 && n.prose*10 >= all*9 || n.prose > fewProse && all-n.prose < fewProse {
			n.hint &^= hintExtra | hintHidden
		}
		if n.prose > 0 && all-n.prose < longProse {
			n.hint &^= hintOthers
		}
		if i > 0 {
			n.hint |= r.nodes[n.parent].hint & hintBad
		}
	}
	r.sum(true)
}

// aroundTitles tells which elements have the greatest kind of heading in them.
func (r *reader) aroundTitles() []bool {
	in := make([]bool, len(r.nodes))
	for i := range r.lines {
		at := r.lines[i].node
		if headingLevel(r.nodes[at].tag) != 1 || r.lines[i].isLink() {
			continue
		}
		for ; at >= 0 && !in[at]; at = r.nodes[at].parent {
			in[at] = true
		}
	}
	return in
}

// markTeasers finds what announces other articles: a heading that is a link, with a few words about it.
func (r *reader) markTeasers() {
	const (
		mostLines = 5
		mostProse = 500
	)
	var found []int32
	prose := int32(0)
	for i := range r.lines {
		l := &r.lines[i]
		if level := headingLevel(r.nodes[l.node].tag); level < 2 || !l.isLink() {
			continue
		}
		at := l.node
		for up := r.nodes[at].parent; up > 0; up = r.nodes[up].parent {
			if n := &r.nodes[up]; n.lines > mostLines || n.prose > mostProse {
				break
			}
			at = up
		}
		if len(found) == 0 || found[len(found)-1] != at {
			found = append(found, at)
			prose += r.nodes[at].prose
		}
	}
	if r.nodes[0].prose-prose < longProse {
		return // the page is nothing else
	}
	for _, at := range found {
		r.nodes[at].hint |= hintExtra
	}
}

// sum adds the lines up in the elements around them, all of them or those alone that may be the article's.
func (r *reader) sum(good bool) {
	for i := range r.nodes {
		n := &r.nodes[i]
		n.text, n.linked, n.prose, n.lines = 0, 0, 0, 0
	}
	for i := range r.lines {
		l := &r.lines[i]
		n := &r.nodes[l.node]
		if good && n.hint&hintBad != 0 {
			continue
		}
		n.text += l.end - l.start
		n.linked += l.linked
		n.prose += r.proseOf(l)
		n.lines++
	}
	for i := len(r.nodes) - 1; i > 0; i-- {
		n := &r.nodes[i]
		p := &r.nodes[n.parent]
		p.text += n.text
		p.linked += n.linked
		p.prose += n.prose
		p.lines += n.lines
	}
}

// choose finds the element that holds the article, marks what in it is no part of it, and returns the
// lines from the first of it to behind the last.
func (r *reader) choose() (first, last int) {
	root := r.articleNode()
	in := r.inside(root)
	for i := root + 1; i < int32(len(r.nodes)); i++ {
		n := &r.nodes[i]
		if !in[i] {
			continue
		}
		n.hint |= r.nodes[n.parent].hint & hintBad
		// Many short links are a list of other articles.
		if n.lines >= 3 && n.linked*10 > n.text*6 && n.prose*4 < n.text && n.tag != uint32(atom.P) {
			n.hint |= hintExtra
		}
	}
	first = -1
	for i := range r.lines {
		if l := &r.lines[i]; in[l.node] && r.nodes[l.node].hint&hintBad == 0 {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	first = max(first, 0)
	if i := r.firstProse(first, last); i < last {
		r.text = r.lines[i].start
	}
	return first, last
}

// articleNode returns the element that holds the article: the one that the page says holds it, if most of
// the running text is there, else the smallest that has nearly all of it.
func (r *reader) articleNode() int32 {
	all := r.nodes[0].prose
	if all == 0 {
		return 0
	}
	for _, kind := range []hint{hintBody, hintArticle, hintMain} {
		best, others := int32(-1), int32(0)
		for i := range r.nodes {
			n := &r.nodes[i]
			if n.hint&kind == 0 || n.hint&hintBad != 0 {
				continue
			}
			if best < 0 || n.prose > r.nodes[best].prose {
				best = int32(i)
			}
		}
		if best < 0 || r.nodes[best].prose*2 < all {
			continue
		}
		if kind != hintBody {
			return best
		}
		for up := r.nodes[best].parent; up > 0; up = r.nodes[up].parent {
			if r.nodes[up].hint&hintArticle != 0 {
				return up // with its headline and lead
			}
		}
		in := r.inside(best)
		for up := best; up >= 0; up = r.nodes[up].parent {
			in[up] = true // or around it
		}
		for i := range r.nodes {
			if n := &r.nodes[i]; n.hint&kind != 0 && n.hint&hintBad == 0 && !in[i] {
				others += n.prose
			}
		}
		if others*10 < all {
			return best
		}
		// It is in several pieces.
		return r.smallestWith(r.nodes[best].prose + others)
	}
	return r.smallestWith(all * 3 / 4)
}

// smallestWith returns the innermost element that has so much running text.
func (r *reader) smallestWith(prose int32) int32 {
	at := int32(0)
	for i := range r.nodes {
		// The first that has more than half is the only one on its level, so its insides come next.
		if n := &r.nodes[i]; i > 0 && n.prose >= prose && n.parent == at && n.hint&hintBad == 0 && n.lines > 1 && n.tag != uint32(atom.P) && n.tag != uint32(atom.Li) {
			at = int32(i)
		}
	}
	return at
}

// around tells whether an element is one of those around another.
func (r *reader) around(outer, inner int32) bool {
	for inner > outer {
		inner = r.nodes[inner].parent
	}
	return inner == outer
}

// inside tells of each element whether it is another or in it.
func (r *reader) inside(root int32) []bool {
	in := make([]bool, len(r.nodes))
	in[root] = true
	for i := root + 1; i < int32(len(in)); i++ {
		in[i] = in[r.nodes[i].parent]
	}
	return in
}
