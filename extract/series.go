package extract

import "extract/extract/packs"

// SeriesEntry is one listed series.
type SeriesEntry struct {
	ID, Kind, Name, Org string
	Parties             []string
	Term                bool
	Names, Body         map[string][]string
	Short               []string
}

var seriesByID = map[string]*SeriesEntry{}

// seriesWords are the names of the listed series in a language.
func seriesWords(lang string) []packs.Word { return nil }
