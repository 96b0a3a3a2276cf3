package statement

import (
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// NodesOf gives the node that the statements of an article have for something found in it, "" for what
// has none.
func NodesOf(places *Atlas, article string, r record.Result) func(found record.Record) quad.IRI {
	doc := &document{iri: vocab.ArticleIRI(article), name: article, used: map[quad.IRI]int{}}
	about := &description{places: places, nodes: map[quad.IRI][]quad.Quad{}, local: doc}
	w := &recorder{doc: doc, about: about, result: r}
	return w.node
}

func (w *recorder) node(found record.Record) quad.IRI {
	switch f := found.(type) {
	case record.Person:
		return vocab.PartIRI(w.doc.iri, "person", f.Name)
	case record.Holding:
		p, known := w.about.places.List.Place(f.Place)
		switch {
		case f.Post != "":
			return w.about.post(f.Post, f.Organization, f.Place)
		case f.Organization != "":
			return w.about.organization(f.Organization, f.Place)
		case known:
			return w.about.places.iri(p)
		}
	case record.Congress:
		return w.about.congress(f)
	case record.Meeting:
		return w.about.session(f, w.termOf(f))
	case record.Reference:
		return vocab.PartIRI(w.doc.iri, "document", append([]string{f.Type}, vocab.CodeSegments(documentName(f))...)...)
	}
	return ""
}
