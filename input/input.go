// Package input turns what a user names (files, folders, archives, "-") into documents: decoded, checked and in
// the order of the arguments. Bad input is an error of its own and never stops the others.
package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// MaxBytes is the longest document, or line of JSON Lines, that is read.
const MaxBytes = 64 << 20

// ErrEmptyFolder says that a folder has no files. Nothing failed: the caller may want to mention it.
var ErrEmptyFolder = errors.New("no files in this folder")

// ErrBlankLine says that a line of JSON Lines is blank. Nothing failed: it matters to those who want
// an answer to each line.
var ErrBlankLine = errors.New("a blank line")

// Document is one article. Only Name and, once it is open, Text always have a value.
type Document struct {
	Name string // the file as the user gave it, the record's id, or path:line
	Text string // valid UTF-8 without byte order mark and zeros, line ends as they are
	File string // the file as the user gave it
	Line int    // in File, from 1, of an input record; 0 for a file that is one document
	ID   string // of the input record, like the rest
	Title, URL, Lang,
	Date string // 2006-01-02 or 2006-01-02T15:04
	Source   string // name of the site or publisher, of a web page
	DateUTC  bool   // the Date is one that a web page gives in UTC
	LangHint string // language that a web page says it is in, which is often wrong
	closed   closed
}

// closed is what stands in the place of a text that is not decoded yet.
type closed struct {
	raw     string
	page    bool   // of the web: what it says of itself is read as well
	charset string // of the transfer, "" when not said
	tagged  bool   // it may say what it is in, as pages do
}

// Open decodes the text and reads what a web page says, where that is still to be done: it takes longer
// than all other reading, so that those who work on documents in parallel do it in parallel too. An
// error is an *Error in the place of the document.
func (d *Document) Open() error {
	c := d.closed
	if c == (closed{}) {
		return nil
	}
	d.closed = closed{}
	var err error
	switch {
	case c.page:
		err = d.readPage(c.raw, c.charset)
	case c.tagged:
		d.Text, err = decodePage(c.raw, c.charset)
	default:
		d.Text, err = Decode(c.raw)
	}
	if err != nil {
		return d.Failed(err)
	}
	return nil
}

// Size is how many bytes of text, and of what else is as long as its writer likes, the document has.
func (d *Document) Size() int {
	return len(d.Text) + len(d.closed.raw) + len(d.ID) + len(d.Title) + len(d.URL) + len(d.Source)
}

// textBytes is how long its text is, as far as that can be told before it is open: of a page what stands
// outside of its tags, and nothing of what is no UTF-8, which may be no text at all.
func (d *Document) textBytes() int {
	switch {
	case !d.closed.page && utf8.ValidString(d.closed.raw):
		return len(d.Text) + len(d.closed.raw)
	case !d.closed.page:
		return len(d.Text)
	}
	n := 0
	for rest := d.closed.raw; ; {
		text, tag, _ := strings.Cut(rest, "<")
		n += len(strings.TrimSpace(text))
		var closed bool
		if _, rest, closed = strings.Cut(tag, ">"); !closed {
			return n
		}
	}
}

// Failed is the error of a document that could be read, but not worked on.
func (d *Document) Failed(err error) *Error { return &Error{d.Name, d.File, d.Line, err} }

// Error is one input that gives no document. It reads "FILE: why" or "FILE:line: why".
type Error struct {
	Doc  string // what the document is called: the record's id where it has one, else where it stands
	File string // or folder
	Line int    // in File, from 1; 0 where all of it failed
	Err  error
}

func (e *Error) Error() string { return printable(place(e.File, e.Line)) + ": " + e.Err.Error() }

// place is path:line, or the path alone.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Format is how a file holds its documents.
type Format int

// The formats of files.
const (
	ByName Format = iota // JSON Lines where the name ends in .jsonl or .ndjson, a web page by name or content, else text
	Text                 // the file is one document
	JSONL                // each line is one document
	HTML                 // the file is one web page
)

// ParseFormat reads the name of a format as users write it; "" is ByName.
func ParseFormat(s string) (Format, error) {
	switch s {
	case "":
		return ByName, nil
	case "text":
		return Text, nil
	case "jsonl":
		return JSONL, nil
	case "html":
		return HTML, nil
	}
	return ByName, fmt.Errorf("%q is no input format; there are text, jsonl and html", s)
}

// Options say how to read.
type Options struct {
	Format   Format
	Lang     string    // language of documents that are plain files, "" when not said
	Stdin    io.Reader // what "-" reads
	MaxBytes int       // 0: MaxBytes
	// Files that the run writes to: one that reads what it writes never ends. They fail.
	Outputs []os.FileInfo
}

var errOutput = errors.New("this run writes to it, so it is not read; write to another folder")

// writtenTo says whether a file is one of the outputs.
func (r *reader) writtenTo(f any) bool {
	file, ok := f.(*os.File)
	if !ok || len(r.Outputs) == 0 {
		return false
	}
	info, err := file.Stat()
	return err == nil && slices.ContainsFunc(r.Outputs, func(o os.FileInfo) bool { return os.SameFile(o, info) })
}

// Documents yields the documents of the arguments in their order, reading no further than asked, or an
// *Error in the place of one that cannot be had; what Open says of them comes besides. A folder stands for all the files below it, sorted
// bytewise by their path with / between the parts, names with a leading dot left out; so does an archive.
// What is compressed or an archive is told by its first bytes.
func Documents(args []string, o Options) iter.Seq2[Document, error] {
	if o.MaxBytes == 0 {
		o.MaxBytes = MaxBytes
	}
	return func(yield func(Document, error) bool) {
		r := reader{Options: o}
		r.yield = func(doc Document, err error) bool {
			r.texts += int64(doc.textBytes())
			return yield(doc, err)
		}
		for _, arg := range args {
			if !r.argument(arg) {
				return
			}
		}
	}
}

// reader hands documents on. Its methods return false when nobody wants more.
type reader struct {
	Options
	yield func(Document, error) bool
	texts int64  // length of the texts that were handed on, or nearly that
	head  []byte // the first bytes of a document, reused
}

func (r *reader) fail(name string, err error) bool {
	return r.yield(Document{}, &Error{name, name, 0, explain(err)})
}

func (r *reader) argument(arg string) bool {
	if arg == "-" {
		if r.writtenTo(r.Stdin) {
			return r.fail(arg, errOutput)
		}
		size := int64(0)
		if f, ok := r.Stdin.(*os.File); ok {
			size = sizeOf(f)
		}
		return r.open(arg, r.Stdin, size, pack{})
	}
	info, err := os.Stat(arg)
	if err != nil {
		return r.fail(arg, err)
	}
	if !info.IsDir() {
		return r.file(arg)
	}
	base := strings.TrimRightFunc(arg, func(c rune) bool { return c < 0x80 && os.IsPathSeparator(uint8(c)) }) + "/"
	found := false
	more := r.folder(base, &found)
	if more && !found {
		return r.fail(arg, ErrEmptyFolder)
	}
	return more
}

// folder reads the files below dir, which ends in "/". Symbolic links to files are followed, those to
// folders are not, so that no loop of links is endless.
func (r *reader) folder(dir string, found *bool) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		*found = true
		if !r.fail(strings.TrimSuffix(dir, "/"), err) {
			return false
		}
	}
	// With the separator behind the folders' names, the order of each folder's entries makes the order
	// of all the paths.
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, "."):
		case e.IsDir():
			names = append(names, name+"/")
		case e.Type().IsRegular() || e.Type()&fs.ModeSymlink != 0 && linksToFile(dir+name):
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if strings.HasSuffix(name, "/") {
			if !r.folder(dir+name, found) {
				return false
			}
			continue
		}
		*found = true
		if !r.file(dir + name) {
			return false
		}
	}
	return true
}

// linksToFile says whether a link leads to a file; one that leads nowhere does too, so that it is
// named among the failures.
func linksToFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

func (r *reader) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, err)
	}
	defer f.Close()
	if r.writtenTo(f) {
		return r.fail(path, errOutput)
	}
	return r.open(path, f, sizeOf(f), pack{})
}

// sizeOf is the size of a file that can be read at any place and of which nothing has been read; 0 for
// pipes, terminals and the like.
func sizeOf(f *os.File) int64 {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	if at, err := f.Seek(0, io.SeekCurrent); err != nil || at != 0 {
		return 0
	}
	return info.Size()
}

// stream reads the documents of one file that is not packed; size is a hint.
func (r *reader) stream(name string, from io.Reader, size int64) bool {
	lines := r.Format == JSONL
	if r.Format == ByName {
		lower := strings.ToLower(innerName(name))
		lines = strings.HasSuffix(lower, ".jsonl") || strings.HasSuffix(lower, ".ndjson")
	}
	if lines {
		return r.lines(name, from)
	}
	raw, err := r.raw(from, size)
	if err != nil {
		return r.fail(name, err)
	}
	page := r.Format == HTML || r.Format == ByName && (namesHTML(innerName(name)) || isHTML(raw))
	return r.yield(Document{Name: name, File: name, Lang: r.Lang, closed: closed{raw: raw, page: page}}, nil)
}

// raw reads the bytes of one document. What shows itself as binary in its first bytes is read no further.
func (r *reader) raw(from io.Reader, size int64) (string, error) {
	if size > int64(r.MaxBytes) {
		return "", r.tooLong("document")
	}
	if r.head == nil {
		r.head = make([]byte, min(32<<10, r.MaxBytes))
	}
	n, err := io.ReadFull(from, r.head)
	head := r.head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return "", err
	}
	if !hasUTF16Mark(head) && bytes.IndexByte(head, 0) >= 0 {
		return "", errBinary(head)
	}
	b := grown(head, int(size)+1-n, r.MaxBytes+1)
	for err == nil && len(b) <= r.MaxBytes {
		b = grown(b, 1, r.MaxBytes+1)
		n, err = from.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
	}
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return "", err
	}
	if len(b) > r.MaxBytes {
		return "", r.tooLong("document")
	}
	if len(b) <= len(r.head) || len(b) < cap(b)/2 {
		return string(b), nil // the head is read into again, and no document needs more room than it has bytes
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), nil
}

// grown returns the bytes with room for so many more. The room grows fast, but not beyond most: what is
// not needed yet takes no memory, what is outgrown does for a while.
func grown(b []byte, more, most int) []byte {
	need := len(b) + more
	if need <= cap(b) {
		return b
	}
	return append(make([]byte, 0, max(need, min(4*cap(b), most))), b...)
}

func (r *reader) tooLong(what string) error {
	return fmt.Errorf("the %s is longer than %d MB; split it", what, max(1, r.MaxBytes>>20))
}

// explain puts the errors that users meet most into plain words, without the path, which is said
// already.
func explain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("no permission to read it")
	}
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// printable keeps a name with line ends or other control characters on one line of a message, and
// shows one that is empty.
func printable(name string) string {
	if name == "" || strings.ContainsFunc(name, func(c rune) bool { return c < ' ' || c == 0x7f }) {
		return fmt.Sprintf("%q", name)
	}
	return name
}
