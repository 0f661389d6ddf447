package input

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
)

const (
	// maxLayers is how often one file may be compressed, one compression inside the other.
	maxLayers = 2
	// maxWindow is how much memory the decoder of one compressed file may take for what it has
	// unpacked before: as much as the programs zstd and xz use without being asked.
	maxWindow = 128 << 20
	// What unpacks to more than maxRatio times its size, and to more than bombFloor documents of the
	// greatest length, is a decompression bomb. Text shrinks to a third or a tenth.
	maxRatio  = 500
	bombFloor = 4
	// tarBlock is the unit of tar archives, and as much as is looked at to tell packed files.
	tarBlock = 512
)

// kind is how the bytes of a file are packed.
type kind int

const (
	plain kind = iota
	gzipped
	zstandard
	bzipped
	xzipped
	zipArchive
	tarArchive
	webArchive
)

// marks are the first bytes of packed files. That of bzip2 is followed by a digit and the mark of a
// block or of the end.
var marks = []struct {
	head string
	kind kind
}{
	{"\x1F\x8B\x08", gzipped},
	{"\x28\xB5\x2F\xFD", zstandard},
	{"\xFD7zXZ\x00", xzipped},
	{"PK\x03\x04", zipArchive},
	{"PK\x05\x06", zipArchive}, // without files
	{"PK\x07\x08", zipArchive}, // once in several parts
	{"WARC/0.", webArchive},
	{"WARC/1.", webArchive},
}

// packedAs tells how a file that begins with head is packed.
func packedAs(head []byte) kind {
	for _, m := range marks {
		if bytes.HasPrefix(head, []byte(m.head)) {
			return m.kind
		}
	}
	switch {
	case len(head) >= 10 && string(head[:3]) == "BZh" && (string(head[4:10]) == "1AY&SY" || string(head[4:10]) == "\x17\x72\x45\x38\x50\x90"):
		return bzipped
	case len(head) >= 4 && head[0]&0xF0 == 0x50 && string(head[1:4]) == "\x2A\x4D\x18":
		return zstandard // a frame to be skipped, as one with a dictionary
	case isTar(head):
		return tarArchive
	}
	return plain
}

// pack is what a stream was taken out of.
type pack struct {
	layers   int // compressions directly around it
	depth    int // compressions and archives around it
	archives int // archives around it
	quota    *quota
	resume   func() bool // goes on behind damaged data; nil where that cannot be
}

// quota compares what was read with what it unpacks to. The texts of documents do not count, nor the
// markup and the escapes that may be around them: an archive in which the same pages stand a thousand
// times is no bomb.
type quota struct {
	in     int64
	out    []int64 // unpacked at each depth
	texts  *int64  // length of all the documents that the reader gave
	before int64   // and of those that it had given before
	floor  int64
}

// aroundText is how many bytes one byte of text may take with its markup and escapes.
const aroundText = 8

var errBomb = fmt.Errorf("it unpacks to more than %d times its size, as a decompression bomb does, and is read no further", maxRatio)

func (q *quota) take(depth, n int) {
	for len(q.out) <= depth {
		q.out = append(q.out, 0)
	}
	q.out[depth] += int64(n)
}

func (q *quota) spent() bool {
	limit := max(q.floor, maxRatio*q.in) + aroundText*(*q.texts-q.before)
	return slices.ContainsFunc(q.out, func(out int64) bool { return out > limit })
}

// counted counts what is read from the outermost stream.
type counted struct {
	io.Reader
	quota *quota
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.quota.in += int64(n)
	return n, err
}

// outermost begins to count at the outermost packed stream.
func (r *reader) outermost(from io.Reader, p *pack) io.Reader {
	if p.quota != nil {
		return from
	}
	p.quota = &quota{floor: bombFloor * int64(r.MaxBytes), texts: &r.texts, before: r.texts}
	return counted{from, p.quota}
}

// open reads the documents of a stream that may be packed, which its first bytes tell; size is a hint.
func (r *reader) open(name string, from io.Reader, size int64, p pack) bool {
	in := bufio.NewReaderSize(from, 4<<10)
	head, err := peekHead(in)
	if err != nil {
		in.Reset(io.MultiReader(bytes.NewReader(bytes.Clone(head)), failing{err})) // Peek has swallowed it
	}
	switch k := packedAs(head); {
	case k == zipArchive:
		return r.zip(name, from, in, size, p)
	case k == tarArchive, isEmptyTar(name, head):
		return r.tar(name, in, p)
	case k == webArchive:
		return r.warc(name, in, p)
	case k != plain:
		return r.unpack(k, name, in, p)
	}
	return r.stream(name, in, size)
}

// peekHead returns the first bytes of a stream: as many as tell what it is, but never more than its
// first line, because who writes lines may wait for an answer before the next one.
func peekHead(in *bufio.Reader) ([]byte, error) {
	for have := 0; ; {
		_, err := in.Peek(have + 1)
		head, _ := in.Peek(min(in.Buffered(), tarBlock))
		have = len(head)
		line, zero := bytes.IndexByte(head, '\n'), bytes.IndexByte(head, 0)
		if err != nil || have == tarBlock || line >= 0 && (zero < 0 || line < zero) || hasUTF16Mark(head) || packedAs(head) != plain {
			return head, err
		}
	}
}

// failing fails with an error that was met before.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// unpack reads the documents of a compressed stream.
func (r *reader) unpack(k kind, name string, from io.Reader, p pack) bool {
	if p.layers++; p.layers > maxLayers {
		return r.fail(name, fmt.Errorf("compressed more than %d times; unpack it first", maxLayers))
	}
	source := &watched{Reader: r.outermost(from, &p)}
	u := p.unpacked("", nil, source)
	in := bufio.NewReaderSize(source, 64<<10)
	p.resume = nil
	switch k {
	case gzipped:
		members := &gzipMembers{in: in}
		u.what, u.from = "gzip", members
		p.resume = func() bool {
			if u.err == io.EOF || u.err == errBomb || source.err != nil {
				return false
			}
			members.resume()
			u.err = nil
			return true
		}
	case zstandard:
		z, err := newZstd(in)
		if err != nil {
			return r.fail(name, fmt.Errorf("damaged zstd data: %w", err))
		}
		defer z.Close()
		u.what, u.from = "zstd", z
	case bzipped:
		u.what, u.from = "bzip2", bzip2.NewReader(in)
	case xzipped:
		u.what = "xz"
		z, err := xz.NewReader(in, maxWindow)
		if err != nil {
			return r.fail(name, u.explain(err))
		}
		u.from = z
	}
	return r.open(name, u, 0, p)
}

// innerName is the name without the endings that compression gives it.
func innerName(name string) string {
	for range maxLayers {
		lower := strings.ToLower(name)
		for _, ending := range []string{".gz", ".gzip", ".zst", ".zstd", ".bz2", ".xz"} {
			if strings.HasSuffix(lower, ending) {
				name = name[:len(name)-len(ending)]
				break
			}
		}
	}
	return name
}

// watched remembers how its stream failed.
type watched struct {
	io.Reader
	err error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

// unpacked is the content of a packed stream: it counts, says what is wrong in the words of users, and
// outlives decoders that panic.
type unpacked struct {
	what   string
	from   io.Reader
	source *watched // nil where failures of the source come through from
	quota  *quota
	depth  int
	err    error // the last one, which stays
}

// unpacked goes one deeper.
func (p *pack) unpacked(what string, from io.Reader, source *watched) *unpacked {
	p.depth++
	return &unpacked{what: what, from: from, source: source, quota: p.quota, depth: p.depth}
}

func (u *unpacked) Read(p []byte) (n int, err error) {
	if u.err != nil {
		return 0, u.err
	}
	defer func() {
		if bug := recover(); bug != nil {
			n, u.err = 0, fmt.Errorf("damaged %s data", u.what)
			err = u.err
		}
	}()
	n, err = u.from.Read(p)
	u.quota.take(u.depth, n)
	if n > 0 && u.quota.spent() {
		n, err = 0, errBomb
	}
	if err != nil {
		u.err = u.explain(err)
	}
	return n, u.err
}

var errChecksum = errors.New("its checksum is wrong")

// explain puts the errors of decoders into plain words.
func (u *unpacked) explain(err error) error {
	switch {
	case err == io.EOF || err == errBomb:
		return err
	case u.source != nil && u.source.err != nil:
		return u.source.err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, xz.ErrBuf):
		return fmt.Errorf("the %s data is cut off", u.what)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, xz.ErrMemlimit):
		return fmt.Errorf("to unpack the %s data takes more than %d MB of memory; compress it with a smaller window", u.what, maxWindow>>20)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zstd.ErrCRCMismatch), errors.Is(err, zip.ErrChecksum):
		return fmt.Errorf("damaged %s data: %w", u.what, errChecksum)
	case errors.Is(err, zstd.ErrUnknownDictionary):
		return errors.New("the zstd data needs a dictionary, which is not in the file")
	}
	// The words of the libraries, without their names in front.
	why := err.Error()
	for _, library := range []string{"gzip: ", "flate: ", "zlib: ", "bzip2 data invalid: ", "xz: ", "zip: "} {
		why = strings.TrimPrefix(why, library)
	}
	return fmt.Errorf("damaged %s data: %s", u.what, why)
}

// newZstd decodes zstd frames. Where the first one is a dictionary, as in WARC files, it is used for the
// others (https://iipc.github.io/warc-specifications/specifications/warc-zstd/).
func newZstd(in *bufio.Reader) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow)}
	head, err := in.Peek(8)
	if err == nil && string(head[:4]) == "\x5D\x2A\x4D\x18" {
		const maxDictionary = 16 << 20
		size := binary.LittleEndian.Uint32(head[4:])
		if size > maxDictionary {
			return nil, fmt.Errorf("a dictionary of more than %d MB", maxDictionary>>20)
		}
		in.Discard(8)
		var dictionary []byte
		if dictionary, err = io.ReadAll(io.LimitReader(in, int64(size))); err != nil {
			return nil, err
		}
		if bytes.HasPrefix(dictionary, []byte("\x28\xB5\x2F\xFD")) {
			z, err := zstd.NewReader(bytes.NewReader(dictionary), options...)
			if err != nil {
				return nil, err
			}
			defer z.Close()
			if dictionary, err = io.ReadAll(io.LimitReader(z, maxDictionary)); err != nil {
				return nil, err
			}
		}
		if bytes.HasPrefix(dictionary, []byte("\x37\xA4\x30\xEC")) {
			options = append(options, zstd.WithDecoderDicts(dictionary))
		}
	}
	return zstd.NewReader(in, options...)
}
