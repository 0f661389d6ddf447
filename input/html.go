package input

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"extract/html"
)

// readPage fills the document with what a web page says. The charset is that of the transfer, "" when not
// said.
func (d *Document) readPage(raw, charset string) error {
	source, err := decodePage(raw, charset)
	if err != nil {
		return err
	}
	p := html.Read(source)
	d.Text, d.Title, d.Date, d.DateUTC, d.Source = p.Text, p.Title, p.Date, p.UTC, p.Site
	if lang, err := ParseLanguage(p.Lang); err == nil {
		d.LangHint = lang
	}
	return nil
}

// sniffBytes is how much of a file is looked at for the beginning of a page.
const sniffBytes = 4 << 10

// isHTML tells whether a file is a web page, by its first bytes: behind white space, comments and the
// line of XML stands the type or the beginning of the page. Text that speaks of tags is none, nor is a
// piece of a page.
func isHTML(head string) bool {
	head = strings.TrimPrefix(head[:min(sniffBytes, len(head))], "\uFEFF")
	if hasUTF16Mark([]byte(head[:min(2, len(head))])) {
		head = strings.ReplaceAll(head[2:], "\x00", "")
	}
	for {
		head = strings.TrimLeft(head, " \t\r\n\f")
		end := ""
		switch {
		case strings.HasPrefix(head, "<!--"):
			end = "-->"
		case strings.HasPrefix(head, "<?"):
			end = ">"
		default:
			return pageStart.MatchString(head)
		}
		_, rest, ok := strings.Cut(head, end)
		if !ok {
			return false
		}
		head = rest
	}
}

var pageStart = regexp.MustCompile(`(?i)^(<!doctype\s+html[\s>]|<html(\s[^<]*)?>|<(head|body)(\s[^<]*)?>\s*<)`)

// namesHTML tells whether a file is named like a web page.
func namesHTML(name string) bool {
	lower := strings.ToLower(name)
	for _, end := range []string{".html", ".htm", ".xhtml", ".shtml"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// letterTold are the encodings, by their names in HTML, that decodeLegacy tells apart better than pages do:
// servers give them as a default.
var letterTold = map[string]bool{"windows-1252": true, "windows-1254": true, "iso-8859-15": true, "utf-8": true}

// decodePage decodes a page: as UTF-8 where it is valid UTF-8, whatever the transfer or the page says; else
// as they say, but for encodings that the letters tell for certain. Unlike other text, a page that says
// what it is in may have bytes that are none of that: they become U+FFFD, as in browsers.
func decodePage(raw, charset string) (string, error) {
	if hasUTF16Mark([]byte(raw[:min(2, len(raw))])) || strings.IndexByte(raw, 0) >= 0 || strings.HasPrefix(raw, "%PDF-") || utf8.ValidString(raw) {
		return Decode(raw)
	}
	var said []encoding.Encoding
	told := true // what is said is no more than what the letters tell
	for _, name := range []string{charset, declaredCharset(raw)} {
		if enc, err := htmlindex.Get(name); err == nil {
			said = append(said, enc)
			name, _ := htmlindex.Name(enc)
			told = told && letterTold[name]
		}
	}
	if told {
		if text, err := Decode(raw); err == nil {
			return text, nil
		}
	}
	for i, enc := range said {
		text, err := enc.NewDecoder().String(raw)
		// Of two that are said the second may be the right one.
		if err == nil && (i == len(said)-1 || !strings.ContainsRune(text, utf8.RuneError)) {
			return strings.ReplaceAll(strings.TrimPrefix(text, "\uFEFF"), "\x00", ""), nil
		}
	}
	return Decode(raw)
}

// declaredCharset is the encoding that a page says it is in, "" without any.
func declaredCharset(raw string) string {
	if m := charsetOf.FindStringSubmatch(raw[:min(sniffBytes, len(raw))]); m != nil {
		return m[1] + m[2]
	}
	return ""
}

var charsetOf = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)|<\?xml\s[^>]*encoding\s*=\s*["']([\w-]+)`)
