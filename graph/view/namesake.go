package view

import (
	"context"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Namesake is one of several persons of a name.
type Namesake struct {
	store.Thing
	Posts     []store.Thing // that the person held, each once, in the order of labels
	Holdings  []string      // in order
	Articles  int           // that speak of the person
	Different bool          // known to be another than the person asked about; else it may be the same
}

// Holding is the one by which a correction names the person, "" without any.
func (n Namesake) Holding() string {
	if len(n.Holdings) == 0 {
		return ""
	}
	return n.Holdings[0]
}

// PostLabels are the labels of the posts, each once.
func (n Namesake) PostLabels() (out []string) {
	for _, p := range n.Posts {
		out = append(out, p.Label)
	}
	return slices.Compact(out)
}

// namesake reads what tells a person from others of the name.
func (l *Look) namesake(person string) (n Namesake, err error) {
	if n.Thing, err = l.Thing(person); err != nil {
		return n, err
	}
	mentions, err := l.Linked(vocab.PropSpecializationOf, person)
	if err != nil {
		return n, err
	}
	n.Articles = len(mentions)
	if n.Holdings, err = l.Objects(person, vocab.PropHasMembership); err != nil {
		return n, err
	}
	for _, h := range n.Holdings {
		posts, err := l.Objects(h, vocab.PropPost)
		if err != nil {
			return n, err
		}
		for _, p := range posts {
			post, err := l.Thing(p)
			if err != nil {
				return n, err
			}
			n.Posts = append(n.Posts, post)
		}
	}
	n.Posts = inOrder(n.Posts)
	return n, nil
}

// Candidates are the persons who share a name with others and are not known to be different from all
// of them, in the order of names and IRIs: of one name, or of all when it is "".
func Candidates(ctx context.Context, s *store.Store, name string) (out []Namesake, err error) {
	err = Read(ctx, s, func(l *Look) error {
		out, err = l.candidates(name)
		return err
	})
	return out, err
}

func (l *Look) candidates(name string) (out []Namesake, err error) {
	named, err := l.personsByName(name)
	if err != nil {
		return nil, err
	}
	for _, n := range slices.Sorted(maps.Keys(named)) {
		persons := named[n]
		slices.Sort(persons)
		for _, p := range persons {
			different, err := l.Objects(p, vocab.PropDifferentFrom)
			if err != nil {
				return nil, err
			}
			if len(different) >= len(persons)-1 {
				continue
			}
			one, err := l.namesake(p)
			if err != nil {
				return nil, err
			}
			out = append(out, one)
		}
		clear(l.lists) // what was read of one name is not read again for the next
	}
	return out, nil
}

// personsByName are the persons of a name, or of all names that several share, by the name as it is written.
func (l *Look) personsByName(name string) (map[string][]string, error) {
	var nodes []quad.IRI
	var err error
	if name == "" {
		nodes, err = sharingNames(l.read)
	} else {
		nodes, err = l.read.Subjects(vocab.PropKey, quad.String(vocab.Key(name)), vocab.Reference)
	}
	if err != nil {
		return nil, err
	}
	named := map[string][]string{}
	for _, n := range nodes {
		names, err := l.read.Objects(n, vocab.PropName)
		if err != nil {
			return nil, err
		}
		for _, v := range names {
			named[vocab.Words(v)] = append(named[vocab.Words(v)], string(n))
		}
	}
	return named, nil
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
