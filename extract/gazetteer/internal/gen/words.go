package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"extract/extract/packs"
)

// generatedFile is the name of the generated file in the folder of a pack.
const generatedFile = "cldr.gen.toml"

// wordList collects the surface forms of one class, by value.
type wordList struct {
	class string
	forms map[string][]string
	taken map[string]bool // forms that are written by hand, or have a value already
}

func newWordList(class string, byHand []packs.Word) *wordList {
	list := &wordList{class: class, forms: map[string][]string{}, taken: map[string]bool{}}
	for _, w := range byHand {
		if w.Class == class && filepath.Base(w.File) != generatedFile {
			list.taken[formKey(w.Form)] = true
		}
	}
	return list
}

func (w *wordList) add(value string, forms ...string) {
	for _, form := range forms {
		if key := formKey(form); key != "" && !w.taken[key] {
			w.taken[key] = true
			w.forms[value] = append(w.forms[value], form)
		}
	}
}

// formKey makes forms comparable that match the same text.
func formKey(form string) string {
	form = strings.NewReplacer("~", "", "-", " ", "’", "'").Replace(form)
	return strings.ToLower(strings.TrimSuffix(form, "."))
}

// generateWords gives the generated file of one language: what CLDR has of
// months, weekdays, countries and currencies and the pack's own files have
// not.
func (s *sources) generateWords(dir, packsDir string, language int) (string, error) {
	l := languages[language]
	pack, err := packs.Load(os.DirFS(packsDir), l.tag)
	if err != nil {
		return "", err
	}
	months, weekdays := newWordList("month", pack.Words), newWordList("weekday", pack.Words)
	if err := addCalendar(months, weekdays, dir, l.cldr); err != nil {
		return "", err
	}
	countries := newWordList("country", pack.Words)
	s.addCountries(countries, language)
	currencies := newWordList("currency", pack.Words)
	if err := addCurrencies(currencies, dir, l.tag, l.cldr); err != nil {
		return "", err
	}
	return fileOf("Names of months, weekdays, countries and currencies that the other files of this folder do not have.",
		months, weekdays, countries, currencies), nil
}

func fileOf(title string, lists ...*wordList) string {
	var out strings.Builder
	fmt.Fprintf(&out, `# %s
# Written by go generate from Unicode CLDR 48.2 (extract/gazetteer/internal/gen); never edited by hand.
# A form that another file of this folder has is left out here, whatever its value.
`, title)
	for _, list := range lists {
		if len(list.forms) == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n[words.%s]\n", list.class)
		for _, value := range slices.Sorted(maps.Keys(list.forms)) {
			quoted := make([]string, len(list.forms[value]))
			for i, form := range list.forms[value] {
				quoted[i] = tomlString(form)
			}
			key := value
			if strings.HasPrefix(value, "*") {
				key = tomlString(value)
			}
			fmt.Fprintf(&out, "%s = [%s]\n", key, strings.Join(quoted, ", "))
		}
	}
	return out.String()
}

func tomlString(s string) string {
	quoted, _ := json.Marshal(s) // the escapes of JSON are TOML's
	return strings.ReplaceAll(string(quoted), `\u0026`, "&")
}

var weekdayNumbers = map[string]string{"mon": "1", "tue": "2", "wed": "3", "thu": "4", "fri": "5", "sat": "6", "sun": "7"}

// addCalendar adds the full names of months and weekdays. The abbreviations
// of CLDR are those of calendars ("Di", "mar"), which are words in running
// text; the ones that news writes are in the packs by hand.
func addCalendar(months, weekdays *wordList, dir, locale string) error {
	type widths struct {
		Format struct{ Wide map[string]string }
	}
	file := filepath.Join(dir, "cldr-dates-full", "main", locale, "ca-gregorian.json")
	path := []string{"main", locale, "dates", "calendars", "gregorian"}
	var m, d widths
	if err := readJSON(&m, file, append(path, "months")...); err != nil {
		return err
	}
	if err := readJSON(&d, file, append(path, "days")...); err != nil {
		return err
	}
	for number, name := range m.Format.Wide {
		months.add(fmt.Sprintf("%02s", number), name)
	}
	for day, name := range d.Format.Wide {
		weekdays.add(weekdayNumbers[day], name)
	}
	return nil
}

// noCountry are codes of CLDR that name no country: islands without people,
// groups, private codes.
var noCountry = words("AC AQ BV CP CQ DG EA EZ HM IC QO TA TF UM UN XA XB ZZ")

// noName are names of countries that are a word of the language: the pack has
// longer ones by hand where they are needed.
var noName = map[string]bool{"nb Man": true}

// addCountries adds the names of countries in all variants.
func (s *sources) addCountries(list *wordList, language int) {
	names := s.territories[language]
	for _, key := range slices.Sorted(maps.Keys(names)) {
		code, variant, _ := strings.Cut(key, "-alt-")
		if len(code) == 2 && !noCountry[code] && variant != "chagos" && !noName[languages[language].tag+" "+names[key]] {
			list.add(code, countryForms(names[key], languages[language].and)...)
		}
	}
}

// countryForms gives the forms of one name. What stands in brackets is another
// name ("Myanmar (Birma)") unless it tells two countries apart.
func countryForms(name, and string) []string {
	names := []string{name}
	if before, rest, ok := strings.Cut(name, " ("); ok {
		inside, whole := strings.CutSuffix(rest, ")")
		if before == "Kongo" || before == "Congo" || !whole {
			return nil
		}
		names = []string{before, inside}
	}
	var forms []string
	for _, name := range names {
		if utf8.RuneCountInString(name) < 3 || strings.HasSuffix(name, ".") {
			continue // "US", "U.K.": by hand
		}
		for _, spelling := range []string{name, strings.ReplaceAll(name, "&", and)} {
			forms = append(forms, spelling+"~", strings.ReplaceAll(spelling, "’", "'")+"~")
		}
	}
	return forms
}

// yearsInBrackets marks names of an older currency ("Turkish Lira
// (1922–2005)"): the date of the sum decides, not the name.
var yearsInBrackets = regexp.MustCompile(`\(.*\d.*\)`)

// lastUse is the year from which a currency that is no longer in use must have
// been: news of today hardly write of older ones.
const lastUse = "1990"

// usedCurrencies are the currencies in use, and those that were after lastUse.
func usedCurrencies(dir string) (map[string]bool, error) {
	var regions map[string][]map[string]struct {
		To     string `json:"_to"`
		Tender string `json:"_tender"`
	}
	file := filepath.Join(dir, "cldr-core", "supplemental", "currencyData.json")
	if err := readJSON(&regions, file, "supplemental", "currencyData", "region"); err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for country, list := range regions {
		for _, entry := range list {
			for currency, t := range entry {
				if t.Tender != "false" && len(country) == 2 && (t.To == "" || t.To >= lastUse) {
					used[currency] = true
				}
			}
		}
	}
	return used, nil
}

func currencyNames(dir, locale string) (map[string]map[string]string, error) {
	var names map[string]map[string]string
	file := filepath.Join(dir, "cldr-numbers-full", "main", locale, "currencies.json")
	err := readJSON(&names, file, "main", locale, "numbers", "currencies")
	return names, err
}

func addCurrencies(list *wordList, dir, lang, locale string) error {
	used, err := usedCurrencies(dir)
	if err != nil {
		return err
	}
	names, err := currencyNames(dir, locale)
	if err != nil {
		return err
	}
	for _, code := range slices.Sorted(maps.Keys(used)) {
		for _, key := range []string{"displayName-count-one", "displayName-count-other", "displayName"} {
			if name := names[code][key]; name != "" && !yearsInBrackets.MatchString(name) {
				list.add(code, currencyForms(name, lang)...)
			}
		}
	}
	return nil
}

// currencyForms gives a name in the notation of the packs: adjectives and
// nouns with their endings. A noun alone ("yen", "Won", "som") is often
// another word too, and the pack's to judge; a name of several words is none
// and counts in small letters as well, where its language has no capitals in
// all nouns.
func currencyForms(name, lang string) []string {
	name, _, _ = strings.Cut(name, " (")
	parts := strings.Fields(name)
	last := len(parts) - 1
	if last < 0 || last == 0 && !strings.Contains(name, "-") {
		return nil
	}
	switch lang {
	case "en":
		lowerWords(parts, nil)
	case "de":
		for i, part := range parts[:last] { // "Norwegische Krone", in any case
			if stem, ok := germanAdjective(part); ok {
				parts[i] = strings.ToLower(stem) + "~"
			}
		}
	case "tr":
		// "Norveç kronu": the possessive ending is one of many.
		lowerWords(parts, unicode.TurkishCase)
		noun := parts[last]
		if r, size := utf8.DecodeLastRuneInString(noun); strings.ContainsRune("ıiuü", r) {
			noun = noun[:len(noun)-size]
		}
		parts[last] = noun
	}
	return []string{strings.Join(parts, " ") + "~"}
}

// lowerWords writes words in small letters but for abbreviations ("CFA").
func lowerWords(words []string, special unicode.SpecialCase) {
	for i, word := range words {
		if letters := []rune(word); len(letters) < 2 || !unicode.IsUpper(letters[1]) {
			words[i] = strings.ToLowerSpecial(special, word)
		}
	}
}

// germanAdjective gives the stem of an adjective in the nominative.
func germanAdjective(word string) (string, bool) {
	for _, ending := range []string{"e", "er", "es"} {
		stem, ok := strings.CutSuffix(word, ending)
		if ok && (strings.HasSuffix(stem, "isch") || stem == "Neu" || stem == "Deutsch" || stem == "Konvertibl") {
			return stem, true
		}
	}
	return "", false
}

// noCode are codes of currencies that news writes as words or names in
// capitals ("COP 28", "TOP 10", "ALL 5"): only the names of these are found.
var noCode = words("ALL ANG COP CUP PEN SOS TOP")

// generateCommon gives the generated file of what no language owns: codes and
// signs of currencies.
func generateCommon(dir, packsDir string) (string, error) {
	used, err := usedCurrencies(dir)
	if err != nil {
		return "", err
	}
	names, err := currencyNames(dir, "en")
	if err != nil {
		return "", err
	}
	byHand, err := commonWords(packsDir)
	if err != nil {
		return "", err
	}
	list := newWordList("currency", byHand)
	for _, sign := range [][2]string{{"*dollar", "$"}, {"GBP", "£"}, {"JPY", "¥"}, {"KRW", "₩"}, {"CAD", "C$"}, {"SGD", "S$"}, {"USD", "US$"}} {
		list.add(sign[0], sign[1]) // which of the currencies with this sign is meant when nothing else tells
	}
	for _, code := range slices.Sorted(maps.Keys(used)) {
		if !noCode[code] {
			list.add(code, code)
		}
		for _, key := range []string{"symbol", "symbol-alt-narrow"} {
			if sign := names[code][key]; hasSign(sign) {
				list.add(code, sign)
			}
		}
	}
	return fileOf("Codes and signs of currencies.", list), nil
}

// commonWords are the words of the common pack, which every pack contains.
func commonWords(packsDir string) ([]packs.Word, error) {
	pack, err := packs.Load(os.DirFS(packsDir), languages[0].tag)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(pack.Words, func(w packs.Word) bool { return filepath.Dir(w.File) != packs.Common }), nil
}

// hasSign tells whether a symbol has a currency sign in it: letters alone
// ("kr", "KM", "L") are words of some language.
func hasSign(symbol string) bool {
	return strings.ContainsFunc(symbol, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
}
