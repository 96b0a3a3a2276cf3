package query

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// ReversePlan is a plan for a step back over an edge: the subjects of one property with one value.
// Cayley has an index for it, {Object, Predicate, Subject}, but uses an index only when it is given
// all of its parts, and else walks every quad of the property. The plan reads the part of the index
// that begins with the two. It is missing for a store that has no such index.
//
// An index of the two alone would do as well, but Cayley keeps what has one key as one list, which
// is read and written as a whole with each quad of, say, a class of which most things are.
func ReversePlan(ctx context.Context, store shape.Optimizer, in shape.Shape) (shape.Shape, bool) {
	step, ok := in.(shape.QuadsAction)
	if !ok || len(step.Filter) != 2 || step.Filter[quad.Object] == nil || step.Filter[quad.Predicate] == nil {
		return nil, false
	}
	whole := shape.QuadsAction{Result: quad.Subject}
	for d, v := range step.Filter {
		whole.SetFilter(d, v)
	}
	whole.SetFilter(quad.Subject, step.Filter[quad.Object]) // any node: only the index is of interest
	plan, ok := store.OptimizeShape(ctx, whole)
	if !ok {
		return nil, false
	}
	nodes, ok := plan.(shape.NodesFrom)
	if !ok {
		return nil, false
	}
	scan, ok := nodes.Quads.(kv.IndexScan)
	if !ok || len(scan.Index.Dirs) != 3 || scan.Index.Dirs[2] != quad.Subject {
		return nil, false
	}
	scan.Values = scan.Values[:2]
	return step.SimplifyFrom(reverseScan{scan}), true
}

// reverseScan reads the quads whose index keys begin with the values.
type reverseScan struct{ kv.IndexScan }

// BuildIterator makes the iterator, which knows its size when that is small.
func (s reverseScan) BuildIterator(qs graph.QuadStore) iterator.Shape {
	return &countedShape{Shape: s.IndexScan.BuildIterator(qs)}
}

// Optimize changes nothing.
func (s reverseScan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }

// countedShape is an iterator whose size Cayley takes for half of the store. It is counted instead
// when it is asked for, so that Cayley begins a join at the smaller side.
type countedShape struct {
	iterator.Shape
	costs *iterator.Costs // nil until it is counted
}

const maxCount = 1000 // a size above it stays Cayley's guess

// Optimize changes nothing.
func (s *countedShape) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

// Stats counts once.
func (s *countedShape) Stats(ctx context.Context) (iterator.Costs, error) {
	if s.costs != nil {
		return *s.costs, nil
	}
	costs, err := s.Shape.Stats(ctx)
	if err != nil {
		return costs, err
	}
	it := s.Shape.Iterate()
	defer it.Close()
	n := int64(0)
	for n <= maxCount && it.Next(ctx) {
		n++
	}
	if err := it.Err(); err != nil {
		return costs, err
	}
	if n <= maxCount {
		costs.Size = refs.Size{Value: n, Exact: true}
	}
	s.costs = &costs
	return costs, nil
}
