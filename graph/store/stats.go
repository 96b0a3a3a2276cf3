package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Stats counts what is in a store.
type Stats struct {
	Quads   int64        `json:"quads"`
	Classes []ClassCount `json:"classes"` // in a fixed order, also those of which there is nothing
	Stale   bool         `json:"stale"`   // an Add was interrupted, and the next one has to mend what is derived
}

// ClassCount is how many things of a class there are.
type ClassCount struct {
	Name  string `json:"name"`  // in English, for many of them: "articles"
	Class string `json:"class"` // the IRI
	Count int    `json:"count"`
}

var counted = []ClassCount{
	{Name: "articles", Class: string(vocab.ClassArticle)}, {Name: "holdings", Class: string(vocab.ClassHolding)},
	{Name: "persons", Class: string(vocab.ClassPerson)}, {Name: "organisations", Class: string(vocab.ClassOrganization)},
	{Name: "posts", Class: string(vocab.ClassPost)}, {Name: "titles", Class: string(vocab.ClassRole)},
	{Name: "places", Class: string(vocab.ClassPlace)}, {Name: "congresses", Class: string(vocab.ClassCongress)},
	{Name: "committee terms", Class: string(vocab.ClassCommitteeTerm)}, {Name: "documents", Class: string(vocab.ClassDocument)},
	{Name: "meetings", Class: string(vocab.ClassMeeting)}, {Name: "mentions", Class: string(vocab.ClassMention)},
	{Name: "passages", Class: string(vocab.ClassPassage)},
}

// Stats counts the quads and the things of each class.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	size, err := s.Handle().QuadStore.Stats(ctx, false)
	if errors.Is(err, kv.ErrNoBucket) { // nothing was ever stored
		size, err = graph.Stats{}, nil
	}
	if err != nil {
		return Stats{}, fmt.Errorf("counting the quads of %s: %w", s.path, err)
	}
	out := Stats{Quads: size.Quads.Value}
	if out.Stale, err = s.Stale(ctx); err != nil {
		return Stats{}, err
	}
	own, err := s.Reader(ctx).ownQuads()
	if err != nil {
		return Stats{}, err
	}
	out.Quads -= own
	for _, c := range counted {
		nodes, err := s.Reader(ctx).Instances(quad.IRI(c.Class))
		if err != nil {
			return Stats{}, err
		}
		c.Count = len(nodes)
		out.Classes = append(out.Classes, c)
	}
	return out, nil
}

// Stale reports whether a run was interrupted, so that what follows from the articles is not all worked
// out. The next run that writes does it.
func (s *Store) Stale(ctx context.Context) (bool, error) { return s.Reader(ctx).Has(StaleMark) }

// ownQuads is the number of quads that the store keeps for itself.
func (r Reader) ownQuads() (n int64, err error) {
	label, err := r.qs.ValueOf(vocab.Bookkeeping)
	if err != nil || label == nil {
		return 0, err
	}
	it := r.qs.QuadIterator(quad.Label, label).Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		n++
	}
	return n, it.Err()
}

// Instances are the nodes of a class. It goes by references and reads no node.
func (r Reader) Instances(class quad.IRI) (map[any]bool, error) {
	object, err := r.qs.ValueOf(class)
	if err != nil || object == nil {
		return nil, err
	}
	property, err := r.qs.ValueOf(vocab.PropType)
	if err != nil || property == nil {
		return nil, err
	}
	nodes := map[any]bool{}
	it := r.qs.QuadIterator(quad.Object, object).Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		p, err := r.qs.QuadDirection(it.Result(), quad.Predicate)
		if err != nil {
			return nil, fmt.Errorf("counting %v: %w", class, err)
		}
		if refs.ToKey(p) != refs.ToKey(property) {
			continue
		}
		node, err := r.qs.QuadDirection(it.Result(), quad.Subject)
		if err != nil {
			return nil, fmt.Errorf("counting %v: %w", class, err)
		}
		nodes[refs.ToKey(node)] = true
	}
	if err := it.Err(); err != nil {
		return nil, fmt.Errorf("counting %v: %w", class, err)
	}
	return nodes, r.ctx.Err()
}

var StaleMark = quad.Quad{Subject: vocab.Bookkeeping, Predicate: quad.IRI(vocab.NamespaceOwn + "stale"), Object: vocab.Boolean(true), Label: vocab.Bookkeeping}
