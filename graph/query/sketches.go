package query

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// maxDrawn is how many queries and how many nodes are drawn.
const maxDrawn = 1000

// drawings are those of the queries of a script, side by side.
type drawings struct {
	shape    Shape
	drawn    map[string]int     // the first node of each query that is in it
	standIns map[quad.BNode]int // the node for which each made-up value stands
	asked    int
	err      error
}

// query draws one query, unless the same is there already, and gives the made-up value of its nodes
// and of each of its tags.
func (all *drawings) query(in shape.Shape) (node quad.BNode, tags map[string]quad.BNode) {
	d := &drawing{standIns: all.standIns, tags: map[string]int{}}
	d.add(in, d.node())
	text, err := json.Marshal(d.shape)
	if err != nil {
		all.err = fmt.Errorf("the shape has no form in JSON: %w", err)
		return "", nil
	}
	first, drawn := all.drawn[string(text)]
	if !drawn {
		first = len(all.shape.Nodes)
		all.drawn[string(text)] = first
		all.takeOver(d.shape)
	}
	if all.asked++; max(all.asked, len(all.shape.Nodes)) > maxDrawn {
		all.err = fmt.Errorf("%w (%d): it asks too much to be drawn", ErrRows, maxDrawn)
	}
	tags = map[string]quad.BNode{}
	for tag, id := range d.tags {
		tags[tag] = all.standIn(first + id)
	}
	return all.standIn(first), tags
}

// standIn is the made-up value of a node.
func (all *drawings) standIn(id int) quad.BNode {
	v := quad.BNode(fmt.Sprintf("node%d", id))
	all.standIns[v] = id
	return v
}

// takeOver adds a shape beside what is there.
func (all *drawings) takeOver(s Shape) {
	first := len(all.shape.Nodes)
	for _, n := range s.Nodes {
		n.ID += first
		all.shape.Nodes = append(all.shape.Nodes, n)
		if n.SameAs != nil {
			all.shape.Links = append(all.shape.Links, ShapeLink{*n.SameAs, n.ID, "same", false})
		}
	}
	for _, l := range s.Links {
		l.Source, l.Target = l.Source+first, l.Target+first
		all.shape.Links = append(all.shape.Links, l)
	}
}

// finish gives the shape with labels, and with lists where it has nothing.
func (all *drawings) finish() Shape {
	s := Shape{Nodes: []ShapeNode{}, Links: []ShapeLink{}}
	for _, n := range all.shape.Nodes {
		n.Label = n.label()
		s.Nodes = append(s.Nodes, n)
	}
	s.Links = append(s.Links, all.shape.Links...)
	return s
}

// label is what is known of a node: its values, its columns, its conditions.
func (n ShapeNode) label() string {
	var parts []string
	var values []string
	for _, v := range n.Values {
		values = append(values, lastPart(v))
	}
	if len(values) > 0 {
		parts = append(parts, strings.Join(values, " or "))
	}
	if len(n.Tags) > 0 {
		parts = append(parts, "as "+strings.Join(n.Tags, ", "))
	}
	parts = append(parts, n.Conditions...)
	switch {
	case len(parts) > 0:
		return strings.Join(parts, " ")
	case n.IsLinkNode:
		return "any property"
	case n.SameAs != nil:
		return "one of these"
	}
	return "any node"
}
