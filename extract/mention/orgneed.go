package mention

import (
	"cmp"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// complete gives an organisation what it needs from the context, and those that it is a part of too.
func (p *Page) complete(o *Org, at int) {
	for ; o != nil; o = o.Parent {
		if o.Kind == nil || o.Unit != nil || o.Parent != nil {
			continue
		}
		if o.Committee() && o.Generic() && p.fromPage(o, at) {
			return
		} else if o.partOf != nil {
			p.fromOfKind(o, at)
		} else if o.field == gazetteer.Ministry && o.Kind.Parent && p.ofMinistry(o, at) {
			continue
		} else if o.Kind.Again && o.Generic() {
			p.fromNamed(o, at)
		} else if o.Kind.Short && o.Generic() {
			p.fromLonger(o, at)
			return
		} else if o.Bare != "" {
			p.fillNeed(o, at)
		} else if o.Generic() && o.Kind.Parent && o.Kind.Field && !o.Committee() && p.titleHost() != nil {
			o.Parent, o.Bare, o.Taken = p.titleHost(), "", true // "Chánh Văn phòng" below "SỞ NỘI VỤ TỈNH LÀO CAI"
		} else if o.field != "" && o.Kind.Part && !o.central {
			if p.fromOnlyNamed(o, at); o.Parent == nil && o.Unit == nil && o.Kind.Needs == "host" && p.titleHost() != nil {
				o.Parent, o.Taken = p.titleHost(), true
			}
		}
	}
}

// fromOfKind gives a committee the body that the text has named last of the kind that it is of: "Bí thư Đảng ủy Sở" where
// the text is about the Sở Y tế.
func (p *Page) fromOfKind(o *Org, at int) {
	of := &Org{Kind: o.partOf}
	if q := p.sameKindNamed(of, at); q != nil && p.SentOf[q.I] <= p.SentOf[at] && p.fromNamed(of, at) {
		o.Parent, o.Bare, o.Taken = of, "", of.Taken
	}
}

// fillNeed gives an organisation what it needs.
func (p *Page) fillNeed(o *Org, at int) {
	if u := p.unitOverBody(o, at); u != nil {
		o.Unit = u
		return
	}
	switch o.Bare {
	case "committee":
		if c := p.unionOfCommission(o, at); c != nil {
			o.Parent, o.Bare = c, ""
			return
		}
		if c := cmp.Or(p.committeeFrom(at), p.onlyCommittee()); c != nil && !c.within(o) && !c.deep() {
			o.Parent, o.Bare = c, ""
		}
		return
	case "assembly", "ministry":
		p.completePart(o, at)
		return
	case "host":
		p.completeHosted(o, at)
		return
	}
	if o.Kind.Board && o.Bare == "?" {
		p.completeBoard(o, at)
		return
	}
	if o.Kind.Side && o.field == "" {
		if u := p.leadUnit(o, at); u != nil {
			o.Unit = u
			return
		}
		if (!UnitKinds[o.Bare] || p.namedLater(o, at)) && p.fromNamed(o, at) {
			return // and not the Đảng ủy of a people's committee for "Bí thư Đảng ủy phường"
		}
	}
	if p.sameUnion(o, at) {
		return
	}
	if n := p.ItemFrom(at); o.Bare == "?" && o.Committee() && n < len(p.Items) {
		if q := p.ownCommittee(n); q != nil && q != o {
			o.Unit, o.Bare, o.Taken = q.Unit, "", true
			return
		}
	}
	if o.Bare == "?" && p.asBefore(o, at) {
		return
	}
	if u := p.nearest(o.Bare, at); u != nil && !p.communeByTheWay(o, u, at) {
		o.Unit, o.Taken = u, p.SentOf[u.I] != p.SentOf[at]
	} else if o.Bare == "?" && o.Kind.Proper {
		p.fromNamed(o, at) // "Phó Chủ tịch Ủy ban kháng chiến hành chính Liên khu ấy"
	} else if o.Bare == "?" && o.seatOfPower() && !p.Encyclopedia {
		o.Unit = cmp.Or(p.headUnit(), p.onlyUnit(at), p.titleOnly())
		o.Taken = true
	}
}

// communeByTheWay reports whether a Đảng ủy of which the text does not say that it is one of a commune would take unit u, a commune
// that only passes by: where somebody was born, or where an office has its seat. Near the commune, below a line of its own and in a text that names a
// body of a commune it is the one of the commune.
func (p *Page) communeByTheWay(o *Org, u *Unit, at int) bool {
	if o.Bare != "commune" || u.Level != 3 {
		return false
	}
	if d := p.SentOf[at] - p.SentOf[u.I]; d == 0 || d > 0 && d <= lastSentences && !p.Encyclopedia || p.communes {
		return false
	}
	s := p.Sentences[p.SentOf[u.I]]
	return p.Toks[s.I].Is("|") || s.J-s.I > longestHead/2
}

// asBefore gives a body in a bracket the unit that it has before the bracket with the same post: "ông A, Chánh Văn phòng UBND
// tỉnh (được bổ nhiệm Chánh Văn phòng UBND ngày 7/6)".
func (p *Page) asBefore(o *Org, at int) bool {
	n := p.ItemFrom(at)
	if n >= len(p.Items) || p.Items[n].Post == nil {
		return false
	}
	s := p.Sentences[p.SentOf[at]]
	if !p.InBracket(p.Items[n].I, s) {
		return false
	}
	for k := n - 1; k >= 0 && p.Items[k].I >= s.I; k-- {
		po := p.Items[k].Post
		if po == nil || p.InBracket(po.I, s) {
			continue
		}
		if po.Name != p.Items[n].Post.Name {
			return false
		}
		for q := po.Org; q != nil; q = q.Parent {
			if q != o && q.Kind == o.Kind && q.Unit != nil {
				o.Unit, o.Bare = q.Unit, ""
				return true
			}
		}
		return false
	}
	return false
}

// namedLater reports whether the body of the kind of o that the text has named last is of a unit of the level that o is of, and no such
// unit is named after it and before token at.
func (p *Page) namedLater(o *Org, at int) bool {
	q := p.sameKindNamed(o, at)
	if q == nil || q.Unit == nil || q.Unit.Kind != o.Bare {
		return false
	}
	u := p.nearest(o.Bare, at)
	return u == nil || u.I > at || u.I <= q.J
}

// leadUnit is the unit of the level of o that stands by itself before token at in the same sentence: "Riêng tại xã Nhật
// Tân, ông Nam vẫn là Bí thư Đảng ủy".
func (p *Page) leadUnit(o *Org, at int) *Unit {
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[at]; n-- {
		u := p.Items[n].Unit
		if u == nil {
			if q := p.Items[n].body(); q != nil && q.Kind == o.Kind {
				return nil // the other committee of the sentence
			}
			continue
		}
		if u.Name != "" && Fits(u, o.Kind.Unit) && !p.inPassing(p.Items[n].I) && !p.apart(n, at) {
			return u
		}
	}
	return nil
}

// fromNamed gives a bare organisation the name of the one of its kind that the text has told in full, and reports
// whether there is one: "Tư lệnh Quân khu" is of the one that the text is about.
func (p *Page) fromNamed(o *Org, at int) bool {
	q := p.sameKindNamed(o, at)
	if q == nil || q.within(o) || q.deep() {
		return false
	}
	if q.Named != nil {
		o.Named, o.Kind = q.Named, nil
	}
	o.Parent, o.Unit, o.field, o.own, o.Bare = q.Parent, q.Unit, q.field, q.own, q.Bare
	back := p.SentOf[at] - p.SentOf[q.I]
	o.Taken = back < 0 || back > farSentences
	return true
}

// farSentences is how many sentences back a body may be told in full without a doubt that it is the one.
const farSentences = 8

// completePart gives a board of a people's council (Ban Pháp chế), or a part of a ministry (Vụ Pháp chế), the council or
// the ministry that the text names nearest: of the same or the last sentences for a ministry, anywhere for a council.
func (p *Page) completePart(o *Org, at int) {
	test, near := p.isCouncil, farItems
	if o.Bare == "ministry" {
		near = nearItems
		test = func(q *Org) bool { return q != o && q.sameInFull(o) || p.isMinistry(q) }
	}
	o.Bare = ""
	q := p.bodyNear(at, near, test)
	if q == nil || q.deep() {
		return
	}
	o.Taken = p.SentOf[q.I] != p.SentOf[at]
	if o.Parent = q; q.sameInFull(o) {
		o.Parent = q.Parent // "Cục Hậu cần" in a text that has told of the "Cục Hậu cần Quân khu 3"
	}
}

// ofMinistry gives a part of "the Bộ" the ministry that the text names nearest: "ông A, Phó Chánh Thanh tra Bộ Y tế, làm Chánh
// Thanh tra Bộ". It reports whether there is one.
func (p *Page) ofMinistry(o *Org, at int) bool {
	q := p.bodyNear(at, nearItems, p.isMinistry)
	if q == nil || q.deep() {
		return false
	}
	o.Parent, o.field, o.Bare, o.Taken = q, "", "", p.SentOf[q.I] != p.SentOf[at]
	return true
}

// sameInFull reports whether an organisation has the kind and the field of o and says of what it is a part.
func (q *Org) sameInFull(o *Org) bool {
	return q.Kind == o.Kind && q.field == o.field && q.Parent != nil && !q.Taken
}

// completeBoard gives a bare board (Ban Chấp hành) the organisation that it steers: that of the other board of the
// sentence, or else the committee that is named nearest.
func (p *Page) completeBoard(o *Org, at int) {
	if q := p.sameKindNamed(o, at); q != nil && !q.within(o) && !q.deep() && p.SentOf[q.I] == p.SentOf[at] {
		o.Parent, o.Unit = q.Parent, q.Unit // "Ban Chấp hành Hội Nông dân họp hội nghị Ban Chấp hành lần thứ 5"
		return
	}
	if n := p.ItemFrom(at); o.party && n < len(p.Items) {
		if q := p.ownCommittee(n); q != nil && !q.within(o) {
			o.Parent = q
			return
		}
	} else if q := p.unionBefore(at); q != nil && !q.deep() {
		o.Parent = q
		return
	}
	if c := p.committeeFrom(at); !c.within(o) && !c.deep() {
		o.Parent = c
	}
}
