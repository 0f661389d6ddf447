package gazetteer

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2/unstable"
)

//go:embed series.toml
var seriesData []byte

// SeriesEntry is a well-known series of meetings, as series.toml describes it.
type SeriesEntry struct {
	ID      string                 // what a record writes before the number; never changes
	Kind    string                 // kind of its sittings, the same in every language
	Name    string                 // English name
	Org     string                 // the organisation as the packs name it, "" where it is none
	Parties []string               // sorted ISO codes of those that its name names
	Beside  bool                   // its names count only where the text names the parties, its codes where it names the treaty
	Term    bool                   // the body itself is numbered: the 20th Central Committee
	Short   []string               // codes that are written with the number: COP
	Names   map[string]SeriesNames // by language, BCP 47
}

// SeriesNames are the names of a series in one language, as surface forms in
// the notation of the packs.
type SeriesNames struct {
	Names []string // phrases that name it with the noun for its sitting
	Host  []string // who holds it: with a noun of the series' own kind it is the series
	Body  []string // the body that sits: with any noun for a sitting it is the series

	Treaty []string // the treaty whose parties sit: a conference of parties beside it is the series
}

// seriesKinds are the kinds that a sitting can be of.
var seriesKinds = []string{"meeting", "session", "plenary", "congress", "summit", "round", "conference", "assembly", "forum", "consultations"}

// SeriesKinds lists the kinds that a sitting can be of.
func SeriesKinds() []string { return slices.Clone(seriesKinds) }

// Series lists the well-known series. It is read once, when it is first asked
// for; the result is shared and must not be changed.
func Series() []SeriesEntry { return series() }

var series = sync.OnceValue(func() []SeriesEntry {
	entries, _ := readSeries(seriesData) // a test holds the file to be without faults
	return entries
})

// readSeries reads a file of series. It walks the syntax tree, which takes a
// quarter of the time of decoding into structs.
func readSeries(data []byte) ([]SeriesEntry, error) {
	var (
		parser unstable.Parser
		list   []SeriesEntry
		faults []error
	)
	parser.Reset(data)
	for parser.NextExpression() {
		switch e := parser.Expression(); e.Kind {
		case unstable.Comment:
		case unstable.ArrayTable:
			if key := keyOf(e); key != "series" {
				faults = append(faults, fmt.Errorf("unknown table [[%s]]: only [[series]] is known", key))
			}
			list = append(list, SeriesEntry{Names: map[string]SeriesNames{}})
		case unstable.KeyValue:
			if len(list) == 0 {
				faults = append(faults, fmt.Errorf("%s stands before the first [[series]]", keyOf(e)))
				continue
			}
			s := &list[len(list)-1]
			if err := s.set(keyOf(e), e.Value()); err != nil {
				faults = append(faults, fmt.Errorf("series %q: %w", s.ID, err))
			}
		default:
			faults = append(faults, fmt.Errorf("unexpected table [%s]", keyOf(e)))
		}
	}
	if err := parser.Error(); err != nil {
		faults = append(faults, err)
	}
	return list, errors.Join(faults...)
}

func keyOf(n *unstable.Node) string {
	var parts []string
	for it := n.Key(); it.Next(); {
		parts = append(parts, string(it.Node().Data))
	}
	return strings.Join(parts, ".")
}

// set takes over one key of the file.
func (s *SeriesEntry) set(key string, v *unstable.Node) error {
	var text string
	var list []string
	isTrue := v.Kind == unstable.Bool && string(v.Data) == "true"
	switch v.Kind {
	case unstable.String:
		text = string(v.Data)
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			if it.Node().Kind != unstable.String || len(it.Node().Data) == 0 {
				return fmt.Errorf("%s holds something else than words", key)
			}
			list = append(list, string(it.Node().Data))
		}
	}
	lang, what, ofLanguage := strings.Cut(key, ".")
	if ofLanguage {
		if len(list) == 0 {
			return fmt.Errorf("%s is no list of words", key)
		}
		names := s.Names[lang]
		switch what {
		case "names":
			names.Names = list
		case "host":
			names.Host = list
		case "body":
			names.Body = list
		case "treaty":
			names.Treaty = list
		default:
			return fmt.Errorf("unknown key %s: a language has names, host, body and treaty", key)
		}
		s.Names[lang] = names
		return nil
	}
	switch key {
	case "id":
		s.ID = text
	case "kind":
		if s.Kind = text; !slices.Contains(seriesKinds, text) {
			return fmt.Errorf("unknown kind %q: it is one of %s", text, strings.Join(seriesKinds, ", "))
		}
	case "name":
		s.Name = text
	case "org":
		s.Org = text
	case "parties":
		s.Parties = list
	case "short":
		s.Short = list
	case "term":
		s.Term = isTrue
	case "beside":
		s.Beside = isTrue
	default:
		return fmt.Errorf("unknown key %s", key)
	}
	return nil
}
