// Package model is the record contract in Go: one type for each kind of record, its canonical JSON
// line, its identity and its place among the other records. It imports the standard library only.
//
// The fields of a type stand in the order in which they are written. Their tags say the rest, once:
// `json` the key, with ",omitempty" where a record may lack it; `enum` the values it may have;
// `format` the shape of a string; `doc` what it means. The JSON Schema and the column lists are
// derived from the tags, and a test holds the encoder to them.
//
// The empty string, nil and an empty list mean "no value", and the key is left out. A number that may
// be missing is a pointer (value_max, the number of a meeting) or says in its comment when it is
// written. All other numbers are always written, zero too.
package model

import "encoding/json"

// Schema is the version of the record contract, written into every article record.
const Schema = 1

// The kinds of record, in the order in which facts at the same place are written.
const (
	TypeArticle  = "article"
	TypeDate     = "date"
	TypeSession  = "session"
	TypeOfficial = "official"
	TypeCity     = "city"
	TypeMoney    = "money"
	TypePercent  = "percent"
	TypeNumber   = "number"
	TypeOrdinal  = "ordinal"
	TypeMeeting  = "meeting"
)

// Record is one line of output. Pointers to the types of this package implement it.
type Record interface {
	// Type is the kind of record, one of the Type constants.
	Type() string
	// Base is what every record ends with.
	Base() *Common
	// AppendJSON appends the record as one canonical JSON object, without a line end.
	AppendJSON(dst []byte) []byte
	// Identity is the value and the identifying fields in record order, "" for a missing one.
	Identity() (value string, fields []string)
}

// Span is a half-open range of Unicode code points of the decoded document.
type Span struct{ Start, End int }

// MarshalJSON writes a span as [start,end].
func (s Span) MarshalJSON() ([]byte, error) { return appendSpan(nil, s), nil }

// UnmarshalJSON reads a span from [start,end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Common is what every record ends with. An article writes Lang, Doc and ID of it only.
type Common struct {
	Text     string `json:"text" doc:"the first mention, exactly as it stands in the document"`
	Start    int    `json:"start" doc:"where the first mention begins, in Unicode code points of the decoded document"`
	End      int    `json:"end" doc:"where the first mention ends (half-open)"`
	Mentions []Span `json:"mentions" doc:"all mentions as [start,end], the first being start, end"`
	Rule     string `json:"rule" doc:"what found the first mention, as pack and rule or list"`
	Lang     string `json:"lang" doc:"BCP 47 subtag of the language of the passage, und where none can be told"`
	Doc      string `json:"doc" doc:"the document's name as the user gave it"`
	ID       string `json:"id" format:"id" doc:"16 hex digits, equal when the same document is processed again"`
}

// Base returns the common part itself; embedding gives it to every record.
func (c *Common) Base() *Common { return c }

// Article is the document as a whole, written before its facts.
type Article struct {
	Value     string      `json:"value,omitempty" doc:"the title"`
	Schema    int         `json:"schema" doc:"version of the record contract"`
	Published string      `json:"published,omitempty" doc:"date of publication, ISO 8601, with the time where it stands"`
	Dateline  Dateline    `json:"dateline,omitempty" doc:"place, date and agency at the head of the body"`
	Source    string      `json:"source,omitempty" doc:"publisher or agency as it stands"`
	URL       string      `json:"url,omitempty" doc:"address, of the input record"`
	Langs     []LangShare `json:"langs,omitempty" doc:"languages of the body by share of letters, largest first"`
	Chars     int         `json:"chars" doc:"length of the document in Unicode code points"`
	SHA256    string      `json:"sha256" format:"sha256" doc:"SHA-256 of the decoded text as UTF-8"`
	Common
}

// Dateline is the place, date and agency at the head of an article's body.
type Dateline struct {
	City   string `json:"city,omitempty" doc:"the city in its usual English name"`
	Date   string `json:"date,omitempty" format:"edtf" doc:"the date as a date value"`
	Agency string `json:"agency,omitempty" doc:"the agency as it stands"`
}

// LangShare is a language of an article's body. Share is its part of the letters, 0 to 1, and is
// written with two decimals at most.
type LangShare struct {
	Lang  string  `json:"lang" doc:"BCP 47 subtag"`
	Share float64 `json:"share" doc:"part of the body's letters, 0 to 1, rounded to two decimals"`
}

// Date is a day, a longer stretch of the calendar, or a day with a time.
type Date struct {
	Value      string `json:"value" format:"edtf" doc:"EDTF date, with quarters as 2024-Q3 and halves as 2025-H1"`
	Grain      string `json:"grain" enum:"minute day week month season quarter half year split-year decade century" doc:"the unit; of a range, the unit of its ends"`
	Part       string `json:"part,omitempty" enum:"early mid late" doc:"part of the unit that is meant; the value keeps the unit"`
	Basis      string `json:"basis" enum:"absolute partial relative" doc:"whether the text says it all, a part was filled in, or it was counted"`
	Anchor     string `json:"anchor,omitempty" format:"edtf" doc:"the date that a partial or relative one was counted from"`
	AnchorFrom string `json:"anchor_from,omitempty" enum:"text dateline published flag" doc:"where the anchor stands"`
	FirstDay   string `json:"first_day,omitempty" format:"date" doc:"first calendar day"`
	LastDay    string `json:"last_day,omitempty" format:"date" doc:"last calendar day"`
	Common
}

// Session is a numbered sitting of a body or series.
type Session struct {
	Value   string   `json:"value" doc:"series/number"`
	Number  int      `json:"number" doc:"number of the sitting"`
	Kind    string   `json:"kind" enum:"meeting session plenary congress summit round conference assembly forum consultations" doc:"what kind of sitting"`
	Series  string   `json:"series" doc:"id of the series"`
	Name    string   `json:"name" doc:"English name of the series where known, else the words of the article"`
	Parties []string `json:"parties,omitempty" doc:"ISO 3166-1 codes (or EU) that the name names, sorted"`
	Term    int      `json:"term,omitempty" doc:"number of the body itself; bodies count from 1"` // 0: none
	Common
}

// Official is a person with an office.
type Official struct {
	Value     string   `json:"value" doc:"name of the person"`
	Role      string   `json:"role" doc:"the office"`
	Roles     []string `json:"roles,omitempty" doc:"all offices where there are several"`
	Former    bool     `json:"former,omitempty" doc:"true where the article says that the office is a past one"`
	Portfolio string   `json:"portfolio,omitempty" doc:"field of a minister, deputy, state secretary or spokesperson"`
	Country   string   `json:"country,omitempty" format:"country" doc:"ISO 3166-1 alpha-2 of the country served"`
	Org       string   `json:"org,omitempty" doc:"organisation served"`
	NameKey   string   `json:"name_key,omitempty" doc:"sound skeleton of the name, equal for its spellings in different languages"`
	Wikidata  string   `json:"wikidata,omitempty" doc:"Wikidata item"`
	Basis     string   `json:"basis" enum:"article list" doc:"whether the article or the embedded list told the office"`
	Common
}

// City is a place of the gazetteer. Lat and Lon, in degrees, are written where Geonames is known.
type City struct {
	Value    string  `json:"value" doc:"usual English name"`
	Country  string  `json:"country" format:"country" doc:"ISO 3166-1 alpha-2"`
	Admin    string  `json:"admin,omitempty" doc:"first-level region in English"`
	Geonames int     `json:"geonames,omitempty" doc:"GeoNames id"` // 0: not known
	Lat      float64 `json:"lat,omitempty" doc:"latitude in degrees"`
	Lon      float64 `json:"lon,omitempty" doc:"longitude in degrees"`
	Common
}

// Quantity is what sums of money and percentages share: how exact the figure is, which way it goes,
// what it measures and when.
type Quantity struct {
	ValueMax *Decimal `json:"value_max,omitempty" doc:"upper end of a range"`
	Bound    string   `json:"bound,omitempty" enum:"min max approx" doc:"over, up to, or about"`
	Trend    string   `json:"trend,omitempty" enum:"up down" doc:"whether the figure tells a rise or a fall"`
	Measure  string   `json:"measure,omitempty" doc:"what is measured, as one word to group by"`
	Parties  []string `json:"parties,omitempty" doc:"ISO 3166-1 codes (or EU) that it is between or of, sorted"`
	About    string   `json:"about,omitempty" doc:"the words that say what is measured"`
	Period   string   `json:"period,omitempty" format:"edtf" doc:"the date value that the figure is for"`
	FirstDay string   `json:"first_day,omitempty" format:"date" doc:"first day of the period"`
	LastDay  string   `json:"last_day,omitempty" format:"date" doc:"last day of the period"`
}

// Money is a sum in units of its currency. Value is written from Number.
type Money struct {
	Number   Decimal `json:"number" doc:"amount in units of the currency"`
	Currency string  `json:"currency" format:"currency" doc:"ISO 4217 code"`
	Quantity
	Common
}

// Percent is a share, a rate or a change. Value is written from Number.
type Percent struct {
	Number Decimal `json:"number" doc:"the figure as written"`
	Unit   string  `json:"unit" enum:"percent percentage-point basis-point" doc:"what the figure counts"`
	Quantity
	Baseline string `json:"baseline,omitempty" doc:"the date value compared with, or yoy"`
	Common
}

// Number is a number that stands in the text. Value is written from Number.
type Number struct {
	Number Decimal `json:"number" doc:"the number"`
	Common
}

// Ordinal is an ordinal number that stands in the text. Value is written from Number.
type Ordinal struct {
	Number Decimal `json:"number" doc:"the number"`
	Common
}

// Meeting is a session, or the one unnumbered meeting that an article is about, with what the
// article says about it.
type Meeting struct {
	Value     string   `json:"value" doc:"series/number, series@date without a number, or the series alone"`
	Number    *int     `json:"number,omitempty" doc:"number of the meeting"` // nil: unnumbered
	Series    string   `json:"series" doc:"id of the series"`
	Kind      string   `json:"kind" enum:"meeting session plenary congress summit round conference assembly forum consultations" doc:"what kind of sitting"`
	Status    string   `json:"status" enum:"held ongoing planned cancelled mentioned" doc:"how it stands on the article's date"`
	Date      string   `json:"date,omitempty" format:"edtf" doc:"when, as a date value"`
	FirstDay  string   `json:"first_day,omitempty" format:"date" doc:"first calendar day"`
	LastDay   string   `json:"last_day,omitempty" format:"date" doc:"last calendar day"`
	City      string   `json:"city,omitempty" doc:"where, as the value of a city"`
	Country   string   `json:"country,omitempty" format:"country" doc:"ISO 3166-1 alpha-2 of the place"`
	Venue     string   `json:"venue,omitempty" doc:"the building or site as it stands"`
	Chairs    []string `json:"chairs,omitempty" doc:"who chairs, as values of official records"`
	Attendees []string `json:"attendees,omitempty" doc:"who else takes part, as values of official records"`
	Outcomes  []string `json:"outcomes,omitempty" doc:"documents signed or adopted, as they stand"`
	Common
}

// Type is "article".
func (*Article) Type() string { return TypeArticle }

// Type is "date".
func (*Date) Type() string { return TypeDate }

// Type is "session".
func (*Session) Type() string { return TypeSession }

// Type is "official".
func (*Official) Type() string { return TypeOfficial }

// Type is "city".
func (*City) Type() string { return TypeCity }

// Type is "money".
func (*Money) Type() string { return TypeMoney }

// Type is "percent".
func (*Percent) Type() string { return TypePercent }

// Type is "number".
func (*Number) Type() string { return TypeNumber }

// Type is "ordinal".
func (*Ordinal) Type() string { return TypeOrdinal }

// Type is "meeting".
func (*Meeting) Type() string { return TypeMeeting }
