package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// listedField reports whether the field of o is one of the list that is longer than the name of the
// central body which begins alike: "Ủy ban Văn hóa, Giáo dục, Thanh niên, …".
func (p *Page) listedField(o, named *Org) bool {
	toks := p.Words(o.field)
	if len(toks) == 0 {
		return false
	}
	_, n := p.Lists.Fields.Find(toks, 0)
	return n == len(toks) && o.Parent == nil && !o.central && o.Unit == nil && len(o.field) > len(named.Named.Name)-len(o.Kind.Name)
}

// wholeName reports whether the words [i, j), which are the name of a central body, are not the
// beginning of a longer one: "Bộ Công an" but not the "Văn phòng" of a place.
func (p *Page) wholeName(i, j, end int) bool {
	return p.Toks[i].Upper() || j-i > 1
}

// namedTail reads what may follow the name of a central body: its country or "Việt Nam".
func (p *Page) namedTail(o *Org, end int) *Org {
	p.ownTail(o, end)
	if _, n := p.Lists.Foreign.Find(p.Toks[:end], o.J); n > 0 && p.Toks[o.J].Upper() {
		o.foreign, o.J = true, o.J+n
	} else if n := p.foreignParty(o.J, end); n > 0 {
		o.foreign, o.J = true, o.J+n
	} else if p.Pair(o.J, end, &p.Lists.Words.TheCountry) {
		o.J += 2
	} else if p.Toks[o.J-1].Is("đảng") && p.Pair(o.J, end, &p.Lists.Words.Communist) {
		o.J = min(end, o.J+4) // Đảng Cộng sản Việt Nam
	}
	if p.Pair(o.J, end, &p.Lists.Words.Branch) { // Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Sơn La
		u := p.ReadUnit(o.J+2, end)
		if u == nil {
			u = p.readBareProvince(o.J+2, end)
		}
		if u != nil && u.Name != "" {
			o.Unit, o.J = u, u.J
		} else if p.Pair(o.J-2, end, &p.Lists.Words.TheCountry) {
			p.readArea(o, end)
		}
	}
	return o
}

// ownTail reads the last words of the name of a central body where the text leaves out the one between: the "Quốc hội" of "Ủy ban
// Pháp luật Quốc hội", "UB Pháp luật của Quốc hội".
func (p *Page) ownTail(o *Org, end int) {
	j := o.J
	if p.NextIn(j, end, &p.Lists.Words.OfBody) {
		j++
	}
	if j >= end || p.Toks[j].Breaks > 0 {
		return
	}
	if b, n := p.Lists.Orgs.Find(p.Toks[:end], j); n > 0 && b.Branch == o.Named.Branch && strings.HasSuffix(o.Named.Name, " "+b.Name) {
		o.J = j + n
	}
}

// foreignParty counts the tokens of another country's party at token j: "Đảng Cộng sản Cuba".
func (p *Page) foreignParty(j, end int) int {
	if j >= end || p.Toks[j].Norm != "Đảng" {
		return 0
	}
	for k := j + 1; k < end && k < j+5 && p.Toks[k].Kind == text.Word; k++ {
		if _, n := p.Lists.Foreign.Find(p.Toks[:end], k); n > 0 && p.Toks[k].Upper() {
			return k + n - j
		}
	}
	return 0
}
