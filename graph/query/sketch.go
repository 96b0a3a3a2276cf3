package query

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// Shape is what a query asks for, drawn as a graph: nodes for what it looks at, and a node with two
// links for each property that it follows.
type Shape struct {
	Nodes []ShapeNode `json:"nodes"`
	Links []ShapeLink `json:"links"`
}

// ShapeNode is a set of nodes of the graph, or with IsLinkNode a set of its properties.
type ShapeNode struct {
	ID         int      `json:"id"`
	Label      string   `json:"label"`            // what stands at it in a drawing
	Tags       []string `json:"tags,omitempty"`   // names of columns that it gives
	Values     []string `json:"values,omitempty"` // it is one of them, where there are any
	Conditions []string `json:"conditions,omitempty"`
	IsLinkNode bool     `json:"is_link_node"`
	IsFixed    bool     `json:"is_fixed"`          // the query names the values
	SameAs     *int     `json:"same_as,omitempty"` // the node of a query before, of which this is a result
}

// ShapeLink leads from the node Source to the node Target.
type ShapeLink struct {
	Source   int    `json:"source"`
	Target   int    `json:"target"`
	Role     string `json:"role"` // of the end that is no property: subject, object, label; or how the two go together: same, or, not, of
	Optional bool   `json:"optional,omitempty"`
}

// Sketch draws a query when it is its turn.
func Sketch(ctx context.Context, turns Gate, lang, text string, l Limits) (Shape, error) {
	l = l.orDefault()
	all := &drawings{drawn: map[string]int{}, standIns: map[quad.BNode]int{}}
	results, path := 0, false
	err := runInTurn(ctx, turns, &sketchStore{memstore.New(), all}, lang, text, l, query.Raw, func(result any) error {
		path = path || isPath(result)
		if results++; results > l.Rows {
			return l.rowsError()
		}
		return nil
	})
	var mistake *QueryError
	switch {
	case err != nil && !errors.As(err, &mistake):
		return Shape{}, err // a limit; the engine may still be drawing
	case all.err != nil:
		return Shape{}, all.err
	case err != nil:
		return Shape{}, err
	case path && len(all.shape.Nodes) == 0:
		return Shape{}, &QueryError{Message: "the query builds a path and asks nothing of it: end it with .all()"}
	case len(all.shape.Nodes) == 0:
		return Shape{}, &QueryError{Message: "there is nothing to draw: the query asks nothing of the graph, or only what has no shape, as followRecursive"}
	}
	return all.finish(), nil
}

// sketchStore is a store that draws the queries that an engine prepares for it, and answers each with
// one made-up result. Every value is in it.
type sketchStore struct {
	graph.QuadStore // an empty one
	all             *drawings
}

var _ shape.Optimizer = &sketchStore{}

// ValueOf gives a reference that knows its value.
func (s *sketchStore) ValueOf(v quad.Value) (graph.Ref, error) { return refs.PreFetched(v), nil }

// NameOf gives the value of such a reference.
func (s *sketchStore) NameOf(r graph.Ref) (quad.Value, error) {
	known, ok := r.(refs.PreFetchedValue)
	if !ok {
		return nil, fmt.Errorf("a node of unknown value: %v", r)
	}
	return known.NameOf(), nil
}

// OptimizeShape is asked for each part of a query, the inner ones first. Only the iterator of the whole
// is then built.
func (s *sketchStore) OptimizeShape(_ context.Context, in shape.Shape) (shape.Shape, bool) {
	if values, ok := in.(shape.Fixed); ok && len(values) == 1 {
		if _, own := values[0].(*runtimeKey); own {
			return in, false // not of the query: see runtimeKey
		}
	}
	return sketched{in, s.all}, true
}

// sketched is a query, or a part of one.
type sketched struct {
	shape.Shape
	all *drawings
}

// Optimize changes nothing.
func (s sketched) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }

// BuildIterator draws the query, and gives the iterator of its made-up result.
func (s sketched) BuildIterator(qs graph.QuadStore) iterator.Shape {
	node, tags := s.all.query(s.Shape)
	if s.all.err != nil {
		return iterator.NewError(s.all.err)
	}
	result := shape.FixedTags{On: shape.Fixed{refs.PreFetched(node)}, Tags: map[string]refs.Ref{}}
	for tag, v := range tags {
		result.Tags[tag] = refs.PreFetched(v)
	}
	return result.BuildIterator(qs)
}
