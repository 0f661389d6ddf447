package input

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// language is the shape of a BCP 47 language tag, as far as it matters here.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// parseRecord reads one line of JSON Lines. Keys are told apart by case and unknown ones ignored, as
// the record contract has it; encoding/json into a struct would take "Text" for "text".
func parseRecord(line string) (Document, error) {
	line, err := Decode(line)
	if err != nil {
		return Document{}, err
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &keys); err != nil {
		if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) {
			return Document{}, fmt.Errorf("a JSON %s, no object", e.Value)
		}
		return Document{}, fmt.Errorf("no JSON: %w", err)
	}
	if keys == nil {
		return Document{}, errors.New("a JSON null, no object")
	}
	var doc Document
	for _, k := range []struct {
		name string
		to   *string
	}{{"text", &doc.Text}, {"title", &doc.Title}, {"url", &doc.URL}, {"lang", &doc.Lang}, {"date", &doc.Date}} {
		if raw := keys[k.name]; !absent(raw) && json.Unmarshal(raw, k.to) != nil {
			return Document{}, fmt.Errorf("%s is no string: %.40s", k.name, raw)
		}
	}
	if absent(keys["text"]) {
		return Document{}, errors.New("no text")
	}
	if strings.ContainsRune(doc.Text, 0) {
		return Document{}, errors.New("the text has zeros in it, it is no valid text")
	}
	if doc.Date != "" {
		if doc.Date, err = ParseDate(doc.Date); err != nil {
			return Document{}, err
		}
	}
	if doc.Lang != "" {
		if doc.Lang, err = ParseLanguage(doc.Lang); err != nil {
			return Document{}, err
		}
	}
	if raw := keys["id"]; !absent(raw) && json.Unmarshal(raw, &doc.ID) != nil {
		if c := raw[0]; c != '-' && (c < '0' || c > '9') {
			return Document{}, fmt.Errorf("id is neither string nor number: %.40s", raw)
		}
		doc.ID = string(raw) // a number stays as it is written
	}
	return doc, nil
}

// ParseLanguage checks a BCP 47 language tag and returns its language without script and region: en for
// en-GB. "no", which feeds say for the Norwegian of nearly all articles, is nb.
func ParseLanguage(tag string) (string, error) {
	if !language.MatchString(tag) {
		return "", fmt.Errorf("lang %q is no language code like en", tag)
	}
	code, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if code == "no" {
		code = "nb"
	}
	return code, nil
}

func absent(raw json.RawMessage) bool { return raw == nil || string(raw) == "null" }

// dateForms are the dates and date-times of ISO 8601 that feeds are written with. Seconds may have a
// fraction in all of them.
var dateForms = []string{"T15:04", "T15:04Z07:00", "T15:04:05", "T15:04:05Z07:00", "T15:04:05Z0700", "T15:04Z0700"}

// ParseDate checks a date, with or without a time, and returns it to the minute: 2006-01-02 or
// 2006-01-02T15:04, in the time zone in which it is given.
func ParseDate(s string) (string, error) {
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
	return "", fmt.Errorf("date %q is no date like 2025-11-03 or 2025-11-03T08:12", s)
}
