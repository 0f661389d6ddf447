package extract

import "unicode/utf8"

// offsets turns byte offsets of a text into code points. It keeps the count
// at every 64th byte, so that any offset costs a short scan.
type offsets struct {
	text  string
	marks []int32
	total int
	ascii bool
}

const offsetStep = 64

func (o *offsets) reset(text string) {
	o.text, o.marks = text, o.marks[:0]
	n := 0
	for i := 0; i < len(text); i++ {
		if i%offsetStep == 0 {
			o.marks = append(o.marks, int32(n))
		}
		if text[i]&0xC0 != 0x80 {
			n++
		}
	}
	o.total, o.ascii = n, n == len(text)
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
	n := int(o.marks[k])
	for i := k * offsetStep; i < b; i++ {
		if utf8.RuneStart(o.text[i]) {
			n++
		}
	}
	return n
}
