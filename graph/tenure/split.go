package tenure

import (
	"cmp"
	"slices"
)

// group are the claims that are taken for one tenure.
type group struct {
	person    string
	claims    []*claim
	continues bool // nothing says that there was a break since the person's last one
	far       bool // but nobody saw the person in between for long
	unseen    bool // and nothing else divides the two
}

// link says how a claim stands to the tenure before it.
type link int

const (
	same    link = iota // it is about that tenure
	renewed             // it is about a new one, and nothing says that there was a break
	broken              // it is about a new one
)

// splitter divides the claims on one person.
type splitter struct {
	left   []window // the person had left the post on some day of each
	ahead  []window // the person was put forward on some day of each
	others []window // somebody else held a seat for one on some day of each
}

// split divides claims on one person, in the order of time, into as few tenures as they allow.
func (s *splitter) split(claims []*claim) (out []*group) {
	var g *group
	for _, c := range claims {
		how := broken
		if g != nil {
			how = s.compare(g, c)
		}
		far := g != nil && how != broken && g.longBefore(c) && !s.leftWithin(c)
		if how != same || far {
			g = &group{person: c.Person, continues: g != nil && how != broken, far: far, unseen: far && how == same}
			out = append(out, g)
		}
		g.claims = append(g.claims, c)
	}
	return out
}

func (s *splitter) compare(g *group, c *claim) link {
	switch {
	case !g.lives().meets(c.lives), g.endedBefore(c), s.leftBetween(g, c), s.takenBetween(g, c):
		return broken
	case g.wonBefore(c), g.beganBefore(c), s.putUpBetween(g, c):
		return renewed
	}
	return same
}

// longBefore reports that nobody saw the person between for longer than a term of office, or for a year in which
// others were seen who are outvoted.
func (g *group) longBefore(c *claim) bool {
	away := c.start() - g.last()
	return away > longTime || away > longBreak && slices.ContainsFunc(c.gaps, func(w window) bool { return g.last() <= w.to && w.from <= c.start() })
}

// endedBefore reports a stated end, and a claim of something later that is no other word on that end.
func (g *group) endedBefore(c *claim) bool {
	ends := g.ends()
	if len(ends) == 0 {
		return false
	}
	end, _ := ending.joint(ends)
	return c.start() > end.to && (c.begins() || !c.ends() || c.end.gap(end) > sameEvent)
}

// leftWithin reports that the person had left the post in the time of which the claim speaks: then that tells of the
// end of the tenure that was there before.
func (s *splitter) leftWithin(c *claim) bool {
	return slices.ContainsFunc(s.left, func(w window) bool { return c.start() <= w.to && w.from <= c.first() })
}

// leftBetween reports that the person had left the post between the tenure and the claim.
func (s *splitter) leftBetween(g *group, c *claim) bool {
	return slices.ContainsFunc(s.left, func(w window) bool { return g.first() <= w.from && w.to < c.start() })
}

// takenBetween reports that somebody else held the seat between. One day may belong to both.
func (s *splitter) takenBetween(g *group, c *claim) bool {
	first, last := g.first(), g.last()
	return slices.ContainsFunc(s.others, func(w window) bool {
		return last <= w.from && w.to <= c.first() && first < w.from && w.to < c.last()
	})
}

// putUpBetween reports that the person was put forward between.
func (s *splitter) putUpBetween(g *group, c *claim) bool {
	return slices.ContainsFunc(s.ahead, func(w window) bool { return g.first() < w.from && w.from <= c.first() })
}

// wonBefore reports that the claim is of another term than the tenure.
func (g *group) wonBefore(c *claim) bool {
	if c.Won.Cause != "" && g.first() < fromOf(c.Won) {
		return true
	}
	return slices.ContainsFunc(g.claims, func(o *claim) bool {
		return o.Won.Cause != "" && (toOf(o.Won) < c.start() || c.Won.Cause != "" && c.Won.Cause != o.Won.Cause)
	})
}

// beganBefore reports a beginning within a tenure that had begun.
func (g *group) beganBefore(c *claim) bool {
	if !c.begins() || g.covers(c.begin) {
		return false
	}
	begins := g.begins()
	if len(begins) == 0 {
		return g.first() < c.begin.from
	}
	begin, _ := beginning.joint(begins)
	return c.begin.gap(begin) > sameEvent
}

// covers reports that one claim says of the days that the post was held from before them until after them.
func (g *group) covers(w window) bool {
	return slices.ContainsFunc(g.claims, func(c *claim) bool { return c.begins() && c.first() <= w.from && w.to < c.last() })
}

// begins are the claims on the beginning of the tenure. One within days that another claim covers is
// a re-election, unless it says of an end as well.
func (g *group) begins() (out []*claim) {
	for _, c := range g.claims {
		if c.begins() && (c.ends() || !slices.ContainsFunc(g.claims, func(o *claim) bool {
			return o != c && o.begins() && o.first() <= c.begin.from && c.begin.to < o.last() && c.begin.gap(o.begin) > sameEvent
		})) {
			out = append(out, c)
		}
	}
	return out
}

func (g *group) ends() (out []*claim) {
	for _, c := range g.claims {
		if c.ends() {
			out = append(out, c)
		}
	}
	return out
}

// event is the beginning or the end of a tenure, as claims tell of it.
type event struct {
	of    func(*claim) (window, Kind)
	order func(a, b window) int // the window first that decides: of beginnings the earliest, of ends the latest
}

var (
	beginning = event{func(c *claim) (window, Kind) { return c.begin, c.beginKind },
		func(a, b window) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(b.from, a.from)) }}
	ending = event{func(c *claim) (window, Kind) { return c.end, c.endKind },
		func(a, b window) int { return cmp.Or(cmp.Compare(b.from, a.from), cmp.Compare(a.to, b.to)) }}
)

// joint is the event that several claims mean together: the days that the first of them allows, and
// those others that agree with it. The rest is returned, which says of another day: within sameEvent
// that of a confirmation.
func (e event) joint(claims []*claim) (w window, others []*claim) {
	days := func(c *claim) window { w, _ := e.of(c); return w }
	sorted := slices.SortedFunc(slices.Values(claims), func(a, b *claim) int {
		return cmp.Or(e.order(days(a), days(b)), cmp.Compare(a.ID, b.ID))
	})
	w = days(sorted[0])
	for _, c := range sorted[1:] {
		if both := w.and(days(c)); both.from <= both.to {
			w = both
		} else {
			others = append(others, c)
		}
	}
	return w, others
}

// first is the latest day by which the tenure had begun, last the earliest up to which it went on.
func (g *group) first() day {
	d := noEnd
	for _, c := range g.claims {
		d = min(d, c.first())
	}
	return d
}

func (g *group) last() day {
	d := noBegin
	for _, c := range g.claims {
		d = max(d, c.last())
	}
	return d
}

// start is the earliest day of which the tenure's claims can speak.
func (g *group) start() day {
	d := noEnd
	for _, c := range g.claims {
		d = min(d, c.start())
	}
	return d
}

// lives are the lives of the post in which all claims can lie, allLives those in which any can.
func (g *group) lives() run {
	if slices.ContainsFunc(g.claims, func(c *claim) bool { return c.spans }) {
		return g.allLives()
	}
	r := g.claims[0].lives
	for _, c := range g.claims[1:] {
		r = run{max(r.from, c.lives.from), min(r.to, c.lives.to)}
	}
	return r
}

func (g *group) allLives() run {
	r := g.claims[0].lives
	for _, c := range g.claims[1:] {
		r = run{min(r.from, c.lives.from), max(r.to, c.lives.to)}
	}
	return r
}
