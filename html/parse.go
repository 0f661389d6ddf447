package html

import (
	"bytes"
	"hash/fnv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// node is an element around lines of text.
type node struct {
	parent int32
	tag    uint32 // its atom, or a hash of its name
	hint   hint
	block  int32 // the innermost element around it that begins lines, or itself
	inline bool
	muted  bool // text of an inline element that is not shown
	// Of all lines in it: bytes of text, how many of them are links, bytes of running text, and lines.
	text, linked, prose, lines int32
}

// deepest is how many elements are looked through for the one that an end tag names: a page in which it
// is farther away is broken, and looking on would take time in the square of its length.
const deepest = 512

// A page has no more elements and lines than this, of which each takes more memory than it takes to write
// it: what comes after is text of the element and the line that are open.
const (
	mostNodes = 1 << 19
	mostLines = 1 << 19
)

// longestTitleTag is the longest <title>, in bytes, that may be one.
const longestTitleTag = 8 << 10

// parse reads the tokens of a page.
func (r *reader) parse(source string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			r.addText(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			r.start(z, name, more)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(name)
		}
	}
}

// start reads a start tag.
func (r *reader) start(z *html.Tokenizer, name []byte, more bool) {
	a := atom.Lookup(name)
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp, atom.Plaintext:
		r.raw(z, a, more)
		return
	case atom.Br:
		if r.opened[uint32(atom.H1)] > 0 {
			r.space = true // a headline is one line
			return
		}
		r.part(1)
		return
	case atom.Hr:
		r.part(2)
		return
	case atom.Meta:
		r.readMeta(z, more)
		return
	case atom.Body:
		// Its classes say what holds for all of the page. What the head left open ends here.
		if !r.inBody {
			r.inBody = true
			r.part(2)
			r.pop(1)
		}
		return
	case atom.Html:
		for more {
			var key, value []byte
			key, value, more = z.TagAttr()
			if k := string(key); (k == "lang" || k == "xml:lang") && r.lang == "" {
				r.lang = strings.TrimSpace(string(value))
			}
		}
		return
	}
	kind := kindOf(a)
	if kind == tagVoid || kind == tagOther && (a != 0 || bytes.IndexByte(name, '-') < 0) {
		return
	}
	n := node{tag: tagOf(a, name), hint: tagHints(a), inline: kind == tagInline || kind == tagOther}
	if kind == tagNoText {
		n.hint |= hintNone
	}
	if a == 0 {
		n.hint |= nameHint(name) // <cookie-banner>
	}
	local := r.attributes(z, more, &n, a)
	if !n.inline {
		r.part(2)
		r.closeOpen(closes(a))
		r.closeOpen(closesParagraph)
	}
	if !r.push(n) {
		return
	}
	switch {
	case a == atom.A:
		// It ends the one before, if that is still open.
		if r.link = -1; !local {
			r.link = int32(len(r.nodes) - 1)
		}
	case a == atom.Q:
		r.write([]byte("“"))
	}
}

// attributes reads those of an element that say what it is. A local link leads to a place on this page.
func (r *reader) attributes(z *html.Tokenizer, more bool, n *node, a atom.Atom) (local bool) {
	var when, content string
	named := false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class", "id", "data-testid", "data-component", "data-area":
			n.hint |= namesHints(value)
		case "name":
			if a == 0 { // <site-island name="EmailSignup">
				n.hint |= namesHints(value)
			}
		case "role":
			n.hint |= roleHints[string(bytes.TrimSpace(value))]
		case "itemprop":
			prop := propHints[strings.ToLower(string(value))]
			n.hint |= prop
			named = named || prop == hintDate
		case "hidden":
			n.hint |= hintHidden
		case "aria-hidden":
			if a != atom.Span || !bytes.EqualFold(value, []byte("true")) {
				break // used for what is shown and not read aloud as well
			}
			n.hint |= hintHidden
		case "style":
			if s := strings.ReplaceAll(string(value), " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				n.hint |= hintHidden
			}
		case "href":
			local = len(value) == 0 || value[0] == '#'
		case "datetime":
			when = string(value)
		case "pubdate":
			named = true
		case "content", "title":
			content = string(value)
		}
	}
	if n.hint&hintDate != 0 && when == "" {
		when = content
	}
	if a == atom.A {
		n.hint &= hintHidden // the rest says where it leads
	}
	if (a == atom.Time || when != "") && len(r.times) < mostNodes {
		at := len(r.lines)
		if r.inLine() {
			at--
			r.space = true // what stands apart on the page only by its style
		}
		r.times = append(r.times, timed{node: int32(len(r.nodes)), line: int32(at), when: when, named: named})
	}
	return local
}

// tagOf is what tells elements apart: unknown ones by their name.
func tagOf(a atom.Atom, name []byte) uint32 {
	if a != 0 {
		return uint32(a)
	}
	h := fnv.New32a()
	h.Write(name)
	return h.Sum32() | 1<<31
}

func (r *reader) top() int32 { return r.open[len(r.open)-1] }

// push opens an element.
func (r *reader) push(n node) bool {
	if len(r.nodes) >= mostNodes {
		return false
	}
	n.parent = r.top()
	n.block = int32(len(r.nodes))
	if n.inline {
		n.block = r.nodes[n.parent].block
		n.muted = r.nodes[n.parent].muted || n.hint&(hintNone|hintHidden|hintExtra|hintOthers) != 0
	}
	r.nodes = append(r.nodes, n)
	r.open = append(r.open, int32(len(r.nodes)-1))
	r.opened[n.tag]++
	return true
}

// pop closes the open elements down to place i.
func (r *reader) pop(i int) {
	for j := len(r.open) - 1; j >= i; j-- {
		k := r.open[j]
		r.opened[r.nodes[k].tag]--
		if k == r.link {
			r.link = -1
		}
	}
	r.open = r.open[:i]
}

// closeOpen closes the nearest open element of those that are ended, if it is near enough.
func (r *reader) closeOpen(c closing) {
	some := false
	for _, a := range c.ended {
		some = some || r.opened[uint32(a)] > 0
	}
	if !some {
		return
	}
	for i := len(r.open) - 1; i > 0 && i > len(r.open)-deepest; i-- {
		tag := r.nodes[r.open[i]].tag
		for _, a := range c.ended {
			if tag == uint32(a) {
				r.pop(i)
				return
			}
		}
		for _, a := range c.within {
			if tag == uint32(a) {
				return
			}
		}
	}
}

// end reads an end tag.
func (r *reader) end(name []byte) {
	a := atom.Lookup(name)
	if a == atom.Br || a == atom.P && r.opened[uint32(a)] == 0 {
		r.part(1) // as browsers read them
		return
	}
	kind := kindOf(a)
	tag := tagOf(a, name)
	if r.opened[tag] == 0 {
		return
	}
	inline := kind == tagInline || kind == tagOther
	if !inline {
		r.part(2)
	}
	for i := len(r.open) - 1; i > 0 && i > len(r.open)-deepest; i-- {
		n := &r.nodes[r.open[i]]
		if n.tag == tag {
			if a == atom.Q {
				r.write([]byte("”"))
			}
			r.pop(i)
			return
		}
		if inline && a != 0 && !n.inline || isCell(n.tag) && !ofTable(a) {
			break
		}
	}
	if a == atom.A {
		r.link = -1 // it began outside of this paragraph
	}
}

// raw reads the elements whose text is no markup.
func (r *reader) raw(z *html.Tokenizer, a atom.Atom, more bool) {
	data := false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "type" && bytes.Contains(bytes.ToLower(value), []byte("ld+json")) {
			data = true
		}
	}
	if a == atom.Noscript {
		z.NextIsNotRawText() // else a page that forgets its end has no more text
		r.push(node{tag: uint32(a), hint: hintNone, inline: true})
		return
	}
	if z.Next() != html.TextToken {
		// It was empty, and this is its end, or the end of all.
		return
	}
	switch {
	case a == atom.Script && data:
		r.readData(z.Raw())
	case a == atom.Title && r.titleTag == "" && r.opened[uint32(atom.Svg)] == 0:
		if text := z.Text(); len(text) <= longestTitleTag {
			r.titleTag = squeeze(string(text))
		}
	case a == atom.Noframes && r.noFrames == "":
		r.noFrames = string(z.Raw())
	case a == atom.Xmp || a == atom.Plaintext:
		r.part(2)
		r.addText(z.Text())
		r.part(2)
	}
}
