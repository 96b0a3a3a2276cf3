package main

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Each case: status, begin, end, the day at which the article says so.
func TestWhen(t *testing.T) {
	date := func(s string) (d record.Date) {
		if err := d.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct{ status, from, to, asOf, want string }{
		{"holds", "", "", "2018-02-21", "held on 2018-02-21"},
		{"holds", "2016-03", "", "2018-02-21", "held on 2018-02-21, from 2016-03"},
		{"holds", "", "", "", "held"},
		{"former", "2010", "2015", "2018-02-21", "former on 2018-02-21, 2010 – 2015"},
		{"former", "", "2015", "", "former, until 2015"},
		{"starts", "", "", "2018-02-21", "begins, reported on 2018-02-21"},
		{"starts", "2018-03-01", "", "2018-02-21", "begins on 2018-03-01"},
		{"starts", "2018-03-01", "2020", "2018-02-21", "begins on 2018-03-01, until 2020"},
		{"ends", "2010", "2018-01-31", "2018-02-21", "ends on 2018-01-31, from 2010"},
		{"ends", "", "", "2018-02-21", "ends, reported on 2018-02-21"},
		{"nominated", "", "", "2018-02-21", "put forward on 2018-02-21"},
	} {
		s := tenure.Statement{Status: record.Status(c.status), From: date(c.from), To: date(c.to), AsOf: date(c.asOf)}
		if got := when(s); got != c.want {
			t.Errorf("%s, from %q, to %q, said on %q: %q, want %q", c.status, c.from, c.to, c.asOf, got, c.want)
		}
	}
}
