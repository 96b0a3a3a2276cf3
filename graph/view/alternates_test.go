package view_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Copies and near copies are found from the article that has the statements.
func TestAlternates(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 7))
	words := strings.Join(graphtest.Prose(rng, 200), " ")
	article := func(name, text string) record.Result {
		r := graphtest.Result("same", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
		r.Document.Name = name
		r.Document.Raw = append(r.Document.Raw, text...)
		return r
	}
	s := storetest.Memory(t)
	storetest.Add(t, s, article("a.txt", words), article("b.txt", words), article("c.txt", words+" và thêm một câu."), article("d.txt", strings.Join(graphtest.Prose(rng, 200), " ")))
	for name, want := range map[string][2]string{"a.txt": {"b.txt", "c.txt"}, "b.txt": {"", "a.txt c.txt"}, "c.txt": {"", "a.txt"}, "d.txt": {}} {
		var got view.Alternates
		err := view.Read(t.Context(), s, func(l *view.Look) error {
			var err error
			got, err = l.Alternates(string(vocab.ArticleIRI(name)))
			return err
		})
		names := func(articles []string) string {
			return strings.ReplaceAll(strings.Join(articles, " "), vocab.NamespaceID+"article/", "")
		}
		copies, nearly := names(got.Copies), names(got.Nearly)
		if err != nil || copies != want[0] || nearly != want[1] {
			t.Errorf("%s: copies %q, nearly %q, want %q; %v", name, copies, nearly, want, err)
		}
	}
}
