package graph

import (
	"cmp"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Mark is a run of bytes of an article in which something was recognised.
type Mark struct {
	Start, End int    // in bytes, End behind the last
	Node       string // the node that the article's statements would have for it; the store need not have it
}

// Marker finds the marks of articles.
type Marker struct {
	extractor *extract.Extractor
	places    *atlas
}

// NewMarker makes a Marker that reads as the extractor does.
func NewMarker(places Places, x *extract.Extractor) *Marker {
	return &Marker{x, newAtlas(places)}
}

// Marks reads an article of a day anew and gives what was recognised in it, in the order of the text; of marks
// that overlap the longest.
func (m *Marker) Marks(name, raw string, published record.Date) []Mark {
	e := m.extractor.Explain(record.Document{Name: name, Raw: []byte(raw), Published: published})
	nodeOf := nodesOf(m.places, name, e.Result)
	var all []Mark
	for _, s := range e.Sentences {
		for _, f := range s.Found {
			if node := nodeOf(f.About); node != "" {
				all = append(all, Mark{f.Span.Start, f.Span.End, string(node)})
			}
		}
	}
	slices.SortFunc(all, func(a, b Mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	var out []Mark
	for _, k := range all {
		if n := len(out); n == 0 || k.Start >= out[n-1].End {
			out = append(out, k)
		} else if k.End-k.Start > out[n-1].End-out[n-1].Start {
			out[n-1] = k
		}
	}
	return out
}

// nodesOf gives the node that the statements of an article have for something found in it, "" for what
// has none.
func nodesOf(places *atlas, article string, r record.Result) func(found record.Record) quad.IRI {
	doc := &document{iri: ArticleIRI(article), name: article, used: map[quad.IRI]int{}}
	about := &description{places: places, nodes: map[quad.IRI][]quad.Quad{}, local: doc}
	w := &recorder{doc: doc, about: about, result: r}
	return w.node
}

func (w *recorder) node(found record.Record) quad.IRI {
	switch f := found.(type) {
	case record.Person:
		return part(w.doc.iri, "person", f.Name)
	case record.Holding:
		p, known := w.about.places.list.Place(f.Place)
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
		return part(w.doc.iri, "document", append([]string{f.Type}, code(documentName(f))...)...)
	}
	return ""
}
