package input

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
)

// maxKept is the longest buffer that is kept from line to line. Of a line that fills more than half of a
// longer one the buffer itself becomes the text, so that it is in memory only once.
const maxKept = 4 << 20

// lines reads one document a line. What is wrong with a line is the failure of that line alone.
func (r *reader) lines(name string, from io.Reader) bool {
	in := newLineReader(from, r.MaxBytes)
	for {
		var doc Document
		line, broken := in.next()
		err := broken
		switch {
		case broken == io.EOF:
			return true
		case broken == errLongLine:
			broken, err = nil, r.tooLong("line")
		case broken != nil:
			err = explain(broken)
		case len(bytes.TrimSpace(line)) == 0:
			err = ErrBlankLine
		default:
			given := cap(line) > maxKept && len(line) > cap(line)/2
			if doc, err = parseRecord(line, given); given {
				in.line = nil
			}
		}
		doc.File, doc.Line = name, in.number
		doc.Name = cmp.Or(doc.ID, place(name, in.number))
		var more bool
		if err != nil {
			more = r.yield(Document{}, doc.Failed(err))
		} else {
			more = r.yield(doc, nil)
		}
		if !more || broken != nil {
			return more
		}
	}
}

// errLongLine says that a line is longer than the limit. The lines behind it can be read.
var errLongLine = errors.New("the line is too long")

// lineReader reads the lines of a stream, of which it never holds more than one, and of that no more
// than the limit. It asks for nothing behind the end of a line before the next one is wanted.
type lineReader struct {
	in     *bufio.Reader
	limit  int    // the longest line, in bytes without its end
	number int    // of the line that was read last, from 1; 0 where the stream is no text at all
	line   []byte // the line that was read last
	inside bool   // the rest of a line that is too long has still to be passed over
	end    error  // what ended the stream
}

func newLineReader(from io.Reader, limit int) *lineReader {
	in := bufio.NewReaderSize(from, 64<<10)
	// The second byte is asked for only behind one that may begin a mark: the first may be all there is
	// until its line is answered.
	if head, _ := in.Peek(1); len(head) > 0 && head[0] >= 0xFE {
		if head, _ = in.Peek(2); hasUTF16Mark(head) {
			in = bufio.NewReaderSize(utf16Reader(in), 64<<10)
		}
	}
	return &lineReader{in: in, limit: limit}
}

// next returns the next line without its "\n", valid until the next call; io.EOF behind the last one;
// errLongLine as soon as a line is known to be too long, for its end may never come. Any other error
// ends the stream.
func (r *lineReader) next() ([]byte, error) {
	for r.inside {
		_, err := r.in.ReadSlice('\n')
		r.inside = err == bufio.ErrBufferFull
		if r.ended(err); r.end != nil {
			return nil, r.end
		}
	}
	if cap(r.line) > maxKept {
		r.line = nil
	}
	r.line = r.line[:0]
	for r.end == nil {
		piece, err := r.in.ReadSlice('\n')
		if r.number == 0 && len(r.line) == 0 && noText(piece) {
			r.end = errBinary(piece)
			return nil, r.end
		}
		r.line = append(grown(r.line, len(piece), r.limit+len("\r\n")), piece...)
		if r.length() > r.limit {
			r.number++
			r.line = nil
			r.inside = err == bufio.ErrBufferFull
			r.ended(err)
			return nil, errLongLine
		}
		if err == nil {
			r.number++
			return r.line[:len(r.line)-1], nil
		}
		r.ended(err)
	}
	if r.end != io.EOF {
		r.number++
		return nil, r.end
	}
	if len(r.line) == 0 {
		return nil, io.EOF
	}
	r.number++
	return r.line, nil
}

// ended notes what a read says of the stream.
func (r *lineReader) ended(err error) {
	if err != bufio.ErrBufferFull {
		r.end = err
	}
}

// length is that of the line without its end, as far as it has been read.
func (r *lineReader) length() int {
	n := len(bytes.TrimSuffix(r.line, []byte("\n")))
	if n > 0 && r.line[n-1] == '\r' {
		n--
	}
	return n
}

// noText tells by the first bytes of a stream that it is no text: it has zeros, and does not even begin
// like a record. A record with a zero in it is a fault of its line alone.
func noText(head []byte) bool {
	i := bytes.IndexByte(head, 0)
	return i >= 0 && (i < 2 || !bytes.HasPrefix(bytes.TrimLeft(head, "\uFEFF \t\r\n"), []byte("{")))
}
