package main

import (
	"bufio"
	"cmp"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/search"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// The store of BenchmarkQuestions is that at NHIEMKY_BENCH_STORE, or else one of articles that are made
// up, 540 for about 100,000 quads; 5400 of them are about a million, and take some minutes:
//
//	go test -run - -bench Questions ./cmd/nhiemky -timeout 1h -made-up 5400
const benchStoreVariable = "NHIEMKY_BENCH_STORE"

var (
	madeUp = flag.Int("made-up", 540, "how many articles are made up for BenchmarkQuestions")
	drawn  = flag.Int("sample", 200, "how many things BenchmarkQuestions asks each question about")
)

// BenchmarkQuestions asks one question after the other of an open store on disk, each about things drawn at
// random from it, and the same of oxigraph in memory. What is timed is from the name to the rows: for us what
// a command, a named query (colleagues) or the search of the pages (find-words) does once the store is open,
// for oxigraph the call of its query. One reader asks; what is in memory from the questions before stays there.
func BenchmarkQuestions(b *testing.B) {
	s := questionsStore(b)
	o := newOracle(b, exported(b, s))
	b.Logf("%d quads, which oxigraph loads in %.1f s", o.quads, o.loadMS/1000)
	for i, q := range append(slices.Clone(allAsked), searched(b, s)...) {
		if q.named {
			continue // the command is timed
		}
		b.Run(q.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, uint64(i)))
			keys := o.keys(b, q.class)
			if q.name == "find-words" {
				keys = lastWords(keys)
			}
			r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
			for range b.N {
				var ours, theirs []float64
				for i, of := range q.subjects(keys[:min(*drawn, len(keys))]) {
					if len(q.at) > 0 && i%len(q.at) != 0 {
						continue // one date is enough
					}
					start := time.Now()
					if _, err := q.ours(b.Context(), s, of); err != nil {
						b.Fatal(err)
					}
					ours = append(ours, time.Since(start).Seconds()*1000)
					theirs = append(theirs, o.ask(b, q.name, of).MS)
				}
				for _, p := range []int{50, 95} {
					mine, other := percentile(ours, p), percentile(theirs, p)
					b.ReportMetric(mine, fmt.Sprintf("ours-p%d-ms", p))
					b.ReportMetric(other, fmt.Sprintf("oxigraph-p%d-ms", p))
					b.ReportMetric(mine/other, fmt.Sprintf("p%d-x-oxigraph", p))
				}
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

func percentile(ms []float64, p int) float64 {
	slices.Sort(ms)
	return ms[min(len(ms)-1, len(ms)*p/100)]
}

// lastWords are the last two words of each name, each once.
func lastWords(names []string) (out []string) {
	for _, n := range names {
		w := strings.Fields(n)
		out = append(out, strings.Join(w[max(0, len(w)-2):], " "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// searched is the search of the pages for the last two words of a name, in names that were read before.
func searched(b *testing.B, s *store.Store) []asked {
	index, err := search.New(b.Context(), s)
	if err != nil {
		b.Fatal(err)
	}
	return []asked{{name: "find-words", class: classPerson, ours: func(_ context.Context, _ *store.Store, of values) ([]map[string]string, error) {
		index.Find(of["key"], vocab.KindPerson, most)
		return nil, nil
	}}}
}

// questionsStore opens the store that is asked for, or makes one.
func questionsStore(b *testing.B) *store.Store {
	path, create := os.Getenv(benchStoreVariable), false
	if path == "" {
		path, create = filepath.Join(b.TempDir(), "store"), true
	}
	s, err := store.Open(path, store.Options{Create: create})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if create {
		makeUp(b, s, *madeUp)
	}
	return s
}

// makeUp adds articles of six holdings each, of people who rise in the provinces.
func makeUp(b *testing.B, s *store.Store, articles int) {
	lists, err := loadLists()
	if err != nil {
		b.Fatal(err)
	}
	var units []gazetteer.Place
	for _, p := range lists.Places() {
		if p.Kind == "tỉnh" || p.Kind == "huyện" {
			units = append(units, p)
		}
	}
	x, r := extract.New(lists), rand.New(rand.NewPCG(2, 2))
	given := strings.Fields("An Bình Châu Dũng Giang Hải Khánh Lan Minh Nam Oanh Phúc Quang Sơn Thảo Uyên Vinh Xuân Yến Đức")
	var results []record.Result
	for i := range articles {
		var text strings.Builder
		fmt.Fprintf(&text, "Ngày %d/%d/%d, hội nghị tổng kết công tác diễn ra.\n", 1+r.IntN(28), 1+r.IntN(12), 2005+r.IntN(20))
		for range 6 {
			p := r.IntN(articles/2 + 10)
			name := strings.Join([]string{[]string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"}[p%5], given[p/5%20], given[p/100%20], given[p/2000%20]}, " ")
			unit := units[(p+r.IntN(3))%min(len(units), articles/20+5)]
			body := map[string]string{"tỉnh": "Tỉnh ủy ", "huyện": "Huyện ủy "}[unit.Kind] + unit.Name
			fmt.Fprintf(&text, "Đồng chí %s, %s %s, phát biểu tại hội nghị.\n", name, []string{"Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ"}[r.IntN(3)], body)
		}
		results = append(results, x.Extract(record.Document{Name: fmt.Sprintf("%06d.txt", i), Raw: []byte(text.String())}))
	}
	if _, err := ingest.Add(b.Context(), s, lists, results, nil); err != nil {
		b.Fatal(err)
	}
}

// exported is the export of a store as a file.
func exported(b *testing.B, s *store.Store) string {
	path := filepath.Join(b.TempDir(), "graph.nq")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	if err := cmp.Or(s.Export(b.Context(), w), w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
	return path
}
