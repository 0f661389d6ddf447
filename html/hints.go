package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// hint is what an element says of its part of the page, by its tag, its role, its classes and its id.
type hint uint16

const (
	hintNone    hint = 1 << iota // no text of the page at all
	hintFrame                    // a menu, a column at the side: so its name says, which the whole page may have too
	hintExtra                    // advertisements, related articles, share buttons
	hintOthers                   // what is not the paper\'s own: comments, requests for consent
	hintHidden                   // not shown
	hintArticle                  // an article
	hintBody                     // the text of an article
	hintMain                     // what the page is about
	hintDate                     // when the article was published
	hintUpdate                   // when it was changed
	hintFacts                    // a box of facts beside the text
	hintInfo                     // who wrote it, and when
)

const hintBad = hintNone | hintFrame | hintExtra | hintOthers | hintHidden

// tagHints are those of the elements themselves.
func tagHints(a atom.Atom) hint {
	switch a {
	case atom.Nav, atom.Footer, atom.Menu:
		return hintFrame
	case atom.Aside, atom.Dialog:
		return hintExtra
	case atom.Article:
		return hintArticle
	case atom.Main:
		return hintMain
	}
	return 0
}

var roleHints = map[string]hint{
	"navigation": hintFrame, "contentinfo": hintFrame, "search": hintFrame, "menu": hintFrame, "menubar": hintFrame,
	"toolbar": hintFrame, "tablist": hintFrame, "complementary": hintExtra, "dialog": hintExtra,
	"alertdialog": hintExtra, "alert": hintExtra, "article": hintArticle, "main": hintMain,
}

var propHints = map[string]hint{
	"articlebody": hintBody, "datepublished": hintDate, "datecreated": hintDate, "datemodified": hintUpdate, "comment": hintOthers,
}

// wordHints are those of the words of classes and ids, as the makers of news pages write them: mostly in
// English, some in the language of the page.
var wordHints = func() map[string]hint {
	m := map[string]hint{}
	for h, words := range map[hint]string{
		hintFrame: `nav navi navigation navbar menu meny menue submenu megamenu sidebar sidebars sidefield rail footer
			masthead topbar toolbar bottombar print search suche sok arama login signin pagination pager
			paging toc breadcrumb breadcrumbs breadcrump brotkrumen brodsmule brodsmuler skiplink skiplinks`,
		hintOthers: `comment comments commentary commentlist kommentar kommentare kommentarer kommentarfelt yorum yorumlar
			disqus respond cookie cookies cookiebar cookiebanner cookieconsent consent gdpr kvkk cmp onetrust cookiebot
			usercentrics didomi cerez`,
		hintExtra: `related relatedarticles relatedposts relatert relaterte ilgili verwandt recommend
			recommended recommendation recommendations anbefalt taboola outbrain newsletter nyhetsbrev
			bulten subscribe subscription signup paywall share sharing sharebar shares sharedaddy addtoany addthis social
			socialmedia sosyal paylas teilen hashtags taglist etiketler schlagworte emneord advert advertisement
			advertising adsbygoogle ads ad anzeige werbung annonse reklam sponsor sponsored sponsorlu promo promotion
			teasers teaserlist teaserbox trending popular mostread meistgelesen mestlest okunan popup modal overlay lightbox
			recirculation poll ticker weather`,
		hintDate:   `published publish pubdate publishdate publikasjon dateline posted yayin erstellt`,
		hintFacts:  `fact facts factbox fakta faktaboks faktaboksen faktarute fakten faktenbox infobox infokasten`,
		hintInfo:   `byline author authors meta info`,
		hintUpdate: `updated modified update oppdatert guncelleme aktualisiert`,
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = h
		}
	}
	return m
}()

// nameHints are those of whole classes and ids, without what parts their words.
var nameHints = func() map[string]hint {
	m := map[string]hint{}
	for h, names := range map[hint]string{
		hintBody: `articlebody articlecontent articletext storybody storycontent storytext entrycontent postcontent
			postbody posttext articlebodycontent newsbody newscontent newstext newsdetail newsdetailtext bodytext
			haberdetay haberdetayi habericerik habericerigi habermetni haberici artikkeltekst artikkelinnhold
			artikkelbody brodtekst artikeltext artikelbody artikelinhalt pressrelease`,
		hintExtra: `morenews readmore readalso readnext lesogsa lesmer mehrzumthema mehrzum auchinteressant
			digerhaberler sondakika cokokunan cokokunanlar benzerhaberler seealso uptonext latestnews
			skipnav skiptocontent sitenotice authorbio aboutauthor abouttheauthor`,
		hintHidden: `sronly visuallyhidden screenreadertext elementinvisible`,
	} {
		for n := range strings.FieldsSeq(names) {
			m[n] = h
		}
	}
	return m
}()

// What a class says behind these words is not what the element is: what it lacks or has beside it, or,
// where they stand first, what the article is filed under.
var (
	beside = map[string]bool{"no": true, "not": true, "has": true, "with": true, "without": true, "ohne": true, "mit": true}
	filed  = map[string]bool{"category": true, "tag": true, "type": true, "status": true, "format": true, "topic": true}
)

// namesHints are the hints of the value of a class or id attribute.
func namesHints(value []byte) hint {
	var h hint
	for len(value) > 0 {
		for len(value) > 0 && value[0] <= ' ' {
			value = value[1:]
		}
		end := bytes.IndexFunc(value, func(c rune) bool { return c <= ' ' })
		if end < 0 {
			end = len(value)
		}
		h |= nameHint(value[:end])
		value = value[end:]
	}
	return h
}

// nameHint reads one class or id: its words, which - and _ or capitals part, and all of it.
func nameHint(name []byte) hint {
	const longest = 64 // longer ones are made by machines
	if len(name) == 0 || len(name) > longest {
		return 0
	}
	var room [longest]byte
	all := room[:0]
	var h hint
	start, first := 0, true
	word := func() bool {
		w := all[start:]
		if len(w) == 0 {
			return true
		}
		if beside[string(w)] || first && filed[string(w)] {
			return false
		}
		first = false
		h |= wordHints[string(w)]
		start = len(all)
		return true
	}
	for i, c := range name {
		upper := 'A' <= c && c <= 'Z'
		switch {
		case upper && i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z', !upper && !('a' <= c && c <= 'z') && c < 0x80:
			if !word() {
				return h
			}
		}
		if upper || 'a' <= c && c <= 'z' || c >= 0x80 {
			if upper {
				c |= 0x20
			}
			all = append(all, c)
		}
	}
	if !word() {
		return h
	}
	return h | nameHints[string(all)]
}
