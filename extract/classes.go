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
	clsCardinal  = known("number")
	clsRank      = known("ordinal")
	clsRoman     = known("roman")
	clsInt       = known("int")  // up to four digits without groups
	clsDay       = known("day")  // 1 to 31 in digits
	clsYear      = known("year") // 1000 to 2199 in digits
	clsYearWords = known("year-in-words")
	clsDayDigits = known("figure-day") // 20200701
	// What rules find.
	clsDate    = known("date")
	clsMoney   = known("money")
	clsPercent = known("percent")
	clsNone    = known("none") // a look-alike: nothing is found inside it
	// Words of numbers, dates and sums.
	clsNumber         = known("number-word")
	clsOrdinal        = known("ordinal-word")
	clsScale          = known("scale")
	clsHalf           = known("number-half")
	clsFraction       = known("fraction")         // thirds, Drittel: value the whole's parts
	clsFractionOne    = known("fraction-article") // a fifth: the article in front of an ordinal
	clsFractionOf     = known("fraction-of")      // üçte: the whole's parts, in front of the number of them
	clsFractionParts  = known("fraction-parts")   // biri, ikisi: that number
	clsPoint          = known("decimal-point")    // point, Komma: in front of decimals in words
	clsOver           = known("over")             // what divides: over, bölü
	clsOneIn          = known("one-in")           // one in five
	clsDozen          = known("dozen")            // multiplies what stands in front
	clsNumberAnd      = known("number-and")
	clsAnd            = known("and") // joins names and clauses but not the parts of a number
	clsOr             = known("or")  // joins alternatives
	clsMinus          = known("minus")
	clsNotNumber      = known("not-number") // that one, the same one: what ends in a number that counts nothing
	clsOrdinalSuffix  = known("ordinal-suffix")
	clsMonth          = known("month")
	clsSameYear       = known("same-year") // "det året": the year that was named before
	clsReview         = known("review")    // Rückblick, ein Jahr der: the text looks back on the year beside it
	clsWeekday        = known("weekday")
	clsCurrency       = known("currency")
	clsCurrencyCode   = known("currency-code") // codes and signs that stand in front too
	clsCurrencySign   = known("currency-sign")
	clsPercentSign    = known("percent-sign")
	clsBound          = known("bound")
	clsTrend          = known("trend")
	clsMeasure        = known("measure")
	clsBoundVerb      = known("bound-verb")       // exceeded, oversteg: a bound of the sum behind it
	clsBoundVerbAfter = known("bound-verb-after") // aştı: of the sum in front
	clsCompare        = known("compare")          // compared with, gegenüber: what follows is the baseline
	clsFigureFrom     = known("figure-from")      // fra, von: of two figures beside each other the one that was before
	clsFigureTo       = known("figure-to")        // til, auf: the one that it has become
	clsCompareAfter   = known("compare-after")    // göre, kıyasla: what stands in front is
	clsWasSo          = known("was-so")           // iken, olan: what stands in front was so before the change
	clsOfWhich        = known("of-which")         // bunun, of this: what follows is a part of the sum in front
	clsCountOf        = known("count-of")         // nüfusu, its population: what follows in its clause is no sum
	clsPercentBefore  = known("percent-before")   // yüzde: percent, where the language has it in front of the number
	clsThatPeriod     = known("that-period")      // in this period: the one that the text named before
	clsYearOnYear     = known("yoy")
	clsIt             = known("it")     // it, den: what the sentence before measured
	clsMutual         = known("mutual") // bilateral, between the two countries: the parties are those of the paragraph
	clsTense          = known("tense")
	clsParticiple     = known("participle") // görüşen, who met: it tells the tense of a date and is no predicate
	clsClause         = known("clause")     // that, which, while: another clause begins
	clsAbbreviation   = known("abbreviation")
	clsSuperlative    = known("superlative")
	clsRelative       = known("relative") // last, this, next
	// Words of names.
	clsNationality     = known("nationality")
	clsCountry         = known("country")
	clsNotCountry      = known("not-country") // Port of Spain, Gulf of Mexico: the country inside is not spoken of
	clsOrg             = known("org")
	clsOffice          = known("office")
	clsOfficePrefix    = known("office-prefix")
	clsOfficeSuffix    = known("office-suffix")
	clsPortfolio       = known("portfolio")
	clsMinistry        = known("ministry") // Ministry of Finance: who works there need be no minister
	clsHonorific       = known("honorific")
	clsCounterpart     = known("counterpart")
	clsStopword        = known("stopword")
	clsParticle        = known("particle")
	clsNotCity         = known("not-city")
	clsCityNoun        = known("city-noun")
	clsAdmin           = known("admin")       // the region that an abbreviation behind a city means
	_                  = known("compound")    // front parts of compounds: "portfolio|finance", "prefix|deputy"
	clsOfficeOf        = known("office-of")   // what links an office to whom it serves: of, for, der, i
	clsOfficeTail      = known("office-tail") // at the time, of the day: what may stand between an office and the name
	clsPossessive      = known("possessive")  // his, her, sein: the office is of the country named before
	clsPostNominal     = known("post-nominal")
	clsCopula          = known("copula")   // was, became: what says an office of a name
	clsElect           = known("elect")    // elected, appointed
	clsElectAs         = known("elect-as") // to, as: between who is elected and the office
	clsLedBy           = known("led-by")   // under, unter: between a body and who heads it
	clsMeet            = known("meet")     // meets, traf: whom a visitor meets is of the place
	clsReceive         = known("receive")  // receives, empfing, tar … imot: so is who does
	clsRelativePronoun = known("relative-pronoun")
	clsParty           = known("party")       // value: its country
	clsRegion          = known("region")      // province, land, canton: value its country
	clsHeaded          = known("headed-body") // central bank, parliament: value the role of its head
	clsSeat            = known("seat")        // Kremlin, White House: value its country
	clsCompass         = known("compass")     // north, Ost: in front of a city, a part of it
	clsPluralArticle   = known("plural-article")
	clsArticle         = known("article") // the, a, der: cities have none
	clsVesselNoun      = known("vessel-noun")
	clsLocative        = known("locative") // in, at, from: what stands in front of places
	clsOrigin          = known("origin")   // from: where somebody comes from
	clsProvinceNoun    = known("province-noun")
	clsRiverNoun       = known("river-noun")
	clsStreetNoun      = known("street-noun")
	clsDistrictNoun    = known("district-noun")
	clsTownshipNoun    = known("municipality-noun")
	clsMatchWord       = known("match-word")   // what teams do: to beat, a goal
	clsTrendObject     = known("trend-object") // verbs of change whose object may be a sum: to raise
	clsChangedBy       = known("changed-by")
	clsSidelines       = known("sidelines")
	clsAround          = known("around-event") // after, in the run-up to: the clause tells of something else than the sitting
	clsStateNoun       = known("state-noun")
	clsEmployedAt      = known("employed-at")
	clsTeamNoun        = known("team-noun")
	clsPlay            = known("play") // beat, lost to: between two teams, which are called by their cities
	clsPaperNoun       = known("newspaper-noun")
	clsBranchNoun      = known("branch-noun")    // court, chamber: a city behind it is part of its name
	clsNameNoun        = known("city-name-noun") // treaty, university: a city in front of it is part of its name
	clsNotName         = known("not-name")
	clsGivenName       = known("given-name") // words of the language that are given names in front of a name
	clsNoOffice        = known("no-office")
	// Words of sessions.
	clsOtherSitting  = known("other-sitting")   // previous, the next: what a noun without a number speaks of is another one
	clsSpecial       = known("special-sitting") // special, emergency, Sondersitzung: it has a count of its own
	clsSessionNoun   = known("session-noun")
	clsNotSession    = known("not-session")
	clsSeries        = known("series")          // names of listed series, their noun included; value: the id
	clsSeriesBody    = known("series-body")     // the bodies of listed series: with any noun it is the series
	clsSeriesHost    = known("series-host")     // who holds a listed series: with a noun of its kind it is the series
	clsSeriesCode    = known("series-code")     // COP, UNGA: what stands in front of a number
	clsTreaty        = known("series-treaty")   // the treaties whose parties sit; value: the id
	clsPartyMeeting  = known("party-meeting")   // conference of the parties, COP: which one the treaty beside it says
	clsSessionRow    = known("session-row")     // in a row, i rekken: behind an ordinal whose noun stands before
	clsEdition       = known("session-edition") // edition, Ausgabe: behind an ordinal, of a sitting named before
	clsUnit          = known("unit")
	clsSessionAdj    = known("session-adjective")
	clsBetween       = known("between") // stands behind the countries that a body is of
	clsBody          = known("body")
	clsShortBody     = known("short-body")    // KEK: a body; value: the noun that it stands for
	clsGeneralField  = known("general-field") // trade, economy, cooperation: what the commission of two countries is for
	clsAttend        = known("attend")
	clsVenue         = known("venue")
	clsHome          = known("home")       // our country, our exports: the article's own country
	clsDelegation    = known("delegation") // who leads one does not chair the sitting
	clsRepresent     = known("represent")  // represented, representing: the country behind it is one's own
	clsGather        = known("gather")     // met, came together: the sentence speaks of the sitting
	clsThere         = known("there")      // "there", "that happened": a sentence that begins so goes on about the place and day of the one before
	clsClose         = known("close")      // begins, avsluttes: the day beside it is the first or the last one
	clsDaysLong      = known("days-long")  // three-day, üç gün süren: how many days the sitting takes
	clsSign          = known("sign")
	clsAnniversary   = known("anniversary")
	clsStatus        = known("status")
	clsChair         = known("chair")
	clsAfterAll      = known("after-all") // finally, nachgeholt: what was put off took place
	clsPronoun       = known("pronoun")   // he, hun: who was named before
	clsOutcome       = known("outcome")
	clsContest       = known("contest")        // cup, league, election: their rounds are no sittings
	clsSessionNumber = known("session-number") // number, Nr.: between noun and number
	clsSessionTime   = known("session-time")   // time, Mal, gang: "met for the thirtieth time"
	clsIndex         = known("index")          // share prices, leagues: what points in the sentence are of
)
