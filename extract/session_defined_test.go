package extract

import (
	"slices"
	"strings"
	"testing"
)

// A body whose abbreviation stands in brackets is counted by that.
func TestDefinedBodies(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The Joint Ministerial Commission (JMC) was set up in 1998. The 8th JMC was held in Hanoi.", "x:en:meeting::commission/8"},
		{"en", "The Kenya-India Joint Commission (JC) met in 2020. The 4th JC reviewed progress.", "x:en:meeting:IN-KE:commission/4"},
		{"en", "They held the 5th India-Kenya Joint Trade Committee (JTC) meeting. The 6th JTC is planned in Delhi.", "x:en:meeting:IN-KE:trade-committee/5 x:en:meeting:IN-KE:trade-committee/6"},
		{"de", "Die österreichisch-vietnamesische Gemischte Wirtschaftskommission (GWK) gibt es seit 1990. Die 8. GWK fand in Wien statt.", "x:de:meeting:AT-VN:wirtschaftskommission/8"},
		{"nb", "Den norsk-russiske fiskerikommisjonen (NRF) møttes i 1976. Den 55. NRF fant sted i Murmansk.", "x:nb:meeting:NO-RU:fiskerikommisjon/55"},
		{"en", "The National Defense Committee (NDC) met. It was the 3rd NDC report for its 8th NDC Chairman.", ""},
		{"en", "The Labour Party (LP) won. It was the 3rd LP since 1990.", ""},
		{"de", "Der Gemeinsame Ausschuss (GA) tagte. Der 9. GA-Bericht fehlt.", ""},
		{"en", "The 8th JMC was held in Hanoi.", ""},
	} {
		if got := strings.Join(slices.Compact(sessionsOf(c.lang, c.text)), " "); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.lang, c.text, got, c.want)
		}
	}
}

// What a body is for goes on to the countries whose ties it looks after; a country
// alone behind the sitting is where it is.
func TestTies(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "He chaired the 21st meeting of the joint committee for economic, cultural and technical cooperation between Vietnam and Cambodia.", "x:en:meeting:KH-VN:committee-cultural-cooperation/21"},
		{"nb", "Han ledet det 21. møtet i den blandede komiteen for økonomisk, kulturelt og teknisk samarbeid mellom Vietnam og Kambodsja.", "x:nb:meeting:KH-VN:komite-økonomisk-kulturelt-teknisk-samarbeid/21"},
		{"de", "Er leitete die 21. Sitzung der gemischten Kommission für kulturelle, technische und andere Zusammenarbeit zwischen Vietnam und Kambodscha.", "x:de:session:KH-VN:kommission-kulturelle-zusammenarbeit/21"},
		{"nb", "Han ledet det 21. møtet i komiteen for handel, og Vietnam og Kambodsja deltok.", "x:nb:meeting::komite-handel/21"},
		{"en", "They agreed to hold the 22nd meeting in Vietnam in 2027.", "x:en:meeting::/22"},
		{"de", "Die 22. Sitzung in Vietnam folgt 2027.", "x:de:session::/22"},
		{"nb", "De avholder det 22. møtet i Vietnam i 2027.", "x:nb:meeting::/22"},
		{"nb", "Den 14. kongressen i Vietnams kommunistiske parti åpner.", "communist-party-vietnam/14"},
		{"nb", "De møttes på ASEAN-toppmøtet. Han deltar på G20s 20. toppmøte.", "g20/20"},
	} {
		if got := strings.Join(slices.Compact(sessionsOf(c.lang, c.text)), " "); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.lang, c.text, got, c.want)
		}
	}
}
