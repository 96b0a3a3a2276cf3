package statement

import (
	"fmt"
	"strconv"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// number distinguishes the congresses of one body: the ordinal, or else the term; "" if the article gives neither.
func number(c record.Congress) string {
	if c.Ordinal > 0 {
		return strconv.Itoa(c.Ordinal)
	}
	return c.Term
}

// congress is the node of a congress. One without number is a part of the article.
func (d *description) congress(c record.Congress) quad.IRI {
	body := d.organization(c.Body, c.Place)
	n := number(c)
	var node quad.IRI
	if n == "" || body == "" || d.local.owns(body) {
		node = vocab.PartIRI(d.local.iri, "congress", c.Body, n)
	} else {
		node = vocab.ThingIRI("congress", d.fullName(c.Body, c.Place), n)
	}
	if !d.begin(node) {
		return node
	}
	p, _ := d.places.List.Place(c.Place)
	label := "Đại hội " + c.Body
	names := []string{label}
	switch {
	case c.Ordinal > 0:
		names = append(names, fmt.Sprintf("%s lần thứ %d", label, c.Ordinal), fmt.Sprintf("%s khóa %s", label, record.Roman(c.Ordinal)))
		label += " lần thứ " + record.Roman(c.Ordinal)
		d.add(node, vocab.PropOrdinal, vocab.Integer(c.Ordinal))
	case c.Term != "":
		label += " nhiệm kỳ " + c.Term
	}
	d.describe(node, vocab.ClassCongress, label, keysOf(p, append(names, label)...)...)
	d.add(node, vocab.PropOrganizer, body)
	d.add(node, vocab.PropElected, d.term(c))
	return node
}

// term is the node of the committee that a congress elected, "" where it is not known which.
func (d *description) term(c record.Congress) quad.IRI {
	p, _ := d.places.List.Place(c.Place)
	name, n := elects(c.Body, p), number(c)
	of := d.organization(name, c.Place)
	if of == "" || n == "" || d.local.owns(of) {
		return ""
	}
	node := vocab.ThingIRI("term", d.fullName(name, c.Place), n)
	d.describeTerm(node, of, name, p, c.Ordinal, c.Term)
	return node
}

// fullName is a name with the units above its place, as IRIs carry it.
func (d *description) fullName(name, place string) string {
	p, _ := d.places.List.Place(place)
	if above := d.places.above(p); above != "" {
		return name + ", " + above
	}
	return name
}
