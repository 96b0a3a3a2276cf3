package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// deepest is how many organisations may lie in each other. Each is read in more than one way, so that without a
// bound a text that repeats one takes twice as long with every word.
const deepest = 7

// readOrg reads an organisation at token i, or gives nil.
func (p *Page) readOrg(i, end int) *Org {
	if i >= end || p.Masked[i] {
		return nil
	}
	k, kn := p.kindOf(i, end)
	if kn > 0 && k.Upper && !p.Toks[i].Upper() {
		return nil
	}
	if kn > 0 && k.Ministry && !p.Toks[i].Upper() && i > 0 && p.Lists.Words.Staff.Has(p.Toks[i-1], p.Toks[i]) && i+1 < end && p.Toks[i+1].Upper() {
		return nil // "điều động cán bộ Thanh Hóa"
	}
	if kn == 1 && p.Toks[i].AllUpper() && (p.Pair(i, end, &p.Lists.Words.KindInWord) || i > 0 && p.Toks[i].Breaks == 0 && p.Pair(i-1, i+1, &p.Lists.Words.KindInWord)) {
		return nil // "DANH SÁCH CÁN BỘ NGHỈ HƯU"
	}
	if kn == 1 && i > 0 && p.Pair(i-1, i+1, &p.Lists.Words.CongressName) {
		return nil // "Đại hội II"
	}
	if u := p.unionCentre(i, end); u != nil {
		return u
	}
	var named *Org
	if b, n := p.Lists.Orgs.Find(p.Toks[:end], i); n > 0 && n >= kn && p.wholeName(i, i+n, end) && !p.bodyOver(i, n, end) {
		named = p.namedTail(&Org{Span: document.Span{I: i, J: i + n}, Named: b}, end)
	}
	if kn == 0 && named == nil {
		if o := p.gluedBody(i); o != nil {
			return o
		}
		return p.shortBody(i)
	}
	if kn == 0 || named != nil && !k.Field && !k.Place && !(k.Own && p.areaAt(named.J, end)) {
		return named
	}
	o := &Org{Span: document.Span{I: i, J: i + kn}, Kind: k}
	if p.within == deepest {
		return named
	}
	p.within++
	whole := p.trunk(o, end)
	p.within--
	if !whole || named != nil && named.J >= o.J {
		return named
	}
	if named != nil && p.areaAt(named.J, end) { // Ngân hàng Nhà nước khu vực 7
		return o
	}
	if named != nil && (o.Unit != nil || UnitKinds[o.Bare]) && !k.Field { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
		return o
	}
	if named != nil && o.Parent == nil && o.field == "" && o.own == "" {
		return named
	}
	if named != nil && !p.listedField(o, named) {
		return named
	}
	return o
}

// kindOf is the kind of organisation at token i: the longest of the list, unless another that begins within it reaches
// further: "Ủy ban Kiểm tra Đảng ủy" is an Ủy ban Kiểm tra of a Đảng ủy.
func (p *Page) kindOf(i, end int) (*gazetteer.BodyKind, int) {
	toks := p.Toks[:end]
	k, n := p.Lists.Kinds.Find(toks, i)
	if n > 1 && p.bodyOver(i, n, end) {
		if short, m := p.Lists.Kinds.Find(toks[:i+n-1], i); m > 0 {
			return short, m
		}
	}
	return k, n
}

// unionCentre reads the centre of a mass organisation at token i: "Trung ương Hội Nông dân Việt Nam".
func (p *Page) unionCentre(i, end int) *Org {
	if p.central(i, end) != 2 {
		return nil
	}
	if k, n := p.Lists.Kinds.Find(p.Toks[:end], i+2); n == 0 || k.Branch != "mass" || k.Out || p.within == deepest {
		return nil
	}
	p.within++
	o := p.readOrg(i+2, end)
	p.within--
	if o == nil || o.Unit != nil {
		return nil
	}
	o.Bare = ""
	return &Org{Span: document.Span{I: i, J: o.J}, Named: &gazetteer.NamedBody{Name: Join(gazetteer.Centre, p.inFull(o.Name())), Branch: o.Branch()}}
}

// bodyOver reports whether a body begins within the n words at token i and reaches over their end: "Văn phòng
// Trung ương Đoàn" is not the "Văn phòng Trung ương". One that is cut by a third in its turn does not count: the "Tổ
// Đảng" of a "Đoàn đại biểu Quốc hội" has no Đảng đoàn in it.
func (p *Page) bodyOver(i, n, end int) bool {
	for k := 1; k < n; k++ {
		_, m := p.Lists.Kinds.Find(p.Toks[:end], i+k)
		if m > n-k && (p.central(i+k, end) == 2 && m > 2 || !p.bodyOver(i+k, m, end) && !p.centreOver(i+k, m, end)) {
			return true // "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"
		}
	}
	return false
}

// centreOver reports whether a body of the centre begins within the n words at token i and reaches over their end: the
// "Đảng bộ" of "Ban Cán sự Đảng Bộ Y tế" is none.
func (p *Page) centreOver(i, n, end int) bool {
	for k := 1; k < n; k++ {
		if _, m := p.Lists.Orgs.Find(p.Toks[:end], i+k); m > n-k && (p.Toks[i+k].Upper() || p.Toks[i+k+1].Upper()) {
			return true
		}
		if p.ministryAt(i+k, end) {
			return true
		}
	}
	return false
}

// ministryAt reports whether a ministry that no list has, or the word for one alone, stands at token i: the "Bộ" of "Ban Cán sự
// đảng Bộ Thủy lợi" and of "Bí thư Ban Cán sự Đảng Bộ, Thứ trưởng", but not that of "Ban Cán sự Đảng bộ tỉnh".
func (p *Page) ministryAt(i, end int) bool {
	k, n := p.Lists.Kinds.Find(p.Toks[:end], i)
	if n != 1 || !k.Ministry {
		return false
	}
	j := i + 1
	if j >= end || p.Toks[j].Is(",", ";", ".", ")") {
		return true
	}
	return p.Toks[i].Upper() && p.Toks[j].Upper() && p.Toks[j].Breaks == 0 && p.ReadUnit(j, end) == nil && p.readBareProvince(j, end) == nil && !p.kindAt(j, end)
}

// trunk completes an organisation after its first words, as the kind allows. It reports false when
// the words are no organisation after all: a generic "ban" or "phòng".
func (p *Page) trunk(o *Org, end int) bool {
	k := o.Kind
	if (k.Parent || k.Place) && !k.Field && p.linkedParent(o, end) {
		return true
	}
	if (k.Side || k.Stands && !k.Board) && (p.readBareKind(o, end) || p.sitsIn(o, end)) {
		return true
	}
	if k.Committee && p.Pair(o.J, end, &p.Lists.Words.Provisional) {
		o.J += 2 // "Xứ ủy lâm thời Nam Bộ"
	}
	if k.Own && p.readOwn(o, end) && k.Branch == "army" {
		return true
	}
	if k.Field && k.Place {
		if u := p.ReadUnit(o.J, end); u != nil && (u.Name != "" || k.Branch == "mass" && UnitKinds[u.Kind] && p.Toks[o.I].Upper()) {
			p.setUnit(o, u) // Đoàn xã
			return true
		}
		if k.Stands && o.J < end && !p.fullNameAt(o.J, end) {
			if u := p.readBareProvince(o.J, end); u != nil { // Đảng bộ Quảng Ninh
				p.setUnit(o, u)
				return true
			}
		}
	}
	if k.Field && !(o.own != "" && p.placeBehind(o, end)) {
		p.readField(o, end)
	}
	p.readNumber(o, end)
	area := p.readArea(o, end)
	p.readOutside(o, end)
	if k.Field && o.field == "" && o.own == "" && !k.Parent && !k.Place {
		return false
	}
	if !p.readSeat(o, end) {
		p.readTail(o, end)
	}
	if area && o.Unit == nil {
		o.Bare = ""
	}
	if k.Field && o.field == "" && o.own == "" {
		return p.fieldless(o)
	}
	if k.Abroad {
		if _, n := p.Lists.Foreign.Find(p.Toks[:end], o.J); n > 0 {
			o.J += n
		}
	}
	return true
}

// readBareKind reads the kind alone of the body that a committee is of, which the post beside it names: "Bí thư Đảng ủy
// Cục, Cục trưởng Cục Kế hoạch".
func (p *Page) readBareKind(o *Org, end int) bool {
	k, n := p.Lists.Kinds.Find(p.Toks[:end], o.J)
	j := o.J + n
	if n == 0 || !k.Field || k.Branch == "party" || k.Branch == "mass" || j < end && !p.Toks[j].Is(",", ";", "-", ")", ".") {
		return false
	}
	o.partOf, o.Bare, o.J = k, "?", j
	return true
}

// sitsIn reads the body that a committee sits in: "Ban Cán sự đảng tại Viện kiểm sát nhân dân tỉnh An Giang".
func (p *Page) sitsIn(o *Org, end int) bool {
	if !p.seatWord(o.J, end) {
		return false
	}
	inner := p.readOrg(o.J+1, end)
	if inner == nil || inner.Generic() {
		return false
	}
	o.Parent, o.J = inner, inner.J
	return true
}

// linkedParent reads the body or the place that "của" or "thuộc" joins to a name: "Văn phòng của Tỉnh ủy Lào Cai".
func (p *Page) linkedParent(o *Org, end int) bool {
	if !p.NextIn(o.J, end, &p.Lists.Words.OfBody) {
		return false
	}
	if inner := p.readOrg(o.J+1, end); inner != nil {
		o.Parent, o.J = inner, inner.J
		return true
	}
	if u := p.ReadUnit(o.J+1, end); u != nil && o.Kind.Place {
		p.setUnit(o, u)
		return true
	}
	return false
}

// readOutside reads the name of a body whose posts are not recorded, in any capitalised words: "Bệnh viện Bạch Mai".
func (p *Page) readOutside(o *Org, end int) {
	if !o.Kind.Out || o.field != "" || o.own != "" || o.Unit != nil || p.fullNameAt(o.J, end) {
		return
	}
	if o.J >= end {
		return
	}
	if s, n := p.capitalRun(o.J, end, 4); n > 1 {
		o.own, o.J = s, o.J+n
	}
}

// fieldless reports whether an organisation without a field is one all the same: the Văn phòng of
// a committee, the Ban Chấp hành of a union.
func (p *Page) fieldless(o *Org) bool {
	if o.Kind.Again && o.J-o.I == 1 && !p.Toks[o.I].AllUpper() && strings.Contains(o.Kind.Name, " ") {
		return false // a "Khối" is a "Đảng ủy Khối" only with its field
	}
	return o.Kind.Fieldless || o.Parent != nil && p.Toks[o.I].Upper()
}

// central counts the tokens of "Trung ương (Đảng)" at token j.
func (p *Page) central(j, end int) int {
	if !p.Pair(j, end, &p.Lists.Words.OfCentre) {
		return 0
	}
	if j+2 < end && p.Toks[j+2].Norm == "Đảng" {
		return 3
	}
	return 2
}

// knownField reports whether the list has a field by that name.
func (p *Page) knownField(field string) bool {
	_, ok := p.Lists.BoardOf[field]
	return ok
}

// absorbBodies completes a unit within a board or a ministry by the bodies that follow it: "Cục Chính
// trị (B41), Tổng cục 5, Bộ Công an". It gives the token behind them.
func (p *Page) absorbBodies(o *Org, j, end int) int {
	for o != nil && o.Kind != nil && j+1 < end {
		k := j
		if o.Parent == nil && o.Unit == nil && !o.central && p.Toks[k].Is("(") { // Vụ Pháp chế (Bộ Tư pháp)
			within := k + 1
			if p.NextIn(within, end, &p.Lists.Words.OfBody) {
				within++
			}
			if inner := p.readOrg(within, end); inner != nil && p.canHold(o, inner, true) && p.higher(inner) && inner.J < end && p.Toks[inner.J].Is(")") {
				o.Parent, o.Bare = inner, ""
				return inner.J + 1
			}
		}
		if p.Toks[k].Is("(") {
			for k < end && k < j+5 && !p.Toks[k].Is(")") {
				k++
			}
			k++
		}
		if k+1 >= end || !p.Toks[k].Is(",", "-") {
			return j
		}
		inner := p.readOrg(k+1, end)
		if inner == nil || !p.canHold(o, inner, true) || !p.higher(inner) {
			return j
		}
		if o.Parent == nil && o.Unit == nil && !o.central {
			o.Parent, o.Bare = inner, ""
		}
		o, j = inner, inner.J
	}
	return j
}

// higher reports whether an organisation is one that has departments: a ministry, a general
// department, an office, a commission of the Party.
func (p *Page) higher(o *Org) bool {
	if o.Named != nil {
		return true
	}
	return o.Kind.Whole
}
