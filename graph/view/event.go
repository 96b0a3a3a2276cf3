package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Event is a congress, or a numbered session of a body.
type Event struct {
	store.Thing
	Ordinal   int // 0 when it has no number
	Organizer store.Thing
	Said      []EventSaid
	Term      store.Thing // of the committee that it elected, zero for none
	TermYears [2]record.Date
	Elected   []Holding     // members of that committee for that term, according to articles
	Documents []store.Thing // passed by it
	Before    []store.Thing // the previous one of the body, by number
	After     []store.Thing
}

// EventSaid is what one article says of an event.
type EventSaid struct {
	From, To record.Date // zero where not said
	Passages []Passage
}

// source is the article.
func (s EventSaid) source() string {
	for _, p := range s.Passages {
		return p.Article
	}
	return ""
}

// ReadEvent reads a congress or a session.
func ReadEvent(look *Look, node string) (e Event, err error) {
	l := newLooker(look)
	if e.Thing, err = l.Thing(node); err != nil {
		return e, err
	}
	quads, err := l.About(node)
	if err != nil {
		return e, err
	}
	e.Ordinal, _ = strconv.Atoi(text(quads, vocab.PropOrdinal))
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropOrganizer:
			e.Organizer, err = l.Thing(iri(q.Object))
		case vocab.PropElected:
			e.Term, err = l.Thing(iri(q.Object))
		}
		if err != nil {
			return e, err
		}
	}
	if e.Said, err = l.eventSaid(quads); err != nil {
		return e, err
	}
	if err := l.elected(&e); err != nil {
		return e, err
	}
	documents, err := l.Linked(vocab.PropOccasion, node)
	if err != nil {
		return e, err
	}
	documents = slices.DeleteFunc(documents, func(d string) bool { return strings.Contains(d, "#") })
	if e.Documents, err = l.thingsInOrder(documents); err != nil {
		return e, err
	}
	return e, l.neighbours(&e)
}

// eventSaid lists the statements of each article on an event, those with dates first.
func (l looker) eventSaid(quads []quad.Quad) (out []EventSaid, err error) {
	index := map[string]int{} // article -> its place in out
	for _, q := range quads {
		if q.Predicate != vocab.PropStartDate && q.Predicate != vocab.PropEndDate && q.Predicate != vocab.PropDerivedFrom {
			continue
		}
		at, known := index[iri(q.Label)]
		if !known {
			at = len(out)
			index[iri(q.Label)] = at
			out = append(out, EventSaid{})
		}
		switch s := &out[at]; q.Predicate {
		case vocab.PropStartDate:
			s.From = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			s.To = vocab.DateOf(q.Object)
		default:
			p, err := l.Passage(iri(q.Object))
			if err != nil {
				return nil, err
			}
			s.Passages = append(s.Passages, p)
		}
	}
	for _, s := range out {
		slices.SortFunc(s.Passages, func(x, y Passage) int { return cmp.Compare(x.Start, y.Start) })
	}
	slices.SortStableFunc(out, func(a, b EventSaid) int {
		if a.From.IsZero() != b.From.IsZero() {
			return map[bool]int{false: -1, true: 1}[a.From.IsZero()]
		}
		return cmp.Or(a.From.Compare(b.From), strings.Compare(a.source(), b.source()))
	})
	return out, nil
}

// elected reads the term and its members.
func (l looker) elected(e *Event) error {
	if e.Term.IRI == "" {
		return nil
	}
	quads, err := l.About(e.Term.IRI)
	if err != nil {
		return err
	}
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropStartDate:
			e.TermYears[0] = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			e.TermYears[1] = vocab.DateOf(q.Object)
		}
	}
	holdings, err := l.Linked(vocab.PropInTerm, e.Term.IRI)
	if err != nil {
		return err
	}
	e.Elected, err = l.all(holdings)
	slices.SortStableFunc(e.Elected, func(a, b Holding) int {
		return cmp.Or(strings.Compare(a.Post.Label, b.Post.Label), strings.Compare(a.Person.Label, b.Person.Label))
	})
	return err
}

// neighbours finds the previous and the next numbered event of the same kind and body.
func (l looker) neighbours(e *Event) error {
	if e.Ordinal == 0 || e.Organizer.IRI == "" || vocab.KindOf(e.IRI) != vocab.KindCongress {
		return nil
	}
	others, err := l.Linked(vocab.PropOrganizer, e.Organizer.IRI)
	if err != nil {
		return err
	}
	below, above := 0, 0
	for _, o := range others {
		if vocab.KindOf(o) != vocab.KindCongress || strings.Contains(o, "#") {
			continue
		}
		quads, err := l.About(o)
		if err != nil {
			return err
		}
		n, _ := strconv.Atoi(text(quads, vocab.PropOrdinal))
		t, err := l.Thing(o)
		if err != nil {
			return err
		}
		if n > 0 && n < e.Ordinal && n >= below {
			below, e.Before = n, []store.Thing{t}
		}
		if n > e.Ordinal && (above == 0 || n <= above) {
			above, e.After = n, []store.Thing{t}
		}
	}
	return nil
}

func sortedOnce(nodes []string) []string {
	slices.Sort(nodes)
	return slices.Compact(nodes)
}
