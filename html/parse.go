package html

import (
	"bytes"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// node is an element around lines of text.
type node struct {
	parent int32
	tag    uint32 // its atom, or a hash of its name
	hint   hint
	inline bool
	muted  bool // text of an inline element that is not shown
	// Of all lines in it: bytes of text, how many of them are links, bytes of running text, and lines.
	text, linked, prose, lines int32
}

// line is a piece of text that stands on lines of its own.
type line struct {
	start, end int32 // in the buffer
	node       int32 // the element around it
	linked     int32 // bytes that are links
	broken     bool  // a line break alone parts it from the line before
	timed      bool  // it has a <time>
}

// deepest is how many elements are looked through for the one that an end tag names: a page in which it
// is farther away is broken, and looking on would take time in the square of its length.
const deepest = 512

// parse reads the tokens of a page.
func (r *reader) parse(source string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			r.text(z.Text())
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
		if ended, within := closes(a); ended != nil {
			r.closeOpen(ended, within)
		}
		r.closeOpen([]atom.Atom{atom.P}, []atom.Atom{atom.Td, atom.Th, atom.Table, atom.Object})
	}
	r.push(n)
	switch {
	case a == atom.A && r.link < 0 && !local:
		r.link = int32(len(r.nodes) - 1)
	case a == atom.Q:
		r.write([]byte("“"))
	}
}

// attributes reads those of an element that say what it is. A local link leads to a place on this page.
func (r *reader) attributes(z *html.Tokenizer, more bool, n *node, a atom.Atom) (local bool) {
	var when, content string
	pubdate := false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class", "id":
			n.hint |= namesHints(value)
		case "role":
			n.hint |= roleHints[string(bytes.TrimSpace(value))]
		case "itemprop":
			n.hint |= propHints[strings.ToLower(string(value))]
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
			pubdate = true
		case "content":
			content = string(value)
		}
	}
	if n.hint&hintDate != 0 && when == "" {
		when = content
	}
	if a == atom.A {
		n.hint &= hintHidden // the rest says where it leads
	}
	if a == atom.Time || when != "" {
		at := len(r.lines)
		if r.inLine() {
			at--
			r.space = true // what stands apart on the page only by its style
		}
		r.times = append(r.times, timed{node: int32(len(r.nodes)), line: int32(at), when: when, pubdate: pubdate})
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

func (r *reader) push(n node) {
	n.parent = r.top()
	if n.inline {
		n.muted = r.nodes[n.parent].muted || n.hint&(hintNone|hintHidden|hintExtra) != 0
	}
	r.nodes = append(r.nodes, n)
	r.open = append(r.open, int32(len(r.nodes)-1))
	r.opened[n.tag]++
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

// closeOpen closes the nearest open element that is one of ended, unless one of within stands between.
func (r *reader) closeOpen(ended, within []atom.Atom) {
	some := false
	for _, a := range ended {
		some = some || r.opened[uint32(a)] > 0
	}
	if !some {
		return
	}
	for i := len(r.open) - 1; i > 0 && i > len(r.open)-deepest; i-- {
		tag := r.nodes[r.open[i]].tag
		for _, a := range ended {
			if tag == uint32(a) {
				r.pop(i)
				return
			}
		}
		for _, a := range within {
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
		r.titleTag = squeeze(string(z.Text()))
	case a == atom.Noframes && r.noFrames == "":
		r.noFrames = string(z.Raw())
	case a == atom.Xmp || a == atom.Plaintext:
		r.part(2)
		r.text(z.Text())
		r.part(2)
	}
}

// text adds text to the line.
func (r *reader) text(s []byte) {
	n := &r.nodes[r.top()]
	if n.muted {
		return
	}
	switch n.tag {
	case uint32(atom.Pre):
		for i, part := range bytes.Split(s, []byte("\n")) {
			if i > 0 {
				r.part(1)
			}
			r.write(part)
		}
	case uint32(atom.Sup):
		r.raised(s, n.parent)
	case uint32(atom.A):
		if r.nodes[n.parent].tag == uint32(atom.Sup) {
			r.raised(s, r.top())
			return
		}
		r.write(s)
	default:
		r.write(s)
	}
}

// raised adds text that stands higher: digits keep that as characters, so that 10⁶ is not 106 and a note's
// number no part of a year, and the numbers of notes that are links are left out.
func (r *reader) raised(s []byte, around int32) {
	digits := bytes.TrimSpace(s)
	if len(digits) == 0 || len(bytes.Trim(digits, "0123456789[](),* \t\n\r†‡§")) > 0 {
		r.write(s)
		return
	}
	if r.nodes[around].tag == uint32(atom.A) || digits[0] == '[' || digits[0] == '(' {
		return
	}
	for _, c := range string(digits) {
		if '0' <= c && c <= '9' {
			c = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[c-'0']
		}
		r.write(utf8.AppendRune(nil, c))
	}
}

// write adds text to the line: white space becomes one space, and what only says where a line may break
// or a word be divided is left out.
func (r *reader) write(s []byte) {
	if !r.inLine() {
		if len(bytes.TrimLeft(s, " \t\n\r\f\v")) == 0 {
			return
		}
		r.begin()
	}
	l := &r.lines[len(r.lines)-1]
	was := len(r.buf)
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c <= ' ' || c == 0x7F:
			// Control characters are no text either, but they part nothing.
			r.space = r.space || c == ' ' || '\t' <= c && c <= '\r'
			i++
			continue
		case c < utf8.RuneSelf:
			if r.space {
				r.parting()
			}
			r.buf = append(r.buf, c)
			i++
			continue
		}
		size := 1
		for i+size < len(s) && !utf8.RuneStart(s[i+size]) {
			size++
		}
		if !unseen(s[i : i+size]) {
			if r.space {
				r.parting()
			}
			r.buf = append(r.buf, s[i:i+size]...)
		}
		i += size
	}
	if r.link >= 0 {
		l.linked += int32(len(r.buf) - was)
	}
	if r.nodes[r.top()].tag == uint32(atom.Time) {
		l.timed = true
	}
}

// parting adds the space that parts two words, but at the beginning of a line.
func (r *reader) parting() {
	if len(r.buf) > int(r.lines[len(r.lines)-1].start) {
		r.buf = append(r.buf, ' ')
	}
	r.space = false
}

// unseen tells whether a character only says where a word may be divided, or is a control character.
func unseen(c []byte) bool {
	switch string(c) {
	case "\u00AD", "\u200B", "\u2060", "\uFEFF":
		return true
	}
	return c[0] == 0xC2 && len(c) == 2 && c[1] < 0xA0
}

// clean leaves out of a text what write leaves out.
func clean(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && !unicode.IsSpace(c) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF {
			return -1
		}
		return c
	}, s)
}

// inLine tells whether a line has begun.
func (r *reader) inLine() bool { return len(r.lines) > 0 && r.lines[len(r.lines)-1].end < 0 }

// begin begins a line in the innermost block.
func (r *reader) begin() {
	at := r.top()
	for r.nodes[at].inline {
		at = r.nodes[at].parent
	}
	r.space = false
	r.lines = append(r.lines, line{start: int32(len(r.buf)), end: -1, node: at, broken: r.breaks == 1})
	r.breaks = 0
}

// part ends the line and says how many breaks there are: one parts lines, more part paragraphs.
func (r *reader) part(breaks int) {
	r.flush()
	r.breaks += breaks
}

// flush ends the line.
func (r *reader) flush() {
	if r.inLine() {
		n := len(r.lines)
		l := &r.lines[n-1]
		text := bytes.TrimRight(r.buf[l.start:], " ")
		text = trimSpaces(text)
		if len(text) == 0 {
			r.buf = r.buf[:l.start]
			r.breaks = 2
			r.lines = r.lines[:n-1]
		} else {
			shift := bytes.Index(r.buf[l.start:], text)
			l.end = l.start + int32(shift+len(text))
			l.start += int32(shift)
			r.buf = r.buf[:l.end]
		}
	}
	r.space = false
}

// trimSpaces cuts the spaces around a text, those too that do not break lines.
func trimSpaces(text []byte) []byte { return bytes.TrimFunc(text, unicode.IsSpace) }
