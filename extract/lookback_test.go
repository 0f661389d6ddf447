package extract

import (
	"slices"
	"strings"
	"testing"

	"extract/model"
)

// A look back over a series names one sitting a paragraph and leaves the noun out; what
// is counted there of other things is none.
func TestLookBack(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The second Summit of the Americas was held in Santiago in 1998, the third in Quebec City.\n\nHe was the star of the fifth, held in Port of Spain in 2009.\n\nIn Cartagena in 2012, at the sixth, drugs were on the table.", "summit-of-the-americas/2 summit-of-the-americas/3 summit-of-the-americas/5 summit-of-the-americas/6"},
		{"The third Summit of the Americas was held in Quebec City in 2001.\n\nIn Rome in 2004 he came in the fifth car.", "summit-of-the-americas/3"},
		{"The third Summit of the Americas was held in Quebec City in 2001.\n\nThe ninth, held in Rome in 2004, was of another kind.", "summit-of-the-americas/3"},
		{"The 12th WTO ministerial conference was held in Geneva in June 2022. A second one was called for Nairobi in 2024.", "wto-ministerial/12"},
		{"The fourth finance ministers and central bank governors' meeting was held in Durban.", "x:en:meeting::finance-minister-central-bank-governor/4"},
		{"It is the first G20 summit on African soil.", ""},
		{"The third round of the Open-ended Working Group was held in Vienna.", "x:en:round::group/3"},
	} {
		found := sessionsOf("en", c.text)
		slices.Sort(found)
		if got := strings.Join(slices.Compact(found), " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// An article that looks back on a year says it once.
func TestReview(t *testing.T) {
	for _, c := range []struct{ date, text, want string }{
		{"", "Rückblick\n\nFür die Diplomaten war 2019 ein Jahr der Gipfel.\n\nAm 9. Februar tagten sie in Wien, am 16. in Rom.\n\nIm Herbst folgte Bern.", "2019 2019-02-09 2019-02-16 2019-23"},
		{"2025-11-05", "Rückblick auf 2019\n\nDie Minister tagten in Wien und sprachen lange über die Lage.\n\nIm Mai kamen sie nach Rom.", "2019 2019-05"},
		{"2025-11-05", "Gipfel 2019\n\nDie Minister tagten in Wien und sprachen lange über die Lage.\n\nIm Mai kamen sie nach Rom.", "2019 2025-05"},
		{"2025-11-05", "Rückblick auf 2019\n\nDie Minister tagten in Wien und sprachen lange über die Lage.\n\nAm 3. Dezember werden sie in Rom tagen.", "2019 2025-12-03"},
	} {
		var found []string
		for _, r := range testEngine().Extract(Document{Name: "test", Lang: "de", DefaultDate: c.date, Text: c.text}).Records {
			if r, ok := r.(*model.Date); ok {
				found = append(found, r.Value)
			}
		}
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// The perfect tells of the past in its own clause, unless it tells of what is planned.
func TestPerfect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Er hat am Montag den Vertrag unterzeichnet, der bis 2030 gilt.", "2025-11-03 ../2030"},
		{"Nachdem er am Montag den Minister getroffen hat, reist er nach Rom.", "2025-11-03"},
		{"Er hat zugesagt, am Freitag nach Rom zu reisen.", "2025-11-07"},
		{"Er hat für Freitag eine Sitzung angekündigt.", "2025-11-07"},
		{"Er wird am Freitag Gelegenheit haben, ihn zu treffen.", "2025-11-07"},
	} {
		var found []string
		for _, r := range testEngine().Extract(Document{Name: "test", Lang: "de", DefaultDate: "2025-11-05", Text: c.text}).Records {
			if r, ok := r.(*model.Date); ok {
				found = append(found, r.Value)
			}
		}
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// What dates a page or a passage is what its head, its sentence or the hour above it
// tells, and not the article's day.
func TestDatesOfPassages(t *testing.T) {
	for _, c := range []struct{ date, text, want string }{
		{"", "The week in Europe\n\nWeek of 17–23 November 2025\n\nMinisters meet in Brussels to talk of the budget and of very little else, as far as anybody can tell.\n\nFRIDAY 21\nA vote in Rome. The talks go on until Sunday.", "2025-11-17/2025-11-23 2025-11-21 ../2025-11-23"},
		{"2025-11-10", "Live\n\nSunday 23.50\n\nIt opened this afternoon.\n\nSunday 21.05\n\nThey have arrived.\n\nSaturday 19.00\n\nMinisters met this morning.", "2025-11-09T23:50 2025-11-09 2025-11-09T21:05 2025-11-08T19:00 2025-11-08"},
		{"2025-11-03", "He opened it on 13 April 2018: his predecessor had resigned on 21 March over a scandal.", "2018-04-13 2018-03-21"},
		{"2025-04-03", "The law of 13 April 2018 was struck down by the court on 21 March.", "2018-04-13 2025-03-21"},
		{"2025-11-03", "At the summit of 4 and 5 November 2005 they asked for talks the following year.", "2005-11-04/2005-11-05 2006"},
		{"2025-11-03", "Trade grew in FY 2024/25, more than in the preceding year.", "2024/2025 2023/2024"},
		{"2025-11-03", "It was founded in 1992.\n\nThe first summit came in May 1996. In February ministers met.\n\nRiga had its turn in 2008. On 3 June the summit opened.\n\nThe last one was in 2012.", "1992 1996-05 1997-02 2008 2008-06-03 2012"},
		{"2025-11-03", "It was founded in 1992.\n\nThe first summit came in May 1996.\n\nRiga had its turn in 2008, Turku in 2012.\n\nOn 3 June it was put off.", "1992 1996-05 2008 2012 2012-06-03"},
		{"2025-11-03", "The bank was founded in 1992. In February it lent more than in 2008.", "1992 2025-02 2008"},
		{"2024-05-20", "The bank was founded on 16 October 2012 in Oslo and publishes its report in December.", "2012-10-16 2024-12"},
		{"2024-05-20", "Ministers of the two countries met on 3 May in Oslo.\n\nThe council was founded in 2005, grew in 2008, moved to Rome in 2010 and was renamed in 2012.\n\nThe ministers signed the pact on 4 May. On 16 May parliament approved it.", "2024-05-03 2005 2008 2010 2012 2024-05-04 2024-05-16"},
		{"2024-05-20", "The council was founded in 2005 and grew in 2008.\n\nIt moved to Rome in 2010 and was renamed in 2012.\n\nThe ministers signed the pact on 4 May.", "2005 2008 2010 2012 2024-05-04"},
		{"2024-05-20", "He said that Eurozone March inflation came in at 2.4 percent, and Toyota April sales fell 5 percent.", "2024-03 2024-04"},
		{"2024-05-20", "The director Liang Jun said that it went well, and Liang Jun later told them so.", ""},
		{"2025-11-03", "In 1987 he led the party. On 15 May he resigned.", "1987 1987-05-15"},
	} {
		var found []string
		for _, r := range testEngine().Extract(Document{Name: "test", Lang: "en", DefaultDate: c.date, Text: c.text}).Records {
			if r, ok := r.(*model.Date); ok {
				found = append(found, r.Value)
			}
		}
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}
