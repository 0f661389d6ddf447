package extract

import (
	"flag"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"extract/extract/packs"
	"extract/internal/shuffled"
	"extract/model"
)

var megabytes = flag.Int("mb", 20, "megabytes of articles that the benchmarks read")

// benchArticles are shuffled articles of the four languages, their language
// said: package main measures with its detection.
func benchArticles(b *testing.B) (docs []Document, bytes int) {
	articles, err := shuffled.Articles(1, *megabytes*1e6, "../testdata/articles")
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
	docs, bytes := benchArticles(b)
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

// stageNames are the stages as passStages has them.
func stageNames() []string {
	names := []string{"layout"}
	for _, s := range stages {
		names = append(names, s.name)
	}
	return append(names, "join", "encode")
}

// passStages takes documents through all stages, one document after the other,
// as Extract does, and calls lap behind each stage with its number.
func passStages(e *Engine, docs []Document, lap func(stage int)) {
	d := &document{}
	var line []byte
	for _, src := range docs {
		d.reset(e, src)
		d.page = d.layOut()
		d.setReference()
		lap(0)
		for blocks := range d.pieces() {
			d.blocks = blocks
			for i, s := range stages {
				s.run(d)
				lap(1 + i)
			}
		}
		r := d.part(true)
		lap(1 + len(stages))
		for _, r := range r.Records {
			line = r.AppendJSON(line[:0])
		}
		lap(2 + len(stages))
	}
}

// BenchmarkStages is what each stage takes of a megabyte's time, and how often
// it allocates in an article.
func BenchmarkStages(b *testing.B) {
	docs, bytes := benchArticles(b)
	e := benchEngine(b)
	names := stageNames()
	took := make([]time.Duration, len(names))
	for b.Loop() {
		last := time.Now()
		passStages(e, docs, func(stage int) {
			now := time.Now()
			took[stage] += now.Sub(last)
			last = now
		})
	}
	// To count takes longer than to run, so it is done for some articles only,
	// behind as many that have filled the buffers.
	few := docs[:min(len(docs), 1000)]
	counted := make([]uint64, len(names))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n := 0
	passStages(e, append(slices.Clone(few), few...), func(stage int) {
		if stage == len(names)-1 {
			n++
		}
		if n < len(few) {
			if n == len(few)-1 {
				runtime.ReadMemStats(&before)
			}
			return
		}
		runtime.ReadMemStats(&after)
		counted[stage] += after.Mallocs - before.Mallocs
		before = after
	})
	for i, name := range names {
		b.ReportMetric(took[i].Seconds()*1e3/float64(b.N)/(float64(bytes)/1e6), name+"-ms/MB")
		b.ReportMetric(float64(counted[i])/float64(len(few)), name+"-allocs/article")
	}
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
