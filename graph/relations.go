package graph

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Relations are what an organisation has to do with others. Each list is in the order of labels.
type Relations struct {
	Thing
	Above        []Thing // what it is a part of
	Parts        []Thing
	Predecessors []Thing
	Successors   []Thing
	Places       []Thing // the versions of the unit that it serves
	BecamePlaces []Thing // the units that took over from those
	AlsoNamed    []Thing // the same under other names, as somebody decided
}

func (r reader) relations(node quad.IRI) (out Relations, err error) {
	if out.Thing, err = r.thing(node); err != nil {
		return out, err
	}
	for _, l := range []struct {
		into     *[]Thing
		property quad.IRI
		reverse  bool
	}{
		{&out.Above, PropSubOrganizationOf, false}, {&out.Parts, PropSubOrganizationOf, true},
		{&out.Successors, PropReplacedBy, false}, {&out.Predecessors, PropReplacedBy, true}, {&out.Places, PropAreaServed, false},
		{&out.AlsoNamed, PropExactMatch, false},
	} {
		if *l.into, err = r.linked(node, l.property, l.reverse); err != nil {
			return out, err
		}
	}
	for _, p := range out.Places {
		next, err := r.linked(quad.IRI(p.IRI), PropReplacedBy, false)
		if err != nil {
			return out, err
		}
		out.BecamePlaces = append(out.BecamePlaces, next...)
	}
	out.BecamePlaces = inOrder(out.BecamePlaces)
	return out, nil
}

// linked are the things to which a property leads, or which lead here by it.
func (r reader) linked(node, property quad.IRI, reverse bool) (out []Thing, err error) {
	var nodes []quad.Value
	if reverse {
		subjects, err := r.subjects(property, node, "")
		if err != nil {
			return nil, err
		}
		for _, s := range subjects {
			nodes = append(nodes, s)
		}
	} else if nodes, err = r.objects(node, property); err != nil {
		return nil, err
	}
	for _, n := range nodes {
		other, _ := n.(quad.IRI)
		t, err := r.thing(other)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return inOrder(out), nil
}

func inOrder(things []Thing) []Thing {
	slices.SortFunc(things, func(a, b Thing) int {
		if c := strings.Compare(a.Label, b.Label); c != 0 {
			return c
		}
		return strings.Compare(a.IRI, b.IRI)
	})
	return slices.Compact(things)
}

// CongressSaid is what one article says of a congress.
type CongressSaid struct {
	IRI, Body, BodyIRI string
	Label              string
	Ordinal            int         // 0 when it is not numbered
	From, To           record.Date // the days on which it met, zero where not said
	Term               [2]record.Date
	Sentence, Source   string
	Passage            string      // IRI
	Published          record.Date // the day of the article
}

// Congresses are what articles say of congresses, in the order of bodies, of congresses and of articles.
func (s *Store) Congresses(ctx context.Context) (out []CongressSaid, err error) {
	read := s.reader(ctx)
	nodes, err := read.subjects(PropType, ClassCongress, Derived)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	for _, node := range slices.Compact(nodes) {
		said, err := read.congressSaid(node)
		if err != nil {
			return nil, err
		}
		out = append(out, said...)
	}
	slices.SortStableFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.BodyIRI, b.BodyIRI) })
	return out, nil
}

// congressSaid is a congress as each article has it.
func (r reader) congressSaid(node quad.IRI) (out []CongressSaid, err error) {
	quads, err := r.all(quad.Subject, node)
	if err != nil {
		return nil, err
	}
	c := CongressSaid{IRI: string(node)}
	byArticle := map[quad.Value]*CongressSaid{}
	var articles []quad.Value
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case PropPrefLabel:
			c.Label = Words(q.Object)
		case PropOrdinal:
			c.Ordinal, _ = strconv.Atoi(Words(q.Object))
		case PropOrganizer:
			c.BodyIRI = string(object)
		case PropElected:
			if c.Term, err = r.termDates(object); err != nil {
				return nil, err
			}
		}
		if q.Label != Reference && q.Label != Derived && byArticle[q.Label] == nil {
			byArticle[q.Label] = &CongressSaid{}
			articles = append(articles, q.Label)
		}
	}
	body, err := r.thing(quad.IRI(c.BodyIRI))
	if err != nil {
		return nil, err
	}
	c.Body = body.Label
	for _, a := range articles {
		one := c
		for _, q := range quads {
			if q.Label != a {
				continue
			}
			switch q.Predicate {
			case PropStartDate:
				one.From = DateOf(q.Object)
			case PropEndDate:
				one.To = DateOf(q.Object)
			case PropDerivedFrom:
				passage, _ := q.Object.(quad.IRI)
				one.Passage = string(passage)
				if one.Sentence, one.Source, err = r.passage(passage); err != nil {
					return nil, err
				}
			}
		}
		article, _ := a.(quad.IRI)
		days, err := r.objects(article, PropDatePublished)
		if err != nil {
			return nil, err
		}
		for _, d := range days {
			one.Published = DateOf(d)
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.Source, b.Source) })
	return out, nil
}

// termDates are the years of a committee's term as articles give them.
func (r reader) termDates(term quad.IRI) (out [2]record.Date, err error) {
	err = r.each(quad.Subject, term, func(q quad.Quad) bool {
		switch q.Predicate {
		case PropStartDate:
			out[0] = DateOf(q.Object)
		case PropEndDate:
			out[1] = DateOf(q.Object)
		}
		return true
	})
	return out, err
}

// passage is the text of a passage and the name of its article.
func (r reader) passage(node quad.IRI) (sentence, source string, err error) {
	quads, err := r.all(quad.Subject, node)
	if err != nil {
		return "", "", err
	}
	for _, q := range quads {
		switch q.Predicate {
		case PropValue:
			sentence = Words(q.Object)
		case PropQuotedFrom:
			article, _ := q.Object.(quad.IRI)
			ids, err := r.objects(article, PropIdentifier)
			if err != nil {
				return "", "", err
			}
			for _, id := range ids {
				source = Words(id)
			}
		}
	}
	return sentence, source, nil
}
