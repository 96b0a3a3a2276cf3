package statement

import (
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// description collects what is known of shared things: places, organisations, posts, congresses.
// What is said of a node depends on nothing but the node and the lists, so it is the same whichever
// article brings the node up.
type description struct {
	places *Atlas
	nodes  map[quad.IRI][]quad.Quad
	local  *document // the article, for nodes that belong to one article only
}

// beginUpdate reports whether a node has not been described yet.
func (d *description) begin(node quad.IRI) bool {
	if _, done := d.nodes[node]; done {
		return false
	}
	d.nodes[node] = nil
	return true
}

// Add states a fact under the label of the reference layer, or of the article for a part of it. A
// nil object states nothing.
func (d *description) add(subject, property quad.IRI, object quad.Value) {
	if object == nil || object == quad.IRI("") {
		return
	}
	if d.local.owns(subject) {
		d.local.say(subject, property, object)
		return
	}
	d.nodes[subject] = append(d.nodes[subject],
		quad.Quad{Subject: subject, Predicate: property, Object: object, Label: vocab.Reference})
}

// describe states class, label and keys of a node.
func (d *description) describe(node, class quad.IRI, label string, keys ...string) {
	d.add(node, vocab.PropType, class)
	d.add(node, vocab.PropPrefLabel, vocab.Vietnamese(label))
	for _, k := range keys {
		d.add(node, vocab.PropKey, quad.String(k))
	}
}

// organization is the node of an organisation, "" for one that has no name. Many districts share a
// name, so below the province the units above are part of the IRI. A local body whose place the
// article leaves open is a part of the article: "Quận ủy" alone is another one in each article.
func (d *description) organization(name, place string) quad.IRI {
	if name == "" {
		return ""
	}
	p, found := d.places.List.Place(place)
	full := name
	if above := d.places.above(p); found && above != "" {
		full += ", " + above
	}
	node := vocab.ThingIRI("organization", full)
	if !found && IsLocal(name) {
		node = vocab.PartIRI(d.local.iri, "organization", name)
	}
	if !d.begin(node) {
		return node
	}
	d.describe(node, vocab.ClassOrganization, name, keysOf(p, withKind(p, name, full)...)...)
	if found {
		for _, id := range d.places.Same(p) {
			version, _ := d.places.List.Place(id)
			d.add(node, vocab.PropAreaServed, d.describePlace(version))
		}
	}
	d.describeLife(node, name, p)
	if above, abovePlace := superior(name, p, d.places); above != "" {
		d.add(node, vocab.PropSubOrganizationOf, d.organization(above, abovePlace))
	}
	return node
}

// post is the node of a post in an organisation. A post without organisation is a part of the article.
func (d *description) post(title, org, place string) quad.IRI {
	in := d.organization(org, place)
	if in == "" || d.local.owns(in) {
		node := vocab.PartIRI(d.local.iri, "post", joinName(title, org))
		if d.begin(node) {
			d.describePost(node, title, org, in, gazetteer.Place{}, joinName(title, org))
		}
		return node
	}
	p, _ := d.places.List.Place(place)
	full := title + ", " + org
	if above := d.places.above(p); above != "" {
		full += ", " + above
	}
	node := vocab.ThingIRI("post", full)
	if d.begin(node) {
		d.describePost(node, title, org, in, p, full)
	}
	return node
}

func (d *description) describePost(node quad.IRI, title, org string, in quad.IRI, p gazetteer.Place, full string) {
	label := joinName(title, org)
	names := append(spoken(title, org), full)
	names = append(names, d.places.List.Spoken(title, org)...)
	d.describe(node, vocab.ClassPost, label, keysOf(p, withKind(p, names...)...)...)
	d.add(node, vocab.PropRole, d.role(title))
	d.add(node, vocab.PropPostIn, in)
	d.add(node, vocab.PropExclusive, vocab.Boolean(d.places.List.OneSeat(title, org)))
	if !d.local.owns(node) {
		d.describeTerms(node, title, org, p)
	}
}

// role is the node of a title.
func (d *description) role(title string) quad.IRI {
	node := vocab.ThingIRI("role", title)
	if title != "" && d.begin(node) {
		d.describe(node, vocab.ClassRole, title, vocab.Key(title))
	}
	return node
}

// withKind adds to names in which a city stands without its kind those in which it stands with it:
// "Thành ủy thành phố Hồ Chí Minh".
func withKind(p gazetteer.Place, names ...string) []string {
	if !strings.HasPrefix(p.Kind, "thành phố") {
		return names
	}
	for _, n := range names {
		if before, after, found := strings.Cut(n, "ủy "+p.Name); found {
			names = append(names, before+"ủy "+unitName(p)+after)
		}
	}
	return names
}

// keysOf are the distinct keys of several forms of a name; p is the unit in it, if any.
func keysOf(p gazetteer.Place, names ...string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range names {
		for _, k := range vocab.Keys(name, vocab.Key(p.Name)) {
			if !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}
