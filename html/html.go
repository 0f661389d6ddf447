// Package html reads what a web page says: the text of its article without the menus, banners, links and
// comments around it, its headline, its date of publication, its publisher and the language that it claims.
//
// It works on the tokens of golang.org/x/net/html and not on that library's tree, which costs several times
// as much and gives up on pages that are nested deeply. What it builds instead is a list of lines of text
// and a list of the elements around them; pages however broken or nested take time in proportion to their
// length, and no recursion.
package html

import (
	"slices"
	"strings"
	"sync"
)

// Page is what a web page says.
type Page struct {
	// Text is the headline and the article: a paragraph, heading, item, caption or row of a table on a line
	// each, with an empty line between them but for rows and line breaks. Items begin with "- ", cells are
	// parted by bars. It ends with a line end, and is "" where the page has no text.
	Text  string
	Title string // the headline, without the name of the site; "" where nothing but the <title> may be one
	Date  string // of publication, in the time zone in which it is written: 2006-01-02 or 2006-01-02T15:04
	UTC   bool   // the Date is in UTC, and perhaps not in the time that the readers have
	Lang  string // BCP 47 tag that the page gives itself, which is often wrong
	Site  string // name of the site or publisher
}

// Read reads a page, which must be valid UTF-8. It never fails: where no article can be told from the rest,
// the text is all that is no menu or link.
func Read(source string) Page {
	r := readers.Get().(*reader)
	defer func() {
		if cap(r.buf) <= mostKept && cap(r.nodes) <= mostKept/16 {
			readers.Put(r) // else what one page needs would stay
		}
	}()
	r.reset()
	if len(source) > mostKept {
		r.buf = slices.Grow(r.buf, len(source)) // it would be outgrown several times
	}
	r.parse(source)
	if len(r.lines) == 0 && r.noFrames != "" {
		inner := r.noFrames
		meta := r.meta
		r.reset()
		r.meta = meta
		r.parse(inner) // what a page of frames says to those who see none
	}
	return r.page()
}

// mostKept is how long a page may be whose buffers are kept for the next.
const mostKept = 1 << 20

// readers keeps the buffers of pages that are done.
var readers = sync.Pool{New: func() any { return new(reader) }}

// reader is a page while it is being read.
type reader struct {
	buf   []byte // text of all lines
	lines []line
	nodes []node
	open  []int32 // nodes that are open, outermost first
	// How many elements of each kind are open, so that an end tag without a beginning costs nothing.
	opened map[uint32]int32
	link   int32 // the link that is open, or -1
	breaks int   // line breaks before the next line
	space  bool  // white space stands before the next character
	inBody bool  // the body has begun
	text   int32 // where in the buffer the running text of the article begins
	meta
	noFrames string
}

func (r *reader) reset() {
	if r.opened == nil {
		r.opened = map[uint32]int32{}
	}
	clear(r.opened)
	r.buf, r.lines, r.open = r.buf[:0], r.lines[:0], r.open[:0]
	// All hangs on one root, so that every line has an element.
	r.nodes = append(r.nodes[:0], node{parent: -1})
	r.open = append(r.open, 0)
	r.link, r.breaks, r.space, r.inBody, r.text, r.noFrames = -1, 2, false, false, 0, ""
	r.meta = meta{}
}

// page puts together what was read.
func (r *reader) page() Page {
	r.weigh()
	first, last := r.choose()
	head := r.headline(first)
	title, sure := r.title(head)
	p := Page{Lang: r.lang, Site: squeeze(r.site)}
	if sure {
		p.Title = title
	}
	from := r.headFrom(head, first)
	p.Date, p.UTC = r.published(head, from, first)
	p.Text = r.render(head, from, first, last, title)
	// Pages that scripts fill have the article as data only.
	if body := r.articleBody; len(body) > 2*len(p.Text) {
		p.Text = paragraphs(title, body)
	}
	return p
}

// squeeze makes one line of a text: its white space single and none around it.
func squeeze(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
