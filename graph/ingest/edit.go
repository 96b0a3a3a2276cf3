package ingest

import (
	"context"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Insert is Load for a store that is being queried: it waits until no query runs, and queries wait until it is done.
func Insert(ctx context.Context, s *store.Store, r io.Reader) (Loaded, error) {
	leave, err := s.Alone(ctx)
	if err != nil {
		return Loaded{}, err
	}
	defer leave()
	return Load(ctx, s, r, LoadOptions{})
}

// Remove removes the statements of N-Quads from the store, taking turns with queries as Insert does. It returns how
// many of them were there. If a line is wrong, nothing is removed.
func Remove(ctx context.Context, s *store.Store, r io.Reader) (int, error) {
	leave, err := s.Alone(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	s.StartWriting()
	defer s.StopWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		return 0, err
	}
	var stored []quad.Quad
	err = vocab.ReadNQuads(r, func(_ int, q quad.Quad) error {
		has, err := u.read.Has(q)
		if has {
			stored = append(stored, q)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	stored = vocab.Distinct(stored)
	u.replace(stored, nil)
	for article := range u.articles {
		if err := u.forgetReading(article); err != nil {
			return 0, err
		}
	}
	return len(stored), u.finish()
}

// Amend is Correct for a store that is being queried; see Insert.
func Amend(ctx context.Context, s *store.Store, all []statement.Correction) (unmatched []int, err error) {
	leave, err := s.Alone(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return Correct(ctx, s, all)
}
