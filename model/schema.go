package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// field is one key of a record, read from the struct tags.
type field struct {
	name, enum, format, doc string
	optional                bool
	typ                     reflect.Type
}

// edtfEnd is a day, month or year as it may stand on either side of a range.
const edtfEnd = `([0-9]{4}|XXXX)(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?~?`

// formats are the patterns behind the `format` tags.
var formats = map[string]string{
	"country":  `^[A-Z]{2}$`,
	"currency": `^[A-Z]{3}$`,
	"date":     `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	"edtf": `^(` + edtfEnd + `|[0-9]{4}-(Q[1-4]|H[12]|2[1-4])~?|([0-9]{3}X|[0-9]{2}XX)~?|` +
		edtfEnd + `/(` + edtfEnd + `|\.\.)|\.\./` + edtfEnd + `|[0-9]{4}/[0-9]{4})$`,
	"id":     `^[0-9a-f]{16}$`,
	"sha256": `^[0-9a-f]{64}$`,
}

var decimalType = reflect.TypeFor[Decimal]()

// fieldsOf lists the keys that a record of this type may have, in the order in which they are written.
func fieldsOf(r Record) []field {
	fields := []field{{name: "type", typ: reflect.TypeFor[string](), enum: r.Type(), doc: "kind of record"}}
	t := reflect.TypeOf(r).Elem()
	if t.Field(0).Name == "Number" {
		fields = append(fields, field{name: "value", typ: reflect.TypeFor[string](), doc: "the number as a string"})
	}
	for _, f := range structFields(t) {
		if _, ofArticle := r.(*Article); ofArticle && placeOf(f.name) {
			continue
		}
		fields = append(fields, f)
	}
	return fields
}

// placeOf names the common fields that an article, being no place in the text, does not have.
func placeOf(name string) bool {
	switch name {
	case "text", "start", "end", "mentions", "rule":
		return true
	}
	return false
}

func structFields(t reflect.Type) []field {
	var fields []field
	for f := range t.Fields() {
		if f.Anonymous {
			fields = append(fields, structFields(f.Type)...)
			continue
		}
		name, optional := strings.CutSuffix(f.Tag.Get("json"), ",omitempty")
		fields = append(fields, field{name, f.Tag.Get("enum"), f.Tag.Get("format"), f.Tag.Get("doc"), optional, f.Type})
	}
	return fields
}

// object is a JSON object that keeps its keys in the order in which they were set.
type object []struct {
	key   string
	value any
}

func (o *object) set(key string, value any) {
	*o = append(*o, struct {
		key   string
		value any
	}{key, value})
}

// MarshalJSON writes the keys in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, e := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(appendString(nil, e.key))
		b.WriteByte(':')
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// JSONSchema returns the JSON Schema (draft 2020-12) of one line of output, made from the Go types. Its
// $defs have the other lines: the envelope of a document, and the failure.
func JSONSchema() []byte {
	var oneOf []any
	for _, r := range kinds {
		oneOf = append(oneOf, objectSchema(r.Type(), fieldsOf(r)))
	}
	var root object
	root.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	root.set("title", fmt.Sprintf("A record of extract, schema %d", Schema))
	root.set("oneOf", oneOf)
	failure := structFields(reflect.TypeFor[Failure]())
	failed := slices.DeleteFunc(slices.Clone(failure), func(f field) bool { return f.optional })
	root.set("$defs", object{
		{"envelope", object{{"oneOf", []any{
			objectSchema("envelope", structFields(reflect.TypeFor[Envelope]())),
			objectSchema("envelope of a failure", failed),
		}}}},
		{"failure", objectSchema("failure", failure)},
	})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // the schema is made of strings and lists only
	}
	return b.Bytes()
}

func objectSchema(title string, fields []field) object {
	var o, properties object
	var required []string
	for _, f := range fields {
		properties.set(f.name, f.schema())
		if !f.optional {
			required = append(required, f.name)
		}
	}
	if title != "" {
		o.set("title", title)
	}
	o.set("type", "object")
	o.set("properties", properties)
	if len(required) > 0 {
		o.set("required", required)
	}
	o.set("additionalProperties", false)
	return o
}

func (f field) schema() object {
	var o object
	o.set("description", f.doc)
	switch f.name {
	case "type":
		o.set("const", f.enum)
		return o
	case "schema":
		o.set("const", Schema)
		return o
	case "former":
		o.set("const", true)
		return o
	}
	o = append(o, typeSchema(f.typ)...)
	if f.enum != "" {
		o.set("enum", strings.Fields(f.enum))
	}
	if f.format != "" {
		o.set("pattern", formats[f.format])
	}
	return o
}

func typeSchema(t reflect.Type) object {
	var o object
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t == decimalType, t.Kind() == reflect.Float64:
		o.set("type", "number")
	case t.Kind() == reflect.Int:
		o.set("type", "integer")
	case t == reflect.TypeFor[Span]():
		o.set("type", "array")
		o.set("items", object{{"type", "integer"}, {"minimum", 0}})
		o.set("minItems", 2)
		o.set("maxItems", 2)
	case t == reflect.TypeFor[[]Record]():
		o.set("type", "array")
		o.set("items", object{{"$ref", "#"}})
	case t.Kind() == reflect.Slice:
		o.set("type", "array")
		o.set("items", typeSchema(t.Elem()))
		o.set("minItems", 1)
	case t.Kind() == reflect.Struct:
		return objectSchema("", structFields(t))
	default:
		o.set("type", "string")
		o.set("minLength", 1)
	}
	return o
}

// Column is one column of the table that all records make together.
type Column struct {
	Name   string
	DuckDB string // type in DuckDB
	SQLite string // type in SQLite, where lists and objects are JSON text
}

// Columns returns the union of the keys of all kinds of record, in the order in which they first
// occur, with what every record has at the end. Numbers are DOUBLE, so that no figure in an article
// can make the reading of a file fail; the exact one is in value.
func Columns() []Column {
	var columns, last []Column
	seen := map[string]bool{}
	add := func(to *[]Column, f field) {
		if !seen[f.name] {
			seen[f.name] = true
			*to = append(*to, Column{f.name, duckType(f), sqliteType(f)})
		}
	}
	for _, f := range structFields(reflect.TypeFor[Common]()) {
		add(&last, f)
	}
	for _, r := range kinds {
		for _, f := range fieldsOf(r) {
			add(&columns, f)
		}
	}
	return append(columns, last...)
}

func duckType(f field) string {
	t := f.typ
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case f.format == "date":
		return "DATE"
	case f.name == "number", t == decimalType, t.Kind() == reflect.Float64:
		return "DOUBLE"
	case t.Kind() == reflect.Int:
		return "BIGINT"
	case t.Kind() == reflect.Bool:
		return "BOOLEAN"
	case t == reflect.TypeFor[Span]():
		return "BIGINT[]"
	case t.Kind() == reflect.Slice:
		return duckType(field{typ: t.Elem()}) + "[]"
	case t.Kind() == reflect.Struct:
		var parts []string
		for _, part := range structFields(t) {
			parts = append(parts, fmt.Sprintf(`"%s" %s`, part.name, duckType(field{typ: part.typ})))
		}
		return "STRUCT(" + strings.Join(parts, ", ") + ")"
	}
	return "VARCHAR"
}

func sqliteType(f field) string {
	t := f.typ
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case f.name == "number", t == decimalType, t.Kind() == reflect.Float64:
		return "REAL"
	case t.Kind() == reflect.Int, t.Kind() == reflect.Bool:
		return "INTEGER"
	}
	return "TEXT"
}
