package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Reader looks up quads by one of their parts. Each look-up walks an index and never the store. It
// is for one goroutine.
type Reader struct {
	ctx     context.Context
	qs      graph.QuadStore
	names   *Recent[any, quad.Value] // of nodes that were read lately: a node keeps its value
	indexes []kv.QuadIndex           // of the store, of those that are ours
	quads   *quadMemory              // that were read lately; nil where the store may change meanwhile
}

// maxNames bounds the names that a reader remembers.
const maxNames = 300_000

// quadMemory has the quads with a value in a direction, as all gives them. Who takes some must not
// change them.
type quadMemory = Recent[lookedUp, []quad.Quad]

type lookedUp struct {
	direction quad.Direction
	value     quad.Value
	ordered   bool // as ordered gives them
}

// maxQuads bounds the quads that readers share.
const maxQuads = 800_000

// quad reads a quad that an iterator came to.
func (r Reader) quad(at graph.Ref) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		node, err := r.qs.QuadDirection(at, d)
		if err != nil {
			return q, err
		}
		if node == nil {
			continue // no label
		}
		key := refs.ToKey(node)
		v, known := r.names.Get(key)
		if !known {
			if v, err = r.qs.NameOf(node); err != nil {
				return q, err
			}
			r.names.Put(key, v, 1)
		}
		q.Set(d, v)
	}
	return q, nil
}

// Context is that of the calls for which it reads.
func (r Reader) Context() context.Context { return r.ctx }

// Ref is a node as the store numbers it: to tell nodes apart without reading their values.
type Ref struct{ node refs.Ref }

// Key is the same for Refs of one node.
func (n Ref) Key() any { return refs.ToKey(n.node) }

// Value is the value of a node.
func (r Reader) Value(node Ref) (quad.Value, error) { return r.qs.NameOf(node.node) }

// Knows reports whether a value is part of any quad.
func (r Reader) Knows(v quad.Value) (bool, error) {
	node, err := r.qs.ValueOf(v)
	return node != nil, err
}

// Each calls f with every quad that has the value in that direction, until f reports false.
func (r Reader) Each(d quad.Direction, v quad.Value, f func(quad.Quad) bool) error {
	if r.quads == nil {
		return r.scan(d, v, f)
	}
	quads, err := r.All(d, v)
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
func (r Reader) scan(d quad.Direction, v quad.Value, f func(quad.Quad) bool) error {
	ref, err := r.qs.ValueOf(v)
	if err != nil {
		return fmt.Errorf("looking up %v: %w", v, err)
	}
	if ref == nil {
		return nil
	}
	return r.walk(r.qs.QuadIterator(d, ref), v, f)
}

// walk calls f with the quads of an iterator; v is what it looks for.
func (r Reader) walk(quads iterator.Shape, v quad.Value, f func(quad.Quad) bool) error {
	it := quads.Iterate()
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

// ScanBoth is scan of the quads that have another value in another direction too: by an index on both
// where the store has one, so that the other quads are not read.
func (r Reader) ScanBoth(d quad.Direction, v quad.Value, other quad.Direction, w quad.Value, f func(quad.Quad) bool) error {
	at := slices.IndexFunc(r.indexes, func(i kv.QuadIndex) bool { return i.Dirs[0] == d && i.Dirs[1] == other })
	if at < 0 {
		return r.scan(d, v, func(q quad.Quad) bool { return q.Get(other) != w || f(q) })
	}
	refs, err := r.qs.(*kv.QuadStore).RefsOf(r.ctx, []quad.Value{v, w})
	if err != nil {
		return fmt.Errorf("looking up %v: %w", v, err)
	}
	a, _ := refs[0].(kv.Int64Value)
	b, _ := refs[1].(kv.Int64Value)
	if a == 0 || b == 0 { // one of them is not there
		return nil
	}
	return r.walk(kv.IndexScan{Index: r.indexes[at], Values: []uint64{uint64(a), uint64(b)}}.BuildIterator(r.qs), v, f)
}

// Both is each of the quads that have another value in another direction too.
func (r Reader) Both(d quad.Direction, v quad.Value, other quad.Direction, w quad.Value, f func(quad.Quad) bool) error {
	if r.quads == nil {
		return r.ScanBoth(d, v, other, w, f)
	}
	return r.Each(d, v, func(q quad.Quad) bool { return q.Get(other) != w || f(q) })
}

// All are the quads that have the value in that direction.
func (r Reader) All(d quad.Direction, v quad.Value) (out []quad.Quad, err error) {
	at := lookedUp{d, v, false}
	if r.quads != nil {
		if known, found := r.quads.Get(at); found {
			return known, nil
		}
	}
	err = r.scan(d, v, func(q quad.Quad) bool {
		out = append(out, q)
		return true
	})
	if err == nil && r.quads != nil {
		r.quads.Put(at, out, len(out)+2)
	}
	return out, err
}

// Ordered are those of all that the store does not keep for itself, in order. The list is not to be
// changed. It is for readers that share what they read.
func (r Reader) Ordered(d quad.Direction, v quad.Value) ([]quad.Quad, error) {
	at := lookedUp{d, v, true}
	all, found := r.quads.Get(at)
	if found {
		return all, nil
	}
	unordered, err := r.All(d, v)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(slices.Clone(unordered), func(q quad.Quad) bool { return q.Label == vocab.Bookkeeping })
	slices.SortFunc(all, vocab.CompareQuads)
	r.quads.Put(at, all, len(all)+2)
	return all, nil
}

// Everything calls f with every quad of the store, until f gives an error.
func (r Reader) Everything(f func(quad.Quad) error) error {
	it := r.qs.QuadsAllIterator().Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		q, err := r.quad(it.Result())
		if err != nil {
			return err
		}
		if err := f(q); err != nil {
			return err
		}
	}
	return cmp.Or(it.Err(), r.ctx.Err())
}

// Labelled are the quads of a subject under one label.
func (r Reader) Labelled(subject, label quad.IRI) (out []quad.Quad, err error) {
	add := func(q quad.Quad) bool {
		out = append(out, q)
		return true
	}
	if r.quads != nil { // of a subject that is at hand, rather than of a label
		err = r.Both(quad.Subject, subject, quad.Label, label, add)
	} else {
		err = r.ScanBoth(quad.Label, label, quad.Subject, subject, add)
	}
	return out, err
}

// Objects are the values of a property of a subject, under whatever label.
func (r Reader) Objects(subject, property quad.IRI) (out []quad.Value, err error) {
	err = r.Both(quad.Subject, subject, quad.Predicate, property, func(q quad.Quad) bool {
		out = append(out, q.Object)
		return true
	})
	return out, err
}

// Subjects are the nodes that have a value of a property, under any label but one.
func (r Reader) Subjects(property quad.IRI, object quad.Value, but quad.IRI) (out []quad.IRI, err error) {
	err = r.Both(quad.Object, object, quad.Predicate, property, func(q quad.Quad) bool {
		if s, ok := q.Subject.(quad.IRI); ok && q.Label != but {
			out = append(out, s)
		}
		return true
	})
	return out, err
}

// Has reports whether a quad is stored.
func (r Reader) Has(q quad.Quad) (found bool, err error) {
	err = r.Both(quad.Subject, q.Subject, quad.Predicate, q.Predicate, func(other quad.Quad) bool {
		found = other == q
		return !found
	})
	return found, err
}

// EachRef calls f with the ends of every quad of a property, the given end first. It reads no value.
func (r Reader) EachRef(property quad.IRI, end quad.Direction, f func(node, other Ref) error) error {
	ref, err := r.qs.ValueOf(property)
	if err != nil || ref == nil {
		return err
	}
	other := quad.Object
	if end == quad.Object {
		other = quad.Subject
	}
	it := r.qs.QuadIterator(quad.Predicate, ref).Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		var ends [2]Ref
		for i, d := range [2]quad.Direction{end, other} {
			if ends[i].node, err = r.qs.QuadDirection(it.Result(), d); err != nil {
				return fmt.Errorf("reading all of %v: %w", property, err)
			}
		}
		if err := f(ends[0], ends[1]); err != nil {
			return fmt.Errorf("reading all of %v: %w", property, err)
		}
	}
	if err := it.Err(); err != nil {
		return fmt.Errorf("reading all of %v: %w", property, err)
	}
	return r.ctx.Err()
}
