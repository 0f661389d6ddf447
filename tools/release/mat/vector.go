// Package mat is the part of gonum's package of that name that prose asks for: the vectors with which it trains
// its models. Nothing of them is used where a model is only read. A release has them in the place of gonum's.
package mat

// VecDense is a column vector.
type VecDense struct{ data []float64 }

// NewVecDense returns a vector of n zeros, or of the data given.
func NewVecDense(n int, data []float64) *VecDense {
	if data == nil {
		data = make([]float64, n)
	}
	return &VecDense{data[:n]}
}

// Dims returns the numbers of rows and columns.
func (v *VecDense) Dims() (rows, columns int) { return len(v.data), 1 }

// At returns the element of a row, the column being 0.
func (v *VecDense) At(row, column int) float64 { return v.data[row+column*len(v.data)] }

// AtVec returns the element of a row.
func (v *VecDense) AtVec(row int) float64 { return v.data[row] }

// SetVec sets the element of a row.
func (v *VecDense) SetVec(row int, value float64) { v.data[row] = value }

// SubVec sets v to a - b.
func (v *VecDense) SubVec(a, b *VecDense) {
	for i := range a.data {
		v.data[i] = a.data[i] - b.data[i]
	}
}

// ScaleVec sets v to alpha times a.
func (v *VecDense) ScaleVec(alpha float64, a *VecDense) {
	for i, x := range a.data {
		v.data[i] = alpha * x
	}
}
