package names

import (
	"strings"
	"unicode/utf8"

	"extract/extract/gazetteer"
)

// AppendFold appends the key form of a name: that of gazetteer.Fold, lower case without marks, but with
// full stops and commas as space, so that "H.W." is "h w" and "Mishustin, Mikhail" two words.
func AppendFold(dst []byte, name string) []byte {
	start := len(dst)
	for name != "" {
		i := 0
		for i < len(name) && name[i] != '.' && name[i] != ',' {
			i++
		}
		piece := name[:i]
		name = name[min(i+1, len(name)):]
		if n := len(dst); n > start && dst[n-1] != ' ' {
			dst = append(dst, ' ')
		}
		dst = gazetteer.Fold(dst, piece)
	}
	for len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// Fold is AppendFold into a string of its own.
func Fold(name string) string {
	var buf [64]byte
	return string(AppendFold(buf[:0], name))
}

// Hash is the 64-bit FNV-1a hash of a folded name or word.
func Hash(folded []byte) uint64 { return gazetteer.Hash(folded) }

// Words splits a name at spaces and hyphens, folded.
func Words(name string) []string { return strings.Fields(Fold(name)) }

// plain returns the plain letters under r in lower case: s for ş, ss for ß, nothing for a mark or an
// apostrophe.
func plain(buf []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z':
		return append(buf, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(buf, byte(r)+'a'-'A')
	}
	return gazetteer.Fold(buf, string(r))
}

// base returns the first plain letter under r, 0 without one.
func base(r rune) rune {
	if 'a' <= r && r <= 'z' {
		return r
	}
	var buf [utf8.UTFMax]byte
	b, _ := utf8.DecodeRune(plain(buf[:0], r))
	if b == utf8.RuneError {
		return 0
	}
	return b
}

func isHyphen(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–':
		return true
	}
	return false
}
