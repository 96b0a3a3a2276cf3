package vocab

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

func TestValuesInTheOrderOfTheirText(t *testing.T) {
	values := []quad.Value{nil, quad.IRI("http://e/a"), quad.IRI("http://e/a#1"), quad.IRI("http://e/a@"), quad.IRI("http://e/ab"), quad.IRI("http://e/"),
		quad.String("a"), quad.String("<"), quad.LangString{Value: "a", Lang: "vi"}, quad.BNode("b")}
	for _, a := range values {
		for _, b := range values {
			if got, want := compareValues(a, b), strings.Compare(quad.StringOf(a), quad.StringOf(b)); got != want {
				t.Errorf("%v and %v: %d, want %d", a, b, got, want)
			}
		}
	}
}
