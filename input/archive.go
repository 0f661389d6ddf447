package input

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
	"golang.org/x/text/encoding/charmap"
)

// Archives are read as folders, without anything being written to the disk: the members are documents,
// named ARCHIVE/PATH, names that begin with a dot are left out, and so are links, because what they lead
// to is a member itself.

const (
	// maxArchives is how deep archives may lie one inside the other.
	maxArchives = 2
	// maxTable is the longest table of contents of a ZIP file, which has to be held in memory. It has
	// some 300,000 files.
	maxTable = 32 << 20
	// maxHint is how much memory an archive may reserve by saying how long a member is.
	maxHint = 1 << 20
)

// emptyArchive is ErrEmptyFolder, said of an archive that might have these.
type emptyArchive string

func (e emptyArchive) Error() string      { return "no " + string(e) + " in this archive" }
func (emptyArchive) Is(target error) bool { return target == ErrEmptyFolder }

// enter goes into an archive.
func (p *pack) enter() error {
	if p.archives++; p.archives > maxArchives {
		return fmt.Errorf("an archive inside of %d others; unpack it first", maxArchives)
	}
	p.layers, p.resume = 0, nil
	return nil
}

// memberPath is the path of a member below its archive, "" for one that is left out.
func memberPath(name string) (string, error) {
	if len(name) > maxID {
		return "", fmt.Errorf("its path is longer than %d KB, which each fact would repeat", maxID>>10)
	}
	if slices.Contains(strings.Split(name, "/"), "..") {
		return "", errors.New("its path leads out of the archive")
	}
	clean := strings.TrimPrefix(path.Clean("/"+name), "/")
	for part := range strings.SplitSeq(clean, "/") {
		if strings.HasPrefix(part, ".") {
			return "", nil
		}
	}
	return clean, nil
}

// badPath is how the path of a member is called that is refused.
func badPath(name string) string {
	const longest = 100
	name = strings.TrimLeft(name, "/")
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "") + "…"
	}
	return name
}

// member reads the documents of one member. intact says whether all of it could be read.
func (r *reader) member(name string, from io.Reader, size int64, what string, p pack) (more, intact bool) {
	m := p.unpacked(what, from, nil)
	if size > maxHint {
		size = 0
	}
	more = r.open(name, m, size, p)
	return more, m.err == nil || m.err == io.EOF
}

// tar reads an archive from its beginning to its end, and so gives the members in its order.
func (r *reader) tar(name string, in *bufio.Reader, p pack) bool {
	if err := p.enter(); err != nil {
		return r.fail(name, err)
	}
	from := bufio.NewReaderSize(r.outermost(in, &p), 32<<10)
	archive := tar.NewReader(from)
	found := false
	for {
		h, err := archive.Next()
		switch {
		case err == io.EOF:
			if archive, err = behindTar(from); err != nil {
				return r.fail(name, err)
			}
			if archive != nil {
				continue
			}
			if !found {
				return r.fail(name, emptyArchive("files"))
			}
			return true
		case err == io.ErrUnexpectedEOF:
			return r.fail(name, errors.New("the tar archive is cut off"))
		case err == tar.ErrHeader:
			return r.fail(name, errors.New("the tar archive is damaged; what follows in it is lost"))
		case err != nil && err != tar.ErrInsecurePath:
			return r.fail(name, err)
		}
		if h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeCont && h.Typeflag != tar.TypeGNUSparse {
			continue
		}
		path, err := memberPath(h.Name)
		if err != nil {
			found = true
			if !r.fail(name+"/"+badPath(h.Name), err) {
				return false
			}
		}
		if path == "" {
			continue
		}
		found = true
		if more, intact := r.member(name+"/"+path, archive, h.Size, "tar", p); !more || !intact || p.quota.spent() {
			return more
		}
	}
}

// behindTar goes to the archive that stands behind another one, as "cat" joins them; nil where there is
// none. It reads to the end, which tells whether what the archive was compressed with is whole.
func behindTar(in *bufio.Reader) (*tar.Reader, error) {
	for {
		head, err := in.Peek(tarBlock)
		switch {
		case err != nil && err != io.EOF:
			return nil, err
		case isTar(head):
			return tar.NewReader(in), nil
		case len(head) < tarBlock || !isZeros(head):
			_, err := io.Copy(io.Discard, in)
			return nil, err
		}
		in.Discard(tarBlock)
	}
}

func isZeros(b []byte) bool { return bytes.Count(b, []byte{0}) == len(b) }

// isTar says whether a file begins with the header of a tar member: its checksum, which is the same in
// all kinds of tar, is right.
func isTar(head []byte) bool {
	if len(head) < tarBlock {
		return false
	}
	const from, to = 148, 156
	want, err := strconv.ParseInt(strings.Trim(string(head[from:to]), " \x00"), 8, 32)
	if err != nil || want <= 0 {
		return false
	}
	sum := int64(to-from) * ' '
	for i, b := range head[:tarBlock] {
		if i < from || i >= to {
			sum += int64(b)
		}
	}
	return sum == want
}

// isEmptyTar says whether an archive without members begins with head: it is zeros alone, so that the
// name must say what it is.
func isEmptyTar(name string, head []byte) bool {
	lower := strings.ToLower(innerName(name))
	return len(head) == tarBlock && isZeros(head) && (strings.HasSuffix(lower, ".tar") || strings.HasSuffix(lower, ".tgz"))
}

// methods are the compressions of ZIP files that can not be unpacked, by their numbers.
var methods = map[uint16]string{
	1: "Shrink", 2: "Reduce", 3: "Reduce", 4: "Reduce", 5: "Reduce", 6: "Implode", 9: "Deflate64", 14: "LZMA",
	18: "IBM TERSE", 94: "MP3", 96: "JPEG", 97: "WavPack", 98: "PPMd", 99: "AES",
}

// otherPackages are the first names in ZIP files that are one document and no folder of them.
var otherPackages = map[string]string{
	"[Content_Types].xml":  "an office document (docx, xlsx, pptx); save it as text",
	"mimetype":             "an office document or a book (odt, epub); save it as text",
	"META-INF/MANIFEST.MF": "a Java program",
}

// zip reads an archive in the order of the paths in it.
func (r *reader) zip(name string, from io.Reader, in *bufio.Reader, size int64, p pack) bool {
	if err := p.enter(); err != nil {
		return r.fail(name, err)
	}
	var at io.ReaderAt
	if file, ok := from.(*os.File); ok && size > 0 {
		at = file
	} else {
		// Its table of contents is at the end.
		var b bytes.Buffer
		if _, err := io.Copy(&b, io.LimitReader(r.outermost(in, &p), int64(r.MaxBytes)+1)); err != nil {
			return r.fail(name, err)
		}
		if b.Len() > r.MaxBytes {
			return r.fail(name, fmt.Errorf("a ZIP file longer than %d MB, which cannot be read from a pipe or out of an archive: save it and name it", max(1, r.MaxBytes>>20)))
		}
		at, size = bytes.NewReader(b.Bytes()), int64(b.Len())
	}
	if p.quota == nil {
		r.outermost(nil, &p)
		p.quota.in = size
	}
	members, err := zipMembers(at, size)
	if err != nil {
		return r.fail(name, err)
	}
	if len(members) == 0 {
		return r.fail(name, emptyArchive("files"))
	}
	for _, m := range members {
		name := name + "/" + m.path
		content, err := m.open()
		if err != nil {
			if !r.fail(name, err) {
				return false
			}
			continue
		}
		more, _ := r.member(name, content, int64(min(m.UncompressedSize64, math.MaxInt64)), "ZIP", p)
		content.Close()
		if !more || p.quota.spent() {
			return more
		}
	}
	return true
}

// zipMember is a file in an archive with its path, which is "" where it is left out.
type zipMember struct {
	*zip.File
	path string
	err  error
}

// zipMembers reads the table of contents of an archive, in the order of the paths.
func zipMembers(at io.ReaderAt, size int64) ([]zipMember, error) {
	table := &limitedReaderAt{at, maxTable}
	archive, err := zip.NewReader(table, size)
	table.left = math.MaxInt64
	switch {
	case err == errLongTable:
		return nil, err
	case err != nil && err != zip.ErrInsecurePath:
		return nil, errors.New("the ZIP file is damaged or cut off: it has no table of contents at its end")
	}
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	archive.RegisterDecompressor(12, func(from io.Reader) io.ReadCloser { return io.NopCloser(bzip2.NewReader(from)) })
	archive.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow)))
	archive.RegisterDecompressor(95, func(from io.Reader) io.ReadCloser {
		z, err := xz.NewReader(from, maxWindow)
		if err != nil {
			return io.NopCloser(failing{err})
		}
		return io.NopCloser(z)
	})
	members := make([]zipMember, 0, len(archive.File))
	packed := uint64(0)
	for i, f := range archive.File {
		// Where files lie upon one another, few bytes are many files.
		if packed += min(f.CompressedSize64, math.MaxInt64); packed > uint64(size) {
			return nil, errOverlap
		}
		if what, other := otherPackages[f.Name]; other && (i == 0 || f.Name != "mimetype") {
			return nil, fmt.Errorf("binary, no text: it is %s", what)
		}
		name := f.Name
		if f.NonUTF8 && !utf8.ValidString(name) {
			name, _ = charmap.CodePage437.NewDecoder().String(name) // which is what the format says
		}
		name = strings.ReplaceAll(name, `\`, "/") // as some programs write the separators of Windows
		if !f.Mode().IsRegular() || strings.HasSuffix(name, "/") {
			continue // a folder or a link
		}
		m := zipMember{File: f}
		if m.path, m.err = memberPath(name); m.err != nil {
			m.path = badPath(name)
		}
		if m.path != "" {
			members = append(members, m)
		}
	}
	slices.SortStableFunc(members, func(a, b zipMember) int { return strings.Compare(a.path, b.path) })
	return members, nil
}

// open opens the content of a member.
func (m zipMember) open() (io.ReadCloser, error) {
	if m.err != nil {
		return nil, m.err
	}
	if m.Flags&1 != 0 {
		return nil, errors.New("encrypted; unpack it with its password first")
	}
	content, err := m.Open()
	switch {
	case err == zip.ErrAlgorithm:
		how := fmt.Sprintf("method %d", m.Method)
		if name, known := methods[m.Method]; known {
			how = name
		}
		return nil, fmt.Errorf("compressed with %s, which cannot be unpacked here; pack it anew", how)
	case err != nil:
		return nil, errors.New("the ZIP file is damaged: no file stands where its table of contents says")
	}
	return content, nil
}

var errLongTable = fmt.Errorf("a ZIP file with a table of contents longer than %d MB; pack it as .tar or in parts", maxTable>>20)

var errOverlap = errors.New("the files in this ZIP file are longer together than all of it, as in a decompression bomb; none of them is read")

// limitedReaderAt reads no more than left bytes.
type limitedReaderAt struct {
	io.ReaderAt
	left int64
}

func (l *limitedReaderAt) ReadAt(p []byte, off int64) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, errLongTable
	}
	return l.ReaderAt.ReadAt(p, off)
}
