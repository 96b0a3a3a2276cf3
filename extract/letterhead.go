package extract

import (
	"slices"
)

// headTokens is how far down a page the number of a letterhead stands at most, in tokens: above it stand the
// issuer, the name of the country and its motto, and on a page of a collection a table of its traits.
const headTokens = 300

// headLines is how many tokens behind its number the head of an official text ends at most.
const headLines = 40

// official is what the head of an official text says of that text.
type official struct {
	span // the number
	kind *docType
	code string
	date Date
	body int // token at which the text behind the head begins
}

// findHead finds the number of an official text near the beginning of the page, with the type that stands in
// capitals below it ("Số: 45/2011/QĐ-UBND", "QUYẾT ĐỊNH") or before it ("NGHỊ QUYẾT SỐ 203 NQ/UBTVQH9 NGÀY
// 17-02-1995"). Without such a line the code tells the type, where one type alone has its mark.
func (p *page) findHead() {
	for i := 0; i < min(headTokens, len(p.toks)) && p.own == nil; i++ {
		if !p.toks[i].Is("số") {
			continue
		}
		k := i + 1
		for k < len(p.toks) && p.toks[k].Is(":", "|") {
			k++
		}
		code, n := p.codeAt(k)
		if n == 0 || !hasLetter(code) || !p.isCode(code, k, n, true) {
			continue
		}
		p.own = p.headAt(span{i, k + n}, code)
	}
	if p.own == nil {
		return
	}
	p.own.date = p.dayOfHead()
	for k := p.own.i + 1; k < p.own.j; k++ {
		p.masked[k] = true
	}
}

// headAt is the official text whose number stands at tokens at, or nil where the number is only cited.
func (p *page) headAt(at span, code string) *official {
	if kind := p.typeAbove(at.i); kind != nil {
		return &official{span: at, kind: kind, code: code, body: at.j}
	}
	if kind := p.typeBeside(at.i); kind != nil {
		return &official{span: at, kind: kind, code: code, body: at.j}
	}
	if !p.leadsLine(at.i) {
		return nil
	}
	if kind, k := p.typeBelow(at.j, code); kind != nil {
		return &official{span: at, kind: kind, code: code, body: k}
	}
	if kind, k := p.letterBelow(at.j); kind != nil {
		return &official{span: at, kind: kind, code: code, body: k}
	}
	return nil
}

// typeBeside is the type that begins the line of the number at token i: "Luật số: 31/2024/QH15".
func (p *page) typeBeside(i int) *docType {
	if !p.next(i+1, len(p.toks), ":") {
		return nil
	}
	for k := max(0, i-3); k < i; k++ {
		if t, n := p.lists.docTypes.find(p.toks, k); n == i-k && !t.variant && p.toks[k].Upper() && (k == 0 || p.toks[k].Breaks > 0) {
			return t
		}
	}
	return nil
}

// letterBelow is the type of a document that has no title but the words by which the list knows it, "Kính gửi", below
// token k, and the token at which they stand.
func (p *page) letterBelow(k int) (*docType, int) {
	for i := k; i < min(k+headTokens, len(p.toks)); i++ {
		if !p.is(i, ofDocument) || p.toks[i].Breaks == 0 {
			continue
		}
		if t, n := p.lists.letters.find(p.toks, i); n > 0 {
			return t, i
		}
	}
	return nil, 0
}

// leadsLine reports whether the word "Số" at token i begins a line or a cell, or is set apart as a heading is:
// "TỈNH NAM ĐỊNH Số: 45/2011/QĐ-UBND".
func (p *page) leadsLine(i int) bool {
	if i == 0 || p.toks[i].Breaks > 0 || p.toks[i-1].Is("|") {
		return true
	}
	return p.toks[i].Upper() && p.next(i+1, len(p.toks), ":") && (p.toks[i-1].AllUpper() || p.toks[i-1].Is("-", "*", "luật"))
}

// typeAbove is the type in capitals that begins a line and leads to the number at token i: "NGHỊ QUYẾT SỐ …",
// "NGHỊ ĐỊNH CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ …", or stands alone on the line above.
func (p *page) typeAbove(i int) *docType {
	for k := i - 1; k >= max(0, i-maxSkip); k-- {
		if !p.toks[k].AllUpper() {
			return nil
		}
		if t, n := p.lists.docTypes.find(p.toks, k); n > 0 && !t.variant && k+n <= i && (k == 0 || p.toks[k].Breaks > 0) {
			return t
		}
	}
	return nil
}

// typeBelow is the type that a line in capitals below token k begins with and that fits the code, or the only one
// that fits it, and the token at which the line stands.
func (p *page) typeBelow(k int, code string) (*docType, int) {
	mark := markOf(code)
	known := p.lists.marks[mark]
	for i := k; i < min(k+headTokens, len(p.toks)); i++ {
		if !p.is(i, ofDocument) || p.toks[i].Breaks == 0 || !p.toks[i].AllUpper() {
			continue
		}
		t, n := p.lists.docTypes.find(p.toks[:p.lineEnd(i)], i)
		if n > 0 && !t.variant && (!known || slices.Contains(t.codes, mark)) {
			return t, i
		}
	}
	var fits []*docType
	for _, t := range p.lists.types {
		if slices.Contains(t.codes, mark) {
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
func (p *page) dayOfHead() Date {
	end := p.own.body
	if end == p.own.j {
		end += headLines
	}
	for n := p.dateFrom(p.own.j); n < len(p.dates) && p.dates[n].i < end; n++ {
		d := p.dates[n]
		if !d.partial && d.date.Day != 0 && !p.citesBetween(p.own.j, d.i) {
			return d.date
		}
	}
	for n := p.dateFrom(p.own.i) - 1; n >= 0 && p.dates[n].j > p.own.i-maxSkip; n-- {
		if d := p.dates[n]; !d.partial && d.date.Day != 0 {
			return d.date
		}
	}
	return Date{}
}

// citesBetween reports whether one of the tokens [i, j) cites another document: its day is not that of the text.
func (p *page) citesBetween(i, j int) bool {
	for ; i < j; i++ {
		if p.is(i, ofDocument) && !p.toks[i].AllUpper() {
			if _, n := p.lists.docTypes.find(p.toks, i); n > 0 {
				return true
			}
		}
	}
	return false
}

// letterhead is the document whose text the page is, or nil for other pages.
func (p *page) letterhead() *Reference {
	own := p.own
	if own == nil {
		return nil
	}
	r := Reference{Type: own.kind.name, Code: own.code, Date: own.date, Evidence: p.evidence(own.span, "letterhead")}
	r.Issuer, r.Place = p.issuerByCode(own.code, own.i)
	if o := p.issuer(); o != nil && (r.Issuer == "" || r.Place == "" && hasPrefixWords(o.name(), r.Issuer)) {
		r.Issuer, r.Place = o.name(), placeID(o.place())
	}
	return &r
}

// issuer is the body that issued the text whose head the page has: the first that stands in the head in capitals and
// that the code does not contradict, one with its place before one without.
func (p *page) issuer() *org {
	if p.own == nil {
		return nil
	}
	byCode, _ := p.issuerByCode(p.own.code, p.own.i)
	var first, office *org
	for n := 0; n < len(p.items) && p.items[n].i < p.own.body+maxSkip; n++ {
		o := p.items[n].org
		if po := p.items[n].post; po != nil && office == nil && p.toks[po.i].AllUpper() {
			office = po.org // "CHỦ TỊCH NƯỚC" issues what its holder signs
		}
		if o == nil || !p.toks[o.i].AllUpper() {
			continue
		}
		name := o.name()
		if byCode != "" && name != byCode && !hasPrefixWords(name, byCode) && !hasPrefixWords(byCode, o.head()) {
			continue
		}
		if o.place() != nil {
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

// headPlaces gives the bodies in capitals the unit that stands in capitals on the line below: "ỦY BAN NHÂN DÂN",
// "TỈNH NAM ĐỊNH".
func (p *page) headPlaces() {
	if p.own == nil {
		return
	}
	for n := 0; n+1 < len(p.items) && p.items[n].i < p.own.body+maxSkip; n++ {
		o, u := p.items[n].org, p.items[n+1].unit
		if o == nil || u == nil || u.name == "" || o.bare == "" || o.unit != nil || o.parent != nil || o.j != u.i {
			continue
		}
		if p.toks[o.i].AllUpper() && p.toks[u.i].AllUpper() {
			at := o.span
			p.setUnit(o, u)
			o.span = at
		}
	}
}

func hasPrefixWords(s, prefix string) bool {
	return prefix == "" || len(s) > len(prefix) && s[:len(prefix)] == prefix && s[len(prefix)] == ' '
}
