package extract_test

import (
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
)

func TestRoman(t *testing.T) {
	var got []string
	for _, n := range []int{1, 4, 9, 14, 17, 26, 40, 89} {
		got = append(got, extract.Roman(n))
		if extract.FromRoman(extract.Roman(n)) != n {
			t.Errorf("%d came back as %d", n, extract.FromRoman(extract.Roman(n)))
		}
	}
	if want := []string{"I", "IV", "IX", "XIV", "XVII", "XXVI", "XL", "LXXXIX"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if extract.FromRoman("IIII") != 0 || extract.FromRoman("") != 0 {
		t.Error("what is no number is read as one")
	}
}
