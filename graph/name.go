package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
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
func (s *Store) Names(ctx context.Context) ([]Name, error) {
	r := s.reader(ctx)
	index := map[any]*Name{}
	skip := map[any]bool{}
	of := func(node refs.Ref) (*Name, error) {
		key := refs.ToKey(node)
		if n, known := index[key]; known || skip[key] {
			return n, nil
		}
		v, err := r.value(node)
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
		{PropPrefLabel, func(n *Name, text string) { n.Label = text }},
		{PropName, func(n *Name, text string) { n.Label = text }},
		{PropHeadline, func(n *Name, text string) { n.Label, n.Keys = text, append(n.Keys, Key(text)) }},
		{PropValidFrom, func(n *Name, text string) { n.From, _ = record.ParseDate(text) }},
		{PropValidThrough, func(n *Name, text string) { n.To, _ = record.ParseDate(text) }},
		{PropKey, func(n *Name, text string) { n.Keys = append(n.Keys, text) }},
	} {
		err := r.eachRef(p.property, quad.Subject, func(subject, object refs.Ref) error {
			n, err := of(subject)
			if err != nil || n == nil {
				return err
			}
			v, err := r.value(object)
			p.take(n, Words(v))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, p := range []struct {
		property quad.IRI
		end      quad.Direction // at which the thing is that a statement speaks of
	}{{PropHasMembership, quad.Subject}, {PropPost, quad.Object}, {PropOrganization, quad.Object}, {PropSpecializationOf, quad.Object},
		{PropAreaServed, quad.Object}, {PropQuotedFrom, quad.Object}, {PropStartDate, quad.Subject}, {PropElected, quad.Subject}} {
		err := r.eachRef(p.property, p.end, func(node, _ refs.Ref) error {
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
		if n.Label == "" && KindOf(n.IRI) == KindArticle {
			n.Label = localName(quad.IRI(n.IRI))
			n.Keys = append(n.Keys, Key(n.Label))
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
	kind := KindOf(iri)
	for _, k := range Kinds() {
		if k == kind {
			return !strings.Contains(iri, "#")
		}
	}
	return false
}

// eachRef calls f with the ends of every quad of a property, the given end first. It reads no value.
func (r reader) eachRef(property quad.IRI, end quad.Direction, f func(node, other refs.Ref) error) error {
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
		var ends [2]refs.Ref
		for i, d := range [2]quad.Direction{end, other} {
			if ends[i], err = r.qs.QuadDirection(it.Result(), d); err != nil {
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
