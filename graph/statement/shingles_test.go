package statement

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/nhiemky/nhiemky/graph/graphtest"
)

// FuzzShingles holds for any two texts: bands are the same for the same words, whatever stands between them,
// the share of two is from 0 to 1, the same from both sides, and 1 of a text with itself.
func FuzzShingles(f *testing.F) {
	words := strings.Repeat("Bí thư Quận ủy Ba Đình dự lễ khai giảng năm học mới ", 3)
	f.Add([]byte(words), []byte(strings.ToUpper(words)+"x"))
	f.Add([]byte("\xff a"+words), []byte(""))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		x, y := ShingleBands(a), ShingleBands(b)
		checkBands(t, x)
		if !slices.Equal(x, ShingleBands(slices.Clone(a))) {
			t.Error("other bands for the same text")
		}
		if apart := []byte(strings.Join(wordsOf(string(a)), ",\n")); !slices.Equal(x, ShingleBands(apart)) {
			t.Errorf("other bands for the same words: %q", apart)
		}
		there, back := SharedPart(x, y), SharedPart(y, x)
		if there != back || there < 0 || there > 1 || math.IsNaN(there) {
			t.Errorf("%v of one is in the other, and %v back", there, back)
		}
		if own := SharedPart(x, x); x != nil && own != 1 {
			t.Errorf("%v of a text is in itself", own)
		}
	})
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

// The estimate is near the share itself, and does not mind case, marks of punctuation and lines.
func TestSharedPart(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	text := graphtest.Prose(rng, 600)
	of := func(words []string) []string { return ShingleBands([]byte(strings.Join(words, " "))) }
	for _, c := range []struct {
		what        string
		other       []string
		least, most float64
	}{
		{"the same words", text, 1, 1},
		{"in capitals, with commas, in lines", strings.Fields(strings.ToUpper(strings.ReplaceAll(strings.Join(text, ",\n"), "T", "T"))), 1, 1},
		{"a title before it", append(graphtest.Prose(rng, 12), text...), 0.85, 1},
		{"the last tenth cut", text[:540], 0.65, 1},
		{"half of it", text[:300], 0.2, 0.75},
		{"another text", graphtest.Prose(rng, 600), 0, 0.2},
	} {
		if got := SharedPart(of(text), of(c.other)); got < c.least || got > c.most {
			t.Errorf("%s: %.2f, want from %.2f to %.2f", c.what, got, c.least, c.most)
		}
	}
	if bands := of(text[:15]); bands != nil {
		t.Errorf("a short text has bands: %q", bands)
	}
}

// wordsOf are the runs of letters, marks and digits of a text.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}
