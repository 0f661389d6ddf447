package input

import (
	"strings"
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

// decodeLegacy decodes text in a legacy encoding, or says that none is certain.
func decodeLegacy(raw string) (string, bool) {
	if brokenUTF8(raw) {
		return "", false
	}
	western := charmap.Windows1252
	if !hasC1(raw) && strings.IndexByte(raw, 0xA4) >= 0 {
		western = charmap.ISO8859_15
	}
	type reading struct {
		text string
		fits bool
		hits int
	}
	read := func(c *charmap.Charmap, turkish bool) (r reading) {
		var seen letters
		r.text, r.fits = decodeWith(c, raw)
		if r.fits {
			seen, r.fits = count(r.text)
		}
		if !r.fits {
			return r
		}
		r.fits = false
		words := strings.Fields(r.text)
		for _, w := range writings {
			if w.turkish == turkish && seen.of(w) {
				r.fits = true
				r.hits = max(r.hits, hits(words, w.words))
			}
		}
		return r
	}
	a, b := read(western, false), read(charmap.Windows1254, true)
	switch {
	case a.fits && b.fits && a.text != b.text:
		// Few letters, as in one name: the words around them must speak clearly.
		if a.hits >= 3 && a.hits > 2*b.hits {
			return a.text, true
		}
		return b.text, b.hits >= 3 && b.hits > 2*a.hits
	case a.fits:
		return a.text, true
	}
	return b.text, b.fits
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

// hasC1 says whether raw has bytes that are signs in Windows encodings and control characters in ISO ones.
func hasC1(raw string) bool {
	for i := 0; i < len(raw); i++ {
		if raw[i] >= 0x80 && raw[i] < 0xA0 {
			return true
		}
	}
	return false
}

// decodeWith decodes raw and fails on control characters and on bytes that the encoding does not have.
func decodeWith(c *charmap.Charmap, raw string) (string, bool) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/8)
	for i := 0; i < len(raw); i++ {
		r := c.DecodeByte(raw[i])
		if r == unicode.ReplacementChar || unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r", r) {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// letters counts the letters beyond ASCII of a text.
type letters struct {
	each map[rune]int
	all  int
}

// count counts the letters, and refuses text in which signs or capitals stand where only small letters
// do, or in which nearly all letters are beyond ASCII, as in Cyrillic read as Latin.
func count(text string) (letters, bool) {
	l := letters{each: map[rune]int{}}
	ascii, odd := 0, 0
	before, sign := rune(0), false // the character before, and whether it is a sign behind a letter
	for _, c := range text {
		if sign && unicode.IsLetter(c) {
			odd++
		}
		sign = false
		switch {
		case c < 0x80:
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				ascii++
			}
		case unicode.IsLetter(c):
			l.each[c]++
			l.all++
			if unicode.IsUpper(c) && unicode.IsLower(before) {
				odd++
			}
		default:
			sign = unicode.IsLetter(before) && !strings.ContainsRune("’‘´–—…·\u00A0\u00AD", c)
		}
		before = c
	}
	if l.all > 3 && float64(l.all) > densest*float64(l.all+ascii) {
		return l, false
	}
	return l, odd*20 <= l.all
}

// of says whether the letters are those of a language, but for a few of foreign names.
func (l letters) of(w writing) bool {
	own, guest := 0, 0
	for c, n := range l.each {
		switch {
		case strings.ContainsRune(w.letters, c):
			own += n
		case strings.ContainsRune(guests, c):
			guest += n
		}
	}
	all := float64(l.all)
	return float64(guest) <= guestShare*all && float64(l.all-own-guest) <= foreignShare*all
}

// hits counts the words of a text that are among the given ones.
func hits(text []string, words string) int {
	wanted := map[string]bool{}
	for _, w := range strings.Fields(words) {
		wanted[w] = true
	}
	n := 0
	for _, w := range text {
		if wanted[strings.ToLower(w)] {
			n++
		}
	}
	return n
}
