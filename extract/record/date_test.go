package record_test

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// A typed date is in the EDTF form, or has the day first.
func TestParseTyped(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"2018", "2018"}, {"2018-06", "2018-06"}, {"2018-06-01", "2018-06-01"}, {" 2018 ", "2018"},
		{"1/6/2018", "2018-06-01"}, {"01/06/2018", "2018-06-01"}, {"6/2018", "2018-06"}, {"1.6.2018", "2018-06-01"}, {"1-6-2018", "2018-06-01"},
		{"31/2/2018", `"31/2/2018" is not in the calendar`}, {"2018-02-31", `"2018-02-31" is not in the calendar`},
		{"6/15/2018", `"6/15/2018" is not in the calendar`}, {"0/6/2018", `"0/6/2018" is not in the calendar`},
		{"yesterday", `"yesterday" is not a date: want 2018, 2018-06, 2018-06-01, 6/2018 or 1/6/2018`},
		{"1/6/18", `"1/6/18" is not a date: want 2018, 2018-06, 2018-06-01, 6/2018 or 1/6/2018`},
		{"", `"" is not a date: want 2018, 2018-06, 2018-06-01, 6/2018 or 1/6/2018`},
	} {
		d, err := record.ParseTyped(c.typed)
		got := d.String()
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.typed, got, c.want)
		}
	}
}
