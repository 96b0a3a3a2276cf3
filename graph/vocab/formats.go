package vocab

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
)

// WriteNQuads writes quads as canonical N-Quads, sorted by their bytes.
func WriteNQuads(w io.Writer, quads []quad.Quad) error {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = NQuad(q)
	}
	slices.Sort(lines)
	_, err := io.WriteString(w, strings.Join(lines, ""))
	return err
}

// WriteJSONLD writes quads as JSON-LD.
func WriteJSONLD(w io.Writer, quads []quad.Quad) error {
	out := jsonld.NewWriter(w)
	if _, err := out.WriteQuads(quads); err != nil {
		return fmt.Errorf("writing JSON-LD: %w", err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing JSON-LD: %w", err)
	}
	return nil
}
