package view

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Holder is a person in a post.
type Holder struct {
	Person  store.Thing
	Named   string // as the first article has the name
	Post    store.Thing
	Tenures []Tenure
	Loose   []Loose  // statements that are part of no tenure, in the order of time
	Verdict *Verdict // of a question for a time, or nil
}

// Holders are the persons in a post: in the order of their tenures, those without any last; of a question for a
// time the certain first.
func (p Post) Holders() []Holder {
	out := group(p.Tenures, p.Loose, func(person, _ store.Thing) string { return person.IRI })
	if p.Asked.To.IsZero() {
		return out
	}
	for i := range out {
		if out[i].Verdict == nil {
			out[i].Verdict = &Verdict{Certainty: tenure.Unknown, To: p.Asked.To}
		}
	}
	slices.SortStableFunc(out, func(a, b Holder) int { return a.Verdict.Rank() - b.Verdict.Rank() })
	return out
}

// group puts tenures and statements together that have the same key.
func group(tenures []Tenure, loose []Loose, key func(person, post store.Thing) string) (out []Holder) {
	index := map[string]int{}
	of := func(person, post store.Thing) *Holder {
		at, known := index[key(person, post)]
		if !known {
			at = len(out)
			index[key(person, post)] = at
			out = append(out, Holder{Person: person, Post: post})
		}
		return &out[at]
	}
	for _, t := range tenures {
		h := of(t.Holder, t.Seat)
		h.Tenures, h.Verdict = append(h.Tenures, t), cmp.Or(h.Verdict, t.Verdict)
		for _, s := range t.Said {
			h.Named = cmp.Or(h.Named, s.Named)
		}
	}
	loose = slices.Clone(loose)
	slices.SortStableFunc(loose, func(a, b Loose) int { return earlierByName(a.Holding, b.Holding) })
	for _, s := range loose {
		h := of(s.Person, s.Post)
		h.Loose, h.Named = append(h.Loose, s), cmp.Or(h.Named, s.Named)
	}
	return out
}
