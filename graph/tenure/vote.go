package tenure

import (
	"cmp"
	"slices"
)

// Independent articles are votes. Of several articles that say the same, copies of one another count once, a
// report of the very event counts twice, and each counts as much as it is sure. In a seat for one nobody leaves
// and comes back without a word of it: somebody who is seen in the midst of another's time, or long before or
// after the own one, was misread, or misdated, when the others are many more. Such statements are outvoted:
// they bound nothing, and stand in a Conflict with those that stand against them.
const (
	doubtful  = 0.5        // the confidence below which a statement tells of no time
	clearly   = 3.0        // times as many votes outvote
	few       = 4.0        // votes: what has as many is never outvoted for the time at which it is seen
	eachSide  = 1.5        // times as many votes before, and after, outvote what lies between
	stronger  = 2.0        // times as many votes settle a contradiction
	longBreak = 366        // days without a sighting beside outvoted ones: there may have been a break after all
	longTime  = 5*366 + 31 // days without a sighting, after which it is not certain that the tenure went on: a term of office
	disputed  = 183        // days around a contradiction in which sightings count for either side
	several   = 2          // articles for a person, for whom one alone on another bounds nothing
	many      = 3          // articles for a person, whom one alone on another does not interrupt; and that stand in the midst of the time of another

	sureOfEvent = 0.95 // the confidence of a report of the very event that needs no second article
)

// doc is the article of a claim, or what stands for it.
func (c *claim) doc() string { return cmp.Or(c.Source, c.ID) }

// weight is what a claim counts.
func (c *claim) weight() float64 {
	w := c.Confidence
	if w == 0 {
		w = 1
	}
	if c.Event {
		w++
	}
	return w
}

// votes counts the articles of claims, less those that are nearly copies of another one among them.
func votes(claims []*claim) (sum float64, articles int) {
	best := map[string]float64{}
	near := map[string][]string{}
	var docs []string
	for _, c := range claims {
		d := c.doc()
		if _, known := best[d]; !known {
			docs, near[d] = append(docs, d), c.Nearly
		}
		best[d] = max(best[d], c.weight())
	}
	slices.Sort(docs)
	var counted []string
	for _, d := range docs {
		if slices.ContainsFunc(counted, func(o string) bool { return slices.Contains(near[o], d) || slices.Contains(near[d], o) }) {
			continue
		}
		counted = append(counted, d)
		sum += best[d]
	}
	return sum, len(counted)
}

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
			from, _ := slices.BinarySearchFunc(seen, end+1, func(c *claim, d day) int { return cmp.Compare(c.start(), d) })
			var between []*claim
			for _, c := range seen[from:] {
				if c.start() >= mine[i+1].start() {
					break
				}
				if c.Person != p && c.until() < mine[i+1].start() {
					between = append(between, c)
				}
			}
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
	from, _ := slices.BinarySearchFunc(seen, first+1, func(o *claim, d day) int { return cmp.Compare(o.start(), d) })
	inside := map[string][]*claim{}
	for _, o := range seen[from:] {
		if o.start() >= last {
			break
		}
		if o.Person != c.Person && o.until() < last {
			inside[o.Person] = append(inside[o.Person], o)
		}
	}
	var worst *outvoted
	for _, others := range inside {
		against, _ := votes(others)
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
	for p := range personsOf(between) {
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

func personsOf(claims []*claim) map[string]bool {
	out := map[string]bool{}
	for _, c := range claims {
		out[c.Person] = true
	}
	return out
}

// standing is how well persons are vouched for in a post.
type standing map[string]struct {
	articles int
	event    bool // one of them reports the very event, and is sure of it
}

func standingOf(claims []*claim) standing {
	own := map[string][]*claim{}
	for _, c := range claims {
		if c.ahead == anyDay {
			own[c.Person] = append(own[c.Person], c)
		}
	}
	out := standing{}
	for p, all := range own {
		s := out[p]
		_, s.articles = votes(all)
		s.event = slices.ContainsFunc(all, (*claim).reportsEvent)
		out[p] = s
	}
	return out
}

// reportsEvent reports an article that tells of the very event and is sure of it.
func (c *claim) reportsEvent() bool {
	return c.Event && (c.Confidence == 0 || c.Confidence >= sureOfEvent)
}

// yields reports that what one article alone says of a person is nothing against another, of whom so many do at least.
func (s standing) yields(person, to string, least int) bool {
	weak := s[person]
	return weak.articles < 2 && !weak.event && s[to].articles >= least
}

// lighter are those of a set of claims that cannot all be true which the others outvote: in a seat for one
// those of the persons of whom far fewer sightings fall into the time in question; of one person those on
// whose beginning or end far fewer agree. Without a clear majority there are none.
func lighter(core, all []*claim) []*claim {
	sides := map[string][]*claim{}
	for _, c := range core {
		sides[c.Person] = append(sides[c.Person], c)
	}
	if len(sides) == 1 {
		return lighterOfOne(core, all)
	}
	w := overlap(sides)
	weights := map[string]float64{}
	heaviest := 0.0
	for p := range sides {
		var local []*claim
		for _, c := range all {
			if c.Person == p && len(c.seen) > 0 && c.start() <= w.to && c.until() >= w.from {
				local = append(local, c)
			}
		}
		weights[p], _ = votes(local)
		heaviest = max(heaviest, weights[p])
	}
	var out []*claim
	for _, c := range core {
		if weights[c.Person]*stronger <= heaviest {
			out = append(out, c)
		}
	}
	return out
}

// overlap is the time that the sides have in common, with disputed days around it.
func overlap(sides map[string][]*claim) window {
	w := window{noBegin, noEnd}
	for _, claims := range sides {
		first, last := noEnd, noBegin
		for _, c := range claims {
			if len(c.seen) > 0 {
				first, last = min(first, c.start()), max(last, c.until())
			}
		}
		if first <= last {
			w = window{max(w.from, first), min(w.to, last)}
		}
	}
	if w.from > w.to {
		w.from, w.to = w.to, w.from
	}
	if w.from > noBegin+disputed {
		w.from -= disputed
	}
	if w.to < noEnd-disputed {
		w.to += disputed
	}
	return w
}

// lighterOfOne are the claims of one person on whose beginning or end far fewer articles agree than on that of another.
func lighterOfOne(core, all []*claim) []*claim {
	begins := slices.ContainsFunc(core, func(c *claim) bool { // they differ about the beginning
		return c.begins() && slices.ContainsFunc(core, func(o *claim) bool { return o.begins() && c.begin.gap(o.begin) > sameEvent })
	})
	weights := make([]float64, len(core))
	for i, c := range core {
		var agree []*claim
		for _, o := range all {
			if o.Person == c.Person && (o == c || begins && c.begins() && o.begins() && c.begin.gap(o.begin) <= sameEvent ||
				!begins && c.ends() && o.ends() && c.end.gap(o.end) <= sameEvent) {
				agree = append(agree, o)
			}
		}
		weights[i], _ = votes(agree)
	}
	heaviest := slices.Max(weights)
	var out []*claim
	for i, c := range core {
		if weights[i]*stronger <= heaviest {
			out = append(out, c)
		}
	}
	return out
}

// inTheMidst reports that one other person had the post before and after the tenure, and nothing says that he or she
// left and came back.
func inTheMidst(spans []*span, i int) bool {
	for _, before := range spans[:i] {
		if before.person == spans[i].person {
			continue
		}
		for _, after := range spans[i+1:] {
			if after.person == before.person && !returns(before.claims, after.claims) {
				return true
			}
		}
	}
	return false
}

// sureness says of each tenure how sure it is. It is certain when more than one article has the person in the
// post at that time, or one reports the very event; in the midst of somebody else's time that takes more. Terms that follow on one another are vouched for together,
// and so does what articles say without a time, of a person with one time in the post.
func sureness(spans []*span, loose []*claim) []Certainty {
	chain := make([]int, len(spans)) // of each span the first of its chain
	last := map[string]int{}
	chains := map[string]int{} // person -> how many
	for i, s := range spans {
		before, known := last[s.person]
		if chain[i] = i; known && s.continues && !s.far {
			chain[i] = chain[before]
		} else {
			chains[s.person]++
		}
		last[s.person] = i
	}
	told := map[int][]*claim{}
	for i, s := range spans {
		told[chain[i]] = append(told[chain[i]], s.told...)
		if chains[s.person] == 1 && chain[i] == i {
			for _, c := range loose {
				if c.Person == s.person && c.ahead == anyDay {
					told[i] = append(told[i], c)
				}
			}
		}
	}
	out := make([]Certainty, len(spans))
	for i := range spans {
		all := told[chain[i]]
		_, articles := votes(all)
		if out[i] = Likely; articles > 1 && (articles >= many || !inTheMidst(spans, i)) || slices.ContainsFunc(all, (*claim).reportsEvent) {
			out[i] = Certain
		}
	}
	return out
}
