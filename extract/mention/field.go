package mention

import (
	"github.com/nhiemky/nhiemky/extract/text"
)

// readField reads what a board or department deals with: the longest field of the list, or else
// capitalised words and small ones that occur in fields; then what goes on behind that.
func (p *Page) readField(o *Org, end int) {
	if p.branchField(o, end) {
		return
	}
	if o.Kind.Open && p.aboutField(o, end) || p.scopedField(o, end) {
		p.extendField(o, end, true)
		return
	}
	j := o.J
	f, n := p.fieldAt(j, end)
	switch {
	case n > 0:
		o.field, o.J = f, j+n
		if free := p.freeField(j, end); free > n && o.Kind.Any && p.closesField(j+n, j+free, end) {
			o.field, o.J = p.Text.Join(j, j+free), j+free
		}
	case o.Kind.Parent && p.parentFollows(o, end):
		return
	default:
		if n = p.unlistedField(o, end); n == 0 {
			return
		}
		o.field, o.J = p.Text.Join(j, j+n), j+n
		if n > 1 && p.Toks[j].AllUpper() && p.Toks[j+1].AllUpper() || p.insideCapitals(j) {
			o.field = titleCase(o.field)
		}
	}
	p.extendField(o, end, f != "")
}

// branchField reads the branch of work of a union or a Party organisation: "Công đoàn ngành Giáo dục".
func (p *Page) branchField(o *Org, end int) bool {
	what, n := p.Lists.Areas.Find(p.Toks[:end], o.J)
	if n == 0 || what != "branch" || o.Kind.Branch != "mass" && o.Kind.Branch != "party" {
		return false
	}
	f, m := p.Lists.Fields.Find(p.Toks[:end], o.J+n)
	if m == 0 {
		return false
	}
	o.field, o.J = p.Text.Join(o.J, o.J+n)+" "+f, o.J+n+m
	return true
}

// parentFollows reports whether the body that an organisation without a field is a part of stands behind it.
func (p *Page) parentFollows(o *Org, end int) bool {
	inner := p.readOrg(o.J, end)
	o.tried, o.ahead = o.J+1, inner
	return inner != nil && (inner.Named != nil || inner.field != "" || inner.Kind.Place && !inner.Kind.Field)
}

// unlistedField counts the tokens of a field that no list has.
func (p *Page) unlistedField(o *Org, end int) int {
	j := o.J
	n := p.openField(j, end, true)
	if n == 0 && o.Kind.Any && !o.titled && p.Toks[o.I].Upper() && p.compound(j, end) {
		if free := p.freeField(j, end); free > 0 && p.wholeAt(j+free, end) {
			return free // "Trung tâm dinh dưỡng thành phố Cần Thơ"
		}
	}
	if n == 0 && o.titled && j < end && !p.Toks[j].Upper() && !p.compound(j, end) && !p.Toks[j].Is("theo") {
		return 0 // "Đội trưởng và hai cầu thủ"
	}
	if n == 0 && !o.titled && !(o.Kind.Open && p.startsPair(j, end) && p.Toks[o.I].Upper()) {
		return 0
	}
	if free := p.freeField(j, end); free > n && o.Kind.Any && (o.titled && o.Kind.Part || o.Kind.Open || p.Toks[j].Upper()) {
		n = free
	}
	if n > 0 && p.compound(j+n, end) {
		n = max(n, p.freeField(j, end)) // "Ban Căn cứ địa Trung ương"
	}
	return n
}

// extendField adds what a field goes on with: "và Bưu điện", "về Hợp tác", "- Quốc phòng", "Nhà nước", ", vận tải", or
// small words that occur in fields behind one of the list.
func (p *Page) extendField(o *Org, end int, listed bool) {
	more := false
	for range maxParts {
		if !p.joinedField(o, end) && !p.aboutField(o, end) && !p.dashedField(o, end) && !p.scopeField(o, end) && !p.commaField(o, end) && !p.nextField(o, end) && !p.restOfField(o, end) {
			break
		}
		more = true
	}
	if !listed || more || o.Kind.Ministry {
		return
	}
	if n := p.openField(o.J, end, false); n > 0 && !(n == 2 && p.Pair(o.J, end, &p.Lists.Words.WorksThere)) {
		o.field, o.J = o.field+" "+p.Text.Join(o.J, o.J+n), o.J+n
		_ = p.commaField(o, end) || p.joinedField(o, end) && p.scopeField(o, end)
	}
}

// maxParts is the most parts that a field goes on with.
const maxParts = 4

// closesField reports whether the words [i, j) behind a field of the list belong to the name: those in small letters
// occur in fields, or the body or the place follows. "Cục Tổ chức cán bộ đọc quyết định" goes on with a verb.
func (p *Page) closesField(i, j, end int) bool {
	for k := i; k < j; k++ {
		switch t := p.Toks[k]; {
		case t.Upper() || t.Is("-", "&", ","):
			return true
		case !p.Lists.Words.FieldJoint.Has(t) && !p.inField(k, end):
			return p.bodyAt(j, end)
		}
	}
	return true
}

// bodyAt reports whether a body or a place that completes a name begins at token j: "Bộ Công an", "tỉnh Lào Cai", "của
// Sở".
func (p *Page) bodyAt(j, end int) bool {
	if p.NextIn(j, end, &p.Lists.Words.OfBody) || p.Next(j, end, ",") {
		return p.termAhead(j+1, end)
	}
	return p.termAhead(j, end) || p.numeral(j, end)
}

// termAhead reports whether a kind of body, the centre or a place begins at token j.
func (p *Page) termAhead(j, end int) bool {
	if j >= end {
		return false
	}
	toks := p.Toks[:end]
	if _, n := p.Lists.Titles.Find(toks, j); n > 0 {
		return false
	}
	if _, n := p.Lists.Kinds.Find(toks, j); n > 0 && p.Toks[j].Upper() {
		return true
	}
	if _, n := p.Lists.Orgs.Find(toks, j); n > 0 && p.Toks[j].Upper() {
		return true
	}
	if _, n := p.Lists.Units.Find(toks, j); n > 0 {
		return true
	}
	return p.central(j, end) > 0 || p.readBareProvince(j, end) != nil
}

// dashedField adds a second field of the list that a dash joins: "Kinh tế - Quốc phòng".
func (p *Page) dashedField(o *Org, end int) bool {
	k := o.J + 1
	if !p.Next(o.J, end, "-") || k >= end || p.startsTerm(k, end) && !p.fieldOfPart(k, end) || p.beginsName(k, end) {
		return false
	}
	f, n := p.fieldAt(k, end)
	if n == 0 || n == 1 && !p.Toks[k].Upper() {
		if n = p.freeField(k, end); n == 0 || p.Toks[k].Upper() || !p.compound(k, end) || !p.wholeAt(k+n, end) {
			return false // "Đội Cảnh sát giao thông - trật tự Công an huyện Hải Hậu"
		}
		f = p.Text.Join(k, k+n)
	}
	o.field, o.J = o.field+" - "+f, k+n
	return true
}

// scopeField adds a word that closes the name of a body of the whole country: "Ủy ban Kế hoạch Nhà nước".
func (p *Page) scopeField(o *Org, end int) bool {
	what, n := p.Lists.Areas.Find(p.Toks[:end], o.J)
	if n == 0 || what != "scope" || !o.Kind.About && !o.Kind.Any {
		return false
	}
	o.field, o.J = o.field+" "+p.Text.Join(o.J, o.J+n), o.J+n
	return true
}

// inField reports whether the word at token k stands in a field of the list with the word before or behind it.
func (p *Page) inField(k, end int) bool { return p.boundPair(k) || p.startsPair(k, end) }

// boundPair reports whether token k and the one before it stand together in a field of the list: the "bị" of "trang bị"
// is no small word.
func (p *Page) boundPair(k int) bool {
	return k > 0 && p.Lists.FieldPair[[2]int32{p.Toks[k-1].ID, p.Toks[k].ID}]
}

// startsPair reports whether token k and the one behind it stand together in a field of the list.
func (p *Page) startsPair(k, end int) bool { return k+1 < end && p.boundPair(k+1) }

// joinedField adds a second field that "và" joins: "Bộ Giao thông và Bưu điện".
func (p *Page) joinedField(o *Org, end int) bool {
	k := o.J + 1
	if p.Next(o.J, end, "và") && p.smallPair(k, end) { // "Ủy ban Nhà nước về hợp tác và đầu tư"
		o.field, o.J = o.field+" và "+p.Text.Join(k, k+2), k+2
		return true
	}
	if !p.Next(o.J, end, "và") || k >= end || !p.Toks[k].Upper() || p.startsTerm(k, end) || p.beginsName(k, end) {
		return false
	}
	f, n := p.Lists.Fields.Find(p.Toks[:end], k)
	if n == 0 {
		n = p.openField(k, end, true)
		f = p.Text.Join(k, k+n)
	}
	if n < 2 {
		return false
	}
	o.field, o.J = o.field+" và "+f, k+n
	return true
}

// aboutField adds to the name of a commission what it is about: "Ủy ban Nhà nước về Hợp tác và Đầu tư", "Ủy ban Hợp
// tác Đầu tư với Nước ngoài".
func (p *Page) aboutField(o *Org, end int) bool {
	k := o.J + 1
	if !o.Kind.About || !p.NextIn(o.J, end, &p.Lists.Words.AboutLink) || o.Kind.Open && p.Next(k, end, "các") || k >= end || p.startsTerm(k, end) || p.beginsName(k, end) {
		return false
	}
	n := p.freeField(k, end)
	if _, m := p.Lists.Fields.Find(p.Toks[:end], k); m > n {
		n = m
	}
	if n == 0 || n < 2 && !p.Toks[k].Upper() {
		return false
	}
	o.field, o.J = Join(o.field, p.Text.Join(o.J, k+n)), k+n
	return true
}

// scopedField reads a field of the list behind the word for its scope: "Ban Chỉ đạo Quốc gia phòng, chống dịch COVID-19".
func (p *Page) scopedField(o *Org, end int) bool {
	what, n := p.Lists.Areas.Find(p.Toks[:end], o.J)
	if n == 0 || what != "scope" || !o.Kind.Open {
		return false
	}
	_, m := p.Lists.Fields.Find(p.Toks[:end], o.J+n)
	if p.NextIn(o.J+n, end, &p.Lists.Words.AboutLink) {
		m = 1 + p.freeField(o.J+n+1, end)
	}
	if m < 2 {
		return false
	}
	o.field, o.J = p.Text.Join(o.J, o.J+n+m), o.J+n+m
	return true
}

// compound reports whether the small word at token k goes on with the one before it: it is no word that ends a
// name and begins nothing else.
func (p *Page) compound(k, end int) bool {
	if k >= end || p.Toks[k].Kind != text.Word || p.Toks[k].Upper() || p.Masked[k] || p.Toks[k].Breaks > 0 || p.Lists.Particle[p.Toks[k].Fold] && !p.boundPair(k) || p.Toks[k].Is("và") {
		return false
	}
	_, verb := p.Lists.Verbs.Find(p.Toks[:end], k)
	_, event := p.Lists.Events.Find(p.Toks[:end], k)
	return verb == 0 && event == 0 && !p.startsTerm(k, end) && !p.honourAt(k, end)
}

// fieldOfPart reports whether the words at token k, which can name a body of its own, are a field: the body comes behind a comma:
// "Phòng Kế hoạch - Thống kê, Sở A".
func (p *Page) fieldOfPart(k, end int) bool {
	if k == 0 || !p.Toks[k-1].Is("-") {
		return false
	}
	_, n := p.Lists.Fields.Find(p.Toks[:end], k)
	if n == 0 || !p.Next(k+n, end, ",") {
		return false
	}
	_, m := p.Lists.Kinds.Find(p.Toks[:end], k+n+1)
	return m > 0 && p.Toks[k+n+1].Upper()
}

// endsField reports whether what begins at token k ends a field: a place, another body, a person,
// an event.
func (p *Page) endsField(k, end int, head bool) bool {
	if p.Pair(k, end, &p.Lists.Words.ThroughTime) || p.Pair(k, end, &p.Lists.Words.Provisional) || p.stopsField(k, end) {
		return true // BÍ THƯ ĐẢNG ỦY QUA CÁC THỜI KỲ
	}
	toks := p.Toks[:end]
	if p.areaAt(k, end) {
		return true
	}
	if !head && !toks[k].Upper() && p.plainKind(k, end) {
		return false // "Ban Chỉ đạo Trung ương đổi mới doanh nghiệp"
	}
	if m, n := p.Lists.Mods.Find(toks, k); n > 1 && !m.Before && !toks[k].Upper() && !p.boundPair(k) {
		return true // "Cục Dầu khí đầu tiên"
	}
	if head {
		return p.beginsName(k, end) || p.startsTerm(k, end) && !p.fieldOfPart(k, end)
	}
	if toks[k].Is("và") && k+1 < end && (p.startsTerm(k+1, end) || p.beginsName(k+1, end) || !toks[k+1].Upper() && !p.Lists.FieldOK[toks[k+1].Fold]) {
		return true
	}
	if p.startsTerm(k, end) && !p.fieldOfPart(k, end) || p.beginsName(k, end) || p.readBareProvince(k, end) != nil {
		return true
	}
	if _, n := p.Lists.Orgs.Find(toks, k); n > 1 && toks[k].Upper() {
		return true // "Đoàn Đại biểu Bộ Tổng Tư lệnh"
	}
	if _, n := p.Lists.Events.Find(toks, k); n > 0 {
		return true
	}
	if _, n := p.Lists.Verbs.Find(toks, k); n > 1 && !toks[k].Upper() && !p.boundPair(k) {
		return true // "Viện Khoa học Lao động và Xã hội tổ chức hội thảo"
	}
	if _, n := p.Lists.Foreign.Find(toks, k); n > 0 && toks[k].Upper() {
		return true
	}
	if n := p.central(k, end); n > 0 {
		return true
	}
	return p.Lists.Particle[toks[k].Fold] && !toks[k].Upper() && !p.boundPair(k)
}
