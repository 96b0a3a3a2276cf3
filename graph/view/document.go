package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Document is an official document with the articles that cite it.
type Document struct {
	store.Thing
	Kind, Code string
	Creators   []store.Thing
	Issued     []record.Date
	Occasions  []store.Thing // the congress or meeting that passed it
	Citing     []Citation
	Beside     []Together    // documents that the same articles cite, most often first
	Partly     bool          // Beside is counted in maxBeside articles of more
	Texts      []store.Thing // articles that are the text of it
	Cites      []store.Thing // documents that its text cites
}

// Citation is one article's mention of a document.
type Citation struct {
	Label   string // as the article has it
	Passage Passage
}

// Together is a document that is cited beside another.
type Together struct {
	store.Thing
	Articles int
}

// maxBeside is how many articles are looked at for documents that are cited beside one.
const maxBeside = 200

// ReadDocument reads a document.
func ReadDocument(look *Look, node string) (d Document, err error) {
	l := newLooker(look)
	if d.Thing, err = l.Thing(node); err != nil {
		return d, err
	}
	quads, err := l.About(node)
	if err != nil {
		return d, err
	}
	d.Kind, d.Code = text(quads, vocab.PropKind), text(quads, vocab.PropIdentifier)
	for _, q := range quads {
		if q.Predicate == vocab.PropIssued {
			d.Issued = append(d.Issued, vocab.DateOf(q.Object))
		}
	}
	if d.Creators, err = l.thingsInOrder(objects(quads, vocab.PropCreator)); err != nil {
		return d, err
	}
	if d.Occasions, err = l.thingsInOrder(objects(quads, vocab.PropOccasion)); err != nil {
		return d, err
	}
	mentions, err := l.Linked(vocab.PropSpecializationOf, node)
	if err != nil {
		return d, err
	}
	for _, m := range mentions {
		if d.Citing, err = l.citations(d.Citing, m); err != nil {
			return d, err
		}
	}
	slices.SortFunc(d.Citing, func(a, b Citation) int {
		return cmp.Or(b.Passage.Published.Compare(a.Passage.Published), strings.Compare(a.Passage.IRI, b.Passage.IRI))
	})
	if err := l.texts(&d); err != nil {
		return d, err
	}
	return d, l.beside(&d)
}

// texts finds the articles that contain the text of a document, and the documents cited there.
func (l looker) texts(d *Document) error {
	articles, err := l.Linked(vocab.PropTextOf, d.IRI)
	if err != nil {
		return err
	}
	var cited []string
	for _, a := range articles {
		quads, err := l.About(a)
		if err != nil {
			return err
		}
		cited = append(cited, objects(quads, vocab.PropCitation)...)
	}
	if d.Texts, err = l.thingsInOrder(articles); err != nil {
		return err
	}
	d.Cites, err = l.thingsInOrder(sortedOnce(cited))
	return err
}

// citations adds the passages in which an article cites a document.
func (l looker) citations(all []Citation, mention string) ([]Citation, error) {
	quads, err := l.About(mention)
	if err != nil {
		return nil, err
	}
	for _, passage := range objects(quads, vocab.PropDerivedFrom) {
		p, err := l.Passage(passage)
		if err != nil {
			return nil, err
		}
		all = append(all, Citation{text(quads, vocab.PropPrefLabel), p})
	}
	return all, nil
}

// beside counts the other documents that the same articles cite.
func (l looker) beside(d *Document) error {
	articles, err := l.Linked(vocab.PropCitation, d.IRI)
	if err != nil {
		return err
	}
	count := map[string]int{}
	d.Partly = len(articles) > maxBeside
	for _, a := range articles[:min(maxBeside, len(articles))] {
		quads, err := l.About(a)
		if err != nil {
			return err
		}
		for _, other := range objects(quads, vocab.PropCitation) {
			if other != d.IRI {
				count[other]++
			}
		}
	}
	for node, n := range count {
		t, err := l.Thing(node)
		if err != nil {
			return err
		}
		d.Beside = append(d.Beside, Together{t, n})
	}
	slices.SortFunc(d.Beside, func(a, b Together) int {
		return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
	})
	return nil
}
