package graph

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
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
		if err := WriteNQuads(&quads, some, []record.Result{r}); err != nil {
			t.Fatal(err)
		}
		added, loaded := memory(t), memory(t)
		addTo(t, added, some, r)
		once := export(t, added)
		addTo(t, added, some, r)
		if twice := export(t, added); twice != once {
			t.Errorf("added again: %s", firstDifference(twice, once))
		}
		load(t, loaded, quads.String())
		if got := export(t, loaded); got != once {
			t.Errorf("loaded: %s", firstDifference(got, once))
		}
	})
}

// somePlaces goes through the first places only where all are gone through, which takes long.
type somePlaces struct{ *gazetteer.Lists }

func (p somePlaces) Places() []gazetteer.Place { return p.Lists.Places()[:100] }

func addTo(t *testing.T, s *Store, places Places, r record.Result) {
	t.Helper()
	if _, err := s.Add(context.Background(), places, []record.Result{r}, nil); err != nil {
		t.Fatal(err)
	}
}

// FuzzCorrection holds for any decision: one that is taken goes out of the store and in again unchanged.
func FuzzCorrection(f *testing.F) {
	holding := string(part(ArticleIRI("1.txt"), "holding", "Nguyễn Văn Nam", "Bí thư"))
	for _, c := range []Correction{
		{Same, holding, holding + "2", "", "", "seen", "Lan", "2020-01-01"}, {Wrong, holding, "", "", "", "Bi\u0301 thu\u031b", "\xff", "\x00"},
		{Value, holding, "", "as_of", "2021-06", "a\nb", "Lan", ""}, {Value, holding, "", "status", "former", "x", "\"", ""},
		{Different, nsID + "\u0085", nsID + "e\u0301", "", "", "x", "y", ""},
	} {
		f.Add(string(c.Decision), c.Subject, c.Other, c.Property, c.Value, c.Reason, c.By, c.On)
	}
	f.Fuzz(func(t *testing.T, decision, subject, other, property, value, reason, by, on string) {
		c := Correction{Decision(decision), subject, other, property, value, reason, by, on}
		decided, loaded := memory(t), memory(t)
		if _, err := decided.Correct(context.Background(), []Correction{c}); err != nil {
			if c.Check() == nil {
				t.Errorf("%+v is right and is refused: %v", c, err)
			}
			return
		}
		once := export(t, decided)
		load(t, loaded, once)
		if got := export(t, loaded); got != once {
			t.Error(firstDifference(got, once))
		}
	})
}

// FuzzShingles holds for any two texts: bands are the same for the same words, whatever stands between them,
// the share of two is from 0 to 1, the same from both sides, and 1 of a text with itself.
func FuzzShingles(f *testing.F) {
	words := strings.Repeat("Bí thư Quận ủy Ba Đình dự lễ khai giảng năm học mới ", 3)
	f.Add([]byte(words), []byte(strings.ToUpper(words)+"x"))
	f.Add([]byte("\xff a"+words), []byte(""))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		x, y := shingleBands(a), shingleBands(b)
		checkBands(t, x)
		if !slices.Equal(x, shingleBands(slices.Clone(a))) {
			t.Error("other bands for the same text")
		}
		if apart := []byte(strings.Join(wordsOf(string(a)), ",\n")); !slices.Equal(x, shingleBands(apart)) {
			t.Errorf("other bands for the same words: %q", apart)
		}
		there, back := sharedPart(x, y), sharedPart(y, x)
		if there != back || there < 0 || there > 1 || math.IsNaN(there) {
			t.Errorf("%v of one is in the other, and %v back", there, back)
		}
		if own := sharedPart(x, x); x != nil && own != 1 {
			t.Errorf("%v of a text is in itself", own)
		}
	})
}

// wordsOf are the runs of letters, marks and digits of a text.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}

func checkBands(t *testing.T, all []string) {
	if len(all) != 0 && len(all) != bands {
		t.Errorf("%d bands", len(all))
	}
	for i, band := range all {
		if len(band) != 2+4*bandHashes || band[:2] != []string{"00", "01", "02", "03", "04", "05"}[i] {
			t.Errorf("band %d is %q", i, band)
		}
	}
}
