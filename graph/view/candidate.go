package view

import (
	"context"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Candidate is a person who may be the same as another of the name.
type Candidate struct {
	IRI, Name string
	Posts     []string // what the person held, each once, in the order of names
	Articles  int      // that speak of the person
	Holding   string   // the first holding, by which a correction names the person; "" without any
	Holdings  []string // all of them
}

// Candidates are the persons who share a name with others and are not known to be different from all
// of them, in the order of names and IRIs: of one name, or of all when it is "".
func Candidates(ctx context.Context, s *store.Store, name string) (out []Candidate, err error) {
	err = Read(ctx, s, func(l *Look) error {
		out, err = candidatesOf(l.read, name)
		return err
	})
	return out, err
}

func candidatesOf(r store.Reader, name string) (out []Candidate, err error) {
	names := map[string][]quad.IRI{}
	var nodes []quad.IRI
	if name == "" {
		nodes, err = sharingNames(r)
	} else {
		nodes, err = r.Subjects(vocab.PropKey, quad.String(vocab.Key(name)), vocab.Reference)
	}
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		found, err := r.Objects(n, vocab.PropName)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			names[vocab.Words(f)] = append(names[vocab.Words(f)], n)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		persons := names[n]
		slices.Sort(persons)
		for _, p := range persons {
			different, err := r.Objects(p, vocab.PropDifferentFrom)
			if err != nil {
				return nil, err
			}
			if len(different) >= len(persons)-1 {
				continue
			}
			c, err := candidate(r, p, n)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// sharingNames are the persons of whose name there are others. It finds them by references, and reads no
// person of a name of its own.
func sharingNames(r store.Reader) (out []quad.IRI, err error) {
	persons, err := r.Instances(vocab.ClassPerson)
	if err != nil {
		return nil, err
	}
	named := map[any]map[any]store.Ref{} // name -> persons
	err = r.EachRef(vocab.PropName, quad.Subject, func(node, name store.Ref) error {
		if persons[node.Key()] {
			of := named[name.Key()]
			if of == nil {
				of = map[any]store.Ref{}
				named[name.Key()] = of
			}
			of[node.Key()] = node
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	sharing := map[any]store.Ref{}
	for _, of := range named {
		if len(of) > 1 {
			maps.Copy(sharing, of)
		}
	}
	for _, node := range sharing {
		v, err := r.Value(node)
		if err != nil {
			return nil, err
		}
		if iri, ok := v.(quad.IRI); ok {
			out = append(out, iri)
		}
	}
	return out, nil
}

func candidate(r store.Reader, person quad.IRI, name string) (Candidate, error) {
	c := Candidate{IRI: string(person), Name: name}
	mentions, err := r.Subjects(vocab.PropSpecializationOf, person, "")
	if err != nil {
		return c, err
	}
	c.Articles = len(mentions)
	holdings, err := r.Objects(person, vocab.PropHasMembership)
	if err != nil {
		return c, err
	}
	for _, h := range holdings {
		node, _ := h.(quad.IRI)
		c.Holdings = append(c.Holdings, string(node))
		if c.Holding == "" || string(node) < c.Holding {
			c.Holding = string(node)
		}
		posts, err := r.Objects(node, vocab.PropPost)
		if err != nil {
			return c, err
		}
		for _, p := range posts {
			post, err := r.Thing(p.(quad.IRI))
			if err != nil {
				return c, err
			}
			c.Posts = append(c.Posts, post.Label)
		}
	}
	slices.Sort(c.Posts)
	c.Posts = slices.Compact(c.Posts)
	return c, nil
}
