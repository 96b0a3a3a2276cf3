package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// noReverseIndex are indexes without the one that a step back over an edge needs.
var noReverseIndex = indexes("sp", "os", "ps", "cs")

// indexes makes indexes of the letters of their parts: subject, predicate, object, and c, the label.
func indexes(list ...string) (out []kv.QuadIndex) {
	parts := map[rune]quad.Direction{'s': quad.Subject, 'p': quad.Predicate, 'o': quad.Object, 'c': quad.Label}
	for _, letters := range list {
		var index kv.QuadIndex
		for _, l := range letters {
			index.Dirs = append(index.Dirs, parts[l])
		}
		out = append(out, index)
	}
	return out
}

// withIndexes makes an empty store with these indexes.
func withIndexes(t testing.TB, list []kv.QuadIndex) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := storetest.OnDisk(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(path, store.DatabaseName)
	if err := os.RemoveAll(database); err != nil {
		t.Fatal(err)
	}
	if err := store.InitDatabase(database, list); err != nil {
		t.Fatal(err)
	}
	return storetest.OnDisk(t, path)
}

// A store that was made with other indexes opens, takes and loses quads, and gives the same bytes
// and rows as one of ours and one in memory; a step back has its plan where the index for it is.
func TestIndexes(t *testing.T) {
	articles := graphtest.Generated(12)
	changed := graphtest.Generated(12)
	for i := range changed {
		changed[i].Records = changed[i].Records[i%3:]
	}
	const post = vocab.NamespaceID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"
	back := fmt.Sprintf(`g.V("<%s>").in("<%s>")`, post, string(vocab.PropPost))
	queries := []struct{ lang, text string }{
		{"gizmo", back + ".all()"},
		{"gizmo", fmt.Sprintf(`%s.tag("holding").in("<%s>").saveOpt("<%s>", "name").all()`, back, string(vocab.PropHasMembership), string(vocab.PropName))},
		{"gizmo", fmt.Sprintf(`g.V().has("<%s>", "<%s>").has("<%s>", "<%s>").all()`, vocab.NamespaceRDF+"type", string(vocab.ClassHolding), string(vocab.PropPost), post)},
		{"gizmo", fmt.Sprintf(`%s.in("<x:none>").all()`, back)},
		{"gizmo", fmt.Sprintf(`%s.labelContext("<%sarticle/000000.txt>").in("<%s>").all()`, `g.V("<`+post+`>")`, vocab.NamespaceID, string(vocab.PropPost))},
		{"graphql", fmt.Sprintf(`{nodes(id: <%s>) {holding: <%s> @rev {id, person: <%s> @rev {id}}}}`, post, string(vocab.PropPost), string(vocab.PropHasMembership))},
	}
	answers := func(s *store.Store) (all string) {
		for _, q := range queries {
			rows, err := s.Query(t.Context(), q.lang, q.text, query.Limits{})
			if err != nil {
				t.Fatalf("%s: %v", q.text, err)
			}
			var lines []string
			for _, row := range rows.Values {
				lines = append(lines, fmt.Sprintln(row))
			}
			slices.Sort(lines)
			all += q.text + "\n" + strings.Join(lines, "")
		}
		return all
	}
	fill := func(s *store.Store) {
		storetest.Add(t, s, articles...)
		storetest.Add(t, s, changed...)
	}
	inMemory := storetest.Memory(t)
	fill(inMemory)
	wantBytes, wantRows := storetest.Export(t, inMemory), answers(inMemory)
	if strings.Count(wantRows, "\n") < 3*len(queries) {
		t.Fatalf("the queries find too little:\n%s", wantRows)
	}
	for _, c := range []struct {
		what    string
		indexes []kv.QuadIndex
		planned bool
	}{
		{"ours", store.OurIndexes, true},
		{"Cayley's", kv.DefaultQuadIndexes, true},
		{"with one of object and predicate", indexes("sp", "op", "ops", "ps", "cs"), true},
		{"without one to go back", noReverseIndex, false},
		{"of Cayley before 0.7.6", indexes("s", "o"), false},
	} {
		s := withIndexes(t, c.indexes)
		fill(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(s.Path(), store.Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		if got := storetest.Export(t, s); got != wantBytes {
			t.Errorf("%s: %s", c.what, storetest.FirstDifference(got, wantBytes))
		}
		if got := answers(s); got != wantRows {
			t.Errorf("%s: %s", c.what, storetest.FirstDifference(got, wantRows))
		}
		if got := planned(t, s); got != c.planned {
			t.Errorf("%s: a step back has its plan: %v", c.what, got)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// planned reports whether a step back over an edge has its own plan.
func planned(t *testing.T, s *store.Store) bool {
	t.Helper()
	qs := s.Handle().QuadStore
	step := shape.QuadsAction{Result: quad.Subject, Filter: map[quad.Direction]refs.Ref{}}
	for d, v := range map[quad.Direction]quad.Value{quad.Predicate: quad.IRI(vocab.NamespaceRDF + "type"), quad.Object: vocab.ClassHolding} {
		node, err := qs.ValueOf(v)
		if err != nil || node == nil {
			t.Fatal(node, err)
		}
		step.SetFilter(d, node)
	}
	_, ok := query.ReversePlan(t.Context(), qs.(shape.Optimizer), step)
	return ok
}
