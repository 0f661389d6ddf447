package extract

import (
	"iter"
	"math/bits"
)

// hashTable maps 64-bit hashes to small numbers by open addressing. A lookup
// touches one cache line as a rule, and a word that is not there touches the
// keys alone: which is why the pass over the words of a text uses it and not a
// Go map.
type hashTable struct {
	keys []uint64 // 0: free
	vals []int32
	n    int
}

// get returns the value of key and whether it is there.
func (t *hashTable) get(key uint64) (int32, bool) {
	if len(t.keys) == 0 {
		return 0, false
	}
	if key == 0 {
		key = 1
	}
	mask := uint64(len(t.keys) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.vals[i], true
		case 0:
			return 0, false
		}
	}
}

// put sets the value of key.
func (t *hashTable) put(key uint64, val int32) {
	if key == 0 {
		key = 1
	}
	if t.n*5 >= len(t.keys)*3 {
		t.resize(max(leastKeys, 2*len(t.keys)))
	}
	mask := uint64(len(t.keys) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case 0:
			t.keys[i], t.vals[i] = key, val
			t.n++
			return
		case key:
			t.vals[i] = val
			return
		}
	}
}

// leastKeys is so many that one is free at any time, where a search ends.
const leastKeys = 16

// reserve makes room for n values.
func (t *hashTable) reserve(n int) {
	if size := max(leastKeys, 1<<bits.Len(uint(n*5/3))); size > len(t.keys) {
		t.resize(size)
	}
}

func (t *hashTable) resize(size int) {
	old := *t
	*t = hashTable{keys: make([]uint64, size), vals: make([]int32, size)}
	for key, val := range old.all() {
		t.put(key, val)
	}
}

// all yields the keys and their values, in no order.
func (t *hashTable) all() iter.Seq2[uint64, int32] {
	return func(yield func(uint64, int32) bool) {
		for i, key := range t.keys {
			if key != 0 && !yield(key, t.vals[i]) {
				return
			}
		}
	}
}

// mix spreads the bits of a key that may be a plain pair of small numbers.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0x9E3779B97F4A7C15
	return x ^ x>>29
}
