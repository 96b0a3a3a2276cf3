package query

import (
	"context"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	_ "github.com/cayleygraph/quad/voc/core" // prefixes: rdf, rdfs, schema, owl, xsd
)

// bounded is a quad store that stops answering once the budget of its query is used up. Cayley's engines loop over
// iterators without checking a deadline (order, unique, joins); every such loop reads the store, so it is stopped
// here.
type bounded struct {
	graph.QuadStore
	budget *budget
	key    *runtimeKey // of Gizmo, or nil
}

// boundedStore wraps qs, and keeps its own optimizer when it has one.
func boundedStore(qs graph.QuadStore, b *budget, key *runtimeKey) graph.QuadStore {
	s := bounded{qs, b, key}
	if opt, ok := qs.(shape.Optimizer); ok {
		return optimizing{s, opt}
	}
	return s
}

func (s bounded) wrap(it iterator.Shape) iterator.Shape { return boundedShape{it, s.budget} }

func (s bounded) ValueOf(v quad.Value) (graph.Ref, error) {
	if err := s.budget.err(); err != nil {
		return nil, err
	}
	if v == runtimeNode && s.key != nil && !s.key.closed {
		return s.key, nil
	}
	return valueOf(s.QuadStore, v)
}

// valueOf looks a value up. An IRI with a prefix that Cayley knows, as rdf:type, is the full one when it is not there as it
// is; schema.org is looked for under both of its addresses.
func valueOf(qs graph.QuadStore, v quad.Value) (graph.Ref, error) {
	ref, err := qs.ValueOf(v)
	short, isIRI := v.(quad.IRI)
	if ref != nil || err != nil || !isIRI {
		return ref, err
	}
	full := short.Full()
	if full == short {
		return nil, nil
	}
	if ref, err = qs.ValueOf(full); ref != nil || err != nil {
		return ref, err
	}
	if rest, found := strings.CutPrefix(string(full), "http://schema.org/"); found {
		return qs.ValueOf(quad.IRI("https://schema.org/" + rest))
	}
	return nil, nil
}

func (s bounded) NameOf(r graph.Ref) (quad.Value, error) {
	if err := s.budget.err(); err != nil {
		return nil, err
	}
	if key, ok := r.(*runtimeKey); ok {
		return runtimeValue{key}, nil
	}
	return s.QuadStore.NameOf(r)
}

func (s bounded) Quad(r graph.Ref) (quad.Quad, error) {
	if err := s.budget.err(); err != nil {
		return quad.Quad{}, err
	}
	return s.QuadStore.Quad(r)
}

func (s bounded) QuadIterator(d quad.Direction, r graph.Ref) iterator.Shape {
	return s.wrap(s.QuadStore.QuadIterator(d, r))
}

func (s bounded) NodesAllIterator() iterator.Shape { return s.wrap(s.QuadStore.NodesAllIterator()) }

func (s bounded) QuadsAllIterator() iterator.Shape { return s.wrap(s.QuadStore.QuadsAllIterator()) }

// optimizing is a bounded store whose underlying store optimizes plans itself.
type optimizing struct {
	bounded
	opt shape.Optimizer
}

// OptimizeShape lets the underlying store make its plan, which only that store can run, and bounds it. Steps back
// over an edge, and comparisons with dates, have plans of our own.
func (s optimizing) OptimizeShape(ctx context.Context, in shape.Shape) (shape.Shape, bool) {
	if f, isFilter := in.(shape.Filter); isFilter {
		if dates, changed := comparingDates(f); changed {
			return dates, true
		}
	}
	out, ok := ReversePlan(ctx, s.opt, in)
	if !ok {
		out, ok = s.opt.OptimizeShape(ctx, in)
	}
	if !ok || shape.IsNull(out) {
		return out, ok
	}
	return storePlan{out, s.bounded}, true
}

// storePlan is a part of a query plan that runs on the underlying store.
type storePlan struct {
	shape.Shape
	store bounded
}

func (p storePlan) BuildIterator(graph.QuadStore) iterator.Shape {
	return p.store.wrap(p.Shape.BuildIterator(p.store.QuadStore))
}

func (p storePlan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return p, false }

// boundedShape makes iterators that end with the budget.
type boundedShape struct {
	iterator.Shape
	budget *budget
}

func (s boundedShape) Iterate() iterator.Scanner {
	return boundedScanner{s.Shape.Iterate(), s.budget}
}

func (s boundedShape) Lookup() iterator.Index { return boundedIndex{s.Shape.Lookup(), s.budget} }

func (s boundedShape) Optimize(ctx context.Context) (iterator.Shape, bool) {
	out, changed := s.Shape.Optimize(ctx)
	if _, none := out.(*iterator.Null); none {
		return out, true
	}
	return boundedShape{out, s.budget}, changed
}

type boundedScanner struct {
	iterator.Scanner
	budget *budget
}

func (s boundedScanner) Next(ctx context.Context) bool {
	return !s.budget.stopped.Load() && s.Scanner.Next(ctx)
}

func (s boundedScanner) NextPath(ctx context.Context) bool {
	return !s.budget.stopped.Load() && s.Scanner.NextPath(ctx)
}

func (s boundedScanner) Err() error { return firstError(s.budget.err(), s.Scanner) }

type boundedIndex struct {
	iterator.Index
	budget *budget
}

func (s boundedIndex) Contains(ctx context.Context, r refs.Ref) bool {
	return !s.budget.stopped.Load() && s.Index.Contains(ctx, r)
}

func (s boundedIndex) NextPath(ctx context.Context) bool {
	return !s.budget.stopped.Load() && s.Index.NextPath(ctx)
}

func (s boundedIndex) Err() error { return firstError(s.budget.err(), s.Index) }

func firstError(err error, it iterator.Base) error {
	if err != nil {
		return err
	}
	return it.Err()
}
