package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// languages of the packs with the tags that CLDR (locale folders) and GeoNames
// (catalogues, the first that has a name) know them by.
var languages = []struct {
	tag, cldr string
	geonames  []string
	also      []string // tags for which the same names hold
	and       string
}{
	{"en", "en", []string{"en"}, nil, "and"},
	{"de", "de", []string{"de"}, nil, "und"},
	{"nb", "no", []string{"nb", "nn"}, []string{"no", "nn"}, "og"},
	{"tr", "tr", []string{"tr"}, nil, "ve"},
}

// readJSON decodes the value that stands under a path of keys in a JSON file.
func readJSON(v any, file string, keys ...string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, key := range keys {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(data, &object); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		var ok bool
		if data, ok = object[key]; !ok {
			return fmt.Errorf("%s: no key %q of %s", file, key, strings.Join(keys, "."))
		}
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// officialLanguages gives for each country the languages that are official in
// all of it, by law or in fact.
func officialLanguages(sources string) (map[string][]string, error) {
	var territories map[string]struct {
		Languages map[string]struct {
			Status string `json:"_officialStatus"`
		} `json:"languagePopulation"`
	}
	file := filepath.Join(sources, "cldr-core", "supplemental", "territoryInfo.json")
	if err := readJSON(&territories, file, "supplemental", "territoryInfo"); err != nil {
		return nil, err
	}
	official := map[string][]string{}
	for country, t := range territories {
		for lang, l := range t.Languages {
			if l.Status == "official" || l.Status == "de_facto_official" {
				lang, _, _ = strings.Cut(lang, "_")
				official[country] = append(official[country], lang)
			}
		}
		slices.Sort(official[country])
		official[country] = slices.Compact(official[country])
	}
	return official, nil
}

// exemplarCities gives for each time zone the name of its exemplar city in a
// locale of CLDR.
func exemplarCities(sources, locale string) (map[string]string, error) {
	var zones map[string]json.RawMessage
	file := filepath.Join(sources, "cldr-dates-full", "main", locale, "timeZoneNames.json")
	if err := readJSON(&zones, file, "main", locale, "dates", "timeZoneNames", "zone"); err != nil {
		return nil, err
	}
	names := map[string]string{}
	var walk func(prefix string, node map[string]json.RawMessage)
	walk = func(prefix string, node map[string]json.RawMessage) {
		for key, raw := range node {
			if key == "exemplarCity" {
				var name string
				if json.Unmarshal(raw, &name) == nil {
					names[prefix] = name
				}
				continue
			}
			var child map[string]json.RawMessage
			if json.Unmarshal(raw, &child) == nil {
				walk(strings.TrimPrefix(prefix+"/"+key, "/"), child)
			}
		}
	}
	walk("", zones)
	return names, nil
}

// territoryNames gives the names of countries in a locale: ISO code, with
// -alt-short and -alt-variant behind it where there are several.
func territoryNames(sources, locale string) (map[string]string, error) {
	var names map[string]string
	file := filepath.Join(sources, "cldr-localenames-full", "main", locale, "territories.json")
	err := readJSON(&names, file, "main", locale, "localeDisplayNames", "territories")
	return names, err
}

// subdivisionNames gives the English names of first-level regions and others,
// by country.
func subdivisionNames(sources string) (map[string][]string, error) {
	var names map[string]string
	file := filepath.Join(sources, "cldr-subdivisions-full", "subdivisions", "en", "en.json")
	if err := readJSON(&names, file, "subdivisions", "localeDisplayNames", "subdivisions"); err != nil {
		return nil, err
	}
	byCountry := map[string][]string{}
	for code, name := range names {
		country := strings.ToUpper(code[:2])
		byCountry[country] = append(byCountry[country], name)
	}
	for _, names := range byCountry {
		slices.Sort(names)
	}
	return byCountry, nil
}
