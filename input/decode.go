package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// Decode turns the bytes of a document into text: UTF-8, UTF-16 with a byte order mark, or a legacy
// encoding that can be told for certain. The mark is dropped, nothing else is changed.
func Decode(raw string) (string, error) {
	if hasUTF16Mark([]byte(raw[:min(2, len(raw))])) {
		return decodeUTF16(raw)
	}
	if isBinary(raw) {
		return "", errBinary([]byte(raw[:min(8, len(raw))]))
	}
	text := strings.TrimPrefix(raw, "\uFEFF")
	if utf8.ValidString(text) {
		return text, nil
	}
	if len(text) == len(raw) {
		if text, ok := decodeLegacy(raw); ok {
			return text, nil
		}
	}
	return "", fmt.Errorf("no valid text: line %d is no UTF-8, and no other encoding is certain; convert it first, for example with iconv", badLine(text))
}

// isBinary tells bytes that are no text in any encoding.
func isBinary(raw string) bool {
	if hasUTF16Mark([]byte(raw[:min(2, len(raw))])) {
		_, err := decodeUTF16(raw)
		return errors.Is(err, errNoText)
	}
	return strings.IndexByte(raw, 0) >= 0 || strings.HasPrefix(strings.TrimPrefix(raw, "\uFEFF"), "%PDF-")
}

// plainUTF8 says that Decode would return the bytes as they are.
func plainUTF8(raw []byte) bool {
	return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 && !bytes.HasPrefix(raw, []byte("\uFEFF")) && !bytes.HasPrefix(raw, []byte("%PDF-"))
}

// badLine is the line, from 1, of the first byte that is no UTF-8.
func badLine(s string) int {
	for i, c := range s {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return 1 + strings.Count(s[:i], "\n")
			}
		}
	}
	return 1
}

func hasUTF16Mark(head []byte) bool {
	return len(head) >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF)
}

// decodeUTF16 decodes text that begins with a byte order mark. Unlike golang.org/x/text it refuses what
// is not valid.
func decodeUTF16(raw string) (string, error) {
	high, low := 0, 1
	if raw[0] == 0xFF {
		high, low = 1, 0
	}
	bad := errors.New("no valid text: it begins like UTF-16 but is none")
	if len(raw)%2 != 0 {
		return "", bad
	}
	var b strings.Builder
	b.Grow(len(raw) / 2)
	unit := func(i int) rune { return rune(raw[i+high])<<8 | rune(raw[i+low]) }
	for i := 2; i < len(raw); i += 2 {
		c := unit(i)
		if utf16.IsSurrogate(c) {
			if i += 2; i >= len(raw) {
				return "", bad
			}
			if c = utf16.DecodeRune(c, unit(i)); c == utf8.RuneError {
				return "", bad
			}
		}
		if c == 0 {
			return "", errBinary(nil)
		}
		b.WriteRune(c)
	}
	return b.String(), nil
}

// utf16Reader decodes a stream that begins with a byte order mark.
func utf16Reader(r io.Reader) io.Reader {
	return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(r)
}

// signatures are the first bytes of files that people take for text by mistake.
var signatures = []struct{ head, what string }{
	{"\x89PNG", "a PNG image"}, {"\xFF\xD8\xFF", "a JPEG image"}, {"%PDF-", "a PDF"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive"}, {"Rar!\x1A\x07", "a RAR archive"},
	{"\x04\x22\x4D\x18", "compressed with lz4"}, {"\x1F\x9D", "compressed with compress"},
}

var errNoText = errors.New("binary, no text")

func errBinary(head []byte) error {
	what := "it has zeros in it"
	for _, s := range signatures {
		if strings.HasPrefix(string(head[:min(8, len(head))]), s.head) {
			what = "it is " + s.what
		}
	}
	return fmt.Errorf("%w: %s", errNoText, what)
}
