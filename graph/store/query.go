package store

import (
	"context"

	"github.com/cayleygraph/quad"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Query runs a query in a language of Languages and gives its results as a table. A mistake in the
// query is a *QueryError; a limit that was hit is one of the Err values beside Limits. There are no
// rows together with an error.
func (s *Store) Query(ctx context.Context, lang, text string, l query.Limits) (query.Rows, error) {
	qs, release := s.hold()
	defer release()
	return query.Run(ctx, s.queries, qs, lang, text, l)
}

// Results runs a query and gives what Cayley's HTTP API puts into its answer: a list for Gizmo, an
// object for GraphQL. With linked, nodes are in the form of JSON-LD, which only Gizmo knows.
func (s *Store) Results(ctx context.Context, lang, text string, l query.Limits, linked bool) (any, error) {
	qs, release := s.hold()
	defer release()
	return query.Results(ctx, s.queries, qs, lang, text, l, linked)
}

// Shape gives the shape of a query without asking the store. The script is run once, in which each
// query has one made-up result, a blank node for each of its tags: so a query that a callback makes of
// a result is drawn too, while what a script does only with real results is not. The limits are those
// of a query, and a script with very many queries is refused.
func (s *Store) Shape(ctx context.Context, lang, text string, l query.Limits) (query.Shape, error) {
	return query.Sketch(ctx, s.queries, lang, text, l)
}

// Match gives the quads of a pattern, in no order. The limits are those of a query; a quad is a row.
// What the store keeps for itself is left out.
func (s *Store) Match(ctx context.Context, p query.Pattern, l query.Limits) ([]quad.Quad, error) {
	qs, release := s.hold()
	defer release()
	return query.Match(ctx, s.queries, qs, p, l, func(q quad.Quad) bool { return q.Label != vocab.Bookkeeping })
}
