package input

import (
	"bytes"
	"iter"
	"unicode/utf16"
	"unicode/utf8"
)

// kindOf names what a valid value is, as users call it; a key that is absent is null.
func kindOf(value []byte) string {
	if len(value) == 0 {
		return "null"
	}
	switch value[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// members yields the keys of a valid object with their values, in the order in which they stand. The
// values are parts of the object, as they are written.
func members(object []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		rest := object[1:]
		for {
			rest = bytes.TrimLeft(rest, ", \t\r\n")
			if rest[0] == '}' {
				return
			}
			key := rest[:valueEnd(rest)]
			rest = bytes.TrimLeft(rest[len(key):], ": \t\r\n")
			value := rest[:valueEnd(rest)]
			rest = rest[len(value):]
			if !yield(unquote(key), value) {
				return
			}
		}
	}
}

// valueEnd is how long the valid value is that the bytes begin with.
func valueEnd(b []byte) int {
	switch b[0] {
	case '"':
		return stringEnd(b)
	case '{', '[':
		depth := 0
		for i := 0; ; i++ {
			switch b[i] {
			case '"':
				i += stringEnd(b[i:]) - 1
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return i + 1
				}
			}
		}
	}
	return bytes.IndexAny(b, ",}] \t\r\n")
}

// stringEnd is how long the valid string is that the bytes begin with.
func stringEnd(b []byte) int {
	for i := 1; ; i++ {
		i += bytes.IndexByte(b[i:], '"')
		slashes := i
		for b[slashes-1] == '\\' {
			slashes--
		}
		if (i-slashes)%2 == 0 {
			return i + 1
		}
	}
}

// unquote returns what a valid string says. It overwrites the string, which never gets longer.
func unquote(quoted []byte) []byte {
	s := quoted[1 : len(quoted)-1]
	from := bytes.IndexByte(s, '\\')
	if from < 0 {
		return s
	}
	to := from
	for from < len(s) {
		c := s[from+1]
		from += 2
		switch c {
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		}
		if c == 'u' {
			r := hex4(s[from:])
			from += 4
			if utf16.IsSurrogate(r) {
				low := rune(-1)
				if len(s)-from >= 6 && s[from] == '\\' && s[from+1] == 'u' {
					low = hex4(s[from+2:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					from += 6
				}
			}
			to += utf8.EncodeRune(s[to:], r)
		} else {
			s[to] = c
			to++
		}
		n := bytes.IndexByte(s[from:], '\\')
		if n < 0 {
			n = len(s) - from
		}
		to += copy(s[to:], s[from:from+n])
		from += n
	}
	return s[:to]
}

// hex4 reads the four digits of \uXXXX.
func hex4(digits []byte) (r rune) {
	for _, c := range digits[:4] {
		switch {
		case c <= '9':
			c -= '0'
		default:
			c = c&^0x20 - 'A' + 10
		}
		r = r<<4 | rune(c)
	}
	return r
}
