package pages

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// articleData is the page of an article.
type articleData struct {
	view.Article
	Pieces []piece // of the text, one after the other; none where the store has no text
}

// piece is a run of the text. Passages and marks do not overlap where they can be nested; a passage that
// overlaps another one begins with an anchor alone.
type piece struct {
	Text    string
	Node    string   // that a mark leads to, "" for none
	Title   string   // what the mark is
	Class   string   // its kind
	Open    string   // id of a passage that begins here and goes on until Close
	Close   bool     // the passage that is open ends behind this piece
	Anchors []string // ids of passages that begin here and overlap others
}

// showArticle reads the page of an article, and marks what is recognised in its text.
func (p *Pages) showArticle(_ *request, l *view.Look, node string) (s shown, err error) {
	a, err := view.ReadArticle(l, node)
	if err != nil {
		return s, err
	}
	data := articleData{Article: a}
	text, found, err := p.store.Text(l.Context(), node)
	if err != nil {
		return s, err
	}
	if found {
		var marks []Mark
		if p.Marker != nil {
			marks = p.Marker.Marks(a.Name, text, a.Published, a.DatedBy)
		}
		known, err := resolve(l, marks)
		if err != nil {
			return s, err
		}
		data.Pieces = cut(text, a.Passages, known)
	}
	var loose []view.Loose
	for _, h := range a.Holdings {
		loose = append(loose, view.Loose{Holding: h})
	}
	return shown{"article", a.Label, data, tenureRows(nil, loose)}, nil
}

// mark is a run of a text with the thing that it speaks of.
type mark struct {
	start, end int
	thing      store.Thing
}

// resolve finds for marks the things across articles, and leaves out those that the store does not know.
func resolve(l *view.Look, marks []Mark) (out []mark, err error) {
	of := map[string]store.Thing{}
	for _, m := range marks {
		t, done := of[m.Node]
		if !done {
			quads, err := l.About(m.Node)
			if err != nil {
				return nil, err
			}
			node := m.Node
			for _, q := range quads {
				if q.Predicate == vocab.PropSpecializationOf {
					node = plainOf(q.Object)
				}
			}
			if len(quads) > 0 {
				if t, err = l.Thing(node); err != nil {
					return nil, err
				}
			}
			of[m.Node] = t
		}
		if t.IRI != "" {
			out = append(out, mark{m.Start, m.End, t})
		}
	}
	return out, nil
}

// cut cuts a text where passages and marks begin and end.
func cut(text string, passages []view.Passage, marks []mark) (out []piece) {
	open, anchors := nested(passages, len(text))
	cuts := []int{0, len(text)}
	for _, p := range open {
		cuts = append(cuts, p.Start, p.End)
	}
	for start := range anchors {
		cuts = append(cuts, start)
	}
	marks = slices.DeleteFunc(slices.Clone(marks), func(m mark) bool {
		return m.end > len(text) || slices.ContainsFunc(open, func(p view.Passage) bool { // a mark across the end of a passage
			return m.start < p.Start && p.Start < m.end || m.start < p.End && p.End < m.end
		})
	})
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		one := piece{Text: text[from:to], Anchors: anchors[from]}
		for _, p := range open {
			if p.Start == from {
				one.Open = vocab.Anchor(p.IRI)
			}
			one.Close = one.Close || p.End == to
		}
		m, at := slices.BinarySearchFunc(marks, from, func(m mark, at int) int { return cmp.Compare(m.start, at) })
		if !at && m > 0 && marks[m-1].end > from {
			m, at = m-1, true
		}
		if at {
			t := marks[m].thing
			one.Node, one.Title, one.Class = t.IRI, t.Label, string(vocab.KindOf(t.IRI))
		}
		out = append(out, one)
	}
	return out
}

// nested divides passages into those that can be elements of their own and the others, of which the
// beginning alone is marked. They come in the order of their beginnings.
func nested(passages []view.Passage, size int) (open []view.Passage, anchors map[int][]string) {
	anchors = map[int][]string{}
	end := 0
	for _, p := range passages {
		switch {
		case p.Start < 0 || p.End > size || p.Start >= p.End:
		case p.Start >= end:
			open = append(open, p)
			end = p.End
		default:
			anchors[p.Start] = append(anchors[p.Start], vocab.Anchor(p.IRI))
		}
	}
	return open, anchors
}
