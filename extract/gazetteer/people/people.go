// Package people knows the people whom the news names with an office or by name alone: heads of state and
// government, ministers, heads of organisations and of parties, with their terms and their spellings.
//
// The list is written by hand in the folder source, whose README explains it; `go generate` turns it into
// people.bin, which is embedded and looked up where it lies: nothing is unpacked at start.
package people

import (
	_ "embed"
	"slices"
	"sort"
	"strconv"
	"sync"
	"sync/atomic"

	"extract/extract/names"
)

//go:generate go run ./generate

//go:embed people.bin
var bin string

// A Match says how a name fits a person.
type Match uint8

const (
	Spelling Match = iota // one of the listed spellings, but for case, marks and hyphens
	Sound                 // no listed spelling, but all words sound like one
	Short                 // the surname or the usual short name alone
)

// A Ref points to a person of the list and says how the name that was looked up fits.
type Ref struct {
	Index int // below Len
	Match Match
	key   int // where the matching spelling is
}

// A Person is one entry of the list.
type Person struct {
	Name     string // usual English spelling, given name first where English puts it first
	Country  string // ISO 3166-1 alpha-2
	Wikidata string // item, such as Q567; "" where it is not certain
	Short    string // surname or usual short name: Merkel, Xi, Lula
	Offices  []Office
}

// An Office is one term of one office. Country is empty for an office in an international organisation,
// which Org names; a party leader has both. Role and Portfolio are the words of the record contract.
type Office struct {
	Role, Portfolio, Country, Org string
	From, To                      string // first and last day, 2005-11-22, 2005-11 or 2005; "" open or not known
}

// Find appends the people one of whose spellings equals name when case, marks and hyphens do not count,
// with surname and given name in either order where a language writes the surname first. If there are
// none it appends those for whom every word of the name sounds like a listed spelling.
func Find(dst []Ref, name string) []Ref {
	n := len(dst)
	if dst = Spelled(dst, name); len(dst) > n {
		return dst
	}
	var buf [96]byte
	return Sounding(dst, name, names.AppendSkeleton(buf[:0], name))
}

// Sounding appends the people of whose spellings one sounds like name, whose skeleton is given.
func Sounding(dst []Ref, name string, skeleton []byte) []Ref {
	n := len(dst)
	var room [4]Ref
	for _, r := range appendRefs(room[:0], soundKeys, names.Hash(skeleton), Sound) {
		seen := slices.ContainsFunc(dst[n:], func(s Ref) bool { return s.Index == r.Index })
		if !seen && names.Same(name, str(r.key), 0) {
			dst = append(dst, r)
		}
	}
	return dst
}

// Spelled appends the people one of whose spellings equals name, as Find does first.
func Spelled(dst []Ref, name string) []Ref {
	var buf [96]byte
	return appendRefs(dst, exactKeys, names.Hash(names.AppendFold(buf[:0], name)), Spelling)
}

// BySurname appends the people whose surname or usual short name equals name when case, marks and hyphens
// do not count.
func BySurname(dst []Ref, name string) []Ref {
	var buf [64]byte
	return appendRefs(dst, shortKeys, names.Hash(names.AppendFold(buf[:0], name)), Short)
}

// ShortHashes returns the hashes (names.Hash) of the folded surname and usual short names of the person with
// a number below Len.
func ShortHashes(index int) []uint64 { return shortHashes()[index] }

var shortHashes = sync.OnceValue(func() [][]uint64 {
	of := make([][]uint64, Len())
	start, n := keysOf(shortAt)
	for i := range n {
		p := u32(start + 8*(n+i))
		of[p] = append(of[p], u64(start+8*i))
	}
	return of
})

// Starts reports whether a listed person may have a word with this hash in a spelling: names.Hash of the
// folded word. It is a filter of some three false answers in a hundred, and costs next to nothing.
func Starts(h uint64) bool {
	bit := h >> (64 - filterBits)
	return bin[int(u32(filterAt))+int(bit>>3)]&(1<<(bit&7)) != 0
}

// HasWord reports whether a listed person has a word with this hash in a spelling, as [Starts] does, but
// with hardly ever a false answer.
func HasWord(h uint64) bool {
	if !Starts(h) {
		return false
	}
	start := int(u32(wordsAt))
	n := (int(u32(endAt)) - start) / 4
	i := sort.Search(n, func(i int) bool { return u32(start+4*i) >= uint32(h) })
	return i < n && u32(start+4*i) == uint32(h)
}

// Len is the number of people in the list.
func Len() int { return int(u32(4)) }

// known holds the people that have been asked for, by number: at most Len of them.
var known = make([]atomic.Pointer[entry], Len())

type entry struct {
	person Person
	key    string
}

func (r Ref) entry() *entry {
	if e := known[r.Index].Load(); e != nil {
		return e
	}
	p := r.read()
	e := &entry{p, names.Skeleton(p.Name)}
	known[r.Index].Store(e)
	return e
}

// Person returns the person that r points to. It is shared and must not be changed.
func (r Ref) Person() *Person { return &r.entry().person }

// NameKey is names.Skeleton of the person's name.
func (r Ref) NameKey() string { return r.entry().key }

// read makes a person of the list.
func (r Ref) read() Person {
	at := int(u32(peopleAt)) + r.Index*personSize
	p := Person{Name: str(at), Short: str(at + 4), Country: code(bin[at+8 : at+10])}
	if q := u32(at + 12); q != 0 {
		p.Wikidata = "Q" + strconv.FormatUint(uint64(q), 10)
	}
	first, n := int(u32(at+16)), int(bin[at+10])
	p.Offices = make([]Office, n)
	dates := make([]byte, 0, 2*len("2006-01-02")*n)
	for i := range p.Offices {
		dates = appendDates(dates, first+i)
	}
	rest := string(dates)
	for i := range p.Offices {
		p.Offices[i], rest = office(first+i, rest)
	}
	return p
}

// At returns the offices that p held on a day, month or year (2021-03-04, 2021-03, 2021), those of the
// highest rank first. A bound known to the month or year holds for all of it; an open one for ever.
func (p *Person) At(date string) []Office { return p.AppendAt(nil, date) }

// AppendAt appends what At returns.
func (p *Person) AppendAt(dst []Office, date string) []Office {
	for i := range p.Offices {
		if p.Offices[i].Holds(date) {
			dst = append(dst, p.Offices[i])
		}
	}
	return dst
}

// Served returns the country of the first office of At, "" without one.
func (p *Person) Served(date string) string {
	for i := range p.Offices {
		if p.Offices[i].Holds(date) {
			return p.Offices[i].Country
		}
	}
	return ""
}

// Serves reports whether p held an office on a day, month or year.
func (p *Person) Serves(date string) bool {
	for i := range p.Offices {
		if p.Offices[i].Holds(date) {
			return true
		}
	}
	return false
}

// Holds reports whether a day, month or year can lie within the term.
func (o *Office) Holds(date string) bool {
	return (o.From == "" || upTo(o.From, date)) && (o.To == "" || upTo(date, o.To))
}

// upTo compares dates to the precision that both have.
func upTo(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] <= b[:n]
}
