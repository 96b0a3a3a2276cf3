package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/seeds"
)

// Generated are articles of eight records each, about a thousand persons and two districts.
func Generated(n int) (out []record.Result) {
	for i := range n {
		var records []record.Record
		for k := range 6 {
			place := Units[1+(i+k)%2]
			p := (i*7 + k*131) % 1000
			name := fmt.Sprintf("Nguyễn %c%c %c%c", 'A'+p%26, 'a'+p/26%26, 'A'+p/7%26, 'a'+p%25)
			post := []string{"Bí thư", "Phó Bí thư", "Ủy viên", "Chủ tịch"}[k%4]
			records = append(records, Holds(name, post, "Quận ủy "+place.Name, place.ID, fmt.Sprintf("%d-%02d-%02d", 2005+i%15, 1+i%12, 1+i%28)))
		}
		records = append(records,
			WithEvidence(record.Reference{Type: "Chỉ thị", Code: fmt.Sprintf("%02d-CT/TW", 1+i%50), Issuer: "Bộ Chính trị"}),
			WithEvidence(record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 20 + i%7}))
		out = append(out, Result(fmt.Sprintf("%06d.txt", i), fmt.Sprintf("%d-%02d-%02d", 2005+i%15, 1+i%12, 1+i%28), records...))
	}
	return out
}

// Prose is a text of many different words.
func Prose(rng *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("tiếng%d", rng.IntN(5000))
	}
	return words
}

func WithEvidence(r record.Record) record.Record {
	e := record.Evidence{Text: "Một câu trong bài."}
	switch r := r.(type) {
	case record.Holding:
		r.Evidence = e
		return r
	case record.Congress:
		r.Evidence = e
		return r
	case record.Reference:
		r.Evidence = e
		return r
	case record.Meeting:
		r.Evidence = e
		return r
	}
	return r
}

// Units is a small list of places: Hà Nội with two districts, a ward of one of them, and what
// became of the district in 2025.
var Units = placeList{
	{ID: "P01.1", Name: "Hà Nội", Kind: "thành phố trực thuộc trung ương"},
	{ID: "D001.1", Name: "Ba Đình", Kind: "quận", Parent: "P01.1", To: Day("2025-06-30"), Successors: []string{"N00004.1"}},
	{ID: "D004.1", Name: "Long Biên", Kind: "quận", Parent: "P01.1", From: Day("2003-11-06"), To: Day("2025-06-30")},
	{ID: "W00124.1", Name: "Ngọc Thụy", Kind: "phường", Parent: "D004.1", To: Day("2025-06-30")},
	{ID: "N00004.1", Name: "Ba Đình", Kind: "phường", Parent: "P01.1", From: Day("2025-07-01")},
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

func Day(s string) record.Date {
	d, err := record.ParseDate(s)
	if err != nil {
		panic(err) // a slip in the test itself
	}
	return d
}

// Result is an article of a test: its text is its title and the evidence of its records, one a line.
func Result(name, published string, records ...record.Record) record.Result {
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
		res.Published = Day(published)
	}
	return res
}

// Holds is a holding of a body in Ba Đình or Long Biên, as an article of that day says it.
func Holds(person, post, org, place, asOf string) record.Holding {
	return record.Holding{Person: person, Post: post, Organization: org, Place: place, Status: record.Holds, AsOf: Day(asOf),
		Evidence: record.Evidence{Text: "Đồng chí " + person + ", " + post + " " + org + "."}}
}

// Short makes N-Quads readable: our own and the usual namespaces are cut down.
func Short(s string) string {
	return strings.NewReplacer(vocab.NamespaceID, "", vocab.NamespaceOwn, "nk:", vocab.NamespaceRDF, "rdf:", vocab.NamespaceXSD, "xsd:", vocab.NamespaceSKOS, "skos:", vocab.NamespaceORG, "org:",
		vocab.NamespacePROV, "prov:", vocab.NamespaceFOAF, "foaf:", vocab.NamespaceSchema, "schema:", vocab.NamespaceDCTerms, "dcterms:", vocab.NamespaceCRM, "crm:", vocab.NamespaceOWL, "owl:").Replace(s)
}

// RealPlaces is the list of places that the program is shipped with.
func RealPlaces(t testing.TB) *gazetteer.Lists {
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
