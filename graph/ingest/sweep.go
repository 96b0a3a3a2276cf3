package ingest

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// sweep removes the descriptions of nodes that are no longer used.
func (u *update) sweep() error {
	gone := map[quad.IRI]bool{}
	queue := slices.Sorted(maps.Keys(u.touched.dropped))
	for len(queue) > 0 {
		node := queue[0]
		queue = queue[1:]
		if gone[node] {
			continue
		}
		quads, err := u.read.Labelled(node, vocab.Reference)
		if err != nil {
			return err
		}
		if len(quads) == 0 {
			continue
		}
		used, err := u.used(node, gone)
		if err != nil {
			return err
		}
		if used {
			continue
		}
		gone[node] = true
		u.change.Remove = append(u.change.Remove, quads...)
		for _, q := range quads {
			if object, ok := q.Object.(quad.IRI); ok {
				queue = append(queue, object)
			}
		}
	}
	return u.flush()
}

// used reports whether an article, or the description of a node that stays, refers to a node.
func (u *update) used(node quad.IRI, gone map[quad.IRI]bool) (used bool, err error) {
	err = u.read.Each(quad.Object, node, func(q quad.Quad) bool {
		subject, _ := q.Subject.(quad.IRI)
		used = q.Label != vocab.Derived && (q.Label != vocab.Reference || !gone[subject] && subject != node)
		return !used
	})
	if used || err != nil {
		return used, err
	}
	// An article may describe a node that nothing points to, such as a congress.
	err = u.read.Each(quad.Subject, node, func(q quad.Quad) bool {
		used = q.Label != vocab.Derived && q.Label != vocab.Reference
		return !used
	})
	return used, err
}
