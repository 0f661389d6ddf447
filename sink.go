package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"extract/input"
	"extract/model"
	"extract/output"
)

// sink is where results go, in the order of the documents: what was found to standard output, what
// failed to standard error, and besides into the envelope and the file of failures.
type sink struct {
	envelope, quiet bool
	print           func([]byte) error // to standard output
	messages        io.Writer
	progress        *output.Progress // nil: none is shown
	failures        *os.File         // nil: none is kept
	codes           []string         // of the languages with a pack
	noted           []string         // the others, as far as they were noted
	failed          bool             // some input has
}

// long writes the lines of a long document, some at a time.
func (s *sink) long(r result) error {
	const some = 64 << 10
	var b []byte
	open, between, end := "", "\n", "\n"
	if s.envelope {
		// An envelope without facts is what stands around them.
		e := string((&model.Envelope{Doc: r.doc}).AppendJSON(nil))
		open, between, end = strings.TrimSuffix(e, "]}"), ",", "]}\n"
	}
	b = append(b, open...)
	first := true
	for line := range r.long.All() {
		if !first {
			b = append(b, between...)
		}
		first = false
		if b = append(b, line...); len(b) > some {
			if err := s.print(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	if first && !s.envelope {
		return nil
	}
	return s.print(append(b, end...))
}

// take writes one result. An error ends the run.
func (s *sink) take(r result) error {
	failure := (*input.Error)(nil)
	switch {
	case r.err == nil:
		if len(r.trace) > 0 {
			s.messages.Write(r.trace)
		}
		s.noteLanguage(r.lang)
		if s.progress != nil {
			s.progress.Done(r.read)
		}
		if r.long != nil {
			return s.long(r)
		}
		if len(r.out) == 0 {
			return nil
		}
		return s.print(r.out)
	case errors.Is(r.err, input.ErrEmptyFolder):
		if !s.quiet {
			s.say(r)
		}
		return nil
	case !errors.As(r.err, &failure):
		return r.err // input gives no others
	case errors.Is(r.err, input.ErrBlankLine):
		if !s.envelope {
			return nil
		}
		return s.print(append((&model.Envelope{Doc: failure.Doc}).AppendJSON(nil), '\n'))
	}
	s.failed = true
	s.say(r)
	if err := s.keep(failure); err != nil || !s.envelope {
		return err
	}
	line := model.Failure{Doc: failure.Doc, Error: failure.Err.Error()}
	return s.print(append(line.AppendJSON(nil), '\n'))
}

// noteLanguage says once of a language that is named that it has no pack.
func (s *sink) noteLanguage(lang string) {
	const most = 20
	if lang == "" || s.quiet || len(s.noted) == most || slices.Contains(s.codes, lang) || slices.Contains(s.noted, lang) {
		return
	}
	s.noted = append(s.noted, lang)
	fmt.Fprintf(s.messages, "extract: there is no pack for the language %q, so its documents give article records only; there are %s\n", lang, strings.Join(s.codes, ", "))
}

// say writes the message of what failed.
func (s *sink) say(r result) {
	s.messages.Write(append(fmt.Appendf(nil, "extract: %v\n", r.err), r.trace...))
}

// keep writes to the file of failures. Where that is a pipe that nobody reads any more, nobody wants to
// know of them.
func (s *sink) keep(e *input.Error) error {
	if s.failures == nil {
		return nil
	}
	line := model.Failure{Doc: e.Doc, Error: e.Err.Error()}
	if e.Line > 0 {
		line.File, line.Line = e.File, e.Line
	}
	if err := output.Write(s.failures, append(line.AppendJSON(nil), '\n')); err != nil && err != output.ErrClosed {
		return noOutput(s.failures.Name(), err)
	}
	return nil
}

// close ends the file of failures.
func (s *sink) close() error {
	if s.failures == nil {
		return nil
	}
	if err := s.failures.Close(); err != nil {
		return noOutput(s.failures.Name(), err)
	}
	return nil
}

// openFailures makes the file of --errors, unless that would be an input or the output.
func (c *command) openFailures(path string) (*os.File, error) {
	no := func(why string) (*os.File, error) { return nil, usageError{fmt.Errorf("--errors %s: %s", path, why)} }
	if path == "" || path == "-" {
		return no("the name of a file is needed, for standard output has the facts")
	}
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() && slices.ContainsFunc(c.outputs(), func(o os.FileInfo) bool { return os.SameFile(o, info) }) {
		return no("the output goes there already; name another file")
	}
	for _, arg := range c.files {
		in, inErr := os.Stat(arg)
		if arg == "-" {
			stdin, _ := c.stdin.(*os.File)
			in, inErr = stdin.Stat() // an error where it is none
		}
		switch {
		case inErr != nil:
		case in.IsDir():
			if liesBelow(path, in) {
				return no(fmt.Sprintf("the folder %s, in which it is, is an input; name a file elsewhere", arg))
			}
		case err == nil && in.Mode().IsRegular() && os.SameFile(in, info):
			return no("it is an input, and would be lost; name another file")
		}
	}
	// Not to be read by this process too: it would be the reader of a pipe that all others have left.
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return no("cannot write it: " + cause(err).Error())
	}
	c.failures = file
	return file, nil
}

// liesBelow says whether a file would be read with a folder: names with a leading dot are not.
func liesBelow(path string, folder os.FileInfo) bool {
	if whole, err := filepath.EvalSymlinks(path); err == nil {
		path = whole
	} else if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(dir, filepath.Base(path)) // that is not there yet
	}
	path, err := filepath.Abs(path)
	for err == nil && !strings.HasPrefix(filepath.Base(path), ".") && filepath.Dir(path) != path {
		path = filepath.Dir(path)
		if info, err := os.Stat(path); err == nil && os.SameFile(info, folder) {
			return true
		}
	}
	return false
}

// outputs are the files that the run writes to, as far as they are files.
func (c *command) outputs() []os.FileInfo {
	var infos []os.FileInfo
	for _, w := range []any{c.stdout, c.failures} {
		if f, ok := w.(*os.File); ok && f != nil {
			if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
				infos = append(infos, info)
			}
		}
	}
	return infos
}
