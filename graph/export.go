package graph

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/nhiemky/nhiemky/extract"
)

// Export writes all quads as canonical N-Quads: one a line, sorted by their bytes, each once. Stores
// of the same articles export the same bytes. What the store keeps for itself is left out.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	var lines []string
	qs := s.handle.QuadStore
	it := qs.QuadsAllIterator().Iterate()
	defer it.Close()
	for it.Next(ctx) {
		q, err := qs.Quad(it.Result())
		if err != nil {
			return fmt.Errorf("exporting %s: %w", s.path, err)
		}
		if q.Label != Bookkeeping {
			lines = append(lines, line(q))
		}
	}
	if err := it.Err(); err != nil {
		return fmt.Errorf("exporting %s: %w", s.path, err)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("exporting %s: %w", s.path, err)
	}
	return writeSorted(w, lines)
}

func writeSorted(w io.Writer, lines []string) error {
	slices.Sort(lines)
	b := bufio.NewWriter(w)
	for _, l := range slices.Compact(lines) {
		if _, err := b.WriteString(l); err != nil {
			return fmt.Errorf("writing N-Quads: %w", err)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing N-Quads: %w", err)
	}
	return nil
}

// WriteNQuads writes what results say, and what they speak of, as canonical N-Quads, without a
// store. Nothing is derived across articles.
func WriteNQuads(w io.Writer, places Places, results []extract.Result) error {
	g := newGazetteer(places)
	var lines []string
	put := func(quads []quad.Quad) {
		for _, q := range quads {
			lines = append(lines, line(q))
		}
	}
	for _, r := range results {
		s, err := statementsOf(g, r)
		if err != nil {
			return err
		}
		put(s.quads)
		for _, quads := range s.shared {
			put(quads)
		}
	}
	return writeSorted(w, lines)
}
