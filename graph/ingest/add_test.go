package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

func TestAddTwiceChangesNothing(t *testing.T) {
	s := storetest.Memory(t)
	a := graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
	storetest.Add(t, s, a)
	before := storetest.Export(t, s)
	r := storetest.Add(t, s, a)
	if r.Unchanged != 1 || r.Stored != 0 || r.Removed != 0 {
		t.Errorf("the second time: %+v", r)
	}
	if after := storetest.Export(t, s); after != before {
		t.Error("the export changed")
	}
}

// What an article said before, and all that hung on it, is gone when it says something else.
func TestChangedArticleReplaces(t *testing.T) {
	s := storetest.Memory(t)
	other := graphtest.Result("b.txt", "2019-01-01", graphtest.Holds("Trần Thị B", "Chủ tịch", "Hội đồng nhân dân tỉnh Nghệ An", "P40.1", "2019-01-01"))
	storetest.Add(t, s, other)
	want := storetest.Export(t, s)
	storetest.Add(t, s, graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")))
	r := storetest.Add(t, s, graphtest.Result("a.txt", "2018-02-21"))
	if r.Changed != 1 {
		t.Errorf("report %+v", r)
	}
	got := storetest.Export(t, s)
	for _, gone := range []string{"Ba_Đình", "Hoàng_Minh", "Bí_thư"} {
		if strings.Contains(got, gone) {
			t.Errorf("%s is still there", gone)
		}
	}
	var rest []string
	for l := range strings.Lines(got) {
		if !strings.Contains(l, "/a.txt") {
			rest = append(rest, l)
		}
	}
	if strings.Join(rest, "") != want {
		t.Error("something else than the article changed")
	}
}

// An article with the words of another that says the same is a source of what that one says, and takes
// it over when the other says something else.
func TestCopies(t *testing.T) {
	said := graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")
	copyOf := func(name string) record.Result {
		r := graphtest.Result("same", "2018-02-21", said)
		r.Document.Name, r.Document.Publisher = name, "Báo "+name
		return r
	}
	other := func(name string) record.Result {
		return graphtest.Result(name, "2018-02-22", graphtest.Holds("Trần Thị B", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-22"))
	}
	s := storetest.Memory(t)
	holders := func() (articles string) {
		for l := range strings.Lines(storetest.Export(t, s)) {
			if strings.Contains(l, "<"+string(vocab.PropStatements)+">") {
				name, _, _ := strings.Cut(strings.TrimPrefix(l, "<"+vocab.NamespaceID+"article/"), ">")
				articles += name + " "
			}
		}
		return articles
	}
	for _, c := range []struct {
		what   string
		add    []record.Result
		want   ingest.Report
		saying string // articles that have statements of their own
	}{
		{"two at once", []record.Result{copyOf("c.txt"), copyOf("b.txt")}, ingest.Report{Added: 1, Copies: 1}, "b.txt "},
		{"one that came later", []record.Result{copyOf("a.txt")}, ingest.Report{Copies: 1}, "b.txt "},
		{"again", []record.Result{copyOf("a.txt"), copyOf("b.txt"), copyOf("c.txt")}, ingest.Report{Copies: 2, Unchanged: 1}, "b.txt "},
		{"the original says something else", []record.Result{other("b.txt")}, ingest.Report{Changed: 1}, "a.txt b.txt "},
		{"and becomes a copy", []record.Result{copyOf("b.txt")}, ingest.Report{Copies: 1}, "a.txt "},
		{"all change in one run", []record.Result{other("a.txt"), other("b.txt"), copyOf("c.txt")}, ingest.Report{Changed: 2, Unchanged: 1}, "a.txt b.txt c.txt "},
	} {
		got := storetest.Add(t, s, c.add...)
		got.Stored, got.Removed = 0, 0
		if got != c.want || holders() != c.saying {
			t.Errorf("%s: %+v with statements of %s, want %+v, %s", c.what, got, holders(), c.want, c.saying)
		}
	}
}

// What a copy takes over is what it would say had it been alone.
func TestCopyTakesOver(t *testing.T) {
	article := func(name string, h record.Holding) record.Result {
		r := graphtest.Result("same", "2018-02-21", h)
		r.Document.Name = name
		return r
	}
	said, other := graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy", "", "2018-02-21"), graphtest.Holds("Trần Thị B", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-22")
	s := storetest.Memory(t)
	storetest.Add(t, s, article("a.txt", said), article("b.txt", said))
	changed := article("a.txt", other)
	changed.Document.Raw = []byte("Nay viết khác.")
	storetest.Add(t, s, changed)
	fresh := storetest.Memory(t)
	storetest.Add(t, fresh, changed, article("b.txt", said))
	if got, want := storetest.Export(t, s), storetest.Export(t, fresh); got != want {
		t.Error(storetest.FirstDifference(got, want))
	}
	if text, found, err := s.Text(t.Context(), string(vocab.ArticleIRI("b.txt"))); !found || err != nil || text != string(article("b.txt", said).Document.Raw) {
		t.Errorf("the words of the copy: %q, %v, %v", text, found, err)
	}
}

// A store is a function of the articles in it: whatever came before, in whatever order and groups,
// with changes on the way, it exports what a store made of them at once does.
func TestOrderLeavesNoTrace(t *testing.T) {
	for seed := range uint64(30) {
		t.Logf("seed %d", seed) // shown when it fails
		rng := rand.New(rand.NewPCG(seed, 1))
		s := storetest.Memory(t)
		if seed < 3 {
			s = storetest.OnDisk(t, filepath.Join(t.TempDir(), "x.db"))
			t.Cleanup(func() { s.Close() })
		}
		leavesNoTrace(t, s, 1+rng.IntN(6), func() (batch []record.Result) {
			for range rng.IntN(5) {
				batch = append(batch, randomArticle(rng))
			}
			return batch
		})
	}
}

// leavesNoTrace adds some batches one after the other. The store must then export what a store that gets the last form of
// each article at once does.
func leavesNoTrace(t *testing.T, s *store.Store, batches int, batch func() []record.Result) {
	t.Helper()
	now := map[string]record.Result{}
	for range batches {
		articles := batch()
		for _, r := range articles {
			now[r.Document.Name] = r
		}
		storetest.Add(t, s, articles...)
	}
	fresh := storetest.Memory(t)
	storetest.Add(t, fresh, slices.Collect(maps.Values(now))...)
	if got, want := storetest.Export(t, s), storetest.Export(t, fresh); got != want {
		t.Fatal(storetest.FirstDifference(got, want))
	}
	loaded := storetest.Memory(t)
	storetest.Load(t, loaded, storetest.Export(t, s)) // what follows is worked out anew
	if got, want := storetest.Export(t, loaded), storetest.Export(t, s); got != want {
		t.Fatal("loaded:", storetest.FirstDifference(got, want))
	}
}

// randomArticle is one of few articles with few persons, so that they meet, repeat and contradict.
func randomArticle(rng *rand.Rand) record.Result {
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	on := fmt.Sprintf("2018-%02d-%02d", 1+rng.IntN(2), 1+rng.IntN(28))
	var records []record.Record
	for range rng.IntN(4) {
		place := graphtest.Units[1+rng.IntN(2)]
		h := graphtest.Holds(pick(storetest.Tien, "Nguyễn Văn Nam", "Trần Thị B"), pick("Bí thư", "Phó Bí thư"), "Quận ủy "+place.Name, place.ID, on)
		h.Status = record.Status(pick("holds", "holds", "former", "starts"))
		records = append(records, h)
	}
	for range rng.IntN(3) {
		ref := record.Reference{Type: "Chỉ thị", Code: pick("05-CT/TW", "5", "07-CT/QU"), Issuer: "Bộ Chính trị"}
		if strings.HasSuffix(ref.Code, "QU") {
			ref.Issuer, ref.Place = "Quận ủy Ba Đình", "D001.1"
		}
		if rng.IntN(2) == 0 {
			ref.Date = graphtest.Day(pick("2016-05-15", "2011-05-14", "2017"))
		}
		records = append(records, graphtest.WithEvidence(ref))
	}
	if rng.IntN(2) == 0 {
		records = append(records, graphtest.WithEvidence(record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 25 + rng.IntN(2)}))
	}
	r := graphtest.Result(fmt.Sprintf("%d.txt", rng.IntN(8)), on, records...)
	r.Document.Raw = append(r.Document.Raw, fmt.Sprint(r.Document.Name, rng.IntN(1000))...)
	return r
}

func TestPersons(t *testing.T) {
	committees := map[string]string{"P01.1": "Thành ủy Hà Nội", "D001.1": "Quận ủy Ba Đình", "D004.1": "Quận ủy Long Biên",
		"W00124.1": "Đảng ủy phường Ngọc Thụy", "D412.1": "Thành ủy Vinh"}
	at := func(place, on string) record.Holding {
		return graphtest.Holds("Nguyễn Văn Nam", "Bí thư", committees[place], place, on)
	}
	for _, c := range []struct {
		what string
		said []record.Holding // one an article
		want []string
	}{
		{"one name is one person", []record.Holding{at("D001.1", "2018-02-21"), at("D001.1", "2020-06-02")}, []string{"Nguyễn_Văn_Nam"}},
		{"who can have moved", []record.Holding{at("D001.1", "2018-02-21"), at("D004.1", "2018-06-02")}, []string{"Nguyễn_Văn_Nam"}},
		{"two at the head of two districts in one week are two",
			[]record.Holding{at("D001.1", "2018-02-21"), at("D004.1", "2018-02-25")},
			[]string{"Nguyễn_Văn_Nam_(Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội)", "Nguyễn_Văn_Nam_(Bí_thư,_Quận_ủy_Long_Biên,_Hà_Nội)"}},
		{"of two provinces, at one level: nothing says that they are one",
			[]record.Holding{at("D001.1", "2018-02-21"), at("D412.1", "2018-06-02")},
			[]string{"Nguyễn_Văn_Nam_(Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội)", "Nguyễn_Văn_Nam_(Bí_thư,_Thành_ủy_Vinh,_Nghệ_An)"}},
		{"a ward and its city: far apart",
			[]record.Holding{at("W00124.1", "2018-02-21"), at("P01.1", "2018-06-02")},
			[]string{"Nguyễn_Văn_Nam_(Bí_thư,_Thành_ủy_Hà_Nội)", "Nguyễn_Văn_Nam_(Bí_thư,_Đảng_ủy_phường_Ngọc_Thụy,_quận_Long_Biên,_Hà_Nội)"}},
		{"a ward and its district: a career",
			[]record.Holding{at("W00124.1", "2018-02-21"), at("D004.1", "2018-06-02")}, []string{"Nguyễn_Văn_Nam"}},
		{"an article that names no place ties nobody",
			[]record.Holding{at("D001.1", "2018-02-21"), graphtest.Holds("Nguyễn Văn Nam", "Bí thư", "Quận ủy", "", "2018-06-02")},
			[]string{"Nguyễn_Văn_Nam", "Nguyễn_Văn_Nam_(1.txt)"}},
		{"and a third article goes to the one whose post it names",
			[]record.Holding{at("D001.1", "2018-02-21"), at("D004.1", "2018-02-25"), at("D004.1", "2019-02-25")},
			[]string{"Nguyễn_Văn_Nam_(Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội)", "Nguyễn_Văn_Nam_(Bí_thư,_Quận_ủy_Long_Biên,_Hà_Nội)"}},
	} {
		s := storetest.Memory(t)
		for i, h := range c.said {
			storetest.Add(t, s, graphtest.Result(fmt.Sprintf("%d.txt", i), "", h))
		}
		if got := storetest.SubjectsOfClass(t, s, vocab.ClassPerson); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestDocuments(t *testing.T) {
	ref := func(code, issued string) record.Reference {
		r := record.Reference{Type: "Chỉ thị", Code: code, Issuer: "Bộ Chính trị"}
		if strings.HasSuffix(code, "QU") {
			r.Issuer, r.Place = "Quận ủy Ba Đình", "D001.1"
		}
		if strings.HasSuffix(code, "UBND") {
			r.Issuer, r.Place = "Ủy ban nhân dân thành phố Hà Nội", "P01.1"
		}
		if issued != "" {
			r.Date = graphtest.Day(issued)
		}
		return r
	}
	type article struct {
		published string
		ref       record.Reference
	}
	for _, c := range []struct {
		what string
		said []article
		want []string
	}{
		{"dated and undated in one term", []article{{"2017-01-01", ref("05-CT/TW", "2016-05-15")}, {"2018-01-01", ref("05-CT/TW", "")}}, []string{"Chỉ_thị/05-CT/TW/khóa_XII"}},
		{"a bare number of the same issuer", []article{{"2017-01-01", ref("05-CT/TW", "")}, {"2018-01-01", ref("5", "")}}, []string{"Chỉ_thị/05-CT/TW/khóa_XII"}},
		{"the same number of two terms", []article{{"2017-01-01", ref("05-CT/TW", "2016-05-15")}, {"2017-01-01", ref("05-CT/TW", "2011-05-14")}}, []string{"Chỉ_thị/05-CT/TW/khóa_XI", "Chỉ_thị/05-CT/TW/khóa_XII"}},
		{"undated in the next term: the last one known", []article{{"2017-01-01", ref("05-CT/TW", "2016-05-15")}, {"2021-05-01", ref("05-CT/TW", "")}}, []string{"Chỉ_thị/05-CT/TW/khóa_XII"}},
		{"of a district", []article{{"2017-01-01", ref("07-CT/QU", "2016-09-15")}}, []string{"Chỉ_thị/07-CT/QU/quận_Ba_Đình,_Hà_Nội/2015-2020"}},
		{"of the state: by the year", []article{{"2018-01-01", ref("01/CT-UBND", "2017-02-03")}, {"2018-01-01", ref("01/CT-UBND", "2018-01-03")}}, []string{"Chỉ_thị/01/CT-UBND/thành_phố_Hà_Nội/2017", "Chỉ_thị/01/CT-UBND/thành_phố_Hà_Nội/2018"}},
		{"of the state, undated: nobody knows the year", []article{{"2018-01-01", ref("01/CT-UBND", "")}}, nil},
		{"a law: the year is in its code", []article{{"", record.Reference{Type: "Luật", Code: "22/2003/QH11"}}}, []string{"Luật/22/2003/QH11"}},
		{"what the code says of the type stays", []article{{"", record.Reference{Type: "Nghị quyết", Code: "1656/NQ-UBTVQH15", Date: graphtest.Day("2025-06-16")}}}, []string{"Nghị_quyết/1656/NQ-UBTVQH15/2025"}},
		{"decisions on staff have numbers of their own", []article{
			{"2021-05-01", record.Reference{Type: "Quyết định", Code: "35-QĐNS/TW"}}, {"2021-05-01", record.Reference{Type: "Quyết định", Code: "35-QĐ/TW"}}},
			[]string{"Quyết_định/35-QĐ/TW/khóa_XIII", "Quyết_định/35-QĐNS/TW/khóa_XIII"}},
		{"a programme with the letters of a directive", []article{
			{"2017-01-01", record.Reference{Type: "Chương trình", Code: "01-CT/QU", Place: "D004.1"}}, {"2017-01-01", record.Reference{Type: "Chương trình", Code: "01-CTr/QU", Place: "D004.1"}}},
			[]string{"Chương_trình/01-CTr/QU/quận_Long_Biên,_Hà_Nội/2015-2020"}},
		{"a board of a committee is local", []article{{"2017-01-01", record.Reference{Type: "Hướng dẫn", Code: "13-HD/BTCTU", Place: "P01.1"}}, {"2017-01-01", record.Reference{Type: "Hướng dẫn", Code: "13-HD/BTCTU"}}},
			[]string{"Hướng_dẫn/13-HD/BTCTU/thành_phố_Hà_Nội/2015-2020"}},
		{"a number of nobody", []article{{"2018-01-01", record.Reference{Type: "Quyết định", Code: "703"}}}, nil},
		{"an occasion in either digits", []article{
			{"2018-01-01", record.Reference{Type: "Nghị quyết", Name: "Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ XXVI", Place: "D001.1"}},
			{"2021-01-01", record.Reference{Type: "Nghị quyết", Name: "Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ 26", Place: "D001.1"}}},
			[]string{"Nghị_quyết/Nghị_quyết_Đại_hội_Đảng_bộ_quận_Ba_Đình_lần_thứ_XXVI/quận_Ba_Đình,_Hà_Nội"}},
		{"a title without a number says too little", []article{{"2018-01-01", record.Reference{Type: "Nghị quyết", Name: "Nghị quyết Đại hội Đảng các cấp"}}}, nil},
	} {
		s := storetest.Memory(t)
		for i, a := range c.said {
			storetest.Add(t, s, graphtest.Result(fmt.Sprintf("%d.txt", i), a.published, graphtest.WithEvidence(a.ref)))
		}
		if got := storetest.SubjectsOfClass(t, s, vocab.ClassDocument); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// Ctrl-C between two articles leaves what is whole, and the next run gives what it would have given.
func TestAddIsStopped(t *testing.T) {
	var articles []record.Result
	for i := range 40 {
		articles = append(articles, graphtest.Result(fmt.Sprintf("%02d.txt", i), "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")))
	}
	whole := storetest.Memory(t)
	storetest.Add(t, whole, articles...)
	s := storetest.Memory(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := ingest.Add(ctx, s, graphtest.Units, articles, func(done, total int) {
		if done == 7 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want %v", err, context.Canceled)
	}
	storetest.Add(t, s, articles...)
	if got, want := storetest.Export(t, s), storetest.Export(t, whole); got != want {
		t.Error(storetest.FirstDifference(got, want))
	}
}

func TestStats(t *testing.T) {
	s := storetest.Memory(t)
	storetest.Add(t, s, graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"),
		graphtest.WithEvidence(record.Congress{Body: "Đảng bộ quận Ba Đình", Place: "D001.1", Ordinal: 25}),
		graphtest.WithEvidence(record.Reference{Type: "Chỉ thị", Code: "05-CT/TW", Issuer: "Bộ Chính trị", Date: graphtest.Day("2016-05-15")})),
		graphtest.Result("b.txt", "2020-06-02", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-02")))
	st, err := s.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"articles": 2, "holdings": 2, "persons": 1, "posts": 1, "congresses": 1, "committee terms": 1, "documents": 1, "places": 3}
	for _, c := range st.Classes {
		if n, ok := want[c.Name]; ok && n != c.Count {
			t.Errorf("%d %s, want %d", c.Count, c.Name, n)
		}
	}
	if lines := strings.Count(storetest.Export(t, s), "\n"); int64(lines) != st.Quads || st.Stale {
		t.Errorf("%+v, want %d quads", st, lines)
	}
}

// An article that is the text of a document is not one that cites it, and what it cites the document cites.
func TestTextOfADocument(t *testing.T) {
	s := storetest.Memory(t)
	own := record.Reference{Type: "Nghị định", Code: "302/2025/NĐ-CP", Issuer: "Chính phủ", Evidence: record.Evidence{Text: "Số"}}
	cited := record.Reference{Type: "Nghị quyết", Code: "201/2025/QH15", Issuer: "Quốc hội", Evidence: record.Evidence{Text: "Nghị quyết"}}
	storetest.Add(t, s, record.Result{Document: record.Document{Name: "nghi-dinh.txt", Raw: []byte("a")}, Own: &own, Records: []record.Record{cited}},
		record.Result{Document: record.Document{Name: "tin.txt", Raw: []byte("b")}, Records: []record.Record{own}})
	text := storetest.Export(t, s)
	id := string(vocab.NamespaceID)
	for line, want := range map[string]bool{
		"<" + id + "article/nghi-dinh.txt> <" + string(vocab.PropTextOf) + "> <" + id + "document/Nghị_định/302/2025/NĐ-CP> <" + id + "derived> .":   true,
		"<" + id + "article/nghi-dinh.txt> <" + string(vocab.PropCitation) + "> <" + id + "document/Nghị_quyết/201/2025/QH15> <" + id + "derived> .": true,
		"<" + id + "article/tin.txt> <" + string(vocab.PropCitation) + "> <" + id + "document/Nghị_định/302/2025/NĐ-CP> <" + id + "derived> .":       true,
		"<" + id + "article/nghi-dinh.txt> <" + string(vocab.PropCitation) + "> <" + id + "document/Nghị_định/302/2025/NĐ-CP> <" + id + "derived> .": false,
	} {
		if strings.Contains(text, line) != want {
			t.Errorf("%s: %v, want %v", line, !want, want)
		}
	}
}
