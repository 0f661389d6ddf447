package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"extract/extract/gazetteer"
	"extract/extract/packs"
	"extract/internal/letters"
	"extract/model"
)

// A word that nothing asks for is a mistake that no example shows: [words.currancy]
// is a class of its own, and "13" a month that never comes. So check looks for both.

// checkWords reports the words whose class has no such value, and those whose
// class nothing asks for: of a language's own files its own rules, of the common
// files, where no pack has a fault of form, those of any language.
func checkWords(all []*compiled, whole bool, report *CheckReport) {
	anyAsked := map[string]bool{}
	for _, pack := range all {
		asked := pack.askedClasses()
		maps.Copy(anyAsked, asked)
		pack.checkWords(pack.Lang, asked, report)
	}
	if whole && len(all) > 0 {
		all[0].checkWords(packs.Common, anyAsked, report)
	}
}

// checkWords reports the words of the files of a folder.
func (c *compiled) checkWords(folder string, asked map[string]bool, report *CheckReport) {
	seen := map[string]bool{}
	for i := range c.Words {
		w := &c.Words[i]
		if dir, _, _ := strings.Cut(w.File, "/"); dir != folder {
			continue
		}
		if !asked[w.Class] && !seen[w.File+w.Class] {
			seen[w.File+w.Class] = true
			report.add(folder, &packs.Error{Place: w.Place, Msg: unaskedClass(w.Class, asked)})
		}
		if allowed, ok := valuesOf[w.Class]; ok && !allowed.has(w.Value) {
			report.add(folder, &packs.Error{Place: w.Place, Msg: fmt.Sprintf("[words.%s] has no value %q: it is %s", strings.TrimSuffix(w.Class, "-word"), w.Value, allowed.what)})
		}
	}
}

// askedClasses are the classes that the engine or a rule of the pack asks for.
func (c *compiled) askedClasses() map[string]bool {
	asked := map[string]bool{}
	for _, name := range slices.Concat(engineClasses, layoutClasses) {
		asked[name] = true
	}
	for i := range c.Rules {
		r := &c.Rules[i]
		asked[r.Kind] = true
		for _, pattern := range append(slices.Clone(r.Match), r.Set["value"]) {
			for slot := range slotsOf(pattern) {
				asked[slot] = true
			}
		}
	}
	return asked
}

// unaskedClass says what is wrong with a class, and which one may be meant.
func unaskedClass(class string, asked map[string]bool) string {
	msg := fmt.Sprintf("extract knows no [words.%s], and no rule asks for {%[1]s}", class)
	const far = 3 // as many letters may be wrong, less one
	best, meant := far, ""
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		if d := letters.Distance(class, name); d < best {
			best, meant = d, name
		}
	}
	if meant != "" {
		msg += fmt.Sprintf("; did you mean [words.%s]?", meant)
	}
	return msg
}

// values are those that the words of a class may have.
type values struct {
	what string
	has  func(string) bool
}

// valuesOf are the classes whose values are those of the record contract, or of
// the calendar.
var valuesOf = map[string]values{
	"month":         between("01", "12"),
	"weekday":       between("1", "7"),
	"weekday-short": between("1", "7"),
	"season":        between("21", "24"),
	"unit":          oneAmong(grainNames[1:]...),
	"bound":         oneAmong("min", "max", "approx"),
	"trend":         oneAmong("up", "down", "none"),
	"relative":      oneAmong("last", "this", "next"),
	"session-noun":  oneAmong(gazetteer.SeriesKinds()...),
	"country":       {"an ISO 3166 code as DE, or EU", isCountryCode},
	"nationality":   {"an ISO 3166 code as DE, or EU", isCountryCode},
	"currency":      {`an ISO 4217 code as EUR, "EUR!" or a shared name as "*dollar"`, isCurrency},
	"currency-code": {`an ISO 4217 code as EUR, "EUR!" or a shared name as "*dollar"`, isCurrency},
	"currency-sign": {`an ISO 4217 code as EUR, "EUR!" or a shared name as "*dollar"`, isCurrency},
	"number-word":   {"a number as 20 or 0.5", isDecimal},
	"ordinal-word":  {"a number as 20", isDecimal},
	"scale":         {"a number as 1000000", isDecimal},
}

func oneAmong(list ...string) values {
	return values{strings.Join(list, ", "), func(v string) bool { return slices.Contains(list, v) }}
}

// between are the whole numbers between two of as many digits.
func between(first, last string) values {
	return values{first + " to " + last, func(v string) bool {
		return len(v) == len(first) && first <= v && v <= last && strings.Trim(v, "0123456789") == ""
	}}
}

func isDecimal(v string) bool {
	_, err := model.ParseDecimal(v)
	return err == nil
}

func isCountryCode(v string) bool { return len(v) == 2 && isCapitals(v) }

func isCurrency(v string) bool {
	code := strings.TrimSuffix(v, "!")
	return strings.HasPrefix(v, "*") || len(code) == 3 && isCapitals(code)
}

func isCapitals(v string) bool { return strings.Trim(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" }
