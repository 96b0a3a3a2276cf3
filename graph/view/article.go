package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph"
)

// Article is a text with what it says.
type Article struct {
	graph.Thing
	Name      string // under which it was read
	Published record.Date
	Publisher string
	Address   string // where it was published
	Holdings  []graph.Holding
	Others    []Mentioned     // congresses, sessions, documents, lives
	Passages  []graph.Passage // on which they stand, in the order of the text, each once
	Also      []graph.Thing   // articles of which this is a copy or nearly, and that are copies of it
	Own       []graph.Thing   // posts and organisations of which the article leaves open whose they are
}

// Mentioned is something that an article speaks of beside holdings.
type Mentioned struct {
	graph.Thing        // the thing across articles where it is known which, else as the article has it
	Here        string // the node as the article has it
	Passage     graph.Passage
}

// ReadArticle reads what an article says, in the order in which it says it.
func ReadArticle(look *graph.Look, node string) (a Article, err error) {
	l := newLooker(look)
	if a.Thing, err = l.Thing(node); err != nil {
		return a, err
	}
	quads, err := l.Labelled(node)
	if err != nil {
		return a, err
	}
	rested := map[string]bool{}
	for _, q := range quads {
		subject := iri(q.Subject)
		switch {
		case q.Predicate == graph.PropIdentifier && subject == node:
			a.Name = graph.Words(q.Object)
		case q.Predicate == graph.PropPrefLabel && (graph.KindOf(subject) == graph.KindPost || graph.KindOf(subject) == graph.KindOrganization):
			a.Own = append(a.Own, graph.Thing{IRI: subject, Label: graph.Words(q.Object)})
		case q.Predicate == graph.PropPublisher:
			a.Publisher = graph.Words(q.Object)
		case q.Predicate == graph.PropURL:
			a.Address = graph.Words(q.Object)
		case q.Predicate == graph.PropDatePublished:
			a.Published = graph.DateOf(q.Object)
		case q.Predicate == graph.PropDerivedFrom && graph.IsHolding(subject):
			h, err := l.holding(subject)
			if err != nil {
				return a, err
			}
			a.Holdings = append(a.Holdings, h)
			if !rested[h.Passage.IRI] {
				rested[h.Passage.IRI] = true
				a.Passages = append(a.Passages, h.Passage)
			}
		case q.Predicate == graph.PropDerivedFrom:
			m, err := l.mentioned(subject, iri(q.Object))
			if err != nil {
				return a, err
			}
			a.Others = append(a.Others, m)
			if !rested[m.Passage.IRI] {
				rested[m.Passage.IRI] = true
				a.Passages = append(a.Passages, m.Passage)
			}
		}
	}
	found, err := l.Alternates(node)
	if err != nil {
		return a, err
	}
	for _, o := range slices.Concat(found.Copies, found.Nearly) {
		thing, err := l.Thing(o)
		if err != nil {
			return a, err
		}
		a.Also = append(a.Also, thing)
	}
	slices.SortFunc(a.Passages, func(x, y graph.Passage) int { return cmp.Or(x.Start-y.Start, y.End-x.End) })
	slices.SortFunc(a.Holdings, func(x, y graph.Holding) int {
		return cmp.Or(x.Passage.Start-y.Passage.Start, strings.Compare(x.ID, y.ID))
	})
	slices.SortFunc(a.Others, func(x, y Mentioned) int {
		return cmp.Or(x.Passage.Start-y.Passage.Start, strings.Compare(x.Here, y.Here))
	})
	return a, nil
}

// mentioned is a thing, or a mention of one, at a passage.
func (l looker) mentioned(node, passage string) (m Mentioned, err error) {
	m.Here = node
	quads, err := l.About(node)
	if err != nil {
		return m, err
	}
	of := node
	for _, known := range objects(quads, graph.PropSpecializationOf) {
		of = known
	}
	if m.Thing, err = l.Thing(of); err != nil {
		return m, err
	}
	m.Passage, err = l.Passage(passage)
	return m, err
}
