package html

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// line is a piece of text that stands on lines of its own.
type line struct {
	start, end int32 // in the buffer
	node       int32 // the element around it
	linked     int32 // bytes that are links
	broken     bool  // a line break alone parts it from the line before
	timed      bool  // it has a <time>
	links      bool  // it ends with a link
}

// addText adds text to the line.
func (r *reader) addText(s []byte) {
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
	if len(r.buf) > was {
		if l.links = r.link >= 0; l.links {
			l.linked += int32(len(r.buf) - was)
		}
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
	r.space = false
	r.lines = append(r.lines, line{start: int32(len(r.buf)), end: -1, node: r.nodes[r.top()].block, broken: r.breaks == 1})
	r.breaks = 0
}

// part ends the line and says how many breaks there are: one parts lines, more part paragraphs.
func (r *reader) part(breaks int) {
	if len(r.lines) >= mostLines && r.inLine() {
		r.space = true
		return
	}
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
