package store

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Text is the words of an article as they were read, byte for byte; found is false where the store
// has none, as after loading an export.
func (s *Store) Text(ctx context.Context, article string) (raw string, found bool, err error) {
	values, err := s.Reader(ctx).Objects(vocab.TextIRI(quad.IRI(article)), vocab.PropArticleBody)
	if err != nil {
		return "", false, fmt.Errorf("the text of %s: %w", article, err)
	}
	for _, v := range values {
		return vocab.Words(v), true, nil
	}
	return "", false, nil
}
