package view

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Alternates are the articles that are copies of one, and those that are nearly.
type Alternates struct {
	Copies []string
	Nearly []string // also those that are nearly copies of these in turn, and the one that this is a copy of
}

// Identifier is the name of an article, "" when it has none.
func (l *Look) Identifier(article string) (string, error) {
	values, err := l.read.Objects(quad.IRI(article), vocab.PropIdentifier)
	if err != nil || len(values) == 0 {
		return "", err
	}
	return vocab.Words(values[0]), nil
}

// Alternates finds the copies of an article by their IRIs, in order.
func (l *Look) Alternates(article string) (out Alternates, err error) {
	copies, err := l.read.Copies(quad.IRI(article))
	if err != nil {
		return out, err
	}
	for _, c := range copies {
		out.Copies = append(out.Copies, string(c))
	}
	seen := map[quad.IRI]bool{quad.IRI(article): true}
	for queue := []quad.IRI{quad.IRI(article)}; len(queue) > 0; queue = queue[1:] {
		err := l.read.ScanBoth(quad.Subject, queue[0], quad.Predicate, vocab.PropAlternateOf, func(q quad.Quad) bool {
			if node, ok := q.Object.(quad.IRI); ok && !seen[node] {
				seen[node] = true
				queue = append(queue, node)
				out.Nearly = append(out.Nearly, string(node))
			}
			return true
		})
		if err != nil {
			return out, err
		}
	}
	slices.Sort(out.Nearly)
	return out, nil
}
