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

// blocks are the pieces of a chapter of the README that are written in a language.
func blocks(t *testing.T, chapter, language string) []string {
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
	for _, m := range regexp.MustCompile("(?s)\n```"+language+"\n(.*?)```").FindAllStringSubmatch(rest, -1) {
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
			for strings.HasPrefix(want, "> ") { // a command of several lines
				var more string
				more, want, _ = strings.Cut(want[len("> "):], "\n")
				command += "\n" + more
			}
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
	recipes := blocks(t, "Recipes", "sh")
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

// sparkStub stands in for a Spark session of two partitions. Its pipe does what that of PySpark does:
// an environment without PATH, a thread that writes, lines of bytes that are read.
const sparkStub = `
import shlex, subprocess, threading

class RDD:
    def __init__(self, parts): self.parts = parts
    def map(self, f): return RDD([[f(x) for x in p] for p in self.parts])
    def flatMap(self, f): return RDD([[y for x in p for y in f(x)] for p in self.parts])
    def collect(self): return [x for p in self.parts for x in p]
    def pipe(self, command):
        def run(part):
            p = subprocess.Popen(shlex.split(command), env={}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            def write():
                for line in part: p.stdin.write((line + "\n").encode())
                p.stdin.close()
            threading.Thread(target=write).start()
            out = [line.rstrip(b"\n").decode() for line in p.stdout]
            assert len(out) == len(part), (out, part)
            return out
        return RDD([run(p) for p in self.parts])

class spark:
    class sparkContext:
        def textFile(name):
            lines = open(name, encoding="utf-8").read().splitlines()
            return RDD([lines[:2], lines[2:]])
`

// TestPipes runs what the README shows to be done with other programs, each where it is installed. All
// ways give the same records.
func TestPipes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	extract, err := exec.LookPath("extract")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	feed := `{"id":"a","text":"On 3 November 2025 they met in Oslo."}` + "\n\n" + `{"id":"b","text":"Die Minister trafen sich am 4. November 2025 in Wien."}` + "\n"
	if err := os.WriteFile(filepath.Join(dir, "feed.jsonl"), []byte(feed), 0o644); err != nil {
		t.Fatal(err)
	}
	want := call(t, filepath.Join(dir, "feed.jsonl"))
	try := func(name, need, script, want string) {
		t.Run(name, func(t *testing.T) {
			if exec.Command(bash, "-c", need).Run() != nil {
				t.Skip("not here:", need)
			}
			cmd := exec.Command(bash, "-e", "-o", "pipefail", "-c", script)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil || string(out) != want {
				t.Errorf("%v\n got %s\nwant %s", err, out, want)
			}
		})
	}
	shell := blocks(t, "In a pipe", "sh")
	for line := range strings.Lines(shell[0]) {
		try("parallel", "parallel --version", line+"\ncat facts.jsonl; rm facts.jsonl", want)
	}
	python := blocks(t, "In a pipe", "python")
	if len(shell) != 1 || len(python) != 2 {
		t.Fatal("there are others, which are not tried")
	}
	const here = "python3 --version"
	spark := sparkStub + strings.Replace(python[0], "/usr/local/bin/extract", extract, 1) +
		"\nfor f in facts.collect(): print(json.dumps(f, ensure_ascii=False, separators=(',', ':')))\n"
	try("spark", here, "python3 - <<'END'\n"+spark+"END", want)
	try("line by line", here, "python3 - <<'END'\n"+python[1]+"END", "2025-11-03\n2025-11-04\n")
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
