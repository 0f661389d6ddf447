package input

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// read returns the documents as "name=text" and the failures as "! name: why".
func read(args []string, o Options) []string {
	var got []string
	for doc, err := range Documents(args, o) {
		if errors.Is(err, ErrBlankLine) {
			continue
		}
		if err == nil {
			err = doc.Open()
		}
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		got = append(got, doc.Name+"="+doc.Text)
	}
	return got
}

// tree writes files into a new folder, makes it the current one, and returns nothing to clean up.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func equal(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestFolderIsSortedByWholePaths(t *testing.T) {
	tree(t, map[string]string{
		"d/a/z": "1", "d/a.txt": "2", "d/a-b": "3", "d/B": "4", "d/.git/x": "5", "d/.x": "6", "d/a/.y": "7", "d/ä": "8", "d/a/b/c": "9",
	})
	want := []string{"d/B=4", "d/a-b=3", "d/a.txt=2", "d/a/b/c=9", "d/a/z=1", "d/ä=8"}
	equal(t, read([]string{"d"}, Options{}), want)
	equal(t, read([]string{"d/"}, Options{}), want)
	equal(t, read([]string{"./d"}, Options{})[:1], []string{"./d/B=4"})
	equal(t, read([]string{"."}, Options{})[:1], []string{"./d/B=4"})
	equal(t, read([]string{"d/.x"}, Options{}), []string{"d/.x=6"}) // named by the user
}

func TestFailuresStopNothing(t *testing.T) {
	tree(t, map[string]string{"a": "A", "b": "B", "zero": "x\x00y", "empty": "", "png.txt": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"})
	if err := os.MkdirAll("none/.dot/sub", 0o755); err != nil {
		t.Fatal(err)
	}
	equal(t, read([]string{"a", "gone", "zero", "png.txt", "empty", "none", "b", "bad\nname"}, Options{}), []string{
		"a=A", "! gone: no such file or folder", "! zero: binary, no text: it has zeros in it",
		"! png.txt: binary, no text: it is a PNG image", "empty=", "! none: no files in this folder", "b=B",
		`! "bad\nname": no such file or folder`,
	})
	for _, err := range Documents([]string{"none"}, Options{}) {
		if !errors.Is(err, ErrEmptyFolder) {
			t.Errorf("an empty folder is %v", err)
		}
	}
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"d/a": "A"})
	for link, to := range map[string]string{"d/b": "a", "d/loop": ".", "d/c": "nowhere"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	equal(t, read([]string{"d"}, Options{}), []string{"d/a=A", "d/b=A", "! d/c: no such file or folder"})
}

func TestUnreadable(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("permissions do not bind here")
	}
	tree(t, map[string]string{"d/a": "A", "d/b/c": "C"})
	if err := errors.Join(os.Chmod("d/a", 0), os.Chmod("d/b", 0)); err != nil {
		t.Fatal(err)
	}
	equal(t, read([]string{"d"}, Options{}), []string{"! d/a: no permission to read it", "! d/b: no permission to read it"})
	if err := os.Chmod("d/b", 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestStandardInput(t *testing.T) {
	equal(t, read([]string{"-"}, Options{Stdin: strings.NewReader("text")}), []string{"-=text"})
}

func TestLineEndsStay(t *testing.T) {
	tree(t, map[string]string{"a": "\uFEFFone\r\ntwo\rthree\n"})
	equal(t, read([]string{"a"}, Options{}), []string{"a=one\r\ntwo\rthree\n"})
}

func TestLimit(t *testing.T) {
	tree(t, map[string]string{"fits": strings.Repeat("x", 100), "long": strings.Repeat("x", 101)})
	got := read([]string{"fits", "long", "-"}, Options{MaxBytes: 100, Stdin: strings.NewReader(strings.Repeat("x", 101))})
	equal(t, got[1:], []string{"! long: the document is longer than 1 MB; split it", "! -: the document is longer than 1 MB; split it"})
	if len(got[0]) != len("fits=")+100 {
		t.Errorf("got %q", got)
	}
}

func TestFormatByName(t *testing.T) {
	tree(t, map[string]string{"a.NDJSON": `{"text":"a"}`, "b.json": `{"text":"b"}`})
	equal(t, read([]string{"a.NDJSON", "b.json"}, Options{}), []string{"a.NDJSON:1=a", `b.json={"text":"b"}`})
	equal(t, read([]string{"a.NDJSON", "b.json"}, Options{Format: Text})[:1], []string{`a.NDJSON={"text":"a"}`})
	equal(t, read([]string{"a.NDJSON", "b.json"}, Options{Format: JSONL})[1:], []string{"b.json:1=b"})
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2025-11-03": "2025-11-03", "2025-11-03T08:12": "2025-11-03T08:12", "2025-11-03 08:12:59": "2025-11-03T08:12",
		"2025-11-03T08:12:59.123Z": "2025-11-03T08:12", "2025-11-03T23:12-0500": "2025-11-03T23:12", "2024-02-29": "2024-02-29",
	} {
		if got, err := ParseDate(in); got != want || err != nil {
			t.Errorf("%s: %q, %v", in, got, err)
		}
	}
	for _, bad := range []string{"", "2025", "2025-11", "2025-13-01", "2025-11-03T", "2025-11-03T25:00", "03/11/2025", "2025-11-03\n", "2023-02-29"} {
		if got, err := ParseDate(bad); err == nil {
			t.Errorf("%q is read as %s", bad, got)
		}
	}
}

func TestParseLanguage(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "EN": "en", "de-AT": "de", "nb-NO": "nb", "no": "nb", "nn": "nn", "zh-Hans-CN": "zh", "gsw": "gsw"} {
		if got, err := ParseLanguage(in); got != want || err != nil {
			t.Errorf("%s: %q, %v", in, got, err)
		}
	}
	for _, bad := range []string{"", "e", "English!", "Norsk bokmål", "en_", "-en", "engl"} {
		if got, err := ParseLanguage(bad); err == nil {
			t.Errorf("%q is read as %s", bad, got)
		}
	}
}

func FuzzDocument(f *testing.F) {
	for _, s := range []string{"", "\uFEFFa\r\n", "\xff\xfea\x00", "\xfe\xff\xd8\x3d\xde\x00", "M\xfcnchen", "\x89PNG", "a\xc3", "\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := Decode(string(raw))
		if err == nil && (!utf8.ValidString(text) || strings.ContainsRune(text, 0)) {
			t.Errorf("%q gives %q", raw, text)
		}
		if plain := string(raw); utf8.ValidString(plain) && !strings.ContainsAny(plain, "\x00\uFEFF%") && (err != nil || text != plain) {
			t.Errorf("%q gives %q, %v", plain, text, err)
		}
	})
}

// TestTextsStay: a document keeps its text while others are read.
func TestTextsStay(t *testing.T) {
	tree(t, map[string]string{"a": strings.Repeat("a", 20_000), "b": strings.Repeat("b", 20_000)})
	var texts []string
	for doc, err := range Documents([]string{"a", "b"}, Options{}) {
		if err = cmp.Or(err, doc.Open()); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, doc.Text)
	}
	if strings.Trim(texts[0], "a") != "" || strings.Trim(texts[1], "b") != "" {
		t.Error("one text has the bytes of another")
	}
}
