package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine is a command line in which flags and files are told apart. urfave/cli takes every
// argument behind the first file for a file, and the first file for a subcommand where it is named
// like one; so it is shown the flags only.
type commandLine struct {
	command string // a subcommand, or ""
	flags   []string
	files   []string
}

func (l commandLine) forCLI() []string {
	if l.command == "" {
		return l.flags
	}
	return append([]string{l.command}, l.flags...)
}

// arrange tells the flags from the files, wherever they stand. The first argument that is no flag may
// be a subcommand; behind "--" everything is a file.
func arrange(args []string, app *cli.App) (commandLine, error) {
	all := slices.Clone(app.Flags)
	takesValue := flagsOf(app, "") // all flags of all commands
	for _, c := range app.Commands {
		all = append(all, c.Flags...)
		maps.Copy(takesValue, flagsOf(app, c.Name))
	}
	var line commandLine
	var used []string
	first, question := true, ""
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			line.files = append(line.files, args[i+1:]...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			switch {
			case first && app.Command(arg) != nil:
				line.command = arg
			case first && (arg == "help" || arg == "version") && !isThere(arg):
				question = arg
			default:
				line.files = append(line.files, arg)
			}
			first = false
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		value, known := takesValue[name]
		if !known && !strings.HasPrefix(arg, "--") && len(name) > 1 && takesValue[name[:1]] {
			used = append(used, name[:1]) // -j4
			line.flags = append(line.flags, arg[:2], arg[2:])
			continue
		}
		if !known {
			return line, usageError{fmt.Errorf("unknown flag %s; did you mean %s? (extract -h lists the flags; a file of that name is ./%[1]s)",
				arg, cli.SuggestFlag(all, name, false))}
		}
		used = append(used, name)
		line.flags = append(line.flags, arg)
		if value && !hasValue {
			if i++; i == len(args) {
				return line, usageError{fmt.Errorf("%s needs a value (extract -h tells which)", arg)}
			}
			line.flags = append(line.flags, args[i])
		}
	}
	if question != "" {
		return answer(question, line.files, app)
	}
	here := flagsOf(app, line.command)
	for _, name := range used {
		if _, ok := here[name]; !ok {
			what := strings.TrimSpace("extract " + line.command)
			return line, usageError{fmt.Errorf("%s is no flag of %s (%[2]s -h lists them)", dashed(name), what)}
		}
	}
	return line, nil
}

// isThere says whether a file of that name is meant.
func isThere(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// answer is the command line that "help", "help SUBCOMMAND" and "version" stand for.
func answer(question string, about []string, app *cli.App) (line commandLine, err error) {
	switch {
	case len(about) == 0:
		line.flags = []string{"--" + question}
	case question == "help" && len(about) == 1 && app.Command(about[0]) != nil:
		line.command, line.flags = about[0], []string{"--help"}
	case question == "help":
		err = usageError{fmt.Errorf("there is no help on %q, but on extract and on its subcommands (extract -h lists them)", strings.Join(about, " "))}
	default:
		err = usageError{fmt.Errorf("version takes no files, but there is %q", about[0])}
	}
	return line, err
}

// flagsOf maps the names of a command's flags to whether they take a value.
func flagsOf(app *cli.App, command string) map[string]bool {
	flags := app.Flags
	names := map[string]bool{"help": false, "h": false}
	if command == "" {
		names["version"], names["v"] = false, false
	} else {
		flags = app.Command(command).Flags
	}
	for _, f := range flags {
		takes := f.(cli.DocGenerationFlag).TakesValue()
		for _, name := range f.Names() {
			names[name] = takes
		}
	}
	return names
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// onUsageError takes the place of urfave/cli's, which writes to standard output.
func onUsageError(_ *cli.Context, err error, _ bool) error {
	return usageError{errors.New(strings.NewReplacer(" for flag -", " for --", " for -", " for --").Replace(err.Error()))}
}
