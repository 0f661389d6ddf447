package tagger

import (
	"strings"
	"sync"
	"testing"
)

// TestPerson asks about names and about words that stand where one would.
func TestPerson(t *testing.T) {
	var tagger Tagger
	for _, c := range []struct {
		sentence, words string
		want            bool
	}{
		{"Finance Minister Karim Bello spoke in Abuja.", "Karim Bello", true},
		{"President Jokowi left for Tokyo.", "Jokowi", true},
		{"Trade Minister Parks Tau signed the accord.", "Parks Tau", true},
		{"The talks between the two prime ministers took place in Hanoi.", "Hanoi", false},
		{"The governor met him in March at the Treasury.", "Treasury", false},
	} {
		from := strings.Index(c.sentence, c.words)
		if got := tagger.Person(c.sentence, from, from+len(c.words)); got != c.want {
			t.Errorf("%q in %q: %v", c.words, c.sentence, got)
		}
	}
	if tagger.Serves("de") || !tagger.Serves("en") {
		t.Error("it serves English alone")
	}
}

// TestConcurrent asks from several goroutines at once, as workers do.
func TestConcurrent(t *testing.T) {
	var tagger Tagger
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				if !tagger.Person("Governor Anna Keller resigned.", 9, 20) {
					t.Error("no name")
				}
			}
		})
	}
	wg.Wait()
}
