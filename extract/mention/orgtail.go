package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/text"
)

// readTail reads the parent body or the place after the name so far.
func (p *Page) readTail(o *Org, end int) {
	j := o.J
	switch {
	case j >= end || p.Masked[j]:
	case p.tailBehindMark(o, end), p.centralTail(o, end), p.officeTail(o, end), p.parentTail(o, end), p.nationalTail(o, end), p.placeTail(o, end), p.foreignTail(o, end):
		p.boardOfPlace(o)
		return
	case p.markAt(j, end):
		return
	}
	p.need(o)
}

// markAt reports whether an abbreviation in brackets stands at token j, and words behind it: "(UBKT) Trung ương".
func (p *Page) markAt(j, end int) bool {
	toks := p.Toks
	return j+3 < end && toks[j].Is("(") && toks[j+1].AllUpper() && toks[j+2].Is(")") && !p.Masked[j+3] && toks[j+3].Kind == text.Word
}

// tailBehindMark reads the tail behind an abbreviation in brackets: "Ủy ban Kiểm tra (UBKT) Trung ương".
func (p *Page) tailBehindMark(o *Org, end int) bool {
	j := o.J
	if !p.markAt(j, end) {
		return false
	}
	o.J = j + 3
	if p.readTail(o, end); o.J > j+3 {
		return true
	}
	o.J = j
	return false
}

// centralTail reads "Trung ương", or a body whose name begins with it: "Văn phòng Trung ương Đoàn".
func (p *Page) centralTail(o *Org, end int) bool {
	n := p.central(o.J, end)
	if n == 0 || !o.Kind.Field && !o.Kind.Parent || o.Kind.Unit == "province" && o.Kind.Field && !o.Kind.Parent {
		return false // a Sở is of no centre
	}
	if b, m := p.Lists.Orgs.Find(p.Toks[:end], o.J); m > n { // "Ban Tuyên huấn Trung ương Cục"
		if _, km := p.Lists.Kinds.Find(p.Toks[:end], o.J); km < m {
			o.Parent, o.J = &Org{Span: document.Span{I: o.J, J: o.J + m}, Named: b}, o.J+m
			return true
		}
	}
	if k, m := p.Lists.Kinds.Find(p.Toks[:end], o.J); m > n {
		if inner := p.readOrg(o.J, end); inner != nil {
			o.Parent, o.J = inner, inner.J
			return true
		}
		o.Parent, o.J = &Org{Span: document.Span{I: o.J, J: o.J + m}, Kind: k}, o.J+m
		return true
	}
	if o.Kind.Open && p.NextIn(o.J+n, end, &p.Lists.Words.AboutLink) { // "Ban Chỉ đạo Trung ương về giảm nghèo bền vững"
		if m := p.freeField(o.J+n+1, end); m > 1 {
			o.field, o.J = Join(o.field, p.Text.Join(o.J, o.J+n+1+m)), o.J+n+1+m
			return true
		}
	}
	o.central, o.J = true, o.J+n
	return true
}

// officeTail reads the body whose own committee this is: "Đảng ủy cơ quan Bộ Tư pháp".
func (p *Page) officeTail(o *Org, end int) bool {
	if o.Kind.Branch != "party" || !p.Pair(o.J, end, &p.Lists.Words.OwnOffice) {
		return false
	}
	inner := p.readOrg(o.J+2, end)
	if inner == nil {
		if k := o.J + 2; o.Kind.Side && (k >= end || p.Toks[k].Kind == text.Punct || p.Toks[k].Breaks > 0) {
			o.office, o.J = true, k // "Bí thư Đảng ủy cơ quan, Phó Cục trưởng Cục Thống kê"
			p.need(o)
			return true
		}
		return false
	}
	o.field, o.Parent, o.J = "cơ quan", inner, inner.J
	return true
}

// joint counts the tokens that join a parent or a place to a name at token j, and whether they are a comma or a dash:
// "thuộc", "trực thuộc", ",".
func (p *Page) joint(o *Org, j, end int) (n int, loose bool) {
	switch t := p.Toks[j]; {
	case p.Lists.Words.OfBody.Has(t):
		return 1, false
	case p.Pair(j, end, &p.Lists.Words.DirectlyOf):
		return 2, false
	case t.Is("-", ",", "/") && o.Kind.Parent && (o.field != "" || o.own != "" || t.Is("-")) && j+1 < end:
		return 1, true
	case o.Kind.Place && t.Is("cấp") && j+1 < end:
		return 1, false
	}
	return 0, false
}

// parentTail reads the body that the organisation is a part of.
func (p *Page) parentTail(o *Org, end int) bool {
	n, loose := p.joint(o, o.J, end)
	if !o.Kind.Parent || o.J+n >= end {
		return false
	}
	inner := p.bodyBehind(o, o.J+n, end)
	if inner == nil && !loose {
		inner = p.outsideAt(o.J+n, end)
	}
	if inner == nil || !p.canHold(o, inner, loose) || loose && inner.Generic() && inner.Kind != nil && inner.Kind.Again {
		return false
	}
	if o.J = inner.J; o.Kind.Board && inner.Generic() && inner.Kind.Stands && inner.Bare == "?" {
		o.Bare, o.party = "?", true // "Ban Chấp hành Đảng bộ" says no more than "Ban Chấp hành"
		return true
	}
	if o.Kind.Within != "" && inner.Kind != nil && inner.Kind.Stands {
		switch { // the "Ban Cán sự Đảng bộ Bộ Y tế" is that of the Bộ Y tế
		case inner.Parent != nil:
			inner = inner.Parent
		case inner.partOf != nil:
			o.partOf, o.Bare = inner.partOf, inner.Bare
			return true
		}
	}
	o.Parent = inner
	return true
}

// outsideAt is the body whose posts are not recorded that begins at token j, though its name is none that can be read:
// "Nhà máy cơ khí Nam Định".
func (p *Page) outsideAt(j, end int) *Org {
	k, n := p.Lists.Kinds.Find(p.Toks[:end], j)
	if n == 0 || !k.Out || !p.Toks[j].Upper() {
		return nil
	}
	o := &Org{Span: document.Span{I: j, J: j + n}, Kind: k}
	p.readOutside(o, end)
	return o
}

// bodyBehind reads the organisation at token j behind o, unless that was done when the field of o was looked for: each
// organisation would be read twice, with all in it.
func (p *Page) bodyBehind(o *Org, j, end int) *Org {
	if o.tried != j+1 {
		return p.readOrg(j, end)
	}
	inner := o.ahead
	o.tried, o.ahead = 0, nil
	return inner
}

// nationalTail reads "Việt Nam" behind the name of a union, which is no country there, and the place behind that.
func (p *Page) nationalTail(o *Org, end int) bool {
	j, n := o.J, 2
	if p.NextIn(j, end, &p.Lists.Words.CountryCut) {
		n = 1
	} else if !p.Pair(j, end, &p.Lists.Words.TheCountry) {
		n = 0
	}
	if !o.Kind.Place || n == 0 {
		return false
	}
	o.own, o.J = Join(o.own, "Việt Nam"), j+n
	if u := p.ReadUnit(o.J, end); u != nil { // Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hà Nam
		o.own = ""
		p.setUnit(o, u)
	}
	return true
}

// placeTail reads the place of the organisation.
func (p *Page) placeTail(o *Org, end int) bool {
	if !o.Kind.Place {
		return false
	}
	n, loose := p.joint(o, o.J, end)
	if loose {
		n = 0
	}
	return p.readPlace(o, o.J+n, end)
}

// foreignTail reads the country of a body of another one.
func (p *Page) foreignTail(o *Org, end int) bool {
	j := o.J
	_, n := p.Lists.Foreign.Find(p.Toks[:end], j)
	if n == 0 || !p.Toks[j].Upper() || p.readBareProvince(j, end) != nil || p.beginsName(j, end) {
		return false
	}
	o.foreign, o.J = true, j+n
	return true
}

// canHold reports whether inner can be the organisation that o is a part of. Across a comma only
// a unit within a board or a ministry is: "Phòng Nội chính, Văn phòng UBND tỉnh".
func (p *Page) canHold(o, inner *Org, comma bool) bool {
	switch k := o.Kind; {
	case k.Comma == "ministry":
		return !comma || p.isMinistry(inner)
	case k.Comma == "any":
		return inner.Kind == nil || inner.Kind.Name != k.Name
	case k.Comma != "":
		return !comma || inner.Branch() == k.Comma
	}
	return !comma
}
