package view

import (
	"slices"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Post is a post with everyone who held it according to articles. Holders groups that by person.
type Post struct {
	store.Thing
	Asked          Question
	Organization   store.Thing // with its days; zero when it has none
	Exclusive      bool        // one person holds it at a time
	Tenures        []Tenure    // in the order of time
	Loose          []Loose     // statements outside of any tenure; if computed from statements, equal ones are merged
	Contradictions []Contradiction

	first Holding // the earliest statement, by which posts are sorted if computed from statements
}

// Held reports whether anybody is named as a holder.
func (p Post) Held() bool { return len(p.Tenures)+len(p.Loose) > 0 }

// Then is the post with only those holders who certainly, likely or possibly held it at the time in question.
func (p Post) Then() Post {
	p.Loose, p.Tenures = nil, slices.Clone(p.Tenures)
	p.Tenures = slices.DeleteFunc(p.Tenures, func(t Tenure) bool { return !t.Verdict.MayHold() })
	return p
}

// ReadPost reads a post with the reasons for each bound.
func ReadPost(look *Look, node string, q Question) (p Post, err error) {
	l := newLooker(look)
	if p, err = l.post(node, q); err != nil {
		return p, err
	}
	return p, l.explain(p.Tenures)
}

// ReadPosts reads the posts among nodes that have a holder, with the reasons for each bound. If computed from
// statements, they are in the order of these.
func ReadPosts(look *Look, nodes []string, q Question) ([]Post, error) {
	l := newLooker(look)
	posts, err := l.posts(nodes, q)
	if err != nil {
		return nil, err
	}
	return posts, l.explainPosts(posts)
}

func (l looker) explainPosts(posts []Post) error {
	for _, p := range posts {
		if err := l.explain(p.Tenures); err != nil {
			return err
		}
	}
	return nil
}

// posts are those of several that somebody is said to have held.
func (l looker) posts(nodes []string, q Question) (out []Post, err error) {
	for _, n := range nodes {
		p, err := l.post(n, q)
		if err != nil {
			return nil, err
		}
		if p.Held() {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, byFirst)
	return out, nil
}

func byFirst(a, b Post) int { return earlierByName(a.first, b.first) }

// post reads a post with all statements. The reasons of bounds are left to explain.
func (l looker) post(node string, q Question) (p Post, err error) {
	if p, err = l.emptyPost(node); err != nil {
		return p, err
	}
	p.Asked = q
	holdings, err := l.Linked(vocab.PropPost, node)
	if err != nil {
		return p, err
	}
	if q.Anew {
		err = l.workOut(&p, holdings, q.Least)
	} else {
		err = l.derived(&p, holdings)
	}
	if err == nil && !q.From.IsZero() {
		judge(p.Tenures, p.Exclusive, q.From, q.To)
	}
	return p, err
}

// emptyPost reads a post without its holders.
func (l looker) emptyPost(node string) (p Post, err error) {
	if p.Thing, err = l.Thing(node); err != nil {
		return p, err
	}
	quads, err := l.About(node)
	if err != nil {
		return p, err
	}
	p.Exclusive = text(quads, vocab.PropExclusive) == "true"
	for _, in := range objects(quads, vocab.PropPostIn) {
		if p.Organization, err = l.withLife(in); err != nil {
			return p, err
		}
	}
	return p, nil
}

// derived reads who held a post as the derived layer has it.
func (l looker) derived(p *Post, holdings []string) error {
	times, err := l.Linked(vocab.PropSeat, p.IRI)
	if err != nil {
		return err
	}
	if p.Tenures, err = l.tenures(times); err != nil {
		return err
	}
	if p.Contradictions, err = l.contradictions(p.IRI); err != nil {
		return err
	}
	p.Loose, err = l.loose(holdings, p.Tenures, p.Contradictions)
	return err
}
