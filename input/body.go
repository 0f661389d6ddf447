package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// bodyOf is the content of an answer of a server without what it was wrapped in on the way. Crawlers keep
// the header as it came even where they unwrap the content, so that what a header says is believed only
// where the bytes look like it.
func bodyOf(in *bufio.Reader, fields header, p pack) io.Reader {
	if strings.Contains(strings.ToLower(fields["transfer-encoding"]), "chunked") {
		if head, _ := in.Peek(18); chunkStart(head) {
			in = bufio.NewReader(&chunks{in: in})
		}
	}
	codings := strings.Split(strings.ToLower(fields["content-encoding"]), ",")
	for i := len(codings) - 1; i >= max(0, len(codings)-maxLayers); i-- {
		if u := uncoded(in, strings.TrimSpace(codings[i]), &p); u != nil {
			in = bufio.NewReader(u)
		}
	}
	return in
}

// uncoded undoes a content coding, nil where there is nothing to undo.
func uncoded(in *bufio.Reader, coding string, p *pack) *unpacked {
	source := &watched{Reader: in}
	u := p.unpacked("", nil, source)
	head, _ := in.Peek(64)
	buffered := bufio.NewReader(source)
	switch coding {
	case "gzip", "x-gzip":
		if packedAs(head) == gzipped {
			u.what, u.from = "gzip", &gzipMembers{in: buffered}
		}
	case "zstd":
		if packedAs(head) == zstandard {
			u.what, u.from = "zstd", starting(func() (io.Reader, error) { return newZstd(buffered) })
		}
	case "deflate":
		const method, check = 8, 31
		if len(head) > 1 && head[0]&0xF == method && (int(head[0])<<8+int(head[1]))%check == 0 {
			u.what, u.from = "deflate", starting(func() (io.Reader, error) { return zlib.NewReader(buffered) })
		} else if !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) {
			u.what, u.from = "deflate", flate.NewReader(buffered) // as some servers take the standard
		}
	case "br":
		// brotli has no mark. A page begins with a tag.
		if !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) {
			u.what, u.from = "brotli", brotli.NewReader(buffered)
		}
	}
	if u.from == nil {
		return nil
	}
	return u
}

// starting is a reader whose making may fail: it is made when it is first read.
func starting(begin func() (io.Reader, error)) io.Reader { return &started{begin: begin} }

type started struct {
	io.Reader
	begin func() (io.Reader, error)
}

func (s *started) Read(p []byte) (int, error) {
	if s.Reader == nil {
		from, err := s.begin()
		if err != nil {
			return 0, err
		}
		s.Reader = from
	}
	return s.Reader.Read(p)
}

// chunks is a content that was sent in chunks, each behind its length. A server that breaks off, so that
// there is no last chunk, has sent what it has sent.
type chunks struct {
	in   *bufio.Reader
	left int64 // of the chunk, in bytes
	end  error
}

var errChunks = errors.New("the lengths of its chunks are damaged")

func (c *chunks) Read(p []byte) (int, error) {
	for c.left == 0 {
		if c.end != nil {
			return 0, c.end
		}
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		size, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		if len(size) == 0 {
			continue // the end of the line behind a chunk
		}
		switch n, err := strconv.ParseInt(string(bytes.TrimSpace(size)), 16, 64); {
		case err != nil || n < 0:
			c.end = errChunks
		case n == 0:
			c.end = io.EOF
		default:
			c.left = n
		}
	}
	n, err := c.in.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// chunkStart says whether a content begins with the length of a chunk.
func chunkStart(head []byte) bool {
	line, _, whole := bytes.Cut(head, []byte("\n"))
	size, _, _ := bytes.Cut(line, []byte(";"))
	_, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 63)
	return err == nil && (whole || bytes.ContainsRune(line, ';'))
}
