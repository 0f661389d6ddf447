package letters

import (
	"fmt"
	"strings"
	"testing"
)

// Every byte at every place: letters alone go on, and end what is read at once.
func TestRun(t *testing.T) {
	for at := range 20 {
		for b := range 256 {
			s := strings.Repeat("aZ", 10)[:at] + string([]byte{byte(b)}) + "zA"
			want := at
			if b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' {
				want = len(s)
			}
			if got := Run(s); got != want {
				t.Fatalf("%q: %d letters, want %d", s, got, want)
			}
		}
	}
	if Run("") != 0 {
		t.Error("letters in nothing")
	}
}

// What is folded is what the letters are one by one, wherever the text ends.
func TestFold(t *testing.T) {
	const word = "TheQuickBrownFOXJUMPSOverTheLazyDog"
	for from := range len(word) {
		for to := from; to <= len(word); to++ {
			for _, behind := range []string{"", ".", ". Then it slept", "é", "1234567890"} {
				run := word[from:to]
				got, hash, lower := Fold([]byte("x"), run+behind)
				want := "x" + strings.ToLower(run)
				if string(got) != want || hash != Hash([]byte(want[1:])) || lower != (run != strings.ToUpper(run)) {
					t.Fatalf("%q before %q: %q %x %v", run, behind, got, hash, lower)
				}
			}
		}
	}
}

// Words that differ in one letter, in length or in a byte of zeros must not meet.
func TestHash(t *testing.T) {
	seen := map[uint64]string{}
	add := func(w string) {
		h := Hash([]byte(w))
		if other, ok := seen[h]; ok && other != w {
			t.Fatalf("%q and %q have the same hash", w, other)
		}
		seen[h] = w
	}
	for n := range 40 {
		add(strings.Repeat("\x00", n))
		for at := range n {
			for b := range 256 {
				w := []byte(strings.Repeat("a", n))
				w[at] = byte(b)
				add(string(w))
			}
		}
	}
	for n := range 100_000 {
		add(fmt.Sprint(n))
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"currancy", "currency", 1}, {"kitten", "sitting", 3}, {"", "abc", 3}, {"abc", "", 3}, {"flaw", "lawn", 2}} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
