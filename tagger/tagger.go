// Package tagger asks the name finder of prose whether an English word is a
// person's name. It is the only importer of prose.
//
// The name finder is a weak witness: it follows the capitals, and in headlines
// takes verbs for persons. It is slow too (0.2 MB of text a second, and its
// model takes 0.2 s to load). So the engine asks it only about single words
// that no list knows, beside an office and outside headlines, and never takes
// a name from it that the grammar has not found.
package tagger

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// Tagger is a witness for names. The zero value is ready; the model is loaded
// at the first question. It is safe for concurrent use.
type Tagger struct {
	once  sync.Once
	model *prose.Model
}

// Serves reports whether the tagger knows a language: English alone.
func (t *Tagger) Serves(lang string) bool { return lang == "en" }

// Person reports whether one of the words at bytes from to to of a sentence is
// taken for a person's name.
func (t *Tagger) Person(sentence string, from, to int) bool {
	t.once.Do(func() {
		if doc, err := prose.NewDocument("", prose.WithSegmentation(false)); err == nil {
			t.model = doc.Model
		}
	})
	if t.model == nil {
		return true
	}
	doc, err := prose.NewDocument(sentence, prose.WithSegmentation(false), prose.UsingModel(t.model))
	if err != nil {
		return true
	}
	// Prose gives no offsets: its tokens are found again one behind the other.
	at := 0
	for _, tok := range doc.Tokens() {
		i := strings.Index(sentence[at:], tok.Text)
		if i < 0 {
			continue // a quote that prose has rewritten
		}
		start := at + i
		at = start + len(tok.Text)
		if start < to && at > from && strings.HasSuffix(tok.Label, "PERSON") {
			return true
		}
	}
	return false
}
