package main

import (
	"fmt"
	"iter"
	"runtime/debug"
	"sync"

	"extract/extract"
	"extract/input"
	"extract/model"
	"extract/output"
)

// What may be between being read and being written: so many bytes a worker, of texts and of what came of
// them, before nothing more is read, and so many documents. One document alone may be longer; a document
// that takes long holds up the writing of those behind it, but not the work on them.
const (
	inFlight    = 4 << 20
	docsAhead   = 256
	bytesBeside = 1 << 10 // what a document takes beside its text
)

// result is what came of one document.
type result struct {
	doc   string
	lang  string        // that its data names, "" if none
	read  int           // bytes of text
	out   []byte        // what is written of it
	long  *output.Lines // instead, of a long document
	trace []byte
	err   error
}

// add takes in what a part of the document gives.
func (r *result) add(p extract.Part, doc string, envelope bool) {
	switch {
	case r.long == nil && p.Last && envelope:
		r.out = append((&model.Envelope{Doc: doc, Facts: p.Records}).AppendJSON(nil), '\n')
		return
	case r.long == nil && p.Last:
		r.out = output.AppendJSONL(nil, p.Records)
		return
	case r.long == nil:
		r.doc, r.long = doc, new(output.Lines)
	}
	for _, m := range p.Again {
		r.long.Mention(m.Record, m.Span)
	}
	r.long.Add(p.Records)
}

// size is how many bytes of memory the result takes.
func (r *result) size() int {
	n := len(r.out) + len(r.trace)
	if r.long != nil {
		n += r.long.Size()
	}
	return n
}

// pipeline runs documents through workers: in parallel, out in the order in which they came in.
type pipeline struct {
	jobs int
	work func(input.Document) result
}

// ticket is a document on its way.
type ticket struct {
	doc    input.Document // until it is worked on
	result result         // from then on, when done is closed
	done   chan struct{}
	held   int // bytes in flight
}

// run hands each document's result to write, in order, and as soon as it is there: nothing waits for
// the next document. It reads no more once write fails, and returns that error; a read that hangs then
// is not waited for.
func (p *pipeline) run(docs iter.Seq2[input.Document, error], write func(result) error) error {
	stop := make(chan struct{})
	defer close(stop)
	budget := newBudget(inFlight * p.jobs)
	defer budget.close()
	queue := make(chan *ticket, docsAhead*p.jobs) // in order, for the writer
	work := make(chan *ticket, docsAhead*p.jobs)  // for whichever worker is free
	go func() {
		defer close(queue)
		defer close(work)
		for doc, err := range docs {
			t := &ticket{doc: doc, done: make(chan struct{}), held: bytesBeside + doc.Size()}
			budget.take(t.held)
			select {
			case queue <- t:
			case <-stop:
				return
			}
			if err != nil {
				t.result.err = err
				close(t.done)
			} else {
				work <- t // waits for a worker, and no worker ever waits
			}
			budget.wait()
		}
	}()
	for range p.jobs {
		go func() {
			for t := range work {
				t.result = p.safely(&t.doc)
				t.result.read = len(t.doc.Text)
				t.doc = input.Document{} // what has come of it stays alone
				held := bytesBeside + t.result.size()
				budget.take(held - t.held)
				t.held = held
				close(t.done)
			}
		}()
	}
	for t := range queue {
		<-t.done
		if err := write(t.result); err != nil {
			return err
		}
		t.result = result{}
		budget.take(-t.held)
	}
	return nil
}

// safely works on one document. A bug that shows in one document must not lose all the others.
func (p *pipeline) safely(doc *input.Document) (r result) {
	defer func() {
		if bug := recover(); bug != nil {
			r = result{err: doc.Failed(fmt.Errorf("a bug in extract, please report it: %v", bug)), trace: debug.Stack()}
		}
	}()
	if err := doc.Open(); err != nil {
		return result{err: err}
	}
	return p.work(*doc)
}

// budget counts the bytes in flight.
type budget struct {
	mu        sync.Mutex
	room      sync.Cond
	used, max int
	closed    bool
}

func newBudget(max int) *budget {
	b := &budget{max: max}
	b.room.L = &b.mu
	return b
}

// take counts n bytes more, or fewer. It does not wait: they are there already.
func (b *budget) take(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.used += n
	b.room.Signal()
}

// wait waits until fewer bytes are in flight than may be. What is worked on and written needs no room
// to get done, so that this ends.
func (b *budget) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.used >= b.max && !b.closed {
		b.room.Wait()
	}
}

// close lets through whoever waits.
func (b *budget) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.room.Broadcast()
}
