package extract

// counted finds the sittings whose number stands behind the noun, "session
// number 78", or in words of counting, "met for the thirtieth time".
func (c *chart) counted() []sitting {
	var more []sitting
	for _, i := range c.sessions {
		if c.sat[i] {
			continue
		}
		if n := c.startingAt(i, clsSessionNoun); n != nil {
			mark := c.startingAt(n.end, clsSessionNumber)
			if mark == nil || c.toks[n.end].sent != c.toks[i].sent {
				continue
			}
			num := c.startingAt(mark.end, clsInt, clsRank, clsRoman)
			if num == nil || c.taken[num.start] || c.toks[num.start].sent != c.toks[i].sent {
				continue
			}
			if v, ok := c.nums[num.ref].dec.Int64(); ok && v > 0 && v < 1000 {
				more = append(more, sitting{chart: c, from: i, to: num.end, number: int(v), kind: c.value(n), numberTo: n.start, nounFrom: n.start, phraseFrom: i, phraseTo: num.end, rule: "noun-number"})
			}
			continue
		}
		e := c.startingAt(i, clsRank)
		if e == nil || c.taken[i] {
			continue
		}
		time := c.startingAt(e.end, clsSessionTime)
		v, ok := c.nums[e.ref].dec.Int64()
		if time == nil || !ok || v < 2 || v > 999 {
			continue
		}
		if d := c.startingAt(time.end, clsDate); d != nil && c.dates[d.ref].grain >= yearGrain {
			continue // "for the second time this year"
		}
		if v <= few && c.gatheredThere(i) {
			continue // "gathered in the Danish capital for the second time"
		}
		// The clause must name the meeting.
		sent := c.sents[c.toks[i].sent]
		for k := sent.start; k < sent.end; k++ {
			if n := c.startingAt(k, clsSessionNoun); n != nil && (n.end <= i || n.start >= time.end) && !c.sat[k] && !c.taken[k] && !c.parted(min(i, n.end), max(i, n.start)) {
				more = append(more, sitting{chart: c, from: i, to: time.end, number: int(v), kind: c.value(n), numberTo: e.end, nounFrom: n.start, phraseFrom: min(i, n.start), phraseTo: max(time.end, n.end), row: c.pack.BodyFirst, rule: "for-the-nth-time"})
				time = nil
				break
			}
		}
		if time == nil {
			continue
		}
		if s, ok := c.bodyGathers(i, e.end, time.end, int(v)); ok {
			more = append(more, s)
		}
	}
	return more
}

// parted reports a semicolon between two tokens.
func (c *chart) parted(from, to int32) bool {
	for k := from; k < to; k++ {
		if c.toks[k].char == ';' {
			return true
		}
	}
	return false
}

// gatheredThere reports a place between the verb of those who come together and
// token i of the same clause: what is counted is how often they were there.
func (c *chart) gatheredThere(i int32) bool {
	start := c.sents[c.toks[i].sent].start
	for k := i - 1; k >= start && !c.comma(k); k-- {
		if c.has(k, clsGather) {
			return c.next(clsLocative, k+1, i) < i
		}
	}
	return false
}

// bodyGathers reads the sitting of a body that comes together for the nth time
// without a noun for it: "Der EU-Mexiko-Kooperationsrat tagt zum dritten Mal".
func (c *chart) bodyGathers(i, numberTo, to int32, number int) (sitting, bool) {
	sent := c.sents[c.toks[i].sent]
	if c.next(clsGather, sent.start, sent.end) == sent.end {
		return sitting{}, false
	}
	for k := sent.start; k < sent.end; k++ {
		e := c.find(k, clsBody)
		if e == nil || !definedBodies[c.value(e)] || e.start < to && e.end > i {
			continue
		}
		from := c.bodyFrom(e)
		return sitting{chart: c, from: i, to: to, number: number, kind: "meeting", numberTo: numberTo, nounFrom: to, phraseFrom: from, phraseTo: e.end, row: true, rule: "for-the-nth-time"}, true
	}
	return sitting{}, false
}
