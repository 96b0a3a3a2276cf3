package store_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/queries"
)

// drawn is a shape as lines, a line for each link: node -role-> node.
func drawn(s query.Shape) string {
	var lines []string
	for _, l := range s.Links {
		optional := ""
		if l.Optional {
			optional = "?"
		}
		lines = append(lines, fmt.Sprintf("%s -%s%s-> %s", s.Nodes[l.Source].Label, l.Role, optional, s.Nodes[l.Target].Label))
	}
	return strings.Join(lines, "\n")
}

func TestShape(t *testing.T) {
	s, err := store.Open("", store.Options{Backend: store.MemStore}) // empty: it is not asked
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, lang, text, want string }{
		{"a step", "gizmo", `g.V("<an>").out("<holds>").all()`,
			"an -subject-> holds\nholds -object-> any node"},
		{"a step back", "gizmo", `g.V("<post>").in("<holds>").tag("who").all()`,
			"as who -subject-> holds\nholds -object-> post"},
		{"values that may be missing", "gizmo", `g.V("<an>").saveOpt("<name>", "name").all()`,
			"an -subject?-> name\nname -object?-> as name"},
		{"a condition", "gizmo", `g.V().has("<age>", gt(17)).all()`,
			"any node -subject-> age\nage -object-> > \"17\"^^<xsd:integer>"},
		{"one of two, and not a third", "gizmo", `g.V("<an>").or(g.V("<binh>")).except(g.V("<chi>")).all()`,
			"an -or-> any node\nbinh -or-> any node\nchi -not-> any node"},
		{"any property, in a document", "gizmo", `g.V("<an>").labelContext("<article>").out().all()`,
			"an -subject-> any property\nany property -object-> any node\nany property -label-> article"},
		{"a query for each result", "gizmo", `g.V("<post>").in("<post>").tag("h").forEach(function (r) { g.V(r.h).out("<who>").all() })`,
			"as h -subject-> post\npost -object-> post\nas h -same-> one of these\none of these -subject-> who\nwho -object-> any node"},
		{"the same query twice", "gizmo", `for (var i = 0; i < 3; i++) g.V("<an>").out("<holds>").count()`,
			"an -subject-> holds\nholds -object-> any node"},
		{"graphql", "graphql", `{ nodes(<key>: "x") { name: <name> @opt holder: <post> @rev { id } } }`,
			"any node -subject-> key\nkey -object-> \"x\"\nany node -subject?-> name\nname -object?-> as name\n" +
				"any node -same-> one of these\nas id -subject-> post\npost -object-> one of these"},
	} {
		got, err := s.Shape(t.Context(), c.lang, c.text, query.Limits{})
		if err != nil || drawn(got) != c.want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", c.name, err, drawn(got), c.want)
		}
	}
	for text, want := range map[string]string{
		`g.V()`:     "end it with .all()",
		`g.emit(1)`: "there is nothing to draw",
		`g.V("<an>").followRecursive("<knows>").all()`: "there is nothing to draw",
		`while (true) g.V("<an>").count()`:             "it asks too much to be drawn",
	} {
		if got, err := s.Shape(t.Context(), "gizmo", text, query.Limits{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

func TestNamedQueriesHaveAShape(t *testing.T) {
	s, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	all, err := queries.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if got, err := s.Shape(t.Context(), q.Language, q.Text, query.Limits{}); err != nil || len(got.Links) < 2 {
			t.Errorf("%s: %v, %d links", q.File(), err, len(got.Links))
		}
	}
}
