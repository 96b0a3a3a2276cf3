package graph

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Tenures works out the tenures in a post from holdings of it, with the chain of reasons for each bound;
// exclusive says that one person holds the post at a time. post is an IRI, and so are the persons and the
// statements; said are the statements as corrections have them. From all holdings of the post follow the
// bounds of the derived layer. Where several hold it at a time, those of a person follow from his or hers.
func (l *Look) Tenures(post string, holdings []string) (r tenure.Result, said []tenure.Statement, exclusive bool, err error) {
	if err := l.prepare(); err != nil {
		return r, nil, false, err
	}
	seat, err := l.deriver.seats.seat(quad.IRI(post))
	if err != nil {
		return r, nil, false, err
	}
	nodes := make([]quad.IRI, len(holdings))
	for i, h := range holdings {
		nodes[i] = quad.IRI(h)
	}
	if said, err = l.deriver.statements(nodes); err != nil {
		return r, nil, false, fmt.Errorf("tenures of %s: %w", post, err)
	}
	if seat.Persons, err = l.deriver.lives(said); err != nil {
		return r, nil, false, err
	}
	return tenure.Solve(said, seat), said, seat.Exclusive, nil
}

// Exclusive reports whether one person holds a post at a time.
func (l *Look) Exclusive(post string) (bool, error) {
	values, err := l.read.objects(quad.IRI(post), PropExclusive)
	return slices.Contains(values, boolean(true)), err
}

// Thing is a node as a person knows it.
type Thing struct {
	IRI, Label string
	From, To   record.Date // the days on which it began and ended, zero where not known
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

func (r reader) thing(node quad.IRI) (t Thing, err error) {
	t.IRI = string(node)
	err = r.each(quad.Subject, node, func(q quad.Quad) bool {
		switch q.Predicate {
		case PropPrefLabel:
			t.Label = Words(q.Object)
		case PropValidFrom, PropBirthDate:
			t.From = DateOf(q.Object)
		case PropValidThrough, PropDeathDate:
			t.To = DateOf(q.Object)
		}
		return true
	})
	return t, err
}
