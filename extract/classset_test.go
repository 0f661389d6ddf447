package extract

import "testing"

// TestClassSet holds the classes that the engine asks for below those of which
// a set only says maybe.
func TestClassSet(t *testing.T) {
	if class(len(engineClasses)) >= lastBit {
		t.Fatalf("%d classes of the engine, a set tells %d apart: make it a word longer", len(engineClasses), lastBit)
	}
	var s, o classSet
	s.add(3)
	s.add(70)
	o.add(70)
	if !s.has(3) || !s.has(70) || s.has(4) || !s.any([]class{4, 70}) || s.any([]class{4, 71}) || !s.meets(&o) || s.meets(&classSet{}) {
		t.Errorf("%v is not {3, 70}", s)
	}
	s.add(lastBit + 5)
	if !s.has(lastBit + 9) {
		t.Error("classes beyond the last bit share it")
	}
}
