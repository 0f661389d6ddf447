package build

import (
	"slices"
	"strings"
	"unicode"
)

// The columns of letters: German (Duden), Norwegian, Turkish and English transcription.
const (
	german = iota
	norwegian
	turkish
	english
)

// letters of Russian; the other languages differ in a few, below.
var letters = map[rune][4]string{
	'а': {"a", "a", "a", "a"}, 'б': {"b", "b", "b", "b"}, 'в': {"w", "v", "v", "v"}, 'г': {"g", "g", "g", "g"},
	'д': {"d", "d", "d", "d"}, 'е': {"e", "e", "e", "e"}, 'ё': {"jo", "jo", "yo", "yo"}, 'ж': {"sch", "zj", "j", "zh"},
	'з': {"s", "z", "z", "z"}, 'и': {"i", "i", "i", "i"}, 'й': {"j", "j", "y", "y"}, 'к': {"k", "k", "k", "k"},
	'л': {"l", "l", "l", "l"}, 'м': {"m", "m", "m", "m"}, 'н': {"n", "n", "n", "n"}, 'о': {"o", "o", "o", "o"},
	'п': {"p", "p", "p", "p"}, 'р': {"r", "r", "r", "r"}, 'с': {"s", "s", "s", "s"}, 'т': {"t", "t", "t", "t"},
	'у': {"u", "u", "u", "u"}, 'ф': {"f", "f", "f", "f"}, 'х': {"ch", "kh", "h", "kh"}, 'ц': {"z", "ts", "ts", "ts"},
	'ч': {"tsch", "tsj", "ç", "ch"}, 'ш': {"sch", "sj", "ş", "sh"}, 'щ': {"schtsch", "sjtsj", "şç", "shch"},
	'ъ': {"", "", "", ""}, 'ы': {"y", "y", "ı", "y"}, 'ь': {"", "", "", ""}, 'э': {"e", "e", "e", "e"},
	'ю': {"ju", "ju", "yu", "yu"}, 'я': {"ja", "ja", "ya", "ya"}, '\'': {"", "", "", ""},
}

var differing = map[string]map[rune][4]string{
	"ru": {},
	"uk": {'г': {"h", "h", "g", "h"}, 'ґ': {"g", "g", "g", "g"}, 'и': {"y", "y", "i", "y"}, 'і': {"i", "i", "i", "i"},
		'ї': {"ji", "ji", "yi", "yi"}, 'є': {"je", "je", "ye", "ye"}},
	"be": {'г': {"h", "h", "g", "h"}, 'і': {"i", "i", "i", "i"}, 'ў': {"u", "u", "v", "u"}},
	"bg": {'щ': {"scht", "sjt", "şt", "sht"}, 'ъ': {"a", "a", "ı", "a"}},
}

// transcribe returns a name in Cyrillic letters in the spellings of a language, the most literal first.
func transcribe(name, script string, to int) []string {
	var words []string
	for _, w := range strings.Fields(name) {
		parts := strings.Split(w, "-")
		for i, p := range parts {
			parts[i] = transcribeWord(p, script, to)
		}
		words = append(words, strings.Join(parts, "-"))
	}
	literal := strings.Join(words, " ")
	forms := []string{literal}
	add := func(old, new string, wordEnd bool) {
		for _, f := range slices.Clone(forms) {
			g := f + " "
			if wordEnd {
				g = strings.ReplaceAll(g, old+" ", new+" ")
			} else {
				g = strings.ReplaceAll(g, old, new)
			}
			if g = strings.TrimSpace(g); !slices.Contains(forms, g) {
				forms = append(forms, g)
			}
		}
	}
	switch to {
	case german:
		add("ij", "i", true)
		add("ej", "ei", true)
		add("ks", "x", false)
		add("andr ", "ander ", false)
	case norwegian:
		add("ij", "i", true)
		add("Aleksandr ", "Aleksander ", false)
		add("Aleksandr ", "Alexander ", false)
	case turkish:
		add("iy", "i", true)
		add("ı", "i", false)
		add("Aleksandr ", "Alexander ", false)
	case english:
		add("iy", "y", true)
		add("yy", "y", true)
		add("ey", "ei", true)
		add("ay", "ai", true)
	}
	return forms
}

func isVowel(r rune) bool { return strings.ContainsRune("аеёиоуыэюяієї", r) }

func transcribeWord(word, script string, to int) string {
	in := []rune(strings.ToLower(word))
	var out strings.Builder
	for i, r := range in {
		var prev, next rune
		if i > 0 {
			prev = in[i-1]
		}
		if i+1 < len(in) {
			next = in[i+1]
		}
		s, ok := differing[script][r]
		if !ok {
			s = letters[r]
		}
		t := s[to]
		switch {
		case r == 'е' && script != "uk" && script != "bg" && (prev == 0 || isVowel(prev) || prev == 'ь' || prev == 'ъ'):
			t = [4]string{"je", "je", "ye", "ye"}[to]
		case r == 'ё' && strings.ContainsRune("жчшщ", prev):
			t = [4]string{"o", "o", "o", "e"}[to]
		case r == 'с' && to == german && isVowel(prev) && isVowel(next):
			t = "ss"
		case r == 'ы' && next == 'й' && to == german:
			t = "y"
		case r == 'й' && to == german && prev == 'ы' && next == 0 && script == "ru":
			t = "" // Nawalny
		case r == 'й' && to == english && (prev == 'и' || prev == 'ы') && next == 0 && script == "ru":
			t = "" // Zhirinovsky
			if prev == 'и' {
				s := strings.TrimSuffix(out.String(), "i")
				out.Reset()
				out.WriteString(s)
				t = "y"
			}
		}
		out.WriteString(t)
	}
	s := []rune(out.String())
	if len(s) > 0 {
		s[0] = unicode.ToUpper(s[0])
		if to == turkish && s[0] == 'I' && in[0] == 'и' {
			s[0] = 'İ'
		}
	}
	return string(s)
}
