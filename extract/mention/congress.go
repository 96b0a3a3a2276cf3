package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// congressMention is a congress as the text names it, or the term of a committee that it elected.
type congressMention struct {
	document.Span
	head     int  // token behind the word for a congress
	Body     *Org // of a place or an organisation; nil for the national one
	National bool
	Ordinal  int
	Years    [2]int
	ByTerm   bool // named by the term of its committee: "Quận ủy khóa XXV"
	rule     string
}

// FindCongresses finds every congress that the text numbers.
func (p *Page) FindCongresses() {
	for s := range p.SentencesWith(gazetteer.OfCongress) {
		for i := s.I; i < s.J; i++ {
			if !p.Is(i, gazetteer.OfCongress) {
				continue
			}
			if c, ok := p.congressAt(i, s); ok {
				p.Congresses = append(p.Congresses, c...)
				i = c[len(c)-1].J - 1
			}
		}
	}
	p.termsOfCommittees()
}

// congressAt reads "Đại hội đại biểu Đảng bộ quận Ba Đình lần thứ XXVI" and its other orders.
func (p *Page) congressAt(i int, s document.Span) ([]congressMention, bool) {
	n := p.congressWord(i, s.J)
	if n == 0 {
		return nil, false
	}
	c := congressMention{Span: document.Span{I: i, J: i + n}, head: i + n, rule: "congress"}
	for c.J < s.J {
		n := p.congressPart(&c, s.J)
		if n == 0 {
			break
		}
		c.J += n
	}
	if c.Ordinal == 0 && c.Body != nil {
		p.noteTerm(c, s)
	}
	if c.Ordinal == 0 || p.othersCongress(c.J, s.J) || c.National && !p.yearFits(&c, s) {
		return nil, false
	}
	p.congressTerm(&c, s)
	if c.Body == nil && !c.National && !p.congressContext(&c, s) {
		return nil, false
	}
	out := []congressMention{c}
	for _, n := range p.moreOrdinals(c.J, s.J) {
		more := c
		more.Ordinal = n
		out = append(out, more)
	}
	return out, true
}

// noteTerm notes a congress that is known by its term alone, "Đại hội Đảng bộ tỉnh (giữa) nhiệm kỳ 2015-2020": it is no
// record, but its resolution is.
func (p *Page) noteTerm(c congressMention, s document.Span) {
	if p.Next(c.J, s.J, "giữa") {
		c.J++
	}
	if p.congressTerm(&c, s); c.Years[0] > 0 {
		p.termOnly = append(p.termOnly, c)
	}
}

// yearFits reports whether the year in brackets behind the number of a national congress, if one stands there, is the
// year of that congress: "Đại hội IV (năm 2003)" is of another body.
func (p *Page) yearFits(c *congressMention, s document.Span) bool {
	if !p.Next(c.J, s.J, "(") {
		return true
	}
	n := p.DateFrom(c.J)
	if n == len(p.Dates) || p.Dates[n].I > c.J+2 || p.Dates[n].I >= s.J {
		return true
	}
	year := p.Dates[n].Date.Year
	for _, f := range p.Lists.Terms {
		if f.Body == gazetteer.Party && f.Ordinal == c.Ordinal && year > 0 {
			return f.From.Year-1 <= year && year <= f.To.Year+1
		}
	}
	return true
}

// congressWord counts the tokens of a word for a congress at token i: "đại hội", or "ĐH" where a number, the Party or
// the delegates follow, which is no school.
func (p *Page) congressWord(i, end int) int {
	if p.Pair(i, end, &p.Lists.Words.CongressName) {
		return 2
	}
	if p.Toks[i].Norm != "ĐH" || i+1 == end {
		return 0
	}
	if p.Lists.Words.CongressBehind.Has(p.Toks[i+1]) || p.Pair(i+1, end, &p.Lists.Words.Delegates) {
		return 1
	}
	if _, n := p.OrdinalAt(i+1, end); n > 0 && (p.partyAt(i+1+n, end) || p.Next(i+1+n, end, "của") && p.partyAt(i+2+n, end)) {
		return 1
	}
	return 0
}

// othersCongress reports whether a union, and not the Party, is named behind the congress: "Đại hội toàn quốc
// lần thứ X của Hội Sinh viên".
func (p *Page) othersCongress(j, end int) bool {
	if j < end && p.Toks[j].Is("của") {
		j++
	}
	o := p.orgItemAt(j)
	return j < end && o != nil && (o.Branch() == "mass" || o.Branch() == "front" || o.Kind != nil && o.Kind.Out)
}

// congressPart reads one of the parts that may follow "Đại hội", in any order, and gives its tokens.
func (p *Page) congressPart(c *congressMention, end int) int {
	t := p.Toks[c.J]
	switch {
	case p.Pair(c.J, end, &p.Lists.Words.Delegates):
		return 2
	case p.Pair(c.J, end, &p.Lists.Words.Nationwide):
		c.National = true
		return 2
	case p.Lists.Words.CongressLink.Has(t) && c.Ordinal == 0 || t.Is("của"):
		if v, n := p.OrdinalAt(c.J+1, end); n > 0 && !t.Is("của") {
			c.Ordinal = v
			return 1 + n
		}
		if t.Is("của") && p.partyAt(c.J+1, end) {
			return 1
		}
		return 0
	case t.Is("đảng") && !p.NextIn(c.J+1, end, &p.Lists.Words.PartyBodyEnd):
		c.National = c.Body == nil
		if p.Next(c.J+1, end, "cộng") {
			return 5
		}
		return 1
	case c.Body == nil && t.Is("đảng"):
		if o := p.partyOrg(c.J, end); o != nil {
			c.Body, c.National = o, false
			return o.J - c.J
		}
	}
	if n := p.unitBeforeParty(c, end); n > 0 {
		return n
	}
	return p.congressNumber(c, end)
}

// congressNumber reads the number of a congress and gives its tokens. A bare one behind "Đại hội" is that of the
// national congress; "Đại hội 2" alone is none.
func (p *Page) congressNumber(c *congressMention, end int) int {
	v, n := p.OrdinalAt(c.J, end)
	if c.Ordinal > 0 || n == 0 {
		return 0
	}
	bare := n == 1
	party := p.partyAt(c.J+n, end) || p.Next(c.J+n, end, "của") && p.partyAt(c.J+n+1, end)
	if v <= 2 && bare && c.Body == nil && !party {
		return 0
	}
	if bare && c.J == c.head && c.Body == nil {
		c.National = true
	}
	c.Ordinal = v
	return n
}

// unitBeforeParty counts the tokens of a kind of unit before the Party organisation of a congress, "Đại hội đại biểu tỉnh
// Đảng bộ tỉnh Sóc Trăng".
func (p *Page) unitBeforeParty(c *congressMention, end int) int {
	_, n := p.Lists.Units.Find(p.Toks[:end], c.J)
	if n > 0 && c.Body == nil && p.partyOrg(c.J+n, end) != nil {
		return n
	}
	return 0
}

// partyAt reports whether "Đảng" or a Party organisation stands at token i.
func (p *Page) partyAt(i, end int) bool { return i < end && p.Toks[i].Is("đảng") }

// partyOrg is the Party organisation that the scan found at token i, completed by the context.
func (p *Page) partyOrg(i, end int) *Org {
	if !p.partyAt(i, end) {
		return nil
	}
	if o := p.orgItemAt(i); o.holdsCongress() {
		return o
	}
	o := p.readOrg(i, end)
	if !o.holdsCongress() {
		return nil
	}
	p.complete(o, i)
	return o
}

// congressTerm reads ", nhiệm kỳ 2020-2025" behind a congress.
func (p *Page) congressTerm(c *congressMention, s document.Span) {
	for k := c.J; k < s.J && k < c.J+4; k++ {
		if n, _, years := p.termAt(k, s.J); n > 0 && years[0] > 0 {
			c.Years, c.J = years, k+n
			return
		}
		if y, n := p.yearsAt(k, s.J); n > 0 {
			c.Years = y
			return
		}
		if !p.Toks[k].Is(",", "(") {
			return
		}
	}
}

// holdsCongress reports whether an organisation is one whose congresses are named with it: "Đảng bộ quận Ba Đình",
// "Đảng bộ Khối các cơ quan tỉnh".
func (o *Org) holdsCongress() bool {
	return o != nil && o.Kind != nil && o.Kind.Congress
}

// congressContext finds the body of a congress that is only numbered: the Party organisation nearest before it in the
// sentence, the national one where the sentence tells of it, that of the heading of a history of congresses, or the
// one that the text names nearest before.
func (p *Page) congressContext(c *congressMention, s document.Span) bool {
	here := p.ItemFrom(c.I)
	for k := here - 1; k >= 0 && p.Items[k].I >= s.I && c.Body == nil; k-- {
		if o := p.Items[k].Org; o.Committee() {
			c.Body = o
		}
	}
	if c.Body != nil {
		return PartyOf(c.Body) != ""
	}
	if p.tellsOfNational(c, s) {
		c.National = true
		return true
	}
	if c.Body = p.congressHeading(c.I); c.Body != nil {
		return true
	}
	for k := here - 1; k >= 0 && c.Body == nil; k-- {
		if o := p.Items[k].Org; o.Committee() && o.Place() != nil {
			c.Body = o
		}
	}
	return c.Body != nil
}

// tellsOfNational reports whether the sentence s of a congress that is only numbered names the national congress before
// it, or the committee that it elects behind it: "ở Đại hội khóa V ông được bầu vào Ban Chấp hành Trung ương Đảng".
func (p *Page) tellsOfNational(c *congressMention, s document.Span) bool {
	if n := len(p.Congresses); n > 0 && p.Congresses[n-1].National && p.Congresses[n-1].I >= s.I {
		return true
	}
	for k := p.ItemFrom(c.J); k < len(p.Items) && p.Items[k].I < s.J; k++ {
		o := p.Items[k].Org
		if p.Items[k].Post != nil {
			o = p.Items[k].Post.Org
		}
		if o != nil {
			return p.CentralParty(o)
		}
	}
	return false
}

// headingLines is the number of sentences at the top of a page among which its heading is.
const headingLines = 4

// congressHeading is the Party organisation of a heading about its congresses, "Đảng bộ Thái Bình qua các kỳ đại hội",
// above token i.
func (p *Page) congressHeading(i int) *Org { return p.headingWith(i, p.gathers) }

// headingWith is the Party organisation that one of the first lines above token i names, if that passes the test.
func (p *Page) headingWith(i int, test func(document.Span) bool) *Org {
	for n := 0; n < min(headingLines, p.SentOf[i]); n++ {
		s := p.Sentences[n]
		if !p.endsLine(s.J) || !test(s) {
			continue
		}
		for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < s.J; k++ {
			if o := p.Items[k].Org; o.Committee() && o.Place() != nil {
				return o
			}
		}
	}
	return nil
}

// manyCongresses reports whether a heading is about several congresses: "qua các kỳ Đại hội", "những đại hội đầu tiên".
func (p *Page) manyCongresses(s document.Span) bool {
	for i := s.I + 1; i < s.J; i++ {
		if p.Is(i, gazetteer.OfCongress) && p.congressWord(i, s.J) > 0 && (p.Lists.Words.PluralMark.Has(p.Toks[i-1]) || i > s.I+1 && p.Lists.Words.PluralMark.Has(p.Toks[i-2])) {
			return true
		}
	}
	return false
}

// gathers reports whether a sentence has the word for a congress.
func (p *Page) gathers(s document.Span) bool {
	for i := s.I; i+1 < s.J; i++ {
		if p.Is(i, gazetteer.OfCongress) && p.congressWord(i, s.J) > 0 {
			return true
		}
	}
	return false
}

// moreOrdinals reads further ordinals of a list: "khóa III, IV, V", "khóa X; XI; XII", "Khóa II (dự khuyết), III", and the
// end of a range, "khóa XI đến khóa XIII".
func (p *Page) moreOrdinals(j, end int) []int {
	var out []int
	for {
		j = p.pastBracket(j, end)
		if j+1 >= end || !p.Lists.Words.OrdinalList.Has(p.Toks[j]) && !p.Toks[j].Is(",", ";") {
			return out
		}
		j++
		if p.Is(j, gazetteer.OfTermNumber) {
			j++
		}
		v, n := p.OrdinalAt(j, end)
		if n == 0 || record.FromRoman(p.Toks[j].Norm) == 0 && !p.listedOrdinal(j+n, end) {
			return out
		}
		out = append(out, v)
		j += n
	}
}

// pastBracket is the token behind a short bracket at token j, "(dự khuyết, chính thức 1956)", or j.
func (p *Page) pastBracket(j, end int) int {
	if !p.Next(j, end, "(") {
		return j
	}
	for k := j + 1; k < min(j+document.MaxSkip, end); k++ {
		if p.Toks[k].Is(")") {
			return k + 1
		}
	}
	return j
}

// listedOrdinal reports whether a number is followed by the end of a list, not by what it counts.
func (p *Page) listedOrdinal(j, end int) bool {
	return j >= end || p.Toks[j].Is(")", ",", ";", ".", "và")
}

// CentralParty reports whether an organisation is one that a national congress elects.
func (p *Page) CentralParty(o *Org) bool {
	switch o.Name() {
	case gazetteer.CentralCommittee, gazetteer.Politburo, gazetteer.Secretariat, gazetteer.CentralBoard:
		return true
	}
	return false
}
