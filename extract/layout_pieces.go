package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type pieceKind uint8

const (
	pieceWord pieceKind = iota
	pieceNumber
	piecePunct
)

// piece is a word, a run of digits or one other character of a line.
type piece struct {
	start, end int32
	word       int32 // its id among the cues, 0 for a word that they have not
	num        int32 // value of up to nine digits, else -1
	char       rune  // of punctuation, dashes of all lengths being '-' or '–'
	kind       pieceKind
	space      bool // white space stands before it
	wide       bool // more of it than between words
	upper      bool // begins with a capital
	caps       bool // all capitals
}

// foldWord makes the spellings of a word one: case, İ I ı i, kinds of
// apostrophe, composed and decomposed letters.
func foldWord(w string) string {
	w = strings.Map(foldRune, norm.NFC.String(w))
	return strings.ReplaceAll(w, "i\u0307", "i")
}

// lexLine appends the pieces of text[start:]; their offsets are into text. With
// learn, the cues take up the words that they have not.
func lexLine(out []piece, text string, start int, cues *layoutCues, learn bool) []piece {
	space, columns := false, 0
	for i := start; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if isGap(r) {
			space = true
			columns++
			if r == '\t' || r == '\n' {
				columns += 2
			}
			i += size
			continue
		}
		hash := uint64(0)
		q := piece{start: int32(i), space: space, wide: columns > 1 && len(out) > 0, num: -1}
		switch {
		case isLetter(r):
			q.kind = pieceWord
			q.upper = isUpper(r)
			q.caps = q.upper
			j := i
			h := uint64(fnvOffset)
			combining := false
			for j < len(text) {
				c := text[j]
				if class := byteClass[c]; class&runeLetter != 0 {
					if class&runeLower != 0 {
						q.caps = false
					}
					h = hashByte(h, c|0x20)
					j++
					continue
				}
				if c < utf8.RuneSelf && c != '\'' {
					break
				}
				r, size := utf8.DecodeRuneInString(text[j:])
				if r == '\'' || r == '’' {
					n, _ := utf8.DecodeRuneInString(text[j+size:])
					if !isLetter(n) {
						break
					}
				} else if r == 0xAD { // soft hyphen: nothing
					j += size
					continue
				} else if !isLetter(r) && !isMark(r) {
					break
				} else if isLower(r) {
					q.caps = false
				}
				combining = combining || isMark(r)
				h = hashRune(h, foldRune(r))
				j += size
			}
			if combining {
				h = fnvOffset
				for _, r := range foldWord(text[i:j]) {
					h = hashRune(h, r)
				}
			}
			hash = h
			i = j
		case '0' <= r && r <= '9':
			q.kind = pieceNumber
			j, n := i, int32(0)
			hash = fnvOffset
			for j < len(text) && '0' <= text[j] && text[j] <= '9' {
				hash = hashByte(hash, text[j])
				if j-i < 9 {
					n = n*10 + int32(text[j]-'0')
				}
				j++
			}
			if j-i <= 9 {
				q.num = n
			}
			i = j
		default:
			q.kind, q.char = piecePunct, r
			switch r {
			case '‐', '‑', '−':
				q.char = '-'
			case '—', '―', '‒':
				q.char = '–'
			}
			i += size
		}
		q.end = int32(i)
		if q.kind != piecePunct {
			if learn {
				q.word = cues.id(hash)
			} else {
				q.word = cues.known(hash)
			}
		}
		out = append(out, q)
		space, columns = false, 0
	}
	return out
}

func hashRune(h uint64, r rune) uint64 {
	if r < utf8.RuneSelf {
		return hashByte(h, byte(r))
	}
	return (h ^ uint64(r)) * fnvPrime
}

// isGap is white space of every kind, and what does not show.
func isGap(r rune) bool {
	if r < tabledRunes {
		return runeClass[r]&runeGap != 0
	}
	switch r {
	case '\u200b', '\u200c', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}

func trimSpan(text string, start, end int) (int, int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !isGap(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !isGap(r) {
			break
		}
		end -= size
	}
	return start, end
}

// bulletAt tells whether a line begins as an item of a list: "• ", "- ", "1. ", "a) ".
func bulletAt(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	rest := line[size:]
	switch {
	case strings.ContainsRune("•●▪■◆◦‣⁃○►▶➤✓*·", r):
		return rest != ""
	case strings.ContainsRune("-–—", r):
		return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\u00a0")
	case '0' <= r && r <= '9':
		if rest != "" && '0' <= rest[0] && rest[0] <= '9' {
			rest = rest[1:]
		}
		return strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")
	case 'a' <= r && r <= 'z':
		return strings.HasPrefix(rest, ") ")
	}
	return false
}
