package view

import (
	"fmt"

	"github.com/cayleygraph/quad"

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
	seat, err := l.deriver.Seat(quad.IRI(post))
	if err != nil {
		return r, nil, false, err
	}
	nodes := make([]quad.IRI, len(holdings))
	for i, h := range holdings {
		nodes[i] = quad.IRI(h)
	}
	if said, err = l.deriver.Statements(nodes); err != nil {
		return r, nil, false, fmt.Errorf("tenures of %s: %w", post, err)
	}
	if seat.Persons, err = l.deriver.Lives(said); err != nil {
		return r, nil, false, err
	}
	return tenure.Solve(said, seat), said, seat.Exclusive, nil
}
