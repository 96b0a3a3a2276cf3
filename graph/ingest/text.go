package ingest

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// keepText plans that the store has the words of an article, none when raw is nil, and the fingerprint
// under which it was read.
func (u *update) keepText(article quad.IRI, raw []byte, fingerprint string) error {
	before, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return err
	}
	var after []quad.Quad
	say := func(p quad.IRI, o string) {
		after = append(after, quad.Quad{Subject: vocab.TextIRI(article), Predicate: p, Object: quad.String(o), Label: vocab.Bookkeeping})
	}
	if raw != nil {
		say(vocab.PropArticleBody, string(raw))
		u.bytes += len(raw)
	}
	if fingerprint != "" {
		say(vocab.PropReadAs, fingerprint)
	}
	u.exchange(before, after)
	return nil
}

// forgetReading plans that an article of which something was taken out is read anew when it comes again.
func (u *update) forgetReading(article quad.IRI) error {
	stored, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return err
	}
	u.exchange(slices.DeleteFunc(stored, func(q quad.Quad) bool { return q.Predicate != vocab.PropReadAs }), nil)
	return nil
}
