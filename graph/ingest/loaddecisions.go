package ingest

import (
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// decided is what a file says that people decided. It counts where the file is an export: the lines are
// written and sorted as an export has them, each once, and each decision is one that could stand in
// corrections.csv. In any other file it is left out, and why says so: people decide in corrections.csv.
type decided struct {
	last       string // line of the file
	why        string // the file is no export, "" as long as it may be one
	nodes      map[quad.Value][]quad.Quad
	line       map[quad.Value]int // of the first statement of each
	statements int
}

func newDecided() *decided {
	return &decided{nodes: map[quad.Value][]quad.Quad{}, line: map[quad.Value]int{}}
}

// see takes note of a line of the file, whatever it says.
func (d *decided) see(line vocab.Line) {
	text := line.Text + "\n"
	switch {
	case d.why != "":
	case text != vocab.NQuad(line.Quad):
		d.why = fmt.Sprintf("line %d is not written as an export has it", line.Number)
	case text <= d.last:
		d.why = fmt.Sprintf("line %d is not in the order of an export", line.Number)
	}
	d.last = text
}

// maxDecided bounds the statements about decisions that a file may have.
const maxDecided = 1_000_000

// take notes a statement about a decision.
func (d *decided) take(line vocab.Line) error {
	if d.statements++; d.statements > maxDecided {
		return &vocab.LineError{Number: line.Number, Err: fmt.Errorf("more than %d statements under the label %s", maxDecided, vocab.Corrections)}
	}
	node := line.Quad.Subject
	if d.line[node] == 0 {
		d.line[node] = line.Number
	}
	d.nodes[node] = append(d.nodes[node], line.Quad)
	return nil
}

// quads are those that count. A decision in an export that is none is an error: the file is damaged, or
// somebody wrote it by hand.
func (d *decided) quads() (out []quad.Quad, err error) {
	if d.why != "" {
		return nil, nil
	}
	nodes := slices.SortedFunc(maps.Keys(d.nodes), func(a, b quad.Value) int { return d.line[a] - d.line[b] })
	var all []statement.Correction
	for _, node := range nodes {
		c, err := statement.CorrectionOf(d.nodes[node])
		if err != nil {
			return nil, &vocab.LineError{Number: d.line[node], Err: fmt.Errorf("under the label of corrections, %w", err)}
		}
		all = append(all, c)
		out = append(out, d.nodes[node]...)
	}
	if i, j, err := statement.Disagreement(all); err != nil {
		return nil, &vocab.LineError{Number: d.line[nodes[j]], Err: fmt.Errorf("%w, see line %d", err, d.line[nodes[i]])}
	}
	return out, nil
}
