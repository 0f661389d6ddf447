package extract

import (
	"unicode"
	"unicode/utf8"
)

// tabledRunes is where the scripts end whose letters are looked up in a table:
// Latin, Greek and the usual Cyrillic. The tables of package unicode are
// searched by halving, which the passes over every letter of a text would feel.
const tabledRunes = 0x480

const (
	runeLetter uint8 = 1 << iota
	runeUpper
	runeLower
	runeMark  // of any kind
	runeDigit // 0 to 9
	runeGap   // white space, and what does not show
)

var (
	runeClass [tabledRunes]uint8
	lowerRune [tabledRunes]uint16
	// byteClass is the same of each byte of a text, 0 for parts of characters.
	byteClass [256]uint8
)

func init() {
	for r := range rune(tabledRunes) {
		for class, is := range map[uint8]bool{
			runeLetter: unicode.IsLetter(r), runeUpper: unicode.IsUpper(r), runeLower: unicode.IsLower(r),
			runeMark: unicode.IsMark(r), runeDigit: '0' <= r && r <= '9', runeGap: unicode.IsSpace(r) || r == 0 || r == 0xAD,
		} {
			if is {
				runeClass[r] |= class
			}
		}
		lowerRune[r] = uint16(unicode.ToLower(r))
	}
	copy(byteClass[:utf8.RuneSelf], runeClass[:])
}

func isLetter(r rune) bool { return runeIs(r, runeLetter, unicode.IsLetter) }
func isUpper(r rune) bool  { return runeIs(r, runeUpper, unicode.IsUpper) }
func isLower(r rune) bool  { return runeIs(r, runeLower, unicode.IsLower) }
func isMark(r rune) bool   { return runeIs(r, runeMark, unicode.IsMark) }

func runeIs(r rune, class uint8, beyond func(rune) bool) bool {
	if r < tabledRunes {
		return runeClass[r]&class != 0
	}
	return beyond(r)
}

func toLower(r rune) rune {
	if r < tabledRunes {
		return rune(lowerRune[r])
	}
	return unicode.ToLower(r)
}
