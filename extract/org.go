package extract

import "strings"

// org is an organisation as the text names it. Its place may be left open ("Quận ủy"): bare then
// says what kind of unit it needs, and the context fills it in.
type org struct {
	span
	kind    *bodyKind
	named   *namedBody
	field   string // "Tổ chức"
	own     string // a number or name of its own: "7", "320"
	central bool   // of the centre: "Trung ương"
	parent  *org
	unit    *unit  // the unit it belongs to, once known
	bare    string // kind of unit it still needs: "quận", "province", "?" for any; "" for none
	literal string // name of a body that is made of nothing else: "nước"
	foreign bool
	taken   bool // its unit was taken from another sentence
	implied bool // the text has a place where the body is meant: "Chủ tịch huyện"
	shaped  bool // of no kind of the list, read by its capital letters
	titled  bool // its kind is named by a title: "Trưởng phòng …"
}

// out reports whether posts in the organisation are not recorded.
func (o *org) out() bool {
	if o == nil {
		return false
	}
	return o.foreign || o.kind != nil && o.kind.out || o.named != nil && o.named.out || o.parent.out()
}

// branch is party, state … or "".
func (o *org) branch() string {
	switch {
	case o == nil:
		return ""
	case o.named != nil:
		return o.named.branch
	case o.kind != nil:
		return o.kind.branch
	}
	return ""
}

// committee reports whether the organisation is a Party committee of a place or a body.
func (o *org) committee() bool {
	if o == nil || o.kind == nil {
		return false
	}
	return o.kind.committee || o.kind.stands && o.parent.committee()
}

// within reports whether the organisation is q or a part of q.
func (o *org) within(q *org) bool {
	for ; o != nil; o = o.parent {
		if o == q {
			return true
		}
	}
	return false
}

// place is the unit that the organisation belongs to, its own or its parent's.
func (o *org) place() *unit {
	for ; o != nil; o = o.parent {
		if o.unit != nil {
			return o.unit
		}
	}
	return nil
}

// name is the full name in the form of records.
func (o *org) name() string {
	if o == nil {
		return ""
	}
	if o.literal != "" {
		return o.literal
	}
	if o.named != nil && o.unit != nil {
		return join(o.named.name, "chi nhánh", o.unit.full())
	}
	if o.named != nil {
		return o.named.name
	}
	if o.kind == nil {
		return join(o.field, o.unit.full())
	}
	if o.kind.stands {
		return o.committeeName()
	}
	if o.kind.glued {
		return o.gluedName()
	}
	parts := []string{o.kindName(), o.field, o.own}
	switch {
	case o.parent != nil:
		parts = append(parts, o.parent.name())
	case o.central:
		parts = append(parts, "Trung ương")
	case o.unit != nil:
		parts = append(parts, o.unit.full())
	case unitKinds[o.bare]:
		parts = append(parts, o.bare)
	}
	return join(parts...)
}

// kindName is the name of the kind, which may be another one within a body or below the province: the Ban Cán sự of a
// ministry is its Ban Cán sự đảng, the Bộ Chỉ huy Quân sự of a district its Ban Chỉ huy Quân sự.
func (o *org) kindName() string {
	switch {
	case o.kind.within != "" && o.parent != nil:
		return o.kind.within
	case o.kind.below != "" && o.unit != nil && o.unit.level > 1:
		return o.kind.below
	}
	return o.kind.name
}

// gluedName is the kind with the bare name of the place: "Quận ủy Ba Đình", "Quận ủy Quận 1".
func (o *org) gluedName() string {
	switch {
	case o.unit == nil:
		return o.kind.name
	case o.unit.name[0] >= '0' && o.unit.name[0] <= '9':
		return o.kind.name + " " + o.unit.full()
	}
	return o.kind.name + " " + o.unit.name
}

func join(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// unitKinds are the kinds of unit that a body without a name of its place may be said to be of:
// "UBND tỉnh".
var unitKinds = map[string]bool{"tỉnh": true, "thành phố": true, "quận": true, "huyện": true, "thị xã": true, "phường": true, "xã": true, "thị trấn": true}

// committeeOf is the name of the committee of a Party organisation, by the kind of its unit.
var committeeOf = map[string]string{
	"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy",
}

// committeeName writes Đảng bộ and Ban Chấp hành Đảng bộ of a place as its committee.
func (o *org) committeeName() string {
	if o.kind.board && o.parent != nil {
		if o.parent.committee() {
			return o.parent.name()
		}
		return join(o.kind.name, o.parent.name())
	}
	kind := o.bare
	if o.unit != nil {
		kind = o.unit.kind
	}
	c, ok := committeeOf[kind]
	switch {
	case !ok && o.unit == nil && o.field == "" && o.parent == nil:
		return o.kind.name
	case o.field != "" && o.unit != nil: // Đảng bộ Quân sự tỉnh Nam Định
		return join("Đảng ủy", o.field, o.unit.full())
	case o.field != "" && unitKinds[o.bare]:
		return join("Đảng ủy", o.field, o.bare)
	case !ok && o.unit != nil:
		return "Đảng ủy " + o.unit.full()
	case !ok:
		return join("Đảng ủy", o.field, o.parent.name())
	case o.unit == nil:
		return c
	}
	u := *o
	u.kind = &bodyKind{name: c, glued: true}
	return u.name()
}

// generic reports whether an organisation is named by nothing but the word for its kind.
func (o *org) generic() bool {
	return o == nil || o.kind != nil && o.literal == "" && o.named == nil && o.field == "" && o.own == "" && o.parent == nil && o.unit == nil && !o.central
}

// assembly is the National Assembly.
const assembly = "Quốc hội"

// side reports whether one sits in an organisation beside one's office: a council, a steering committee, a working
// group, a delegation of the Assembly.
func (o *org) side() bool { return o != nil && o.kind != nil && o.kind.besides }

// ofParty reports whether an organisation is a committee of the Party below the centre, which no other state has.
func (o *org) ofParty() bool {
	return o != nil && o.kind != nil && o.kind.branch == "party" && o.named == nil
}

// centre reports whether an organisation is one of a state's centre, by name or by kind: it has no place and needs none.
func (o *org) centre() bool {
	return o != nil && o.place() == nil && (o.named != nil || o.literal != "" || o.central || o.kind != nil && o.kind.field && o.bare == "" && !o.loose())
}

// placeTaken reports whether the place of an organisation or of one that it is part of is not said with it.
func (o *org) placeTaken() bool {
	for ; o != nil; o = o.parent {
		if o.taken {
			return true
		}
	}
	return false
}
