package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// A change that needs more than one transaction is written to a file first, the journal: a line of
// N-Quads for each quad, with a sign before it, and a last line. A process that dies while the
// change is carried out leaves the journal behind, and the next Open carries it out again, leaving
// alone what was done. A journal without its last line was never begun to be carried out.
const (
	journalFile = "journal"
	journalEnd  = "end\n"
	BatchSize   = 40_000  // quads in a transaction
	BatchBytes  = 8 << 20 // of articles in a transaction
)

// journal is a change on its way to the store.
type Journal struct {
	store *Store
	file  *os.File // nil for a store in memory
	out   *bufio.Writer
	kept  bytes.Buffer // in place of the file
	err   error        // the first that occurred
	done  bool
}

func (s *Store) NewJournal() (*Journal, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	j := &Journal{store: s}
	if s.path == "" {
		j.out = bufio.NewWriter(&j.kept)
		return j, nil
	}
	f, err := os.Create(filepath.Join(s.path, journalFile))
	if err != nil {
		return nil, fmt.Errorf("%s: cannot write to the store: %w", s.path, WriteError(err))
	}
	j.file, j.out = f, bufio.NewWriterSize(f, 1<<20)
	return j, nil
}

// Write notes a quad that is to be put in ('+') or taken out ('-').
func (j *Journal) Write(sign byte, q quad.Quad) {
	if j.err == nil {
		j.err = j.out.WriteByte(sign)
	}
	if j.err == nil {
		_, j.err = j.out.WriteString(vocab.NQuad(q))
	}
}

// Rewrite changes the quads that were noted so far.
func (j *Journal) Rewrite(change func(quad.Quad) quad.Quad) error {
	if err := errors.Join(j.err, j.out.Flush()); err != nil {
		return WriteError(err)
	}
	next := &Journal{store: j.store}
	var in io.Reader = bytes.NewReader(bytes.Clone(j.kept.Bytes()))
	if j.file == nil {
		next.out = bufio.NewWriter(&next.kept)
	} else {
		if _, err := j.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		f, err := os.Create(j.file.Name() + ".new")
		if err != nil {
			return fmt.Errorf("%s: cannot write to the store: %w", j.store.path, WriteError(err))
		}
		in, next.file, next.out = j.file, f, bufio.NewWriterSize(f, 1<<20)
	}
	err := eachChange(in, func(sign byte, q quad.Quad) error {
		next.Write(sign, change(q))
		return next.err
	})
	err = errors.Join(err, next.out.Flush())
	if j.file != nil {
		err = errors.Join(err, j.file.Close())
		j.file = next.file
		if err == nil {
			err = os.Rename(next.file.Name(), filepath.Join(j.store.path, journalFile))
		}
	}
	if err != nil {
		return fmt.Errorf("%s: writing the journal anew: %w", j.store.path, WriteError(err))
	}
	j.kept.Reset()
	j.kept.Write(next.kept.Bytes())
	if j.file == nil {
		j.out = bufio.NewWriter(&j.kept)
	} else {
		j.out = next.out
	}
	return nil
}

// eachChange calls f with each line of a journal.
func eachChange(r io.Reader, f func(sign byte, q quad.Quad) error) error {
	in := bufio.NewReaderSize(r, 1<<20)
	for {
		text, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) || text == journalEnd {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the journal: %w", err)
		}
		q, err := vocab.ParseLine(text[1 : len(text)-1])
		if err != nil {
			return fmt.Errorf("the journal is damaged: %w", err)
		}
		if err := f(text[0], q); err != nil {
			return err
		}
	}
}

// CarryOut closes the journal and does what it says.
func (j *Journal) CarryOut() error {
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
		return fmt.Errorf("writing %s, what was stored before is still there: %w", j.file.Name(), WriteError(j.err))
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

// Abandon drops a journal that was not carried out.
func (j *Journal) Abandon() {
	if j.file != nil && !j.done {
		j.err = errors.Join(j.err, j.remove())
	}
}

func (j *Journal) remove() error {
	if err := errors.Join(j.file.Close(), os.Remove(filepath.Join(j.store.path, journalFile))); err != nil {
		return fmt.Errorf("removing the journal: %w", err)
	}
	return nil
}

// finishJournal carries out a change that was interrupted.
func (s *Store) finishJournal() error {
	if s.path == "" {
		return nil
	}
	_ = os.Remove(filepath.Join(s.path, journalFile+".new")) // of a Rewrite that was interrupted
	f, err := os.Open(filepath.Join(s.path, journalFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: cannot read the journal of the store: %w", s.path, err)
	}
	j := &Journal{store: s, file: f}
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
