package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// A small store, one thing a line: kind, name, other names, statements that speak of it.
const things = `
person | Nguyễn Hòa Bình | | 5
person | Nguyễn Hoà Bình (Quảng Ngãi) | | 2
person | Nguyễn Phú Trọng | | 9
person | Phạm Bình Minh | | 5
person | Trần Hoàng Bình Minh | | 0
person | Đỗ Đức Duy | | 1
organization | Ủy ban nhân dân Thành phố Hồ Chí Minh | UBND TP HCM | 4
organization | Ban Chấp hành Trung ương Đảng | trung uong dang | 9
post | Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình | Chủ tịch Hòa Bình | 3
place | tỉnh Hoà Bình | Hòa Bình | 7
document | Nghị quyết 18-NQ/TW | | 2
`

func small(t testing.TB) *Index {
	t.Helper()
	s, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	const id, own = "https://nhiemky.github.io/id/", "https://nhiemky.github.io/ns#"
	properties := map[string][2]string{ // label, and what a statement speaks of it by
		"person": {string(vocab.PropName), string(vocab.PropHasMembership)}, "document": {string(vocab.PropPrefLabel), string(vocab.PropSpecializationOf)},
		"organization": {string(vocab.PropPrefLabel), string(vocab.PropOrganization)}, "post": {string(vocab.PropPrefLabel), string(vocab.PropPost)},
		"place": {string(vocab.PropPrefLabel), string(vocab.PropAreaServed)},
	}
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(things)) {
		f := strings.Split(line, "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		node := "<" + id + f[0] + "/" + strings.ReplaceAll(f[1], " ", "_") + ">"
		p := properties[f[0]]
		fmt.Fprintf(&b, "%s <%s> %q <%s> .\n", node, p[0], f[1], own)
		for _, name := range f[1:3] {
			if key := vocab.Key(name); key != "" {
				fmt.Fprintf(&b, "%s <%s> %q <%s> .\n", node, string(vocab.PropKey), key, own)
			}
		}
		var n int
		fmt.Sscan(f[3], &n)
		for i := range n {
			subject, object := fmt.Sprintf("<%sarticle/a#%d>", id, i), node
			if f[0] == "person" { // of whom holdings speak the other way round
				subject, object = object, subject
			}
			fmt.Fprintf(&b, "%s <%s> %s <%s> .\n", subject, p[1], object, own)
		}
	}
	if _, err := ingest.Load(t.Context(), s, strings.NewReader(b.String()), ingest.LoadOptions{}); err != nil {
		t.Fatal(err)
	}
	x, err := New(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFind(t *testing.T) {
	x := small(t)
	if x.Size() != 11 {
		t.Fatalf("%d things", x.Size())
	}
	for _, c := range []struct {
		query string
		kind  vocab.Kind
		want  []string
	}{
		{"nguyen phu trong", "", []string{"Nguyễn Phú Trọng"}},   // no diacritics
		{"Nguyễn Phú Trọng", "", []string{"Nguyễn Phú Trọng"}},   // all of them
		{"do duc duy", "", []string{"Đỗ Đức Duy"}},               // đ
		{"Hòa Bình", vocab.KindPlace, []string{"tỉnh Hoà Bình"}}, // old and new tone marks
		{"Hoà Bình", vocab.KindPost, []string{"Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình"}},
		{"UBND TP HCM", "", []string{"Ủy ban nhân dân Thành phố Hồ Chí Minh"}}, // abbreviations
		{"uy ban nhan dan tp. hcm", "", []string{"Ủy ban nhân dân Thành phố Hồ Chí Minh"}},
		{"BCH TW", "", []string{"Ban Chấp hành Trung ương Đảng"}},
		{"nguyễn phú tr", "", []string{"Nguyễn Phú Trọng"}}, // the beginning of a word, as typed
		{"trong nguyen", "", []string{"Nguyễn Phú Trọng"}},  // parts, in any order
		{"18-NQ/TW", "", []string{"Nghị quyết 18-NQ/TW"}},
		{"nguyen", vocab.KindPerson, []string{"Nguyễn Phú Trọng", "Nguyễn Hòa Bình", "Nguyễn Hoà Bình (Quảng Ngãi)"}}, // most spoken of first
		{"nguyen hoa binh", "", []string{"Nguyễn Hòa Bình", "Nguyễn Hoà Bình (Quảng Ngãi)"}},                          // the name itself, then its beginning
		{"binh minh", "", []string{"Phạm Bình Minh", "Trần Hoàng Bình Minh"}},                                         // whole words in a row
		{"minh binh", vocab.KindPerson, []string{"Phạm Bình Minh", "Trần Hoàng Bình Minh"}},
		// The name itself, then whole words in a row by what is said of them; not "Hoàng Bình", whose first word goes on.
		{"hoa binh", "", []string{"tỉnh Hoà Bình", "Nguyễn Hòa Bình", "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "Nguyễn Hoà Bình (Quảng Ngãi)"}},
		{"ho bi", "", []string{"tỉnh Hoà Bình", "Nguyễn Hòa Bình", "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "Nguyễn Hoà Bình (Quảng Ngãi)", "Trần Hoàng Bình Minh"}}, // both go on
		{"phu", vocab.KindPerson, []string{"Nguyễn Phú Trọng"}},
		{"Minh", "", []string{"Phạm Bình Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Trần Hoàng Bình Minh"}},
		{"Đức", "", []string{"Đỗ Đức Duy"}},
		{"inh", "", nil}, // the middle of a word
		{"dang trung", "", []string{"Ban Chấp hành Trung ương Đảng"}},
		{"chu tich minh", "", nil}, // words of different things
		{"nguyen", vocab.KindPlace, nil},
		{"nguyen", "nothing", nil},
		{" - ", "", nil},
		{"", "", nil},
	} {
		hits, total := x.Find(c.query, c.kind, 10)
		var got []string
		for _, h := range hits {
			got = append(got, h.Label)
		}
		if !slices.Equal(got, c.want) || total != len(c.want) {
			t.Errorf("%q: %d hits: %q\nwant %q", c.query, total, got, c.want)
		}
	}
}

// A limit takes the first of the same order, however many match.
func TestFindLimit(t *testing.T) {
	x := crowd(3000)
	all, total := x.Find("nguyen", "", total(x))
	if len(all) != total || total < 100 {
		t.Fatalf("%d of %d hits", len(all), total)
	}
	for _, limit := range []int{0, 1, 2, 7, 50, total - 1, total + 1} {
		some, n := x.Find("nguyen", "", limit)
		want := all[:min(limit, total)]
		if n != total || !slices.EqualFunc(some, want, func(a, b Hit) bool { return a.IRI == b.IRI }) {
			t.Errorf("limit %d: not the first of %d", limit, n)
		}
	}
}

func total(x *Index) int { return x.Size() }

// One letter too many, too few or wrong is forgiven where nothing is found.
func TestNear(t *testing.T) {
	x := small(t)
	for query, want := range map[string]string{"nguyn phu trong": "Nguyễn Phú Trọng", "phạm bình minhh": "Phạm Bình Minh", "do duc dey": "Đỗ Đức Duy", "xy": "", "": ""} {
		var got string
		if hits := x.Near(query, "", 1); len(hits) > 0 {
			got = hits[0].Label
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", query, got, want)
		}
	}
}

func TestKnown(t *testing.T) {
	x := small(t)
	var got []string
	for _, h := range x.Known(vocab.KindPerson, 3) {
		got = append(got, h.Label)
	}
	if want := []string{"Nguyễn Phú Trọng", "Nguyễn Hòa Bình", "Phạm Bình Minh"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// crowd is an index of many names made of few words.
func crowd(n int) *Index {
	r := rand.New(rand.NewPCG(3, 3))
	words := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Văn Thị Đức Minh Anh Bình Hòa Quang Hải Chủ tịch Bí thư Ủy ban nhân dân huyện tỉnh Sơn Thanh")
	var names []view.Name
	for i := range n {
		var name []string
		for range 3 + r.IntN(6) {
			name = append(name, words[r.IntN(len(words))])
		}
		kind := vocab.Kinds()[r.IntN(len(vocab.Kinds()))]
		label := strings.Join(name, " ")
		names = append(names, view.Name{IRI: fmt.Sprintf("https://nhiemky.github.io/id/%s/%d", kind, i), Label: label, Weight: r.IntN(20),
			Keys: []string{vocab.Key(label), "tinh " + vocab.Key(label)}})
	}
	return newIndex(names)
}

// A search, as a multiple of looking for its longest word in all names: the store is that at
// NHIEMKY_BENCH_STORE, or 30,000 names that are made up.
func BenchmarkFind(b *testing.B) {
	x := crowd(30_000)
	if path := os.Getenv("NHIEMKY_BENCH_STORE"); path != "" {
		s, err := store.Open(path, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		if x, err = New(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
	for _, query := range []string{"nguyễn phú tr", "UBND TP HCM", "chủ tịch ủy ban nhân dân", "n", "không có ai"} {
		b.Run(query, func(b *testing.B) {
			word := slices.MaxFunc(strings.Fields(vocab.Key(query)), func(a, b string) int { return len(a) - len(b) })
			var find, contains time.Duration
			for b.Loop() {
				find += timed(func() { x.Find(query, "", 50) })
				contains += timed(func() {
					for i := range x.entries {
						for _, k := range x.entries[i].keys {
							strings.Contains(k, word)
						}
					}
				})
			}
			b.ReportMetric(find.Seconds()*1000/float64(b.N), "find-ms")
			b.ReportMetric(float64(find)/float64(contains), "x-contains")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
