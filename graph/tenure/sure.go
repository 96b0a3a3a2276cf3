package tenure

import (
	"slices"
)

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
