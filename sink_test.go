package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"extract/internal/shuffled"
)

// TestAnswerBeforeTheNextLine: whoever writes a line and waits for what comes of it, as one process
// that asks another does, is not kept waiting, whatever the line is.
func TestAnswerBeforeTheNextLine(t *testing.T) {
	for _, jobs := range []string{"1", "4"} {
		stdin, feed := io.Pipe()
		answers, stdout := io.Pipe()
		code := make(chan int)
		go func() {
			code <- run([]string{"--jobs", jobs, "--envelope", "--types", "date", "--no-article", "--input", "jsonl", "-"}, stdin, stdout, io.Discard)
			stdout.Close()
		}()
		lines := bufio.NewScanner(answers)
		for i, c := range []struct{ line, answer string }{
			{"", `{"doc":"-:1","facts":[]}`},
			{`{"id":"a","text":"On 2025-11-03 they met."}`, `{"doc":"a","facts":[{"type":"date","value":"2025-11-03",`},
			{`{"id":"b"}` + "\r", `{"doc":"b","error":"no text"}`},
			{" ", `{"doc":"-:4","facts":[]}`},
			{"{", `{"doc":"-:5","error":"no JSON: unexpected end of JSON input"}`},
			{`{"id":6,"text":""}`, `{"doc":"6","facts":[]}`},
		} {
			fmt.Fprintln(feed, c.line)
			if !lines.Scan() || !strings.HasPrefix(lines.Text(), c.answer) {
				t.Fatalf("%s jobs: line %d is answered by %q, want %q", jobs, i+1, lines.Text(), c.answer)
			}
		}
		feed.Close()
		if got := <-code; got != exitInput || lines.Scan() {
			t.Errorf("exit code %d, and then comes %q", got, lines.Text())
		}
	}
}

// TestEnvelopesHoldTheSameRecords: what is in the envelopes of many documents is what comes without
// them, line for line, for any number of workers.
func TestEnvelopesHoldTheSameRecords(t *testing.T) {
	articles, err := shuffled.Articles(2, 300_000, "")
	if err != nil {
		t.Fatal(err)
	}
	var long strings.Builder // a document in several parts
	for _, a := range articles {
		long.WriteString(a.Text)
	}
	path := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(path, []byte(long.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	plain := call(t, "testdata/articles", path, "testdata/articles/en")
	for _, jobs := range []string{"1", "3"} {
		var records bytes.Buffer
		for line := range strings.Lines(call(t, "--envelope", "--jobs", jobs, "testdata/articles", path, "testdata/articles/en")) {
			var e struct {
				Doc   string
				Facts []json.RawMessage
			}
			if err := json.Unmarshal([]byte(line), &e); err != nil || len(e.Facts) == 0 {
				t.Fatalf("%v in %.100s", err, line)
			}
			for _, f := range e.Facts {
				if !bytes.Contains(f, fmt.Appendf(nil, `"doc":"%s"`, e.Doc)) {
					t.Errorf("%s is in the envelope of %s", f, e.Doc)
				}
				records.Write(append(f, '\n'))
			}
		}
		if records.String() != plain {
			t.Errorf("%s jobs: %d bytes in envelopes, %d without", jobs, records.Len(), len(plain))
		}
	}
}

// TestFailuresThatCannotBeKept: a full disk ends the run with the code of an output that cannot be
// written, and a pipe that nobody reads any more is no error.
func TestFailuresThatCannotBeKept(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	in := "{}\n" + `{"text":"On 2025-11-03."}` + "\n"
	var out, messages strings.Builder
	if code := run([]string{"--errors", "/dev/full", "--input", "jsonl", "-"}, strings.NewReader(in), &out, &messages); code != exitOutput ||
		!strings.HasSuffix(messages.String(), "extract: cannot write /dev/full: no space left on device\n") {
		t.Errorf("exit code %d, %s", code, messages.String())
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	stdin, feed := io.Pipe()
	code := make(chan int)
	out.Reset()
	go func() {
		code <- run([]string{"--errors", fmt.Sprintf("/dev/fd/%d", w.Fd()), "--input", "jsonl", "-"}, stdin, &out, io.Discard)
	}()
	fmt.Fprintln(feed, "{}")
	if line, err := bufio.NewReader(r).ReadString('\n'); line != `{"doc":"-:1","file":"-","line":1,"error":"no text"}`+"\n" {
		t.Errorf("got %q, %v", line, err)
	}
	r.Close()
	io.WriteString(feed, in)
	feed.Close()
	if got := <-code; got != exitInput || strings.Count(out.String(), "\n") == 0 {
		t.Errorf("exit code %d, %s", got, out.String())
	}
}

// TestFailuresOverTheInput: what standard input reads is an input like one that is named, and stays
// as it is.
func TestFailuresOverTheInput(t *testing.T) {
	const feed = `{"text":"On 2025-11-03."}` + "\n"
	path := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(path, []byte(feed), 0o644); err != nil {
		t.Fatal(err)
	}
	stdin, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	if got := run([]string{"--input", "jsonl", "--errors", path, "-"}, stdin, io.Discard, io.Discard); got != exitUsage {
		t.Errorf("exit code %d", got)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != feed {
		t.Errorf("%v: the input is %q now", err, now)
	}
}
