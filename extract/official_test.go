package extract

import (
	"os"
	"strconv"
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
	right, all := map[string]int{}, map[string]int{}
	for _, cell := range tableOf(t, "testdata/officials.tsv") {
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

// TestMentions counts how often each text of the table names its officials, and finds no others.
func TestMentions(t *testing.T) {
	for _, cell := range tableOf(t, "testdata/mentions.tsv") {
		text := strings.ReplaceAll(cell[1], " ¶ ", "\n\n")
		var found []string
		for _, r := range testEngine().Extract(Document{Name: "test", Lang: cell[0], Date: "2025-11-05", Text: text}).Records {
			if o, ok := r.(*model.Official); ok {
				found = append(found, o.Value+" "+strconv.Itoa(len(o.Mentions)))
			}
		}
		if got := strings.Join(found, "; "); got != cell[2] {
			t.Errorf("%s %s\n got %s\nwant %s", cell[0], cell[1], got, cell[2])
		}
	}
}

// byFirstWord detects the language of a passage by its first word.
type byFirstWord map[string]string

func (b byFirstWord) Detect(passages []string) []string {
	langs := make([]string, len(passages))
	for i, p := range passages {
		first, _, _ := strings.Cut(strings.TrimSpace(p), " ")
		langs[i] = b[first]
	}
	return langs
}

// TestHomeOfManyTongues counts the countries of all parts of a page, whatever their
// language, for the home of an office that names none.
func TestHomeOfManyTongues(t *testing.T) {
	e, err := New(Options{Types: []string{"official"}, NoArticle: true, Detector: byFirstWord{"The": "en", "Die": "de"}})
	if err != nil {
		t.Fatal(err)
	}
	text := "The deal of Kenya and Peru with Chile and Ghana was signed on Monday. Finance Minister Juma Otieno Baraka signed it beside guests from Kenya, in a hall full of students, farmers and engineers who had come to see it.\n\n" +
		"Die Delegation aus Kenia besuchte Ghana, Peru und Chile. In Kenia werden Straßen gebaut, sagten die Gäste aus Kenia und die Botschaft von Kenia."
	found := e.Extract(Document{Name: "test", Text: text}).Records
	if len(found) != 1 {
		t.Fatalf("got %d records, want one minister", len(found))
	}
	if found[0].(*model.Official).Country != "KE" {
		t.Errorf("got %+v, want one minister of KE", found[0])
	}
}

// TestCountryOfCities counts each city of a headline as itself, also where the one
// beside it is looked up to tell what it is.
func TestCountryOfCities(t *testing.T) {
	text := "A cold day in Leeds and Zagreb University\n\nGovernor Ann Abe Cox spoke of the fog. In the evening Zagreb was grey.\n"
	if got, want := officialsOf("en", text), "Ann Abe Cox = governor HR"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestCutShort reads texts that end in the middle of a sentence, as a headline
// that was cut does: nothing is asked of the word behind the last one.
func TestCutShort(t *testing.T) {
	for _, cell := range tableOf(t, "testdata/officials.tsv") {
		for i, r := range cell[1] {
			if r == ' ' {
				officialsOf(cell[0], cell[1][:i])
			}
		}
	}
	for lang, text := range map[string]string{"en": "He was the minister for", "de": "Der Präsident der Republik", "nb": "Ny statsråd: minister for"} {
		if got := officialsOf(lang, text); got != "" {
			t.Errorf("%s %q: %s", lang, text, got)
		}
	}
}

// tableOf reads a table of three cells a line.
func tableOf(t *testing.T, file string) (lines [][]string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cell := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cell) != 3 {
			t.Fatalf("%s: %q has %d cells", file, line, len(cell))
		}
		lines = append(lines, cell)
	}
	return lines
}
