package ingest

import (
	"context"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Correct replaces the stored corrections and updates the derived data. It returns the indexes of corrections whose
// subject is not stored: they are kept, and take effect once the subject is there.
func Correct(ctx context.Context, s *store.Store, all []statement.Correction) (unmatched []int, err error) {
	s.StartWriting()
	defer s.StopWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		return nil, err
	}
	before, err := u.read.All(quad.Label, vocab.Corrections)
	if err != nil {
		return nil, err
	}
	var after []quad.Quad
	for i, c := range all {
		if err := c.Check(); err != nil {
			return nil, err
		}
		after = append(after, c.Quads()...)
		for _, subject := range []string{c.Subject, c.Other} {
			if known, err := u.read.Knows(quad.IRI(subject)); subject != "" && (err != nil || !known) {
				unmatched = append(unmatched, i)
				break
			}
		}
	}
	before, after = vocab.Distinct(before), vocab.Distinct(after)
	if slices.Equal(before, after) {
		return unmatched, nil
	}
	if err := u.touchCorrected(before, after); err != nil {
		return nil, err
	}
	u.exchange(before, after)
	return unmatched, u.finish()
}

// touchCorrected marks the persons that corrections are about.
func (u *update) touchCorrected(lists ...[]quad.Quad) error {
	for _, q := range slices.Concat(lists...) {
		holding, ok := q.Object.(quad.IRI)
		if !ok || q.Predicate != vocab.PropCorrects && q.Predicate != vocab.PropCorrectsToo {
			continue
		}
		members, err := u.read.Objects(holding, vocab.PropMember)
		if err != nil {
			return err
		}
		for _, m := range members {
			names, err := u.read.Objects(m.(quad.IRI), vocab.PropName)
			if err != nil {
				return err
			}
			for _, n := range names {
				u.touched.person(vocab.Words(n))
			}
		}
	}
	return nil
}
