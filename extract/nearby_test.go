package extract

import "testing"

// TestNext: what stands at a token is found, at the edges too.
func TestNext(t *testing.T) {
	c := &chart{starts: make([]classSet, 5)}
	c.starts[0].add(clsChair)
	c.starts[4].add(clsChair)
	both := classesOf(clsChair, clsVenue)
	for _, k := range []struct{ from, to, want int32 }{{0, 5, 0}, {1, 5, 4}, {1, 4, 4}, {1, 3, 3}, {5, 5, 5}, {3, 9, 4}, {5, 9, 9}} {
		if got := c.next(clsChair, k.from, k.to); got != k.want {
			t.Errorf("next from %d to %d: %d, want %d", k.from, k.to, got, k.want)
		}
		if got := c.nextOf(&both, k.from, k.to); got != k.want {
			t.Errorf("nextOf from %d to %d: %d, want %d", k.from, k.to, got, k.want)
		}
	}
}
