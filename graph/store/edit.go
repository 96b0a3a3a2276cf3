package store

import (
	"context"

	"github.com/cayleygraph/cayley/graph/memstore"
)

// Alone waits until nobody reads, and keeps everybody out until leave is called.
func (s *Store) Alone(ctx context.Context) (leave func(), err error) {
	readmit, err := s.queries.Alone(ctx)
	if err != nil {
		return nil, err
	}
	s.views.Lock()
	s.changes.Add(1)
	return func() { s.views.Unlock(); readmit() }, nil
}

// Still waits until nobody changes the store, and keeps it as it is until leave is called. On a store in
// memory nobody else reads meanwhile: its iterators write to it.
func (s *Store) Still(ctx context.Context) (leave func(), err error) {
	if _, inMemory := s.Handle().QuadStore.(*memstore.QuadStore); !inMemory {
		s.views.RLock()
		return s.views.RUnlock, nil
	}
	readmit, err := s.queries.Alone(ctx)
	if err != nil {
		return nil, err
	}
	s.views.RLock()
	return func() { s.views.RUnlock(); readmit() }, nil
}

// Changes counts what changed beside readers since the store was opened: while it stays the same, so
// does every answer.
func (s *Store) Changes() int64 { return s.changes.Load() }
