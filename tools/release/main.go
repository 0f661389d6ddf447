// Command release builds the programs that are handed out: static, stripped, without the language models
// and the parts of libraries that they never use, for six systems, each in an archive with its licences, and their
// checksums.
// The same commit and version of Go give the same bytes.
//
//	go run ./tools/release                        all of them, in dist
//	go run ./tools/release -targets linux/amd64   one of them
//
// It builds the last commit, in a temporary copy, and needs git and the modules that `go mod download`
// fetches. On the way it makes sure that the small program and the full one say the same.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"extract/lang"
)

// maxProgram is how many bytes a program may have.
const maxProgram = 30_000_000

// every are the systems that a release is for.
const every = "linux/amd64,linux/arm64,darwin/amd64,darwin/arm64,windows/amd64,windows/arm64"

// lingua is the module that has the language models.
const lingua = "github.com/pemistahl/lingua-go"

func main() {
	r := release{messages: os.Stderr}
	targets := flag.String("targets", every, "systems to build for, as Go names them; host is this one")
	flag.StringVar(&r.out, "out", "dist", "folder for the archives, made anew")
	flag.StringVar(&r.version, "version", "", "version of the release (default: what git describe says)")
	flag.IntVar(&r.jobs, "p", runtime.NumCPU(), "how much is compiled at a time")
	flag.Parse()
	err := func() (err error) {
		if flag.NArg() > 0 {
			return fmt.Errorf("%q: there are only flags (-h lists them)", flag.Arg(0))
		}
		if r.targets, err = parseTargets(*targets); err != nil {
			return err
		}
		return r.make()
	}()
	if err != nil {
		fmt.Fprintf(os.Stderr, "release: %v\n", err)
		os.Exit(1)
	}
}

// target is a system that a program is built for.
type target struct{ os, arch string }

func (t target) String() string { return t.os + "/" + t.arch }

func (t target) program() string {
	if t.os == "windows" {
		return "extract.exe"
	}
	return "extract"
}

var host = target{runtime.GOOS, runtime.GOARCH}

// parseTargets reads a comma-separated list of targets.
func parseTargets(list string) ([]target, error) {
	var targets []target
	for name := range strings.SplitSeq(list, ",") {
		t := host
		if name != "host" {
			t.os, t.arch, _ = strings.Cut(name, "/")
			if !slices.Contains(strings.Split(every, ","), name) {
				return nil, fmt.Errorf("-targets: there is no release for %q; there are %s and host", name, strings.ReplaceAll(every, ",", ", "))
			}
		}
		if !slices.Contains(targets, t) {
			targets = append(targets, t)
		}
	}
	return targets, nil
}

// release is one release and what it is made with.
type release struct {
	targets  []target
	version  string
	out      string
	jobs     int
	messages *os.File

	source string // the copy that is built
}

func (r *release) say(format string, args ...any) { fmt.Fprintf(r.messages, format+"\n", args...) }

func (r *release) make() error {
	if entries, err := os.ReadDir(r.out); err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(r.out, "SHA256SUMS")); err != nil {
			return fmt.Errorf("-out %s: it has other things in it, which would be lost", r.out)
		}
	}
	commit, err := head()
	if err != nil {
		return err
	}
	if r.version == "" {
		r.version = commit.version
	}
	if strings.ContainsAny(r.version, " /\\'\"") {
		return fmt.Errorf("-version %s: it becomes a part of file names", r.version)
	}
	tmp, err := os.MkdirTemp("", "release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	r.source = filepath.Join(tmp, "extract")
	r.say("%s: the last commit, with its modules", r.version)
	if commit.changed {
		r.say("what is not committed is left out")
	}
	if err := commit.copyTo(r.source); err != nil {
		return err
	}
	if out, err := r.run(nil, "go", "mod", "vendor"); err != nil {
		return fmt.Errorf("the modules cannot be had (go mod download fetches them once, with a network): %w\n%s", err, out)
	}
	r.say("what the full program says")
	full, err := r.speak(tmp, "full")
	if err != nil {
		return err
	}
	vendor := filepath.Join(r.source, "vendor")
	before, after, err := prune(filepath.Join(vendor, filepath.FromSlash(lingua)), lang.Models())
	if err != nil {
		return err
	}
	if err := lighten(vendor); err != nil {
		return err
	}
	r.say("language models: %d MB of %d", after/1e6, before/1e6)
	small, err := r.speak(tmp, "small")
	if err != nil {
		return err
	}
	if err := full.same(small); err != nil {
		return err
	}
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	for _, t := range r.targets {
		if err := r.archive(tmp, t, commit); err != nil {
			return fmt.Errorf("%v: %w", t, err)
		}
	}
	return checksums(r.out)
}

// archive builds the program of a target and packs it.
func (r *release) archive(tmp string, t target, c commit) error {
	program := filepath.Join(tmp, "program")
	if err := r.build(t, program); err != nil {
		return err
	}
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	if info.Size() > maxProgram {
		return fmt.Errorf("the program has %d bytes and may have %d: see what has grown (go tool nm -size -sort size)", info.Size(), maxProgram)
	}
	licences, err := r.licences(t)
	if err != nil {
		return err
	}
	files := []file{{name: t.program(), from: program, mode: 0o755}, {name: "LICENSES-OF-LIBRARIES.txt", data: licences, mode: 0o644}}
	for _, name := range []string{"README.md", "LICENSE", "NOTICE"} {
		files = append(files, file{name: name, from: filepath.Join(r.source, name), mode: 0o644})
	}
	name := strings.Join([]string{"extract", r.version, t.os, t.arch}, "-")
	to, err := pack(r.out, name, t.os == "windows", files, c.time)
	if err != nil {
		return err
	}
	r.say("%s: the program has %.1f MB", to, float64(info.Size())/1e6)
	return nil
}
