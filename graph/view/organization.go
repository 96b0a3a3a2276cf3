package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Organization is a body with its people and what it has to do with others.
type Organization struct {
	Relations
	Seats      []Seat // its posts, in the order of labels
	Congresses []store.Thing
	Meetings   []store.Thing
	Documents  []store.Thing
}

// Seat is a post of an organisation.
type Seat struct {
	store.Thing
	Tenures []Tenure // in the order of time
	Loose   []Loose  // statements that are part of no tenure
}

// At is the seat with those alone who held it at the date for which it was read, for certain or possibly.
func (s Seat) At() Seat {
	s.Loose, s.Tenures = nil, slices.Clone(s.Tenures)
	s.Tenures = slices.DeleteFunc(s.Tenures, func(t Tenure) bool {
		return t.Verdict == nil || t.Verdict.Certainty != tenure.Certain && t.Verdict.Certainty != tenure.Possible
	})
	return s
}

// ReadOrganization reads an organisation; with a date, who held its posts then is judged.
func ReadOrganization(look *Look, node string, at record.Date) (o Organization, err error) {
	l := newLooker(look)
	if o.Relations, err = l.Relations(node); err != nil {
		return o, err
	}
	if err := l.seats(&o, at); err != nil {
		return o, err
	}
	return o, l.acts(&o)
}

// seats reads the posts of an organisation that somebody is said to have held.
func (l looker) seats(o *Organization, at record.Date) error {
	posts, err := l.Linked(vocab.PropPostIn, o.IRI)
	if err != nil {
		return err
	}
	for _, n := range posts {
		p, err := l.post(n, at)
		if err != nil {
			return err
		}
		if s := (Seat{p.Thing, p.Tenures, p.Loose}); len(s.Tenures)+len(s.Loose) > 0 {
			o.Seats = append(o.Seats, s)
		}
	}
	slices.SortFunc(o.Seats, func(a, b Seat) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
	})
	return nil
}

// acts finds what an organisation called and issued.
func (l looker) acts(o *Organization) error {
	quads, err := l.Pointing(o.IRI)
	if err != nil {
		return err
	}
	for _, p := range []struct {
		property quad.IRI
		kind     vocab.Kind
		into     *[]store.Thing
	}{
		{vocab.PropOrganizer, vocab.KindCongress, &o.Congresses}, {vocab.PropOrganizer, vocab.KindMeeting, &o.Meetings},
		{vocab.PropCreator, vocab.KindDocument, &o.Documents},
	} {
		var nodes []string
		for _, q := range quads {
			if node := iri(q.Subject); q.Predicate == p.property && vocab.KindOf(node) == p.kind && !strings.Contains(node, "#") {
				nodes = append(nodes, node)
			}
		}
		if *p.into, err = l.things(sortedOnce(nodes)); err != nil {
			return err
		}
	}
	return nil
}
