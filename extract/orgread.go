package extract

import (
	"slices"
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
	k, kn := p.kindOf(i, end)
	if kn > 0 && k.upper && !p.toks[i].Upper() {
		return nil
	}
	if u := p.unionCentre(i, end); u != nil {
		return u
	}
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
	if named != nil && p.areaAt(named.j, end) { // Ngân hàng Nhà nước khu vực 7
		return o
	}
	if named != nil && (o.unit != nil || unitKinds[o.bare]) && !k.field { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
		return o
	}
	if named != nil && o.parent == nil && o.field == "" && o.own == "" {
		return named
	}
	if named != nil && !p.listedField(o, named) {
		return named
	}
	return o
}

// kindOf is the kind of organisation at token i: the longest of the list, unless another that begins within it reaches
// further: "Ủy ban Kiểm tra Đảng ủy" is an Ủy ban Kiểm tra of a Đảng ủy.
func (p *page) kindOf(i, end int) (*bodyKind, int) {
	toks := p.toks[:end]
	k, n := p.lists.kinds.find(toks, i)
	if n > 1 && p.bodyOver(i, n, end) {
		if short, m := p.lists.kinds.find(toks[:i+n-1], i); m > 0 {
			return short, m
		}
	}
	return k, n
}

// unionCentre reads the centre of a mass organisation at token i: "Trung ương Hội Nông dân Việt Nam".
func (p *page) unionCentre(i, end int) *org {
	if p.central(i, end) != 2 {
		return nil
	}
	if k, n := p.lists.kinds.find(p.toks[:end], i+2); n == 0 || k.branch != "mass" || k.out || p.within == deepest {
		return nil
	}
	p.within++
	o := p.readOrg(i+2, end)
	p.within--
	if o == nil || o.unit != nil {
		return nil
	}
	o.bare = ""
	return &org{span: span{i, o.j}, named: &namedBody{name: join("Trung ương", o.name()), branch: o.branch()}}
}

// bodyOver reports whether a body begins within the n words at token i and reaches over their end: "Văn phòng
// Trung ương Đoàn" is not the "Văn phòng Trung ương". One that is cut by a third in its turn does not count: the "Tổ
// Đảng" of a "Đoàn đại biểu Quốc hội" has no Đảng đoàn in it.
func (p *page) bodyOver(i, n, end int) bool {
	for k := 1; k < n; k++ {
		if _, m := p.lists.kinds.find(p.toks[:end], i+k); m > n-k && !p.bodyOver(i+k, m, end) && !p.centreOver(i+k, m, end) {
			return true
		}
	}
	return false
}

// centreOver reports whether a body of the centre begins within the n words at token i and reaches over their end: the
// "Đảng bộ" of "Ban Cán sự Đảng Bộ Y tế" is none.
func (p *page) centreOver(i, n, end int) bool {
	for k := 1; k < n; k++ {
		if _, m := p.lists.orgs.find(p.toks[:end], i+k); m > n-k && p.toks[i+k].Upper() {
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
	if (k.parent || k.place) && !k.field && p.linkedParent(o, end) {
		return true
	}
	if k.own && p.readOwn(o, end) && k.branch == "army" {
		return true
	}
	if k.field && k.place {
		if u := p.readUnit(o.j, end); u != nil && u.name != "" {
			p.setUnit(o, u)
			return true
		}
		if k.stands && o.j < end && !p.fullNameAt(o.j, end) {
			if u := p.readBareProvince(o.j, end); u != nil { // Đảng bộ Quảng Ninh
				p.setUnit(o, u)
				return true
			}
		}
	}
	if k.field {
		p.readField(o, end)
	}
	p.readNumber(o, end)
	area := p.readArea(o, end)
	p.readOutside(o, end)
	if k.field && o.field == "" && o.own == "" && !k.parent && !k.place {
		return false
	}
	if !p.readSeat(o, end) {
		p.readTail(o, end)
	}
	if area && o.unit == nil {
		o.bare = ""
	}
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

// linkedParent reads the body or the place that "của" or "thuộc" joins to a name: "Văn phòng của Tỉnh ủy Lào Cai".
func (p *page) linkedParent(o *org, end int) bool {
	if !p.next(o.j, end, "của", "thuộc") {
		return false
	}
	if inner := p.readOrg(o.j+1, end); inner != nil {
		o.parent, o.j = inner, inner.j
		return true
	}
	if u := p.readUnit(o.j+1, end); u != nil && o.kind.place {
		p.setUnit(o, u)
		return true
	}
	return false
}

// readOutside reads the name of a body whose posts are not recorded, in any capitalised words: "Bệnh viện Bạch Mai".
func (p *page) readOutside(o *org, end int) {
	if !o.kind.out || o.field != "" || o.own != "" || o.unit != nil || p.fullNameAt(o.j, end) {
		return
	}
	if s, n := p.capitalRun(o.j, end, 4); n > 1 {
		o.own, o.j = s, o.j+n
	}
}

// fieldless reports whether an organisation without a field is one all the same: the Văn phòng of
// a committee, the Ban Chấp hành of a union.
func (p *page) fieldless(o *org) bool {
	return o.kind.fieldless || o.parent != nil && p.toks[o.i].Upper()
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

// readTail reads the parent body or the place after the name so far.
func (p *page) readTail(o *org, end int) {
	j := o.j
	switch {
	case j >= end || p.masked[j]:
	case p.tailBehindMark(o, end), p.centralTail(o, end), p.officeTail(o, end), p.parentTail(o, end), p.nationalTail(o, end), p.placeTail(o, end), p.foreignTail(o, end):
		return
	case p.markAt(j, end):
		return
	}
	p.need(o)
}

// markAt reports whether an abbreviation in brackets stands at token j, and words behind it: "(UBKT) Trung ương".
func (p *page) markAt(j, end int) bool {
	toks := p.toks
	return j+3 < end && toks[j].Is("(") && toks[j+1].AllUpper() && toks[j+2].Is(")") && !p.masked[j+3] && toks[j+3].Kind == text.Word
}

// tailBehindMark reads the tail behind an abbreviation in brackets: "Ủy ban Kiểm tra (UBKT) Trung ương".
func (p *page) tailBehindMark(o *org, end int) bool {
	j := o.j
	if !p.markAt(j, end) {
		return false
	}
	o.j = j + 3
	if p.readTail(o, end); o.j > j+3 {
		return true
	}
	o.j = j
	return false
}

// centralTail reads "Trung ương", or a body whose name begins with it: "Văn phòng Trung ương Đoàn".
func (p *page) centralTail(o *org, end int) bool {
	n := p.central(o.j, end)
	if n == 0 || !o.kind.field && !o.kind.parent {
		return false
	}
	if k, m := p.lists.kinds.find(p.toks[:end], o.j); m > n {
		if inner := p.readOrg(o.j, end); inner != nil {
			o.parent, o.j = inner, inner.j
			return true
		}
		o.parent, o.j = &org{span: span{o.j, o.j + m}, kind: k}, o.j+m
		return true
	}
	o.central, o.j = true, o.j+n
	return true
}

// officeTail reads the body whose own committee this is: "Đảng ủy cơ quan Bộ Tư pháp".
func (p *page) officeTail(o *org, end int) bool {
	if o.kind.branch != "party" || !p.next(o.j, end, "cơ") || !p.next(o.j+1, end, "quan") {
		return false
	}
	inner := p.readOrg(o.j+2, end)
	if inner == nil {
		return false
	}
	o.field, o.parent, o.j = "cơ quan", inner, inner.j
	return true
}

// joint counts the tokens that join a parent or a place to a name at token j, and whether they are a comma or a dash:
// "thuộc", "trực thuộc", ",".
func (p *page) joint(o *org, j, end int) (n int, loose bool) {
	switch t := p.toks[j]; {
	case t.Is("của", "thuộc"):
		return 1, false
	case t.Is("trực") && p.next(j+1, end, "thuộc"):
		return 2, false
	case t.Is("-", ",") && o.kind.parent && (o.field != "" || o.own != "" || t.Is("-")) && j+1 < end:
		return 1, true
	case o.kind.place && t.Is("cấp") && j+1 < end:
		return 1, false
	}
	return 0, false
}

// parentTail reads the body that the organisation is a part of.
func (p *page) parentTail(o *org, end int) bool {
	n, loose := p.joint(o, o.j, end)
	if !o.kind.parent || o.j+n >= end {
		return false
	}
	inner := p.readOrg(o.j+n, end)
	if inner == nil || !p.canHold(o, inner, loose) {
		return false
	}
	o.parent, o.j = inner, inner.j
	return true
}

// nationalTail reads "Việt Nam" behind the name of a union, which is no country there, and the place behind that.
func (p *page) nationalTail(o *org, end int) bool {
	j := o.j
	if !o.kind.place || !p.next(j, end, "việt") || !p.next(j+1, end, "nam") {
		return false
	}
	o.own, o.j = join(o.own, "Việt Nam"), j+2
	if u := p.readUnit(o.j, end); u != nil { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
		o.own = ""
		p.setUnit(o, u)
	}
	return true
}

// placeTail reads the place of the organisation.
func (p *page) placeTail(o *org, end int) bool {
	if !o.kind.place {
		return false
	}
	n, loose := p.joint(o, o.j, end)
	if loose {
		n = 0
	}
	return p.readPlace(o, o.j+n, end)
}

// foreignTail reads the country of a body of another one.
func (p *page) foreignTail(o *org, end int) bool {
	j := o.j
	_, n := p.lists.foreign.find(p.toks[:end], j)
	if n == 0 || !p.toks[j].Upper() || p.readBareProvince(j, end) != nil || p.beginsName(j, end) {
		return false
	}
	o.foreign, o.j = true, j+n
	return true
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
		if p.beginsName(j, end) && !p.placeOfKind(j, end, kind) && !p.districtAlone(j, end) {
			if n := p.nameRun(j, end); n == 2 && p.linkBefore(o.i) && (j+n >= end || p.toks[j+n].Is(",", ".", ";", "(")) {
				name := titleCase(p.text.Join(j, j+n)) // "ông làm Bí thư Tỉnh ủy Hà Đông": whoever holds it is named before
				p.setUnit(o, &unit{span: span{j, j + n}, kind: kind, level: p.levelOf(kind, name), name: name})
				return true
			}
			return false
		}
		if name, n := p.readName(j, end, kind); n > 0 && (!p.personAhead(j, n, end, kind) || p.districtAlone(j, end)) {
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

// districtAlone reports whether the words at token j are the name of a district, of whatever kind by now, and no more:
// "Huyện ủy Hà Tiên" is of a place that has become a town.
func (p *page) districtAlone(j, end int) bool {
	ids, n := p.lists.named.find(p.toks[:end], j)
	if n < 2 || n != p.nameRun(j, end) {
		return false
	}
	return slices.ContainsFunc(ids, func(id int) bool { return p.lists.places[id].ID[0] == 'D' })
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

// need notes what kind of unit or body the context has to give: a kind or a level of unit, "?" for any, "committee" for a
// Party committee, "assembly" for a people's council, "ministry", "host" for a body with departments.
func (p *page) need(o *org) {
	board := ""
	if o.kind.name == "Ban" {
		board = p.lists.boardOf[o.field]
	}
	switch {
	case o.unit != nil || o.parent != nil || o.central || o.named != nil:
	case o.kind.unit != "":
		o.bare = o.kind.unit
	case board == "party" || o.kind.name == "Ủy ban Kiểm tra":
		o.bare = "committee"
	case board == "assembly":
		o.bare = "assembly"
	case o.kind.central && o.field != "" && p.lists.boardOf[o.field] != "army":
		o.bare = "ministry"
	case o.kind.hosted && p.knownField(o.field):
		o.bare = "host"
	case (o.kind.place || o.kind.parent) && !o.kind.field, o.kind.name == "Đảng bộ", o.kind.name == "Ban Cán sự đảng" && o.field == "":
		o.bare = "?"
	}
}

// knownField reports whether the list has a field by that name.
func (p *page) knownField(field string) bool {
	_, ok := p.lists.boardOf[field]
	return ok
}

// absorbBodies completes a unit within a board or a ministry by the bodies that follow it: "Cục Chính
// trị (B41), Tổng cục 5, Bộ Công an". It gives the token behind them.
func (p *page) absorbBodies(o *org, j, end int) int {
	for o != nil && o.kind != nil && j+1 < end {
		k := j
		if o.parent == nil && o.unit == nil && !o.central && p.toks[k].Is("(") { // Vụ Pháp chế (Bộ Tư pháp)
			within := k + 1
			if p.next(within, end, "của", "thuộc") {
				within++
			}
			if inner := p.readOrg(within, end); inner != nil && p.canHold(o, inner, true) && p.higher(inner) && inner.j < end && p.toks[inner.j].Is(")") {
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
