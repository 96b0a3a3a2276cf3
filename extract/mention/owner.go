package mention

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Owner is the body that the page is about: the only one that its first line names, by its full name and with nobody, no
// post and no verb beside it: "TRUNG ĐOÀN 881 (ĐOÀN SÔNG CHẢY)", "Lịch sử Sở Công Thương Nghệ An"; else nil.
func (p *Page) Owner() *Org {
	if p.ownerKnown {
		return p.owner
	}
	p.ownerKnown = true
	if len(p.Sentences) == 0 || p.Own != nil {
		return nil
	}
	s := p.Sentences[0]
	if s.J-s.I > longestHead || s.J >= len(p.Toks) || p.Toks[s.J].Breaks == 0 || p.Toks[s.J-1].Kind == text.Punct && !p.Toks[s.J-1].Is(")", "\"") {
		return nil
	}
	for k := 0; k < len(p.Items) && p.Items[k].I < s.J; k++ {
		it := &p.Items[k]
		switch {
		case p.bracketAt(it.I) >= 0, it.Date != nil, it.Unit != nil:
		case it.Org == nil || p.owner != nil || it.Org.Generic() || it.Org.Bare != "" || it.Org.Taken:
			p.owner = nil
			return nil
		default:
			p.owner = it.Org
		}
	}
	return p.owner
}

// May reports whether a post can be one of an organisation by what its title says: a Chánh án is of a court, a Bí thư of a
// committee or a union that one leads, a Chủ tịch of a body of a place, a Chính ủy of the army.
func (o *Org) May(po *Post) bool {
	t := po.Title
	switch {
	case o == nil || o.Kind == nil || t.Family == "member" || t.Body != "":
		return false
	case t.Unit != "":
		return o.named(t.Unit)
	case slices.ContainsFunc(po.near, o.ofKind):
		return true
	}
	switch t.Family {
	case "party":
		return o.Committee() || o.Kind.Secretary
	case "chair":
		return o.chaired() || o.Kind.Branch == "mass" || o.Kind.Branch == "front"
	case "army":
		return o.Kind.Branch == "army"
	case "head", "deputy":
		return o.Kind.Branch == "state" && !o.chaired() && !o.Kind.Ministry && !o.Kind.Board
	}
	return false
}
