package extract

import (
	"slices"
	"sort"
)

// What stands between two tokens, found by halving: a document may be full of
// dates or sittings, and each asks for those beside it.

// datesIn returns the dates that begin between two tokens.
func (c *chart) datesIn(from, to int32) []*fact {
	first := sort.Search(len(c.dateFacts), func(i int) bool { return c.dateFacts[i].from >= from })
	rest := c.dateFacts[first:]
	return rest[:sort.Search(len(rest), func(i int) bool { return rest[i].from >= to })]
}

// next returns the first token from k on at which an edge of one of the
// engine's classes begins, to where there is none in front of that.
func (c *chart) next(cls class, k, to int32) int32 {
	word, bit := cls>>6, uint64(1)<<(cls&63)
	for end := min(to, int32(len(c.starts))); k < end; k++ {
		if c.starts[k][word]&bit != 0 {
			return k
		}
	}
	return to
}

// nextOf is next for a set of classes.
func (c *chart) nextOf(classes *classSet, k, to int32) int32 {
	for end := min(to, int32(len(c.starts))); k < end; k++ {
		if c.starts[k].meets(classes) {
			return k
		}
	}
	return to
}

// firstSentence returns the number of the sentence that opens the paragraph of
// token i.
func (c *chart) firstSentence(i int32) int32 {
	block := c.toks[i].block
	return int32(sort.Search(int(c.toks[i].sent), func(n int) bool { return c.toks[c.sents[n].start].block >= block }))
}

// sentenceBefore returns the sentence in front of that of token i, where the two are
// of one paragraph.
func (c *chart) sentenceBefore(i int32) (sentence, bool) {
	n := c.toks[i].sent
	if n == 0 || c.toks[c.sents[n-1].start].block != c.toks[i].block {
		return sentence{}, false
	}
	return c.sents[n-1], true
}

// inFrontOf returns those of some tokens in order that stand in front of another.
func inFrontOf(tokens []int32, i int32) []int32 {
	n, _ := slices.BinarySearch(tokens, i)
	return tokens[:n]
}

// sumsIn returns the edges of the sums that begin between two tokens.
func (c *chart) sumsIn(from, to int32) []int32 {
	first := sort.Search(len(c.sumEdges), func(i int) bool { return c.edges[c.sumEdges[i]].start >= from })
	rest := c.sumEdges[first:]
	return rest[:sort.Search(len(rest), func(i int) bool { return c.edges[rest[i]].start >= to })]
}

// sittingsIn returns the sittings of a chart that begin between two tokens.
func (d *document) sittingsIn(c *chart, from, to int32) []sitting {
	at := func(token int32) int {
		return sort.Search(len(d.sittings), func(i int) bool {
			s := &d.sittings[i]
			return s.chart.number > c.number || s.chart == c && s.from >= token
		})
	}
	first := at(from)
	return d.sittings[first:max(first, at(to))]
}

// sittingsOf returns the sittings of the sentence of another.
func (d *document) sittingsOf(s *sitting) []sitting {
	sent := s.chart.sents[s.chart.toks[s.from].sent]
	return d.sittingsIn(s.chart, sent.start, sent.end)
}
