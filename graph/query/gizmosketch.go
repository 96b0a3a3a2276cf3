package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// drawing is that of one query. Its first node is what the query gives.
type drawing struct {
	shape    Shape
	standIns map[quad.BNode]int // of the queries before
	tags     map[string]int     // the node of each tag
}

// lastPart is the name at the end of an IRI, and any other value as it is.
func lastPart(value string) string {
	iri, isIRI := strings.CutPrefix(strings.TrimSuffix(value, ">"), "<")
	name := iri[strings.LastIndexAny(iri, "#/")+1:]
	if !isIRI || name == "" {
		return value
	}
	return name
}

// node makes a node and gives its number.
func (d *drawing) node() int {
	d.shape.Nodes = append(d.shape.Nodes, ShapeNode{ID: len(d.shape.Nodes)})
	return len(d.shape.Nodes) - 1
}

// condition notes something of a node for which there is no drawing.
func (d *drawing) condition(id int, format string, args ...any) {
	n := &d.shape.Nodes[id]
	n.Conditions = append(n.Conditions, fmt.Sprintf(format, args...))
}

func (d *drawing) link(from, to int, role string, optional bool) {
	d.shape.Links = append(d.shape.Links, ShapeLink{from, to, role, optional})
}

// Add draws what a shape says of the node.
func (d *drawing) add(in shape.Shape, id int) { d.part(in, id, false) }

// PartIRI is add for a shape that may be optional in its query.
func (d *drawing) part(in shape.Shape, id int, optional bool) {
	switch s := in.(type) {
	case nil, shape.AllNodes:
	case shape.Null:
		d.condition(id, "(nothing)")
	case storePlan:
		d.part(s.Shape, id, optional)
	case sketched:
		d.part(s.Shape, id, optional)
	case shape.Fixed:
		d.fix(id, s)
	case shape.Save:
		d.tag(id, s.Tags...)
		d.part(s.From, id, optional)
	case shape.FixedTags:
		d.tag(id, slices.Sorted(maps.Keys(s.Tags))...)
		d.part(s.On, id, optional)
	case shape.Intersect:
		for _, sub := range s {
			d.part(sub, id, optional)
		}
	case shape.IntersectOpt:
		d.part(s.Sub, id, optional)
		for _, sub := range s.Opt {
			d.part(sub, id, true)
		}
	case shape.NodesFrom:
		d.quads(s.Quads, d.property(), map[quad.Direction]int{s.Dir: id}, optional)
	case shape.QuadsAction:
		d.action(s, id, optional)
	default:
		d.sets(in, id, optional)
	}
}

// sets draws how sets of nodes are put together or changed.
func (d *drawing) sets(in shape.Shape, id int, optional bool) {
	switch s := in.(type) {
	case shape.Union:
		for _, sub := range s {
			d.joined(sub, id, "or")
		}
	case shape.Except:
		d.part(s.From, id, optional)
		d.joined(s.Exclude, id, "not")
	case shape.Filter:
		for _, f := range s.Filters {
			d.condition(id, "%s", describe(f))
		}
		d.part(s.From, id, optional)
	case shape.Unique:
		d.condition(id, "(unique)")
		d.part(s.From, id, optional)
	case shape.Sort:
		d.condition(id, "(in order)")
		d.part(s.From, id, optional)
	case shape.Page:
		d.condition(id, "(skip %d, at most %d)", s.Skip, s.Limit)
		d.part(s.From, id, optional)
	case shape.Count:
		d.condition(id, "(number)")
		d.joined(s.Values, id, "of")
	default:
		d.condition(id, "(%s)", strings.TrimPrefix(fmt.Sprintf("%T", in), "*"))
	}
}

// joined draws a set beside the node, and how the two go together.
func (d *drawing) joined(in shape.Shape, id int, how string) {
	other := d.node()
	d.add(in, other)
	d.link(other, id, how, false)
}

// fix says which values a node may have.
func (d *drawing) fix(id int, values shape.Fixed) {
	n := &d.shape.Nodes[id]
	for _, r := range values {
		known, ok := r.(refs.PreFetchedValue)
		if !ok {
			d.condition(id, "(%T)", r)
			continue
		}
		v := known.NameOf()
		if bnode, ok := v.(quad.BNode); ok {
			if of, made := d.standIns[bnode]; made {
				n.SameAs = &of
				continue
			}
		}
		n.IsFixed = true
		n.Values = append(n.Values, quad.StringOf(v))
	}
}

func (d *drawing) tag(id int, tags ...string) {
	d.shape.Nodes[id].Tags = append(d.shape.Nodes[id].Tags, tags...)
	for _, tag := range tags {
		d.tags[tag] = id
	}
}

// property makes the node of a property.
func (d *drawing) property() int {
	id := d.node()
	d.shape.Nodes[id].IsLinkNode = true
	return id
}

// Quads draws the quads of a property. ends are the nodes that are known of them.
func (d *drawing) quads(in shape.Shape, property int, ends map[quad.Direction]int, optional bool) {
	d.filters(in, property, ends)
	subject, object := d.end(quad.Subject, property, ends), d.end(quad.Object, property, ends)
	d.link(subject, property, "subject", optional)
	d.link(property, object, "object", optional)
	if label, known := ends[quad.Label]; known {
		d.link(property, label, "label", optional)
	}
}

// filters draws what is asked of quads at each of their ends.
func (d *drawing) filters(in shape.Shape, property int, ends map[quad.Direction]int) {
	switch s := in.(type) {
	case storePlan:
		d.filters(s.Shape, property, ends)
	case sketched:
		d.filters(s.Shape, property, ends)
	case shape.Quads:
		for _, f := range s {
			d.part(f.Values, d.end(f.Dir, property, ends), false)
		}
	case shape.Intersect:
		for _, sub := range s {
			d.filters(sub, property, ends)
		}
	case shape.Union:
		d.condition(property, "(at either end)")
		for _, sub := range s {
			d.filters(sub, property, ends)
		}
	default:
		d.condition(property, "(%T)", in)
	}
}

// end is the node at one end of quads.
func (d *drawing) end(dir quad.Direction, property int, ends map[quad.Direction]int) int {
	if dir == quad.Predicate {
		return property
	}
	if id, known := ends[dir]; known {
		return id
	}
	ends[dir] = d.node()
	return ends[dir]
}

// action draws a step that Cayley has made of quads whose ends are known.
func (d *drawing) action(s shape.QuadsAction, id int, optional bool) {
	var quads shape.Quads
	for _, dir := range quad.Directions {
		if v, ok := s.Filter[dir]; ok {
			quads = append(quads, shape.QuadFilter{Dir: dir, Values: shape.Fixed{v}})
		}
		if tags, ok := s.Save[dir]; ok {
			quads = append(quads, shape.QuadFilter{Dir: dir, Values: shape.Save{From: shape.AllNodes{}, Tags: tags}})
		}
	}
	d.part(shape.NodesFrom{Dir: s.Result, Quads: quads}, id, optional)
}

// describe is a condition on values as text.
func describe(f shape.ValueFilter) string {
	switch f := f.(type) {
	case shape.Comparison:
		op, ok := map[iterator.Operator]string{iterator.CompareLT: "<", iterator.CompareLTE: "<=",
			iterator.CompareGT: ">", iterator.CompareGTE: ">="}[f.Op]
		if !ok {
			op = fmt.Sprint(f.Op)
		}
		return op + " " + quad.StringOf(f.Val)
	case shape.Regexp:
		return "matches " + f.Re.String()
	case shape.Wildcard:
		return "like " + f.Pattern
	}
	return fmt.Sprintf("(%T)", f)
}
