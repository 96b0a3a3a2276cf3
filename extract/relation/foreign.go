package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// foreigner reports whether a claim gives a post of the centre to a name that is not of Việt Nam: one without a surname
// and without the marks of its writing, one of words that are no syllables, or one that begins with a country.
func (p *Page) foreigner(c claim) bool {
	if p.atHome(c.post.Org) || c.post.Org.OfParty() {
		return false
	}
	if _, country := p.Lists.Foreign.Find(p.Toks, c.who.I); country > 1 && country < c.who.J-c.who.I {
		return true // "Hoa Kỳ John Baker"
	}
	if c.post.Title.Body == "" && c.post.Title.Unit != gazetteer.Ministry && !c.post.Org.Centre() || gazetteer.OwnMarks(c.who.Who.Name) {
		return false
	}
	name := p.Words(c.who.Who.Name)
	_, surname := p.Lists.Surnames.Find(name, 0)
	plain := gazetteer.StripMarks(c.who.Who.Name) == c.who.Who.Name
	unlisted := surname == 0 && plain && (len(name) > 1 || len(name) == 1 && !p.Lists.Given[name[0].Fold])
	return unlisted || foreignSpelling(c.who.Who.Name, surname > 0)
}

// foreignSpelling reports whether a name has a word that is no syllable of Vietnamese, and none with marks that only
// languages of Việt Nam have: "Miguel Díaz", "Kim Jong Un", and not "Kpă Thuyn". Behind a surname of Việt Nam it takes
// a letter that its languages do not write: "Y Pah" is of the Central Highlands.
func foreignSpelling(name string, surname bool) bool {
	if gazetteer.OwnMarks(name) || strings.ContainsAny(name, "'’") {
		return false
	}
	words := strings.Fields(name)
	if surname {
		return strings.ContainsAny(strings.ToLower(name), "fjwz")
	}
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return len(w) > 1 && !gazetteer.Syllable(w) })
}

// atHome reports whether an organisation is one of a place in Việt Nam.
func (p *Page) atHome(o *mention.Org) bool {
	u := o.Place()
	return u != nil && u.Id != ""
}

// findAliens finds the people whose posts are all those of another state: to whom the document gives an office abroad
// anywhere and none in a place of Việt Nam; whom the list knows as such; everybody in a document that is only about
// other countries; and officers and ministers of the Republic of Việt Nam.
func (p *Page) findAliens(claims []claim) map[*mention.Person]bool {
	home := p.readsHome()
	south := p.isSouthern()
	aliens, own := map[*mention.Person]bool{}, map[*mention.Person]bool{}
	for _, c := range claims {
		who := c.who.Who
		switch {
		case p.atHome(c.post.Org) || c.post.Org.OfParty() && !home.none():
			own[who] = true
		case p.officeAbroad(c) || p.listedAlien(who.Name) || south && !c.post.Org.OfParty() || home.none() && p.abroad:
			aliens[who] = true
		}
	}
	for who := range own {
		delete(aliens, who)
	}
	return aliens
}

// officeAbroad reports whether the post of a claim is that of another state: it has its name in it or behind it.
func (p *Page) officeAbroad(c claim) bool {
	if !strings.HasPrefix(c.rule, "apposition") {
		return false
	}
	if c.post.Title.Family == "foreign" {
		return true
	}
	for i := c.post.I; i < min(len(p.Toks), c.post.J+4); i++ {
		if i >= c.post.J && !p.Toks[i].Upper() && !p.Lists.Words.ForeignSide.Has(p.Toks[i]) {
			break
		}
		if kind, n := p.Lists.Foreign.Find(p.Toks, i); n > 0 && p.Toks[i].Upper() && (kind == "regime" || c.post.Org.Out() && kind != "body" && i < c.post.J) {
			return true
		}
	}
	return false
}

// listedAlien reports whether a name is one that the list has as that of a head of another state.
func (p *Page) listedAlien(name string) bool {
	words := p.Words(name)
	what, n := p.Lists.Things.Find(words, 0)
	return n == len(words) && what == "abroad"
}

// standing counts what a document names: other countries, Việt Nam and its places, the Republic of Việt Nam.
type standing struct{ foreign, home, regime int }

// none reports whether a document names nothing of Việt Nam.
func (s standing) none() bool { return s.home == 0 }

// readsHome counts the countries that a document names, and notes whether it is about another one: it names
// countries far more often than Việt Nam and its places.
func (p *Page) readsHome() standing {
	s := standing{home: len(p.Anchors)}
	k := 0
	for i := 0; i < len(p.Toks); i++ {
		for k < len(p.Items) && (p.Items[k].J <= i || p.Items[k].Person == nil) {
			k++
		}
		if k < len(p.Items) && p.Items[k].I <= i {
			i = p.Items[k].J - 1 // a man called Đức is no Germany
			continue
		}
		if !p.Toks[i].Upper() && !p.Is(i, gazetteer.OfVietnam|gazetteer.OfCountry) {
			continue
		}
		switch kind, n := p.Lists.Foreign.Find(p.Toks, i); {
		case n > 0 && kind == "regime":
			s.regime++
			p.southernHead = p.southernHead || p.SentOf[i] < 3
			p.southernTitle = p.southernTitle || p.SentOf[i] == 0
			i += n - 1
		case n > 0 && p.Toks[i].Upper():
			s.foreign++
			i += n - 1
		case p.Is(i, gazetteer.OfVietnam) && p.Next(i+1, len(p.Toks), "nam"):
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
func (p *Page) isSouthern() bool {
	if p.southern == 0 {
		return false
	}
	if p.Encyclopedia && p.southernTitle {
		return true
	}
	own := 0
	for i := range p.Toks {
		if p.Toks[i].Norm == "Đảng" || p.Lists.Words.OwnSide.Has(p.Toks[i]) {
			own++
		}
	}
	return p.southern > own && (p.southern >= minSouthern || p.southernHead)
}

// minSouthern is the number of times from which a document that names the other side too is about that state.
const minSouthern = 3
