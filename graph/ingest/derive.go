package ingest

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/derive"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// derive updates the derived data of the names and document groups that were touched, and of no others. The result
// does not depend on the order in which articles came: derive reads all mentions in the order of their IRIs.
func (u *update) derive() error {
	decided, err := derive.ReadCorrections(u.read)
	if err != nil {
		return err
	}
	read := derive.Remembering(u.read)
	workers := make([]*derive.Deriver, runtime.GOMAXPROCS(0))
	for i := range workers {
		workers[i] = derive.New(read, decided)
	}
	names := slices.Sorted(maps.Keys(u.touched.persons))
	units := map[string][]quad.IRI{}
	gather := func(more map[string][]quad.IRI) {
		for unit, holdings := range more {
			units[unit] = append(units[unit], holdings...)
		}
	}
	if err := u.each(workers, names, (*derive.Deriver).Persons, gather); err != nil {
		return err
	}
	if err := u.flush(); err != nil { // tenures are read from persons
		return err
	}
	ofUnit := func(d *derive.Deriver, unit string) (derive.Derived, error) { return d.TenuresOf(unit, units[unit]) }
	if err := u.each(workers, slices.Sorted(maps.Keys(units)), ofUnit, nil); err != nil {
		return err
	}
	if err := u.replaceDerived(vocab.PropExactMatch, decided.OrganizationQuads()); err != nil {
		return err
	}
	return u.each(workers, slices.Sorted(maps.Keys(u.touched.groups)), (*derive.Deriver).DocumentsOf, nil)
}

// Each derives several things concurrently and plans the changes in the order of the things. No thing depends on
// another one of its kind.
func (u *update) each(workers []*derive.Deriver, keys []string, work func(*derive.Deriver, string) (derive.Derived, error), units func(map[string][]quad.IRI)) error {
	done := 0
	for some := range slices.Chunk(keys, 64*len(workers)) {
		if u.ctx.Err() != nil {
			return fmt.Errorf("stopped before all was derived: %w", context.Cause(u.ctx))
		}
		out, errs := make([]derive.Derived, len(some)), make([]error, len(some))
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
			u.exchange(d.Before, d.After)
			if units != nil {
				units(d.Units)
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

// replaceDerived replaces all quads of one property in the derived layer.
func (u *update) replaceDerived(property quad.IRI, after []quad.Quad) error {
	all, err := u.read.All(quad.Predicate, property)
	if err != nil {
		return err
	}
	before := slices.DeleteFunc(all, func(q quad.Quad) bool { return q.Label != vocab.Derived })
	u.exchange(vocab.Distinct(before), after)
	return nil
}
