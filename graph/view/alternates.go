package view

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Alternates are the copies and near copies of an article.
type Alternates struct {
	Copies []string
	Nearly []string // also near copies of these near copies, and the original of this article
}

// Source is another article that says the same.
type Source struct {
	store.Thing
	Name   string // its file and id
	Nearly bool   // it is a near copy of the first, or a copy of a near copy; else it is a copy of the first
}

// Identifier is the name of an article, "" when it has none.
func (l *Look) Identifier(article string) (string, error) {
	values, err := l.read.Objects(quad.IRI(article), vocab.PropIdentifier)
	if err != nil || len(values) == 0 {
		return "", err
	}
	return vocab.Words(values[0]), nil
}

// Alternates finds the copies of an article by their IRIs, in order.
func (l *Look) Alternates(article string) (out Alternates, err error) {
	copies, err := l.read.Copies(quad.IRI(article))
	if err != nil {
		return out, err
	}
	for _, c := range copies {
		out.Copies = append(out.Copies, string(c))
	}
	seen := map[quad.IRI]bool{quad.IRI(article): true}
	for queue := []quad.IRI{quad.IRI(article)}; len(queue) > 0; queue = queue[1:] {
		err := l.read.ScanBoth(quad.Subject, queue[0], quad.Predicate, vocab.PropAlternateOf, func(q quad.Quad) bool {
			if node, ok := q.Object.(quad.IRI); ok && !seen[node] {
				seen[node] = true
				queue = append(queue, node)
				out.Nearly = append(out.Nearly, string(node))
			}
			return true
		})
		if err != nil {
			return out, err
		}
	}
	slices.Sort(out.Nearly)
	return out, nil
}

// alternatesOf is Alternates with a cache.
func (l looker) alternatesOf(article string) (Alternates, error) {
	if a, known := l.alternates[article]; known {
		return a, nil
	}
	a, err := l.Alternates(article)
	l.alternates[article] = a
	return a, err
}

// once merges equal statements of copies and near copies into the first of them, and lists the other articles there.
// holding gives the statement of an element.
func once[S any](l looker, all []S, holding func(*S) *Holding) (out []S, err error) {
	for i := range all {
		h := holding(&all[i])
		article := vocab.ArticleOf(h.ID)
		found, err := l.alternatesOf(article)
		if err != nil {
			return nil, err
		}
		others := found.Copies
		first := slices.IndexFunc(out, func(o S) bool {
			f := holding(&o)
			return f.saysAs(*h) && slices.Contains(l.alternates[vocab.ArticleOf(f.ID)].Nearly, article)
		})
		nearly := first >= 0
		if nearly {
			others = slices.Concat([]string{article}, others)
		} else {
			first = len(out)
			out = append(out, all[i])
		}
		into := holding(&out[first])
		for _, o := range others {
			s := Source{Nearly: nearly}
			if s.Thing, err = l.Thing(o); err != nil {
				return nil, err
			}
			if s.Name, err = l.Identifier(o); err != nil {
				return nil, err
			}
			into.Also = append(slices.Clip(into.Also), s)
		}
	}
	return out, nil
}

// saysAs reports whether two statements on the same person and post are equal.
func (h Holding) saysAs(o Holding) bool {
	return h.Statement.Person == o.Statement.Person && h.Post.IRI == o.Post.IRI && h.Status == o.Status && h.From == o.From && h.To == o.To && h.AsOf == o.AsOf
}
