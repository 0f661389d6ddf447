package extract

import (
	"slices"
	"strings"

	"extract/extract/gazetteer/people"
	"extract/extract/names"
)

// nameBook keeps what a name as it stands means, for the questions that come
// again and again: for each mention, and in each article about the same people.
// What it says hangs on the name alone.
type nameBook map[string]*bookedName

// bookedName is a name with what is known of it. It is shared by all who ask.
type bookedName struct {
	name     string
	words    []string // nameWords
	hashes   []uint64 // of the words
	found    []people.Ref
	asked    bool   // found is set
	skeleton string // names.Skeleton, "" not asked yet
	english  string // names.Canonical in a text of lang
	lang     string
	spelled  string // what spells returns for spelling
	spelling string
}

// maxBooked bounds the names of a book, and so its memory.
const maxBooked = 1 << 12

// name returns what is known of a name.
func (b *nameBook) name(name string) *bookedName {
	if n := (*b)[name]; n != nil {
		return n
	}
	if *b == nil || len(*b) == maxBooked {
		*b = nameBook{}
	}
	n := &bookedName{name: strings.Clone(name)} // not to hold the document
	n.words = nameWords(name)
	n.hashes = make([]uint64, len(n.words))
	for i, w := range n.words {
		n.hashes[i] = names.Hash([]byte(w))
	}
	(*b)[n.name] = n
	return n
}

// find is people.Find.
func (n *bookedName) find() []people.Ref {
	if !n.asked {
		n.asked = true
		if n.found = people.Spelled(nil, n.name); len(n.found) == 0 {
			n.found = people.Sounding(nil, n.name, []byte(n.key()))
		}
	}
	return n.found
}

// key is names.Skeleton.
func (n *bookedName) key() string {
	if n.skeleton == "" {
		n.skeleton = names.Skeleton(n.name)
	}
	return n.skeleton
}

// spells returns the word of the name that sounds like the surname of somebody
// whom it is of, given folded and as it is usually spelled: the surname itself
// where the name has it or no word sounds so.
func (n *bookedName) spells(surname, spelling string) string {
	if slices.Contains(n.words, surname) {
		return surname
	}
	if n.spelling != spelling {
		n.spelling, n.spelled = spelling, surname
		for _, word := range n.words {
			if names.Same(word, spelling, names.Country) {
				n.spelled = word
				break
			}
		}
	}
	return n.spelled
}

// canonical is names.Canonical.
func (n *bookedName) canonical(lang string) string {
	if n.lang != lang {
		n.english, n.lang = names.Canonical(n.name, lang), lang
	}
	return n.english
}

// known reports that the list knows the name, whole or as a surname.
func (n *bookedName) known() bool {
	if len(n.find()) > 0 {
		return true
	}
	var room [4]people.Ref
	return !strings.Contains(n.name, " ") && len(people.BySurname(room[:0], n.name)) > 0
}
