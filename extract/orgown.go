package extract

import "github.com/nhiemky/nhiemky/extract/text"

// readOwn reads the number or name of a body that has one: "Quân khu 7", "Sư đoàn 3-Sao Vàng", "Lữ đoàn Công binh
// 270", "Khu ủy V".
func (p *page) readOwn(o *org, end int) bool {
	j := o.j
	if p.next(j, end, "số") {
		j++
	}
	if j >= end {
		return false
	}
	switch {
	case p.numeral(j, end):
		p.numberedName(o, j, end)
		if p.toks[j-1].Is("số") && o.kind.branch != "army" {
			o.own = "số " + o.own // Đoàn công tác số 1
		}
		return true
	case o.kind.branch == "army":
		return p.armyName(o, j, end)
	case o.kind.proper:
		return p.properName(o, j, end)
	}
	return false
}

// numeral reports whether a number that may be the name of a body stands at token j: "270", "IV". A date, a share or a
// count of something ("3 năm", "5 người") is none.
func (p *page) numeral(j, end int) bool {
	if j >= end || p.masked[j] || p.toks[j].Breaks > 0 {
		return false
	}
	switch t := p.toks[j]; t.Kind {
	case text.Number:
		if j+1 >= end {
			return true
		}
		next := p.toks[j+1]
		return !next.Is("/", "%") && !(next.Is(".", ",") && !next.Space && j+2 < end && p.toks[j+2].Kind == text.Number && !p.toks[j+2].Space) && !p.lists.words.Counted.has(next)
	case text.Word:
		return t.AllUpperOrSingle() && FromRoman(t.Norm) > 0
	}
	return false
}

// areaAt reports whether the area of an office begins at token j: "khu vực 5".
func (p *page) areaAt(j, end int) bool {
	what, n := p.lists.areas.find(p.toks[:end], j)
	return n > 0 && what == "area" && p.numeral(j+n, end)
}

// numberedName reads the number at token j and what belongs to it: "7", "3-Sao Vàng", "4 Hải quân" of an army.
func (p *page) numberedName(o *org, j, end int) {
	o.own, o.j = p.toks[j].Norm, j+1
	if o.kind.proper {
		p.dashedPlace(o, end)
	}
	if o.kind.branch != "army" {
		return
	}
	if f, n := p.lists.fields.find(p.toks[:end], o.j); n > 0 && p.toks[o.j].Upper() {
		o.own, o.j = o.own+" "+f, o.j+n // Vùng 4 Hải quân, Sư đoàn 7 Bộ binh
		return
	}
	if j+2 < end && p.toks[j+1].Is("-") && !p.toks[j+1].Space && p.toks[j+2].Upper() {
		if s, n := p.capitalRun(j+2, end, 3); n > 0 {
			o.own, o.j = p.toks[j].Norm+"-"+s, j+2+n
		}
	}
}

// armyName reads the arm or the name of a unit of the army and its number: "Công binh 270", "bộ binh 5", "Dã chiến số 4".
func (p *page) armyName(o *org, j, end int) bool {
	s, n := p.arm(j, end)
	if n == 0 && p.toks[j].Upper() && !p.kindAt(j, end) {
		if s, n = p.capitalRun(j, end, 3); n == 0 {
			return false
		}
		m := n
		for m < n+3 && p.compound(j+m, end) && !p.toks[j+m].Is("số") { // Đại đội Biệt kích Thượng Rhé
			m++
		}
		if m > n {
			s, n = p.text.Join(j, j+m), m
		}
	}
	if n == 0 {
		return false
	}
	o.own, o.j = s, j+n
	p.addNumber(o, end)
	return true
}

// arm is the arm of the service at token j, and its tokens: one of the list of fields, in small letters only before a
// number ("sư đoàn bộ binh 5").
func (p *page) arm(j, end int) (string, int) {
	f, n := p.lists.fields.find(p.toks[:end], j)
	if n == 0 || !p.toks[j].Upper() && !p.numeral(j+n, end) || n == 1 && p.kindAt(j, end) {
		return "", 0
	}
	return f, n
}

// properName reads a name in capitalised words that no list has, with a dash between: "Quảng Đà", "Sài Gòn - Gia Định".
func (p *page) properName(o *org, j, end int) bool {
	if j < end && p.toks[j].Upper() {
		if _, n := p.lists.areas.find(p.toks[:end], j); n > 0 && p.readArea(o, end) {
			return true
		}
	}
	if j >= end || !p.toks[j].Upper() || p.fullNameAt(j, end) || p.kindAt(j, end) {
		return false
	}
	s, n := p.capitalRun(j, end, 3)
	if n == 0 || n < 2 && o.kind.field {
		return false
	}
	o.own, o.j = s, j+n
	if p.next(o.j, end, "-") && o.j+1 < end && p.toks[o.j+1].Upper() && !p.fullNameAt(o.j+1, end) {
		if more, m := p.capitalRun(o.j+1, end, 3); m > 0 {
			o.own, o.j = o.own+" - "+more, o.j+1+m
		}
	}
	return true
}

// readNumber reads the number behind a field: "Đội Cảnh sát giao thông số 4", "Phòng Tổ chức nhân sự 2".
func (p *page) readNumber(o *org, end int) {
	if o.field == "" || o.own != "" {
		return
	}
	if p.toks[o.j-1].Is("số") && o.j < end && p.toks[o.j].Kind == text.Number {
		o.own, o.j = p.toks[o.j].Norm, o.j+1
		return
	}
	if k := o.j; p.next(k, end, "số") && k+1 < end && p.toks[k+1].Kind == text.Number && !p.masked[k+1] {
		o.own, o.j = "số "+p.toks[k+1].Norm, k+2
		return
	}
	if o.kind.any || o.kind.own {
		p.addNumber(o, end)
	}
}

// addNumber adds a number to the name so far, with or without "số".
func (p *page) addNumber(o *org, end int) {
	j, sign := o.j, ""
	if p.next(j, end, "số") {
		j, sign = j+1, "số"
	}
	if p.numeral(j, end) && p.toks[j].Kind == text.Number && len(p.toks[j].Norm) <= 4 {
		o.own, o.j = join(o.own, sign, p.toks[j].Norm), j+1
	}
}

// readArea reads the area of an office that is of no unit: "khu vực 5", "khu vực 2 - Lào Cai", "Liên khu 5", "vùng II".
func (p *page) readArea(o *org, end int) bool {
	what, n := p.lists.areas.find(p.toks[:end], o.j)
	if n == 0 || what != "area" {
		return false
	}
	j := o.j + n
	switch {
	case p.numeral(j, end):
		j++
	case o.kind != nil && o.kind.proper && j < end && p.toks[j].Upper():
		_, m := p.capitalRun(j, end, 3)
		j += m
	default:
		return false
	}
	o.own, o.j = join(o.own, p.text.Join(o.j, j)), j
	p.dashedPlace(o, end)
	return true
}

// dashedPlace adds the place to the number of an area: the "Lào Cai" of "khu vực 2 - Lào Cai".
func (p *page) dashedPlace(o *org, end int) {
	j := o.j + 1
	if !p.next(o.j, end, "-") || j >= end || p.fullNameAt(j, end) {
		return
	}
	if name, n := p.placeName(j, end); n > 0 {
		o.own, o.j = o.own+" - "+name, j+n
	}
}

// placeName is the name of a place at token j, of the list or in capitalised words, and its tokens.
func (p *page) placeName(j, end int) (string, int) {
	if !p.toks[j].Upper() {
		return "", 0
	}
	if ids, n := p.lists.named.find(p.toks[:end], j); n > 0 {
		return p.lists.places[ids[0]].Name, n
	}
	return p.capitalRun(j, end, 3)
}

// readSeat reads the place where a body sits that is not of that place: "Tòa án nhân dân cấp cao tại Đà Nẵng".
func (p *page) readSeat(o *org, end int) bool {
	what, n := p.lists.areas.find(p.toks[:end], o.j)
	if n == 0 || what != "seat" || !o.kind.seated || o.j+n >= end {
		return false
	}
	u := p.readUnit(o.j+n, end)
	if u == nil {
		u = p.readBareProvince(o.j+n, end)
	}
	if u == nil || u.name == "" {
		return false
	}
	o.own, o.j = join(o.own, "tại", u.full()), u.j
	return true
}
