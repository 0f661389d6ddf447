package html

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// meta is what the head of a page and its data say of the article.
type meta struct {
	titleTag, openGraph, dataTitle string // headlines: of <title>, for sharing, in the data
	lang, site                     string
	articleBody                    string // text in the data
	dates                          []dated
	times                          []timed
	data                           int // bytes of data read
}

// dated is a date of publication that the page gives, as it stands, with what it is worth.
type dated struct {
	when  string
	worth int
}

// timed is an element that gives a day.
type timed struct {
	node, line int32
	when       string // its attribute; "" where its text says it
	named      bool   // it says that it is the day of publication
}

// Worth of what gives the day of publication.
const (
	worthTime  = iota + 1 // a time beside the headline
	worthMeta             // a <meta> that says date
	worthPage             // data of the page around the article
	worthNamed            // a name that means the publication and nothing else
	worthData             // data of the article
)

// metaDates are the names of <meta> elements that give the day of publication, in lower case.
var metaDates = map[string]int{
	"article:published_time": worthNamed, "og:article:published_time": worthNamed, "datepublished": worthNamed,
	"og:published_time": worthNamed, "article:published": worthNamed, "article.published": worthNamed,
	"published_time": worthNamed, "publication_date": worthNamed, "citation_publication_date": worthNamed,
	"parsely-pub-date": worthNamed, "cxenseparse:recs:publishtime": worthNamed, "dcterms.issued": worthNamed,
	"dc.date.issued": worthNamed, "pubdate": worthNamed, "publishdate": worthNamed, "publish-date": worthNamed,
	"publish_date": worthNamed, "published_date": worthNamed, "publisheddate": worthNamed, "sailthru.date": worthMeta,
	"date": worthMeta, "dc.date": worthMeta, "dcterms.date": worthMeta, "dc.date.created": worthMeta,
	"dcterms.created": worthMeta, "article:created_time": worthMeta, "datecreated": worthMeta, "created": worthMeta,
	"og:pubdate": worthNamed, "article_date_original": worthNamed, "article.created": worthMeta,
	"originalpublicationdate": worthNamed, "published": worthNamed, "prism.publicationdate": worthNamed,
}

// readMeta reads a <meta> element.
func (r *reader) readMeta(z *html.Tokenizer, more bool) {
	var names [4]string
	n := 0
	content := ""
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "name", "property", "itemprop", "http-equiv":
			if n < len(names) {
				names[n] = strings.ToLower(strings.TrimSpace(string(value)))
				n++
			}
		case "content":
			content = string(value)
		}
	}
	if content == "" {
		return
	}
	for _, name := range names[:n] {
		r.addDate(content, metaDates[name])
		switch name {
		case "og:title":
			first(&r.openGraph, content)
		case "headline":
			first(&r.dataTitle, content)
		case "twitter:title", "dc.title", "dcterms.title":
			if r.openGraph == "" {
				r.openGraph = content
			}
		case "og:site_name":
			r.site = content // the publisher of the data may be a company that readers do not know
		case "application-name", "publisher", "dc.publisher":
			first(&r.site, content)
		case "content-language", "og:locale", "inlanguage":
			first(&r.lang, strings.ReplaceAll(content, "_", "-"))
		}
	}
}

// addDate notes a date, worth 0 if it is none; a page that has more of them than this has them for nothing.
func (r *reader) addDate(when string, worth int) {
	const most = 1000
	if worth > 0 && len(r.dates) < most {
		r.dates = append(r.dates, dated{when, worth})
	}
}

// first sets what is not yet known.
func first(s *string, value string) {
	if *s == "" {
		*s = strings.TrimSpace(value)
	}
}

// mostData is how many bytes of data in a page are read: decoded they may take fifty times as much.
const mostData = 1 << 20

// readData reads a script with JSON-LD.
func (r *reader) readData(raw []byte) {
	if r.data += len(raw); r.data > mostData {
		return
	}
	text := strings.TrimSpace(string(raw))
	for _, wrap := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, wrap))
	}
	for _, wrap := range []string{"-->", "//]]>", "]]>", "/*]]>*/"} {
		text = strings.TrimSpace(strings.TrimSuffix(text, wrap))
	}
	// Line ends inside of strings are the mistake that is made most.
	text = strings.Map(func(c rune) rune {
		if c < ' ' {
			return ' '
		}
		return c
	}, text)
	var value any
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&value); err == nil {
		r.readThing(value, 0)
		return
	}
	if m := looseDate.FindStringSubmatch(text); m != nil {
		r.addDate(m[1], worthPage)
	}
}

// looseDate finds the date in data that is no JSON.
var looseDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// readThing reads one thing of the data, or several.
func (r *reader) readThing(value any, depth int) {
	const deepestThing = 6
	if depth > deepestThing {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, e := range v {
			r.readThing(e, depth+1)
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok {
			r.readThing(graph, depth+1)
		}
		switch article, page := thingKind(v["@type"]); {
		case article:
			r.readArticle(v)
		case page:
			if when, ok := v["datePublished"].(string); ok {
				r.addDate(when, worthPage)
			}
			if main, ok := v["mainEntity"]; ok {
				r.readThing(main, depth+1)
			}
		}
	}
}

// thingKind tells whether a type of schema.org is an article or a page.
func thingKind(t any) (article, page bool) {
	names, _ := t.([]any)
	if s, ok := t.(string); ok {
		names = []any{s}
	}
	for _, n := range names {
		s, _ := n.(string)
		s = s[strings.LastIndexAny(s, "/:")+1:]
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "BlogPosting") || s == "Report" || s == "SpecialAnnouncement" {
			article = true
		}
		if strings.HasSuffix(s, "Page") {
			page = true
		}
	}
	return article, page
}

// readArticle reads the data of an article; of several the first is that of the page.
func (r *reader) readArticle(v map[string]any) {
	str := func(key string) string {
		s, _ := v[key].(string)
		return html.UnescapeString(s)
	}
	if r.dataTitle != "" && str("headline") != "" {
		return
	}
	first(&r.dataTitle, str("headline"))
	first(&r.lang, str("inLanguage"))
	if when := str("datePublished"); when != "" {
		r.addDate(when, worthData)
	} else if when := str("dateCreated"); when != "" {
		r.addDate(when, worthPage)
	}
	if body := str("articleBody"); r.articleBody == "" && !strings.Contains(body, "</") {
		r.articleBody = body
	}
	publisher := v["publisher"]
	if list, ok := publisher.([]any); ok && len(list) > 0 {
		publisher = list[0]
	}
	if p, ok := publisher.(map[string]any); ok {
		if name, ok := p["name"].(string); ok {
			first(&r.site, html.UnescapeString(name))
		}
	}
}

// headline finds the line that is the article's headline: a heading that the head or the data of the page
// has as well, else the last <h1> in front of the text. It is -1 where there is none.
func (r *reader) headline(from int) int {
	const longestTitle = 400
	var keys []string
	for _, t := range append([]string{r.dataTitle, r.openGraph, r.titleTag}, titleParts(r.titleTag)...) {
		if k := titleKey(t); k != "" {
			keys = append(keys, k)
		}
	}
	text, siteKey := r.firstProse(from, len(r.lines)), titleKey(r.site)
	best, bestScore, lone := -1, 0, -1
	for i := range r.lines {
		l := &r.lines[i]
		level := headingLevel(r.nodes[l.node].tag)
		if level == 0 && i < text {
			level = 5 // pages without headings have it on a line like others
		}
		if level == 0 || l.end-l.start > longestTitle || r.nodes[l.node].hint&hintNone != 0 {
			continue
		}
		key := titleKey(r.lineText(i))
		score := 0
		for _, k := range keys {
			if key == k {
				score = max(score, 4*len(key))
			} else if len(key)*5 >= len(k)*2 && strings.Contains(k, key) || len(k)*5 >= len(key)*3 && strings.Contains(key, k) {
				score = max(score, 2*min(len(key), len(k)))
			}
		}
		if siteKey != "" && key == siteKey {
			score = 0 // the logo
		}
		if score > 0 {
			score = score*8 - level // of two alike the greater heading
		}
		if score > bestScore {
			best, bestScore = i, score
		}
		if level == 1 && i <= text && r.nodes[l.node].hint&hintBad == 0 && key != siteKey {
			lone = i
		}
	}
	if best >= 0 {
		return best
	}
	return lone
}

// title is the headline: the line that has it, else what the data or the head say. A <title> alone may be
// that of the site.
func (r *reader) title(head int) (title string, sure bool) {
	if head >= 0 {
		return r.lineText(head), true
	}
	for _, t := range []string{r.dataTitle, r.openGraph} {
		if t = squeeze(t); t != "" {
			return r.withoutSite(t), true
		}
	}
	return r.withoutSite(r.titleTag), false
}

// titleParts are what a <title> has on either side of its first and its last mark.
func titleParts(title string) []string {
	const fewWords = 3
	var parts []string
	for _, mark := range titleMarks {
		if i, j := strings.Index(title, mark), strings.LastIndex(title, mark); i > 0 {
			for _, part := range []string{title[i+len(mark):], title[:j]} {
				if len(strings.Fields(part)) > fewWords {
					parts = append(parts, part)
				}
			}
		}
	}
	return parts
}

// titleMarks stand in a <title> between the headline and the name of the site.
var titleMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "}

// withoutSite cuts the name of the site off a title: what stands behind the last bar or dash, or in front
// of the first, if it is the site's name, or short beside what is left.
func (r *reader) withoutSite(title string) string {
	const fewWords, longest = 4, 1 << 10
	if len(title) > longest {
		return title // no headline
	}
	site := titleKey(r.site)
	for _, mark := range titleMarks {
		if i := strings.LastIndex(title, mark); i > 0 {
			front, back := title[:i], title[i+len(mark):]
			words := len(strings.Fields(front))
			if k := titleKey(back); k == site || site != "" && strings.HasPrefix(k, site) ||
				site == "" && len(strings.Fields(back)) <= fewWords && words > fewWords && (mark == " | " || mark == " :: ") {
				return r.withoutSite(front)
			}
		}
		if front, back, ok := strings.Cut(title, mark); ok && site != "" && titleKey(front) == site {
			return back
		}
	}
	return title
}

// titleKey is what two spellings of a headline have in common.
func titleKey(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
