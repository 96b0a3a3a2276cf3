package graph

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A change that needs more than one transaction is written to a file first, the journal: a line of
// N-Quads for each quad, with a sign before it, and a last line. A process that dies while the
// change is carried out leaves the journal behind, and the next Open carries it out again, leaving
// alone what was done. A journal without its last line was never begun to be carried out.
const (
	journalFile = "journal"
	journalEnd  = "end\n"
	batchSize   = 10_000 // quads in a transaction
)

// journal is a change on its way to the store.
type journal struct {
	store *Store
	file  *os.File // nil for a store in memory
	out   *bufio.Writer
	kept  bytes.Buffer // in place of the file
	err   error        // the first that occurred
	done  bool
}

func (s *Store) newJournal() (*journal, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	j := &journal{store: s}
	if s.path == "" {
		j.out = bufio.NewWriter(&j.kept)
		return j, nil
	}
	f, err := os.Create(filepath.Join(s.path, journalFile))
	if err != nil {
		return nil, fmt.Errorf("%s: cannot write to the store: %w", s.path, err)
	}
	j.file, j.out = f, bufio.NewWriterSize(f, 1<<20)
	return j, nil
}

// write notes a quad that is to be put in ('+') or taken out ('-').
func (j *journal) write(sign byte, q quad.Quad) {
	if j.err == nil {
		j.err = j.out.WriteByte(sign)
	}
	if j.err == nil {
		_, j.err = j.out.WriteString(line(q))
	}
}

// carryOut closes the journal and does what it says.
func (j *journal) carryOut() error {
	if j.err == nil {
		_, j.err = j.out.WriteString(journalEnd)
	}
	j.err = errors.Join(j.err, j.out.Flush())
	if j.file == nil {
		return errors.Join(j.err, j.store.carryOut(&j.kept))
	}
	if j.err == nil {
		j.err = j.file.Sync()
	}
	if j.err != nil {
		return fmt.Errorf("writing %s, what was stored before is still there: %w", j.file.Name(), j.err)
	}
	j.done = true // from here on it has to be carried out, now or at the next Open
	if _, err := j.file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("reading %s: %w", j.file.Name(), err)
	}
	if err := j.store.carryOut(j.file); err != nil {
		return err
	}
	return j.remove()
}

// abandon drops a journal that was not carried out.
func (j *journal) abandon() {
	if j.file != nil && !j.done {
		j.err = errors.Join(j.err, j.remove())
	}
}

func (j *journal) remove() error {
	if err := errors.Join(j.file.Close(), os.Remove(j.file.Name())); err != nil {
		return fmt.Errorf("removing the journal: %w", err)
	}
	return nil
}

// finishJournal carries out a change that was interrupted.
func (s *Store) finishJournal() error {
	if s.path == "" {
		return nil
	}
	f, err := os.Open(filepath.Join(s.path, journalFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: cannot read the journal of the store: %w", s.path, err)
	}
	j := &journal{store: s, file: f}
	whole, err := hasEnd(f)
	if err == nil && whole {
		err = s.carryOut(f)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: finishing what was interrupted: %w", s.path, err), f.Close())
	}
	return j.remove()
}

// hasEnd reports whether the last line of a journal was written, and goes back to its begin.
func hasEnd(f *os.File) (bool, error) {
	end := make([]byte, len(journalEnd)+1)
	if _, err := f.Seek(-int64(len(end)), io.SeekEnd); err != nil {
		return false, nil // shorter than that
	}
	if _, err := io.ReadFull(f, end); err != nil {
		return false, err
	}
	_, err := f.Seek(0, io.SeekStart)
	return string(end) == "\n"+journalEnd, err
}

// carryOut does what a journal says. Cayley counts a quad twice that it is told to add or to remove
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
	about := &subject{read: s.reader(context.Background())}
	in := bufio.NewReaderSize(r, 1<<20)
	for {
		text, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) || text == journalEnd {
			break
		}
		if err != nil {
			return fmt.Errorf("reading the journal: %w", err)
		}
		q, err := parseLine(text[1 : len(text)-1])
		if err != nil {
			return fmt.Errorf("the journal is damaged: %w", err)
		}
		next := graph.Procedure(graph.Add)
		if text[0] == '-' {
			next = graph.Delete
		}
		if next != action || len(batch) == batchSize {
			if err := flush(); err != nil {
				return err
			}
			action = next
			about.forget()
		}
		if stored, err := about.has(q); err != nil {
			return err
		} else if stored == (action == graph.Add) {
			continue
		}
		about.note(q, action == graph.Add)
		batch = append(batch, q)
	}
	return flush()
}

// subject is what is stored, or about to be stored, of the subjects of a batch.
type subject struct {
	read  reader
	quads map[quad.Value]map[quad.Quad]bool
}

func (s *subject) forget() { s.quads = nil }

func (s *subject) has(q quad.Quad) (bool, error) {
	known, found := s.quads[q.Subject]
	if !found {
		stored, err := s.read.all(quad.Subject, q.Subject)
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

// transact adds or removes quads in one transaction. Doing both in one would go wrong: Cayley does
// not find the number of a node that a transaction removes more often than it adds it.
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

// change is what is to be taken out of the store and what is to be put in. All that is removed is
// stored, nothing that is added is, and no quad is there twice.
type change struct {
	remove, add []quad.Quad
}

// apply carries a change out, wholly or not at all.
func (s *Store) apply(c change) error {
	if s.broken != nil {
		return s.broken
	}
	if len(c.remove) == 0 && len(c.add) <= 2*batchSize {
		return s.transact(graph.Add, c.add)
	}
	if len(c.add) == 0 && len(c.remove) <= 2*batchSize {
		return s.transact(graph.Delete, c.remove)
	}
	j, err := s.newJournal()
	if err != nil {
		return err
	}
	defer j.abandon()
	for _, q := range c.remove {
		j.write('-', q)
	}
	for _, q := range c.add {
		j.write('+', q)
	}
	return j.carryOut()
}
