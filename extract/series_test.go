package extract

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"extract/model"
)

var testEngine = sync.OnceValue(func() *Engine {
	engine, err := New(Options{})
	if err != nil {
		panic(err)
	}
	return engine
})

// sessionsOf gives the values of the sessions in a text, sorted.
func sessionsOf(lang, text string) []string {
	var values []string
	for _, r := range testEngine().Extract(Document{Name: "test", Lang: lang, Date: "2025-11-05", Text: text}).Records {
		if s, ok := r.(*model.Session); ok {
			values = append(values, s.Value)
		}
	}
	slices.Sort(values)
	return values
}

// testSessions checks the sessions in texts: language, text, values.
func testSessions(t *testing.T, cases [][3]string) {
	t.Helper()
	for _, c := range cases {
		if got := strings.Join(slices.Compact(sessionsOf(c[0], c[1])), " "); got != c[2] {
			t.Errorf("%s %q: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// One sitting has one name in all languages.
func TestSeriesInFourLanguages(t *testing.T) {
	for _, c := range []struct{ want, lang, text string }{
		{"cn-ru-heads-of-government/27", "en", "The Chinese and Russian premiers held the 27th regular meeting of heads of government by video link."},
		{"cn-ru-heads-of-government/27", "de", "Die Regierungschefs Chinas und Russlands kamen zu ihrem 27. regelmäßigen Treffen der Regierungschefs zusammen."},
		{"cn-ru-heads-of-government/27", "nb", "Kina og Russland holdt det 27. ordinære møtet mellom regjeringssjefene på video."},
		{"cn-ru-heads-of-government/27", "tr", "Çin ve Rusya başbakanları 27. olağan toplantısını video konferansla yaptı."},
		{"cn-ru-heads-of-government-committee/26", "en", "In Guangzhou, China and Russia convened the 26th session of the committee for regular meetings of heads of government."},
		{"cn-ru-heads-of-government-committee/26", "de", "China und Russland hielten die 26. Sitzung der Kommission zur Vorbereitung der regelmäßigen Treffen der Regierungschefs ab."},
		{"cn-ru-heads-of-government-committee/26", "tr", "Çin ile Rusya, Hükümet Başkanları Düzenli Toplantıları Komitesi'nin 26. oturumunu düzenledi."},

		{"un-general-assembly/74", "en", "He spoke at the 74th session of the United Nations General Assembly."},
		{"un-general-assembly/74", "de", "Er sprach auf der 74. Tagung der UN-Generalversammlung."},
		{"un-general-assembly/74", "nb", "Han talte på FNs hovedforsamlings 74. sesjon."},
		{"un-general-assembly/74", "tr", "BM Genel Kurulu'nun 74. oturumunda konuştu."},
		{"un-general-assembly/74", "en", "World leaders come to New York for UNGA 74."},

		{"ticad/6", "en", "TICAD VI was held in Nairobi."},
		{"un-environment-assembly/6", "en", "Delegates of UNEA gathered. The sixth session was held in Nairobi."},
		{"ticad/6", "de", "Die TICAD VI fand in Nairobi statt."},
		{"ticad/6", "nb", "TICAD VI ble holdt i Nairobi."},
		{"ticad/6", "tr", "TICAD VI Nairobi'de yapıldı."},
		{"eu-celac/4", "en", "The fourth summit between the EU and CELAC opened in Santa Marta."},
		{"eu-celac/4", "de", "Das vierte Gipfeltreffen zwischen der EU und der CELAC begann in Santa Marta."},
		{"eu-celac/4", "nb", "Det fjerde toppmøtet mellom EU og Celac åpnet i Santa Marta."},

		{"x:en:session::human-right-council-special/38", "en", "It was adopted at the 38th special session of the Human Rights Council."},
		{"x:de:session::un-menschenrechtsrat-special/38", "de", "Der Beschluss fiel auf der 38. Sondersitzung des UN-Menschenrechtsrats."},

		{"cop-climate/27", "en", "Delegates left COP27 without a deal."},
		{"cop-climate/27", "de", "Die 27. Weltklimakonferenz endete in Scharm el-Scheich."},
		{"cop-climate/27", "nb", "FNs 27. klimakonferanse ble holdt i Egypt."},
		{"cop-climate/27", "tr", "BM 27. İklim Değişikliği Konferansı Mısır'da yapıldı."},

		{"cpc-congress/19", "en", "The 19th National Congress of the Communist Party of China opened on Wednesday."},
		{"cpc-congress/19", "de", "Der 19. Parteitag der Kommunistischen Partei Chinas begann am Mittwoch."},
		{"cpc-congress/19", "nb", "Den 19. partikongressen i Kinas kommunistparti åpnet onsdag."},
		{"cpc-congress/19", "tr", "Çin Komünist Partisi 19. Ulusal Kongresi çarşamba günü başladı."},
		{"cpc-central-committee/6", "en", "The sixth plenary session of the 19th CPC Central Committee adopted a resolution."},
		{"cpc-central-committee/6", "de", "Die sechste Plenartagung des 19. Zentralkomitees der KP Chinas nahm einen Beschluss an."},

		{"asean/44", "en", "Laos hosted the 44th ASEAN Summit."},
		{"asean/44", "de", "Laos war Gastgeber des 44. ASEAN-Gipfels."},
		{"asean/44", "nb", "Laos var vert for det 44. Asean-toppmøtet."},
		{"asean/44", "tr", "Laos, 44. ASEAN Zirvesi'ne ev sahipliği yaptı."},
		{"east-asia-summit/18", "en", "The 18th East Asia Summit was held in Jakarta."},
		{"east-asia-summit/18", "de", "Der 18. Ostasiengipfel fand in Jakarta statt."},
		{"east-asia-summit/18", "nb", "Det 18. østasiatiske toppmøtet ble holdt i Jakarta."},
		{"east-asia-summit/18", "tr", "18. Doğu Asya Zirvesi Cakarta'da yapıldı."},

		{"brics/14", "en", "China chaired the 14th BRICS summit."},
		{"brics/14", "de", "China leitete den 14. BRICS-Gipfel."},
		{"brics/14", "nb", "Kina ledet det 14. Brics-toppmøtet."},
		{"brics/14", "tr", "Çin, BRICS'in 14. zirvesine başkanlık etti."},
		{"sco-heads-of-state/22", "en", "The 22nd meeting of the Council of Heads of State of the Shanghai Cooperation Organization took place in Samarkand."},
		{"sco-heads-of-state/22", "en", "The 22nd SCO summit took place in Samarkand."},
		{"sco-heads-of-state/22", "de", "Der 22. Gipfel der Shanghaier Organisation für Zusammenarbeit fand in Samarkand statt."},
		{"sco-heads-of-state/22", "nb", "Det 22. toppmøtet i Shanghai-samarbeidsorganisasjonen ble holdt i Samarkand."},
		{"sco-heads-of-state/22", "tr", "Şanghay İşbirliği Örgütü'nün 22. zirvesi Semerkant'ta yapıldı."},
		{"sco-heads-of-government/23", "en", "Islamabad hosted the 23rd meeting of the SCO Council of Heads of Government."},
		{"organization-of-turkic-states/9", "en", "Samarkand hosted the ninth summit of the Organization of Turkic States."},
		{"organization-of-turkic-states/9", "de", "Der neunte Gipfel der Organisation der Turkstaaten fand in Samarkand statt."},
		{"organization-of-turkic-states/9", "tr", "Türk Devletleri Teşkilatı 9. Zirvesi Semerkant'ta düzenlendi."},

		{"nordic-council/73", "en", "Copenhagen hosted the 73rd session of the Nordic Council."},
		{"nordic-council/73", "de", "In Kopenhagen begann die 73. Sitzung des Nordischen Rates."},
		{"nordic-council/73", "nb", "Nordisk råds 73. sesjon ble holdt i København."},
		{"nordic-council/73", "tr", "İskandinav Konseyi'nin 73. oturumu Kopenhag'da yapıldı."},

		{"g7/47", "en", "Britain hosted the 47th G7 summit."},
		{"g7/47", "de", "Großbritannien war Gastgeber des 47. G7-Gipfels."},
		{"g20/17", "tr", "Bali, 17. G20 Liderler Zirvesi'ne ev sahipliği yaptı."},
		{"eu-china/23", "en", "The 23rd EU-China summit was held by video."},
		{"eu-china/23", "de", "Der 23. EU-China-Gipfel fand per Video statt."},
		{"eu-china/23", "nb", "Det 23. toppmøtet mellom EU og Kina foregikk på video."},
		{"eu-china/23", "tr", "23. AB-Çin Zirvesi video konferansla yapıldı."},
		{"spief/25", "en", "The 25th St. Petersburg International Economic Forum opened on Wednesday."},
		{"spief/25", "tr", "25. St. Petersburg Uluslararası Ekonomi Forumu çarşamba günü başladı."},
		{"munich-security-conference/58", "en", "He attended the 58th Munich Security Conference."},
		{"munich-security-conference/58", "de", "Er nahm an der 58. Münchner Sicherheitskonferenz teil."},
		{"gcc/43", "en", "The 43rd Gulf Cooperation Council summit was held in Riyadh."},
		{"arab-league/32", "en", "Jeddah hosted the 32nd Arab League summit."},
		{"arab-league/32", "tr", "Cidde, 32. Arap Birliği Zirvesi'ne ev sahipliği yaptı."},
		{"wto-ministerial/12", "en", "The 12th WTO Ministerial Conference met in Geneva."},
		{"unesco-general-conference/41", "en", "The 41st session of the General Conference of UNESCO was held in Paris."},
		{"communist-party-vietnam/13", "de", "Der 13. Parteitag der Kommunistischen Partei Vietnams wählte ihn wieder."},
		{"apec-leaders/29", "en", "Bangkok hosted the 29th APEC Economic Leaders' Meeting."},
	} {
		if got := sessionsOf(c.lang, c.text); !slices.Contains(got, c.want) || len(got) != 1 {
			t.Errorf("%s %q: %v, want %s", c.lang, c.text, got, c.want)
		}
	}
}

// What names a host or a noun of a listed series is not yet the series.
func TestOtherSittingsOfHosts(t *testing.T) {
	for _, c := range []struct{ lang, text, not string }{
		{"en", "ASEAN fishery experts gathered for the 7th meeting of the ASEAN Fisheries Consultative Forum.", "asean/"},
		{"en", "NATO's military committee held its 190th meeting in Brussels.", "nato/"},
		{"en", "The two prime ministers held their third meeting this year.", "cn-ru-heads-of-government/"},
		{"de", "Der Bundeskanzler kam zum dritten Treffen mit den Ministerpräsidenten der Länder zusammen.", "cn-ru-heads-of-government/"},
		{"en", "The United Arab Emirates hosted the third summit of mayors.", "arab-league/"},
		{"tr", "Birleşik Arap Emirlikleri üçüncü belediye başkanları zirvesine ev sahipliği yaptı.", "arab-league/"},
		{"nb", "Statsministeren hadde sitt tredje møte med fylkesordførerne.", "cn-ru-heads-of-government/"},
	} {
		for _, got := range sessionsOf(c.lang, c.text) {
			if strings.HasPrefix(got, c.not) {
				t.Errorf("%s %q: %s", c.lang, c.text, got)
			}
		}
	}
}

// A body in the genitive, a conference named by one word, and numbers of four
// digits that are no years.
func TestOwnersOfSittings(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"nb", "Den norsk-russiske fiskerikommisjonens 55. sesjon ble holdt i Oslo.", "x:nb:session:NO-RU:fiskerikommisjon/55"},
		{"nb", "Asiabankens 58. årsmøte samlet 5000 i Milano.", "x:nb:meeting::asiabanken/58"},
		{"nb", "Østersjøkonferansen holdt sitt 34. møte i Mariehamn.", "x:nb:meeting::østersjøkonferansen/34"},
		{"en", "The India-Kenya joint commission's 5th meeting was held in Delhi.", "x:en:meeting:IN-KE:commission/5"},
		{"de", "Die 1059. Sitzung des Bundesrats fand statt.", "x:de:session::bundesrat/1059"},
		{"nb", "Den norsk-chilenske samarbeidskomiteen møttes i Santiago for femte gang.", "x:nb:meeting:CL-NO:samarbeidskomite/5"},
		{"nb", "Toppmøtet mellom EU og Japan ble holdt for trettiende gang.", "eu-japan/30"},
		{"nb", "For andre gang i år møtes statsministrene til toppmøte.", ""},
		{"de", "Die deutsch-japanische Arbeitsgruppe tagte am Montag zum zwölften Mal.", "x:de:meeting:DE-JP:arbeitsgruppe/12"},
		{"de", "Der Rat beschloss das zum dritten Mal.", ""},
		{"de", "Das war im Jahr 2019. Sitzung und Beratung folgten.", ""},
	} {
		if got := strings.Join(sessionsOf(c.lang, c.text), " "); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.lang, c.text, got, c.want)
		}
	}
}
