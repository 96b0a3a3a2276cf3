package ingest

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// The same article appears at several addresses and with several publishers. Articles with the same words and the
// same statements count as one sighting with several sources: the first one stored is the original and keeps the
// statements; of the others the store keeps date, title, publisher and address, and that they are copies.

// original is the article with the same words and statements, "" if there is none or it is this one.
func (a *Adding) original(st statement.Statements) (quad.IRI, error) {
	for _, u := range []*pending{a.waiting, a.landing} {
		if planned := u.saying[st.Digest]; planned != "" && planned != st.Article {
			return planned, nil
		}
	}
	stored, err := a.read.Subjects(vocab.PropStatements, quad.String(st.Digest), "")
	if err != nil || len(stored) == 0 || slices.Contains(stored, st.Article) {
		return "", err
	}
	return slices.Min(stored), nil
}

// bequeath handles the copies of an article whose statements change: the first copy takes over the old statements,
// and the others become copies of it.
func (a *Adding) bequeath(st statement.Statements, before []quad.Quad) error {
	said := quad.Quad{Subject: st.Article, Predicate: vocab.PropStatements, Object: quad.String(st.Digest), Label: st.Article}
	if len(before) == 0 || slices.Contains(before, said) && st.CopyOf == "" {
		return nil
	}
	copies, err := a.read.Copies(st.Article)
	if err != nil || len(copies) == 0 {
		return err
	}
	heir := copies[0]
	for _, c := range copies {
		a.waits(string(c))
		a.change.Remove = append(a.change.Remove, quad.Quad{Subject: c, Predicate: vocab.PropAlternateOf, Object: st.Article, Label: c})
		if c != heir {
			a.change.Add = append(a.change.Add, quad.Quad{Subject: c, Predicate: vocab.PropAlternateOf, Object: heir, Label: c})
		}
	}
	for _, q := range before {
		if q.Subject == st.Article && statement.IsAbout(q.Predicate) {
			continue
		}
		q.Subject, q.Object, q.Label = statement.Moved(q.Subject, st.Article, heir), statement.Moved(q.Object, st.Article, heir), heir
		a.change.Add = append(a.change.Add, q)
		a.touch(q)
		if q.Predicate == vocab.PropStatements {
			a.waits(vocab.Words(q.Object))
		}
	}
	bands, err := bands(a.read, st.Article)
	if err != nil {
		return err
	}
	a.waiting.band(heir, bands)
	if err := a.nearly(heir, bands); err != nil {
		return err
	}
	texts, err := a.read.Objects(vocab.TextIRI(st.Article), vocab.PropArticleBody)
	if err != nil || len(texts) == 0 {
		return err
	}
	a.change.Add = append(a.change.Add, quad.Quad{Subject: vocab.TextIRI(heir), Predicate: vocab.PropArticleBody, Object: texts[0], Label: vocab.Bookkeeping})
	return nil
}
