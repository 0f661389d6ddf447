package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// mostGarbage is how much memory may be garbage before it is collected, where the collector's own rule,
// as much as is in use, would let it be more. That rule is made for memory full of pointers, which takes
// time to look through; here what makes the difference is the text of a long document, one block without
// any, and garbage would take as much room as that for nothing. A limit of the whole would be simpler,
// but collecting would never end where more than the limit is in use.
const mostGarbage = 48 << 20

// usualPace is the collector's own: garbage in percent of what is in use.
const usualPace = 100

// firstPace lets memory grow to mostGarbage before the first collection: the collector's own rule is of
// firstHeap at usualPace, and would look four times through the packs while they are read, a quarter of
// the time that one short article takes.
const (
	firstHeap = 4 << 20
	firstPace = mostGarbage / firstHeap * usualPace
)

// paceCollector holds the garbage down for the rest of the run, unless the user has set another pace.
func paceCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(firstPace)
		afterCollection(&pacer{percent: firstPace})
	}
}

// pacer sets the pace anew behind each collection.
type pacer struct{ percent int }

func afterCollection(p *pacer) {
	runtime.SetFinalizer(p, func(p *pacer) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		percent := usualPace
		if inUse := live[0].Value.Uint64(); inUse > mostGarbage {
			percent = max(1, int(mostGarbage*usualPace/inUse)) // 0 would collect without end
		}
		if p.percent != percent { // all goroutines wait while it is set
			p.percent = percent
			debug.SetGCPercent(percent)
		}
		afterCollection(p)
	})
}
