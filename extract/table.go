package extract

// hashTable maps 64-bit hashes to small numbers by open addressing. A lookup
// touches one cache line as a rule, which is why the pass over the words of a
// text uses it and not a Go map.
type hashTable struct {
	slots []tableSlot
	n     int
}

type tableSlot struct {
	key uint64 // 0: free
	val int32
}

// get returns the value of key and whether it is there.
func (t *hashTable) get(key uint64) (int32, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	if key == 0 {
		key = 1
	}
	mask := uint64(len(t.slots) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; s.key {
		case key:
			return s.val, true
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
	if t.n*2 >= len(t.slots) {
		t.grow()
	}
	mask := uint64(len(t.slots) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; s.key {
		case 0:
			*s = tableSlot{key, val}
			t.n++
			return
		case key:
			s.val = val
			return
		}
	}
}

// reserve makes room for n values.
func (t *hashTable) reserve(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if size > len(t.slots) {
		t.resize(size)
	}
}

func (t *hashTable) grow() { t.resize(max(64, 2*len(t.slots))) }

func (t *hashTable) resize(size int) {
	old := t.slots
	*t = hashTable{slots: make([]tableSlot, size)}
	for _, s := range old {
		if s.key != 0 {
			t.put(s.key, s.val)
		}
	}
}

// mix spreads the bits of a key that may be a plain pair of small numbers.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0x9E3779B97F4A7C15
	return x ^ x>>29
}
