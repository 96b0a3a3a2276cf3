package store

import (
	"context"
	"fmt"
	"io"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Change lists quads to remove and quads to add. Every quad to remove must be stored, no quad to add may be, and
// there must be no duplicates.
type Change struct {
	Remove, Add []quad.Quad
}

// Apply makes a change, either completely or not at all.
func (s *Store) Apply(c Change) error {
	if s.broken != nil {
		return s.broken
	}
	if len(c.Remove) == 0 && len(c.Add) <= 2*BatchSize {
		return s.transact(graph.Add, c.Add)
	}
	if len(c.Add) == 0 && len(c.Remove) <= 2*BatchSize {
		return s.transact(graph.Delete, c.Remove)
	}
	j, err := s.NewJournal()
	if err != nil {
		return err
	}
	defer j.Abandon()
	for _, q := range c.Remove {
		j.Write('-', q)
	}
	for _, q := range c.Add {
		j.Write('+', q)
	}
	return j.CarryOut()
}

// CarryOut does what a journal says. Cayley counts a quad twice that it is told to add or to remove
// twice, so each is looked up first. Quads of one subject mostly stand together: what is stored of
// the last subject is kept at hand.
func (s *Store) carryOut(r io.Reader) error {
	var batch []quad.Quad
	var action graph.Procedure
	flush := func() error {
		err := s.transact(action, batch)
		batch = batch[:0]
		return err
	}
	about := &subject{read: s.Reader(context.Background())}
	err := eachChange(r, func(sign byte, q quad.Quad) error {
		next := graph.Procedure(graph.Add)
		if sign == '-' {
			next = graph.Delete
		}
		if next != action || len(batch) == BatchSize {
			if err := flush(); err != nil {
				return err
			}
			action = next
			about.forget()
		}
		if stored, err := about.has(q); err != nil || stored == (action == graph.Add) {
			return err
		}
		about.note(q, action == graph.Add)
		batch = append(batch, q)
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// subject holds what is stored, or about to be stored, for the subjects of a batch.
type subject struct {
	read  Reader
	quads map[quad.Value]map[quad.Quad]bool
}

func (s *subject) forget() { s.quads = nil }

func (s *subject) has(q quad.Quad) (bool, error) {
	known, found := s.quads[q.Subject]
	if !found {
		stored, err := s.read.All(quad.Subject, q.Subject)
		if err != nil {
			return false, err
		}
		known = make(map[quad.Quad]bool, len(stored))
		for _, o := range stored {
			known[o] = true
		}
		if s.quads == nil {
			s.quads = map[quad.Value]map[quad.Quad]bool{}
		}
		s.quads[q.Subject] = known
	}
	return known[q], nil
}

func (s *subject) note(q quad.Quad, stored bool) { s.quads[q.Subject][q] = stored }

// transact adds or removes quads in one transaction. A transaction with both fails: Cayley does not find the number
// of a node that the transaction removes more often than it adds it.
func (s *Store) transact(action graph.Procedure, quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	t := graph.NewTransactionN(len(quads))
	for _, q := range quads {
		if action == graph.Add {
			t.AddQuad(q)
		} else {
			t.RemoveQuad(q)
		}
	}
	defer s.quads.forget()
	if err := s.Handle().ApplyTransaction(t); err != nil {
		// Cayley keeps unwritten changes in memory and would write them with the next batch.
		s.broken = fmt.Errorf("%s: writing failed, what was stored before is still there: %w", s.path, WriteError(err))
		return s.broken
	}
	return nil
}
