package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Person is a person with career, namesakes and companions.
type Person struct {
	Career
	Homes    []store.Thing // the units that the person is from
	Lives    []Life        // what articles say of birth, home and death
	SameName []Namesake    // others of the name
	Circles  []Circle      // organisations with those who served there at the same time
}

// Life is what one article says of birth, home and death.
type Life struct {
	Born, Died record.Date
	Home       store.Thing
	Passage    Passage
}

// Circle is an organisation in which a person served, with the others who were there for certain on
// some of the same days.
type Circle struct {
	Organization store.Thing
	People       []Companion
	Tenures      int  // number of tenures of others that were examined
	Many         bool // too many to examine: People is empty
}

// Companion is somebody who served at the same time.
type Companion struct {
	Person, Post store.Thing
	From, To     record.Date // days on which both certainly served
}

// maxCircle is the largest number of tenures of an organisation that are searched for companions.
const maxCircle = 300

// ReadPerson reads a person.
func ReadPerson(look *Look, node string) (p Person, err error) {
	l := newLooker(look)
	quads, err := l.About(node)
	if err != nil {
		return p, err
	}
	if p.Career, err = l.derivedCareer(node); err != nil {
		return p, err
	}
	if err := l.lives(&p); err != nil {
		return p, err
	}
	if err := l.namesakes(&p, objects(quads, vocab.PropDifferentFrom), text(quads, vocab.PropKey)); err != nil {
		return p, err
	}
	return p, l.circles(&p)
}

// lives reads what articles say of birth, home and death.
func (l looker) lives(p *Person) error {
	mentions, err := l.Linked(vocab.PropSpecializationOf, p.IRI)
	if err != nil {
		return err
	}
	for _, m := range mentions {
		quads, err := l.About(m)
		if err != nil {
			return err
		}
		var one Life
		for _, q := range quads {
			switch q.Predicate {
			case vocab.PropBirthDate:
				one.Born = vocab.DateOf(q.Object)
			case vocab.PropDeathDate:
				one.Died = vocab.DateOf(q.Object)
			case vocab.PropBirthPlace:
				one.Home, err = l.Thing(iri(q.Object))
				p.Homes = append(p.Homes, one.Home)
			case vocab.PropDerivedFrom:
				one.Passage, err = l.Passage(iri(q.Object))
			}
			if err != nil {
				return err
			}
		}
		if !one.Born.IsZero() || !one.Died.IsZero() || one.Home.IRI != "" {
			p.Lives = append(p.Lives, one)
		}
	}
	all := slices.Clone(p.Lives)
	p.Lives = slices.DeleteFunc(p.Lives, func(one Life) bool { // a year of birth where another article has the full date
		return one.Died.IsZero() && one.Home.IRI == "" && slices.ContainsFunc(all, func(o Life) bool {
			return o.Born != one.Born && strings.HasPrefix(o.Born.String(), one.Born.String())
		})
	})
	slices.SortFunc(p.Homes, func(a, b store.Thing) int { return strings.Compare(a.IRI, b.IRI) })
	p.Homes = slices.Compact(p.Homes)
	return nil
}

// namesakes are the other persons of the name.
func (l looker) namesakes(p *Person, different []string, key string) error {
	others, err := l.Keyed(key)
	if err != nil {
		return err
	}
	for _, o := range others {
		thing, err := l.Thing(o)
		if err != nil {
			return err
		}
		if o == p.IRI || thing.Label != p.Label {
			continue
		}
		n, err := l.namesake(o)
		if err != nil {
			return err
		}
		n.Different = slices.Contains(different, o)
		p.SameName = append(p.SameName, n)
	}
	return nil
}

// circles finds for each organisation those who served there at the same time.
func (l looker) circles(p *Person) error {
	index := map[string]int{}
	for _, t := range p.Tenures {
		org, err := l.organizationOf(t)
		if err != nil || org == "" {
			return err
		}
		at, known := index[org]
		if !known {
			at = len(p.Circles)
			index[org] = at
			thing, err := l.Thing(org)
			if err != nil {
				return err
			}
			p.Circles = append(p.Circles, Circle{Organization: thing})
		}
		if err := l.circle(&p.Circles[at], t); err != nil {
			return err
		}
	}
	for i := range p.Circles {
		c := &p.Circles[i]
		slices.SortFunc(c.People, func(a, b Companion) int {
			return cmp.Or(a.From.Compare(b.From), strings.Compare(a.Person.Label, b.Person.Label), strings.Compare(a.Post.Label, b.Post.Label))
		})
		c.People = slices.Compact(c.People)
	}
	p.Circles = slices.DeleteFunc(p.Circles, func(c Circle) bool { return len(c.People) == 0 && !c.Many })
	return nil
}

// organizationOf is the organisation of a tenure's post, "" without one.
func (l looker) organizationOf(t Tenure) (string, error) {
	quads, err := l.About(t.Seat.IRI)
	if err != nil {
		return "", err
	}
	for _, o := range objects(quads, vocab.PropPostIn) {
		return o, nil
	}
	return "", nil
}

// circle adds those who were in the organisation for certain on some day of a tenure.
func (l looker) circle(c *Circle, mine Tenure) error {
	from, to, sure := mine.Surely()
	if !sure || c.Many {
		return nil
	}
	posts, err := l.Linked(vocab.PropPostIn, c.Organization.IRI)
	if err != nil {
		return err
	}
	for _, post := range posts {
		times, err := l.Linked(vocab.PropSeat, post)
		if err != nil {
			return err
		}
		if c.Tenures += len(times); c.Tenures > maxCircle {
			c.Many, c.People = true, nil
			return nil
		}
		for _, n := range times {
			t, err := l.Tenure(n)
			if err != nil {
				return err
			}
			f, u, ok := Tenure{StoredTenure: t}.Surely()
			if !ok || t.Person == mine.Person || f.Compare(to) > 0 || from.Compare(u) > 0 {
				continue
			}
			c.People = append(c.People, Companion{t.Holder, t.Seat, later(f, from), sooner(u, to)})
		}
	}
	return nil
}

func later(a, b record.Date) record.Date {
	if a.Compare(b) > 0 {
		return a
	}
	return b
}

func sooner(a, b record.Date) record.Date {
	if a.Compare(b) < 0 {
		return a
	}
	return b
}
