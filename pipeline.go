package main

import (
	"fmt"
	"iter"
	"runtime/debug"
	"sync"

	"extract/input"
)

// inFlight is how many bytes of documents are held at most between being read and being written, beside
// the one that was read last; one document alone may be longer.
const inFlight = 64 << 20

// result is what came of one document.
type result struct {
	out, trace []byte
	err        error
}

// pipeline runs documents through workers: in parallel, out in the order in which they came in.
type pipeline struct {
	jobs int
	work func(input.Document) result
}

// ticket is a document on its way.
type ticket struct {
	doc  input.Document
	done chan result
}

// run hands each document's result to write, in order. It reads no more once write fails, and returns
// that error; a read that hangs then is not waited for.
func (p *pipeline) run(docs iter.Seq2[input.Document, error], write func(input.Document, result) error) error {
	stop := make(chan struct{})
	defer close(stop)
	budget := newBudget(inFlight)
	defer budget.close()
	queue := make(chan ticket, 2*p.jobs) // in order, for the writer
	work := make(chan ticket, 2*p.jobs)  // for whichever worker is free
	go func() {
		defer close(queue)
		defer close(work)
		for doc, err := range docs {
			t := ticket{doc, make(chan result, 1)}
			if err != nil {
				t.done <- result{err: err}
			}
			budget.take(len(doc.Text))
			select {
			case queue <- t:
			case <-stop:
				return
			}
			if err == nil {
				work <- t // waits for a worker, and no worker ever waits
			}
		}
	}()
	for range p.jobs {
		go func() {
			for t := range work {
				t.done <- p.safely(t.doc)
			}
		}()
	}
	for t := range queue {
		if err := write(t.doc, <-t.done); err != nil {
			return err
		}
		budget.give(len(t.doc.Text))
	}
	return nil
}

// safely works on one document. A bug that shows in one document must not lose all the others.
func (p *pipeline) safely(doc input.Document) (r result) {
	defer func() {
		if bug := recover(); bug != nil {
			r = result{err: doc.Failed(fmt.Errorf("a bug in extract, please report it: %v", bug)), trace: debug.Stack()}
		}
	}()
	return p.work(doc)
}

// budget bounds the bytes in flight.
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

// take waits until there is room for n bytes. One document always finds room.
func (b *budget) take(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.used > 0 && b.used+n > b.max && !b.closed {
		b.room.Wait()
	}
	b.used += n
}

func (b *budget) give(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.used -= n
	b.room.Signal()
}

// close lets through whoever waits.
func (b *budget) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.room.Broadcast()
}
