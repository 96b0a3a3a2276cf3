package view

import (
	"context"
	"fmt"
	"path"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// ArticleNames are the names of the articles in a store, and of the files that they came in.
func ArticleNames(ctx context.Context, s *store.Store) (map[string]bool, error) {
	out := map[string]bool{}
	err := s.Reader(ctx).Each(quad.Object, vocab.ClassArticle, func(q quad.Quad) bool {
		if article, ok := q.Subject.(quad.IRI); ok {
			for name := vocab.ArticleName(string(article)); name != "." && name != "/" && !out[name]; name = path.Dir(name) {
				out[name] = true
			}
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("reading the names of articles: %w", err)
	}
	return out, nil
}
