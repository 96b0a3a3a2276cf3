package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Organization is a body with its people and what it has to do with others.
type Organization struct {
	graph.Relations
	Seats      []Seat // its posts, in the order of labels
	Congresses []graph.Thing
	Meetings   []graph.Thing
	Documents  []graph.Thing
	Size       int // tenures of all posts together
}

// Seat is a post of an organisation.
type Seat struct {
	graph.Thing
	Tenures []Tenure // in the order of time; at a date those alone who held it then, for certain or possibly
	Loose   []Loose  // statements without a time; none at a date
}

// ReadOrganization reads an organisation; at a date with those alone who were there then.
func ReadOrganization(look *graph.Look, node string, at extract.Date) (o Organization, err error) {
	l := newLooker(look)
	if o.Relations, err = l.Relations(node); err != nil {
		return o, err
	}
	posts, err := l.Linked(graph.PropPostIn, node)
	if err != nil {
		return o, err
	}
	for _, n := range posts {
		p, err := l.post(n, at)
		if err != nil {
			return o, err
		}
		s := Seat{p.Thing, p.Tenures, p.Loose}
		if !at.IsZero() {
			s.Loose = nil
			s.Tenures = slices.DeleteFunc(s.Tenures, func(t Tenure) bool {
				return t.Verdict == nil || t.Verdict.Certainty != tenure.Certain && t.Verdict.Certainty != tenure.Possible
			})
		}
		if o.Size += len(s.Tenures) + len(s.Loose); len(s.Tenures)+len(s.Loose) > 0 {
			o.Seats = append(o.Seats, s)
		}
	}
	slices.SortFunc(o.Seats, func(a, b Seat) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
	})
	return o, l.acts(&o)
}

// acts finds what an organisation called and issued.
func (l looker) acts(o *Organization) error {
	for _, p := range []struct {
		property []string
		kind     graph.Kind
		into     *[]graph.Thing
	}{
		{[]string{string(graph.PropOrganizer)}, graph.KindCongress, &o.Congresses},
		{[]string{string(graph.PropOrganizer)}, graph.KindMeeting, &o.Meetings},
		{[]string{string(graph.PropCreator)}, graph.KindDocument, &o.Documents},
	} {
		quads, err := l.Pointing(o.IRI)
		if err != nil {
			return err
		}
		var nodes []string
		for _, q := range quads {
			node := iri(q.Subject)
			if slices.Contains(p.property, iri(q.Predicate)) && graph.KindOf(node) == p.kind && !strings.Contains(node, "#") {
				nodes = append(nodes, node)
			}
		}
		slices.Sort(nodes)
		if *p.into, err = l.things(slices.Compact(nodes)); err != nil {
			return err
		}
	}
	return nil
}
