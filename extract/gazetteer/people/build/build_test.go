package build

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRefused: a line with a fault is refused with its place and the reason.
func TestRefused(t *testing.T) {
	for line, want := range map[string]string{
		"Ada Example | XX":                                                        "cells",
		"Ada Example | Xland | president 2001..":                                  "country",
		" | XX | president 2001..":                                                "no name",
		"Ada Example | XX | emperor 2001..":                                       `"emperor" is no role`,
		"Ada Example | XX | president":                                            "no term",
		"Ada Example | XX | president 2001":                                       "no term",
		"Ada Example | XX | president 2001-13..":                                  "no term",
		"Ada Example | XX | president 2001-02-03..2000":                           "ends before it begins",
		"Ada Example | XX | minister/magic 2001..":                                "no portfolio",
		"Ada Example | XX | minister/finance and economy 2001..":                  "alphabetical",
		"Ada Example | XX | president =Xland 2001..":                              "no country",
		"Ada Example | XX | president 2001.. | wikidata: 42":                      "no item",
		"Ada Example | XX | president 2001..\nADA Éxample | YY | minister 2002..": "also a name of",
	} {
		_, _, _, err := Index(fstest.MapFS{"some.txt": {Data: []byte("# comment\n\n" + line + "\n")}})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "some.txt:") {
			t.Errorf("%q: error %v, want %s", line, err, want)
		}
	}
}

// A folder without sources is a wrong folder, and no empty list.
func TestNoSources(t *testing.T) {
	if bin, _, _, err := Index(fstest.MapFS{}); err == nil || bin != nil {
		t.Errorf("%d bytes, error %v", len(bin), err)
	}
}

func TestParse(t *testing.T) {
	p, err := parseLine("*Xu* Example | XX | party-leader +ABC 2001-02..2003; president @UN 1999.. ; minister/finance =YY ..2000 | tr: Şu Egzample; short: Xuxu; wikidata: Q42")
	if err != nil {
		t.Fatal(err)
	}
	if p.name != "Xu Example" || p.short != "Xu" || !p.shortFirst || p.wikidata != "Q42" {
		t.Errorf("%+v", p)
	}
	want := []office{{"president", "", "", "UN", "1999", ""}, {"minister", "finance", "YY", "", "", "2000"}, {"party-leader", "", "XX", "ABC", "2001-02", "2003"}}
	if !slices.Equal(p.offices, want) {
		t.Errorf("offices %+v", p.offices)
	}
	full, short := p.forms()
	if !slices.Equal(full, []string{"Xu Example", "Example Xu", "Şu Egzample", "Egzample Şu"}) || !slices.Equal(short, []string{"Xu", "Şu", "Xuxu"}) {
		t.Errorf("forms %q %q", full, short)
	}
}

func TestForms(t *testing.T) {
	for line, want := range map[string][2]string{
		"Ada Größe | XX | president 2001..":                                    {"Ada Größe|Ada Groeße", "Größe|Groeße"},
		"Hosni *el-Example | XX | president 2001.. | Hosni al-Example":         {"Hosni el-Example|Hosni al-Example", "el-Example|al-Example|Example"},
		"Ursula *von der Example | XX | president 2001.. | short: der Example": {"Ursula von der Example", "von der Example|der Example"},
		"Ada XIV | XX | monarch 2001..":                                        {"Ada XIV|XIV. Ada|14. Ada", "Ada"},
		"Naruhito | XX | monarch 2001..":                                       {"Naruhito", "Naruhito"},
	} {
		p, err := parseLine(line)
		if err != nil {
			t.Fatal(err)
		}
		full, short := p.forms()
		if strings.Join(full, "|") != want[0] {
			t.Errorf("%s: full %q, want %s", line, full, want[0])
		}
		if strings.Join(short, "|") != want[1] {
			t.Errorf("%s: short %q, want %s", line, short, want[1])
		}
	}
}

func TestTranscribe(t *testing.T) {
	for _, c := range []struct {
		script, name string
		want         [4]string // one of the spellings in each language
	}{
		{"ru", "Михаил Мишустин", [4]string{"Michail Mischustin", "Mikhail Misjustin", "Mihail Mişustin", "Mikhail Mishustin"}},
		{"ru", "Дмитрий Чернышенко", [4]string{"Dmitri Tschernyschenko", "Dmitrij Tsjernysjenko", "Dmitriy Çernışenko", "Dmitry Chernyshenko"}},
		{"ru", "Сергей Лавров", [4]string{"Sergei Lawrow", "Sergej Lavrov", "Sergey Lavrov", "Sergei Lavrov"}},
		{"ru", "Татьяна Голикова", [4]string{"Tatjana Golikowa", "Tatjana Golikova", "Tatyana Golikova", "Tatyana Golikova"}},
		{"ru", "Александр Новак", [4]string{"Alexander Nowak", "Aleksandr Novak", "Aleksandr Novak", "Aleksandr Novak"}},
		{"ru", "Никита Хрущёв", [4]string{"Nikita Chruschtschow", "Nikita Khrusjtsjov", "Nikita Hruşçov", "Nikita Khrushchev"}},
		{"ru", "Владимир Жириновский", [4]string{"Wladimir Schirinowski", "Vladimir Zjirinovskij", "Vladimir Jirinovski", "Vladimir Zhirinovsky"}},
		{"ru", "Игорь Иванов", [4]string{"Igor Iwanow", "Igor Ivanov", "İgor İvanov", "Igor Ivanov"}},
		{"uk", "Денис Шмигаль", [4]string{"Denys Schmyhal", "Denys Sjmyhal", "Denis Şmigal", "Denys Shmyhal"}},
		{"uk", "Арсеній Яценюк", [4]string{"Arsenij Jazenjuk", "Arsenij Jatsenjuk", "Arseniy Yatsenyuk", "Arseniy Yatsenyuk"}},
		{"bg", "Росен Желязков", [4]string{"Rossen Scheljaskow", "Rosen Zjeljazkov", "Rosen Jelyazkov", "Rosen Zhelyazkov"}},
	} {
		for to, want := range c.want {
			if got := transcribe(c.name, c.script, to); !slices.Contains(got, want) {
				t.Errorf("transcribe(%s, %s, %d) = %q, want %s", c.name, c.script, to, got, want)
			}
		}
	}
}
