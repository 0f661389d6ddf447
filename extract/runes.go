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

func isLetter(r rune) bool {
	if r < tabledRunes {
		return runeClass[r]&runeLetter != 0
	}
	return beyond(r, unicode.IsLetter)
}

func isUpper(r rune) bool {
	if r < tabledRunes {
		return runeClass[r]&runeUpper != 0
	}
	return beyond(r, unicode.IsUpper)
}

func isLower(r rune) bool {
	if r < tabledRunes {
		return runeClass[r]&runeLower != 0
	}
	return beyond(r, unicode.IsLower)
}

func isMark(r rune) bool {
	if r < tabledRunes {
		return runeClass[r]&runeMark != 0
	}
	return beyond(r, unicode.IsMark)
}

// beyond asks package unicode. It stands apart so that what calls it is small
// enough to be inlined.
//
//go:noinline
func beyond(r rune, is func(rune) bool) bool { return is(r) }

func toLower(r rune) rune {
	if r < tabledRunes {
		return rune(lowerRune[r])
	}
	return unicode.ToLower(r)
}
