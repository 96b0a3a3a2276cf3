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
	err = Read(ctx, s, func(l *Look) error {
		out, err = l.congresses()
		return err
	})
	return out, err
}

func (l *Look) congresses() (out []CongressSaid, err error) {
	nodes, err := l.read.Subjects(vocab.PropType, vocab.ClassCongress, vocab.Derived)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	for _, node := range slices.Compact(nodes) {
		said, err := l.congressSaid(string(node))
		if err != nil {
			return nil, err
		}
		out = append(out, said...)
	}
	slices.SortStableFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.BodyIRI, b.BodyIRI) })
	return out, nil
}

// congressSaid is a congress as each article has it.
func (l *Look) congressSaid(node string) (out []CongressSaid, err error) {
	quads, err := l.About(node)
	if err != nil {
		return nil, err
	}
	c := CongressSaid{IRI: node}
	byArticle := map[string][]quad.Quad{}
	var articles []string
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropPrefLabel:
			c.Label = vocab.Words(q.Object)
		case vocab.PropOrdinal:
			c.Ordinal, _ = strconv.Atoi(vocab.Words(q.Object))
		case vocab.PropOrganizer:
			c.BodyIRI = iri(q.Object)
		case vocab.PropElected:
			if c.Term, err = l.termDates(iri(q.Object)); err != nil {
				return nil, err
			}
		}
		if q.Label != vocab.Reference && q.Label != vocab.Derived {
			article := iri(q.Label)
			if byArticle[article] == nil {
				articles = append(articles, article)
			}
			byArticle[article] = append(byArticle[article], q)
		}
	}
	body, err := l.Thing(c.BodyIRI)
	if err != nil {
		return nil, err
	}
	c.Body = body.Label
	for _, a := range articles {
		one, err := l.congressIn(c, byArticle[a])
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b CongressSaid) int { return strings.Compare(a.Source, b.Source) })
	return out, nil
}

// congressIn is a congress with what one article says of it.
func (l *Look) congressIn(c CongressSaid, quads []quad.Quad) (CongressSaid, error) {
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropStartDate:
			c.From = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			c.To = vocab.DateOf(q.Object)
		case vocab.PropDerivedFrom:
			passage, err := l.Passage(iri(q.Object))
			if err != nil {
				return c, err
			}
			c.Passage, c.Sentence, c.Source, c.Published = passage.IRI, passage.Text, passage.Name, passage.Published
		}
	}
	return c, nil
}

// termDates are the years of a committee's term as articles give them.
func (l *Look) termDates(term string) (out [2]record.Date, err error) {
	quads, err := l.About(term)
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropStartDate:
			out[0] = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			out[1] = vocab.DateOf(q.Object)
		}
	}
	return out, err
}
