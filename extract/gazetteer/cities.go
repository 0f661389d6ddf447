package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

// City is a place as the records name it.
type City struct {
	ID         uint32  // GeoNames id; 0 where the place has none here
	Name       string  // the usual English name
	Country    string  // ISO 3166-1 alpha-2
	Admin      string  // first-level region in English; "" where unknown
	Lat, Lon   float64 // degrees, five decimals
	Population int
	Capital    bool // seat of the country's government or its constitutional capital
	Seat       bool // seat of a first-level region
	Section    bool // part of a larger city: a district, a borough, a merged suburb
	Known      bool // has names in many languages, whatever its size: Davos
}

// CityRef is one city under one name, as [Cities] found it.
type CityRef struct {
	place uint32
	kind  uint8
}

// The layout of cities.bin; all integers are little-endian. gen/write.go
// writes it, nothing else does.
//
//	header    magic, then one uint32 for each number and offset below
//	languages tags in the order of the bits, blank between; a comma between the
//	          tags of one bit
//	places    placeSize bytes each: id u32, lat i32, lon i32 (1e-5 degrees),
//	          population u32, name offset u24, name length u8, country u8,
//	          flags u8, admin u16
//	countries two letters each
//	admins    offset u24, length u8 each; number 0 is ""
//	strings   names and admins, UTF-8
//	buckets   one more than 1<<bucketBits offsets u32 into keys: the key with
//	          hash h is in bucket h>>(64-bucketBits)
//	keys      length u8, key, number of cities u8, cities: place u24, kind u8
//	starts    1<<startBits slots u32, linear probing: the upper 28 bits of the
//	          hash of a key's first word and in the lower 4 the most words that
//	          follow, itself included; 0 is an empty slot
const (
	citiesMagic = "GAZ1"
	placeSize   = 24

	kindAllLanguages = 1 << 5 // a name in every language, not only those of bits 0–4
	kindMain         = 1 << 6 // the usual English name, or the name at home
	kindAlias        = 1 << 7 // an alternate name that no source gives a language

	flagCapital = 1 << 0
	flagSeat    = 1 << 1
	flagSection = 1 << 2
	flagKnown   = 1 << 3
)

//go:embed cities.bin
var citiesData string

// table is citiesData cut into its sections.
type table struct {
	languages, places, countries, admins, strings, buckets, keys, starts string
	bucketBits, startBits                                                uint
}

var cities = openTable(citiesData)

func openTable(data string) table {
	if len(data) < 4 || data[:4] != citiesMagic {
		return table{}
	}
	var sections [8]string
	for i := range sections {
		from, to := u32(data, 12+4*i), u32(data, 16+4*i)
		sections[i] = data[from:to]
	}
	return table{
		languages: sections[0], places: sections[1], countries: sections[2], admins: sections[3],
		strings: sections[4], buckets: sections[5], keys: sections[6], starts: sections[7],
		bucketBits: uint(u32(data, 4)), startBits: uint(u32(data, 8)),
	}
}

func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func u24(s string, i int) uint32 {
	_ = s[i+2]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16
}

// languageBits are the bits of kind for the BCP 47 subtags of the languages
// that the table knows.
var languageBits = sync.OnceValue(func() map[string]uint8 {
	bits := map[string]uint8{}
	bit := uint8(1)
	for group := range strings.SplitSeq(cities.languages, " ") {
		for tag := range strings.SplitSeq(group, ",") {
			bits[tag] = bit
		}
		bit <<= 1
	}
	return bits
})

// Starts reports the greatest number of words of any city name whose first
// folded word hashes to h, and 0 when none begins with it. It is a filter:
// about one hash in a thousand million that begins no name is let through.
func Starts(h uint64) int {
	t := &cities
	if bit := h >> (64 - startFilterBits); startFilter()[bit>>6]>>(bit&63)&1 == 0 {
		return 0
	}
	mask := uint64(1)<<t.startBits - 1
	for slot := h & mask; ; slot = (slot + 1) & mask {
		v := u32(t.starts, int(slot)*4)
		if v == 0 {
			return 0
		}
		if v>>4 == uint32(h>>36) {
			return int(v & 15)
		}
	}
}

// startFilter has a bit for the highest bits of each hash in starts. It is small
// enough to stay in the cache of a core, which the table is not: nearly all words
// of a text begin no city.
var startFilter = sync.OnceValue(func() *[1 << startFilterBits / 64]uint64 {
	var filter [1 << startFilterBits / 64]uint64
	for slots := cities.starts; slots != ""; slots = slots[4:] {
		if v := u32(slots, 0); v != 0 {
			bit := v >> (32 - startFilterBits)
			filter[bit>>6] |= 1 << (bit & 63)
		}
	}
	return &filter
})

const startFilterBits = 20

// Cities appends the cities that carry the name with this key (made by
// [Fold]) in texts of the language lang, best first: those that only this
// language calls so (Turkish Şuşa before Susa), then by population, capitals
// and usual names before others. A name that belongs to one language only is
// not found in another.
func Cities(dst []CityRef, key []byte, lang string) []CityRef {
	h := Hash(key)
	t := &cities
	if len(t.buckets) == 0 {
		return dst
	}
	bucket := int(h >> (64 - t.bucketBits))
	entries := t.keys[u32(t.buckets, bucket*4):u32(t.buckets, bucket*4+4)]
	for entries != "" {
		n := int(entries[0])
		found := entries[1 : 1+n]
		count := int(entries[1+n])
		refs := entries[2+n : 2+n+4*count]
		entries = entries[2+n+4*count:]
		if found != string(key) {
			continue
		}
		own := languageBits()[lang]
		for rest := refs; rest != ""; rest = rest[4:] {
			if kind := rest[3]; kind&(own|kindAllLanguages) == own && own != 0 {
				dst = append(dst, CityRef{place: u24(rest, 0), kind: kind})
			}
		}
		for ; refs != ""; refs = refs[4:] {
			if kind := refs[3]; kind&kindAllLanguages != 0 {
				dst = append(dst, CityRef{place: u24(refs, 0), kind: kind})
			}
		}
		return dst
	}
	return dst
}

// City gives the city itself.
func (r CityRef) City() City {
	t := &cities
	p := t.places[int(r.place)*placeSize : (int(r.place)+1)*placeSize]
	flags := p[21]
	return City{
		ID:         u32(p, 0),
		Name:       t.text(p[16:20]),
		Country:    t.countries[2*int(p[20]) : 2*int(p[20])+2],
		Admin:      t.admin(int(p[22]) | int(p[23])<<8),
		Lat:        float64(int32(u32(p, 4))) / 1e5,
		Lon:        float64(int32(u32(p, 8))) / 1e5,
		Population: int(u32(p, 12)),
		Capital:    flags&flagCapital != 0,
		Seat:       flags&flagSeat != 0,
		Section:    flags&flagSection != 0,
		Known:      flags&flagKnown != 0,
	}
}

// Main tells whether the name found is the city's usual English name or its
// name at home.
func (r CityRef) Main() bool { return r.kind&kindMain != 0 }

// Alias tells whether the name found is an alternate one that no source gives
// a language: an old transcription, a form without an ending. It is weaker
// evidence than a name proper.
func (r CityRef) Alias() bool { return r.kind&kindAlias != 0 }

func (t *table) text(ref string) string {
	from := u24(ref, 0)
	return t.strings[from : from+uint32(ref[3])]
}

func (t *table) admin(n int) string { return t.text(t.admins[4*n : 4*n+4]) }
