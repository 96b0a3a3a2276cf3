package view

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Career is a person with all posts that articles give him or her.
type Career struct {
	store.Thing                    // the person, with the days of birth and death
	Posts          []Holder        // the person in each post; if computed from statements, in the order of the statements
	Tenures        []Tenure        // in all posts, in the order of time
	Loose          []Loose         // statements that are part of no tenure
	Contradictions []Contradiction // that involve the person
}

// derivedCareer reads a career as the derived layer has it, with the reason for each bound.
func (l looker) derivedCareer(person string) (c Career, err error) {
	if c.Thing, err = l.Thing(person); err != nil {
		return c, err
	}
	times, err := l.Linked(vocab.PropHolder, person)
	if err != nil {
		return c, err
	}
	if c.Tenures, err = l.tenures(times); err != nil {
		return c, err
	}
	if err := l.explain(c.Tenures); err != nil {
		return c, err
	}
	if c.Contradictions, err = l.contradictions(person); err != nil {
		return c, err
	}
	holdings, err := l.Objects(person, vocab.PropHasMembership)
	if err != nil {
		return c, err
	}
	c.Loose, err = l.loose(holdings, c.Tenures, c.Contradictions)
	c.Posts = group(c.Tenures, c.Loose, func(_, post store.Thing) string { return post.IRI })
	return c, err
}

// ReadCareers reads the careers of all persons of a name, in the order of the statements on them, with the reason for
// each bound. If the name of one of them is spelled exactly as typed, the others are left out: whoever types
// diacritics means them.
func ReadCareers(look *Look, persons []string, typed string, b Basis) (out []Career, err error) {
	l := newLooker(look)
	var said []Holding
	for _, node := range persons {
		holdings, err := l.Objects(node, vocab.PropHasMembership)
		if err != nil {
			return nil, err
		}
		own, err := l.all(holdings)
		if err != nil {
			return nil, err
		}
		said = append(said, own...)
	}
	for _, own := range groups(asTyped(said, typed), func(h Holding) string { return h.Person.IRI }) {
		c, err := l.career(own, b)
		if err != nil {
			return nil, err
		}
		if len(c.Posts) > 0 {
			out = append(out, c)
		}
	}
	return out, nil
}

// asTyped keeps only the statements with the exact name, if there are any.
func asTyped(all []Holding, name string) []Holding {
	same := func(h Holding) bool {
		return strings.EqualFold(norm.NFC.String(h.Named), norm.NFC.String(strings.TrimSpace(name)))
	}
	if !slices.ContainsFunc(all, same) {
		return all
	}
	return slices.DeleteFunc(all, func(h Holding) bool { return !same(h) })
}

// groups groups statements by key, in the order of time and names.
func groups(all []Holding, key func(Holding) string) [][]Holding {
	of := map[string][]Holding{}
	for _, h := range all {
		of[key(h)] = append(of[key(h)], h)
	}
	for _, group := range of {
		slices.SortFunc(group, earlierByName)
	}
	return slices.SortedFunc(maps.Values(of), func(a, b []Holding) int { return earlierByName(a[0], b[0]) })
}

// career reads the career of the person of some statements.
func (l looker) career(own []Holding, b Basis) (Career, error) {
	if !b.Anew {
		return l.derivedCareer(own[0].Person.IRI)
	}
	posts, err := l.postsOf(own, b.Least)
	c := Career{Thing: own[0].Person}
	if err != nil {
		return c, err
	}
	for _, p := range posts {
		if err := l.explain(p.Tenures); err != nil {
			return c, err
		}
		for _, h := range p.Holders() {
			if h.Person.IRI == c.IRI {
				c.Posts, c.Tenures, c.Loose = append(c.Posts, h), append(c.Tenures, h.Tenures...), append(c.Loose, h.Loose...)
			}
		}
		for _, d := range p.Contradictions {
			if slices.ContainsFunc(d.Said, func(h Holding) bool { return h.Person.IRI == c.IRI }) {
				c.Contradictions = append(c.Contradictions, d)
			}
		}
	}
	slices.SortStableFunc(c.Tenures, byTime)
	slices.SortStableFunc(c.Loose, func(a, b Loose) int { return earlier(a.Holding, b.Holding) })
	return c, nil
}

// postsOf computes the posts of a person from the statements on the person; for a post that one person holds at a
// time, the statements on other holders count too.
func (l looker) postsOf(own []Holding, least float64) (posts []Post, err error) {
	for _, said := range groups(own, func(h Holding) string { return h.Post.IRI }) {
		if !slices.ContainsFunc(said, func(h Holding) bool { return h.Confidence >= least }) {
			continue
		}
		p, err := l.emptyPost(said[0].Post.IRI)
		if err != nil {
			return nil, err
		}
		var holdings []string
		for _, h := range said {
			holdings = append(holdings, h.ID)
		}
		if p.Exclusive {
			if holdings, err = l.Linked(vocab.PropPost, p.IRI); err != nil {
				return nil, err
			}
		}
		if err := l.workOut(&p, holdings, least); err != nil {
			return nil, err
		}
		posts = append(posts, p)
	}
	slices.SortStableFunc(posts, byFirst)
	return posts, nil
}

// Gap is the time before the n-th tenure of the career in which no post is known: all earlier tenures had ended by
// its first day, and the n-th did not begin before its last.
func (c Career) Gap(n int) (from, to record.Date, found bool) {
	to = c.Tenures[n].Bounds[tenure.BeginOfBegin].Day
	if n == 0 || to.IsZero() {
		return from, to, false
	}
	for _, t := range c.Tenures[:n] {
		end := t.Bounds[tenure.EndOfEnd].Day
		if end.IsZero() {
			return from, to, false
		}
		from = later(from, end)
	}
	return from, to, from.Compare(to) < 0
}

// Beside lists the posts that were certainly held at some time during the n-th tenure.
func (c Career) Beside(n int) (out []store.Thing) {
	mine := c.Tenures[n]
	from, to, sure := mine.Surely()
	for i, t := range c.Tenures {
		f, u, ok := t.Surely()
		if i != n && sure && ok && f.Compare(to) <= 0 && from.Compare(u) <= 0 && t.Seat.IRI != mine.Seat.IRI && !slices.ContainsFunc(out, func(s store.Thing) bool { return s.Label == t.Seat.Label }) {
			out = append(out, t.Seat)
		}
	}
	return out
}
