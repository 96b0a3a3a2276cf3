package store

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Copies returns the articles that are stored as copies of an article, sorted by IRI.
func (r Reader) Copies(original quad.IRI) ([]quad.IRI, error) {
	var copies []quad.IRI
	err := r.ScanBoth(quad.Object, original, quad.Predicate, vocab.PropAlternateOf, func(q quad.Quad) bool { // much else points to an article
		if c, ok := q.Subject.(quad.IRI); ok && q.Label != vocab.Derived {
			copies = append(copies, c)
		}
		return true
	})
	slices.Sort(copies)
	return copies, err
}
