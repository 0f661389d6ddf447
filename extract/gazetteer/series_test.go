package gazetteer

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The series whose ids are part of the contract of the records, each with its kind.
const contractSeries = `cn-ru-heads-of-government meeting · cn-ru-heads-of-government-committee session · un-general-assembly session ·
cop-climate conference · cpc-congress congress · cpc-central-committee plenary · npc-china session · sco-heads-of-state summit ·
sco-heads-of-government meeting · brics summit · g7 summit · g20 summit · asean summit · east-asia-summit summit · apec-leaders meeting ·
asem summit · nato summit · eu-china summit · eu-turkey summit · eu-ukraine summit · organization-of-turkic-states summit ·
nordic-council session · arctic-council-ministerial meeting · council-of-baltic-sea-states summit · world-economic-forum meeting ·
spief forum · eastern-economic-forum forum · boao-forum forum · munich-security-conference conference · arab-league summit ·
african-union summit · gcc summit · cis-heads-of-state summit · eaeu-supreme-council meeting · csto summit · mercosur summit ·
celac summit · francophonie summit · commonwealth meeting · oic summit · non-aligned-movement summit · pacific-islands-forum forum ·
wto-ministerial conference · imf-world-bank meeting · opec meeting · osce-ministerial meeting · unesco-general-conference conference ·
world-health-assembly assembly · communist-party-vietnam congress`

// Languages of the packs.
var seriesLanguages = []string{"en", "de", "nb", "tr"}

func TestSeriesOfTheContract(t *testing.T) {
	kinds := map[string]string{}
	for _, s := range Series() {
		kinds[s.ID] = s.Kind
	}
	for _, line := range strings.Split(contractSeries, "·") {
		f := strings.Fields(line)
		if kinds[f[0]] != f[1] {
			t.Errorf("%s is %q, want %s", f[0], kinds[f[0]], f[1])
		}
	}
	if n := len(kinds); n < 110 {
		t.Errorf("%d series", n)
	}
}

func TestSeriesFile(t *testing.T) {
	list, err := readSeries(seriesData)
	if err != nil {
		t.Fatal(err)
	}
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	code := regexp.MustCompile(`^[A-Z]{2}$`)
	seen := map[string]bool{}
	for _, s := range list {
		if !id.MatchString(s.ID) || seen[s.ID] || s.Kind == "" || s.Name == "" {
			t.Errorf("series %q: id not in lower case or there twice, or no kind or name", s.ID)
		}
		seen[s.ID] = true
		if !slices.IsSorted(s.Parties) || slices.ContainsFunc(s.Parties, func(p string) bool { return !code.MatchString(p) }) {
			t.Errorf("%s: parties %v", s.ID, s.Parties)
		}
		for _, lang := range seriesLanguages {
			if n := s.Names[lang]; len(n.Names)+len(n.Host)+len(n.Body) == 0 {
				t.Errorf("%s has no name in %q", s.ID, lang)
			}
		}
		if len(s.Names) != len(seriesLanguages) {
			t.Errorf("%s has names in %d languages", s.ID, len(s.Names))
		}
	}
}

// tail is a plus sign that makes the end of a compound of a word.
var tail = regexp.MustCompile(`\+\pL`)

// A form must not mean two series that nothing tells apart.
func TestSeriesNamesAreTheirOwn(t *testing.T) {
	for _, lang := range seriesLanguages {
		owner := map[string]*SeriesEntry{}
		list := Series()
		for i := range list {
			s := &list[i]
			n := s.Names[lang]
			for _, form := range slices.Concat(n.Names, n.Host, n.Body) {
				if form != strings.TrimSpace(form) || strings.Contains(form, "  ") || strings.Contains(form, "\t") || tail.MatchString(form) {
					t.Errorf("%s: %q is no surface form", s.ID, form)
				}
				key := strings.ToLower(strings.ReplaceAll(form, "~", ""))
				if o := owner[key]; o != nil && o != s && o.Kind == s.Kind {
					t.Errorf("%s: %q is of %s and %s", lang, form, o.ID, s.ID)
				}
				owner[key] = s
			}
		}
	}
}

func TestReadSeriesTellsMistakes(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"id = 'x'", "before the first"},
		{"[[serie]]", "only [[series]]"},
		{"[[series]]\nid = 'x'\nkind = 'party'", "unknown kind \"party\""},
		{"[[series]]\nid = 'x'\nen.nams = ['a']", "unknown key en.nams"},
		{"[[series]]\nid = 'x'\nen.names = 'a'", "no list of words"},
		{"[[series]]\nid = 'x'\nen.names = [1]", "something else than words"},
		{"[[series]]\nid = 'x'\ncolour = 'red'", "unknown key colour"},
		{"[[series]]\nid = ", ""},
	} {
		if _, err := readSeries([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.file, err, c.want)
		}
	}
}

func BenchmarkReadSeries(b *testing.B) {
	for b.Loop() {
		if _, err := readSeries(seriesData); err != nil {
			b.Fatal(err)
		}
	}
}
