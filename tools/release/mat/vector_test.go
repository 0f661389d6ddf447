package mat

import "testing"

func TestVector(t *testing.T) {
	a, b := NewVecDense(2, []float64{5, 7}), NewVecDense(2, nil)
	b.SetVec(1, 3)
	if rows, columns := b.Dims(); rows != 2 || columns != 1 || b.At(0, 0) != 0 || b.At(1, 0) != 3 {
		t.Errorf("%d rows, %d columns, %v", rows, columns, b)
	}
	b.SubVec(a, b) // prose has the result in one of the two
	b.ScaleVec(0.5, b)
	if b.AtVec(0) != 2.5 || b.AtVec(1) != 2 {
		t.Errorf("%v", b)
	}
}
