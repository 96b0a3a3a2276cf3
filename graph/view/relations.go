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
	byArticle := map[quad.IRI][]quad.Quad{}
	var articles []quad.IRI
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropPrefLabel:
			c.Label = vocab.Words(q.Object)
		case vocab.PropOrdinal:
			c.Ordinal, _ = strconv.Atoi(vocab.Words(q.Object))
		case vocab.PropOrganizer:
			c.BodyIRI = iri(q.Object)
		case vocab.PropElected:
			if c.Term, err = termDates(r, quad.IRI(iri(q.Object))); err != nil {
				return nil, err
			}
		}
		if q.Label != vocab.Reference && q.Label != vocab.Derived {
			article := quad.IRI(iri(q.Label))
			if byArticle[article] == nil {
				articles = append(articles, article)
			}
			byArticle[article] = append(byArticle[article], q)
		}
	}
	body, err := r.Thing(quad.IRI(c.BodyIRI))
	if err != nil {
		return nil, err
	}
	c.Body = body.Label
	for _, a := range articles {
		one, err := c.saidIn(r, a, byArticle[a])
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.Source, b.Source) })
	return out, nil
}

// saidIn is a congress with what one article says of it.
func (c CongressSaid) saidIn(r store.Reader, article quad.IRI, quads []quad.Quad) (_ CongressSaid, err error) {
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropStartDate:
			c.From = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			c.To = vocab.DateOf(q.Object)
		case vocab.PropDerivedFrom:
			c.Passage = iri(q.Object)
			if c.Sentence, c.Source, err = passageOf(r, quad.IRI(c.Passage)); err != nil {
				return c, err
			}
		}
	}
	days, err := r.Objects(article, vocab.PropDatePublished)
	for _, d := range days {
		c.Published = vocab.DateOf(d)
	}
	return c, err
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
