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
