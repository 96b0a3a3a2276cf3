package extract

import "github.com/nhiemky/nhiemky/extract/text"

// readField reads what a board or department deals with: the longest field of the list, or else
// capitalised words and small ones that occur in fields.
func (p *page) readField(o *org, end int) {
	toks := p.toks[:end]
	j := o.j
	if f, n := p.lists.fields.find(toks, j); n > 0 {
		o.field, o.j = f, j+n
		if free := p.freeField(j, end); free > n && o.kind.any {
			o.field, o.j = p.text.Join(j, j+free), j+free
			return
		}
		if p.joinedField(o, end) || p.aboutField(o, end) {
			return
		}
		if more := p.openField(o.j, end, false); more > 0 && o.kind.name != "Bộ" {
			o.field, o.j = o.field+" "+p.text.Join(o.j, o.j+more), o.j+more
		}
		return
	}
	if o.kind.parent {
		if inner := p.readOrg(j, end); inner != nil && (inner.named != nil || inner.field != "" || inner.kind.place && !inner.kind.field) {
			return
		}
	}
	if n := p.openField(j, end, true); n > 0 || o.titled {
		if free := p.freeField(j, end); free > n && o.kind.any && (o.titled && (o.kind.name == "Phòng" || o.kind.name == "Trung tâm" || o.kind.name == "Viện") || o.kind.name == "Ban Quản lý" || p.toks[j].Upper()) {
			n = free
		}
		if n > 0 && p.compound(j+n, end) {
			n = max(n, p.freeField(j, end)) // "Ban Căn cứ địa Trung ương"
		}
		if n == 0 {
			return
		}
		o.field, o.j = p.text.Join(j, j+n), j+n
		if n > 1 && p.toks[j].AllUpper() && p.toks[j+1].AllUpper() || p.insideCapitals(j) {
			o.field = titleCase(o.field)
		}
		if !p.joinedField(o, end) {
			p.aboutField(o, end)
		}
	}
}

// joinedField adds a second field that "và" joins: "Bộ Giao thông và Bưu điện".
func (p *page) joinedField(o *org, end int) bool {
	k := o.j + 1
	if !p.next(o.j, end, "và") || k >= end || !p.toks[k].Upper() || p.startsTerm(k, end) || p.beginsName(k, end) {
		return false
	}
	f, n := p.lists.fields.find(p.toks[:end], k)
	if n == 0 {
		n = p.openField(k, end, true)
		f = p.text.Join(k, k+n)
	}
	if n < 2 {
		return false
	}
	o.field, o.j = o.field+" và "+f, k+n
	return true
}

// aboutField adds to the name of a commission what it is about: "Ủy ban Nhà nước về Hợp tác và Đầu tư", "Ủy ban Hợp
// tác Đầu tư với Nước ngoài".
func (p *page) aboutField(o *org, end int) bool {
	k := o.j + 1
	if !o.kind.about || !p.next(o.j, end, "về", "với") || k >= end || p.startsTerm(k, end) || p.beginsName(k, end) {
		return false
	}
	n := p.freeField(k, end)
	if _, m := p.lists.fields.find(p.toks[:end], k); m > n {
		n = m
	}
	if n == 0 || n < 2 && !p.toks[k].Upper() {
		return false
	}
	o.field, o.j = o.field+" "+p.text.Join(o.j, k+n), k+n
	return true
}

// compound reports whether the small word at token k goes on with the one before it: it is no word that ends a
// name and begins nothing else.
func (p *page) compound(k, end int) bool {
	if k >= end || p.toks[k].Kind != text.Word || p.toks[k].Upper() || p.masked[k] || p.toks[k].Breaks > 0 || p.lists.particle[p.toks[k].Fold] || p.toks[k].Is("và") {
		return false
	}
	_, verb := p.lists.verbs.find(p.toks[:end], k)
	_, event := p.lists.events.find(p.toks[:end], k)
	return verb == 0 && event == 0 && !p.startsTerm(k, end) && !p.honourAt(k, end)
}

// freeField counts the tokens of a field in any words, up to a sign, a place, a body, a name, a verb or a
// small word: "Phó Trưởng phòng theo dõi cơ sở", "Vụ Giáo dục Dân tộc", "Cục Đăng ký quốc gia giao dịch bảo
// đảm". It gives 0 when nothing ends the words in time.
func (p *page) freeField(j, end int) int {
	n := 0
	for j+n < end && n < maxField {
		k := j + n
		if p.toks[k].Kind != text.Word || p.masked[k] || p.toks[k].Breaks > 0 {
			if n > 0 && (sepInField(p, k, end) || p.commaInField(k, end)) {
				n++
				continue
			}
			break
		}
		if p.endsFree(k, end, n) {
			break
		}
		n++
	}
	if n == 0 || n >= maxField || n < 2 && !p.toks[j].Upper() {
		return 0
	}
	for n > 0 && (separator(p.toks[j+n-1]) || p.toks[j+n-1].Is("các")) {
		n--
	}
	return n
}

// commaInField reports whether the comma at token k stands in a list of fields that an "và" ends: "Xây dựng,
// Giao thông và Công Thương".
func (p *page) commaInField(k, end int) bool {
	if !p.toks[k].Is(",") {
		return false
	}
	for i := k + 1; i < end && i < k+6; i++ {
		_, m := p.lists.fields.find(p.toks[:end], i)
		switch {
		case p.toks[i].Is("và"):
			_, m = p.lists.fields.find(p.toks[:end], i+1)
			return m > 0 && i > k+1
		case i == k+1 && (m == 0 || !p.toks[i].Upper() || p.startsTerm(i, end) || p.beginsName(i, end)), p.toks[i].Kind != text.Word:
			return false
		}
	}
	return false
}

// maxField is the most tokens of a field that no list has.
const maxField = 16

// endsFree reports whether the word at token k, the n-th of a field in any words, is no part of it.
func (p *page) endsFree(k, end, n int) bool {
	toks := p.toks[:end]
	t := toks[k]
	if t.Is("các") || t.Is("theo") && n < 2 {
		return false
	}
	if t.Is("và") {
		if _, m := p.lists.fields.find(toks, k+1); m > 1 && toks[k+1].Upper() && !p.startsTerm(k+1, end) {
			return false
		}
		return k+1 >= end || p.startsTerm(k+1, end) || p.beginsName(k+1, end) || p.lists.particle[toks[k+1].Fold] && !(toks[k+1].Is("các") && n > 1)
	}
	if n > 0 && !t.Upper() && p.plainKind(k, end) {
		return false // "Vụ Chính sách an toàn hoạt động ngân hàng"
	}
	if p.lists.particle[t.Fold] && !t.Upper() || p.startsTerm(k, end) || p.beginsName(k, end) || p.readBareProvince(k, end) != nil {
		return true
	}
	if _, m := p.lists.verbs.find(toks, k); m > 0 && !t.Upper() && n > 0 {
		return true
	}
	if _, m := p.lists.fields.find(toks, k); m > 1 {
		return false // "Vụ Chính sách và Pháp chế", though Pháp is a country
	}
	if e, m := p.lists.events.find(toks, k); m > 1 && !t.Upper() || m == 1 && n > 0 && !t.Upper() && (e == mMove || e == mRetire || t.Is("bầu", "là", "kiêm")) {
		return true
	}
	if _, m := p.lists.foreign.find(toks, k); m > 0 && t.Upper() {
		return true
	}
	m := p.central(k, end)
	return m > 0
}

// plainKind reports whether a word for a body whose posts are not recorded stands at token k in small letters, as any
// word does.
func (p *page) plainKind(k, end int) bool {
	kind, n := p.lists.kinds.find(p.toks[:end], k)
	return n > 0 && kind.out
}

// openField counts the tokens of a field that no list has, from token j: first a capitalised word
// (when first), then capitalised words and small words that are known from fields.
func (p *page) openField(j, end int, first bool) int {
	n := 0
	for j+n < end && n < 12 {
		k := j + n
		t := p.toks[k]
		if t.Kind != text.Word || p.masked[k] || t.Breaks > 1 {
			if sepInField(p, k, end) && n > 0 {
				n++
				continue
			}
			break
		}
		if n == 0 && first && !t.Upper() || n == 0 && !first && (t.Upper() || !p.lists.fieldOK[t.Fold]) {
			break
		}
		if p.endsField(k, end, n == 0 && first) {
			break
		}
		if !t.Upper() && !p.lists.fieldOK[t.Fold] {
			break
		}
		if !first && t.Upper() {
			break
		}
		n++
	}
	for n > 0 && (separator(p.toks[j+n-1]) || p.toks[j+n-1].Is("các", "cho", "ở")) {
		n--
	}
	return n
}

// sepInField reports whether the separator at token k joins two words of a field.
func sepInField(p *page, k, end int) bool {
	return p.toks[k].Is("-", "&") && k+1 < end && p.toks[k+1].Upper() && !p.startsTerm(k+1, end) && !p.beginsName(k+1, end)
}

// endsField reports whether what begins at token k ends a field: a place, another body, a person,
// an event.
func (p *page) endsField(k, end int, head bool) bool {
	toks := p.toks[:end]
	if head {
		return p.beginsName(k, end) || p.startsTerm(k, end)
	}
	if toks[k].Is("và") && k+1 < end && (p.startsTerm(k+1, end) || p.beginsName(k+1, end) || !toks[k+1].Upper() && !p.lists.fieldOK[toks[k+1].Fold]) {
		return true
	}
	if p.startsTerm(k, end) || p.beginsName(k, end) || p.readBareProvince(k, end) != nil {
		return true
	}
	if _, n := p.lists.events.find(toks, k); n > 0 {
		return true
	}
	if _, n := p.lists.foreign.find(toks, k); n > 0 && toks[k].Upper() {
		return true
	}
	if n := p.central(k, end); n > 0 {
		return true
	}
	return p.lists.particle[toks[k].Fold] && !toks[k].Upper()
}
