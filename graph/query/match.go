package query

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// Pattern selects quads by their parts. A part without values matches everything; one with several values matches any
// of them.
type Pattern struct{ Subject, Predicate, Object, Label []quad.Value }

// Match waits for its turn and returns the quads of a pattern for which keep reports true, unordered. The limits are
// those of a query; a quad counts as a row.
func Match(ctx context.Context, g Gate, store graph.QuadStore, p Pattern, l Limits, keep func(quad.Quad) bool) ([]quad.Quad, error) {
	l = l.orDefault()
	leave, err := g.Turn(ctx, store, l.Time)
	if err != nil {
		return nil, err
	}
	defer leave()
	b, end := newBudget(ctx, l)
	defer end()
	qs := boundedStore(store, b, nil)
	filter := shape.FilterQuads(p.Subject, p.Predicate, p.Object, p.Label)
	var out []quad.Quad
	err = iterator.Iterate(b.ctx, shape.BuildIterator(b.ctx, qs, filter)).Paths(false).Each(func(r refs.Ref) error {
		q, err := qs.Quad(r)
		if err != nil || !keep(q) {
			return err
		}
		if len(out) == l.Rows {
			return l.rowsError()
		}
		out = append(out, q)
		return nil
	})
	switch stopped := b.err(); {
	case stopped != nil:
		return nil, stopped
	case errors.Is(err, ErrRows):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("reading quads: %w", err)
	}
	return out, nil
}
