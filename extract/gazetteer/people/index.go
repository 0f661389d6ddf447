package people

import (
	"math/bits"
	"sync"
)

// people.bin, all numbers little-endian. The header is eleven numbers of 32 bits: the magic "PPL2", the
// number of people, then the places of the tables of people, offices, strings, exact, sound and short
// keys, of the word filter, of the words, and the end.
//
// A person is 20 bytes: place and length of the name (24 and 8 bits, in the strings), of the short name,
// country (2 letters), number of offices (1 byte, 1 free), Wikidata item, index of the first office.
// An office is 24 bytes: place and length of role, of portfolio, of organisation, country (2 letters, 2
// free), from and to as decimal yyyymmdd with 00 for what is not said, 0 for open.
// A key table is the hashes in ascending order, 8 bytes each, and behind them for each the index of the
// person in 4 bytes and place and length of the spelling that the hash is of. The filter is a set of 1<<filterBits bits, by the highest bits
// of the hash of a word; the words are the lowest 32 bits of their hashes, in ascending order.
const (
	peopleAt   = 8
	officesAt  = 12
	stringsAt  = 16
	exactAt    = 20
	soundAt    = 24
	shortAt    = 28
	filterAt   = 32
	wordsAt    = 36
	endAt      = 40
	personSize = 20
	officeSize = 24
	keySize    = 16
	filterBits = 17
)

func u32(at int) uint32 {
	_ = bin[at+3]
	return uint32(bin[at]) | uint32(bin[at+1])<<8 | uint32(bin[at+2])<<16 | uint32(bin[at+3])<<24
}

func u64(at int) uint64 { return uint64(u32(at)) | uint64(u32(at+4))<<32 }

func str(at int) string {
	v := u32(at)
	start := int(u32(stringsAt)) + int(v&0xffffff)
	return bin[start : start+int(v>>24)]
}

func code(s string) string {
	if s[0] == 0 {
		return ""
	}
	return s
}

// appendDate appends a date to the precision in which it is known, nothing for an open one.
func appendDate(dst []byte, v uint32) []byte {
	if v == 0 {
		return dst
	}
	n := len(dst)
	dst = append(dst, "0000-00-00"...)
	for _, field := range [3]struct {
		at, size int
		v        uint32
	}{{0, 4, v / 10000}, {5, 2, v / 100 % 100}, {8, 2, v % 100}} {
		for k := field.at + field.size - 1; k >= field.at; k-- {
			dst[n+k] = '0' + byte(field.v%10)
			field.v /= 10
		}
	}
	return dst[:n+dateSize(v)]
}

// dateSize is the length of what appendDate appends.
func dateSize(v uint32) int {
	switch {
	case v == 0:
		return 0
	case v%10000 == 0:
		return len("2006")
	case v%100 == 0:
		return len("2006-01")
	}
	return len("2006-01-02")
}

func officePlace(i int) int { return int(u32(officesAt)) + i*officeSize }

// appendDates appends the first and last day of an office.
func appendDates(dst []byte, i int) []byte {
	at := officePlace(i)
	return appendDate(appendDate(dst, u32(at+16)), u32(at+20))
}

// office reads an office whose days dates begins with, and returns the rest of them.
func office(i int, dates string) (Office, string) {
	at := officePlace(i)
	from := dateSize(u32(at + 16))
	to := from + dateSize(u32(at+20))
	return Office{Role: str(at), Portfolio: str(at + 4), Org: str(at + 8), Country: code(bin[at+12 : at+14]),
		From: dates[:from], To: dates[from:to]}, dates[to:]
}

// A keyTable is one of the tables of keys, with an index that is made when it is first asked: halving
// would read a dozen places that are far apart, and most names are asked for in vain.
type keyTable struct {
	at    int // its place in the header
	index func() []uint32
}

var exactKeys, soundKeys, shortKeys = newKeyTable(exactAt), newKeyTable(soundAt), newKeyTable(shortAt)

// newKeyTable returns the table whose place is in the header at at. Its index has the number of the first
// of each hash, from 1, in the slot that the hash says or the next free one.
func newKeyTable(at int) keyTable {
	return keyTable{at, sync.OnceValue(func() []uint32 {
		start, n := keysOf(at)
		size := 1 << bits.Len(uint(2*n))
		index := make([]uint32, size)
		for i := range n {
			h := u64(start + 8*i)
			if i > 0 && u64(start+8*(i-1)) == h {
				continue
			}
			slot := slotOf(h, size)
			for index[slot] != 0 {
				slot = (slot + 1) & (size - 1)
			}
			index[slot] = uint32(i + 1)
		}
		return index
	})}
}

// slotOf spreads hashes, the highest bits of which are much alike for short words.
func slotOf(h uint64, size int) int { return int(h^h>>32) & (size - 1) }

// keysOf returns where a table of keys begins and how many it has.
func keysOf(at int) (start, n int) {
	start = int(u32(at))
	return start, (int(u32(at+4)) - start) / keySize
}

// appendRefs appends the people under one hash of a key table.
func appendRefs(dst []Ref, table keyTable, h uint64, m Match) []Ref {
	index := table.index()
	for slot := slotOf(h, len(index)); index[slot] != 0; slot = (slot + 1) & (len(index) - 1) {
		start, n := keysOf(table.at)
		at := int(index[slot] - 1)
		if u64(start+8*at) != h {
			continue
		}
		for ; at < n && u64(start+8*at) == h; at++ {
			dst = append(dst, Ref{int(u32(start + 8*(n+at))), m, start + 8*(n+at) + 4})
		}
		return dst
	}
	return dst
}
