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

// pieces appends the pieces of the tokens of a line, up to the first that begins
// at end or behind it.
func (c *layoutCues) pieces(out []piece, text string, toks []token, end int, learn bool) []piece {
	if len(toks) == 0 {
		return out
	}
	text = text[:toks[len(toks)-1].end] // no word goes on behind its line
	columns := 0
	for k, last := 0, int(toks[0].start); k < len(toks); k++ {
		t := &toks[k]
		if int(t.start) >= end {
			break
		}
		switch {
		case int(t.start) == last:
		case int(t.start) == last+1 && text[last] != '\t' && text[last] != '\n':
			columns++
		default:
			columns += columnsOf(text[last:t.start])
		}
		last = int(t.end)
		if t.kind == punctToken && t.char < ' ' && gapToken(text, t) {
			columns += columnsOf(text[t.start:t.end])
			continue
		}
		q := piece{start: t.start, end: t.end, space: columns > 0, wide: columns > 1 && len(out) > 0, num: -1}
		hash := t.hash
		switch t.kind {
		case wordToken:
			q.kind = pieceWord
			q.upper = t.is(capital)
			q.caps = t.is(allCaps) || q.upper && utf8.RuneCountInString(text[t.start:t.end]) == 1
			if joinsNext(text, toks[k:]) {
				var stop int
				stop, hash, q.caps = lexWord(text, int(t.start))
				q.end, last = int32(stop), stop
				for k+1 < len(toks) && int(toks[k+1].start) < stop {
					k++
				}
			}
		case digitToken:
			q.kind = pieceNumber
			if t.end-t.start <= 9 {
				q.num = t.num
			}
		default:
			q.kind = piecePunct
			q.char = rune(text[t.start])
			if q.char >= utf8.RuneSelf {
				q.char, _ = utf8.DecodeRuneInString(text[t.start:t.end])
			}
			switch q.char {
			case '‐', '‑', '−':
				q.char = '-'
			case '—', '―', '‒':
				q.char = '–'
			}
		}
		if q.kind != piecePunct {
			if learn {
				q.word = c.id(hash)
			} else {
				q.word = c.known(hash)
			}
		}
		out = append(out, q)
		columns = 0
	}
	return out
}

// columnsOf is how much white space is, in columns.
func columnsOf(gap string) int {
	n := utf8.RuneCountInString(gap)
	return n + 2*(strings.Count(gap, "\t")+strings.Count(gap, "\n"))
}

// gapToken reports a sign that does not show.
func gapToken(text string, t *token) bool {
	r, _ := utf8.DecodeRuneInString(text[t.start:t.end])
	return isGap(r)
}

// joinsNext reports that the first of the tokens is a word that goes on behind an
// apostrophe or a mark: "don't".
func joinsNext(text string, toks []token) bool {
	if len(toks) < 2 || toks[1].kind != punctToken || toks[1].start != toks[0].end {
		return false
	}
	if c := toks[1].char; c != '\'' && c != 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[toks[1].start:toks[1].end])
	if r == '\'' || r == '’' {
		return len(toks) > 2 && toks[2].kind == wordToken && toks[2].start == toks[1].end
	}
	return isMark(r) || isLetter(r)
}

// lexWord reads the word of several tokens that begins with the letter at text[i]:
// where it ends, the hash of its folded form, and whether all of it is in capitals.
func lexWord(text string, i int) (end int, hash uint64, caps bool) {
	var room [64]byte
	fold := room[:0]
	begin, lower, combining := i, false, false
	first, _ := utf8.DecodeRuneInString(text[begin:])
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
