package ingest

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// nearly plans the links between an article and its near copies. Links go both ways, so they do not depend on which
// article came first.
func (a *Adding) nearly(article quad.IRI, own []string) error {
	before, err := ties(a.read, article)
	if err != nil {
		return err
	}
	var after []quad.Quad
	others, err := a.sharing(article, own)
	if err != nil {
		return err
	}
	for _, other := range others {
		a.waits(string(other))
		after = append(after, alternate(article, other), alternate(other, article))
	}
	a.exchange(vocab.Distinct(before), vocab.Distinct(after))
	return nil
}

// ties are those of an article to others, and back.
func ties(r store.Reader, article quad.IRI) (out []quad.Quad, err error) {
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		err := r.Both(d, article, quad.Predicate, vocab.PropAlternateOf, func(q quad.Quad) bool {
			if q.Label == vocab.Derived {
				out = append(out, q)
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// tie plans the ties of articles that were loaded, all at once: each belongs to two.
func (u *update) tie() error {
	var before, after []quad.Quad
	a := &Adding{update: u, waiting: newPending(), landing: newPending()} // nothing is planned of articles
	for _, article := range slices.Sorted(maps.Keys(u.touched.sharing)) {
		old, err := ties(u.read, article)
		if err != nil {
			return err
		}
		own, err := bands(u.read, article)
		if err != nil {
			return err
		}
		others, err := a.sharing(article, own)
		if err != nil {
			return err
		}
		before = append(before, old...)
		for _, other := range others {
			after = append(after, alternate(article, other), alternate(other, article))
		}
	}
	u.exchange(vocab.Distinct(before), vocab.Distinct(after))
	return u.flush()
}

func alternate(a, b quad.IRI) quad.Quad {
	return quad.Quad{Subject: a, Predicate: vocab.PropAlternateOf, Object: b, Label: vocab.Derived}
}

// SharedReader returns the other articles, stored or planned, that share enough text with this one.
func (a *Adding) sharing(article quad.IRI, own []string) (out []quad.IRI, err error) {
	if len(own) == 0 {
		return nil, nil
	}
	var found []quad.IRI
	for _, band := range own {
		stored, err := a.read.Subjects(vocab.PropShingles, quad.String(band), vocab.Derived)
		if err != nil {
			return nil, err
		}
		found = append(found, stored...)
		found = append(found, a.waiting.banded[band]...)
		found = append(found, a.landing.banded[band]...)
	}
	slices.Sort(found)
	for _, other := range slices.Compact(found) {
		if other == article {
			continue
		}
		theirs, planned := a.waiting.bands[other]
		if !planned {
			theirs, planned = a.landing.bands[other]
		}
		if !planned {
			if theirs, err = bands(a.read, other); err != nil {
				return nil, err
			}
		}
		if statement.SharedPart(own, theirs) >= statement.NearlyShare {
			out = append(out, other)
		}
	}
	return out, nil
}

// bands are the stored bands of an article.
func bands(r store.Reader, article quad.IRI) (out []string, err error) {
	values, err := r.Objects(article, vocab.PropShingles)
	for _, v := range values {
		out = append(out, vocab.Words(v))
	}
	slices.Sort(out)
	return out, err
}
