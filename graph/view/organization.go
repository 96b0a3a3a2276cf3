package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Organization is a body with its people and what it has to do with others.
type Organization struct {
	Relations
	Posts      []Post // that somebody is said to have held, in the order of labels
	Congresses []store.Thing
	Meetings   []store.Thing
	Documents  []store.Thing
}

// ReadOrganization reads an organisation.
func ReadOrganization(look *Look, node string, q Question) (o Organization, err error) {
	l := newLooker(look)
	if o.Relations, err = l.Relations(node); err != nil {
		return o, err
	}
	if o.Posts, err = l.postsIn(node, q); err != nil {
		return o, err
	}
	return o, l.acts(&o)
}

// ReadPostsIn reads the posts of an organisation that somebody is said to have held, in the order of labels, with
// the reasons for each bound.
func ReadPostsIn(look *Look, organization string, q Question) ([]Post, error) {
	l := newLooker(look)
	posts, err := l.postsIn(organization, q)
	if err != nil {
		return nil, err
	}
	return posts, l.explainPosts(posts)
}

func (l looker) postsIn(organization string, q Question) ([]Post, error) {
	nodes, err := l.Linked(vocab.PropPostIn, organization)
	if err != nil {
		return nil, err
	}
	posts, err := l.posts(nodes, q)
	slices.SortFunc(posts, func(a, b Post) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
	})
	return posts, err
}

// acts finds what an organisation called and issued.
func (l looker) acts(o *Organization) error {
	quads, err := l.Pointing(o.IRI)
	if err != nil {
		return err
	}
	for _, p := range []struct {
		property quad.IRI
		kind     vocab.Kind
		into     *[]store.Thing
	}{
		{vocab.PropOrganizer, vocab.KindCongress, &o.Congresses}, {vocab.PropOrganizer, vocab.KindMeeting, &o.Meetings},
		{vocab.PropCreator, vocab.KindDocument, &o.Documents},
	} {
		var nodes []string
		for _, q := range quads {
			if node := iri(q.Subject); q.Predicate == p.property && vocab.KindOf(node) == p.kind && !strings.Contains(node, "#") {
				nodes = append(nodes, node)
			}
		}
		if *p.into, err = l.thingsInOrder(sortedOnce(nodes)); err != nil {
			return err
		}
	}
	return nil
}
