package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// deepest is how many organisations may lie in each other. Each is read in more than one way, so that without a
// bound a text that repeats one takes twice as long with every word.
const deepest = 7

// readOrg reads an organisation at token i, or gives nil.
func (p *page) readOrg(i, end int) *org {
	if i >= end || p.masked[i] {
		return nil
	}
	k, kn := p.lists.kinds.find(p.toks[:end], i)
	var named *org
	if b, n := p.lists.orgs.find(p.toks[:end], i); n > 0 && n >= kn && p.wholeName(i, i+n, end) && !p.bodyOver(i, n, end) {
		named = p.namedTail(&org{span: span{i, i + n}, named: b}, end)
	}
	if kn == 0 || named != nil && !k.field && !k.place {
		return named
	}
	o := &org{span: span{i, i + kn}, kind: k}
	if p.within == deepest {
		return named
	}
	p.within++
	whole := p.trunk(o, end)
	p.within--
	if !whole || named != nil && named.j >= o.j {
		return named
	}
	if named != nil && o.unit != nil && !k.field { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
		return o
	}
	if named != nil && o.parent == nil && o.field == "" {
		return named
	}
	if named != nil && !p.listedField(o, named) {
		return named
	}
	return o
}

// bodyOver reports whether a body begins within the n words at token i and reaches over their end: "Văn phòng
// Trung ương Đoàn" is not the "Văn phòng Trung ương".
func (p *page) bodyOver(i, n, end int) bool {
	for k := 1; k < n; k++ {
		if _, m := p.lists.kinds.find(p.toks[:end], i+k); m > n-k {
			return true
		}
	}
	return false
}

// listedField reports whether the field of o is one of the list that is longer than the name of the
// central body which begins alike: "Ủy ban Văn hóa, Giáo dục, Thanh niên, …".
func (p *page) listedField(o, named *org) bool {
	toks := p.words(o.field)
	if len(toks) == 0 {
		return false
	}
	_, n := p.lists.fields.find(toks, 0)
	return n == len(toks) && o.parent == nil && !o.central && o.unit == nil && len(o.field) > len(named.named.name)-len(o.kind.name)
}

// wholeName reports whether the words [i, j), which are the name of a central body, are not the
// beginning of a longer one: "Bộ Công an" but not the "Văn phòng" of a place.
func (p *page) wholeName(i, j, end int) bool {
	return p.toks[i].Upper() || j-i > 1
}

// namedTail reads what may follow the name of a central body: its country or "Việt Nam".
func (p *page) namedTail(o *org, end int) *org {
	if _, n := p.lists.foreign.find(p.toks[:end], o.j); n > 0 && p.toks[o.j].Upper() {
		o.foreign, o.j = true, o.j+n
	} else if n := p.foreignParty(o.j, end); n > 0 {
		o.foreign, o.j = true, o.j+n
	} else if o.j+1 < end && p.toks[o.j].Is("việt") && p.toks[o.j+1].Is("nam") {
		o.j += 2
	} else if p.toks[o.j-1].Is("đảng") && p.next(o.j, end, "cộng") && p.next(o.j+1, end, "sản") {
		o.j = min(end, o.j+4) // Đảng Cộng sản Việt Nam
	}
	if p.next(o.j, end, "chi") && p.next(o.j+1, end, "nhánh") { // Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Sơn La
		u := p.readUnit(o.j+2, end)
		if u == nil {
			u = p.readBareProvince(o.j+2, end)
		}
		if u != nil && u.name != "" {
			o.unit, o.j = u, u.j
		}
	}
	return o
}

// foreignParty counts the tokens of another country's party at token j: "Đảng Cộng sản Cuba".
func (p *page) foreignParty(j, end int) int {
	if j >= end || p.toks[j].Norm != "Đảng" {
		return 0
	}
	for k := j + 1; k < end && k < j+5 && p.toks[k].Kind == text.Word; k++ {
		if _, n := p.lists.foreign.find(p.toks[:end], k); n > 0 && p.toks[k].Upper() {
			return k + n - j
		}
	}
	return 0
}

// trunk completes an organisation after its first words, as the kind allows. It reports false when
// the words are no organisation after all: a generic "ban" or "phòng".
func (p *page) trunk(o *org, end int) bool {
	k := o.kind
	if o.j < end && p.toks[o.j].Kind == text.Word && p.toks[o.j].Is("của", "thuộc") && (k.parent || k.place) && !k.field {
		if inner := p.readOrg(o.j+1, end); inner != nil {
			o.parent, o.j = inner, inner.j
			return true
		}
		if u := p.readUnit(o.j+1, end); u != nil && k.place {
			p.setUnit(o, u)
			return true
		}
	}
	if k.own && p.readOwn(o, end) && k.branch == "army" {
		return true
	}
	if k.field && k.place {
		if u := p.readUnit(o.j, end); u != nil && u.name != "" {
			p.setUnit(o, u)
			return true
		}
	}
	if k.field {
		p.readField(o, end)
	}
	if o.field != "" && o.own == "" && p.next(o.j, end, "số") && o.j+1 < end && p.toks[o.j+1].Kind == text.Number {
		o.own, o.j = "số "+p.toks[o.j+1].Norm, o.j+2 // Đội Cảnh sát giao thông số 4
	} else if p.toks[o.j-1].Is("số") && o.j < end && p.toks[o.j].Kind == text.Number && o.field != "" && o.own == "" {
		o.own, o.j = p.toks[o.j].Norm, o.j+1
	}
	if k.out && o.field == "" && o.own == "" && o.unit == nil && !p.fullNameAt(o.j, end) { // Bệnh viện Bạch Mai
		if s, n := p.capitalRun(o.j, end, 4); n > 1 {
			o.own, o.j = s, o.j+n
		}
	}
	if k.field && o.field == "" && o.own == "" && !k.parent && !k.place {
		return false
	}
	p.readTail(o, end)
	if k.field && o.field == "" && o.own == "" {
		return p.fieldless(o)
	}
	if k.abroad {
		if _, n := p.lists.foreign.find(p.toks[:end], o.j); n > 0 {
			o.j += n
		}
	}
	return true
}

// fieldless reports whether an organisation without a field is one all the same: the Văn phòng of
// a committee, the Ban Chấp hành of a union.
func (p *page) fieldless(o *org) bool {
	return o.kind.fieldless || o.parent != nil && p.toks[o.i].Upper()
}

// readOwn reads the number or name of a body that has one: "Quân khu 7", "Sư đoàn 3-Sao Vàng".
func (p *page) readOwn(o *org, end int) bool {
	j := o.j
	if j < end && p.toks[j].Is("số") {
		j++
	}
	if j < end && p.toks[j].Is("bộ") && j+1 < end && p.toks[j+1].Is("binh") {
		o.field, j = p.text.Join(j, j+2), j+2
	}
	if j >= end {
		return false
	}
	if o.kind.name == "Khu ủy" && p.toks[j].Is("khu", "liên") { // Khu ủy Khu 6, Khu ủy Liên khu 5
		k := j + 1
		if p.next(k, end, "khu") {
			k++
		}
		if k < end && p.toks[k].Kind == text.Number {
			o.own, o.j = titleCase(p.text.Join(j, k+1)), k+1
			return true
		}
	}
	switch t := p.toks[j]; {
	case t.Kind == text.Number && !p.masked[j]:
		o.own, o.j = t.Norm, j+1
		if f, n := p.lists.fields.find(p.toks[:end], o.j); n > 0 && o.kind.branch == "army" && p.toks[o.j].Upper() {
			o.own, o.j = o.own+" "+f, o.j+n // Vùng 4 Hải quân, Sư đoàn 7 Bộ binh
			return true
		}
		if j+2 < end && p.toks[j+1].Is("-") && !p.toks[j+1].Space && p.toks[j+2].Upper() {
			if s, n := p.capitalRun(j+2, end, 3); n > 0 {
				o.own, o.j = t.Norm+"-"+s, j+2+n
			}
		}
		return true
	case t.Upper() && o.kind.branch == "army" && !p.kindAt(j, end):
		if f, n := p.lists.fields.find(p.toks[:end], j); n > 0 {
			o.own, o.j = f, j+n
			return true
		}
		if s, n := p.capitalRun(j, end, 3); n > 0 {
			m := n
			for m < n+3 && p.compound(j+m, end) && !p.toks[j+m].Is("số") { // Sư đoàn Dã chiến số 4, Đại đội Biệt kích Thượng Rhé
				m++
			}
			if m > n {
				s = p.text.Join(j, j+m)
				if p.next(j+m, end, "số") && j+m+1 < end && p.toks[j+m+1].Kind == text.Number {
					s, m = s+" số "+p.toks[j+m+1].Norm, m+2
				}
			}
			o.own, o.j = s, j+m
			return true
		}
	}
	return false
}

// readTail reads the parent body or the place after the name so far.
func (p *page) readTail(o *org, end int) {
	toks := p.toks[:end]
	j := o.j
	if j >= end || p.masked[j] {
		p.need(o)
		return
	}
	if j+3 < end && toks[j].Is("(") && toks[j+1].AllUpper() && toks[j+2].Is(")") && !p.masked[j+3] && toks[j+3].Kind == text.Word {
		o.j = j + 3 // Ủy ban Kiểm tra (UBKT) Trung ương, Cục Quản lý thị trường (QLTT) Quảng Bình
		if p.readTail(o, end); o.j > j+3 {
			return
		}
		o.j = j
		return
	}
	if n := p.central(j, end); n > 0 && (o.kind.field || o.kind.parent) {
		if k, m := p.lists.kinds.find(toks, j); m > n { // Trung ương Đoàn
			o.parent, o.j = &org{span: span{j, j + m}, kind: k}, j+m
			return
		}
		o.central, o.j = true, j+n
		return
	}
	if o.kind.place && j < end && toks[j].Is("cấp") && j+1 < end {
		j++
	}
	skip := 0
	if toks[j].Is("của", "thuộc") {
		skip = 1
	} else if toks[j].Is("trực") && p.next(j+1, end, "thuộc") {
		skip = 2
	} else if toks[j].Is("-", ",") && o.kind.parent && (o.field != "" || toks[j].Is("-")) && j+1 < end {
		skip = 1
	}
	if o.kind.branch == "party" && p.next(j, end, "cơ") && p.next(j+1, end, "quan") {
		if inner := p.readOrg(j+2, end); inner != nil { // Đảng ủy cơ quan Bộ Tư pháp
			o.field, o.parent, o.j = "cơ quan", inner, inner.j
			return
		}
	}
	if o.kind.parent && j+skip < end {
		if inner := p.readOrg(j+skip, end); inner != nil && p.canHold(o, inner, skip == 1 && !toks[j].Is("của", "thuộc")) {
			o.parent, o.j = inner, inner.j
			return
		}
	}
	if o.kind.place && p.next(j, end, "việt") && p.next(j+1, end, "nam") {
		o.own, o.j = join(o.own, "Việt Nam"), j+2
		if u := p.readUnit(o.j, end); u != nil { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
			o.own = ""
			p.setUnit(o, u)
		}
		return
	}
	if o.kind.place {
		if skip == 1 && toks[j].Is("-", ",") {
			skip = 0
		}
		if p.readPlace(o, j+skip, end) {
			return
		}
	}
	if _, n := p.lists.foreign.find(toks, j); n > 0 && toks[j].Upper() && !toks[j].Is(",") && p.readBareProvince(j, end) == nil && !p.beginsName(j, end) {
		o.foreign, o.j = true, j+n
		return
	}
	p.need(o)
}

// central counts the tokens of "Trung ương (Đảng)" at token j.
func (p *page) central(j, end int) int {
	if !p.next(j, end, "trung") || !p.next(j+1, end, "ương") {
		return 0
	}
	if j+2 < end && p.toks[j+2].Norm == "Đảng" {
		return 3
	}
	return 2
}

// canHold reports whether inner can be the organisation that o is a part of. Across a comma only
// a unit within a board or a ministry is: "Phòng Nội chính, Văn phòng UBND tỉnh".
func (p *page) canHold(o, inner *org, comma bool) bool {
	switch k := o.kind; {
	case k.comma == "any":
		return inner.kind == nil || inner.kind.name != k.name
	case k.comma != "":
		return !comma || inner.branch() == k.comma
	}
	return !comma
}

// readPlace reads the unit of an organisation at token j: with its kind, by name alone where the
// kind of body tells it, or kind alone, which leaves a need.
func (p *page) readPlace(o *org, j, end int) bool {
	if j >= end {
		return false
	}
	if u := p.readUnit(j, end); u != nil {
		p.setUnit(o, u)
		return true
	}
	kind := o.kind.unit
	if committee := strings.HasSuffix(o.kind.name, "ủy") || strings.HasSuffix(o.kind.name, "đoàn"); committee && o.kind.place && unitKinds[kind] {
		if p.beginsName(j, end) && !p.placeOfKind(j, end, kind) {
			if n := p.nameRun(j, end); n == 2 && p.linkBefore(o.i) && (j+n >= end || p.toks[j+n].Is(",", ".", ";", "(")) {
				name := titleCase(p.text.Join(j, j+n)) // "ông làm Bí thư Tỉnh ủy Hà Đông": whoever holds it is named before
				p.setUnit(o, &unit{span: span{j, j + n}, kind: kind, level: p.levelOf(kind, name), name: name})
				return true
			}
			return false
		}
		if name, n := p.readName(j, end, kind); n > 0 && !p.personAhead(j, n, end, kind) {
			p.setUnit(o, &unit{span: span{j, j + n}, kind: kind, level: p.levelOf(kind, name), name: name})
			return true
		}
		return false
	}
	if u := p.readBareProvince(j, end); u != nil && !p.fullNameAt(j, end) {
		p.setUnit(o, u)
		return true
	}
	if o.kind.unit == "" || o.kind.unit == "district" {
		if ids, n := p.lists.named.find(p.toks[:end], j); n > 1 && p.toks[j].Upper() && !p.fullNameAt(j, end) {
			for _, id := range ids {
				if pl := p.lists.places[id]; pl.ID[0] == 'D' {
					kind, _, _ := strings.Cut(pl.Kind, " thuộc")
					p.setUnit(o, &unit{span: span{j, j + n}, kind: kind, level: 2, name: pl.Name})
					return true
				}
			}
		}
	}
	return false
}

// linkBefore reports whether "làm", "là" or "giữ chức" leads to the post whose body begins at token i.
func (p *page) linkBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if p.toks[k].Is("làm", "là", "chức", "vụ", "nhiệm") {
			return p.toks[k].Is("làm", "là") || k > 0 && p.toks[k-1].Is("giữ", "chức", "đảm")
		}
		if p.toks[k].Kind != text.Word {
			return false
		}
	}
	return false
}

// placeOfKind reports whether the list has a unit of the kind by the words at token j.
func (p *page) placeOfKind(j, end int, kind string) bool {
	ids, n := p.lists.named.find(p.toks[:end], j)
	return n > 0 && p.ofKind(ids, kind) >= 0
}

// personAhead reports whether the n words at token j, read as the name of a unit that no list has,
// are more likely a person's.
func (p *page) personAhead(j, n, end int, kind string) bool {
	return !p.placeOfKind(j, end, kind) && p.beginsName(j, end)
}

func (p *page) levelOf(kind, name string) int {
	switch kind {
	case "tỉnh":
		return 1
	case "thành phố":
		if p.lists.central[name] {
			return 1
		}
	}
	return 2
}

// setUnit gives the organisation its unit, or the need for one when the text has the kind alone.
func (p *page) setUnit(o *org, u *unit) {
	o.j = u.j
	if u.name == "" {
		o.bare = u.kind
		return
	}
	o.unit = u
	if u.level == 0 {
		u.level = p.levelOf(u.kind, u.name)
	}
}

// need notes what kind of unit the context has to give.
func (p *page) need(o *org) {
	switch {
	case o.unit != nil || o.parent != nil || o.central || o.named != nil:
	case o.kind.unit != "":
		o.bare = o.kind.unit
	case o.kind.name == "Ban" && p.lists.party[o.field] || o.kind.name == "Ủy ban Kiểm tra":
		o.bare = "committee"
	case (o.kind.place || o.kind.parent) && !o.kind.field, o.kind.name == "Đảng bộ", o.kind.name == "Ban Cán sự đảng" && o.field == "":
		o.bare = "?"
	}
}

// absorbBodies completes a unit within a board or a ministry by the bodies that follow it: "Cục Chính
// trị (B41), Tổng cục 5, Bộ Công an". It gives the token behind them.
func (p *page) absorbBodies(o *org, j, end int) int {
	for o != nil && o.kind != nil && j+1 < end {
		k := j
		if o.parent == nil && o.unit == nil && !o.central && p.toks[k].Is("(") { // Vụ Pháp chế (Bộ Tư pháp)
			if inner := p.readOrg(k+1, end); inner != nil && p.canHold(o, inner, true) && p.higher(inner) && inner.j < end && p.toks[inner.j].Is(")") {
				o.parent, o.bare = inner, ""
				return inner.j + 1
			}
		}
		if p.toks[k].Is("(") {
			for k < end && k < j+5 && !p.toks[k].Is(")") {
				k++
			}
			k++
		}
		if k+1 >= end || !p.toks[k].Is(",", "-") {
			return j
		}
		inner := p.readOrg(k+1, end)
		if inner == nil || !p.canHold(o, inner, true) || !p.higher(inner) {
			return j
		}
		if o.parent == nil && o.unit == nil && !o.central {
			o.parent, o.bare = inner, ""
		}
		o, j = inner, inner.j
	}
	return j
}

// higher reports whether an organisation is one that has departments: a ministry, a general
// department, an office, a commission of the Party.
func (p *page) higher(o *org) bool {
	if o.named != nil {
		return true
	}
	return o.kind.whole
}
