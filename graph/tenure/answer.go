package tenure

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Certainty says how sure it is that someone held a post at a date.
type Certainty string

// The degrees of certainty.
const (
	Certain  Certainty = "certain"  // the statements leave no other way
	Likely   Certainty = "likely"   // one article alone says so, or nobody saw the person for long
	Possible Certainty = "possible" // nothing says so, and nothing speaks against it
	Unknown  Certainty = "unknown"  // nothing is dated, or the person was put forward only
	Excluded Certainty = "excluded" // the statements speak against it
)

// Rank puts certain first, then likely, possible, unknown and excluded.
func (c Certainty) Rank() int {
	return slices.Index([]Certainty{Certain, Likely, Possible, Unknown, Excluded}, c)
}

// Verdict is the answer for one person.
type Verdict struct {
	Person    string
	Certainty Certainty
	Tenures   []int // the tenures on which it rests: one, or two on either side of the date
	Other     int   // the tenure of somebody else that excludes this one, or -1
}

// At says of each person whether he or she held the post at some time from a date until another;
// a month or a year is taken whole. The tenures are all of one post, those of a person in the order
// of time; exclusive says that one person holds it at a time. Certain comes first, then possible and
// excluded, and within each the order in which persons come among the tenures.
func At(tenures []Tenure, exclusive bool, from, to record.Date) []Verdict {
	asked := window{windowOf(from).from, windowOf(to).to}
	var out []Verdict
	mine := map[string][]int{}
	for i, t := range tenures {
		if mine[t.Person] == nil {
			out = append(out, Verdict{Person: t.Person})
		}
		mine[t.Person] = append(mine[t.Person], i)
	}
	for i := range out {
		out[i].judge(tenures, mine[out[i].Person], asked)
	}
	if exclusive && asked.from == asked.to {
		displace(out)
	}
	slices.SortStableFunc(out, func(a, b Verdict) int { return a.Certainty.Rank() - b.Certainty.Rank() })
	return out
}

// judge answers for a person by his or her tenures.
func (v *Verdict) judge(tenures []Tenure, mine []int, asked window) {
	v.Certainty, v.Other = "", -1
	take := func(c Certainty, of ...int) {
		if v.Certainty == "" || c.Rank() < v.Certainty.Rank() {
			v.Certainty, v.Tenures = c, of
		}
	}
	for n, i := range mine {
		b := tenures[i].days()
		switch {
		case b[EndOfBegin] <= asked.to && b[BeginOfEnd] >= asked.from:
			take(tenures[i].Sure, i)
		case b[BeginOfBegin] <= asked.to && b[EndOfEnd] >= asked.from:
			take(Possible, i)
		case b[EndOfEnd] < asked.from && v.Certainty == Excluded:
			v.Tenures = []int{i} // the last one before
		default:
			take(Excluded, i)
		}
		if n > 0 && tenures[i].Continues && tenures[mine[n-1]].days()[EndOfBegin] <= asked.to && b[BeginOfEnd] >= asked.from {
			take(Likely, mine[n-1], i)
		}
	}
}

// displace excludes from a seat for one those who are likely or possible on a day on which somebody else is certain.
func displace(verdicts []Verdict) {
	sure := slices.IndexFunc(verdicts, func(v Verdict) bool { return v.Certainty == Certain })
	if sure < 0 {
		return
	}
	for i := range verdicts {
		if v := &verdicts[i]; v.Certainty == Likely || v.Certainty == Possible {
			v.Certainty, v.Other = Excluded, verdicts[sure].Tenures[0]
		}
	}
}

// days are the bounds as days, open ones as far out as can be.
func (t Tenure) days() (d [4]day) {
	open := [4]day{noBegin, noEnd, noBegin, noEnd}
	for i, b := range t.Bounds {
		if d[i] = open[i]; !b.Day.IsZero() {
			d[i] = dayOf(b.Day.First())
		}
	}
	return d
}

// Edge is the beginning or the end of a tenure as one says it: on a date when From and To are the
// same, between two days, on one day or later when To is zero, on one or earlier when From is; nothing
// when both are.
type Edge struct{ From, To record.Date }

// Edges are the two edges of a tenure. Days that make up a month or a year are given as that.
func (t Tenure) Edges() (begin, end Edge) {
	begin = edgeOf(t.Bounds[BeginOfBegin].Day, t.Bounds[EndOfBegin].Day)
	end = edgeOf(t.Bounds[BeginOfEnd].Day, t.Bounds[EndOfEnd].Day)
	if d := t.days(); d[EndOfEnd] == noEnd && d[BeginOfEnd] < d[EndOfBegin] && begin != (Edge{}) {
		end = Edge{} // no more is known than that it began
	}
	return begin, end
}

func edgeOf(from, to record.Date) Edge {
	if from.IsZero() || to.IsZero() {
		return Edge{from, to}
	}
	for _, d := range []record.Date{from, {Year: from.Year, Month: from.Month}, {Year: from.Year}} {
		if d.First() == from && d.Last() == to {
			return Edge{d, d}
		}
	}
	return Edge{from, to}
}

// Words are the bounds in words, "from 2016-03-14 until between 2019-06-30 and 2020-02-11", "" when
// all are open.
func (t Tenure) Words() string {
	first, last := t.Edges()
	begin := first.words("from", "or later", "or earlier")
	end := last.words("until", "or later", "at the latest")
	if begin != "" && end != "" {
		return begin + ", " + end
	}
	return cmp.Or(begin, end)
}

func (e Edge) words(at, later, earlier string) string {
	switch {
	case e == (Edge{}):
		return ""
	case e.To.IsZero():
		return at + " " + e.From.String() + " " + later
	case e.From.IsZero():
		return at + " " + e.To.String() + " " + earlier
	case e.From == e.To:
		return at + " " + e.From.String()
	}
	return at + " between " + e.From.String() + " and " + e.To.String()
}
