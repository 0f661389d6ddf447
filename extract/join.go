package extract

import (
	"bytes"
	"math/bits"

	"extract/internal/letters"
	"extract/model"
)

// joiner finds the mentions of one fact: those whose records have the same key.
type joiner struct {
	groups []joined
	keys   []byte // of the groups, one behind the other
	ids    model.Identifier
	heads  []int32 // by the lowest bits of the hash of a key: the last group so, from 1
}

// joined are the mentions of one fact.
type joined struct {
	record      model.Record // that of the first mention
	from, to    int          // the key
	first, last int32        // of the facts, linked by next
	hash        uint64       // of the key
	other       int32        // the group before it under the same head, from 1
}

// join puts each fact to those of the same key.
func (d *document) join() {
	j := &d.joiner
	// At least as many heads as there can be groups.
	j.heads = cleared(j.heads, 1<<bits.Len(uint(len(d.facts))))
	j.groups, j.keys = j.groups[:0], j.keys[:0]
	var g *joined
	for i, f := range d.facts {
		f.next = -1
		if i == 0 || f.record != d.facts[i-1].record {
			g = j.group(f.record)
		}
		if g.record == nil {
			g.first = int32(i)
		} else {
			d.facts[g.last].next = int32(i)
		}
		if g.record == nil || f.span.Start < g.record.Base().Start {
			g.record = f.record
		}
		g.last = int32(i)
	}
}

// group returns the group of a record, a new one where it is the first.
func (j *joiner) group(r model.Record) *joined {
	n := len(j.keys)
	j.keys = model.AppendKey(j.keys, r)
	key := j.keys[n:]
	h := letters.Hash(key)
	head := &j.heads[mix(h)&uint64(len(j.heads)-1)]
	for at := *head; at > 0; {
		g := &j.groups[at-1]
		if g.hash == h && bytes.Equal(j.keys[g.from:g.to], key) {
			j.keys = j.keys[:n]
			return g
		}
		at = g.other
	}
	j.groups = append(j.groups, joined{from: n, to: len(j.keys), hash: h, other: *head})
	*head = int32(len(j.groups))
	return &j.groups[len(j.groups)-1]
}
