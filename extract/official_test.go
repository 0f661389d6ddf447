package extract

import (
	"os"
	"strings"
	"testing"

	"extract/model"
)

// officialsOf gives the officials of a text in the form of testdata/officials.tsv.
func officialsOf(lang, text string) string {
	var found []string
	for _, r := range testEngine().Extract(Document{Name: "test", Lang: lang, Date: "2025-11-05", Text: text}).Records {
		o, ok := r.(*model.Official)
		if !ok {
			continue
		}
		s := o.Value + " = " + o.Role
		if o.Portfolio != "" {
			s += "/" + o.Portfolio
		}
		// A party leader's party is not told apart here.
		switch {
		case o.Country != "":
			s += " " + o.Country
		case o.Org != "":
			s += " @" + o.Org
		}
		if o.Former {
			s += " former"
		}
		found = append(found, s)
	}
	return strings.Join(found, "; ")
}

// TestOfficials finds the officials of each sentence of the table, and no others.
func TestOfficials(t *testing.T) {
	table, err := os.ReadFile("testdata/officials.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(table)) {
		cell := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cell) != 3 {
			continue
		}
		all[cell[0]]++
		if got := officialsOf(cell[0], cell[1]); got == cell[2] {
			right[cell[0]]++
		} else {
			t.Errorf("%s %s\n got %s\nwant %s", cell[0], cell[1], got, cell[2])
		}
	}
	for _, lang := range []string{"en", "de", "nb", "tr"} {
		t.Logf("%s: %d of %d sentences", lang, right[lang], all[lang])
	}
}
