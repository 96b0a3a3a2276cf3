package graph

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A change to the store that needs more than one transaction is written to the journal first. A
// process that dies in the middle leaves the journal behind, and the next Open finishes the change.
// A journal without its last line was never begun to be carried out, and is dropped.
const (
	journalFile = "journal"
	journalEnd  = "end\n"
	batchSize   = 10_000 // quads in a transaction
)

// change is what is to be taken out of the store, and what is to be put in. All that is removed is
// stored, nothing that is added is, and no quad is there twice: Cayley would count wrong.
type change struct {
	remove, add []quad.Quad
}

// apply carries a change out, wholly or not at all.
func (s *Store) apply(c change) error {
	if s.broken != nil {
		return s.broken
	}
	if len(c.remove) == 0 && len(c.add) <= batchSize {
		return s.transact(graph.Add, c.add)
	}
	if err := s.writeJournal(c); err != nil {
		return err
	}
	if err := s.carryOut(c); err != nil {
		return err
	}
	return s.dropJournal()
}

// carryOut removes and adds in separate transactions. One for both would go wrong: Cayley does not
// find the number of a node that a transaction removes more often than it adds it.
func (s *Store) carryOut(c change) error {
	for q := c.remove; len(q) > 0; q = q[min(batchSize, len(q)):] {
		if err := s.transact(graph.Delete, q[:min(batchSize, len(q))]); err != nil {
			return err
		}
	}
	for q := c.add; len(q) > 0; q = q[min(batchSize, len(q)):] {
		if err := s.transact(graph.Add, q[:min(batchSize, len(q))]); err != nil {
			return err
		}
	}
	return nil
}

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
	if err := s.handle.ApplyTransaction(t); err != nil {
		// Cayley keeps in memory what it meant to write, and would write it with the next batch.
		s.broken = fmt.Errorf("%s: writing failed, what was stored before is still there: %w", s.path, err)
		return s.broken
	}
	return nil
}

func (s *Store) journalPath() string { return filepath.Join(s.path, journalFile) }

func (s *Store) writeJournal(c change) (err error) {
	if s.path == "" {
		return nil
	}
	f, err := os.Create(s.journalPath())
	if err != nil {
		return fmt.Errorf("writing the journal of the store: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing %s: %w", f.Name(), err)
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	w := bufio.NewWriter(f)
	for _, q := range c.remove {
		w.WriteString("-" + line(q))
	}
	for _, q := range c.add {
		w.WriteString("+" + line(q))
	}
	w.WriteString(journalEnd)
	return errors.Join(w.Flush(), f.Sync(), f.Close())
}

func (s *Store) dropJournal() error {
	if s.path == "" {
		return nil
	}
	if err := os.Remove(s.journalPath()); err != nil {
		return fmt.Errorf("removing the journal of the store: %w", err)
	}
	return nil
}

// finishJournal carries out what is left of a change that was interrupted.
func (s *Store) finishJournal() error {
	if s.path == "" {
		return nil
	}
	text, err := os.ReadFile(s.journalPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the journal of the store: %w", err)
	}
	if lines, whole := bytes.CutSuffix(text, []byte("\n"+journalEnd)); whole {
		c, err := s.rest(lines)
		if err != nil {
			return fmt.Errorf("%s: %w", s.journalPath(), err)
		}
		if err := s.carryOut(c); err != nil {
			return err
		}
	}
	return s.dropJournal()
}

// rest reads a journal and keeps what is not carried out yet.
func (s *Store) rest(journal []byte) (c change, err error) {
	r := s.reader(context.Background())
	for i, text := range bytes.Split(journal, []byte("\n")) {
		if len(text) == 0 {
			continue
		}
		q, err := parseLine(string(text[1:]))
		if err != nil {
			return change{}, fmt.Errorf("line %d: %w", i+1, err)
		}
		stored, err := r.has(q)
		switch {
		case err != nil:
			return change{}, err
		case text[0] == '-' && stored:
			c.remove = append(c.remove, q)
		case text[0] == '+' && !stored:
			c.add = append(c.add, q)
		}
	}
	return c, nil
}
