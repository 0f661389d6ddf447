package extract

import "testing"

// A body whose abbreviation stands in brackets is counted by that.
func TestDefinedBodies(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "The Joint Ministerial Commission (JMC) was set up in 1998. The 8th JMC was held in Hanoi.", "x:en:meeting::commission/8"},
		{"en", "The Kenya-India Joint Commission (JC) met in 2020. The 4th JC reviewed progress.", "x:en:meeting:IN-KE:commission/4"},
		{"en", "They held the 5th India-Kenya Joint Trade Committee (JTC) meeting. The 6th JTC is planned in Delhi.", "x:en:meeting:IN-KE:committee/5 x:en:meeting:IN-KE:committee/6"},
		{"de", "Die österreichisch-vietnamesische Gemischte Wirtschaftskommission (GWK) gibt es seit 1990. Die 8. GWK fand in Wien statt.", "x:de:meeting:AT-VN:wirtschaftskommission/8"},
		{"nb", "Den norsk-russiske fiskerikommisjonen (NRF) møttes i 1976. Den 55. NRF fant sted i Murmansk.", "x:nb:meeting:NO-RU:fiskerikommisjon/55"},
		{"en", "The National Defense Committee (NDC) met. It was the 3rd NDC report for its 8th NDC Chairman.", ""},
		{"en", "The Labour Party (LP) won. It was the 3rd LP since 1990.", ""},
		{"de", "Der Gemeinsame Ausschuss (GA) tagte. Der 9. GA-Bericht fehlt.", ""},
		{"en", "The 8th JMC was held in Hanoi.", ""},
	})
}

// A body that comes together for a sitting gives it its name, and sittings counted
// first are numbered behind the verb.
func TestGatheredBodies(t *testing.T) {
	testSessions(t, [][3]string{
		{"de", "Der Gemischte Ausschuss tritt im Mai in Rom zur zweiten Sitzung zusammen.", "x:de:session::ausschuss/2"},
		{"de", "Im Ausschuss traf man sich zur zweiten Sitzung des Rates in Rom.", "x:de:session::rat/2"},
		{"de", "Der Ausschuss sprach über die zweite Sitzung.", ""},
		{"de", "Zwei Sitzungen hielt die Kommission ab, die 99. und die 100. Beide waren lang.", "x:de:session::/100 x:de:session::/99"},
		{"de", "Er hielt Sitzungen in Wien ab, die 99. Bilanz.", ""},
		{"de", "Die 1540. Sitzung des Rates war lang.", "x:de:session::rat/1540"},
		{"de", "Das war 2010. Sitzungen gab es keine.", ""},
		{"de", "Der fünfte Strategische Dialog fand in Rom statt.", "x:de:meeting::/5"},
	})
}

// What a body is for goes on to the countries whose ties it looks after; a country
// alone behind the sitting is where it is.
func TestTies(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "He chaired the 21st meeting of the joint committee for economic, cultural and technical cooperation between Vietnam and Cambodia.", "x:en:meeting:KH-VN:committee-cultural/21"},
		{"nb", "Han ledet det 21. møtet i den blandede komiteen for økonomisk, kulturelt og teknisk samarbeid mellom Vietnam og Kambodsja.", "x:nb:meeting:KH-VN:komite-kulturelt/21"},
		{"de", "Er leitete die 21. Sitzung der gemischten Kommission für kulturelle, technische und andere Zusammenarbeit zwischen Vietnam und Kambodscha.", "x:de:session:KH-VN:kommission-kulturelle/21"},
		{"nb", "Han ledet det 21. møtet i komiteen for handel, og Vietnam og Kambodsja deltok.", "x:nb:meeting::komite-handel/21"},
		{"en", "They agreed to hold the 22nd meeting in Vietnam in 2027.", "x:en:meeting::/22"},
		{"de", "Die 22. Sitzung in Vietnam folgt 2027.", "x:de:session::/22"},
		{"nb", "De avholder det 22. møtet i Vietnam i 2027.", "x:nb:meeting::/22"},
		{"nb", "Den 14. kongressen i Vietnams kommunistiske parti åpner.", "communist-party-vietnam/14"},
		{"nb", "De møttes på ASEAN-toppmøtet. Han deltar på G20s 20. toppmøte.", "g20/20"},
	})
}

// A body named in full and for short, or by several nouns for its sittings, has
// one series; two bodies of the same countries have two.
func TestOneBodyOneSeries(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "The 14th session of the Turkish-Azerbaijani Intergovernmental Commission on Trade and Economic Cooperation was held in Baku. The 13th session of the Turkish-Azerbaijani commission was held in Ankara.", "x:en:session:AZ-TR:commission/13 x:en:session:AZ-TR:commission/14"},
		{"en", "The 4th session of the Turkish-Azerbaijani Commission on Health was held in Baku. The 5th meeting of the Turkish-Azerbaijani commission is planned.", "x:en:session:AZ-TR:commission-health/4 x:en:session:AZ-TR:commission-health/5"},
		{"de", "Die 14. Sitzung der Deutsch-Ukrainischen Regierungskommission war in Kiew. Die 13. Tagung der deutsch-ukrainischen Kommission war in Bonn.", "x:de:session:DE-UA:regierungskommission/13 x:de:session:DE-UA:regierungskommission/14"},
		{"nb", "Den norsk-indiske felleskommisjonen møttes mandag. Det var det sjuende møtet i felleskommisjonen.", "x:nb:meeting:IN-NO:felleskommisjonen/7"},
		{"de", "Die Gemischte Kommission Österreich–Aserbaidschan tagte am Montag. Es war die zwölfte Sitzung des Gremiums.", "x:de:session:AT-AZ:kommission/12"},
		{"tr", "Türkiye-Fransa Ekonomi ve Ticaret Ortak Komitesi (JETCO) 7. Dönem Toplantısı Paris'te yapıldı. JETCO'nun 6. toplantısı İstanbul'daydı.", "x:tr:meeting:FR-TR:komite/6 x:tr:meeting:FR-TR:komite/7"},
		{"tr", "Türkiye-Romanya 27. Dönem KEK Toplantısı yapıldı.", "x:tr:meeting:RO-TR:komisyon/27"},
		{"en", "The Belarusian-Chinese committee meets every year. The last two sessions, the fifth and the sixth, were held online.", "x:en:session:BY-CN:committee/5 x:en:session:BY-CN:committee/6"},
		{"de", "Der 25. Deutsch-Französische Ministerrat tagte am Freitag in Toulon.", "x:de:meeting:DE-FR:ministerrat/25"},
		{"en", "The 8th India-Kenya Joint Commission was held in Delhi on 3 May 2025.", "x:en:meeting:IN-KE:commission/8"},
		{"en", "At the 67th session of CSW, members spoke.", "un-commission-status-of-women/67"},
		// No sitting: a body with a number, and what a code is only a part of.
		{"en", "The second EU-Japan committee will have ten members.", ""},
		{"de", "Der zweite Deutsch-Ukrainische Rat hat zehn Mitglieder.", ""},
		{"en", "The third meeting of the COP bureau was in Bonn.", "x:en:meeting::cop/3"},
		{"nb", "Den 77. sesjonen i Nordisk råd ble holdt i Stockholm. Forslaget falt med 41 mot 33.", "nordic-council/77"},
		// Not one: other countries, another field, another body.
		{"en", "The 4th session of the Turkish-Azerbaijani commission was held. The 9th session of the Turkish-Georgian commission follows.", "x:en:session:AZ-TR:commission/4 x:en:session:GE-TR:commission/9"},
		{"en", "The 4th session of the Norwegian-Russian Fisheries Commission was held. The 9th session of the Norwegian-Russian Commission on Culture follows.", "x:en:session:NO-RU:commission-culture/9 x:en:session:NO-RU:fisheries-commission/4"},
		{"de", "Der deutsch-ukrainische Beirat tagte am Montag. Es war der dritte Sitzungstag der Woche.", ""},
	})
}
