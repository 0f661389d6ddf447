// Command extract turns news articles into normalised facts, one JSON object a line.
package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"extract/extract"
	"extract/input"
	"extract/lang"
	"extract/model"
	"extract/output"
	"extract/tagger"
)

// Exit codes, as the record contract has them.
const (
	exitDone   = 0 // everything was read
	exitInput  = 1 // some input failed
	exitUsage  = 2 // wrong usage, nothing was written
	exitOutput = 3 // the output could not be written
)

func main() {
	// Without this a closed pipe ends the process with a signal, which shells show as an error.
	signal.Ignore(syscall.SIGPIPE)
	paceCollector()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// usageError is a mistake in the command line, or in the packs that it names.
type usageError struct{ error }

// outputError says that the output, or the file of failures, could not be written.
type outputError struct{ error }

// noOutput is the error of a failed write to what is named so.
func noOutput(what string, err error) error {
	return outputError{fmt.Errorf("cannot write %s: %w", what, cause(err))}
}

// cause is an error without the path, where that is said already.
func cause(err error) error {
	if path := (*os.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}

// run runs the command and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := &command{stdin: stdin, stdout: stdout, stderr: stderr}
	app := c.app()
	line, err := arrange(args, app)
	if err == nil {
		c.files = line.files
		err = app.Run(append([]string{app.Name}, line.forCLI()...))
	}
	if err == nil && c.help.Len() > 0 {
		err = c.print(c.help.Bytes())
	}
	switch usage, out := (usageError{}), (outputError{}); {
	case err == nil:
		return c.code
	case errors.Is(err, output.ErrClosed):
		return c.code
	case errors.As(err, &out):
		fmt.Fprintf(stderr, "extract: %v\n", out.error)
		return exitOutput
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "extract: %v\n", usage.error)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "extract: %v\n", err)
		return exitInput
	}
}

// command is one run of the program.
type command struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	help           bytes.Buffer // what urfave/cli writes: help and version
	files          []string     // arguments that are no flags
	types          typeList
	code           int      // exit code so far
	failures       *os.File // of --errors
}

// print writes to standard output.
func (c *command) print(p []byte) error {
	err := output.Write(c.stdout, p)
	if err == nil || err == output.ErrClosed {
		return err
	}
	return noOutput("the output", err)
}

// extract is what the command does without a subcommand.
func (c *command) extract(ctx *cli.Context) error {
	if len(c.files) == 0 {
		return usageError{errors.New("no files; name files or folders, or - for standard input (extract -h shows how)")}
	}
	format, err := input.ParseFormat(ctx.String("input"))
	if err != nil {
		return usageError{fmt.Errorf("--input: %w", err)}
	}
	language := ctx.String("lang")
	if ctx.IsSet("lang") {
		if language, err = input.ParseLanguage(language); err != nil {
			return usageError{fmt.Errorf("--lang: %w", err)}
		}
	}
	date := ctx.String("date")
	if ctx.IsSet("date") {
		if date, err = input.ParseDate(date); err != nil {
			return usageError{fmt.Errorf("--date: %w", err)}
		}
	}
	jobs := ctx.Int("jobs")
	if ctx.IsSet("jobs") && jobs < 1 {
		return usageError{fmt.Errorf("--jobs %d: at least one worker is needed", jobs)}
	}
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	codes, err := extract.Codes(ctx.String("packs"))
	if err != nil {
		return usageError{err}
	}
	engine, err := extract.New(extract.Options{
		PacksDir:  ctx.String("packs"),
		Detector:  lang.New(codes...),
		Witness:   new(tagger.Tagger),
		Types:     c.types,
		NoArticle: ctx.Bool("no-article"),
		Explain:   ctx.Bool("explain"),
	})
	if err != nil {
		return usageError{err}
	}
	out := sink{envelope: ctx.Bool("envelope"), quiet: ctx.Bool("quiet"), print: c.print, messages: c.stderr, codes: codes}
	out.noteLanguage(language)
	if ctx.IsSet("errors") {
		if out.failures, err = c.openFailures(ctx.String("errors")); err != nil {
			return err
		}
	}
	if !out.quiet && isTerminal(c.stderr) && !isTerminal(c.stdout) {
		out.progress = output.NewProgress(c.stderr)
		defer out.progress.Stop()
		out.messages = out.progress
	}
	docs := input.Documents(c.files, input.Options{Format: format, Lang: language, Stdin: c.stdin, Outputs: c.outputs()})
	p := pipeline{jobs: jobs, work: func(doc input.Document) (r result) {
		found := engine.Stream(extract.Document{Name: doc.Name, Text: doc.Text, Title: doc.Title, URL: doc.URL,
			Lang: doc.Lang, Date: doc.Date, DefaultDate: date, DateUTC: doc.DateUTC, Source: doc.Source, LangHint: doc.LangHint},
			func(part extract.Part) { r.add(part, doc.Name, out.envelope) })
		var trace []output.Trace
		for _, t := range found {
			trace = append(trace, output.Trace(t))
		}
		r.trace, r.lang = output.AppendExplain(nil, doc.Name, trace), doc.Lang
		return r
	}}
	err = p.run(docs, out.take)
	if out.failed {
		c.code = exitInput
	}
	return cmp.Or(err, out.close())
}

// typeList is the value of --types: comma-separated, given once or several times.
type typeList []string

// Set adds types.
func (l *typeList) Set(list string) error {
	known := append([]string{model.TypeArticle}, model.Types()...)
	for t := range strings.SplitSeq(list, ",") {
		if t = strings.TrimSpace(t); !slices.Contains(known, t) {
			return fmt.Errorf("%q is no type of record; there are %s", t, strings.Join(known, ", "))
		}
		*l = append(*l, t)
	}
	return nil
}

// String is for the help, which shows no default.
func (l *typeList) String() string { return "" }

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// release is the version of a released program, which its build sets.
var release string

// version is that of the release, else that of the module, as the build recorded it.
func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
