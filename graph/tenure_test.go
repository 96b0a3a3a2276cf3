package graph

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
)

// Each line of sightings is: person status as-of from..to. The post takes one person at a time
// unless the case says "shared".
func TestAt(t *testing.T) {
	for _, c := range []struct {
		what, sightings, on, want string
		shared                    bool
	}{
		{"on the day of a sighting", "A holds 2018-02-21", "2018-02-21", "A certain", false},
		{"on another day nothing is known for sure", "A holds 2018-02-21", "2018-06-01", "A possible", false},
		{"before it likewise", "A holds 2018-02-21", "2017-06-01", "A possible", false},
		{"between two sightings of one person", "A holds 2018-02-21; A holds 2020-06-02", "2019-01-01", "A certain", false},
		{"the same, asked for the year", "A holds 2018-02-21; A holds 2020-06-02", "2019", "A certain", false},
		{"an end between breaks the run", "A holds 2018-02-21; A ends 2018-09-01; A holds 2020-06-02", "2019-01-01", "A possible", false},
		{"a re-election does not", "A holds 2018-02-21; A starts 2020-06-02", "2019-01-01", "A certain", false},
		{"nor does it say that the time before was free", "A starts 2015-05-01; A starts 2020-06-02", "2019-01-01", "A certain", false},
		{"a new beginning after an end", "A holds 2018-02-21; A ends 2018-05-01; A starts 2020-06-02", "2019-01-01", "A possible", false},
		{"somebody else between breaks it", "A holds 2018-02-21; B holds 2019-01-01; A holds 2020-06-02", "2019-06-01", "A possible; B possible", false},
		{"in a shared post others do not matter", "A holds 2018-02-21; B holds 2019-01-01; A holds 2020-06-02", "2019-06-01", "A certain; B possible", true},
		{"somebody else is certain", "A holds 2018-02-21; B holds 2018-06-01", "2018-06-01", "B certain; A excluded", false},
		{"the next holder was seen before the day", "A holds 2018-02-21; B holds 2018-06-01", "2019-01-01", "B possible; A excluded", false},
		{"the last holder was seen after the day", "A holds 2018-02-21; B holds 2018-06-01", "2018-01-01", "A possible; B excluded", false},
		{"in between both are possible", "A holds 2018-02-21; B holds 2018-06-01", "2018-04-01", "A possible; B possible", false},
		{"between stated days", "A former 2020-01-01 2015-03-01..2018-09-30", "2016-01-01", "A certain", false},
		{"after a stated end", "A former 2020-01-01 2015-03-01..2018-09-30", "2018-10-01", "A excluded", false},
		{"before a stated beginning", "A former 2020-01-01 2015-03-01..2018-09-30", "2015-02-28", "A excluded", false},
		{"years are certain between, not at their edges", "A former 2020-01-01 2015..2018", "2016-07-01", "A certain", false},
		{"at the edge of a year it is possible", "A former 2020-01-01 2015..2018", "2018-07-01", "A possible", false},
		{"the year in which it ended", "A former 2020-01-01 2015..2018", "2018", "A certain", false},
		{"held since a day", "A holds 2018-02-21 2016-05-04..", "2017-01-01", "A certain", false},
		{"an appointment: not before its day", "A starts 2018-02-21 2018-02-20..", "2018-02-19", "A excluded", false},
		{"an appointment that is only reported: some days before perhaps", "A starts 2018-02-21", "2018-02-20", "A possible", false},
		{"but not long before", "A starts 2018-02-21", "2018-01-20", "A excluded", false},
		{"an appointment: from then on possible", "A starts 2018-02-21", "2018-03-01", "A possible", false},
		{"a departure: not after", "A ends 2018-02-21", "2018-03-01", "A excluded", false},
		{"a departure: on the day itself", "A ends 2018-02-21", "2018-02-21", "A certain", false},
		{"former: not on the day it is said", "A former 2018-02-21", "2018-03-01", "A excluded", false},
		{"former: before that possible", "A former 2018-02-21", "2017-03-01", "A possible", false},
		{"appointed again after an end", "A ends 2018-02-21; A starts 2020-01-01", "2021-01-01", "A possible", false},
		{"handed over", "A ends 2018-02-21; B starts 2018-02-21; B holds 2019-01-01", "2018-06-01", "B certain; A excluded", false},
		{"put forward only", "A nominated 2018-02-21", "2018-02-21", "A unknown", false},
		{"no date at all", "A holds", "2018-02-21", "A unknown", false},
		{"a month in which it was held, asked for the month", "A holds 2020-06", "2020-06", "A certain", false},
		{"the same, asked for a day of it", "A holds 2020-06", "2020-06-10", "A possible", false},
		{"nobody", "", "2018-02-21", "", false},
	} {
		verdicts := At(parseSightings(t, c.sightings), !c.shared, day(c.on))
		var got []string
		for _, v := range verdicts {
			got = append(got, v.Name+" "+string(v.Certainty))
			if v.Reason == "" {
				t.Errorf("%s: no reason for %s", c.what, v.Name)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n  %s\n  on %s: %s, want %s\n  %+v", c.what, c.sightings, c.on, strings.Join(got, "; "), c.want, verdicts)
		}
	}
}

func TestAtGivesTheReason(t *testing.T) {
	got := At(parseSightings(t, "A holds 2018-02-21; A holds 2020-06-02"), true, day("2019-01-01"))[0].Reason
	want := "held it on 2018-02-21, says 1.txt, and on 2020-06-02, says 2.txt, and nothing says that it ended between"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func parseSightings(t *testing.T, lines string) (out []Sighting) {
	t.Helper()
	for i, l := range strings.Split(lines, ";") {
		f := strings.Fields(l)
		if len(f) < 2 {
			continue
		}
		s := Sighting{Person: f[0], Name: f[0], Status: extract.Status(f[1]), Source: string(rune('1'+i)) + ".txt"}
		if len(f) > 2 {
			s.AsOf = day(f[2])
		}
		if len(f) > 3 {
			from, to, _ := strings.Cut(f[3], "..")
			if s.From = day(from); to != "" {
				s.To = day(to)
			}
		}
		out = append(out, s)
	}
	return out
}
