package output

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"

	"extract/model"
)

// Lines holds the lines of a document whose facts come in parts. None of them can be written before the
// last part has come, which may have further mentions of the first fact. As records they would take
// several times as much memory.
type Lines struct {
	facts, meetings store
	records         int
	mentions        []mention // of all records, in the order in which they came
}

// mention says where a record is mentioned once more; no document has more than 2³² code points.
type mention struct{ record, start, end uint32 }

// Add adds records, which are numbered from 0 in the order in which they are added. Facts come in the
// order of the contract, and meetings among themselves.
func (l *Lines) Add(records []model.Record) {
	for _, r := range records {
		to := &l.facts
		if r.Type() == model.TypeMeeting {
			to = &l.meetings
		}
		to.add(l.records, r)
		for _, m := range r.Base().Mentions {
			l.Mention(l.records, m)
		}
		l.records++
	}
}

// Mention adds a further mention of a record.
func (l *Lines) Mention(record int, at model.Span) {
	l.mentions = append(l.mentions, mention{uint32(record), uint32(at.Start), uint32(at.End)})
}

// Size is how many bytes of memory it takes.
func (l *Lines) Size() int {
	const ofMention = 12
	return l.facts.size() + l.meetings.size() + ofMention*cap(l.mentions)
}

// All yields the lines, without their ends. Each is valid until the next.
func (l *Lines) All() iter.Seq[[]byte] {
	slices.SortFunc(l.mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.record, b.record), cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	return func(yield func([]byte) bool) {
		var line []byte
		var spans []model.Span
		for _, s := range []*store{&l.facts, &l.meetings} {
			rest := l.mentions
			for number, open := range s.all() {
				for len(rest) > 0 && int(rest[0].record) < number {
					rest = rest[1:]
				}
				spans = spans[:0]
				for len(rest) > 0 && int(rest[0].record) == number {
					spans, rest = append(spans, model.Span{Start: int(rest[0].start), End: int(rest[0].end)}), rest[1:]
				}
				line = append(line[:0], open.front...)
				if len(spans) > 0 {
					line = model.AppendMentions(line, spans)
				}
				if line = append(line, open.back...); !yield(line) {
					return
				}
			}
		}
	}
}

// store holds lines in chunks, of which those are compressed that are more than a usual document has:
// lines of facts shrink to a tenth, in a hundredth of the time that it took to find them.
type store struct {
	chunks []chunk
	plain  int // bytes in chunks that are not compressed
	// Room for a line, for a chunk, and for one that is compressed.
	line, room, packed []byte
}

type chunk struct {
	bytes  []byte
	packed bool
}

const (
	chunkBytes = 256 << 10
	mostPlain  = 4 << 20
)

// open is a line in two parts, between which its mentions belong.
type open struct{ front, back []byte }

func (s *store) add(number int, r model.Record) {
	var at int
	s.line, at = model.AppendOpen(s.line[:0], r)
	n := len(s.chunks)
	if n == 0 || len(s.chunks[n-1].bytes)+len(s.line)+3*binary.MaxVarintLen64 > chunkBytes {
		s.close()
		s.chunks, s.room = append(s.chunks, chunk{bytes: s.room[:0]}), nil
		n = len(s.chunks)
	}
	b := s.chunks[n-1].bytes
	b = binary.AppendUvarint(b, uint64(number))
	b = binary.AppendUvarint(b, uint64(at))
	b = binary.AppendUvarint(b, uint64(len(s.line)-at))
	s.chunks[n-1].bytes = append(b, s.line...)
}

// close compresses the last chunk, if there are enough that are not.
func (s *store) close() {
	if len(s.chunks) == 0 {
		return
	}
	c := &s.chunks[len(s.chunks)-1]
	if s.plain += len(c.bytes); s.plain > mostPlain {
		s.plain -= len(c.bytes)
		s.room, s.packed = c.bytes, packer().EncodeAll(c.bytes, s.packed[:0])
		c.bytes, c.packed = bytes.Clone(s.packed), true
	}
}

func (s *store) size() int {
	n := cap(s.line) + cap(s.room) + cap(s.packed)
	for _, c := range s.chunks {
		n += cap(c.bytes)
	}
	return n
}

// all yields the lines with their numbers.
func (s *store) all() iter.Seq2[int, open] {
	return func(yield func(int, open) bool) {
		var room []byte
		for _, c := range s.chunks {
			b := c.bytes
			if c.packed {
				var err error
				if room, err = unpacker().DecodeAll(b, room[:0]); err != nil {
					panic(err) // it is what close has made
				}
				b = room
			}
			for len(b) > 0 {
				var of [3]int
				for i := range of {
					n, size := binary.Uvarint(b)
					of[i], b = int(n), b[size:]
				}
				number, front, back := of[0], of[1], of[2]
				if !yield(number, open{b[:front], b[front : front+back]}) {
					return
				}
				b = b[front+back:]
			}
		}
	}
}

// packer and unpacker are shared by all documents.
var (
	packer = sync.OnceValue(func() *zstd.Encoder {
		z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false), zstd.WithLowerEncoderMem(true), zstd.WithWindowSize(chunkBytes))
		if err != nil {
			panic(err) // an option is wrong
		}
		return z
	})
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
		if err != nil {
			panic(err)
		}
		return z
	})
)
