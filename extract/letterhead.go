package extract

import (
	"slices"
	"strings"
)

// headTokens is how far down a page the number of a letterhead stands at most, in tokens: decree
// 30/2020/NĐ-CP puts above it the issuer, the name of the country and its motto.
const headTokens = 120

// letterhead is the document whose text the page is: near its beginning a line has "Số" and a code, and
// a line below has the type in capitals, "NGHỊ ĐỊNH". Without that line the code tells the type, where
// one type alone has its mark. Nil for other pages.
func (p *page) letterhead() *Reference {
	for i := 0; i < min(headTokens, len(p.toks)); i++ {
		if !p.toks[i].Is("số") || i > 0 && p.toks[i].Breaks == 0 && !p.toks[i-1].Is("|") {
			continue
		}
		k := i + 1
		for k < len(p.toks) && p.toks[k].Is(":", "|") {
			k++
		}
		code, n := p.codeAt(k)
		if n < 2 || !p.isCode(code, k, n, true) {
			continue
		}
		kind := p.typeBelow(k+n, code)
		if kind == nil {
			return nil
		}
		r := Reference{Type: kind.name, Code: code, Evidence: p.evidence(span{i, k + n}, "letterhead")}
		r.Issuer, r.Place = p.issuerByCode(code, i)
		if u := p.issuedIn(k + n); r.Issuer != "" && r.Place == "" && u != nil && p.takesPlace(r.Issuer) {
			r.Issuer, r.Place = join(r.Issuer, u.full()), u.id
		}
		if at := p.dateFrom(k + n); at < len(p.dates) && p.dates[at].i < k+n+30 && !p.dates[at].partial {
			r.Date = p.dates[at].date
		}
		return &r
	}
	return nil
}

// issuedIn is the unit that stands below the number, before the day: "Hải Phòng, ngày 18 tháng 11".
func (p *page) issuedIn(k int) *unit {
	for n := p.itemFrom(k); n < len(p.items) && p.items[n].i < k+12; n++ {
		if u := p.items[n].unit; u != nil && u.id != "" {
			return u
		}
	}
	return nil
}

// takesPlace reports whether every unit has a body of that name, as its "Ủy ban nhân dân".
func (p *page) takesPlace(body string) bool {
	kind, n := p.lists.kinds.find(p.words(body), 0)
	return n > 0 && kind.name == body && kind.place
}

// typeBelow is the type that a line in capitals below token k gives and that fits the code, or the only
// one that fits it.
func (p *page) typeBelow(k int, code string) *docType {
	mark := markOf(code)
	for i := k; i < min(k+headTokens, len(p.toks)); i++ {
		t, n := p.lists.docTypes.find(p.toks, i)
		if n > 0 && !t.variant && p.toks[i].AllUpper() && p.toks[i].Breaks > 0 && slices.Contains(t.codes, mark) &&
			(i+n == len(p.toks) || p.toks[i+n].Breaks > 0) {
			return t
		}
	}
	var fits []*docType
	for _, t := range p.lists.types {
		if slices.Contains(t.codes, mark) {
			fits = append(fits, t)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	return nil
}

// markOf is the mark of the type in a code: NĐ of 302/2025/NĐ-CP, HD of 45-HD/BTCTW.
func markOf(code string) string {
	parts := strings.FieldsFunc(code, func(c rune) bool { return c == '/' || c == '-' })
	if i := slices.IndexFunc(parts, func(s string) bool { return s[0] < '0' || s[0] > '9' }); i >= 0 {
		return parts[i]
	}
	return ""
}
