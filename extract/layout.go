package extract

import (
	"strings"
	"sync"
)

// blockRole says what a part of a page is.
type blockRole uint8

const (
	roleHeader      blockRole = iota // site name, navigation, breadcrumbs, letterhead, ticker
	roleTitle                        // the headline
	rolePublication                  // when and where the article was published or updated
	roleByline                       // who wrote it
	roleDateline                     // place, day and agency in front of the first paragraph
	roleLead                         // what stands between headline and first paragraph
	roleBody                         // a paragraph
	roleCaption                      // text of a picture
	roleHeading                      // a heading inside the body
	roleBoilerplate                  // share buttons, tags, comments, link lists, contacts, copyright
)

var roleNames = [...]string{"header", "title", "publication", "byline", "dateline", "lead", "body", "caption", "heading", "boilerplate"}

func (r blockRole) String() string { return roleNames[r] }

// givesFacts tells whether the text of the role belongs to the article itself.
func (r blockRole) givesFacts() bool {
	switch r {
	case roleTitle, roleDateline, roleLead, roleBody, roleCaption, roleHeading:
		return true
	}
	return false
}

// block is a part of a document: half-open byte offsets, without the white
// space around it.
type block struct {
	start, end int
	role       blockRole
	lang       string // BCP 47 subtag, once it is told
	chunk      bool   // many lines that were not told apart
}

// dateline is the prefix of a first paragraph: "BERN, 15 January (SDA) – ".
// Spans are byte offsets; an empty one is missing.
type dateline struct {
	start, end         int
	cityStart, cityEnd int
	dateStart, dateEnd int
	month, day         int    // 0 where the dateline says no day
	date               string // ISO, where it says the year
	clock              string // the time beside it
	alone              bool   // it has its line for itself
	agency             string
	// sure is false where only a capitalised word and a dash were seen: then it is
	// a dateline if the word names a city.
	sure bool
}

// layout is a document cut into its parts.
type layout struct {
	blocks    []block // in document order, not overlapping
	title     string  // as it stands, or as the input record gives it
	published string  // ISO 8601 day or minute, "" where the document does not tell
	source    string  // publisher or agency as it stands
	dateline  *dateline
}

// layOut cuts a document into its parts. The title is that of the input record,
// "" when it has none. The time is linear in the size of the text. In words are
// left the tokens of a text of up to keptTokens bytes, nothing for a longer one.
func layOut(text, title string, cues *layoutCues, words *tokenRoom) layout {
	p := cutters.Get().(*pageCutter)
	if len(text) <= keptBytes {
		defer cutters.Put(p)
	}
	words.clear()
	*p = pageCutter{text: text, cues: cues, words: words, spare: p.spare, given: strings.TrimSpace(title), lines: p.lines[:0], pieces: p.pieces[:0],
		credit: p.credit[:0], days: p.days[:0], segments: p.segments[:0], after: p.after, stamps: p.stamps[:0], sources: p.sources[:0]}
	p.split()
	p.read()
	p.cutStamps()
	p.findBody()
	p.layHead()
	p.layBody()
	p.layTail()
	p.guessPublication()
	return p.result()
}

// cutters keeps the buffers of pages that are done.
var cutters = sync.Pool{New: func() any { return new(pageCutter) }}

// pageCutter is a document while it is being cut.
type pageCutter struct {
	text   string
	cues   *layoutCues
	given  string        // title of the input record
	common map[rune]bool // letters of the text beyond ASCII, once they are asked for
	lines  []pageLine
	pieces []piece // of all lines; each line holds its part

	body, tail int // lines at which the body and what follows it begin
	title      int // line of the headline, -1 without
	datelineAt int // line that begins with the dateline, -1 without
	dateline   *dateline
	stamps     []published
	sources    []sourceName

	words *tokenRoom // the tokens of the lines, kept for the rules
	// Room that lines share.
	spare    tokenRoom
	credit   []piece
	days     []stamp
	segments []segment
	after    []int
}

// published is a date of publication that the page gives, with what it is worth.
type published struct {
	iso   string
	worth int
}

// sourceName is a publisher or agency that the page names, with what it is worth.
type sourceName struct {
	name  string
	worth int
}

// Worth of what tells the day of publication, and of what tells the source.
const (
	worthCare   = iota + 1 // an update behind the article, often the care of the page
	worthUpdate            // an update in the head of the page
	worthDateline
	worthTail   // a date behind the article
	worthPlain  // a date alone in the head
	worthNamed  // a date or name behind a word that says what it is
	worthDouble // a newspaper's name that the page gives twice
)

func (p *pageCutter) result() layout {
	out := layout{title: p.given, dateline: p.dateline, blocks: make([]block, 0, len(p.lines)+1)}
	for i := range p.lines {
		l := &p.lines[i]
		if l.start >= l.end {
			continue
		}
		if i == p.datelineAt {
			d := p.dateline
			out.blocks = append(out.blocks, block{start: d.start, end: d.end, role: roleDateline})
			if start, end := trimSpan(p.text, d.end, l.end); start < end {
				out.blocks = append(out.blocks, block{start: start, end: end, role: l.role})
			}
			continue
		}
		out.blocks = append(out.blocks, block{start: l.start, end: l.end, role: l.role, chunk: l.chunk})
	}
	if out.title == "" && p.title >= 0 {
		out.title = p.text[p.lines[p.title].start:p.lines[p.title].end]
	}
	if p.dateline != nil && p.dateline.date != "" {
		iso := p.dateline.date
		if p.dateline.clock != "" {
			iso += "T" + p.dateline.clock
		}
		p.stamps = append(p.stamps, published{iso, worthDateline})
	}
	if p.dateline != nil && p.dateline.agency != "" {
		p.sources = append(p.sources, sourceName{p.dateline.agency, worthDateline})
	}
	best := 0
	for _, s := range p.stamps {
		switch {
		case s.worth > best:
			out.published, best = s.iso, s.worth
		case len(s.iso) > len(out.published) && strings.HasPrefix(s.iso, out.published):
			out.published = s.iso // the same day, with the time
		}
	}
	for i, best := 0, 0; i < len(p.sources); i++ {
		if p.sources[i].worth > best {
			out.source, best = p.sources[i].name, p.sources[i].worth
		}
	}
	return out
}
