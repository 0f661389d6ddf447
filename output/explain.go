package output

import (
	"strconv"
	"strings"
)

// Trace is one candidate of a run: something that looked like a fact, kept or dropped.
type Trace struct {
	Start, End   int // code points of the document
	Line, Column int // from 1; columns are code points
	Text         string
	Type, Value  string
	Rule         string
	Kept         bool
	Reason       string
}

// AppendExplain appends the trace of a document as lines to read, "file:line:column: …", as compilers
// write them:
//
//	a.txt:3:17: date 2025-11-03 "3. November" by de/day-month
//	a.txt:3:17: dropped number 3 "3" by common/integer: inside a date
func AppendExplain(dst []byte, doc string, trace []Trace) []byte {
	for _, t := range trace {
		dst = append(dst, doc...)
		dst = append(dst, ':')
		dst = strconv.AppendInt(dst, int64(t.Line), 10)
		dst = append(dst, ':')
		dst = strconv.AppendInt(dst, int64(t.Column), 10)
		dst = append(dst, ": "...)
		if !t.Kept {
			dst = append(dst, "dropped "...)
		}
		dst = append(dst, t.Type...)
		if t.Value != "" {
			dst = append(dst, ' ')
			dst = append(dst, strings.ReplaceAll(t.Value, "\n", " ")...)
		}
		dst = append(dst, ' ')
		dst = strconv.AppendQuote(dst, t.Text)
		if t.Rule != "" {
			dst = append(dst, " by "...)
			dst = append(dst, t.Rule...)
		}
		if t.Reason != "" {
			dst = append(dst, ": "...)
			dst = append(dst, t.Reason...)
		}
		dst = append(dst, '\n')
	}
	return dst
}
