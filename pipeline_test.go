package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"extract/input"
)

// numbered yields n documents, every tenth of them a failure, and counts what it yields.
func numbered(n int, size int, yielded *atomic.Int64) iter.Seq2[input.Document, error] {
	return func(yield func(input.Document, error) bool) {
		for i := range n {
			yielded.Add(1)
			var err error
			doc := input.Document{Name: fmt.Sprint(i), File: fmt.Sprint(i), Text: strings.Repeat("x", size)}
			if i%10 == 9 {
				doc, err = input.Document{}, fmt.Errorf("no %d", i)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func TestPipelineKeepsTheOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 8} {
		p := pipeline{jobs: jobs, work: func(doc input.Document) result {
			if strings.HasSuffix(doc.Name, "0") {
				time.Sleep(time.Millisecond) // the first of ten comes last
			}
			return result{out: []byte(doc.Name)}
		}}
		var got []string
		var yielded atomic.Int64
		err := p.run(numbered(100, 1, &yielded), func(r result) error {
			if r.err != nil {
				got = append(got, r.err.Error())
			} else {
				got = append(got, string(r.out))
			}
			return nil
		})
		if err != nil || len(got) != 100 {
			t.Fatalf("%d jobs: %d results, %v", jobs, len(got), err)
		}
		for i, s := range got {
			want := fmt.Sprint(i)
			if i%10 == 9 {
				want = "no " + want
			}
			if s != want {
				t.Errorf("%d jobs: at %d is %q", jobs, i, s)
			}
		}
	}
}

func TestPipelineStopsReadingWhenWritingFails(t *testing.T) {
	full := errors.New("full")
	p := pipeline{jobs: 2, work: func(input.Document) result { return result{} }}
	var yielded atomic.Int64
	if err := p.run(numbered(1_000_000, 1, &yielded), func(result) error { return full }); err != full {
		t.Errorf("got %v", err)
	}
	if n := yielded.Load(); n > 4*docsAhead {
		t.Errorf("%d documents were read for one", n)
	}
}

func TestPipelineHoldsBoundedBytes(t *testing.T) {
	const jobs = 2
	const size = jobs * inFlight / 3
	for _, c := range []struct{ text, out int }{{size, size}, {0, 2 * jobs * inFlight}} {
		p := pipeline{jobs: jobs, work: func(input.Document) result { return result{out: make([]byte, c.out)} }}
		var yielded atomic.Int64
		written := 0
		err := p.run(numbered(10, c.text, &yielded), func(result) error {
			time.Sleep(5 * time.Millisecond) // let the reader run ahead
			// Three documents fill it, or what came of them, and then nothing more is read but a failure.
			// What comes of a document is not known before, and never stops those that were read.
			if ahead := int(yielded.Load()) - written; c.text > 0 && ahead > 4 {
				t.Errorf("%d documents are held", ahead)
			}
			written++
			return nil
		})
		if err != nil || written != 10 {
			t.Errorf("%+v: %d written, %v", c, written, err)
		}
	}
}

func TestABugInOneDocumentIsItsOwn(t *testing.T) {
	p := pipeline{jobs: 2, work: func(doc input.Document) result {
		if doc.Name == "1" {
			panic("bug")
		}
		return result{out: []byte("fine")}
	}}
	var got []string
	var yielded atomic.Int64
	if err := p.run(numbered(3, 1, &yielded), func(r result) error {
		got = append(got, fmt.Sprintf("%s %v", r.out, r.err))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if got[0] != "fine <nil>" || got[2] != got[0] || got[1] != " 1: a bug in extract, please report it: bug" {
		t.Errorf("got %q", got)
	}
}
