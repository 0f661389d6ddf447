package build

import (
	"slices"
	"strconv"
	"strings"

	"extract/extract/names"
)

// forms returns the spellings under which a person is found, whole names and short ones, each folded
// spelling once.
func (p person) forms() (full, short []string) {
	all := append([]string{p.name}, p.spellings...)
	for _, s := range all {
		all = append(all, germanUmlauts(s)...)
		all = append(all, numbered(s)...)
	}
	seen, seenShort := map[string]bool{}, map[string]bool{}
	put := func(to *[]string, seen map[string]bool, s string) {
		if f := names.Fold(s); f != "" && !seen[f] {
			seen[f] = true
			*to = append(*to, s)
		}
	}
	width := len(strings.Fields(p.short))
	last := strings.HasSuffix(p.name, p.short)
	for _, s := range all {
		put(&full, seen, s)
		words := strings.Fields(s)
		if p.shortFirst && len(words) > width {
			turned := slices.Concat(words[width:], words[:width])
			put(&full, seen, strings.Join(turned, " "))
		}
		switch {
		case len(words) <= width:
			put(&short, seenShort, s)
		case p.shortFirst:
			put(&short, seenShort, strings.Join(words[:width], " "))
		case last && (s == p.name || len(words) == len(strings.Fields(p.name))):
			put(&short, seenShort, strings.Join(words[len(words)-width:], " "))
		case last && width == 1:
			put(&short, seenShort, words[len(words)-1])
		}
	}
	put(&short, seenShort, p.short)
	for _, s := range p.shorts {
		put(&short, seenShort, s)
	}
	for _, s := range slices.Clone(short) {
		if bare, ok := withoutArticle(s); ok {
			put(&short, seenShort, bare)
		}
	}
	return full, short
}

// withoutArticle drops the Arabic article before a short name.
func withoutArticle(s string) (string, bool) {
	article, bare, ok := strings.Cut(s, "-")
	return bare, ok && len(article) == 2 && strings.ContainsAny(article[:1], "ae") && strings.ContainsAny(article[1:], "lsrztdn")
}

// numbered returns the spellings of a monarch's or pope's name with the number in front, as Turkish has
// it: Felipe VI is VI. Felipe and 6. Felipe.
func numbered(s string) []string {
	name, number, ok := cutNumeral(s)
	if !ok {
		return nil
	}
	value := 0
	for i := range number {
		v := romanDigits[number[i]]
		if i+1 < len(number) && romanDigits[number[i+1]] > v {
			v = -v
		}
		value += v
	}
	return []string{number + ". " + name, strconv.Itoa(value) + ". " + name}
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10}

// cutNumeral cuts the Roman numeral off the end of a name.
func cutNumeral(s string) (name, number string, ok bool) {
	i := strings.LastIndex(s, " ")
	if i < 0 || strings.Trim(s[i+1:], "IVX") != "" {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// germanUmlauts returns the spelling in plain type, Schroeder and Stoere, of a name with ä, ö, ü, ø, å.
func germanUmlauts(s string) []string {
	r := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")
	if t := r.Replace(s); t != s {
		return []string{t}
	}
	return nil
}
