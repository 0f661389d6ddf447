package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"extract/internal/letters"
)

// Fold appends the key form of s to dst: lower case, marks stripped, letters
// outside the basic alphabet spelled with it (ø o, æ ae, ß ss, đ d, ł l),
// apostrophes, full stops, commas and brackets dropped, each run of hyphens,
// slashes and white space one blank, none at either end. İ, I and ı all become
// i, so a key is the same whatever language wrote it. Letters of other
// alphabets are put in lower case and kept.
//
// Fold is idempotent, and allocates only when dst has no room.
func Fold(dst []byte, s string) []byte {
	start := len(dst)
	gap := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == ' ' || c == '-' || c == '/' || c == '_' || '\t' <= c && c <= '\r':
				gap = true
				continue
			case c == '&':
			default:
				continue
			}
			if gap && len(dst) > start {
				dst = append(dst, ' ')
			}
			gap = false
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if isGap(r) {
			gap = true
			continue
		}
		a, b, ok := foldRune(r)
		if !ok {
			continue
		}
		if gap && len(dst) > start {
			dst = append(dst, ' ')
		}
		gap = false
		dst = utf8.AppendRune(dst, a)
		if b != 0 {
			dst = append(dst, b)
		}
	}
	return dst
}

// isGap tells the spaces and dashes beyond ASCII that part words.
func isGap(r rune) bool {
	switch {
	case r == 0x00A0 || r == 0x3000 || r == 0x202F || r == 0x205F || r == 0x0085 || r == 0x1680:
		return true
	case 0x2000 <= r && r <= 0x200A, r == 0x2028, r == 0x2029:
		return true
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, r == 0x2043:
		return true
	}
	return false
}

// foldRune gives the key form of one rune beyond ASCII: one rune, or one and
// an ASCII letter; ok is false for what a key leaves out.
func foldRune(r rune) (a rune, b byte, ok bool) {
	switch {
	case 0x00C0 <= r && r < 0x0250:
		a, b = foldPair(foldLatin, int(r-0x00C0))
	case 0x1E00 <= r && r < 0x1F00:
		a, b = foldPair(foldLatinAdditional, int(r-0x1E00))
	case r == 'ə':
		return 'e', 0, true
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return 0, 0, false
	case unicode.Is(unicode.Lm, r): // modifier letters: ʼ ʻ ʾ ʿ
		return 0, 0, false
	default:
		a = unicode.ToLower(r)
		if a != r && a < 0x1F00 { // the Ångström sign becomes å
			if a < utf8.RuneSelf {
				return a, 0, true
			}
			return foldRune(a)
		}
	}
	return a, b, a != ' '
}

func foldPair(table string, i int) (rune, byte) {
	a, b := table[2*i], table[2*i+1]
	if b == ' ' {
		b = 0
	}
	return rune(a), b
}

// Hash is the hash of a key made by [Fold]. The tables of the gazetteer are kept
// by it, so they are written anew when it changes.
func Hash(key []byte) uint64 { return letters.Hash(key) }
