package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// entry is a member of an archive in a test. A name that ends in "/" is a folder, content that begins
// with "->" a link.
type entry struct{ name, content string }

func tarOf(entries ...entry) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Mode: 0o644, Typeflag: tar.TypeReg, Size: int64(len(e.content))}
		to, link := strings.CutPrefix(e.content, "->")
		switch {
		case strings.HasSuffix(e.name, "/"):
			h.Typeflag = tar.TypeDir
		case link:
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, to, 0
		}
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		if h.Size > 0 {
			io.WriteString(w, e.content)
		}
	}
	w.Close()
	return b.String()
}

func zipOf(entries ...entry) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		content, link := strings.CutPrefix(e.content, "->")
		if link {
			h.SetMode(os.ModeSymlink | 0o777)
		}
		to, err := w.CreateHeader(h)
		if err != nil {
			panic(err)
		}
		if content != "" {
			io.WriteString(to, content)
		}
	}
	w.Close()
	return b.String()
}

var packed = []entry{
	{"d/", ""}, {"d/b.txt", "B"}, {"d/a/", ""}, {"d/a/z.jsonl", `{"text":"Z"}`}, {"./d/a.txt", "A"}, {"d/.hidden", "H"}, {".git/config", "G"},
	{"__MACOSX/._b.txt", "M"}, {"/etc/absolute", "E"}, {"d/link", "->a.txt"}, {"d/out", "->/etc/passwd"}, {"d/../../up", "U"}, {"ä.txt", "Ä"}, {"d/c.txt.gz", gz("C")},
}

var packedDocuments = []string{
	"%/d/a.txt=A", "%/d/a/z.jsonl:1=Z", "%/d/b.txt=B", "%/d/c.txt.gz=C", "%/etc/absolute=E", "%/ä.txt=Ä", "! %/d/../../up: its path leads out of the archive",
}

// in puts the name of an archive for % in what is wanted, sorted.
func in(archive string, want []string) []string {
	var named []string
	for _, w := range want {
		named = append(named, strings.Replace(w, "%", archive, 1))
	}
	slices.Sort(named)
	return named
}

func TestArchivesAreFolders(t *testing.T) {
	whole := tarOf(packed...)
	tree(t, map[string]string{"a.zip": zipOf(packed...), "a.tar": whole, "a.tar.gz": gz(whole), "a.tar.zst": zst(whole), "any": zst(zipOf(packed...))})
	for _, name := range []string{"a.zip", "a.tar", "a.tar.gz", "a.tar.zst", "any"} {
		got := read([]string{name}, Options{})
		slices.Sort(got)
		equal(t, got, in(name, packedDocuments))
	}
	got := read([]string{"-"}, Options{Stdin: strings.NewReader(zipOf(packed...))})
	slices.Sort(got)
	equal(t, got, in("-", packedDocuments))
	got = read([]string{"."}, Options{})
	slices.Sort(got)
	if len(got) != 5*len(packedDocuments) {
		t.Errorf("of a folder with archives come %q", got)
	}
}

func TestJoinedTars(t *testing.T) {
	a, b := tarOf(entry{"a", "A"}), tarOf(entry{"b", "B"})
	for _, joined := range []string{a + b, gz(a) + gz(b), a + tarOf() + b + "something else", a + strings.Repeat("\x00", 20*tarBlock) + b} {
		equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader(joined)}), []string{"-/a=A", "-/b=B"})
	}
}

// TestLongPaths: the name of a member, which all of its facts repeat, has a limit.
func TestLongPaths(t *testing.T) {
	long := strings.Repeat("ä", maxID)
	want := []string{"! -/" + long[:100] + "…: its path is longer than 8 KB, which each fact would repeat", "-/z=Z"}
	for _, archive := range []string{tarOf(entry{long, "L"}, entry{"z", "Z"}), zipOf(entry{long, "L"}, entry{"z", "Z"})} {
		got := read([]string{"-"}, Options{Stdin: strings.NewReader(archive)})
		slices.Sort(got)
		equal(t, got, want)
	}
}

// TestOrderOfMembers: those of a ZIP file are sorted by their whole paths, as the files of a folder;
// those of a tar come as they stand.
func TestOrderOfMembers(t *testing.T) {
	e := []entry{{"d/a/z", "1"}, {"d/a.txt", "2"}, {"d/a-b", "3"}, {"d/B", "4"}, {`d\W`, "5"}, {"d/B", "6"}, {`e\`, ""}}
	tree(t, map[string]string{"a.zip": zipOf(e...), "a.tar": tarOf(e[:4]...)})
	equal(t, read([]string{"a.zip"}, Options{}), []string{"a.zip/d/B=4", "a.zip/d/B=6", "a.zip/d/W=5", "a.zip/d/a-b=3", "a.zip/d/a.txt=2", "a.zip/d/a/z=1"})
	equal(t, read([]string{"a.tar"}, Options{}), []string{"a.tar/d/a/z=1", "a.tar/d/a.txt=2", "a.tar/d/a-b=3", "a.tar/d/B=4"})
}

func TestEmptyArchives(t *testing.T) {
	hidden := []entry{{".x", "X"}, {"d/", ""}}
	tree(t, map[string]string{"a.zip": zipOf(), "b.zip": zipOf(hidden...), "a.tar": tarOf(), "a.tgz": gz(tarOf()), "b.tar": tarOf(hidden...)})
	for _, name := range []string{"a.zip", "b.zip", "a.tar", "a.tgz", "b.tar"} {
		for _, err := range Documents([]string{name}, Options{}) {
			if !errors.Is(err, ErrEmptyFolder) || err.Error() != name+": no files in this archive" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if n := len(read([]string{name}, Options{})); n != 1 {
			t.Errorf("%s: %d documents and failures", name, n)
		}
	}
}

func TestArchivesInArchives(t *testing.T) {
	one := []entry{{"x.txt", "X"}}
	for _, wrap := range []func(...entry) string{tarOf, zipOf} {
		for _, inner := range []string{zipOf(one...), tarOf(one...), gz(tarOf(one...))} {
			tree(t, map[string]string{"a": wrap(entry{"b", inner}, entry{"c", "C"})})
			equal(t, read([]string{"a"}, Options{}), []string{"a/b/x.txt=X", "a/c=C"})
			tree(t, map[string]string{"a": wrap(entry{"b", wrap(entry{"b", inner})}, entry{"c", "C"})})
			equal(t, read([]string{"a"}, Options{}), []string{"! a/b/b: an archive inside of 2 others; unpack it first", "a/c=C"})
		}
	}
}

func TestBadMembersLoseOnlyThemselves(t *testing.T) {
	e := []entry{{"a", "AAAA"}, {"b", "x\x00y"}, {"c", "CCCC"}, {"d", strings.Repeat("D", 200)}, {"e", gz("E")[:15]}, {"f", "FFFF"}}
	want := []string{"%/a=AAAA", "! %/b: binary, no text: it has zeros in it", "%/c=CCCC", "! %/d: the document is longer than 1 MB; split it", "! %/e: the gzip data is cut off", "%/f=FFFF"}
	for _, content := range []string{tarOf(e...), zipOf(e...)} {
		tree(t, map[string]string{"x": content})
		got := read([]string{"x"}, Options{MaxBytes: 100})
		slices.Sort(got)
		equal(t, got, in("x", want))
	}
	// What is special about ZIP files: each member has its own method, checksum and place.
	made := zipOf(e[0], e[2], e[5])
	for name, change := range map[string]func([]byte, int){
		"encrypted; unpack it with its password first":                             func(b []byte, at int) { b[at+8] |= 1 },
		"compressed with Deflate64, which cannot be unpacked here; pack it anew":   func(b []byte, at int) { b[at+10] = 9 },
		"compressed with method 77, which cannot be unpacked here; pack it anew":   func(b []byte, at int) { b[at+10] = 77 },
		"damaged ZIP data: its checksum is wrong":                                  func(b []byte, at int) { b[at+16] ^= 1 },
		"the ZIP file is damaged: no file stands where its table of contents says": func(b []byte, at int) { b[at+42] ^= 1 },
		"its path leads out of the archive":                                        nil,
	} {
		b := []byte(made)
		doc := "c"
		if change == nil {
			doc = "../c"
			b = []byte(zipOf(e[0], entry{doc, "CCCC"}, e[5]))
		} else {
			first := bytes.Index(b, []byte("PK\x01\x02"))
			change(b, first+1+bytes.Index(b[first+1:], []byte("PK\x01\x02")))
		}
		got := read([]string{"-"}, Options{Stdin: bytes.NewReader(b)})
		slices.Sort(got)
		equal(t, got, []string{"! -/" + doc + ": " + name, "-/a=AAAA", "-/f=FFFF"})
	}
}

func TestArchivesThatAreCutOrDamaged(t *testing.T) {
	e := []entry{{"a", strings.Repeat("A", 2000)}, {"b", strings.Repeat("B", 2000)}, {"c", "C"}}
	whole := tarOf(e...)
	tree(t, map[string]string{
		"cut.tar": whole[:4000], "head.tar": whole[:2600+512], "cut.tgz": gz(whole)[:60], "damaged.tar": whole[:512+2048] + "garbage" + whole[512+2048+7:],
		"cut.zip": zipOf(e...)[:100], "padding.tgz": strings.TrimSuffix(gz(whole), gz(whole)[len(gz(whole))-9:]), "parts.zip": "PK\x07\x08" + zipOf(e[2]),
	})
	a := "=" + e[0].content
	equal(t, read([]string{"cut.tar"}, Options{}), []string{"cut.tar/a" + a, "! cut.tar/b: the tar data is cut off"})
	equal(t, read([]string{"head.tar"}, Options{}), []string{"head.tar/a" + a, "! head.tar/b: the tar data is cut off"})
	equal(t, read([]string{"damaged.tar"}, Options{}), []string{"damaged.tar/a" + a, "! damaged.tar: the tar archive is damaged; what follows in it is lost"})
	equal(t, read([]string{"cut.zip"}, Options{}), []string{"! cut.zip: the ZIP file is damaged or cut off: it has no table of contents at its end"})
	equal(t, read([]string{"parts.zip"}, Options{}), []string{"parts.zip/c=C"})
	if got := read([]string{"cut.tgz"}, Options{}); len(got) == 0 || !strings.HasSuffix(got[len(got)-1], ": the gzip data is cut off") {
		t.Errorf("got %q", got)
	}
	// Not even a cut behind the last file goes unnoticed: more may have been there.
	if got := read([]string{"padding.tgz"}, Options{}); len(got) != 4 || got[3] != "! padding.tgz: the gzip data is cut off" {
		t.Errorf("got %q", got)
	}
}

func TestOtherPackagesAreNoFolders(t *testing.T) {
	for first, want := range map[string]string{
		"[Content_Types].xml":  "! x: binary, no text: it is an office document (docx, xlsx, pptx); save it as text",
		"mimetype":             "! x: binary, no text: it is an office document or a book (odt, epub); save it as text",
		"META-INF/MANIFEST.MF": "! x: binary, no text: it is a Java program",
	} {
		equal(t, files(t, map[string]string{"x": zipOf(entry{first, "a"}, entry{"word/document.xml", "<x/>"})}, "x"), []string{want})
	}
	equal(t, files(t, map[string]string{"x": zipOf(entry{"a", "A"}, entry{"mimetype", "M"})}, "x"), []string{"x/a=A", "x/mimetype=M"})
}

func TestNamesInOtherEncodings(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"gr\x94\xe1er.txt", "größer.txt"} {
		to, err := w.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(to, "G")
	}
	w.Close()
	equal(t, read([]string{"-"}, Options{Stdin: &b}), []string{"-/größer.txt=G", "-/größer.txt=G"})
}

// TestMethods reads what other programs compress members with.
func TestMethods(t *testing.T) {
	for method, packed := range map[uint16]string{0: met, 12: decoded(bzippedMet), 93: zst(met), 95: decoded(xzippedMet)} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		to, err := w.CreateRaw(&zip.FileHeader{Name: "a", Method: method, CRC32: crc32.ChecksumIEEE([]byte(met)), CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(met))})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(to, packed)
		w.Close()
		equal(t, read([]string{"-"}, Options{Stdin: &b}), []string{"-/a=" + met})
	}
}

func TestArchivesThatAreBombs(t *testing.T) {
	o := Options{MaxBytes: 64 << 10, Format: JSONL}
	long := strings.Repeat("\n", 150<<10)
	var many []entry
	for _, name := range []string{"a", "b", "c", "d"} {
		many = append(many, entry{name, long})
	}
	for _, bomb := range []string{zipOf(many...), gz(gz(tarOf(many...)))} {
		o.Stdin = strings.NewReader(bomb)
		if got := read([]string{"-"}, o); len(got) != 1 || !strings.HasSuffix(got[0], ": "+errBomb.Error()) {
			t.Errorf("got %q", got)
		}
	}
	// A table of contents in which many members are the same bytes.
	one := zipOf(entry{"a", strings.Repeat("\n", 60<<10)})
	table := strings.Index(one, "PK\x01\x02")
	end := strings.Index(one, "PK\x05\x06")
	tail := []byte(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], 100)
	binary.LittleEndian.PutUint16(tail[10:], 100)
	binary.LittleEndian.PutUint32(tail[12:], uint32(100*(end-table)))
	o.Stdin = strings.NewReader(one[:table] + strings.Repeat(one[table:end], 100) + string(tail))
	if got := read([]string{"-"}, o); len(got) != 1 || got[0] != "! -: "+errOverlap.Error() {
		t.Errorf("got %q", got)
	}
	// A hole in a file of a tar archive has any length and takes no room.
	o.Stdin = strings.NewReader(sparse(1 << 40))
	if got := read([]string{"-"}, o); got[0] != "-/a:1=T" || got[len(got)-1] != "! -/a:2: "+errBomb.Error() {
		t.Errorf("got %q", got)
	}
}

// sparse is a tar archive of one file: a line and a hole of many bytes behind it, in the GNU format 1.0.
func sparse(size int64) string {
	const line = `{"text":"T"}` + "\n"
	content := "1\n0\n" + strconv.Itoa(len(line)) + "\n"
	content += strings.Repeat("\x00", tarBlock-len(content)) + line
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	err := w.WriteHeader(&tar.Header{Name: "a", Typeflag: tar.TypeReg, Size: int64(len(content)), Format: tar.FormatPAX, PAXRecords: map[string]string{
		"XXX.sparse.major": "1", "XXX.sparse.minor": "0", "XXX.sparse.name": "a", "XXX.sparse.realsize": strconv.Itoa(int(size)),
	}})
	if err != nil {
		panic(err)
	}
	io.WriteString(w, content)
	w.Close()
	return strings.ReplaceAll(b.String(), "XXX.sparse.", "GNU.sparse.") // which the library writes for nobody
}

func TestLimitsOfZIPFiles(t *testing.T) {
	o := Options{MaxBytes: 2000, Stdin: strings.NewReader(zipOf(entry{"a", lines(100)}))}
	equal(t, read([]string{"-"}, o), []string{"! -: a ZIP file longer than 1 MB, which cannot be read from a pipe or out of an archive: save it and name it"})
	// Redirected from a file it is no pipe.
	tree(t, map[string]string{"a.zip": zipOf(entry{"a", lines(100)})})
	f, err := os.Open("a.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o.Stdin, o.Format = f, JSONL
	if got := read([]string{"-"}, o); len(got) != 100 {
		t.Errorf("got %q", got)
	}
	// 200,000 members with long names
	one := zipOf(entry{strings.Repeat("n", 200), ""})
	table := strings.Index(one, "PK\x01\x02")
	end := strings.Index(one, "PK\x05\x06")
	big := one[:table] + strings.Repeat(one[table:end], maxTable/(end-table)+1)
	tail := []byte(one[end:])
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(big)-table))
	big += string(tail)
	_, err = zipMembers(strings.NewReader(big), int64(len(big)))
	if err != errLongTable {
		t.Errorf("got %v", err)
	}
}

func FuzzArchive(f *testing.F) {
	for _, s := range []string{tarOf(packed...), zipOf(packed...), gz(tarOf(packed...)), zipOf(entry{"b.zip", zipOf(packed...)}), tarOf(entry{"b", zipOf()}), tarOf(), zipOf(), sparse(1 << 20)} {
		f.Add([]byte(s))
	}
	f.Fuzz(checked)
}
