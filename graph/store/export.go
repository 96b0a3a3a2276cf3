package store

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Export writes all quads as canonical N-Quads: one a line, sorted by their bytes, each once. Stores
// of the same articles export the same bytes. What the store keeps for itself is left out. More lines than
// linesInMemory are sorted on disk, in the folder for temporary files.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	r := s.Reader(ctx)
	err := vocab.WriteSorted(ctx, w, func(yield func(string, error) bool) {
		err := r.Everything(func(q quad.Quad) error {
			if q.Label != vocab.Bookkeeping && !yield(vocab.NQuad(q), nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield("", err)
		}
	})
	if err != nil {
		return fmt.Errorf("exporting %s: %w", s.path, WriteError(err))
	}
	return nil
}

// errStopped ends the reading of a store when nobody wants more of it.
var errStopped = errors.New("stopped")
