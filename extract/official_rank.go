package extract

import "slices"

// lesser are what somebody is besides an office of state: "CARICOM Chairman Mia
// Mottley, Prime Minister of Barbados", "Minister of Trade Senator Maxine McClean".
var (
	lesser = []string{"chairman", "co-chair", "member-of-parliament", "ambassador"}
	state  = []string{"prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "chancellor", "monarch"}
)

// lesserLast puts such roles behind an office of state that the person holds.
func (p *person) lesserLast() {
	ofState := func(o office) bool {
		return !o.former && (slices.Contains(state, o.role) || o.country != "" && (o.role == "president" || o.role == "vice-president"))
	}
	if len(p.offices) > 1 && slices.Contains(lesser, p.offices[0].role) && slices.ContainsFunc(p.offices, ofState) {
		slices.SortStableFunc(p.offices, func(a, b office) int { return rankOf(a) - rankOf(b) })
	}
}

func rankOf(o office) int {
	if slices.Contains(lesser, o.role) {
		return 1
	}
	return 0
}
