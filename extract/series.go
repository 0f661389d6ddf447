package extract

import (
	"sync"

	"extract/extract/gazetteer"
	"extract/extract/packs"
)

// seriesByID are the listed series.
var seriesByID = sync.OnceValue(func() map[string]*gazetteer.SeriesEntry {
	byID := map[string]*gazetteer.SeriesEntry{}
	list := gazetteer.Series()
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return byID
})

// seriesWords are the names of the listed series in a language, as words of
// its pack.
func seriesWords(lang string) []packs.Word {
	var words []packs.Word
	place := packs.Place{File: "gazetteer/series.toml"}
	for _, s := range gazetteer.Series() {
		add := func(class string, forms []string) {
			for _, form := range forms {
				words = append(words, packs.Word{Class: class, Value: s.ID, Form: form, Place: place})
			}
		}
		names := s.Names[lang]
		add("series", names.Names)
		add("series", names.Body)
		add("series-host", names.Host)
		add("series-code", s.Short)
	}
	return words
}
