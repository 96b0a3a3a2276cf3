package mention

import "github.com/nhiemky/nhiemky/extract/record"

// current is the unit of a kind that a post at token at is of where the nearest named before, u, was no more when the document was
// published: the bare "Tỉnh ủy" of those who attend a funeral of 2016 is none of the Sông Bé of the life told above. It is nil
// where nothing else is named, or the sentence tells of the past.
func (p *Page) current(kind string, u *Unit, at int) *Unit {
	if !p.over(u) || !p.otherLine(u.I, at) || len(p.DatesIn(p.Sentences[p.SentOf[at]])) > 0 {
		return nil
	}
	if n := p.ItemFrom(at); n < len(p.Items) && p.Items[n].Post != nil && p.Items[n].Post.Status == record.Former {
		return nil
	}
	for _, main := range [3]*Unit{p.titleUnit(kind), p.mainUnit(kind), p.openingUnit(kind)} {
		if main != nil && !p.over(main) {
			return main
		}
	}
	for k := range p.Anchors {
		if a := p.Anchors[k]; a.at < at && p.completes(a, kind, at) && !p.over(a.unit) {
			return a.unit
		}
	}
	return nil
}

// over reports whether a unit had ended when the document was published.
func (p *Page) over(u *Unit) bool {
	end := p.Lists.EndOf(u.Kind, u.Name)
	return !end.IsZero() && !p.Published.IsZero() && !p.YearGuessed && end.Last().Compare(p.Published) < 0
}
