package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/nhiemky/nhiemky/graph/store"
)

// withStore opens the store while use runs. Every error of opening and closing is an errStore. A command
// that only reads warns if not all is in the store that was read.
func (g *global) withStore(o store.Options, use func(*store.Store) error) error {
	o.Who = g.command
	s, err := store.Open(g.store, o)
	if err != nil {
		return fail(errStore, err)
	}
	if o.Read && !g.quiet {
		g.warn(s)
	}
	if err = use(s); store.IsDamaged(err) { // whatever it was found by
		err = fail(errStore, err)
	}
	return errors.Join(err, fail(errStore, s.Close()))
}

// warn says on stderr that a store has not all of what was read, if it is so.
func (g *global) warn(s *store.Store) {
	if who := s.Beside(); who != "" {
		fmt.Fprintf(g.tell, "%s: %s is writing to it: the answer is from what was there before\n", visible(g.store), visible(who))
	}
	if interrupted, err := s.Interrupted(context.Background()); err == nil && interrupted {
		fmt.Fprintf(g.tell, "%s: a build was interrupted, so not all that it read is in the answer: run it again, or run nhiemky build with any article\n", visible(g.store))
	}
}
