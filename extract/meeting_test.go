package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"extract/model"
)

// meetingsOf gives the meetings in a text of 5 November 2025, sorted: value,
// status, date, city, chairs.
func meetingsOf(lang, text string) []string {
	var all []string
	for _, r := range testEngine().Extract(Document{Name: "test", Lang: lang, Date: "2025-11-05", Text: text}).Records {
		if m, ok := r.(*model.Meeting); ok {
			all = append(all, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s %s", m.Value, m.Status, m.Date, m.City, strings.Join(m.Chairs, ", "))), " "))
		}
	}
	slices.Sort(all)
	return all
}

func testMeetings(t *testing.T, cases [][3]string) {
	t.Helper()
	for _, c := range cases {
		if got := strings.Join(meetingsOf(c[0], c[1]), "; "); got != c[2] {
			t.Errorf("%s %q:\n got %s\nwant %s", c[0], c[1], got, c[2])
		}
	}
}

// A sentence that opens with what was before or after a sitting tells of something else.
func TestBesideEvent(t *testing.T) {
	testMeetings(t, [][3]string{
		{"de", "Nach dem 47. ASEAN-Gipfel am 26. Oktober in Kuala Lumpur flog er am 28. Oktober nach Rom.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"de", "Im Anschluss an den 47. ASEAN-Gipfel flog er am 28. Oktober nach Rom.", "asean/47 held"},
		{"de", "Im Vorfeld des 47. ASEAN-Gipfels traf er am Montag in Rom den Präsidenten.", "asean/47 mentioned"},
		{"de", "Nach langer Pause fand der 47. ASEAN-Gipfel am 26. Oktober in Kuala Lumpur statt.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"de", "Nach Angaben des Ministers wird der 48. ASEAN-Gipfel am 3. Mai in Manila abgehalten.", "asean/48 planned 2026-05-03 Manila"},
	})
}

// What was put off or called off, and took place after all, was held then and there.
func TestHeldAfterAll(t *testing.T) {
	testMeetings(t, [][3]string{
		{"en", "The 47th ASEAN summit was postponed in April and finally took place in Kuala Lumpur on 26 October 2025.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"en", "The 47th ASEAN summit, planned for May in Jakarta, was cancelled. It was eventually held in Kuala Lumpur on 26 October.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"de", "Der 47. ASEAN-Gipfel wurde im Mai abgesagt. Er fand schließlich am 26. Oktober in Kuala Lumpur statt.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"nb", "Det 47. ASEAN-toppmøtet ble avlyst i mai. Det ble til slutt holdt i Kuala Lumpur 26. oktober.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		{"tr", "47. ASEAN Zirvesi iptal edildi. Zirve nihayet 26 Ekim 2025'te Kuala Lumpur'da yapıldı.", "asean/47 held 2025-10-26 Kuala Lumpur"},
		// It stays off: nothing says that it took place, or another did.
		{"en", "The 47th ASEAN summit in Jakarta was cancelled. The host finally gave in.", "asean/47 cancelled Jakarta"},
		{"en", "The 47th ASEAN summit in Jakarta was cancelled. The 48th was eventually held in Manila on 8 May 2025.", "asean/47 cancelled Jakarta; asean/48 held 2025-05-08 Manila"},
		{"de", "Der 47. ASEAN-Gipfel in Jakarta wurde abgesagt. Die Gäste reisten ab.", "asean/47 cancelled Jakarta"},
	})
}

// What is put off is planned for the day named for it, else it is off; when it was
// put off is not when it is.
func TestPutOff(t *testing.T) {
	testMeetings(t, [][3]string{
		{"en", "The third meeting of the EU-Japan Committee was postponed to 3 December.", "x:en:meeting:EU-JP:committee/3 planned 2025-12-03"},
		{"en", "The third meeting of the EU-Japan Committee was postponed on Monday.", "x:en:meeting:EU-JP:committee/3 cancelled"},
		{"de", "Die dritte Sitzung des EU-Japan-Ausschusses wurde auf den 3. Dezember verschoben.", "x:de:session:EU-JP:ausschuss/3 planned 2025-12-03"},
		{"de", "Die dritte Sitzung des EU-Japan-Ausschusses wurde am Montag verschoben.", "x:de:session:EU-JP:ausschuss/3 cancelled"},
		{"de", "Die dritte Sitzung des EU-Japan-Ausschusses war zweimal verschoben und am 9. Juni 2022 abgehalten worden.", "x:de:session:EU-JP:ausschuss/3 held 2022-06-09"},
		{"nb", "Det tredje møtet i EU-Japan-komiteen er utsatt.", "x:nb:meeting:EU-JP:komite/3 cancelled"},
		{"nb", "Det tredje møtet i EU-Japan-komiteen er utsatt til 3. desember.", "x:nb:meeting:EU-JP:komite/3 planned 2025-12-03"},
		{"tr", "AB-Japonya Komitesi'nin üçüncü toplantısı 3 Aralık'a ertelendi.", "x:tr:meeting:EU-JP:komite/3 planned 2025-12-03"},
		{"tr", "AB-Japonya Komitesi'nin üçüncü toplantısı pazartesi günü ertelendi.", "x:tr:meeting:EU-JP:komite/3 cancelled"},
		{"en", "The Visegrad summit planned for 20 November in Budapest was cancelled.", "visegrad-group@2025-11-20 cancelled 2025-11-20 Budapest"},
	})
}

// An article may be about a meeting that it gives no number, and a sitting may be
// what something later came of.
func TestMeetingsOfNoNumber(t *testing.T) {
	testMeetings(t, [][3]string{
		{"de", "Der Quad-Gipfel in Wilmington fand am 21. September 2024 statt.", "quad@2024-09-21 held 2024-09-21 Wilmington"},
		{"nb", "Quad-toppmøtet ble holdt i Wilmington 21. september 2024.", "quad@2024-09-21 held 2024-09-21 Wilmington"},
		{"en", "NATO leaders gathered in The Hague for a summit on 24 June 2025.", "nato@2025-06-24 held 2025-06-24 The Hague"},
		{"de", "Im November 1975 trafen sich sechs Präsidenten. Aus dem ersten G7-Gipfel wurde ein Jahr später eine Gruppe.", "g7/1 held 1975-11"},
		{"en", "Leaders met in November 1975. The second G7 summit was held a year later.", "g7/2 held 1976-11"},
		{"en", "NATO and ASEAN leaders gathered for a summit on 24 June 2025.", "x:en:summit::@2025-06-24 held 2025-06-24"},
		{"en", "NATO leaders met with China for a summit on 24 June 2025.", "x:en:summit::@2025-06-24 held 2025-06-24"},
		// The headline names it, and the text ends with the sentence that tells of it.
		{"en", "47th ASEAN summit opens\n\nLeaders gathered in Kuala Lumpur on Monday.", "asean/47 held 2025-11-03 Kuala Lumpur"},
		{"en", "Leaders gathered for a NATO exercise and a summit on 24 June 2025.", "x:en:summit::@2025-06-24 held 2025-06-24"},
	})
}

// Who chairs may be told by a pronoun, with somebody else beside it.
func TestChairsByPronoun(t *testing.T) {
	testMeetings(t, [][3]string{
		{"en", "Chinese Premier Li Qiang arrived in Moscow on Sunday. On Monday he chaired the 18th BRICS summit.", "brics/18 held 2025-11-03 Moscow Li Qiang"},
		{"en", "Norwegian Foreign Minister Espen Barth Eide flew to New Delhi. He co-chaired the 7th meeting of the Norwegian-Indian joint commission with Indian Foreign Minister Subrahmanyam Jaishankar.", "x:en:meeting:IN-NO:commission/7 held New Delhi Espen Barth Eide, S. Jaishankar"},
		{"de", "Außenminister Johann Wadephul reiste nach Kiew. Dort leitete er die 7. Sitzung der Deutsch-Ukrainischen Kommission.", "x:de:session:DE-UA:kommission/7 held Kyiv Johann Wadephul"},
		{"nb", "Utenriksminister Espen Barth Eide reiste til Kiev. Mandag ledet han det 7. møtet i den norsk-ukrainske kommisjonen.", "x:nb:meeting:NO-UA:kommisjon/7 held 2025-11-03 Kyiv Espen Barth Eide"},
		// Who leads something else chairs no sitting.
		{"de", "Die 7. Sitzung der Deutsch-Ukrainischen Kommission endete am Montag. Minister Johann Wadephul war zufrieden. Bis 2017 leitete er die Abteilung.", "x:de:session:DE-UA:kommission/7 held 2025-11-03"},
		{"en", "The 47th ASEAN summit ended. Foreign Minister Espen Barth Eide spoke. He led the party until 2014.", "asean/47 held"},
		{"nb", "Utenriksminister Espen Barth Eide talte. Han deltok på det 47. ASEAN-toppmøtet.", "asean/47 held"},
	})
}

// A sitting lasts from the day on which it opens to that on which it closes, or as many
// days as it is said to.
func TestDaysOfMeetings(t *testing.T) {
	testMeetings(t, [][3]string{
		{"tr", "Üç gün süren 47. ASEAN Zirvesi dün sona erdi.", "asean/47 held 2025-11-02/2025-11-04"},
		{"tr", "Kuzey Konseyi'nin 12. toplantısı 17 Mayıs 2024'te Oslo'da sona erdi. Üç günlük toplantı gelecek yıl yapılacak.", "nordic-council/12 held 2024-05-17 Oslo"},
		{"tr", "47. ASEAN Zirvesi yarın Kuala Lumpur'da başlıyor ve iki gün sürecek.", "asean/47 planned 2025-11-06/2025-11-07 Kuala Lumpur"},
		{"tr", "Pazartesi günü Kuala Lumpur'da başlayan 47. ASEAN Zirvesi, salı günü bildirinin imzalanmasıyla sona erdi.", "asean/47 held 2025-11-03/2025-11-04 Kuala Lumpur"},
		{"tr", "47. ASEAN Zirvesi 17 Kasım'da başlayıp 19'unda bitecek.", "asean/47 planned 2025-11-17/2025-11-19"},
		{"tr", "47. ASEAN Zirvesi pazartesi Kuala Lumpur'da başladı. Zirve perşembe gününe kadar sürecek.", "asean/47 ongoing 2025-11-03/2025-11-06 Kuala Lumpur"},
		{"en", "The 47th ASEAN summit opened in Kuala Lumpur on Monday. The summit runs until Thursday.", "asean/47 ongoing 2025-11-03/2025-11-06 Kuala Lumpur"},
		// A calendar tells of more than one meeting.
		{"tr", "Haftaya bakış\n\n3 Kasım 2025, Pazartesi\n\nÇARŞAMBA\nTicaret Bakanı Ömer Bolat konuşacak.\n\nPERŞEMBE\n47. ASEAN Zirvesi Kuala Lumpur'da yapılacak.\n\nCUMA\nFed, 16-17 Eylül toplantısının tutanaklarını yayımlayacak.", "asean/47 planned 2025-11-06 Kuala Lumpur"},
		// What ends or lasts so long is something else.
		{"tr", "47. ASEAN Zirvesi dün üç günlük tatilin ardından yapıldı.", "asean/47 held 2025-11-04"},
		{"tr", "47. ASEAN Zirvesi dün yapıldı. Fuar ise üç gün sürecek.", "asean/47 held 2025-11-04"},
	})
}

// The body may stand in front of a clause about its sitting, and a sitting that is told
// of beside another one counts on from the last.
func TestBodyAcrossClause(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "The 36th OPEC+ meeting was held in Vienna. The 190th OPEC meeting followed.", "opec-plus/36 opec/190"},
		{"de", "Das 36. OPEC+-Treffen fand in Wien statt, das 190. OPEC-Treffen auch.", "opec-plus/36 opec/190"},
		{"nb", "Det 36. OPEC+-møtet ble holdt i Wien.", "opec-plus/36"},
		{"tr", "36. OPEC+ Toplantısı Viyana'da yapıldı.", "opec-plus/36"},
		{"tr", "Türkiye-Katar Karma Ekonomik Komisyonunun Doha'da düzenlenen 5. Dönem Toplantısı sona erdi.", "x:tr:meeting:QA-TR:komisyon/5"},
		{"tr", "Türkiye-Katar KEK'in gelecek yıl yapılacak 6. Toplantısı", "x:tr:meeting:QA-TR:komisyon/6"},
		{"tr", "24. zirve Minsk'te yapıldı.\n\nBir önceki zirvenin iptal edildiğini hatırlatan bakan, 25'incisinin Pekin'de yapılacağını söyledi.", "x:tr:summit::/24 x:tr:summit::/25"},
		{"tr", "Türkiye-Katar Komisyonu raporu onayladı. Doha'da düzenlenen 5. toplantı sona erdi.", "x:tr:meeting::/5"},
		{"tr", "24. zirve Minsk'te yapıldı.\n\nBir önceki maçı kaybeden takım, 25'incisinde kazandı.", "x:tr:summit::/24"},
	})
}

// In a list each sitting may close the item that tells when and where it was.
func TestMeetingsOfList(t *testing.T) {
	testMeetings(t, [][3]string{
		{"tr", "Türkiye-Katar Konseyi altıncı kez toplandı.\n\nKonseyin kısa tarihi iniş çıkışlarla dolu. Birincisi 14 Mayıs 2010'da Doha'da yapıldı. 2014'ün Aralık ayında Doha'da üçüncüsü, 8 Mart 2016'da İzmir'de dördüncüsü toplandı.",
			"x:tr:meeting:QA-TR:konsey/1 held 2010-05-14 Doha; x:tr:meeting:QA-TR:konsey/3 held 2014-12 Doha; x:tr:meeting:QA-TR:konsey/4 held 2016-03-08 Izmir; x:tr:meeting:QA-TR:konsey/6 held"},
		{"tr", "2014'te Malabo'da düzenlenen ASEAN Zirvesi'nin üçüncüsü 16 Aralık 2021'de yine Manila'da toplandı.", "asean/3 held 2021-12-16 Manila"},
		{"tr", "24. zirve 5 Mayıs 2023'te Minsk'te, 25.si 6 Mayıs 2024'te Pekin'de yapıldı.", "x:tr:summit::/24 held 2023-05-05 Minsk; x:tr:summit::/25 held 2024-05-06 Beijing"},
	})
}

// A sitting may be called the edition of a listed series, and of no other.
func TestEditions(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "The 28th edition of the St. Petersburg International Economic Forum opened.", "spief/28"},
		{"en", "He spoke at the 20th edition of the G20 summit.", "g20/20"},
		{"de", "Die 61. Auflage der Münchner Sicherheitskonferenz begann.", "munich-security-conference/61"},
		{"nb", "Den 30. utgaven av ASEAN-toppmøtet er over.", "asean/30"},
		{"en", "The 30th edition of the film festival opened.", ""},
		{"de", "Das Wörterbuch erscheint in der 30. Auflage.", ""},
		{"nb", "Den 30. utgaven av NATO-boka er i salg.", ""},
		{"tr", "24. zirve Minsk'te, 25.si Pekin'de yapıldı.", "x:tr:summit::/24 x:tr:summit::/25"},
	})
}

// A sitting lasts from the day on which one sentence lets it open to that on which
// another lets it close; the heads of both delegations chair one of two countries.
func TestDaysAndChairsTold(t *testing.T) {
	testMeetings(t, [][3]string{
		{"nb", "Den 18. sesjonen i Den blandede norsk-russiske kommisjon åpnet i Moskva mandag. Den ble avsluttet onsdag.", "x:nb:session:NO-RU:kommisjon/18 held 2025-11-03/2025-11-05 Moscow"},
		{"en", "The 47th ASEAN summit closed in Kuala Lumpur on Tuesday. The summit had opened on Monday.", "asean/47 held 2025-11-03/2025-11-04 Kuala Lumpur"},
		{"nb", "Den 18. sesjonen i Den blandede norsk-russiske kommisjon åpnet i Moskva mandag. Den var nyttig.", "x:nb:session:NO-RU:kommisjon/18 held 2025-11-03 Moscow"},
		{"nb", "Partene møttes i Tromsø 14. mai (13. møte) og i Murmansk 2. oktober (14. møte).", "x:nb:meeting::/13 held 2025-05-14 Tromsø; x:nb:meeting::/14 held 2025-10-02 Murmansk"},
		{"nb", "Det 10. møtet i EU-Japan-komiteen (Rovaniemi, 4. september 2024) var nyttig.", "x:nb:meeting:EU-JP:komite/10 held 2024-09-04 Rovaniemi"},
		{"nb", "Den 54. sesjonen i Den norsk-russiske fiskerikommisjon var i Oslo 31. oktober. Den norske delegasjonen ble ledet av statssekretær Kari Moen, mens Russlands viseminister Ilja Petrov ledet den russiske.", "x:nb:session:NO-RU:fiskerikommisjon/54 held 2025-10-31 Oslo Kari Moen, Ilya Petrov"},
		{"nb", "Den 54. sesjonen i Nordisk råd var i Oslo 31. oktober. Den norske delegasjonen ble ledet av statssekretær Kari Moen, mens Sveriges minister Ylva Berg ledet den svenske.", "nordic-council/54 held 2025-10-31 Oslo"},
	})
}

// Sittings may be counted by those before them, or by what their sentence says of them.
func TestCountedSittings(t *testing.T) {
	testMeetings(t, [][3]string{
		{"nb", "Kommisjonen har hatt seks møter. Det sjuende holdes i Oslo i mai 2026.", "x:nb:meeting::/7 planned 2026-05 Oslo"},
		{"nb", "De har vunnet tre kamper, og den fjerde spilles i Bergen lørdag.", ""},
		{"nb", "Natos toppmøte i Ankara i juli 2026 blir det trettisjette.", "nato/36 planned 2026-07 Ankara"},
		{"nb", "Møtet i Oslo er den 17.", ""},
		{"en", "The NATO summit in Ankara in July 2026 will be the 36th.", "nato/36 planned 2026-07 Ankara"},
		// What the verb says it of is something else.
		{"en", "At the summit in Oslo she said that her country's economy is the 36th.", "x:en:summit:: held Oslo"},
		{"en", "Forty-nine states signed, and the meeting said Chad is the fiftieth.", ""},
		{"en", "At the summit in Oslo her country is the 36th.", "x:en:summit:: mentioned Oslo"},
		{"en", "A word about Mercosur. The 67th summit will be held in Foz do Iguaçu on 20 December.", "mercosur/67 planned 2025-12-20 Foz do Iguaçu"},
		{"en", "The ASEAN Summit was praised.\n\nA paragraph about nothing at all.\n\nThe people of the town liked the idea of the thing a lot because it was cheap and it was good for them. The 67th summit will be held in Rome in December. Mercosur is a trade bloc.", "asean/67 planned 2025-12 Rome"},
		{"nb", "Den 3. sesjonen i Nordisk råd var i Oslo i 2023, og Jakarta er vert for den fjerde.", "nordic-council/3 held 2023 Oslo; nordic-council/4 mentioned Jakarta"},
	})
}
