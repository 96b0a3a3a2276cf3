package record_test

import (
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

func TestRoman(t *testing.T) {
	var got []string
	for _, n := range []int{1, 4, 9, 14, 17, 26, 40, 89} {
		got = append(got, record.Roman(n))
		if record.FromRoman(record.Roman(n)) != n {
			t.Errorf("%d came back as %d", n, record.FromRoman(record.Roman(n)))
		}
	}
	if want := []string{"I", "IV", "IX", "XIV", "XVII", "XXVI", "XL", "LXXXIX"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if record.FromRoman("IIII") != 0 || record.FromRoman("") != 0 {
		t.Error("what is no number is read as one")
	}
}
