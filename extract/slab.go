package extract

// slab gives out values whose memory is used again after reset. Their addresses
// stay, as those of a growing slice's elements do not.
type slab[T any] struct {
	chunks [][]T
	used   int
}

const slabChunk = 64

// next returns a value that holds what it held last.
func (s *slab[T]) next() *T {
	chunk, at := s.used/slabChunk, s.used%slabChunk
	if chunk == len(s.chunks) {
		s.chunks = append(s.chunks, make([]T, slabChunk))
	}
	s.used++
	return &s.chunks[chunk][at]
}

func (s *slab[T]) reset() { s.used = 0 }
