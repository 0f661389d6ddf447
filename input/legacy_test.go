package input

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	english   = "The minister’s visit – the first in years – cost €40 million, the ministry said.\n"
	german    = "Die Außenminister trafen sich in Köln über Ostern. Später fuhren sie nach München, größere Beschlüsse blieben aus.\n"
	norwegian = "Statsministeren møtte kollegaene på Gardermoen lørdag. Både Færøyene og Åland var nevnt på møtet.\n"
	turkish   = "Dışişleri Bakanı salı günü İstanbul’da yaptığı açıklamada görüşmelerin sürdüğünü ve yeni bir anlaşmanın için hazırlık yapıldığını söyledi.\n"
	icelandic = "Forsætisráðherra sagði að það væri ekki ætlunin að hætta við þetta, og í dag er fundur með þeim sem um er rætt á Íslandi.\n"
)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	raw, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestLegacyEncodings(t *testing.T) {
	latin1 := strings.NewReplacer("’", "'", "–", "-", "€", "EUR ")
	for _, c := range []struct {
		what string
		e    encoding.Encoding
		text string
	}{
		{"English, Windows", charmap.Windows1252, english},
		{"English, with a name", charmap.Windows1252, english + "The mayor of München agreed."},
		{"German, Windows", charmap.Windows1252, german + "„Niemals“, sagte er."},
		{"German, ISO 8859-1", charmap.ISO8859_1, german},
		{"German, ISO 8859-15", charmap.ISO8859_15, german + "Das kostet 5 €."},
		{"German, one umlaut", charmap.ISO8859_1, "Das ist in Köln."},
		{"Norwegian, Windows", charmap.Windows1252, norwegian + "«Nei», sa hun."},
		{"Norwegian, ISO 8859-1", charmap.ISO8859_1, norwegian},
		{"Norwegian, with foreign names", charmap.ISO8859_1, norwegian + norwegian + "António og Inácio i Brasília."},
		{"Turkish, Windows", charmap.Windows1254, turkish},
		{"Turkish, ISO 8859-9", charmap.ISO8859_9, latin1.Replace(turkish)},
		{"Turkish, one letter", charmap.ISO8859_9, "Bakan bu konuda bir karar ve daha sonra da bir rapor ile ilgili bilgi verdi: Ankara'da olmadığı kadar."},
		{"Icelandic, Windows", charmap.Windows1252, icelandic},
		{"acute accent for an apostrophe", charmap.ISO8859_1, "It´s in Köln, they don´t say."},
		{"square metres and degrees", charmap.ISO8859_1, "Das sind 40 m², bei 20 °C, für Müller."},
	} {
		if got, err := Decode(encode(t, c.e, c.text)); err != nil || got != c.text {
			t.Errorf("%s: %q, %v", c.what, got, err)
		}
	}
}

// TestUncertainEncodings guards against text that silently comes out wrong: other encodings read as
// Western or Turkish.
func TestUncertainEncodings(t *testing.T) {
	const (
		polish    = "Premier powiedział, że rząd zgodził się na dłuższą współpracę, i wyjechał później do Łodzi.\n"
		czech     = "Předseda vlády řekl, že se sejde s příštím předsedou a že věří v řešení, které je možné.\n"
		hungarian = "A miniszterelnök azt mondta, hogy a következő időszak fő kérdése a fűtés és a működő erőművek.\n"
		romanian  = "Prim-ministrul a spus că ţara îşi va menţine poziţia faţă de aceste întâlniri şi măsuri.\n"
		russian   = "Председатель правительства сообщил, что переговоры прошли в Москве.\n"
	)
	for _, c := range []struct {
		what, raw string
	}{
		{"Polish 1250", encode(t, charmap.Windows1250, polish)},
		{"Polish 8859-2", encode(t, charmap.ISO8859_2, polish)},
		{"Czech 1250", encode(t, charmap.Windows1250, czech)},
		{"Hungarian 1250", encode(t, charmap.Windows1250, hungarian)},
		{"Romanian 8859-2", encode(t, charmap.ISO8859_2, romanian)},
		{"Russian 1251", encode(t, charmap.Windows1251, russian)},
		{"Russian KOI8-R", encode(t, charmap.KOI8R, russian)},
		{"Russian 866", encode(t, charmap.CodePage866, russian)},
		{"Greek 1253", encode(t, charmap.Windows1253, "Ο πρωθυπουργός δήλωσε ότι η συνάντηση θα γίνει στην Αθήνα.")},
		{"Chinese GBK", encode(t, simplifiedchinese.GBK, "国务院总理李强在杭州同俄罗斯总理举行会晤。")},
		{"Japanese Shift-JIS", encode(t, japanese.ShiftJIS, "首相は記者会見で東京での会談について述べた。")},
		{"German MacRoman", encode(t, charmap.Macintosh, german)},
		{"German 850", encode(t, charmap.CodePage850, german)},
		{"Norwegian MacRoman", encode(t, charmap.Macintosh, norwegian)},
		{"German 850 without ü", encode(t, charmap.CodePage850, "Er kam später, hörte zu, und das war es dann auch schon wieder.")},
		{"Lithuanian 1257", encode(t, charmap.Windows1257, "Ministrė pirmininkė sakė, kad šalių bendradarbiavimas vėl stiprėja ir plėsis toliau, įskaitant žemės ūkį.")},
		{"Croatian 1250", encode(t, charmap.Windows1250, "Predsjednik je rekao da će se sljedeći sastanak održati u Zagrebu, gdje će biti riječi o gospodarstvu i češće o energiji.")},
		{"UTF-8 cut off", german + german[:strings.Index(german, "ß")+1]},
		{"UTF-8 cut off in its first letter", german[:strings.Index(german, "ß")+1]},
		{"UTF-8 with a broken letter", german + "M\xfcnchen"},
		{"one Turkish name in English", "President Erdo\xf0an was in Brussels on Monday and said that it was for the best."},
		{"bytes that no encoding has", "M\xfcnchen \x81 und"},
		{"control characters", "M\xfcnchen und \x01\x02"},
	} {
		if got, err := Decode(c.raw); err == nil {
			t.Errorf("%s is taken for certain: %q", c.what, got)
		}
	}
}

func TestUTF16(t *testing.T) {
	for raw, want := range map[string]string{
		"\xff\xfea\x00\x3d\xd8\x00\xde": "a😀", "\xfe\xff\x00a\xd8\x3d\xde\x00": "a😀", "\xff\xfe": "",
	} {
		if got, err := Decode(raw); err != nil || got != want {
			t.Errorf("%q: %q, %v", raw, got, err)
		}
	}
	for _, bad := range []string{"\xff\xfea", "\xff\xfe\x3d\xd8", "\xff\xfe\x3d\xd8a\x00", "\xff\xfe\x00\xde", "\xff\xfe\x00\x00a\x00\x00\x00"} {
		if got, err := Decode(bad); err == nil {
			t.Errorf("%q is read as %q", bad, got)
		}
	}
}
