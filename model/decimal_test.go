package model

import (
	"errors"
	"math/big"
	"strings"
	"testing"
)

func parse(t *testing.T, s string) Decimal {
	t.Helper()
	d, err := ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDecimal(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "-0.00": "0", "5.0": "5", "007": "7", "+3": "3", ".5": "0.5", "-.050": "-0.05",
		"\u22120.4": "-0.4", "67.30": "67.3", "100": "100", "0.001": "0.001",
		"9223372036854775807":               "9223372036854775807",
		"-9223372036854775808":              "-9223372036854775808",
		"9223372036854775808":               "9223372036854775808",
		"123456789012345678901234567890.10": "123456789012345678901234567890.1",
		"1.0000000000000000000000000":       "1",
		strings.Repeat("9", MaxDigits):      strings.Repeat("9", MaxDigits),
	} {
		if got := parse(t, in).String(); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	for _, bad := range []string{"", "-", ".", "5.", "1,5", "1e3", "1.2.3", "--1", "-+1", " 1", "٣", "0x1", strings.Repeat("1", MaxDigits+1)} {
		if d, err := ParseDecimal(bad); !errors.Is(err, ErrDecimal) {
			t.Errorf("%.20q is read as %v, %v", bad, d, err)
		}
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"244.8", 9, "244800000000"}, {"240.1", 0, "240.1"}, {"25", -2, "0.25"}, {"1500", -2, "15"},
		{"1.5", 30, "1500000000000000000000000000000"}, {"0", 40, "0"}, {"-3", 18, "-3000000000000000000"},
		{"-9", 20, "-900000000000000000000"}, {"900000000000000000000", -20, "9"},
	} {
		if got := parse(t, c.in).Shift(c.n).String(); got != c.want {
			t.Errorf("%s shifted by %d: got %s, want %s", c.in, c.n, got, c.want)
		}
	}
	if got := NewDecimal(3, -9).String(); got != "3000000000" {
		t.Errorf("NewDecimal(3, -9) is %s", got)
	}
}

func TestInt64(t *testing.T) {
	for in, want := range map[string]bool{"29": true, "29.0": true, "29.5": false, "9223372036854775808": false} {
		if n, ok := parse(t, in).Int64(); ok != want || ok && n != 29 {
			t.Errorf("%s: %d, %v", in, n, ok)
		}
	}
}

// FuzzDecimal holds the fast path to exact fractions of math/big.
func FuzzDecimal(f *testing.F) {
	f.Add(int64(15), uint8(1), int64(-9223372036854775808), uint8(0))
	f.Add(int64(9223372036854775807), uint8(3), int64(1), uint8(3))
	f.Add(int64(-9223372036854775808), uint8(0), int64(-1), uint8(0))
	f.Add(int64(0), uint8(0), int64(0), uint8(9))
	f.Fuzz(func(t *testing.T, a int64, i uint8, b int64, j uint8) {
		x, y := NewDecimal(a, int(i%30)), NewDecimal(b, int(j%30))
		p, q := rational(a, int(i%30)), rational(b, int(j%30))
		for name, c := range map[string]struct {
			got  Decimal
			want *big.Rat
		}{
			"add": {x.Add(y), new(big.Rat).Add(p, q)},
			"mul": {x.Mul(y), new(big.Rat).Mul(p, q)},
			"neg": {x.Neg(), new(big.Rat).Neg(p)},
		} {
			s := c.got.String()
			back, ok := new(big.Rat).SetString(s)
			if !ok || back.Cmp(c.want) != 0 {
				t.Errorf("%s of %s and %s: got %s, want %s", name, x, y, s, c.want)
			}
			if strings.Contains(s, ".") && strings.HasSuffix(s, "0") || s == "-0" {
				t.Errorf("%s of %s and %s is written %s", name, x, y, s)
			}
		}
		if x.Cmp(y) != p.Cmp(q) || x.Sign() != p.Sign() || x.IsZero() != (p.Sign() == 0) {
			t.Errorf("%s and %s compare as %d", x, y, x.Cmp(y))
		}
	})
}

func rational(m int64, scale int) *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(m), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
}
