package html

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// prose is a paragraph that no page is read without.
const prose = "The two ministers met for three hours and agreed on a plan that neither of them wanted to explain."

func TestText(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"white space", "<p>One\n\ttwo  three </p>", "One two three"},
		{"space between elements", "<p>One <b> two</b> <i>three</i></p>", "One two three"},
		{"no space where there is none", "<p><span>T</span>he <b>f</b>ish</p>", "The fish"},
		{"entities", "<p>1&nbsp;000 &euro; &amp; &#8222;so&#8220; &lt;b&gt; AT&T", "1\u00A0000 € & „so“ <b> AT&T"},
		{"soft hyphens", "<p>Bundes&shy;kanz\u00ADler<wbr>in&ZeroWidthSpace;nen</p>", "Bundeskanzlerinnen"},
		{"no-break spaces alone", "<p>One</p><p>&nbsp;</p><p>&nbsp;two&nbsp;</p>", "One\n\ntwo"},
		{"control characters", "<p>a&#1;b\x02c\x7f</p>", "abc"},
		{"line breaks", "<p>One<br>two<br/>three</p>", "One\ntwo\nthree"},
		{"two line breaks", "<p>One<br><br>two<br>\n<br>\n<br>three</p>", "One\n\ntwo\n\nthree"},
		{"blocks", "<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"},
		{"unclosed paragraphs", "<p>One<p>two<ul><li>three<li>four</ul>five", "One\n\ntwo\n\n- three\n\n- four\n\nfive"},
		{"an end without a beginning", "One</div></p></b>two</table>three", "One\ntwothree"},
		{"preformatted", "<pre>One\n  two\n\nthree</pre>", "One\ntwo\n\nthree"},
		{"raised digits", "<p>10<sup>6</sup> m<sup>2</sup>, the 29<sup>th</sup>, in 2025<sup>1</sup>", "10⁶ m², the 29th, in 2025¹"},
		{"notes", `<p>In 2025<sup><a href="#n1">1</a></sup>, 2026<a href="#n2"><sup>2</sup></a>, 2027<sup>[3]</sup>.`, "In 2025, 2026, 2027."},
		{"quotations", "<p>He said <q>no</q>.", "He said “no”."},
		{"scripts", `<p>One<script>if (a<b) "</p><p>x"; /*</div>*/</script> two<style>p{}</style><noscript>three</noscript>`, "One two"},
		{"an unclosed script", "<p>One</p><script>var a = '<p>two</p>'", "One"},
		{"comments", "<p>One<!-- <p>two --><!--> three", "One three"},
		{"no text", "<p>One<button>Press</button><select><option>A<option>B</select><svg><title>x</title><text>y</text></svg><template><p>z</template> two", "One\n\ntwo"},
		{"hidden", `<p>One<span style="display: none">two</span><p hidden>three<p class="visually-hidden">four<p>five`, "One\n\nfive"},
		{"rows", "<table><tr><th>Year<th>Sum<tr><td>2024<td>3 euros<tr><td>2025<td></table>", "Year | Sum\n\n2024 | 3 euros\n\n2025"},
		{"cells that are columns of a page", "<table><tr><td>" + prose + prose + prose + "<td>" + prose + prose + "</table>", prose + prose + prose + "\n\n" + prose + prose},
		{"a link around blocks", `<a href="#x"><div>One</div></a><div>two</div>`, "One\n\ntwo"},
		{"an end that leads out of a cell", "<div><table><tr><td>One</div><td>two</table>three</div>", "One | two\n\nthree"},
		{"a headline on two lines", "<h1>Ministers meet<br>in <br/>Oslo</h1><p>One<br>two", "Ministers meet in Oslo\n\nOne\ntwo"},
		{"a link without an end", "<p><a href=x>One <a href=#y>and what is behind it, which is text", "One and what is behind it, which is text"},
		{"frames", "<frameset><frame src=a><noframes><body><p>One</p></body></noframes></frameset>", "One"},
		{"upper case", "<P>One<BR>two</P>", "One\ntwo"},
		{"CDATA", "<p>One<![CDATA[two]]>three", "Onethree"},
		{"nothing", "", ""},
		{"no text at all", "<html><head><title></title></head><body></body></html>", ""},
	} {
		if got := strings.TrimSuffix(Read(c.source).Text, "\n"); got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.source, got, c.want)
		}
	}
}

// What stands around an article: each of these is left out of a page with one.
func TestLeftOut(t *testing.T) {
	const page = "<html><body class='with-sidebar comments-open'>%s<div class=text><h1>Ministers meet</h1><p>" + prose + "</p>%s<p>" + prose + "</p></div>%s</body></html>"
	want := "Ministers meet\n\n" + prose + "\n\n" + prose + "\n"
	for _, junk := range []string{
		"<nav><p>" + prose + "</p></nav>", "<aside><p>" + prose + "</p></aside>", "<footer>" + prose + "</footer>", "<dialog>" + prose + "</dialog>",
		`<div role="navigation">` + prose + "</div>", `<div role="dialog">` + prose + "</div>",
		`<div id="cookie-banner">` + prose + "</div>", `<div class="relatedArticles">` + prose + "</div>", `<cookie-consent><p>` + prose + "</p></cookie-consent>",
		`<div class="c-newsletter_box">` + prose + "</div>", `<section class="kommentare">` + prose + "</section>", `<div class="yorumlar">` + prose + "</div>",
		`<div class="relaterte-saker">` + prose + "</div>", `<div class="anzeige">` + prose + "</div>", `<div class="ilgiliHaberler">` + prose + "</div>",
		`<p><b>Les også:</b> <a href="/x">Budsjettet for 2025 blir dyrere enn ventet</a></p>`,
		`<p><a href="/x">Read more: ` + prose + `</a></p>`, `<h3><a href="/x">Rents rise in Berlin</a></h3>`,
		`<ul><li><a href="/1">Rents rise</a><li><a href="/2">Rents fall</a><li>12 March <a href="/3">Rents are what they were last year</a></ul>`,
	} {
		for _, place := range []string{fmt.Sprintf(page, junk, "", ""), fmt.Sprintf(page, "", junk, ""), fmt.Sprintf(page, "", "", junk)} {
			if got := Read(place).Text; got != want {
				t.Errorf("%s\n got %q", place, got)
			}
		}
	}
}

// What looks like furniture and is text: each of these stays.
func TestStays(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`<div class="page no-comments with-sidebar"><p>` + prose + "</p></div>", prose},
		{`<div class="sidebar-left"><p>` + prose + prose + prose + "</p></div><nav><a href=/>Home</a></nav>", prose + prose + prose},
		{`<article class="post category-ads tag-comments"><p>` + prose + "</p></article>", prose},
		{`<div class="navy adhesive commentator"><p>` + prose + "</p></div>", prose},
		{`<p>` + prose + `</p><p><a href="#part">` + prose + `</a></p>`, prose + "\n\n" + prose},
		{`<aside class="fact-box"><p>` + prose + `</p></aside><p>` + prose, prose + "\n\n" + prose},
		{`<article class="kommentar"><h1>Enough</h1><p>` + prose + `</p></article><div class="related"><p>` + prose + "</p></div>", "Enough\n\n" + prose},
		{`<div class="post-content social"><p>` + prose + `</p></div><div class="comments"><p>` + prose + prose + prose + prose + "</p></div>", prose},
		{`<div class="comments"><p>` + prose + prose + prose + "</p></div>", prose + prose + prose},
		{`<nav><p>` + prose + prose, prose + prose},
	} {
		if got := strings.TrimSpace(Read(c.source).Text); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.source, got, c.want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"<title>Ministers meet in Oslo | The Paper</title><h1>The Paper</h1><h1>Ministers meet in Oslo</h1><p>" + prose, "Ministers meet in Oslo"},
		{"<title>Ministers meet in Oslo | The Paper</title><h1>The Paper</h1><h2>Ministers meet in Oslo</h2><p>" + prose, "Ministers meet in Oslo"},
		{"<title>The Paper – Ministers meet in Oslo</title><div>Ministers meet in Oslo</div><p>" + prose, "Ministers meet in Oslo"},
		{`<meta property="og:title" content="What now?"><h1>Ministers meet in Oslo</h1><p>` + prose, "Ministers meet in Oslo"},
		{`<meta property="og:title" content="Ministers meet in Oslo - The Paper"><meta property="og:site_name" content="The Paper"><p>` + prose, "Ministers meet in Oslo"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ministers &quot;meet&quot;"}</script><p>` + prose, `Ministers "meet"`},
		{"<title>The Paper</title><p>" + prose, ""},
		{"<p>" + prose, ""},
	} {
		if got := Read(c.source).Title; got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.source, got, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	data := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" }
	for _, c := range []struct{ source, want string }{
		{data(`{"@type":"NewsArticle","datePublished":"2025-11-03T08:12:30+01:00"}`), "2025-11-03T08:12"},
		{data(`{"@type":["ReportageNewsArticle"],"datePublished":"2025-11-03"}`), "2025-11-03"},
		{data(`{"@graph":[{"@type":"WebPage","datePublished":"2024-01-01"},{"@type":"Article","datePublished":"2025-11-03"}]}`), "2025-11-03"},
		{data(`[{"@type":"Article","headline":"A","datePublished":"2025-11-03"},{"@type":"Article","headline":"B","datePublished":"2025-11-04"}]`), "2025-11-03"},
		{data("{\"@type\":\"Article\",\"text\":\"a\nb\",\"datePublished\":\"2025-11-03\"}"), "2025-11-03"},
		{data(`{"@type":"Article","datePublished":"2025-11-03",}`), "2025-11-03"},
		{data(`{"@type":"Event","startDate":"2025-11-03","datePublished":"2025-11-03"}`), ""},
		{data(`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2025-11-03"}]}`), ""},
		{`<meta property="article:published_time" content="2025-11-03T23:30:00-05:00">`, "2025-11-03T23:30"},
		{`<meta property="article:published_time" content="2025-11-03T23:30:00Z"><time datetime="2025-11-04T00:30+01:00">4 November</time>`, "2025-11-04T00:30"},
		{`<meta property="article:published_time" content="2025-11-03T23:30:00Z"><time datetime="2025-11-04T00:31+01:00">4 November</time>`, "2025-11-03T23:30"},
		{`<meta name="pubdate" content="2025-11-03"><time datetime="2025-11-03T06:00">6:00</time>`, "2025-11-03T06:00"},
		{`<meta property="article:modified_time" content="2025-11-03">`, ""},
		{`<meta name="date" content="Mon, 03 Nov 2025 08:12:00 GMT">`, "2025-11-03T08:12"},
		{`<meta name="DC.date.issued" content="20251103">`, "2025-11-03"},
		{`<meta name="date" content="3.11.2025 08:12">`, "2025-11-03T08:12"},
		{`<meta name="date" content="2025/11/03 08:12:00 +0300">`, "2025-11-03T08:12"},
		{`<meta name="date" content="11/03/2025">`, ""}, // November or March
		{`<meta name="date" content="1970-01-01T00:00:00Z">`, ""},
		{`<meta name="date" content="0001-01-01">`, ""},
		{`<meta name="date" content="soon">`, ""},
		{`<meta name="revised" content="2025-11-03">`, ""},
		{`<div itemprop="datePublished" content="2025-11-03">yesterday</div>`, "2025-11-03"},
		{`<time datetime="2025-11-03" pubdate>3 November</time>`, "2025-11-03"},
		{`<time class="updated" datetime="2025-11-03">3 November</time>`, ""},
		{`<aside><time datetime="2025-11-03">3 November</time></aside>`, ""},
	} {
		source := "<html>" + c.source + "<h1>Ministers meet in Oslo</h1><p>" + prose + `</p><p>On <time datetime="2019-02-03">3 February</time> they ` + prose
		if got := Read(source).Date; got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.source, got, c.want)
		}
	}
}

func TestLangAndSite(t *testing.T) {
	for _, c := range []struct{ source, lang, site string }{
		{`<html lang="de-CH"><meta property="og:site_name" content="Das  Blatt">`, "de-CH", "Das Blatt"},
		{`<html xml:lang="nb"><meta name="publisher" content="Posten">`, "nb", "Posten"},
		{`<meta property="og:locale" content="tr_TR">`, "tr-TR", ""},
		{`<script type="application/ld+json">{"@type":"Article","inLanguage":"en","publisher":{"name":"A &amp; B"}}</script>`, "en", "A & B"},
		{`<p lang="fr">non</p>`, "", ""},
	} {
		if p := Read(c.source); p.Lang != c.lang || p.Site != c.site {
			t.Errorf("%s: %q, %q", c.source, p.Lang, p.Site)
		}
	}
}

// Pages that only scripts fill have their text as data.
func TestArticleBody(t *testing.T) {
	p := Read(`<div id="root">Loading</div><script type="application/ld+json">{"@type":"Article","headline":"Ministers meet","articleBody":"` + prose + `\n\n` + prose + `"}</script>`)
	if want := "Ministers meet\n\n" + prose + "\n\n" + prose + "\n"; p.Text != want {
		t.Errorf("got %q, want %q", p.Text, want)
	}
}

// Broken and hostile pages take time in proportion to their length: these would take minutes if not.
func TestHostile(t *testing.T) {
	const n = 100_000
	for name, source := range map[string]string{
		"nested":             strings.Repeat("<div>", n) + prose + strings.Repeat("</div>", n),
		"nested, unclosed":   strings.Repeat("<div><p>", n) + prose,
		"ends from far":      "<section>" + strings.Repeat("<div>", n) + strings.Repeat("</section>", n),
		"ends out of a cell": "<section>" + strings.Repeat("<div>", n) + "<table><td>" + strings.Repeat("<div></section>", n),
		"items":              strings.Repeat("<div>", n) + strings.Repeat("<li>a", n),
		"links":              strings.Repeat("<a href=x>a", n),
		"spans":              "<p>" + strings.Repeat("<span>a", n) + "</p>",
		"lines in spans":     strings.Repeat("<span>a<br>", n),
		"dates":              "<head>" + strings.Repeat("<meta name=date content='a day in spring'>", n),
		"unknown":            strings.Repeat("<x-y>a", n) + strings.Repeat("</x-y>", n),
		"quotes":             strings.Repeat("<q>", n) + "a" + strings.Repeat("</q>", n),
		"raised":             strings.Repeat("<sup>1", n),
		"less-than":          strings.Repeat("<", n),
		"attributes":         "<p " + strings.Repeat("a=b ", n) + ">c",
		"classes":            `<p class="` + strings.Repeat("nav-x ", n) + `">c`,
		"a long class":       `<p class="` + strings.Repeat("nav-", n) + `">c`,
		"heads and a site":   `<meta property=og:site_name content="` + strings.Repeat("a ", n) + `">` + strings.Repeat("<h2>a</h2>", n),
		"parts of a title":   `<meta property=og:site_name content=x><meta property=og:title content="x` + strings.Repeat(" | a", n) + `">`,
		"hinted beside":      "<div class=articlebody>" + strings.Repeat("<div>", n) + prose + strings.Repeat("</div>", n+1) + strings.Repeat("<div class=articlebody>a</div>", n),
		"comments":           strings.Repeat("<!--", n),
		"data":               strings.Repeat(`<script type="application/ld+json">{"a":`+strings.Repeat("[", 200), n/200),
		"nested data":        `<script type="application/ld+json">` + strings.Repeat("[", n),
		"articles":           strings.Repeat("<article itemprop=articleBody><p>"+prose, n/100),
		"pieces":             "<div>" + strings.Repeat("<div itemprop=articleBody><p>"+prose+"</div>", n/100),
		"headings":           "<title>abc</title>" + strings.Repeat("<h1>abc</h1>", n),
		"times":              strings.Repeat("<time datetime=2025-01-01>a</time>", n),
		"line breaks":        strings.Repeat("<br>", n),
		"empty lines":        "<pre>" + strings.Repeat(" \n", n),
		"no-break spaces":    "<p>" + strings.Repeat("&nbsp;", n) + "a",
		"frames":             strings.Repeat("<noframes>", n),
		"many lines":         strings.Repeat("a<p>", mostLines+n),
		"many elements":      strings.Repeat("<ul>", mostNodes+n) + prose,
	} {
		p := Read(source)
		if !utf8.ValidString(p.Text) {
			t.Errorf("%s: no valid text", name)
		}
	}
}

// One page after another in the same buffers gives the same as the first.
func TestBuffersAreForgotten(t *testing.T) {
	sources := []string{
		`<html lang=de><title>Eins</title><meta name=date content=2025-01-01><div><p>` + prose,
		"<p>x", "", `<script type="application/ld+json">{"@type":"Article","headline":"H","articleBody":"` + prose + `"}</script>`,
	}
	var want []Page
	for _, s := range sources {
		want = append(want, Read(s))
	}
	for range 3 {
		for i := len(sources) - 1; i >= 0; i-- {
			if got := Read(sources[i]); got != want[i] {
				t.Errorf("%q: %+v, at first %+v", sources[i], got, want[i])
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<html lang=en><h1>A</h1><p>" + prose + "<ul><li>a<li><a href=b>c</a></ul><table><tr><td>d<td>e</table>")
	f.Add(`<script type="application/ld+json">{"@type":"Article","datePublished":"2025-01-01","articleBody":"a"}</script>`)
	f.Add("<a><div><sup>1</sup></a><time datetime=2025-01-01><pre>a\nb</pre><noscript><frameset><noframes><p>a")
	f.Add("<p>a&nbsp;<br>\u00AD<q>b</nav></q><svg><title>")
	f.Fuzz(func(t *testing.T, source string) {
		source = strings.ToValidUTF8(source, "?")
		p := Read(source)
		for _, s := range []string{p.Text, p.Title, p.Date, p.Lang, p.Site} {
			if !utf8.ValidString(s) {
				t.Fatalf("no valid text: %q", s)
			}
		}
		if strings.ContainsRune(p.Text, 0) || strings.Contains(p.Text, "\n\n\n") || p.Text != "" && !strings.HasSuffix(p.Text, "\n") || strings.ContainsAny(p.Title, "\n\r") {
			t.Fatalf("%+v", p)
		}
		if p.Date != "" {
			if _, ok := parseStamp(p.Date); !ok {
				t.Fatalf("date %q", p.Date)
			}
		}
		if again := Read(source); again != p {
			t.Fatalf("%+v, then %+v", p, again)
		}
	})
}
