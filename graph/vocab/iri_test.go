package vocab_test

import (
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

func TestArticleIRI(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"seeds/articles/hội nghị.txt", "article/seeds/articles/hội%20nghị.txt"},
		{"001_59af.txt", "article/001_59af.txt"},
		{"a#b?c%.txt", "article/a%23b%3Fc%25.txt"},
		{"../x<y>.txt", "article/%2E%2E/x%3Cy%3E.txt"},
		{"a\u200b\u00a0b", "article/a%E2%80%8B%C2%A0b"},
		{"hội.txt", "article/hội.txt"}, // decomposed
	} {
		if got := vocab.ArticleIRI(c.name); got != quad.IRI(vocab.NamespaceID+c.want) {
			t.Errorf("ArticleIRI(%q) = %s, want %s", c.name, graphtest.Short(string(got)), c.want)
		}
	}
}
