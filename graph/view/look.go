package view

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/derive"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Look reads a store node by node. It records the quads that it read, so that a page can offer them in other formats.
// It must be used by one goroutine only, and not after the call that it is passed to.
type Look struct {
	read    store.Reader
	deriver *derive.Tenures
	lists   map[quadEnd][]quad.Quad // read and sorted
	seen    []quad.Quad             // beside those in lists
	things  map[string]store.Thing
	tenures map[string]StoredTenure
}

// quadEnd is a value in a direction.
type quadEnd struct {
	direction quad.Direction
	value     quad.Value
}

// Read calls use with a view of the store that does not change during the call: Insert, Remove and Amend wait until
// it returns.
func Read(ctx context.Context, s *store.Store, use func(*Look) error) error {
	leave, err := s.Still(ctx)
	if err != nil {
		return err
	}
	defer leave()
	return use(&Look{read: s.SharedReader(ctx), lists: map[quadEnd][]quad.Quad{}, things: map[string]store.Thing{}, tenures: map[string]StoredTenure{}})
}

// Context is the context of the call for which the Look was made.
func (l *Look) Context() context.Context { return l.read.Context() }

// About returns the quads of a subject, without the store's bookkeeping. The caller must not change the list.
func (l *Look) About(node string) ([]quad.Quad, error) { return l.quads(quad.Subject, node) }

// Pointing returns the quads that have a node as their object.
func (l *Look) Pointing(node string) ([]quad.Quad, error) { return l.quads(quad.Object, node) }

func (l *Look) quads(d quad.Direction, node string) ([]quad.Quad, error) {
	at := quadEnd{d, quad.IRI(node)}
	if known, found := l.lists[at]; found {
		return known, nil
	}
	all, err := l.read.Ordered(d, at.value)
	if err == nil {
		l.lists[at] = all
	}
	return all, err
}

// Seen returns the quads that About and Pointing have read, sorted.
func (l *Look) Seen() []quad.Quad {
	out := slices.Clone(l.seen)
	for _, list := range l.lists {
		out = append(out, list...)
	}
	slices.SortFunc(out, vocab.CompareQuads)
	return slices.Compact(out)
}

// Linked returns the subjects of a property with the given object, sorted, without duplicates.
func (l *Look) Linked(property quad.IRI, node string) ([]string, error) {
	quads, err := l.Pointing(node)
	return ends(quads, property, quad.Subject), err
}

// Objects returns the objects of a property of a node, sorted, without duplicates.
func (l *Look) Objects(node string, property quad.IRI) ([]string, error) {
	quads, err := l.About(node)
	return ends(quads, property, quad.Object), err
}

// ends returns the subjects or the objects of the quads with a property, sorted, without duplicates.
func ends(quads []quad.Quad, property quad.IRI, end quad.Direction) (out []string) {
	for _, q := range quads {
		if node, ok := q.Get(end).(quad.IRI); ok && q.Predicate == property {
			out = append(out, string(node))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Known returns the nodes of a class that have a key.
func (l *Look) Known(class, key string) (out []string, err error) {
	nodes, err := l.read.Subjects(vocab.PropKey, quad.String(key), vocab.Bookkeeping)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	for _, n := range slices.Compact(nodes) {
		classes, err := l.Objects(string(n), vocab.PropType)
		if err != nil {
			return nil, err
		}
		if slices.Contains(classes, class) {
			out = append(out, string(n))
		}
	}
	return out, nil
}

// Thing is a node with its label and its days. An article is called by its headline, or else its name.
func (l *Look) Thing(node string) (store.Thing, error) {
	if t, known := l.things[node]; known {
		return t, nil
	}
	t := store.Thing{IRI: node}
	var named, identified string
	err := l.read.Each(quad.Subject, quad.IRI(node), func(q quad.Quad) bool {
		switch q.Predicate {
		case vocab.PropPrefLabel:
			t.Label = vocab.Words(q.Object)
		case vocab.PropHeadline, vocab.PropName:
			named = vocab.Words(q.Object)
		case vocab.PropIdentifier:
			identified = vocab.Words(q.Object)
		case vocab.PropValidFrom, vocab.PropBirthDate:
			t.From = vocab.DateOf(q.Object)
		case vocab.PropValidThrough, vocab.PropDeathDate:
			t.To = vocab.DateOf(q.Object)
		default:
			return true
		}
		l.seen = append(l.seen, q)
		return true
	})
	for _, other := range []string{named, identified, vocab.LocalName(quad.IRI(node))} {
		if t.Label == "" {
			t.Label = other
		}
	}
	l.things[node] = t
	return t, err
}

// Passage is a run of bytes of an article.
type Passage struct {
	IRI, Article string
	Name, Title  string // of the article
	Text         string
	Start, End   int // in bytes of the article, End behind the last
	Published    record.Date
	DatedBy      record.DatedBy // how Published was found
}

// Passage reads a passage and where it stands.
func (l *Look) Passage(node string) (p Passage, err error) {
	p.IRI = node
	quads, err := l.About(node)
	if err != nil {
		return p, err
	}
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropValue:
			p.Text = vocab.Words(q.Object)
		case vocab.PropStartByte:
			p.Start, _ = strconv.Atoi(vocab.Words(q.Object))
		case vocab.PropEndByte:
			p.End, _ = strconv.Atoi(vocab.Words(q.Object))
		case vocab.PropQuotedFrom:
			article, _ := q.Object.(quad.IRI)
			p.Article = string(article)
		}
	}
	err = l.read.Each(quad.Subject, quad.IRI(p.Article), func(q quad.Quad) bool {
		switch q.Predicate {
		case vocab.PropIdentifier:
			p.Name = vocab.Words(q.Object)
		case vocab.PropHeadline:
			p.Title = vocab.Words(q.Object)
		case vocab.PropDatePublished:
			p.Published = vocab.DateOf(q.Object)
		case vocab.PropDatedBy:
			p.DatedBy = record.DatedBy(vocab.Words(q.Object))
		}
		return true
	})
	return p, err
}

// Holding is what one article says of a person in a post.
type Holding struct {
	tenure.Statement // with the values that corrections give it; its source is the IRI of the article
	Person, Post     store.Thing
	Named            string // the person as the article has the name
	Passage          Passage
	Confidence       float64  // 1 where nothing says how sure it is
	Also             []Source // other articles that say the same; filled in for statements of a tenure only
	Corrected        bool     // a correction changes its values
	Withdrawn        bool     // a correction declares it wrong
}

// prepare reads the corrections, once.
func (l *Look) prepare() error {
	if l.deriver != nil {
		return nil
	}
	decided, err := derive.ReadCorrections(l.read)
	if err != nil {
		return err
	}
	l.deriver = derive.NewTenures(derive.HoldingReader{Reader: l.read}, decided)
	return nil
}

// Holding reads a holding.
func (l *Look) Holding(node string) (h Holding, err error) {
	if err := l.prepare(); err != nil {
		return h, err
	}
	h.Statement, err = l.deriver.Statement(quad.IRI(node))
	if err != nil {
		return h, err
	}
	decided := l.deriver.Corrected
	h.Withdrawn, h.Corrected, h.Confidence = decided.Wrong[quad.IRI(node)], len(decided.Values[quad.IRI(node)]) > 0, 1
	quads, err := l.About(node)
	if err != nil {
		return h, err
	}
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropMember:
			mention, err := l.Thing(string(object))
			if err != nil {
				return h, err
			}
			h.Named = mention.Label
			if h.Person, err = l.Thing(cmp.Or(h.Statement.Person, string(object))); err != nil {
				return h, err
			}
		case vocab.PropPost:
			if h.Post, err = l.Thing(string(object)); err != nil {
				return h, err
			}
		case vocab.PropDerivedFrom:
			if h.Passage, err = l.Passage(string(object)); err != nil {
				return h, err
			}
		case vocab.PropConfidence:
			if c, err := strconv.ParseFloat(vocab.Words(q.Object), 64); err == nil {
				h.Confidence = c
			}
		}
	}
	return h, nil
}

// StoredTenure is an unbroken time of a person in a post, as the derived layer has it.
type StoredTenure struct {
	tenure.Tenure // bounds without their chains of reasons
	IRI           string
	Holder, Seat  store.Thing
	Why           [4][]string // what each bound follows from: holdings, places, organisations, terms
}

// Tenure reads a tenure.
func (l *Look) Tenure(node string) (t StoredTenure, err error) {
	if t, known := l.tenures[node]; known {
		return t, nil
	}
	t.IRI = node
	quads, err := l.About(node)
	if err != nil {
		return t, err
	}
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropHolder:
			t.Person = string(object)
			t.Holder, err = l.Thing(t.Person)
		case vocab.PropSeat:
			t.Seat, err = l.Thing(string(object))
		case vocab.PropSure:
			t.Sure = tenure.Certainty(vocab.SureOf(object))
		case vocab.PropContinues:
			t.Continues = true
		case vocab.PropDerivedFrom:
			t.Statements = append(t.Statements, string(object))
		}
		if err != nil {
			return t, err
		}
		for i, p := range vocab.BoundProperties {
			switch q.Predicate {
			case p.Day:
				t.Bounds[i].Day = vocab.DateOf(q.Object)
			case p.Why:
				t.Why[i] = append(t.Why[i], string(object))
			}
		}
	}
	l.tenures[node] = t
	return t, nil
}

// IsHolding reports whether a node is a holding by its IRI.
func IsHolding(node string) bool { return strings.Contains(node, "#holding/") }

// Keyed returns the persons that have a key.
func (l *Look) Keyed(key string) ([]string, error) {
	nodes, err := l.read.Subjects(vocab.PropKey, quad.String(key), vocab.Reference)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range nodes {
		if vocab.KindOf(string(n)) == vocab.KindPerson {
			out = append(out, string(n))
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// Labelled returns the quads under the label of an article.
func (l *Look) Labelled(article string) ([]quad.Quad, error) { return l.quads(quad.Label, article) }
