package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"extract/internal/letters"
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
			i, hash, q.caps = lexWord(text, i)
		case '0' <= r && r <= '9':
			q.kind = pieceNumber
			j, n := i, int32(0)
			for j < len(text) && '0' <= text[j] && text[j] <= '9' {
				if j-i < 9 {
					n = n*10 + int32(text[j]-'0')
				}
				j++
			}
			if j-i <= 9 {
				q.num = n
			}
			hash = hashString(text[i:j])
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

// lexWord reads the word that begins with the letter at text[i]: where it ends,
// the hash of its folded form, and whether all of it is in capitals.
func lexWord(text string, i int) (end int, hash uint64, caps bool) {
	var room [64]byte
	begin := i
	first, _ := utf8.DecodeRuneInString(text[begin:])
	fold, hash, lower := letters.Fold(room[:0], text[i:])
	if i += len(fold); i == len(text) || text[i] < utf8.RuneSelf && text[i] != '\'' {
		return i, hash, !lower && isUpper(first)
	}
	combining := false
	for i < len(text) {
		if letters.Is(text[i]) {
			n := len(fold)
			var more bool
			fold, _, more = letters.Fold(fold, text[i:])
			lower = lower || more
			i += len(fold) - n
			continue
		}
		if c := text[i]; c < utf8.RuneSelf && c != '\'' {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\'' || r == '’' {
			n, _ := utf8.DecodeRuneInString(text[i+size:])
			if !isLetter(n) {
				break
			}
		} else if r == 0xAD { // soft hyphen: nothing
			i += size
			continue
		} else if !isLetter(r) && !isMark(r) {
			break
		}
		lower = lower || isLower(r)
		combining = combining || isMark(r)
		fold = utf8.AppendRune(fold, foldRune(r))
		i += size
	}
	if combining {
		fold = append(fold[:0], foldWord(text[begin:i])...)
	}
	return i, letters.Hash(fold), !lower && isUpper(first)
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
