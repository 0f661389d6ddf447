package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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

// TestRecipes runs the README's recipes on the facts of the articles here, each where its program is
// installed; old.jsonl lacks some of the facts.
func TestRecipes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	articles(t)
	facts := call(t, "testdata/articles")
	dir := t.TempDir()
	lines := strings.SplitAfter(facts, "\n")
	for name, content := range map[string]string{"facts.jsonl": facts, "old.jsonl": strings.Join(lines[:len(lines)/2], "")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	needs := map[string]string{"jq": "jq --version", "duckdb": "duckdb --version", "sqlite3": "sqlite3 --version", "python3": `python3 -c "import pandas"`}
	recipes := blocks(t, "Recipes")
	if len(recipes) < 5 {
		t.Fatalf("%d recipes", len(recipes))
	}
	for _, recipe := range recipes {
		title, _, _ := strings.Cut(recipe, "\n")
		t.Run(title, func(t *testing.T) {
			for program, try := range needs {
				if regexp.MustCompile(`\b`+program+`\b`).MatchString(recipe) && exec.Command(bash, "-c", try).Run() != nil {
					t.Skip("not installed:", try)
				}
			}
			cmd := exec.Command(bash, "-e", "-o", "pipefail", "-c", recipe)
			cmd.Dir = dir
			var messages strings.Builder
			cmd.Stderr = &messages
			out, err := cmd.Output()
			if err != nil || messages.Len() > 0 {
				t.Fatalf("%v\n%s", err, messages.String())
			}
			if strings.Count(string(out), "\n") < 2 {
				t.Errorf("it finds next to nothing: %q", out)
			}
			t.Logf("%.400s", out)
		})
	}
}
