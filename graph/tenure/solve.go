package tenure

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Solve works out the tenures of one post. The order of the statements does not matter.
func Solve(statements []Statement, seat Seat) Result {
	seat = seat.sound()
	claims := make([]*claim, len(statements))
	for i := range statements {
		s := statements[i]
		if seat.Exclusive {
			s.Won = Span{} // a head may go on from one term into the next
		}
		claims[i] = read(&s)
		if seat.renews(claims[i].begin) {
			claims[i].begin, claims[i].beginKind = anyDay, "" // seen, and perhaps before
		}
		if s.Confidence > 0 && s.Confidence < doubtful {
			claims[i] = hintOf(&s)
		}
	}
	slices.SortFunc(claims, func(a, b *claim) int { return cmp.Compare(a.ID, b.ID) })
	var r Result
	claims = r.setAside(claims, seat)
	for {
		if seat.Exclusive {
			claims = r.outvote(claims)
		}
		seat.standing = standingOf(claims)
		spans, loose, clash := attempt(claims, seat)
		if clash == nil {
			r.tell(spans, loose)
			return r
		}
		core := smallest(clash, claims, seat)
		conflict := conflictOf(core, clash, seat)
		if less := lighter(core, claims); len(less) > 0 {
			conflict.Statements = ids(less)
			conflict.Beside = ids(slices.DeleteFunc(slices.Clone(core), func(c *claim) bool { return slices.Contains(less, c) }))
			core = less
		} else if reconcile(core) {
			r.Conflicts = append(r.Conflicts, Conflict{Beside: ids(core), Kind: Ended})
			continue
		}
		r.Conflicts = append(r.Conflicts, conflict)
		claims = slices.DeleteFunc(claims, func(c *claim) bool { return slices.Contains(core, c) })
	}
}

// renews reports that a beginning may be one anew, with a term of those who give the post.
func (s Seat) renews(begin window) bool {
	return begin != anyDay && slices.ContainsFunc(s.Renewals, func(d record.Date) bool {
		w := windowOf(d)
		return begin.from >= w.from && begin.to <= w.to+reportLag
	})
}

// sound leaves out spans that end before they begin.
func (s Seat) sound() Seat {
	upsideDown := func(l Span) bool { return fromOf(l) > toOf(l) }
	s.Lives = slices.DeleteFunc(slices.Clone(s.Lives), upsideDown)
	persons := make(map[string]Span, len(s.Persons))
	for p, l := range s.Persons {
		if !upsideDown(l) {
			persons[p] = l
		}
	}
	s.Persons = persons
	return s
}

// attempt takes all claims at their word.
func attempt(claims []*claim, seat Seat) (spans []*span, loose []*claim, c *clash) {
	byPerson := map[string][]*claim{}
	var persons []string
	for _, c := range claims {
		if byPerson[c.Person] == nil {
			persons = append(persons, c.Person)
		}
		byPerson[c.Person] = append(byPerson[c.Person], c)
	}
	slices.Sort(persons)
	for _, p := range persons {
		one, rest := spansOf(byPerson[p], claims, seat)
		spans, loose = append(spans, one...), append(loose, rest...)
	}
	return spans, loose, order(spans, seat)
}

// spansOf are the tenures of one person, and the claims that tell of none.
func spansOf(own, all []*claim, seat Seat) (spans []*span, loose []*claim) {
	var s splitter
	var placed, hints []*claim
	for _, c := range own {
		if c.left != anyDay {
			s.left = append(s.left, c.left)
		}
		if c.ahead != anyDay {
			s.ahead = append(s.ahead, c.ahead)
		}
		if len(c.seen) > 0 {
			placed = append(placed, c)
		} else {
			hints = append(hints, c)
		}
	}
	if seat.Exclusive && len(placed) > 1 {
		s.others = presence(own[0].Person, all, seat.standing)
	}
	slices.SortStableFunc(placed, func(a, b *claim) int {
		return cmp.Or(cmp.Compare(a.start(), b.start()), cmp.Compare(a.first(), b.first()), cmp.Compare(a.last(), b.last()))
	})
	for _, g := range s.split(placed) {
		spans = append(spans, newSpan(g, seat))
	}
	for _, c := range own {
		if c.left != anyDay {
			spans = leave(spans, c, seat)
		}
	}
	for _, c := range hints {
		switch {
		case c.left != anyDay:
		case c.ahead != anyDay && await(spans, c):
		default:
			loose = append(loose, c)
		}
	}
	return spans, loose
}

// presence are windows on some day of which somebody else held the post, of whom more than one article says so.
func presence(person string, all []*claim, known standing) (out []window) {
	for _, c := range all {
		if c.Person == person || known.yields(c.Person, person, many) {
			continue
		}
		out = append(out, c.seen...)
		if f, l := c.first(), c.last(); len(c.seen) > 1 && f < l {
			out = append(out, window{f, f}, window{l, l})
		}
	}
	return out
}

// leave takes in that the person had left the post: the tenure that had begun by then has ended, and
// one of which only later days are known had not begun. Without any before there is one more.
func leave(spans []*span, c *claim, seat Seat) []*span {
	why := Reason{Kind: Former, Statement: c.ID}
	at := 0
	for at < len(spans) && spans[at].opensBy(c.left) {
		at++
	}
	clear := at == len(spans) || spans[at].start() > c.left.to
	for i := at; i < len(spans); i++ {
		if spans[i].start() > c.left.to {
			spans[i].beginFrom.notBefore(c.left.from, why)
			spans[i].continues = spans[i].continues && i > at
			break
		}
	}
	switch {
	case at > 0:
		at--
		spans[at].endTo.notAfter(c.left.to, why)
	case clear:
		s := newSpan(&group{person: c.Person}, seat)
		s.endTo.notAfter(c.left.to, why)
		spans = slices.Insert(spans, 0, s)
	}
	if len(c.seen) == 0 { // else it is about a tenure of its own
		spans[at].told = append(spans[at].told, c)
	}
	return spans
}

// opensBy reports that the tenure had begun by the first day of a window.
func (s *span) opensBy(w window) bool { return len(s.claims) == 0 || s.first() <= w.from }

// await takes in that the person was put forward: the first tenure that can have begun after that did so.
func await(spans []*span, c *claim) bool {
	for _, s := range spans {
		if len(s.claims) > 0 && s.first() >= c.ahead.from {
			s.told = append(s.told, c)
			s.beginFrom.notBefore(c.ahead.from, Reason{Kind: c.aheadKind, Statement: c.ID})
			return true
		}
	}
	return false
}

// tell puts what was worked out into the result.
func (r *Result) tell(spans []*span, loose []*claim) {
	slices.SortStableFunc(spans, func(a, b *span) int {
		return cmp.Or(cmp.Compare(a.beginTo.day, b.beginTo.day), cmp.Compare(a.endFrom.day, b.endFrom.day), cmp.Compare(a.person, b.person))
	})
	sure := sureness(spans, loose)
	for i, s := range spans {
		t := Tenure{Person: s.person, Continues: s.continues, Unseen: s.unseen, Sure: sure[i]}
		for i, m := range [4]mark{s.beginFrom, s.beginTo, s.endFrom, s.endTo} {
			t.Bounds[i] = Bound{m.day.date(), m.why}
		}
		for _, c := range s.told {
			t.Statements = append(t.Statements, c.ID)
		}
		r.Tenures = append(r.Tenures, t)
	}
	for _, c := range loose {
		r.Unplaced = append(r.Unplaced, c.ID)
	}
	slices.Sort(r.Unplaced)
}
