package extract

import "slices"

// dateOrder is how a date in figures reads: 3/11 has its day or its month in
// front.
type dateOrder uint8

const (
	anyOrder dateOrder = iota
	dayFirst
	monthFirst
)

// swapped is the date in the other order.
func (d dateValue) swapped() dateValue {
	d.day, d.month = d.month, d.day
	if d.day2 > 0 && d.month2 > 0 {
		d.day2, d.month2 = d.month2, d.day2
	}
	d.order = dayFirst + monthFirst - d.order
	return d
}

// oneOrder returns the ends of a stretch in one order, that of the end of which
// it is certain: "5/12 to 5/20".
func (c *chart) oneOrder(from, to int32) (int32, int32) {
	x, y := &c.dates[from], &c.dates[to]
	if x.order == anyOrder || y.order == anyOrder || x.sure == y.sure {
		return from, to
	}
	other, at := *x, &from
	if x.sure {
		other, at = *y, &to
	}
	if x.order != y.order {
		other = other.swapped()
	}
	other.sure = true
	c.dates = append(c.dates, other)
	*at = int32(len(c.dates) - 1)
	return from, to
}

// orderDates reads the dates in figures of a chart that could have either order
// as those do that have one only, else as the country does that the document
// names most, else as the pack says.
func (d *document) orderDates(c *chart) {
	if len(c.pack.MonthFirst) == 0 {
		return
	}
	if c.order == anyOrder {
		best, count := "", 0
		for _, x := range d.countryCount {
			if x.n > count || x.n == count && x.name < best {
				best, count = x.name, x.n
			}
		}
		c.order = dayFirst
		if count == 0 && c.pack.DateOrder == "mdy" || slices.Contains(c.pack.MonthFirst, best) {
			c.order = monthFirst
		}
	}
	for i := range c.dates {
		if v := &c.dates[i]; v.order != anyOrder && v.order != c.order && !v.sure {
			*v = v.swapped()
		}
	}
}
