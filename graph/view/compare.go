package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Snapshot holds the statements and tenures of a graph, for a comparison with another graph.
type Snapshot struct {
	labels   map[quad.IRI]string
	tenures  map[quad.IRI]*tenure.Tenure // with the bounds alone
	seats    map[quad.IRI]quad.IRI       // tenure -> post
	holdings map[quad.IRI]*held
	persons  map[quad.IRI]quad.IRI // mention -> person
	passages map[quad.IRI]string
	disputes map[quad.IRI][]quad.IRI // contradiction -> holdings
}

// held is a statement of an article.
type held struct{ mention, post, status, from, to, asOf, passage, source string }

// SnapshotOf reads the store.
func SnapshotOf(ctx context.Context, s *store.Store) (*Snapshot, error) {
	out := NewSnapshot()
	err := s.Reader(ctx).Everything(func(q quad.Quad) error {
		out.see(q)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", s.Path(), err)
	}
	return out, nil
}

// ReadSnapshot reads an export. The error names the line and the column.
func ReadSnapshot(r io.Reader) (*Snapshot, error) {
	out := NewSnapshot()
	return out, vocab.ReadNQuads(r, func(_ int, q quad.Quad) error {
		out.see(q)
		return nil
	})
}

// NewSnapshot is the snapshot of an empty graph.
func NewSnapshot() *Snapshot {
	return &Snapshot{map[quad.IRI]string{}, map[quad.IRI]*tenure.Tenure{}, map[quad.IRI]quad.IRI{}, map[quad.IRI]*held{},
		map[quad.IRI]quad.IRI{}, map[quad.IRI]string{}, map[quad.IRI][]quad.IRI{}}
}

// see reads one quad.
func (s *Snapshot) see(q quad.Quad) {
	node, _ := q.Subject.(quad.IRI)
	object, _ := q.Object.(quad.IRI)
	switch q.Predicate {
	case vocab.PropPrefLabel, vocab.PropName:
		s.labels[node] = vocab.Words(q.Object)
	case vocab.PropSpecializationOf:
		s.persons[node] = object
	case vocab.PropValue:
		s.passages[node] = vocab.Words(q.Object)
	case vocab.PropHolder:
		s.tenure(node).Person = string(object)
	case vocab.PropSeat:
		s.seats[node] = object
	case vocab.PropDerivedFrom:
		if strings.HasPrefix(string(node), vocab.NamespaceID+"contradiction/") {
			s.disputes[node] = append(s.disputes[node], object)
		}
	}
	for i, p := range vocab.BoundProperties {
		if q.Predicate == p.Day {
			s.tenure(node).Bounds[i].Day = vocab.DateOf(q.Object)
		}
	}
	if IsHolding(string(node)) {
		s.seeHolding(node, object, q)
	}
}

// seeHolding reads a quad about a holding.
func (s *Snapshot) seeHolding(node, object quad.IRI, q quad.Quad) {
	h := s.holding(node)
	switch q.Predicate {
	case vocab.PropMember:
		h.mention = string(object)
		if article, ok := q.Label.(quad.IRI); ok {
			h.source = strings.TrimPrefix(string(article), vocab.NamespaceID+"article/")
			if name, err := url.PathUnescape(h.source); err == nil {
				h.source = name
			}
		}
	case vocab.PropPost:
		h.post = string(object)
	case vocab.PropStatus:
		h.status = strings.TrimPrefix(string(object), vocab.NamespaceOwn)
	case vocab.PropAsOf:
		h.asOf = vocab.Words(q.Object)
	case vocab.PropStartDate:
		h.from = vocab.Words(q.Object)
	case vocab.PropEndDate:
		h.to = vocab.Words(q.Object)
	case vocab.PropDerivedFrom:
		if q.Label != vocab.Derived {
			h.passage = string(object)
		}
	}
}

// holding is that of a node, a new one when there is none.
func (s *Snapshot) holding(node quad.IRI) *held {
	if s.holdings[node] == nil {
		s.holdings[node] = &held{}
	}
	return s.holdings[node]
}

// tenure is that of a node, a new one when there is none.
func (s *Snapshot) tenure(node quad.IRI) *tenure.Tenure {
	if s.tenures[node] == nil {
		s.tenures[node] = &tenure.Tenure{}
	}
	return s.tenures[node]
}

// Change is one difference between two graphs.
type Change struct {
	Kind          string // "new holder", "no longer a holder", "moved", "new statement", "changed statement", "withdrawn statement", "new contradiction", "solved contradiction"
	Post, Person  string
	Before, After string // in words, "" where there is nothing
	Evidence      string // the words of a statement
}

// Compare says what changed from one graph to another, in the order of kinds, of posts and of persons.
func Compare(before, after *Snapshot) (out []Change) {
	type place struct{ post, person string }
	tenures := func(s *Snapshot) map[place]string {
		lists := map[place][]string{}
		for _, node := range slices.Sorted(maps.Keys(s.tenures)) {
			t := s.tenures[node]
			at := place{s.label(s.seats[node]), s.label(quad.IRI(t.Person))}
			lists[at] = append(lists[at], cmp.Or(t.Words(), "at some time"))
		}
		words := map[place]string{}
		for at, l := range lists {
			words[at] = strings.Join(l, "; ")
		}
		return words
	}
	was, is := tenures(before), tenures(after)
	for at, words := range is {
		switch old, known := was[at]; {
		case !known:
			out = append(out, Change{Kind: "new holder", Post: at.post, Person: at.person, After: words})
		case old != words:
			out = append(out, Change{Kind: "moved", Post: at.post, Person: at.person, Before: old, After: words})
		}
	}
	for at, words := range was {
		if _, known := is[at]; !known {
			out = append(out, Change{Kind: "no longer a holder", Post: at.post, Person: at.person, Before: words})
		}
	}
	out = append(out, compareStatements(before, after)...)
	out = append(out, newDisputes("new contradiction", after, before)...)
	out = append(out, newDisputes("solved contradiction", before, after)...)
	slices.SortFunc(out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Post, b.Post), cmp.Compare(a.Person, b.Person),
			cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After), cmp.Compare(a.Evidence, b.Evidence))
	})
	return out
}

func compareStatements(before, after *Snapshot) (out []Change) {
	for _, node := range slices.Sorted(maps.Keys(after.holdings)) {
		now, old := after.holdings[node], before.holdings[node]
		c := Change{Kind: "new statement", Post: after.label(quad.IRI(now.post)), Person: after.label(quad.IRI(now.mention)),
			After: now.String(), Evidence: after.passages[quad.IRI(now.passage)]}
		if old != nil {
			if old.String() == now.String() && old.post == now.post {
				continue
			}
			c.Kind, c.Before = "changed statement", old.String()
		}
		out = append(out, c)
	}
	for _, node := range slices.Sorted(maps.Keys(before.holdings)) {
		if old := before.holdings[node]; after.holdings[node] == nil {
			out = append(out, Change{Kind: "withdrawn statement", Post: before.label(quad.IRI(old.post)), Person: before.label(quad.IRI(old.mention)),
				Before: old.String(), Evidence: before.passages[quad.IRI(old.passage)]})
		}
	}
	return out
}

// newDisputes lists the contradictions of one graph that the other does not have.
func newDisputes(kind string, in, notIn *Snapshot) (out []Change) {
	key := func(holdings []quad.IRI) string {
		slices.Sort(holdings)
		return fmt.Sprint(holdings)
	}
	known := map[string]bool{}
	for _, d := range notIn.disputes {
		known[key(d)] = true
	}
	for _, node := range slices.Sorted(maps.Keys(in.disputes)) {
		d := in.disputes[node]
		if known[key(d)] {
			continue
		}
		c := Change{Kind: kind}
		var said, persons []string
		for _, holding := range d {
			if h := in.holdings[holding]; h != nil {
				c.Post = in.label(quad.IRI(h.post))
				said = append(said, in.label(quad.IRI(h.mention))+" "+h.String())
				persons = append(persons, in.label(quad.IRI(h.mention)))
			}
		}
		slices.Sort(persons)
		c.Person = strings.Join(slices.Compact(persons), ", ")
		if kind == "new contradiction" {
			c.After = strings.Join(said, "; ")
		} else {
			c.Before = strings.Join(said, "; ")
		}
		out = append(out, c)
	}
	return out
}

// String is a statement in a few words: "holds, as of 2018-02-21 (news/1.txt)".
func (h *held) String() string {
	var b strings.Builder
	b.WriteString(h.status)
	if h.from != "" || h.to != "" {
		b.WriteString(" " + h.from + ".." + h.to)
	}
	if h.asOf != "" {
		b.WriteString(", as of " + h.asOf)
	}
	b.WriteString(" (" + h.source + ")")
	return b.String()
}

// label is the name of a node, or what stands in its IRI.
func (s *Snapshot) label(node quad.IRI) string {
	return cmp.Or(s.labels[node], vocab.LocalName(node))
}
