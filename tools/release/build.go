package main

import (
	"archive/tar"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// commit is what is released.
type commit struct {
	root    string // folder of the module, in the repository
	version string
	time    time.Time
	changed bool // files differ from those of the commit
}

// head is the last commit of the repository that the working folder is in.
func head() (c commit, err error) {
	git := func(args ...string) string {
		if err != nil {
			return ""
		}
		var out []byte
		if out, err = exec.Command("git", args...).Output(); err != nil {
			err = fmt.Errorf("a release is made of a commit, in a git repository: git %s: %s", args[0], reason(err))
		}
		return strings.TrimSpace(string(out))
	}
	module, err := exec.Command("go", "env", "GOMOD").Output()
	root, name := filepath.Split(strings.TrimSpace(string(module)))
	if err != nil || name != "go.mod" {
		return c, errors.New("run it in the folder of the repository")
	}
	c.root = root
	c.changed = git("status", "--porcelain") != ""
	c.version = git("describe", "--tags", "--always")
	seconds, _ := strconv.ParseInt(git("log", "-1", "--format=%ct"), 10, 64)
	c.time = time.Unix(seconds, 0).UTC()
	return c, err
}

// reason is why a command failed, in its own words if it has said any.
func reason(err error) string {
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return strings.TrimSpace(string(exit.Stderr))
	}
	return err.Error()
}

// copyTo writes the files of the commit into a new folder.
func (c commit) copyTo(folder string) error {
	cmd := exec.Command("git", "archive", "--format=tar", "HEAD") // in a folder of the repository it takes that
	cmd.Dir = c.root
	files, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("git archive: %s", reason(err))
	}
	return unpack(bytes.NewReader(files), folder)
}

// unpack writes the plain files of a tar archive.
func unpack(archive io.Reader, folder string) error {
	for r := tar.NewReader(archive); ; {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if !filepath.IsLocal(h.Name) {
			return fmt.Errorf("the archive has a file %q outside of it", h.Name)
		}
		to := filepath.Join(folder, filepath.FromSlash(h.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return err
		}
	}
}

// prune removes the language models below folder that are not among those to keep, and returns the bytes
// of all and of the kept. Each to keep must be there.
func prune(folder string, keep []string) (before, after int64, err error) {
	kept := 0
	err = filepath.WalkDir(filepath.Join(folder, "language-models"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		before += info.Size()
		below, err := filepath.Rel(folder, name)
		if err != nil {
			return err
		}
		if slices.Contains(keep, filepath.ToSlash(below)) {
			kept++
			after += info.Size()
			return nil
		}
		return os.Remove(name)
	})
	if err == nil && kept < len(keep) {
		err = fmt.Errorf("lingua has %d of the %d models that detection reads: where has it the others?", kept, len(keep))
	}
	return before, after, err
}

// vectors is what stands in for gonum's package mat, of which prose uses the vectors where it trains models,
// which no release does. All of mat would be a twentieth of the program.
//
//go:embed mat/vector.go
var vectors []byte

// lighten takes out of the vendored modules what only weighs: it puts vectors in the place of mat, and
// removes the answers of web servers from brotli, and with them package net/http.
func lighten(vendor string) error {
	mat := filepath.Join(vendor, "gonum.org", "v1", "gonum", "mat")
	if _, err := os.Stat(mat); err == nil {
		if err := os.RemoveAll(mat); err != nil {
			return err
		}
		if err := os.Mkdir(mat, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(mat, "vector.go"), vectors, 0o644); err != nil {
			return err
		}
	}
	return os.RemoveAll(filepath.Join(vendor, "github.com", "andybalholm", "brotli", "http.go"))
}

// run runs a program in the copy, and returns what it printed.
func (r *release) run(env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = r.source
	// Nothing of the user's settings for Go comes into the program.
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOFIPS140=off")
	cmd.Env = append(cmd.Env, env...)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, messages.String())
	}
	return out, err
}

// build builds the program of a target.
func (r *release) build(t target, to string) error {
	_, err := r.run([]string{"GOOS=" + t.os, "GOARCH=" + t.arch}, "go", "build", "-p", strconv.Itoa(r.jobs), "-trimpath", "-buildvcs=false",
		// The manual pages that urfave/cli could write need a library for Markdown.
		"-tags", "urfave_cli_no_docs",
		"-ldflags", "-s -w -buildid= -X main.release="+r.version, "-o", to, ".")
	return err
}

// said is what a program says of the sample.
type said struct {
	answers []byte // its models of the passages that the tests of lang have
	facts   []byte // its records of the articles in testdata
}

// speak lets the program as it is in the copy now say what it says of the sample.
func (r *release) speak(tmp, name string) (s said, err error) {
	answers, program := filepath.Join(tmp, name+"-answers"), filepath.Join(tmp, name)
	if _, err := r.run(nil, "go", "test", "-p", strconv.Itoa(r.jobs), "-count", "1", "./lang", "-answers", answers); err != nil {
		return s, err
	}
	if s.answers, err = os.ReadFile(answers); err != nil {
		return s, err
	}
	if err := r.build(host, program); err != nil {
		return s, err
	}
	defer os.Remove(program)
	if v, err := r.run(nil, program, "--version"); err != nil || !strings.Contains(string(v), r.version) {
		return s, fmt.Errorf("the program says that its version is %s, not %s (%v)", v, r.version, err)
	}
	s.facts, err = r.run(nil, program, "testdata/articles")
	return s, err
}

// same compares what the full program says with what the small one says.
func (s said) same(small said) error {
	for _, c := range []struct {
		what        string
		full, small []byte
	}{{"language models", s.answers, small.answers}, {"facts of testdata/articles", s.facts, small.facts}} {
		if len(c.full) == 0 {
			return fmt.Errorf("%s: the full program says nothing", c.what)
		}
		full, small := strings.Split(string(c.full), "\n"), strings.Split(string(c.small), "\n")
		for i, line := range full {
			if i >= len(small) || small[i] != line {
				other := "nothing"
				if i < len(small) {
					other = small[i]
				}
				return fmt.Errorf("%s: in line %d the full program says\n%s\nand the small one\n%s", c.what, i+1, line, other)
			}
		}
		if len(small) > len(full) {
			return fmt.Errorf("%s: the small program says more: %s", c.what, small[len(full)])
		}
	}
	return nil
}
