// Package output writes what was found: records as JSON Lines, the trace of a run as lines to read,
// and the progress of a long run. One file a format.
package output

import (
	"errors"
	"io"
	"runtime"
	"slices"
	"syscall"

	"extract/model"
)

// usualRecord is how many bytes a record has, or a little less.
const usualRecord = 320

// AppendJSONL appends records as JSON Lines.
func AppendJSONL(dst []byte, records []model.Record) []byte {
	dst = slices.Grow(dst, len(records)*usualRecord)
	for _, r := range records {
		dst = r.AppendJSON(dst)
		dst = append(dst, '\n')
	}
	return dst
}

// ErrClosed says that whoever read the output wants no more of it, as `head` does. It is no failure.
var ErrClosed = errors.New("the output is closed")

// Write writes all of p, and returns ErrClosed where the reader has gone.
func Write(w io.Writer, p []byte) error {
	_, err := w.Write(p)
	if isClosedPipe(err) {
		return ErrClosed
	}
	return err
}

func isClosedPipe(err error) bool {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return true
	}
	// ERROR_BROKEN_PIPE and ERROR_NO_DATA, which package syscall does not name everywhere.
	return runtime.GOOS == "windows" && (errors.Is(err, syscall.Errno(109)) || errors.Is(err, syscall.Errno(232)))
}
