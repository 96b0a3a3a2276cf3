package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Pattern chooses quads by their parts. A part without values matches everything, one with several
// any of them.
type Pattern struct{ Subject, Predicate, Object, Label []quad.Value }

// Match gives the quads of a pattern, in no order. The limits are those of a query; a quad is a row.
// What the store keeps for itself is left out.
func (s *Store) Match(ctx context.Context, p Pattern, l query.Limits) ([]quad.Quad, error) {
	l = l.OrDefault()
	leave, err := s.queries.Turn(ctx, s.handle.QuadStore, l.Time)
	if err != nil {
		return nil, err
	}
	defer leave()
	b, end := query.NewBudget(ctx, l)
	defer end()
	qs := query.Bounded(s.handle.QuadStore, b, nil)
	filter := shape.FilterQuads(p.Subject, p.Predicate, p.Object, p.Label)
	var out []quad.Quad
	err = iterator.Iterate(b.Ctx, shape.BuildIterator(b.Ctx, qs, filter)).Paths(false).Each(func(r refs.Ref) error {
		q, err := qs.Quad(r)
		if err != nil || q.Label == vocab.Bookkeeping {
			return err
		}
		if len(out) == l.Rows {
			return l.RowsError()
		}
		out = append(out, q)
		return nil
	})
	switch stopped := b.Err(); {
	case stopped != nil:
		return nil, stopped
	case errors.Is(err, query.ErrRows):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("reading quads: %w", err)
	}
	return out, nil
}
