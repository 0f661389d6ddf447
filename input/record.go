package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unsafe"
)

// language is the shape of a BCP 47 language tag, as far as it matters here.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// maxID is the longest id of a record, or name of a document in an archive, in bytes: all facts of the
// document have it.
const maxID = 8 << 10

// parseRecord reads one line of JSON Lines. Keys are told apart by case and unknown ones ignored, as
// the record contract has it; encoding/json into a struct would take "Text" for "text". Of a key that
// stands twice the last one counts, as everywhere. The line's bytes are changed, and where it is given
// away they become the text. The document has an ID even where there is an error, if the id is good.
func parseRecord(line []byte, given bool) (Document, error) {
	if !plainUTF8(line) {
		text, err := Decode(unsafe.String(unsafe.SliceData(line), len(line)))
		if err != nil {
			return Document{}, err
		}
		line, given = []byte(text), true
	}
	object := bytes.Trim(line, " \t\r\n")
	if !json.Valid(object) {
		return Document{}, fmt.Errorf("no JSON: %w", json.Unmarshal(line, new(any))) // which says why
	}
	if what := kindOf(object); what != "object" {
		return Document{}, fmt.Errorf("a JSON %s, no object", what)
	}
	var id, text, title, url, lang, date []byte
	for key, value := range members(object) {
		switch string(key) {
		case "id":
			id = value
		case "text":
			text = value
		case "title":
			title = value
		case "url":
			url = value
		case "lang":
			lang = value
		case "date":
			date = value
		}
	}
	var doc Document
	switch kindOf(id) {
	case "string":
		doc.ID = string(unquote(id))
	case "number":
		doc.ID = string(id) // as it is written
	case "null":
	default:
		return doc, fmt.Errorf("id is neither string nor number: %s", excerpt(id))
	}
	if len(doc.ID) > maxID {
		long := doc.ID
		doc.ID = ""
		return doc, fmt.Errorf("an id longer than %d KB, which each fact would repeat: %.40q…", maxID>>10, long)
	}
	for _, k := range []struct {
		name  string
		value []byte
		to    *string
	}{{"text", text, nil}, {"title", title, &doc.Title}, {"url", url, &doc.URL}, {"lang", lang, &doc.Lang}, {"date", date, &doc.Date}} {
		switch kindOf(k.value) {
		case "null":
		case "string":
			if k.to != nil {
				*k.to = string(unquote(k.value))
			}
		default:
			return doc, fmt.Errorf("%s is no string: %s", k.name, excerpt(k.value))
		}
	}
	if kindOf(text) == "null" {
		return doc, errors.New("no text")
	}
	text = unquote(text)
	if bytes.IndexByte(text, 0) >= 0 {
		return doc, errors.New("the text has zeros in it, it is no valid text")
	}
	var err error
	if doc.Date != "" {
		if doc.Date, err = ParseDate(doc.Date); err != nil {
			return doc, err
		}
	}
	if doc.Lang != "" {
		if doc.Lang, err = ParseLanguage(doc.Lang); err != nil {
			return doc, err
		}
	}
	if given && len(text) > len(line)/2 {
		doc.Text = unsafe.String(unsafe.SliceData(text), len(text))
	} else {
		doc.Text = string(text)
	}
	return doc, nil
}

// excerpt shows the beginning of a value on one line.
func excerpt(value []byte) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == '\u2028' || c == '\u2029' {
			return ' '
		}
		return c
	}, fmt.Sprintf("%.40s", value))
}

// ParseLanguage checks a BCP 47 language tag and returns its language without script and region: en for
// en-GB. "no", which feeds say for the Norwegian of nearly all articles, is nb.
func ParseLanguage(tag string) (string, error) {
	const longest = 64
	if len(tag) > longest || !language.MatchString(tag) {
		return "", fmt.Errorf("lang %.40q is no language code like en", tag)
	}
	code, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if code == "no" {
		code = "nb"
	}
	return code, nil
}

// dateForms are the dates and date-times of ISO 8601 that feeds are written with. Seconds may have a
// fraction in all of them.
var dateForms = []string{"T15:04", "T15:04Z07:00", "T15:04:05", "T15:04:05Z07:00", "T15:04:05Z0700", "T15:04Z0700"}

// ParseDate checks a date, with or without a time, and returns it to the minute: 2006-01-02 or
// 2006-01-02T15:04, in the time zone in which it is given.
func ParseDate(s string) (string, error) {
	const longest = 64 // with many digits of a second
	bad := fmt.Errorf("date %.40q is no date like 2025-11-03 or 2025-11-03T08:12", s)
	if len(s) > longest {
		return "", bad
	}
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return s, nil
	}
	if len(s) > len(time.DateOnly) {
		iso := s
		if s[len(time.DateOnly)] == ' ' {
			iso = strings.Replace(s, " ", "T", 1)
		}
		for _, form := range dateForms {
			if t, err := time.Parse(time.DateOnly+form, iso); err == nil {
				return t.Format("2006-01-02T15:04"), nil
			}
		}
	}
	return "", bad
}
