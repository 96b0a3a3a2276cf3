package graph

import (
	"context"
	"io"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// Insert is Load beside readers: it waits until no query runs, and keeps queries waiting until it is
// done. It gives the number of statements read.
func (s *Store) Insert(ctx context.Context, r io.Reader) (int, error) {
	leave, err := s.alone(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	return s.Load(ctx, r, nil)
}

// Remove takes the statements of N-Quads out of the store, beside readers as Insert, and gives the
// number of those that were there. A line that is wrong ends it before anything is removed.
func (s *Store) Remove(ctx context.Context, r io.Reader) (int, error) {
	leave, err := s.alone(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	s.startWriting()
	defer s.stopWriting()
	u, err := s.begin(ctx)
	if err != nil {
		return 0, err
	}
	var stored []quad.Quad
	err = readStatements(r, func(_ int, q quad.Quad) error {
		has, err := u.read.has(q)
		if has {
			stored = append(stored, q)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	stored = distinct(stored)
	u.replace(stored, nil)
	for article := range u.articles {
		if err := u.forgetReading(article); err != nil {
			return 0, err
		}
	}
	return len(stored), u.finish()
}

// Amend is Correct beside readers, as Insert is Load.
func (s *Store) Amend(ctx context.Context, all []Correction) (unmatched []int, err error) {
	leave, err := s.alone(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return s.Correct(ctx, all)
}

// alone waits until nobody reads, and keeps everybody out until leave is called.
func (s *Store) alone(ctx context.Context) (leave func(), err error) {
	readmit, err := s.queries.alone(ctx)
	if err != nil {
		return nil, err
	}
	s.views.Lock()
	s.changes.Add(1)
	return func() { s.views.Unlock(); readmit() }, nil
}

// still waits until nobody changes the store, and keeps it as it is until leave is called. On a store in
// memory nobody else reads meanwhile: its iterators write to it.
func (s *Store) still(ctx context.Context) (leave func(), err error) {
	if _, inMemory := s.handle.QuadStore.(*memstore.QuadStore); !inMemory {
		s.views.RLock()
		return s.views.RUnlock, nil
	}
	readmit, err := s.queries.alone(ctx)
	if err != nil {
		return nil, err
	}
	s.views.RLock()
	return func() { s.views.RUnlock(); readmit() }, nil
}

// Changes counts what changed beside readers since the store was opened: while it stays the same, so
// does every answer.
func (s *Store) Changes() int64 { return s.changes.Load() }
