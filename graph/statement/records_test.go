package statement

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Each case is one record in the article a.txt of 2018-02-21, and the quads that it makes besides
// those of its passage: under the article's label, and (behind the line) under the reference label.
func TestQuadsOfRecords(t *testing.T) {
	for _, c := range []struct {
		what    string
		record  record.Record
		article string
		about   string
	}{
		{
			"a holding",
			record.Holding{Person: "Nguyễn Văn A", Post: "Bí thư", Organization: "Quận ủy Ba Đình", Place: "D001.1", Status: record.Former,
				From: graphtest.Day("2010"), To: graphtest.Day("2015-06"), AsOf: graphtest.Day("2018-02-21")},
			`<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <rdf:type> <org:Membership>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <org:member> <#person/Nguyễn_Văn_A>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <org:organization> <organization/Quận_ủy_Ba_Đình,_Hà_Nội>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <org:role> <role/Bí_thư>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <nk:post> <post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <nk:status> <nk:former>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <nk:rule> "sample"
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <schema:startDate> "2010"^^<xsd:gYear>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <schema:endDate> "2015-06"^^<xsd:gYearMonth>
			<#holding/Nguyễn_Văn_A/Bí_thư_Quận_ủy_Ba_Đình> <nk:asOf> "2018-02-21"^^<xsd:date>
			<#person/Nguyễn_Văn_A> <rdf:type> <nk:Mention>
			<#person/Nguyễn_Văn_A> <foaf:name> "Nguyễn Văn A"@vi`,
			`<organization/Quận_ủy_Ba_Đình,_Hà_Nội> <org:subOrganizationOf> <organization/Thành_ủy_Hà_Nội>
			<organization/Thành_ủy_Hà_Nội> <org:subOrganizationOf> <organization/Ban_Chấp_hành_Trung_ương_Đảng>
			<organization/Quận_ủy_Ba_Đình,_Hà_Nội> <schema:areaServed> <place/quận_Ba_Đình,_Hà_Nội/D001.1>
			<place/quận_Ba_Đình,_Hà_Nội/D001.1> <schema:containedInPlace> <place/thành_phố_Hà_Nội/P01.1>
			<place/quận_Ba_Đình,_Hà_Nội/D001.1> <dcterms:isReplacedBy> <place/phường_Ba_Đình,_Hà_Nội/N00004.1>
			<place/quận_Ba_Đình,_Hà_Nội/D001.1> <schema:validThrough> "2025-06-30"^^<xsd:date>
			<post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội> <org:postIn> <organization/Quận_ủy_Ba_Đình,_Hà_Nội>
			<post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội> <skos:prefLabel> "Bí thư Quận ủy Ba Đình"@vi
			<post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội> <nk:exclusive> "true"^^<xsd:boolean>`,
		},
		{
			"a holding in a part of an organisation",
			record.Holding{Person: "Trần B", Post: "Trưởng ban", Organization: "Ban Tổ chức Quận ủy Ba Đình", Parent: "Quận ủy Ba Đình",
				Place: "D001.1", Status: record.Holds},
			`<organization/Ban_Tổ_chức_Quận_ủy_Ba_Đình,_Hà_Nội> <org:subOrganizationOf> <organization/Quận_ủy_Ba_Đình,_Hà_Nội>`,
			`<post/Trưởng_ban,_Ban_Tổ_chức_Quận_ủy_Ba_Đình,_Hà_Nội> <skos:prefLabel> "Trưởng Ban Tổ chức Quận ủy Ba Đình"@vi
			<organization/Quận_ủy_Ba_Đình,_Hà_Nội> <rdf:type> <org:Organization>`,
		},
		{
			"a holding of a body that the text leaves open: all of it is the article's",
			record.Holding{Person: "Trần B", Post: "Bí thư", Organization: "Quận ủy", Status: record.Holds},
			`<#holding/Trần_B/Bí_thư_Quận_ủy> <nk:post> <#post/Bí_thư_Quận_ủy>
			<#post/Bí_thư_Quận_ủy> <org:postIn> <#organization/Quận_ủy>
			<#organization/Quận_ủy> <skos:prefLabel> "Quận ủy"@vi`,
			`<role/Bí_thư> <skos:prefLabel> "Bí thư"@vi`,
		},
		{
			"a congress",
			record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 26, Term: "2020-2025", From: graphtest.Day("2020-06-02"), To: graphtest.Day("2020-06-04")},
			`<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <schema:startDate> "2020-06-02"^^<xsd:date>
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <schema:endDate> "2020-06-04"^^<xsd:date>
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <prov:wasDerivedFrom> <#bytes-12-34>
			<term/Quận_ủy_Ba_Đình,_Hà_Nội/26> <schema:startDate> "2020"^^<xsd:gYear>
			<term/Quận_ủy_Ba_Đình,_Hà_Nội/26> <schema:endDate> "2025"^^<xsd:gYear>`,
			`<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <rdf:type> <nk:Congress>
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <skos:prefLabel> "Đại hội Đảng bộ quận Ba Đình lần thứ XXVI"@vi
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <nk:ordinal> "26"^^<xsd:integer>
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <schema:organizer> <organization/Đảng_bộ_quận_Ba_Đình,_Hà_Nội>
			<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <nk:elected> <term/Quận_ủy_Ba_Đình,_Hà_Nội/26>
			<term/Quận_ủy_Ba_Đình,_Hà_Nội/26> <nk:termOf> <organization/Quận_ủy_Ba_Đình,_Hà_Nội>
			<organization/Đảng_bộ_quận_Ba_Đình,_Hà_Nội> <org:subOrganizationOf> <organization/Đảng_bộ_thành_phố_Hà_Nội>`,
		},
		{
			"a congress of the whole party",
			record.Congress{Body: "Đảng Cộng sản Việt Nam", Ordinal: 12},
			`<congress/Đảng_Cộng_sản_Việt_Nam/12> <prov:wasDerivedFrom> <#bytes-12-34>`,
			`<congress/Đảng_Cộng_sản_Việt_Nam/12> <nk:elected> <term/Ban_Chấp_hành_Trung_ương_Đảng/12>
			<term/Ban_Chấp_hành_Trung_ương_Đảng/12> <skos:prefLabel> "Ban Chấp hành Trung ương Đảng khóa XII"@vi`,
		},
		{
			"a document with a code",
			record.Reference{Type: "Chỉ thị", Code: "05-CT/TW", Issuer: "Bộ Chính trị", Date: graphtest.Day("2016-05-15")},
			`<> <dcterms:references> <#document/Chỉ_thị/05-CT/TW>
			<#document/Chỉ_thị/05-CT/TW> <rdf:type> <nk:Mention>
			<#document/Chỉ_thị/05-CT/TW> <skos:prefLabel> "Chỉ thị 05-CT/TW"@vi
			<#document/Chỉ_thị/05-CT/TW> <dcterms:type> "Chỉ thị"@vi
			<#document/Chỉ_thị/05-CT/TW> <dcterms:identifier> "05-CT/TW"
			<#document/Chỉ_thị/05-CT/TW> <dcterms:creator> <organization/Bộ_Chính_trị>
			<#document/Chỉ_thị/05-CT/TW> <dcterms:issued> "2016-05-15"^^<xsd:date>
			<#document/Chỉ_thị/05-CT/TW> <nk:group> "code|Chỉ thị|5|CT|TW|"`,
			`<organization/Bộ_Chính_trị> <org:subOrganizationOf> <organization/Ban_Chấp_hành_Trung_ương_Đảng>`,
		},
		{
			"a document known by the congress that passed it",
			record.Reference{Type: "Nghị quyết", Name: "Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ 26", Place: "D001.1"},
			`<#document/Nghị_quyết/Nghị_quyết_Đại_hội_Đảng_bộ_quận_Ba_Đình_lần_thứ_26> <nk:occasion> <congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26>
			<#document/Nghị_quyết/Nghị_quyết_Đại_hội_Đảng_bộ_quận_Ba_Đình_lần_thứ_26> <nk:group> "name|Nghị quyết|Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ XXVI|||quận Ba Đình, Hà Nội"`,
			`<congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26> <rdf:type> <nk:Congress>`,
		},
		{
			"a document known by a plenum",
			record.Reference{Type: "Nghị quyết", Name: "Nghị quyết Trung ương 4 khóa XII", Issuer: "Ban Chấp hành Trung ương Đảng"},
			`<#document/Nghị_quyết/Nghị_quyết_Trung_ương_4_khóa_XII> <nk:occasion> <meeting/Ban_Chấp_hành_Trung_ương_Đảng/khóa_XII/4>`,
			`<meeting/Ban_Chấp_hành_Trung_ương_Đảng/khóa_XII/4> <schema:organizer> <organization/Ban_Chấp_hành_Trung_ương_Đảng>
			<meeting/Ban_Chấp_hành_Trung_ương_Đảng/khóa_XII/4> <nk:ordinal> "4"^^<xsd:integer>`,
		},
		{
			"a meeting on a day",
			record.Meeting{Body: "Quận ủy Ba Đình", Place: "D001.1", Ordinal: 18, Date: graphtest.Day("2018-07-12")},
			`<meeting/Quận_ủy_Ba_Đình,_Hà_Nội/2018/18> <schema:startDate> "2018-07-12"^^<xsd:date>`,
			`<meeting/Quận_ủy_Ba_Đình,_Hà_Nội/2018/18> <skos:prefLabel> "Hội nghị lần thứ 18 Quận ủy Ba Đình"@vi`,
		},
		{
			"a plenum, its term known by the day of the article",
			record.Meeting{Body: "Ban Chấp hành Trung ương Đảng", Ordinal: 6},
			`<meeting/Ban_Chấp_hành_Trung_ương_Đảng/khóa_XII/6> <prov:wasDerivedFrom> <#bytes-12-34>`,
			``,
		},
		{
			"a meeting that nothing dates is the article's",
			record.Meeting{Body: "Quận ủy Ba Đình", Place: "D001.1", Ordinal: 18},
			`<#meeting/Quận_ủy_Ba_Đình/18> <nk:ordinal> "18"^^<xsd:integer>
			<#meeting/Quận_ủy_Ba_Đình/18> <prov:wasDerivedFrom> <#bytes-12-34>`,
			`<organization/Quận_ủy_Ba_Đình,_Hà_Nội> <rdf:type> <org:Organization>`,
		},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := graphtest.Result("a.txt", "2018-02-21", graphtest.WithEvidence(c.record))
			st, err := Of(NewAtlas(graphtest.Units), r)
			if err != nil {
				t.Fatal(err)
			}
			var about []string
			for _, quads := range st.Shared {
				for _, q := range quads {
					about = append(about, graphtest.Short(vocab.NQuad(q)))
				}
			}
			var article []string
			for _, q := range st.Quads {
				article = append(article, strings.ReplaceAll(graphtest.Short(vocab.NQuad(q)), "article/a.txt", ""))
			}
			contains(t, article, c.article, " <> .\n")
			contains(t, about, c.about, " <reference> .\n")
		})
	}
}

// contains reports the lines of want that are not in got.
func contains(t *testing.T, got []string, want, end string) {
	t.Helper()
	for l := range strings.Lines(want) {
		if l = strings.TrimSpace(l); l != "" && !slices.Contains(got, l+end) {
			slices.Sort(got)
			t.Errorf("no quad %s\nin\n%s", l+end, strings.Join(got, ""))
		}
	}
}

// A kind of record that nobody told the graph of is an error, and not silence.
func TestUnknownRecord(t *testing.T) {
	type strange struct{ record.Record }
	r := record.Result{Document: record.Document{Name: "a.txt"}, Records: []record.Record{strange{}}}
	if _, err := Of(NewAtlas(graphtest.Units), r); err == nil || !strings.Contains(err.Error(), "a.txt") {
		t.Errorf("error %v, want one that names the article", err)
	}
}

// The members that an article sees elected at a congress are of the term that it began.
func TestMembersOfATerm(t *testing.T) {
	congress := record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 26, From: graphtest.Day("2020-06-02"), To: graphtest.Day("2020-06-04")}
	elected := graphtest.Holds("Nguyễn Văn A", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-04")
	elected.Status = record.Starts
	later := elected
	later.AsOf = graphtest.Day("2020-07-01")
	elsewhere := elected
	elsewhere.Organization, elsewhere.Place = "Quận ủy Long Biên", "D004.1"
	for _, c := range []struct {
		what string
		h    record.Holding
		want bool
	}{
		{"elected then", elected, true},
		{"elected later", later, false},
		{"elected elsewhere", elsewhere, false},
		{"only present", graphtest.Holds("Nguyễn Văn A", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-04"), false},
	} {
		st, err := Of(NewAtlas(graphtest.Units), graphtest.Result("a.txt", "2020-06-05", congress, c.h))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, q := range st.Quads {
			got = got || q.Predicate == vocab.PropInTerm
		}
		if got != c.want {
			t.Errorf("%s: in the term %v, want %v", c.what, got, c.want)
		}
	}
}

// Two records that would get one node get two.
func TestRecordsAreKeptApart(t *testing.T) {
	first := graphtest.Holds("Nguyễn Văn A", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-01-01")
	second := first
	second.AsOf = graphtest.Day("2019-01-01")
	st, err := Of(NewAtlas(graphtest.Units), graphtest.Result("a.txt", "", first, second))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, q := range st.Quads {
		if q.Predicate == vocab.PropType && q.Object == vocab.ClassHolding {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d holdings, want 2", n)
	}
}

// Every kind of record that extract knows has its case in records.go.
func TestEveryRecordHasItsCase(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "../../extract/record/record.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	quads, err := os.ReadFile("records.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv == nil || f.Name.Name != "Kind" {
			continue
		}
		kinds++
		name := f.Recv.List[0].Type.(*ast.Ident).Name
		if !strings.Contains(string(quads), "case record."+name+":") {
			t.Errorf("records.go has no case for record.%s", name)
		}
	}
	if kinds < 4 {
		t.Errorf("only %d kinds of record found", kinds)
	}
}
