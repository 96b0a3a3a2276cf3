package derive

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Tenures are worked out post by post: what is said of everyone who held it bounds everyone else.
// Where several hold a post at a time nobody bounds anybody, and the name of a person makes it a unit
// of its own. A unit is written as the value of PropUnit, by which it is found when it has to go.

// unitOf is the unit to which the tenures of persons of a name in a post belong.
func unitOf(post quad.IRI, exclusive bool, name string) string {
	if exclusive {
		return string(post)
	}
	return string(post) + " " + name
}

type Tenures struct {
	read      HoldingReader
	seats     *seatReader
	Corrected *Corrections
	persons   map[string]tenure.Span // their lives, as far as they were looked at
}

func NewTenures(r HoldingReader, c *Corrections) *Tenures {
	return &Tenures{r, newSeatReader(r.Reader), c, map[string]tenure.Span{}}
}

// unitsOf gathers the units in which the holdings of persons of a name stand; to those with a name the
// holdings.
func (t *Tenures) unitsOf(name string, holding quad.IRI, out map[string][]quad.IRI) error {
	h, err := t.read.stated(holding)
	if err != nil {
		return err
	}
	for _, post := range h.posts {
		exclusive, err := t.read.exclusive(post)
		if err != nil {
			return err
		}
		unit := unitOf(post, exclusive, name)
		out[unit] = append(out[unit], holding)
		if exclusive { // whose holdings are those of all names
			out[unit] = nil
		}
	}
	return nil
}

// derive works out one unit; of one with a name the holdings are given.
func (t *Tenures) derive(unit string, holdings []quad.IRI) ([]quad.Quad, error) {
	address, name, _ := strings.Cut(unit, " ")
	post := quad.IRI(address)
	seat, err := t.seats.seat(post)
	if err != nil {
		return nil, err
	}
	if name == "" {
		if holdings, err = t.read.Subjects(vocab.PropPost, post, vocab.Derived); err != nil {
			return nil, err
		}
	}
	said, err := t.Statements(holdings)
	if err != nil {
		return nil, err
	}
	if seat.Persons, err = t.Lives(said); err != nil {
		return nil, err
	}
	return tenureQuads(unit, post, said, tenure.Solve(said, seat)), nil
}

// Seat is what is known of a post beside what is said of those who held it.
func (t *Tenures) Seat(post quad.IRI) (tenure.Seat, error) { return t.seats.seat(post) }

// Statements read holdings, less those that a correction calls wrong.
func (t *Tenures) Statements(holdings []quad.IRI) (said []tenure.Statement, err error) {
	slices.Sort(holdings)
	for _, h := range slices.Compact(holdings) {
		if t.Corrected.Wrong[h] {
			continue
		}
		s, err := t.Statement(h)
		if err != nil {
			return nil, err
		}
		if s.Person != "" {
			said = append(said, s)
		}
	}
	return said, nil
}

// Lives are the lives of persons, as far as they are known.
func (t *Tenures) Lives(said []tenure.Statement) (map[string]tenure.Span, error) {
	out := map[string]tenure.Span{}
	for _, s := range said {
		if _, known := out[s.Person]; known {
			continue
		}
		life, known := t.persons[s.Person]
		if !known {
			var err error
			if life, err = t.seats.days(quad.IRI(s.Person)); err != nil {
				return nil, err
			}
			t.persons[s.Person] = life
		}
		out[s.Person] = life
	}
	return out, nil
}

// OfPost are the statements on a post.
func (t *Tenures) OfPost(post quad.IRI) ([]tenure.Statement, error) {
	holdings, err := t.read.Subjects(vocab.PropPost, post, vocab.Derived)
	if err != nil {
		return nil, err
	}
	return t.Statements(holdings)
}

// Statement reads a holding.
func (t *Tenures) Statement(holding quad.IRI) (tenure.Statement, error) {
	h, err := t.read.stated(holding)
	if err != nil {
		return tenure.Statement{}, err
	}
	s := tenure.Statement{ID: string(holding), Source: string(h.article), Status: h.status, From: h.from, To: h.to, AsOf: h.asOf, Again: h.again, Confidence: h.confidence}
	if h.article != "" {
		a, err := t.read.article(h.article)
		if err != nil {
			return s, err
		}
		event := h.status == record.Starts || h.status == record.Ends
		s.Nearly, s.Event = a.nearly, event && a.own || s.ReportedBy(a.published)
	}
	if h.mention != "" {
		persons, err := t.read.Objects(h.mention, vocab.PropSpecializationOf)
		if err != nil {
			return s, err
		}
		for _, p := range persons {
			s.Person = string(p.(quad.IRI))
		}
	}
	if h.term != "" {
		if s.Won, err = t.seats.term(h.term); err != nil {
			return s, err
		}
	}
	t.Corrected.correct(holding, &s.Status, &s.From, &s.To, &s.AsOf)
	return s, nil
}

// tenureQuads writes down what was worked out of a unit.
func tenureQuads(unit string, post quad.IRI, said []tenure.Statement, r tenure.Result) (out []quad.Quad) {
	say := func(s, p quad.IRI, o quad.Value) {
		if o != nil {
			out = append(out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: vocab.Derived})
		}
	}
	holder := map[string]quad.IRI{}
	for _, s := range said {
		holder[s.ID] = quad.IRI(s.Person)
	}
	count := map[string]int{}
	seat := []string{vocab.LocalName(post)}
	if article, _, own := strings.Cut(string(post), "#"); own { // another post in each article
		seat = []string{vocab.LocalName(quad.IRI(article)), vocab.LocalName(post)}
	}
	node := func(person string, n int) quad.IRI {
		return vocab.ThingIRI("tenure", append(slices.Clone(seat), vocab.LocalName(quad.IRI(person)), strconv.Itoa(n))...)
	}
	for _, t := range r.Tenures {
		count[t.Person]++
		n := count[t.Person]
		it := node(t.Person, n)
		say(it, vocab.PropType, vocab.ClassTenure)
		say(it, vocab.PropType, vocab.ClassTimeSpan)
		say(it, vocab.PropSeat, post)
		say(it, vocab.PropHolder, quad.IRI(t.Person))
		say(it, vocab.PropUnit, quad.String(unit))
		if t.Continues {
			say(it, vocab.PropContinues, node(t.Person, n-1))
		}
		say(it, vocab.PropSure, vocab.SureIRI(string(t.Sure)))
		for i, b := range t.Bounds {
			say(it, vocab.BoundProperties[i].Day, vocab.Date(b.Day))
			if b.Reason != nil {
				for _, cause := range []string{b.Reason.Root().Statement, b.Reason.Root().Cause} {
					if cause != "" {
						say(it, vocab.BoundProperties[i].Why, quad.IRI(cause))
					}
				}
			}
		}
		for _, s := range t.Statements {
			say(it, vocab.PropDerivedFrom, quad.IRI(s))
		}
	}
	for i, c := range r.Conflicts {
		_, name, _ := strings.Cut(unit, " ")
		it := vocab.ThingIRI("contradiction", append(slices.Clone(seat), name, strconv.Itoa(i+1))...)
		say(it, vocab.PropType, vocab.ClassContradiction)
		say(it, vocab.PropKind, quad.String(c.Kind))
		say(it, vocab.PropAbout, post)
		say(it, vocab.PropUnit, quad.String(unit))
		for _, s := range c.Statements {
			say(it, vocab.PropDerivedFrom, quad.IRI(s))
			say(it, vocab.PropAbout, holder[s])
		}
		for _, s := range c.Beside {
			say(it, vocab.PropOutvotedBy, quad.IRI(s))
			say(it, vocab.PropAbout, holder[s])
		}
		for _, cause := range c.Causes {
			say(it, vocab.PropCause, quad.IRI(cause))
		}
	}
	return out
}
