package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// referenceMention is a document as the text refers to it.
type referenceMention struct {
	document.Span
	Kind   *gazetteer.DocType
	Code   string // "05-CT/TW", "26", or ""
	Name   string
	Issuer string
	place  string
	date   record.Date
	rule   string
}

// FindCodes finds the documents that are cited by number, and masks the tokens of their codes so
// that no later stage reads words in them. The issuers are settled later.
func (p *Page) FindCodes() {
	for i := 0; i < len(p.Toks); i++ {
		if p.Masked[i] {
			continue
		}
		if p.Toks[i].Kind == text.Number {
			i = p.maskCode(i)
			continue
		}
		t, n := p.Lists.DocTypes.Find(p.Toks, i)
		if n == 0 || t.Variant && !p.codeAhead(i+n) || p.insideWord(i) {
			continue
		}
		k := i + n
		said := false // "số" stands before the number
		for k < len(p.Toks) && k < i+n+4 && (p.Lists.Words.CodeWord.Has(p.Toks[k]) || p.Toks[k].Is(":")) {
			said = said || p.Toks[k].Is("số")
			k++
		}
		code, m := p.codeAt(k)
		if m == 0 || !said && p.Toks[k].Breaks > 0 || !p.isCode(code, k, m, said) {
			continue
		}
		p.addCode(t, code, document.Span{I: i, J: k + m})
		i = p.moreCodes(t, k+m) - 1
	}
}

// maskCode masks the number of a document of which no type is said, "Số hiệu: 45/QĐ-UBND": the UBND in it is no body.
// It gives the last token of the number.
func (p *Page) maskCode(i int) int {
	if i+2 >= len(p.Toks) || !p.Toks[i+1].Is("/", "-") || p.Toks[i+1].Space || p.Toks[i+2].Space {
		return i
	}
	code, n := p.codeAt(i)
	if n < 3 || !hasLetter(code) {
		return i
	}
	for k := i; k < i+n; k++ {
		p.Masked[k] = true
	}
	return i + n - 1
}

// insideWord reports whether the word for a type of document at token i ends a longer word: Bộ Tư lệnh, Đại
// học Luật, Báo Pháp luật, Luật sư.
func (p *Page) insideWord(i int) bool {
	return i > 0 && p.Lists.Words.BeforeType.Has(p.Toks[i-1]) || i+1 < len(p.Toks) && p.Lists.Words.BehindType.Has(p.Toks[i+1])
}

// addCode notes a document known by its code: "Nghị quyết số 18-NQ/TW".
func (p *Page) addCode(t *gazetteer.DocType, code string, at document.Span) {
	for k := at.I + 1; k < at.J; k++ {
		p.Masked[k] = p.Masked[k] || k > at.I+1 || p.Toks[k].Kind != text.Word
	}
	p.Refs = append(p.Refs, referenceMention{Span: at, Kind: t, Code: code, rule: "document-code"})
}

// moreCodes reads further numbers of a series: "Nghị quyết 26, 27, 28", and gives where they end.
func (p *Page) moreCodes(t *gazetteer.DocType, j int) int {
	for j+1 < len(p.Toks) && p.Toks[j].Is(",", "và") {
		k := j + 1
		if p.Toks[k].Is("số") {
			k++
		}
		code, n := p.codeAt(k)
		if n == 0 || n == 1 && (len(code) < 2 || !p.seriesGoesOn(k+n)) {
			break
		}
		p.addCode(t, code, document.Span{I: k, J: k + n})
		j = k + n
	}
	return j
}

// seriesGoesOn reports whether the text behind a code at token k goes on so that a list of codes is over.
func (p *Page) seriesGoesOn(k int) bool {
	return k >= len(p.Toks) || !(p.Toks[k].Kind == text.Word && !p.Toks[k].Upper()) || p.Lists.Words.BehindSeries.Has(p.Toks[k])
}

// resolution is the type of the documents of meetings and congresses.
func (p *Page) resolution() *gazetteer.DocType {
	t, _ := p.Lists.DocTypes.Find(p.Words("Nghị quyết"), 0)
	return t
}

// citedAs reports whether "Nghị quyết" leads to the occasion at tokens [i, j), directly or through a
// list of occasions.
func (p *Page) citedAs(i, j int) bool {
	s := p.Sentences[p.SentOf[i]]
	k, from := i, i
	for k > s.I {
		t := p.Toks[k-1]
		switch {
		case p.Lists.Words.OfMeeting.Has(t) && !p.Pair(k-1, s.J, &p.Lists.Words.Resolution):
			k--
		case k-2 >= s.I && p.Lists.Words.Resolution.Has(p.Toks[k-2], t):
			return !p.numberedBetween(k, from)
		case t.Is(",", "và"):
			prev := p.occasionEnding(k - 1)
			if prev < 0 {
				return false
			}
			k, from = prev, prev
		default:
			return false
		}
	}
	return false
}

// numberedBetween reports whether a code stands in the tokens [i, j): then the occasion is the
// issuer of a numbered document.
func (p *Page) numberedBetween(i, j int) bool {
	for ; i < j; i++ {
		if p.Toks[i].Kind == text.Number {
			return true
		}
	}
	return false
}

// occasionEnding is the first token of the plenum or congress that ends at token j, or -1.
func (p *Page) occasionEnding(j int) int {
	for _, m := range p.plenums {
		if m.J == j || m.J < j && j-m.J <= 6 && p.onlyTerm(m.J, j) {
			return m.I
		}
	}
	for _, c := range p.Congresses {
		if c.J == j && !c.ByTerm {
			return c.I
		}
	}
	return -1
}

// onlyTerm reports whether the tokens [i, j) are a bracketed term: "(khóa XI)".
func (p *Page) onlyTerm(i, j int) bool {
	n, ordinal, _ := p.termAt(i, j)
	return ordinal > 0 && i+n == j
}

// termsBehind are the terms of a plenum: "Trung ương 4 (khóa XI, XII)" has two. A list of plenums
// shares the term behind its last.
func (p *Page) termsBehind(m meetingMention) []int {
	end := p.Sentences[p.SentOf[m.I]].J
	k := m.J
	for k < end && k < m.J+14 {
		if n, ordinal, _ := p.termAt(k, end); ordinal > 0 {
			last := k + n
			if last > 0 && p.Toks[last-1].Is(")") {
				last--
			}
			return append([]int{ordinal}, p.moreOrdinals(last, end)...)
		}
		if !p.plenumWord(k) {
			return nil
		}
		k++
	}
	return nil
}

// plenumWord reports whether a token may stand between a plenum and the term of its list.
func (p *Page) plenumWord(k int) bool {
	t := p.Toks[k]
	return p.Lists.Words.PlenumWord.Has(t) || t.Is(",", "(") || t.Kind == text.Number && len(t.Norm) <= 2
}

// IssuersOfCodes settles who issued each numbered document, and when: "ngày 5/9/2016 của Thủ tướng
// Chính phủ", or by the end of its code.
func (p *Page) IssuersOfCodes() {
	for i := range p.Refs {
		r := &p.Refs[i]
		if r.Code == "" || r.Name != "" {
			continue
		}
		s := p.Sentences[p.SentOf[r.I]]
		k := r.J
		for k < s.J && k < r.J+14 {
			if d := p.dateStarting(k); d != nil && r.date.IsZero() && d.Date.Year != 0 {
				r.date, k = d.Date, d.J
				continue
			}
			t := p.Toks[k]
			if p.Lists.Words.IssuerLead.Has(t) {
				r.Issuer, r.place = p.issuerAt(k+1, s.J)
				break
			}
			if !(p.Lists.Words.CodeGap.Has(t) || t.Is(",", "(", ")")) && t.Kind != text.Number && !p.Masked[k] {
				break
			}
			k++
		}
		if r.Issuer == "" {
			r.Issuer, r.place = p.issuerByCode(r.Code, r.I)
		}
		if r.Issuer == "" {
			r.Issuer = r.Kind.Issuer
		}
	}
}

// dateStarting is the date that begins at token k, be it behind the word "ngày", or nil.
func (p *Page) dateStarting(k int) *DateMention {
	for i := p.DateFrom(k); i < len(p.Dates) && p.Dates[i].I <= k+1; i++ {
		if d := &p.Dates[i]; d.I == k || p.Toks[k].Is("ngày") {
			return d
		}
	}
	return nil
}

// issuerAt is the organisation or office at token k, and its place's id.
func (p *Page) issuerAt(k, end int) (string, string) {
	if n := p.ItemFrom(k); n < len(p.Items) && p.Items[n].I == k && p.Items[n].J <= end {
		switch it := p.Items[n]; {
		case it.Org != nil:
			return it.Org.Name(), PlaceID(it.Org.Place())
		case it.Post != nil && it.Post.Org != nil:
			return Join(it.Post.Name, it.Post.Org.Name()), PlaceID(it.Post.Org.Place())
		}
	}
	if n := p.central(k, end); n > 0 {
		return gazetteer.CentralCommittee, ""
	}
	return "", ""
}

// PlaceID is the id of a unit in the list of places, or "" when it is none of them.
func PlaceID(u *Unit) string {
	if u == nil {
		return ""
	}
	return u.Id
}

// issuerByCode is the issuer that the end of a code names, completed by the context.
func (p *Page) issuerByCode(code string, at int) (string, string) {
	suffix := issuerMark(code)
	is, ok := p.Lists.Issuers[suffix]
	if !ok {
		return "", ""
	}
	if is.Unit == "" {
		return is.Name, ""
	}
	u := p.nearest(is.Unit, at)
	if suffix == "TU" {
		if city := p.nearest(gazetteer.City, at); city != nil && (u == nil || city.Level == 1) {
			u, is.Name = city, gazetteer.CityParty
		}
	}
	if u == nil {
		return is.Name, ""
	}
	return is.Name + " " + u.Name, u.Id
}

// ReferenceRecords makes one record for each document that the text refers to, and for the one that it is itself.
func (p *Page) ReferenceRecords(own *record.Reference) []record.Reference {
	var out []record.Reference
	index := map[string]int{}
	if own != nil {
		out, index[keyOf(*own)] = append(out, *own), 0
	}
	for _, m := range p.Refs {
		r := record.Reference{Type: p.TypeOf(m), Code: m.Code, Name: m.Name, Issuer: m.Issuer, Place: m.place, Date: m.date, Evidence: p.Evidence(m.Span, m.rule)}
		key := keyOf(r)
		if i, ok := index[key]; ok {
			if out[i].Date.IsZero() {
				out[i].Date = r.Date
			}
			if out[i].Issuer == "" {
				out[i].Issuer = r.Issuer
			}
			continue
		}
		index[key] = len(out)
		out = append(out, r)
	}
	return sameNumber(out)
}

// keyOf is what two mentions of one document have in common.
func keyOf(r record.Reference) string {
	return r.Type + "|" + strings.TrimLeft(r.Code, "0") + "|" + r.Name
}

// TypeOf is the type as records write it: a programme of action is a programme.
func (p *Page) TypeOf(m referenceMention) string {
	if name, ok := strings.CutSuffix(m.Kind.Name, " hành động"); ok {
		return name
	}
	return m.Kind.Name
}

// sameNumber leaves out a bare number when the document also gives its full code.
func sameNumber(all []record.Reference) []record.Reference {
	out := all[:0:0]
	for i, r := range all {
		twin := false
		for k, q := range all {
			if k != i && q.Type == r.Type && r.Code == "" && q.Code != "" && r.Name != "" && r.Name == q.Name {
				twin = true // cited by number and title, and by title
			}
			if k != i && q.Type == r.Type && r.Code != "" && !strings.ContainsAny(r.Code, "-/") && strings.ContainsAny(q.Code, "-/") &&
				strings.TrimLeft(r.Code, "0") == strings.TrimLeft(strings.FieldsFunc(q.Code, func(c rune) bool { return c == '-' || c == '/' })[0], "0") && (r.Date.IsZero() || q.Date.IsZero() || r.Date == q.Date) {
				twin = true
			}
		}
		if !twin {
			out = append(out, r)
		}
	}
	return out
}
