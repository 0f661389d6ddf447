package output

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// Progress is a line on a terminal that says how far a run is, once a second has passed. Messages
// written through it do not mix with the line. It is safe for concurrent use.
type Progress struct {
	mu    sync.Mutex
	w     io.Writer
	docs  int
	bytes int64
	shown int // width of the line that stands on the terminal
	done  bool
	stop  func()
}

// NewProgress starts to show progress on w, a terminal, until Stop.
func NewProgress(w io.Writer) *Progress {
	tick := time.NewTicker(time.Second)
	done := make(chan struct{})
	p := &Progress{w: w}
	p.stop = sync.OnceFunc(func() { tick.Stop(); close(done) })
	go func() {
		for {
			select {
			case <-tick.C:
				p.show()
			case <-done:
				return
			}
		}
	}()
	return p
}

// Done counts one document.
func (p *Progress) Done(bytes int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.docs++
	p.bytes += int64(bytes)
}

// Write writes a message in the place of the line, which comes back with the next tick.
func (p *Progress) Write(message []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return p.w.Write(message)
}

// Stop takes the line away for good.
func (p *Progress) Stop() {
	p.stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done = true
	p.clear()
}

func (p *Progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return // a tick that came with Stop
	}
	line := fmt.Sprintf("%d documents, %.1f MB", p.docs, float64(p.bytes)/1e6)
	fmt.Fprintf(p.w, "\r%-*s", p.shown, line)
	p.shown = max(p.shown, len(line))
}

func (p *Progress) clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}
