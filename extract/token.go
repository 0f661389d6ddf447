package extract

import (
	"sort"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"

	"extract/internal/letters"
)

type tokenKind uint8

const (
	wordToken  tokenKind = iota // a run of letters and marks
	digitToken                  // a run of decimal digits
	punctToken                  // one other character
)

type tokenFlags uint8

const (
	spaceBefore tokenFlags = 1 << iota // white space stands in front
	lineBefore                         // a line break among it
	blankBefore                        // an empty line among it: nothing matches across
	capital                            // the first letter is upper case
	allCaps                            // two letters or more, all of them upper case
	sentenceStart
	marked // the folded word has letters beyond ASCII
)

// token is one piece of a passage. Spans are half-open byte offsets into the
// document. A suffix behind an apostrophe ("Hangzhou'da", "China's") belongs
// to its word: end covers it, stem does not.
type token struct {
	start, end int32
	stem       int32 // end of the word without the suffix behind an apostrophe
	kind       tokenKind
	flags      tokenFlags
	char       byte     // of a punctToken, dashes and quotes made one: - ' " …; 0 when it is none of ASCII
	hash       uint64   // of the folded stem
	words      [4]int32 // ids of the pack's words that it can be, 0 ends the list
	num        int32    // value of up to nine digits
	block      int32    // of the document
	sent       int32    // number of the sentence
	front      uint8    // bytes of the folded word in front of what ended it as a compound, 0 if it is none
	// Where the folded stem of a wordToken stands in the folds of its tokenRoom,
	// which the charts share.
	fold, foldEnd int32
}

func (t *token) is(f tokenFlags) bool { return t.flags&f != 0 }

// canBe reports whether the token can be the pack's word id.
func (t *token) canBe(id int32) bool {
	for _, w := range &t.words {
		if w == id {
			return true
		}
		if w == 0 {
			break
		}
	}
	return false
}

// foldRune lowers the case of r. The four letters i of Turkish fold to one:
// capitals without dots are as common in headlines as with them.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 32
		}
		return r
	case r == 'İ' || r == 'ı':
		return 'i'
	case r == '’' || r == 'ʼ':
		return '\''
	}
	return toLower(r)
}

// hashFold is the hash of a folded string: what a token's hash is compared with.
func hashFold(s string) uint64 {
	var room [64]byte
	return letters.Hash(appendFold(room[:0], s))
}

// hashString is the hash of a string that is folded already.
func hashString(s string) uint64 { return letters.Hash(unsafe.Slice(unsafe.StringData(s), len(s))) }

// charHash is the hash of each character of ASCII.
var charHash = func() (hashes [utf8.RuneSelf]uint64) {
	for c := range hashes {
		hashes[c] = letters.Hash([]byte{byte(c)})
	}
	return hashes
}()

// appendFold appends the folded form of s, composed.
func appendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			for _, r := range norm.NFC.String(s) {
				if r != '\u0307' {
					dst = utf8.AppendRune(dst, foldRune(r))
				}
			}
			return dst
		}
	}
	for i := 0; i < len(s); i++ {
		dst = append(dst, byte(foldRune(rune(s[i]))))
	}
	return dst
}

// isSpace reports white space of any width, line breaks included.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x200B, 0xFEFF:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// punctChar makes the many dashes, quotes and apostrophes one each.
func punctChar(r rune) byte {
	switch r {
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－':
		return '-'
	case '\'', '’', '‘', 'ʼ', '´', '`', 'ʻ', '′':
		return '\''
	case '"', '“', '”', '„', '«', '»', '‹', '›', '″':
		return '"'
	case '％':
		return '%'
	case '…':
		return '.'
	case '／', '⁄':
		return '/'
	}
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return 0
}

// isWordRune reports letters and the marks that belong to them.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if r < tabledRunes {
		return runeClass[r]&(runeLetter|runeMark) != 0 && r != 'ʼ' && r != 'ʻ'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// tokenRoom holds the tokens of a document or of parts of it, in the order of the
// text, and the folded words among them.
type tokenRoom struct {
	toks  []token
	folds []byte
}

// read appends the tokens of text[start:end] and returns them.
func (r *tokenRoom) read(text string, start, end int) []token {
	n := len(r.toks)
	r.toks, r.folds = tokenize(r.toks, r.folds, text, start, end)
	return r.toks[n:]
}

func (r *tokenRoom) clear() { r.toks, r.folds = r.toks[:0], r.folds[:0] }

// within returns the tokens of text[start:end], and whether they are there: the
// room has read that part, and no token goes beyond it.
func (r *tokenRoom) within(start, end int) ([]token, bool) {
	from := sort.Search(len(r.toks), func(i int) bool { return int(r.toks[i].end) > start })
	to := from + sort.Search(len(r.toks)-from, func(i int) bool { return int(r.toks[from+i].start) >= end })
	if from == to || int(r.toks[from].start) != start || int(r.toks[to-1].end) > end {
		return nil, false
	}
	return r.toks[from:to], true
}

// tokenize appends the tokens of text[start:end] to dst, and the folded words
// among them to folds.
func tokenize(dst []token, folds []byte, text string, start, end int) ([]token, []byte) {
	breaks := 0
	flags := sentenceStart | lineBefore
	for i := start; i < end; {
		c := text[i]
		if c == '\n' {
			breaks++
			i++
			flags |= spaceBefore | lineBefore
			if breaks > 1 {
				flags |= blankBefore
			}
			continue
		}
		if c == ' ' || '\t' <= c && c <= '\r' {
			flags |= spaceBefore
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
			if isSpace(r) {
				flags |= spaceBefore
				i += size
				continue
			}
			if r == 0xAD { // soft hyphen: nothing
				i += size
				continue
			}
		}
		breaks = 0
		t := token{start: int32(i), flags: flags}
		flags = 0
		switch {
		case '0' <= c && c <= '9':
			t.kind = digitToken
			from := i
			for ; i < end && '0' <= text[i] && text[i] <= '9'; i++ {
				if i-from < 9 {
					t.num = t.num*10 + int32(text[i]-'0')
				}
			}
			t.hash = hashString(text[from:i])
		case isWordRune(r):
			i, folds = t.word(text, i, end, folds)
		default:
			t.kind = punctToken
			t.char = punctChar(r)
			i += size
			if t.char != 0 {
				t.hash = charHash[t.char]
			} else {
				t.hash = hashFold(text[i-size : i])
			}
		}
		t.end, t.stem = int32(i), int32(i)
		dst = append(dst, t)
	}
	return dst, folds
}

// word reads the letters from i on into t and returns where they end.
func (t *token) word(text string, i, end int, folds []byte) (int, []byte) {
	begin, from := i, len(folds)
	t.fold = int32(from)
	if text[i] <= 'Z' {
		t.flags |= capital
	}
	folds, hash, small := letters.Fold(folds, text[i:end])
	count := len(folds) - from // letters
	if i += count; i == end || text[i] < utf8.RuneSelf {
		if count > 1 && !small {
			t.flags |= allCaps
		}
		t.hash, t.foldEnd = hash, int32(len(folds))
		return i, folds
	}
	for i < end {
		if letters.Is(text[i]) {
			var lower bool
			n := len(folds)
			folds, _, lower = letters.Fold(folds, text[i:end])
			n = len(folds) - n
			small = small || lower
			count += n
			i += n
			continue
		}
		if text[i] < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		if r == 0xAD {
			// A soft hyphen inside a word is no letter of it.
			i += size
			continue
		}
		if !isWordRune(r) {
			break
		}
		if r >= tabledRunes && unicode.Is(unicode.Mn, r) || isMark(r) && r < tabledRunes {
			if last := len(folds) - 1; r == '\u0307' && last >= int(t.fold) && folds[last] == 'i' {
				i += size // a small i̇, as İ becomes elsewhere
				continue
			}
			// Decomposed letters: take the composed word instead.
			return t.composed(text, begin, i, end, folds[:t.fold])
		}
		if !isUpper(r) {
			small = true
		} else if count == 0 {
			t.flags |= capital
		}
		count++
		n := len(folds)
		folds = utf8.AppendRune(folds, foldRune(r))
		if len(folds) > n+1 {
			t.flags |= marked
		}
		i += size
	}
	if count > 1 && !small {
		t.flags |= allCaps
	}
	t.hash, t.foldEnd = letters.Hash(folds[t.fold:]), int32(len(folds))
	return i, folds
}

func (t *token) composed(text string, begin, i, end int, folds []byte) (int, []byte) {
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !isWordRune(r) {
			break
		}
		i += size
	}
	word := norm.NFC.String(text[begin:i])
	first, _ := utf8.DecodeRuneInString(word)
	if isUpper(first) {
		t.flags |= capital
	}
	count, small := 0, false
	for _, r := range word {
		count++
		small = small || !isUpper(r)
		if r != '\u0307' && r != 0xAD {
			folds = utf8.AppendRune(folds, foldRune(r))
		}
	}
	if count > 1 && !small {
		t.flags |= allCaps
	}
	t.flags |= marked
	t.hash, t.foldEnd = letters.Hash(folds[t.fold:]), int32(len(folds))
	return i, folds
}
