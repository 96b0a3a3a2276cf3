package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
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
func (s *Store) Candidates(ctx context.Context, name string) (out []Candidate, err error) {
	err = s.Look(ctx, func(l *Look) error {
		out, err = l.read.candidates(name)
		return err
	})
	return out, err
}

func (r reader) candidates(name string) (out []Candidate, err error) {
	names := map[string][]quad.IRI{}
	var nodes []quad.IRI
	if name == "" {
		nodes, err = r.sharingNames()
	} else {
		nodes, err = r.subjects(PropKey, quad.String(Key(name)), Reference)
	}
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		found, err := r.objects(n, PropName)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			names[Words(f)] = append(names[Words(f)], n)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		persons := names[n]
		slices.Sort(persons)
		for _, p := range persons {
			different, err := r.objects(p, PropDifferentFrom)
			if err != nil {
				return nil, err
			}
			if len(different) >= len(persons)-1 {
				continue
			}
			c, err := r.candidate(p, n)
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
func (r reader) sharingNames() (out []quad.IRI, err error) {
	persons, err := r.instances(ClassPerson)
	if err != nil {
		return nil, err
	}
	named := map[any]map[any]refs.Ref{} // name -> persons
	err = r.eachRef(PropName, quad.Subject, func(node, name refs.Ref) error {
		if persons[refs.ToKey(node)] {
			of := named[refs.ToKey(name)]
			if of == nil {
				of = map[any]refs.Ref{}
				named[refs.ToKey(name)] = of
			}
			of[refs.ToKey(node)] = node
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	sharing := map[any]refs.Ref{}
	for _, of := range named {
		if len(of) > 1 {
			maps.Copy(sharing, of)
		}
	}
	for _, node := range sharing {
		v, err := r.value(node)
		if err != nil {
			return nil, err
		}
		if iri, ok := v.(quad.IRI); ok {
			out = append(out, iri)
		}
	}
	return out, nil
}

func (r reader) candidate(person quad.IRI, name string) (Candidate, error) {
	c := Candidate{IRI: string(person), Name: name}
	mentions, err := r.subjects(PropSpecializationOf, person, "")
	if err != nil {
		return c, err
	}
	c.Articles = len(mentions)
	holdings, err := r.objects(person, PropHasMembership)
	if err != nil {
		return c, err
	}
	for _, h := range holdings {
		node, _ := h.(quad.IRI)
		c.Holdings = append(c.Holdings, string(node))
		if c.Holding == "" || string(node) < c.Holding {
			c.Holding = string(node)
		}
		posts, err := r.objects(node, PropPost)
		if err != nil {
			return c, err
		}
		for _, p := range posts {
			post, err := r.thing(p.(quad.IRI))
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
