package html

import (
	"slices"
	"strings"
	"time"
)

// stamp is a date of publication that is understood.
type stamp struct {
	day    string // 2006-01-02
	clock  string // 15:04, or ""
	zoned  bool   // it says how far from UTC it is
	offset int    // in seconds
	at     int64  // the minute since 1970, where it is zoned
}

func (s stamp) String() string {
	if s.clock == "" {
		return s.day
	}
	return s.day + "T" + s.clock
}

// forms are the dates that pages are written with beside ISO 8601, where no other reading is possible.
var forms = []string{
	"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
	"2006-01-02T15:04:05 Z07:00", "2006-01-02T15:04:05 Z0700", "2006-01-02T15:04:05Z07", "2006-01-02T15:04:05",
	"2006-01-02T15:04:05 MST", "2006-01-02T15:04", "2006-01-02",
	"2006-1-2T15:4:5", "2006-1-2T15:4", "2006-1-2",
	"20060102T150405Z0700", "20060102T150405", "20060102T1504", "20060102150405", "20060102",
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"Mon Jan 2 2006 15:04:05 GMT-0700", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 15:04:05 2006",
	"January 2, 2006 15:04", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "Mon, 2 Jan 2006",
	"Monday, January 2, 2006", "2.1.2006 15:04:05", "2.1.2006 15:04", "2.1.2006",
}

// parseStamp reads a date as pages write it in their data, in the time zone in which it is given.
func parseStamp(s string) (stamp, bool) {
	s = squeeze(s)
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i]) // (Central European Standard Time)
	}
	if len(s) > 40 {
		return stamp{}, false
	}
	iso := s
	if len(s) > 8 && s[4] == '/' {
		iso = strings.Replace(s, "/", "-", 2)
	}
	if len(iso) > 10 && iso[4] == '-' {
		iso = strings.Replace(strings.Replace(iso, ", ", "T", 1), " ", "T", 1)
		iso = strings.Replace(iso, "t", "T", 1)
		if strings.HasSuffix(iso, "z") {
			iso = iso[:len(iso)-1] + "Z"
		}
	}
	for _, form := range forms {
		t, err := time.Parse(form, iso)
		if err != nil {
			continue
		}
		// What programs write when they do not know.
		if t.Year() < 1800 || t.Year() > 2200 || t.Unix() == 0 || t.Format(time.DateOnly) == "1970-01-01" {
			return stamp{}, false
		}
		out := stamp{day: t.Format(time.DateOnly)}
		if strings.Contains(form, "15") {
			out.clock = t.Format("15:04")
		}
		name, offset := t.Zone()
		if out.zoned = strings.Contains(form, "07") || strings.Contains(form, "MST") && (name == "UTC" || name == "GMT"); out.zoned {
			out.offset, out.at = offset, t.Unix()/60
		}
		return out, true
	}
	return stamp{}, false
}

// published is the day of publication, with the time where the page gives it.
func (r *reader) published(head, from, first int) (date string, utc bool) {
	type candidate struct {
		stamp
		worth int
	}
	var all []candidate
	add := func(when string, worth int) {
		if s, ok := parseStamp(when); ok {
			all = append(all, candidate{s, worth})
		}
	}
	for _, d := range r.dates {
		add(d.when, d.worth)
	}
	start := from
	if head >= 0 {
		start = min(from, head)
	}
	body := r.firstProse(first, len(r.lines))
	var far []string // days of publication elsewhere on the page, perhaps of other articles
	for _, t := range r.times {
		hints := r.nodes[min(int(t.node), len(r.nodes)-1)].hint
		if t.when == "" || hints&hintUpdate != 0 || hints&hintDate == 0 && hints&hintBad != 0 {
			continue
		}
		// Beside the headline; further down other days are meant, and other articles.
		near := int(t.line) >= start-3 && int(t.line) <= body+5
		switch {
		case int(t.line) < len(r.lines) && r.proseOf(&r.lines[t.line]) > 0:
		case near && (t.named || hints&hintDate != 0):
			add(t.when, worthNamed)
		case near:
			add(t.when, worthTime)
		case t.named:
			far = append(far, t.when)
		}
	}
	if len(slices.Compact(far)) == 1 {
		add(far[0], worthTime)
	}
	best := candidate{}
	for _, c := range all {
		if c.worth > best.worth {
			best = c
		}
	}
	if best.worth == 0 {
		return "", false
	}
	for _, c := range all {
		switch {
		case best.zoned && best.offset == 0 && c.zoned && c.offset != 0 && c.at == best.at && c.clock != "":
			return c.String(), false // the same moment, as it is called where the article appeared
		case best.clock == "" && c.day == best.day && c.clock != "":
			best.stamp = c.stamp
		}
	}
	return best.String(), best.zoned && best.offset == 0
}
