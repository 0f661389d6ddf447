package model

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// line builds one JSON object by appending. encoding/json takes more than twice as long.
type line struct {
	b     []byte
	first bool
}

func open(dst []byte, typ string) line {
	l := line{b: append(dst, '{'), first: true}
	l.str("type", typ)
	return l
}

func (l *line) close() []byte { return append(l.b, '}') }

func (l *line) key(k string) {
	if !l.first {
		l.b = append(l.b, ',')
	}
	l.first = false
	l.b = append(l.b, '"')
	l.b = append(l.b, k...)
	l.b = append(l.b, '"', ':')
}

func (l *line) str(k, v string) {
	if v == "" {
		return
	}
	if l.first || !plain(v) {
		l.key(k)
		l.b = appendString(l.b, v)
		return
	}
	b := append(append(append(l.b, `,"`...), k...), `":"`...)
	l.b = append(append(b, v...), '"')
}

func (l *line) strs(k string, v []string) {
	if len(v) == 0 {
		return
	}
	l.key(k)
	l.b = append(l.b, '[')
	for i, s := range v {
		if i > 0 {
			l.b = append(l.b, ',')
		}
		l.b = appendString(l.b, s)
	}
	l.b = append(l.b, ']')
}

func (l *line) int(k string, v int) {
	l.key(k)
	l.b = strconv.AppendInt(l.b, int64(v), 10)
}

func (l *line) float(k string, v float64) {
	l.key(k)
	l.b = appendFloat(l.b, v)
}

func (l *line) dec(k string, v *Decimal) {
	if v != nil {
		l.key(k)
		l.b = v.Append(l.b)
	}
}

// decimal writes value and number from one figure, so that they never differ.
func (l *line) decimal(v *Decimal) {
	l.key("value")
	l.b = append(l.b, '"')
	l.b = v.Append(l.b)
	l.b = append(l.b, '"')
	l.dec("number", v)
}

func (l *line) quantity(q *Quantity) {
	l.dec("value_max", q.ValueMax)
	l.str("bound", q.Bound)
	l.str("trend", q.Trend)
	l.str("measure", q.Measure)
	l.strs("parties", q.Parties)
	l.str("about", q.About)
	l.str("period", q.Period)
	l.str("first_day", q.FirstDay)
	l.str("last_day", q.LastDay)
}

func (l *line) common(c *Common) []byte {
	l.str("text", c.Text)
	l.int("start", c.Start)
	l.int("end", c.End)
	if len(c.Mentions) > 0 {
		l.b = AppendMentions(l.b, c.Mentions)
	}
	return l.ending(c)
}

// ending is what stands behind the mentions.
func (l *line) ending(c *Common) []byte {
	l.str("rule", c.Rule)
	return l.origin(c)
}

// AppendMentions appends the key of all mentions as it stands in a line, with the comma in front.
func AppendMentions(dst []byte, mentions []Span) []byte {
	dst = append(dst, `,"mentions":[`...)
	for i, m := range mentions {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendSpan(dst, m)
	}
	return append(dst, ']')
}

// AppendOpen appends a record as AppendJSON does, but without its mentions, and says where they belong:
// so it can be written before all of them are known. An article, which has none, they belong behind.
func AppendOpen(dst []byte, r Record) (open []byte, at int) {
	b := r.Base()
	mentions := b.Mentions
	b.Mentions = nil
	dst = r.AppendJSON(dst)
	b.Mentions = mentions
	if r.Type() == TypeArticle {
		return dst, len(dst)
	}
	behind := line{b: dst[len(dst):]}
	return dst, len(dst) - len(behind.ending(b))
}

func (l *line) origin(c *Common) []byte {
	l.str("lang", c.Lang)
	l.str("doc", c.Doc)
	l.str("id", c.ID)
	return l.close()
}

// AppendJSON appends the record as one JSON object.
func (r *Article) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeArticle)
	l.str("value", r.Value)
	l.int("schema", r.Schema)
	l.str("published", r.Published)
	if r.Dateline != (Dateline{}) {
		l.key("dateline")
		d := line{b: append(l.b, '{'), first: true}
		d.str("city", r.Dateline.City)
		d.str("date", r.Dateline.Date)
		d.str("agency", r.Dateline.Agency)
		l.b = d.close()
	}
	l.str("source", r.Source)
	l.str("url", r.URL)
	if len(r.Langs) > 0 {
		l.key("langs")
		l.b = append(l.b, '[')
		for i, s := range r.Langs {
			if i > 0 {
				l.b = append(l.b, ',')
			}
			o := line{b: append(l.b, '{'), first: true}
			o.str("lang", s.Lang)
			o.float("share", math.Round(s.Share*100)/100)
			l.b = o.close()
		}
		l.b = append(l.b, ']')
	}
	l.int("chars", r.Chars)
	l.str("sha256", r.SHA256)
	return l.origin(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Date) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeDate)
	l.str("value", r.Value)
	l.str("grain", r.Grain)
	l.str("part", r.Part)
	l.str("basis", r.Basis)
	l.str("anchor", r.Anchor)
	l.str("anchor_from", r.AnchorFrom)
	l.str("first_day", r.FirstDay)
	l.str("last_day", r.LastDay)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Session) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeSession)
	l.str("value", r.Value)
	l.int("number", r.Number)
	l.str("kind", r.Kind)
	l.str("series", r.Series)
	l.str("name", r.Name)
	l.strs("parties", r.Parties)
	if r.Term != 0 {
		l.int("term", r.Term)
	}
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Official) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeOfficial)
	l.str("value", r.Value)
	l.str("role", r.Role)
	l.strs("roles", r.Roles)
	if r.Former {
		l.key("former")
		l.b = append(l.b, "true"...)
	}
	l.str("portfolio", r.Portfolio)
	l.str("country", r.Country)
	l.str("org", r.Org)
	l.str("name_key", r.NameKey)
	l.str("wikidata", r.Wikidata)
	l.str("basis", r.Basis)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *City) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeCity)
	l.str("value", r.Value)
	l.str("country", r.Country)
	l.str("admin", r.Admin)
	if r.Geonames != 0 {
		l.int("geonames", r.Geonames)
		l.float("lat", r.Lat)
		l.float("lon", r.Lon)
	}
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Money) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeMoney)
	l.decimal(&r.Number)
	l.str("currency", r.Currency)
	l.quantity(&r.Quantity)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Percent) AppendJSON(dst []byte) []byte {
	l := open(dst, TypePercent)
	l.decimal(&r.Number)
	l.str("unit", r.Unit)
	l.quantity(&r.Quantity)
	l.str("baseline", r.Baseline)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Number) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeNumber)
	l.decimal(&r.Number)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Ordinal) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeOrdinal)
	l.decimal(&r.Number)
	return l.common(&r.Common)
}

// AppendJSON appends the record as one JSON object.
func (r *Meeting) AppendJSON(dst []byte) []byte {
	l := open(dst, TypeMeeting)
	l.str("value", r.Value)
	if r.Number != nil {
		l.int("number", *r.Number)
	}
	l.str("series", r.Series)
	l.str("kind", r.Kind)
	l.str("status", r.Status)
	l.str("date", r.Date)
	l.str("first_day", r.FirstDay)
	l.str("last_day", r.LastDay)
	l.str("city", r.City)
	l.str("country", r.Country)
	l.str("venue", r.Venue)
	l.strs("chairs", r.Chairs)
	l.strs("attendees", r.Attendees)
	l.strs("outcomes", r.Outcomes)
	return l.common(&r.Common)
}

func appendSpan(dst []byte, s Span) []byte {
	dst = append(dst, '[')
	dst = strconv.AppendInt(dst, int64(s.Start), 10)
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, int64(s.End), 10)
	return append(dst, ']')
}

// appendFloat writes the shortest plain decimal that reads back as v; what JSON has no number for is 0.
func appendFloat(dst []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) || v == 0 {
		return append(dst, '0')
	}
	return strconv.AppendFloat(dst, v, 'f', -1, 64)
}

// plain reports that s stands in a JSON string as it is: it is ASCII, without
// control characters, quotes and backslashes. Eight bytes are asked at a time, as
// those of one number; nearly all strings of a record are plain.
func plain(s string) bool {
	if len(s) < 8 {
		for i := 0; i < len(s); i++ {
			if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
				return false
			}
		}
		return true
	}
	found := special(s[len(s)-8:])
	for i := 0; i+8 < len(s); i += 8 {
		found |= special(s[i:])
	}
	return found&highs == 0
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// special sets a high bit where one of the first eight bytes of s is not plain.
// A byte that is 0 gets its high bit when 1 is taken from it, and so does a
// control character when ' ' is.
func special(s string) uint64 {
	w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	return w | (w - ' '*ones) | (w ^ '"'*ones - ones) | (w ^ '\\'*ones - ones)
}

const hexDigits = "0123456789abcdef"

// appendString writes s as a JSON string: escaped are quote, backslash and control characters, and
// the three characters that some readers of lines take for a line end (U+0085, U+2028, U+2029).
// Bytes that are no UTF-8 become U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	if plain(s) {
		return append(append(dst, s...), '"')
	}
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			dst = append(dst, s[done:i]...)
			switch c {
			case '"', '\\':
				dst = append(dst, '\\', c)
			case '\n':
				dst = append(dst, '\\', 'n')
			case '\r':
				dst = append(dst, '\\', 'r')
			case '\t':
				dst = append(dst, '\\', 't')
			default:
				dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
			i++
			done = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			dst = append(dst, s[done:i]...)
			dst = append(dst, "\uFFFD"...)
			done = i + size
		case r == '\u0085' || r == '\u2028' || r == '\u2029':
			dst = append(dst, s[done:i]...)
			dst = append(dst, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
			done = i + size
		}
		i += size
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"')
}
