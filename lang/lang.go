// Package lang tells in which language the passages of a document are written.
// Function words decide nearly always; the language models of lingua are asked
// only about what they leave in doubt, and loaded only then.
package lang

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Undetermined is the code of a passage of which no language can be told.
const Undetermined = "und"

// shortLetters is the length under which a line takes over the language of its
// document: guessed alone, "Figur" is German and "Arv" is Swedish.
const shortLetters = 40

// Evidence as the scanner weighs it: a word that one language alone has is worth 6.
const (
	enough = 10 // least evidence on which function words decide alone
	some   = 6  // least evidence that speaks against the document's main language
)

// usual are the candidates for a text in Latin letters without function words.
var usual = []string{"en", "de", "nb", "tr", "fr", "es", "it", "nl", "sv", "da", "pt", "pl", "fi"}

// Detector detects languages. The zero value is ready; it is safe for
// concurrent use, and the same passages always give the same answer.
type Detector struct {
	models    models
	preferred []string
}

// New returns a detector. Texts of a few words that more than one language
// could have are taken for one of the preferred languages. It loads nothing:
// language models are loaded when a text first needs them.
func New(preferred ...string) *Detector { return &Detector{preferred: preferred} }

// verdict is what a passage alone tells.
type verdict struct {
	code    string // "" while in doubt
	far     bool   // no other language comes near it, not even a relative
	letters int
	script  script
}

// Detect returns for each passage of one document a BCP 47 subtag, or
// Undetermined where there are no letters or no language can be told. The
// passages are taken together: short ones, and those in doubt, follow the
// language of most letters.
func (d *Detector) Detect(passages []string) []string {
	t := words()
	passages = composed(passages)
	var room [40]verdict // for most documents
	verdicts := room[:]
	if len(passages) > len(room) {
		verdicts = make([]verdict, len(passages))
	}
	verdicts = verdicts[:len(passages)]
	byCode := map[string]int{} // letters of the clear long passages
	leads := map[string]int{}  // letters of the long ones in doubt, by the language that leads
	unclear := 0               // letters of the others
	var all, others counts
	before := "" // the language of the last passage that was clear
	for i, p := range passages {
		var c counts
		verdicts[i] = t.read(p, &c, before)
		all.addLetters(&c)
		if v := verdicts[i]; v.code != "" && v.letters >= shortLetters {
			byCode[v.code] += v.letters
			before = v.code
		} else {
			unclear += v.letters
			others.add(&c)
			if code := t.leader(&c, v); code != "" {
				leads[code] += v.letters
			}
		}
	}
	main := most(byCode)
	if main != "" {
		// One paragraph of Nynorsk that is clear does not make all the others
		// Nynorsk, which may be Bokmål nearly as clearly.
		for code, letters := range leads {
			byCode[code] += letters
			unclear -= letters
		}
		main = most(byCode)
	}
	if unclear > byCode[main] {
		var rest []string
		for i, v := range verdicts {
			if v.code == "" || v.letters < shortLetters {
				rest = append(rest, passages[i])
			}
		}
		if code := d.together(t, rest, &others, main); code != Undetermined {
			byCode[code] += unclear
		}
		if main = most(byCode); main == "" {
			main = Undetermined
		}
	}
	for i, v := range verdicts {
		// A passage in another language has to show it to its end: the beginning
		// of a Norwegian one may be Danish as well.
		if v.far && v.code != main && v.letters >= shortLetters && len(passages[i]) > clearBytes {
			var c counts
			t.scan(passages[i], &c)
			verdicts[i] = t.judge(&c)
		}
	}
	mainScript := all.script()
	if n := t.number(main); n >= 0 {
		mainScript = t.scripts[n]
	}
	out := make([]string, len(passages))
	for i, v := range verdicts {
		switch {
		case v.letters == 0:
			out[i] = Undetermined
		case v.code != "" && (v.letters >= shortLetters || v.script != mainScript || v.code == "vi"):
			out[i] = v.code
		case v.letters < shortLetters:
			out[i] = main
		default:
			out[i] = d.doubtful(t, passages[i], v, main)
		}
	}
	return out
}

// composed returns the passages with letters and marks in one (NFC): the function
// words and models know no others.
func composed(passages []string) []string {
	for i, p := range passages {
		// U+0300 to U+036F begin with these bytes.
		if strings.IndexByte(p, 0xCC) >= 0 || strings.IndexByte(p, 0xCD) >= 0 {
			passages = slices.Clone(passages)
			for ; i < len(passages); i++ {
				passages[i] = norm.NFC.String(passages[i])
			}
			break
		}
	}
	return passages
}

// Bytes of a passage that are read before it is asked whether that was enough.
const (
	clearBytes = 120 // a line of text
	sameBytes  = 60  // where it may go on in the language of the passage before
)

// read judges a passage by its beginning, and by all of it where that leaves a
// doubt, as it does between relatives unless it goes on in the language before.
// The letters of the verdict are those of the passage, as far as its beginning
// tells.
func (t *table) read(passage string, c *counts, before string) verdict {
	from, v := 0, verdict{}
	for _, head := range [...]int{sameBytes, clearBytes} {
		for head < len(passage) && passage[head] != ' ' {
			head++
		}
		if head >= len(passage) {
			break
		}
		t.scan(passage[from:head], c)
		from = head
		v = t.judge(c)
		if same := v.code != "" && v.code == before; v.far && same || head >= clearBytes && (v.far || same) {
			v.letters = v.letters * len(passage) / head
			return v
		}
	}
	t.scan(passage[from:], c)
	return t.judge(c)
}

// judge decides from one passage's counts alone, or leaves the code empty.
func (t *table) judge(c *counts) verdict {
	v := verdict{letters: c.letters(), script: c.script()}
	if v.letters == 0 {
		return v
	}
	switch v.script {
	case scriptLatin:
		// A name or two in Vietnamese spelling do not make a sentence Vietnamese.
		if c.viMarks >= 2 && int(c.viMarks)*12 >= v.letters {
			v.code = "vi"
			return v
		}
	case scriptHan:
		v.code = "zh"
		if kana := c.scripts[scriptKana]; kana*8 >= kana+c.scripts[scriptHan] {
			v.code = "ja"
		}
		return v
	}
	ranking := t.rank(c, v.script)
	ranked := ranking.list()
	switch {
	case len(ranked) > 0 && v.script != scriptLatin:
		v.code = t.codes[ranked[0]] // the alphabet has narrowed it enough
	case v.script != scriptLatin:
		v.code = ownLanguage[v.script]
	case len(ranked) > 0 && clear(c, ranked):
		v.code = t.codes[ranked[0]]
		v.far = len(ranked) == 1 || 2*c.score[ranked[1]] <= c.score[ranked[0]]
	}
	return v
}

// clear tells whether the first of the ranked languages has evidence enough and
// leads the second by some. Relatives share most of their words, so the lead may
// be a small part of the whole.
func clear(c *counts, ranked []int) bool {
	first, second := c.score[ranked[0]], int32(0)
	if len(ranked) > 1 {
		second = c.score[ranked[1]]
	}
	return first >= enough && !near(first, second)
}

// near tells whether the second of two scores may be the right one.
func near(first, second int32) bool { return first-second < max(some, first/6) }

// ranking holds the languages of a script with the most evidence, best first,
// ties by code.
type ranking struct {
	langs [5]int
	n     int
}

func (r *ranking) list() []int { return r.langs[:r.n] }

func (t *table) rank(c *counts, s script) (r ranking) {
	for l := range c.scored.all() {
		score := c.score[l]
		if score <= 0 || t.scripts[l] != s {
			continue
		}
		i := r.n
		for i > 0 && c.score[r.langs[i-1]] < score {
			i--
		}
		if i == len(r.langs) {
			continue
		}
		r.n = min(r.n+1, len(r.langs))
		copy(r.langs[i+1:r.n], r.langs[i:])
		r.langs[i] = l
	}
	return r
}

// together decides the language that the passages have, none of which is clear
// alone; main is the language of the clear ones, "" without any.
func (d *Detector) together(t *table, passages []string, c *counts, main string) string {
	v := t.judge(c)
	if v.letters == 0 {
		return Undetermined
	}
	ranking := t.rank(c, v.script)
	ranked := ranking.list()
	if code := d.preferredOf(t, c, v, ranked); code != "" {
		return code
	}
	if v.code != "" {
		return v.code
	}
	candidates := t.leaders(c, ranked)
	if slices.Contains(candidates, main) {
		return main
	}
	if len(ranked) == 0 || c.score[ranked[0]] < some {
		if main != "" {
			return main
		}
		if v.letters < shortLetters/2 {
			return Undetermined
		}
		candidates = append(candidates, usual...)
	}
	if code := d.models.choose(digest(passages), unique(candidates)); code != "" {
		return code
	}
	if len(ranked) > 0 {
		return t.codes[ranked[0]]
	}
	return Undetermined
}

// preferredOf returns the preferred language that a text of a few words can
// be in as well as in the one with the most evidence, "" if there is none.
func (d *Detector) preferredOf(t *table, c *counts, v verdict, ranked []int) string {
	if v.letters >= shortLetters || len(ranked) == 0 {
		return ""
	}
	for _, l := range ranked {
		if c.score[l] >= some && c.score[l]*2 >= c.score[ranked[0]] && slices.Contains(d.preferred, t.codes[l]) {
			return t.codes[l]
		}
	}
	return ""
}

// doubtful decides a long passage that does not tell its language clearly.
func (d *Detector) doubtful(t *table, passage string, v verdict, main string) string {
	var c counts
	t.scan(passage, &c)
	ranking := t.rank(&c, v.script)
	ranked := ranking.list()
	if len(ranked) == 0 && v.letters < 2*shortLetters {
		return main
	}
	candidates := t.leaders(&c, ranked)
	if slices.Contains(candidates, main) {
		return main // as likely as any, and its neighbours are in it
	}
	if len(ranked) == 0 || c.score[ranked[0]] < some {
		if v.letters < 2*shortLetters {
			return main
		}
		candidates = append(candidates, usual...)
	}
	candidates = append(candidates, main)
	if code := d.models.choose(digest([]string{passage}), unique(candidates)); code != "" {
		return code
	}
	return main
}

// leader returns the language that has more evidence in a long passage in doubt
// than any other, "" where there is none.
func (t *table) leader(c *counts, v verdict) string {
	if v.code != "" || v.letters < shortLetters {
		return ""
	}
	ranking := t.rank(c, v.script)
	ranked := ranking.list()
	if len(ranked) == 0 || len(ranked) > 1 && c.score[ranked[0]] == c.score[ranked[1]] {
		return ""
	}
	return t.codes[ranked[0]]
}

// leaders returns the codes of the ranked languages that come near the first.
func (t *table) leaders(c *counts, ranked []int) []string {
	var codes []string
	for _, l := range ranked {
		if !near(c.score[ranked[0]], c.score[l]) {
			break
		}
		codes = append(codes, t.codes[l])
	}
	return codes
}

func (t *table) number(code string) int {
	i := sort.SearchStrings(t.codes, code)
	if i < len(t.codes) && t.codes[i] == code {
		return i
	}
	return -1
}

// most returns the code with the most letters, on a tie the first in the
// alphabet, "" when there is none.
func most(letters map[string]int) string {
	best := ""
	for _, code := range sortedKeys(letters) {
		if best == "" || letters[code] > letters[best] {
			best = code
		}
	}
	return best
}

func unique(codes []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, c := range codes {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}
