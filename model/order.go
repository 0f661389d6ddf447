package model

import (
	"cmp"
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"
)

// kinds has one record of each kind in the order of the contract.
var kinds = []Record{&Article{}, &Date{}, &Session{}, &Official{}, &City{}, &Money{}, &Percent{},
	&Number{}, &Ordinal{}, &Meeting{}}

// Types returns the kinds of fact, in the order of the contract: all kinds of record but the article.
func Types() []string {
	var names []string
	for _, r := range kinds[1:] {
		names = append(names, r.Type())
	}
	return names
}

// DefaultTypes returns the kinds of fact that are written when nobody chooses: all but number and
// ordinal.
func DefaultTypes() []string {
	return slices.DeleteFunc(Types(), func(t string) bool { return t == TypeNumber || t == TypeOrdinal })
}

// rank is the place of a type in the order of the contract.
func rank(r Record) int {
	switch r.(type) {
	case *Article:
		return 0
	case *Date:
		return 1
	case *Session:
		return 2
	case *Official:
		return 3
	case *City:
		return 4
	case *Money:
		return 5
	case *Percent:
		return 6
	case *Number:
		return 7
	case *Ordinal:
		return 8
	default:
		return 9
	}
}

// group tells apart what is written first (the article), then (facts) and last (meetings).
func group(r Record) int {
	switch r.(type) {
	case *Article:
		return 0
	case *Meeting:
		return 2
	default:
		return 1
	}
}

// Sort puts the records of one document in the order of the contract: the article, facts, meetings;
// among facts and among meetings by start, then longer first, then type, then value, then identity.
func Sort(records []Record) {
	var room [64]placed
	all := slices.Grow(room[:0], len(records))
	for i, r := range records {
		b := r.Base()
		all = append(all, placed{r, group(r), rank(r), b.Start, b.End, i})
	}
	slices.SortFunc(all, func(a, b placed) int {
		switch {
		case a.group != b.group:
			return a.group - b.group
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		case a.rank != b.rank:
			return a.rank - b.rank
		}
		v, f := a.record.Identity()
		w, g := b.record.Identity()
		return cmp.Or(cmp.Compare(v, w), slices.Compare(f, g), a.at-b.at)
	})
	for i := range all {
		records[i] = all[i].record
	}
}

// placed is a record with what tells its place, asked once and not for each
// comparison; at is where it was.
type placed struct {
	record                      Record
	group, rank, start, end, at int
}

// AssignID fills the record's id from the document's hash (64 hex digits, as in the article record),
// its type, value and identifying fields.
func AssignID(sha256sum string, r Record) {
	var key [256]byte
	x := new(Identifier)
	x.Reset(sha256sum)
	r.Base().ID = string(x.AppendID(nil, AppendKey(key[:0], r)))
}

// Identifier makes the ids of the records of one document after the other. Each id is a hash that begins
// with that of the document: the state behind it is kept, which halves the work.
type Identifier struct {
	hash  hash.Hash
	state []byte
	sum   []byte
}

// Reset makes x that of the document with a hash (64 hex digits).
func (x *Identifier) Reset(sha256sum string) {
	if x.hash == nil {
		x.hash = sha256.New()
	}
	x.hash.Reset()
	x.sum = append(append(x.sum[:0], sha256sum...), '\x1f')
	x.hash.Write(x.sum)
	x.state, _ = x.hash.(encoding.BinaryAppender).AppendBinary(x.state[:0]) // fails never
}

// AppendID appends the 16 hex digits of the id that a record with this key has in the document.
func (x *Identifier) AppendID(dst, key []byte) []byte {
	if err := x.hash.(encoding.BinaryUnmarshaler).UnmarshalBinary(x.state); err != nil {
		panic(err) // it is the state that Reset has made
	}
	x.hash.Write(key)
	x.sum = x.hash.Sum(x.sum[:0])
	return hex.AppendEncode(dst, x.sum[:8])
}

// AppendKey appends what a record's id is made of besides the document: type, value and identifying
// fields, each behind U+001F but the first. Mentions of one fact have the same key.
func AppendKey(dst []byte, r Record) []byte {
	const sep = '\x1f'
	text := func(fields ...string) {
		for _, f := range fields {
			dst = append(append(dst, sep), f...)
		}
	}
	dst = append(dst, r.Type()...)
	switch r := r.(type) {
	case *Date:
		text(r.Value, r.Grain)
	case *Official:
		text(r.Value)
	case *City:
		text(r.Value, r.Country, r.Admin)
		dst = append(dst, sep)
		if r.Geonames != 0 {
			dst = strconv.AppendInt(dst, int64(r.Geonames), 10)
		}
	case *Money:
		dst = r.Number.Append(append(dst, sep))
		text(r.Currency)
		dst = r.appendKey(dst)
	case *Percent:
		dst = r.Number.Append(append(dst, sep))
		text(r.Unit)
		dst = r.appendKey(dst)
		text(r.Baseline)
	default:
		value, fields := r.Identity()
		text(value)
		text(fields...)
	}
	return dst
}

// appendKey appends the identifying fields that money and percentages share.
func (q *Quantity) appendKey(dst []byte) []byte {
	dst = append(dst, '\x1f')
	if q.ValueMax != nil {
		dst = q.ValueMax.Append(dst)
	}
	for _, f := range [...]string{q.Bound, q.Trend, q.About, q.Period} {
		dst = append(append(dst, '\x1f'), f...)
	}
	return dst
}

// Identity is the title.
func (r *Article) Identity() (string, []string) { return r.Value, nil }

// Identity is the value and the grain.
func (r *Date) Identity() (string, []string) { return r.Value, []string{r.Grain} }

// Identity is the value and the term.
func (r *Session) Identity() (string, []string) { return r.Value, []string{intOrNone(r.Term)} }

// Identity is the name.
func (r *Official) Identity() (string, []string) { return r.Value, nil }

// Identity is the name with country, region and GeoNames id.
func (r *City) Identity() (string, []string) {
	return r.Value, []string{r.Country, r.Admin, intOrNone(r.Geonames)}
}

// Identity is the amount with currency, upper end, bound, trend, topic and period.
func (r *Money) Identity() (string, []string) {
	return r.Number.String(), []string{r.Currency, r.upper(), r.Bound, r.Trend, r.About, r.Period}
}

// Identity is the figure with unit, upper end, bound, trend, topic, period and baseline.
func (r *Percent) Identity() (string, []string) {
	return r.Number.String(), []string{r.Unit, r.upper(), r.Bound, r.Trend, r.About, r.Period, r.Baseline}
}

// Identity is the number.
func (r *Number) Identity() (string, []string) { return r.Number.String(), nil }

// Identity is the number.
func (r *Ordinal) Identity() (string, []string) { return r.Number.String(), nil }

// Identity is the value.
func (r *Meeting) Identity() (string, []string) { return r.Value, nil }

func (q *Quantity) upper() string {
	if q.ValueMax == nil {
		return ""
	}
	return q.ValueMax.String()
}

func intOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
