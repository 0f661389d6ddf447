package extract

// currency returns the ISO code of a sum, "" where it cannot be told.
func (d *document) currency(c *chart, e *edge, v *sumValue) string {
	if len(v.currency) == 3 {
		return v.currency
	}
	return ""
}
