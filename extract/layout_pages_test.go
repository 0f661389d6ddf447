package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// skeleton is a page of testdata/layout.txt.
type skeleton struct {
	name  string
	want  map[string]string // what the page tells
	text  string
	parts []string // "role: text"
}

func readSkeletons(t testing.TB) []skeleton {
	t.Helper()
	data, err := os.ReadFile("testdata/layout.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []skeleton
	var s *skeleton
	glued := false // the page goes on in the line that is open
	for n, line := range strings.Split(string(data), "\n") {
		name, ok := strings.CutPrefix(line, "# ")
		switch {
		case ok:
			all = append(all, skeleton{name: name, want: map[string]string{}})
			s = &all[len(all)-1]
		case s == nil:
		case strings.HasPrefix(line, "= "):
			key, value, _ := strings.Cut(line[2:], ": ")
			s.want[key] = value
		case strings.TrimSpace(line) == "":
			if s.text != "" {
				s.text += "\n"
			}
		case strings.HasPrefix(line, "… "):
			rest := strings.TrimPrefix(line, "… ")
			s.text = strings.TrimSuffix(s.text, "\n") + "\n" + rest + "\n"
			s.parts[len(s.parts)-1] += "\n" + rest
		default:
			line, glued = strings.CutPrefix(line, "+")
			role, text, ok := strings.Cut(line, ": ")
			if !ok {
				t.Fatalf("line %d: no part: %s", n+1, line)
			}
			if glued {
				s.text = strings.TrimSuffix(s.text, "\n") + " " + text + "\n"
			} else {
				s.text += text + "\n"
			}
			s.parts = append(s.parts, role+": "+text)
		}
	}
	return all
}

func TestLayoutOfPages(t *testing.T) {
	cues := testCues(t)
	for _, s := range readSkeletons(t) {
		for _, v := range []struct {
			name   string
			change func(string) string
		}{
			{"as it is", func(s string) string { return s }},
			{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
			{"decomposed", norm.NFD.String},
			{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, ", ", ",\u00a0") }},
			{"indented", func(s string) string { return "  " + strings.ReplaceAll(s, "\n", " \n\t") }},
		} {
			t.Run(s.name+"/"+v.name, func(t *testing.T) {
				text := v.change(s.text)
				l := layOut(text, "", cues, new(tokenRoom))
				var got []string
				for _, b := range l.blocks {
					got = append(got, b.role.String()+": "+text[b.start:b.end])
				}
				for i := range max(len(got), len(s.parts)) {
					g, w := "", ""
					if i < len(got) {
						g = got[i]
					}
					if i < len(s.parts) {
						w = v.change(s.parts[i])
						w = strings.TrimSpace(w)
					}
					if v.name == "indented" {
						w = strings.ReplaceAll(w, " \n\t", "\n")
						g = strings.ReplaceAll(g, " \n\t", "\n")
					}
					if g != w {
						t.Errorf("got  %s\nwant %s", g, w)
						break
					}
				}
				told := map[string]string{"title": l.title, "published": l.published, "source": l.source}
				if d := l.dateline; d != nil {
					told["city"], told["day"], told["agency"] = text[d.cityStart:d.cityEnd], text[d.dateStart:d.dateEnd], d.agency
				}
				for key, want := range s.want {
					if want == "-" {
						want = ""
					}
					if got := norm.NFC.String(strings.ReplaceAll(told[key], "\u00a0", " ")); got != want {
						t.Errorf("%s %q, want %q", key, got, want)
					}
				}
				if l.dateline != nil && s.want["city"] == "" && s.want["agency"] == "" {
					t.Errorf("dateline %q", text[l.dateline.start:l.dateline.end])
				}
			})
		}
	}
}

// A record's own title is the title; the same words in the text are its headline.
func TestTitleOfTheRecord(t *testing.T) {
	cues := testCues(t)
	text := "Example News\n\nTalks end without result\n\nThe talks about the quota ended without a result on Tuesday. Both sides want to meet again in May, their spokesmen said.\n"
	l := layOut(text, "Talks End Without Result", cues, new(tokenRoom))
	if l.title != "Talks End Without Result" || l.blocks[1].role != roleTitle {
		t.Errorf("title %q, second part %s", l.title, l.blocks[1].role)
	}
	l = layOut(text, "Quota: no agreement", cues, new(tokenRoom))
	if l.title != "Quota: no agreement" || l.blocks[1].role != roleTitle {
		t.Errorf("title %q, second part %s", l.title, l.blocks[1].role)
	}
}

// Publication lines in the forms that sites use, after a headline.
func TestPublicationLines(t *testing.T) {
	cues := testCues(t)
	const body = "Ministers met in the capital on Monday to talk about the quota for the coming year. They did not agree, a spokesman said.\n"
	for _, c := range []struct{ line, want string }{
		{"2025-11-03", "2025-11-03"},
		{"All News 05:12 October 30, 2024", "2024-10-30T05:12"},
		{"Ada Obi Published November 03, 2025 | 11:29 PM", "2025-11-03T23:29"},
		{"2025-11-03 08:12", "2025-11-03T08:12"},
		{"2025-11-03T08:12:45Z", "2025-11-03T08:12"},
		{"2025-11-03T08:12:45.123+03:00", "2025-11-03T08:12"},
		{"2025/11/03", "2025-11-03"},
		{"2025.11.03 08:12", "2025-11-03T08:12"},
		{"03.11.2025", "2025-11-03"},
		{"3.11.2025 kl. 8.12", "2025-11-03T08:12"},
		{"03/11/2025 18:42", "2025-11-03T18:42"},
		{"03-11-2025", "2025-11-03"},
		{"13/11/2025", "2025-11-13"},
		{"11/13/2025", "2025-11-13"},
		{"11/03/2025 6:42 pm ET", "2025-11-03T18:42"},
		{"03.11.25, 18:42", "2025-11-03T18:42"},
		{"3 November 2025", "2025-11-03"},
		{"3rd November, 2025", "2025-11-03"},
		{"3rd of November 2025", "2025-11-03"},
		{"November 3rd, 2025", "2025-11-03"},
		{"Nov 3, 2025 8:12 AM", "2025-11-03T08:12"},
		{"Nov. 3, 2025, 8:12 p.m.", "2025-11-03T20:12"},
		{"12:05 a.m., November 3, 2025", "2025-11-03T00:05"},
		{"Monday, November 3, 2025 - 08:12", "2025-11-03T08:12"},
		{"Mon 3 Nov 2025 08.12 GMT", "2025-11-03T08:12"},
		{"03-Nov-2025", "2025-11-03"},
		{"03-Nov-25 8:12 AM", "2025-11-03T08:12"},
		{"Published 3 Nov 2025 at 08:12", "2025-11-03T08:12"},
		{"Posted on 3 November 2025 by admin", "2025-11-03"},
		{"By Jane Doe | 3 November 2025", "2025-11-03"},
		{"By Jane Doe, 3 November 2025", "2025-11-03"},
		{"Jane Doe · November 3, 2025", "2025-11-03"},
		{"Issued on: 03/11/2025 - 18:42Modified: 04/11/2025 - 09:00", "2025-11-03T18:42"},
		{"Updated: 4 Nov 2025 | Published: 3 Nov 2025", "2025-11-03"},
		{"Last updated: 4 November 2025", "2025-11-04"},
		{"Xinhua | Updated: 2025-11-03 08:12", "2025-11-03T08:12"},
		{"Xinhua) 08:12, November 03, 2025", "2025-11-03T08:12"},
		{"Montag, 3. November 2025", "2025-11-03"},
		{"Montag, 03. November 2025 Quelle :", "2025-11-03"},
		{"Mo., 3. Nov. 2025, 8.12 Uhr", "2025-11-03T08:12"},
		{"03.11.2025, 08:12 Uhr", "2025-11-03T08:12"},
		{"Von Erika Muster, 03.11.2025", "2025-11-03"},
		{"Erstellt am 3. November 2025 - Letzte Änderung 5. November 2025", "2025-11-03"},
		{"Erstellt: 03.11.2025 Aktualisiert: 04.11.2025, 10:15 Uhr", "2025-11-03"},
		{"Stand: 3. November 2025 08:12 Uhr", "2025-11-03T08:12"},
		{"dpa, 3. Jänner 2025", "2025-01-03"},
		{"Wien | 3. Februar 2025", "2025-02-03"},
		{"Publisert 3. november 2025", "2025-11-03"},
		{"Publisert: mandag 3. november 2025 kl. 08:12", "2025-11-03T08:12"},
		{"Mandag 3. november 2025 kl 08.12", "2025-11-03T08:12"},
		{"Sist oppdatert 04.11.2025 Publisert 03.11.2025", "2025-11-03"},
		{"Pressemelding | Dato: 03.11.2025 | Nr: 4/2025", "2025-11-03"},
		{"NTB 3. des. 2025 16:42", "2025-12-03T16:42"},
		{"3 Kasım 2025", "2025-11-03"},
		{"3 Kasım 2025 Pazartesi", "2025-11-03"},
		{"3 Kasım 2025, Pazartesi 08:12", "2025-11-03T08:12"},
		{"03 Kas 2025 - 08:12", "2025-11-03T08:12"},
		{"Giriş Tarihi: 3.11.2025 08:12 Son Güncelleme: 3.11.2025 09:30", "2025-11-03T08:12"},
		{"Yayınlanma: 03.11.2025 / 08:12", "2025-11-03T08:12"},
		{"Oluşturulma Tarihi: Kasım 03, 2025 08:12", "2025-11-03T08:12"},
		{"Haber Merkezi | 3 Kasım 2025 Pazartesi - 08:12", "2025-11-03T08:12"},
		{"Báo Ví Dụ    03/11/2025    08:12    A-  A  A+", "2025-11-03T08:12"},
		{"Báo Ví DụBáo Ví Dụ03/11/2025", "2025-11-03"},
		{"(Xinhua) 08:12, November 03, 2025", "2025-11-03T08:12"},
		{"Updated 20:11, 03-Nov-2025", "2025-11-03T20:11"},
		{"By Xinhua | news.example | Updated: 2025-11-03 08:12", "2025-11-03T08:12"},
		{"November 3, 2025\n20:15\nMoscow", "2025-11-03"},
		{"Ahmet Yılmaz   |03.11.2025 - Update : 04.11.2025", "2025-11-03"},
		{"VNA Monday, November 03, 2025 08:12", "2025-11-03T08:12"},
		{"Publisert 3. nov. 2025 kl. 16:42\nOppdatert 4. nov. 2025 kl. 09:00", "2025-11-03T16:42"},
		{"No: 234, 3 Kasım 2025", "2025-11-03"},
		{"Press release | 3 November 2025 | Brussels", "2025-11-03"},
		{"FOR IMMEDIATE RELEASE November 3, 2025", "2025-11-03"},
		{"Nr. 123/2025 vom 03.11.2025", "2025-11-03"},
		{"Pressemitteilung Nr. 12 vom 3. November 2025", "2025-11-03"},
		{"Ausgabe 2 vom 3. November 2025", "2025-11-03"},
		{"dpa, 14.30 am 3. November 2025", "2025-11-03"},
		{"Press release 2 of 3 November 2025", "2025-11-03"},
		{"By John Smith, 14.30 on 3 November 2025", "2025-11-03"},
		{"Pressemelding nr. 2 av 3. november 2025", "2025-11-03"},
		{"NTB kl. 14.30 den 3. november 2025", "2025-11-03"},
		{"Kl. 12 den 3. november 2025", "2025-11-03"},
		{"Pressemitteilung vom 3. November 2025", "2025-11-03"},
		{"Mon, 3 Nov 2025 08:12:00 +0000", "2025-11-03T08:12"},
		{"Nov. 3, 2025, 8:12 PM GMT+1 / Updated Nov. 4, 2025, 9:00 AM GMT+1", "2025-11-03T20:12"},
		{"8 min read | 3 November 2025", "2025-11-03"},
		{"Lesezeit: 3 Min. | 03.11.2025", "2025-11-03"},
		{"Aus Berlin von Max Muster | 3.11.2025", "2025-11-03"},
		{"Jane Doe in Brussels\nMon 3 Nov 2025 08.12 CET", "2025-11-03T08:12"},
		{"3 KASIM 2025", "2025-11-03"},
	} {
		for _, text := range []string{
			"Ministers fail to agree on the quota for cod\n\n" + c.line + "\n\n" + body,
			c.line + "\n\nMinisters fail to agree on the quota for cod\n\n" + body,
		} {
			l := layOut(text, "", cues, new(tokenRoom))
			if l.published != c.want {
				t.Errorf("%q: published %q, want %q", c.line, l.published, c.want)
			}
			if l.title != "Ministers fail to agree on the quota for cod" {
				t.Errorf("%q: title %q", c.line, l.title)
			}
			for _, b := range l.blocks {
				if first, _, _ := strings.Cut(c.line, "\n"); b.role.givesFacts() && strings.Contains(first, text[b.start:b.end]) {
					t.Errorf("%q gives facts as %s", text[b.start:b.end], b.role)
				}
			}
		}
	}
}

// Lines with a day that are no publication lines.
func TestLinesThatAreNoPublication(t *testing.T) {
	cues := testCues(t)
	for _, line := range []string{
		"The third summit was held on 3 November 2025 in Brussels",
		"Talks in Vienna, 3 November 2025",
		"Der Vertrag vom 3. November 2025 gilt bis 2030",
		"Møtet 3. november 2025 endte uten resultat",
		"3 Kasım 2025'te imzalanan anlaşma yürürlüğe girdi",
		"Sale of tickets ends 03.11.2025 at noon in all shops",
		"Score 3.11 to 20.25",
		"Call 03 11 2025",
		"The report was published November 3, 2025",
	} {
		p := pageCutter{text: line, cues: cues, words: new(tokenRoom)}
		p.split()
		p.read()
		if days, ok := p.publication(&p.lines[0]); ok {
			t.Errorf("%q is taken for a publication line of %s", line, days[0].iso())
		}
	}
}

func TestDatelines(t *testing.T) {
	cues := testCues(t)
	const rest = "The ministers of four countries agreed on a quota for cod in the end, their spokesman said after two days of talks."
	for _, c := range []struct{ prefix, city, day, agency string }{
		{"NINGBO, Nov. 2 (Xinhua) --", "NINGBO", "Nov. 2", "Xinhua"},
		{"ST. PETERSBURG, Sept. 17 (Xinhua) --", "ST. PETERSBURG", "Sept. 17", "Xinhua"},
		{"WASHINGTON, D.C., Nov. 3, 2025 —", "WASHINGTON", "Nov. 3, 2025", ""},
		{"LONDON (AP) —", "LONDON", "", "AP"},
		{"LONDON, 3 November (Reuters) -", "LONDON", "3 November", "Reuters"},
		{"KAMPALA, 14th May 2024 –", "KAMPALA", "14th May 2024", ""},
		{"New York, Monday, November 3 –", "New York", "Monday, November 3", ""},
		{"Bern, 15.01.2024 –", "Bern", "15.01.2024", ""},
		{"Wien. –", "Wien", "", ""},
		{"Wien –", "Wien", "", ""},
		{"Berlin (dpa) -", "Berlin", "", "dpa"},
		{"Frankfurt am Main (dpa-AFX) -", "Frankfurt am Main", "", "dpa-AFX"},
		{"Berlin/Wien (APA) –", "Berlin", "", "APA"},
		{"Berlin, 3. Nov (Reuters) -", "Berlin", "3. Nov", "Reuters"},
		{"KAZAN, 23. oktober (NTB-AFP):", "KAZAN", "23. oktober", "NTB-AFP"},
		{"Oslo (NTB):", "Oslo", "", "NTB"},
		{"BAKÜ (AA) -", "BAKÜ", "", "AA"},
		{"NİNGBO, 3 Kasım (Xinhua) --", "NİNGBO", "3 Kasım", "Xinhua"},
		{"ANKARA, 3 Kasım 2025 –", "ANKARA", "3 Kasım 2025", ""},
		{"(Xinhua) --", "", "", "Xinhua"},
		{"(APA) Wien, 3. September 2024. –", "Wien", "3. September 2024", "APA"},
		{"(Reuters) London, 3 Nov 2025 -", "London", "3 Nov 2025", "Reuters"},
		{"(dpa) Berlin –", "Berlin", "", "dpa"},
		{"(NTB) Oslo, 3. november –", "Oslo", "3. november", "NTB"},
		{"MOSCOW, November 3. /TASS/.", "MOSCOW", "November 3", "TASS"},
		{"MOSKAU, 03. November (RIA Novosti).", "MOSKAU", "03. November", "RIA Novosti"},
		{"NEW DELHI:", "NEW DELHI", "", ""},
		{"New Delhi [India], November 3 (ANI):", "New Delhi", "November 3", "ANI"},
		{"WIEN.", "WIEN", "", ""},
		{"Dresden.", "Dresden", "", ""},
		{"Dresden ·", "Dresden", "", ""},
		{"Muscat:", "Muscat", "", ""},
		{"K. B. KYOTO, 11. Dezember.", "KYOTO", "11. Dezember", ""},
		{"LAHEY -", "LAHEY", "", ""},
		{"Singapore, 12 August 2025.", "Singapore", "12 August 2025", ""},
		{"TASHKENT, Uzbekistan, Nov. 3, 2025 /PRNewswire/ --", "TASHKENT", "Nov. 3, 2025", "PRNewswire"},
		{"KYIV, Ukraine (AP) —", "KYIV", "", "AP"},
		{"Brussel/Oslo (NTB):", "Brussel", "", "NTB"},
		{"Berlin (ots) -", "Berlin", "", "ots"},
		{"VADUZ (ikr) –", "VADUZ", "", "ikr"},
		{"ANKARA, (DHA) -", "ANKARA", "", "DHA"},
		{"ANKARA/İHA", "ANKARA", "", "İHA"},
		{"Ankara-AA", "Ankara", "", "AA"},
		{"ANKARA - AA", "ANKARA", "", "AA"},
		{"KAHİRE-", "KAHİRE", "", ""},
		{"3 November 2025 –", "", "3 November 2025", ""},
	} {
		text := c.prefix + " " + rest
		l := layOut(text, "", cues, new(tokenRoom))
		d := l.dateline
		if d == nil {
			t.Errorf("%q: no dateline", c.prefix)
			continue
		}
		got := fmt.Sprint(text[d.cityStart:d.cityEnd], "|", text[d.dateStart:d.dateEnd], "|", d.agency, "|", text[d.start:d.end])
		if want := fmt.Sprint(c.city, "|", c.day, "|", c.agency, "|", c.prefix); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	for _, text := range []string{
		"Berlin-based companies earn more than others, a study of the chamber of commerce says. It looked at 400 of them.",
		"Trump – the man who wanted to buy an island – spoke on Monday for an hour, and nobody in the hall fell asleep.",
		"Peace (and what it costs) was the theme of a conference that ended on Sunday, after three days, without a result.",
		"BREAKING – the ministers of four countries agreed on a quota for cod on Monday, a spokesman said. More follows.",
		"Monday, 3 November 2025, was a cold day in the city, and the ministers who had come to sign wore their coats.",
		"Minister Smith: we shall not sign. That was his answer on Monday when he was asked about the quota for next year.",
		"Peking University (PKU) opened an institute for the history of the river on Monday, with guests from four countries.",
		"NATO - the alliance of 32 countries - met on Monday to talk about the river, and nobody in the hall fell asleep.",
		"DIE GRÜNEN: Wir stimmen nicht zu. So lautete am Montag die Antwort auf die Frage nach der Quote für das nächste Jahr.",
		"Vienna (and its people) – they were four – agreed on a quota for cod on Monday, their spokesman said in the hall.",
		"BERLIN- und Brandenburg-Reisen sind am Freitag gefragt, sagte der Rat in einer langen Mitteilung an die Gäste.",
		"WIEN- og Linz-turer er etterspurt, sa rådet fredag i en lang melding til gjestene som hadde kommet til byen.",
		"In Vienna – it was Monday – the ministers of four countries agreed on a quota for cod, their spokesman said.",
	} {
		if l := layOut(text, "", cues, new(tokenRoom)); l.dateline != nil {
			t.Errorf("dateline %q in %q", text[l.dateline.start:l.dateline.end], text)
		}
	}
}

// sameTokens compares the tokens that are kept of the parts of a page with those
// that each part has when it is read alone.
func sameTokens(t *testing.T, text string, l layout, words *tokenRoom) {
	t.Helper()
	for _, b := range l.blocks {
		kept, ok := words.within(b.start, b.end)
		if !ok {
			continue
		}
		alone, _ := tokenize(nil, nil, text, b.start, b.end)
		if len(kept) != len(alone) {
			t.Fatalf("%d tokens are kept of %q, which has %d", len(kept), text[b.start:b.end], len(alone))
		}
		for i := range kept {
			a, k := alone[i], kept[i]
			if i == 0 {
				a.flags, k.flags = a.flags&(capital|allCaps|marked), k.flags&(capital|allCaps|marked)
			}
			a.flags, k.flags = a.flags&^lineBefore, k.flags&^lineBefore // lines in a part say nothing to the rules
			a.fold, a.foldEnd, k.fold, k.foldEnd = 0, 0, 0, 0
			if a != k {
				t.Fatalf("token %d of %q is kept as %+v, and alone %+v", i, text[b.start:b.end], k, a)
			}
		}
	}
}

// What the rules read is what stands there, however the page was cut.
func TestTokensOfPages(t *testing.T) {
	cues := testCues(t)
	pages := []string{
		"REVENUE OF THE MINISTRY FROM ALL THE PORTS ROSE BY 3,\n5 MILLION EUROS MORE FOR KENYA\n\nNairobi, 3 May 2024 - The ministry said on Monday that the ports had a good year.",
		"PRICES OF ALL GOODS IN THE MARKETS OF THE NORTH ROSE IN MAY\n-12 PERCENT IN THE SOUTH, SAYS THE BANK\n\nThe bank said on Monday that prices in the south had fallen again.",
	}
	for _, s := range readSkeletons(t) {
		pages = append(pages, s.text)
	}
	for _, text := range pages {
		words := new(tokenRoom)
		sameTokens(t, text, layOut(text, "", cues, words), words)
	}
}

// White space behind a headline is no sentence that begins.
func TestBlankBehindHeadline(t *testing.T) {
	const title = "The ministers of all the states in the union met in Oslo on Monday and agreed."
	for _, end := range []string{"", " "} {
		l := layOut("Daily Herald\nNews Sport\n"+title+end+"\nBERN, 3 May 2024 (AP) - The ministers of four states agreed on Monday that the quota for cod stays as it is, their spokesman said.", "", testCues(t), new(tokenRoom))
		if l.title != title {
			t.Errorf("title %q with %q behind it", l.title, end)
		}
	}
}

// Whatever the bytes, the parts are in order, do not overlap and have no white
// space around them.
func FuzzLayout(f *testing.F) {
	cues := testCues(f)
	for _, s := range readSkeletons(f) {
		f.Add(s.text, "")
	}
	f.Add("\x00\xff\xfe\n\r\n 3.", "x")
	f.Add("p"+strings.Repeat("\x93", 2000), "") // no letter begins where a line is cut
	f.Fuzz(func(t *testing.T, text, title string) {
		words := new(tokenRoom)
		l := layOut(text, title, cues, words)
		sameTokens(t, text, l, words)
		end := 0
		for _, b := range l.blocks {
			if b.start < end || b.end <= b.start || b.end > len(text) {
				t.Fatalf("part %+v after %d in %d bytes", b, end, len(text))
			}
			end = b.end
		}
		if d := l.dateline; d != nil {
			if d.cityStart > d.cityEnd || d.dateStart > d.dateEnd || d.end < max(d.cityEnd, d.dateEnd) {
				t.Fatalf("dateline %+v", *d)
			}
		}
	})
}

// A large document costs time in proportion to its size.
func BenchmarkLayoutOfLargeDocuments(b *testing.B) {
	cues := testCues(b)
	for _, c := range []struct{ name, unit string }{
		{"one line", "Die Minister tagten am 3. März 2021 in Wien. "},
		{"many lines", "Die Minister\n"},
		{"empty lines", "\n"},
		{"digits", "12.03.2021 "},
	} {
		text := strings.Repeat(c.unit, 8<<20/len(c.unit))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				layOut(text, "", cues, new(tokenRoom))
			}
		})
	}
}
