package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Org is an organisation as the text names it. Its place may be left open ("Quận ủy"): bare then
// says what kind of unit it needs, and the context fills it in.
type Org struct {
	document.Span
	Kind    *gazetteer.BodyKind
	Named   *gazetteer.NamedBody
	field   string // "Tổ chức"
	own     string // a number or name of its own: "7", "320"
	central bool   // of the centre: "Trung ương"
	Parent  *Org
	Unit    *Unit               // the unit it belongs to, once known
	Bare    string              // kind of unit it still needs: "quận", "province", "?" for any; "" for none
	partOf  *gazetteer.BodyKind // kind of the body that it is of, which the text names elsewhere: "Đảng ủy Cục"
	Literal string              // name of a body that is made of nothing else: "nước"
	foreign bool
	Taken   bool // its unit was taken from another sentence
	implied bool // the text has a place where the body is meant: "Chủ tịch huyện"
	Shaped  bool // of no kind of the list, read by its capital letters
	party   bool // a board of a Party committee that is not named: "Ban Chấp hành Đảng bộ"
	office  bool // of the office of the body that it is of: "Đảng ủy cơ quan"
	titled  bool // its kind is named by a title: "Trưởng phòng …"

	tried int  // token behind that at which a body was looked for while its field was, 0 for none
	ahead *Org // that body, if there is one
}

// Out reports whether posts in the organisation are not recorded.
func (o *Org) Out() bool {
	if o == nil {
		return false
	}
	return o.foreign || o.Kind != nil && o.Kind.Out || o.Named != nil && o.Named.Out || o.Parent.Out()
}

// Branch is party, state … or "".
func (o *Org) Branch() string {
	switch {
	case o == nil:
		return ""
	case o.Named != nil:
		return o.Named.Branch
	case o.Kind != nil:
		return o.Kind.Branch
	}
	return ""
}

// InParty reports whether an organisation is one of the Party or a part of one: "Ban Dân vận Thành ủy Đà Nẵng".
func (o *Org) InParty() bool {
	for ; o != nil; o = o.Parent {
		if o.Branch() == "party" {
			return true
		}
	}
	return false
}

// Committee reports whether the organisation is a Party committee of a place or a body.
func (o *Org) Committee() bool {
	if o == nil || o.Kind == nil {
		return false
	}
	return o.Kind.Committee || o.Kind.Stands && o.Parent.Committee()
}

// committeeAround is the Party committee that the organisation is or is a part of, or nil.
func (o *Org) committeeAround() *Org {
	var first *Org // of those that are a committee if what they lie in is one
	for ; o != nil; o = o.Parent {
		switch {
		case o.Kind == nil || !o.Kind.Committee && !o.Kind.Stands:
			first = nil
		case o.Kind.Committee && first == nil:
			return o
		case o.Kind.Committee:
			return first
		case first == nil:
			first = o
		}
	}
	return nil
}

// within reports whether the organisation is q or a part of q.
func (o *Org) within(q *Org) bool {
	for ; o != nil; o = o.Parent {
		if o == q {
			return true
		}
	}
	return false
}

// deep reports whether the organisation lies in as many others as any does: the context puts none into it.
func (o *Org) deep() bool {
	n := 0
	for ; o != nil; o = o.Parent {
		n++
	}
	return n > deepest
}

// Place is the unit that the organisation belongs to, its own or its parent's.
func (o *Org) Place() *Unit {
	for ; o != nil; o = o.Parent {
		if o.Unit != nil {
			return o.Unit
		}
	}
	return nil
}

// Name is the full name in the form of records.
func (o *Org) Name() string {
	if o == nil {
		return ""
	}
	if o.Literal != "" {
		return o.Literal
	}
	if o.Named != nil && o.Unit != nil {
		return Join(o.Named.Name, "chi nhánh", o.Unit.Full())
	}
	if o.Named != nil {
		return Join(o.Named.Name, o.own)
	}
	if o.Kind == nil {
		return Join(o.field, o.Unit.Full())
	}
	if o.Kind.Stands {
		return o.committeeName()
	}
	if o.Kind.Glued {
		return o.gluedName()
	}
	parts := []string{o.kindName(), o.field, o.own}
	if o.office {
		parts[1] = "cơ quan"
	}
	switch {
	case o.Parent != nil:
		parts = append(parts, o.Parent.Name())
	case o.central:
		parts = append(parts, gazetteer.Centre)
	case o.Unit != nil && o.Unit.Name != "" && endsIn(o.own+o.field, gazetteer.Region): // "Cục Dự trữ Nhà nước khu vực Bình Trị Thiên"
		parts = append(parts, o.Unit.Name)
	case o.Unit != nil:
		parts = append(parts, o.Unit.Full())
	case UnitKinds[o.Bare]:
		parts = append(parts, o.Bare)
	}
	return Join(parts...)
}

// endsIn reports whether the last words of a name are those of a word for an area, in one case or other.
func endsIn(name, word string) bool { return strings.HasSuffix(strings.ToLower(name), word) }

// kindName is the name of the kind, which may be another one within a body or below the province: the Ban Cán sự of a
// ministry is its Ban Cán sự đảng, the Bộ Chỉ huy Quân sự of a district its Ban Chỉ huy Quân sự.
func (o *Org) kindName() string {
	switch {
	case o.Kind.Within != "" && o.Parent != nil:
		return o.Kind.Within
	case o.Kind.Below != "" && o.Unit != nil && o.Unit.Level > 1:
		return o.Kind.Below
	}
	return o.Kind.Name
}

// gluedName is the kind with the bare name of the place: "Quận ủy Ba Đình", "Quận ủy Quận 1".
func (o *Org) gluedName() string {
	switch {
	case o.Unit == nil:
		return o.Kind.Name
	case o.Unit.Name[0] >= '0' && o.Unit.Name[0] <= '9':
		return o.Kind.Name + " " + o.Unit.Full()
	}
	return o.Kind.Name + " " + o.Unit.Name
}

// Join puts the parts of a name together that are not empty: "Sở", "Y tế", "" gives "Sở Y tế".
func Join(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// UnitKinds are the kinds of unit that a body without a name of its place may be said to be of:
// "UBND tỉnh".
var UnitKinds = map[string]bool{gazetteer.Province: true, gazetteer.City: true, gazetteer.Urban: true, gazetteer.District: true, gazetteer.Town: true, gazetteer.Ward: true, gazetteer.Commune: true, gazetteer.Township: true}

// CommitteeOf is the name of the committee of a Party organisation, by the kind of its unit.
var CommitteeOf = map[string]string{
	gazetteer.Province: gazetteer.ProvinceParty, gazetteer.City: gazetteer.CityParty, gazetteer.Urban: gazetteer.UrbanParty, gazetteer.District: gazetteer.DistrictParty, gazetteer.Town: gazetteer.TownParty,
}

// committeeName writes Đảng bộ and Ban Chấp hành Đảng bộ of a place as its committee.
func (o *Org) committeeName() string {
	if o.Kind.Board && o.Parent != nil {
		if o.Parent.Committee() || o.Parent.Named != nil && strings.HasPrefix(o.Parent.Named.Name, gazetteer.PartyCommittee+" ") {
			return o.Parent.Name()
		}
		return Join(o.Kind.Name, o.Parent.Name())
	}
	kind := o.Bare
	if o.Unit != nil {
		kind = o.Unit.Kind
	}
	c, ok := CommitteeOf[kind]
	switch {
	case !ok && o.Unit == nil && o.field == "" && o.Parent == nil:
		return o.Kind.Name
	case o.field != "" && o.Unit != nil: // Đảng bộ Quân sự tỉnh Nam Định
		return Join(gazetteer.PartyCommittee, o.field, o.Unit.Full())
	case o.field != "" && UnitKinds[o.Bare]:
		return Join(gazetteer.PartyCommittee, o.field, o.Bare)
	case !ok && o.Unit != nil:
		return gazetteer.PartyCommittee + " " + o.Unit.Full()
	case !ok:
		return Join(gazetteer.PartyCommittee, o.field, o.Parent.Name())
	case o.Unit == nil:
		return c
	}
	u := *o
	u.Kind = &gazetteer.BodyKind{Name: c, Glued: true}
	return u.Name()
}

// Generic reports whether an organisation is named by nothing but the word for its kind.
func (o *Org) Generic() bool {
	return o == nil || o.Kind != nil && o.Literal == "" && o.Named == nil && o.field == "" && o.own == "" && o.Parent == nil && o.Unit == nil && !o.central
}

// Side reports whether one sits in an organisation beside one's office: a council, a steering committee, a working
// group, a delegation of the gazetteer.Assembly.
func (o *Org) Side() bool { return o != nil && o.Kind != nil && o.Kind.Besides }

// OfParty reports whether an organisation is a committee of the Party below the centre, which no other state has.
func (o *Org) OfParty() bool {
	return o != nil && o.Kind != nil && o.Kind.Branch == "party" && o.Named == nil
}

// Centre reports whether an organisation is one of a state's centre, by name or by kind: it has no place and needs none.
func (o *Org) Centre() bool {
	return o != nil && o.Place() == nil && (o.Named != nil || o.Literal != "" || o.central || o.Kind != nil && o.Kind.Field && o.Bare == "" && !o.Loose())
}

// PlaceTaken reports whether the place of an organisation or of one that it is part of is not said with it.
func (o *Org) PlaceTaken() bool {
	for ; o != nil; o = o.Parent {
		if o.Taken {
			return true
		}
	}
	return false
}
