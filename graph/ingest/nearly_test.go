package ingest_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

// Articles that share most of their words are tied, whatever came first and whatever they said before.
func TestNearlyCopies(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		texts := [][]string{graphtest.Prose(rng, 200), graphtest.Prose(rng, 200)}
		random := func() record.Result {
			words := slices.Clone(texts[rng.IntN(2)])
			if rng.IntN(3) > 0 {
				words = append(words, graphtest.Prose(rng, 1+rng.IntN(80))...)
			}
			r := graphtest.Result(fmt.Sprintf("%d.txt", rng.IntN(8)), "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
			r.Document.Raw = append(r.Document.Raw, strings.Join(words, " ")...)
			return r
		}
		t.Logf("seed %d", seed) // shown when it fails
		leavesNoTrace(t, storetest.Memory(t), 1+rng.IntN(5), func() (batch []record.Result) {
			for range rng.IntN(6) {
				batch = append(batch, random())
			}
			return batch
		})
	}
}

// Copies that come in one group, before and after their original changes, end as they would one by one.
func TestCopiesInOneRun(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 8))
		random := func() record.Result {
			what := rng.IntN(3)
			r := graphtest.Result("same", "2018-02-21", graphtest.Holds(fmt.Sprintf("Nguyễn Văn %c", 'A'+what), "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
			r.Document.Name = fmt.Sprintf("%d.txt", rng.IntN(5))
			return r
		}
		together, apart := storetest.Memory(t), storetest.Memory(t)
		if seed%6 == 0 { // where it is stored beside what comes next
			together = storetest.OnDisk(t, filepath.Join(t.TempDir(), "s"))
			t.Cleanup(func() { together.Close() })
		}
		a, err := ingest.Begin(t.Context(), together, graphtest.Units)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 + rng.IntN(12) {
			r := random()
			if err := a.Article(r, ""); err != nil {
				t.Fatal(err)
			}
			storetest.Add(t, apart, r)
			if rng.IntN(3) == 0 {
				if err := a.FlushSoon(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := a.Finish(nil); err != nil {
			t.Fatal(err)
		}
		a.Close()
		if got, want := storetest.Export(t, together), storetest.Export(t, apart); got != want {
			t.Fatalf("seed %d: %s", seed, storetest.FirstDifference(got, want))
		}
	}
}
