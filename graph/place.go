package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Places is what the graph has to know of administrative units, of organisations of the centre, and
// of congresses and terms; *gazetteer.Lists is one.
type Places interface {
	Place(id string) (gazetteer.Place, bool)
	Places() []gazetteer.Place
	Body(nameOrID string) (gazetteer.Body, bool)
	Spoken(title, organization string) []string
	Membership(title, organization string) bool
	OneSeat(title, organization string) bool
	Congresses() []gazetteer.CongressFact
}

// atlas answers what the list of places implies.
type atlas struct {
	list     Places
	versions map[string][]string // chain, joined -> ids of the units of that name, in the order of the list
}

func newAtlas(list Places) *atlas {
	g := &atlas{list: list, versions: map[string][]string{}}
	for _, p := range list.Places() {
		c := g.chain(p)
		g.versions[c] = append(g.versions[c], p.ID)
	}
	return g
}

// chain is the name of a unit with those above it: "phường Ngọc Thụy, quận Long Biên, Hà Nội".
func (g *atlas) chain(p gazetteer.Place) string {
	if above := g.above(p); above != "" {
		return unitName(p) + ", " + above
	}
	return unitName(p)
}

// above is the chain without the unit itself, the province without its kind; "" for a province.
func (g *atlas) above(p gazetteer.Place) string {
	var names []string
	for range 4 { // a list that goes in a circle must not hang us
		parent, ok := g.list.Place(p.Parent)
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

// same are the ids of the versions of a unit that bear the same name in the same units.
func (g *atlas) same(p gazetteer.Place) []string {
	if ids := g.versions[g.chain(p)]; slices.Contains(ids, p.ID) {
		return ids
	}
	return []string{p.ID}
}

// unitName is a unit with its kind as one speaks: "quận Ba Đình", "thành phố Hà Nội".
func unitName(p gazetteer.Place) string {
	kind := p.Kind
	if strings.HasPrefix(kind, "thành phố") {
		kind = "thành phố"
	}
	return strings.TrimSpace(kind + " " + p.Name)
}

// iri is the node of one version of a unit. The id makes it one; the name is for the reader.
func (g *atlas) iri(p gazetteer.Place) quad.IRI {
	return thing("place", g.chain(p), p.ID)
}

// describePlace says what a unit is, and the same of the units above it and after it.
func (d *description) describePlace(p gazetteer.Place) quad.IRI {
	g := d.places
	node := g.iri(p)
	if !d.begin(node) {
		return node
	}
	d.add(node, PropType, ClassPlace)
	d.add(node, PropPrefLabel, vi(unitName(p)))
	d.add(node, PropKind, vi(p.Kind))
	d.add(node, PropIdentifier, quad.String(p.ID))
	d.add(node, PropValidFrom, date(p.From))
	d.add(node, PropValidThrough, date(p.To))
	for _, name := range []string{p.Name, unitName(p), g.chain(p)} {
		d.add(node, PropKey, quad.String(Key(name)))
	}
	if parent, ok := g.list.Place(p.Parent); ok {
		d.add(node, PropContainedIn, d.describePlace(parent))
	}
	for _, id := range p.Successors {
		if next, ok := g.list.Place(id); ok {
			d.add(node, PropReplacedBy, d.describePlace(next))
		}
	}
	return node
}
