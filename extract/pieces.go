package extract

import (
	"iter"
	"strings"
)

// pieceBytes is how much of a document is read at a time. No article is that
// long; but names, sums and sittings are compared with each other, and what
// grows with the square of a length must not meet a file of 50 MB.
const pieceBytes = 64 << 10

// pieces yields the blocks that give facts, as many at a time as are read
// together. A block that is too long is cut, behind a sentence if it has one.
func (d *document) pieces() iter.Seq[[]block] {
	return func(yield func([]block) bool) {
		piece := d.pieceRoom[:0]
		size := 0
		for _, b := range d.page.blocks {
			if !b.role.givesFacts() || d.engine.pack(b.lang) == nil {
				continue
			}
			for b.start < b.end {
				part := b
				if size+b.end-b.start > pieceBytes {
					if size > 0 && !yield(piece) {
						return
					}
					piece, size = piece[:0], 0
					part.end = b.start + cut(d.src.Text[b.start:b.end])
				}
				piece = append(piece, part)
				d.pieceRoom = piece
				size += part.end - part.start
				b.start = part.end
			}
		}
		if size > 0 {
			yield(piece)
		}
	}
}

// cut returns where the first piece of a text ends: at all of it where it is
// short enough, else behind the last sentence or word that fits.
func cut(text string) int {
	if len(text) <= pieceBytes {
		return len(text)
	}
	head := text[:pieceBytes]
	for _, end := range []string{"\n", ". ", " "} {
		if i := strings.LastIndex(head, end); i > pieceBytes/2 {
			return i + len(end)
		}
	}
	return runeFloor(text, pieceBytes)
}
