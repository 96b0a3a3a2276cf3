package graph

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
	"github.com/nhiemky/nhiemky/seeds"
)

// units is a small list of places: Hà Nội with two districts, a ward of one of them, and what
// became of the district in 2025.
var units = placeList{
	{ID: "P01.1", Name: "Hà Nội", Kind: "thành phố trực thuộc trung ương"},
	{ID: "D001.1", Name: "Ba Đình", Kind: "quận", Parent: "P01.1", To: day("2025-06-30"), Successors: []string{"N00004.1"}},
	{ID: "D004.1", Name: "Long Biên", Kind: "quận", Parent: "P01.1", From: day("2003-11-06"), To: day("2025-06-30")},
	{ID: "W00124.1", Name: "Ngọc Thụy", Kind: "phường", Parent: "D004.1", To: day("2025-06-30")},
	{ID: "N00004.1", Name: "Ba Đình", Kind: "phường", Parent: "P01.1", From: day("2025-07-01")},
	{ID: "P40.1", Name: "Nghệ An", Kind: "tỉnh"},
	{ID: "D412.1", Name: "Vinh", Kind: "thành phố thuộc tỉnh", Parent: "P40.1"},
}

type placeList []gazetteer.Place

func (l placeList) Places() []gazetteer.Place { return l }

func (l placeList) Place(id string) (gazetteer.Place, bool) {
	for _, p := range l {
		if p.ID == id {
			return p, true
		}
	}
	return gazetteer.Place{}, false
}

func (placeList) Body(string) (gazetteer.Body, bool) { return gazetteer.Body{}, false }
func (placeList) Spoken(string, string) []string     { return nil }
func (placeList) Membership(title, _ string) bool    { return title == "Ủy viên" }
func (placeList) OneSeat(title, organization string) bool {
	return title != "Ủy viên" && title != "Đại biểu" && !strings.HasPrefix(title, "Phó ") && organization != "Ban Chấp hành Trung ương Đảng"
}
func (placeList) Congresses() []gazetteer.CongressFact { return nil }

func day(s string) record.Date {
	d, err := record.ParseDate(s)
	if err != nil {
		panic(err) // a slip in the test itself
	}
	return d
}

// result is an article of a test: its text is its title and the evidence of its records, one a line.
func result(name, published string, records ...record.Record) record.Result {
	raw := []byte("Bài " + name + ".\n")
	for i, r := range records {
		start := len(raw)
		raw = append(raw, r.Proof().Text...)
		e := record.Evidence{Span: text.Span{Start: start, End: len(raw)}, Text: r.Proof().Text, Rule: "sample"}
		raw = append(raw, '\n')
		switch r := r.(type) {
		case record.Holding:
			r.Evidence = e
			records[i] = r
		case record.Congress:
			r.Evidence = e
			records[i] = r
		case record.Reference:
			r.Evidence = e
			records[i] = r
		case record.Meeting:
			r.Evidence = e
			records[i] = r
		}
	}
	res := record.Result{Document: record.Document{Name: name, Raw: raw}, Title: "Bài " + name, Records: records}
	if published != "" {
		res.Published = day(published)
	}
	return res
}

// holds is a holding of a body in Ba Đình or Long Biên, as an article of that day says it.
func holds(person, post, org, place, asOf string) record.Holding {
	return record.Holding{Person: person, Post: post, Organization: org, Place: place, Status: record.Holds, AsOf: day(asOf),
		Evidence: record.Evidence{Text: "Đồng chí " + person + ", " + post + " " + org + "."}}
}

func memory(t testing.TB) *Store {
	t.Helper()
	s, err := Open("", Options{Backend: MemStore})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func onDisk(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func add(t testing.TB, s *Store, results ...record.Result) Report {
	t.Helper()
	r, err := s.Add(context.Background(), units, results, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func export(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// short makes N-Quads readable: our own and the usual namespaces are cut down.
func short(s string) string {
	return strings.NewReplacer(nsID, "", nsOwn, "nk:", nsRDF, "rdf:", nsXSD, "xsd:", nsSKOS, "skos:", nsORG, "org:",
		nsPROV, "prov:", nsFOAF, "foaf:", nsSchema, "schema:", nsDCTerms, "dcterms:", nsCRM, "crm:", nsOWL, "owl:").Replace(s)
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

// realPlaces is the list of places that the program is shipped with.
func realPlaces(t testing.TB) *gazetteer.Lists {
	t.Helper()
	files, err := seeds.Lists()
	if err != nil {
		t.Fatal(err)
	}
	lists, err := gazetteer.LoadLists(files)
	if err != nil {
		t.Fatal(err)
	}
	return lists
}
