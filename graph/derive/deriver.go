package derive

import (
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Derived is what comes of deriving one thing.
type Derived struct {
	Before, After []quad.Quad           // what was derived of it, and what is now
	Units         map[string][]quad.IRI // units of tenures that follow from it, with their holdings
}

// Deriver works out what follows for one thing after the other, for one goroutine.
type Deriver struct {
	read      store.Reader
	people    *personDeriver
	tenures   *Tenures
	documents *documentDeriver
}

func New(r HoldingReader, decided *Corrections) *Deriver {
	return &Deriver{r.Reader, &personDeriver{read: r, corrections: decided, places: map[quad.IRI]seatPlace{}},
		NewTenures(r, decided), &documentDeriver{read: r.Reader}}
}

// Persons are the persons of a name, and the units in which they stand and stood.
func (d *Deriver) Persons(name string) (out Derived, err error) {
	former, err := derivedThings(d.read, vocab.PropName, vocab.Vietnamese(name))
	if err != nil {
		return out, err
	}
	var tenures []quad.IRI
	if out.Before, tenures, err = derivedOf(d.read, former); err != nil {
		return out, err
	}
	out.Units = map[string][]quad.IRI{}
	for _, t := range tenures {
		units, err := d.read.Objects(t, vocab.PropUnit)
		if err != nil {
			return out, err
		}
		for _, u := range units {
			out.Units[vocab.Words(u)] = nil
		}
	}
	if out.After, err = d.people.derive(name); err != nil {
		return out, err
	}
	out.After = vocab.Distinct(out.After)
	for _, q := range out.After {
		if holding, ok := q.Object.(quad.IRI); ok && q.Predicate == vocab.PropHasMembership {
			if err := d.tenures.unitsOf(name, holding, out.Units); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// TenuresOf are the tenures of a unit; of one with a name the holdings are given.
func (d *Deriver) TenuresOf(unit string, holdings []quad.IRI) (out Derived, err error) {
	if out.After, err = d.tenures.derive(unit, holdings); err != nil {
		return out, err
	}
	out.After = vocab.Distinct(out.After)
	out.Before, err = derivedWith(d.read, vocab.PropUnit, quad.String(unit))
	return out, err
}

// DocumentsOf are the documents of a group.
func (d *Deriver) DocumentsOf(group string) (out Derived, err error) {
	if out.After, err = d.documents.derive(group); err != nil {
		return out, err
	}
	out.After = vocab.Distinct(out.After)
	out.Before, err = derivedWith(d.read, vocab.PropGroup, quad.String(group))
	return out, err
}

// derivedWith is what is derived of the things that have a value of a property.
func derivedWith(r store.Reader, property quad.IRI, value quad.Value) ([]quad.Quad, error) {
	things, err := derivedThings(r, property, value)
	if err != nil {
		return nil, err
	}
	out, _, err := derivedOf(r, things)
	return out, err
}

// derivedOf is what is derived of things, each quad once. Tenures and contradictions, which are replaced
// with their units, are given beside.
func derivedOf(r store.Reader, things []quad.IRI) (out []quad.Quad, tenures []quad.IRI, err error) {
	for _, node := range things {
		quads, err := r.Labelled(node, vocab.Derived)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, quads...)
		err = r.Each(quad.Object, node, func(q quad.Quad) bool {
			tenure, _ := q.Subject.(quad.IRI)
			switch {
			case q.Label != vocab.Derived:
			case q.Predicate == vocab.PropHolder || q.Predicate == vocab.PropAbout:
				tenures = append(tenures, tenure)
			default:
				out = append(out, q)
			}
			return true
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return vocab.Distinct(out), tenures, nil
}

// derivedThings are the nodes that the derived layer gives a value of a property.
func derivedThings(r store.Reader, property quad.IRI, value quad.Value) (out []quad.IRI, err error) {
	err = r.Each(quad.Object, value, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok && q.Predicate == property && q.Label == vocab.Derived {
			out = append(out, node)
		}
		return true
	})
	return out, err
}
