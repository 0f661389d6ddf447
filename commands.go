package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"extract/extract"
	"extract/input"
	"extract/model"
)

const appHelp = `extract turns news articles into facts: dates, sessions, officials, cities, sums of money,
percentages and meetings, in the same form whatever the language. It writes JSON Lines:
for each document an "article" record, then its facts, each with its place in the text.

Usage:
   extract [flags] FILE... > facts.jsonl

   FILE is a text file or web page, a folder (all files below it), or - for standard input.
   A file named .jsonl or .ndjson has one document a line: {"text": "...", "id": "...",
   "date": "2025-11-03", "lang": "en", "title": "...", "url": "..."}; only text must be there.
   Files may be compressed (gzip, zstd, bzip2, xz); .zip and .tar are read as folders, WARC
   files page by page.

Examples:
   extract article.txt
   extract --date 2025-11-03 --types date,money news/ > facts.jsonl
   curl -s https://example.org/feed.jsonl | extract --input jsonl - | jq .value
   extract --jobs 1 --input jsonl --envelope -   one line out for each line in, as soon as it is in
   extract --explain article.txt > /dev/null     why each fact was found or not

Flags (before or after the files):{{range .VisibleFlags}}
   {{.}}{{end}}

Types of fact: LISTED;
"article" writes the article records alone

Subcommands (extract help SUBCOMMAND says more; a file of that name is ./SUBCOMMAND):{{range .VisibleCommands}}
   {{.Name}}{{"\t"}}{{.Usage}}{{end}}

Exit codes: 0 everything was read; 1 some input failed (one line on standard error each);
2 wrong usage; 3 the output could not be written.
`

const commandHelp = `extract {{.Name}}: {{.Usage}}

Usage:
   {{.UsageText}}
{{if .Description}}
{{.Description}}
{{end}}
Flags:{{range .VisibleFlags}}
   {{.}}{{end}}
`

// app describes the command line to urfave/cli.
func (c *command) app() *cli.App {
	packs := &cli.StringFlag{Name: "packs", Usage: "folder `DIR` of language packs that add to the built-in ones, or replace them"}
	inputFlag := &cli.StringFlag{Name: "input", Usage: "`FORMAT` of the files: text, jsonl or html (default: by the name's ending, html by the content too)"}
	commands := []*cli.Command{
		{
			Name: "check", Usage: "check the language packs: every rule against its examples",
			UsageText:   "extract check [--packs DIR]",
			Description: "Prints what is wrong with file, line and rule, and then exits with 1.",
			Flags:       []cli.Flag{packs}, Action: c.check,
		},
		{
			Name: "rules", Usage: "show the rules of a language with their examples",
			UsageText: "extract rules [--packs DIR] LANG",
			Flags:     []cli.Flag{packs}, Action: c.rules,
		},
		{
			Name: "langs", Usage: "list the languages that have a pack",
			UsageText: "extract langs [--packs DIR]",
			Flags:     []cli.Flag{packs}, Action: c.langs,
		},
		{
			Name: "schema", Usage: "print the JSON Schema of the records, or their columns for a database",
			UsageText: "extract schema [--duckdb | --sqlite]",
			Description: "The schema has the lines of --envelope and --errors too, as $defs/envelope and $defs/failure.\n" +
				"For DuckDB it prints the columns argument of read_json, for SQLite a script that loads\n" +
				"facts.jsonl into a table:\n" +
				`   duckdb -c "FROM read_json('facts.jsonl', columns=$(extract schema --duckdb))"` + "\n" +
				"   extract schema --sqlite | sqlite3 facts.db",
			Flags: []cli.Flag{
				&cli.BoolFlag{Name: "duckdb", Usage: "the columns for DuckDB's read_json", DisableDefaultText: true},
				&cli.BoolFlag{Name: "sqlite", Usage: "a script for sqlite3 that loads facts.jsonl", DisableDefaultText: true},
			},
			Action: c.schema,
		},
		{
			Name: "text", Usage: "print the text of a document as extract reads it, as of a web page",
			UsageText: "extract text [--input FORMAT] [--jsonl] FILE...",
			Description: "The places of facts (start, end, mentions) are counted in this text, in code points. With\n" +
				"--jsonl there may be several documents, each a line that extract reads again:\n" +
				"   extract text --jsonl pages/ > pages.jsonl; extract pages.jsonl",
			Flags: []cli.Flag{
				inputFlag,
				&cli.BoolFlag{Name: "jsonl", Usage: "write a line of JSON for each document, with its title and date", DisableDefaultText: true},
			},
			Action: c.text,
		},
	}
	for _, cmd := range commands {
		cmd.HideHelpCommand = true
		cmd.CustomHelpTemplate = commandHelp
		cmd.OnUsageError = onUsageError
	}
	return &cli.App{
		Name: "extract", Usage: "turns news articles into facts", Version: version(),
		Flags: []cli.Flag{
			inputFlag,
			&cli.GenericFlag{Name: "types", Value: &c.types, Usage: "write only facts of these `TYPES`, as date,city (default: all but number and ordinal)"},
			&cli.StringFlag{Name: "lang", Usage: "language `CODE` of the text files, as en (default: detected)"},
			&cli.StringFlag{Name: "date", Usage: "`DATE` of publication where neither record nor text says it, as 2025-11-03"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "work on `N` documents at a time", DefaultText: "one for each core"},
			packs,
			&cli.BoolFlag{Name: "explain", Usage: "say on standard error which rule found each fact, and why others were dropped", DisableDefaultText: true},
			&cli.BoolFlag{Name: "no-article", Usage: "leave out the article records", DisableDefaultText: true},
			&cli.BoolFlag{Name: "envelope", Usage: "write one line for each document, and for each line of JSON Lines: {\"doc\",\"facts\":[...]} or {\"doc\",\"error\"}", DisableDefaultText: true},
			&cli.StringFlag{Name: "errors", Usage: "keep a JSON record of each document that failed in `FILE`"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no progress and no notes on standard error, only what failed", DisableDefaultText: true},
		},
		Commands:                  commands,
		Action:                    c.extract,
		Reader:                    c.stdin,
		Writer:                    &c.help,
		ErrWriter:                 c.stderr,
		HideHelpCommand:           true,
		CustomAppHelpTemplate:     strings.Replace(appHelp, "LISTED", strings.Join(model.Types(), ", "), 1),
		OnUsageError:              onUsageError,
		ExitErrHandler:            func(*cli.Context, error) {}, // only main exits
		DisableSliceFlagSeparator: true,
	}
}

// check is the subcommand that runs the examples of the packs.
func (c *command) check(ctx *cli.Context) error {
	if err := c.noFiles(ctx); err != nil {
		return err
	}
	report, err := extract.Check(ctx.String("packs"))
	if err != nil {
		return usageError{err}
	}
	var b bytes.Buffer
	for _, p := range report.Problems {
		fmt.Fprintln(&b, p)
	}
	fmt.Fprintf(&b, "%d languages, %d rules, %d examples, %d problems\n", report.Languages, report.Rules, report.Examples, len(report.Problems))
	if len(report.Problems) > 0 {
		c.code = exitInput
	}
	return c.print(b.Bytes())
}

// rules is the subcommand that shows what a language's pack finds.
func (c *command) rules(ctx *cli.Context) error {
	if len(c.files) != 1 {
		return usageError{errors.New("extract rules shows one language, as in: extract rules en (extract langs lists them)")}
	}
	packs := ctx.String("packs")
	code, err := input.ParseLanguage(c.files[0])
	if err != nil {
		return usageError{err}
	}
	rules, err := extract.Rules(packs, code)
	if err != nil {
		return usageError{err}
	}
	var b bytes.Buffer
	for _, r := range rules {
		fmt.Fprintf(&b, "%s %s  (%s:%d)\n", r.Kind, r.ID, r.File, r.Line)
		for _, m := range r.Match {
			fmt.Fprintf(&b, "   %s\n", m)
		}
		for _, yes := range r.Yes {
			fmt.Fprintf(&b, "   yes  %q", yes[0])
			if len(yes) > 1 {
				fmt.Fprintf(&b, "  %s", strings.Join(yes[1:], ", "))
			}
			fmt.Fprintln(&b)
		}
		for _, no := range r.No {
			fmt.Fprintf(&b, "   no   %q\n", no)
		}
	}
	return c.print(b.Bytes())
}

// langs is the subcommand that lists the languages.
func (c *command) langs(ctx *cli.Context) error {
	if err := c.noFiles(ctx); err != nil {
		return err
	}
	languages, err := extract.Languages(ctx.String("packs"))
	if err != nil {
		return usageError{err}
	}
	var b bytes.Buffer
	for _, l := range languages {
		fmt.Fprintf(&b, "%-3s %s\n", l.Lang, l.Name)
	}
	return c.print(b.Bytes())
}

// schema is the subcommand that prints what the records look like.
func (c *command) schema(ctx *cli.Context) error {
	if err := c.noFiles(ctx); err != nil {
		return err
	}
	switch duckdb, sqlite := ctx.Bool("duckdb"), ctx.Bool("sqlite"); {
	case duckdb && sqlite:
		return usageError{errors.New("--duckdb and --sqlite exclude each other")}
	case duckdb:
		return c.print(duckdbColumns())
	case sqlite:
		return c.print(sqliteScript())
	}
	return c.print(model.JSONSchema())
}

// duckdbColumns is the columns argument of DuckDB's read_json.
func duckdbColumns() []byte {
	var parts []string
	for _, col := range model.Columns() {
		parts = append(parts, fmt.Sprintf("'%s': '%s'", col.Name, col.DuckDB))
	}
	return []byte("{" + strings.Join(parts, ", ") + "}\n")
}

// sqliteScript creates the table facts and fills it from facts.jsonl. In the shell's ascii mode the
// separators are characters that JSON never has as such, so that each line is one value.
func sqliteScript() []byte {
	var names, types []string
	for _, col := range model.Columns() {
		names = append(names, fmt.Sprintf(`line ->> '$.%s'`, col.Name))
		types = append(types, fmt.Sprintf(`  "%s" %s`, col.Name, col.SQLite))
	}
	return fmt.Appendf(nil, `DROP TABLE IF EXISTS facts;
CREATE TABLE facts (
%s
);
CREATE TEMP TABLE lines (line TEXT);
.mode ascii
.separator "\037" "\n"
.import facts.jsonl lines
INSERT INTO facts SELECT %s FROM lines;
DROP TABLE lines;
`, strings.Join(types, ",\n"), strings.Join(names, ", "))
}

// noFiles refuses arguments where a subcommand takes none.
func (c *command) noFiles(ctx *cli.Context) error {
	if len(c.files) > 0 {
		return usageError{fmt.Errorf("%s takes no files, but there is %q (a document named %[1]s is ./%[1]s)", ctx.Command.Name, c.files[0])}
	}
	return nil
}
