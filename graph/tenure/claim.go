package tenure

import "github.com/nhiemky/nhiemky/extract/record"

const (
	reportLag = 31 // days within which a report follows an event
	sameEvent = 92 // days within which two beginnings, or two ends, are one
	handover  = 31 // days by which a statement may lie outside of the time of a body
)

// run is a stretch of the post's lives, by index, both ends within; without any when from > to.
type run struct{ from, to int }

func (r run) meets(o run) bool { return max(r.from, o.from) <= min(r.to, o.to) }

// claim is a statement as windows of days.
type claim struct {
	*Statement
	seen       []window // on some day of each the person held the post
	begin, end window   // of the tenure; anyDay where it is not said
	beginKind  Kind     // Began or Reported
	endKind    Kind
	left       window // on some day of it the person had left the post
	ahead      window // on some day of it the person was put forward, or is planned to begin
	aheadKind  Kind
	lives      run      // of the post's lives in which it can lie
	spans      bool     // it goes on through all of these lives, which are terms
	widened    bool     // its days are those of itself and of another claim on the same tenure
	gaps       []window // of the person's tenure, in which statements on others are outvoted
}

func (c *claim) begins() bool { return c.begin != anyDay }
func (c *claim) ends() bool   { return c.end != anyDay }

// first is the latest day by which the tenure had begun, last the earliest up to which it went on.
func (c *claim) first() day {
	d := noEnd
	for _, w := range c.seen {
		d = min(d, w.to)
	}
	return d
}

func (c *claim) last() day {
	d := noBegin
	for _, w := range c.seen {
		d = max(d, w.from)
	}
	return d
}

// start is the earliest day of which the claim can speak.
func (c *claim) start() day {
	d := noEnd
	for _, w := range c.seen {
		d = min(d, w.from)
	}
	return d
}

// read turns a statement into a claim.
func read(s *Statement) *claim {
	c := &claim{Statement: s, begin: anyDay, end: anyDay, left: anyDay, ahead: anyDay}
	from, to, asOf := s.From, s.To, s.AsOf
	if s.electedBefore(from) || from.IsZero() && s.Status == record.Starts && s.electedBefore(asOf) {
		from = s.Won.From
	}
	if s.Status == record.Former {
		from, to = s.ofTerm(from, to)
	}
	switch {
	case s.Status == record.Nominated:
		if !asOf.IsZero() {
			c.ahead, c.aheadKind = windowOf(asOf), PutUp
		}
		return c
	case later(from, asOf): // announced for a day to come
		c.ahead, c.aheadKind = window{dayOf(from.First()), dayOf(from.First())}, Planned
		return c
	}
	planned := later(to, asOf) // an announced end is a plan, and no end
	if planned {
		to = record.Date{}
	}
	if !from.IsZero() && s.Again {
		c.seen = append(c.seen, windowOf(from)) // held before, and on
	} else if !from.IsZero() {
		c.begin, c.beginKind = windowOf(from), Began
		c.seen = append(c.seen, c.begin)
	}
	switch s.Status {
	case record.Holds:
		if !asOf.IsZero() && to.IsZero() {
			c.seen = append(c.seen, windowOf(asOf))
		}
	case record.Starts:
		switch {
		case !from.IsZero() || asOf.IsZero():
		case s.Again:
			c.seen = append(c.seen, window{windowOf(asOf).from - reportLag, windowOf(asOf).to})
		default:
			c.begin, c.beginKind = window{windowOf(asOf).from - reportLag, windowOf(asOf).to}, Reported
			c.seen = append(c.seen, windowOf(asOf))
		}
	case record.Ends:
		switch {
		case planned:
			c.seen = append(c.seen, windowOf(asOf))
		case to.IsZero() && !asOf.IsZero():
			c.end, c.endKind = window{windowOf(asOf).from - reportLag, windowOf(asOf).to}, Reported
			c.seen = append(c.seen, c.end)
		}
	case record.Former:
		if !asOf.IsZero() {
			c.left = windowOf(asOf)
		}
	}
	if !to.IsZero() {
		c.end, c.endKind = windowOf(to), Ended
		c.seen = append(c.seen, c.end)
	}
	if len(c.seen) == 0 && s.Won.Cause != "" && fromOf(s.Won) != noBegin && toOf(s.Won) != noEnd {
		c.seen = append(c.seen, window{fromOf(s.Won), toOf(s.Won)}) // some day of the term
	}
	return c
}

// electedBefore reports whether a date is that of the election to the term that the statement names. A term of the National
// Assembly begins when its first session opens (law 57/2014/QH13, article 2), within 60 days of the election (constitution
// of 2013, article 83).
func (s *Statement) electedBefore(d record.Date) bool {
	if d.IsZero() || fromOf(s.Won) == noBegin {
		return false
	}
	w, begins := windowOf(d), fromOf(s.Won)
	return w.to < begins && begins-w.to <= sameEvent
}

// ofTerm leaves out of two stated days those that lie outside of the term that the statement names, where the time between
// them is partly in it: in "2009 – 2021: member of committees X, XI and XII" they are days of the whole line.
func (s *Statement) ofTerm(from, to record.Date) (record.Date, record.Date) {
	begins, ends := fromOf(s.Won), toOf(s.Won)
	if s.Won.Cause == "" || from.IsZero() || to.IsZero() || windowOf(from).from > ends || windowOf(to).to < begins {
		return from, to
	}
	before, after := windowOf(from).to < begins, windowOf(to).from > ends
	if before {
		from = record.Date{}
	}
	if after {
		to = record.Date{}
	}
	return from, to
}

// hintOf is a statement that is too doubtful to tell of a time.
func hintOf(s *Statement) *claim {
	return &claim{Statement: s, begin: anyDay, end: anyDay, left: anyDay, ahead: anyDay}
}

// later reports whether a date lies wholly behind another.
func later(d, than record.Date) bool {
	return !d.IsZero() && !than.IsZero() && d.First().Compare(than.Last()) > 0
}

// contradictsItself reports an end before the beginning.
func (c *claim) contradictsItself() bool { return c.begin.from > c.end.to }

// trim moves days that lie up to a month outside of all lives of the post to the nearest day of one: bodies are founded, merged
// and dissolved on one day, and heads take up and hand over their posts on another.
func (c *claim) trim(lives []Span) {
	for i, w := range c.seen {
		c.seen[i] = within(w, lives)
	}
	c.begin, c.end = within(c.begin, lives), within(c.end, lives)
}

// within is a window, or the nearest day of a life if it lies at most handover days outside of all of them.
func within(w window, lives []Span) window {
	nearest, off := w, day(handover+1)
	for _, l := range lives {
		life := window{fromOf(l), toOf(l)}
		switch gap := w.gap(life); {
		case gap == 0:
			return w
		case gap >= off:
		case w.from > life.to:
			nearest, off = window{life.to, life.to}, gap
		default:
			nearest, off = window{life.from, life.from}, gap
		}
	}
	return nearest
}

// placeIn finds the lives of a post in which everything that the claim speaks of can lie. Of terms it
// may go on through several. Where there is none it reports the life that is nearest.
func (c *claim) placeIn(seat Seat) (nearest int) {
	c.lives, nearest = c.livesOf(seat.Lives)
	if c.lives.from <= c.lives.to || !seat.Terms {
		return nearest
	}
	one := *c
	for _, w := range c.seen {
		one.seen = []window{w}
		r, _ := one.livesOf(seat.Lives)
		if r.from > r.to {
			return nearest
		}
		if !c.spans {
			c.lives, c.spans = r, true
		}
		c.lives = run{min(c.lives.from, r.from), max(c.lives.to, r.to)}
	}
	return nearest
}

func (c *claim) livesOf(lives []Span) (r run, nearest int) {
	r = run{0, max(0, len(lives)-1)}
	away := noEnd
	for i, l := range lives {
		var off day
		for _, w := range c.seen {
			off = max(off, w.gap(window{fromOf(l), toOf(l)}))
		}
		if off < away {
			away, nearest = off, i
		}
		switch {
		case off > 0 && i == r.from:
			r.from++
		case off > 0 && r.to >= i:
			r.to = i - 1
		}
	}
	return r, nearest
}
