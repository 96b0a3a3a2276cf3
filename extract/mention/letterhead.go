package mention

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// headTokens is how far down a page the number of a letterhead stands at most, in tokens: above it stand the
// issuer, the name of the country and its motto, and on a page of a collection a table of its traits.
const headTokens = 300

// headLines is how many tokens behind its number the head of an official text ends at most.
const headLines = 40

// official is what the head of an official text says of that text.
type official struct {
	document.Span // the number
	kind          *gazetteer.DocType
	code          string
	Date          record.Date
	body          int // token at which the text behind the head begins
}

// FindHead finds the number of an official text near the beginning of the page, with the type that stands in
// capitals below it ("Số: 45/2011/QĐ-UBND", "QUYẾT ĐỊNH") or before it ("NGHỊ QUYẾT SỐ 203 NQ/UBTVQH9 NGÀY
// 17-02-1995"). Without such a line the code tells the type, where one type alone has its mark.
func (p *Page) FindHead() {
	for i := 0; i < min(headTokens, len(p.Toks)) && p.Own == nil; i++ {
		if !p.Toks[i].Is("số") {
			continue
		}
		k := i + 1
		for k < len(p.Toks) && p.Toks[k].Is(":", "|") {
			k++
		}
		code, n := p.codeAt(k)
		if n == 0 || !hasLetter(code) && !p.oldHead(i, k+n) || !p.isCode(code, k, n, true) {
			continue
		}
		p.Own = p.headAt(document.Span{I: i, J: k + n}, code)
	}
	if p.Own == nil {
		return
	}
	p.Own.Date = p.dayOfHead()
	for k := p.Own.I + 1; k < p.Own.J; k++ {
		p.Masked[k] = true
	}
}

// oldHead reports whether the number at token i has the type above it and the day behind it, before token j: "SẮC LỆNH",
// "SỐ 112 NGÀY 22 THÁNG 11 NĂM 1947". Old texts have no letters in their codes.
func (p *Page) oldHead(i, j int) bool {
	n := p.DateFrom(j)
	return n < len(p.Dates) && p.Dates[n].I == j && p.Dates[n].Date.Day != 0 && p.Toks[i].AllUpper() && p.typeAbove(i) != nil
}

// headAt is the official text whose number stands at tokens at, or nil where the number is only cited.
func (p *Page) headAt(at document.Span, code string) *official {
	if kind := p.typeAbove(at.I); kind != nil {
		return &official{Span: at, kind: kind, code: code, body: at.J}
	}
	if kind := p.typeBeside(at.I); kind != nil {
		return &official{Span: at, kind: kind, code: code, body: at.J}
	}
	if !p.leadsLine(at.I) {
		return nil
	}
	if kind, k := p.typeBelow(at.J, code); kind != nil {
		return &official{Span: at, kind: kind, code: code, body: k}
	}
	if kind, k := p.letterBelow(at.J); kind != nil {
		return &official{Span: at, kind: kind, code: code, body: k}
	}
	return nil
}

// typeBeside is the type that begins the line of the number at token i: "Luật số: 31/2024/QH15".
func (p *Page) typeBeside(i int) *gazetteer.DocType {
	if !p.Next(i+1, len(p.Toks), ":") {
		return nil
	}
	for k := max(0, i-3); k < i; k++ {
		if t, n := p.Lists.DocTypes.Find(p.Toks, k); n == i-k && !t.Variant && p.Toks[k].Upper() && (k == 0 || p.Toks[k].Breaks > 0) {
			return t
		}
	}
	return nil
}

// letterBelow is the type of a document that has no title but the words by which the list knows it, "Kính gửi", below
// token k, and the token at which they stand.
func (p *Page) letterBelow(k int) (*gazetteer.DocType, int) {
	for i := k; i < min(k+headTokens, len(p.Toks)); i++ {
		if !p.Is(i, gazetteer.OfDocument) || p.Toks[i].Breaks == 0 {
			continue
		}
		if t, n := p.Lists.Letters.Find(p.Toks, i); n > 0 {
			return t, i
		}
	}
	return nil, 0
}

// leadsLine reports whether the word "Số" at token i begins a line or a cell, or is set apart as a heading is:
// "TỈNH NAM ĐỊNH Số: 45/2011/QĐ-UBND".
func (p *Page) leadsLine(i int) bool {
	if i == 0 || p.Toks[i].Breaks > 0 || p.Toks[i-1].Is("|") {
		return true
	}
	return p.Toks[i].Upper() && p.Next(i+1, len(p.Toks), ":") && (p.Toks[i-1].AllUpper() || p.Toks[i-1].Is("-", "*", "luật"))
}

// typeAbove is the type in capitals that begins a line and leads to the number at token i: "NGHỊ QUYẾT SỐ …",
// "NGHỊ ĐỊNH CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ …", or stands alone on the line above.
func (p *Page) typeAbove(i int) *gazetteer.DocType {
	for k := i - 1; k >= max(0, i-document.MaxSkip); k-- {
		if !p.Toks[k].AllUpper() {
			return nil
		}
		if t, n := p.Lists.DocTypes.Find(p.Toks, k); n > 0 && !t.Variant && k+n <= i && (k == 0 || p.Toks[k].Breaks > 0) {
			return t
		}
	}
	return nil
}

// typeBelow is the type that a line in capitals below token k begins with and that fits the code, or the only one
// that fits it, and the token at which the line stands.
func (p *Page) typeBelow(k int, code string) (*gazetteer.DocType, int) {
	mark := markOf(code)
	known := p.Lists.Marks[mark]
	for i := k; i < min(k+headTokens, len(p.Toks)); i++ {
		if !p.Is(i, gazetteer.OfDocument) || p.Toks[i].Breaks == 0 && p.Toks[i-1].Kind != text.Number || !p.Toks[i].AllUpper() {
			continue
		}
		t, n := p.Lists.DocTypes.Find(p.Toks[:p.LineEndBy(i, document.MaxSkip)], i)
		if n > 0 && !t.Variant && (!known || slices.Contains(t.Codes, mark)) {
			return t, i
		}
	}
	var fits []*gazetteer.DocType
	for _, t := range p.Lists.Types {
		if slices.Contains(t.Codes, mark) {
			fits = append(fits, t)
		}
	}
	if len(fits) == 1 {
		return fits[0], k
	}
	return nil, 0
}

// dayOfHead is the day of an official text: behind its number and before what the text begins with, else before the
// number.
func (p *Page) dayOfHead() record.Date {
	end := p.Own.body
	if end == p.Own.J {
		end += headLines
	}
	for n := p.DateFrom(p.Own.J); n < len(p.Dates) && p.Dates[n].I < end; n++ {
		d := p.Dates[n]
		if !d.Partial && d.Date.Day != 0 && !p.citesBetween(p.Own.J, d.I) {
			return d.Date
		}
	}
	for n := p.DateFrom(p.Own.I) - 1; n >= 0 && p.Dates[n].J > p.Own.I-document.MaxSkip; n-- {
		if d := p.Dates[n]; !d.Partial && d.Date.Day != 0 {
			return d.Date
		}
	}
	return record.Date{}
}

// citesBetween reports whether one of the tokens [i, j) cites another document: its day is not that of the text.
func (p *Page) citesBetween(i, j int) bool {
	for ; i < j; i++ {
		if p.Is(i, gazetteer.OfDocument) && !p.Toks[i].AllUpper() {
			if _, n := p.Lists.DocTypes.Find(p.Toks, i); n > 0 {
				return true
			}
		}
	}
	return false
}

// Letterhead is the document whose text the page is, or nil for other pages.
func (p *Page) Letterhead() *record.Reference {
	own := p.Own
	if own == nil {
		return nil
	}
	r := record.Reference{Type: own.kind.Name, Code: own.code, Date: own.Date, Evidence: p.Evidence(own.Span, "letterhead")}
	r.Issuer, r.Place = p.issuerByCode(own.code, own.I)
	if o := p.Issuer(); o != nil && (r.Issuer == "" || r.Place == "" && HasPrefixWords(o.Name(), r.Issuer)) {
		r.Issuer, r.Place = o.Name(), PlaceID(o.Place())
		if po := p.officeInHead(); po != nil && r.Issuer == po.Org.Name() {
			r.Issuer = po.Name + " " + o.Name() // "CHỦ TỊCH NƯỚC"
		}
	}
	return &r
}

// Issuer is the body that issued the text whose head the page has: the first that stands in the head in capitals and
// that the code does not contradict, one with its place before one without.
func (p *Page) Issuer() *Org {
	if p.Own == nil {
		return nil
	}
	byCode, _ := p.issuerByCode(p.Own.code, p.Own.I)
	var first, office *Org
	for n := 0; n < len(p.Items) && p.Items[n].I < p.Own.body+document.MaxSkip; n++ {
		o := p.Items[n].Org
		if po := p.Items[n].Post; po != nil && office == nil && p.Toks[po.I].AllUpper() {
			office = po.Org // "CHỦ TỊCH NƯỚC" issues what its holder signs
		}
		if o == nil || !p.Toks[o.I].AllUpper() {
			continue
		}
		name := o.Name()
		if byCode != "" && name != byCode && !HasPrefixWords(name, byCode) && !HasPrefixWords(byCode, o.Head()) {
			continue
		}
		if o.Place() != nil {
			return o
		}
		if first == nil {
			first = o
		}
	}
	if first == nil {
		return office
	}
	return first
}

// HeadPlaces gives the bodies in capitals the unit that stands in capitals on the line below: "ỦY BAN NHÂN DÂN",
// "TỈNH NAM ĐỊNH".
func (p *Page) HeadPlaces() {
	if p.Own == nil {
		return
	}
	for n := 0; n+1 < len(p.Items) && p.Items[n].I < p.Own.body+document.MaxSkip; n++ {
		o, u := p.Items[n].Org, p.Items[n+1].Unit
		if o == nil || u == nil || u.Name == "" || o.Bare == "" || o.Unit != nil || o.Parent != nil || o.J != u.I {
			continue
		}
		if p.Toks[o.I].AllUpper() && p.Toks[u.I].AllUpper() {
			at := o.Span
			p.setUnit(o, u)
			o.Span = at
		}
	}
}

// HasPrefixWords reports whether a name begins with the whole words of another: "Sở Y tế tỉnh Lào Cai" with "Sở Y tế".
func HasPrefixWords(s, prefix string) bool {
	return prefix == "" || len(s) > len(prefix) && s[:len(prefix)] == prefix && s[len(prefix)] == ' '
}
