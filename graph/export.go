package graph

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/lanrat/extsort"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Export writes all quads as canonical N-Quads: one a line, sorted by their bytes, each once. Stores
// of the same articles export the same bytes. What the store keeps for itself is left out. More lines than
// linesInMemory are sorted on disk, in the folder for temporary files.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	r := s.reader(ctx)
	err := writeSorted(ctx, w, func(yield func(string, error) bool) {
		err := r.everything(func(q quad.Quad) error {
			if q.Label != Bookkeeping && !yield(NQuad(q), nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield("", err)
		}
	})
	if err != nil {
		return fmt.Errorf("exporting %s: %w", s.path, plainly(err))
	}
	return nil
}

// errStopped ends the reading of a store when nobody wants more of it.
var errStopped = errors.New("stopped")

// linesInMemory is how many lines, of some 200 bytes, are sorted in memory.
const linesInMemory = 50_000

// writeSorted writes lines in order, each once.
func writeSorted(ctx context.Context, w io.Writer, lines iter.Seq2[string, error]) error {
	out := bufio.NewWriterSize(w, 1<<16)
	last := ""
	write := func(l string) error {
		if l == last {
			return nil
		}
		last = l
		_, err := out.WriteString(l)
		return err
	}
	var few []string
	next, stop := iter.Pull2(lines)
	defer stop()
	for len(few) < linesInMemory {
		l, err, more := next()
		if err != nil {
			return err
		}
		if !more {
			slices.Sort(few)
			for _, l := range few {
				if err := write(l); err != nil {
					return fmt.Errorf("writing N-Quads: %w", err)
				}
			}
			return out.Flush()
		}
		few = append(few, l)
	}
	if err := sortOnDisk(ctx, few, next, write); err != nil {
		return err
	}
	return out.Flush()
}

// sortOnDisk writes lines in order: those that were taken from next before, and the rest.
func sortOnDisk(ctx context.Context, before []string, next func() (string, error, bool), write func(string) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for {
			l, err, more := "", error(nil), true
			if len(before) > 0 {
				l, before = before[0], before[1:]
			} else {
				l, err, more = next()
			}
			if err != nil {
				stop(err)
			}
			if err != nil || !more {
				return
			}
			select {
			case lines <- l:
			case <-ctx.Done():
				return
			}
		}
	}()
	sorter, sorted, failed := extsort.Strings(lines, &extsort.Config{ChunkSize: linesInMemory, NumWorkers: 2, SortedChanBuffSize: 1000})
	go sorter.Sort(ctx)
	var wrong error
	for l := range sorted {
		if wrong == nil {
			if wrong = write(l); wrong != nil {
				stop(wrong) // and what is sorted is drained, so that the sorter ends
			}
		}
	}
	err := <-failed
	for range lines { // whoever reads the store has ended when this returns
	}
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// WriteNQuads writes what results say, and what they speak of, as canonical N-Quads, without a
// store. Nothing is derived across articles.
func WriteNQuads(w io.Writer, places Places, results []record.Result) error {
	g := newAtlas(places)
	return writeSorted(context.Background(), w, func(yield func(string, error) bool) {
		put := func(quads []quad.Quad) bool {
			return !slices.ContainsFunc(quads, func(q quad.Quad) bool { return !yield(NQuad(q), nil) })
		}
		for _, r := range results {
			s, err := statementsOf(g, r)
			if err != nil {
				yield("", err)
				return
			}
			if !put(s.quads) {
				return
			}
			for _, quads := range s.shared {
				if !put(quads) {
					return
				}
			}
		}
	})
}
