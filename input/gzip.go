package input

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

// gzipMembers reads gzip members one behind the other, as "cat" joins them and as WARC files have one
// for each record. Unlike the reader of the library, which can do the first too, it finds the next
// member behind a damaged one and takes zeros at the end for the filling of a tape.
type gzipMembers struct {
	in     *bufio.Reader
	z      gzip.Reader
	inside bool // of a member
	begun  bool // there was a member
	lost   bool // somewhere behind damaged data
}

var errBehindGzip = errors.New("something else stands behind it")

func (m *gzipMembers) Read(p []byte) (int, error) {
	for {
		if !m.inside {
			if err := m.next(); err != nil {
				return 0, err
			}
		}
		n, err := m.z.Read(p)
		if err == io.EOF {
			m.inside, err = false, nil
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

// next goes to the beginning of the next member.
func (m *gzipMembers) next() error {
	for {
		head, err := m.in.Peek(2)
		switch {
		case len(head) == 0:
			return err
		case string(head) == "\x1F\x8B":
			err := m.z.Reset(m.in)
			if err == nil {
				m.z.Multistream(false)
				m.inside, m.begun, m.lost = true, true, false
				return nil
			}
			if !m.lost {
				if err == io.EOF {
					err = io.ErrUnexpectedEOF
				}
				return err
			}
		case m.lost, m.begun && head[0] == 0:
			m.in.Discard(1)
		default:
			return errBehindGzip
		}
	}
}

// resume makes the next Read go on with the member behind damaged data.
func (m *gzipMembers) resume() {
	m.inside, m.lost = false, true
}
