package view

import (
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Place is a version of an administrative unit.
type Place struct {
	store.Thing
	Kind          string // "quận"
	Above         []store.Thing
	Parts         []store.Thing
	Predecessors  []store.Thing
	Successors    []store.Thing
	Versions      []store.Thing // others of the same name in the same units
	Organizations []store.Thing
	Natives       []store.Thing // persons who are from there
	Posts         []Post        // of its organisations, organisation by organisation
	Congresses    []store.Thing
	Documents     []store.Thing
}

// ReadPlace reads a place.
func ReadPlace(look *Look, node string, q Question) (p Place, err error) {
	l := newLooker(look)
	if p.Thing, err = l.Thing(node); err != nil {
		return p, err
	}
	quads, err := l.About(node)
	if err != nil {
		return p, err
	}
	p.Kind = text(quads, vocab.PropKind)
	organizations, err := l.Linked(vocab.PropAreaServed, node)
	if err != nil {
		return p, err
	}
	lists := map[*[]store.Thing][]string{
		&p.Above: objects(quads, vocab.PropContainedIn), &p.Successors: objects(quads, vocab.PropReplacedBy),
		&p.Organizations: organizations,
	}
	if lists[&p.Parts], err = l.Linked(vocab.PropContainedIn, node); err != nil {
		return p, err
	}
	if lists[&p.Predecessors], err = l.Linked(vocab.PropReplacedBy, node); err != nil {
		return p, err
	}
	if lists[&p.Natives], err = l.natives(node); err != nil {
		return p, err
	}
	if lists[&p.Versions], err = l.versions(node, organizations); err != nil {
		return p, err
	}
	for into, nodes := range lists {
		if *into, err = l.thingsInOrder(nodes); err != nil {
			return p, err
		}
	}
	return p, l.bodies(&p, q)
}

// bodies reads the posts, congresses and documents of a place's organisations.
func (l looker) bodies(p *Place, q Question) error {
	for _, o := range p.Organizations {
		body := Organization{Relations: Relations{Thing: o}}
		posts, err := l.postsIn(o.IRI, q)
		if err != nil {
			return err
		}
		if err := l.acts(&body); err != nil {
			return err
		}
		p.Posts, p.Congresses = append(p.Posts, posts...), append(p.Congresses, body.Congresses...)
		p.Documents = append(p.Documents, body.Documents...)
	}
	return nil
}

// natives are the persons of whom an article says that they are from a place.
func (l looker) natives(place string) (out []string, err error) {
	mentions, err := l.Linked(vocab.PropBirthPlace, place)
	if err != nil {
		return nil, err
	}
	for _, m := range mentions {
		quads, err := l.About(m)
		if err != nil {
			return nil, err
		}
		out = append(out, objects(quads, vocab.PropSpecializationOf)...)
	}
	return sortedOnce(out), nil
}

// versions are the other versions that the organisations of a place serve.
func (l looker) versions(place string, organizations []string) (out []string, err error) {
	for _, o := range organizations {
		quads, err := l.About(o)
		if err != nil {
			return nil, err
		}
		for _, v := range objects(quads, vocab.PropAreaServed) {
			if v != place {
				out = append(out, v)
			}
		}
	}
	return sortedOnce(out), nil
}
