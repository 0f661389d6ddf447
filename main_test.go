package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"extract": main})
}

// TestScripts runs what users type, mistakes included. Scripts have three commands more than
// testscript brings: "bytes FILE QUOTED [TIMES]" writes a Go string, repeated, "code N" wants that exit
// code of the extract command that follows it, and "pack HOW FILE FROM..." packs files.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Condition: func(cond string) (bool, error) {
			if cond == "devfull" {
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			}
			return false, errors.New("unknown condition")
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"bytes": writeBytes, "code": wantCode, "pack": pack},
	})
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes FILE QUOTED [TIMES]")
	}
	content, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	times := 1
	if len(args) > 2 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(content, times)), 0o644))
}

func wantCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// call runs the command inside the test and fails it where the exit code is not 0.
func call(t *testing.T, args ...string) string {
	t.Helper()
	var out, messages strings.Builder
	if code := run(args, strings.NewReader(""), &out, &messages); code != 0 {
		t.Fatalf("extract %s: exit code %d\n%s", strings.Join(args, " "), code, messages.String())
	}
	return out.String()
}

// brokenWriter fails, as a disk that is full or a pipe that is closed.
type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestExitCodesOfOutput(t *testing.T) {
	for err, want := range map[error]int{io.ErrClosedPipe: exitDone, io.ErrShortWrite: exitOutput} {
		// Standard input never ends: who reads on after the failure hangs.
		stdin, feed := io.Pipe()
		go feed.Write([]byte(`{"text":"On 2025-11-03."}` + "\n"))
		var messages strings.Builder
		if got := run([]string{"--input", "jsonl", "-"}, stdin, brokenWriter{err}, &messages); got != want {
			t.Errorf("%v: exit code %d, want %d; %s", err, got, want, messages.String())
		}
	}
}

func TestEveryFlagIsExplained(t *testing.T) {
	help := call(t, "-h")
	app := (&command{}).app()
	for _, f := range app.Flags {
		if !strings.Contains(help, "--"+f.Names()[0]+" ") && !strings.Contains(help, "--"+f.Names()[0]+",") {
			t.Errorf("extract -h does not say what --%s is", f.Names()[0])
		}
	}
	for _, c := range app.Commands {
		if !strings.Contains(help, "\n   "+c.Name+" ") || !strings.Contains(call(t, c.Name, "-h"), c.Usage) {
			t.Errorf("no help on extract %s", c.Name)
		}
	}
}
