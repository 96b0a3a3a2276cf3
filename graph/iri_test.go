package graph

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
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
		if got := ArticleIRI(c.name); got != quad.IRI(nsID+c.want) {
			t.Errorf("ArticleIRI(%q) = %s, want %s", c.name, short(string(got)), c.want)
		}
	}
}

func TestIRIsOfThings(t *testing.T) {
	article := ArticleIRI("a.txt")
	d := &description{places: newAtlas(units), local: &document{iri: article}}
	congress := func(body, place, term string, n int) func() quad.IRI {
		return func() quad.IRI { return d.congress(record.Congress{Body: body, Place: place, Ordinal: n, Term: term}) }
	}
	for _, c := range []struct {
		what string
		make func() quad.IRI
		want string
	}{
		{"a province's body stands for itself", func() quad.IRI { return d.organization("Thành ủy Hà Nội", "P01.1") }, "organization/Thành_ủy_Hà_Nội"},
		{"a district's carries the province", func() quad.IRI { return d.organization("Quận ủy Ba Đình", "D001.1") }, "organization/Quận_ủy_Ba_Đình,_Hà_Nội"},
		{"a ward's carries district and province", func() quad.IRI { return d.organization("Đảng ủy phường Ngọc Thụy", "W00124.1") },
			"organization/Đảng_ủy_phường_Ngọc_Thụy,_quận_Long_Biên,_Hà_Nội"},
		{"a ward of today the province only", func() quad.IRI { return d.organization("Đảng ủy phường Ba Đình", "N00004.1") },
			"organization/Đảng_ủy_phường_Ba_Đình,_Hà_Nội"},
		{"a central one nothing", func() quad.IRI { return d.organization("Bộ Chính trị", "") }, "organization/Bộ_Chính_trị"},
		{"a local one that the text leaves open is the article's", func() quad.IRI { return d.organization("Quận ủy", "") },
			"article/a.txt#organization/Quận_ủy"},
		{"a ministry's office is central", func() quad.IRI { return d.organization("Văn phòng Bộ Công an", "") }, "organization/Văn_phòng_Bộ_Công_an"},
		{"a post", func() quad.IRI { return d.post("Bí thư", "Quận ủy Ba Đình", "D001.1") }, "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"},
		{"a post of nobody knows where", func() quad.IRI { return d.post("Bí thư", "", "") }, "article/a.txt#post/Bí_thư"},
		{"a congress", congress("Đảng bộ quận Ba Đình", "D001.1", "", 26), "congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26"},
		{"a congress with a term for a number", congress("Đảng bộ quận Ba Đình", "D001.1", "2020-2025", 0), "congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/2020-2025"},
		{"a congress without number", congress("Đảng bộ quận Ba Đình", "D001.1", "", 0), "article/a.txt#congress/Đảng_bộ_quận_Ba_Đình"},
		{"the term that it began", func() quad.IRI {
			return d.term(record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 26})
		}, "term/Quận_ủy_Ba_Đình,_Hà_Nội/26"},
		{"a place, in one of its versions", func() quad.IRI { return d.places.iri(units[1]) }, "place/quận_Ba_Đình,_Hà_Nội/D001.1"},
		{"slash and underscore in a name", func() quad.IRI { return thing("role", "a/b_c") }, "role/a%2Fb%5Fc"},
	} {
		d.nodes = map[quad.IRI][]quad.Quad{}
		if got := c.make(); got != quad.IRI(nsID+c.want) && string(got) != nsID+c.want {
			t.Errorf("%s: %s, want %s", c.what, short(string(got)), c.want)
		}
	}
}

// Every place of the real list has an IRI of its own, fit for N-Quads.
func TestPlaceIRIsAreDistinct(t *testing.T) {
	places := realPlaces(t)
	g := newAtlas(places)
	seen := map[quad.IRI]string{}
	for _, p := range places.Places() {
		iri := g.iri(p)
		if other, twice := seen[iri]; twice {
			t.Errorf("%s and %s are both %s", other, p.ID, iri)
		}
		seen[iri] = p.ID
		if strings.ContainsAny(string(iri), " <>\"{}|\\^`") {
			t.Errorf("%s: %s is no IRI", p.ID, iri)
		}
	}
	if len(seen) < 1000 {
		t.Errorf("only %d places: the list was not read", len(seen))
	}
}
