package ingest

import (
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// keepText plans to store the text of an article, or none if raw is nil, and its fingerprint.
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

// forgetReading plans to drop the fingerprint of an article that lost statements, so that the next build reads it
// again.
func (u *update) forgetReading(article quad.IRI) error {
	stored, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return err
	}
	u.exchange(slices.DeleteFunc(stored, func(q quad.Quad) bool { return q.Predicate != vocab.PropReadAs }), nil)
	return nil
}
