package mention

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// SettlePlaces finds the id of every unit in the list of places: by kind and name, by the province
// that the document names most near, and by the day of the document.
func (p *Page) SettlePlaces() {
	province := map[string]bool{}
	for _, a := range p.Anchors {
		if a.unit.Level == 1 {
			province[a.unit.Name] = true
		}
	}
	seen := map[*Unit]bool{}
	for _, a := range p.Anchors {
		if !seen[a.unit] {
			seen[a.unit] = true
			p.settle(a.unit, province)
		}
	}
}

// settle finds the id of one unit.
func (p *Page) settle(u *Unit, province map[string]bool) {
	if u.Id != "" || u.Name == "" {
		return
	}
	best, score := "", -1
	count := 0
	for _, i := range p.Lists.ByName(p.Words(u.Name)) {
		pl := p.Lists.PlaceList[i]
		if !sameKind(pl.Kind, u.Kind) || gazetteer.Level(pl.ID) != u.Level && !(u.Kind == gazetteer.City && gazetteer.Level(pl.ID) <= 2) {
			continue
		}
		count++
		s := 0
		if prov := p.Lists.ProvinceOf(pl); province[prov] {
			s += 4
		}
		if gazetteer.Level(pl.ID) == u.Level {
			s += 2
		}
		if !p.Published.IsZero() && (pl.From.IsZero() || pl.From.Compare(p.Published) <= 0) && (pl.To.IsZero() || pl.To.Compare(p.Published) >= 0) {
			s++
		}
		if s > score {
			best, score = pl.ID, s
		}
	}
	if count > 0 && (score >= 4 || p.alone(u)) {
		u.Id = best
	}
}

// alone reports whether all units of that kind and name in the list are versions of one.
func (p *Page) alone(u *Unit) bool {
	code := ""
	for _, i := range p.Lists.ByName(p.Words(u.Name)) {
		pl := p.Lists.PlaceList[i]
		if !sameKind(pl.Kind, u.Kind) || gazetteer.Level(pl.ID) != u.Level {
			continue
		}
		c := pl.ID[:len(pl.ID)-2]
		if code != "" && c != code {
			return false
		}
		code = c
	}
	return true
}
