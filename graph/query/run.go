package query

import (
	"context"
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
)

// maxQueries is how many queries run at one time on a store; more wait for their turn.
const maxQueries = 4

// Gate lets that many in.
type Gate struct {
	places chan struct{} // one entry for each query that runs
	whole  chan struct{} // full while Alone takes all places
}

func NewGate() Gate { return Gate{make(chan struct{}, maxQueries), make(chan struct{}, 1)} }

// Turn waits for the turn of a query, but no longer than wait. Queries on a store in memory run one by one, because
// its iterators write to it.
func (g Gate) Turn(ctx context.Context, qs graph.QuadStore, wait time.Duration) (leave func(), err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, wait, fmt.Errorf("%w: no turn within %v", ErrBusy, wait))
	defer cancel()
	if _, inMemory := qs.(*memstore.QuadStore); inMemory {
		return g.Alone(ctx)
	}
	select {
	case g.places <- struct{}{}:
		return func() { <-g.places }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// Alone waits until no query runs, and blocks all queries until leave is called: a store in memory cannot be read
// while it is written.
func (g Gate) Alone(ctx context.Context) (leave func(), err error) {
	in := 0
	leave = func() {
		for ; in > 0; in-- {
			<-g.places
		}
		<-g.whole
	}
	select {
	case g.whole <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	for ; in < cap(g.places); in++ {
		select {
		case g.places <- struct{}{}:
		case <-ctx.Done():
			leave()
			return nil, context.Cause(ctx)
		}
	}
	return leave, nil
}

// Run runs a query on a quad store and makes a table of its results.
func Run(ctx context.Context, g Gate, qs graph.QuadStore, lang, text string, l Limits) (Rows, error) {
	l = l.orDefault()
	t := &table{limits: l, names: qs}
	var path bool
	err := runInTurn(ctx, g, qs, lang, text, l, query.Raw, func(result any) error {
		path = path || isPath(result)
		return t.add(result)
	})
	if err != nil {
		return Rows{}, err
	}
	if path && len(t.rows) == 0 {
		return Rows{}, errPath
	}
	if err := t.addLast(); err != nil {
		return Rows{}, err
	}
	out := t.finish(text)
	if len(out.Values) == 0 {
		out.Hint = hint(qs, lang, text)
	}
	return out, nil
}

// errPath is for a script that ends with a path and has asked nothing.
var errPath = &QueryError{Message: "the query builds a path and asks nothing of it: end it with .all()"}

// isPath reports whether a script of Gizmo ended in a path that was not run.
func isPath(result any) bool {
	r, ok := result.(*gizmo.Result)
	return ok && r.Meta && fmt.Sprintf("%T", r.Val) == "*gizmo.pathObject"
}

// Results runs a query and gives its results as Cayley's HTTP API does: a list for Gizmo, an
// object for GraphQL.
func Results(ctx context.Context, g Gate, qs graph.QuadStore, lang, text string, l Limits, linked bool) (any, error) {
	form := query.JSON
	if linked && lang == gizmo.Name {
		form = query.JSONLD
	}
	l = l.orDefault()
	list := []any{}
	var object map[string]any
	answer := scale{limits: l, left: l.MemoryBytes}
	take := func(result any) error {
		if len(list) >= l.Rows {
			return l.rowsError()
		}
		if err := answer.weigh(result, 0); err != nil {
			return err
		}
		list = append(list, result)
		return nil
	}
	var last any // the value of the last statement of a script
	err := runInTurn(ctx, g, qs, lang, text, l, form, func(result any) error {
		if tree, ok := result.(map[string]any); ok && lang != gizmo.Name {
			object = tree
			if err := answer.weigh(tree, 0); err != nil {
				return err
			}
			_, err := treeRows(tree, l) // the row limit is that of Query
			return err
		}
		if v, ok := result.(lastValue); ok {
			last = v.value
			return nil
		}
		return take(result)
	})
	if err == nil && len(list) == 0 && lang == gizmo.Name {
		for _, v := range elements(last) {
			if err = take(v); err != nil {
				break
			}
		}
	}
	switch {
	case err != nil:
		return nil, err
	case lang != gizmo.Name:
		return object, nil
	}
	return list, nil
}

func runInTurn(ctx context.Context, g Gate, qs graph.QuadStore, lang, text string, l Limits,
	col query.Collation, emit func(any) error) error {
	if err := checkText(text); err != nil {
		return err
	}
	leave, err := g.Turn(ctx, qs, l.Time)
	if err != nil {
		return err
	}
	return runQuery(ctx, qs, lang, text, l, col, emit, leave)
}
