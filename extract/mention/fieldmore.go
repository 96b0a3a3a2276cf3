package mention

import "github.com/nhiemky/nhiemky/extract/text"

// fieldAt is the longest field of the list at token j in whose last word no body begins that reaches further: the
// "Tổ chức" of "Ban Tổ chức Đảng ủy Khối", though there is a field "Tổ chức Đảng".
func (p *Page) fieldAt(j, end int) (string, int) {
	toks := p.Toks[:end]
	f, n := p.Lists.Fields.Find(toks, j)
	for n > 1 && toks[j+n-1].Upper() {
		if _, m := p.Lists.Kinds.Find(toks, j+n-1); m < 2 {
			break
		}
		f, n = p.Lists.Fields.Find(toks[:j+n-1], j)
	}
	for k := j + 1; k+1 < j+n; k++ {
		if !toks[k].Is(",") {
			continue
		}
		if _, m := p.Lists.Orgs.Find(toks, k+1); k+1+m > j+n {
			return p.Lists.Fields.Find(toks[:k], j) // "Vụ Pháp chế, Thanh tra Chính phủ"
		}
	}
	return f, n
}

// nextField adds a second field that stands behind one of the list without a sign: "Tổng cục Xây dựng Kinh tế", "Sở Cảnh sát
// PCCC".
func (p *Page) nextField(o *Org, end int) bool {
	k := o.J
	if o.Kind.Ministry || !p.goesOn(k, end) || p.startsTerm(k, end) || p.beginsName(k, end) || p.termAhead(k, end) || p.Pair(k, end, &p.Lists.Words.TheCountry) {
		return false
	}
	f, n := p.fieldAt(k, end)
	if !p.Toks[k].Upper() && n < 3 {
		return false // three small words are no verb: "Ban Chỉ đạo công tác thông tin đối ngoại"
	}
	if n == 0 && p.startsPair(k, end) {
		n = p.capitalField(k, end)
		f = p.Text.Join(k, k+n)
	}
	if n == 0 || n == 1 && !p.Toks[k].AllUpper() {
		return false
	}
	o.field, o.J = o.field+" "+f, k+n
	return true
}

// smallPair reports whether two small words that stand together in fields end a name at token k, behind "và" and another small
// word: the "đầu tư" of "về hợp tác và đầu tư".
func (p *Page) smallPair(k, end int) bool {
	if k < 2 || p.Toks[k-2].Upper() || !p.startsPair(k, end) || p.Toks[k].Upper() || p.Toks[k+1].Upper() || !p.compound(k, end) || !p.goesOn(k+1, end) {
		return false
	}
	return p.firm(k+2, end) || p.bodyAt(k+2, end)
}

// capitalField counts the tokens of a field at token k that no list has, as far as its words stand together in fields: the
// "Nông thôn" of "Ban Thanh niên Nông thôn". An abbreviation is none.
func (p *Page) capitalField(k, end int) int {
	n := p.openField(k, end, true)
	for i := k; i <= min(k+n, end-1); i++ {
		if p.Toks[i].AllUpper() {
			return 0
		}
	}
	return n
}

// restOfField adds the small words with which a field goes on: "Vụ Giám sát an toàn" is that of the "hệ thống ngân hàng".
// They occur in fields and a sign, a post or an event follows, or a body or a place does.
func (p *Page) restOfField(o *Org, end int) bool {
	k := o.J
	if o.Kind.Ministry || !p.goesOn(k, end) || !p.compound(k, end) || p.stopsField(k, end) || p.Pair(k, end, &p.Lists.Words.WorksThere) && p.firm(k+2, end) {
		return false
	}
	n := p.freeField(k, end)
	if n == 0 && p.boundPair(k) && !p.Lists.Particle[p.Toks[k].Fold] {
		n = 1 // the "nghiệp" of "Sở Nông Lâm nghiệp"
	}
	if n == 0 || !p.bodyAt(k+n, end) && !p.endsFirm(k, k+n, end) {
		return false
	}
	o.field, o.J = o.field+" "+p.Text.Join(k, k+n), k+n
	return true
}

// stopsField reports whether words that are no part of a field stand at token k: "giai đoạn" before years, a form of address or
// a rank of two words. "giai đoạn 2" of a project is a part of its name.
func (p *Page) stopsField(k, end int) bool {
	if p.Pair(k, end, &p.Lists.Words.FieldStop) {
		return k+2 >= end || p.Toks[k+2].Kind != text.Number || len(p.Toks[k+2].Norm) > 2
	}
	_, n := p.Lists.Honours.Find(p.Toks[:end], k)
	return n > 1 && !p.boundPair(k+1)
}

// goesOn reports whether a word on the same line stands at token k.
func (p *Page) goesOn(k, end int) bool {
	return k < end && !p.Masked[k] && p.Toks[k].Breaks == 0 && p.Toks[k].Kind == text.Word
}

// endsFirm reports whether the words [i, j) surely end a name: an event or a sign follows, or the end of the sentence does and
// they stand together in fields of the list or are names. Each small one occurs in a field.
func (p *Page) endsFirm(i, j, end int) bool {
	known := true
	for k := i; k < j; k++ {
		t := p.Toks[k]
		if t.Upper() || t.Kind != text.Word {
			continue
		}
		if !p.Lists.FieldOK[t.Fold] {
			return false
		}
		known = known && p.inField(k, end)
	}
	if j >= end || p.Toks[j].Is(".") || p.Toks[j].Breaks > 0 {
		return known
	}
	return p.firm(j, end)
}

// firm reports whether a sign, an event or the end of the sentence stands at token j.
func (p *Page) firm(j, end int) bool {
	if j >= end || p.Toks[j].Kind != text.Word {
		return true
	}
	_, n := p.Lists.Events.Find(p.Toks[:end], j)
	return n > 0
}

// wholeAt reports whether a place or a body that is told in full begins at token j: "thành phố Cần Thơ", "Bộ Y tế", "Trung
// ương".
func (p *Page) wholeAt(j, end int) bool {
	if j >= end || p.Toks[j].Breaks > 0 {
		return false
	}
	if u := p.ReadUnit(j, end); u != nil {
		return u.Name != ""
	}
	if p.central(j, end) > 0 || p.readBareProvince(j, end) != nil {
		return true
	}
	o := p.readOrg(j, end)
	return o != nil && !o.Generic()
}
