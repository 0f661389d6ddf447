package main

import (
	"slices"
	"strings"
	"testing"
)

func TestArrange(t *testing.T) {
	app := (&command{}).app()
	for in, want := range map[string]string{
		"a b":                            "| | a b",
		"a --date 2025-11-03 b":          "| --date 2025-11-03 | a b",
		"a --date=2025-11-03 b":          "| --date=2025-11-03 | a b",
		"a -j 2 --explain b -q":          "| -j 2 --explain -q | a b",
		"a -j2 b":                        "| -j 2 | a b",
		"-q3 a":                          "! unknown flag -q3;",
		"-explain a":                     "| -explain | a",
		"- --input jsonl":                "| --input jsonl | -",
		"check":                          "check | |",
		"--packs d check":                "check | --packs d |",
		"rules --packs d en":             "rules | --packs d | en",
		"rules en --packs d":             "rules | --packs d | en",
		"./check":                        "| | ./check",
		"a check":                        "| | a check",
		"-- check":                       "| | check",
		"--explain -- --date -x":         "| --explain | --date -x",
		"--date -- a":                    "| --date -- | a",
		"":                               "| |",
		"--typs date a":                  "! unknown flag --typs; did you mean --types?",
		"a --jobs":                       "! --jobs needs a value",
		"check --types date":             "! --types is no flag of extract check",
		"--sqlite a":                     "! --sqlite is no flag of extract",
		"a -date":                        "! -date needs a value",
		"--types date schema --duckdb x": "! --types is no flag of extract schema",
	} {
		line, err := arrange(strings.Fields(in), app)
		parts := slices.Concat([]string{line.command, "|"}, line.flags, []string{"|"}, line.files)
		got := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
		if err != nil {
			got = "! " + err.Error()
		}
		if got != want && !(err != nil && strings.HasPrefix(got, want)) {
			t.Errorf("%s:\n got %s\nwant %s", in, got, want)
		}
	}
}
