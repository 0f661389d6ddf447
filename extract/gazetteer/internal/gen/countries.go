package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// generateCountries gives the table of countries: code, English name, capital,
// its currencies with their days; and behind them the families of currencies.
// extract/gazetteer/countries.go reads it.
func (s *sources) generateCountries(dir string, g *gazetteer) (string, error) {
	tenders, err := readTenders(dir)
	if err != nil {
		return "", err
	}
	capitals := map[string]*city{}
	for _, c := range g.cities {
		if c.flags&flagCapital != 0 && (capitals[c.country] == nil || c.population > capitals[c.country].population) {
			capitals[c.country] = c
		}
	}
	names := s.territories[0]
	var out strings.Builder
	out.WriteString("# Written by go generate from Unicode CLDR 48.2 and GeoNames; never edited by hand.\n" +
		"# Country, English name, capital, currencies as CODE:first day:last day.\n")
	for _, code := range slices.Sorted(maps.Keys(names)) {
		if len(code) != 2 || noCountry[code] {
			continue
		}
		var money []string
		for _, t := range tenders[code] {
			money = append(money, t.currency+":"+t.from+":"+t.to)
		}
		capital := ""
		if c := capitals[code]; c != nil {
			capital = c.name
		}
		name, _, _ := strings.Cut(names[code], " (")
		name = strings.NewReplacer(" & ", " and ", "’", "'", "St. ", "Saint ").Replace(name)
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", code, name, capital, strings.Join(money, " "))
	}
	families, err := currencyFamilies(dir, tenders)
	if err != nil {
		return "", err
	}
	out.WriteString("# Families: currencies that share a name.\n")
	for _, name := range slices.Sorted(maps.Keys(families)) {
		if codes := families[name]; len(codes) > 1 {
			fmt.Fprintf(&out, "*%s\t%s\n", name, strings.Join(codes, " "))
		}
	}
	return out.String(), nil
}

// sameFamily are nouns that other languages or spellings use for one another:
// a family has the currencies of all of them.
var sameFamily = map[string][]string{
	"krone": {"krona", "króna", "koruna", "kroon"},
	"krona": {"króna"},
	"crown": {"krone", "krona", "króna", "koruna", "kroon"},
	"lira":  {"pound"}, // Turkish: Lübnan lirası
	"rial":  {"riyal"},
	"riyal": {"rial"},
	"ruble": {"rublis", "rouble"},
	"mark":  {"markka", "kroon"},
	"yuan":  {"renminbi"},
}

// currencyFamilies gives for the noun of each currency name the currencies
// that have it, those in use first.
func currencyFamilies(dir string, tenders map[string][]tender) (map[string][]string, error) {
	names, err := currencyNames(dir, "en")
	if err != nil {
		return nil, err
	}
	current, former := map[string]bool{}, map[string]bool{}
	for _, ts := range tenders {
		for _, t := range ts {
			if t.to == "" {
				current[t.currency] = true
			} else if t.to >= "1970" {
				former[t.currency] = true
			}
		}
	}
	byNoun := map[string][]string{}
	for _, used := range []map[string]bool{current, former} {
		for _, code := range slices.Sorted(maps.Keys(used)) {
			noun := currencyNoun(names[code]["displayName-count-one"])
			if noun != "" && !slices.Contains(byNoun[noun], code) {
				byNoun[noun] = append(byNoun[noun], code)
			}
		}
	}
	families := map[string][]string{}
	for noun, codes := range byNoun {
		families[noun] = slices.Clone(codes)
	}
	for noun, others := range sameFamily {
		for _, other := range others {
			for _, code := range byNoun[other] {
				if !slices.Contains(families[noun], code) {
					families[noun] = append(families[noun], code)
				}
			}
		}
	}
	return families, nil
}

func currencyNoun(name string) string {
	name, _, _ = strings.Cut(name, " (")
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return ""
	}
	return strings.ToLower(fields[len(fields)-1])
}

// tender is a currency of a country with the days from and to which it is
// money there; to is "" where it still is.
type tender struct{ currency, from, to string }

// readTenders gives the currencies of each country, the preferred one first.
func readTenders(dir string) (map[string][]tender, error) {
	var regions map[string][]map[string]struct {
		From   string `json:"_from"`
		To     string `json:"_to"`
		Tender string `json:"_tender"`
	}
	file := filepath.Join(dir, "cldr-core", "supplemental", "currencyData.json")
	if err := readJSON(&regions, file, "supplemental", "currencyData", "region"); err != nil {
		return nil, err
	}
	tenders := map[string][]tender{}
	for country, list := range regions {
		for _, entry := range list {
			for currency, t := range entry {
				if t.Tender != "false" && len(country) == 2 {
					tenders[country] = append(tenders[country], tender{currency, cmp.Or(t.From, "0000-01-01"), t.To})
				}
			}
		}
	}
	return tenders, nil
}
