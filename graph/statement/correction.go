package statement

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Decision is the kind of a correction.
type Decision string

// The decisions.
const (
	Same      Decision = "same"      // two mentions are of one person, or two organisations are one under several names
	Different Decision = "different" // two mentions are of two persons
	Wrong     Decision = "wrong"     // the article does not say so, or is wrong: the statement is ignored
	Value     Decision = "value"     // the right value of a property of a statement
)

// Correction is one decision. A statement is named by the IRI of its holding, and so is the person in
// it; an organisation by its IRI.
type Correction struct {
	Decision       Decision
	Subject, Other string // Other of Same and Different
	Property       string // of Value: "status", "from", "to" or "as_of"
	Value          string // of Value; "" removes the value
	Reason, By, On string
}

// Check validates a correction on its own, without a store.
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
	if c.Other != "" && c.Decision != Same && c.Decision != Different {
		return fmt.Errorf("%s: want one subject, and not %q beside it", c.Decision, c.Other)
	}
	if c.Decision != Value && c.Property+c.Value != "" {
		return fmt.Errorf("%s: want no property and no value, and not %q", c.Decision, strings.TrimSpace(c.Property+" "+c.Value))
	}
	if err := c.checkNodes(); err != nil {
		return err
	}
	if c.Reason == "" || c.By == "" {
		return fmt.Errorf("want a reason, and by whom")
	}
	if text := c.Property + c.Value + c.Reason + c.By + c.On; !utf8.ValidString(text) {
		return fmt.Errorf("%q is no valid UTF-8", text)
	}
	return nil
}

// checkNodes reports a subject that a decision cannot be about.
func (c Correction) checkNodes() error {
	for _, iri := range []string{c.Subject, c.Other} {
		if iri == "" {
			continue
		}
		switch kind := vocab.KindOf(iri); {
		case !isNode(iri):
			return fmt.Errorf("%q is no IRI of a holding or an organisation: copy it from the column holding_iri", iri)
		case kind == "holding" || kind == vocab.KindOrganization && c.Decision == Same:
		case kind == vocab.KindOrganization && c.Decision == Different:
			return errors.New("different: organisations of two names are different anyway: take the line out")
		default:
			return fmt.Errorf("%s: %q is no holding: copy the IRI from the column holding_iri", c.Decision, iri)
		}
	}
	if c.Other != "" && vocab.KindOf(c.Subject) != vocab.KindOf(c.Other) {
		return fmt.Errorf("%s: a %s and a %s", c.Decision, vocab.KindOf(c.Subject), vocab.KindOf(c.Other))
	}
	return nil
}

// CorrectionOf is the correction of which some quads are all that a store has: those that Quads gives.
func CorrectionOf(quads []quad.Quad) (c Correction, err error) {
	for _, q := range quads {
		node, _ := q.Object.(quad.IRI)
		text := vocab.Words(q.Object)
		switch q.Predicate {
		case vocab.PropDecision:
			c.Decision = Decision(text)
		case vocab.PropCorrects:
			c.Subject = string(node)
		case vocab.PropCorrectsToo:
			c.Other = string(node)
		case vocab.PropCorrectProperty:
			c.Property = text
		case vocab.PropCorrectValue:
			c.Value = text
		case vocab.PropReason:
			c.Reason = text
		case vocab.PropDecidedBy:
			c.By = text
		case vocab.PropDecidedOn:
			c.On = text
		}
	}
	if err := c.Check(); err != nil {
		return c, err
	}
	// One decision may have been written down twice, with two reasons.
	isNote := func(q quad.Quad) bool {
		_, text := q.Object.(quad.String)
		return text && (q.Predicate == vocab.PropReason || q.Predicate == vocab.PropDecidedBy || q.Predicate == vocab.PropDecidedOn)
	}
	is, want := slices.DeleteFunc(slices.Clone(quads), isNote), slices.DeleteFunc(c.Quads(), isNote)
	if !slices.Equal(vocab.Distinct(is), vocab.Distinct(want)) {
		return c, errors.New("no decision as an export has it")
	}
	return c, nil
}

// isNode reports whether a text is the IRI of a thing of ours, written as a store holds it.
func isNode(iri string) bool {
	q, err := vocab.ParseLine("<" + iri + "> <" + string(vocab.PropType) + "> _:o .")
	return err == nil && q.Subject == quad.IRI(iri) && strings.HasPrefix(iri, vocab.NamespaceID)
}

// Quads are the correction as it stands in the store, under the label Corrections.
func (c Correction) Quads() (out []quad.Quad) {
	sum := sha256.Sum256([]byte(strings.Join([]string{string(c.Decision), c.Subject, c.Other, c.Property, c.Value}, "\x00")))
	node := vocab.ThingIRI("correction", hex.EncodeToString(sum[:8]))
	say := func(p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: node, Predicate: p, Object: o, Label: vocab.Corrections})
	}
	say(vocab.PropType, vocab.ClassCorrection)
	say(vocab.PropDecision, quad.String(c.Decision))
	say(vocab.PropCorrects, quad.IRI(c.Subject))
	for _, l := range []struct {
		p    quad.IRI
		text string
	}{{vocab.PropCorrectProperty, c.Property}, {vocab.PropCorrectValue, c.Value}, {vocab.PropReason, c.Reason}, {vocab.PropDecidedBy, c.By}, {vocab.PropDecidedOn, c.On}} {
		if l.text != "" {
			say(l.p, quad.String(norm.NFC.String(l.text)))
		}
	}
	if c.Other != "" {
		say(vocab.PropCorrectsToo, quad.IRI(c.Other))
	}
	return out
}
