package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// readOwn reads the number or name of a body that has one: "Quân khu 7", "Sư đoàn 3-Sao Vàng", "Lữ đoàn Công binh
// 270", "Khu ủy V".
func (p *Page) readOwn(o *Org, end int) bool {
	j := o.J
	if p.Next(j, end, "số") {
		j++
	}
	if j >= end {
		return false
	}
	switch {
	case o.I > 0 && p.Pair(o.I-1, o.J, &p.Lists.Words.CongressName): // "Đại hội IV"
		return false
	case p.numeral(j, end) || o.Kind.Again && o.Kind.Branch == "army" && p.armyNumber(j, end):
		p.numberedName(o, j, end)
		if p.Toks[j-1].Is("số") && o.Kind.Branch != "army" {
			o.own = "số " + o.own // Đoàn công tác số 1
		}
		return true
	case p.signAt(j, end) && (o.Kind.Branch == "army" || o.Kind.Proper):
		o.own, o.J = p.Toks[j].Norm, j+1 // "Mặt trận B3", "Chi bộ 5A"
		return true
	case o.Kind.Branch == "army":
		return p.armyName(o, j, end)
	case o.Kind.Proper:
		return p.properName(o, j, end)
	}
	return false
}

// signAt reports whether a name of letters and digits stands at token j: "B3", "5A".
func (p *Page) signAt(j, end int) bool {
	return j < end && p.Toks[j].Numbered() && !p.Masked[j] && p.Toks[j].Breaks == 0 && len(p.Toks[j].Norm) <= 4 && p.gluedBody(j) == nil
}

// gluedBody is the unit of the army whose number stands at its abbreviation at token i: "QK5"; else nil.
func (p *Page) gluedBody(i int) *Org {
	t := p.Toks[i]
	cut := strings.IndexAny(t.Norm, "0123456789")
	if !t.Numbered() || cut <= 0 {
		return nil
	}
	word := p.Words(t.Norm[:cut])
	k, n := p.Lists.Kinds.Find(word, 0)
	if n == 0 || n < len(word) || !k.Own || k.Branch != "army" || strings.Trim(t.Norm[cut:], "0123456789") != "" {
		return nil
	}
	return &Org{Span: document.Span{I: i, J: i + 1}, Kind: k, own: t.Norm[cut:]}
}

// numeral reports whether a number that may be the name of a body stands at token j: "270", "IV". A date, a share or a
// count of something ("3 năm", "5 người") is none.
func (p *Page) numeral(j, end int) bool {
	if j >= end || p.Masked[j] || p.Toks[j].Breaks > 0 {
		return false
	}
	switch t := p.Toks[j]; t.Kind {
	case text.Number:
		if j+1 >= end {
			return true
		}
		next := p.Toks[j+1]
		return !next.Is("/", "%") && !(next.Is(".", ",") && !next.Space && j+2 < end && p.Toks[j+2].Kind == text.Number && !p.Toks[j+2].Space) && !p.Lists.Words.Counted.Has(next)
	case text.Word:
		return t.AllUpperOrSingle() && record.FromRoman(t.Norm) > 0
	}
	return false
}

// armyNumber reports whether the number at token j is that of a unit of the army, though the word behind it is one that
// numbers count: "Quân khu 2 đồng chủ trì", "Quân khu 4 năm 1965", but not "Sư đoàn 3 năm liền".
func (p *Page) armyNumber(j, end int) bool {
	if j+1 >= end || p.Masked[j] || p.Toks[j].Breaks > 0 || p.Toks[j].Kind != text.Number || len(p.Toks[j].Norm) > 3 {
		return false
	}
	next := p.Toks[j+1]
	return p.Lists.Words.GoesOn.Has(next) || p.Lists.Words.Counted.Has(next) && j+2 < end && p.Toks[j+2].Kind == text.Number
}

// areaAt reports whether the area of an office begins at token j: "khu vực 5", "chi nhánh Khu vực 5".
func (p *Page) areaAt(j, end int) bool {
	if p.Pair(j, end, &p.Lists.Words.Branch) {
		j += 2
	}
	what, n := p.Lists.Areas.Find(p.Toks[:end], j)
	return n > 0 && (what == "area" && p.numeral(j+n, end) || what == "joint" && j+n < end && p.Toks[j+n].Upper())
}

// numberedName reads the number at token j and what belongs to it: "7", "3-Sao Vàng", "4 Hải quân" of an army.
func (p *Page) numberedName(o *Org, j, end int) {
	o.own, o.J = p.Toks[j].Norm, j+1
	if o.Kind.Proper {
		p.dashedPlace(o, end)
	}
	if o.Kind.Branch != "army" {
		return
	}
	if f, n := p.Lists.Fields.Find(p.Toks[:end], o.J); n > 0 && p.Toks[o.J].Upper() {
		o.own, o.J = o.own+" "+f, o.J+n // Vùng 4 Hải quân, Sư đoàn 7 Bộ binh
		return
	}
	if j+2 < end && p.Toks[j+1].Is("-") && !p.Toks[j+1].Space && p.Toks[j+2].Upper() {
		if s, n := p.capitalRun(j+2, end, 3); n > 0 {
			o.own, o.J = p.Toks[j].Norm+"-"+s, j+2+n
		}
	}
}

// armyName reads the arm or the name of a unit of the army and its number: "Công binh 270", "bộ binh 5", "Dã chiến số 4".
func (p *Page) armyName(o *Org, j, end int) bool {
	if what, _ := p.Lists.Areas.Find(p.Toks[:end], j); (o.Kind.Proper || what == "region") && p.readArea(o, end) { // Đồn Biên phòng Cửa khẩu quốc tế Bờ Y
		return true
	}
	if p.gluedBody(j) != nil {
		return false // "Bộ Tư lệnh QK7"
	}
	if _, n := p.Lists.Titles.Find(p.Toks[:end], j); n > 1 {
		return false // "Phó Sư đoàn trưởng Tham mưu trưởng"
	}
	s, n := p.arm(j, end)
	if _, body := p.Lists.Kinds.Find(p.Toks[:end], j); n == 0 && body == 0 && p.Toks[j].Upper() && !p.honourAt(j, end) {
		if s, n = p.capitalRun(j, end, 3); n == 0 {
			return false
		}
		m := n
		for m < n+3 && p.compound(j+m, end) && !p.Toks[j+m].Is("số") && !p.seatWord(j+m, end) { // Đại đội Biệt kích Thượng Rhé
			m++
		}
		if m > n {
			s, n = p.Text.Join(j, j+m), m
		}
	}
	if n == 0 {
		return false
	}
	o.own, o.J = s, j+n
	if f, _ := p.arm(j, end); f == "" {
		p.dashedNames(o, end) // "Quân khu Sài Gòn - Gia Định"
	}
	p.addNumber(o, end)
	return true
}

// seatWord reports whether the word before the place of a body stands at token k: "tại".
func (p *Page) seatWord(k, end int) bool {
	what, n := p.Lists.Areas.Find(p.Toks[:end], k)
	return n > 0 && what == "seat"
}

// arm is the arm of the service at token j, and its tokens: one of the list of fields, in small letters only before a
// number ("sư đoàn bộ binh 5").
func (p *Page) arm(j, end int) (string, int) {
	f, n := p.Lists.Fields.Find(p.Toks[:end], j)
	if n == 0 || !p.Toks[j].Upper() && !p.numeral(j+n, end) || n == 1 && p.kindAt(j, end) {
		return "", 0
	}
	return f, n
}

// properName reads a name in capitalised words that no list has, with a dash between: "Quảng Đà", "Sài Gòn - Gia Định".
func (p *Page) properName(o *Org, j, end int) bool {
	if j < end && p.Toks[j].Upper() {
		if _, n := p.Lists.Areas.Find(p.Toks[:end], j); n > 0 && p.readArea(o, end) {
			return true
		}
	}
	if j >= end || !p.Toks[j].Upper() || p.fullNameAt(j, end) || p.kindAt(j, end) || o.Kind.Apart && (p.beginsName(j, end) || p.readBareProvince(j, end) != nil) {
		return false
	}
	s, n := p.capitalRun(j, end, 3)
	if n == 0 || n < 2 && o.Kind.Field || o.Kind.Apart && p.compound(j+n, end) {
		return false // "Mặt trận Quốc gia …" is of no place "Quốc"
	}
	o.own, o.J = s, j+n
	p.dashedNames(o, end)
	return true
}

// dashedNames adds the names that dashes join to the name of a body: "Bình - Trị - Thiên".
func (p *Page) dashedNames(o *Org, end int) {
	for range maxJoint {
		if !p.Next(o.J, end, "-") || o.J+1 >= end || !p.Toks[o.J+1].Upper() || p.fullNameAt(o.J+1, end) {
			break
		}
		more, m := p.capitalRun(o.J+1, end, 3)
		if m == 0 {
			break
		}
		o.own, o.J = o.own+" - "+more, o.J+1+m
	}
}

// placeBehind reports whether a place stands behind the number of a body: "Chi đội 2 Quảng Ngãi".
func (p *Page) placeBehind(o *Org, end int) bool {
	return o.J < end && o.Kind.Place && p.readBareProvince(o.J, end) != nil
}

// readNumber reads the number behind a field: "Đội Cảnh sát giao thông số 4", "Phòng Tổ chức nhân sự 2".
func (p *Page) readNumber(o *Org, end int) {
	if o.field == "" || o.own != "" {
		return
	}
	if p.Toks[o.J-1].Is("số") && o.J < end && p.Toks[o.J].Kind == text.Number {
		o.own, o.J = p.Toks[o.J].Norm, o.J+1
		return
	}
	if k := o.J; p.Next(k, end, "số") && k+1 < end && p.Toks[k+1].Kind == text.Number && !p.Masked[k+1] {
		o.own, o.J = "số "+p.Toks[k+1].Norm, k+2
		return
	}
	if o.Kind.Any || o.Kind.Own {
		p.addNumber(o, end)
	}
}

// addNumber adds a number to the name so far, with or without "số".
func (p *Page) addNumber(o *Org, end int) {
	j, sign := o.J, ""
	if p.Next(j, end, "số") {
		j, sign = j+1, "số"
	}
	if p.numeral(j, end) && (p.Toks[j].Kind == text.Number && len(p.Toks[j].Norm) <= 4 || o.Kind.Any && o.field != "" && !p.Next(j+1, end, ".")) {
		o.own, o.J = Join(o.own, sign, p.Toks[j].Norm), j+1
	}
}

// readArea reads the area of an office that is of no unit: "khu vực 5", "khu vực 2 - Lào Cai", "Liên khu 5", "vùng II",
// "liên huyện Sông Đông - Sông Tây", "Trung Bộ", or the branch that has one: "chi nhánh Khu vực 5".
func (p *Page) readArea(o *Org, end int) bool {
	start := o.J
	if p.Pair(start, end, &p.Lists.Words.Branch) {
		start += 2
	}
	what, n := p.Lists.Areas.Find(p.Toks[:end], start)
	if n == 0 || start > o.J && what != "area" || p.armyArea(start, end) {
		return false
	}
	j := start + n
	switch {
	case what == "site":
		s, m := p.siteName(j, end)
		if m == 0 {
			return false
		}
		o.own, o.J = Join(o.own, p.Text.Join(o.J, j), s), j+m
		return true
	case what == "region" && (p.Toks[start].Upper() || p.Toks[j-1].Upper()):
	case what != "area" && what != "joint":
		return false
	case p.numeral(j, end):
		j++
	default:
		m := p.areaName(o, what == "joint" || what == "area" && n > 1 && p.placeAt(j, end), j, end)
		if m == 0 {
			return false
		}
		j += m
	}
	o.own, o.J = Join(o.own, p.Text.Join(o.J, j)), j
	if what == "area" && p.numeral(j-1, end) {
		p.dashedPlace(o, end)
		p.areaProvince(o, end)
	}
	return true
}

// armyArea reports whether the words at token j are a body of the army, and no area: "Vùng 4 Hải quân".
func (p *Page) armyArea(j, end int) bool {
	k, n := p.Lists.Kinds.Find(p.Toks[:end], j)
	if n == 0 || k.Branch != "army" || !p.numeral(j+n, end) || j+n+1 >= end {
		return false
	}
	_, m := p.Lists.Fields.Find(p.Toks[:end], j+n+1)
	return m > 0 && p.Toks[j+n+1].Upper()
}

// areaProvince reads the province in which the areas are counted, behind a comma: "Viện kiểm sát nhân dân khu vực 4, tỉnh
// Đồng Tháp".
func (p *Page) areaProvince(o *Org, end int) {
	if o.Kind == nil || o.Kind.Branch != "court" && o.Kind.Unit != "province" || !p.Next(o.J, end, ",") {
		return
	}
	if u := p.ReadUnit(o.J+1, end); u != nil && u.Name != "" && u.Level == 1 {
		p.setUnit(o, u)
	}
}

// areaName counts the tokens of the name of an area without a number: "Việt Bắc" of a Liên khu, or the units of an office, of
// which it may have one alone.
func (p *Page) areaName(o *Org, one bool, j, end int) int {
	if m := p.jointPlaces(j, end, one); m > 0 {
		return m
	}
	if o.Kind == nil || j >= end || !p.Toks[j].Upper() {
		return 0
	}
	if what, n := p.Lists.Areas.Find(p.Toks[:end], j); what == "region" && (p.Toks[j-1].Upper() || o.Kind.Proper) {
		return n // "Công an Khu Tây Bắc"
	}
	if !o.Kind.Proper {
		return 0
	}
	_, m := p.capitalRun(j, end, 3)
	return m
}

// jointPlaces counts the tokens of the names of units that one office is for, with or without their kinds: "Gò Công Đông -
// Gò Công Tây", "thành phố Cao Lãnh - huyện Cao Lãnh". One alone counts where one may.
func (p *Page) jointPlaces(j, end int, one bool) int {
	k, names := j, 0
	for k < end && names < maxJoint {
		at := k
		if names > 0 {
			if !p.Toks[k].Is("-") || k+1 >= end {
				break
			}
			at++
		}
		m := p.unitOrName(at, end)
		if m == 0 {
			break
		}
		k, names = at+m, names+1
	}
	if names == 0 || names == 1 && !one {
		return 0
	}
	return k - j
}

// maxJoint is the most units that one office is for.
const maxJoint = 5

// unitOrName counts the tokens of a unit with its kind, or of the name of a place without it, at token k.
func (p *Page) unitOrName(k, end int) int {
	if u := p.ReadUnit(k, end); u != nil {
		if u.Name == "" {
			return 0
		}
		return u.J - k
	}
	if p.fullNameAt(k, end) && !p.placeAt(k, end) {
		return 0
	}
	_, n := p.placeName(k, end)
	return n
}

// siteName is the name of a place that is no unit behind the word for it at token j, and its tokens: the "Hữu Nghị" of
// "Cửa khẩu Hữu Nghị".
func (p *Page) siteName(j, end int) (string, int) {
	if j >= end || !p.Toks[j].Upper() {
		return "", 0
	}
	if ids, n := p.Lists.Named.Find(p.Toks[:end], j); n > 1 {
		return p.Lists.PlaceList[ids[0]].Name, n
	}
	return p.capitalRun(j, end, 4)
}

// placeAt reports whether a place of the list is named at token k.
func (p *Page) placeAt(k, end int) bool {
	_, n := p.Lists.Named.Find(p.Toks[:end], k)
	return n > 0
}

// dashedPlace adds the place to the number of an area: the "Lào Cai" of "khu vực 2 - Lào Cai".
func (p *Page) dashedPlace(o *Org, end int) {
	j := o.J + 1
	if !p.Next(o.J, end, "-") || j >= end || p.fullNameAt(j, end) {
		return
	}
	if name, n := p.placeName(j, end); n > 0 {
		o.own, o.J = o.own+" - "+name, j+n
	}
}

// placeName is the name of a place at token j, of the list or in capitalised words, and its tokens.
func (p *Page) placeName(j, end int) (string, int) {
	if !p.Toks[j].Upper() {
		return "", 0
	}
	if ids, n := p.Lists.Named.Find(p.Toks[:end], j); n > 0 {
		return p.Lists.PlaceList[ids[0]].Name, n
	}
	return p.capitalRun(j, end, 3)
}

// readSeat reads the place where a body sits that is not of that place: "Tòa án nhân dân cấp cao tại Đà Nẵng".
func (p *Page) readSeat(o *Org, end int) bool {
	what, n := p.Lists.Areas.Find(p.Toks[:end], o.J)
	if n == 0 || what != "seat" || o.J+n >= end {
		return false
	}
	if o.Kind.Open && o.field != "" {
		return p.readRegion(o, o.J+n, end)
	}
	if !o.Kind.Seated {
		return false
	}
	u := p.ReadUnit(o.J+n, end)
	if u == nil {
		u = p.readBareProvince(o.J+n, end)
	}
	if u == nil || u.Name == "" {
		return false
	}
	o.own, o.J = Join(o.own, "tại", u.Full()), u.J
	return true
}

// readRegion reads the units in which a working group works, behind "tại": "các tỉnh Tây Nguyên".
func (p *Page) readRegion(o *Org, j, end int) bool {
	_, n := p.Lists.Units.Find(p.Toks[:end], j+1)
	if n == 0 || !p.Next(j, end, "các") {
		return false
	}
	_, m := p.capitalRun(j+1+n, end, 3)
	if m == 0 {
		return false
	}
	o.own, o.J = Join(o.own, p.Text.Join(o.J, j+1+n+m)), j+1+n+m
	return true
}
