package derive

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// listsReach is the first day from which the lists are taken to know of every body and unit. Before
// it a body that they let begin may have been there under the same name: provinces were joined and
// divided again, ministries renamed and named back.
var listsReach = record.Date{Year: 2013, Month: 1, Day: 1}

// seatReader reads what bounds a post from outside: the life of its organisation, or of the place of
// it, or the terms for which it is won.
type seatReader struct {
	read  store.Reader
	lives map[quad.IRI][]tenure.Span // organisation or post -> its lives
	terms map[quad.IRI]tenure.Span
}

func newSeatReader(r store.Reader) *seatReader {
	return &seatReader{r, map[quad.IRI][]tenure.Span{}, map[quad.IRI]tenure.Span{}}
}

// seat is what is known of a post beside what is said of those who held it.
func (s *seatReader) seat(post quad.IRI) (seat tenure.Seat, err error) {
	quads, err := s.read.All(quad.Subject, post)
	if err != nil {
		return seat, err
	}
	var terms []quad.IRI
	var org quad.IRI
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropExclusive:
			seat.Exclusive = q.Object == vocab.Boolean(true)
		case vocab.PropPostIn:
			org = object
		case vocab.PropPerTerm:
			terms = append(terms, object)
		case vocab.PropRenewedOn:
			seat.Renewals = append(seat.Renewals, vocab.DateOf(q.Object))
		}
	}
	if len(terms) > 0 {
		seat.Terms = true
		seat.Lives, err = s.ofTerms(terms)
		return seat, err
	}
	seat.Lives, err = s.ofOrganization(org)
	return seat, err
}

// ofTerms are the lives of a membership: its terms, and open times before and after those that are known.
func (s *seatReader) ofTerms(terms []quad.IRI) (out []tenure.Span, err error) {
	for _, t := range terms {
		span, err := s.term(t)
		if err != nil {
			return nil, err
		}
		if !span.From.IsZero() && !span.To.IsZero() {
			out = append(out, span)
		}
	}
	return openEnded(out, true), nil
}

// term is a term as far as its days are known.
func (s *seatReader) term(node quad.IRI) (tenure.Span, error) {
	if span, known := s.terms[node]; known {
		return span, nil
	}
	span, err := s.days(node)
	s.terms[node] = span
	return span, err
}

// days are those from which and through which a node is valid.
func (s *seatReader) days(node quad.IRI) (tenure.Span, error) {
	t, err := s.read.Thing(node)
	return tenure.Span{From: t.From, To: t.To, Cause: string(node)}, err
}

// ofOrganization are the lives of an organisation: its own days, or else those of the versions of its place.
func (s *seatReader) ofOrganization(org quad.IRI) ([]tenure.Span, error) {
	if org == "" {
		return nil, nil
	}
	if lives, known := s.lives[org]; known {
		return lives, nil
	}
	nodes := []quad.IRI{org}
	areas, err := s.read.Objects(org, vocab.PropAreaServed)
	if err != nil {
		return nil, err
	}
	for _, a := range areas {
		if place, ok := a.(quad.IRI); ok {
			nodes = append(nodes, place)
		}
	}
	var spans []tenure.Span
	for _, n := range nodes {
		span, err := s.days(n)
		if err != nil {
			return nil, err
		}
		if n == org {
			span = reached(span)
		}
		if !span.From.IsZero() || !span.To.IsZero() || n != org && len(nodes) > 2 {
			spans = append(spans, span)
		}
	}
	lives := openEnded(spans, false)
	s.lives[org] = lives
	return lives, nil
}

// reached is the life of an organisation of the centre without a beginning before listsReach: what
// it was called before, and whether that was the same, the list does not tell.
func reached(span tenure.Span) tenure.Span {
	if !span.From.IsZero() && span.From.First().Compare(listsReach) < 0 {
		span.From = record.Date{}
	}
	return span
}

// openEnded puts spans in order, and before the first an open one where the lists do not reach
// so far back. after asks for an open one behind the last as well.
func openEnded(spans []tenure.Span, after bool) []tenure.Span {
	if len(spans) == 0 {
		return nil
	}
	slices.SortFunc(spans, func(a, b tenure.Span) int { return a.From.First().Compare(b.From.First()) })
	if first := spans[0]; !first.From.IsZero() && first.From.First().Compare(listsReach) < 0 {
		spans = slices.Insert(spans, 0, tenure.Span{To: first.From, Cause: first.Cause})
	}
	if last := spans[len(spans)-1]; after && !last.To.IsZero() {
		spans = append(spans, tenure.Span{From: last.To, Cause: last.Cause})
	}
	return spans
}

// Seats tells from the lists alone what bounds posts, for statements that are in no store.
type Seats struct{ places *statement.Atlas }

// NewSeats prepares the lists.
func NewSeats(places statement.Places) Seats { return Seats{statement.NewAtlas(places)} }

// Unit is the id of the first of the versions that a unit had under its name, so that what is said of
// one version is said of all; own reports that the organisation is another one in each article.
func (s Seats) Unit(organization, place string) (id string, own bool) {
	p, found := s.places.List.Place(place)
	if !found {
		return "", statement.IsLocal(organization)
	}
	return s.places.Same(p)[0], false
}

// Seat is what the lists say of a post, named as records name it.
func (s Seats) Seat(title, organization, place string) (seat tenure.Seat) {
	g := s.places
	seat.Exclusive = g.List.OneSeat(title, organization)
	seat.Renewals = g.Renewals(title, organization)
	p, found := g.List.Place(place)
	if g.List.Membership(title, organization) {
		for _, f := range g.Terms(organization, p) {
			if term := s.Term(organization, place, f.Ordinal); !term.From.IsZero() && !term.To.IsZero() {
				seat.Lives = append(seat.Lives, term)
			}
		}
		if seat.Lives = openEnded(seat.Lives, true); len(seat.Lives) > 0 {
			seat.Terms = true
			return seat
		}
	}
	if body, known := g.List.Body(organization); known && !found {
		if !body.From.IsZero() || !body.To.IsZero() {
			seat.Lives = openEnded([]tenure.Span{reached(tenure.Span{From: body.From, To: body.To, Cause: organization})}, false)
		}
		return seat
	}
	if found {
		ids := g.Same(p)
		for _, id := range ids {
			if version, _ := g.List.Place(id); len(ids) > 1 || !version.From.IsZero() || !version.To.IsZero() {
				seat.Lives = append(seat.Lives, tenure.Span{From: version.From, To: version.To, Cause: g.Chain(version)})
			}
		}
		seat.Lives = openEnded(seat.Lives, false)
	}
	return seat
}

// Term is a numbered term of an organisation, the zero Span without a number.
func (s Seats) Term(organization, place string, ordinal int) tenure.Span {
	if ordinal == 0 {
		return tenure.Span{}
	}
	p, _ := s.places.List.Place(place)
	from, to := statement.TermDays(s.places.Terms(organization, p), ordinal)
	return tenure.Span{From: from, To: to, Cause: organization + " khóa " + record.Roman(ordinal)}
}
