// Package view puts together what a store knows of one thing, as pages and commands show it: a person with
// the tenures and the words behind each, an organisation with its people and its successors, an article with
// everything recognised in it.
//
// What comes in is a Look, made by Read, and the IRI of a node; what goes out are values without any language
// of people. A Basis says where tenures come from: pages read the derived layer, so that a page and an
// export agree; commands work them out anew, so that statements can be left out and each reason has its
// kind. From all statements both say the same. Bounds are days; offsets are bytes of an article.
package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Tenure is a tenure with the statements that it rests on.
type Tenure struct {
	StoredTenure
	Said    []Holding // in the order of time, those that say the same once
	Reasons [4]Reason // of its bounds
	Verdict *Verdict  // of a question for a time, or nil; it stands at the tenures on which it rests
}

// Reason explains a bound.
type Reason struct {
	Kind   tenure.Kind   // how it bounds; "" where it was read from the derived layer, which does not keep it
	Said   []Holding     // statements, of the person or of others in the seat
	Things []store.Thing // lives of bodies, places and persons, and terms
}

// Loose is a statement outside of any tenure.
type Loose struct {
	Holding
	Against *Contradiction // the contradiction that it is part of, or nil
}

// Contradiction is a smallest set of statements that cannot all be true.
type Contradiction struct {
	IRI, Kind string // tenure.Kind
	Post      store.Thing
	Said      []Holding
	Beside    []Holding // statements against them that are kept: far more articles agree with them
	Causes    []store.Thing
}

// looker is a Look that caches what is needed repeatedly.
type looker struct {
	*Look
	holdings   map[string]Holding
	alternates map[string]Alternates
}

func newLooker(l *Look) looker { return looker{l, map[string]Holding{}, map[string]Alternates{}} }

func (l looker) holding(node string) (Holding, error) {
	if h, known := l.holdings[node]; known {
		return h, nil
	}
	h, err := l.Holding(node)
	l.holdings[node] = h
	return h, err
}

func (l looker) all(nodes []string) (out []Holding, err error) {
	for _, n := range nodes {
		h, err := l.holding(n)
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	slices.SortStableFunc(out, earlier)
	return out, nil
}

// earlier orders statements by the first day that they speak of, those without any last, then by article.
func earlier(a, b Holding) int {
	return cmp.Or(compareDays(a, b), strings.Compare(a.Source, b.Source), strings.Compare(a.ID, b.ID))
}

// earlierByName is earlier with names before articles, for statements on several persons and posts.
func earlierByName(a, b Holding) int {
	return cmp.Or(compareDays(a, b), strings.Compare(a.Named, b.Named), strings.Compare(a.Post.Label, b.Post.Label), earlier(a, b))
}

func compareDays(a, b Holding) int {
	x, y := firstDay(a), firstDay(b)
	if x.IsZero() != y.IsZero() {
		if x.IsZero() {
			return 1
		}
		return -1
	}
	return x.Compare(y)
}

func firstDay(h Holding) record.Date { return cmp.Or(h.From, h.AsOf, h.To) }

// tenures reads tenures, in the order of time.
func (l looker) tenures(nodes []string) (out []Tenure, err error) {
	for _, n := range nodes {
		t, err := l.tenure(n)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, byTime)
	return out, nil
}

// byTime orders tenures by when they began and ended. Those that were worked out anew have no IRI.
func byTime(a, b Tenure) int {
	return cmp.Or(a.begins().Compare(b.begins()), a.ends().Compare(b.ends()), strings.Compare(a.IRI, b.IRI), strings.Compare(a.Seat.Label, b.Seat.Label))
}

func (l looker) tenure(node string) (out Tenure, err error) {
	if out.StoredTenure, err = l.Tenure(node); err != nil {
		return out, err
	}
	out.Said, err = l.said(out.Statements)
	return out, err
}

// said reads statements and merges equal ones.
func (l looker) said(nodes []string) ([]Holding, error) {
	all, err := l.all(nodes)
	if err != nil {
		return nil, err
	}
	return once(l, all, func(h *Holding) *Holding { return h })
}

// explain finds what the bounds of tenures follow from.
func (l looker) explain(all []Tenure) error {
	for i := range all {
		t := &all[i]
		for n, nodes := range t.Why {
			if err := l.reason(&t.Reasons[n], nodes); err != nil {
				return err
			}
		}
	}
	return nil
}

// reason finds what a bound follows from: statements, and other things.
func (l looker) reason(r *Reason, nodes []string) error {
	for _, n := range nodes {
		if IsHolding(n) {
			h, err := l.holding(n)
			if err != nil {
				return err
			}
			r.Said = append(r.Said, h)
			continue
		}
		thing, err := l.Thing(n)
		if err != nil {
			return err
		}
		r.Things = append(r.Things, thing)
	}
	return nil
}

// Tenures without any date come last.
func (t Tenure) begins() record.Date {
	return cmp.Or(t.Bounds[tenure.EndOfBegin].Day, t.Bounds[tenure.EndOfEnd].Day, record.Date{Year: 9999, Month: 12, Day: 31})
}

func (t Tenure) ends() record.Date { return cmp.Or(t.Bounds[tenure.BeginOfEnd].Day, t.begins()) }

// Surely are the first and the last day of which it is certain that they belong to the tenure.
func (t Tenure) Surely() (from, to record.Date, ok bool) {
	from, to = t.Bounds[tenure.EndOfBegin].Day, t.Bounds[tenure.BeginOfEnd].Day
	return from, to, !from.IsZero() && !to.IsZero() && from.Compare(to) <= 0
}

// contradictions reads the contradictions about a post or a person.
func (l looker) contradictions(node string) (out []Contradiction, err error) {
	nodes, err := l.Linked(vocab.PropAbout, node)
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		c, err := l.contradiction(n)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (l looker) contradiction(node string) (c Contradiction, err error) {
	c.IRI = node
	quads, err := l.About(node)
	if err != nil {
		return c, err
	}
	var said, beside []string
	for _, q := range quads {
		object := iri(q.Object)
		switch q.Predicate {
		case vocab.PropKind:
			c.Kind = vocab.Words(q.Object)
		case vocab.PropUnit:
			post, _, _ := strings.Cut(vocab.Words(q.Object), " ")
			c.Post, err = l.Thing(post)
		case vocab.PropDerivedFrom:
			said = append(said, object)
		case vocab.PropOutvotedBy:
			beside = append(beside, object)
		case vocab.PropCause:
			var t store.Thing
			t, err = l.Thing(object)
			c.Causes = append(c.Causes, t)
		}
		if err != nil {
			return c, err
		}
	}
	if c.Said, err = l.all(said); err != nil {
		return c, err
	}
	c.Beside, err = l.all(beside)
	return c, err
}

// loose returns the statements of a list that are outside of any tenure, each with its contradiction.
func (l looker) loose(holdings []string, tenures []Tenure, against []Contradiction) (out []Loose, err error) {
	part := map[string]bool{}
	for _, t := range tenures {
		for _, s := range t.Statements {
			part[s] = true
		}
	}
	for _, n := range holdings {
		if part[n] {
			continue
		}
		h, err := l.holding(n)
		if err != nil {
			return nil, err
		}
		one := Loose{Holding: h}
		for i := range against {
			if slices.ContainsFunc(against[i].Said, func(o Holding) bool { return o.ID == n }) {
				one.Against = &against[i]
			}
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b Loose) int { return earlier(a.Holding, b.Holding) })
	return out, nil
}

// iri is a node as text, "" for a literal.
func iri(v quad.Value) string {
	node, _ := v.(quad.IRI)
	return string(node)
}

// objects are the nodes to which a property leads, each once, in order.
func objects(quads []quad.Quad, property quad.IRI) []string {
	return ends(quads, property, quad.Object)
}

// text is the literal of a property, "" without one.
func text(quads []quad.Quad, property quad.IRI) string {
	for _, q := range quads {
		if q.Predicate == property {
			return vocab.Words(q.Object)
		}
	}
	return ""
}
