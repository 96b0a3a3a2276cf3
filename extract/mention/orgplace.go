package mention

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// readPlace reads the unit of an organisation at token j: with its kind, by name alone where the
// kind of body tells it, or kind alone, which leaves a need.
func (p *Page) readPlace(o *Org, j, end int) bool {
	if j >= end {
		return false
	}
	if u := p.ReadUnit(j, end); u != nil {
		p.setUnit(o, u)
		return true
	}
	kind := o.Kind.Unit
	if o.Kind.Glued && o.Kind.Place && UnitKinds[kind] {
		if p.beginsName(j, end) && !p.placeOfKind(j, end, kind) && !p.districtAlone(j, end) {
			if n := p.nameRun(j, end); n == 2 && p.linkBefore(o.I) && (j+n >= end || p.Toks[j+n].Is(",", ".", ";", "(")) {
				name := titleCase(p.Text.Join(j, j+n)) // "ông làm Bí thư Tỉnh ủy Hà Đông": whoever holds it is named before
				p.setUnit(o, &Unit{Span: document.Span{I: j, J: j + n}, Kind: kind, Level: p.levelOf(kind, name), Name: name})
				return true
			}
			return false
		}
		if name, n := p.readName(j, end, kind); n > 0 && (!p.personAhead(j, n, end, kind) || p.districtAlone(j, end)) {
			u := &Unit{Span: document.Span{I: j, J: j + n}, Kind: kind, Level: p.levelOf(kind, name), Name: name}
			p.doubleName(u, end)
			p.setUnit(o, u)
			return true
		}
		return false
	}
	if u := p.readBareProvince(j, end); u != nil && !p.fullNameAt(j, end) {
		p.setUnit(o, u)
		return true
	}
	if o.Kind.Unit == "" || o.Kind.Unit == "district" {
		if ids, n := p.Lists.Named.Find(p.Toks[:end], j); n > 1 && p.Toks[j].Upper() && !p.fullNameAt(j, end) {
			for _, id := range ids {
				if pl := p.Lists.PlaceList[id]; pl.ID[0] == 'D' {
					kind, _, _ := strings.Cut(pl.Kind, " thuộc")
					p.setUnit(o, &Unit{Span: document.Span{I: j, J: j + n}, Kind: kind, Level: 2, Name: pl.Name})
					return true
				}
			}
		}
	}
	return false
}

// linkBefore reports whether "làm", "là" or "giữ chức" leads to the post whose body begins at token i.
func (p *Page) linkBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if p.Lists.Words.PostLink.Has(p.Toks[k]) {
			return p.Lists.Words.IsOrDoes.Has(p.Toks[k]) || k > 0 && p.Lists.Words.Holds.Has(p.Toks[k-1])
		}
		if p.Toks[k].Kind != text.Word {
			return false
		}
	}
	return false
}

// placeOfKind reports whether the list has a unit of the kind by the words at token j.
func (p *Page) placeOfKind(j, end int, kind string) bool {
	ids, n := p.Lists.Named.Find(p.Toks[:end], j)
	return n > 0 && p.ofKind(ids, kind) >= 0
}

// districtAlone reports whether the words at token j are the name of a district, of whatever kind by now, and no more:
// "Huyện ủy Hà Tiên" is of a place that has become a town.
func (p *Page) districtAlone(j, end int) bool {
	ids, n := p.Lists.Named.Find(p.Toks[:end], j)
	if n < 2 || n != p.nameRun(j, end) {
		return false
	}
	return slices.ContainsFunc(ids, func(id int) bool { return p.Lists.PlaceList[id].ID[0] == 'D' })
}

// personAhead reports whether the n words at token j, read as the name of a unit that no list has,
// are more likely a person's.
func (p *Page) personAhead(j, n, end int, kind string) bool {
	return !p.placeOfKind(j, end, kind) && p.beginsName(j, end)
}

// levelOf is the level of a unit: 1 for a province or a city under the centre, 2 for a district, 3 for a commune.
func (p *Page) levelOf(kind, name string) int {
	switch kind {
	case gazetteer.Province:
		return 1
	case gazetteer.City:
		if p.Lists.Central[name] {
			return 1
		}
	}
	return 2
}

// setUnit gives the organisation its unit, or the need for one when the text has the kind alone.
func (p *Page) setUnit(o *Org, u *Unit) {
	o.J = u.J
	if u.Name == "" {
		o.Bare = u.Kind
		return
	}
	o.Unit = u
	if u.Level == 0 {
		u.Level = p.levelOf(u.Kind, u.Name)
	}
}

// need notes what kind of unit or body the context has to give: a kind or a level of unit, "?" for any, "committee" for a
// Party committee, "assembly" for a people's council, "ministry", "host" for a body with departments.
func (p *Page) need(o *Org) {
	needs := o.Kind.Needs
	if needs == "board" {
		needs = p.Lists.BoardOf[o.field]
	}
	switch {
	case o.Unit != nil || o.Parent != nil || o.central || o.Named != nil || needs == "none" || o.Kind.Apart && o.own != "":
	case o.Kind.Unit != "":
		o.Bare = o.Kind.Unit
	case needs == "party" || needs == "committee":
		o.Bare = "committee"
	case needs == "assembly":
		o.Bare = "assembly"
	case needs == "ministry" && o.field != "" && p.Lists.BoardOf[o.field] != "army":
		o.Bare = "ministry"
	case needs == "host" && p.knownField(o.field):
		o.Bare = "host"
	case (o.Kind.Place || o.Kind.Parent) && !o.Kind.Field, needs == "any" && (o.field == "" || o.Kind.Stands):
		o.Bare = "?"
	}
}
