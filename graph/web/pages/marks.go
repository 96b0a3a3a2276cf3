package pages

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
)

// Mark is a run of bytes of an article in which something was recognised.
type Mark struct {
	Start, End int    // in bytes, End behind the last
	Node       string // the node that the article's statements would have for it; the store need not have it
}

// Marker finds the marks of articles.
type Marker struct {
	extractor *extract.Extractor
	places    *statement.Atlas
}

// NewMarker makes a Marker that reads as the extractor does.
func NewMarker(places statement.Places, x *extract.Extractor) *Marker {
	return &Marker{x, statement.NewAtlas(places)}
}

// Marks reads an article of a day anew and gives what was recognised in it, in the order of the text; of marks
// that overlap the longest.
func (m *Marker) Marks(name, raw string, published record.Date, by record.DatedBy) []Mark {
	e := m.extractor.Explain(record.Document{Name: name, Raw: []byte(raw), Published: published, DatedBy: by})
	nodeOf := statement.NodesOf(m.places, name, e.Result)
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
