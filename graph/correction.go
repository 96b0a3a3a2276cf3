package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Decision is what somebody decided about statements.
type Decision string

// The decisions.
const (
	Same      Decision = "same"      // two mentions are of one person, or two organisations are one under several names
	Different Decision = "different" // two mentions are of two persons
	Wrong     Decision = "wrong"     // the article does not say so, or is wrong: the statement counts for nothing
	Value     Decision = "value"     // the right value of a property of a statement
)

// Correction is one decision. A statement is named by the IRI of its holding, and so is the person in
// it; an organisation by its IRI.
type Correction struct {
	Decision       Decision
	Subject, Other string // Other of Same and Different
	Property       string // of Value: "status", "from", "to" or "as_of"
	Value          string // of Value; "" takes the value away
	Reason, By, On string
}

// Check reports what is wrong with a correction by itself.
func (c Correction) Check() error {
	switch c.Decision {
	case Same, Different:
		if c.Subject == "" || c.Other == "" || c.Subject == c.Other {
			return fmt.Errorf("%s: want two different subjects", c.Decision)
		}
	case Wrong:
		if c.Subject == "" {
			return fmt.Errorf("%s: want a subject", c.Decision)
		}
	case Value:
		if c.Subject == "" {
			return fmt.Errorf("%s: want a subject", c.Decision)
		}
		var d record.Date
		switch c.Property {
		case "status":
			if !slices.Contains([]record.Status{record.Holds, record.Former, record.Starts, record.Ends, record.Nominated}, record.Status(c.Value)) {
				return fmt.Errorf("%q is no status: want holds, former, starts, ends or nominated", c.Value)
			}
		case "from", "to", "as_of":
			if err := d.UnmarshalText([]byte(c.Value)); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%q is no property: want status, from, to or as_of", c.Property)
		}
	default:
		return fmt.Errorf("%q is no decision: want same, different, wrong or value", c.Decision)
	}
	for _, iri := range []string{c.Subject, c.Other} {
		if iri != "" && !isNode(iri) {
			return fmt.Errorf("%q is no IRI of a holding or an organisation: copy it from the column holding_iri", iri)
		}
	}
	if c.Reason == "" || c.By == "" {
		return fmt.Errorf("want a reason, and by whom")
	}
	if text := c.Property + c.Value + c.Reason + c.By + c.On; !utf8.ValidString(text) {
		return fmt.Errorf("%q is no valid UTF-8", text)
	}
	return nil
}

// isNode reports whether a text is the IRI of a thing of ours, written as a store holds it.
func isNode(iri string) bool {
	q, err := parseLine("<" + iri + "> <" + string(PropType) + "> _:o .")
	return err == nil && q.Subject == quad.IRI(iri) && strings.HasPrefix(iri, nsID)
}

// quads are the correction as it stands in the store, under the label Corrections.
func (c Correction) quads() (out []quad.Quad) {
	sum := sha256.Sum256([]byte(strings.Join([]string{string(c.Decision), c.Subject, c.Other, c.Property, c.Value}, "\x00")))
	node := thing("correction", hex.EncodeToString(sum[:8]))
	say := func(p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: node, Predicate: p, Object: o, Label: Corrections})
	}
	say(PropType, ClassCorrection)
	say(PropDecision, quad.String(c.Decision))
	say(PropCorrects, quad.IRI(c.Subject))
	for _, l := range []struct {
		p    quad.IRI
		text string
	}{{PropCorrectProperty, c.Property}, {PropCorrectValue, c.Value}, {PropReason, c.Reason}, {PropDecidedBy, c.By}, {PropDecidedOn, c.On}} {
		if l.text != "" {
			say(l.p, quad.String(norm.NFC.String(l.text)))
		}
	}
	if c.Other != "" {
		say(PropCorrectsToo, quad.IRI(c.Other))
	}
	return out
}

// corrections are those in the store, ready to be looked up. Persons are named by their mentions.
type corrections struct {
	same      map[quad.IRI][]string // mention -> what it was decided to share with others
	different [][2]quad.IRI         // mentions
	wrong     map[quad.IRI]bool     // holdings
	values    map[quad.IRI]map[string]string
	names     map[quad.IRI][2]quad.IRI // correction -> organisations that are one
}

// corrections reads what was decided.
func (r reader) corrections() (*corrections, error) {
	c := &corrections{map[quad.IRI][]string{}, nil, map[quad.IRI]bool{}, map[quad.IRI]map[string]string{}, map[quad.IRI][2]quad.IRI{}}
	all, err := r.all(quad.Label, Corrections)
	if err != nil {
		return nil, err
	}
	nodes := map[quad.IRI]*Correction{}
	for _, q := range all {
		node, _ := q.Subject.(quad.IRI)
		if nodes[node] == nil {
			nodes[node] = &Correction{}
		}
		one := nodes[node]
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case PropDecision:
			one.Decision = Decision(Words(q.Object))
		case PropCorrects:
			one.Subject = string(object)
		case PropCorrectsToo:
			one.Other = string(object)
		case PropCorrectProperty:
			one.Property = Words(q.Object)
		case PropCorrectValue:
			one.Value = Words(q.Object)
		}
	}
	for _, node := range slices.Sorted(maps.Keys(nodes)) {
		if err := c.add(r, node, *nodes[node]); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *corrections) add(r reader, node quad.IRI, one Correction) error {
	a, b := quad.IRI(one.Subject), quad.IRI(one.Other)
	switch one.Decision {
	case Wrong:
		c.wrong[a] = true
	case Value:
		if c.values[a] == nil {
			c.values[a] = map[string]string{}
		}
		c.values[a][one.Property] = one.Value
	case Same, Different:
		if strings.HasPrefix(one.Subject, nsID+"organization/") {
			c.names[node] = [2]quad.IRI{a, b}
			return nil
		}
		mentions := [2]quad.IRI{}
		for i, holding := range []quad.IRI{a, b} {
			members, err := r.objects(holding, PropMember)
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
		if one.Decision == Different {
			c.different = append(c.different, mentions)
			return nil
		}
		for _, m := range mentions {
			c.same[m] = append(c.same[m], string(node))
		}
	}
	return nil
}

// Correct puts corrections into the place of those that are stored, and derives anew what follows. It
// returns the indexes of those that speak of something that is not stored: they are kept, and count
// as soon as it is there.
func (s *Store) Correct(ctx context.Context, all []Correction) (unmatched []int, err error) {
	s.startWriting()
	defer s.stopWriting()
	u, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	before, err := u.read.all(quad.Label, Corrections)
	if err != nil {
		return nil, err
	}
	var after []quad.Quad
	for i, c := range all {
		if err := c.Check(); err != nil {
			return nil, err
		}
		after = append(after, c.quads()...)
		for _, subject := range []string{c.Subject, c.Other} {
			if known, err := u.read.knows(quad.IRI(subject)); subject != "" && (err != nil || !known) {
				unmatched = append(unmatched, i)
				break
			}
		}
	}
	before, after = distinct(before), distinct(after)
	if slices.Equal(before, after) {
		return unmatched, nil
	}
	if err := u.touchCorrected(before, after); err != nil {
		return nil, err
	}
	u.exchange(before, after)
	return unmatched, u.finish()
}

// touchCorrected notes the persons of whom corrections speak.
func (u *update) touchCorrected(lists ...[]quad.Quad) error {
	for _, q := range slices.Concat(lists...) {
		holding, ok := q.Object.(quad.IRI)
		if !ok || q.Predicate != PropCorrects && q.Predicate != PropCorrectsToo {
			continue
		}
		members, err := u.read.objects(holding, PropMember)
		if err != nil {
			return err
		}
		for _, m := range members {
			names, err := u.read.objects(m.(quad.IRI), PropName)
			if err != nil {
				return err
			}
			for _, n := range names {
				u.touched.person(Words(n))
			}
		}
	}
	return nil
}

// correct gives a statement the values that somebody decided on.
func (c *corrections) correct(holding quad.IRI, status *record.Status, from, to, asOf *record.Date) {
	for property, value := range c.values[holding] {
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

// organizationQuads say which organisations are one under several names.
func (c *corrections) organizationQuads() (out []quad.Quad) {
	for _, pair := range c.names {
		out = append(out, quad.Quad{Subject: pair[0], Predicate: PropExactMatch, Object: pair[1], Label: Derived},
			quad.Quad{Subject: pair[1], Predicate: PropExactMatch, Object: pair[0], Label: Derived})
	}
	return distinct(out)
}
