package extract

// hashTable maps 64-bit hashes to small numbers by open addressing. A lookup
// touches one cache line as a rule, which is why the pass over the words of a
// text uses it and not a Go map.
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
	if t.n*2 >= len(t.keys) {
		t.grow()
	}
	mask := uint64(len(t.keys) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		if t.keys[i] == 0 {
			t.keys[i], t.vals[i] = key, val
			t.n++
			return
		}
		if t.keys[i] == key {
			t.vals[i] = val
			return
		}
	}
}

func (t *hashTable) grow() {
	old := *t
	size := 2 * len(old.keys)
	if size == 0 {
		size = 64
	}
	*t = hashTable{keys: make([]uint64, size), vals: make([]int32, size)}
	for i, k := range old.keys {
		if k != 0 {
			t.put(k, old.vals[i])
		}
	}
}

// mix spreads the bits of a key that may be a plain pair of small numbers.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0x9E3779B97F4A7C15
	return x ^ x>>29
}
