package graph

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// reader looks up quads by one of their parts. Each look-up walks an index and never the store. It
// is for one goroutine.
type reader struct {
	ctx   context.Context
	qs    graph.QuadStore
	names *recent[any, quad.Value] // of nodes that were read lately: a node keeps its value
	quads *quadMemory              // that were read lately; nil where the store may change meanwhile
}

// maxNames bounds the names that a reader remembers.
const maxNames = 300_000

func newReader(ctx context.Context, qs graph.QuadStore) reader {
	return reader{ctx: ctx, qs: qs, names: newRecent[any, quad.Value](maxNames)}
}

// quadMemory has the quads with a value in a direction, as all gives them. Who takes some must not
// change them.
type quadMemory = recent[lookedUp, []quad.Quad]

type lookedUp struct {
	direction quad.Direction
	value     quad.Value
	ordered   bool // as About and Pointing give them
}

// maxQuads bounds the quads that readers share.
const maxQuads = 800_000

// quad reads a quad that an iterator came to.
func (r reader) quad(at graph.Ref) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		node, err := r.qs.QuadDirection(at, d)
		if err != nil {
			return q, err
		}
		if node == nil {
			continue // no label
		}
		key := refs.ToKey(node)
		v, known := r.names.get(key)
		if !known {
			if v, err = r.qs.NameOf(node); err != nil {
				return q, err
			}
			r.names.put(key, v, 1)
		}
		q.Set(d, v)
	}
	return q, nil
}

// each calls f with every quad that has the value in that direction, until f reports false.
func (r reader) each(d quad.Direction, v quad.Value, f func(quad.Quad) bool) error {
	if r.quads == nil {
		return r.scan(d, v, f)
	}
	quads, err := r.all(d, v)
	if err != nil {
		return err
	}
	for _, q := range quads {
		if !f(q) {
			break
		}
	}
	return nil
}

// scan is each, from the store.
func (r reader) scan(d quad.Direction, v quad.Value, f func(quad.Quad) bool) error {
	ref, err := r.qs.ValueOf(v)
	if err != nil {
		return fmt.Errorf("looking up %v: %w", v, err)
	}
	if ref == nil {
		return nil
	}
	it := r.qs.QuadIterator(d, ref).Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		q, err := r.quad(it.Result())
		if err != nil {
			return fmt.Errorf("reading what is said of %v: %w", v, err)
		}
		if !f(q) {
			return nil
		}
	}
	if err := it.Err(); err != nil {
		return fmt.Errorf("reading what is said of %v: %w", v, err)
	}
	return r.ctx.Err()
}

// all are the quads that have the value in that direction.
func (r reader) all(d quad.Direction, v quad.Value) (out []quad.Quad, err error) {
	at := lookedUp{d, v, false}
	if r.quads != nil {
		if known, found := r.quads.get(at); found {
			return known, nil
		}
	}
	err = r.scan(d, v, func(q quad.Quad) bool {
		out = append(out, q)
		return true
	})
	if err == nil && r.quads != nil {
		r.quads.put(at, out, len(out)+2)
	}
	return out, err
}

// labelled are the quads of a subject under one label.
func (r reader) labelled(subject, label quad.IRI) (out []quad.Quad, err error) {
	err = r.each(quad.Subject, subject, func(q quad.Quad) bool {
		if q.Label == label {
			out = append(out, q)
		}
		return true
	})
	return out, err
}

// objects are the values of a property of a subject, under whatever label.
func (r reader) objects(subject, property quad.IRI) (out []quad.Value, err error) {
	err = r.each(quad.Subject, subject, func(q quad.Quad) bool {
		if q.Predicate == property {
			out = append(out, q.Object)
		}
		return true
	})
	return out, err
}

// subjects are the nodes that have a value of a property, under any label but one.
func (r reader) subjects(property quad.IRI, object quad.Value, but quad.IRI) (out []quad.IRI, err error) {
	err = r.each(quad.Object, object, func(q quad.Quad) bool {
		if s, ok := q.Subject.(quad.IRI); ok && q.Predicate == property && q.Label != but {
			out = append(out, s)
		}
		return true
	})
	return out, err
}

// has reports whether a quad is stored.
func (r reader) has(q quad.Quad) (found bool, err error) {
	err = r.each(quad.Subject, q.Subject, func(other quad.Quad) bool {
		found = other == q
		return !found
	})
	return found, err
}
