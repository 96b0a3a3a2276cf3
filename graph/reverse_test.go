package graph

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
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
func withIndexes(t testing.TB, list []kv.QuadIndex) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := onDisk(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(path, databaseName)
	if err := os.RemoveAll(database); err != nil {
		t.Fatal(err)
	}
	if err := initDatabase(database, list); err != nil {
		t.Fatal(err)
	}
	return onDisk(t, path)
}

// A store that was made with other indexes opens, takes and loses quads, and gives the same bytes
// and rows as one of ours and one in memory; a step back has its plan where the index for it is.
func TestIndexes(t *testing.T) {
	articles := generated(12)
	changed := generated(12)
	for i := range changed {
		changed[i].Records = changed[i].Records[i%3:]
	}
	const post = nsID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"
	back := fmt.Sprintf(`g.V("<%s>").in("<%s>")`, post, string(PropPost))
	queries := []struct{ lang, text string }{
		{"gizmo", back + ".all()"},
		{"gizmo", fmt.Sprintf(`%s.tag("holding").in("<%s>").saveOpt("<%s>", "name").all()`, back, string(PropHasMembership), string(PropName))},
		{"gizmo", fmt.Sprintf(`g.V().has("<%s>", "<%s>").has("<%s>", "<%s>").all()`, nsRDF+"type", string(ClassHolding), string(PropPost), post)},
		{"gizmo", fmt.Sprintf(`%s.in("<x:none>").all()`, back)},
		{"gizmo", fmt.Sprintf(`%s.labelContext("<%sarticle/000000.txt>").in("<%s>").all()`, `g.V("<`+post+`>")`, nsID, string(PropPost))},
		{"graphql", fmt.Sprintf(`{nodes(id: <%s>) {holding: <%s> @rev {id, person: <%s> @rev {id}}}}`, post, string(PropPost), string(PropHasMembership))},
	}
	answers := func(s *Store) (all string) {
		for _, q := range queries {
			rows, err := s.Query(t.Context(), q.lang, q.text, Limits{})
			if err != nil {
				t.Fatalf("%s: %v", q.text, err)
			}
			all += q.text + "\n" + show(rows)
		}
		return all
	}
	fill := func(s *Store) {
		add(t, s, articles...)
		add(t, s, changed...)
	}
	inMemory := memory(t)
	fill(inMemory)
	wantBytes, wantRows := export(t, inMemory), answers(inMemory)
	if strings.Count(wantRows, "\n") < 3*len(queries) {
		t.Fatalf("the queries find too little:\n%s", wantRows)
	}
	for _, c := range []struct {
		what    string
		indexes []kv.QuadIndex
		planned bool
	}{
		{"ours", ourIndexes, true},
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
		s, err := Open(s.Path(), Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		if got := export(t, s); got != wantBytes {
			t.Errorf("%s: %s", c.what, firstDifference(got, wantBytes))
		}
		if got := answers(s); got != wantRows {
			t.Errorf("%s: %s", c.what, firstDifference(got, wantRows))
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
func planned(t *testing.T, s *Store) bool {
	t.Helper()
	qs := s.Handle().QuadStore
	step := shape.QuadsAction{Result: quad.Subject, Filter: map[quad.Direction]refs.Ref{}}
	for d, v := range map[quad.Direction]quad.Value{quad.Predicate: quad.IRI(nsRDF + "type"), quad.Object: ClassHolding} {
		node, err := qs.ValueOf(v)
		if err != nil || node == nil {
			t.Fatal(node, err)
		}
		step.SetFilter(d, node)
	}
	_, ok := reversePlan(t.Context(), qs.(shape.Optimizer), step)
	return ok
}
