package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// committeeOfBody is the Đảng ủy of the body of the post beside it, or of what that is a part of, or nil: "Đảng ủy viên, Giám đốc
// Sở Y tế", "Đảng ủy viên, Phó Chủ tịch UBND xã A".
func (p *Page) committeeOfBody(o *Org) *Org {
	for o != nil && (o.Branch() == "mass" || o.Kind != nil && o.Kind.Part) {
		if u := o.Place(); o.Parent == nil && u != nil && u.Level == 3 {
			break
		}
		o = o.Parent
	}
	if o == nil || o.Kind != nil && o.Kind.Out {
		return nil
	}
	if u := o.Place(); u != nil && u.Level == 3 {
		return p.committeeNear(o)
	}
	own := &Org{Span: o.Span, Kind: p.Lists.KindOf[gazetteer.PartyCommittee]}
	if !p.bodyBeside(own, o) {
		return nil
	}
	return own
}

// shared is the body that a title takes from the one beside it: the same, or the one that an office serves: the Quốc hội
// of the Văn phòng Quốc hội.
func (p *Page) shared(o *Org, of string) *Org {
	if of == "same" {
		return o
	}
	if o.Parent != nil {
		return o.Parent
	}
	if o.Named == nil {
		return nil
	}
	office := p.Words(o.Named.Name)
	_, n := p.Lists.Kinds.Find(office, 0)
	if n == 0 || n == len(office) {
		return nil
	}
	b, m := p.Lists.Orgs.Find(office, n)
	if n+m != len(office) {
		return nil
	}
	return &Org{Span: o.Span, Named: b}
}

// audit reports whether an organisation is an inspection commission of the Party.
func (p *Page) audit(o *Org) bool {
	return o.Kind != nil && o.Kind.Audit || o.Named != nil && strings.HasPrefix(o.Named.Name, gazetteer.Inspection)
}

// PlaceFrom gives a body the place of its neighbour when it is of the kind that the body needs. A
// committee of a body (Đảng ủy, Đảng đoàn) takes the body itself.
func (p *Page) PlaceFrom(o, near *Org) bool {
	if o.Kind == nil {
		return false // one of the centre, whose name is whole
	}
	if o.Bare == "committee" {
		if c := p.committeeNear(near); c != nil && !c.within(o) && !c.deep() {
			o.Parent, o.Bare = c, ""
			return true
		}
		return false
	}
	if o.Kind.Board && o.Bare == "?" && near.Branch() == "mass" && !near.deep() {
		o.Parent, o.Bare = near, "" // "Ủy viên Ban Chấp hành, Chủ tịch Hội Nông dân tỉnh"
		return true
	}
	if o.aside() && (near.Branch() == "party" || p.CentralParty(near)) {
		if near = near.Parent; near == nil || near.Branch() == "party" {
			return false // a Đảng đoàn is no part of the Đảng ủy that is named beside it
		}
	}
	if (o.Kind.Side || o.partOf != nil) && !UnitKinds[o.Bare] && (near.within(o) || p.bodyBeside(o, near)) {
		return !near.within(o) && (o.Parent != nil || o.Unit != nil)
	}
	if o.partOf != nil {
		return false
	}
	if o.Kind.Parent && o.Kind.Comma != "" && o.Kind.Comma == near.Branch() && near.Kind != nil && near.Kind.Whole && !near.deep() {
		o.Parent, o.Bare = near, "" // "Thủ trưởng Cơ quan Cảnh sát điều tra, Phó Giám đốc Công an tỉnh"
		return true
	}
	if u := near.Place(); u != nil {
		if o.Bare != "?" && !Fits(u, o.Bare) {
			return false
		}
		o.Unit, o.Bare = u, ""
		return true
	}
	if near.Bare != "" && near.Bare != "?" && o.Bare == "?" {
		o.Bare = near.Bare
		return true
	}
	return false
}

// aside reports whether an organisation is the Đảng đoàn or the Ban Cán sự of another body, which may be the government.
func (o *Org) aside() bool { return o != nil && o.Kind != nil && o.Kind.Side && !o.Kind.Committee }

// bodyBeside gives a committee of a body the body of the post beside it, or what another committee of its kind there is
// of, and reports whether it did: "Bí thư Đảng ủy, Giám đốc Công an tỉnh".
func (p *Page) bodyBeside(o, near *Org) bool {
	if o.partOf != nil {
		for q := near; q != nil; q = q.Parent {
			if (q.Kind == o.partOf && !q.Generic() || q.Named != nil && strings.HasPrefix(q.Named.Name, o.partOf.Name+" ")) && !q.deep() {
				o.Parent, o.Bare, o.partOf = q, "", nil
				return true
			}
		}
		return false
	}
	if u := near.Place(); (near.Branch() == "mass" || near.Branch() == "front") && (u != nil && u.Level == 3 || near.Bare == gazetteer.Commune || near.Bare == gazetteer.Ward || near.Bare == gazetteer.Township) {
		return false // a union or the Front of a commune has no committee of its own: "Chủ tịch Hội Phụ nữ xã, vào Ban Thường vụ Đảng ủy"
	}
	for q := near; q != nil; q = q.Parent { // "Ủy viên Ban Thường vụ Đảng ủy, Trưởng ban Tuyên giáo Đảng ủy Sở Y tế" is of the Đảng ủy Sở
		if q.Kind != nil && q.Kind.Name == o.Kind.Name && (q == near || near.Branch() != "mass") {
			o.Parent, o.Unit, o.field, o.own, o.Bare = q.Parent, q.Unit, q.field, q.own, q.Bare
			return true
		}
	}
	if near.ofCommune() {
		return false // "Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ phường" is of the Đảng ủy phường
	}
	if o.Kind.Unit == "" || near.Named != nil && near.Named.Branch != "party" || near.Kind != nil && near.Kind.Branch != "party" && !near.implied && (near.Kind.Field || near.Kind.Branch != "state" && near.Kind.Branch != "assembly") {
		if near.deep() {
			return false
		}
		o.Parent, o.Bare = near, ""
		return true
	}
	return false
}

// ofCommune reports whether an organisation is one of a commune, a ward or a township, whose people have one Party committee.
func (o *Org) ofCommune() bool {
	u := o.Place()
	return u != nil && u.Level == 3 || o.Bare == gazetteer.Ward || o.Bare == gazetteer.Commune || o.Bare == gazetteer.Township
}

// committeeNear is the Party committee that a party post beside the organisation o belongs to: o or
// the one it is a part of, or that of its place.
func (p *Page) committeeNear(o *Org) *Org {
	for q := o; q != nil; q = q.Parent {
		if q.Committee() {
			return q
		}
	}
	kind, u := o.Bare, o.Place()
	if u != nil {
		kind = u.Kind
	}
	if o.Kind != nil && o.Kind.Branch == "army" {
		return &Org{Span: o.Span, Kind: p.Lists.KindOf[gazetteer.PartyCommittee], Parent: o}
	}
	if c, ok := CommitteeOf[kind]; ok && (o.Kind == nil || o.Kind.Unit != "province" || u != nil) {
		return &Org{Span: o.Span, Kind: p.Lists.KindOf[c], Unit: u, Bare: bareIf(u, kind)}
	}
	if u != nil && u.Level == 3 || kind == gazetteer.Ward || kind == gazetteer.Commune || kind == gazetteer.Township {
		return &Org{Span: o.Span, Kind: p.Lists.KindOf[gazetteer.PartyCommittee], Unit: u, Bare: bareIf(u, kind)}
	}
	return nil
}

// bareIf is the kind of unit that the context has to give: none when the unit is known.
func bareIf(u *Unit, kind string) string {
	if u != nil {
		return ""
	}
	return kind
}
