package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"extract/model"
	"extract/output"
)

// blocks are the shell commands of a chapter of the README.
func blocks(t *testing.T, chapter string) []string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "\n## "+chapter+"\n")
	if !ok {
		t.Fatalf("the README has no chapter %q", chapter)
	}
	rest, _, _ = strings.Cut(rest, "\n## ")
	var found []string
	for _, m := range regexp.MustCompile("(?s)\n```sh\n(.*?)```").FindAllStringSubmatch(rest, -1) {
		found = append(found, m[1])
	}
	return found
}

// TestShownOutput runs the commands that the README shows with what they print.
func TestShownOutput(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)\n```console\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	if len(shown) == 0 {
		t.Fatal("the README shows no output")
	}
	for _, block := range shown {
		for _, part := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			out, err := exec.Command(bash, "-c", command).Output()
			if err != nil || strings.TrimSpace(string(out)) != strings.TrimSpace(want) {
				t.Errorf("$ %s\n%s%v\nthe README has\n%s", command, out, err, want)
			}
		}
	}
}

// recipeFacts are what two articles in two languages about one meeting give, as far as the recipes need.
func recipeFacts() []byte {
	at := func(doc, lang, id string) model.Common {
		return model.Common{Text: "x", End: 1, Mentions: []model.Span{{Start: 0, End: 1}}, Rule: "r", Lang: lang, Doc: doc, ID: id}
	}
	number := 29
	meeting := model.Meeting{Value: "cn-ru-heads-of-government/29", Number: &number, Series: "cn-ru-heads-of-government",
		Kind: "meeting", Status: "held", Date: "2024-08-21", FirstDay: "2024-08-21", LastDay: "2024-08-21", City: "Moscow", Country: "RU"}
	english, norwegian := meeting, meeting
	english.Chairs = []string{"Li Qiang", "Mikhail Mishustin"}
	english.Common, norwegian.Common = at("a.txt", "en", "a4"), at("b.txt", "nb", "b2")
	trade := func(sum int64, year string, c model.Common) *model.Money {
		return &model.Money{Number: model.NewDecimal(sum, 0), Currency: "USD", Common: c, Quantity: model.Quantity{
			Measure: "trade", Parties: []string{"CN", "RU"}, Period: year, FirstDay: year + "-01-01", LastDay: year + "-12-31"}}
	}
	return output.AppendJSONL(nil, []model.Record{
		&model.Article{Schema: model.Schema, Value: "T", Langs: []model.LangShare{{Lang: "en", Share: 1}}, Dateline: model.Dateline{City: "Moscow"}, Common: at("a.txt", "en", "a1")},
		trade(240_100_000_000, "2023", at("a.txt", "en", "a2")),
		&model.Date{Value: "2024", Grain: "year", Basis: "absolute", FirstDay: "2024-01-01", LastDay: "2024-12-31", Common: at("a.txt", "en", "a3")},
		&english,
		&model.Article{Schema: model.Schema, Common: at("b.txt", "nb", "b1")},
		trade(244_800_000_000, "2024", at("b.txt", "nb", "b3")),
		&norwegian,
	})
}

// TestRecipes runs the README's recipes, each where its program is installed.
func TestRecipes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	facts := recipeFacts()
	old := bytes.Join(bytes.SplitAfter(facts, []byte("\n"))[:4], nil) // the first article
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "facts.jsonl"), facts, 0o644), os.WriteFile(filepath.Join(dir, "old.jsonl"), old, 0o644)); err != nil {
		t.Fatal(err)
	}
	wants := []struct{ need, out string }{ // what must be installed, and words of one line that comes out
		{"jq --version", `{"event":"cn-ru-heads-of-government/29","langs":["en","nb"],"dates":["2024-08-21"],"docs":["a.txt","b.txt"]}`},
		{"duckdb --version", "2024 CN-RU trade USD"},
		{"sqlite3 --version", `2024 ["CN","RU"] trade USD 244800000000.0 1`},
		{`python3 -c "import pandas"`, "Li Qiang Mikhail Mishustin Moscow 2024-08-21 cn-ru-heads-of-government/29"},
		{"jq --version", "b.txt money 244800000000 x b3"},
	}
	recipes := blocks(t, "Recipes")
	if len(recipes) != len(wants) {
		t.Fatalf("%d recipes, of which %d are tested", len(recipes), len(wants))
	}
	for i, recipe := range recipes {
		need, want := wants[i].need, wants[i].out
		program, _, _ := strings.Cut(need, " ")
		t.Run(fmt.Sprint(i+1, program), func(t *testing.T) {
			if exec.Command(bash, "-c", need).Run() != nil {
				t.Skip("not here:", need)
			}
			cmd := exec.Command(bash, "-e", "-o", "pipefail", "-c", recipe)
			cmd.Dir = dir
			var messages strings.Builder
			cmd.Stderr = &messages
			out, err := cmd.Output()
			if err != nil || messages.Len() > 0 {
				t.Fatalf("%v\n%s", err, messages.String())
			}
			words := regexp.MustCompile(`[^\w.-]+`) // programs draw tables in different ways
			if !strings.Contains(words.ReplaceAllString(string(out), " "), words.ReplaceAllString(want, " ")) {
				t.Errorf("no %q in\n%s", want, out)
			}
		})
	}
}

// TestDocumentsNameWhatIsThere finds files that README and ARCHITECTURE speak of and that are gone.
func TestDocumentsNameWhatIsThere(t *testing.T) {
	const made = "dist/" // by a release, not kept
	for _, doc := range []string{"README.md", "ARCHITECTURE.md"} {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile("`([a-zA-Z.][a-zA-Z0-9./_]+(?:/[a-zA-Z0-9./_]*|\\.go|\\.md))`").FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(m[1]); err != nil && !strings.HasPrefix(m[1], made) {
				t.Errorf("%s speaks of %s, which is not there", doc, m[1])
			}
		}
	}
}
