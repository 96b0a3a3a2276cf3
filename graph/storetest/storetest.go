package storetest

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

const Tien = "Hoàng Minh Dũng Tiến"

func FirstDifference(a, b string) string {
	x, y := strings.Split(graphtest.Short(a), "\n"), strings.Split(graphtest.Short(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d:\n%s\n%s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

func SubjectsOfClass(t *testing.T, s *store.Store, class any) (out []string) {
	t.Helper()
	for l := range strings.Lines(graphtest.Short(Export(t, s))) {
		if strings.Contains(l, fmt.Sprint(" <rdf:type> ", graphtest.Short(fmt.Sprint(class)), " ")) {
			node, _, _ := strings.Cut(strings.TrimPrefix(l, "<"), ">")
			_, name, _ := strings.Cut(node, "/")
			out = append(out, name)
		}
	}
	return out
}

func Load(t testing.TB, s *store.Store, text string) {
	t.Helper()
	if _, err := ingest.Load(context.Background(), s, strings.NewReader(text), ingest.LoadOptions{}); err != nil {
		t.Fatal(err)
	}
}

// Graph loads N-Quads and then puts in what they say besides of what follows: a graph as a test has it.
func Graph(t testing.TB, s *store.Store, text string) {
	t.Helper()
	Load(t, s, text)
	r := s.Reader(context.Background())
	var missing []quad.Quad
	err := vocab.ReadNQuads(strings.NewReader(text), func(_ int, q quad.Quad) error {
		has, err := r.Has(q)
		if !has {
			missing = append(missing, q)
		}
		return err
	})
	if err == nil {
		err = s.Apply(store.Change{Add: vocab.Distinct(missing)})
	}
	if err != nil {
		t.Fatal(err)
	}
}

func Memory(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func OnDisk(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func Add(t testing.TB, s *store.Store, results ...record.Result) ingest.Report {
	t.Helper()
	r, err := ingest.Add(context.Background(), s, graphtest.Units, results, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func Export(t testing.TB, s *store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
