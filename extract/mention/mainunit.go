package mention

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// lastSentences is how many sentences back a unit may stand that completes a body of any kind.
const lastSentences = 2

// mainUnit is the unit of the kind that the document is about: most of what it names of the kind, and
// named at least four times.
func (p *Page) mainUnit(kind string) *Unit {
	return once(p.mainUnits, kind, p.findMainUnit)
}

// once is what is known of a kind, or else what find finds, which is known from then on.
func once(known map[string]*Unit, kind string, find func(string) *Unit) *Unit {
	u, ok := known[kind]
	if !ok {
		u = find(kind)
		known[kind] = u
	}
	return u
}

// findMainUnit finds the unit that the document is about, which a body without a place is of when nothing nearer is named.
func (p *Page) findMainUnit(kind string) *Unit {
	count := map[string]int{}
	total := 0
	var main *Unit
	for _, a := range p.Anchors {
		if a.weak || !Fits(a.unit, kind) || kind == "?" {
			continue
		}
		total++
		count[a.unit.Name]++
		if main == nil || count[a.unit.Name] > count[main.Name] {
			main = a.unit
		}
	}
	if main == nil || count[main.Name] < 4 || count[main.Name]*10 < total*7 {
		return nil
	}
	return main
}

// titleUnit is the unit of the kind that a page of an encyclopedia is about, "# Hà Nam Ninh", "# Đông Anh (huyện)", or nil.
func (p *Page) titleUnit(kind string) *Unit {
	if !p.Encyclopedia || kind == "?" || len(p.Items) == 0 || p.SentOf[p.Items[0].I] != 0 {
		return nil
	}
	if u := p.Items[0].Unit; u != nil && Fits(u, kind) {
		return u
	}
	return nil
}

// inHead reports whether token i stands in a heading or another short line: what follows may be of what it names.
func (p *Page) inHead(i int) bool {
	s := p.Sentences[p.SentOf[i]]
	return p.Toks[s.I].Is("#", "|") || s.J-s.I <= longestHead/2
}

// openingUnit is the only unit of the kind that the title and the opening sentences name, when they name it as that of a
// body and again, or the text names it twice more; else nil.
func (p *Page) openingUnit(kind string) *Unit {
	return once(p.openingUnits, kind, p.findOpeningUnit)
}

// findOpeningUnit looks for it in all that the text names.
func (p *Page) findOpeningUnit(kind string) *Unit {
	var only *Unit
	again := 0
	for _, a := range p.Anchors {
		opening := p.SentOf[a.at] < openingSentences
		switch {
		case a.weak || kind == "?" || !Fits(a.unit, kind):
			continue
		case opening && only == nil:
			only = a.unit
		case opening && only.Name != a.unit.Name && again < 2:
			return nil
		case only != nil && only.Name != a.unit.Name:
			continue
		case only != nil && only.Name == a.unit.Name:
			again++
		}
		if opening && a.body {
			again++
		}
	}
	if again < 2 {
		return nil
	}
	return only
}

// Rivals reports whether the text names another unit of the level of u: where there is none, it is plain which one a bare
// body is of.
func (p *Page) Rivals(u *Unit) bool {
	for _, a := range p.Anchors {
		if a.unit.Level == u.Level && a.unit.Name != u.Name {
			return true
		}
	}
	return false
}

// passing reports whether a unit is named only once, in another sentence than token at, and opens no
// piece of news ("Hà Tĩnh: …").
func (p *Page) passing(u *Unit, at int) bool {
	n := 0
	for _, a := range p.Anchors {
		if a.unit.Name != u.Name || a.unit.Kind != u.Kind {
			continue
		}
		n++
		s := p.Sentences[p.SentOf[a.at]]
		if p.SentOf[a.at] == p.SentOf[at] || a.at == s.I && p.Next(a.unit.J, s.J, ":", "-") {
			return false
		}
	}
	return n == 1
}

// otherLine reports whether a line ends between tokens i and j, far enough for them to be of other parts of the text.
func (p *Page) otherLine(i, j int) bool {
	for k := j; k > i && k > j-longestLine; k-- {
		if p.Toks[k].Breaks > 0 {
			return true
		}
	}
	return j-i >= longestLine
}

// longestLine is the number of tokens behind which a line is taken to have ended.
const longestLine = 300

// parentOfNamed finds the province of the districts that the text names, when they agree.
func (p *Page) parentOfNamed(kind string) *Unit {
	if kind != gazetteer.City && kind != gazetteer.Province && kind != "province" {
		return nil
	}
	if p.voters != len(p.Anchors) {
		p.voters, p.voted = len(p.Anchors), p.provinceOfMost()
	}
	pl, ok := p.Lists.Place(p.voted)
	if !ok {
		return nil
	}
	u := &Unit{Kind: pl.Kind, Level: 1, Name: pl.Name, Id: pl.ID}
	if pl.Kind != gazetteer.Province {
		u.Kind = gazetteer.City
	}
	if kind != "province" && u.Kind != kind {
		return nil
	}
	return u
}

// provinceOfMost is the id of the province in which most of the districts lie that the text names, "" for none.
func (p *Page) provinceOfMost() (best string) {
	votes := map[string]int{}
	for _, a := range p.Anchors {
		if a.weak || a.unit.Level != 2 {
			continue
		}
		for _, id := range p.parents(a.unit) {
			votes[id]++
		}
	}
	for id, n := range votes {
		if n > votes[best] || n == votes[best] && id < best {
			best = id
		}
	}
	return best
}

// parents are the ids of the provinces that have a unit of that kind and name, each once.
func (p *Page) parents(u *Unit) []string {
	var out []string
	seen := map[string]bool{}
	for _, i := range p.Lists.Written[u.Name] {
		pl := &p.Lists.PlaceList[i]
		if pl.ID[0] == 'D' && sameKind(pl.Kind, u.Kind) && !seen[pl.Parent] {
			seen[pl.Parent] = true
			out = append(out, pl.Parent)
		}
	}
	return out
}
