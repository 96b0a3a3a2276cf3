package store_test

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// The speed of the default store is given as a ratio to the store in memory, timed in the same run
// on the same articles: "x-memory" 2 means that it takes twice the time.

var madeUp = flag.Int("made-up", 510, "how many articles are made up for BenchmarkLoadQuads; 510 are 100,000 quads")

func BenchmarkAdd(b *testing.B) {
	articles := graphtest.Generated(300)
	var disk, mem time.Duration
	quads := 0
	for b.Loop() {
		disk += timed(func() {
			s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
			quads = storetest.Add(b, s, articles...).Stored
			s.Close()
		})
		mem += timed(func() { storetest.Add(b, storetest.Memory(b), articles...) })
	}
	b.ReportMetric(float64(disk)/float64(mem), "x-memory")
	b.ReportMetric(float64(quads)*float64(b.N)/disk.Seconds(), "quads/s")
}

func BenchmarkLoad(b *testing.B) {
	from := storetest.Memory(b)
	storetest.Add(b, from, graphtest.Generated(300)...)
	text := storetest.Export(b, from)
	var disk, mem time.Duration
	for b.Loop() {
		disk += timed(func() {
			s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
			storetest.Load(b, s, text)
			s.Close()
		})
		mem += timed(func() { storetest.Load(b, storetest.Memory(b), text) })
	}
	b.ReportMetric(float64(disk)/float64(mem), "x-memory")
}

// BenchmarkLoadQuads loads an export with Load, which also derives what follows and can be interrupted at any
// time, and gives the time as a multiple of three others: of Cayley alone on the same database with the same
// indexes, by its writer of single batches ("x-cayley-single") and by the one that it loads with
// ("x-cayley-load"), which keeps what a second label repeats twice; and of reading alone ("x-reading"). The
// export is that of the store at NHIEMKY_BENCH_STORE, or of articles that are made up; -made-up 5100 makes a million quads.
func BenchmarkLoadQuads(b *testing.B) {
	single := func(s *store.Store) (quad.WriteCloser, error) { return graph.NewWriter(s.Handle()), nil }
	writer := func(s *store.Store) (quad.WriteCloser, error) { return s.Handle().NewQuadWriter() }
	var text string
	if path := os.Getenv("NHIEMKY_BENCH_STORE"); path != "" {
		s, err := store.Open(path, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		text = storetest.Export(b, s)
		s.Close()
	} else {
		from := storetest.Memory(b)
		storetest.Add(b, from, graphtest.Generated(*madeUp)...)
		text = storetest.Export(b, from)
	}
	var ours, bySingle, byWriter, reading time.Duration
	quads := 0
	for b.Loop() {
		reading += timed(func() { quads = parsed(b, text) })
		ours += timed(func() {
			s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
			storetest.Load(b, s, text)
			s.Close()
		})
		bySingle += timed(func() { loadRaw(b, text, single) })
		byWriter += timed(func() { loadRaw(b, text, writer) })
	}
	b.ReportMetric(float64(quads), "quads")
	b.ReportMetric(float64(quads)*float64(b.N)/ours.Seconds(), "quads/s")
	b.ReportMetric(float64(ours)/float64(bySingle), "x-cayley-single")
	b.ReportMetric(float64(ours)/float64(byWriter), "x-cayley-load")
	b.ReportMetric(float64(ours)/float64(reading), "x-reading")
}

// parsed reads N-Quads as Load does, and counts them.
func parsed(b *testing.B, text string) (quads int) {
	err := vocab.ReadNQuads(strings.NewReader(text), func(int, quad.Quad) error {
		quads++
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return quads
}

// loadRaw puts N-Quads into a new database as Cayley does by itself, in batches of 10,000.
func loadRaw(b *testing.B, text string, writerOf func(*store.Store) (quad.WriteCloser, error)) {
	s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	w, err := writerOf(s)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := quad.CopyBatch(w, nquads.NewReader(strings.NewReader(text), true), 10_000); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
}

// One article more, into a store of many.
func BenchmarkAddOneMore(b *testing.B) {
	s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	storetest.Add(b, s, graphtest.Generated(300)...)
	more := graphtest.Generated(2300)[300:]
	i := 0
	for b.Loop() {
		storetest.Add(b, s, more[i%len(more)])
		i++
	}
}

func BenchmarkHoldersOfAPost(b *testing.B) {
	const post = vocab.NamespaceID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"
	text := fmt.Sprintf(`g.V("<%s>").in("<%s>").tag("holding").in("<%s>").saveOpt("<%s>", "name").all()`, post, string(vocab.PropPost), string(vocab.PropHasMembership), string(vocab.PropName))
	stores := []*store.Store{storetest.OnDisk(b, filepath.Join(b.TempDir(), "s")), storetest.Memory(b)}
	for _, s := range stores {
		storetest.Add(b, s, graphtest.Generated(300)...)
	}
	defer stores[0].Close()
	var spent [2]time.Duration
	for b.Loop() {
		for i, s := range stores {
			spent[i] += timed(func() {
				rows, err := s.Query(b.Context(), "gizmo", text, query.Limits{})
				if err != nil || len(rows.Values) == 0 {
					b.Fatal(rows, err)
				}
			})
		}
	}
	b.ReportMetric(float64(spent[0])/float64(spent[1]), "x-memory")
}

// Steps back over an edge, as a ratio to the same on a store without the index for them, where
// Cayley walks all quads of the property: "x-scan" 0.1 means that they take a tenth of the time.
func BenchmarkReverse(b *testing.B) {
	const post = vocab.NamespaceID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"
	stores := []*store.Store{withIndexes(b, store.OurIndexes), withIndexes(b, noReverseIndex)}
	for _, s := range stores {
		storetest.Add(b, s, graphtest.Generated(300)...)
		defer s.Close()
	}
	holdings := fmt.Sprintf(`g.V("<%s>").in("<%s>")`, post, string(vocab.PropPost))
	for _, c := range []struct{ name, lang, query string }{
		{"step", "gizmo", holdings + ".all()"},
		{"path", "gizmo", fmt.Sprintf(`%s.tag("holding").in("<%s>").saveOpt("<%s>", "name").all()`, holdings, string(vocab.PropHasMembership), string(vocab.PropName))},
		{"of-each", "gizmo", fmt.Sprintf(`%s.forEach(function (h) { g.V(h.id).in("<%s>").all() })`, holdings, string(vocab.PropHasMembership))},
		{"graphql", "graphql", fmt.Sprintf(`{nodes(id: <%s>) {holding: <%s> @rev {person: <%s> @rev {name: <%s> @opt}}}}`, post, string(vocab.PropPost), string(vocab.PropHasMembership), string(vocab.PropName))},
		{"join", "gizmo", fmt.Sprintf(`g.V().has("<%s>", "<%s>").has("<%s>", "<%s>").all()`, vocab.NamespaceRDF+"type", string(vocab.ClassHolding), string(vocab.PropPost), post)},
	} {
		b.Run(c.name, func(b *testing.B) {
			var spent [2]time.Duration
			for b.Loop() {
				for i, s := range stores {
					spent[i] += timed(func() {
						rows, err := s.Query(b.Context(), c.lang, c.query, query.Limits{})
						if err != nil || len(rows.Values) == 0 {
							b.Fatal(rows, err)
						}
					})
				}
			}
			b.ReportMetric(float64(spent[0])/float64(spent[1]), "x-scan")
		})
	}
}

func BenchmarkExport(b *testing.B) {
	s := storetest.OnDisk(b, filepath.Join(b.TempDir(), "s"))
	defer s.Close()
	storetest.Add(b, s, graphtest.Generated(300)...)
	for b.Loop() {
		if err := s.Export(b.Context(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
