package score

import (
	"maps"
	"math"
	"slices"
)

// Observation is a record with doubts and what gold says of it.
type Observation struct {
	Document string
	Doubts   []string // names, as in the list of doubts; for a record without any, the one that stands for that
	Right    bool     // in every value but dates
}

// Observations are the holdings of the system that gold requires or that are false alarms. none is the doubt that
// stands for a record without doubts.
func (r *Report) Observations(none string) []Observation {
	var all []Observation
	for _, j := range r.judged {
		if j.kind != "holding" {
			continue
		}
		o := Observation{Document: j.document, Doubts: j.doubts, Right: j.right}
		if len(o.Doubts) == 0 {
			o.Doubts = []string{none}
		}
		all = append(all, o)
	}
	return all
}

// Confidences gives for each doubt the share of right ones among the observations of which it is the gravest. Which
// is the gravest depends on the shares: they begin as those of all observations that have the doubt, and are counted
// anew until they stay. Shares of few observations are drawn towards that of all.
type Confidences map[string]float64

// rounds bounds how often shares are counted anew.
const rounds = 20

// prior is how many observations of the share of all are added to those of each doubt.
const prior = 8

// Calibrate counts the shares.
func Calibrate(all []Observation) Confidences {
	mean := share(all)
	counted := map[string][]Observation{}
	for _, o := range all {
		for _, d := range o.Doubts {
			counted[d] = append(counted[d], o)
		}
	}
	c := drawn(counted, mean)
	for range rounds {
		counted = map[string][]Observation{}
		for _, o := range all {
			d := c.gravest(o.Doubts)
			counted[d] = append(counted[d], o)
		}
		next := maps.Clone(c)
		maps.Copy(next, drawn(counted, mean))
		if maps.Equal(next, c) {
			break
		}
		c = next
	}
	return c
}

// drawn are the shares of sets of observations, drawn towards the mean and rounded to two decimals.
func drawn(sets map[string][]Observation, mean float64) Confidences {
	c := Confidences{}
	for d, set := range sets {
		n := float64(len(set))
		c[d] = math.Round(100*(share(set)*n+mean*prior)/(n+prior)) / 100
	}
	return c
}

// share is the share of right ones, 1 of none.
func share(set []Observation) float64 {
	right := 0
	for _, o := range set {
		if o.Right {
			right++
		}
	}
	return ratio(right, len(set))
}

// gravest is the doubt of the least share, of two the one that comes first in the alphabet.
func (c Confidences) gravest(doubts []string) string {
	return slices.MinFunc(doubts, func(a, b string) int {
		switch x, y := c.of(a), c.of(b); {
		case x < y, x == y && a < b:
			return -1
		case x > y || a > b:
			return 1
		}
		return 0
	})
}

// Of is the confidence of a record with these doubts, which are not none.
func (c Confidences) Of(doubts []string) float64 { return c.of(c.gravest(doubts)) }

// of is the share of one doubt, 0 where nothing is known of it.
func (c Confidences) of(doubt string) float64 { return c[doubt] }

// Validate tells how confidences fare on documents that did not set them: the documents, in the order of their names,
// are dealt out into parts, and the records of each part get the shares of the others.
func Validate(all []Observation, parts int) *Report {
	names := map[string]bool{}
	for _, o := range all {
		names[o.Document] = true
	}
	part := map[string]int{}
	for i, name := range slices.Sorted(maps.Keys(names)) {
		part[name] = i % parts
	}
	r := &Report{Documents: len(names)}
	for k := range parts {
		var others []Observation
		for _, o := range all {
			if part[o.Document] != k {
				others = append(others, o)
			}
		}
		c := Calibrate(others)
		for _, o := range all {
			if part[o.Document] == k {
				r.judged = append(r.judged, judged{confidence: c.Of(o.Doubts), right: o.Right})
			}
		}
	}
	return r
}
