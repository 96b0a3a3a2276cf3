package derive_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

// What the derived layer says of tenures is what the package tenure says of the same statements.
func TestTenuresInTheGraph(t *testing.T) {
	s := storetest.Memory(t)
	in := func(person, on string) record.Holding {
		return graphtest.Holds(person, "Bí thư", "Quận ủy Ba Đình", "D001.1", on)
	}
	storetest.Add(t, s, graphtest.Result("1.txt", "", in("Lê Văn Sơn", "2018-02-21")), graphtest.Result("2.txt", "", in("Lê Văn Sơn", "2020-06-02")),
		graphtest.Result("3.txt", "", in("Trần Thị Hòa", "2021-01-05")), graphtest.Result("4.txt", "", in("Đỗ Minh Tân", "2025-09-01")),
		graphtest.Result("5.txt", "", in("Trần Thị Hòa", "2022-02-03")))
	var got []string
	for line := range strings.Lines(graphtest.Short(storetest.Export(t, s))) {
		if f := strings.SplitN(strings.TrimSuffix(strings.TrimSpace(line), " ."), " ", 3); strings.Contains(f[0], "/Lê_Văn_Sơn/1>") && strings.HasPrefix(f[0], "<tenure/") || strings.HasPrefix(f[0], "<contradiction/") {
			got = append(got, f[1]+" "+strings.TrimSuffix(f[2], " <derived>"))
		}
	}
	want := []string{
		`<dcterms:type> "body"`, `<nk:cause> <place/quận_Ba_Đình,_Hà_Nội/D001.1>`, `<nk:unit> "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"`,
		`<prov:wasDerivedFrom> <article/4.txt#holding/Đỗ_Minh_Tân/Bí_thư_Quận_ủy_Ba_Đình>`, `<rdf:type> <nk:Contradiction>`,
		`<schema:about> <person/Đỗ_Minh_Tân>`, `<schema:about> <post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội>`,

		`<crm:P81a_end_of_the_begin> "2018-02-21"^^<xsd:date>`, `<crm:P81b_begin_of_the_end> "2020-06-02"^^<xsd:date>`,
		`<crm:P82b_end_of_the_end> "2021-01-05"^^<xsd:date>`,
		`<nk:holder> <person/Lê_Văn_Sơn>`, `<nk:sure> <nk:certain>`, `<nk:seat> <post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội>`,
		`<nk:unit> "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội"`,
		`<nk:whyBeginOfEnd> <article/2.txt#holding/Lê_Văn_Sơn/Bí_thư_Quận_ủy_Ba_Đình>`,
		`<nk:whyEndOfBegin> <article/1.txt#holding/Lê_Văn_Sơn/Bí_thư_Quận_ủy_Ba_Đình>`,
		`<nk:whyEndOfEnd> <article/3.txt#holding/Trần_Thị_Hòa/Bí_thư_Quận_ủy_Ba_Đình>`,
		`<prov:wasDerivedFrom> <article/1.txt#holding/Lê_Văn_Sơn/Bí_thư_Quận_ủy_Ba_Đình>`,
		`<prov:wasDerivedFrom> <article/2.txt#holding/Lê_Văn_Sơn/Bí_thư_Quận_ủy_Ba_Đình>`,
		`<rdf:type> <crm:E52_Time-Span>`, `<rdf:type> <nk:Tenure>`,
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// An article changes what follows from it and nothing else: what is put in and taken out is no more
// than what differs between the exports before and after.
func TestAnArticleTouchesItsTenuresAlone(t *testing.T) {
	s := storetest.Memory(t)
	at := func(person, post, org, place, on string) record.Holding {
		return graphtest.Holds(person, post, org, place, on)
	}
	storetest.Add(t, s, graphtest.Result("1.txt", "", at("Lê Văn Sơn", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"), at("Đỗ Minh Tân", "Ủy viên", "Quận ủy Ba Đình", "D001.1", "2018-02-21")),
		graphtest.Result("2.txt", "", at("Lê Văn Sơn", "Chủ tịch", "Ủy ban nhân dân quận Ba Đình", "D001.1", "2014-02-21")),
		graphtest.Result("3.txt", "", at("Trần Thị Hòa", "Bí thư", "Quận ủy Long Biên", "D004.1", "2021-01-05"), at("Đỗ Minh Tân", "Ủy viên", "Quận ủy Ba Đình", "D001.1", "2020-02-21")))
	lines := func() map[string]bool {
		out := map[string]bool{}
		for line := range strings.Lines(storetest.Export(t, s)) {
			out[line] = true
		}
		return out
	}
	before := lines()
	r := storetest.Add(t, s, graphtest.Result("4.txt", "", at("Phạm Hữu Thọ", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-02")))
	after := lines()
	added, removed := 0, 0
	moved := map[string]bool{}
	for line := range after {
		if !before[line] {
			added++
		}
	}
	for line := range before {
		if !after[line] {
			removed++
			moved[line] = true
		}
	}
	if r.Stored != added || r.Removed != removed {
		t.Errorf("%d put in and %d taken out, want %d and %d", r.Stored, r.Removed, added, removed)
	}
	if removed != 0 { // Sơn's end was the district's before; it is Thọ's beginning now
		for line := range moved {
			if !strings.Contains(line, "tenure/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội/Lê_Văn_Sơn/1") {
				t.Errorf("taken out: %s", line)
			}
		}
	}
	if removed < 2 {
		t.Errorf("only %d taken out: the end of a tenure should have moved", removed)
	}
}
