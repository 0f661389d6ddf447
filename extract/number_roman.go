package extract

import "extract/model"

// roman adds the ordinal of a Roman numeral in capitals.
func (c *chart) roman(i int32) {
	t := &c.toks[i]
	if !t.is(capital) || t.stem-t.start > 8 || t.stem-t.start > 1 && !t.is(allCaps) {
		return
	}
	n, ok := romanValue(c.text[t.start:t.stem])
	if !ok {
		return
	}
	end := i + 1
	if int(end) < len(c.toks) && c.toks[end].char == '.' && !c.toks[end].is(spaceBefore) && c.pack.OrdinalDot {
		end++
	}
	c.addNumber(clsRoman, i, end, numValue{dec: model.NewDecimal(int64(n), 0), factor: one})
}

// romanValue reads a Roman numeral in its strict form, up to 399: sittings
// are not numbered higher, and D and M are initials.
func romanValue(s string) (int, bool) {
	n, last := 0, 1000
	for i := 0; i < len(s); i++ {
		d := 0
		switch s[i] {
		case 'I':
			d = 1
		case 'V':
			d = 5
		case 'X':
			d = 10
		case 'L':
			d = 50
		case 'C':
			d = 100
		default:
			return 0, false
		}
		if d > last {
			n -= 2 * last
		}
		n += d
		last = d
	}
	return n, n > 0 && n < 400 && toRoman(n) == s
}

func toRoman(n int) string {
	var b []byte
	for _, d := range []struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			b = append(b, d.s...)
		}
	}
	return string(b)
}
