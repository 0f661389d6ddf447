package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// place is what facts and meetings end with.
const place = " *text *start *end *mentions *rule *lang *doc *id"

// contract lists the keys of each kind of record in their order, * before the obligatory ones. It is
// written out from the record contract and not derived from the types, which it guards.
var contract = map[string]string{
	"article":  "*type value *schema published dateline source url langs *chars *sha256 *lang *doc *id",
	"date":     "*type *value *grain part *basis anchor anchor_from first_day last_day" + place,
	"session":  "*type *value *number *kind *series *name parties term" + place,
	"official": "*type *value *role roles former portfolio country org name_key wikidata *basis" + place,
	"city":     "*type *value *country admin geonames lat lon" + place,
	"money":    "*type *value *number *currency value_max bound trend measure parties about period first_day last_day" + place,
	"percent":  "*type *value *number *unit value_max bound trend measure parties about period first_day last_day baseline" + place,
	"number":   "*type *value *number" + place,
	"ordinal":  "*type *value *number" + place,
	"meeting":  "*type *value number *series *kind *status date first_day last_day city country venue chairs attendees outcomes" + place,
}

// full returns a record of the same kind with every field filled.
func full(r Record) Record {
	v := reflect.New(reflect.TypeOf(r).Elem())
	fill(v.Elem())
	return v.Interface().(Record)
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == decimalType {
			v.Set(reflect.ValueOf(NewDecimal(15, 1)))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0))
		fill(v.Index(1))
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	}
}

func keysOf(t *testing.T, line []byte) []string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(line))
	var keys []string
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		keys = append(keys, key.(string))
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
	}
	return keys
}

func TestKeysAndTheirOrder(t *testing.T) {
	if len(kinds) != len(contract) {
		t.Errorf("%d kinds of record, the contract has %d", len(kinds), len(contract))
	}
	for _, r := range kinds {
		var all, need []string
		for _, k := range strings.Fields(contract[r.Type()]) {
			name, obligatory := strings.CutPrefix(k, "*")
			all = append(all, name)
			if obligatory {
				need = append(need, name)
			}
		}
		if got := keysOf(t, full(r).AppendJSON(nil)); !slices.Equal(got, all) {
			t.Errorf("%s filled:\n got %v\nwant %v", r.Type(), got, all)
		}
		var tagged, required []string
		for _, f := range fieldsOf(r) {
			tagged = append(tagged, f.name)
			if !f.optional {
				required = append(required, f.name)
			}
			if f.doc == "" {
				t.Errorf("%s.%s says nothing about itself", r.Type(), f.name)
			}
			if f.format != "" && formats[f.format] == "" {
				t.Errorf("%s.%s has the unknown format %q", r.Type(), f.name, f.format)
			}
		}
		if !slices.Equal(tagged, all) {
			t.Errorf("%s in the schema:\n got %v\nwant %v", r.Type(), tagged, all)
		}
		if !slices.Equal(required, need) {
			t.Errorf("%s required:\n got %v\nwant %v", r.Type(), required, need)
		}
	}
}

func TestLines(t *testing.T) {
	at := Common{Text: "x", Start: 0, End: 1, Mentions: []Span{{0, 1}, {4, 5}}, Rule: "xx/y", Lang: "de", Doc: "a.txt", ID: "0"}
	const tail = `"text":"x","start":0,"end":1,"mentions":[[0,1],[4,5]],"rule":"xx/y","lang":"de","doc":"a.txt","id":"0"}`
	upTo := NewDecimal(3, -9)
	for _, c := range []struct {
		r    Record
		want string
	}{
		{&Article{Schema: Schema, Common: Common{Lang: "und", Doc: "-"}}, `{"type":"article","schema":1,"chars":0,"lang":"und","doc":"-"}`},
		{&Article{Schema: Schema, Dateline: Dateline{City: "Oslo"}, Langs: []LangShare{{"nb", 0.996}, {"en", 0.004}}},
			`{"type":"article","schema":1,"dateline":{"city":"Oslo"},"langs":[{"lang":"nb","share":1},{"lang":"en","share":0}],"chars":0}`},
		{&Money{Number: NewDecimal(2, -9), Currency: "EUR", Quantity: Quantity{ValueMax: &upTo}, Common: at},
			`{"type":"money","value":"2000000000","number":2000000000,"currency":"EUR","value_max":3000000000,` + tail},
		{&Percent{Unit: "percent", Common: at}, `{"type":"percent","value":"0","number":0,"unit":"percent",` + tail},
		{&City{Value: "Null Island", Country: "XX", Geonames: 1, Lon: -0.25, Common: at},
			`{"type":"city","value":"Null Island","country":"XX","geonames":1,"lat":0,"lon":-0.25,` + tail},
		{&City{Value: "Nowhere", Country: "XX", Common: at}, `{"type":"city","value":"Nowhere","country":"XX",` + tail},
		{&Meeting{Value: "nato", Series: "nato", Kind: "summit", Status: "held", Common: at},
			`{"type":"meeting","value":"nato","series":"nato","kind":"summit","status":"held",` + tail},
		{&Meeting{Value: "nato/0", Number: new(int), Series: "nato", Kind: "summit", Status: "held", Common: at},
			`{"type":"meeting","value":"nato/0","number":0,"series":"nato","kind":"summit","status":"held",` + tail},
	} {
		if got := string(c.r.AppendJSON(nil)); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

func TestStrings(t *testing.T) {
	for in, want := range map[string]string{
		"AT&T <b>":         `"AT&T <b>"`,
		"\"a\\b\"":         `"\"a\\b\""`,
		"a\r\n\tb\x00\x1f": `"a\r\n\tb\u0000\u001f"`,
		"İğne 🜚 中":         `"İğne 🜚 中"`,
		"a\u2028b\u0085":   `"a\u2028b\u0085"`,
		"a\xffb\xc3":       "\"a\uFFFDb\uFFFD\"",
		"\uFFFD":           "\"\uFFFD\"",
	} {
		got := appendString(nil, in)
		if string(got) != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
		var back string
		if err := json.Unmarshal(got, &back); err != nil || back != strings.ToValidUTF8(in, "\uFFFD") {
			t.Errorf("%q reads back as %q, %v", in, back, err)
		}
	}
}

func FuzzString(f *testing.F) {
	f.Add("a\u2028\"\x00\xff")
	f.Fuzz(func(t *testing.T, s string) {
		var back string
		line := appendString(nil, s)
		want := strings.Map(func(r rune) rune { return r }, s) // each byte that is no UTF-8 becomes one U+FFFD
		if err := json.Unmarshal(line, &back); err != nil || back != want {
			t.Errorf("%q -> %s -> %q, %v", s, line, back, err)
		}
	})
}

func TestIdentity(t *testing.T) {
	upTo := NewDecimal(35, 1)
	sha := strings.Repeat("ab", 32)
	for _, c := range []struct {
		r   Record
		key string
	}{
		{&Article{Value: "T"}, "article|T"},
		{&Date{Value: "2025", Grain: "year", Part: "late"}, "date|2025|year"},
		{&Session{Value: "s/3", Term: 20}, "session|s/3|20"},
		{&Session{Value: "s/3"}, "session|s/3|"},
		{&Official{Value: "Ann", Role: "mayor"}, "official|Ann"},
		{&City{Value: "Oslo", Country: "NO", Geonames: 3143244}, "city|Oslo|NO||3143244"},
		{&Money{Number: NewDecimal(250, 2), Currency: "NOK", Quantity: Quantity{ValueMax: &upTo, Bound: "approx", Trend: "up", About: "a", Period: "2024", Measure: "m"}},
			"money|2.5|NOK|3.5|approx|up|a|2024"},
		{&Percent{Number: NewDecimal(5, 0), Unit: "percent", Baseline: "2023"}, "percent|5|percent||||||2023"},
		{&Number{Number: NewDecimal(-4, 1)}, "number|-0.4"},
		{&Ordinal{Number: NewDecimal(4, 0)}, "ordinal|4"},
		{&Meeting{Value: "nato@2024-07", Series: "nato"}, "meeting|nato@2024-07"},
	} {
		AssignID(sha, c.r)
		sum := sha256.Sum256([]byte(sha + "\x1f" + strings.ReplaceAll(c.key, "|", "\x1f")))
		if want := hex.EncodeToString(sum[:])[:16]; c.r.Base().ID != want {
			t.Errorf("%s: id %s, want %s", c.key, c.r.Base().ID, want)
		}
		value, fields := c.r.Identity()
		if got := strings.Join(append([]string{c.r.Type(), value}, fields...), "|"); got != c.key {
			t.Errorf("%s: identity %s", c.key, got)
		}
	}
}

func TestSort(t *testing.T) {
	at := func(start, end int) Common { return Common{Start: start, End: end} }
	want := []Record{
		&Article{},
		&Date{Value: "2024", Common: at(1, 9)},
		&Date{Value: "2024", Common: at(1, 5)},
		&Session{Value: "a/1", Common: at(1, 5)},
		&City{Value: "A", Country: "DE", Common: at(1, 5)},
		&City{Value: "A", Country: "FR", Common: at(1, 5)},
		&City{Value: "B", Country: "AT", Common: at(1, 5)},
		&Money{Number: NewDecimal(10, 0), Common: at(1, 5)},
		&Money{Number: NewDecimal(9, 0), Common: at(1, 5)}, // values are strings
		&Ordinal{Common: at(1, 5)},
		&Date{Common: at(2, 3)},
		&Meeting{Value: "a/1", Common: at(0, 9)},
		&Meeting{Value: "a/2", Common: at(0, 9)},
		&Meeting{Value: "a/1", Common: at(1, 9)},
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	Sort(got)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("at %d: %s", i, got[i].AppendJSON(nil))
		}
	}
}

func TestSchemaIsJSON(t *testing.T) {
	var schema struct {
		OneOf []struct {
			Title      string
			Properties map[string]map[string]any
			Required   []string
		}
	}
	if err := json.Unmarshal(JSONSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	if len(schema.OneOf) != len(kinds) {
		t.Fatalf("%d schemas, %d kinds of record", len(schema.OneOf), len(kinds))
	}
	for i, s := range schema.OneOf {
		if s.Title != kinds[i].Type() || s.Properties["type"]["const"] != s.Title {
			t.Errorf("schema %d is of %q", i, s.Title)
		}
		for _, k := range s.Required {
			if s.Properties[k] == nil {
				t.Errorf("%s requires %s, which it does not have", s.Title, k)
			}
		}
	}
}

// TestEnvelope: the schema has the keys of the lines that are no records, in their order.
func TestEnvelope(t *testing.T) {
	var schema struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(JSONSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	defs := func(name string) string {
		var b bytes.Buffer
		if err := json.Compact(&b, schema.Defs[name]); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, c := range []struct {
		record interface{ AppendJSON([]byte) []byte }
		line   string
		def    string
		schema []string // what the def has
	}{
		{&Envelope{Doc: "a\n"}, `{"doc":"a\n","facts":[]}`, "envelope", []string{`"required":["doc","facts"]`, `"items":{"$ref":"#"}`}},
		{&Envelope{"", []Record{&Article{Schema: 1}, &Article{Schema: 1, Chars: 2}}},
			`{"doc":"","facts":[{"type":"article","schema":1,"chars":0},{"type":"article","schema":1,"chars":2}]}`, "envelope", nil},
		{&Failure{Doc: "a", Error: `no "b"`}, `{"doc":"a","error":"no \"b\""}`, "envelope", []string{`"required":["doc","error"]`}},
		{&Failure{"a", "b.jsonl", 3, "no"}, `{"doc":"a","file":"b.jsonl","line":3,"error":"no"}`, "failure", []string{`"file":`, `"line":`, `"required":["doc","error"]`}},
	} {
		if got := string(c.record.AppendJSON([]byte("x"))); got != "x"+c.line {
			t.Errorf("\n got %s\nwant x%s", got, c.line)
		}
		for _, want := range c.schema {
			if def := defs(c.def); !strings.Contains(def, want) {
				t.Errorf("no %s in %s", want, def)
			}
		}
	}
	if def := defs("envelope"); strings.Contains(def, `"file"`) || strings.Contains(def, "minItems") {
		t.Errorf("the envelope is %s", def)
	}
}

func TestDatePattern(t *testing.T) {
	pattern := regexp.MustCompile(formats["edtf"])
	for _, good := range strings.Fields("2025-11-02 2025-10 2025 2024-Q3 2025-H1 2009-24 199X 19XX 2009/2010 2024-08-20/2024-08-23 " +
		"2024-01/2024-07 1987/.. ../2024 2030~ 2025-11-03T08:12 XXXX-11-03 199X~") {
		if !pattern.MatchString(good) {
			t.Errorf("%s is no date value to the schema", good)
		}
	}
	for _, bad := range strings.Fields("25-11-02 2025-Q5 2024-Q1/2024-Q3 ../.. 2025-11-3 yoy 2025-11-02/ 19X") {
		if pattern.MatchString(bad) {
			t.Errorf("%s is a date value to the schema", bad)
		}
	}
}

func TestColumns(t *testing.T) {
	types := map[string]string{}
	var names []string
	for _, c := range Columns() {
		if types[c.Name] != "" {
			t.Errorf("column %s twice", c.Name)
		}
		types[c.Name] = c.DuckDB + " " + c.SQLite
		names = append(names, c.Name)
	}
	for _, keys := range contract {
		for _, k := range strings.Fields(keys) {
			if types[strings.TrimPrefix(k, "*")] == "" {
				t.Errorf("no column %s", k)
			}
		}
	}
	for name, want := range map[string]string{
		"type": "VARCHAR TEXT", "number": "DOUBLE REAL", "value_max": "DOUBLE REAL", "first_day": "DATE TEXT",
		"start": "BIGINT INTEGER", "mentions": "BIGINT[][] TEXT", "parties": "VARCHAR[] TEXT", "former": "BOOLEAN INTEGER",
		"langs":    `STRUCT("lang" VARCHAR, "share" DOUBLE)[] TEXT`,
		"dateline": `STRUCT("city" VARCHAR, "date" VARCHAR, "agency" VARCHAR) TEXT`,
	} {
		if types[name] != want {
			t.Errorf("%s is %q, want %q", name, types[name], want)
		}
	}
	if names[0] != "type" || names[len(names)-1] != "id" {
		t.Errorf("columns from %s to %s", names[0], names[len(names)-1])
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	r := full(&Money{})
	buf := make([]byte, 0, 1024)
	b.ReportAllocs()
	for b.Loop() {
		buf = r.AppendJSON(buf[:0])
	}
}

// TestPlain: a string is plain when none of its bytes needs an escape or is
// beyond ASCII, wherever it stands.
func TestPlain(t *testing.T) {
	for size := 1; size < 20; size++ {
		for at := range size {
			for b := range 256 {
				s := bytes.Repeat([]byte("a"), size)
				s[at] = byte(b)
				if want := b >= ' ' && b < 0x80 && b != '"' && b != '\\'; plain(string(s)) != want {
					t.Errorf("%q: plain is %v", s, !want)
				}
			}
		}
	}
}
