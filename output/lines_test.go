package output

import (
	"fmt"
	"strings"
	"testing"

	"extract/model"
)

// TestLines: what comes in parts is written as it would be in one, in plain chunks and in compressed ones.
func TestLines(t *testing.T) {
	for _, n := range []int{3, 2000, 40_000} {
		var l Lines
		var want strings.Builder
		var meetings []model.Record
		article := &model.Article{Value: "A title", Schema: 1, Chars: 7, Common: model.Common{Doc: "d", ID: "0"}}
		l.Add([]model.Record{article})
		want.Write(AppendJSONL(nil, []model.Record{article}))
		record := func(i int, all bool) *model.Common {
			c := &model.Common{Text: strings.Repeat("x", i%300), Start: i, End: i + 1, Mentions: []model.Span{{Start: i, End: i + 1}}, Rule: "r", Lang: "en", Doc: "d", ID: fmt.Sprint(i)}
			if all && i%3 == 0 {
				c.Mentions = append(c.Mentions, model.Span{Start: n + i, End: n + i + 1}, model.Span{Start: 3*n + i, End: 3*n + i + 1})
			}
			return c
		}
		for i := range n {
			part := []model.Record{&model.Date{Value: "2025", Common: *record(i, false)}}
			whole := []model.Record{&model.Date{Value: "2025", Common: *record(i, true)}}
			if i%100 == 0 {
				part = append(part, &model.Meeting{Value: "m", Common: *record(i, false)})
				meetings = append(meetings, part[1])
			}
			l.Add(part)
			want.Write(AppendJSONL(nil, whole))
		}
		// A record's number: one for the article, one a date, one for each meeting before.
		for _, far := range []int{1, 3} {
			for i := 0; i < n; i += 3 {
				l.Mention(1+i+(i+99)/100, model.Span{Start: far*n + i, End: far*n + i + 1})
			}
		}
		want.Write(AppendJSONL(nil, meetings))
		packed := false
		for _, c := range l.facts.chunks {
			packed = packed || c.packed
		}
		if packed != (n == 40_000) {
			t.Errorf("%d lines: compressed is %t", n, packed)
		}
		if size := l.Size(); size < n || size > mostPlain+2*chunkBytes+want.Len()/4 {
			t.Errorf("%d lines of %d bytes take %d", n, want.Len(), size)
		}
		var got strings.Builder
		for line := range l.All() {
			got.Write(line)
			got.WriteByte('\n')
		}
		if got.String() != want.String() {
			a, b := strings.Split(got.String(), "\n"), strings.Split(want.String(), "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("%d lines: line %d\n got %s\nwant %s", n, i, a[i], b[i])
				}
			}
			t.Fatalf("%d lines: %d, want %d", n, len(a), len(b))
		}
		for range l.All() {
			break // nobody wants more
		}
	}
}
