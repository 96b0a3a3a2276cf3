package mention

import "github.com/nhiemky/nhiemky/extract/record"

// current is the unit of a kind that a post at token at is of where the nearest named before, u, was no more when the document was
// published: the bare "Tỉnh ủy" of those who attend a funeral of 2016 is none of the Sông Bé of the life told above. It is nil
// where the text is about no other, or the sentence tells of the past.
func (p *Page) current(kind string, u *Unit, at int) *Unit {
	if !p.over(u) || !p.otherLine(u.I, at) || len(p.DatesIn(p.Sentences[p.SentOf[at]])) > 0 {
		return nil
	}
	if n := p.ItemFrom(at); n < len(p.Items) && p.Items[n].Post != nil && p.Items[n].Post.Status == record.Former {
		return nil
	}
	for k := range p.Anchors { // the first is the one that the text is of
		if a := p.Anchors[k]; p.completes(a, kind, at) {
			if p.over(a.unit) || a.at > at {
				return nil
			}
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
