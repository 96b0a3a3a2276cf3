package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/cayleygraph/cayley/graph"
)

// TouchedFile is what ingest keeps in a store while it is being changed.
const TouchedFile = "touched"

// Beside says who is writing to the store while it is read as it was before, "" when nobody is.
func (s *Store) Beside() string {
	if s.frozen == nil || s.frozen.beside == "" || !unfinished(s.path) {
		return ""
	}
	return s.frozen.beside
}

// Interrupted reports whether a write was interrupted: the store is read as it was before, or without all
// that follows from what is in it.
func (s *Store) Interrupted(ctx context.Context) (bool, error) {
	if s.frozen != nil && s.frozen.died {
		return true, nil
	}
	return s.Stale(ctx)
}

// MoveOn lets a store that is only read go on to what was finished since, and reports whether there was
// anything. It waits for those who look at the store; queries that run go on with what was there before.
// On any other store it does nothing.
func (s *Store) MoveOn() (bool, error) {
	if s.frozen == nil {
		return false, nil
	}
	info, err := os.Stat(filepath.Join(s.path, finishedFile))
	if err != nil || s.frozen.asOf != nil && os.SameFile(info, s.frozen.asOf) && info.ModTime().Equal(s.frozen.asOf.ModTime()) {
		return false, nil // a store that is gone is answered from as it was
	}
	next, files, err := openFrozen(s.path)
	if err != nil {
		return false, err
	}
	s.views.Lock()
	defer s.views.Unlock()
	s.changes.Add(1)
	s.holding.Lock()
	s.past = append(s.past, s.now.Swap(next))
	s.holding.Unlock()
	s.frozen = files
	s.names.forget()
	s.quads.forget()
	return true, s.closePast()
}

// keptPast is how many databases stay open behind the newest for those who read without asking for it.
const keptPast = 3

// closePast closes databases that nobody reads any more.
func (s *Store) closePast() (err error) {
	old := max(0, len(s.past)-keptPast)
	s.past = slices.DeleteFunc(s.past, func(o *opened) bool {
		old--
		if old < 0 || o.users.Load() > 0 {
			return false
		}
		err = errors.Join(err, o.close())
		return true
	})
	return err
}

// hold gives the database for a query, which keeps it open until release.
func (s *Store) hold() (qs graph.QuadStore, release func()) {
	s.holding.Lock()
	defer s.holding.Unlock()
	o := s.now.Load()
	o.users.Add(1)
	return o.handle.QuadStore, func() { o.users.Add(-1) }
}
