package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/nhiemky/nhiemky/graph/store"
)

// withStore opens the store for the time of use. Every error of opening and closing is an errStore. Who
// only asks is told when what would be answered is not all worked out.
func (g *global) withStore(o store.Options, use func(*store.Store) error) error {
	o.Who = g.command
	s, err := store.Open(g.store, o)
	if err != nil {
		return fail(errStore, err)
	}
	if stale, err := s.Stale(context.Background()); err == nil && stale && !o.Create && !g.quiet {
		fmt.Fprintf(g.tell, "%s: a build was interrupted, and not all is worked out: run it again, or nhiemky build with any article\n", visible(g.store))
	}
	err = use(s)
	return errors.Join(err, fail(errStore, s.Close()))
}
