package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

// pack packs files for a script: one with gzip or zstd, any number with tar or zip.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack gzip|zstd|tar|zip FILE FROM...")
	}
	var b bytes.Buffer
	how, to, from := args[0], args[1], args[2:]
	switch how {
	case "gzip", "zstd":
		var w io.WriteCloser = gzip.NewWriter(&b)
		if how == "zstd" {
			z, err := zstd.NewWriter(&b)
			ts.Check(err)
			w = z
		}
		for _, name := range from {
			_, err := io.WriteString(w, ts.ReadFile(name))
			ts.Check(err)
		}
		ts.Check(w.Close())
	case "tar":
		w := tar.NewWriter(&b)
		for _, name := range from {
			content := ts.ReadFile(name)
			ts.Check(w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))}))
			_, err := io.WriteString(w, content)
			ts.Check(err)
		}
		ts.Check(w.Close())
	case "zip":
		w := zip.NewWriter(&b)
		for _, name := range from {
			f, err := w.Create(name)
			ts.Check(err)
			_, err = io.WriteString(f, ts.ReadFile(name))
			ts.Check(err)
		}
		ts.Check(w.Close())
	default:
		ts.Fatalf("no way to pack: %s", how)
	}
	ts.Check(os.WriteFile(ts.MkAbs(to), b.Bytes(), 0o644))
}
