package html

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The pages in testdata/sites are built as kinds of news sites build theirs, with words for text: keep(n)
// stands for n sentences of the article, drop(n) for n of something else, short(keep) and short(drop) for a
// few words without an end.
var placeholder = regexp.MustCompile(`(short\()?\b(keep|drop)\b\)?(?:\((\d)\))?`)

// fill writes sentences for the placeholders, each piece with a name of its own.
func fill(source string) string {
	n := 0
	return placeholder.ReplaceAllStringFunc(source, func(m string) string {
		sub := placeholder.FindStringSubmatch(m)
		n++
		name := fmt.Sprintf("%s%d.", sub[2], n)
		if sub[1] != "" {
			return strings.TrimSuffix(name, ".") + " and five other words"
		}
		count := 1
		fmt.Sscan(sub[3], &count)
		return name + strings.Repeat(" Prices of grain rose more than the minister of water had said before they met in spring.", count)
	})
}

func TestSites(t *testing.T) {
	files, err := filepath.Glob("testdata/sites/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no sites", err)
	}
	names := regexp.MustCompile(`\b(keep|drop)\d+\b`)
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page := fill(string(source))
		p := Read(page)
		found := map[string]bool{}
		for _, name := range names.FindAllString(p.Text, -1) {
			found[name] = true
		}
		for _, name := range names.FindAllString(page, -1) {
			if found[name] != strings.HasPrefix(name, "keep") {
				at := strings.Index(page, name)
				t.Errorf("%s: %s: found %v: %q", file, name, found[name], page[max(0, at-80):at+len(name)])
			}
		}
		if want := "Ministers agree on water after ten years"; !strings.HasSuffix(p.Title, want) && !strings.Contains(page, "no data of the title") {
			t.Errorf("%s: title %q, not %q", file, p.Title, want)
		}
		if want := "2025-11-03"; !strings.HasPrefix(p.Date, want) && !strings.Contains(page, "no data of the date") {
			t.Errorf("%s: date %q, not %q", file, p.Date, want)
		}
	}
}
