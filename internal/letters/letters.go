// Package letters reads the ASCII letters of a text eight at a time, and tells how
// far words are apart. Most of what a text is made of are such letters, and every
// pass over them is felt.
package letters

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

const (
	ones  = 0x0101010101010101
	high  = 0x80 * ones
	small = 0x20 * ones // what a capital lacks
)

// Load reads the first eight bytes of s, the first one lowest.
func Load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Is tells whether b is an ASCII letter.
func Is(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// lettersIn returns a number whose bytes have their upper bit set where those of
// x are ASCII letters, and nothing else.
func lettersIn(x uint64) uint64 {
	// Small and without its own upper bit, a letter is at least 'a' and no more than 'z'.
	seven := (x | small) &^ high
	return (seven + (0x80-'a')*ones) &^ (seven + (0x7F-'z')*ones) &^ x & high
}

// Run returns how many ASCII letters s begins with.
func Run(s string) int {
	n := 0
	for ; len(s)-n >= 8; n += 8 {
		if other := lettersIn(Load(s[n:])) ^ high; other != 0 {
			return n + bits.TrailingZeros64(other)/8
		}
	}
	for n < len(s) && Is(s[n]) {
		n++
	}
	return n
}

// Fold appends the ASCII letters that s begins with, made small, to dst. It
// returns their hash too, and whether one of them is small as it stands.
func Fold(dst []byte, s string) (out []byte, hash uint64, lower bool) {
	h, at, n := uint64(seed), len(dst), 0
	below := uint64(0) // the bits that small letters have and capitals lack
	if cap(dst)-at < usual {
		dst = slices.Grow(dst, usual)
	}
	for room := dst[at:cap(dst)]; len(s)-n >= 8 && len(room) >= 8; n, room = n+8, room[8:] {
		x := Load(s[n:])
		binary.LittleEndian.PutUint64(room, x|small)
		if other := lettersIn(x) ^ high; other != 0 {
			more := bits.TrailingZeros64(other) / 8
			rest := uint64(1)<<(8*more&63) - 1
			return dst[:at+n+more], last(h, (x|small)&rest, n+more), (below|x&rest)&small != 0
		}
		h = step(h, x|small)
		below |= x
	}
	// The text ends, or the word is longer than there is room.
	end := n + Run(s[n:])
	dst = dst[:at+n]
	for ; n < end; n++ {
		dst = append(dst, s[n]|0x20)
		below |= uint64(s[n])
	}
	return dst, Hash(dst[at:]), below&small != 0
}

// usual is a length that few words have.
const usual = 32

// Hash returns the hash of a word. It is made for words of less than eight bytes,
// as most are, and the same in every run and on every machine.
func Hash(word []byte) uint64 {
	h, n := uint64(seed), len(word)
	for ; len(word) >= 8; word = word[8:] {
		h = step(h, binary.LittleEndian.Uint64(word))
	}
	x := uint64(0)
	switch k := len(word); {
	case k >= 4: // the two halves may overlap
		x = uint64(binary.LittleEndian.Uint32(word)) | uint64(binary.LittleEndian.Uint32(word[k-4:]))<<(8*k-32)
	case k > 0:
		x = uint64(word[0]) | uint64(word[k/2])<<(k/2*8) | uint64(word[k-1])<<(k*8-8)
	}
	return last(h, x, n)
}

const seed = 0xD6E8FEB86659FD93

// last takes the last bytes of a word in, less than eight, and its length.
func last(h, x uint64, n int) uint64 { return step(h, x|uint64(n)<<56) }

// step folds the product of 128 bits, in whose halves each bit of x is felt.
func step(h, x uint64) uint64 {
	hi, lo := bits.Mul64(h^x, 0x9E3779B97F4A7C15)
	return hi ^ lo
}
