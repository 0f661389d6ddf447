package input

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WARC files (ISO 28500, https://iipc.github.io/warc-specifications/) are what crawlers keep: records of
// a header and a block of bytes. Those with a page in them are documents, named by their addresses; the
// others (requests, images, what the crawler says of itself) are passed over.

var (
	errCutRecord    = errors.New("the record is cut off")
	errLengthOfWARC = errors.New("the record does not say how long it is; what follows is lost up to the next one")
)

// warcReader reads one record after the other.
type warcReader struct {
	in     *bufio.Reader
	source *watched
	body   *bufio.Reader // of the block, reused
	number int           // of records so far
	inside bool          // of a record, not before its first line
	left   int64         // of the block, in bytes
	lost   bool          // behind damage that was reported, on the way to the next record
}

// warc reads the documents of a WARC file.
func (r *reader) warc(name string, from io.Reader, p pack) bool {
	w := &warcReader{source: &watched{Reader: r.outermost(from, &p)}}
	w.in, w.body = bufio.NewReaderSize(w.source, 64<<10), bufio.NewReaderSize(nil, 16<<10)
	found := false
	for {
		var doc Document
		wanted, reported := false, w.lost
		fields, err := w.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			reported = false
			doc, wanted, err = r.page(fields, w, p)
			if bad := w.finish(); bad != nil {
				err = bad
			}
		}
		broken := err != nil && err == w.source.err
		w.lost = w.lost || broken
		doc.File = name
		if w.inside {
			doc.Line = w.number
		}
		doc.Name = cmp.Or(doc.Name, place(name, doc.Line))
		switch {
		case err != nil && !reported:
			found = true
			if !r.yield(Document{}, doc.Failed(explain(err))) {
				return false
			}
		case err == nil && wanted:
			found = true
			if !r.yield(doc, nil) {
				return false
			}
		}
		if broken {
			if p.resume == nil || !p.resume() {
				return true
			}
			w.source.err = nil
		}
	}
	if !found {
		return r.fail(name, emptyArchive("pages"))
	}
	return true
}

// next goes to the block of the next record and returns what its header says; io.EOF behind the last one.
func (w *warcReader) next() (header, error) {
	w.inside = false
	for {
		line, err := w.in.ReadSlice('\n')
		text := strings.TrimSpace(string(line))
		switch {
		case strings.HasPrefix(text, "WARC/"):
			w.lost, w.inside = true, true
			w.number++
			fields, err := readHeader(w.in)
			if err != nil {
				return nil, err
			}
			if w.left, err = strconv.ParseInt(fields["content-length"], 10, 64); err != nil || w.left < 0 {
				return nil, errLengthOfWARC
			}
			w.lost = false
			return fields, nil
		case text != "" && !w.lost:
			w.lost = true
			return nil, fmt.Errorf("what stands behind record %d is none; it is lost up to the next one", w.number)
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		}
	}
}

// Read reads the block.
func (w *warcReader) Read(p []byte) (int, error) {
	if w.left == 0 {
		return 0, io.EOF
	}
	n, err := w.in.Read(p[:min(int64(len(p)), w.left)])
	w.left -= int64(n)
	if err == io.EOF {
		err = errCutRecord
	}
	return n, err
}

// finish passes over the rest of the block and what separates it from the next record. Where each record
// is a gzip member, its checksum has been compared then.
func (w *warcReader) finish() error {
	if _, err := io.Copy(io.Discard, w); err != nil {
		return err
	}
	for {
		switch next, err := w.in.Peek(1); {
		case err == io.EOF:
			return nil
		case errors.Is(err, errChecksum):
			return err
		case err != nil:
			return nil // it is of the next record, which meets it again
		case next[0] != '\r' && next[0] != '\n':
			return nil
		}
		w.in.Discard(1)
	}
}

// page makes a document of a record that has one: a page that a server sent, a file, or the text that a
// program made of a page.
func (r *reader) page(fields header, w *warcReader, p pack) (doc Document, is bool, err error) {
	w.body.Reset(w)
	var content io.Reader = w.body
	contentType := fields["content-type"]
	switch strings.ToLower(fields["warc-type"]) {
	case "resource", "conversion":
	case "response":
		if start, _ := w.body.Peek(5); string(start) == "HTTP/" {
			status, answer, err := readStatus(w.body)
			if err != nil {
				return doc, false, err
			}
			if status != "200" && status != "203" {
				return doc, false, nil // an error, a part, a way to somewhere else
			}
			contentType = answer["content-type"]
			content = bodyOf(w.body, answer, p)
		}
	default:
		return doc, false, nil
	}
	media, charset := mediaType(contentType)
	isPage := media == "text/html" || media == "application/xhtml+xml"
	if !isPage && media != "text/plain" && media != "" {
		return doc, false, nil
	}
	// Some programs put the address in brackets.
	address := strings.Trim(fields["warc-target-uri"], "<>")
	if len(address) > maxID {
		address = ""
	}
	if strings.HasPrefix(address, "metadata:") {
		return doc, false, nil // what the program was told to do, and what it did
	}
	if _, path, _ := strings.Cut(address, "://"); strings.Count(path, "/") == 1 && strings.HasSuffix(path, "/robots.txt") {
		return doc, false, nil
	}
	raw, err := r.raw(content, 0)
	doc.Name = cmp.Or(address, strings.Trim(fields["warc-record-id"], "<>"))
	doc.Lang = r.Lang
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		doc.URL = address
	}
	if errors.Is(err, errNoText) || err == nil && (strings.TrimSpace(raw) == "" || isBinary(raw)) {
		return doc, false, nil // an image that was said to be a page, or an answer that says nothing
	}
	doc.closed = closed{raw: raw, charset: charset, page: isPage || isHTML(raw), tagged: true}
	return doc, err == nil, err
}

// header is the header of a record or of an answer of a server, with the names in small letters.
type header map[string]string

var errLongHeader = errors.New("its header is too long")

// readHeader reads lines of names and values up to an empty one. Lines that begin with white space go on
// with the value before, and of names that occur twice the first one counts.
func readHeader(in *bufio.Reader) (header, error) {
	const maxLines, maxBytes = 1000, 64 << 10
	fields, last := header{}, ""
	size := 0
	for range maxLines {
		line, err := in.ReadSlice('\n')
		if size += len(line); size > maxBytes {
			return nil, errLongHeader
		}
		switch {
		case err == bufio.ErrBufferFull:
			return nil, errLongHeader
		case err == io.EOF:
			return nil, errCutRecord
		case err != nil:
			return nil, err
		}
		text := strings.ToValidUTF8(strings.TrimRight(string(line), "\r\n"), "\uFFFD")
		if text == "" {
			return fields, nil
		}
		if text[0] == ' ' || text[0] == '\t' {
			if last != "" {
				fields[last] += " " + strings.TrimSpace(text)
			}
			continue
		}
		name, value, _ := strings.Cut(text, ":")
		last = strings.ToLower(strings.TrimSpace(name))
		if _, twice := fields[last]; twice {
			last = ""
			continue
		}
		fields[last] = strings.TrimSpace(value)
	}
	return nil, errLongHeader
}

// readStatus reads the header of an answer of a server, which begins with a line as "HTTP/1.1 200 OK".
func readStatus(in *bufio.Reader) (status string, fields header, err error) {
	line, err := in.ReadSlice('\n')
	if err != nil && err != io.EOF {
		return "", nil, err
	}
	if words := strings.Fields(string(line)); len(words) > 1 {
		status = words[1]
	}
	fields, err = readHeader(in)
	if err == errCutRecord {
		err = nil // a server that sent no more than a header
	}
	return status, fields, err
}

// mediaType is the type of a content in small letters, and the charset that stands behind it.
func mediaType(contentType string) (media, charset string) {
	parts := strings.Split(contentType, ";")
	for _, part := range slices.Backward(parts[1:]) {
		if name, value, _ := strings.Cut(part, "="); strings.EqualFold(strings.TrimSpace(name), "charset") {
			charset = strings.Trim(value, ` "'`)
		}
	}
	return strings.ToLower(strings.TrimSpace(parts[0])), charset
}
