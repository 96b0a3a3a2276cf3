package view

import (
	"context"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Name is a thing with all its names.
type Name struct {
	IRI, Label string
	Keys       []string    // made by Key
	Weight     int         // how many statements speak of it
	From, To   record.Date // of a place or an organisation, zero where not known
}

// Names returns the names of everything that people search for, unordered: articles and things across articles, but
// not the parts of an article. It reads the store property by property.
func Names(ctx context.Context, s *store.Store) ([]Name, error) {
	index := nameIndex{s.Reader(ctx), map[any]*Name{}, map[any]bool{}}
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
		if err := index.read(p.property, p.take); err != nil {
			return nil, err
		}
	}
	for _, p := range []struct {
		property quad.IRI
		end      quad.Direction // where the thing stands in the quad
	}{{vocab.PropHasMembership, quad.Subject}, {vocab.PropPost, quad.Object}, {vocab.PropOrganization, quad.Object}, {vocab.PropSpecializationOf, quad.Object},
		{vocab.PropAreaServed, quad.Object}, {vocab.PropQuotedFrom, quad.Object}, {vocab.PropStartDate, quad.Subject}, {vocab.PropElected, quad.Subject}} {
		if err := index.weigh(p.property, p.end); err != nil {
			return nil, err
		}
	}
	return index.labelled(), nil
}

// nameIndex holds names by the references of their nodes.
type nameIndex struct {
	store store.Reader
	names map[any]*Name
	skip  map[any]bool // nodes that are not searched for
}

// of returns the name of a node, nil for a node that is not searched for.
func (x nameIndex) of(node store.Ref) (*Name, error) {
	key := node.Key()
	if n, known := x.names[key]; known || x.skip[key] {
		return n, nil
	}
	v, err := x.store.Value(node)
	if err != nil {
		return nil, err
	}
	if !found(iri(v)) {
		x.skip[key] = true
		return nil, nil
	}
	n := &Name{IRI: iri(v)}
	x.names[key] = n
	return n, nil
}

// read reads one property of all things.
func (x nameIndex) read(property quad.IRI, take func(n *Name, text string)) error {
	return x.store.EachRef(property, quad.Subject, func(subject, object store.Ref) error {
		n, err := x.of(subject)
		if err != nil || n == nil {
			return err
		}
		v, err := x.store.Value(object)
		take(n, vocab.Words(v))
		return err
	})
}

// weigh counts the statements about each thing by one property.
func (x nameIndex) weigh(property quad.IRI, end quad.Direction) error {
	return x.store.EachRef(property, end, func(node, _ store.Ref) error {
		if n := x.names[node.Key()]; n != nil {
			n.Weight++
		}
		return nil
	})
}

// labelled returns the names with a label. An article without a headline is labelled with its name.
func (x nameIndex) labelled() []Name {
	out := make([]Name, 0, len(x.names))
	for _, n := range x.names {
		if n.Label == "" && vocab.KindOf(n.IRI) == vocab.KindArticle {
			n.Label = vocab.LocalName(quad.IRI(n.IRI))
			n.Keys = append(n.Keys, vocab.Key(n.Label))
		}
		n.Label = strings.TrimSpace(strings.TrimLeft(n.Label, "#"))
		if n.Label != "" {
			out = append(out, *n)
		}
	}
	return out
}

// found reports whether a node is searched for: it is of one of Kinds and not part of an article.
func found(iri string) bool {
	kind := vocab.KindOf(iri)
	for _, k := range vocab.Kinds() {
		if k == kind {
			return !strings.Contains(iri, "#")
		}
	}
	return false
}
