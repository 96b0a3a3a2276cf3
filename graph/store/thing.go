package store

import (
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

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

func (r Reader) Thing(node quad.IRI) (t Thing, err error) {
	t.IRI = string(node)
	err = r.Each(quad.Subject, node, func(q quad.Quad) bool {
		switch q.Predicate {
		case vocab.PropPrefLabel:
			t.Label = vocab.Words(q.Object)
		case vocab.PropValidFrom, vocab.PropBirthDate:
			t.From = vocab.DateOf(q.Object)
		case vocab.PropValidThrough, vocab.PropDeathDate:
			t.To = vocab.DateOf(q.Object)
		}
		return true
	})
	return t, err
}
