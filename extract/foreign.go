package extract

import (
	"slices"
	"strings"
)

// foreigner reports whether a claim gives a post of the centre to a name that is not of Việt Nam: one without a surname
// and without the marks of its writing, one of words that are no syllables, or one that begins with a country.
func (p *page) foreigner(c claim) bool {
	if p.atHome(c.post.org) || c.post.org.ofParty() {
		return false
	}
	if _, country := p.lists.foreign.find(p.toks, c.who.i); country > 1 && country < c.who.j-c.who.i {
		return true // "Hoa Kỳ John Baker"
	}
	if c.post.title.body == "" && c.post.title.unit != "Bộ" && !c.post.org.centre() || ownMarks(c.who.who.name) {
		return false
	}
	name := p.words(c.who.who.name)
	_, surname := p.lists.surnames.find(name, 0)
	plain := stripMarks(c.who.who.name) == c.who.who.name
	unlisted := surname == 0 && plain && (len(name) > 1 || len(name) == 1 && !p.lists.given[name[0].Fold])
	return unlisted || foreignSpelling(c.who.who.name, surname > 0)
}

// foreignSpelling reports whether a name has a word that is no syllable of Vietnamese, and none with marks that only
// languages of Việt Nam have: "Miguel Díaz", "Kim Jong Un", and not "Kpă Thuyn". Behind a surname of Việt Nam it takes
// a letter that its languages do not write: "Y Pah" is of the Central Highlands.
func foreignSpelling(name string, surname bool) bool {
	if ownMarks(name) || strings.ContainsAny(name, "'’") {
		return false
	}
	words := strings.Fields(name)
	if surname {
		return strings.ContainsAny(strings.ToLower(name), "fjwz")
	}
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return len(w) > 1 && !syllable(w) })
}

// atHome reports whether an organisation is one of a place in Việt Nam.
func (p *page) atHome(o *org) bool {
	u := o.place()
	return u != nil && u.id != ""
}

// findAliens finds the people whose posts are all those of another state: to whom the document gives an office abroad
// anywhere and none in a place of Việt Nam; whom the list knows as such; everybody in a document that is only about
// other countries; and officers and ministers of the Republic of Việt Nam.
func (p *page) findAliens(claims []claim) map[*person]bool {
	home := p.readsHome()
	south := p.isSouthern()
	aliens, own := map[*person]bool{}, map[*person]bool{}
	for _, c := range claims {
		who := c.who.who
		switch {
		case p.atHome(c.post.org) || c.post.org.ofParty() && !home.none():
			own[who] = true
		case p.officeAbroad(c) || p.listedAlien(who.name) || south && !c.post.org.ofParty() || home.none() && p.abroad:
			aliens[who] = true
		}
	}
	for who := range own {
		delete(aliens, who)
	}
	return aliens
}

// officeAbroad reports whether the post of a claim is that of another state: it has its name in it or behind it.
func (p *page) officeAbroad(c claim) bool {
	if !strings.HasPrefix(c.rule, "apposition") {
		return false
	}
	if c.post.title.family == "foreign" {
		return true
	}
	for i := c.post.i; i < min(len(p.toks), c.post.j+4); i++ {
		if i >= c.post.j && !p.toks[i].Upper() && !p.toks[i].Is("quân", "đội", "lực", "của", "nước", "chính", "quyền") {
			break
		}
		if kind, n := p.lists.foreign.find(p.toks, i); n > 0 && p.toks[i].Upper() && (kind == "regime" || c.post.org.out() && kind != "body" && i < c.post.j) {
			return true
		}
	}
	return false
}

// listedAlien reports whether a name is one that the list has as that of a head of another state.
func (p *page) listedAlien(name string) bool {
	words := p.words(name)
	what, n := p.lists.things.find(words, 0)
	return n == len(words) && what == "abroad"
}

// standing counts what a document names: other countries, Việt Nam and its places, the Republic of Việt Nam.
type standing struct{ foreign, home, regime int }

// none reports whether a document names nothing of Việt Nam.
func (s standing) none() bool { return s.home == 0 }

// readsHome counts the countries that a document names, and notes whether it is about another one: it names
// countries far more often than Việt Nam and its places.
func (p *page) readsHome() standing {
	s := standing{home: len(p.anchors)}
	k := 0
	for i := 0; i < len(p.toks); i++ {
		for k < len(p.items) && (p.items[k].j <= i || p.items[k].person == nil) {
			k++
		}
		if k < len(p.items) && p.items[k].i <= i {
			i = p.items[k].j - 1 // a man called Đức is no Germany
			continue
		}
		if !p.toks[i].Upper() && !p.is(i, homely|ofCountry) {
			continue
		}
		switch kind, n := p.lists.foreign.find(p.toks, i); {
		case n > 0 && kind == "regime":
			s.regime++
			p.southernHead = p.southernHead || p.sentOf[i] < 3
			i += n - 1
		case n > 0 && p.toks[i].Upper():
			s.foreign++
			i += n - 1
		case p.is(i, homely) && p.next(i+1, len(p.toks), "nam"):
			s.home++
		}
	}
	p.abroad = s.foreign >= minForeign && s.foreign > 3*s.home
	p.southern = s.regime
	return s
}

// minForeign is the number of times from which the countries that a document names tell what it is about.
const minForeign = 6

// isSouthern reports whether a document is about offices of the Republic of Việt Nam: it names that state more often
// than anything of the other side, and several times or at its head.
func (p *page) isSouthern() bool {
	if p.southern == 0 {
		return false
	}
	own := 0
	for i := range p.toks {
		if p.toks[i].Norm == "Đảng" || p.lists.words.OwnSide.has(p.toks[i]) {
			own++
		}
	}
	return p.southern > own && (p.southern >= minSouthern || p.southernHead)
}

// minSouthern is the number of times from which a document that names the other side too is about that state.
const minSouthern = 3
