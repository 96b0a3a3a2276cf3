package graph

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
)

// derive works out anew what follows from the articles together, for the names of persons and the
// groups of documents that were touched, and no others. What it states is the same whatever the
// order in which articles came: it reads all mentions, in the order of their IRIs.
func (u *update) derive() error {
	decided, err := u.read.corrections()
	if err != nil {
		return err
	}
	persons := &personDeriver{read: u.read, corrections: decided, places: map[quad.IRI]seatPlace{}}
	tenures := newTenureDeriver(u.read, decided)
	names := slices.Sorted(maps.Keys(u.persons))
	for _, name := range names {
		if err := u.eachPerson(name, tenures.formerUnits); err != nil {
			return err
		}
		quads, err := persons.derive(name)
		if err != nil {
			return err
		}
		if err := u.rederive(PropName, vi(name), quads); err != nil {
			return err
		}
	}
	if err := u.flush(); err != nil { // tenures are read from persons
		return err
	}
	for _, name := range names {
		err := u.eachPerson(name, func(p quad.IRI) error { return tenures.unitsOf(name, p) })
		if err != nil {
			return err
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(tenures.units)) {
		quads, err := tenures.derive(unit)
		if err != nil {
			return err
		}
		if err := u.rederive(PropUnit, quad.String(unit), quads); err != nil {
			return err
		}
	}
	if err := u.replaceDerived(PropExactMatch, decided.organizationQuads()); err != nil {
		return err
	}
	documents := &documentDeriver{read: u.read}
	for _, group := range slices.Sorted(maps.Keys(u.groups)) {
		quads, err := documents.derive(group)
		if err != nil {
			return err
		}
		if err := u.rederive(PropGroup, quad.String(group), quads); err != nil {
			return err
		}
	}
	return nil
}

// eachPerson calls f with the persons of a name.
func (u *update) eachPerson(name string, f func(person quad.IRI) error) error {
	persons, err := u.things(PropName, vi(name))
	if err != nil {
		return err
	}
	for _, p := range persons {
		if err := f(p); err != nil {
			return err
		}
	}
	return nil
}

// replaceDerived replaces everything that the derived layer says by a property.
func (u *update) replaceDerived(property quad.IRI, after []quad.Quad) error {
	all, err := u.read.all(quad.Predicate, property)
	if err != nil {
		return err
	}
	before := slices.DeleteFunc(all, func(q quad.Quad) bool { return q.Label != Derived })
	u.exchange(distinct(before), after)
	return nil
}

// rederive replaces what is derived of the things that have a value of a property.
func (u *update) rederive(property quad.IRI, value quad.Value, after []quad.Quad) error {
	things, err := u.things(property, value)
	if err != nil {
		return err
	}
	var before []quad.Quad
	for _, node := range things {
		quads, err := u.read.labelled(node, Derived)
		if err != nil {
			return err
		}
		before = append(before, quads...)
		err = u.read.each(quad.Object, node, func(q quad.Quad) bool {
			if q.Label == Derived && q.Predicate != PropHolder && q.Predicate != PropAbout { // tenures are replaced with their units
				before = append(before, q)
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	u.exchange(distinct(before), distinct(after))
	return u.flushFull()
}

// things are the nodes that the derived layer gives a value of a property.
func (u *update) things(property quad.IRI, value quad.Value) (out []quad.IRI, err error) {
	err = u.read.each(quad.Object, value, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok && q.Predicate == property && q.Label == Derived {
			out = append(out, node)
		}
		return true
	})
	return out, err
}
