package vocab_test

import (
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

func TestDatesAsLiterals(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2018-02-21", `"2018-02-21"^^<xsd:date>`},
		{"2018-02", `"2018-02"^^<xsd:gYearMonth>`},
		{"2018", `"2018"^^<xsd:gYear>`},
	} {
		v := vocab.Date(graphtest.Day(c.in))
		got := vocab.NQuad(quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v})
		if got = graphtest.Short(got); got != "<s> <p> "+c.want+" .\n" {
			t.Errorf("%s: %s, want %s", c.in, got, c.want)
		}
		if back := vocab.DateOf(v); back != graphtest.Day(c.in) {
			t.Errorf("%s came back as %v", c.in, back)
		}
	}
	if vocab.Date(record.Date{}) != nil {
		t.Error("a date that is not stated is stated")
	}
}
