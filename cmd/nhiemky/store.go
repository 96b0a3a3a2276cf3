package main

import (
	"errors"

	"github.com/nhiemky/nhiemky/graph"
)

// withStore opens the store for the time of use. Every error of opening and closing is an errStore.
func (g *global) withStore(o graph.Options, use func(*graph.Store) error) error {
	s, err := graph.Open(g.store, o)
	if err != nil {
		return fail(errStore, err)
	}
	err = use(s)
	return errors.Join(err, fail(errStore, s.Close()))
}
