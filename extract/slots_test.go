package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"extract/model"
)

// factsOf returns the facts of a text that was published on Wednesday
// 2025-11-05, written as type, value and the slots that are asked for.
func factsOf(t *testing.T, lang, text string, types ...string) []string {
	t.Helper()
	e, err := New(Options{Types: types, NoArticle: true})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range e.Extract(Document{Name: "test", Text: text, Lang: lang, Date: "2025-11-05"}).Records {
		value, _ := r.Identity()
		switch r := r.(type) {
		case *model.Money:
			out = append(out, fmt.Sprintf("%s %s%s", value, r.Currency, quantity(&r.Quantity, "")))
		case *model.Percent:
			out = append(out, value+" "+r.Unit+quantity(&r.Quantity, r.Baseline))
		case *model.Meeting:
			s := r.Value + " " + r.Status
			for _, v := range []string{r.Date, r.City, r.Country, r.Venue, strings.Join(r.Chairs, "+")} {
				if v != "" {
					s += " " + v
				}
			}
			out = append(out, s)
		default:
			out = append(out, value)
		}
	}
	return out
}

func quantity(q *model.Quantity, baseline string) string {
	s := ""
	if q.ValueMax != nil {
		s += " max=" + q.ValueMax.String()
	}
	for _, f := range [][2]string{{"bound", q.Bound}, {"trend", q.Trend}, {"period", q.Period}, {"baseline", baseline}} {
		if f[1] != "" {
			s += " " + f[0] + "=" + f[1]
		}
	}
	return s
}

type slotCase struct {
	lang, text string
	want       []string
}

func checkSlots(t *testing.T, cases []slotCase, types ...string) {
	t.Helper()
	for _, c := range cases {
		if got := factsOf(t, c.lang, c.text, types...); !slices.Equal(got, c.want) {
			t.Errorf("%s %q:\n got %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

// TestQuantities asks what the words around say of sums and percentages.
func TestQuantities(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "In 2023 exports rose by 12 percent to 45 billion euros.", []string{"12 percent trend=up period=2023", "45000000000 EUR trend=up period=2023"}},
		{"en", "Imports fell 3.5 percent compared with 2022.", []string{"3.5 percent trend=down baseline=2022"}},
		{"en", "The loan of 2 to 3 million dollars is for a bridge.", []string{"2000000 USD max=3000000"}},
		{"en", "The bank cut its rate by 25 basis points to 4.25 percent.", []string{"25 basis-point trend=down", "4.25 percent trend=down"}},
		{"en", "Exports were 3 billion dollars in 2023.\n\nThe plan for 2030 is ready. Imports in that period were 4 billion dollars.", []string{"3000000000 USD period=2023", "4000000000 USD period=2023"}},
		{"en", "Imports were 3 billion dollars. In 2010 it was otherwise.\n\nThe plan for 2030 is ready. Exports in that period were 4 billion dollars.", []string{"3000000000 USD", "4000000000 USD"}},
		{"de", "Der Handel stieg 2023 um 4 Prozent auf mehr als 80 Milliarden Euro.", []string{"4 percent trend=up period=2023", "80000000000 EUR bound=min trend=up period=2023"}},
		{"de", "Die Ausfuhren sanken gegenüber 2022 um 3,5 Prozent.", []string{"3.5 percent trend=down baseline=2022"}},
		{"nb", "Handelen økte i 2023 med 4 prosent, til over 80 milliarder kroner.", []string{"4 percent trend=up period=2023", "80000000000 NOK bound=min trend=up period=2023"}},
		{"nb", "De skal bruke 5 prosent: 3,5 på hæren og 1,5 på veier.", []string{"5 percent", "3.5 percent", "1.5 percent"}},
		{"nb", "De fikk 5 prosent: 3 kvinner og 2 menn.", []string{"5 percent"}},
		{"nb", "Prisveksten var 3,5 prosent, mens kjerneinflasjonen holdt seg på 3,1.", []string{"3.5 percent", "3.1 percent"}},
		{"nb", "Prisveksten var 3,5 prosent, mens veksten holdt seg i 3,1 millioner hjem.", []string{"3.5 percent"}},
		{"nb", "Prisen var 687 kroner i august, ned fra 842 kroner i mai.", []string{"687 NOK trend=down period=2025-08", "842 NOK period=2025-05"}},
		{"nb", "Eksporten økte fra 9 milliarder kroner til nesten 12 milliarder kroner.", []string{"9000000000 NOK", "12000000000 NOK bound=approx trend=up"}},
		{"nb", "Andelen falt til 9 prosent, fra 12 prosent.", []string{"9 percent trend=down", "12 percent"}},
		{"nb", "Inntektene fra turister økte med 9 prosent.", []string{"9 percent trend=up"}},
		{"de", "Der Anteil sank von knapp 12 auf 9 Prozent.", []string{"12 percent bound=approx", "9 percent trend=down"}},
		{"en", "The share fell from almost 12 to about 9 percent.", []string{"12 percent bound=approx", "9 percent bound=approx trend=down"}},
		{"de", "Norwegen gibt 2025 5 Milliarden Kronen, Schweden 17 Milliarden Kronen.", []string{"5000000000 NOK period=2025", "17000000000 SEK period=2025"}},
		{"en", "The fund lowered its forecast for world growth in 2025 from 3.3 to 3.2 percent.", []string{"3.3 percent period=2025", "3.2 percent trend=down period=2025"}},
		{"nb", "Banken senket anslaget for veksten i 2025 til 1,2 prosent.", []string{"1.2 percent trend=down period=2025"}},
		{"de", "Die Wirtschaft soll 2024 um 3 Prozent und 2025 um 2,7 Prozent wachsen.", []string{"3 percent trend=up period=2024", "2.7 percent trend=up period=2025"}},
		{"de", "Der Gewinn stieg auf 12 Millionen Euro nach 9 Millionen Euro.", []string{"12000000 EUR trend=up", "9000000 EUR"}},
		{"de", "Das war ein Anstieg von 9 Prozent, auf dem sich niemand ausruht.", []string{"9 percent trend=up"}},
		{"tr", "Ticaret hacmi 2023'te yüzde 4 artarak 80 milyar doları aştı.", []string{"4 percent trend=up period=2023", "80000000000 USD bound=min trend=up period=2023"}},
		{"tr", "Bankada 6 milyar dolarlık açık ortaya çıktı.", []string{"6000000000 USD"}},
		{"tr", "Öne çıkan 14 milyar dolarlık proje başladı.", []string{"14000000000 USD"}},
		{"tr", "Şirketin 5 milyar dolarlık çıkarları var.", []string{"5000000000 USD"}},
		{"tr", "Şirket payını 5 milyar dolara çıkarıyor.", []string{"5000000000 USD trend=up"}},
	}, "money", "percent")
}

// TestMeetings asks for the slots of meetings in sentences of all languages.
func TestMeetings(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "The 44th ASEAN summit was held in Vientiane on 9 October 2024.", []string{"asean/44 held 2024-10-09 Vientiane LA"}},
		{"de", "Der 44. ASEAN-Gipfel fand am 9. Oktober 2024 in Vientiane statt.", []string{"asean/44 held 2024-10-09 Vientiane LA"}},
		{"nb", "Det 44. Asean-toppmøtet ble holdt i Vientiane 9. oktober 2024.", []string{"asean/44 held 2024-10-09 Vientiane LA"}},
		{"tr", "44. ASEAN Zirvesi 9 Ekim 2024'te Vientiane'de yapıldı.", []string{"asean/44 held 2024-10-09 Vientiane LA"}},
		{"en", "The 18th G20 summit took place in New Delhi in September 2023, the 19th in Rio de Janeiro in November 2024, and South Africa will host the 20th on 22 November 2025.",
			[]string{"g20/18 held 2023-09 New Delhi IN", "g20/19 held 2024-11 Rio de Janeiro BR", "g20/20 planned 2025-11-22 ZA"}},
		{"en", "The 30th session of the joint commission between Norway and Russia, due in Oslo on 3 May 2022, was cancelled.", []string{"x:en:session:NO-RU:commission/30 cancelled 2022-05-03 Oslo NO"}},
		// A year that somebody speaks of there is not when it was.
		{"tr", "13. Ekonomik İşbirliği Teşkilatı Zirvesi'nde konuşan başkan, \"Payımız 2015'te yüzde 6,2 idi\" dedi.", []string{"eco/13 held"}},
		{"en", "At the 44th ASEAN summit in Vientiane the premier said, “Our trade was small in 2015.”", []string{"asean/44 held Vientiane LA"}},
	}, "meeting")
}

// TestNoFacts holds for text that only looks like facts.
func TestNoFacts(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "Version 2.4.1 runs on port 8080; call +47 22 24 90 90 or see 192.168.1.12/24.", nil},
		{"en", "They won 3-1 in the 61st minute and marched on; he may be 14 years old.", nil},
		{"de", "Kapitel 4.2 beschreibt die Agenda 2000 und die 5. Sinfonie; er ist 14 Jahre alt.", nil},
		{"nb", "Han bor i Storgata 5 og løp 100 meter på 12,3 sekunder.", nil},
		{"tr", "Sürüm 2.4.1 çıktı; maç 3-1 bitti ve kendisi 14 yaşında.", nil},
	}, "date", "session", "official", "money", "percent", "meeting")
}

// TestExplain asks the trace for what was kept and for the reason of a refusal.
func TestExplain(t *testing.T) {
	e, err := New(Options{Explain: true, NoArticle: true})
	if err != nil {
		t.Fatal(err)
	}
	kept, dropped := false, false
	for _, tr := range e.Extract(Document{Name: "test", Text: "Intro.\n\nOn 31 May 2024 they met; it was not 31 February 2024.", Lang: "en"}).Trace {
		kept = kept || tr.Kept && tr.Value == "2024-05-31" && tr.Line == 3 && tr.Column == 4 && tr.Rule != ""
		dropped = dropped || !tr.Kept && tr.Reason != "" && strings.Contains(tr.Text, "February")
	}
	if !kept || !dropped {
		t.Errorf("kept %v, dropped %v", kept, dropped)
	}
	// A refusal is told once, however often it is asked for.
	told := 0
	for _, tr := range e.Extract(Document{Name: "test", Text: "They held the third session on trust, and the team is host to the fourth.", Lang: "en"}).Trace {
		if !tr.Kept && tr.Text == "third session" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("a refusal is told %d times", told)
	}
}

// TestRepeatedFacts merges what is said twice, the first mention leading.
func TestRepeatedFacts(t *testing.T) {
	e, err := New(Options{NoArticle: true, Types: []string{"date"}})
	if err != nil {
		t.Fatal(err)
	}
	records := e.Extract(Document{Name: "test", Text: "In May 2021 and again in May 2021.", Lang: "en"}).Records
	if len(records) != 1 || len(records[0].Base().Mentions) != 2 || records[0].Base().Start > records[0].Base().Mentions[1].Start {
		t.Errorf("%d records", len(records))
	}
}

// TestTypesChangeNothing holds ids and slots still when fewer types are written.
func TestTypesChangeNothing(t *testing.T) {
	text := "Premier Li Qiang chaired the 30th session in Ningbo on 3 November 2025; trade rose 5 percent to 80 billion dollars."
	lines := func(types ...string) map[string]bool {
		e, err := New(Options{Types: types})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]bool{}
		for _, r := range e.Extract(Document{Name: "test", Text: text, Lang: "en"}).Records {
			out[string(r.AppendJSON(nil))] = true
		}
		return out
	}
	all := lines()
	for _, typ := range model.DefaultTypes() {
		some := lines(typ)
		if len(some) < 2 {
			t.Errorf("--types %s gives no fact", typ)
		}
		for line := range some {
			if !all[line] {
				t.Errorf("with --types %s another line: %s", typ, line)
			}
		}
	}
}

// TestUnnumberedMeetings asks for the meeting that an article is about where none is
// numbered. Parliaments and news conferences are none.
func TestUnnumberedMeetings(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "The East Asia Summit opened in Kuala Lumpur on Monday. Leaders spoke of trade.", []string{"east-asia-summit@2025-11-03 held 2025-11-03 Kuala Lumpur MY"}},
		{"en", "The World Economic Forum will open in Davos on 19 January 2026.", []string{"world-economic-forum@2026-01-19 planned 2026-01-19 Davos CH"}},
		{"de", "Der Ostasiengipfel begann am Montag in Kuala Lumpur.", []string{"east-asia-summit@2025-11-03 held 2025-11-03 Kuala Lumpur MY"}},
		{"nb", "Østasia-toppmøtet åpnet i Kuala Lumpur mandag.", []string{"east-asia-summit@2025-11-03 held 2025-11-03 Kuala Lumpur MY"}},
		{"tr", "Doğu Asya Zirvesi pazartesi günü Kuala Lumpur'da başladı.", []string{"east-asia-summit@2025-11-03 held 2025-11-03 Kuala Lumpur MY"}},
		{"en", "Leaders gathered for the APEC Economic Leaders' Meeting in Gyeongju on 31 October 2025.", []string{"apec-leaders@2025-10-31 held 2025-10-31 Gyeongju KR"}},
		{"en", "The meeting of the ministers in Oslo on 3 November was short.", nil},
		{"en", "Experts spoke at the World Water Congress in Toronto on 11 August 2024.", []string{"x:en:congress::world-water@2024-08-11 held 2024-08-11 Toronto CA"}},
		{"en", "China's National People's Congress opened in Beijing on Thursday.", nil},
		{"de", "Der Nationale Volkskongress in China hat am Donnerstag in Peking getagt.", nil},
		{"nb", "Folkekongressen i Kina åpnet i Beijing torsdag.", nil},
		{"tr", "Çin Ulusal Halk Kongresi perşembe günü Pekin'de açıldı.", nil},
		{"en", "The US Congress passed the budget on Tuesday.", nil},
		{"de", "Der US-Kongress hat am Dienstag den Haushalt verabschiedet.", nil},
		{"nb", "Kongressen i USA vedtok budsjettet tirsdag.", nil},
		{"tr", "ABD Kongresi salı günü bütçeyi kabul etti.", nil},
		{"en", "The African National Congress won the election in South Africa on Tuesday.", nil},
		{"en", "The minister told a news conference in Oslo on Tuesday that taxes would rise.", nil},
	}, "meeting")
}

// TestOtherSummits takes only those summits for meetings at which somebody meets.
func TestOtherSummits(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "World leaders gathered for a summit on Tuesday.", []string{"x:en:summit::@2025-11-04 held 2025-11-04"}},
		{"en", "She reached the summit of Mount Everest on Friday, Nepal's government said.", nil},
		{"en", "Two climbers died at the summit.", nil},
		{"de", "Der Gipfel endete heute.", []string{"x:de:summit::@2025-11-05 held 2025-11-05"}},
		{"de", "Die Schweizer Bergsteiger erreichten den Gipfel des Mount Everest.", nil},
		{"de", "Er steht auf dem Gipfel der Macht.", nil},
		{"nb", "Statslederne møttes til toppmøte i dag.", []string{"x:nb:summit::@2025-11-05 held 2025-11-05"}},
		{"tr", "Zirve bugün sona erdi.", []string{"x:tr:summit::@2025-11-05 held 2025-11-05"}},
		{"tr", "Altın fiyatları Türkiye'de zirve yaptı.", nil},
		{"tr", "Galatasaray ligin zirvesine yerleşti.", nil},
		{"tr", "Borsa İstanbul tarihi zirveyi gördü.", nil},
		{"tr", "Everest Dağı'nın zirvesine Nepal'den çıktılar.", nil},
	}, "meeting")
}

// TestNumberedBodies tells the number of a body from that of its sitting.
func TestNumberedBodies(t *testing.T) {
	checkSlots(t, []slotCase{
		{"en", "China opened the third session of the 14th National People's Congress in Beijing on Monday.", []string{"npc-china/3"}},
		{"de", "In China begann die dritte Tagung des 14. Nationalen Volkskongresses.", []string{"npc-china/3"}},
		{"en", "The 14th National People’s Congress elected a new chairman.", nil},
		{"de", "Der 14. Nationale Volkskongress wählte einen neuen Vorsitzenden.", nil},
		{"nb", "Den 14. nasjonale folkekongressen valgte en ny leder.", nil},
		{"tr", "14. Ulusal Halk Kongresi yeni başkanı seçti.", nil},
	}, "session")
}
