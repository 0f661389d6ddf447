package input

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

func gz(content string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, content)
	z.Close()
	return b.String()
}

func zst(content string, options ...zstd.EOption) string {
	z, err := zstd.NewWriter(nil, append(options, zstd.WithEncoderConcurrency(1))...)
	if err != nil {
		panic(err)
	}
	defer z.Close()
	return string(z.EncodeAll([]byte(content), nil))
}

// met is "The ministers met.\n" as the programs bzip2 and xz write it, which Go can only read.
const (
	met         = "The ministers met.\n"
	bzippedMet  = "QlpoOTFBWSZTWefa3pEAAAJTgAAQQAEEAAJjHAAgADEDQNAg0A0Az0WNxjqHOAPi7kinChIc+1vSIA=="
	xzippedMet  = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQASVGhlIG1pbmlzdGVycyBtZXQuCgAAEbusOpWu8rYAASsTnAlI0h+2830BAAAAAARZWg=="
	xzWithSHA   = "/Td6WFoAAArh+wyhAgAhARYAAAB0L+WjAQASVGhlIG1pbmlzdGVycyBtZXQuCgAAyIr2X/GSawdX/D615B51y9FTnEsbRR/weL+Apj7ZfKIAAUMTM+hsfxibS5oBAAAAAApZWg=="
	xzOf256MB   = "/Td6WFoAAATm1rRGAgAhASAAAAAJiKV2AQASVGhlIG1pbmlzdGVycyBtZXQuCgAAEbusOpWu8rYAASsTnAlI0h+2830BAAAAAARZWg=="
	bzippedVoid = "QlpoORdyRThQkAAAAAA="
)

func decoded(s string) string {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// files gives the documents of files of which all but the names is made up.
func files(t *testing.T, content map[string]string, args ...string) []string {
	t.Helper()
	tree(t, content)
	return read(args, Options{})
}

func TestCompressedFilesAreToldByTheirBytes(t *testing.T) {
	for how, packed := range map[string]string{
		"gzip": gz(met), "zstd": zst(met), "bzip2": decoded(bzippedMet), "xz": decoded(xzippedMet), "xz with SHA-256": decoded(xzWithSHA),
		"gzip in gzip": gz(gz(met)), "zstd behind a frame to be skipped": "\x50\x2A\x4D\x18\x03\x00\x00\x00abc" + zst(met),
	} {
		t.Run(how, func(t *testing.T) {
			equal(t, files(t, map[string]string{"a": packed}, "a"), []string{"a=" + met})
			for _, from := range []io.Reader{strings.NewReader(packed), iotest.OneByteReader(strings.NewReader(packed)), iotest.DataErrReader(strings.NewReader(packed))} {
				equal(t, read([]string{"-"}, Options{Stdin: from}), []string{"-=" + met})
			}
		})
	}
	equal(t, files(t, map[string]string{"a": gz(""), "b": zst("") + zst(""), "c": decoded(bzippedVoid)}, "a", "b", "c"), []string{"a=", "b=", "c="})
}

func TestConcatenatedMembersAreOneFile(t *testing.T) {
	bz, xz := decoded(bzippedMet), decoded(xzippedMet)
	for how, packed := range map[string]string{
		"gzip": gz(met) + gz("") + gz(met), "zstd": zst(met) + "\x5F\x2A\x4D\x18\x00\x00\x00\x00" + zst(met), "bzip2": bz + bz,
		"xz": xz + xz, "xz with padding": xz + "\x00\x00\x00\x00" + xz, "gzip from a tape": gz(met+met) + strings.Repeat("\x00", 512),
	} {
		if got, want := read([]string{"-"}, Options{Stdin: strings.NewReader(packed)}), []string{"-=" + met + met}; got[0] != want[0] || len(got) != 1 {
			t.Errorf("%s: got %q, want %q", how, got, want)
		}
	}
}

func TestInnerEndingDecidesTheFormat(t *testing.T) {
	line := `{"text":"a"}`
	equal(t, files(t, map[string]string{"a.jsonl.gz": gz(line), "b.NDJSON.ZST": zst(line), "c.jsonl.gz.gz": gz(gz(line)), "d.gz": gz(line), "e.jsonl.gz": line, "f.jsonl": gz(line)},
		"a.jsonl.gz", "b.NDJSON.ZST", "c.jsonl.gz.gz", "d.gz", "e.jsonl.gz", "f.jsonl"),
		[]string{"a.jsonl.gz:1=a", "b.NDJSON.ZST:1=a", "c.jsonl.gz.gz:1=a", "d.gz=" + line, "e.jsonl.gz:1=a", "f.jsonl:1=a"})
	equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(gz(line)), Format: JSONL}), []string{"-:1=a"})
	equal(t, files(t, map[string]string{"a.htm.gz": gz("<p>One</p>\n<p>Two</p>")}, "a.htm.gz"), []string{"a.htm.gz=One\n\nTwo\n"})
	tree(t, map[string]string{"a.jsonl.gz": gz(line)})
	equal(t, read([]string{"a.jsonl.gz"}, Options{Format: Text}), []string{"a.jsonl.gz=" + line})
	for in, want := range map[string]string{"a.gz": "a", "a.tar.GZ": "a.tar", "a.gz.xz.zst": "a.gz", ".gz": "", "gz": "gz", "a.jsonl": "a.jsonl"} {
		if got := innerName(in); got != want {
			t.Errorf("%s is %q inside", in, got)
		}
	}
}

func TestTextThatLooksPacked(t *testing.T) {
	for _, text := range []string{"BZh9, said the minister.", "PK", "(\xc2\xb5", "P*M", "WARC/", "7zXZ", "\x1f", "BZh", ""} {
		equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(text)}), []string{"-=" + text})
	}
}

// lines are n lines of JSON that do not shrink much.
func lines(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range n {
		b.WriteString(`{"text":"`)
		for range 60 {
			b.WriteByte(byte('a' + random.IntN(26)))
		}
		b.WriteString("\"}\n")
	}
	return b.String()
}

func TestCutOff(t *testing.T) {
	content := lines(3000)
	big := gz(content)
	got := read([]string{"-"}, Options{Stdin: strings.NewReader(big[:len(big)/2]), Format: JSONL})
	if n := len(got); n < 1000 || !strings.HasSuffix(got[n-1], ": the gzip data is cut off") || !strings.HasPrefix(got[n-2], "-:") {
		t.Errorf("%d lines, at the end %q", n, got[max(0, n-2):])
	}
	big = zst(content) // whole blocks of 128 KB come out
	got = read([]string{"-"}, Options{Stdin: strings.NewReader(big[:len(big)-10]), Format: JSONL})
	if n := len(got); n < 1500 || !strings.HasSuffix(got[n-1], ": the zstd data is cut off") {
		t.Errorf("%d lines, at the end %q", n, got[max(0, n-2):])
	}
	for what, packed := range map[string]string{"gzip": gz(met), "zstd": zst(met), "bzip2": decoded(bzippedMet), "xz": decoded(xzippedMet)} {
		for n := 12; n < len(packed); n++ {
			got := read([]string{"-"}, Options{Stdin: strings.NewReader(packed[:n])})
			if want := "! -: the " + what + " data is cut off"; len(got) != 1 || got[0] != want {
				t.Errorf("%s, %d of %d bytes: got %q, want %q", what, n, len(packed), got, want)
			}
		}
	}
}

func TestDamage(t *testing.T) {
	change := func(s string, at int) string {
		b := []byte(s)
		b[(at+len(b))%len(b)] ^= 0x55
		return string(b)
	}
	equal(t, files(t, map[string]string{
		"checksum.gz": change(gz(met), -6), "length.gz": change(gz(met), -2), "behind.gz": gz(met) + "more",
		"checksum.zst": change(zst(met), -1), "checksum.bz2": change(decoded(bzippedMet), 12), "data.xz": change(decoded(xzippedMet), 30),
		"dict.xz": decoded(xzOf256MB), "three.gz": gz(gz(gz(met))), "good": met,
	}, "checksum.gz", "length.gz", "behind.gz", "checksum.zst", "checksum.bz2", "data.xz", "dict.xz", "three.gz", "good"), []string{
		"! checksum.gz: damaged gzip data: its checksum is wrong", "! length.gz: damaged gzip data: its checksum is wrong",
		"! behind.gz: damaged gzip data: something else stands behind it",
		"! checksum.zst: damaged zstd data: its checksum is wrong", "! checksum.bz2: damaged bzip2 data: block checksum mismatch",
		"! data.xz: damaged xz data: data is corrupt",
		"! dict.xz: to unpack the xz data takes more than 128 MB of memory; compress it with a smaller window",
		"! three.gz: compressed more than 2 times; unpack it first", "good=" + met,
	})
}

// TestWindows: how much memory a decoder takes is said in the first bytes of what it decodes.
func TestWindows(t *testing.T) {
	frame := func(log int) string {
		const rawAndLast = 1
		return "\x28\xB5\x2F\xFD\x00" + string([]byte{byte(log-10) << 3, byte(len(met)<<3 | rawAndLast), 0, 0}) + met
	}
	equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(frame(27))}), []string{"-=" + met})
	equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(frame(28))}), []string{"! -: to unpack the zstd data takes more than 128 MB of memory; compress it with a smaller window"})
}

func TestZstdDictionary(t *testing.T) {
	samples := make([][]byte, 50)
	for i, l := range strings.SplitAfterN(lines(len(samples)), "\n", len(samples)) {
		samples[i] = []byte(met + met + l)
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: []byte(met + strings.Repeat("He said so. ", 20)), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	content := met + met
	packed := zst(content, zstd.WithEncoderDict(dictionary))
	frame := func(d string) string {
		return "\x5D\x2A\x4D\x18" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(d)))) + d
	}
	equal(t, files(t, map[string]string{
		"with": frame(string(dictionary)) + packed, "compressed": frame(zst(string(dictionary))) + packed, "without": packed,
		"short": frame(string(dictionary))[:40], "none": frame("no dictionary") + zst(met), "damaged": frame("\x37\xA4\x30\xEC") + packed,
	}, "with", "compressed", "without", "short", "none", "damaged")[:3], []string{
		"with=" + content, "compressed=" + content, "! without: the zstd data needs a dictionary, which is not in the file",
	})
	got := read([]string{"short", "none", "damaged"}, Options{})
	if !strings.HasPrefix(got[0], "! short: ") || got[1] != "none="+met || !strings.HasPrefix(got[2], "! damaged: damaged zstd data: ") || len(got) != 3 {
		t.Errorf("got %q", got)
	}
}

// zeros are gigabytes of zeros, compressed and compressed again.
func zeros(gigabytes int) string {
	mega := make([]byte, 1<<20)
	var b bytes.Buffer
	outer, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	inner := gz(string(mega))
	for range gigabytes << 10 {
		io.WriteString(outer, inner)
	}
	outer.Close()
	return b.String()
}

func TestBombs(t *testing.T) {
	bomb := zeros(10)
	if len(bomb) > 1<<20 {
		t.Fatalf("a bomb of %d bytes", len(bomb))
	}
	for _, f := range []Format{Text, JSONL} {
		equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(bomb), Format: f}), []string{"! -: binary, no text: it has zeros in it"})
	}
	// Letters are read until they are too many for a document, or far too many for what they came out of.
	letters := strings.Repeat("x", 1<<20)
	o := Options{MaxBytes: 64 << 10}
	o.Stdin = strings.NewReader(gz(gz(letters)))
	equal(t, read([]string{"-"}, o), []string{"! -: the document is longer than 1 MB; split it"})
	o.Stdin, o.Format = strings.NewReader(gz(gz("{\"text\":\"first\"}\n"+letters))), JSONL
	equal(t, read([]string{"-"}, o), []string{"-:1=first", "! -:2: the line is longer than 1 MB; split it", "! -:2: " + errBomb.Error()})
	o.Stdin = strings.NewReader(gz(strings.Repeat("\n", 1<<20)))
	equal(t, read([]string{"-"}, o), []string{"! -:524289: " + errBomb.Error()})
	// Neither a small file that repeats itself nor a long one that does not is a bomb.
	o.Stdin = strings.NewReader(gz(strings.Repeat("\n", 256<<10)))
	equal(t, read([]string{"-"}, o), nil)
	article := `{"text":"` + strings.Repeat("\\u00e4", 1000) + "\"}\n"
	o.Stdin = strings.NewReader(gz(gz(strings.Repeat(article, 1000))))
	if got := read([]string{"-"}, o); len(got) != 1000 {
		t.Errorf("%d documents", len(got))
	}
	o.Stdin = strings.NewReader(gz(lines(10000)))
	if got := read([]string{"-"}, o); len(got) != 10000 {
		t.Errorf("%d documents", len(got))
	}
}

// panicking is a decoder with a bug.
type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("bug") }

func TestDecoderThatPanics(t *testing.T) {
	u := (&pack{quota: &quota{texts: new(int64)}}).unpacked("xz", panicking{}, nil)
	for range 2 {
		if _, err := u.Read(make([]byte, 1)); err == nil || err.Error() != "damaged xz data" {
			t.Errorf("got %v", err)
		}
	}
}

func TestReadErrorsComeThroughDecoders(t *testing.T) {
	broken := errors.New("the disk is broken")
	for _, packed := range []string{gz(lines(1000)), zst(lines(1000)), decoded(xzippedMet)[:40], decoded(bzippedMet)[:40]} {
		from := io.MultiReader(strings.NewReader(packed[:len(packed)/2]), iotest.ErrReader(broken))
		got := read([]string{"-"}, Options{Stdin: from, Format: JSONL})
		if last := got[len(got)-1]; !strings.HasPrefix(last, "! -:") || !strings.HasSuffix(last, ": the disk is broken") {
			t.Errorf("got %q", got)
		}
	}
}

// TestCompressedLinesAreAnswered: who writes compressed lines to a pipe and flushes gets an answer to each.
func TestCompressedLinesAreAnswered(t *testing.T) {
	in, out := io.Pipe()
	z := gzip.NewWriter(out)
	go func() {
		io.WriteString(z, `{"text":"first"}`+"\n")
		z.Flush()
	}()
	for doc, err := range Documents([]string{"-"}, Options{Stdin: in, Format: JSONL}) {
		if err != nil || doc.Text != "first" {
			t.Errorf("got %q, %v", doc.Text, err)
		}
		break
	}
}

// checked reads a packed stream as a fuzzer made it, and checks what holds whatever is in it.
func checked(t *testing.T, raw []byte) {
	for _, f := range []Format{ByName, JSONL} {
		n := 0
		for doc, err := range Documents([]string{"-"}, Options{Stdin: bytes.NewReader(raw), Format: f, MaxBytes: 4 << 10}) {
			if n++; n > 1<<22 {
				t.Fatal("no end of documents")
			}
			if err == nil && (!utf8.ValidString(doc.Text) || strings.ContainsRune(doc.Text, 0) || len(doc.Text) > 3*4<<10 || doc.Name == "") {
				t.Errorf("%q gives %+v", raw, doc)
			}
		}
	}
}

func FuzzCompressed(f *testing.F) {
	line := `{"text":"a"}` + "\n"
	for _, s := range []string{met, line, gz(met), gz(line) + gz(line), zst(line), decoded(bzippedMet), decoded(xzippedMet), decoded(xzWithSHA), gz(gz(line)),
		"\x5D\x2A\x4D\x18\x04\x00\x00\x00\x37\xA4\x30\xEC" + zst(met), gz(zst(met)), gz(strings.Repeat("\n", 100<<10))} {
		f.Add([]byte(s))
	}
	f.Fuzz(checked)
}

// TestNothingIsWritten: reading packed files leaves nothing on the disk.
func TestNothingIsWritten(t *testing.T) {
	tree(t, map[string]string{"a.gz": gz(met)})
	read([]string{"."}, Options{})
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}
