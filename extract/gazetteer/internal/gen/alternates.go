package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// minAliases is the population from which a city's untagged alternate names
// are taken up: below it they are more often wrong than used.
const minAliases = 100_000

// addAlternates adds the untagged alternate names of large cities that look
// like a spelling of their name. What is tagged only with languages that the
// packs do not read is left out, and so is what names a country or region.
func (g *gazetteer) addAlternates(s *sources) {
	taken := map[string]bool{}
	for _, names := range s.territories {
		for _, name := range names {
			taken[fold(name)] = true
		}
	}
	for _, names := range s.subdivisions {
		for _, name := range names {
			taken[fold(name)] = true
		}
	}
	generic := g.firstWords()
	ours := map[string]bool{"da": true, "sv": true}
	for _, l := range languages {
		for _, tag := range l.geonames {
			ours[tag] = true
		}
	}
	for _, c := range g.cities {
		if c.population < minAliases && c.flags&flagCapital == 0 {
			continue
		}
		bases := []string{fold(c.name)}
		for _, name := range c.home {
			bases = append(bases, fold(name))
		}
		foreign := map[string]bool{}
		for tag, names := range s.catalogues {
			if !ours[tag] && !slices.Contains(s.official[c.country], tag) {
				foreign[fold(names[fmt.Sprint(c.id)])] = true
			}
		}
		for _, name := range c.alternates {
			key := fold(name)
			if !usableAlternate(name) || taken[key] || foreign[key] || generic[key] {
				continue
			}
			if slices.ContainsFunc(bases, func(base string) bool { return alike(key, base) || shortens(key, base) }) {
				g.set(c, name, kindAllLanguages|kindAlias)
			}
		}
	}
}

// usableAlternate keeps codes, romanisations in lower case, names in other
// alphabets and explanations out.
func usableAlternate(name string) bool {
	letters, upper := 0, 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		case r != ' ' && r != '-' && r != '\'' && r != '’' && r != '.':
			return false
		}
	}
	first := []rune(name)
	return letters >= 4 && upper < letters && isLatin(name) && unicode.IsUpper(first[0]) && len(strings.Fields(name)) <= 4
}

// shortens tells whether one key is the other with words left out at its end.
func shortens(key, base string) bool {
	return strings.HasPrefix(base, key+" ")
}

// firstWords are the words that begin many names (Saint, Port, Nova): none of
// them is a city's short name.
func (g *gazetteer) firstWords() map[string]bool {
	count := map[string]int{}
	for key := range g.names {
		if word, _, ok := strings.Cut(key, " "); ok {
			count[word]++
		}
	}
	generic := map[string]bool{}
	for word, n := range count {
		if n >= 8 {
			generic[word] = true
		}
	}
	return generic
}
