package tenure

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

const histories = 1000

// history is a true one: who held a post from which day to which.
type history struct {
	exclusive bool
	tenures   []truth
	seat      Seat
	returns   bool // somebody comes back after a break; then dates are stated to the day
}

type truth struct {
	person     string
	begin, end day
	renewed    bool // the same person goes on from the tenure before
	goesOn     bool // and goes on to the next
}

// sighting is a statement that is true in a history.
type sighting struct {
	Statement
	of      int // index of the true tenure, -1 where the statement is of none
	at, til day // the first and the last day of which it speaks
}

// randomHistory has tenures of at least 900 days: two beginnings of one person never fall into
// two years that touch.
func randomHistory(r *rand.Rand) history {
	h := history{exclusive: r.IntN(3) > 0, seat: Seat{Persons: map[string]Span{}}}
	fill := func(persons []string) {
		at := day(6000 + r.IntN(2000))
		last := ""
		for range 1 + r.IntN(6) {
			t := truth{person: persons[r.IntN(len(persons))], begin: at}
			if t.renewed = t.person == last; t.renewed {
				if at > h.tenures[len(h.tenures)-1].end {
					continue // nobody comes back to an empty seat unseen
				}
				h.tenures[len(h.tenures)-1].goesOn = true
			}
			t.end = at + day(900+r.IntN(1500))
			h.returns = h.returns || !t.renewed && slices.ContainsFunc(h.tenures, func(o truth) bool { return o.person == t.person })
			h.tenures = append(h.tenures, t)
			last, at = t.person, t.end
			if r.IntN(4) == 0 {
				at += day(r.IntN(400))
			}
		}
	}
	if h.exclusive {
		fill([]string{"A", "B", "C", "D"})
	} else {
		for _, p := range []string{"A", "B"} {
			fill([]string{p})
		}
	}
	h.seat.Exclusive = h.exclusive
	if r.IntN(3) == 0 {
		first, last := h.tenures[0].begin, h.tenures[0].end
		for _, t := range h.tenures {
			first, last = min(first, t.begin), max(last, t.end)
		}
		h.seat.Lives = []Span{{(first - day(r.IntN(300))).date(), (last + day(r.IntN(300))).date(), "the body"}}
	}
	return h
}

// coarse is a day, or unless somebody returns the month or the year in which it lies.
func (h history) coarse(r *rand.Rand, d day) record.Date {
	date := d.date()
	if h.returns {
		return date
	}
	switch r.IntN(4) {
	case 0:
		date.Day = 0
	case 1:
		date.Day, date.Month = 0, 0
	}
	return date
}

// sight draws a true statement.
func (h history) sight(r *rand.Rand, n int) sighting {
	i := r.IntN(len(h.tenures))
	t := h.tenures[i]
	within := func() day { return t.begin + 1 + day(r.IntN(int(t.end-t.begin-1))) } // the first and the last day may be another tenure's too
	s := sighting{Statement: Statement{ID: fmt.Sprintf("%03d", n), Person: t.person, Status: record.Holds}, of: i}
	on := within()
	s.at, s.til = on, on
	s.AsOf = on.date()
	begin := func() record.Date {
		if t.renewed {
			return t.begin.date()
		}
		return h.coarse(r, t.begin)
	}
	switch r.IntN(8) {
	case 0: // a beginning with its date
		s.Status, s.From, s.AsOf = record.Starts, begin(), (t.begin + day(r.IntN(reportLag))).date()
		s.at, s.til = t.begin, t.begin
	case 1: // the report of one
		if !t.renewed && !h.returns {
			s.Status, s.AsOf = record.Starts, (t.begin + day(r.IntN(reportLag))).date()
			s.at, s.til = t.begin, t.begin
		}
	case 2: // an end
		if !t.goesOn {
			s.Status, s.To, s.AsOf = record.Ends, h.coarse(r, t.end), (t.end + day(r.IntN(reportLag))).date()
			if r.IntN(2) == 0 && !h.returns {
				s.To = record.Date{}
			}
			s.at, s.til = t.end, t.end
		}
	case 3: // both
		if !t.goesOn {
			s.Status, s.From, s.To, s.AsOf = record.Former, begin(), h.coarse(r, t.end), record.Date{}
			s.at, s.til = t.begin, t.end
		}
	case 4: // held since
		s.From = begin()
		s.at = t.begin
	case 5: // had left
		if on := t.end + 1 + day(r.IntN(800)); !h.holds(t.person, on) {
			s.Status, s.AsOf, s.of = record.Former, on.date(), -1
		}
	case 6: // put forward
		if on := t.begin - 1 - day(r.IntN(60)); !h.holds(t.person, on) {
			s.Status, s.AsOf, s.of = record.Nominated, on.date(), -1
		}
	}
	return s
}

func (h history) holds(person string, on day) bool {
	return slices.ContainsFunc(h.tenures, func(t truth) bool { return t.person == person && t.begin <= on && on <= t.end })
}

func statements(sightings []sighting) (out []Statement) {
	for _, s := range sightings {
		out = append(out, s.Statement)
	}
	return out
}

// forHistories runs a check on random histories and what was seen of them.
func forHistories(t *testing.T, check func(r *rand.Rand, h history, sightings []sighting) string) {
	t.Helper()
	for seed := range uint64(histories) {
		r := rand.New(rand.NewPCG(seed, 4))
		h := randomHistory(r)
		sightings := make([]sighting, 1+r.IntN(25))
		for i := range sightings {
			sightings[i] = h.sight(r, i)
		}
		if complaint := check(r, h, sightings); complaint != "" {
			t.Errorf("history %d: %s\n%+v\n%s\n%s", seed, complaint, h, told(sightings), show(Solve(statements(sightings), h.seat)))
		}
	}
}

func told(sightings []sighting) (out string) {
	for _, s := range sightings {
		out += fmt.Sprintf("  %s %s %s %s from %s to %s, true of %d\n", s.ID, s.Person, s.Status, s.AsOf, s.From, s.To, s.of)
	}
	return out
}

func TestTheTruthLiesWithinTheBounds(t *testing.T) {
	forHistories(t, func(_ *rand.Rand, h history, sightings []sighting) string {
		r := Solve(statements(sightings), h.seat)
		if slices.ContainsFunc(r.Conflicts, func(c Conflict) bool { return c.Kind != Outvoted || !h.returns }) {
			return "a contradiction among true statements"
		}
		for _, got := range r.joined(false) {
			if begin, end, ok := h.span(got, sightings); ok && !got.allows(begin, end) {
				return fmt.Sprintf("%s %s to %s is outside the bounds", got.Person, begin.date(), end.date())
			} else if !ok && !slices.ContainsFunc(h.tenures, func(t truth) bool { return t.person == got.Person && got.allows(t.begin, t.end) }) {
				return "no tenure fits"
			}
		}
		return ""
	})
}

// joined are the tenures of a result, as one those that continue others, or of these only the unseen.
func (r Result) joined(unseen bool) (out []Tenure) {
	last := map[string]int{}
	for _, t := range r.Tenures {
		if i, known := last[t.Person]; known && t.Continues && (t.Unseen || !unseen) {
			out[i].Bounds[BeginOfEnd], out[i].Bounds[EndOfEnd] = t.Bounds[BeginOfEnd], t.Bounds[EndOfEnd]
			out[i].Statements = slices.Concat(out[i].Statements, t.Statements)
			continue
		}
		last[t.Person] = len(out)
		out = append(out, t)
	}
	return out
}

// span is the time from the beginning of the tenure first seen to the end of that last seen; a break
// between that no statement tells of is not counted.
func (h history) span(t Tenure, sightings []sighting) (begin, end day, ok bool) {
	begin, end = noEnd, noBegin
	for _, s := range sightings {
		if s.of >= 0 && slices.Contains(t.Statements, s.ID) {
			begin, end, ok = min(begin, h.tenures[s.of].begin), max(end, h.tenures[s.of].end), true
		}
	}
	return begin, end, ok
}

func (t Tenure) allows(begin, end day) bool {
	b := t.days()
	return b[BeginOfBegin] <= begin && begin <= b[EndOfBegin] && b[BeginOfEnd] <= end && end <= b[EndOfEnd]
}

func TestOrderDoesNotMatter(t *testing.T) {
	forHistories(t, func(r *rand.Rand, h history, sightings []sighting) string {
		want := Solve(statements(sightings), h.seat)
		mixed := slices.Clone(sightings)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := Solve(statements(mixed), h.seat); show(got) != show(want) || !reflect.DeepEqual(got.Unplaced, want.Unplaced) {
			return "in another order:\n" + show(got)
		}
		return ""
	})
}

func TestBoundsOnlyTighten(t *testing.T) {
	forHistories(t, func(_ *rand.Rand, h history, sightings []sighting) string {
		if h.returns {
			return "" // more articles may outvote few
		}
		for i := range sightings { // and many do not mind one, unless that reports the event
			sightings[i].Event, sightings[i].Confidence = true, 1
		}
		var old Result
		for n := 1; n <= len(sightings); n++ {
			now := Solve(statements(sightings[:n]), h.seat)
			for _, was := range old.joined(true) {
				first, last := ends(was, sightings)
				if first == "" {
					continue
				}
				begin, end := now.of(first).days(), now.of(last).days()
				if w := was.days(); begin[0] < w[0] || begin[1] > w[1] || end[2] < w[2] || end[3] > w[3] {
					return fmt.Sprintf("with %s the bounds of %s widen:\n%s%s", sightings[n-1].ID, was.Person, show(old), show(now))
				}
			}
			old = now
		}
		return ""
	})
}

// ends are the statements of a tenure that speak of its first and of its last day.
func ends(t Tenure, sightings []sighting) (first, last string) {
	var own []sighting
	for _, s := range sightings {
		if s.of >= 0 && slices.Contains(t.Statements, s.ID) {
			own = append(own, s)
		}
	}
	if len(own) == 0 {
		return "", ""
	}
	by := func(key func(sighting) day) func(a, b sighting) int {
		return func(a, b sighting) int { return cmp.Compare(key(a), key(b)) }
	}
	return slices.MinFunc(own, by(func(s sighting) day { return s.at })).ID, slices.MaxFunc(own, by(func(s sighting) day { return s.til })).ID
}

func (r Result) of(id string) Tenure {
	all := r.joined(true)
	return all[slices.IndexFunc(all, func(t Tenure) bool { return slices.Contains(t.Statements, id) })]
}

// With every day seen the bounds of the beginning meet, and so do those of the end.
func TestBoundsMeetWhenEveryDayIsSeen(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 5))
		h := randomHistory(r)
		for !h.exclusive {
			h = randomHistory(r)
		}
		var all []Statement
		first, last := h.tenures[0].begin, h.tenures[len(h.tenures)-1].end
		for on := first; on <= last; on++ {
			for _, t := range h.tenures {
				if t.begin <= on && on <= t.end {
					all = append(all, Statement{ID: fmt.Sprintf("%05d%s", on, t.person), Person: t.person, Status: record.Holds, AsOf: on.date()})
				}
			}
			for _, p := range []string{"A", "B", "C", "D"} {
				if (h.holds(p, on-1) || h.holds(p, on+1)) && !h.holds(p, on) { // whoever left, or is to come, is known not to hold it
					all = append(all, Statement{ID: fmt.Sprintf("%05d%s", on, p), Person: p, Status: record.Former, AsOf: on.date()})
				}
			}
		}
		for _, p := range []string{"A", "B", "C", "D"} {
			for _, on := range []day{first - 1, last + 1} {
				all = append(all, Statement{ID: fmt.Sprintf("%05d%s", on, p), Person: p, Status: record.Former, AsOf: on.date()})
			}
		}
		for _, got := range Solve(all, h.seat).Tenures {
			b := got.days()
			if b[EndOfBegin]-b[BeginOfBegin] > 1 && b[BeginOfBegin] != noBegin || b[EndOfEnd]-b[BeginOfEnd] > 1 && b[BeginOfEnd] != noBegin {
				t.Errorf("history %d: %s\n%+v", seed, got.Words(), h.tenures)
			}
		}
	}
}

// Whatever is said, true or not: every statement ends up in one place, the bounds of each tenure are
// in order, and what is left when contradictions are set aside contradicts nothing.
func TestNothingIsLost(t *testing.T) {
	for seed := range uint64(histories) {
		r := rand.New(rand.NewPCG(seed, 7))
		date := func() record.Date {
			d := record.Date{Year: 2000 + r.IntN(8), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
			switch r.IntN(5) {
			case 0:
				return record.Date{}
			case 1:
				d.Day = 0
			case 2:
				d.Month, d.Day = 0, 0
			}
			return d
		}
		all := make([]Statement, 1+r.IntN(12))
		for i := range all {
			statuses := []record.Status{record.Holds, record.Former, record.Starts, record.Ends, record.Nominated, ""}
			all[i] = Statement{ID: fmt.Sprintf("%02d", i), Person: string(rune('A' + r.IntN(3))), Status: statuses[r.IntN(len(statuses))],
				From: date(), To: date(), AsOf: date(), Source: fmt.Sprint(r.IntN(4)), Again: r.IntN(6) == 0}
			if r.IntN(6) == 0 {
				all[i].Won = Span{date(), date(), fmt.Sprint("term", r.IntN(2))}
			}
		}
		seat := Seat{Exclusive: r.IntN(2) == 0, Terms: r.IntN(2) == 0, Persons: map[string]Span{"A": {date(), date(), "life"}}}
		for range r.IntN(3) {
			seat.Lives = append(seat.Lives, Span{date(), date(), fmt.Sprint("life", len(seat.Lives))})
		}
		slices.SortFunc(seat.Lives, func(a, b Span) int { return a.From.First().Compare(b.From.First()) })
		result := Solve(all, seat)
		count := map[string]int{}
		gone := map[string]bool{}
		for _, tenure := range result.Tenures {
			if d := tenure.days(); d[BeginOfBegin] > d[EndOfBegin] || d[BeginOfEnd] > d[EndOfEnd] || d[BeginOfBegin] > d[EndOfEnd] {
				t.Errorf("seed %d: %s", seed, show(result))
			}
			for _, id := range tenure.Statements {
				count[id]++
			}
		}
		for _, c := range result.Conflicts {
			for _, id := range c.Statements {
				count[id]++
				gone[id] = true
			}
			if len(c.Statements) == 0 {
				t.Errorf("seed %d: a contradiction of nothing: %+v", seed, c)
			}
		}
		for _, id := range result.Unplaced {
			count[id]++
		}
		for _, s := range all {
			if count[s.ID] != 1 {
				t.Errorf("seed %d: %s is in %d places\n%s", seed, s.ID, count[s.ID], show(result))
			}
		}
		rest := slices.DeleteFunc(slices.Clone(all), func(s Statement) bool { return gone[s.ID] })
		if again := Solve(rest, seat); len(again.Conflicts) > 0 {
			t.Errorf("seed %d: contradictions are left:\n%s", seed, show(again))
		}
	}
}
