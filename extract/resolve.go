package extract

// This file looks up what a word of the text can be in the lexicon.

import (
	"iter"
	"math/bits"
	"slices"

	"extract/internal/letters"
)

// lengths returns which lengths of the forms in a table by lettersSlot a word
// can begin with: bit n for n bytes.
func lengths(table *[1024]uint64, word []byte) uint64 {
	lens := table[lettersSlot(word[:2])] & (1 << 2)
	if len(word) > 2 {
		lens |= table[lettersSlot(word[:3])] &^ (1<<3 - 1)
	}
	if len(word) < 63 {
		lens &= 1<<(len(word)+1) - 1
	}
	return lens
}

// resolve finds what each of the tokens can be. Their words are where they are in
// the folds. It goes through them in several steps, since nearly each look-up is
// of memory that is far away: so many of them are under way at a time.
func (l *lexicon) resolve(toks []token, folds []byte) {
	var room [64]struct {
		mixed uint64
		slot  uint32
		id    int32
	}
	mask := uint64(len(l.index) - 1)
	for len(toks) > 0 {
		part := toks[:min(len(toks), len(room))]
		toks = toks[len(part):]
		for i := range part {
			r := &room[i]
			r.mixed = mix(part[i].hash)
			r.slot = l.index[r.mixed&mask]
		}
		for i := range part {
			r := &room[i]
			r.id = 0
			if r.slot != 0 {
				r.id = l.candidate(r.mixed, r.slot)
			}
		}
		for i := range part {
			t, id := &part[i], room[i].id
			if id != 0 && l.firsts[id].hash != t.hash {
				id = l.exactly(t.hash)
			}
			t.words[0] = id
		}
		for i := range part {
			if t := &part[i]; t.kind == wordToken && l.firsts[t.words[0]].flags&alone == 0 {
				l.others(t, folds[t.fold:t.foldEnd])
			}
		}
	}
}

// candidate returns the first id of the index behind a slot that the word with a
// mixed hash may have, 0 for none.
func (l *lexicon) candidate(mixed uint64, slot uint32) int32 {
	tag, mask := uint32(mixed>>(32+idBits)), uint64(len(l.index)-1)
	for i := mixed; slot != 0; slot = l.index[i&mask] {
		if slot>>idBits == tag {
			return int32(slot & (maxWords - 1))
		}
		i++
	}
	return 0
}

// others adds to the exact word that a token can be the words that it is with an
// ending, the longest stem first, then what it ends with as a compound, with the
// bytes in front of that.
func (l *lexicon) others(t *token, word []byte) {
	if len(word) < 2 {
		return
	}
	n := 0
	if t.words[0] != 0 {
		n++
	}
	for _, id := range l.stemsIn(word) {
		t.words[n] = id
		if n++; n == len(t.words) {
			break
		}
	}
	if len(l.tails) > 0 && len(word) > 5 && n < len(t.words) && !l.isForm(t.words[:n]) {
		t.words[n], t.front = l.compound(word)
	}
}

// stemsIn yields the stems that the rest of a word is an ending of, none among
// them, the longest first: the bytes that a stem has, and its id.
func (l *lexicon) stemsIn(word []byte) iter.Seq2[int, int32] {
	return func(yield func(int, int32) bool) {
		lens := lengths(&l.stemLen, word)
		if long := len(word) - l.maxSuffix; long > 0 {
			lens &^= 1<<min(long, 63) - 1 // too much would be left over
		}
		if lens == 0 {
			return
		}
		type stem struct {
			size int
			hash uint64
		}
		var room [8]stem
		found := room[:0]
		for lens != 0 {
			size := bits.TrailingZeros64(lens)
			lens &^= 1 << size
			h := letters.Hash(word[:size])
			if l.stemBits[h>>54]>>(h>>48&63)&1 != 0 {
				found = append(found, stem{size, h})
			}
		}
		for _, s := range slices.Backward(found) {
			size := s.size
			suffix, ok := l.anySuffix.get(letters.Hash(word[size:]))
			if !ok {
				continue
			}
			for at, ok := l.stems.get(s.hash); ok && at >= 0; at = l.stemWords[at].next {
				if w := &l.stemWords[at]; slices.Contains(l.ofSuffix[suffix], w.paradigm) && !yield(size, w.id) {
					return
				}
			}
		}
	}
}

// stemOf returns a folded word without its ending, where the lexicon knows the
// word by a stem; else the word itself.
func (l *lexicon) stemOf(word []byte) []byte {
	if len(word) > 2 {
		for size := range l.stemsIn(word) {
			if size < len(word) {
				return slices.Clip(word[:size])
			}
		}
	}
	return word
}

// isForm reports that one of the words is a form of its own, and not only a
// part of longer ones. The name of a series in one word ("Ostasiengipfel")
// still ends in its noun.
func (l *lexicon) isForm(ids []int32) bool {
	for _, id := range ids {
		if at := int(id >> 6); at < len(l.forms) && l.forms[at]>>(id&63)&1 != 0 {
			return true
		}
	}
	return false
}

// markForms fills forms.
func (l *lexicon) markForms() {
	l.forms = make([]uint64, len(l.root)/64+1)
	for id, node := range l.root {
		if node < 0 {
			continue
		}
		for at := l.nodes[node].first; at < l.nodes[node].last; at++ {
			if l.lexemes[at].class != clsSeries {
				l.forms[id>>6] |= 1 << (id & 63)
			}
		}
	}
}

// compound returns the id of the longest `+` word that ends the unknown word,
// 0 for none, and how many bytes stand in front of it.
func (l *lexicon) compound(word []byte) (id int32, front uint8) {
	for from := 2; from+3 <= len(word); from++ {
		if word[from]&0xC0 == 0x80 {
			continue
		}
		lens := lengths(&l.tailLen, word[from:])
		if lens == 0 {
			continue
		}
		for lens != 0 {
			size := bits.TrailingZeros64(lens)
			lens &^= 1 << size
			i, ok := l.tailHash.get(letters.Hash(word[from : from+size]))
			if !ok {
				continue
			}
			tl := l.tails[i]
			rest := word[from+size:]
			if tl.paradigm < 0 && len(rest) > 0 {
				continue
			}
			if len(rest) > 0 {
				if _, ok := l.suffixes[tl.paradigm].get(letters.Hash(rest)); !ok {
					continue
				}
			}
			return tl.id, uint8(min(from, 255))
		}
	}
	return 0, 0
}
