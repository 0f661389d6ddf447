package people

import (
	"math/bits"
	"sync"
)

// people.bin, all numbers little-endian. The header is ten numbers of 32 bits: the magic "PPL1", the
// number of people, then the places of the tables of people, offices, strings, exact, sound and short
// keys, of the word filter, and the end.
//
// A person is 20 bytes: place and length of the name (24 and 8 bits, in the strings), of the short name,
// country (2 letters), number of offices (1 byte, 1 free), Wikidata item, index of the first office.
// An office is 24 bytes: place and length of role, of portfolio, of organisation, country (2 letters, 2
// free), from and to as decimal yyyymmdd with 00 for what is not said, 0 for open.
// A key table is the hashes in ascending order, 8 bytes each, and behind them for each the index of the
// person in 4 bytes and place and length of the spelling that the hash is of. The filter is a set of 1<<filterBits bits, by the highest bits of the hash of a word.
const (
	peopleAt   = 8
	officesAt  = 12
	stringsAt  = 16
	exactAt    = 20
	soundAt    = 24
	shortAt    = 28
	wordsAt    = 32
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

func filterAt() int { return int(u32(wordsAt)) }

// A keyTable is one of the tables of keys.
type keyTable struct {
	at     int // its place in the header
	filter func() []uint64
}

var exactKeys, soundKeys, shortKeys = newKeyTable(exactAt), newKeyTable(soundAt), newKeyTable(shortAt)

// newKeyTable returns the table whose place is in the header at at. Its filter has a bit for the highest
// bits of each key, as that of the words: nearly all names are asked for in vain.
func newKeyTable(at int) keyTable {
	return keyTable{at, sync.OnceValue(func() []uint64 {
		filter := make([]uint64, 1<<filterBits/64)
		start, n := keysOf(at)
		for i := range n {
			bit := u64(start+8*i) >> (64 - filterBits)
			filter[bit>>6] |= 1 << (bit & 63)
		}
		return filter
	})}
}

// keysOf returns where a table of keys begins and how many it has.
func keysOf(at int) (start, n int) {
	start = int(u32(at))
	return start, (int(u32(at+4)) - start) / keySize
}

// appendRefs appends the people under one hash of a key table. The hashes are spread evenly, so that one
// stands about as far into the table as its value says; from there it is a short way.
func appendRefs(dst []Ref, table keyTable, h uint64, m Match) []Ref {
	if bit := h >> (64 - filterBits); table.filter()[bit>>6]>>(bit&63)&1 == 0 {
		return dst
	}
	start, n := keysOf(table.at)
	about, _ := bits.Mul64(h, uint64(n))
	at := int(about)
	for at > 0 && u64(start+8*(at-1)) >= h {
		at--
	}
	for at < n && u64(start+8*at) < h {
		at++
	}
	for ; at < n && u64(start+8*at) == h; at++ {
		dst = append(dst, Ref{int(u32(start + 8*(n+at))), m, start + 8*(n+at) + 4})
	}
	return dst
}
