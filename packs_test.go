package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLanguageFromNothing follows the README of the packs: its example must be a language that works.
func TestLanguageFromNothing(t *testing.T) {
	readme, err := os.ReadFile("extract/packs/README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	files := regexp.MustCompile("(?s)\n```toml\n# (my-packs/\\S+)\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	if len(files) != 2 {
		t.Fatalf("the README has %d files for the example", len(files))
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f[1]), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f[1], []byte(f[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := call(t, "check", "--packs", "my-packs"); !strings.Contains(got, "5 languages, ") || !strings.Contains(got, " 0 problems") {
		t.Errorf("check says %q", got)
	}
	if got := call(t, "langs", "--packs", "my-packs"); !strings.Contains(got, "sv  Swedish\n") {
		t.Errorf("langs says %q", got)
	}
	const text = "Regeringen sade den 3 mars 2021 att det inte var möjligt att ge 40 miljoner kronor till de andra."
	if err := os.WriteFile("a.txt", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	got := call(t, "--packs", "my-packs", "a.txt")
	for _, want := range []string{`"type":"date","value":"2021-03-03"`, `"rule":"sv/day-month-year"`, `"type":"money","value":"40000000","number":40000000,"currency":"SEK"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(call(t, "a.txt"), `"type":"date"`) {
		t.Error("Swedish gives facts without the pack")
	}
	broken := strings.Replace(files[1][2], "2021-03-03", "2021-03-04", 1)
	if err := os.WriteFile(files[1][1], []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, messages strings.Builder
	if code := run([]string{"check", "--packs", "my-packs"}, nil, &out, &messages); code != exitInput || !strings.Contains(out.String(), `sv/rules.toml:`) {
		t.Errorf("check of a failing example: code %d, %s%s", code, out.String(), messages.String())
	}
	out.Reset()
	if code := run([]string{"--packs", "my-packs", "a.txt"}, nil, &out, &messages); code != exitUsage || out.Len() > 0 || !strings.Contains(messages.String(), "sv/rules.toml:") {
		t.Errorf("a pack with a failing example: code %d, %s%s", code, out.String(), messages.String())
	}
}
