package graph

import (
	"fmt"
	"slices"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/nhiemky/nhiemky/extract"
)

// Persons are told apart by name. Mentions of one name in several articles are one person unless
// something contradicts it. What can be seen of that today: two articles no more than sameWeek days
// apart have the name in the same seat of two places, a seat that takes a whole person (the head of
// a body of the same level). Then the name belongs to several persons: mentions that share a post
// stay together, the others are kept apart, and each person is named with a post.

// sameWeek is how near two sightings in two such seats have to be for a transfer not to explain them.
const sameWeek = 7

type personDeriver struct {
	read   reader
	places map[quad.IRI]seatPlace // organisation -> where it is
}

// seatPlace is the place of an organisation and its level: the first letter of the place's id.
type seatPlace struct{ place, level string }

// mention is what one article says of a person.
type mention struct {
	node     quad.IRI
	holdings []quad.IRI
	posts    []quad.IRI
	seats    []seat
}

// seat is a head's post on a day.
type seat struct {
	title string
	at    seatPlace
	on    extract.Date
}

func (p *personDeriver) derive(name string) ([]quad.Quad, error) {
	nodes, err := p.read.subjects(PropName, vi(name), Derived)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	var mentions []mention
	for _, node := range slices.Compact(nodes) {
		m, err := p.mention(node)
		if err != nil {
			return nil, err
		}
		mentions = append(mentions, m)
	}
	var out []quad.Quad
	groups := samePersons(mentions)
	for _, group := range groups {
		node := thing("person", name)
		if len(groups) > 1 {
			node = thing("person", name+" ("+qualifier(group)+")")
		}
		out = append(out, personQuads(node, name, group)...)
	}
	return out, nil
}

func personQuads(node quad.IRI, name string, mentions []mention) []quad.Quad {
	var out []quad.Quad
	say := func(s, p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: Derived})
	}
	say(node, PropType, ClassPerson)
	say(node, PropName, vi(name))
	say(node, PropPrefLabel, vi(name))
	say(node, PropKey, quad.String(Key(name)))
	for _, m := range mentions {
		say(m.node, PropSpecializationOf, node)
		for _, h := range m.holdings {
			say(node, PropHasMembership, h)
		}
	}
	return out
}

// mention reads what an article says of a person.
func (p *personDeriver) mention(node quad.IRI) (mention, error) {
	m := mention{node: node}
	var err error
	if m.holdings, err = p.read.subjects(PropMember, node, Derived); err != nil {
		return m, err
	}
	slices.Sort(m.holdings)
	for _, h := range m.holdings {
		if err := p.holding(&m, h); err != nil {
			return m, err
		}
	}
	slices.Sort(m.posts)
	return m, nil
}

func (p *personDeriver) holding(m *mention, holding quad.IRI) error {
	quads, err := p.read.all(quad.Subject, holding)
	if err != nil {
		return err
	}
	var post, org quad.IRI
	var s seat
	holds := false
	for _, q := range quads {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case PropPost:
			post = object
		case PropOrganization:
			org = object
		case PropRole:
			s.title = string(object)
		case PropAsOf:
			s.on = dateOf(q.Object)
		case PropStatus:
			holds = object == StatusIRI(extract.Holds)
		}
	}
	if post != "" {
		m.posts = append(m.posts, post)
	}
	if !holds || s.on.Day == 0 || post == "" || org == "" {
		return nil
	}
	exclusive, err := p.read.objects(post, PropExclusive)
	if err != nil || !slices.Contains(exclusive, boolean(true)) {
		return err
	}
	if s.at, err = p.placeOf(org); err == nil && s.at.place != "" {
		m.seats = append(m.seats, s)
	}
	return err
}

func (p *personDeriver) placeOf(org quad.IRI) (seatPlace, error) {
	if at, known := p.places[org]; known {
		return at, nil
	}
	var at seatPlace
	units, err := p.read.objects(org, PropAreaServed)
	if err != nil {
		return at, err
	}
	for _, u := range units {
		unit, _ := u.(quad.IRI)
		ids, err := p.read.objects(unit, PropIdentifier)
		if err != nil {
			return at, err
		}
		for _, id := range ids {
			if text := words(id); text != "" && (at.place == "" || text < at.place) {
				at = seatPlace{text, text[:1]}
			}
		}
	}
	p.places[org] = at
	return at, nil
}

// samePersons divides mentions of one name, in the order of their IRIs, into persons.
func samePersons(mentions []mention) [][]mention {
	contradicted := false
	for i, a := range mentions {
		for _, b := range mentions[:i] {
			contradicted = contradicted || contradict(a, b)
		}
	}
	if len(mentions) == 0 {
		return nil
	}
	if !contradicted {
		return [][]mention{mentions}
	}
	var groups [][]mention
	for _, m := range mentions {
		fits := func(g []mention) bool {
			return !slices.ContainsFunc(g, func(o mention) bool { return contradict(m, o) }) &&
				slices.ContainsFunc(g, func(o mention) bool { return shared(m.posts, o.posts) })
		}
		if i := slices.IndexFunc(groups, fits); i >= 0 {
			groups[i] = append(groups[i], m)
		} else {
			groups = append(groups, []mention{m})
		}
	}
	return groups
}

// contradict reports whether two mentions cannot be of one person.
func contradict(a, b mention) bool {
	for _, x := range a.seats {
		for _, y := range b.seats {
			if x.title == y.title && x.at.level == y.at.level && x.at.place != y.at.place && daysBetween(x.on, y.on) <= sameWeek {
				return true
			}
		}
	}
	return false
}

// daysBetween counts the days from one day to another, whichever is first.
func daysBetween(a, b extract.Date) int {
	day := func(d extract.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(day(a).Sub(day(b)).Abs().Hours() / 24)
}

func shared(a, b []quad.IRI) bool {
	return slices.ContainsFunc(a, func(x quad.IRI) bool { return slices.Contains(b, x) })
}

// qualifier tells one of several persons of a name from the others: the first post of the first of
// its mentions, by IRI, or else the article.
func qualifier(group []mention) string {
	for _, m := range group {
		if len(m.posts) > 0 {
			return localName(m.posts[0])
		}
	}
	return fmt.Sprint(group[0].node)
}
