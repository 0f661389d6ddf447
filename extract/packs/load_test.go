package packs

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// head is a pack that is right, without rules.
const head = `lang = "xx"
name = "Example"
decimal = ","
grouping = [".", " "]
date_order = "dmy"
ordinal_dot = true
apostrophe = ["*noun", "x"]

[suffix-letters]
A = ["a", "e"]
I = ["ı", "i", "u", "ü"]

[suffixes]
noun = ["s", "lAr", "dI"]

[inflection]
month = "noun"

[words.month]
01 = ["Jan~", "January"] # both

[words.layout.photo]
any = ["photo"]
`

func load(files map[string]string) (*Pack, error) {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Load(fsys, "xx")
}

// TestLoad reads a pack of two files and the common folder.
func TestLoad(t *testing.T) {
	p, err := load(map[string]string{
		"xx/pack.toml": head,
		"xx/rules.toml": `[[rule]]
id = "a"
kind = "date"
match = "{month} {year}"
set = { part = "late" }
yes = [["Jan 2021", "2021-01"]]
no = ["x"]
`,
		"common/z.toml": "[heads]\ngovernor = [\"ECB\"]\n[bosses]\npresident = [\"EU\"]\n[words.sign]\npercent = [\"%\"]\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Example" || p.Decimal != "," || !p.OrdinalDot || len(p.Rules) != 1 || p.Rules[0].Set["part"] != "late" || p.Rules[0].Line != 1 {
		t.Errorf("%+v", p)
	}
	if p.Heads["ECB"] != "governor" || p.Bosses["EU"] != "president" {
		t.Errorf("heads %v, bosses %v", p.Heads, p.Bosses)
	}
	var words []string
	for _, w := range p.Words {
		words = append(words, w.Class+" "+w.Value+" "+w.Form)
	}
	want := []string{"month 01 Jan~", "month 01 January", "layout.photo any photo", "sign percent %"}
	if !slices.Equal(words, want) {
		t.Errorf("words %q, want %q", words, want)
	}
	if got := p.Words[2].String(); got != "xx/pack.toml:23" {
		t.Errorf("the third word stands at %s", got)
	}
	// Letters with as many sounds change together, the others on their own.
	for _, s := range []string{"s", "lar", "ler", "dı", "di", "du", "dü"} {
		if !slices.Contains(p.Suffixes["noun"], s) {
			t.Errorf("no ending %q in %q", s, p.Suffixes["noun"])
		}
		if !slices.Contains(p.Apostrophe, s) {
			t.Errorf("no ending %q behind an apostrophe in %q", s, p.Apostrophe)
		}
	}
}

// TestRefusals gives each fault that an author can make, and asks for the file,
// the line and the word that is wrong.
func TestRefusals(t *testing.T) {
	rule := func(lines string) string { return head + "[[rule]]\n" + lines }
	const good = "id = \"a\"\nkind = \"date\"\nmatch = \"x\"\nyes = [[\"x\", \"y\"]]\nno = [\"z\"]\n"
	for _, c := range []struct{ name, text, want string }{
		{"no TOML", head + "rule = [", "xx/pack.toml:"},
		{"unknown key", "colour = \"red\"\n" + head, `xx/pack.toml:1: unknown key "colour"`},
		{"unknown table", head + "[words2.month]\n", "unknown table [words2.month]"},
		{"unknown list", head + "[[rules]]\n", "unknown table [[rules]]"},
		{"unknown key of a rule", rule(good + "value = \"x\"\n"), `unknown key "value" in the rule "a"`},
		{"wrong language", strings.Replace(head, `lang = "xx"`, `lang = "yy"`, 1), `lang is "yy", the folder "xx"`},
		{"no name", strings.Replace(head, `name = "Example"`, "", 1), "no name"},
		{"decimal", strings.Replace(head, `decimal = ","`, `decimal = ";"`, 1), "decimal must be"},
		{"date order", strings.Replace(head, `"dmy"`, `"ymd"`, 1), "date_order must be"},
		{"a number for true", strings.Replace(head, "ordinal_dot = true", "ordinal_dot = 1", 1), "true or false is due"},
		{"a list for a text", strings.Replace(head, `name = "Example"`, `name = ["Example"]`, 1), "a text in quotes is due"},
		{"paradigm", strings.Replace(head, `month = "noun"`, `month = "verb"`, 1), "there are no suffixes.verb"},
		{"empty form", head + "[words.sign]\na = [\"\"]\n", "an empty form of sign"},
		{"two roles of one head", head + "[heads]\ngovernor = [\"ECB\"]\npresident = [\"IMF\", \"ECB\"]\n", "xx/pack.toml:26: ECB has the role governor already"},
		{"two roles of one boss", head + "[bosses]\npresident = [\"EU\", \"EU\"]\n", "EU has the role president already"},
		{"no match", rule("id = \"a\"\nkind = \"date\"\nyes = [[\"x\", \"y\"]]\nno = [\"z\"]\n"), `rule "a": no match`},
		{"no yes", rule("id = \"a\"\nkind = \"date\"\nmatch = \"x\"\nno = [\"z\"]\n"), `rule "a": no yes`},
		{"no no", rule("id = \"a\"\nkind = \"date\"\nmatch = \"x\"\nyes = [[\"x\", \"y\"]]\n"), `rule "a": no no`},
		{"no id", rule(strings.Replace(good, `id = "a"`, "", 1)), "no id"},
		{"no kind", rule(strings.Replace(good, `kind = "date"`, "", 1)), "no kind"},
		{"a key twice", head + "[words.currency]\nEUR = [\"euro\"]\nEUR = [\"euros\"]\n", "xx/pack.toml:26: EUR stands here already"},
		{"a table twice", head + "[words.currency]\nEUR = [\"euro\"]\n[words.currency]\nUSD = [\"dollar\"]\n", "xx/pack.toml:26: the table [words.currency] stands here already"},
		{"two of one id", rule(good + "[[rule]]\n" + good), "the id stands at xx/pack.toml:"},
		{"a yes without value", rule(strings.Replace(good, `["x", "y"]`, `["x"]`, 1)), "a yes needs a text and a value"},
		{"set is no table", rule(good + "set = \"x\"\n"), "set is a table"},
	} {
		_, err := load(map[string]string{"xx/pack.toml": c.text})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := load(map[string]string{"yy/pack.toml": head}); err == nil {
		t.Error("a language without files is loaded")
	}
}

// TestOverlay lays a folder of packs over another.
func TestOverlay(t *testing.T) {
	base := fstest.MapFS{"aa/p.toml": {Data: []byte("base")}, "bb/p.toml": {Data: []byte("base")}, "common/c.toml": {Data: []byte("base")}, ".hidden/p.toml": {Data: []byte("base")}}
	top := fstest.MapFS{"bb/p.toml": {Data: []byte("top")}, "cc/p.toml": {Data: []byte("top")}}
	both := Overlay(base, top)
	langs, err := List(both)
	if err != nil || !slices.Equal(langs, []string{"aa", "bb", "cc"}) {
		t.Errorf("%q %v", langs, err)
	}
	for name, want := range map[string]string{"aa/p.toml": "base", "bb/p.toml": "top", "cc/p.toml": "top", "common/c.toml": "base"} {
		if got, err := fs.ReadFile(both, name); string(got) != want {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}
