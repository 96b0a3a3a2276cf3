package ingest_test

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

const personSpoken = `<https://nhiemky.github.io/id/article/1.txt#person/A> <http://xmlns.com/foaf/0.1/name> "Lê A"@vi <https://nhiemky.github.io/id/article/1.txt> .
`

func TestInsertAndRemove(t *testing.T) {
	s, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	n, err := ingest.Insert(t.Context(), s, strings.NewReader(personSpoken))
	if n.Statements != 1 || err != nil {
		t.Fatal(n, err)
	}
	const persons = `g.V("<http://xmlns.com/foaf/0.1/Person>").in("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>").unique().all()`
	rows, err := s.Query(t.Context(), "gizmo", persons, query.Limits{})
	if err != nil || len(rows.Values) != 1 {
		t.Fatalf("the person that follows: %v, %v", rows, err)
	}
	if _, err := ingest.Remove(t.Context(), s, strings.NewReader("nonsense\n")); err == nil || !strings.Contains(err.Error(), "line 1: column 1") {
		t.Errorf("got %v", err)
	}
	for _, want := range []int{1, 0} { // the second time it is not there
		if n, err := ingest.Remove(t.Context(), s, strings.NewReader(personSpoken+personSpoken)); n != want || err != nil {
			t.Errorf("removed %d, %v, want %d", n, err, want)
		}
	}
	if rows, err := s.Query(t.Context(), "gizmo", persons, query.Limits{}); err != nil || len(rows.Values) != 0 {
		t.Errorf("what followed is still there: %v, %v", rows, err)
	}
}

func TestReadersBesideWriters(t *testing.T) {
	for _, backend := range []string{store.MemStore, store.LevelDB} {
		t.Run(backend, func(t *testing.T) {
			s, err := store.Open(filepath.Join(t.TempDir(), "store"), store.Options{Backend: backend, Create: true})
			if err != nil {
				t.Fatal(err)
			}
			var work sync.WaitGroup
			for range 4 {
				work.Go(func() { readOften(t, s) })
				work.Go(func() { writeOften(t, s) })
			}
			work.Wait()
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func readOften(t *testing.T, s *store.Store) {
	for range 20 {
		if _, err := s.Query(t.Context(), "gizmo", `g.V().out().unique().all()`, query.Limits{}); err != nil {
			t.Error(err)
		}
	}
}

func writeOften(t *testing.T, s *store.Store) {
	for range 3 {
		if _, err := ingest.Insert(t.Context(), s, strings.NewReader(personSpoken)); err != nil {
			t.Error(err)
		}
		if _, err := ingest.Remove(t.Context(), s, strings.NewReader(personSpoken)); err != nil {
			t.Error(err)
		}
	}
}

// An article of which something was removed is read anew when it comes again, and what was removed whole
// is there again.
func TestRemovedArticleComesAgain(t *testing.T) {
	s := storetest.Memory(t)
	const mark = "what tells these bytes"
	article := graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
	build := func() (known bool, r ingest.Report) {
		a, err := ingest.Begin(t.Context(), s, graphtest.Units)
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		if known, err = a.Known(mark); err != nil {
			t.Fatal(err)
		}
		if !known {
			if err := a.Article(article, mark); err != nil {
				t.Fatal(err)
			}
		}
		if err := a.Finish(nil); err != nil {
			t.Fatal(err)
		}
		return known, a.Report()
	}
	build()
	before := storetest.Export(t, s)
	if known, _ := build(); !known {
		t.Error("an article that is there is not known")
	}
	var own strings.Builder
	for l := range strings.Lines(before) {
		if strings.HasSuffix(l, " <"+string(vocab.ArticleIRI("a.txt"))+"> .\n") {
			own.WriteString(l)
		}
	}
	if _, err := ingest.Remove(t.Context(), s, strings.NewReader(own.String())); err != nil {
		t.Fatal(err)
	}
	if known, r := build(); known || r.Added != 1 {
		t.Errorf("known %v, %+v", known, r)
	}
	if after := storetest.Export(t, s); after != before {
		t.Error(storetest.FirstDifference(after, before))
	}
}
