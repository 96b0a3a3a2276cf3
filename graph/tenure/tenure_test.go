package tenure

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

var update = flag.Bool("update", false, "write what comes out into cases.txt")

// TestCases reads the specification: cases.txt says what follows from which statements.
func TestCases(t *testing.T) {
	text, err := os.ReadFile("cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var title string
	cases := 0
	lines := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		said, isCase := strings.CutPrefix(line, "  ")
		switch {
		case strings.HasPrefix(line, "    "): // the result, written anew below
			continue
		case !isCase:
			title = line
			fmt.Fprintln(&out, line)
			continue
		}
		cases++
		statements, seat, err := parseCase(said)
		if err != nil {
			t.Fatalf("cases.txt:%d: %s: %v", n, title, err)
		}
		fmt.Fprintf(&out, "%s\n%s", line, show(Solve(statements, seat)))
	}
	if cases < 40 {
		t.Errorf("%d cases", cases)
	}
	if *update {
		if err := os.WriteFile("cases.txt", out.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, want := strings.Split(out.String(), "\n"), strings.Split(string(text), "\n")
	for i := range max(len(got), len(want)) {
		if g, w := at(got, i), at(want, i); g != w {
			t.Fatalf("cases.txt:%d:\ngot  %s\nwant %s", i+1, g, w)
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// parseCase reads statements that are divided by semicolons, with the numbers from 1 as their IDs:
//
//	A holds 2018-02-21                       at that day
//	A former 2020 2015-03-01..2018-09-30     stated begin and end
//	A holds 2018 term 2015..2020             won at that term
//	A starts 2018 again                      re-elected
//	A holds 2018 @paper                      from that article
//	A holds 2018 @paper near @other          which is nearly a copy of another
//	A starts 2018 2018-02-21.. event         the article reports the event itself, and is sure of it
//	A holds 2018 doubtful                    the article hardly says so
//
// and what is known beside them: shared, for a post that several hold at a time; "post 1981..2025-06-30",
// its life; terms, when its lives are terms of office; "renewed 2016-07-20", when it is given anew; "life A 1950..2019".
func parseCase(line string) (out []Statement, seat Seat, err error) {
	seat = Seat{Exclusive: true, Persons: map[string]Span{}}
	for _, part := range strings.Split(line, ";") {
		f := strings.Fields(part)
		switch f[0] {
		case "shared":
			seat.Exclusive = false
			continue
		case "terms":
			seat.Terms = true
			continue
		case "post":
			l, err := parseSpan(f[1], fmt.Sprintf("post%d", len(seat.Lives)+1))
			if err != nil {
				return nil, seat, err
			}
			seat.Lives = append(seat.Lives, l)
			continue
		case "renewed":
			var on record.Date
			if err := on.UnmarshalText([]byte(f[1])); err != nil {
				return nil, seat, err
			}
			seat.Renewals = append(seat.Renewals, on)
			continue
		case "life":
			if seat.Persons[f[1]], err = parseSpan(f[2], "life"); err != nil {
				return nil, seat, err
			}
			continue
		}
		s := Statement{ID: fmt.Sprint(len(out) + 1), Person: f[0], Status: record.Status(f[1])}
		for i := 2; i < len(f); i++ {
			switch {
			case f[i] == "again":
				s.Again = true
			case f[i] == "event":
				s.Event, s.Confidence = true, sureOfEvent
			case f[i] == "doubtful":
				s.Confidence = doubtful - 0.01
			case f[i] == "near":
				i++
				s.Nearly = append(s.Nearly, f[i])
			case f[i][0] == '@':
				s.Source = f[i]
			case f[i] == "term":
				i++
				s.Won, err = parseSpan(f[i], "term"+f[i])
			case strings.Contains(f[i], ".."):
				var l Span
				l, err = parseSpan(f[i], "")
				s.From, s.To = l.From, l.To
			default:
				err = s.AsOf.UnmarshalText([]byte(f[i]))
			}
			if err != nil {
				return nil, seat, err
			}
		}
		out = append(out, s)
	}
	return out, seat, nil
}

func parseSpan(text, cause string) (l Span, err error) {
	from, to, _ := strings.Cut(text, "..")
	l.Cause = cause
	return l, cmp.Or(l.From.UnmarshalText([]byte(from)), l.To.UnmarshalText([]byte(to)))
}

// show writes a result, a line for each tenure: in EDTF's manner the days on which it can have begun
// and ended, and why.
func show(r Result) string {
	var b strings.Builder
	for _, t := range r.Tenures {
		goes := ""
		if t.Continues {
			goes = " anew"
		}
		sure := ""
		if t.Sure == Certain {
			sure = ", certain"
		}
		fmt.Fprintf(&b, "    %s began %s%s, ended %s%s\n", t.Person, between(t.Bounds[0], t.Bounds[1]), goes, between(t.Bounds[2], t.Bounds[3]), sure)
	}
	for _, c := range r.Conflicts {
		beside := ""
		if len(c.Beside) > 0 {
			beside = " beside " + strings.Join(c.Beside, ", ")
		}
		fmt.Fprintf(&b, "    conflict of %s: %s%s\n", c.Kind, strings.Join(append(c.Statements, c.Causes...), ", "), beside)
	}
	for _, id := range r.Unplaced {
		fmt.Fprintf(&b, "    no time: %s\n", id)
	}
	return b.String()
}

func between(from, to Bound) string {
	if from.Day == to.Day && !from.Day.IsZero() && why(from.Reason) == why(to.Reason) {
		return from.Day.String() + " (" + why(from.Reason) + ")"
	}
	return edge(from) + "/" + edge(to)
}

func edge(b Bound) string {
	if b.Day.IsZero() {
		return ".."
	}
	return b.Day.String() + " (" + why(b.Reason) + ")"
}

// why writes a reason from the bound back to the statement.
func why(r *Reason) string {
	var b strings.Builder
	for ; r != nil; r = r.Via {
		b.WriteString(string(r.Kind))
		if r.Via != nil {
			b.WriteString(" < ")
			continue
		}
		for _, of := range []string{r.Statement, r.Cause} {
			if of != "" {
				b.WriteString(" " + of)
			}
		}
	}
	return b.String()
}
