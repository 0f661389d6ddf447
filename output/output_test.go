package output

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"extract/model"
)

func TestAppendJSONL(t *testing.T) {
	got := string(AppendJSONL([]byte("before\n"), []model.Record{
		&model.Article{Schema: 1}, &model.Number{Common: model.Common{Text: "a\nb"}},
	}))
	want := "before\n" + `{"type":"article","schema":1,"chars":0}` + "\n" +
		`{"type":"number","value":"0","number":0,"text":"a\nb","start":0,"end":0}` + "\n"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestWriteToAClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(Write(w, []byte("x")), r.Close()); err != nil {
		t.Fatal(err)
	}
	if err := Write(w, []byte("x")); err != ErrClosed {
		t.Errorf("a closed pipe is %v", err)
	}
	in, out := io.Pipe()
	in.Close()
	if err := Write(out, []byte("x")); err != ErrClosed {
		t.Errorf("a closed io.Pipe is %v", err)
	}
	w.Close()
	if err := Write(w, []byte("x")); err == nil || err == ErrClosed {
		t.Errorf("a closed file is %v", err)
	}
}

func TestAppendExplain(t *testing.T) {
	got := string(AppendExplain(nil, "a.txt", []Trace{
		{Line: 3, Column: 17, Type: "date", Value: "2025-11-03", Text: "3.\nNovember", Rule: "de/day-month", Kept: true},
		{Line: 4, Column: 1, Type: "number", Value: "3", Text: "3", Rule: "common/integer", Reason: "inside a date"},
		{Line: 5, Column: 2, Type: "official", Text: "Kim"},
	}))
	want := `a.txt:3:17: date 2025-11-03 "3.\nNovember" by de/day-month
a.txt:4:1: dropped number 3 "3" by common/integer: inside a date
a.txt:5:2: dropped official "Kim"
`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestProgress(t *testing.T) {
	var b strings.Builder
	p := NewProgress(&b)
	defer p.Stop()
	p.Write([]byte("early\n"))
	p.Done(1_500_000)
	p.show()
	p.Write([]byte("message\n"))
	p.Done(500_000)
	p.show()
	p.Stop()
	p.Stop()
	blank := "\r" + strings.Repeat(" ", len("1 documents, 1.5 MB")) + "\r"
	want := "early\n\r1 documents, 1.5 MB" + blank + "message\n\r2 documents, 2.0 MB" + blank
	if got := b.String(); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}
