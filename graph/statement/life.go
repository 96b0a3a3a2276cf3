package statement

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// What bounds a post from outside is stated in the reference layer: the days of an organisation of the
// centre, those of the versions of a place (atlas.go), and those of the terms for which memberships are won.

// CentralKind is the kind of the organisations that the list of those of the centre has.
const CentralKind = "cơ quan trung ương"

// describeLife says from when until when there was an organisation of the centre, and what came after
// it; of a local one its place says so, and which body of the same kind took over.
func (d *description) describeLife(node quad.IRI, name string, p gazetteer.Place) {
	if p.ID != "" {
		for _, next := range d.heirs(name, p) {
			if next != node {
				d.add(node, vocab.PropReplacedBy, next)
			}
		}
		return
	}
	b, known := d.places.List.Body(name)
	if !known {
		return
	}
	d.add(node, vocab.PropKind, vocab.Vietnamese(CentralKind))
	d.add(node, vocab.PropValidFrom, vocab.Date(b.From))
	d.add(node, vocab.PropValidThrough, vocab.Date(b.To))
	for _, id := range b.Successors {
		if next, known := d.places.List.Body(id); known {
			d.add(node, vocab.PropReplacedBy, d.organization(next.Name, ""))
		}
	}
}

// heirs are the bodies of the same kind in the units of the same level that took over from a unit, in
// any of its versions: the Tỉnh ủy of the province into which a province went.
func (d *description) heirs(name string, p gazetteer.Place) (out []quad.IRI) {
	for _, id := range d.places.Same(p) {
		version, _ := d.places.List.Place(id)
		for _, successor := range version.Successors {
			next, known := d.places.List.Place(successor)
			if !known || (next.Parent == "") != (p.Parent == "") || next.ID[0] != p.ID[0] && !(p.ID[0] == 'W' && next.ID[0] == 'N') {
				continue
			}
			switch {
			case name == committee(p):
				out = append(out, d.organization(committee(next), next.ID))
			case strings.HasSuffix(name, " "+unitName(p)):
				out = append(out, d.organization(strings.TrimSuffix(name, unitName(p))+unitName(next), next.ID))
			}
		}
	}
	return out
}

// describeTerms links a membership to the terms for which it is won, as far as the list of congresses
// and terms knows them.
func (d *description) describeTerms(post quad.IRI, title, org string, p gazetteer.Place) {
	if !d.places.List.Membership(title, org) {
		for _, day := range d.places.Renewals(title, org) {
			d.add(post, vocab.PropRenewedOn, vocab.Date(day))
		}
		return
	}
	facts := d.places.Terms(org, p)
	for _, f := range facts {
		d.add(post, vocab.PropPerTerm, d.listedTerm(org, p, f.Ordinal))
	}
}

// Renewals are the first days of the terms of the National Assembly, as far as they are listed, for the head of a body
// of the state and for the members of the Government: each term they are elected or appointed anew.
func (g *Atlas) Renewals(title, org string) (out []record.Date) {
	body, _ := g.List.Body(org)
	if body.Branch != "state" && org != theState || org != theGovernment && !g.List.OneSeat(title, org) {
		return nil
	}
	for _, f := range g.List.Congresses() {
		if f.Kind == assemblyTerm && f.From.Day != 0 {
			out = append(out, f.From)
		}
	}
	return out
}

// assemblyTerm is the kind of the terms of the National Assembly in the list of congresses and terms.
const assemblyTerm = "assembly term"

// Terms are the listed congresses that elected an organisation, or its own terms, in their order.
func (g *Atlas) Terms(org string, p gazetteer.Place) (out []gazetteer.CongressFact) {
	if above, _ := superior(org, gazetteer.Place{}, g); above == centralCommittee { // elected anew with it
		org = centralCommittee
	}
	for _, f := range g.List.Congresses() {
		if f.Ordinal > 0 && (f.Body == org && strings.HasSuffix(f.Kind, "term") || strings.HasSuffix(f.Kind, "congress") && elects(f.Body, p) == org) {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b gazetteer.CongressFact) int { return a.Ordinal - b.Ordinal })
	return out
}

// listedTerm is the node of a numbered term of an organisation, with its days where the list has
// them: from the first day of the congress that elected it to the last of the next one.
func (d *description) listedTerm(org string, p gazetteer.Place, ordinal int) quad.IRI {
	of := d.organization(org, p.ID)
	if of == "" || d.local.owns(of) {
		return ""
	}
	node := vocab.ThingIRI("term", d.fullName(org, p.ID), strconv.Itoa(ordinal))
	d.describeTerm(node, of, org, p, ordinal, "")
	return node
}

// describeTerm says of a term what follows from its number and from the list.
func (d *description) describeTerm(node, of quad.IRI, org string, p gazetteer.Place, ordinal int, years string) {
	if !d.begin(node) {
		return
	}
	label := org + " nhiệm kỳ " + years
	if ordinal > 0 {
		label = org + " khóa " + record.Roman(ordinal)
		d.add(node, vocab.PropOrdinal, vocab.Integer(ordinal))
	}
	d.describe(node, vocab.ClassCommitteeTerm, label, keysOf(p, label)...)
	d.add(node, vocab.PropTermOf, of)
	from, to := TermDays(d.places.Terms(org, p), ordinal)
	d.add(node, vocab.PropValidFrom, vocab.Date(from))
	d.add(node, vocab.PropValidThrough, vocab.Date(to))
}

// TermDays are the days of a term by the congresses or terms of its body: from the first day of the
// one that began it to the last of the next one; years where the list has no days, zeros where it has
// no such term.
func TermDays(facts []gazetteer.CongressFact, ordinal int) (from, to record.Date) {
	i := slices.IndexFunc(facts, func(f gazetteer.CongressFact) bool { return f.Ordinal == ordinal })
	if ordinal == 0 || i < 0 {
		return from, to
	}
	from, to = termYears(facts[i].Term)
	if !facts[i].From.IsZero() {
		from = facts[i].From
	}
	if i+1 < len(facts) && facts[i+1].Ordinal == ordinal+1 && !facts[i+1].From.IsZero() {
		to = cmp.Or(facts[i+1].To, facts[i+1].From)
	}
	return from, to
}

// termYears are the first and the last year of "2015-2020", or zeros.
func termYears(term string) (from, to record.Date) {
	if first, last, ok := strings.Cut(term, "-"); ok {
		from, _ = record.ParseDate(first)
		to, _ = record.ParseDate(last)
	}
	return from, to
}
