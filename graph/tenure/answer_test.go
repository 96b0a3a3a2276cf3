package tenure

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// The statements are written as in cases.txt, and so is "shared".
func TestAt(t *testing.T) {
	for _, c := range []struct{ what, statements, on, want string }{
		{"on the day of a sighting", "A holds 2018-02-21", "2018-02-21", "A certain"},
		{"on another day nothing is known for sure", "A holds 2018-02-21", "2018-06-01", "A possible"},
		{"before it likewise", "A holds 2018-02-21", "2017-06-01", "A possible"},
		{"between two sightings of one person", "A holds 2018-02-21; A holds 2020-06-02", "2019-01-01", "A certain"},
		{"the same, asked for the year", "A holds 2018-02-21; A holds 2020-06-02", "2019", "A certain"},
		{"an end between breaks the run", "A holds 2018-02-21; A ends 2018-09-01; A holds 2020-06-02", "2019-01-01", "A possible"},
		{"a re-election does not, but an end between is not ruled out", "A holds 2018-02-21; A starts 2020-06-02", "2019-01-01", "A likely"},
		{"nor does it say that the time before was free", "A starts 2015-05-01; A starts 2020-06-02", "2019-01-01", "A likely"},
		{"nobody saw the person for longer than a term", "A holds 2010-02-21; A holds 2018-06-02", "2014-01-01", "A likely"},
		{"a new beginning after an end", "A holds 2018-02-21; A ends 2018-05-01; A starts 2020-06-02", "2019-01-01", "A excluded"},
		{"somebody else between breaks it", "A holds 2018-02-21; B holds 2019-01-01; A holds 2020-06-02", "2019-06-01", "A possible; B possible"},
		{"in a shared post others do not matter", "shared; A holds 2018-02-21; B holds 2019-01-01; A holds 2020-06-02", "2019-06-01", "A certain; B possible"},
		{"somebody else is certain", "A holds 2018-02-21; B holds 2018-06-01", "2018-06-01", "B certain; A excluded"},
		{"the next holder was seen before the day", "A holds 2018-02-21; B holds 2018-06-01", "2019-01-01", "B possible; A excluded"},
		{"the last holder was seen after the day", "A holds 2018-02-21; B holds 2018-06-01", "2018-01-01", "A possible; B excluded"},
		{"in between both are possible", "A holds 2018-02-21; B holds 2018-06-01", "2018-04-01", "A possible; B possible"},
		{"between stated days", "A former 2020-01-01 2015-03-01..2018-09-30", "2016-01-01", "A certain"},
		{"after a stated end", "A former 2020-01-01 2015-03-01..2018-09-30", "2018-10-01", "A excluded"},
		{"before a stated beginning", "A former 2020-01-01 2015-03-01..2018-09-30", "2015-02-28", "A excluded"},
		{"years are certain between, not at their edges", "A former 2020-01-01 2015..2018", "2016-07-01", "A certain"},
		{"at the edge of a year it is possible", "A former 2020-01-01 2015..2018", "2018-07-01", "A possible"},
		{"the year in which it ended", "A former 2020-01-01 2015..2018", "2018", "A certain"},
		{"held since a day", "A holds 2018-02-21 2016-05-04..", "2017-01-01", "A certain"},
		{"an appointment: not before its day", "A starts 2018-02-21 2018-02-20..", "2018-02-19", "A excluded"},
		{"an appointment that is only reported: some days before perhaps", "A starts 2018-02-21", "2018-02-20", "A possible"},
		{"but not long before", "A starts 2018-02-21", "2018-01-20", "A excluded"},
		{"an appointment: from then on possible", "A starts 2018-02-21", "2018-03-01", "A possible"},
		{"a departure: not after", "A ends 2018-02-21", "2018-03-01", "A excluded"},
		{"former: not on the day it is said", "A former 2018-02-21", "2018-03-01", "A excluded"},
		{"former: before that possible", "A former 2018-02-21", "2017-03-01", "A possible"},
		{"appointed again after an end", "A ends 2018-02-21; A starts 2020-01-01", "2021-01-01", "A possible"},
		{"handed over", "A ends 2018-02-21; B starts 2018-02-21; B holds 2019-01-01", "2018-06-01", "B certain; A excluded"},
		{"a month in which it was held, asked for the month", "A holds 2020-06", "2020-06", "A certain"},
		{"the same, asked for a day of it", "A holds 2020-06", "2020-06-10", "A possible"},
		{"the body was gone", "post 1981-01-01..2025-06-30; A holds 2018-02-21", "2025-12-01", "A excluded"},
	} {
		statements, seat, err := parseCase(c.statements)
		if err != nil {
			t.Fatal(err)
		}
		for i := range statements { // each article reports the event, so that one is enough
			statements[i].Event, statements[i].Confidence = true, 1
		}
		var on record.Date
		if err := on.UnmarshalText([]byte(c.on)); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range At(Solve(statements, seat).Tenures, seat.Exclusive, on, on) {
			got = append(got, v.Person+" "+string(v.Certainty))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n  %s\n  on %s: %s, want %s", c.what, c.statements, c.on, strings.Join(got, "; "), c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ statements, want string }{
		{"A holds 2018-02-21", "from 2018-02-21 or earlier, until 2018-02-21 or later"},
		{"A starts 2018-02-21 2018-02..", "from 2018-02"},
		{"A former 2020-01-01 2015..2018", "from 2015, until 2018"},
		{"A starts 2016-03-14 2016-03-14..; A holds 2019-06-30; B holds 2020-02-11", "from 2016-03-14, until between 2019-06-30 and 2020-02-11"},
		{"A former 2018-02-21", "from 2018-02-21 or earlier, until 2018-02-21 at the latest"},
	} {
		statements, seat, err := parseCase(c.statements)
		if err != nil {
			t.Fatal(err)
		}
		for i := range statements {
			statements[i].Event, statements[i].Confidence = true, 1
		}
		if got := Solve(statements, seat).Tenures[0].Words(); got != c.want {
			t.Errorf("%s: %s, want %s", c.statements, got, c.want)
		}
	}
}
