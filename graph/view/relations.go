package view

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Relations are what an organisation has to do with others. Each list is in the order of labels.
type Relations struct {
	store.Thing
	Above        []store.Thing // what it is a part of
	Parts        []store.Thing
	Predecessors []store.Thing
	Successors   []store.Thing
	Places       []store.Thing // the versions of the unit that it serves
	BecamePlaces []store.Thing // the units that took over from those
	AlsoNamed    []store.Thing // the same under other names, as somebody decided
}

// Relations are what an organisation has to do with others.
func (l *Look) Relations(organization string) (out Relations, err error) {
	if out.Thing, err = l.Thing(organization); err != nil {
		return out, err
	}
	for _, r := range []struct {
		into     *[]store.Thing
		property quad.IRI
		nodes    func(node string, property quad.IRI) ([]string, error)
	}{
		{&out.Above, vocab.PropSubOrganizationOf, l.Objects}, {&out.Parts, vocab.PropSubOrganizationOf, l.linkedTo},
		{&out.Successors, vocab.PropReplacedBy, l.Objects}, {&out.Predecessors, vocab.PropReplacedBy, l.linkedTo},
		{&out.Places, vocab.PropAreaServed, l.Objects}, {&out.AlsoNamed, vocab.PropExactMatch, l.Objects},
	} {
		nodes, err := r.nodes(organization, r.property)
		if err != nil {
			return out, err
		}
		if *r.into, err = l.thingsInOrder(nodes); err != nil {
			return out, err
		}
	}
	for _, p := range out.Places {
		became, err := l.Objects(p.IRI, vocab.PropReplacedBy)
		if err != nil {
			return out, err
		}
		next, err := l.thingsInOrder(became)
		if err != nil {
			return out, err
		}
		out.BecamePlaces = append(out.BecamePlaces, next...)
	}
	out.BecamePlaces = inOrder(out.BecamePlaces)
	return out, nil
}

// linkedTo is Linked with its arguments in the order of Objects.
func (l *Look) linkedTo(node string, property quad.IRI) ([]string, error) {
	return l.Linked(property, node)
}

// thingsInOrder looks nodes up, in the order of their labels.
func (l *Look) thingsInOrder(nodes []string) (out []store.Thing, err error) {
	for _, n := range nodes {
		t, err := l.Thing(n)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return inOrder(out), nil
}

func inOrder(things []store.Thing) []store.Thing {
	slices.SortFunc(things, func(a, b store.Thing) int {
		if c := strings.Compare(a.Label, b.Label); c != 0 {
			return c
		}
		return strings.Compare(a.IRI, b.IRI)
	})
	return slices.Compact(things)
}
