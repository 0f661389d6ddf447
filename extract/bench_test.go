package extract

import (
	"strings"
	"sync"
	"testing"
	"time"

	"extract/extract/packs"
	"extract/internal/shuffled"
	"extract/model"
)

// benchArticles are shuffled articles of the four languages, their language
// said: package main measures with its detection.
func benchArticles(b *testing.B, size int) (docs []Document, bytes int) {
	articles, err := shuffled.Articles(1, size, "../testdata/articles")
	if err != nil {
		b.Fatal(err)
	}
	for _, a := range articles {
		docs = append(docs, Document{Name: "article", Text: a.Text, Lang: a.Lang})
		bytes += len(a.Text)
	}
	return docs, bytes
}

func benchEngine(b *testing.B) *Engine {
	e, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, lang := range shuffled.Languages {
		e.Extract(Document{Text: "Xi.", Lang: lang})
	}
	return e
}

// BenchmarkArticles is the whole engine on articles that are no two alike, from
// text to lines.
func BenchmarkArticles(b *testing.B) {
	docs, bytes := benchArticles(b, 4<<20)
	e := benchEngine(b)
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	var line []byte
	for b.Loop() {
		e.pool = sync.Pool{New: e.pool.New} // no name is known from the pass before
		for _, d := range docs {
			for _, r := range e.Extract(d).Records {
				line = r.AppendJSON(line[:0])
			}
		}
	}
	b.ReportMetric(float64(len(docs)), "articles/op")
}

// BenchmarkStages is each stage alone, on documents that have been through
// those before it.
func BenchmarkStages(b *testing.B) {
	docs, bytes := benchArticles(b, 1<<20)
	e := benchEngine(b)
	work := make([]*document, len(docs))
	results := make([]Result, len(docs))
	for i := range work {
		work[i] = new(document)
	}
	var line []byte
	type stage struct {
		name string
		run  func(i int)
	}
	all := []stage{
		{"layout", func(i int) {
			work[i].reset(e, docs[i])
			work[i].page = work[i].layOut()
			work[i].setReference()
		}},
	}
	for n, s := range stages {
		all = append(all, stage{s.name, func(i int) {
			if n == 0 {
				for blocks := range work[i].pieces() {
					work[i].blocks = blocks // one piece: articles are short
				}
			}
			s.run(work[i])
		}})
	}
	all = append(all,
		stage{"join", func(i int) { results[i] = work[i].result() }},
		stage{"encode", func(i int) {
			for _, r := range results[i].Records {
				line = r.AppendJSON(line[:0])
			}
		}})
	for n, s := range all {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for range b.N {
				b.StopTimer()
				book := new(nameBook)
				for i := range docs {
					work[i].book = book // as one worker reads them all, with none known from the pass before
					for _, before := range all[:n] {
						before.run(i)
					}
				}
				b.StartTimer()
				for i := range docs {
					s.run(i)
				}
			}
		})
	}
}

// BenchmarkTurns is the time of each stage as documents go through all of them
// one after the other: what a stage reads is still in the cache of the core,
// which in BenchmarkStages it is not.
func BenchmarkTurns(b *testing.B) {
	docs, bytes := benchArticles(b, 1<<20)
	e := benchEngine(b)
	var took [16]time.Duration
	var line []byte
	for b.Loop() {
		d := &document{}
		for _, src := range docs {
			n, last := 0, time.Now()
			lap := func() {
				now := time.Now()
				took[n] += now.Sub(last)
				n, last = n+1, now
			}
			d.reset(e, src)
			d.page = d.layOut()
			d.setReference()
			lap()
			for blocks := range d.pieces() {
				d.blocks, n = blocks, 1
				for _, s := range stages {
					s.run(d)
					lap()
				}
			}
			n = 1 + len(stages)
			r := d.result()
			lap()
			for _, r := range r.Records {
				line = r.AppendJSON(line[:0])
			}
			lap()
		}
	}
	names := []string{"layout"}
	for _, s := range stages {
		names = append(names, s.name)
	}
	later := time.Duration(0)
	for n, name := range append(names, "join", "encode") {
		b.ReportMetric(float64(took[n].Microseconds())/1e3/float64(b.N)/(float64(bytes)/1e6), name+"-ms/MB")
		if n > 2 {
			later += took[n]
		}
	}
	b.ReportMetric(float64(later.Microseconds())/1e3/float64(b.N)/(float64(bytes)/1e6), "later-ms/MB")
}

// BenchmarkCompile is the start of a language: reading its pack and making it
// ready.
func BenchmarkCompile(b *testing.B) {
	for _, lang := range shuffled.Languages {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := loadPack(packs.Embedded(), lang); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// fragments are what documents may be full of: nothing of it may take time in
// the square of its length.
var fragments = []struct{ lang, text string }{
	{"en", "$2 "}, {"en", "2 % "}, {"en", "President Xi "}, {"en", "3rd session "}, {"en", "China "}, {"en", "A-"},
	{"en", "in 2024 and "}, {"en", "May "}, {"en", "Beijing, "}, {"en", "\""}, {"en", "\"Oslo\", "}, {"en", "three million "}, {"en", "("}, {"en", "exports rose 2 % to $2 bn, "},
	{"en", "President Ann Abe and President Bob Cox. "}, {"en", "the 3rd summit, the 4th, the 5th "}, {"en", "the 3rd G20 summit "}, {"en", "3rd Anglo Board session "}, {"en", "Ann Smith, mayor of Oslo, "}, {"en", "the 5th summit of the "}, {"en", "Chairman of the board of the "},
	{"en", "Secretary-General Ann Abe spoke. "}, {"en", "Governor Ann Abe spoke. "}, {"en", "Minister Ann Abe, Minister Bob Cox; "}, {"en", "PRESIDENT ANN ABE "},
	{"en", "The 3rd summit was held and cancelled and "}, {"en", "trade was $2 billion; 3 million; "}, {"en", "Minister Ann Abe chaired the 3rd session in Oslo. "},
	{"de", "3. Sitzung "}, {"de", "Präsident Xi "}, {"de", "2 Mrd. Euro "}, {"de", "am 3. "}, {"de", "Wirtschafts- und "}, {"de", "einundzwanzig"},
	{"nb", "3. møte "}, {"nb", "president Xi "}, {"nb", "2 milliarder kroner og "}, {"nb", "1 000 "},
	{"tr", "3. toplantı "}, {"tr", "Cumhurbaşkanı Xi "}, {"tr", "yüzde 2 "}, {"tr", "Çin'in "}, {"tr", "2024'te "},
}

// BenchmarkFragments reads 20 KB of one fragment again and again, in one line
// and in as many as there are fragments: each should be read about as fast as
// articles are, and none much slower.
func BenchmarkFragments(b *testing.B) {
	const size = 20 << 10
	e := benchEngine(b)
	for _, f := range fragments {
		for _, end := range []string{"", "\n"} {
			text := strings.Repeat(f.text+end, size/len(f.text+end)+1)
			name := f.lang + "/" + f.text
			if end != "" {
				name += "+line"
			}
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					e.Extract(Document{Text: text, Lang: f.lang, DefaultDate: "2025-11-03"})
				}
			})
		}
	}
}

// BenchmarkIdentify is the join of the mentions of many facts.
func BenchmarkIdentify(b *testing.B) {
	r := &model.Money{Number: model.NewDecimal(240100000000, 0), Currency: "USD", Quantity: model.Quantity{Trend: "up", About: "trade", Period: "2024"}}
	sum := strings.Repeat("0123456789abcdef", 4)
	b.ReportAllocs()
	for b.Loop() {
		model.AssignID(sum, r)
	}
}
