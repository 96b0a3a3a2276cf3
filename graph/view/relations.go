package view

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Relations are what an organisation has to do with others. Each list is in the order of labels.
type Relations struct {
	store.Thing
	Above        []store.Thing // what it is a part of
	Parts        []store.Thing
	Predecessors []store.Thing
	Successors   []store.Thing
	Places       []store.Thing // the versions of the unit that it serves
	BecamePlaces []store.Thing // the units that took over from those
	AlsoNamed    []store.Thing // the same under other names, as somebody decided
}

func relationsOf(r store.Reader, node quad.IRI) (out Relations, err error) {
	if out.Thing, err = r.Thing(node); err != nil {
		return out, err
	}
	for _, l := range []struct {
		into     *[]store.Thing
		property quad.IRI
		reverse  bool
	}{
		{&out.Above, vocab.PropSubOrganizationOf, false}, {&out.Parts, vocab.PropSubOrganizationOf, true},
		{&out.Successors, vocab.PropReplacedBy, false}, {&out.Predecessors, vocab.PropReplacedBy, true}, {&out.Places, vocab.PropAreaServed, false},
		{&out.AlsoNamed, vocab.PropExactMatch, false},
	} {
		if *l.into, err = linked(r, node, l.property, l.reverse); err != nil {
			return out, err
		}
	}
	for _, p := range out.Places {
		next, err := linked(r, quad.IRI(p.IRI), vocab.PropReplacedBy, false)
		if err != nil {
			return out, err
		}
		out.BecamePlaces = append(out.BecamePlaces, next...)
	}
	out.BecamePlaces = inOrder(out.BecamePlaces)
	return out, nil
}

// linked are the things to which a property leads, or which lead here by it.
func linked(r store.Reader, node, property quad.IRI, reverse bool) (out []store.Thing, err error) {
	var nodes []quad.Value
	if reverse {
		subjects, err := r.Subjects(property, node, "")
		if err != nil {
			return nil, err
		}
		for _, s := range subjects {
			nodes = append(nodes, s)
		}
	} else if nodes, err = r.Objects(node, property); err != nil {
		return nil, err
	}
	for _, n := range nodes {
		other, _ := n.(quad.IRI)
		t, err := r.Thing(other)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return inOrder(out), nil
}

func inOrder(things []store.Thing) []store.Thing {
	slices.SortFunc(things, func(a, b store.Thing) int {
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
func Congresses(ctx context.Context, s *store.Store) (out []CongressSaid, err error) {
	read := s.Reader(ctx)
	nodes, err := read.Subjects(vocab.PropType, vocab.ClassCongress, vocab.Derived)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	for _, node := range slices.Compact(nodes) {
		said, err := congressSaid(read, node)
		if err != nil {
			return nil, err
		}
		out = append(out, said...)
	}
	slices.SortStableFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.BodyIRI, b.BodyIRI) })
	return out, nil
}

// congressSaid is a congress as each article has it.
func congressSaid(r store.Reader, node quad.IRI) (out []CongressSaid, err error) {
	quads, err := r.All(quad.Subject, node)
	if err != nil {
		return nil, err
	}
	c := CongressSaid{IRI: string(node)}
	byArticle := map[quad.Value]*CongressSaid{}
	var articles []quad.Value
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropPrefLabel:
			c.Label = vocab.Words(q.Object)
		case vocab.PropOrdinal:
			c.Ordinal, _ = strconv.Atoi(vocab.Words(q.Object))
		case vocab.PropOrganizer:
			c.BodyIRI = string(object)
		case vocab.PropElected:
			if c.Term, err = termDates(r, object); err != nil {
				return nil, err
			}
		}
		if q.Label != vocab.Reference && q.Label != vocab.Derived && byArticle[q.Label] == nil {
			byArticle[q.Label] = &CongressSaid{}
			articles = append(articles, q.Label)
		}
	}
	body, err := r.Thing(quad.IRI(c.BodyIRI))
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
			case vocab.PropStartDate:
				one.From = vocab.DateOf(q.Object)
			case vocab.PropEndDate:
				one.To = vocab.DateOf(q.Object)
			case vocab.PropDerivedFrom:
				passage, _ := q.Object.(quad.IRI)
				one.Passage = string(passage)
				if one.Sentence, one.Source, err = passageOf(r, passage); err != nil {
					return nil, err
				}
			}
		}
		article, _ := a.(quad.IRI)
		days, err := r.Objects(article, vocab.PropDatePublished)
		if err != nil {
			return nil, err
		}
		for _, d := range days {
			one.Published = vocab.DateOf(d)
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.Source, b.Source) })
	return out, nil
}

// termDates are the years of a committee's term as articles give them.
func termDates(r store.Reader, term quad.IRI) (out [2]record.Date, err error) {
	err = r.Each(quad.Subject, term, func(q quad.Quad) bool {
		switch q.Predicate {
		case vocab.PropStartDate:
			out[0] = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			out[1] = vocab.DateOf(q.Object)
		}
		return true
	})
	return out, err
}

// passageOf is the text of a passage and the name of its article.
func passageOf(r store.Reader, node quad.IRI) (sentence, source string, err error) {
	quads, err := r.All(quad.Subject, node)
	if err != nil {
		return "", "", err
	}
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropValue:
			sentence = vocab.Words(q.Object)
		case vocab.PropQuotedFrom:
			article, _ := q.Object.(quad.IRI)
			ids, err := r.Objects(article, vocab.PropIdentifier)
			if err != nil {
				return "", "", err
			}
			for _, id := range ids {
				source = vocab.Words(id)
			}
		}
	}
	return sentence, source, nil
}
