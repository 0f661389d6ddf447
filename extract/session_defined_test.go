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
