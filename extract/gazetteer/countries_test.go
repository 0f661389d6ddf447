package gazetteer

import (
	"strings"
	"testing"
)

func TestCountryCurrency(t *testing.T) {
	for _, c := range []struct{ country, date, want string }{
		{"TR", "2004-12-31", "TRL"}, {"TR", "2005-01-01", "TRY"}, {"TR", "2025-11-05", "TRY"}, {"TR", "", "TRY"},
		{"DE", "1998-06-01", "DEM"}, {"DE", "1999-01-01", "EUR"}, {"AT", "1985", "ATS"},
		{"HR", "2022-12-31", "HRK"}, {"HR", "2023-01-01", "EUR"},
		{"NO", "2025-01-01", "NOK"}, {"RU", "1997-12-31", "RUR"}, {"RU", "2024-05", "RUB"},
		{"US", "2025-01-01", "USD"}, {"CN", "2025-01-01", "CNY"}, {"VN", "", "VND"}, {"EU", "2020-01-01", "EUR"},
		{"GB", "1999-01-01", "GBP"}, {"BR", "2025-01-01", "BRL"}, {"PA", "", "PAB"},
		{"TR", "2005", "TRY"}, {"XX", "2020-01-01", ""}, {"", "", ""}, {"T", "", ""},
	} {
		if got := CountryCurrency(c.country, c.date); got != c.want {
			t.Errorf("CountryCurrency(%q, %q) = %q, want %q", c.country, c.date, got, c.want)
		}
	}
}

func TestCountryNamesAndCapitals(t *testing.T) {
	for _, c := range []struct{ code, name, capital string }{
		{"CN", "China", "Beijing"}, {"RU", "Russia", "Moscow"}, {"TR", "Türkiye", "Ankara"}, {"NO", "Norway", "Oslo"},
		{"US", "United States", "Washington"}, {"KZ", "Kazakhstan", "Astana"}, {"MM", "Myanmar", "Naypyidaw"},
		{"BA", "Bosnia and Herzegovina", "Sarajevo"}, {"CI", "Côte d'Ivoire", "Yamoussoukro"}, {"LC", "Saint Lucia", "Castries"},
		{"XX", "", ""}, {"China", "", ""}, {"", "", ""}, {"*d", "", ""},
	} {
		if got := CountryName(c.code); got != c.name {
			t.Errorf("CountryName(%q) = %q, want %q", c.code, got, c.name)
		}
		if got := Capital(c.code); got != c.capital {
			t.Errorf("Capital(%q) = %q, want %q", c.code, got, c.capital)
		}
	}
}

func TestCurrencyFamilies(t *testing.T) {
	for _, c := range []struct{ noun, has, hasNot string }{
		{"dollar", "USD AUD CAD NZD SGD HKD TWD", "EUR GBP"},
		{"krone", "NOK DKK SEK ISK CZK", "EUR"},
		{"krona", "SEK ISK", "NOK"},
		{"pound", "GBP EGP LBP SYP", "USD TRY"},
		{"lira", "TRY TRL ITL LBP", "USD"},
		{"franc", "CHF XOF XAF FRF BEF", "EUR"},
		{"peso", "MXN ARS CLP COP PHP", "BRL"},
		{"rupee", "INR PKR LKR NPR", "IDR"},
		{"dinar", "IQD KWD JOD RSD DZD", "AED"},
		{"ruble", "RUB BYN", "UAH"},
		{"rial", "IRR OMR YER SAR QAR", "BRL"},
		{"won", "KRW KPW", "JPY"},
		{"shilling", "KES UGX TZS", "GBP"},
		{"manat", "AZN TMT", "TRY"},
		{"mark", "DEM BAM FIM", "EUR"},
	} {
		for _, code := range strings.Fields(c.has) {
			if !InCurrencyFamily(code, c.noun) {
				t.Errorf("%s is not in %q: %s", code, c.noun, CurrencyFamily(c.noun))
			}
		}
		for _, code := range strings.Fields(c.hasNot) {
			if InCurrencyFamily(code, c.noun) {
				t.Errorf("%s is in %q", code, c.noun)
			}
		}
	}
	for _, noun := range []string{"", "euro", "China", "dollar\t", "\n"} {
		if got := CurrencyFamily(noun); got != "" {
			t.Errorf("CurrencyFamily(%q) = %q", noun, got)
		}
	}
}

func BenchmarkCountryCurrency(b *testing.B) {
	for b.Loop() {
		CountryCurrency("VN", "2025-11-05")
	}
}
