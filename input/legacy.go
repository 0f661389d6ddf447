package input

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Which legacy encoding a text is in cannot be read off its bytes: every byte is a letter or sign in
// every one of them. It is taken for certain where, decoded, the letters beyond ASCII are those of one
// language that is written in that encoding, and no other reading of the bytes fits as well.
//
// ISO 8859-1 and -9 need no candidates of their own: where they differ from Windows-1252 and -1254
// stand control characters, which no article has. ISO 8859-15 is told by its euro sign, for which the
// others have ¤, a sign that no article has either.

// A writing is a language as far as encodings matter: its letters beyond ASCII and some of its most
// frequent words in ASCII, to choose between two readings of few letters.
type writing struct {
	turkish bool // written in the Turkish encodings, else in the Western ones
	letters string
	words   string
}

// writings are the languages that newspapers have long written in these encodings, those without a
// pack too: they make a wrong reading as one of the others less likely.
var writings = []writing{
	{true, "çğıöşüÇĞİÖŞÜâîûÂÎÛ", "ve bir bu ile de da olarak olan daha sonra gibi kadar en ise ya ki"},
	{false, "äöüßÄÖÜ", "der die das und ist nicht mit von dem den ein eine auf im zu"},
	{false, "æøåÆØÅéòôóêèäöÉ", "og det er som for ikke med av til den har de en et at"},
	{false, "åäöÅÄÖéÉü", "och att det som en den med ett av inte har till"},
	{false, "åäöÅÄÖ", "ja on ei se oli mutta ovat joka myös sekä"},
	{false, "àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ", "le la les des et est dans que une pour qui sur pas"},
	{false, "áéíñóúüÁÉÍÑÓÚÜ", "el la los las de que en por una con para del se"},
	{false, "ãõáéíóúâêôçàüÃÕÁÉÍÓÚÂÊÔÇÀ", "o os as que de do da em um uma para com por"},
	{false, "àèéìíîòóùúÀÈÉÌÒÙ", "il la di che non per una con del sono gli le"},
	{false, "éëïöüóáèêÉ", "de het een van en dat die niet voor met op zijn"},
	{false, "áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ", "og er sem um til var en ekki fyrir af hann"},
	{false, "éèêçñöüäïáíóôâàÉÖ", "the of and to in is that for was with on as at by from"},
}

// guests are the letters that foreign names bring along.
const guests = "áàâãäåæçéèêëíïñóôöøúüÁÅÉÖØÜ"

const (
	guestShare   = 0.15 // of the letters beyond ASCII may be guests
	foreignShare = 0.02 // of them may be neither the language's own nor guests
	densest      = 0.35 // share of all letters that letters beyond ASCII have in no Latin alphabet
)

// codepage is a legacy encoding with what matters of each of its bytes.
type codepage struct {
	runes [256]rune // -1 for control characters and for bytes that it does not have
	class [256]byteClass
}

type byteClass uint8

const (
	isLetter byteClass = 1 << iota
	isUpper
	isLower
	isSign // beyond ASCII and no letter, and none that often stands behind a letter
)

func newCodepage(c *charmap.Charmap) *codepage {
	p := new(codepage)
	for i := range p.runes {
		r := c.DecodeByte(byte(i))
		if r == unicode.ReplacementChar || unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r", r) {
			p.runes[i] = -1
			continue
		}
		p.runes[i] = r
		switch {
		case unicode.IsUpper(r):
			p.class[i] = isLetter | isUpper
		case unicode.IsLower(r):
			p.class[i] = isLetter | isLower
		case unicode.IsLetter(r):
			p.class[i] = isLetter
		case r >= utf8.RuneSelf && !strings.ContainsRune("’‘´–—…·\u00A0\u00AD", r):
			p.class[i] = isSign
		}
	}
	return p
}

// codepages are those that are candidates.
var codepages = sync.OnceValue(func() (p struct{ windows1252, iso8859x15, windows1254 *codepage }) {
	p.windows1252, p.iso8859x15, p.windows1254 = newCodepage(charmap.Windows1252), newCodepage(charmap.ISO8859_15), newCodepage(charmap.Windows1254)
	return p
})

// decodeLegacy decodes text in a legacy encoding, or says that none is certain. It decodes nothing before
// it knows which: the text may be long.
func decodeLegacy(raw string) (string, bool) {
	if brokenUTF8(raw) {
		return "", false
	}
	var n byteCounts
	for i := 0; i < len(raw); i++ {
		n[raw[i]]++
	}
	western, turkish := codepages().windows1252, codepages().windows1254
	if !n.anyC1() && n[0xA4] > 0 {
		western = codepages().iso8859x15
	}
	a, b := western.languages(raw, &n, false), turkish.languages(raw, &n, true)
	page := western
	switch {
	case len(a)+len(b) == 0:
		return "", false
	case len(a) == 0:
		page = turkish
	case len(b) > 0 && western.differs(turkish, &n):
		// Few letters, as in one name: the words around them must speak clearly.
		i, j := western.hits(raw, a), turkish.hits(raw, b)
		switch {
		case i >= 3 && i > 2*j:
		case j >= 3 && j > 2*i:
			page = turkish
		default:
			return "", false
		}
	}
	return page.decode(raw, &n), true
}

// byteCounts says how often each byte occurs.
type byteCounts [256]int

// anyC1 says whether there are bytes that are signs in Windows encodings and control characters in ISO ones.
func (n *byteCounts) anyC1() bool {
	return slices.ContainsFunc(n[0x80:0xA0], func(n int) bool { return n > 0 })
}

// differs says whether two encodings make different texts of the same bytes.
func (p *codepage) differs(q *codepage, n *byteCounts) bool {
	for i, r := range p.runes {
		if n[i] > 0 && r != q.runes[i] {
			return true
		}
	}
	return false
}

// decode decodes a text whose bytes the encoding has.
func (p *codepage) decode(raw string, n *byteCounts) string {
	size := 0
	for i, r := range p.runes {
		size += n[i] * max(utf8.RuneLen(r), 0)
	}
	var b strings.Builder
	b.Grow(size)
	for i := 0; i < len(raw); i++ {
		b.WriteRune(p.runes[raw[i]])
	}
	return b.String()
}

// languages are those in which the bytes may be a text of this encoding: it has them, the letters beyond
// ASCII are those of the language, and they stand where letters do.
func (p *codepage) languages(raw string, n *byteCounts, turkish bool) []writing {
	all, ascii := 0, 0
	for i, r := range p.runes {
		switch {
		case n[i] == 0:
		case r < 0:
			return nil
		case p.class[i]&isLetter != 0 && r >= utf8.RuneSelf:
			all += n[i]
		case p.class[i]&isLetter != 0:
			ascii += n[i]
		}
	}
	// Nearly all letters are beyond ASCII, as in Cyrillic read as Latin.
	if all > 3 && float64(all) > densest*float64(all+ascii) || p.odd(raw)*20 > all {
		return nil
	}
	var out []writing
	for _, w := range writings {
		if w.turkish == turkish && p.fits(w, n, all) {
			out = append(out, w)
		}
	}
	return out
}

// odd counts the signs and capitals that stand where only small letters do.
func (p *codepage) odd(raw string) int {
	odd := 0
	before, sign := byteClass(0), false // of the character before; it is a sign behind a letter
	for i := 0; i < len(raw); i++ {
		class := p.class[raw[i]]
		if sign && class&isLetter != 0 {
			odd++
		}
		if raw[i] >= utf8.RuneSelf && class&isUpper != 0 && before&isLower != 0 {
			odd++
		}
		sign = class&isSign != 0 && before&isLetter != 0
		before = class
	}
	return odd
}

// fits says whether the letters are those of a language, but for a few of foreign names.
func (p *codepage) fits(w writing, n *byteCounts, all int) bool {
	own, guest := 0, 0
	for i, r := range p.runes {
		switch {
		case n[i] == 0 || r < utf8.RuneSelf || p.class[i]&isLetter == 0:
		case strings.ContainsRune(w.letters, r):
			own += n[i]
		case strings.ContainsRune(guests, r):
			guest += n[i]
		}
	}
	return float64(guest) <= guestShare*float64(all) && float64(all-own-guest) <= foreignShare*float64(all)
}

// hits counts the words in the beginning of a text that are among the frequent ones of a language, of that
// of which there are most.
func (p *codepage) hits(raw string, languages []writing) int {
	const beginning = 256 << 10
	var n byteCounts
	text := strings.ToLower(p.decode(raw[:min(beginning, len(raw))], &n))
	most := 0
	for _, w := range languages {
		wanted := strings.Fields(w.words)
		hits := 0
		for word := range strings.FieldsSeq(text) {
			if slices.Contains(wanted, word) {
				hits++
			}
		}
		most = max(most, hits)
	}
	return most
}

// brokenUTF8 says whether raw is UTF-8 in which something broke: letters of more than one byte that are
// valid occur in legacy text by rare accident only.
func brokenUTF8(raw string) bool {
	valid, broken := 0, 0
	for i, c := range raw {
		switch {
		case c == utf8.RuneError && !strings.HasPrefix(raw[i:], "\uFFFD"):
			broken++
		case c >= utf8.RuneSelf:
			valid++
		}
	}
	return valid*10 > broken
}
