package statement

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Places provides the administrative units, central organisations, congresses and terms; *gazetteer.Lists implements
// it.
type Places interface {
	Place(id string) (gazetteer.Place, bool)
	Places() []gazetteer.Place
	Body(nameOrID string) (gazetteer.Body, bool)
	Spoken(title, organization string) []string
	Membership(title, organization string) bool
	OneSeat(title, organization string) bool
	Congresses() []gazetteer.CongressFact
}

// Atlas answers what the list of places implies.
type Atlas struct {
	List     Places
	versions map[string][]string // chain, joined -> ids of the units of that name, in the order of the list
}

func NewAtlas(list Places) *Atlas {
	g := &Atlas{List: list, versions: map[string][]string{}}
	for _, p := range list.Places() {
		c := g.Chain(p)
		g.versions[c] = append(g.versions[c], p.ID)
	}
	return g
}

// Chain is the name of a unit with those above it: "phường Ngọc Thụy, quận Long Biên, Hà Nội".
func (g *Atlas) Chain(p gazetteer.Place) string {
	if above := g.above(p); above != "" {
		return unitName(p) + ", " + above
	}
	return unitName(p)
}

// above is the chain without the unit itself, the province without its kind; "" for a province.
func (g *Atlas) above(p gazetteer.Place) string {
	var names []string
	for range 4 { // guards against cycles in the list
		parent, ok := g.List.Place(p.Parent)
		if !ok {
			break
		}
		if parent.Parent == "" {
			names = append(names, parent.Name)
			break
		}
		names = append(names, unitName(parent))
		p = parent
	}
	return strings.Join(names, ", ")
}

// Same are the ids of the versions of a unit that bear the same name in the same units.
func (g *Atlas) Same(p gazetteer.Place) []string {
	if ids := g.versions[g.Chain(p)]; slices.Contains(ids, p.ID) {
		return ids
	}
	return []string{p.ID}
}

// unitName is a unit with its kind, as it is usually named: "quận Ba Đình", "thành phố Hà Nội".
func unitName(p gazetteer.Place) string {
	kind := p.Kind
	if strings.HasPrefix(kind, "thành phố") {
		kind = "thành phố"
	}
	return strings.TrimSpace(kind + " " + p.Name)
}

// iri is the node of one version of a unit. The id makes it one; the name is for the reader.
func (g *Atlas) iri(p gazetteer.Place) quad.IRI {
	return vocab.ThingIRI("place", g.Chain(p), p.ID)
}

// describePlace describes a unit, the units above it and its successors.
func (d *description) describePlace(p gazetteer.Place) quad.IRI {
	g := d.places
	node := g.iri(p)
	if !d.begin(node) {
		return node
	}
	d.add(node, vocab.PropType, vocab.ClassPlace)
	d.add(node, vocab.PropPrefLabel, vocab.Vietnamese(unitName(p)))
	d.add(node, vocab.PropKind, vocab.Vietnamese(p.Kind))
	d.add(node, vocab.PropIdentifier, quad.String(p.ID))
	d.add(node, vocab.PropValidFrom, vocab.Date(p.From))
	d.add(node, vocab.PropValidThrough, vocab.Date(p.To))
	for _, name := range []string{p.Name, unitName(p), g.Chain(p)} {
		d.add(node, vocab.PropKey, quad.String(vocab.Key(name)))
	}
	if parent, ok := g.List.Place(p.Parent); ok {
		d.add(node, vocab.PropContainedIn, d.describePlace(parent))
	}
	for _, id := range p.Successors {
		if next, ok := g.List.Place(id); ok {
			d.add(node, vocab.PropReplacedBy, d.describePlace(next))
		}
	}
	return node
}
