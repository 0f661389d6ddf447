package html

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRead reads a page as large as those of newspapers: scripts, menus, an article, and links to others.
func BenchmarkRead(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<!DOCTYPE html><html lang="en"><head><title>Ministers meet in Oslo | The Paper</title><meta property="article:published_time" content="2025-11-03T08:12:00+01:00"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ministers meet in Oslo","datePublished":"2025-11-03T08:12:00+01:00"}</script>`)
	page.WriteString("<script>" + strings.Repeat("var a=function(b,c){return b<c&&c>2?'<div>':\"</div>\"};", 300) + "</script></head><body>")
	for i := range 100 {
		fmt.Fprintf(&page, `<li class="menu-item menu-item-%d"><a class="menu-link" href="/section/%d"><span class="label">Section %d</span></a></li>`, i, i, i)
	}
	page.WriteString(`<main class="layout__main"><article class="article" itemscope><h1 class="article__title">Ministers meet in Oslo</h1>`)
	for range 40 {
		page.WriteString(`<p class="article__paragraph">` + prose + ` <a href="/topic/plan" class="link">The plan</a> has <b>40&nbsp;pages</b>.</p>`)
	}
	page.WriteString(`</article></main>`)
	for i := range 60 {
		fmt.Fprintf(&page, `<div class="teaser-list__item"><a href="/a/%d" data-id="%d" data-track='{"a":%d}'><img src="/i/%d.jpg" srcset="/i/%d-2.jpg 2x" alt="A picture"><h3 class="teaser__title">What happened on day %d of the talks</h3></a></div>`, i, i, i, i, i, i)
	}
	source := page.String()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Read(source)
	}
}
