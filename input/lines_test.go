package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// readLines reads JSON Lines from standard input.
func readLines(in string, limit int) []string {
	return read([]string{"-"}, Options{Format: JSONL, Stdin: strings.NewReader(in), MaxBytes: limit})
}

func TestLongLines(t *testing.T) {
	fits := `{"text":"` + strings.Repeat("x", 89) + `"}`
	for _, in := range []string{
		fits + "\r\n" + fits + "y\n" + `{"text":"y"}`,
		fits + "\n" + fits + strings.Repeat("y", 1<<20) + "\r\n" + `{"text":"y"}` + "\r\n",
		"\n" + strings.Repeat(" ", 101) + "\n" + `{"text":"y"}` + "\n",
	} {
		got := readLines(in, 100)
		equal(t, got[len(got)-2:], []string{"! -:2: the line is longer than 1 MB; split it", "-:3=y"})
	}
	equal(t, readLines(fits+"y", 100), []string{"! -:1: the line is longer than 1 MB; split it"})
	equal(t, readLines(fits+"\r", 100), []string{"-:1=" + strings.Repeat("x", 89)})
}

// TestLongLineIsTheText: a line whose bytes become the text is not written over by the lines behind it,
// whatever part of its buffer it fills.
func TestLongLineIsTheText(t *testing.T) {
	for _, size := range []int{1000, maxKept/2 + 100, maxKept - 100, maxKept, maxKept + 100} {
		line := `{"title":"a\u0062","text":"\"` + strings.Repeat("@", size) + `"}` + "\n"
		got := readLines(line+strings.Replace(line, "text", "Text", 1)+strings.ReplaceAll(line, "@", "y")+line[:len(line)-3]+"\n", maxKept+1000)
		if len(got) != 4 || got[0] != `-:1="`+strings.Repeat("@", size) || got[1] != "! -:2: no text" || got[2] != `-:3="`+strings.Repeat("y", size) {
			t.Errorf("%d: got %d documents, %.20q", size, len(got), got)
		}
	}
}

// endless is a stream of one byte that never ends, as /dev/zero, or ends with an error.
type endless struct {
	of          byte
	read, limit int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.read += len(p); e.read > e.limit {
		return 0, errors.New("read too far")
	}
	p[0] = e.of
	for n := 1; n < len(p); n *= 2 {
		copy(p[n:], p[:n])
	}
	return len(p), nil
}

func TestZerosAreReadNoFurtherThanNeeded(t *testing.T) {
	for _, f := range []Format{Text, JSONL} {
		got := read([]string{"-"}, Options{Stdin: &endless{limit: 1 << 20}, Format: f})
		equal(t, got, []string{"! -: binary, no text: it has zeros in it"})
	}
}

func TestZerosInALineAreItsOwn(t *testing.T) {
	equal(t, readLines("{\"text\":\"a\x00b\"}\n"+`{"text":"c"}`, 0), []string{"! -:1: binary, no text: it has zeros in it", "-:2=c"})
	equal(t, readLines("{}\n\x00\x00\n"+`{"text":"c"}`, 0)[1:], []string{"! -:2: binary, no text: it has zeros in it", "-:3=c"})
}

func TestReadErrors(t *testing.T) {
	in := func() io.Reader { return io.MultiReader(strings.NewReader(`{"text":"a"}`+"\n{"), &endless{}) }
	equal(t, read([]string{"-"}, Options{Stdin: in()}), []string{"! -: read too far"})
	equal(t, read([]string{"-", "gone"}, Options{Stdin: in(), Format: JSONL}), []string{"-:1=a", "! -:2: read too far", "! gone: no such file or folder"})
	equal(t, read([]string{"-"}, Options{Stdin: &endless{}, Format: JSONL}), []string{"! -:1: read too far"})
}

// TestEndlessLine: a line that does not end is known to be too long as soon as it is, holds no memory,
// and is passed over as fast as it comes.
func TestEndlessLine(t *testing.T) {
	in := &endless{of: 'x', limit: 256 << 20}
	var before, after runtime.MemStats
	var failures []string
	for _, err := range Documents([]string{"-"}, Options{Format: JSONL, Stdin: in, MaxBytes: 1 << 20}) {
		if failures = append(failures, err.Error()); len(failures) == 1 {
			if in.read > 2<<20 {
				t.Errorf("the line is known to be too long after %d bytes", in.read)
			}
			runtime.ReadMemStats(&before)
		}
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<20 {
		t.Errorf("passing over the rest of the line took %d bytes", grown)
	}
	equal(t, failures, []string{"-:1: the line is longer than 1 MB; split it", "-:1: read too far"})
}

// TestNothingIsReadAhead: a line is answered before anything behind it has come, whatever it is.
func TestNothingIsReadAhead(t *testing.T) {
	in, out := io.Pipe()
	wanted := make(chan string) // who waits for a second line before the first is answered hangs
	go func() {
		for line := range wanted {
			io.WriteString(out, line)
		}
		out.Close()
	}()
	lines := []string{"\n", `{"text":"a"}` + "\n", "no\n", "\r\n", `{"text":"b"}` + "\r\n", strings.Repeat(" ", 64<<10), "\n"}
	want := []string{"-:1: a blank line", "a", "-:3: no JSON: invalid character 'o' in literal null (expecting 'u')", "-:4: a blank line", "b", "-:6: the line is longer than 1 MB; split it"}
	wanted <- lines[0]
	n := 0
	for doc, err := range Documents([]string{"-"}, Options{Stdin: in, Format: JSONL, MaxBytes: 80}) {
		got := doc.Text
		if err != nil {
			got = err.Error()
		}
		if got != want[n] {
			t.Errorf("got %q, want %q", got, want[n])
		}
		n++
		go func() { wanted <- lines[n] }()
		if n == len(want) {
			break
		}
	}
	if n != len(want) {
		t.Errorf("%d answers", n)
	}
}

func TestRecords(t *testing.T) {
	var got []string
	for doc, err := range Documents([]string{"-"}, Options{Format: JSONL, Lang: "de", Stdin: strings.NewReader(
		"\uFEFF" + `{"id":"a7","text":"T","date":"2025-11-03T08:12:30+01:00","lang":"en","title":"H","url":"u","x":[1]}` + "\r\n" +
			` { "id" : 12345678901234567890 , "text" : "" , "date":null,"lang":null,"title":null,"url":null } ` + "\n" +
			"\n  \n" +
			`{"id":null,"text":"T","Text":"no","date":"2025-11-03"}` + "\n" +
			"\uFEFF" + `{"text":"a","text":7,"id":1,"te\u0078t":"b","id":""}`)}) {
		if errors.Is(err, ErrBlankLine) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s:%d %q %q", doc.File, doc.Line, doc.Name, []string{doc.ID, doc.Text, doc.Title, doc.URL, doc.Lang, doc.Date}))
	}
	equal(t, got, []string{
		`-:1 "a7" ["a7" "T" "H" "u" "en" "2025-11-03T08:12"]`,
		`-:2 "12345678901234567890" ["12345678901234567890" "" "" "" "" ""]`,
		`-:5 "-:5" ["" "T" "" "" "" "2025-11-03"]`,
		`-:6 "-:6" ["" "b" "" "" "" ""]`,
	})
}

func TestBadRecords(t *testing.T) {
	for line, why := range map[string]string{
		`{"text":"a"`:                   "no JSON: unexpected end of JSON input",
		`{"text":"a"} {"text":"b"}`:     "no JSON: invalid character '{' after top-level value",
		`{"text":"a` + "\t" + `b"}`:     `no JSON: invalid character '\t' in string literal`,
		`nonsense`:                      "no JSON: invalid character 'o' in literal null (expecting 'u')",
		`["text"]`:                      "a JSON array, no object",
		`null`:                          "a JSON null, no object",
		`"text"`:                        "a JSON string, no object",
		`-7`:                            "a JSON number, no object",
		`true`:                          "a JSON bool, no object",
		`{}`:                            "no text",
		`{"text":null}`:                 "no text",
		`{"text":"a","text":null}`:      "no text",
		`{"Text":"a"}`:                  "no text",
		`{"text":5}`:                    "text is no string: 5",
		`{"text":{"a":["}"]}}`:          `text is no string: {"a":["}"]}`,
		"{\"text\":[1,\r2,\"\u009b\"]}": `text is no string: [1, 2," "]`,
		`{"text":"a","date":"2025-11-03T08:12:00.` + strings.Repeat("0", 60) + `"}`: `date "2025-11-03T08:12:00.00000000000000000000" is no date like 2025-11-03 or 2025-11-03T08:12`,
		`{"text":"a","date":"3.11.2025"}`:                                           `date "3.11.2025" is no date like 2025-11-03 or 2025-11-03T08:12`,
		`{"text":"a","date":"2025-02-30"}`:                                          `date "2025-02-30" is no date like 2025-11-03 or 2025-11-03T08:12`,
		`{"text":"a","date":20251103}`:                                              "date is no string: 20251103",
		`{"text":"a","lang":"English!"}`:                                            `lang "English!" is no language code like en`,
		`{"text":"a","id":[1]}`:                                                     "id is neither string nor number: [1]",
		`{"text":"a","id":true}`:                                                    "id is neither string nor number: true",
		`{"text":"a\u0000b"}`:                                                       "the text has zeros in it, it is no valid text",
		"{\"text\":\"a\xff\xfe\x80b\"}":                                             "no valid text: line 1 is no UTF-8, and no other encoding is certain; convert it first, for example with iconv",
	} {
		in := "\n" + line + "\n" + `{"text":"after"}`
		equal(t, readLines(in, 0), []string{"! -:2: " + why, "-:3=after"})
	}
}

// TestFailuresAreShort: what a failure quotes is no longer than a line, and an id that would be repeated
// in each record is none.
func TestFailuresAreShort(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	for _, line := range []string{`{"text":["` + long + `"]}`, `{"text":"a","date":"` + long + `"}`, `{"text":"a","lang":"` + long + `"}`, `{"text":"a","id":"` + long + `"}`} {
		got := readLines(line, 0)
		if len(got) != 1 || !strings.HasPrefix(got[0], "! -:1: ") || len(got[0]) > 150 {
			t.Errorf("%.40s gives %d bytes, %.150q", line, len(got[0]), got[0])
		}
	}
	equal(t, readLines(`{"text":"a","id":"`+long[:maxID]+`"}`, 0), []string{long[:maxID] + "=a"})
}

// TestFailuresAreNamed: a failure has the id that the record's facts would have had.
func TestFailuresAreNamed(t *testing.T) {
	var got []Error
	for _, err := range Documents([]string{"-", "gone"}, Options{Format: JSONL, Stdin: strings.NewReader(
		`{"id":"a","text":7}` + "\n" + `{"id":8}` + "\n" + `{"id":[]}` + "\n" + `{"id":"cut`)}) {
		e := *err.(*Error)
		e.Err = nil
		got = append(got, e)
	}
	want := []Error{{"a", "-", 1, nil}, {"8", "-", 2, nil}, {"-:3", "-", 3, nil}, {"-:4", "-", 4, nil}, {"gone", "gone", 0, nil}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
}

// FuzzLines holds the reader of lines to what bytes.Split would have said, however the bytes come.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"", "\n", "a\r\nb", "\r\n\r\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nb", "a\x00b\nc", "{\x00", "\xff\xfea\x00\n\x00"} {
		f.Add([]byte(s), uint8(8))
	}
	f.Fuzz(func(t *testing.T, raw []byte, limit uint8) {
		if len(raw) > 0 && raw[0] >= 0xFE {
			return // decoded first
		}
		want := bytes.Split(raw, []byte("\n"))
		if len(want[len(want)-1]) == 0 {
			want = want[:len(want)-1]
		}
		if len(want) > 0 && noText(append(want[0], '\n')) {
			return
		}
		for _, from := range []io.Reader{bytes.NewReader(raw), iotest.OneByteReader(bytes.NewReader(raw)), iotest.DataErrReader(bytes.NewReader(raw))} {
			in := newLineReader(from, int(limit))
			for i, w := range want {
				got, err := in.next()
				if long := len(bytes.TrimSuffix(w, []byte("\r"))) > int(limit); in.number != i+1 || long != (err == errLongLine) ||
					!long && (err != nil || !bytes.Equal(got, w)) {
					t.Fatalf("line %d of %q: %q, %v", in.number, raw, got, err)
				}
			}
			if _, err := in.next(); err != io.EOF {
				t.Errorf("%q does not end: %v", raw, err)
			}
		}
	})
}

// FuzzRecord holds the reading of a record to encoding/json.
func FuzzRecord(f *testing.F) {
	for _, s := range []string{`{"text":"a\n\"\\\/\b\f\r\t\u00fc\ud83d\ude00\ud83d\u0041\udc00","id":1}`, `{"text":"a","x":[{"]":"}\\\""},[]],"text":"b"}`,
		`{"id":-1.5e3,"\u0074ext":"","lang":null}`, `[]`, "{}", "{\"text\":\"\xff\"}", "\uFEFF{\"text\":\"ü\uFEFF\"}", `{"text":true }`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		line, err := Decode(string(raw))
		if err != nil {
			return
		}
		var want map[string]any
		bad := json.Unmarshal([]byte(line), &want) != nil || want == nil
		text, _ := want["text"].(string)
		for _, given := range []bool{false, true} {
			doc, err := parseRecord(bytes.Clone(raw), given)
			if err == nil && (bad || want["text"] == nil || doc.Text != text || !utf8.ValidString(doc.Text)) {
				t.Errorf("%q gives %q, want %q", raw, doc.Text, text)
			}
			if _, isText := want["text"].(string); err != nil && !bad && isText && len(want) == 1 && !strings.ContainsRune(text, 0) {
				t.Errorf("%q: %v", raw, err)
			}
			if id, ok := want["id"].(string); ok && doc.ID != id && len(id) <= maxID {
				t.Errorf("the id of %q is %q", raw, doc.ID)
			}
			for key, got := range map[string]string{"title": doc.Title, "url": doc.URL} {
				if s, _ := want[key].(string); err == nil && got != s {
					t.Errorf("the %s of %q is %q", key, raw, got)
				}
			}
		}
	})
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"text":"a","id":1,"date":"2025-11-03"}` + "\n{}\n\xff\xfe"))
	f.Add([]byte("\xff\xfe{\x00}\x00"))
	f.Add([]byte("{\"text\":\"M\xfcnchen\"}\r\n\r\n[]"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := 0
		for doc, err := range Documents([]string{"-"}, Options{Format: JSONL, Stdin: bytes.NewReader(raw), MaxBytes: 64}) {
			n++
			if err == nil && (!utf8.ValidString(doc.Text) || doc.Name == "") {
				t.Errorf("%q gives %q", raw, doc.Text)
			}
			if e := (*Error)(nil); errors.As(err, &e) && (e.Doc == "" || e.File != "-") {
				t.Errorf("%q gives %+v", raw, e)
			}
		}
		if lines := 1 + bytes.Count(raw, []byte("\n")); n > lines {
			t.Errorf("%d documents and failures of %d lines", n, lines)
		}
	})
}

// BenchmarkLines is the reading of records, without what is done with them.
func BenchmarkLines(b *testing.B) {
	text, err := json.Marshal(strings.Repeat("„Die Minister“ trafen sich.\nEs war \"gut\" für alle.\n", 60))
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Repeat(`{"id":"a","date":"2025-11-03","text":`+string(text)+`,"tags":["a","b"]}`+"\n", 200)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Documents([]string{"-"}, Options{Format: JSONL, Stdin: strings.NewReader(in)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
