package tenure

import (
	"cmp"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Statement is one article's word on one person and one post.
type Statement struct {
	ID       string // tells statements apart and puts them in order where nothing else does
	Person   string // statements with the same are of one person
	Status   record.Status
	Again    bool        // of Starts: the person held the post before, and was elected to it anew
	From, To record.Date // begin and end as stated, or zero
	AsOf     record.Date // the day at which the article says so, or zero
	Source   string      // the article: one that names two holders of a seat on one day is wrong about one
	Won      Span        // the term at which the post was won, where the article names it

	Nearly     []string // articles of which Source is nearly a copy: together they are one vote
	Confidence float64  // that the article says so, from 0 to 1; 0 is not known, and counts as 1
	Event      bool     // the article reports the beginning or the end itself, and not in passing
}

// ReportedBy reports whether an article of a day tells of the beginning or the end itself: it appeared within a month of
// it, before it where the day was announced.
func (s Statement) ReportedBy(published record.Date) bool {
	day := s.From
	switch s.Status {
	case record.Ends:
		day = s.To
	case record.Starts:
	default:
		return false
	}
	day = cmp.Or(day, s.AsOf)
	return day.Day != 0 && published.Month != 0 && day.DaysTo(published.Last()) >= -reportLag && day.DaysTo(published.First()) <= reportLag
}

// Span is a stretch of time that bounds tenures from outside. Either end may be zero: not known, or none.
type Span struct {
	From, To record.Date
	Cause    string // what says so: the body, the congress, the person
}

// Seat is what is known of a post itself.
type Seat struct {
	Exclusive bool            // one person holds it at a time
	Lives     []Span          // the times in which there is such a post, in order; none known when empty
	Terms     bool            // the lives are terms of office: one may hold the post on from one into the next
	Renewals  []record.Date   // first days of terms with which the post is given anew: a beginning within a month of one may be that of who held it before
	Persons   map[string]Span // the lives of persons, where known: a death ends a tenure, before birth there is none

	standing standing
}

// lifeKind is the kind of reason that a life of the post gives.
func (s Seat) lifeKind() Kind {
	if s.Terms {
		return TermLife
	}
	return BodyLife
}

// Kind says how a reason bounds a tenure.
type Kind string

// The kinds of reason. For each what the words of the statement at its root mean for the bound.
const (
	Seen      Kind = "seen"      // the person held the post on that day
	Began     Kind = "began"     // the statement gives the day of the beginning
	Ended     Kind = "ended"     // the statement gives the day of the end
	Reported  Kind = "reported"  // the event was reported, and a report follows within 31 days
	Former    Kind = "former"    // the person had left the post by then
	PutUp     Kind = "nominated" // the person was put forward and did not hold it yet
	Planned   Kind = "planned"   // the beginning was announced for that day
	Rival     Kind = "rival"     // somebody else held the seat
	Again     Kind = "again"     // another tenure of the person comes before or after
	BodyLife  Kind = "body"      // there was no such post before, or after
	TermLife  Kind = "term"      // the post was won at that term, or is won anew at the next
	Lifetime  Kind = "lifetime"  // the person's birth or death
	SameTimes Kind = "itself"    // what begins ends no earlier
	Outvoted  Kind = "outvoted"  // of a Conflict: many others stand against it
)

// ConflictKinds are the kinds that a Conflict has.
var ConflictKinds = []Kind{Rival, BodyLife, TermLife, Lifetime, SameTimes, Outvoted, Ended}

// Reason is why a bound lies where it does: the statement at its root, and the bounds through which
// it got here.
type Reason struct {
	Kind      Kind
	Statement string  // ID of the statement, "" where the cause is no statement
	Cause     string  // what else says so, as the Span has it
	Via       *Reason // the bound that this one follows from; nil at the root

	premises []*Reason // bounds that tell in which order two tenures of one seat come
}

// Root is the reason at the end of the chain, which rests on a statement or a cause.
func (r *Reason) Root() *Reason {
	for r.Via != nil {
		r = r.Via
	}
	return r
}

// Bound is a day beyond which something cannot lie; a zero Date is open.
type Bound struct {
	Day    record.Date
	Reason *Reason // nil when open
}

// The bounds of a tenure, in the order of time.
const (
	BeginOfBegin = iota
	EndOfBegin
	BeginOfEnd
	EndOfEnd
)

// Tenure is one unbroken time of a person in a post.
type Tenure struct {
	Person     string
	Bounds     [4]Bound
	Statements []string  // IDs of the statements about this very tenure, in the order of time
	Continues  bool      // it follows on the person's last one, and nothing says that there was a break
	Unseen     bool      // and what divides them is only that nobody saw the person in the post for long
	Sure       Certainty // Certain or Likely: that the person held the post on the days between the inner bounds
}

// Conflict is a smallest set of statements that cannot all be true, or statements that are outvoted.
type Conflict struct {
	Statements []string // IDs of those that are set aside, and bound nothing; none where all stay, and the bounds are as wide as what they say
	Beside     []string // IDs of those that stand against them, or against each other, and stay
	Causes     []string // what else is part of the contradiction: the end of a body, a death
	Kind       Kind     // one of ConflictKinds; Ended where begin and end do not fit together
}

// Result is what follows from the statements on one post.
type Result struct {
	Tenures   []Tenure   // in the order of time, then of persons
	Conflicts []Conflict // what is set aside
	Unplaced  []string   // IDs of statements that say of no time: undated, or put forward only
}
