package vocab

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/lanrat/extsort"
)

// linesInMemory is how many lines, of some 200 bytes, are sorted in memory.
const linesInMemory = 50_000

// WriteSorted writes lines in order, each once.
func WriteSorted(ctx context.Context, w io.Writer, lines iter.Seq2[string, error]) error {
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
