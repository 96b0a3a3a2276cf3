package tenure

import (
	"cmp"
	"maps"
	"slices"
)

// outvote sets aside what a clear majority stands against, the clearest case first.
func (r *Result) outvote(claims []*claim) []*claim {
	for {
		worst := findOutvoted(claims)
		if worst == nil {
			return claims
		}
		r.Conflicts = append(r.Conflicts, Conflict{Statements: ids(worst.claims), Beside: ids(worst.beside), Kind: Outvoted})
		for _, c := range claims {
			if c.Person == worst.person {
				c.gaps = append(c.gaps, worst.gap)
			}
		}
		claims = slices.DeleteFunc(claims, func(c *claim) bool { return slices.Contains(worst.claims, c) })
	}
}

// outvoted are claims against which others stand, how much clearer than need be.
type outvoted struct {
	claims, beside []*claim
	ratio          float64
	person         string // whose tenure goes on through the gap in which the claims are, "" where there is none
	gap            window
}

func (o *outvoted) better(p *outvoted) bool {
	return p == nil || cmp.Or(cmp.Compare(o.ratio, p.ratio), cmp.Compare(len(p.claims), len(o.claims)),
		cmp.Compare(p.claims[0].ID, o.claims[0].ID)) > 0
}

// findOutvoted looks for the claims that are outvoted most clearly: for each person and each two sightings
// after one another, what is said of others strictly between.
func findOutvoted(all []*claim) (worst *outvoted) {
	var seen []*claim
	undated := map[string][]*claim{}
	for _, c := range all {
		if len(c.seen) > 0 {
			seen = append(seen, c)
		} else if c.ahead == anyDay {
			undated[c.Person] = append(undated[c.Person], c)
		}
	}
	slices.SortStableFunc(seen, func(a, b *claim) int { return cmp.Compare(a.start(), b.start()) })
	own := map[string][]*claim{}
	var persons []string
	for _, c := range seen {
		if own[c.Person] == nil {
			persons = append(persons, c.Person)
		}
		own[c.Person] = append(own[c.Person], c)
	}
	slices.Sort(persons)
	if o := leftEarly(own, all); o != nil {
		return o
	}
	if o := interrupts(own, seen, all); o != nil {
		return o
	}
	for _, c := range seen {
		if o := runsInto(c, seen); o != nil && o.better(worst) {
			worst = o
		}
	}
	for _, p := range persons {
		mine := own[p]
		end := noBegin
		for i := 0; i+1 < len(mine); i++ {
			end = max(end, mine[i].until())
			between := othersWithin(p, end, mine[i+1].start(), seen)
			if len(between) == 0 || returns(mine[:i+1], mine[i+1:]) {
				continue
			}
			if o := weigh(p, mine, i+1, between, undated, window{end, mine[i+1].start()}); o != nil && o.better(worst) {
				worst = o
			}
		}
	}
	return worst
}

// leftEarly are claims that somebody had left the post long before many articles see the person in it for the
// first time: one alone is misdated.
func leftEarly(seen map[string][]*claim, all []*claim) *outvoted {
	for _, c := range all {
		own := seen[c.Person]
		if c.left == anyDay || len(c.seen) > 0 || len(own) == 0 || own[0].start()-c.left.to < longTime {
			continue
		}
		if sees, _ := votes(own); sees >= clearly*c.weight() {
			return &outvoted{claims: []*claim{c}, beside: own[:1], ratio: sees}
		}
	}
	return nil
}

// runsInto is a claim on a time in the midst of which many more articles see somebody else.
func runsInto(c *claim, seen []*claim) *outvoted {
	first, last := c.first(), c.last()
	if first >= last {
		return nil
	}
	inside := map[string][]*claim{}
	for _, o := range othersWithin(c.Person, first, last, seen) {
		inside[o.Person] = append(inside[o.Person], o)
	}
	var worst *outvoted
	for _, p := range slices.Sorted(maps.Keys(inside)) {
		others := inside[p]
		against, _ := votes(others)
		if against < clearly*c.weight() {
			continue // the person's other claims on that time can only count against it
		}
		var mine []*claim
		for _, o := range seen {
			if o.Person == c.Person && o.start() <= others[len(others)-1].start() && o.until() >= others[0].start() {
				mine = append(mine, o)
			}
		}
		own, _ := votes(mine)
		if o := (&outvoted{claims: []*claim{c}, beside: []*claim{others[0], others[len(others)-1]}, ratio: against / own}); o.ratio >= clearly && o.better(worst) {
			worst = o
		}
	}
	return worst
}

// othersWithin are the claims on others that lie strictly between two days; seen are all, in the order of their first day.
func othersWithin(person string, first, last day, seen []*claim) (out []*claim) {
	from, _ := slices.BinarySearchFunc(seen, first+1, func(c *claim, d day) int { return cmp.Compare(c.start(), d) })
	for _, c := range seen[from:] {
		if c.start() >= last {
			break
		}
		if c.Person != person && c.until() < last {
			out = append(out, c)
		}
	}
	return out
}

// until is the latest day of which the claim can speak.
func (c *claim) until() day {
	d := noBegin
	for _, w := range c.seen {
		d = max(d, w.to)
	}
	return d
}

// returns reports that the claims themselves tell of an end and of a new beginning.
func returns(before, after []*claim) bool {
	return slices.ContainsFunc(before, (*claim).ends) && slices.ContainsFunc(after, (*claim).begins)
}

// weigh compares the claims of a person before and after a gap with those of others in it. Articles that have
// the others in the seat without a time count half.
func weigh(person string, mine []*claim, at int, between []*claim, undated map[string][]*claim, gap window) *outvoted {
	before, _ := votes(mine[:at])
	after, _ := votes(mine[at:])
	others, _ := votes(between)
	for _, p := range personsOf(between) {
		more, _ := votes(undated[p])
		others += more / 2
	}
	beside := []*claim{mine[at-1], mine[at]}
	away := mine[at].start() - gap.from
	switch {
	case away > longTime && before < few && others >= before && after >= clearly*before: // a time long before the own one
		return &outvoted{claims: slices.Clone(mine[:at]), beside: []*claim{between[0], mine[at]}, ratio: after / before}
	case away > longTime && after < few && others >= after && before >= clearly*after:
		return &outvoted{claims: slices.Clone(mine[at:]), beside: []*claim{mine[at-1], between[len(between)-1]}, ratio: before / after}
	case others >= few && min(before, after) >= few:
		return nil
	case others < few && before+after >= clearly*others && min(before, after) >= eachSide*others:
		return &outvoted{between, beside, (before + after) / others, person, gap}
	case before < few && others >= clearly*before && after >= eachSide*before:
		return &outvoted{claims: slices.Clone(mine[:at]), beside: []*claim{between[0], mine[at]}, ratio: others / before}
	case after < few && others >= clearly*after && before >= eachSide*after:
		return &outvoted{claims: slices.Clone(mine[at:]), beside: []*claim{mine[at-1], between[len(between)-1]}, ratio: others / after}
	}
	return nil
}

// personsOf are the persons of claims, each once, in order.
func personsOf(claims []*claim) (out []string) {
	for _, c := range claims {
		out = append(out, c.Person)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
