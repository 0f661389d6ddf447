package gazetteer

import (
	_ "embed"
	"strings"
)

// countriesData is a table of lines, columns between tabs: ISO code, English
// name, capital, currencies as CODE:first day:last day with blanks between;
// then the families of currencies: * and noun, their codes. It is searched as
// it lies: some 25 KB, needed a few times in an article.
//
//go:embed countries.tsv
var countriesData string

// line gives what stands behind the first column of the line that begins with it.
func line(first string) string {
	if first == "" || strings.ContainsAny(first, "\t\n") {
		return ""
	}
	for rest := countriesData; ; {
		at := strings.Index(rest, first)
		if at < 0 {
			return ""
		}
		end := at + len(first)
		if end < len(rest) && rest[end] == '\t' && (at == 0 && len(rest) == len(countriesData) || at > 0 && rest[at-1] == '\n') {
			found, _, _ := strings.Cut(rest[end+1:], "\n")
			return found
		}
		rest = rest[end:]
	}
}

// column gives one column of a line, the first being 0.
func column(line string, n int) string {
	for range n {
		_, line, _ = strings.Cut(line, "\t")
	}
	found, _, _ := strings.Cut(line, "\t")
	return found
}

// CountryName gives the English name of a country, "" for a code that is none.
func CountryName(code string) string {
	if len(code) != 2 {
		return ""
	}
	return column(line(code), 0)
}

// Capital gives the usual English name of a country's capital, "" where it has
// none or is not known.
func Capital(code string) string {
	if len(code) != 2 {
		return ""
	}
	return column(line(code), 1)
}

// CountryCurrency gives the ISO 4217 code of the currency that is valid in a
// country on a day (YYYY-MM-DD, or YYYY or YYYY-MM for the first day of these;
// "" for today's), "" where none is known. Where several are, it is the one
// that the country prefers.
func CountryCurrency(code, date string) string {
	if len(code) != 2 {
		return ""
	}
	for tenders := column(line(code), 2); tenders != ""; {
		var tender string
		tender, tenders, _ = strings.Cut(tenders, " ")
		currency, span, _ := strings.Cut(tender, ":")
		from, to, _ := strings.Cut(span, ":")
		if date == "" && to == "" || date != "" && prefixAtMost(from, date) && (to == "" || date <= to) {
			return currency
		}
	}
	return ""
}

// prefixAtMost tells whether a day is not later than another date, which may
// be a year or a month: then its own year or month counts.
func prefixAtMost(day, date string) bool {
	return day[:min(len(day), len(date))] <= date
}

// CurrencyFamily gives the ISO codes of the currencies whose English name has a
// noun (dollar, krone, pound, franc, rupee …), a blank between: those in use
// first, "" for a noun that no two currencies share. Kroner, kronor and
// korunas are krone; lira is said of several pounds too.
func CurrencyFamily(noun string) string {
	if noun == "" || len(noun) > 20 {
		return ""
	}
	return line("*" + noun)
}

// InCurrencyFamily tells whether a currency belongs to a family.
func InCurrencyFamily(currency, noun string) bool {
	for codes := CurrencyFamily(noun); codes != ""; {
		var code string
		if code, codes, _ = strings.Cut(codes, " "); code == currency {
			return true
		}
	}
	return false
}
