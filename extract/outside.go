package extract

import (
	"strings"
)

// foreigner reports whether a name has no surname of Việt Nam and no mark of its writing, or begins with a
// country: a minister of such a name is one of another government.
func (p *page) foreigner(m *mention) bool {
	name := p.words(m.who.name)
	_, surname := p.lists.surnames.find(name, 0)
	_, country := p.lists.foreign.find(name, 0)
	plain := stripMarks(m.who.name) == m.who.name
	return surname == 0 && plain && (len(name) > 1 || len(name) == 1 && !p.lists.given[name[0].Fold]) || country > 1
}

// isAbroad reports whether a document is about another country: it names countries far more often than Việt Nam and its
// places. The bodies of a centre that it names are then perhaps that country's.
func (p *page) isAbroad() bool {
	foreign, home := 0, len(p.anchors)
	for i := 0; i < len(p.toks); i++ {
		if !p.toks[i].Upper() && !p.is(i, homely) {
			continue
		}
		switch _, n := p.lists.foreign.find(p.toks, i); {
		case n > 0 && p.toks[i].Upper():
			foreign++
			i += n - 1
		case p.is(i, homely) && p.next(i+1, len(p.toks), "nam"):
			home++
		}
	}
	return foreign >= minForeign && foreign > 3*home
}

// minForeign is the number of times from which the countries that a document names tell what it is about.
const minForeign = 6

// placeholder reports whether a name is one of an example: "Nguyễn Văn A" in a text that says "ví dụ".
func (p *page) placeholder(name string) bool {
	words := strings.Fields(name)
	if len(words) < 3 || len(words[len(words)-1]) != 1 {
		return false
	}
	for i := range p.toks {
		if p.toks[i].Is("ví") && p.next(i+1, len(p.toks), "dụ") {
			return true
		}
	}
	return false
}

// loose reports whether an organisation is a department without the body that it is a part of.
func (o *org) loose() bool {
	if o == nil || o.kind == nil || o.named != nil || o.parent != nil || o.unit != nil || o.central || o.own != "" {
		return false
	}
	return o.kind.part
}

// amongOutside reports whether the nearest other body named in the sentence of token i, or in the one before it, is one
// whose posts are not recorded: a school, a hospital, a company.
func (p *page) amongOutside(i int) bool {
	n := p.itemFrom(i)
	outside := func(k int) (found, out bool) {
		it := p.items[k]
		o := it.org
		if it.post != nil && it.i != i {
			o = it.post.org
		}
		if o == nil || o.loose() {
			return false, false
		}
		return true, o.out()
	}
	for k := n + 1; k < len(p.items) && p.sentOf[p.items[k].i] == p.sentOf[i]; k++ {
		if found, out := outside(k); found {
			if out {
				return true
			}
			break
		}
	}
	for k := n - 1; k >= 0 && p.sentOf[i]-p.sentOf[p.items[k].i] <= 1; k-- {
		if found, out := outside(k); found {
			return out
		}
	}
	return false
}
