package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// file is one file of an archive.
type file struct {
	name string
	from string // where it lies, if data has not its bytes
	data []byte
	mode int64
}

// pack writes files into folder/name.tar.gz, or name.zip, below a folder of that name. The same files give
// the same bytes.
func pack(folder, name string, zipped bool, files []file, when time.Time) (to string, err error) {
	for i := range files {
		if f := &files[i]; f.data == nil {
			if f.data, err = os.ReadFile(f.from); err != nil {
				return "", err
			}
		}
	}
	var out bytes.Buffer
	if zipped {
		to, err = name+".zip", writeZip(&out, name, files, when)
	} else {
		to, err = name+".tar.gz", writeTar(&out, name, files, when)
	}
	if err != nil {
		return "", err
	}
	to = filepath.Join(folder, to)
	return to, os.WriteFile(to, out.Bytes(), 0o644)
}

func writeTar(out *bytes.Buffer, name string, files []file, when time.Time) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := tar.NewWriter(packed)
	for _, f := range files {
		h := tar.Header{Name: path.Join(name, f.name), Mode: f.mode, Size: int64(len(f.data)), ModTime: when, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(&h); err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return packed.Close()
}

func writeZip(out *bytes.Buffer, name string, files []file, when time.Time) error {
	w := zip.NewWriter(out)
	for _, f := range files {
		h := zip.FileHeader{Name: path.Join(name, f.name), Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(f.mode))
		to, err := w.CreateHeader(&h)
		if err != nil {
			return err
		}
		if _, err := to.Write(f.data); err != nil {
			return err
		}
	}
	return w.Close()
}

// checksums writes SHA256SUMS over the files of a folder, as sha256sum reads it.
func checksums(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), e.Name())
	}
	return os.WriteFile(filepath.Join(folder, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// licences joins the licences of Go and of the modules in the program of a target.
func (r *release) licences(t target) ([]byte, error) {
	list, err := r.run([]string{"GOOS=" + t.os, "GOARCH=" + t.arch}, "go", "list", "-deps", "-tags", "urfave_cli_no_docs",
		"-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".")
	if err != nil {
		return nil, err
	}
	root, err := r.run(nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := licence(&out, "Go "+runtime.Version(), strings.TrimSpace(string(root))); err != nil {
		return nil, err
	}
	modules := strings.Split(strings.TrimSpace(string(list)), "\n")
	slices.Sort(modules)
	for _, m := range slices.Compact(modules) {
		if name, _, _ := strings.Cut(m, " "); name != "" {
			if err := licence(&out, m, filepath.Join(r.source, "vendor", filepath.FromSlash(name))); err != nil {
				return nil, err
			}
		}
	}
	return out.Bytes(), nil
}

// licence appends the licence and notice that lie in a folder.
func licence(out *bytes.Buffer, name, folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	found := false
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !slices.ContainsFunc([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"}, func(p string) bool { return strings.HasPrefix(upper, p) }) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return err
		}
		found = found || !strings.HasPrefix(upper, "NOTICE") && !strings.HasPrefix(upper, "PATENTS")
		fmt.Fprintf(out, "%s\n%s, %s\n\n%s\n\n", strings.Repeat("=", 72), name, e.Name(), bytes.TrimSpace(text))
	}
	if !found {
		return fmt.Errorf("%s has no licence file", name)
	}
	return nil
}
