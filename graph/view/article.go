package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Article is an article with its statements.
type Article struct {
	store.Thing
	Name      string // under which it was read
	Published record.Date
	DatedBy   record.DatedBy // how Published was found
	Publisher string
	Address   string // where it was published
	Holdings  []Holding
	Others    []Mentioned   // congresses, sessions, documents, lives
	Passages  []Passage     // evidence of the statements, in the order of the text, without duplicates
	Also      []store.Thing // its copies and near copies, and the original that it copies
	Own       []store.Thing // posts and organisations that the article does not identify
}

// Mentioned is something other than a holding that an article mentions.
type Mentioned struct {
	store.Thing        // the thing across articles if it is known, else the article's own node
	Here        string // the article's own node
	Passage     Passage
}

// ReadArticle reads the statements of an article in the order of its text.
func ReadArticle(look *Look, node string) (a Article, err error) {
	l := newLooker(look)
	if a.Thing, err = l.Thing(node); err != nil {
		return a, err
	}
	quads, err := l.Labelled(node)
	if err != nil {
		return a, err
	}
	for _, q := range quads {
		if q.Predicate != vocab.PropDerivedFrom {
			a.describe(q)
		} else if err := l.statedBy(&a, iri(q.Subject), iri(q.Object)); err != nil {
			return a, err
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
	slices.SortFunc(a.Passages, func(x, y Passage) int {
		return cmp.Or(x.Start-y.Start, y.End-x.End, strings.Compare(x.IRI, y.IRI))
	})
	a.Passages = slices.CompactFunc(a.Passages, func(x, y Passage) bool { return x.IRI == y.IRI })
	slices.SortFunc(a.Holdings, func(x, y Holding) int {
		return cmp.Or(x.Passage.Start-y.Passage.Start, strings.Compare(x.ID, y.ID))
	})
	slices.SortFunc(a.Others, func(x, y Mentioned) int {
		return cmp.Or(x.Passage.Start-y.Passage.Start, strings.Compare(x.Here, y.Here))
	})
	return a, nil
}

// describe reads a quad about the article itself, or the label of one of its own nodes.
func (a *Article) describe(q quad.Quad) {
	subject := iri(q.Subject)
	switch q.Predicate {
	case vocab.PropIdentifier:
		if subject == a.IRI {
			a.Name = vocab.Words(q.Object)
		}
	case vocab.PropPrefLabel:
		if kind := vocab.KindOf(subject); kind == vocab.KindPost || kind == vocab.KindOrganization {
			a.Own = append(a.Own, store.Thing{IRI: subject, Label: vocab.Words(q.Object)})
		}
	case vocab.PropPublisher:
		a.Publisher = vocab.Words(q.Object)
	case vocab.PropURL:
		a.Address = vocab.Words(q.Object)
	case vocab.PropDatePublished:
		a.Published = vocab.DateOf(q.Object)
	case vocab.PropDatedBy:
		a.DatedBy = record.DatedBy(vocab.Words(q.Object))
	}
}

// statedBy adds a statement of an article at a passage: a holding, or something else.
func (l looker) statedBy(a *Article, node, passage string) error {
	if IsHolding(node) {
		h, err := l.holding(node)
		a.Holdings, a.Passages = append(a.Holdings, h), append(a.Passages, h.Passage)
		return err
	}
	m, err := l.mentioned(node, passage)
	a.Others, a.Passages = append(a.Others, m), append(a.Passages, m.Passage)
	return err
}

// mentioned is a thing, or a mention of one, at a passage.
func (l looker) mentioned(node, passage string) (m Mentioned, err error) {
	m.Here = node
	quads, err := l.About(node)
	if err != nil {
		return m, err
	}
	of := node
	for _, known := range objects(quads, vocab.PropSpecializationOf) {
		of = known
	}
	if m.Thing, err = l.Thing(of); err != nil {
		return m, err
	}
	m.Passage, err = l.Passage(passage)
	return m, err
}
