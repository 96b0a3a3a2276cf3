package view

import (
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Name is a thing with everything by which it is known.
type Name struct {
	IRI, Label string
	Keys       []string    // made by Key
	Weight     int         // how many statements speak of it
	From, To   record.Date // of a place or an organisation, zero where not known
}

// Names are those of everything that people look for, in no order: things across articles and the
// articles themselves, not the parts of an article. It goes through the store by properties.
func Names(ctx context.Context, s *store.Store) ([]Name, error) {
	r := s.Reader(ctx)
	index := map[any]*Name{}
	skip := map[any]bool{}
	of := func(node refs.Ref) (*Name, error) {
		key := refs.ToKey(node)
		if n, known := index[key]; known || skip[key] {
			return n, nil
		}
		v, err := r.Value(node)
		if err != nil {
			return nil, err
		}
		iri, _ := v.(quad.IRI)
		if !found(string(iri)) {
			skip[key] = true
			return nil, nil
		}
		n := &Name{IRI: string(iri)}
		index[key] = n
		return n, nil
	}
	for _, p := range []struct {
		property quad.IRI
		take     func(n *Name, text string)
	}{
		{vocab.PropPrefLabel, func(n *Name, text string) { n.Label = text }},
		{vocab.PropName, func(n *Name, text string) { n.Label = text }},
		{vocab.PropHeadline, func(n *Name, text string) { n.Label, n.Keys = text, append(n.Keys, vocab.Key(text)) }},
		{vocab.PropValidFrom, func(n *Name, text string) { n.From, _ = record.ParseDate(text) }},
		{vocab.PropValidThrough, func(n *Name, text string) { n.To, _ = record.ParseDate(text) }},
		{vocab.PropKey, func(n *Name, text string) { n.Keys = append(n.Keys, text) }},
	} {
		err := eachRef(r, p.property, quad.Subject, func(subject, object refs.Ref) error {
			n, err := of(subject)
			if err != nil || n == nil {
				return err
			}
			v, err := r.Value(object)
			p.take(n, vocab.Words(v))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, p := range []struct {
		property quad.IRI
		end      quad.Direction // at which the thing is that a statement speaks of
	}{{vocab.PropHasMembership, quad.Subject}, {vocab.PropPost, quad.Object}, {vocab.PropOrganization, quad.Object}, {vocab.PropSpecializationOf, quad.Object},
		{vocab.PropAreaServed, quad.Object}, {vocab.PropQuotedFrom, quad.Object}, {vocab.PropStartDate, quad.Subject}, {vocab.PropElected, quad.Subject}} {
		err := eachRef(r, p.property, p.end, func(node, _ refs.Ref) error {
			if n := index[refs.ToKey(node)]; n != nil {
				n.Weight++
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	out := make([]Name, 0, len(index))
	for _, n := range index {
		if n.Label == "" && vocab.KindOf(n.IRI) == vocab.KindArticle {
			n.Label = vocab.LocalName(quad.IRI(n.IRI))
			n.Keys = append(n.Keys, vocab.Key(n.Label))
		}
		n.Label = strings.TrimSpace(strings.TrimLeft(n.Label, "#"))
		if n.Label != "" {
			out = append(out, *n)
		}
	}
	return out, nil
}

// found reports whether people look for a node: it is of one of Kinds and no part of an article.
func found(iri string) bool {
	kind := vocab.KindOf(iri)
	for _, k := range vocab.Kinds() {
		if k == kind {
			return !strings.Contains(iri, "#")
		}
	}
	return false
}

// eachRef calls f with the ends of every quad of a property, the given end first. It reads no value.
func eachRef(r store.Reader, property quad.IRI, end quad.Direction, f func(node, other refs.Ref) error) error {
	ref, err := r.Qs.ValueOf(property)
	if err != nil || ref == nil {
		return err
	}
	other := quad.Object
	if end == quad.Object {
		other = quad.Subject
	}
	it := r.Qs.QuadIterator(quad.Predicate, ref).Iterate()
	defer it.Close()
	for it.Next(r.Ctx) {
		var ends [2]refs.Ref
		for i, d := range [2]quad.Direction{end, other} {
			if ends[i], err = r.Qs.QuadDirection(it.Result(), d); err != nil {
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
	return r.Ctx.Err()
}
