package graph

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

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
	read := remembering(u.read)
	workers := make([]*deriver, runtime.GOMAXPROCS(0))
	for i := range workers {
		workers[i] = newDeriver(read, decided)
	}
	names := slices.Sorted(maps.Keys(u.touched.persons))
	units := map[string][]quad.IRI{}
	gather := func(more map[string][]quad.IRI) {
		for unit, holdings := range more {
			units[unit] = append(units[unit], holdings...)
		}
	}
	if err := u.each(workers, names, (*deriver).persons, gather); err != nil {
		return err
	}
	if err := u.flush(); err != nil { // tenures are read from persons
		return err
	}
	ofUnit := func(d *deriver, unit string) (derived, error) { return d.tenuresOf(unit, units[unit]) }
	if err := u.each(workers, slices.Sorted(maps.Keys(units)), ofUnit, nil); err != nil {
		return err
	}
	if err := u.replaceDerived(PropExactMatch, decided.organizationQuads()); err != nil {
		return err
	}
	return u.each(workers, slices.Sorted(maps.Keys(u.touched.groups)), (*deriver).documentsOf, nil)
}

// derived is what comes of deriving one thing.
type derived struct {
	before, after []quad.Quad           // what was derived of it, and what is now
	units         map[string][]quad.IRI // units of tenures that follow from it, with their holdings
}

// each derives things side by side, some at a time, and plans what changes in the order of the things. No
// thing depends on what is derived of another of its kind.
func (u *update) each(workers []*deriver, keys []string, work func(*deriver, string) (derived, error), units func(map[string][]quad.IRI)) error {
	done := 0
	for some := range slices.Chunk(keys, 64*len(workers)) {
		if u.ctx.Err() != nil {
			return fmt.Errorf("stopped before all was derived: %w", context.Cause(u.ctx))
		}
		out, errs := make([]derived, len(some)), make([]error, len(some))
		next := make(chan int)
		var wait sync.WaitGroup
		for _, w := range workers {
			wait.Go(func() {
				for i := range next {
					out[i], errs[i] = work(w, some[i])
				}
			})
		}
		for i := range some {
			next <- i
		}
		close(next)
		wait.Wait()
		for i, d := range out {
			if errs[i] != nil {
				return errs[i]
			}
			u.exchange(d.before, d.after)
			if units != nil {
				units(d.units)
			}
		}
		if u.full() {
			if err := u.flushBeside(); err != nil {
				return err
			}
		}
		if done += len(some); u.progress != nil {
			u.progress(done, len(keys))
		}
	}
	return nil
}

// deriver works out what follows for one thing after the other, for one goroutine.
type deriver struct {
	read      reader
	people    *personDeriver
	tenures   *tenureDeriver
	documents *documentDeriver
}

func newDeriver(r holdingReader, decided *corrections) *deriver {
	return &deriver{r.reader, &personDeriver{read: r, corrections: decided, places: map[quad.IRI]seatPlace{}},
		newTenureDeriver(r, decided), &documentDeriver{read: r.reader}}
}

// persons are the persons of a name, and the units in which they stand and stood.
func (d *deriver) persons(name string) (out derived, err error) {
	former, err := d.read.derivedThings(PropName, vi(name))
	if err != nil {
		return out, err
	}
	var tenures []quad.IRI
	if out.before, tenures, err = d.read.derivedOf(former); err != nil {
		return out, err
	}
	out.units = map[string][]quad.IRI{}
	for _, t := range tenures {
		units, err := d.read.objects(t, PropUnit)
		if err != nil {
			return out, err
		}
		for _, u := range units {
			out.units[Words(u)] = nil
		}
	}
	if out.after, err = d.people.derive(name); err != nil {
		return out, err
	}
	out.after = distinct(out.after)
	for _, q := range out.after {
		if holding, ok := q.Object.(quad.IRI); ok && q.Predicate == PropHasMembership {
			if err := d.tenures.unitsOf(name, holding, out.units); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// tenuresOf are the tenures of a unit; of one with a name the holdings are given.
func (d *deriver) tenuresOf(unit string, holdings []quad.IRI) (out derived, err error) {
	if out.after, err = d.tenures.derive(unit, holdings); err != nil {
		return out, err
	}
	out.after = distinct(out.after)
	out.before, err = d.read.derivedWith(PropUnit, quad.String(unit))
	return out, err
}

// documentsOf are the documents of a group.
func (d *deriver) documentsOf(group string) (out derived, err error) {
	if out.after, err = d.documents.derive(group); err != nil {
		return out, err
	}
	out.after = distinct(out.after)
	out.before, err = d.read.derivedWith(PropGroup, quad.String(group))
	return out, err
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

// derivedWith is what is derived of the things that have a value of a property.
func (r reader) derivedWith(property quad.IRI, value quad.Value) ([]quad.Quad, error) {
	things, err := r.derivedThings(property, value)
	if err != nil {
		return nil, err
	}
	out, _, err := r.derivedOf(things)
	return out, err
}

// derivedOf is what is derived of things, each quad once. Tenures and contradictions, which are replaced
// with their units, are given beside.
func (r reader) derivedOf(things []quad.IRI) (out []quad.Quad, tenures []quad.IRI, err error) {
	for _, node := range things {
		quads, err := r.labelled(node, Derived)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, quads...)
		err = r.each(quad.Object, node, func(q quad.Quad) bool {
			tenure, _ := q.Subject.(quad.IRI)
			switch {
			case q.Label != Derived:
			case q.Predicate == PropHolder || q.Predicate == PropAbout:
				tenures = append(tenures, tenure)
			default:
				out = append(out, q)
			}
			return true
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return distinct(out), tenures, nil
}

// derivedThings are the nodes that the derived layer gives a value of a property.
func (r reader) derivedThings(property quad.IRI, value quad.Value) (out []quad.IRI, err error) {
	err = r.each(quad.Object, value, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok && q.Predicate == property && q.Label == Derived {
			out = append(out, node)
		}
		return true
	})
	return out, err
}
