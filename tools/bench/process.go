package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"extract/internal/shuffled"
)

// articles is the folder whose sentences the made articles have besides their own.
const articles = "testdata/articles"

// run runs the program and returns the bytes of memory that it had at most.
func (b *bench) run(in io.Reader, out io.Writer, args ...string) (peak int64, err error) {
	cmd := exec.Command(b.program, args...)
	cmd.Stdin, cmd.Stdout = in, out
	var messages bytes.Buffer
	cmd.Stderr = &messages
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("extract %v: %w\n%s", args, err, messages.String())
	}
	return peakMemory(cmd.ProcessState), nil
}

// started is how long the whole process takes for one short article.
type started struct {
	lang        string
	least, half time.Duration // of many runs: the shortest, and the one in the middle
	memory      int64
}

// start measures the process from its start to its end.
func (b *bench) start() ([]started, error) {
	const runs = 21
	var all []started
	for _, lang := range shuffled.Languages {
		fmt.Fprintln(os.Stderr, "start", lang)
		files, err := filepath.Glob(filepath.Join(articles, lang, "01-*.txt"))
		if err == nil && len(files) == 0 {
			err = fmt.Errorf("no first article in %s", filepath.Join(articles, lang))
		}
		if err != nil {
			return nil, err
		}
		s := started{lang: lang}
		var took []time.Duration
		for range runs {
			begun := time.Now()
			memory, err := b.run(nil, io.Discard, files[0])
			if err != nil {
				return nil, err
			}
			took, s.memory = append(took, time.Since(begun)), max(s.memory, memory)
		}
		slices.Sort(took)
		s.least, s.half = took[0], took[runs/2]
		all = append(all, s)
	}
	return all, nil
}

// lines makes articles as JSON Lines: as many together in a document as have some megabytes, with 0 each
// in its own.
func lines(megabytes, document int) (iter.Seq[[]byte], error) {
	stream, err := shuffled.Stream(1, megabytes*1e6, articles)
	if err != nil {
		return nil, err
	}
	return func(yield func([]byte) bool) {
		n := 0
		var text []byte
		flush := func() bool {
			n++
			line, err := json.Marshal(struct {
				ID   string `json:"id"`
				Text string `json:"text"`
			}{strconv.Itoa(n), string(text)})
			text = text[:0]
			return err == nil && yield(append(line, '\n'))
		}
		for a := range stream {
			if text = append(text, a.Text...); len(text) >= document*1e6 && !flush() {
				return
			}
		}
		if len(text) > 0 {
			flush()
		}
	}, nil
}

// reader reads what next gives until so many bytes have been read or nothing is left.
type reader struct {
	next func() ([]byte, bool)
	rest []byte
	room int
}

func (r *reader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		line, ok := []byte(nil), false
		if r.room > 0 {
			line, ok = r.next()
		}
		if !ok {
			return 0, io.EOF
		}
		r.rest, r.room = line, r.room-len(line)
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// used is the memory for an input of some length.
type used struct {
	megabytes int
	document  int // of them in each document, 0 for articles
	memory    int64
	out       int64 // bytes of output
}

// longDocuments are the megabytes of the documents in which an input of longInput is read besides: a line
// has no more than 64.
var longDocuments = []int{1, 8, longInput}

const longInput = 50

// memory measures what the program has at most, reading JSON Lines from a pipe with two workers. The longest
// input is read once more, in ten pieces, which must give the same bytes.
func (b *bench) memory() ([]used, error) {
	var all []used
	var whole []byte
	for _, size := range b.sizes {
		fmt.Fprintln(os.Stderr, "memory", size, "MB")
		u := used{megabytes: size}
		sum, memory, n, err := b.pieces(size, 0, 1)
		if err != nil {
			return nil, err
		}
		u.memory, u.out, whole = memory, n, sum
		all = append(all, u)
	}
	for _, document := range longDocuments {
		fmt.Fprintln(os.Stderr, "memory", longInput, "MB in documents of", document)
		_, memory, n, err := b.pieces(longInput, document, 1)
		if err != nil {
			return nil, err
		}
		all = append(all, used{longInput, document, memory, n})
	}
	last := b.sizes[len(b.sizes)-1]
	fmt.Fprintln(os.Stderr, last, "MB in ten pieces")
	sum, _, _, err := b.pieces(last, 0, 10)
	if err == nil && !bytes.Equal(sum, whole) {
		err = errors.New("the input in ten pieces gives other bytes than in one")
	}
	return all, err
}

// pieces feeds an input to the program, in so many runs one after the other, and returns the checksum of all
// that they write, the most memory that one had, and how much they wrote.
func (b *bench) pieces(megabytes, document, pieces int) (sum []byte, memory, written int64, err error) {
	all, err := lines(megabytes, document)
	if err != nil {
		return nil, 0, 0, err
	}
	next, stop := iter.Pull(all)
	defer stop()
	out := &counter{}
	whole := sha256.New()
	for piece := range pieces {
		in := &reader{next: next, room: megabytes * 1e6 / pieces}
		if piece == pieces-1 {
			in.room = math.MaxInt // the rest: as JSON Lines the articles are longer
		}
		peak, err := b.run(in, io.MultiWriter(whole, out), "--input", "jsonl", "--jobs", "2", "-")
		if err != nil {
			return nil, 0, 0, err
		}
		memory = max(memory, peak)
	}
	return whole.Sum(nil), memory, out.n, nil
}

// counter counts what is written.
type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// worked is how fast some workers are, from a pipe to a pipe.
type worked struct {
	jobs int
	took time.Duration
	size int // bytes
}

// workers measures one worker and two, the best of some passes by turns.
func (b *bench) workers() ([]worked, error) {
	all, err := lines(b.megabytes, 0)
	if err != nil {
		return nil, err
	}
	var input []byte
	for line := range all {
		input = append(input, line...)
	}
	found := []worked{{jobs: 1, size: len(input)}, {jobs: 2, size: len(input)}}
	for range b.passes {
		for i := range found {
			w := &found[i]
			fmt.Fprintln(os.Stderr, "workers", w.jobs)
			begun := time.Now()
			if _, err := b.run(bytes.NewReader(input), io.Discard, "--input", "jsonl", "--jobs", strconv.Itoa(w.jobs), "-"); err != nil {
				return nil, err
			}
			if took := time.Since(begun); w.took == 0 || took < w.took {
				w.took = took
			}
		}
	}
	return found, nil
}
