package input

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestIsHTML(t *testing.T) {
	for _, s := range []string{
		"<!DOCTYPE html><p>x", "<!doctype  HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>", "\n\t <html lang=en>", "<HTML><body>",
		"<!-- saved from -->\n<!-- twice --><html>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>", "\uFEFF<html>",
		"<head><title>x", "<body class=a>\n<p>x", "\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00",
	} {
		if !isHTML(s) {
			t.Errorf("%q is a page", s)
		}
	}
	for _, s := range []string{
		"", "<", "<!--", "<!-- <html>", "<?xml", "<htmlish>", "<html", "html", "The tag <html> begins a page.", "<p> is the tag of paragraphs.",
		"<b>Oslo</b> (NTB)", "<head> and <body> are the two parts of a page.", "<body> is what people see.",
		"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>", "<svg xmlns=\"x\">", "<!DOCTYPE svg PUBLIC>", "&lt;html&gt;", "{\"text\":\"<html>\"}",
	} {
		if isHTML(s) {
			t.Errorf("%q is no page", s)
		}
	}
}

// decodeHTML is the document of a web page.
func decodeHTML(raw, charset string) (doc Document, err error) {
	err = doc.readPage(raw, charset)
	return doc, err
}

// page is a page that says it is in a charset.
func page(charset, text string) string {
	return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>` + text + "</p></body></html>"
}

func TestCharsets(t *testing.T) {
	german := "Die Minister trafen sich in Köln, später in München; „das ist gut“, sagten sie – und reisten ab."
	chinese := "China’s trade grew by 3 percent, the ministry said: “中国外贸” was its headline."
	turkish := strings.TrimSpace(turkish)
	russian := "Министры встретились в Москве и договорились о встрече в Минске."
	for _, c := range []struct{ name, raw, charset, want string }{
		{"UTF-8", page("utf-8", turkish), "", turkish},
		{"UTF-8 that says something else", page("iso-8859-1", turkish), "windows-1252", turkish},
		{"UTF-8 with a mark", "\uFEFF" + page("iso-8859-1", turkish), "", turkish},
		{"UTF-16", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), page("utf-8", turkish)), "utf-8", turkish},
		{"Windows-1252 as it says", encode(t, charmap.Windows1252, page("windows-1252", german)), "", german},
		{"Windows-1252 that says ISO 8859-1", encode(t, charmap.Windows1252, page("iso-8859-1", german)), "", german},
		{"Windows-1252 that says UTF-8", encode(t, charmap.Windows1252, page("utf-8", german)), "utf-8", german},
		{"Windows-1252 that says nothing", encode(t, charmap.Windows1252, page("", german)), "", german},
		{"Windows-1254 as it says", encode(t, charmap.Windows1254, page("windows-1254", turkish)), "", turkish},
		{"Windows-1254 that says ISO 8859-1", encode(t, charmap.Windows1254, page("iso-8859-1", turkish)), "iso-8859-1", turkish},
		{"few letters, as it says", encode(t, charmap.Windows1254, page("windows-1254", "Ağrı")), "", "Ağrı"},
		{"GBK as it says", encode(t, simplifiedchinese.GBK, page("gb2312", chinese)), "", chinese},
		{"GBK as the transfer says", encode(t, simplifiedchinese.GBK, page("", chinese)), "gbk", chinese},
		{"the transfer before the page", encode(t, charmap.Windows1251, page("koi8-r", russian)), "windows-1251", russian},
		{"a charset that there is not", encode(t, charmap.Windows1252, page("x-nonsense", german)), "nonsense", german},
		{"UTF-8 with a broken byte", page("utf-8", turkish+" \xFF"), "", turkish + " \uFFFD"},
	} {
		doc, err := decodeHTML(c.raw, c.charset)
		if got := strings.TrimSpace(doc.Text); err != nil || got != c.want {
			t.Errorf("%s: %v\n got %q\nwant %q", c.name, err, got, c.want)
		}
	}
	for _, raw := range []string{"<html>\x00", "%PDF-1.4", "<html><p>\x81\x8d\x8f"} {
		if doc, err := decodeHTML(raw, ""); err == nil {
			t.Errorf("%q is read as %q", raw, doc.Text)
		}
	}
}

func TestHTMLFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := "<!DOCTYPE html><html lang=no><meta name=date content=2025-11-03><h1>A</h1><p>b"
	for _, c := range []struct {
		name, content string
		format        Format
		text          string
	}{
		{"a.html", "<p>a", ByName, "a\n"},
		{"a.HTM", "<p>a", ByName, "a\n"},
		{"a.txt", "<p>a", ByName, "<p>a"},
		{"b.txt", whole, ByName, "A\n\nb\n"},
		{"c.html", whole, Text, whole},
		{"d.txt", "<p>a", HTML, "a\n"},
		{"e.xml", "<rss><p>a</p></rss>", ByName, "<rss><p>a</p></rss>"},
		{"f.html", "", ByName, ""},
	} {
		for doc, err := range Documents([]string{write(c.name, c.content)}, Options{Format: c.format}) {
			if err = cmp.Or(err, doc.Open()); err != nil || doc.Text != c.text {
				t.Errorf("%s: %q, %v", c.name, doc.Text, err)
			}
			if c.name == "b.txt" && (doc.Title != "A" || doc.Date != "2025-11-03" || doc.LangHint != "nb" || doc.Lang != "") {
				t.Errorf("%+v", doc)
			}
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(page("iso-8859-9", turkish), "")
	f.Add("\xFF\xFE<\x00p\x00>\x00", "utf-8")
	f.Add("<?xml version='1.0' encoding='gbk'?><html>\xA1\xB0", "big5")
	f.Fuzz(func(t *testing.T, raw, charset string) {
		doc, err := decodeHTML(raw, charset)
		if again, other := decodeHTML(raw, charset); again != doc || (err == nil) != (other == nil) {
			t.Fatalf("%+v, then %+v", doc, again)
		}
		if !utf8.ValidString(doc.Text) || strings.ContainsRune(doc.Text, 0) {
			t.Fatalf("no valid text: %q", doc.Text)
		}
		if _, err := ParseDate(doc.Date); doc.Date != "" && err != nil {
			t.Fatal(err)
		}
	})
}
