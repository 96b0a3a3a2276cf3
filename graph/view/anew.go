package view

import (
	"slices"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// workOut computes the tenures of a post from the holdings with at least the given confidence. Without such holdings
// the post is left unchanged.
func (l looker) workOut(p *Post, holdings []string, least float64) error {
	all, err := l.all(holdings)
	if err != nil || len(all) == 0 {
		return err
	}
	p.first = slices.MinFunc(all, earlierByName)
	var sure []string
	for _, h := range all {
		if h.Confidence >= least {
			sure = append(sure, h.ID)
		}
	}
	if len(sure) == 0 {
		return nil
	}
	r, _, _, err := l.Tenures(p.IRI, sure)
	if err != nil {
		return err
	}
	for _, t := range r.Tenures {
		one, err := l.workedOut(p.Thing, t)
		if err != nil {
			return err
		}
		p.Tenures = append(p.Tenures, one)
	}
	for _, c := range r.Conflicts {
		one, err := l.conflict(p.Thing, c)
		if err != nil {
			return err
		}
		p.Contradictions = append(p.Contradictions, one)
	}
	if p.Loose, err = l.loose(sure, p.Tenures, p.Contradictions); err != nil {
		return err
	}
	p.Loose, err = once(l, p.Loose, func(s *Loose) *Holding { return &s.Holding })
	return err
}

// workedOut is a tenure with its statements.
func (l looker) workedOut(post store.Thing, t tenure.Tenure) (out Tenure, err error) {
	out.Tenure, out.Seat = t, post
	if out.Holder, err = l.Thing(t.Person); err != nil {
		return out, err
	}
	if out.Said, err = l.said(t.Statements); err != nil {
		return out, err
	}
	for i, b := range t.Bounds {
		if b.Reason == nil {
			continue
		}
		root := b.Reason.Root()
		out.Reasons[i].Kind = root.Kind
		for _, node := range []string{root.Statement, root.Cause} {
			if node != "" {
				out.Why[i] = append(out.Why[i], node)
			}
		}
	}
	return out, nil
}

// conflict is a contradiction with its statements in the order in which the solver found them.
func (l looker) conflict(post store.Thing, c tenure.Conflict) (out Contradiction, err error) {
	out.Kind, out.Post = string(c.Kind), post
	for _, id := range c.Statements {
		h, err := l.holding(id)
		if err != nil {
			return out, err
		}
		out.Said = append(out.Said, h)
	}
	for _, id := range c.Beside {
		h, err := l.holding(id)
		if err != nil {
			return out, err
		}
		out.Beside = append(out.Beside, h)
	}
	for _, cause := range c.Causes {
		t, err := l.Thing(cause)
		if err != nil {
			return out, err
		}
		out.Causes = append(out.Causes, t)
	}
	return out, nil
}
