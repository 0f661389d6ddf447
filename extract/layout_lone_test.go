package extract

import (
	"strings"
	"testing"

	"extract/model"
)

// A document of one line is text, be it only a day, a number or a menu entry.
func TestOneLineIsText(t *testing.T) {
	cues := testCues(t)
	for _, text := range []string{
		"Freitag, 18.07.14", "14./15.10.", "4.800", "2", "dieses Quartal", "3 November 2025", "Published 3 November 2025",
		"2025-11-03 08:12 UTC", "18.09.2019 um 12 Uhr", "Home", "China, Russia hold 29th session of the committee",
		"12/10/2024 | Meeting of the ministers in the capital of the province", "\n  Oslo, 3. mai 2019\r\n",
	} {
		l := layOut(text, "", cues, new(tokenRoom))
		if len(l.blocks) == 0 || !l.blocks[0].role.givesFacts() || !l.blocks[len(l.blocks)-1].role.givesFacts() {
			t.Errorf("%q: %s", text, describe(text, l))
		}
		if l.title != "" {
			t.Errorf("%q: title %q", text, l.title)
		}
	}
}

// A dateline alone on the first line of several is no headline.
func TestFirstLineIsDateline(t *testing.T) {
	cues := testCues(t)
	for _, first := range []string{"BAKU, Azerbaijan, Jan. 4", "OSLO, 3. mai", "Wien, 12. März"} {
		l := layOut(first+"\n\nThe committee met on Monday and discussed the trade between the two countries at length.\n", "", cues, new(tokenRoom))
		if l.title != "" || l.dateline == nil {
			t.Errorf("%q: title %q, dateline %v", first, l.title, l.dateline)
		}
	}
}

// Names and a day right below the title date a page that nothing else dates; a
// line with more to it does not.
func TestNamesAndDayBelowTitle(t *testing.T) {
	cues := testCues(t)
	const body = "\n\nThe mayors came to town on Monday and discussed the partnership of their cities at length.\n"
	for line, want := range map[string]string{
		"Hanna Lind June 12, 2025":                       "2025-06-12",
		"Turku Times, 12 June 2025. By Hanna Lind.":      "2025-06-12",
		"Hanna Lind in Turku 12 June 2025":               "2025-06-12",
		"Exhibition 10-12 June 2025":                     "",
		"Mayors ready for Turku meeting on 12 June 2025": "",
	} {
		if l := layOut("Four cities renew a friendship\n\n"+line+body, "", cues, new(tokenRoom)); l.published != want {
			t.Errorf("%q: published %q, not %q", line, l.published, want)
		}
	}
}

// A reporter in front of the place is no part of a dateline.
func TestReporterBeforePlace(t *testing.T) {
	cues := *testCues(t)
	cues.city = func(name string) bool { return name == "BURSA" || name == "Gebele" || name == "Bakü" }
	for _, line := range []string{"Kemal AYDIN-Ali KAYA/BURSA, (DHA) -", "Kemal Aydın / Gebele, 7 Ekim (İHA) –", "Bakü. 21 Kasım (APA) –"} {
		text := line + " The ministers of four countries agreed on a quota for cod in the end, their spokesman said after two days."
		d := layOut(text, "", &cues, new(tokenRoom)).dateline
		if d == nil || !cues.city(text[d.cityStart:d.cityEnd]) || d.start != d.cityStart || d.agency == "" {
			t.Errorf("%q: %+v", line, d)
		}
	}
}

// A table that ends a text belongs to it; rows of menus and what stands under a
// table do not.
func TestTableAtTheEnd(t *testing.T) {
	cues := testCues(t)
	const body = "Trade between two countries\n\nThe ministers said on Monday that trade between their countries had grown in each of the last three years.\n\n"
	for end, want := range map[string]blockRole{
		"Year | Exports | Imports\n\n2023 | 4 million | 5 million\n\n2024 | 6 million | 7 million":                                roleBody,
		"Year | Exports | Imports\n\n2023 | 4 million | 5 million\n\n2024 | 6 million | 7 million\n\nOffice of the Ministry":      roleBoilerplate,
		"Home | Contact | Imprint\n\nPrivacy | Cookies | Sitemap":                                                                 roleBoilerplate,
		"Dollar 42.05 | Euro 48.61 | Gold 5.412 | Oil 64.2\n\nHome | Contact\n\nImprint\n\nAll rights reserved for the publisher": roleBoilerplate,
	} {
		l := layOut(body+end+"\n", "", cues, new(tokenRoom))
		if got := l.blocks[len(l.blocks)-1].role; got.givesFacts() != want.givesFacts() {
			t.Errorf("%q ends as %v\n%s", end, got, describe(body+end, l))
		}
	}
}

// Two spaces between all words part no more than one does.
func TestSpacedTwice(t *testing.T) {
	cues := testCues(t)
	page := "Four cities renew a friendship\n\nPublished 12 June 2025 by Hanna Lind\n\nThe mayors came to town on Monday and discussed the partnership of their cities at length.\n\nTags: cities, partners\n"
	one, two := layOut(page, "", cues, new(tokenRoom)), layOut(strings.ReplaceAll(page, " ", "  "), "", cues, new(tokenRoom))
	if title := strings.ReplaceAll(two.title, "  ", " "); title != one.title || title == "" || two.published != one.published {
		t.Errorf("title %q, published %q, not %q, %q", title, two.published, one.title, one.published)
	}
	if len(two.blocks) != len(one.blocks) {
		t.Errorf("%d parts, not %d", len(two.blocks), len(one.blocks))
	}
}

// TestCalendarKeepsItsEntries: short lines at the end of a page are links, but not
// the entries of a calendar and a list of days.
func TestCalendarKeepsItsEntries(t *testing.T) {
	cues := testCues(t)
	const head = "Was die Woche bringt\n\nDie Anleger warten in dieser Woche auf neue Zahlen zur Inflation im Euroraum.\n\n"
	for text, want := range map[string]blockRole{
		head + "Montag, 24. November\n10:00 Ifo-Index\n\nDienstag, 25. November\n16:30 Umsatz im Handel": roleBody,
		head + "Die Termine\n22. Januar 2026\n12. März 2026\n22. April 2026":                             roleBody,
		head + "Mehr zum Thema\nInflation sinkt weiter\nEZB vor dem Entscheid\n16:30 Handel legt zu":     roleBoilerplate,
		head + "Ifo-Index steigt überraschend\nHandel legt im Herbst zu\nBörse schließt im Plus":         roleBoilerplate,
	} {
		blocks := layOut(text, "", cues, new(tokenRoom)).blocks
		if got := blocks[len(blocks)-1].role; got != want {
			t.Errorf("%q: the last line is %s, want %s", text, roleNames[got], roleNames[want])
		}
	}
}

// The last day of a fair, in a list at the foot of a page, is not when it was published.
func TestStretchDatesNoPage(t *testing.T) {
	body := "Die Wirtschaft wächst\n\nDie Wirtschaft ist gewachsen, sagte der Minister am Montag in Wien vor den Gästen.\n\nDas ist ein weiterer Satz, damit der Artikel lang genug ist und niemand ihn für eine Liste hält.\n\n"
	for _, c := range []struct{ line, want string }{
		{"Messe, Almaty: 1. bis 3. Oktober 2025", ""},
		{"Forum: 29.–30. Mai 2025", ""},
		{"Messe, Almaty: 1. und 2. Oktober 2025", ""},
		{"Messe, Almaty: 29. September bis 3. Oktober 2025", ""},
		{"Messe, Oslo: 1. til og med 3. oktober 2025", ""},
		{"Fair, Almaty: May 29 to June 3, 2025", ""},
		{"Stand: 3. Oktober 2025", "2025-10-03"},
	} {
		for _, r := range testEngine().Extract(Document{Name: "test", Lang: "de", Text: body + c.line + "\n"}).Records {
			if a, ok := r.(*model.Article); ok && a.Published != c.want {
				t.Errorf("%q: published %q, want %q", c.line, a.Published, c.want)
			}
		}
	}
}
