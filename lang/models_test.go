package lang

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pemistahl/lingua-go"
)

var answers = flag.String("answers", "", "write what lingua says of each sample, all languages that it may weigh being candidates, to this file")

func TestModels(t *testing.T) {
	files := map[string]bool{}
	for _, f := range Models() {
		files[f] = true
	}
	for _, code := range usual {
		if _, ok := weighed()[code]; !ok {
			t.Errorf("%s is a usual candidate that lingua is never asked about", code)
		}
	}
	for _, want := range []string{"de/trigrams", "nb/bigrams", "tr/unigrams"} {
		if !files["language-models/"+want+".pb.bin.zip"] {
			t.Errorf("no %s", want)
		}
	}
	for _, not := range []string{"ru/trigrams", "zh/bigrams", "de/quadrigrams", "de/fivegrams"} {
		if files["language-models/"+not+".pb.bin.zip"] {
			t.Errorf("%s is not read", not)
		}
	}
}

// TestAnswers writes what a release compares before and after the models that
// are not read were left out. It reads all the others, some 300 MB.
func TestAnswers(t *testing.T) {
	if *answers == "" {
		t.Skip("-answers names no file")
	}
	var all []lingua.Language
	codes := sortedKeys(weighed())
	for _, code := range codes {
		all = append(all, weighed()[code])
	}
	d := new(models).detector(all, codes)
	var out strings.Builder
	for _, s := range samples {
		text := digest([]string{s.text})
		fmt.Fprintf(&out, "%s: %s\n", s.code, text)
		values := d.ComputeLanguageConfidenceValues(text)
		slices.SortFunc(values, func(a, b lingua.ConfidenceValue) int { return int(a.Language()) - int(b.Language()) })
		for _, v := range values {
			fmt.Fprintf(&out, "  %v %.4g\n", v.Language(), v.Value())
		}
	}
	if err := os.WriteFile(*answers, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
