package model

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// MaxDigits is the longest number that ParseDecimal reads. It is far beyond any sum of money, and
// keeps a document that is one long row of digits from costing quadratic time.
const MaxDigits = 400

// ErrDecimal is the cause of every error of ParseDecimal.
var ErrDecimal = errors.New("no plain decimal number")

// Decimal is an exact decimal number, mantissa / 10^scale. The zero value is 0. It is always reduced
// (no zeros at the end of its fraction), so that equal numbers print alike. It is immutable; compare
// with Cmp, not with ==.
type Decimal struct {
	small int64    // the mantissa where it fits
	large *big.Int // else here, and small is 0
	scale int      // digits after the point, never negative
}

// NewDecimal returns mantissa × 10^-scale; a negative scale adds zeros.
func NewDecimal(mantissa int64, scale int) Decimal {
	if scale < 0 {
		return Decimal{small: mantissa}.Shift(-scale)
	}
	return Decimal{small: mantissa, scale: scale}.reduce()
}

// ParseDecimal reads digits with at most one point among or before them and a sign (+, - or U+2212)
// in front; digit groups, commas and exponents are the caller's. The error wraps ErrDecimal.
func ParseDecimal(s string) (Decimal, error) {
	rest, neg := strings.CutPrefix(s, "-")
	if !neg {
		rest, neg = strings.CutPrefix(s, "\u2212")
	}
	if !neg {
		rest = strings.TrimPrefix(rest, "+")
	}
	whole, frac, point := strings.Cut(rest, ".")
	digits := whole + frac
	if digits == "" || point && frac == "" {
		return Decimal{}, fmt.Errorf("%q: %w", s, ErrDecimal)
	}
	if len(digits) > MaxDigits {
		return Decimal{}, fmt.Errorf("%d digits, over %d: %w", len(digits), MaxDigits, ErrDecimal)
	}
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return Decimal{}, fmt.Errorf("%q: %w", s, ErrDecimal)
		}
	}
	d := Decimal{scale: len(frac)}
	if len(digits) <= 18 {
		for i := 0; i < len(digits); i++ {
			d.small = d.small*10 + int64(digits[i]-'0')
		}
	} else {
		d.large, _ = new(big.Int).SetString(digits, 10)
	}
	d = d.reduce()
	if neg {
		d = d.Neg()
	}
	return d, nil
}

// reduce drops zeros at the end of the fraction and moves a mantissa that fits into small.
func (d Decimal) reduce() Decimal {
	if d.large != nil {
		if d.scale > 0 {
			ten, rem := big.NewInt(10), new(big.Int)
			for d.scale > 0 {
				q, r := new(big.Int).QuoRem(d.large, ten, rem)
				if r.Sign() != 0 {
					break
				}
				d.large = q
				d.scale--
			}
		}
		if !d.large.IsInt64() {
			return d
		}
		d.small, d.large = d.large.Int64(), nil
	}
	if d.small == 0 {
		return Decimal{}
	}
	for d.scale > 0 && d.small%10 == 0 {
		d.small /= 10
		d.scale--
	}
	return d
}

func (d Decimal) mantissa() *big.Int {
	if d.large != nil {
		return d.large
	}
	return big.NewInt(d.small)
}

// Append appends the number as a plain decimal: no exponent, no plus sign, no zeros at the end of a
// fraction.
func (d Decimal) Append(dst []byte) []byte {
	if d.large == nil && d.scale == 0 {
		return strconv.AppendInt(dst, d.small, 10)
	}
	var digits []byte
	var buf [24]byte
	if d.large == nil {
		digits = strconv.AppendInt(buf[:0], d.small, 10)
	} else {
		digits = d.large.Append(nil, 10)
	}
	if digits[0] == '-' {
		dst = append(dst, '-')
		digits = digits[1:]
	}
	if d.scale == 0 {
		return append(dst, digits...)
	}
	point := len(digits) - d.scale
	if point <= 0 {
		dst = append(dst, '0', '.')
		for ; point < 0; point++ {
			dst = append(dst, '0')
		}
		return append(dst, digits...)
	}
	dst = append(dst, digits[:point]...)
	dst = append(dst, '.')
	return append(dst, digits[point:]...)
}

// String is the number as a plain decimal.
func (d Decimal) String() string { return string(d.Append(nil)) }

// Shift returns d × 10^n, for "244.8 billion" (n = 9) or basis points (n = -2).
func (d Decimal) Shift(n int) Decimal {
	if n <= d.scale {
		d.scale -= n
		return d.reduce()
	}
	n -= d.scale
	d.scale = 0
	if d.large == nil {
		for ; n > 0 && d.small < math.MaxInt64/10 && d.small > math.MinInt64/10; n-- {
			d.small *= 10
		}
		if n == 0 {
			return d
		}
	}
	return Decimal{large: new(big.Int).Mul(d.mantissa(), pow10(n))}.reduce()
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// Neg returns -d.
func (d Decimal) Neg() Decimal {
	if d.large == nil && d.small != math.MinInt64 {
		d.small = -d.small
		return d
	}
	return Decimal{large: new(big.Int).Neg(d.mantissa()), scale: d.scale}.reduce()
}

// Add returns d + e.
func (d Decimal) Add(e Decimal) Decimal {
	if d.scale == e.scale && d.large == nil && e.large == nil {
		sum := d.small + e.small
		if (sum > d.small) == (e.small > 0) {
			return Decimal{small: sum, scale: d.scale}.reduce()
		}
	}
	if a, b, scale, ok := alignSmall(d, e); ok {
		if sum := a + b; (sum > a) == (b > 0) {
			return Decimal{small: sum, scale: scale}.reduce()
		}
	}
	a, b, scale := align(d, e)
	return Decimal{large: new(big.Int).Add(a, b), scale: scale}.reduce()
}

// Mul returns d × e.
func (d Decimal) Mul(e Decimal) Decimal {
	if d.large == nil && e.large == nil {
		hi, lo := bits.Mul64(magnitude(d.small), magnitude(e.small))
		if hi == 0 && lo <= math.MaxInt64 {
			m := int64(lo)
			if (d.small < 0) != (e.small < 0) {
				m = -m
			}
			return Decimal{small: m, scale: d.scale + e.scale}.reduce()
		}
	}
	return Decimal{large: new(big.Int).Mul(d.mantissa(), e.mantissa()), scale: d.scale + e.scale}.reduce()
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// align returns both mantissas at the same scale.
func align(d, e Decimal) (a, b *big.Int, scale int) {
	a, b = d.mantissa(), e.mantissa()
	switch {
	case d.scale < e.scale:
		a = new(big.Int).Mul(a, pow10(e.scale-d.scale))
	case e.scale < d.scale:
		b = new(big.Int).Mul(b, pow10(d.scale-e.scale))
	}
	return a, b, max(d.scale, e.scale)
}

// alignSmall is align where both mantissas are small and stay so.
func alignSmall(d, e Decimal) (a, b int64, scale int, ok bool) {
	if d.large != nil || e.large != nil {
		return 0, 0, 0, false
	}
	for ; d.scale < e.scale && d.small < math.MaxInt64/10 && d.small > math.MinInt64/10; d.scale++ {
		d.small *= 10
	}
	for ; e.scale < d.scale && e.small < math.MaxInt64/10 && e.small > math.MinInt64/10; e.scale++ {
		e.small *= 10
	}
	return d.small, e.small, d.scale, d.scale == e.scale
}

// Cmp returns -1, 0 or +1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	if d.scale == e.scale && d.large == nil && e.large == nil {
		return cmp.Compare(d.small, e.small)
	}
	if a, b, _, ok := alignSmall(d, e); ok {
		return cmp.Compare(a, b)
	}
	a, b, _ := align(d, e)
	return a.Cmp(b)
}

// Sign returns -1, 0 or +1 for a negative number, zero or a positive one.
func (d Decimal) Sign() int {
	if d.large != nil {
		return d.large.Sign()
	}
	return cmp.Compare(d.small, 0)
}

// IsZero says whether d is 0.
func (d Decimal) IsZero() bool { return d.large == nil && d.small == 0 }

// Int64 returns the number as an integer, and false where it has a fraction or does not fit.
func (d Decimal) Int64() (int64, bool) { return d.small, d.large == nil && d.scale == 0 }

// MarshalJSON writes the number as a plain decimal.
func (d Decimal) MarshalJSON() ([]byte, error) { return d.Append(nil), nil }

// UnmarshalJSON reads a JSON number without an exponent.
func (d *Decimal) UnmarshalJSON(data []byte) (err error) {
	*d, err = ParseDecimal(string(data))
	return err
}
