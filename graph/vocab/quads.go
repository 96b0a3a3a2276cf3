package vocab

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Distinct sorts quads and drops repetitions. It uses the slice that it is given.
func Distinct(quads []quad.Quad) []quad.Quad {
	slices.SortFunc(quads, CompareQuads)
	return slices.Compact(quads)
}

func CompareQuads(a, b quad.Quad) int {
	for _, d := range quad.Directions {
		if c := compareValues(a.Get(d), b.Get(d)); c != 0 {
			return c
		}
	}
	return 0
}

// compareValues compares values as they are written. IRIs, which most of them are, are compared without
// writing them.
func compareValues(a, b quad.Value) int {
	x, iri := a.(quad.IRI)
	y, iris := b.(quad.IRI)
	if !iri || !iris {
		return strings.Compare(quad.StringOf(a), quad.StringOf(b))
	}
	n := min(len(x), len(y))
	if c := strings.Compare(string(x[:n]), string(y[:n])); c != 0 || len(x) == len(y) {
		return c
	}
	if len(x) < len(y) {
		return strings.Compare(">", string(y[n:]))
	}
	return strings.Compare(string(x[n:]), ">")
}
