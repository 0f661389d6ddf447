package extract

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestSettings refuses what an author may mistype in the set of a rule, and says what may stand there.
func TestSettings(t *testing.T) {
	for _, c := range []struct{ key, value, want string }{
		{"colour", "red", `unknown key "colour" in set`},
		{"part", "erly", `set part: "erly": it can be early, mid, late`},
		{"bound", "minimum", `set bound: "minimum": it can be min, max, approx`},
		{"trend", "rise", `set trend: "rise": it can be up, down, figures`},
		{"anchor", "page", `set anchor: "page": it can be text, any`},
		{"mention", "sum", `set mention: "sum": it can be date, n, year, month, day, number`},
		{"bare", "yes", `set bare: "yes": it can be true`},
		{"open", "since", `set open: "since": it can be from, on, to`},
		{"edge", "second", `set edge: "second": it can be first, last, next, from`},
		{"closed", "front", `set closed: "front": it is behind or line`},
		{"unit", "fortnight", `set unit:`},
		{"shift", "last", `set shift:`},
		{"factor", "a hundred", `set factor:`},
		{"inner", "true", `set inner: it needs as`},
	} {
		if _, err := readSettings(clsDate, map[string]string{c.key: c.value}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s = %q: %v, want %q", c.key, c.value, err, c.want)
		}
	}
	if _, err := readSettings(clsDate, map[string]string{"part": "x", "bound": "y"}); err == nil || !strings.Contains(err.Error(), "set bound") {
		t.Errorf("of two mistakes %v, want the first by the alphabet each time", err)
	}
}

// TestSettingsAreExplained asks the README of the packs for every key that a set may have.
func TestSettingsAreExplained(t *testing.T) {
	source, err := os.ReadFile("compile.go")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("packs/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rules, _ := strings.Cut(string(readme), "\n## Rules\n")
	_, body, _ := strings.Cut(string(source), "\nfunc readSettings(")
	body, _, _ = strings.Cut(body, "\n}\n")
	keys := regexp.MustCompile(`(?m)^\t\tcase "([a-z]+)"`).FindAllStringSubmatch(body, -1)
	if len(keys) < 20 {
		t.Fatalf("only %d keys found in compile.go", len(keys))
	}
	for _, k := range keys {
		if !strings.Contains(rules, "`"+k[1]+"`") {
			t.Errorf("packs/README.md does not say what set %s does", k[1])
		}
	}
}

// TestWordsRefused refuses a word for a series that no list has, in each class of such words, and words in a
// class that is computed.
func TestWordsRefused(t *testing.T) {
	const head = "name = \"X\"\nlang = \"xx\"\ndecimal = \",\"\ndate_order = \"dmy\"\n"
	for want, classes := range map[string]string{
		`no series is called "foo"`:     "series series-body series-host series-code",
		"has no words: a rule or a num": "roman int day year year-in-words date money none",
		`no value "": it is 1 to 7`:     "weekday weekday-short",
	} {
		value := "foo"
		if strings.Contains(want, `""`) {
			value = `""`
		}
		for class := range strings.FieldsSeq(classes) {
			own := fstest.MapFS{"common/none.toml": {Data: []byte("# nothing\n")}, "xx/pack.toml": {Data: []byte(head + "[words." + class + "]\n" + value + " = [\"FOO\"]\n")}}
			var report CheckReport
			if pack := checkLanguage(own, "xx", &report); pack != nil {
				checkWords([]*compiled{pack}, false, &report)
				if _, err := readLayoutCues(own); err != nil {
					t.Errorf("%s: %v", class, err)
				}
			}
			if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].String(), "xx/pack.toml:6: ") || !strings.Contains(report.Problems[0].String(), want) {
				t.Errorf("%s: %v, want %s", class, report.Problems, want)
			}
		}
	}
}
