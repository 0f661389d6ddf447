package extract

// Classes of words and kinds of rules that the engine knows by name. A pack
// may have more: what only its own rules use needs no place here.
var engineClasses []string

func known(name string) class {
	engineClasses = append(engineClasses, name)
	return class(len(engineClasses))
}

var (
	// Computed from digits and number words.
	clsCardinal = known("number")
	clsRank     = known("ordinal")
	clsRoman    = known("roman")
	clsInt      = known("int")  // up to four digits without groups
	clsDay      = known("day")  // 1 to 31 in digits
	clsYear     = known("year") // 1000 to 2199 in digits
	// What rules find.
	clsDate    = known("date")
	clsMoney   = known("money")
	clsPercent = known("percent")
	clsNone    = known("none") // a look-alike: nothing is found inside it
	// Words of numbers, dates and sums.
	clsNumber        = known("number-word")
	clsOrdinal       = known("ordinal-word")
	clsScale         = known("scale")
	clsHalf          = known("number-half")
	clsNumberAnd     = known("number-and")
	clsMinus         = known("minus")
	clsOrdinalSuffix = known("ordinal-suffix")
	clsMonth         = known("month")
	clsCurrency      = known("currency")
	clsPercentSign   = known("percent-sign")
	clsBound         = known("bound")
	clsTrend         = known("trend")
	clsMeasure       = known("measure")
	clsTense         = known("tense")
	clsAbbreviation  = known("abbreviation")
	// Words of names.
	clsNationality  = known("nationality")
	clsCountry      = known("country")
	clsOrg          = known("org")
	clsOffice       = known("office")
	clsOfficePrefix = known("office-prefix")
	clsPortfolio    = known("portfolio")
	clsHonorific    = known("honorific")
	clsCounterpart  = known("counterpart")
	clsStopword     = known("stopword")
	clsParticle     = known("particle")
	clsNotCity      = known("not-city")
	clsCityNoun     = known("city-noun")
	// Words of sessions.
	clsSessionNoun = known("session-noun")
	clsAnniversary = known("anniversary")
	clsStatus      = known("status")
	clsChair       = known("chair")
	clsOutcome     = known("outcome")
)
