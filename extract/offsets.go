package extract

import (
	"math/bits"
	"unicode/utf8"

	"extract/internal/letters"
)

// offsets turns byte offsets of a text into code points. It keeps the count
// at every 32nd byte, so that any offset costs a short scan.
type offsets struct {
	text  string
	marks []int32
	total int
	ascii bool
}

const offsetStep = 32

func (o *offsets) reset(text string) {
	o.text, o.marks = text, o.marks[:0]
	n := 0
	for i := 0; i < len(text); i += offsetStep {
		o.marks = append(o.marks, int32(n))
		n += codePoints(text[i:min(i+offsetStep, len(text))])
	}
	o.total, o.ascii = n, n == len(text)
}

// codePoints counts the bytes of a valid text that begin a code point, eight at
// a time.
func codePoints(s string) int {
	n := len(s)
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := letters.Load(s[i:])
		if w&0x8080808080808080 != 0 {
			n -= bits.OnesCount64(w >> 7 &^ (w >> 6) & 0x0101010101010101)
		}
	}
	for ; i < len(s); i++ {
		if !utf8.RuneStart(s[i]) {
			n--
		}
	}
	return n
}

// runeFloor returns where the letter that holds byte i of a text begins, or i
// itself where the bytes there are no letter of UTF-8.
func runeFloor(text string, i int) int {
	for at := i; at >= 0 && at > i-utf8.UTFMax; at-- {
		if utf8.RuneStart(text[at]) {
			return at
		}
	}
	return i
}

// count is the length of the text in code points.
func (o *offsets) count() int { return o.total }

// at returns the code points in front of a byte offset.
func (o *offsets) at(b int) int {
	switch {
	case o.ascii:
		return b
	case b >= len(o.text):
		return o.total
	}
	k := b / offsetStep
	return int(o.marks[k]) + codePoints(o.text[k*offsetStep:b])
}
