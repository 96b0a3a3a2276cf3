package tenure

import (
	"maps"
	"slices"
)

// setAside reports what is wrong before anything is worked out: a statement that ends before it
// begins, one of a time in which there was no such post or before the person was born, and an article that names two holders of
// one seat on one day. It returns the claims that are left, with the lives in which they can lie.
func (r *Result) setAside(claims []*claim, seat Seat) (left []*claim) {
	for _, c := range claims {
		c.trim(seat.Lives)
		nearest := c.placeIn(seat)
		switch {
		case c.contradictsItself():
			r.Conflicts = append(r.Conflicts, Conflict{Statements: []string{c.ID}, Kind: SameTimes})
		case seat.tooYoung(c):
			r.Conflicts = append(r.Conflicts, Conflict{Statements: []string{c.ID}, Causes: []string{seat.Persons[c.Person].Cause}, Kind: Lifetime})
		case c.lives.from > c.lives.to:
			r.Conflicts = append(r.Conflicts, Conflict{Statements: []string{c.ID}, Causes: []string{seat.Lives[nearest].Cause}, Kind: seat.lifeKind()})
		default:
			left = append(left, c)
		}
	}
	if !seat.Exclusive {
		return left
	}
	type spot struct {
		source string
		on     window
	}
	named := map[spot][]*claim{}
	var spots []spot
	for _, c := range left {
		if len(c.seen) == 1 && c.seen[0].from == c.seen[0].to && !c.begins() && !c.ends() && c.Source != "" {
			at := spot{c.Source, c.seen[0]}
			if named[at] == nil {
				spots = append(spots, at)
			}
			named[at] = append(named[at], c)
		}
	}
	for _, at := range spots {
		both := named[at]
		if !slices.ContainsFunc(both, func(c *claim) bool { return c.Person != both[0].Person }) {
			continue
		}
		r.Conflicts = append(r.Conflicts, Conflict{Statements: ids(both), Kind: Rival})
		left = slices.DeleteFunc(left, func(c *claim) bool { return slices.Contains(both, c) })
	}
	return left
}

// tooYoung reports that a person held a post, or had left it, before coming of age.
func (s Seat) tooYoung(c *claim) bool {
	born := s.Persons[c.Person].From
	if born.IsZero() {
		return false
	}
	born.Year += ofAge
	of := windowOf(born)
	return c.first() < of.from || c.left != anyDay && c.left.to < of.from
}

// ofAge is the age in years below which nobody holds a post.
const ofAge = 18

// smallest is a smallest set of claims that cannot all be true, looked for first among those to
// which the clash leads back.
func smallest(c *clash, claims []*claim, seat Seat) []*claim {
	fails := func(some []*claim) bool {
		_, _, clash := attempt(some, seat)
		return clash != nil
	}
	roots := map[string]bool{}
	for _, r := range c.reasons {
		r.statements(roots)
	}
	var pool []*claim
	for _, o := range claims {
		if roots[o.ID] {
			pool = append(pool, o)
		}
	}
	for size := 1; size <= 3; size++ {
		if core := subset(pool, size, nil, fails); core != nil {
			return core
		}
	}
	if !fails(pool) {
		persons := map[string]bool{}
		for _, o := range slices.Concat(pool, c.claims) {
			persons[o.Person] = true
		}
		pool = slices.DeleteFunc(slices.Clone(claims), func(o *claim) bool { return !persons[o.Person] })
	}
	if !fails(pool) {
		pool = slices.Clone(claims)
	}
	for i := 0; i < len(pool); {
		if less := slices.Delete(slices.Clone(pool), i, i+1); fails(less) {
			pool = less
		} else {
			i++
		}
	}
	return pool
}

// subset is the first set of that many claims of a pool that fails.
func subset(pool []*claim, size int, chosen []*claim, fails func([]*claim) bool) []*claim {
	if size == 0 {
		if fails(chosen) {
			return slices.Clone(chosen)
		}
		return nil
	}
	for i := range pool {
		if core := subset(pool[i+1:], size-1, append(chosen, pool[i]), fails); core != nil {
			return core
		}
	}
	return nil
}

// statements gathers the statements on which a reason rests.
func (r *Reason) statements(into map[string]bool) {
	for ; r != nil; r = r.Via {
		if r.Statement != "" {
			into[r.Statement] = true
		}
		for _, p := range r.premises {
			p.statements(into)
		}
	}
}

// causes gathers what else a reason rests on, and of what kind that is.
func (r *Reason) causes(into map[string]Kind) {
	for ; r != nil; r = r.Via {
		if r.Cause != "" {
			into[r.Cause] = r.Kind
		}
		for _, p := range r.premises {
			p.causes(into)
		}
	}
}

// conflictOf says what kind of contradiction is in a set of claims.
func conflictOf(core []*claim, c *clash, seat Seat) Conflict {
	if _, _, own := attempt(core, seat); own != nil {
		c = own
	}
	out := Conflict{Statements: ids(core), Kind: Ended}
	causes := map[string]Kind{}
	for _, r := range c.reasons {
		r.causes(causes)
	}
	for cause := range causes {
		out.Causes = append(out.Causes, cause)
	}
	slices.Sort(out.Causes)
	switch {
	case slices.ContainsFunc(core, func(o *claim) bool { return o.Person != core[0].Person }):
		out.Kind = Rival
	case len(causes) > 0:
		out.Kind = slices.Min(slices.Collect(maps.Values(causes)))
	}
	return out
}

func ids(claims []*claim) (out []string) {
	for _, c := range claims {
		out = append(out, c.ID)
	}
	slices.Sort(out)
	return out
}
