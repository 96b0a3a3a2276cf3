package tenure

import (
	"cmp"
	"slices"
)

// span is a tenure while its bounds are worked out. It begins on a day from beginFrom to beginTo, and
// ends on one from endFrom to endTo.
type span struct {
	*group
	beginFrom, beginTo mark
	endFrom, endTo     mark
	told               []*claim // the claims about it, and those that only bound it
	fixed              bool     // the tenure with which it is compared does not bound it: one article alone tells of that
}

// mark is a day and the reason for it, nil when open.
type mark struct {
	day day
	why *Reason
}

// notAfter carries a bound over when it is tighter, or as tight for a better reason.
func (m *mark) notAfter(d day, why Reason) bool {
	if d == noEnd || d > m.day || d == m.day && !why.better(m.why) {
		return false
	}
	m.day, m.why = d, &why
	return true
}

func (m *mark) notBefore(d day, why Reason) bool {
	if d == noBegin || d < m.day || d == m.day && !why.better(m.why) {
		return false
	}
	m.day, m.why = d, &why
	return true
}

// better prefers the reason that is nearer to what was said, and what was said more plainly.
func (r *Reason) better(o *Reason) bool {
	if o == nil {
		return true
	}
	return cmp.Or(r.length()-o.length(), slices.Index(plainness, r.Root().Kind)-slices.Index(plainness, o.Root().Kind),
		cmp.Compare(r.Root().Statement, o.Root().Statement), cmp.Compare(r.Root().Cause, o.Root().Cause),
		cmp.Compare(r.Kind, o.Kind)) < 0
}

// plainness are the kinds of reason at the root of a chain, those first that a reader understands best.
var plainness = []Kind{Began, Ended, Seen, Reported, Former, PutUp, Planned, TermLife, BodyLife, Lifetime}

func (r *Reason) length() int {
	n := 1
	for ; r.Via != nil; r = r.Via {
		n++
	}
	return n
}

// clash are bounds that no tenure can keep.
type clash struct {
	reasons []*Reason
	claims  []*claim // of the tenures in question
}

// newSpan bounds a tenure by what is said of it alone.
func newSpan(g *group, seat Seat) *span {
	s := &span{group: g, beginFrom: mark{day: noBegin}, beginTo: mark{day: noEnd}, endFrom: mark{day: noBegin}, endTo: mark{day: noEnd}}
	s.told = append(s.told, g.claims...)
	for _, c := range g.claims {
		for _, w := range c.seen {
			s.seen(w, Reason{Kind: Seen, Statement: c.ID})
		}
		if c.Won.Cause != "" {
			s.within(c.Won, Reason{Kind: TermLife, Statement: c.ID, Cause: c.Won.Cause})
		}
	}
	if len(g.claims) > 0 {
		s.stated(beginning, s.begins(), &s.beginFrom, &s.beginTo)
		s.stated(ending, s.ends(), &s.endFrom, &s.endTo)
		if r := g.allLives(); len(seat.Lives) > 0 {
			s.beginFrom.notBefore(fromOf(seat.Lives[r.from]), Reason{Kind: seat.lifeKind(), Cause: seat.Lives[r.from].Cause})
			s.endTo.notAfter(toOf(seat.Lives[r.to]), Reason{Kind: seat.lifeKind(), Cause: seat.Lives[r.to].Cause})
		}
	}
	if life, known := seat.Persons[g.person]; known { // birth is no bound: setAside asks for it
		s.endTo.notAfter(toOf(life), Reason{Kind: Lifetime, Cause: life.Cause})
	}
	return s
}

// seen says that the tenure went on on some day of a window.
func (s *span) seen(w window, why Reason) {
	s.beginTo.notAfter(w.to, why)
	s.endFrom.notBefore(w.from, why)
}

// within says that the tenure lies within a stretch of time.
func (s *span) within(l Span, why Reason) {
	s.beginFrom.notBefore(fromOf(l), why)
	s.endTo.notAfter(toOf(l), why)
}

// stated takes in what is said of the beginning, or of the end. A second word on it within sameEvent is
// a confirmation and bounds nothing more; a later one stands against the first.
func (s *span) stated(e event, claims []*claim, from, to *mark) {
	if len(claims) == 0 {
		return
	}
	meant, others := e.joint(claims)
	for _, c := range claims {
		if w, kind := e.of(c); !slices.Contains(others, c) || w.gap(meant) > sameEvent {
			from.notBefore(w.from, Reason{Kind: kind, Statement: c.ID})
			to.notAfter(w.to, Reason{Kind: kind, Statement: c.ID})
		}
	}
}

// order tightens the bounds of all tenures of a post until nothing moves. The tenures of one person
// stand in the order of time.
func order(spans []*span, seat Seat) *clash {
	for moved := true; moved; {
		moved = false
		for i, s := range spans {
			if s.settle() {
				moved = true
			}
			if c := s.clash(); c != nil {
				return c
			}
			if i > 0 && spans[i-1].person == s.person && before(spans[i-1], s, Again, nil) {
				moved = true
			}
		}
		if !seat.Exclusive {
			continue
		}
		for i, a := range spans {
			for j, b := range spans {
				if i == j || a.person == b.person || len(a.claims) == 0 || len(b.claims) == 0 {
					continue // of a tenure that nobody saw a break in another one may have been the time
				}
				a.fixed, b.fixed = seat.standing.yields(b.person, a.person, several), seat.standing.yields(a.person, b.person, several)
				c := rivals(a, b, goesOn(spans, i), &moved)
				a.fixed, b.fixed = false, false
				if c != nil {
					return c
				}
			}
		}
	}
	return nil
}

// settle says that what begins ends no earlier.
func (s *span) settle() bool {
	moved := s.beginTo.notAfter(s.endTo.day, Reason{Kind: SameTimes, Via: s.endTo.why})
	return s.endFrom.notBefore(s.beginFrom.day, Reason{Kind: SameTimes, Via: s.beginFrom.why}) || moved
}

func (s *span) clash() *clash {
	switch {
	case s.beginFrom.day > s.beginTo.day:
		return &clash{[]*Reason{s.beginFrom.why, s.beginTo.why}, s.told}
	case s.endFrom.day > s.endTo.day:
		return &clash{[]*Reason{s.endFrom.why, s.endTo.why}, s.told}
	}
	return nil
}

// before says that one tenure has ended when the other begins, for which there may be premises.
func before(a, b *span, kind Kind, premises []*Reason) bool {
	moved := !a.fixed && a.endTo.notAfter(b.beginTo.day, Reason{Kind: kind, Via: b.beginTo.why, premises: premises})
	return !b.fixed && b.beginFrom.notBefore(a.endFrom.day, Reason{Kind: kind, Via: a.endFrom.why, premises: premises}) || moved
}

// goesOn is the last of the tenures through which a person went on without a known break.
func goesOn(spans []*span, i int) *span {
	for i+1 < len(spans) && spans[i+1].continues && spans[i+1].person == spans[i].person {
		i++
	}
	return spans[i]
}

// rivals says that of two tenures of one seat one comes first: where one order is ruled out, the
// other holds. Where neither is, but the person of the first went on until after the other, the
// other came first.
func rivals(a, b, last *span, moved *bool) *clash {
	notAB, notBA := a.endFrom.day > b.beginTo.day, b.endFrom.day > a.beginTo.day
	ab, ba := []*Reason{a.endFrom.why, b.beginTo.why}, []*Reason{b.endFrom.why, a.beginTo.why}
	switch {
	case notAB && notBA:
		return &clash{slices.Concat(ab, ba), slices.Concat(a.told, b.told)}
	case notAB:
		*moved = before(b, a, Rival, ab) || *moved
	case notBA:
		*moved = before(a, b, Rival, ba) || *moved
	case last.endFrom.day > b.beginTo.day:
		*moved = before(b, a, Rival, []*Reason{last.endFrom.why, b.beginTo.why}) || *moved
	}
	return nil
}
