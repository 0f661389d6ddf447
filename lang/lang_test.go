package lang

import (
	"strings"
	"sync"
	"testing"
)

// samples are news-like passages, several of them for a language.
var samples = []struct{ code, text string }{
	{"en", "The two ministers agreed on Tuesday to resume talks on the fishing quota, which had been broken off after the elections in spring."},
	{"en", "Shares in the port operator fell by four percent because investors doubted that the new terminal would open this year."},
	{"en", "PARLIAMENT VOTES TO KEEP THE TAX ON PLASTIC BAGS AND TO RAISE THE FINE FOR LITTERING"},
	{"de", "Die beiden Minister vereinbarten am Dienstag, die Gespräche über die Fangquote wieder aufzunehmen, die nach den Wahlen im Frühjahr abgebrochen worden waren."},
	{"de", "Die Aktien des Hafenbetreibers gaben um vier Prozent nach, weil Anleger bezweifelten, dass der neue Terminal noch in diesem Jahr eröffnet."},
	{"de", "Ueber die Haelfte der Gemeinden koennte fuer die Sanierung der Schulen keine Mittel mehr aufbringen, hiess es."},
	{"de", "BUNDESRAT LEGT DEN ENTWURF FÜR EIN NEUES GESETZ ÜBER DIE WASSERKRAFT VOR"},
	{"nb", "De to ministrene ble tirsdag enige om å gjenoppta samtalene om fiskekvotene, som ble brutt etter valget i vår."},
	{"nb", "Aksjene i havneselskapet falt fire prosent fordi investorene tviler på at den nye terminalen åpner i år."},
	{"nb", "Regjeringen foreslar at kommunene skal fa mer penger til skoler, men sier ikke noe om hvor de skal komme fra."},
	{"nb", "STORTINGET SIER NEI TIL AVGIFT PÅ PLASTPOSER, MEN VIL HEVE BOTEN FOR FORSØPLING"},
	{"tr", "İki bakan, ilkbahardaki seçimlerden sonra kesilen balıkçılık kotası görüşmelerine salı günü yeniden başlama kararı aldı."},
	{"tr", "Liman işletmecisinin hisseleri, yeni terminalin bu yıl açılacağından kuşku duyan yatırımcılar nedeniyle yüzde dört geriledi."},
	{"tr", "Hukumet, okullar icin belediyelere daha fazla kaynak ayrilacagini acikladi, ancak paranin nereden gelecegini soylemedi."},
	{"tr", "MECLİS, PLASTİK POŞET VERGİSİNİN KALDIRILMASINI ÖNGÖREN TEKLİFİ İKİNCİ KEZ REDDETTİ"},
	{"nn", "Dei to ministrane vart tysdag samde om å ta opp att samtalane om fiskekvotane, som vart brotne etter valet i vår."},
	{"nn", "Regjeringa seier at kommunane skal få meir pengar til skular, men ikkje noko om kvar dei skal kome frå."},
	{"da", "De to ministre blev tirsdag enige om at genoptage forhandlingerne om fiskekvoterne, som blev afbrudt efter valget i foråret."},
	{"da", "Aktierne i havneselskabet faldt fire procent, fordi investorerne tvivler på, at den nye terminal åbner i år."},
	{"sv", "De två ministrarna enades på tisdagen om att återuppta samtalen om fiskekvoterna, som bröts efter valet i våras."},
	{"is", "Ráðherrarnir tveir ákváðu á þriðjudag að hefja að nýju viðræður um fiskveiðikvótann sem slitnaði upp úr eftir kosningarnar í vor."},
	{"nl", "De twee ministers spraken dinsdag af de gesprekken over de visquota te hervatten, die na de verkiezingen van dit voorjaar waren afgebroken."},
	{"fr", "Les deux ministres sont convenus mardi de reprendre les discussions sur les quotas de pêche, interrompues après les élections du printemps."},
	{"it", "I due ministri hanno concordato martedì di riprendere i colloqui sulle quote di pesca, interrotti dopo le elezioni di primavera."},
	{"es", "Los dos ministros acordaron el martes reanudar las conversaciones sobre la cuota pesquera, que se habían interrumpido tras las elecciones de la primavera."},
	{"pt", "Os dois ministros concordaram na terça-feira em retomar as conversações sobre a quota de pesca, que tinham sido interrompidas depois das eleições da primavera."},
	{"ro", "Cei doi miniștri au convenit marți să reia discuțiile despre cota de pescuit, care fuseseră întrerupte după alegerile din primăvară."},
	{"pl", "Obaj ministrowie uzgodnili we wtorek, że wznowią rozmowy o kwotach połowowych, które zostały przerwane po wiosennych wyborach."},
	{"cs", "Oba ministři se v úterý dohodli, že obnoví jednání o rybolovných kvótách, která byla přerušena po jarních volbách."},
	{"sk", "Obaja ministri sa v utorok dohodli, že obnovia rokovania o rybolovných kvótach, ktoré boli prerušené po jarných voľbách."},
	{"hu", "A két miniszter kedden megállapodott abban, hogy folytatják a halászati kvótáról szóló tárgyalásokat, amelyek a tavaszi választások után szakadtak meg."},
	{"fi", "Ministerit sopivat tiistaina, että neuvottelut kalastuskiintiöistä aloitetaan uudelleen. Ne olivat keskeytyneet kevään vaalien jälkeen."},
	{"et", "Ministrid leppisid teisipäeval kokku, et kalapüügikvoodi läbirääkimised jätkuvad. Need olid pärast kevadisi valimisi katkenud."},
	{"hr", "Dvojica ministara dogovorila se u utorak da će nastaviti razgovore o ribolovnoj kvoti koji su prekinuti nakon izbora na proljeće."},
	{"sq", "Dy ministrat ranë dakord të martën që të rifillojnë bisedimet për kuotën e peshkimit, të cilat u ndërprenë pas zgjedhjeve të pranverës."},
	{"az", "İki nazir çərşənbə axşamı yazda keçirilən seçkilərdən sonra dayandırılmış balıqçılıq kvotası ilə bağlı danışıqların bərpası barədə razılığa gəlib."},
	{"vi", "Hai bộ trưởng hôm thứ Ba đã đồng ý nối lại đàm phán về hạn ngạch đánh bắt cá, vốn bị gián đoạn sau cuộc bầu cử mùa xuân."},
	{"id", "Kedua menteri pada hari Selasa sepakat untuk melanjutkan pembicaraan tentang kuota perikanan yang terhenti setelah pemilihan umum."},
	{"sw", "Mawaziri hao wawili walikubaliana Jumanne kuendelea na mazungumzo kuhusu kiwango cha uvuvi ambayo yalisitishwa baada ya uchaguzi."},
	{"ru", "Оба министра договорились во вторник возобновить переговоры о рыболовной квоте, которые были прерваны после весенних выборов."},
	{"uk", "Обидва міністри домовилися у вівторок відновити переговори щодо рибальської квоти, які було перервано після весняних виборів."},
	{"bg", "Двамата министри се договориха във вторник да подновят разговорите за риболовната квота, които бяха прекъснати след изборите."},
	{"kk", "Екі министр сейсенбі күні көктемгі сайлаудан кейін тоқтап қалған балық аулау квотасы туралы келіссөздерді жалғастыруға келісті."},
	{"el", "Οι δύο υπουργοί συμφώνησαν την Τρίτη να ξαναρχίσουν τις συνομιλίες για τις αλιευτικές ποσοστώσεις."},
	{"he", "שני השרים הסכימו ביום שלישי לחדש את השיחות על מכסת הדיג, שהופסקו לאחר הבחירות באביב."},
	{"ar", "اتفق الوزيران يوم الثلاثاء على استئناف المحادثات حول حصة الصيد التي توقفت بعد انتخابات الربيع."},
	{"fa", "دو وزیر روز سه\u200cشنبه توافق کردند که گفت\u200cوگوها درباره سهمیه ماهیگیری را که پس از انتخابات بهار قطع شده بود از سر بگیرند."},
	{"zh", "两国部长星期二同意恢复有关捕鱼配额的谈判，谈判曾在春季选举后中断。"},
	{"ja", "両大臣は火曜日、春の選挙の後に中断していた漁獲枠をめぐる協議を再開することで合意した。"},
	{"ko", "두 장관은 화요일 봄 선거 이후 중단되었던 어획 할당량 협상을 재개하기로 합의했다."},
	{"th", "รัฐมนตรีทั้งสองตกลงเมื่อวันอังคารที่จะกลับมาเจรจาเรื่องโควตาการประมงอีกครั้ง"},
	{"hi", "दोनों मंत्रियों ने मंगलवार को मछली पकड़ने के कोटे पर बातचीत फिर से शुरू करने पर सहमति जताई।"},
	{"ka", "ორივე მინისტრი სამშაბათს შეთანხმდა თევზჭერის კვოტაზე მოლაპარაკებების განახლებაზე."},
}

func TestEachLanguageAlone(t *testing.T) {
	d := New()
	for _, s := range samples {
		if got := d.Detect([]string{s.text})[0]; got != s.code {
			t.Errorf("%q: got %s, want %s", s.text, got, s.code)
		}
	}
}

func TestFunctionWordsDecideMostSamplesAlone(t *testing.T) {
	tab := words()
	clear := 0
	for _, s := range samples {
		var c counts
		tab.scan(s.text, &c)
		v := tab.judge(&c)
		if v.code == s.code {
			clear++
		} else {
			t.Logf("%s left to lingua (%q): %s", s.code, v.code, s.text)
			ranking := tab.rank(&c, v.script)
			for _, l := range ranking.list() {
				t.Logf("   %s %d", tab.codes[l], c.score[l])
			}
		}
		if v.code != "" && v.code != s.code {
			t.Errorf("function words alone say %s, want %s: %s", v.code, s.code, s.text)
		}
	}
	if clear*10 < len(samples)*8 {
		t.Errorf("function words decided %d of %d samples", clear, len(samples))
	}
}

// A foreign paragraph keeps its language inside a page of any other.
func TestForeignParagraphInAPage(t *testing.T) {
	d := New()
	pages := map[string]string{}
	for _, s := range samples {
		switch s.code {
		case "en", "de", "nb", "tr":
			if !strings.Contains(pages[s.code], "\n\n") {
				pages[s.code] += s.text + "\n\n"
			}
		}
	}
	for _, code := range []string{"en", "de", "nb", "tr"} {
		for _, s := range samples {
			passages := []string{"Menu", pages[code] + pages[code], s.text, pages[code], "Foto: VNA"}
			got := d.Detect(passages)
			if got[0] != code || got[1] != code || got[3] != code || got[4] != code {
				t.Errorf("page %s with a paragraph in %s: %v", code, s.code, got)
			}
			if got[2] != s.code {
				t.Errorf("paragraph in %s on a page in %s: got %s: %s", s.code, code, got[2], s.text)
			}
		}
	}
}

func TestShortLinesFollowThePage(t *testing.T) {
	d := New()
	body := samples[7].text + " " + samples[8].text
	got := d.Detect([]string{
		"Vietnam.vn - Nền tảng quảng bá Việt Nam", "Figur", "Arv", "Happy Vietnam", body,
		"Tăng trao đổi, thêm hợp tác", "新华社", "Москва", "12:30", "", "Phạm Minh Chính i Moskva", "(Foto: AP)",
	})
	want := []string{"vi", "nb", "nb", "nb", "nb", "vi", "zh", "ru", "und", "und", "nb", "nb"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d: got %s, want %s (%v)", i, got[i], want[i], got)
		}
	}
}

func TestMainLanguageIsThatOfMostLetters(t *testing.T) {
	d := New()
	got := d.Detect([]string{"Rubrik", samples[18].text, samples[7].text + " " + samples[8].text})
	if got[0] != "nb" {
		t.Errorf("short line: got %s, want nb (%v)", got[0], got)
	}
}

func TestNothingToTell(t *testing.T) {
	d := New()
	for _, s := range []string{"", " \n", "12.5 % – 2024", "\x00\x00", "\xff\xfe\xfd", "ABC", "😀"} {
		if got := d.Detect([]string{s})[0]; got != Undetermined {
			t.Errorf("%q: got %s", s, got)
		}
	}
	if got := d.Detect(nil); len(got) != 0 {
		t.Errorf("no passages: %v", got)
	}
}

// Names of people and places do not carry a paragraph into another language.
func TestNamesDoNotDecide(t *testing.T) {
	d := New()
	for _, c := range []struct{ code, text string }{
		{"en", "Chinese Premier Li Qiang, Vice Premier He Lifeng, Foreign Minister Wang Yi, An Li and Die Linke chairwoman Janine Wissler attended."},
		{"nb", "Finansminister Hana Malik undertegnet for Jordan, mens Ivan Petrović og Ana Kovač representerte Serbia."},
		{"da", "Finansminister Hana Malik underskrev for Jordan, mens Ivan Petrović og Ana Kovač repræsenterede Serbien ifølge aftalen."},
		{"nb", "Blant gjestene var Recep Tayyip Erdoğan, Lula da Silva, António Guterres, Phạm Minh Chính, Ursula von der Leyen og Emmanuel Macron."},
		{"de", "Zu den Gästen zählten Recep Tayyip Erdoğan, Lula da Silva, António Guterres, Phạm Minh Chính, Jens Stoltenberg und Emmanuel Macron."},
		{"nb", "Det tredje nordiske havvindmøtet holdes i Esbjerg 24.–25. april. Den danske klimaministeren er også invitert."},
		{"da", "Den norske statsminister ankom torsdag til København, hvor hun blev modtaget af den norske ambassadør."},
		{"tr", "Konuklar arasında Olaf Scholz, Ursula von der Leyen, Lula da Silva, António Guterres ve Emmanuel Macron da yer aldı."},
	} {
		if got := d.Detect([]string{c.text})[0]; got != c.code {
			t.Errorf("got %s, want %s: %s", got, c.code, c.text)
		}
	}
}

// Decomposed letters (NFD) and capitals are the same text.
func TestDecomposedText(t *testing.T) {
	d := New()
	nfd := strings.NewReplacer("å", "a\u030a", "ö", "o\u0308", "ü", "u\u0308", "ı", "ı", "ş", "s\u0327", "ç", "c\u0327", "ğ", "g\u0306",
		"ộ", "o\u0323\u0302", "ã", "a\u0303", "ồ", "o\u0302\u0300", "ố", "o\u0302\u0301", "ạ", "a\u0323", "ả", "a\u0309", "ư", "u\u031b", "ầ", "a\u0302\u0300", "ử", "u\u031b\u0309")
	for _, s := range samples {
		switch s.code {
		case "nb", "de", "tr", "vi":
			if got := d.Detect([]string{nfd.Replace(s.text)})[0]; got != s.code {
				t.Errorf("NFD: got %s, want %s: %s", got, s.code, s.text)
			}
		}
	}
}

func TestSameAnswerEveryTimeAndConcurrently(t *testing.T) {
	var passages []string
	for _, s := range samples {
		passages = append(passages, s.text)
	}
	want := strings.Join(New().Detect(passages), " ")
	d := New()
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 3 {
				if got := strings.Join(d.Detect(passages), " "); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
			}
		}()
	}
	wg.Wait()
}

func TestWordListIsSound(t *testing.T) {
	tab := words()
	if len(tab.codes) > maxLanguages {
		t.Fatalf("%d languages; maxLanguages is %d", len(tab.codes), maxLanguages)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(wordList) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.Contains("#=*", fields[0]) {
			continue
		}
		for _, w := range fields[1:] {
			if w != strings.ToLower(w) {
				t.Errorf("%s: %q is not in lower case", fields[0], w)
			}
			if len([]rune(strings.TrimPrefix(w, "+"))) > maxWord {
				t.Errorf("%s: %q is longer than maxWord", fields[0], w)
			}
			if r := []rune(w); r[0] == '+' && (len(r) < 2 || r[1] >= maxLetter || len(r) == 3 && (r[2] < '1' || r[2] > '9') || len(r) > 3) {
				t.Errorf("%s: %q is not one letter below maxLetter", fields[0], w)
			}
			key := fields[0] + " " + w
			if seen[key] {
				t.Errorf("%s: %q twice", fields[0], w)
			}
			seen[key] = true
		}
	}
	checks := map[uint32]bool{}
	for _, s := range tab.slots {
		if s.weight != 0 {
			if checks[s.check] {
				t.Errorf("two words have the check %x", s.check)
			}
			checks[s.check] = true
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("Der Rat tagte.\n\nİki bakan")
	f.Add("\xff\x00a\u0301")
	d := New()
	f.Fuzz(func(t *testing.T, text string) {
		passages := strings.Split(text, "\n")
		got := d.Detect(passages)
		if len(got) != len(passages) {
			t.Fatalf("%d answers for %d passages", len(got), len(passages))
		}
		for i, code := range got {
			if len(code) < 2 || len(code) > 3 {
				t.Errorf("passage %d: code %q", i, code)
			}
		}
	})
}

// BenchmarkArticle is an article of about 3 KB in paragraphs, which function
// words decide alone.
func BenchmarkArticle(b *testing.B) {
	for _, code := range []string{"en", "de", "nb", "tr"} {
		var passages []string
		size := 0
		for size < 3000 {
			for _, s := range samples {
				if s.code == code && size < 3000 {
					passages = append(passages, s.text)
					size += len(s.text)
				}
			}
		}
		b.Run(code, func(b *testing.B) {
			d := New()
			d.Detect(passages)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				d.Detect(passages)
			}
		})
	}
}

// BenchmarkLingua is what one doubtful digest costs once the models are loaded.
func BenchmarkLingua(b *testing.B) {
	d := New()
	text := digest([]string{samples[0].text, samples[1].text})
	for b.Loop() {
		d.models.choose(text, []string{"en", "de", "nb", "tr"})
	}
}

// BenchmarkWordTable is what the first text of a run costs before it is looked at.
func BenchmarkWordTable(b *testing.B) {
	for b.Loop() {
		readWords(wordList)
	}
}

// The beginning of a paragraph may look like a relative of its language, as a
// quotation does; the rest then tells.
func TestRelativesAreReadToTheEnd(t *testing.T) {
	passage := "«Det er noget, som vi selv skal blive enige om, og hvis nogen siger nej, så må de gøre det nu», sa den danske statsministeren. Danmark har siden februar gitt 65 milliarder danske kroner til landene ved havet, viser tall fra instituttet i Kiel. " +
		"Ingen vet ennå hva regjeringen vil gjøre med pengene, men noen mener at de bør gå til veien gjennom dalen, for der bor det flest mennesker, og de har ikke fått noe på mange år, sier ordføreren, som selv kommer fra en av gårdene ved elven."
	tab := words()
	var head counts
	tab.scan(passage[:clearBytes], &head)
	if code := tab.judge(&head).code; code != "da" {
		t.Fatalf("the beginning is %q: this test needs one that looks Danish", code)
	}
	if got := New("nb").Detect([]string{passage}); got[0] != "nb" {
		t.Errorf("the passage is %s", got[0])
	}
}

// TestRelativeBetween checks that a clear paragraph in one language does not take
// along its neighbours, which lean to a relative.
func TestRelativeBetween(t *testing.T) {
	bokmaal := []string{
		"Statsminister Pham Minh Chinh var i Abu Dhabi den 28. oktober og skal også til Dubai og Riyadh på onsdag.",
		"Handelen mellom Vietnam og emiratene var på 4,2 milliarder dollar i fjor, og skal etter planen økes til 10 milliarder før 2030.",
		"Under samtalene i Hanoi var partene enige om å samarbeide om havn, luftfart og turisme.",
		"Den tredje sesjonen i komiteen ble holdt i Dubai, der det var plass til alle som skulle med, og partene var enige om alt som står i avtalen.",
	}
	nynorsk := "Noreg har ikkje hatt ein slik avtale, og det kjem heller ikkje nokon no, seier ho til avisa."
	passages := append([]string{bokmaal[0], nynorsk}, bokmaal[1:]...)
	for i, code := range New("en", "de", "nb", "tr").Detect(passages) {
		if want := map[bool]string{true: "nn", false: "nb"}[passages[i] == nynorsk]; code != want {
			t.Errorf("%q: got %s, want %s", passages[i], code, want)
		}
	}
}
