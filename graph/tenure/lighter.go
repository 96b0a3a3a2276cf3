package tenure

import (
	"slices"
)

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
