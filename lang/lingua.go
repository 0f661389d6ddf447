package lang

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pemistahl/lingua-go"
)

// digestLetters is how many letters lingua is given: its cost rises steeply with
// the length, and more than this did not change its answers on news text.
const digestLetters = 120

// digestWindow bounds the bytes that are looked through for a digest.
const digestWindow = 64 << 10

// digest joins distinct lower-case words of the passages, begun a third into
// them: names, headings and page furniture are mostly elsewhere or capitalised.
// A text without lower-case words gives all its words.
func digest(passages []string) string {
	if d := collect(passages, false); d != "" {
		return d
	}
	return collect(passages, true)
}

func collect(passages []string, capitals bool) string {
	total := 0
	for _, p := range passages {
		total += len(p)
	}
	var b strings.Builder
	seen := map[string]bool{}
	letters, window := 0, 0
	take := func(text string) bool {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			window += len(word) + 1
			if window > digestWindow {
				return false
			}
			first, _ := utf8.DecodeRuneInString(word)
			n := utf8.RuneCountInString(word)
			if n < 2 || n > 30 || !capitals && unicode.IsUpper(first) {
				continue
			}
			if capitals {
				word = strings.ToLower(word)
			}
			if seen[word] {
				continue
			}
			seen[word] = true
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
			if letters += n; letters >= digestLetters {
				return false
			}
		}
		return true
	}
	skip := total / 3
	at, cut := 0, 0 // the passage and the byte in it where the third begins
	for at < len(passages)-1 && skip >= len(passages[at]) {
		skip -= len(passages[at])
		at++
	}
	if at < len(passages) {
		cut = wordStart(passages[at], skip)
		if !take(passages[at][cut:]) {
			return b.String()
		}
		for _, p := range passages[at+1:] {
			if !take(p) {
				return b.String()
			}
		}
		for _, p := range passages[:at] {
			if !take(p) {
				return b.String()
			}
		}
		take(passages[at][:cut])
	}
	return b.String()
}

// wordStart returns the first place at or after i where a word may begin.
func wordStart(text string, i int) int {
	if i <= 0 || i >= len(text) {
		return 0
	}
	if j := strings.IndexAny(text[i:min(len(text), i+200)], " \t\n"); j >= 0 {
		return i + j
	}
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// models asks lingua which of some candidates a digest is. Detectors are cheap
// and built once for each set of candidates; the models behind them are loaded
// when a candidate is first weighed, and shared.
type models struct {
	mu        sync.Mutex
	detectors map[string]lingua.LanguageDetector
}

// weighed are the languages that lingua may be asked to weigh: those in
// Latin letters, of which there are function words. The letters of the others
// tell enough.
var weighed = sync.OnceValue(func() map[string]lingua.Language {
	m := map[string]lingua.Language{}
	t := words()
	for _, l := range lingua.AllLanguages() {
		code := strings.ToLower(l.IsoCode639_1().String())
		if n := t.number(code); n >= 0 && t.scripts[n] == scriptLatin {
			m[code] = l
		}
	}
	return m
})

// Models returns the files below the folder of lingua that detection reads,
// sorted: a program that is built without the others detects the same.
func Models() []string {
	var files []string
	for _, code := range sortedKeys(weighed()) {
		// In its low accuracy mode lingua looks three letters up, and where a model
		// has never seen them, the first two and one.
		for _, length := range []string{"bigrams", "trigrams", "unigrams"} {
			files = append(files, "language-models/"+code+"/"+length+".pb.bin.zip")
		}
	}
	return files
}

// choose returns the likeliest of the codes, which are in order of preference
// and of which unknown ones are passed over; "" when lingua cannot tell.
func (m *models) choose(text string, codes []string) string {
	var known []lingua.Language
	var names []string
	for _, c := range codes {
		if c == "nn" && slices.Contains(codes, "nb") {
			continue // lingua takes much Bokmål for Nynorsk; the words would have told
		}
		if l, ok := weighed()[c]; ok {
			known = append(known, l)
			names = append(names, c)
		}
	}
	if len(known) == 1 {
		return names[0]
	}
	if len(known) == 0 || text == "" {
		return ""
	}
	best, bestConfidence := "", 0.0
	for _, v := range m.detector(known, names).ComputeLanguageConfidenceValues(text) {
		// Rounded, and ties broken by code: the last bits of a confidence depend on
		// the order in which lingua adds.
		confidence := math.Round(v.Value()*1000) / 1000
		code := strings.ToLower(v.Language().IsoCode639_1().String())
		if confidence > bestConfidence || confidence == bestConfidence && confidence > 0 && code < best {
			best, bestConfidence = code, confidence
		}
	}
	return best
}

func (m *models) detector(known []lingua.Language, names []string) lingua.LanguageDetector {
	key := strings.Join(names, " ")
	m.mu.Lock()
	defer m.mu.Unlock()
	d, ok := m.detectors[key]
	if !ok {
		d = lingua.NewLanguageDetectorBuilder().FromLanguages(known...).WithLowAccuracyMode().Build()
		if m.detectors == nil || len(m.detectors) > 256 {
			m.detectors = map[string]lingua.LanguageDetector{}
		}
		m.detectors[key] = d
	}
	return d
}
