package statement

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

func TestIRIsOfThings(t *testing.T) {
	article := vocab.ArticleIRI("a.txt")
	d := &description{places: NewAtlas(graphtest.Units), local: &document{iri: article}}
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
		{"a place, in one of its versions", func() quad.IRI { return d.places.iri(graphtest.Units[1]) }, "place/quận_Ba_Đình,_Hà_Nội/D001.1"},
		{"slash and underscore in a name", func() quad.IRI { return vocab.ThingIRI("role", "a/b_c") }, "role/a%2Fb%5Fc"},
	} {
		d.nodes = map[quad.IRI][]quad.Quad{}
		if got := c.make(); got != quad.IRI(vocab.NamespaceID+c.want) && string(got) != vocab.NamespaceID+c.want {
			t.Errorf("%s: %s, want %s", c.what, graphtest.Short(string(got)), c.want)
		}
	}
}

// Every place of the real list has an IRI of its own, fit for N-Quads.
func TestPlaceIRIsAreDistinct(t *testing.T) {
	places := graphtest.RealPlaces(t)
	g := NewAtlas(places)
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

func TestKeysOfThings(t *testing.T) {
	g := NewAtlas(graphtest.Units)
	d := &description{places: g, nodes: nil, local: &document{iri: vocab.ArticleIRI("a.txt")}}
	for _, c := range []struct{ title, org, place, ask string }{
		{"Bí thư", "Quận ủy Ba Đình", "D001.1", "Bí thư Quận uỷ Ba Đình"},
		{"Bí thư", "Quận ủy Ba Đình", "D001.1", "bi thu quan uy ba dinh ha noi"},
		{"Chủ tịch", "Ủy ban nhân dân quận Long Biên", "D004.1", "Chủ tịch UBND quận Long Biên"},
		{"Chủ tịch", "Ủy ban nhân dân quận Long Biên", "D004.1", "Chủ tịch UBND Long Biên"},
		{"Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "P01.1", "Chủ tịch UBND TP Hà Nội"},
		{"Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "P01.1", "Chủ tịch UBND Hà Nội"},
		{"Trưởng ban", "Ban Tổ chức Quận ủy Ba Đình", "D001.1", "Trưởng ban Tổ chức Quận ủy Ba Đình"},
		{"Ủy viên", "Thành ủy Hà Nội", "P01.1", "Thành ủy viên Hà Nội"},
		{"Ủy viên", "Ban Chấp hành Trung ương Đảng", "", "Ủy viên Trung ương Đảng"},
		{"Ủy viên", "Ban Chấp hành Trung ương Đảng", "", "Ủy viên BCH Trung ương Đảng"},
	} {
		nodes := describeAll(d, func() { d.post(c.title, c.org, c.place) })
		found := false
		for _, q := range nodes {
			found = found || q.Predicate == vocab.PropKey && vocab.Words(q.Object) == vocab.Key(c.ask)
		}
		if !found {
			t.Errorf("%q does not find %s, %s: no key %q", c.ask, c.title, c.org, vocab.Key(c.ask))
		}
	}
}

// describeAll runs f and gives all quads that it put into a description.
func describeAll(d *description, f func()) (out []quad.Quad) {
	d.nodes = map[quad.IRI][]quad.Quad{}
	f()
	for _, quads := range d.nodes {
		out = append(out, quads...)
	}
	return out
}
