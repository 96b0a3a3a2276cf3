package mention

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Identify joins the mentions of one person: a short form is the nearest person before (else after)
// whose name ends in it.
func (p *Page) Identify() {
	all, shorts := p.mentions()
	p.settleNames(all)
	c := cast{Page: p, known: map[string]*Person{}, called: map[string]*Person{}, ending: map[string][]int{}}
	for i, m := range all {
		if !m.Short {
			c.enter(all, i, shorts)
		}
	}
	for i, m := range all {
		if m.Short && m.Who == nil {
			m.Who = c.called[strings.ToLower(m.name)]
		}
		if m.Short && m.Who == nil {
			m.Who = p.fullest(all, i, c.ending[strings.ToLower(m.name)])
		}
		if m.Who == nil {
			m.Who = c.person(m.name)
			c.enterGiven(m)
		}
	}
	for k := range p.Items {
		if m := p.Items[k].Person; m != nil && m.J < p.Items[k].J {
			p.Items[k].J = m.J // a word that settleNames took off
		}
	}
	p.dropAliases()
}

// mentions are all mentions of people, in order, and whether some are less than a full name.
func (p *Page) mentions() (all []*Mention, shorts bool) {
	for k := range p.Items {
		if m := p.Items[k].Person; m != nil {
			all = append(all, m)
			shorts = shorts || m.Short
		}
	}
	return all, shorts
}

// cast is the people of a document while it is worked out who they are.
type cast struct {
	*Page
	known  map[string]*Person // by each of their names, in small letters
	called map[string]*Person // by another name that stands behind theirs
	ending map[string][]int   // the end of a name, from a word on -> mentions that have it, in order
}

// enter enters the full name of mention i, and another name that stands behind it.
func (c *cast) enter(all []*Mention, i int, shorts bool) {
	m := all[i]
	key := strings.ToLower(m.name)
	for name, more := key, shorts; more; {
		if _, name, more = strings.Cut(name, " "); more {
			c.ending[name] = append(c.ending[name], i)
		}
	}
	if m.alias && i > 0 && (c.known[key] == nil || c.called[key] == all[i-1].Who) && c.SentOf[m.I] == c.SentOf[all[i-1].I] {
		who := all[i-1].Who
		c.known[key] = who
		if who != nil && c.byBirthOrder(who.Name) && text.Count(m.name) > 2 {
			who.Name = m.name // "Bảy An (tức Nguyễn Văn An)"
		}
	}
	m.Who = c.person(m.name)
	c.enterGiven(m)
	if other := strings.ToLower(c.aliasBehind(m)); other != "" && c.known[other] == nil {
		c.known[other], c.called[other] = m.Who, m.Who
	}
}

// enterGiven enters what the person of a mention is called by whose given name stands first.
func (c *cast) enterGiven(m *Mention) {
	if given := givenFirst(strings.ToLower(m.name)); given != "" && c.known[given] == nil {
		c.known[given] = m.Who
	}
}

// givenFirst is what somebody is called by whose given name stands before that of the clan, in small letters, or "": the "h'loan" of
// "h'loan êban", the "y thih" of "y thih niê".
func givenFirst(name string) string {
	words := strings.Fields(name)
	mark := strings.Contains(words[0], "'")
	switch n := utf8.RuneCountInString(words[0]); {
	case mark && n > 2 && len(words) > 1:
		return words[0]
	case (n == 1 || mark) && len(words) > 2:
		return words[0] + " " + words[1]
	}
	return ""
}

// person is the one of that name, who is entered if nobody is.
func (c *cast) person(name string) *Person {
	key := strings.ToLower(name)
	if c.known[key] == nil {
		c.known[key] = &Person{Name: name}
		c.people = append(c.people, c.known[key])
	}
	return c.known[key]
}

// byBirthOrder reports whether a name is a given name behind the order of birth: "Bảy An".
func (p *Page) byBirthOrder(name string) bool {
	words := p.Words(name)
	return len(words) == 2 && p.Lists.Words.BirthOrder.Has(words[0])
}

// fullest finds whom the short form of mention i means, among the mentions whose names end in it: a man by
// "ông", a woman by "bà"; one who is only named as being replaced ("thay ông A") where nobody else can be
// meant.
func (p *Page) fullest(all []*Mention, i int, ending []int) *Person {
	means := func(m *Mention) bool { return p.Gender(m)*p.Gender(all[i]) >= 0 }
	var replaced *Person
	next, _ := slices.BinarySearch(ending, i)
	for n := next - 1; n >= 0; n-- {
		switch k := ending[n]; {
		case !means(all[k]):
		case all[k].Head > 0 && p.Lists.Words.Replaced.Has(p.Toks[all[k].Head-1]):
			if replaced == nil {
				replaced = all[k].Who
			}
		default:
			return all[k].Who
		}
	}
	if replaced != nil {
		return replaced
	}
	for _, k := range ending[next:] {
		if means(all[k]) {
			return all[k].Who
		}
	}
	return nil
}

// Gender is 1 for a woman and -1 for a man, by the form of address or the middle name Thị or Văn, and 0 when
// neither tells.
func (p *Page) Gender(m *Mention) int {
	for k := m.Head; k < m.I; k++ {
		if g := p.GenderOf(k); g != 0 {
			return g
		}
	}
	switch {
	case strings.Contains(m.name, " Thị "):
		return 1
	case strings.Contains(m.name, " Văn "):
		return -1
	}
	return 0
}

// GenderOf is the gender that the form of address at token i tells.
func (p *Page) GenderOf(i int) int {
	switch {
	case p.Lists.Words.Female.Has(p.Toks[i]):
		return 1
	case p.Lists.Words.Male.Has(p.Toks[i]):
		return -1
	}
	return 0
}
