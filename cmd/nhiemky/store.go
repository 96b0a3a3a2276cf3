package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/nhiemky/nhiemky/graph/store"
)

// withStore opens the store while use runs. Every error of opening and closing is an errStore. A command
// that only reads warns if derived data is incomplete.
func (g *global) withStore(o store.Options, use func(*store.Store) error) error {
	o.Who = g.command
	s, err := store.Open(g.store, o)
	if err != nil {
		return fail(errStore, err)
	}
	if stale, err := s.Stale(context.Background()); err == nil && stale && !o.Create && !g.quiet {
		fmt.Fprintf(g.tell, "%s: a build was interrupted, so derived data is incomplete: run it again, or run nhiemky build with any article\n", visible(g.store))
	}
	err = use(s)
	return errors.Join(err, fail(errStore, s.Close()))
}
