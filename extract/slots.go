package extract

// slotID names what an element of a pattern fills. Slots that the engine does
// not know are matched and not used.
type slotID uint8

const (
	slotNone slotID = iota
	slotYear
	slotYear2
	slotMonth
	slotMonth2
	slotDay
	slotDay2
	slotHour
	slotMinute
	slotClock // am or pm, of an hour up to twelve
	slotWeekday
	slotUnit
	slotN
	slotSeason
	slotPart
	slotRelative
	slotFrom
	slotTo
	slotOf
	slotDate
	slotNumber
	slotNumber2
	slotCurrency
	slotCurrency2
	slotNationality
	slotBound
	slotTrend
	slotMoney
	slotPercent
	slotSign
	slotSign2
	slotOrdinal
	slotWith
	slotMinor
	slotSaid
	slotCount
)

var slotNames = map[string]slotID{
	"year": slotYear, "year2": slotYear2, "month": slotMonth, "month2": slotMonth2, "day": slotDay, "day2": slotDay2,
	"hour": slotHour, "minute": slotMinute, "clock": slotClock, "weekday": slotWeekday, "unit": slotUnit, "n": slotN, "season": slotSeason,
	"part": slotPart, "relative": slotRelative, "from": slotFrom, "to": slotTo, "of": slotOf, "date": slotDate,
	"number": slotNumber, "number2": slotNumber2, "currency": slotCurrency, "currency2": slotCurrency2, "nationality": slotNationality,
	"bound": slotBound, "trend": slotTrend, "money": slotMoney, "percent": slotPercent, "sign": slotSign, "sign2": slotSign2, "ordinal": slotOrdinal, "with": slotWith, "minor": slotMinor, "w": slotSaid,
}

func slotNamed(name string) slotID { return slotNames[name] }

// binding is what the slots of a matched rule hold: indices of edges, -1 none.
type binding [slotCount]int32

func (b *binding) has(s slotID) bool { return b[s] >= 0 }
