package build

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"extract/extract/names"
)

const filterBits = 17

// A key leads from a hash to a person and the spelling that it is the hash of.
type key struct {
	hash             uint64
	person, spelling uint32
}

type index struct {
	strings          []byte
	place            map[string]uint32
	people, offices  []byte
	nOffices         int
	exact, sound     []key
	short            []key
	filter           [1 << filterBits / 8]byte
	words            []uint32 // lower halves of the hashes of the words of all spellings
	fullNames        map[string]person
	nPeople, nSpells int
}

// Index reads the source files *.txt of a folder and returns the index, in the layout that package people
// describes, with the number of people and of their spellings.
func Index(source fs.FS) (bin []byte, people, spellings int, err error) {
	files, err := fs.Glob(source, "*.txt")
	if err != nil {
		return nil, 0, 0, err
	}
	if len(files) == 0 {
		return nil, 0, 0, errors.New("no source file *.txt here: run it by go generate, or in the folder above them")
	}
	x := &index{place: map[string]uint32{}, fullNames: map[string]person{}}
	for _, f := range files {
		text, err := fs.ReadFile(source, f)
		if err != nil {
			return nil, 0, 0, err
		}
		ps, err := parse(f, string(text))
		if err != nil {
			return nil, 0, 0, err
		}
		for _, p := range ps {
			if err := x.add(p); err != nil {
				return nil, 0, 0, fmt.Errorf("%s: %w", p.where, err)
			}
		}
	}
	return x.bytes(), x.nPeople, x.nSpells, nil
}

func (x *index) string(s string) uint32 {
	if s == "" {
		return 0
	}
	if p, ok := x.place[s]; ok {
		return p
	}
	if len(s) > 255 || len(x.strings)+len(s) >= 1<<24 {
		panic("string too long for the index: " + s)
	}
	p := uint32(len(x.strings)) | uint32(len(s))<<24
	x.strings = append(x.strings, s...)
	x.place[s] = p
	return p
}

func (x *index) add(p person) error {
	n := uint32(x.nPeople)
	x.nPeople++
	item, _ := strconv.ParseUint(strings.TrimPrefix(p.wikidata, "Q"), 10, 32)
	le := binary.LittleEndian
	x.people = le.AppendUint32(x.people, x.string(p.name))
	x.people = le.AppendUint32(x.people, x.string(p.short))
	x.people = append(x.people, p.country[0], p.country[1], byte(len(p.offices)), 0)
	x.people = le.AppendUint32(x.people, uint32(item))
	x.people = le.AppendUint32(x.people, uint32(x.nOffices))
	for _, o := range p.offices {
		x.nOffices++
		x.offices = le.AppendUint32(x.offices, x.string(o.role))
		x.offices = le.AppendUint32(x.offices, x.string(o.portfolio))
		x.offices = le.AppendUint32(x.offices, x.string(o.org))
		country := o.country
		if country == "" {
			country = "\x00\x00"
		}
		x.offices = append(x.offices, country[0], country[1], 0, 0)
		x.offices = le.AppendUint32(x.offices, number(o.from))
		x.offices = le.AppendUint32(x.offices, number(o.to))
	}
	full, short := p.forms()
	x.nSpells += len(full)
	for _, s := range full {
		f := names.Fold(s)
		if q, ok := x.fullNames[f]; ok && q.where != p.where && !(p.namesake && q.namesake) {
			return fmt.Errorf("%s: %q is also a name of %s (%s); mark both as namesake if they are two", p.name, s, q.name, q.where)
		}
		x.fullNames[f] = p
		x.exact = append(x.exact, key{names.Hash([]byte(f)), n, x.string(s)})
		x.sound = append(x.sound, key{names.Hash([]byte(names.Skeleton(s))), n, x.string(s)})
		for _, w := range strings.Fields(f) {
			h := names.Hash([]byte(w))
			x.words = append(x.words, uint32(h))
			h >>= 64 - filterBits
			x.filter[h>>3] |= 1 << (h & 7)
		}
	}
	for _, s := range short {
		x.short = append(x.short, key{names.Hash([]byte(names.Fold(s))), n, x.string(s)})
	}
	return nil
}

func number(date string) uint32 {
	if date == "" {
		return 0
	}
	v, _ := strconv.ParseUint((strings.ReplaceAll(date, "-", "") + "0000")[:8], 10, 32)
	return uint32(v)
}

// bytes writes header and tables.
func (x *index) bytes() []byte {
	le := binary.LittleEndian
	tables := [][]byte{x.people, x.offices, x.strings, keys(x.exact), keys(x.sound), keys(x.short), x.filter[:], words(x.words), nil}
	head := append([]byte("PPL2"), 0, 0, 0, 0)
	le.PutUint32(head[4:], uint32(x.nPeople))
	at := len(head) + 4*len(tables)
	var body []byte
	for _, t := range tables {
		head = le.AppendUint32(head, uint32(at+len(body)))
		body = append(body, t...)
	}
	return append(head, body...)
}

// words sorts the lower halves of hashes.
func words(hashes []uint32) (out []byte) {
	slices.Sort(hashes)
	for _, h := range slices.Compact(hashes) {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	return out
}

// keys sorts a key table and drops what it says twice.
func keys(ks []key) []byte {
	slices.SortFunc(ks, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.person, b.person), cmp.Compare(a.spelling, b.spelling))
	})
	var out []byte
	for _, k := range ks {
		out = binary.LittleEndian.AppendUint64(out, k.hash)
	}
	for _, k := range ks {
		out = binary.LittleEndian.AppendUint32(out, k.person)
		out = binary.LittleEndian.AppendUint32(out, k.spelling)
	}
	return out
}
