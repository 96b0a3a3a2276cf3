package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// The words of an article stay in the store, so that a page can show the passages in their place. They
// are the publisher's: they stand under the label Bookkeeping, and no export has them. The node is
// one of its own, so that whoever reads what is said of an article does not read its words.

func textOf(article quad.IRI) quad.IRI { return article + "#text" }

// keepText plans that the store has the words of an article, none when raw is nil, and the fingerprint
// under which it was read.
func (u *update) keepText(article quad.IRI, raw []byte, fingerprint string) error {
	before, err := u.read.labelled(textOf(article), Bookkeeping)
	if err != nil {
		return err
	}
	var after []quad.Quad
	say := func(p quad.IRI, o string) {
		after = append(after, quad.Quad{Subject: textOf(article), Predicate: p, Object: quad.String(o), Label: Bookkeeping})
	}
	if raw != nil {
		say(PropArticleBody, string(raw))
		u.bytes += len(raw)
	}
	if fingerprint != "" {
		say(PropReadAs, fingerprint)
	}
	u.exchange(before, after)
	return nil
}

// forgetReading plans that an article of which something was taken out is read anew when it comes again.
func (u *update) forgetReading(article quad.IRI) error {
	stored, err := u.read.labelled(textOf(article), Bookkeeping)
	if err != nil {
		return err
	}
	u.exchange(slices.DeleteFunc(stored, func(q quad.Quad) bool { return q.Predicate != PropReadAs }), nil)
	return nil
}

// Text is the words of an article as they were read, byte for byte; found is false where the store
// has none, as after loading an export.
func (s *Store) Text(ctx context.Context, article string) (raw string, found bool, err error) {
	values, err := s.reader(ctx).objects(textOf(quad.IRI(article)), PropArticleBody)
	if err != nil {
		return "", false, fmt.Errorf("the text of %s: %w", article, err)
	}
	for _, v := range values {
		return Words(v), true, nil
	}
	return "", false, nil
}
