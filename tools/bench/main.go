// Command bench measures the program and writes the figures to BENCHMARKS.md: speed and allocations of
// each stage, one worker against two, memory by length of the input, the start.
//
//	go run ./tools/bench                         a quarter of an hour on a machine that does nothing else
//	go run ./tools/bench -mb 2 -sizes 1,10 -out /dev/stdout
//
// What it reads is made of fragments, no two articles alike (internal/shuffled), and no machine is named:
// what counts are the ratios, and the same table of another day on the same machine.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	var b bench
	flag.IntVar(&b.megabytes, "mb", 20, "megabytes of articles for go test -bench, and for the workers")
	flag.IntVar(&b.passes, "passes", 3, "how often they are read")
	sizes := flag.String("sizes", "10,100,1000", "megabytes of JSON Lines whose memory is measured, ascending")
	out := flag.String("out", "BENCHMARKS.md", "file that is written")
	flag.Parse()
	err := func() (err error) {
		if b.sizes, err = parseSizes(*sizes); err != nil {
			return fmt.Errorf("-sizes: %w", err)
		}
		report, err := b.measure()
		if err != nil {
			return err
		}
		return os.WriteFile(*out, report, 0o644)
	}()
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

func parseSizes(list string) ([]int, error) {
	var sizes []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || len(sizes) > 0 && n <= sizes[len(sizes)-1] {
			return nil, fmt.Errorf("%q: it is numbers of megabytes, ascending, as in 10,100,1000", list)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// bench is what is measured.
type bench struct {
	megabytes, passes int
	sizes             []int
	program           string // the program, built
}

func (b *bench) measure() ([]byte, error) {
	if _, err := os.Stat("internal/shuffled"); err != nil {
		return nil, fmt.Errorf("run it in the folder of the repository: %w", err)
	}
	tmp, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	b.program = filepath.Join(tmp, "extract")
	if out, err := exec.Command("go", "build", "-o", b.program, ".").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	var r report
	// First what is measured of processes: a child's peak is no lower than this process's own.
	if r.starts, err = b.start(); err != nil {
		return nil, err
	}
	if r.memory, err = b.memory(); err != nil {
		return nil, err
	}
	if r.workers, err = b.workers(); err != nil {
		return nil, err
	}
	if r.all, err = b.goTest(".", "BenchmarkAll"); err != nil {
		return nil, err
	}
	if r.stages, err = b.goTest("./extract", "BenchmarkStages"); err != nil {
		return nil, err
	}
	return r.write(), nil
}

// goTest runs a benchmark of the package in a folder.
func (b *bench) goTest(folder, name string) (metrics, error) {
	fmt.Fprintln(os.Stderr, name)
	out, err := exec.Command("go", "test", folder, "-run", "^$", "-bench", "^"+name+"$", "-benchtime", fmt.Sprint(b.passes, "x"), "-mb", strconv.Itoa(b.megabytes)).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("go test -bench %s: %w\n%s", name, err, out)
	}
	return parseBench(string(out), name)
}

// metrics are the figures of a benchmark by their unit, in its order.
type metrics []metric

type metric struct {
	unit  string
	value float64
}

// of returns the figure of a unit, 0 where there is none.
func (m metrics) of(unit string) float64 {
	for _, x := range m {
		if x.unit == unit {
			return x.value
		}
	}
	return 0
}

// parseBench finds the line of a benchmark in what go test prints.
func parseBench(out, name string) (metrics, error) {
	for line := range strings.Lines(out) {
		fields := strings.Fields(line)
		if len(fields) < 4 || fields[0] != name && !strings.HasPrefix(fields[0], name+"-") {
			continue
		}
		var m metrics
		for i := 2; i+1 < len(fields); i += 2 {
			v, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			m = append(m, metric{fields[i+1], v})
		}
		return m, nil
	}
	return nil, fmt.Errorf("go test prints no line of %s:\n%s", name, out)
}
