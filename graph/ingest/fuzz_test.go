package ingest_test

import (
	"bytes"
	"context"
	"testing"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/seeds"
)

// FuzzArticle holds for an article of any name and words: what is extracted from it can be written as quads,
// the quads can be loaded, and a store that loaded them says the same as one to which it was added, once or
// twice.
func FuzzArticle(f *testing.F) {
	for _, c := range [][2]string{
		{"a.txt", "Ông Lê Văn Thử, Bí thư Quận ủy Ba Đình, được điều động làm Phó Bí thư Thành ủy Hà Nội từ ngày 1/2/2018."},
		{"vidu.example/tin?a=%ff", "Đại hội Đảng bộ quận Ba Đình lần thứ XXV\nnhiệm kỳ 2015 - 2020 theo Chỉ thị số 36-CT/TW của Bộ Chính trị."},
		{"../x y/<z>\n", "Bà Trần Thị Mẫu, sinh ngày 2/9/1960, quê Vinh, Nghệ An, nguyên Chủ tịch UBND tỉnh Nghệ An khóa XI.\u0301"},
		{"b/./c#d", "Kỳ họp thứ 6 Hội đồng nhân dân quận Long Biên bầu đồng chí <a>\u0085 \"Nguyễn Văn A\\\" giữ chức Chủ tịch."},
	} {
		f.Add(c[0], c[1])
	}
	files, err := seeds.Lists()
	if err != nil {
		f.Fatal(err)
	}
	lists, err := gazetteer.LoadLists(files)
	if err != nil {
		f.Fatal(err)
	}
	x, some := extract.New(lists), somePlaces{lists}
	f.Fuzz(func(t *testing.T, name, words string) {
		if name == "" || !utf8.ValidString(name+words) { // which no reader hands on
			return
		}
		r := x.Extract(record.Document{Name: name, Raw: []byte(words)})
		var quads bytes.Buffer
		if err := statement.WriteNQuads(&quads, some, []record.Result{r}); err != nil {
			t.Fatal(err)
		}
		added, loaded := storetest.Memory(t), storetest.Memory(t)
		addTo(t, added, some, r)
		once := storetest.Export(t, added)
		addTo(t, added, some, r)
		if twice := storetest.Export(t, added); twice != once {
			t.Errorf("added again: %s", storetest.FirstDifference(twice, once))
		}
		storetest.Load(t, loaded, quads.String())
		if got := storetest.Export(t, loaded); got != once {
			t.Errorf("loaded: %s", storetest.FirstDifference(got, once))
		}
	})
}

// somePlaces goes through the first places only where all are gone through, which takes long.
type somePlaces struct{ *gazetteer.Lists }

func (p somePlaces) Places() []gazetteer.Place { return p.Lists.Places()[:100] }

func addTo(t *testing.T, s *store.Store, places statement.Places, r record.Result) {
	t.Helper()
	if _, err := ingest.Add(context.Background(), s, places, []record.Result{r}, nil); err != nil {
		t.Fatal(err)
	}
}

// FuzzCorrection holds for any decision: one that is taken goes out of the store and in again unchanged.
func FuzzCorrection(f *testing.F) {
	holding := string(vocab.PartIRI(vocab.ArticleIRI("1.txt"), "holding", "Nguyễn Văn Nam", "Bí thư"))
	for _, c := range [][8]string{
		{"same", holding, holding + "2", "", "", "seen", "Lan", "2020-01-01"}, {"wrong", holding, "", "", "", "Bi\u0301 thu\u031b", "\xff", "\x00"},
		{"value", holding, "", "as_of", "2021-06", "a\nb", "Lan", ""}, {"value", holding, "", "status", "former", "x", "\"", ""},
		{"different", vocab.NamespaceID + "\u0085", vocab.NamespaceID + "e\u0301", "", "", "x", "y", ""},
	} {
		f.Add(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7])
	}
	f.Fuzz(func(t *testing.T, decision, subject, other, property, value, reason, by, on string) {
		c := statement.Correction{Decision: statement.Decision(decision), Subject: subject, Other: other, Property: property, Value: value,
			Reason: reason, By: by, On: on}
		decided, loaded := storetest.Memory(t), storetest.Memory(t)
		if _, err := ingest.Correct(context.Background(), decided, []statement.Correction{c}); err != nil {
			if c.Check() == nil {
				t.Errorf("%+v is right and is refused: %v", c, err)
			}
			return
		}
		once := storetest.Export(t, decided)
		storetest.Load(t, loaded, once)
		if got := storetest.Export(t, loaded); got != once {
			t.Error(storetest.FirstDifference(got, once))
		}
	})
}
