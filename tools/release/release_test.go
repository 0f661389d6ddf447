package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"extract/lang"
)

func TestTargets(t *testing.T) {
	all, err := parseTargets(every)
	if err != nil || len(all) != 6 {
		t.Errorf("%v, %v", all, err)
	}
	if one, err := parseTargets("host," + host.String()); err != nil || len(one) != 1 || one[0] != host {
		t.Errorf("%v, %v", one, err)
	}
	if _, err := parseTargets("linux/amd64,plan9/amd64"); err == nil || !strings.Contains(err.Error(), "plan9/amd64") {
		t.Errorf("%v", err)
	}
	if got := (target{"windows", "arm64"}).program(); got != "extract.exe" {
		t.Error(got)
	}
}

// TestModelsAreThere: each file that detection reads is one of the module.
func TestModelsAreThere(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", lingua).Output()
	if err != nil {
		t.Skip(reason(err))
	}
	for _, name := range lang.Models() {
		if _, err := os.Stat(filepath.Join(strings.TrimSpace(string(dir)), name)); err != nil {
			t.Error(err)
		}
	}
}

func write(t *testing.T, folder string, files ...string) {
	t.Helper()
	for _, name := range files {
		to := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPrune(t *testing.T) {
	folder := t.TempDir()
	keep := []string{"language-models/de/trigrams.zip", "language-models/en/trigrams.zip"}
	write(t, folder, "detector.go", keep[0], keep[1], "language-models/de/fivegrams.zip", "language-models/ru/trigrams.zip")
	before, after, err := prune(folder, keep)
	if err != nil || before != 4*31+1 || after != 2*31 {
		t.Errorf("%d bytes of %d, %v", after, before, err)
	}
	for _, name := range append(keep, "detector.go") {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"language-models/de/fivegrams.zip", "language-models/ru/trigrams.zip"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
	if _, _, err := prune(folder, append(keep, "language-models/nb/trigrams.zip")); err == nil {
		t.Error("a model that is not there is no fault")
	}
}

func TestLighten(t *testing.T) {
	vendor := t.TempDir()
	write(t, vendor, "gonum.org/v1/gonum/mat/dense.go", "gonum.org/v1/gonum/blas/blas.go", "github.com/andybalholm/brotli/http.go", "github.com/andybalholm/brotli/reader.go")
	if err := lighten(vendor); err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, folder := range []string{"gonum.org/v1/gonum/*", "github.com/andybalholm/*"} {
		files, _ := filepath.Glob(filepath.Join(vendor, folder, "*"))
		for _, f := range files {
			left = append(left, filepath.Base(f))
		}
	}
	if want := "blas.go vector.go reader.go"; strings.Join(left, " ") != want {
		t.Errorf("left are %v, not %s", left, want)
	}
	if err := lighten(t.TempDir()); err != nil {
		t.Errorf("where the modules are not there any more: %v", err)
	}
}

func TestUnpack(t *testing.T) {
	archive := func(name string) io.Reader {
		var out bytes.Buffer
		w := tar.NewWriter(&out)
		if err := w.WriteHeader(&tar.Header{Name: name, Size: 1, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("x"))
		w.Close()
		return &out
	}
	folder := t.TempDir()
	if err := unpack(archive("a/b"), folder); err != nil {
		t.Error(err)
	}
	if data, err := os.ReadFile(filepath.Join(folder, "a", "b")); err != nil || string(data) != "x" {
		t.Errorf("%q, %v", data, err)
	}
	if err := unpack(archive("../b"), filepath.Join(folder, "a")); err == nil {
		t.Error("a file outside of the folder is written")
	}
}

func TestPack(t *testing.T) {
	when := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	source, out := t.TempDir(), t.TempDir()
	write(t, source, "program")
	files := func() []file {
		return []file{{name: "extract", from: filepath.Join(source, "program"), mode: 0o755}, {name: "LICENSE", data: []byte("L"), mode: 0o644}}
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var packed []string
	for _, zipped := range []bool{false, true} {
		name, err := pack(out, "extract-v1-os-arch", zipped, files(), when)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, name)
		first := read(name)
		if _, err := pack(out, "extract-v1-os-arch", zipped, files(), when); err != nil || !bytes.Equal(first, read(name)) {
			t.Errorf("%s has other bytes the second time, %v", name, err)
		}
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(read(packed[0])))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(unzipped)
	h, err := r.Next()
	if err != nil || h.Name != "extract-v1-os-arch/extract" || h.Mode != 0o755 || !h.ModTime.Equal(when) {
		t.Errorf("%v, %v", h, err)
	}
	z, err := zip.OpenReader(packed[1])
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if f := z.File[0]; len(z.File) != 2 || f.Name != "extract-v1-os-arch/extract" || f.Mode() != 0o755 {
		t.Errorf("%v %v", f.Name, f.Mode())
	}
	if err := checksums(out); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("%x  extract-v1-os-arch.tar.gz\n%x  extract-v1-os-arch.zip\n", sha256.Sum256(read(packed[0])), sha256.Sum256(read(packed[1])))
	if got := string(read(filepath.Join(out, "SHA256SUMS"))); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestLicence(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a/LICENSE.md", "a/NOTICE", "a/code.go", "b/README", "b/NOTICE")
	var out bytes.Buffer
	if err := licence(&out, "a v1", filepath.Join(folder, "a")); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"a v1, LICENSE.md\n\na/LICENSE.md\n", "a v1, NOTICE\n\na/NOTICE\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "code") {
		t.Error(out.String())
	}
	if err := licence(&out, "b v1", filepath.Join(folder, "b")); err == nil || !strings.Contains(err.Error(), "b v1") {
		t.Errorf("a module without a licence: %v", err)
	}
}

func TestSame(t *testing.T) {
	full := said{[]byte("de 1\nen 1\n"), []byte("{}\n")}
	if err := full.same(full); err != nil {
		t.Error(err)
	}
	for _, small := range []said{
		{[]byte("de 1\nen 0\n"), full.facts}, {[]byte("de 1\n"), full.facts},
		{append([]byte("de 1\nen 1\n"), "nb 1\n"...), full.facts}, {full.answers, nil},
	} {
		if err := full.same(small); err == nil {
			t.Errorf("%s%s is taken for the same", small.answers, small.facts)
		}
	}
	if err := (said{}).same(said{}); err == nil {
		t.Error("a program that says nothing passes")
	}
}

// TestOtherFilesStay: a folder with anything but a release in it is not emptied for one.
func TestOtherFilesStay(t *testing.T) {
	out := t.TempDir()
	write(t, out, "thesis.txt")
	if err := (&release{out: out}).make(); err == nil || !strings.Contains(err.Error(), "other things") {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(out, "thesis.txt")); err != nil {
		t.Error(err)
	}
}
