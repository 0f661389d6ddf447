package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Base letters of U+00C0–U+025F and U+1E00–U+1EFF, one byte a code point, from the canonical
// decompositions of Unicode 14 and, where a letter has none, the letter it is replaced by in plain
// Latin type (đ d, ø o, ı i, ə e). A point stands for a letter that is not one base letter.
const (
	latinLow = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll" +
		"lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		".b........d...ee..f.....kk......oo.............uu..yyzz........." +
		".............aaiioouuuuuuuuuueaaaa....ggkkoooo..j...gg..nnaa...." +
		"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy........c..." +
		"................a..b...d.e......"
	latinHigh = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

// base returns the plain lower-case letter under r, or r in lower case where there is none.
func base(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case 0xC0 <= r && r < 0x260:
		if c := latinLow[r-0xC0]; c != '.' {
			return rune(c)
		}
	case 0x1E00 <= r && r < 0x1F00:
		if c := latinHigh[r-0x1E00]; c != '.' {
			return rune(c)
		}
	}
	return unicode.ToLower(r)
}

// digraph returns what plain type writes for a letter that it replaces by two.
func digraph(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	}
	return ""
}

// isMark reports what stands on or in a word without being a letter of it: combining marks and the
// soft hyphen.
func isMark(r rune) bool { return 0x300 <= r && r < 0x370 || r == '\u00ad' }

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʹ', '`', '´':
		return true
	}
	return false
}

func isHyphen(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–':
		return true
	}
	return false
}

// AppendFold appends name in lower case without marks: ş is s, ğ g, ı and İ i, đ d, ø o, ß ss, æ ae.
// Apostrophes go, hyphens become spaces, points and commas count as space, runs of other space become
// one space, and there is none at either end. It is the key under which spellings are looked up.
func AppendFold(dst []byte, name string) []byte {
	start, gap := len(dst), false
	for _, r := range name {
		switch {
		case isMark(r) || isApostrophe(r):
			continue
		case r == '.' || r == ',' || isHyphen(r) || unicode.IsSpace(r):
			gap = true
			continue
		}
		if gap && len(dst) > start {
			dst = append(dst, ' ')
		}
		gap = false
		if d := digraph(r); d != "" {
			dst = append(dst, d...)
			continue
		}
		dst = utf8.AppendRune(dst, base(r))
	}
	return dst
}

// Fold is AppendFold into a string of its own.
func Fold(name string) string {
	var buf [64]byte
	return string(AppendFold(buf[:0], name))
}

// Hash is the 64-bit FNV-1a hash of a folded name or word.
func Hash(folded []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range folded {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// Words splits a name at spaces and hyphens, folded.
func Words(name string) []string { return strings.Fields(Fold(name)) }
