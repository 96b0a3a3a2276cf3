package view

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
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
	if out.Thing, err = l.withLife(organization); err != nil {
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
	for _, list := range [][]store.Thing{out.Parts, out.Predecessors, out.Successors} {
		for i, other := range list {
			if list[i], err = l.withLife(other.IRI); err != nil {
				return out, err
			}
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

// At leaves out the parts that had ended before a date, or came after it.
func (r Relations) At(date record.Date) Relations {
	r.Parts = slices.DeleteFunc(slices.Clone(r.Parts), func(t store.Thing) bool {
		return !t.To.IsZero() && t.To.Last().Compare(date.First()) < 0 || !t.From.IsZero() && t.From.First().Compare(date.Last()) > 0
	})
	return r
}

// withLife is an organisation with its days. One that has none of its own lived as long as the unit that it serves, in all
// its versions.
func (l *Look) withLife(organization string) (store.Thing, error) {
	t, err := l.Thing(organization)
	if err != nil || !t.From.IsZero() || !t.To.IsZero() {
		return t, err
	}
	places, err := l.Objects(organization, vocab.PropAreaServed)
	if err != nil || len(places) == 0 {
		return t, err
	}
	began, ended := true, true
	for i, p := range places {
		place, err := l.Thing(p)
		if err != nil {
			return t, err
		}
		began, ended = began && !place.From.IsZero(), ended && !place.To.IsZero()
		if i == 0 || place.From.Compare(t.From) < 0 {
			t.From = place.From
		}
		t.To = later(t.To, place.To)
	}
	if !began {
		t.From = record.Date{}
	}
	if !ended {
		t.To = record.Date{}
	}
	return t, nil
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
