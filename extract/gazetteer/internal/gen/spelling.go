package main

import (
	"strings"
	"unicode"

	lookup "extract/extract/gazetteer"
	edits "extract/internal/letters"
)

func fold(s string) string { return string(lookup.Fold(nil, s)) }

// isLatin tells whether all letters of a name, and at least one, are Latin.
func isLatin(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if r >= 0x250 && !(0x1E00 <= r && r < 0x1F00) && !unicode.Is(unicode.Lm, r) {
				return false
			}
			letters = true
		}
	}
	return letters
}

// transcription is a way to write Cyrillic in the letters of one language.
type transcription struct {
	from, to string // language of the name, language of the text
	letters  map[rune]string
	iotated  map[rune]string // at the beginning, after a vowel and after ь, ъ
	endings  [][2]string     // replaced at the end of a word, in Cyrillic
	sBetween string          // с between vowels; "" is as elsewhere
}

func letters(pairs string) map[rune]string {
	m := map[rune]string{}
	for _, pair := range strings.Fields(pairs) {
		r := []rune(pair)
		m[r[0]] = string(r[1:])
	}
	return m
}

const plainLetters = " аa бb дd зz кk лl мm нn оo пp рr тt уu фf "

// Norwegian follows the rules of the Language Council, German those of Duden,
// Turkish the usage of its press.
var transcriptions = []transcription{
	{
		from: "ru", to: "nb",
		letters: letters(plainLetters + "вv гg еe ёjo жzj иi йj сs хkh цts чtsj шsj щsjtsj ъ ыy ь эe юju яja"),
		iotated: letters("еje"),
	},
	{
		from: "ru", to: "de", sBetween: "ss",
		letters: letters(plainLetters + "вw гg еe ёjo жsch зs иi йi сs хch цz чtsch шsch щschtsch ъ ыy ь эe юju яja"),
		iotated: letters("еje"),
		endings: [][2]string{{"ий", "и"}, {"ый", "ы"}},
	},
	{
		from: "ru", to: "tr",
		letters: letters(plainLetters + "вv гg еe ёyo жj иi йy сs хh цts чç шş щşç ъ ыı ь эe юyu яya"),
		iotated: letters("еye"),
	},
	{
		from: "uk", to: "nb",
		letters: letters(plainLetters + "вv гh ґg еe єje жzj иy іi їji йj сs хkh цts чtsj шsj щsjtsj ь юju яja"),
	},
	{
		from: "uk", to: "de", sBetween: "ss",
		letters: letters(plainLetters + "вw гh ґg еe єje жsch зs иy іi їji йj сs хch цz чtsch шsch щschtsch ь юju яja"),
		endings: [][2]string{{"ий", "и"}},
	},
	{
		from: "uk", to: "tr",
		letters: letters(plainLetters + "вv гh ґg еe єye жj иi іi їyi йy сs хh цts чç шş щşç ь юyu яya"),
	},
}

const cyrillicVowels = "аеёиіїоуыэюяє"

// write transcribes a name, and gives "" when a letter is not of the alphabet.
func (t transcription) write(name string) string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "")))
	for i, word := range words {
		for _, e := range t.endings {
			if stem, ok := strings.CutSuffix(word, e[0]); ok {
				words[i] = stem + e[1]
			}
		}
	}
	var out strings.Builder
	text := []rune(strings.Join(words, " "))
	isVowel := func(i int) bool {
		return i >= 0 && i < len(text) && strings.ContainsRune(cyrillicVowels, text[i])
	}
	for i, r := range text {
		if r == ' ' || r == '-' {
			out.WriteRune(r)
			continue
		}
		latin, ok := t.letters[r]
		if !ok {
			return ""
		}
		starts := i == 0 || text[i-1] == ' ' || text[i-1] == '-'
		if iotated, ok := t.iotated[r]; ok && (starts || isVowel(i-1) || text[i-1] == 'ь' || text[i-1] == 'ъ') {
			latin = iotated
		}
		if r == 'с' && t.sBetween != "" && isVowel(i-1) && isVowel(i+1) {
			latin = t.sBetween
		}
		out.WriteString(latin)
	}
	return out.String()
}

// respellings are what names with letters beyond ASCII become where those
// cannot be typed; marks are dropped by the key already.
var respellings = map[string]*strings.Replacer{
	"DE": strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue"),
	"NO": strings.NewReplacer("ø", "oe", "å", "aa", "Ø", "Oe", "Å", "Aa", "ö", "oe"),
}

func init() {
	respellings["AT"], respellings["CH"], respellings["LI"] = respellings["DE"], respellings["DE"], respellings["DE"]
	respellings["DK"], respellings["SE"] = respellings["NO"], respellings["NO"]
}

// skeleton reduces a key to its sound classes: coarse, so that transcriptions
// of one name come out alike, or nearly.
func skeleton(key string) string {
	var out []byte
	put := func(class byte) {
		if len(out) == 0 || out[len(out)-1] != class {
			out = append(out, class)
		}
	}
	for i := 0; i < len(key); i++ {
		switch c := key[i]; c {
		case 'b', 'p':
			put('P')
		case 'f', 'v', 'w':
			put('F')
		case 'd', 't':
			if rest := key[i+1:]; strings.HasPrefix(rest, "s") || strings.HasPrefix(rest, "z") || strings.HasPrefix(rest, "ch") || strings.HasPrefix(rest, "j") {
				continue
			}
			put('T')
		case 'c':
			if i+1 < len(key) && strings.IndexByte("eihz", key[i+1]) >= 0 {
				put('S')
			} else {
				put('K')
			}
		case 'k', 'g', 'q':
			put('K')
		case 's', 'z', 'j', 'x':
			put('S')
		case 'l':
			put('L')
		case 'r':
			put('R')
		case 'm', 'n':
			put('N')
		}
	}
	return string(out)
}

// alike tells whether two keys may be spellings of one name.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if a[0] != b[0] && skeleton(a[:1]) != skeleton(b[:1]) && !(strings.IndexByte("aeiouyjhk", a[0]) >= 0 && strings.IndexByte("aeiouyjhk", b[0]) >= 0) {
		return false
	}
	sa, sb := skeleton(a), skeleton(b)
	if len(sa) < 3 || len(sb) < 3 {
		return sa == sb && edits.Distance(a, b) <= max(len(a), len(b))/2
	}
	return edits.Distance(sa, sb) <= max(len(sa), len(sb))/4
}
