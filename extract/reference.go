package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// referenceMention is a document as the text refers to it.
type referenceMention struct {
	span
	kind   *docType
	code   string // "05-CT/TW", "26", or ""
	name   string
	issuer string
	place  string
	date   Date
	rule   string
}

// findCodes finds the documents that are cited by number, and masks the tokens of their codes so
// that no later stage reads words in them. The issuers are settled later.
func (p *page) findCodes() {
	for i := 0; i < len(p.toks); i++ {
		if p.masked[i] {
			continue
		}
		if p.toks[i].Kind == text.Number {
			i = p.maskCode(i)
			continue
		}
		t, n := p.lists.docTypes.find(p.toks, i)
		if n == 0 || t.variant && !p.codeAhead(i+n) || p.insideWord(i) {
			continue
		}
		k := i + n
		said := false // "số" stands before the number
		for k < len(p.toks) && k < i+n+4 && p.toks[k].Is("số", "liên", "tịch", ":") {
			said = said || p.toks[k].Is("số")
			k++
		}
		code, m := p.codeAt(k)
		if m == 0 || !said && p.toks[k].Breaks > 0 || !p.isCode(code, k, m, said) {
			continue
		}
		p.addCode(t, code, span{i, k + m})
		i = p.moreCodes(t, k+m) - 1
	}
}

// maskCode masks the number of a document of which no type is said, "Số hiệu: 45/QĐ-UBND": the UBND in it is no body.
// It gives the last token of the number.
func (p *page) maskCode(i int) int {
	if i+2 >= len(p.toks) || !p.toks[i+1].Is("/", "-") || p.toks[i+1].Space || p.toks[i+2].Space {
		return i
	}
	code, n := p.codeAt(i)
	if n < 3 || !hasLetter(code) {
		return i
	}
	for k := i; k < i+n; k++ {
		p.masked[k] = true
	}
	return i + n - 1
}

// insideWord reports whether the word for a type of document at token i ends a longer word: Bộ Tư lệnh, Đại
// học Luật, Báo Pháp luật, Luật sư.
func (p *page) insideWord(i int) bool {
	return i > 0 && p.lists.words.BeforeType.has(p.toks[i-1]) || i+1 < len(p.toks) && p.lists.words.BehindType.has(p.toks[i+1])
}

func (p *page) addCode(t *docType, code string, at span) {
	for k := at.i + 1; k < at.j; k++ {
		p.masked[k] = p.masked[k] || k > at.i+1 || p.toks[k].Kind != text.Word
	}
	p.refs = append(p.refs, referenceMention{span: at, kind: t, code: code, rule: "document-code"})
}

// moreCodes reads further numbers of a series: "Nghị quyết 26, 27, 28", and gives where they end.
func (p *page) moreCodes(t *docType, j int) int {
	for j+1 < len(p.toks) && p.toks[j].Is(",", "và") {
		k := j + 1
		if p.toks[k].Is("số") {
			k++
		}
		code, n := p.codeAt(k)
		if n == 0 || n == 1 && (len(code) < 2 || !p.seriesGoesOn(k+n)) {
			break
		}
		p.addCode(t, code, span{k, k + n})
		j = k + n
	}
	return j
}

func (p *page) seriesGoesOn(k int) bool {
	return k >= len(p.toks) || !(p.toks[k].Kind == text.Word && !p.toks[k].Upper()) || p.toks[k].Is("của", "và", "ngày", "về")
}

func (p *page) resolution() *docType {
	t, _ := p.lists.docTypes.find(p.words("Nghị quyết"), 0)
	return t
}

// citedAs reports whether "Nghị quyết" leads to the occasion at tokens [i, j), directly or through a
// list of occasions.
func (p *page) citedAs(i, j int) bool {
	s := p.sentences[p.sentOf[i]]
	k, from := i, i
	for k > s.i {
		t := p.toks[k-1]
		switch {
		case t.Is("hội", "nghị", "các", "của", "lần", "thứ", "số") && !(t.Is("nghị") && k < s.j && p.toks[k].Is("quyết")):
			k--
		case t.Is("quyết") && k-2 >= s.i && p.toks[k-2].Is("nghị"):
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
func (p *page) numberedBetween(i, j int) bool {
	for ; i < j; i++ {
		if p.toks[i].Kind == text.Number {
			return true
		}
	}
	return false
}

// occasionEnding is the first token of the plenum or congress that ends at token j, or -1.
func (p *page) occasionEnding(j int) int {
	for _, m := range p.plenums {
		if m.j == j || m.j < j && j-m.j <= 6 && p.onlyTerm(m.j, j) {
			return m.i
		}
	}
	for _, c := range p.congresses {
		if c.j == j && !c.byTerm {
			return c.i
		}
	}
	return -1
}

// onlyTerm reports whether the tokens [i, j) are a bracketed term: "(khóa XI)".
func (p *page) onlyTerm(i, j int) bool {
	n, ordinal, _ := p.termAt(i, j)
	return ordinal > 0 && i+n == j
}

// termsBehind are the terms of a plenum: "Trung ương 4 (khóa XI, XII)" has two. A list of plenums
// shares the term behind its last.
func (p *page) termsBehind(m meetingMention) []int {
	end := p.sentences[p.sentOf[m.i]].j
	k := m.j
	for k < end && k < m.j+14 {
		if n, ordinal, _ := p.termAt(k, end); ordinal > 0 {
			last := k + n
			if last > 0 && p.toks[last-1].Is(")") {
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
func (p *page) plenumWord(k int) bool {
	t := p.toks[k]
	return t.Is(",", "và", "trung", "ương", "tw", "hội", "nghị", "ban", "chấp", "hành", "đảng", "(", "bch", "của") || t.Kind == text.Number && len(t.Norm) <= 2
}

// issuersOfCodes settles who issued each numbered document, and when: "ngày 5/9/2016 của Thủ tướng
// Chính phủ", or by the end of its code.
func (p *page) issuersOfCodes() {
	for i := range p.refs {
		r := &p.refs[i]
		if r.code == "" || r.name != "" {
			continue
		}
		s := p.sentences[p.sentOf[r.i]]
		k := r.j
		for k < s.j && k < r.j+14 {
			if d := p.dateStarting(k); d != nil && r.date.IsZero() && d.date.Year != 0 {
				r.date, k = d.date, d.j
				continue
			}
			t := p.toks[k]
			if t.Is("của", "do") {
				r.issuer, r.place = p.issuerAt(k+1, s.j)
				break
			}
			if !t.Is("ngày", ",", "(", ")", "và", "số") && t.Kind != text.Number && !p.masked[k] {
				break
			}
			k++
		}
		if r.issuer == "" {
			r.issuer, r.place = p.issuerByCode(r.code, r.i)
		}
		if r.issuer == "" {
			r.issuer = r.kind.issuer
		}
	}
}

func (p *page) dateStarting(k int) *dateMention {
	for i := p.dateFrom(k); i < len(p.dates) && p.dates[i].i <= k+1; i++ {
		if d := &p.dates[i]; d.i == k || p.toks[k].Is("ngày") {
			return d
		}
	}
	return nil
}

// issuerAt is the organisation or office at token k, and its place's id.
func (p *page) issuerAt(k, end int) (string, string) {
	if n := p.itemFrom(k); n < len(p.items) && p.items[n].i == k && p.items[n].j <= end {
		switch it := p.items[n]; {
		case it.org != nil:
			return it.org.name(), placeID(it.org.place())
		case it.post != nil && it.post.org != nil:
			return join(it.post.name, it.post.org.name()), placeID(it.post.org.place())
		}
	}
	if n := p.central(k, end); n > 0 {
		return "Ban Chấp hành Trung ương Đảng", ""
	}
	return "", ""
}

func placeID(u *unit) string {
	if u == nil {
		return ""
	}
	return u.id
}

// issuerByCode is the issuer that the end of a code names, completed by the context.
func (p *page) issuerByCode(code string, at int) (string, string) {
	suffix := issuerMark(code)
	is, ok := p.lists.issuers[suffix]
	if !ok {
		return "", ""
	}
	if is.unit == "" {
		return is.name, ""
	}
	u := p.nearest(is.unit, at)
	if suffix == "TU" {
		if city := p.nearest("thành phố", at); city != nil && (u == nil || city.level == 1) {
			u, is.name = city, "Thành ủy"
		}
	}
	if u == nil {
		return is.name, ""
	}
	return is.name + " " + u.name, u.id
}

// referenceRecords makes one record for each document that the text refers to, and for the one that it is itself.
func (p *page) referenceRecords(own *Reference) []Reference {
	var out []Reference
	index := map[string]int{}
	if own != nil {
		out, index[keyOf(*own)] = append(out, *own), 0
	}
	for _, m := range p.refs {
		r := Reference{Type: p.typeOf(m), Code: m.code, Name: m.name, Issuer: m.issuer, Place: m.place, Date: m.date, Evidence: p.evidence(m.span, m.rule)}
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
func keyOf(r Reference) string { return r.Type + "|" + strings.TrimLeft(r.Code, "0") + "|" + r.Name }

// typeOf is the type as records write it: a programme of action is a programme.
func (p *page) typeOf(m referenceMention) string {
	if name, ok := strings.CutSuffix(m.kind.name, " hành động"); ok {
		return name
	}
	return m.kind.name
}

// sameNumber leaves out a bare number when the document also gives its full code.
func sameNumber(all []Reference) []Reference {
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
