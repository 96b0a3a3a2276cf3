package graph

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Tenures works out the tenures of everyone in a post from what is stored, with the chain of reasons
// for each bound; exclusive says that one person holds the post at a time. post is an IRI, and so are
// the persons and the statements, which are holdings; said are the statements as corrections have
// them. With skip nil the bounds are those of the derived layer; else the holdings for which it
// reports true are left out.
func (s *Store) Tenures(ctx context.Context, post string, skip func(holding string) bool) (r tenure.Result, said []tenure.Statement, exclusive bool, err error) {
	read := s.reader(ctx)
	decided, err := read.corrections()
	if err != nil {
		return r, nil, false, err
	}
	t := newTenureDeriver(read, decided)
	seat, err := t.seats.seat(quad.IRI(post))
	if err != nil {
		return r, nil, false, err
	}
	said, err = t.ofPost(quad.IRI(post), skip)
	if err != nil {
		return r, nil, false, fmt.Errorf("tenures of %s: %w", post, err)
	}
	if seat.Persons, err = t.lives(said); err != nil {
		return r, nil, false, err
	}
	return tenure.Solve(said, seat), said, seat.Exclusive, nil
}

// Thing is a node as a person knows it.
type Thing struct {
	IRI, Label string
	From, To   extract.Date // the days on which it began and ended, zero where not known
}

// String is the label with the days: "quận Ba Đình until 2025-06-30".
func (t Thing) String() string {
	s := t.Label
	if !t.From.IsZero() {
		s += " from " + t.From.String()
	}
	if !t.To.IsZero() {
		s += " until " + t.To.String()
	}
	return s
}

// Thing looks up a place, an organisation, a term or anything else with a label.
func (s *Store) Thing(ctx context.Context, iri string) (Thing, error) {
	return s.reader(ctx).thing(quad.IRI(iri))
}

func (r reader) thing(node quad.IRI) (t Thing, err error) {
	t.IRI = string(node)
	err = r.each(quad.Subject, node, func(q quad.Quad) bool {
		switch q.Predicate {
		case PropPrefLabel:
			t.Label = words(q.Object)
		case PropValidFrom, PropBirthDate:
			t.From = dateOf(q.Object)
		case PropValidThrough, PropDeathDate:
			t.To = dateOf(q.Object)
		}
		return true
	})
	return t, err
}
