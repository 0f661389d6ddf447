package extract

import (
	"strings"

	"extract/model"
)

// page is a document laid out.
type page struct {
	blocks    []block
	title     string
	published string
	source    string
	lang      string
	langs     []model.LangShare
	dateline  model.Dateline
}

type blockRole uint8

const bodyRole blockRole = 0

func (r blockRole) givesFacts() bool { return true }

type block struct {
	start, end int
	role       blockRole
	lang       string
}

// layOut tells the parts of the page apart and the language of each.
func (d *document) layOut() page {
	p := page{published: d.src.Date, lang: d.src.Lang}
	at := 0
	for _, par := range strings.SplitAfter(d.src.Text, "\n\n") {
		if strings.TrimSpace(par) != "" {
			p.blocks = append(p.blocks, block{start: at, end: at + len(par)})
		}
		at += len(par)
	}
	langs := make([]string, len(p.blocks))
	if d.src.Lang != "" {
		for i := range langs {
			langs[i] = d.src.Lang
		}
	} else if d.engine.opts.Detector != nil {
		var texts []string
		for _, b := range p.blocks {
			texts = append(texts, d.src.Text[b.start:b.end])
		}
		langs = d.engine.opts.Detector.Detect(texts)
	}
	for i := range p.blocks {
		p.blocks[i].lang = langs[i]
		if p.lang == "" {
			p.lang = langs[i]
		}
	}
	return p
}
