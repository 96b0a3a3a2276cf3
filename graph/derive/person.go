package derive

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Persons are told apart by name and circumstances. Mentions of one name in several articles are of
// one person when they share a post or an organisation, or when the circumstances agree: the year of
// birth or the home, offices of the same level or of neighbouring levels in one province, or offices
// of the centre. They are of two persons when they cannot be of one: two articles no more than
// sameWeek days apart have the name in the same seat of two places, a seat that takes a whole person;
// or they share no post, and were born in different years, or one was in office when the other was
// dead or not born. Where neither holds they are candidates: persons of their own with the same name,
// not merged, for somebody to decide (corrections.go).

// sameWeek is how near two sightings in two such seats have to be for a transfer not to explain them.
const sameWeek = 7

type personDeriver struct {
	read        HoldingReader
	corrections *Corrections
	places      map[quad.IRI]seatPlace // organisation -> where it is
}

// seatPlace is the place of an organisation, its level (the first letter of the place's id) and the
// name of the province; or that it is of the centre.
type seatPlace struct {
	place, level, province string
	central                bool
}

// mention is what one article says of a person.
type mention struct {
	node     quad.IRI
	holdings []quad.IRI
	posts    []quad.IRI
	seats    []seat
	ties     []tie

	born, died  record.Date
	first, last record.Date // of the days on which the person is said to hold a post, or to take it up
}

// tie is something that mentions of one person have in common, the stronger the lower its rank.
type tie struct {
	rank int
	what string
}

// The ranks of ties.
const (
	tieDecided = iota // somebody said so
	tiePost
	tieOrganization
	tieBirth
	tieProvince
	tieCentre
)

// Seat is a head's post on a day.
type seat struct {
	title string
	at    seatPlace
	on    record.Date
}

func (p *personDeriver) derive(name string) ([]quad.Quad, error) {
	nodes, err := p.read.Subjects(vocab.PropName, vocab.Vietnamese(name), vocab.Derived)
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
	return p.persons(name, mentions), nil
}

// Persons are the quads of the persons to whom mentions belong. One person of a name has it for an
// IRI; so has the one of whom anything is known that could tie others to it. Else each has a post, or
// the article, to be told by.
func (p *personDeriver) persons(name string, mentions []mention) []quad.Quad {
	groups, different := p.groups(mentions)
	tied := 0
	for _, g := range groups {
		if hasTies(g) {
			tied++
		}
	}
	var out []quad.Quad
	nodes := make([]quad.IRI, len(groups))
	for i, g := range groups {
		nodes[i] = vocab.ThingIRI("person", name)
		if len(groups) > 1 && (tied != 1 || !hasTies(g)) {
			nodes[i] = vocab.ThingIRI("person", name+" ("+qualifier(g)+")")
		}
		for n := 2; slices.Contains(nodes[:i], nodes[i]); n++ { // two whom somebody told apart in one post
			nodes[i] = vocab.ThingIRI("person", name+" ("+qualifier(g)+", "+strconv.Itoa(n)+")")
		}
		out = append(out, personQuads(nodes[i], name, g)...)
	}
	for _, d := range different {
		for _, pair := range [2][2]quad.IRI{{nodes[d[0]], nodes[d[1]]}, {nodes[d[1]], nodes[d[0]]}} {
			out = append(out, quad.Quad{Subject: pair[0], Predicate: vocab.PropDifferentFrom, Object: pair[1], Label: vocab.Derived})
		}
	}
	return out
}

func hasTies(group []mention) bool {
	return slices.ContainsFunc(group, func(m mention) bool { return len(m.ties) > 0 })
}

func personQuads(node quad.IRI, name string, mentions []mention) []quad.Quad {
	var out []quad.Quad
	say := func(s, p quad.IRI, o quad.Value) {
		if o != nil {
			out = append(out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: vocab.Derived})
		}
	}
	say(node, vocab.PropType, vocab.ClassPerson)
	say(node, vocab.PropName, vocab.Vietnamese(name))
	say(node, vocab.PropPrefLabel, vocab.Vietnamese(name))
	say(node, vocab.PropKey, quad.String(vocab.Key(name)))
	say(node, vocab.PropBirthDate, agreed(mentions, func(m mention) record.Date { return m.born }))
	say(node, vocab.PropDeathDate, agreed(mentions, func(m mention) record.Date { return m.died }))
	for _, m := range mentions {
		say(m.node, vocab.PropSpecializationOf, node)
		for _, h := range m.holdings {
			say(node, vocab.PropHasMembership, h)
		}
	}
	return out
}

// agreed is the date that most mentions give, of those the most precise, and of those the earliest.
func agreed(mentions []mention, of func(mention) record.Date) quad.Value {
	votes := map[record.Date]int{}
	for _, m := range mentions {
		if d := of(m); !d.IsZero() {
			votes[d]++
		}
	}
	if len(votes) == 0 {
		return nil
	}
	return vocab.Date(slices.MinFunc(slices.Collect(maps.Keys(votes)), func(a, b record.Date) int {
		return cmp.Or(votes[b]-votes[a], len(b.String())-len(a.String()), a.Compare(b))
	}))
}

// mention reads what an article says of a person.
func (p *personDeriver) mention(node quad.IRI) (mention, error) {
	m := mention{node: node}
	var err error
	if m.holdings, err = p.read.Subjects(vocab.PropMember, node, vocab.Derived); err != nil {
		return m, err
	}
	slices.Sort(m.holdings)
	for _, h := range m.holdings {
		if err := p.holding(&m, h); err != nil {
			return m, err
		}
	}
	slices.Sort(m.posts)
	quads, err := p.read.All(quad.Subject, node)
	if err != nil {
		return m, err
	}
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropBirthDate:
			m.born = vocab.DateOf(q.Object)
			m.ties = append(m.ties, tie{tieBirth, strconv.Itoa(m.born.Year)})
		case vocab.PropDeathDate:
			m.died = vocab.DateOf(q.Object)
		case vocab.PropBirthPlace:
			m.ties = append(m.ties, tie{tieBirth, quad.StringOf(q.Object)})
		}
	}
	for _, d := range p.corrections.same[node] {
		m.ties = append(m.ties, tie{tieDecided, d})
	}
	return m, nil
}

func (p *personDeriver) holding(m *mention, holding quad.IRI) error {
	if p.corrections.Wrong[holding] {
		return nil
	}
	h, err := p.read.stated(holding)
	if err != nil {
		return err
	}
	post, org := h.post(), h.organization
	s := seat{title: string(h.role), on: h.asOf}
	holds := h.status == record.Holds
	if post != "" {
		m.posts = append(m.posts, post)
	}
	if on := s.on; (holds || h.status == record.Starts) && !on.IsZero() {
		if m.first.IsZero() || on.Compare(m.first) < 0 {
			m.first = on
		}
		if on.Compare(m.last) > 0 {
			m.last = on
		}
	}
	if post == "" || org == "" || strings.Contains(string(org), "#") {
		return nil
	}
	if s.at, err = p.placeOf(org); err != nil {
		return err
	}
	head, err := p.read.exclusive(post)
	if err != nil {
		return err
	}
	m.ties = append(m.ties, tie{tiePost, string(post)}, tie{tieOrganization, string(org)})
	m.ties = append(m.ties, s.at.ties()...)
	if holds && s.on.Day != 0 && head && s.at.place != "" {
		m.seats = append(m.seats, s)
	}
	return nil
}

// ties are what an office in a place has in common with others.
func (at seatPlace) ties() (out []tie) {
	if at.place != "" { // the number of the statistics office stays when a unit is moved or renamed
		unit, _, _ := strings.Cut(at.place, ".")
		out = append(out, tie{tieOrganization, unit})
	}
	upper, lower := tie{tieProvince, at.province + " upper"}, tie{tieProvince, at.province + " lower"}
	switch {
	case at.central:
		return append(out, tie{tieCentre, ""})
	case at.province == "":
		return out
	case at.level == "P":
		return append(out, upper)
	case at.level == "D":
		return append(out, upper, lower)
	}
	return append(out, lower)
}

func (p *personDeriver) placeOf(org quad.IRI) (seatPlace, error) {
	if at, known := p.places[org]; known {
		return at, nil
	}
	var at seatPlace
	quads, err := p.read.Labelled(org, vocab.Reference)
	if err != nil {
		return at, err
	}
	var units []quad.Value
	for _, q := range quads {
		switch q.Predicate {
		case vocab.PropAreaServed:
			units = append(units, q.Object)
		case vocab.PropKind:
			at.central = vocab.Words(q.Object) == statement.CentralKind
		}
	}
	for _, u := range units {
		unit, _ := u.(quad.IRI)
		ids, err := p.read.Objects(unit, vocab.PropIdentifier)
		if err != nil {
			return at, err
		}
		for _, id := range ids {
			if text := vocab.Words(id); text != "" && (at.place == "" || text < at.place) {
				at.place, at.level = text, text[:1]
			}
		}
		if at.province, err = p.provinceOf(unit); err != nil {
			return at, err
		}
	}
	p.places[org] = at
	return at, nil
}

// provinceOf is the name of the province in which a unit lies.
func (p *personDeriver) provinceOf(unit quad.IRI) (string, error) {
	for range 4 { // a list that goes in a circle must not hang us
		above, err := p.read.Objects(unit, vocab.PropContainedIn)
		if err != nil {
			return "", err
		}
		if len(above) == 0 {
			break
		}
		unit, _ = above[0].(quad.IRI)
	}
	t, err := p.read.Thing(unit)
	return t.Label, err
}

// groups divides mentions of one name, in the order of their IRIs, into persons, and gives the pairs
// of persons that cannot be one.
func (p *personDeriver) groups(mentions []mention) (groups [][]mention, different [][2]int) {
	apart := p.apart(mentions)
	of := make([]int, len(mentions)) // mention -> the first mention of its group
	for i := range of {
		of[i] = i
	}
	join := func(a, b int) {
		a, b = min(of[a], of[b]), max(of[a], of[b])
		if a == b || slices.ContainsFunc(apart, func(pair [2]int) bool {
			x, y := of[pair[0]], of[pair[1]]
			return x == a && y == b || x == b && y == a
		}) {
			return
		}
		for i := range of {
			if of[i] == b {
				of[i] = a
			}
		}
	}
	for _, t := range sharedTies(mentions) {
		for _, i := range t[1:] {
			join(t[0], i)
		}
	}
	index := map[int]int{}
	for i, m := range mentions {
		if of[i] == i {
			index[i] = len(groups)
			groups = append(groups, nil)
		}
		groups[index[of[i]]] = append(groups[index[of[i]]], m)
	}
	for _, pair := range apart {
		a, b := index[of[pair[0]]], index[of[pair[1]]]
		if d := [2]int{min(a, b), max(a, b)}; a != b && !slices.Contains(different, d) {
			different = append(different, d)
		}
	}
	return groups, different
}

// sharedTies are the mentions that have a tie in common, for each tie, the strongest first.
func sharedTies(mentions []mention) (out [][]int) {
	with := map[tie][]int{}
	for i, m := range mentions {
		for _, t := range m.ties {
			if list := with[t]; len(list) == 0 || list[len(list)-1] != i {
				with[t] = append(list, i)
			}
		}
	}
	ties := slices.SortedFunc(maps.Keys(with), func(a, b tie) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.what, b.what))
	})
	for _, t := range ties {
		if len(with[t]) > 1 {
			out = append(out, with[t])
		}
	}
	return out
}

// apart are the pairs of mentions that cannot be of one person, or of which somebody said so.
func (p *personDeriver) apart(mentions []mention) (out [][2]int) {
	type place struct {
		mention int
		seat
	}
	var all []place
	at := map[quad.IRI]int{}
	for i, m := range mentions {
		at[m.node] = i
		for _, s := range m.seats {
			all = append(all, place{i, s})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.title, b.title), cmp.Compare(a.at.level, b.at.level), a.on.Compare(b.on))
	})
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.title != b.title || a.at.level != b.at.level || max(a.on.DaysTo(b.on), b.on.DaysTo(a.on)) > sameWeek {
				break
			}
			if a.at.place != b.at.place && a.mention != b.mention {
				out = append(out, [2]int{a.mention, b.mention})
			}
		}
	}
	for i, a := range mentions {
		for j, b := range mentions[:i] {
			if (otherBirth(a, b) || outlived(a, b) || outlived(b, a)) &&
				!slices.ContainsFunc(a.posts, func(post quad.IRI) bool { return slices.Contains(b.posts, post) }) {
				out = append(out, [2]int{j, i})
			}
		}
	}
	for _, pair := range p.corrections.different {
		a, known := at[pair[0]]
		b, too := at[pair[1]]
		if known && too {
			out = append(out, [2]int{a, b})
		}
	}
	return out
}

// otherBirth reports two years of birth.
func otherBirth(a, b mention) bool {
	return !a.born.IsZero() && !b.born.IsZero() && a.born.Year != b.born.Year
}

// outlived reports that one was in office after the other's death, or before the other's birth.
func outlived(a, b mention) bool {
	return !a.died.IsZero() && !b.first.IsZero() && b.last.First().Compare(a.died.Last()) > 0 ||
		!a.born.IsZero() && !b.first.IsZero() && b.first.Last().Compare(a.born.First()) < 0
}

// qualifier tells one of several persons of a name from the others: the first post of the first of
// its mentions that is known across articles, or else the article.
func qualifier(group []mention) string {
	for _, m := range group {
		for _, post := range m.posts {
			if !strings.Contains(string(post), "#") {
				return vocab.LocalName(post)
			}
		}
	}
	article, _, _ := strings.Cut(string(group[0].node), "#")
	return vocab.LocalName(quad.IRI(article))
}
