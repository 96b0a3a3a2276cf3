package statement

import (
	"context"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// WriteNQuads writes the statements of results, and the things that they mention, as canonical N-Quads, without a
// store. Nothing is derived across articles.
func WriteNQuads(w io.Writer, places Places, results []record.Result) error {
	g := NewAtlas(places)
	return vocab.WriteSorted(context.Background(), w, func(yield func(string, error) bool) {
		put := func(quads []quad.Quad) bool {
			return !slices.ContainsFunc(quads, func(q quad.Quad) bool { return !yield(vocab.NQuad(q), nil) })
		}
		for _, r := range results {
			s, err := Of(g, r)
			if err != nil {
				yield("", err)
				return
			}
			if !put(s.Quads) {
				return
			}
			for _, quads := range s.Shared {
				if !put(quads) {
					return
				}
			}
		}
	})
}
