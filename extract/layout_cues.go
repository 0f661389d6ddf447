package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// cueSet is a set of classes of layout words.
type cueSet uint32

const (
	cuePublished  cueSet = 1 << iota // in front of the day of publication
	cueUpdated                       // in front of the day of a change
	cueTime                          // beside a time: "at", "kl."
	cueSource                        // in front of a publisher
	cueByline                        // in front of an author
	cuePhoto                         // in front of a photographer
	cueShare                         // share and tool buttons
	cueTags                          // in front of key words
	cueComments                      // above readers' comments
	cueRelated                       // above links to other articles
	cueContact                       // in front of addresses
	cueEnd                           // ends the article
	cueFooter                        // copyright, imprint, back to top
	cueNav                           // menu entries
	cueBreadcrumb                    // in front of a path
	cueLetterhead                    // kinds of press release, offices that issue them
	cueAd                            // advertisements and notes inside the text
	cueAgo                           // "hours ago": a comment's time
	cueConsent                       // cookie notices, anywhere in a line
	cueAgency                        // news agencies
	cueStretch                       // between the first and the last of several days
)

var cueNames = map[string]cueSet{
	"published": cuePublished, "updated": cueUpdated, "time": cueTime, "source": cueSource, "byline": cueByline,
	"photo": cuePhoto, "share": cueShare, "tags": cueTags, "comments": cueComments, "related": cueRelated,
	"contact": cueContact, "end": cueEnd, "footer": cueFooter, "nav": cueNav, "breadcrumb": cueBreadcrumb,
	"letterhead": cueLetterhead, "ad": cueAd, "ago": cueAgo, "consent": cueConsent, "stretch": cueStretch,
}

// layoutCues are the words by which the parts of a page are told apart: those
// of all languages together, because the language is known only afterwards.
type layoutCues struct {
	ids     hashTable            // folded word -> its place in the slices below
	seen    [1 << 16 / 64]uint64 // a bit for the upper 16 of each word's hash: few words of a page are cues
	phrases [][]cuePhrase        // that begin with the word, longest first
	months  []int8               // 1 to 12
	days    []int8               // names of weekdays, 1 Monday
	words   tokenRoom            // of the form that is learnt
	// city tells whether a name is a city's. It decides weak datelines ("Wien – ");
	// nil accepts none of them.
	city func(name string) bool
}

// anyNumber stands in a phrase for a number in digits: "vor # Stunden".
const anyNumber int32 = -1

type cuePhrase struct {
	words []int32
	set   cueSet
}

func newLayoutCues() *layoutCues {
	// Word 0 is every word that no list has.
	return &layoutCues{phrases: make([][]cuePhrase, 1), months: make([]int8, 1), days: make([]int8, 1)}
}

// layoutClasses are the classes of words that add takes.
var layoutClasses = []string{"layout", "agency", "month", "weekday", "weekday-short"}

// add takes a word of a pack of one of layoutClasses. Words of other classes are passed over.
func (c *layoutCues) add(class, value, form string) error {
	form = strings.TrimSuffix(form, "~")
	switch class {
	case "layout":
		set, ok := cueNames[value]
		if !ok {
			return fmt.Errorf("layout words have no kind %q; the kinds are %s", value, strings.Join(sortedCueNames(), ", "))
		}
		c.phrase(form, set)
	case "agency":
		c.phrase(form, cueAgency)
	case "month":
		var n int
		if _, err := fmt.Sscanf(value, "%d", &n); err != nil || n < 1 || n > 12 {
			return fmt.Errorf("month %q: write 01 to 12", value)
		}
		if id, ok := c.single(form); ok {
			c.months[id] = int8(n)
		}
	case "weekday", "weekday-short":
		if id, ok := c.single(form); ok {
			c.days[id] = 1
			if len(value) == 1 && value[0] >= '1' && value[0] <= '7' {
				c.days[id] = int8(value[0] - '0')
			}
		}
	}
	return nil
}

func sortedCueNames() []string {
	var names []string
	for name := range cueNames {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// learn returns the pieces of a form, whose words the cues take up.
func (c *layoutCues) learn(form string) []piece {
	c.words.clear()
	return c.pieces(nil, form, c.words.read(form, 0, len(form)), len(form), true)
}

// single returns the id of a form of one word, which it learns: the texts that
// are read at the same time only look words up.
func (c *layoutCues) single(form string) (int32, bool) {
	pieces := c.learn(strings.TrimSuffix(form, "."))
	if len(pieces) != 1 || pieces[0].kind != pieceWord {
		return 0, false
	}
	return pieces[0].word, true
}

// known returns the id of a word, 0 where no list has it.
func (c *layoutCues) known(hash uint64) int32 {
	if c.seen[hash>>54]>>(hash>>48&63)&1 == 0 {
		return 0
	}
	id, _ := c.ids.get(hash)
	return id
}

func (c *layoutCues) id(hash uint64) int32 {
	if id, ok := c.ids.get(hash); ok {
		return id
	}
	id := int32(len(c.phrases))
	c.ids.put(hash, id)
	c.seen[hash>>54] |= 1 << (hash >> 48 & 63)
	c.phrases = append(c.phrases, nil)
	c.months = append(c.months, 0)
	c.days = append(c.days, 0)
	return id
}

func (c *layoutCues) phrase(form string, set cueSet) {
	var words []int32
	for _, p := range c.learn(form) {
		switch {
		case p.kind != piecePunct:
			words = append(words, p.word)
		case p.char == '#' && len(words) > 0:
			words = append(words, anyNumber)
		}
	}
	if len(words) == 0 {
		return
	}
	same := c.phrases[words[0]]
	at := 0 // behind the longer ones
	for i := range same {
		if slices.Equal(same[i].words, words) {
			same[i].set |= set
			return
		}
		if len(same[i].words) >= len(words) {
			at = i + 1
		}
	}
	c.phrases[words[0]] = slices.Insert(same, at, cuePhrase{words, set})
}

// match returns the classes of the longest phrase that begins at pieces[i], and
// the place behind it; 0 where there is none. Between the words of a phrase may
// stand a hyphen or an abbreviation's point.
func (c *layoutCues) match(pieces []piece, i int) (cueSet, int) {
	if i >= len(pieces) || pieces[i].word == 0 {
		return 0, i
	}
next:
	for _, ph := range c.phrases[pieces[i].word] {
		j := i + 1
		for _, w := range ph.words[1:] {
			if j < len(pieces) && (pieces[j].char == '-' || pieces[j].char == '.') {
				j++
			}
			if j >= len(pieces) || pieces[j].kind == piecePunct {
				continue next
			}
			if pieces[j].word != w && (w != anyNumber || pieces[j].kind != pieceNumber) {
				continue next
			}
			j++
		}
		return ph.set, j
	}
	return 0, i
}
