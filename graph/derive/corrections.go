package derive

import (
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// ReadCorrections are those in the store, ready to be looked up. Persons are named by their mentions.
type Corrections struct {
	same      map[quad.IRI][]string // mention -> what it was decided to share with others
	different [][2]quad.IRI         // mentions
	Wrong     map[quad.IRI]bool     // holdings
	Values    map[quad.IRI]map[string]string
	names     map[quad.IRI][2]quad.IRI // correction -> organisations that are one
}

// ReadCorrections reads what was decided.
func ReadCorrections(r store.Reader) (*Corrections, error) {
	c := &Corrections{map[quad.IRI][]string{}, nil, map[quad.IRI]bool{}, map[quad.IRI]map[string]string{}, map[quad.IRI][2]quad.IRI{}}
	all, err := r.All(quad.Label, vocab.Corrections)
	if err != nil {
		return nil, err
	}
	nodes := map[quad.IRI]*statement.Correction{}
	for _, q := range all {
		node, _ := q.Subject.(quad.IRI)
		if nodes[node] == nil {
			nodes[node] = &statement.Correction{}
		}
		one := nodes[node]
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropDecision:
			one.Decision = statement.Decision(vocab.Words(q.Object))
		case vocab.PropCorrects:
			one.Subject = string(object)
		case vocab.PropCorrectsToo:
			one.Other = string(object)
		case vocab.PropCorrectProperty:
			one.Property = vocab.Words(q.Object)
		case vocab.PropCorrectValue:
			one.Value = vocab.Words(q.Object)
		}
	}
	for _, node := range slices.Sorted(maps.Keys(nodes)) {
		if err := c.add(r, node, *nodes[node]); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Corrections) add(r store.Reader, node quad.IRI, one statement.Correction) error {
	a, b := quad.IRI(one.Subject), quad.IRI(one.Other)
	switch one.Decision {
	case statement.Wrong:
		c.Wrong[a] = true
	case statement.Value:
		if c.Values[a] == nil {
			c.Values[a] = map[string]string{}
		}
		c.Values[a][one.Property] = one.Value
	case statement.Same, statement.Different:
		if strings.HasPrefix(one.Subject, vocab.NamespaceID+"organization/") {
			c.names[node] = [2]quad.IRI{a, b}
			return nil
		}
		mentions := [2]quad.IRI{}
		for i, holding := range []quad.IRI{a, b} {
			members, err := r.Objects(holding, vocab.PropMember)
			if err != nil {
				return err
			}
			for _, m := range members {
				mentions[i], _ = m.(quad.IRI)
			}
		}
		if mentions[0] == "" || mentions[1] == "" {
			return nil
		}
		if one.Decision == statement.Different {
			c.different = append(c.different, mentions)
			return nil
		}
		for _, m := range mentions {
			c.same[m] = append(c.same[m], string(node))
		}
	}
	return nil
}

// correct gives a statement the values that somebody decided on.
func (c *Corrections) correct(holding quad.IRI, status *record.Status, from, to, asOf *record.Date) {
	for property, value := range c.Values[holding] {
		var d record.Date
		if property != "status" && d.UnmarshalText([]byte(value)) != nil {
			continue
		}
		switch property {
		case "status":
			*status = record.Status(value)
		case "from":
			*from = d
		case "to":
			*to = d
		case "as_of":
			*asOf = d
		}
	}
}

// OrganizationQuads say which organisations are one under several names.
func (c *Corrections) OrganizationQuads() (out []quad.Quad) {
	for _, pair := range c.names {
		out = append(out, quad.Quad{Subject: pair[0], Predicate: vocab.PropExactMatch, Object: pair[1], Label: vocab.Derived},
			quad.Quad{Subject: pair[1], Predicate: vocab.PropExactMatch, Object: pair[0], Label: vocab.Derived})
	}
	return vocab.Distinct(out)
}
