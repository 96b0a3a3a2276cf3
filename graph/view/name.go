package view

import (
	"context"
	"strings"

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
	of := func(node store.Ref) (*Name, error) {
		key := node.Key()
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
		err := r.EachRef(p.property, quad.Subject, func(subject, object store.Ref) error {
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
		err := r.EachRef(p.property, p.end, func(node, _ store.Ref) error {
			if n := index[node.Key()]; n != nil {
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
