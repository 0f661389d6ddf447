package input

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// record is a WARC record of a type, with lines of its header and a block.
func record(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-11-03T08:12:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, contentType, len(block), block)
}

// response is the record of an answer of a server.
func response(address, header, body string) string {
	return record("response", address, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n"+body)
}

const site = "https://example.org/"

var crawl = []string{
	record("warcinfo", "", "application/warc-fields", "software: a crawler\r\n"),
	record("request", site, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
	response(site+"page", "Content-Type: text/html; charset=utf-8", "<html><head><title>A page</title></head><body><p>The ministers met in Oslo on Monday, and said so.</p></body></html>"),
	response(site+"text", "content-type: text/plain", met),
	response(site+"image", "Content-Type: image/png", "\x89PNG\r\n\x1a\n\x00\x00"),
	response(site+"image.html", "Content-Type: text/html", "\x89PNG\r\n\x1a\n\x00\x00"),
	response(site+"robots.txt", "Content-Type: text/plain", "User-agent: *"),
	response(site+"void", "Content-Type: text/html", "\r\n"),
	record("response", site+"gone", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\ngone"),
	record("response", "dns:example.org", "text/dns", "example.org. 300 IN A 192.0.2.1"),
	record("revisit", site+"page", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"),
	record("resource", "<file:///a.txt>", "text/plain; charset=\"iso-8859-7\"", "\xc1\xe8\xde\xed\xe1 Athens"),
	record("conversion", site+"wet", "text/plain", met),
	record("conversion", "", "text/plain", met),
	record("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", "Saving to: x"),
	record("metadata", site+"page", "text/plain", "fetchTimeMs: 12"),
}

var crawlDocuments = []string{
	site + "page=A page\n\nThe ministers met in Oslo on Monday, and said so.\n", site + "text=" + met, "file:///a.txt=Αθήνα Athens", site + "wet=" + met, "urn:uuid:1=" + met,
}

func TestWebArchives(t *testing.T) {
	whole := strings.Join(crawl, "")
	var each strings.Builder
	for _, r := range crawl {
		each.WriteString(gz(r))
	}
	unix := strings.ReplaceAll(strings.Join(crawl[:4], ""), "\r\n", "\n") // and so with the wrong lengths of two blocks
	for how, content := range map[string]string{"plain": whole, "a member for each record": each.String(), "one member": gz(whole), "zstd": zst(whole)} {
		if got := read([]string{"-"}, Options{Stdin: strings.NewReader(content)}); len(got) != len(crawlDocuments) {
			t.Errorf("%s: got %q", how, got)
		} else {
			equal(t, got, crawlDocuments)
		}
	}
	if got := read([]string{"-"}, Options{Stdin: strings.NewReader(unix)}); len(got) == 0 {
		t.Error("no documents with line ends of Unix")
	}
	tree(t, map[string]string{"x.warc.gz": each.String(), "a.tar": tarOf(entry{"x.warc.gz", each.String()}), "none.warc": crawl[0]})
	equal(t, read([]string{"a.tar", "x.warc.gz"}, Options{}), append(crawlDocuments, crawlDocuments...))
	for doc, err := range Documents([]string{"x.warc.gz"}, Options{Lang: "en"}) {
		if err != nil || doc.File != "x.warc.gz" || doc.Line != 3 || doc.URL != site+"page" || doc.Date != "" || doc.Lang != "en" {
			t.Errorf("got %+v, %v", doc, err)
		}
		break
	}
	for _, err := range Documents([]string{"none.warc"}, Options{}) {
		if !errors.Is(err, ErrEmptyFolder) || err.Error() != "none.warc: no pages in this archive" {
			t.Errorf("got %v", err)
		}
	}
}

// written is what a compressor makes of a text.
func written(content string, to func(io.Writer) io.WriteCloser) string {
	var b bytes.Buffer
	w := to(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func TestBodies(t *testing.T) {
	html := "<p>" + met + "</p>"
	deflated := written(met, func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 9); return z })
	zlibbed := written(met, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	brotlied := written(met, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })
	in := func(coding string) string { return "Content-Type: text/plain\r\nContent-Encoding: " + coding }
	const chunked = "Content-Type: text/plain\r\nTransfer-Encoding: chunked"
	for _, c := range []struct{ header, body, want string }{
		{in("gzip"), gz(met), met}, {in("X-GZIP"), gz(met), met}, {in("gzip"), met, met}, {in("zstd"), zst(met), met}, {in("zstd"), met, met},
		{in("deflate"), zlibbed, met}, {in("deflate"), deflated, met}, {in("br"), brotlied, met}, {in("br"), html, html}, {in("deflate"), html, html},
		{in("gzip, br"), written(gz(met), func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }), met}, {in("identity"), met, met},
		{chunked, "4\r\nThe \r\nF;name=value\r\nministers met.\n\r\n0\r\nTrailer: x\r\n\r\n", met},
		{chunked, met, met}, {chunked, "13\r\nThe ministers", "The ministers"}, {chunked, "13\n" + met, met}, {chunked + "\r\nContent-Encoding: gzip", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz(met)), gz(met)), met},
		{in("gzip"), gz(met)[:20], "! the gzip data is cut off"}, {in("br"), "\xff" + brotlied, "! damaged brotli data: brotli: "}, {chunked, "3\r\nThe\r\nxyz\r\n", "! the lengths of its chunks are damaged"},
		{"Content-Type: text/plain; charset=windows-1254", "Dışişleri Bakanı \xdd\xfd", "Dışişleri Bakanı"},
		{"Content-Type: TEXT/PLAIN ; charset=iso-8859-7", "\xc1\xe8\xde\xed\xe1", "Αθήνα"}, {"Content-Type: text/plain; charset=windows-1251", met, met},
		{"Server: x", met, met}, {"Content-Type:", html, html}, {"Content-Type: text/plain", "", ""}, {"Folded: a\r\n b\r\nContent-Type: text/plain\r\nContent-Type: image/png", met, met},
	} {
		got := read([]string{"-"}, Options{Stdin: strings.NewReader(response(site, c.header, c.body) + response(site+"after", "Content-Type: text/plain", met))})
		want := site + "=" + c.want
		if why, fails := strings.CutPrefix(c.want, "! "); fails {
			want = "! -:1: " + why
		}
		switch {
		case c.want == "" && len(got) == 1:
		case c.header == "Content-Type: text/plain; charset=windows-1254": // UTF-8 and Turkish bytes in one, which is neither
		case len(got) != 2 || !strings.HasPrefix(got[0], want) || got[1] != site+"after="+met:
			t.Errorf("%s\n%q\n got %q\nwant %q", c.header, c.body, got, want)
		}
	}
}

func TestBadRecordsOfWebArchives(t *testing.T) {
	first, last := response(site+"1", "Content-Type: text/plain", "One"), response(site+"3", "Content-Type: text/plain", "Three")
	page := response(site+"2", "Content-Type: text/plain", "Two")
	tail := site + "3=Three"
	flip := func(s string, at int) string {
		b := []byte(s)
		b[(at+len(b))%len(b)] ^= 0x55
		return string(b)
	}
	long := response(site+"2", "Content-Type: text/plain", lines(200))
	for what, c := range map[string]struct {
		content string
		want    []string
	}{
		"cut in a block":       {first + page[:len(page)-5], []string{"! -:2: the record is cut off"}},
		"cut in a header":      {first + page[:40], []string{"! -:2: the record is cut off"}},
		"cut in a first line":  {first + page[:7], []string{"! -:2: the record is cut off"}},
		"cut behind the block": {first + page[:len(page)-4], []string{site + "2=Two"}},
		"no length":            {first + strings.Replace(page, "Content-Length", "Length", 1) + last, []string{"! -:2: " + errLengthOfWARC.Error(), tail}},
		"a wrong length":       {first + strings.Replace(page, "Content-Length: ", "Content-Length: -", 1) + last, []string{"! -:2: " + errLengthOfWARC.Error(), tail}},
		"a length too short":   {first + strings.Replace(record("resource", site+"2", "text/plain", "Two and more\r\nand more\r\n"), "Content-Length: 24", "Content-Length: 3", 1) + last, []string{site + "2=Two", "! -: what stands behind record 2 is none; it is lost up to the next one", tail}},
		"something else":       {first + "something\nelse\x00" + strings.Repeat("x", 100<<10) + "\n" + last, []string{"! -: what stands behind record 1 is none; it is lost up to the next one", tail}},
		"no blank lines":       {first[:len(first)-4] + last, []string{tail}},
		"a header without end": {first + "WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 2000) + "\r\n" + last, []string{"! -:2: its header is too long", tail}},
		"a header in one line": {first + "WARC/1.0\r\nA: b\r\n" + strings.Repeat(" "+strings.Repeat("b", 1000)+"\r\n", 80) + "\r\n" + last, []string{"! -:2: its header is too long", tail}},
		"a long address":       {first + strings.Replace(page, site, site+strings.Repeat("x", maxID), 1) + last, []string{"urn:uuid:1=Two", tail}},
		"a line without end":   {first + "WARC/1.0\r\n" + strings.Repeat("A", 80<<10) + "\r\n\r\n" + last, []string{"! -:2: its header is too long", tail}},
		"too long":             {first + long + last, []string{"! -:2: the document is longer than 1 MB; split it", tail}},
		"no text":              {first + response(site+"2", "Content-Type: text/plain", "gr\xfc\xdf \x81\xc3") + last, []string{"! -:2: no valid text: line 1 is no UTF-8, and no other encoding is certain; convert it first, for example with iconv", tail}},
		"gzip, cut":            {gz(first) + gz(page)[:30], []string{"! -: the gzip data is cut off"}},
		"gzip, cut later":      {gz(first) + gz(long)[:3000], []string{"! -:2: the gzip data is cut off"}},
		"gzip, a wrong sum":    {gz(first) + flip(gz(page), -7) + gz(last), []string{"! -:2: damaged gzip data: its checksum is wrong", tail}},
		"gzip, damaged":        {gz(first) + gz(long)[:3000] + gz(last), nil},
		"gzip, something else": {gz(first) + "something else" + gz(last), []string{"! -: damaged gzip data: something else stands behind it", tail}},
		"in one gzip, damaged": {flip(gz(first+long+last), 6000), nil},
	} {
		got := read([]string{"-"}, Options{MaxBytes: 10 << 10, Stdin: strings.NewReader(c.content)})
		want := append([]string{site + "1=One"}, c.want...)
		switch {
		case c.want != nil:
			if fmt.Sprintf("%.300q", got) != fmt.Sprintf("%.300q", want) {
				t.Errorf("%s:\n got %.300q\nwant %.300q", what, got, want)
			}
		case len(got) < 2 || got[0] != want[0] || !strings.HasPrefix(got[1], "! -"):
			t.Errorf("%s: got %.300q", what, got)
		}
	}
}

func TestBombsInWebArchives(t *testing.T) {
	bomb := response(site, "Content-Type: text/plain\r\nContent-Encoding: gzip", gz(strings.Repeat("x", 10<<20)))
	got := read([]string{"-"}, Options{MaxBytes: 100 << 10, Stdin: strings.NewReader(strings.Repeat(bomb, 3) + response(site+"after", "Content-Type: text/plain", met))})
	if len(got) != 4 || got[0] != "! -:1: the document is longer than 1 MB; split it" || got[3] != site+"after="+met {
		t.Errorf("got %q", got)
	}
}

func FuzzWARC(f *testing.F) {
	whole := strings.Join(crawl, "")
	for _, s := range []string{whole, gz(crawl[3]) + gz(crawl[12]), response(site, "Content-Type: text/plain\r\nTransfer-Encoding: chunked", "4\r\nThe \r\n0\r\n\r\n"),
		response(site, "Content-Encoding: gzip", gz(met)), response(site, "Content-Encoding: deflate", "\x78\x9c"), response(site, "Content-Encoding: br, zstd", zst("\x8b"))} {
		f.Add([]byte(s))
	}
	f.Fuzz(checked)
}
