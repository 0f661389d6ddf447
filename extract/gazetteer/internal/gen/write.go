package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	lookup "extract/extract/gazetteer"
)

// encode lays the gazetteer out as extract/gazetteer/cities.go describes.
func (g *gazetteer) encode() ([]byte, error) {
	var (
		places, countries, admins bytes.Buffer
		blob                      interner
		countryNumber             = map[string]int{}
		adminNumber               = map[string]int{"": 0}
		cityNumber                = map[*city]int{}
		le                        = binary.LittleEndian
	)
	if err := blob.write(&admins, ""); err != nil {
		return nil, err
	}
	for i, c := range g.cities {
		cityNumber[c] = i
		country, ok := countryNumber[c.country]
		if !ok {
			country = len(countryNumber)
			countryNumber[c.country] = country
			countries.WriteString(c.country)
		}
		admin, ok := adminNumber[c.region]
		if !ok {
			admin = len(adminNumber)
			adminNumber[c.region] = admin
			if err := blob.write(&admins, c.region); err != nil {
				return nil, err
			}
		}
		if country > math.MaxUint8 || admin > math.MaxUint16 {
			return nil, fmt.Errorf("too many countries (%d) or regions (%d)", country, admin)
		}
		for _, v := range []uint32{c.id, degrees(c.lat), degrees(c.lon), c.population} {
			places.Write(le.AppendUint32(nil, v))
		}
		if err := blob.write(&places, c.name); err != nil {
			return nil, err
		}
		places.Write([]byte{byte(country), c.flags})
		places.Write(le.AppendUint16(nil, uint16(admin)))
	}
	buckets, keys, bucketBits, err := g.encodeNames(cityNumber)
	if err != nil {
		return nil, err
	}
	starts, startBits := g.encodeStarts()

	var tags []string
	for _, l := range languages {
		tags = append(tags, strings.Join(append([]string{l.tag}, l.also...), ","))
	}
	sections := [][]byte{[]byte(strings.Join(tags, " ")), places.Bytes(), countries.Bytes(), admins.Bytes(),
		blob.text.Bytes(), buckets, keys, starts}
	out := []byte("GAZ1")
	out = le.AppendUint32(out, bucketBits)
	out = le.AppendUint32(out, startBits)
	at := uint32(len(out) + 4*(len(sections)+1))
	out = le.AppendUint32(out, at)
	for _, s := range sections {
		at += uint32(len(s))
		out = le.AppendUint32(out, at)
	}
	for _, s := range sections {
		out = append(out, s...)
	}
	return out, nil
}

func degrees(d float64) uint32 { return uint32(int32(math.Round(d * 1e5))) }

// interner writes each text once.
type interner struct {
	text  bytes.Buffer
	known map[string]int
}

// write appends the reference of a text to out: offset u24, length u8.
func (in *interner) write(out *bytes.Buffer, s string) error {
	at, ok := in.known[s]
	if !ok {
		at = in.text.Len()
		if in.known == nil {
			in.known = map[string]int{}
		}
		in.known[s] = at
		in.text.WriteString(s)
	}
	if at >= 1<<24 || len(s) > math.MaxUint8 {
		return fmt.Errorf("no room for the text %q at %d", s, at)
	}
	out.Write([]byte{byte(at), byte(at >> 8), byte(at >> 16), byte(len(s))})
	return nil
}

func (g *gazetteer) encodeNames(number map[*city]int) (buckets, keys []byte, bits uint32, err error) {
	all := slices.Sorted(maps.Keys(g.names))
	for bits = 1; len(all)>>bits > 4; bits++ {
	}
	byBucket := make([][]string, 1<<bits)
	for _, key := range all {
		if len(g.names[key]) > 0 {
			b := lookup.Hash([]byte(key)) >> (64 - bits)
			byBucket[b] = append(byBucket[b], key)
		}
	}
	for _, bucket := range byBucket {
		buckets = binary.LittleEndian.AppendUint32(buckets, uint32(len(keys)))
		for _, key := range bucket {
			cities := g.ranked(key)
			if len(cities) > math.MaxUint8 {
				cities = cities[:math.MaxUint8]
			}
			if len(key) > math.MaxUint8 {
				return nil, nil, 0, fmt.Errorf("name too long: %q", key)
			}
			keys = append(keys, byte(len(key)))
			keys = append(keys, key...)
			keys = append(keys, byte(len(cities)))
			for _, c := range cities {
				n := number[c]
				keys = append(keys, byte(n), byte(n>>8), byte(n>>16), g.names[key][c])
			}
		}
	}
	return binary.LittleEndian.AppendUint32(buckets, uint32(len(keys))), keys, bits, nil
}

func (g *gazetteer) encodeStarts() (slots []byte, bits uint32) {
	longest := map[uint64]int{}
	for key, cities := range g.names {
		if len(cities) > 0 {
			first, _, _ := strings.Cut(key, " ")
			h := lookup.Hash([]byte(first))
			longest[h] = max(longest[h], min(1+strings.Count(key, " "), 15))
		}
	}
	for bits = 1; 1<<bits < len(longest)*4/3; bits++ {
	}
	table := make([]uint32, 1<<bits)
	for _, h := range slices.Sorted(maps.Keys(longest)) {
		fingerprint := uint32(h>>36) << 4
		for slot := h & (1<<bits - 1); ; slot = (slot + 1) & (1<<bits - 1) {
			if table[slot] == 0 {
				table[slot] = fingerprint | uint32(longest[h])
				break
			}
			// Two words of one fingerprint in one run are told as one.
			if table[slot]>>4 == fingerprint>>4 {
				table[slot] = fingerprint | max(table[slot]&15, uint32(longest[h]))
				break
			}
		}
	}
	for _, v := range table {
		slots = binary.LittleEndian.AppendUint32(slots, v)
	}
	return slots, bits
}
