package people

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"extract/extract/gazetteer/people/build"
	"extract/extract/names"
)

// TestCurrent: people.bin is what the source and the rules for names make of it.
func TestCurrent(t *testing.T) {
	want, people, spellings, err := build.Index(os.DirFS("source"))
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != bin {
		t.Fatal("people.bin is out of date: run go generate ./extract/gazetteer/people")
	}
	t.Logf("%d people, %d spellings, %d bytes", people, spellings, len(bin))
	if people != Len() || people < 900 {
		t.Errorf("%d people, %d in the index", people, Len())
	}
}

// TestEveryone: each person is found under the own name and short name, and passes the filter.
func TestEveryone(t *testing.T) {
	for i := range Len() {
		p := Ref{Index: i}.Person()
		has := func(refs []Ref) bool {
			return slices.ContainsFunc(refs, func(r Ref) bool { return r.Index == i })
		}
		if !has(Find(nil, p.Name)) || !has(Find(nil, strings.ToUpper(p.Name))) {
			t.Errorf("%s is not found", p.Name)
		}
		if !has(BySurname(nil, p.Short)) {
			t.Errorf("%s is not found as %s", p.Name, p.Short)
		}
		for _, w := range names.Words(p.Name) {
			if h := names.Hash([]byte(w)); !Starts(h) || !HasWord(h) {
				t.Errorf("the filter does not know %s of %s", w, p.Name)
			}
		}
		if len(p.Offices) == 0 || len(p.Country) != 2 {
			t.Errorf("%s has no office or country", p.Name)
		}
		for _, o := range p.Offices {
			if o.Role == "" || o.Country == "" && o.Org == "" || o.To != "" && !upTo(o.From, o.To) {
				t.Errorf("%s: office %+v", p.Name, o)
			}
		}
	}
}

// TestHasWord: what the filter lets through by chance is no word of a name.
func TestHasWord(t *testing.T) {
	through := 0
	for i := range 10_000 {
		h := names.Hash(fmt.Appendf(nil, "word%d", i))
		if Starts(h) {
			through++
		}
		if HasWord(h) {
			t.Errorf("word%d is a word of a name", i)
		}
	}
	if through == 0 {
		t.Error("the filter lets nothing through, which makes this test empty")
	}
}

// TestOneHolder: an office that one person has at a time has one holder in the middle of each year.
func TestOneHolder(t *testing.T) {
	all := make([]*Person, Len())
	for i := range all {
		all[i] = Ref{Index: i}.Person()
	}
	for _, office := range strings.Fields(`US/president RU/president CN/president DE/president FR/president TR/president UA/president
		PL/president VN/president KR/president IR/president ZA/president KZ/president AZ/president BY/president
		DE/chancellor AT/chancellor CN/prime-minister RU/prime-minister NO/prime-minister FR/prime-minister GB/prime-minister
		IN/prime-minister JP/prime-minister SE/prime-minister DK/prime-minister FI/prime-minister PL/prime-minister IT/prime-minister
		US/minister/foreign DE/minister/foreign RU/minister/foreign CN/minister/foreign NO/minister/foreign TR/minister/foreign
		GB/minister/foreign FR/minister/foreign GB/minister/finance DE/minister/finance RU/minister/finance US/minister/finance
		UN/secretary-general NATO/secretary-general ECB/central-bank-governor WTO/director-general SCO/secretary-general`) {
		part := strings.Split(office+"/", "/")
		held := false
		for year := 1996; year <= 2025; year++ {
			date := strconv.Itoa(year) + "-07-10"
			var holders []string
			for _, p := range all {
				for _, o := range p.At(date) {
					if o.Role == part[1] && strings.HasPrefix(o.Portfolio, part[2]) && (o.Country == part[0] && o.Org == "" || o.Org == part[0]) {
						holders = append(holders, p.Name)
					}
				}
			}
			held = held || len(holders) > 0
			if len(holders) > 1 {
				t.Errorf("%s on %s: %s", office, date, strings.Join(holders, ", "))
			}
		}
		if !held {
			t.Errorf("nobody is ever %s", office)
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, want string
		match      Match
	}{
		{"Wladimir Putin", "Vladimir Putin", Spelling},
		{"Michail Mischustin", "Mikhail Mishustin", Spelling},
		{"Mikhail Misjustin", "Mikhail Mishustin", Spelling},
		{"Mihail Mişustin", "Mikhail Mishustin", Spelling},
		{"MİHAİL MİŞUSTİN", "Mikhail Mishustin", Spelling},
		{"Dmitriy Çernişenko", "Dmitry Chernyshenko", Spelling},
		{"Dmitrij Medvedev", "Dmitry Medvedev", Spelling},
		{"Dmitri Tchernychenko", "Dmitry Chernyshenko", Sound},
		{"Kasym-Jomart Tokaev", "Kassym-Jomart Tokayev", Sound},
		{"Shigeru Ishiba", "Shigeru Ishiba", Spelling},
		{"Ishiba Shigeru", "Shigeru Ishiba", Spelling},
		{"Orban Viktor", "Viktor Orbán", Spelling},
		{"Jinping Xi", "Xi Jinping", Spelling},
		{"Phạm Minh Chính", "Pham Minh Chinh", Spelling},
		{"Enver İbrahim", "Anwar Ibrahim", Spelling},
		{"Gerhard Schroeder", "Gerhard Schröder", Spelling},
		{"Jonas Gahr Stoere", "Jonas Gahr Støre", Spelling},
		{"Ursula von der Leyen", "Ursula von der Leyen", Spelling},
		{"Abdulfettah es-Sisi", "Abdel Fattah el-Sisi", Spelling},
	} {
		refs := Find(nil, c.name)
		if len(refs) != 1 || refs[0].Person().Name != c.want || refs[0].Match != c.match {
			var got []string
			for _, r := range refs {
				got = append(got, r.Person().Name)
			}
			t.Errorf("Find(%q) = %q %v", c.name, got, refs)
		}
	}
	for _, name := range []string{"", "Li", "Putin", "Karl Putin", "Wladimir", "Angela Merkl Schmidt", "Anna Merkel", "Li Qing Wang"} {
		if refs := Find(nil, name); len(refs) > 0 {
			t.Errorf("Find(%q) = %s", name, refs[0].Person().Name)
		}
	}
}

func TestBySurname(t *testing.T) {
	for name, want := range map[string]string{
		"Lula": "Luiz Inácio Lula da Silva", "Xi": "Xi Jinping", "Modi": "Narendra Modi", "Erdoğan": "Recep Tayyip Erdoğan",
		"Erdogan": "Recep Tayyip Erdoğan", "ERDOĞAN": "Recep Tayyip Erdoğan", "Mischustin": "Mikhail Mishustin",
		"Misjustin": "Mikhail Mishustin", "Mişustin": "Mikhail Mishustin", "Mishustin": "Mikhail Mishustin",
		"Selenskyj": "Volodymyr Zelenskyy", "Zelensky": "Volodymyr Zelenskyy", "von der Leyen": "Ursula von der Leyen",
		"Sisi": "Abdel Fattah el-Sisi", "al-Sisi": "Abdel Fattah el-Sisi", "Orban": "Viktor Orbán", "Chinh": "Pham Minh Chinh",
		"Støre": "Jonas Gahr Støre",
	} {
		refs := BySurname(nil, name)
		if !slices.ContainsFunc(refs, func(r Ref) bool { return r.Person().Name == want }) {
			t.Errorf("BySurname(%q) has no %s", name, want)
		}
	}
	if refs := BySurname(nil, "Nobody"); len(refs) > 0 {
		t.Errorf("BySurname(Nobody) = %v", refs)
	}
}

func TestAt(t *testing.T) {
	for _, c := range []struct{ name, date, want string }{
		{"Dmitry Medvedev", "2009-05-01", "president RU"},
		{"Dmitry Medvedev", "2015", "prime-minister RU"},
		{"Dmitry Medvedev", "2022-01", ""},
		{"Vladimir Putin", "2025-11-03", "president RU"},
		{"Xi Jinping", "2025-11-03", "president CN, general-secretary CN CPC"},
		{"Angela Merkel", "2005-11-22", "chancellor DE, party-leader DE CDU"},
		{"Jens Stoltenberg", "2016", "secretary-general  NATO"},
		{"Joe Biden", "2024-10-10", "president US"},
	} {
		refs := Find(nil, c.name)
		if len(refs) != 1 {
			t.Errorf("%s: %d people", c.name, len(refs))
			continue
		}
		var got []string
		for _, o := range refs[0].Person().At(c.date) {
			got = append(got, strings.TrimSpace(o.Role+" "+o.Country+" "+o.Org))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s on %s: %q, want %q", c.name, c.date, got, c.want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var refs []Ref
	for b.Loop() {
		refs = Find(refs[:0], "Michail Mischustin")
	}
}

func BenchmarkFindUnknown(b *testing.B) {
	var refs []Ref
	for b.Loop() {
		refs = Find(refs[:0], "Annemarie Hintermoser")
	}
}

func BenchmarkStarts(b *testing.B) {
	h := names.Hash([]byte("hintermoser"))
	for b.Loop() {
		Starts(h)
	}
}

func BenchmarkPerson(b *testing.B) {
	r := Find(nil, "Angela Merkel")[0]
	for b.Loop() {
		r.Person()
	}
}

// TestTranscription: the rules for names that no list knows leave the names of all listed people from
// countries without Cyrillic letters as they are, whatever language they stand in.
func TestTranscription(t *testing.T) {
	const cyrillic = "RU SU BY UA KZ KG UZ TJ TM AM GE AZ BG MN MK RS ME BA MD"
	for i := range Len() {
		p := Ref{Index: i}.Person()
		if strings.Contains(cyrillic, p.Country) {
			continue
		}
		for _, lang := range []string{"en", "de", "nb", "tr"} {
			if got := names.Canonical(p.Name, lang); got != p.Name {
				t.Errorf("%s (%s) in %s becomes %s", p.Name, p.Country, lang, got)
			}
		}
	}
}
