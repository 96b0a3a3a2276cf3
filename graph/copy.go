package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// The same article appears at several addresses and with several publishers. Where the words are the same
// and what is read of them is the same, the first that was stored is the original and keeps what it
// says; of each other the store has that it is a copy, its day, title, publisher and address: one
// sighting with several sources.

// original is the article that says the same in the same words, "" when there is none or it is this one.
func (a *Adding) original(st statements) (quad.IRI, error) {
	for _, u := range []*underway{a.waiting, a.landing} {
		if planned := u.saying[st.digest]; planned != "" && planned != st.article {
			return planned, nil
		}
	}
	stored, err := a.read.subjects(PropStatements, quad.String(st.digest), "")
	if err != nil || len(stored) == 0 || slices.Contains(stored, st.article) {
		return "", err
	}
	return slices.Min(stored), nil
}

// become leaves of the statements of a copy that it is one.
func (s *statements) become(original quad.IRI) {
	s.copyOf, s.shared, s.bands = original, nil, nil
	s.quads = distinct(append(slices.Clone(s.about),
		quad.Quad{Subject: s.article, Predicate: PropAlternateOf, Object: original, Label: s.article}))
}

// copies are the articles that are stored as copies of an article, in the order of their IRIs.
func (r reader) copies(original quad.IRI) ([]quad.IRI, error) {
	var copies []quad.IRI
	err := r.scanBoth(quad.Object, original, quad.Predicate, PropAlternateOf, func(q quad.Quad) bool { // much else points to an article
		if c, ok := q.Subject.(quad.IRI); ok && q.Label != Derived {
			copies = append(copies, c)
		}
		return true
	})
	slices.Sort(copies)
	return copies, err
}

// bequeath plans what becomes of the copies of an article that says something else from now on: the
// first of them takes over what it said, the others become copies of that one.
func (a *Adding) bequeath(st statements, before []quad.Quad) error {
	said := quad.Quad{Subject: st.article, Predicate: PropStatements, Object: quad.String(st.digest), Label: st.article}
	if len(before) == 0 || slices.Contains(before, said) && st.copyOf == "" {
		return nil
	}
	copies, err := a.read.copies(st.article)
	if err != nil || len(copies) == 0 {
		return err
	}
	heir := copies[0]
	for _, c := range copies {
		a.waits(string(c))
		a.change.remove = append(a.change.remove, quad.Quad{Subject: c, Predicate: PropAlternateOf, Object: st.article, Label: c})
		if c != heir {
			a.change.add = append(a.change.add, quad.Quad{Subject: c, Predicate: PropAlternateOf, Object: heir, Label: c})
		}
	}
	for _, q := range before {
		if q.Subject == st.article && isAbout(q.Predicate) {
			continue
		}
		q.Subject, q.Object, q.Label = moved(q.Subject, st.article, heir), moved(q.Object, st.article, heir), heir
		a.change.add = append(a.change.add, q)
		a.touch(q)
		if q.Predicate == PropStatements {
			a.waits(Words(q.Object))
		}
	}
	bands, err := a.read.bands(st.article)
	if err != nil {
		return err
	}
	a.waiting.band(heir, bands)
	if err := a.nearly(heir, bands); err != nil {
		return err
	}
	texts, err := a.read.objects(textOf(st.article), PropArticleBody)
	if err != nil || len(texts) == 0 {
		return err
	}
	a.change.add = append(a.change.add, quad.Quad{Subject: textOf(heir), Predicate: PropArticleBody, Object: texts[0], Label: Bookkeeping})
	return nil
}

// isAbout reports a property that says of an article what it is, and not what it says.
func isAbout(p quad.Value) bool {
	return slices.Contains([]quad.Value{PropType, PropIdentifier, PropHeadline, PropDatePublished, PropPublisher, PropURL}, p)
}

// moved is a node of one article as a node of another.
func moved(v quad.Value, from, to quad.IRI) quad.Value {
	node, ok := v.(quad.IRI)
	if rest, own := strings.CutPrefix(string(node), string(from)); ok && own && (rest == "" || rest[0] == '#') {
		return to + quad.IRI(rest)
	}
	return v
}
