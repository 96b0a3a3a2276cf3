package extract

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

// national is the name of the Party in records of its congresses.
const national = "Đảng Cộng sản Việt Nam"

// congressMention is a congress as the text names it, or the term of a committee that it elected.
type congressMention struct {
	span
	head     int  // token behind the word for a congress
	body     *org // of a place or an organisation; nil for the national one
	national bool
	ordinal  int
	years    [2]int
	byTerm   bool // named by the term of its committee: "Quận ủy khóa XXV"
	rule     string
}

// findCongresses finds every congress that the text numbers.
func (p *page) findCongresses() {
	for _, s := range p.sentences {
		for i := s.i; i < s.j; i++ {
			if !p.is(i, gathering) {
				continue
			}
			if c, ok := p.congressAt(i, s); ok {
				p.congresses = append(p.congresses, c...)
				i = c[len(c)-1].j - 1
			}
		}
	}
	p.termsOfCommittees()
}

// congressAt reads "Đại hội đại biểu Đảng bộ quận Ba Đình lần thứ XXVI" and its other orders.
func (p *page) congressAt(i int, s span) ([]congressMention, bool) {
	n := p.congressWord(i, s.j)
	if n == 0 {
		return nil, false
	}
	c := congressMention{span: span{i, i + n}, head: i + n, rule: "congress"}
	for c.j < s.j {
		n := p.congressPart(&c, s.j)
		if n == 0 {
			break
		}
		c.j += n
	}
	if c.ordinal == 0 && c.body != nil {
		p.noteTerm(c, s)
	}
	if c.ordinal == 0 || p.othersCongress(c.j, s.j) || c.national && !p.yearFits(&c, s) {
		return nil, false
	}
	p.congressTerm(&c, s)
	if c.body == nil && !c.national && !p.congressContext(&c, s) {
		return nil, false
	}
	out := []congressMention{c}
	for _, n := range p.moreOrdinals(c.j, s.j) {
		more := c
		more.ordinal = n
		out = append(out, more)
	}
	return out, true
}

// noteTerm notes a congress that is known by its term alone, "Đại hội Đảng bộ tỉnh (giữa) nhiệm kỳ 2015-2020": it is no
// record, but its resolution is.
func (p *page) noteTerm(c congressMention, s span) {
	if p.next(c.j, s.j, "giữa") {
		c.j++
	}
	if p.congressTerm(&c, s); c.years[0] > 0 {
		p.termOnly = append(p.termOnly, c)
	}
}

// yearFits reports whether the year in brackets behind the number of a national congress, if one stands there, is the
// year of that congress: "Đại hội IV (năm 2003)" is of another body.
func (p *page) yearFits(c *congressMention, s span) bool {
	if !p.next(c.j, s.j, "(") {
		return true
	}
	n := p.dateFrom(c.j)
	if n == len(p.dates) || p.dates[n].i > c.j+2 || p.dates[n].i >= s.j {
		return true
	}
	year := p.dates[n].date.Year
	for _, f := range p.lists.terms {
		if f.Body == national && f.Ordinal == c.ordinal && year > 0 {
			return f.From.Year-1 <= year && year <= f.To.Year+1
		}
	}
	return true
}

// congressWord counts the tokens of a word for a congress at token i: "đại hội", or "ĐH" where a number, the Party or
// the delegates follow, which is no school.
func (p *page) congressWord(i, end int) int {
	if p.next(i+1, end, "hội") && p.toks[i].Is("đại") {
		return 2
	}
	if p.toks[i].Norm != "ĐH" || i+1 == end {
		return 0
	}
	if p.toks[i+1].Is("lần", "toàn", "đảng") || p.next(i+1, end, "đại") && p.next(i+2, end, "biểu") {
		return 1
	}
	if _, n := p.ordinalAt(i+1, end); n > 0 && (p.partyAt(i+1+n, end) || p.next(i+1+n, end, "của") && p.partyAt(i+2+n, end)) {
		return 1
	}
	return 0
}

// othersCongress reports whether a union, and not the Party, is named behind the congress: "Đại hội toàn quốc
// lần thứ X của Hội Sinh viên".
func (p *page) othersCongress(j, end int) bool {
	if j < end && p.toks[j].Is("của") {
		j++
	}
	o := p.orgItemAt(j)
	return j < end && o != nil && (o.branch() == "mass" || o.branch() == "front" || o.kind != nil && o.kind.out)
}

// congressPart reads one of the parts that may follow "Đại hội", in any order, and gives its tokens.
func (p *page) congressPart(c *congressMention, end int) int {
	t := p.toks[c.j]
	switch {
	case t.Is("đại") && p.next(c.j+1, end, "biểu"):
		return 2
	case t.Is("toàn") && p.next(c.j+1, end, "quốc"):
		c.national = true
		return 2
	case t.Is("của", "khóa", "lần") && c.ordinal == 0 || t.Is("của"):
		if v, n := p.ordinalAt(c.j+1, end); n > 0 && !t.Is("của") {
			c.ordinal = v
			return 1 + n
		}
		if t.Is("của") && p.partyAt(c.j+1, end) {
			return 1
		}
		return 0
	case t.Is("đảng") && !p.next(c.j+1, end, "bộ", "ủy", "viên"):
		c.national = c.body == nil
		if p.next(c.j+1, end, "cộng") {
			return 5
		}
		return 1
	case c.body == nil && t.Is("đảng"):
		if o := p.partyOrg(c.j, end); o != nil {
			c.body, c.national = o, false
			return o.j - c.j
		}
	}
	if n := p.unitBeforeParty(c, end); n > 0 {
		return n
	}
	return p.congressNumber(c, end)
}

// congressNumber reads the number of a congress and gives its tokens. A bare one behind "Đại hội" is that of the
// national congress; "Đại hội 2" alone is none.
func (p *page) congressNumber(c *congressMention, end int) int {
	v, n := p.ordinalAt(c.j, end)
	if c.ordinal > 0 || n == 0 {
		return 0
	}
	bare := n == 1
	party := p.partyAt(c.j+n, end) || p.next(c.j+n, end, "của") && p.partyAt(c.j+n+1, end)
	if v <= 2 && bare && c.body == nil && !party {
		return 0
	}
	if bare && c.j == c.head && c.body == nil {
		c.national = true
	}
	c.ordinal = v
	return n
}

// unitBeforeParty counts the tokens of a kind of unit before the Party organisation of a congress, "Đại hội đại biểu tỉnh
// Đảng bộ tỉnh Sóc Trăng".
func (p *page) unitBeforeParty(c *congressMention, end int) int {
	_, n := p.lists.units.find(p.toks[:end], c.j)
	if n > 0 && c.body == nil && p.partyOrg(c.j+n, end) != nil {
		return n
	}
	return 0
}

// partyAt reports whether "Đảng" or a Party organisation stands at token i.
func (p *page) partyAt(i, end int) bool { return i < end && p.toks[i].Is("đảng") }

// partyOrg is the Party organisation that the scan found at token i, completed by the context.
func (p *page) partyOrg(i, end int) *org {
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
func (p *page) congressTerm(c *congressMention, s span) {
	for k := c.j; k < s.j && k < c.j+4; k++ {
		if n, _, years := p.termAt(k, s.j); n > 0 && years[0] > 0 {
			c.years, c.j = years, k+n
			return
		}
		if y, n := p.yearsAt(k, s.j); n > 0 {
			c.years = y
			return
		}
		if !p.toks[k].Is(",", "(") {
			return
		}
	}
}

// holdsCongress reports whether an organisation is one whose congresses are named with it: "Đảng bộ quận Ba Đình",
// "Đảng bộ Khối các cơ quan tỉnh".
func (o *org) holdsCongress() bool {
	return o != nil && o.kind != nil && (o.kind.name == "Đảng bộ" || o.kind.name == "Đảng ủy Khối")
}

// congressContext finds the body of a congress that is only numbered: the Party organisation nearest before it in the
// sentence, the national one where the sentence tells of it, that of the heading of a history of congresses, or the
// one that the text names nearest before.
func (p *page) congressContext(c *congressMention, s span) bool {
	here := p.itemFrom(c.i)
	for k := here - 1; k >= 0 && p.items[k].i >= s.i && c.body == nil; k-- {
		if o := p.items[k].org; o.committee() {
			c.body = o
		}
	}
	if c.body != nil {
		return partyOf(c.body) != ""
	}
	if p.tellsOfNational(c, s) {
		c.national = true
		return true
	}
	if c.body = p.congressHeading(c.i); c.body != nil {
		return true
	}
	for k := here - 1; k >= 0 && c.body == nil; k-- {
		if o := p.items[k].org; o.committee() && o.place() != nil {
			c.body = o
		}
	}
	return c.body != nil
}

// tellsOfNational reports whether the sentence s of a congress that is only numbered names the national congress before
// it, or the committee that it elects behind it: "ở Đại hội khóa V ông được bầu vào Ban Chấp hành Trung ương Đảng".
func (p *page) tellsOfNational(c *congressMention, s span) bool {
	if n := len(p.congresses); n > 0 && p.congresses[n-1].national && p.congresses[n-1].i >= s.i {
		return true
	}
	for k := p.itemFrom(c.j); k < len(p.items) && p.items[k].i < s.j; k++ {
		o := p.items[k].org
		if p.items[k].post != nil {
			o = p.items[k].post.org
		}
		if o != nil {
			return p.centralParty(o)
		}
	}
	return false
}

// headingLines is the number of sentences at the top of a page among which its heading is.
const headingLines = 4

// congressHeading is the Party organisation of a heading about its congresses, "Đảng bộ Thái Bình qua các kỳ đại hội",
// above token i.
func (p *page) congressHeading(i int) *org {
	for n := 0; n < min(headingLines, p.sentOf[i]); n++ {
		s := p.sentences[n]
		if !p.endsLine(s.j) || !p.gathers(s) {
			continue
		}
		for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < s.j; k++ {
			if o := p.items[k].org; o.committee() && o.place() != nil {
				return o
			}
		}
	}
	return nil
}

// gathers reports whether a sentence has the word for a congress.
func (p *page) gathers(s span) bool {
	for i := s.i; i+1 < s.j; i++ {
		if p.is(i, gathering) && p.congressWord(i, s.j) > 0 {
			return true
		}
	}
	return false
}

// moreOrdinals reads further ordinals of a list: "khóa III, IV, V", "khóa X; XI; XII", "Khóa II (dự khuyết), III", and the
// end of a range, "khóa XI đến khóa XIII".
func (p *page) moreOrdinals(j, end int) []int {
	var out []int
	for {
		j = p.pastBracket(j, end)
		if j+1 >= end || !p.lists.words.OrdinalList.has(p.toks[j]) && !p.toks[j].Is(",", ";") {
			return out
		}
		j++
		if p.is(j, numbering) {
			j++
		}
		v, n := p.ordinalAt(j, end)
		if n == 0 || FromRoman(p.toks[j].Norm) == 0 && !p.listedOrdinal(j+n, end) {
			return out
		}
		out = append(out, v)
		j += n
	}
}

// pastBracket is the token behind a short bracket at token j, "(dự khuyết, chính thức 1956)", or j.
func (p *page) pastBracket(j, end int) int {
	if !p.next(j, end, "(") {
		return j
	}
	for k := j + 1; k < min(j+maxSkip, end); k++ {
		if p.toks[k].Is(")") {
			return k + 1
		}
	}
	return j
}

// listedOrdinal reports whether a number is followed by the end of a list, not by what it counts.
func (p *page) listedOrdinal(j, end int) bool {
	return j >= end || p.toks[j].Is(")", ",", ";", ".", "và")
}

// termsOfCommittees finds the congresses that are named by the term of the committee they elected:
// "Ban Chấp hành Đảng bộ quận khóa XXV", "Thành ủy khóa XVI", "Trung ương 6 khóa XII".
func (p *page) termsOfCommittees() {
	named := len(p.congresses)
	for _, s := range p.sentences {
		for i := s.i; i+1 < s.j; i++ {
			if !p.is(i, numbering) {
				continue
			}
			v, n := p.ordinalAt(i+1, s.j)
			if n == 0 || p.inCongress(i, named) {
				continue
			}
			c := congressMention{span: span{i, i + 1 + n}, ordinal: v, byTerm: true, rule: "committee-term"}
			if !p.committeeBefore(&c, s) {
				continue
			}
			p.congressTerm(&c, s)
			p.congresses = append(p.congresses, c)
			for _, v := range p.moreOrdinals(i+1+n, s.j) {
				more := c
				more.ordinal = v
				p.congresses = append(p.congresses, more)
			}
		}
	}
}

// inCongress reports whether token i stands in a congress: in one of the first so many, which are in order, or in
// one of those that were found since, before it.
func (p *page) inCongress(i, named int) bool {
	n := sort.Search(named, func(k int) bool { return p.congresses[k].i > i })
	last := len(p.congresses)
	return n > 0 && i < p.congresses[n-1].j || last > named && i < p.congresses[last-1].j
}

// committeeBefore finds whose term "khóa N" is: the Party body or plenum that stands directly before.
func (p *page) committeeBefore(c *congressMention, s span) bool {
	k := c.i
	for k > s.i && (p.lists.words.BeforeTerm.has(p.toks[k-1]) || p.toks[k-1].Is("(", ",", ":")) {
		k--
	}
	if k > s.i && p.plenumEndsAt(k) {
		c.national, c.i = true, k
		return true
	}
	for n := p.itemFrom(s.i); n < len(p.items) && p.items[n].i < c.i; n++ {
		it := p.items[n]
		var o *org
		switch {
		case it.org != nil:
			o = it.org
		case it.post != nil:
			o = it.post.org
		}
		if it.post != nil && (o == nil || it.post.guessed || o.i < it.i || o.i > it.j) && it.j >= k && it.post.title.family == "member" && p.sameTerms(c, s) {
			return true
		}
		if o == nil || it.j < k && o.j != k {
			continue
		}
		if p.centralParty(o) {
			c.national, c.body = true, nil
			return true
		}
		for q := o; q != nil; q = q.parent {
			if q.committee() {
				c.body, c.national = q, false
				return true
			}
		}
	}
	return c.national || c.body != nil
}

// sameTerms gives a member of whom the committee is not said the one whose term the sentence names last: "Ủy viên Trung
// ương Đảng khóa 11, 12, ủy viên dự khuyết khóa 10".
func (p *page) sameTerms(c *congressMention, s span) bool {
	n := len(p.congresses)
	if n == 0 || !p.congresses[n-1].byTerm || p.congresses[n-1].i < s.i {
		return false
	}
	c.national, c.body = p.congresses[n-1].national, p.congresses[n-1].body
	return true
}

// plenumEndsAt reports whether a plenum ("Trung ương 6", "Hội nghị Trung ương 7") ends at token k.
func (p *page) plenumEndsAt(k int) bool {
	for _, m := range p.plenums {
		if m.j == k {
			return true
		}
	}
	return false
}

// centralParty reports whether an organisation is one that a national congress elects.
func (p *page) centralParty(o *org) bool {
	switch o.name() {
	case "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương":
		return true
	}
	return false
}

// congressRecords makes one record for each congress that the document names.
func (p *page) congressRecords() []Congress {
	var out []Congress
	index := map[string]int{}
	for _, m := range p.congresses {
		c := Congress{Body: national, Ordinal: m.ordinal, Evidence: p.evidence(m.span, m.rule)}
		if m.byTerm && !m.national && !m.body.namesPlace() {
			m.body = p.bodyOfCongress(m)
		}
		if !m.national {
			u := m.body.place()
			if c.Body = partyOf(m.body); c.Body == "" {
				continue
			}
			if u != nil {
				c.Place = u.id
			}
		}
		if m.years[0] > 0 {
			c.Term = fmt.Sprintf("%d-%d", m.years[0], m.years[1])
		}
		if !m.byTerm {
			c.From, c.To = p.meetingDays(m)
		}
		key := fmt.Sprint(c.Body, c.Ordinal)
		if i, ok := index[key]; ok {
			if out[i].Term == "" {
				out[i].Term = c.Term
			}
			if out[i].From.IsZero() {
				out[i].From, out[i].To = c.From, c.To
			}
			continue
		}
		index[key] = len(out)
		out = append(out, c)
	}
	return out
}

// bodyOfCongress is whose congress the page names in full by the number of a term that stands with a
// committee alone, or else the committee that the text before suggests.
func (p *page) bodyOfCongress(term congressMention) *org {
	for _, m := range p.congresses {
		if !m.byTerm && !m.national && m.ordinal == term.ordinal && m.body.namesPlace() {
			return m.body
		}
	}
	return term.body
}

// namesPlace reports whether the unit of an organisation stands in its name.
func (o *org) namesPlace() bool {
	u := o.place()
	return u != nil && o.i <= u.i && u.j <= o.j
}

// partyOf is the Party organisation (Đảng bộ) whose committee o is.
func partyOf(o *org) string {
	place := ""
	if o.unit != nil {
		place = o.unit.full()
	} else if o.bare != "?" && unitKinds[o.bare] {
		place = o.bare
	}
	switch {
	case o.kind.board && o.parent != nil:
		return partyOf(o.parent)
	case o.kind.name == "Đảng ủy Khối":
		return strings.Replace(o.name(), "Đảng ủy", "Đảng bộ", 1)
	case o.parent != nil:
		return "Đảng bộ " + o.parent.name()
	case o.field != "" || o.own != "" || place != "":
		return join("Đảng bộ", o.field, o.own, place)
	}
	return ""
}

// meetingDays are the first and last day of a congress where its sentence states them as the days
// on which it is held: "Từ ngày 2 - 4/6/2020 … tổ chức Đại hội".
func (p *page) meetingDays(m congressMention) (from, to Date) {
	s := p.sentences[p.sentOf[m.i]]
	held := false
	for k := s.i; k < s.j; k++ {
		if p.toks[k].Is("tổ") && p.next(k+1, s.j, "chức") || p.toks[k].Is("diễn", "khai") && p.next(k+1, s.j, "ra", "mạc") {
			held = true
		}
	}
	for _, d := range p.datesIn(s) {
		if d.date.Day == 0 || d.date.Year == 0 {
			continue
		}
		beside := !p.toks[s.i].Is("|") && d.j >= m.i-nearCongress && d.i <= m.j+nearCongress
		first := d.date
		if k := d.i - 1; k >= s.i+1 && p.toks[k].Is("-", "đến") {
			if n, ok := p.number(k - 1); ok {
				first.Day = n
				if first.Valid() && first.Day < d.date.Day && (held || beside && d.date.Day-first.Day <= longestCongress) {
					return first, d.date
				}
			}
		}
		if from.IsZero() {
			from = first
			continue
		}
		if d.until && (held || beside && soon(from, d.date)) {
			return from, d.date
		}
	}
	return Date{}, Date{}
}

// longestCongress is the number of days that no congress takes: a range of no more that stands within
// nearCongress tokens of one is its time, whatever the words between.
const (
	longestCongress = 14
	nearCongress    = 8
)

// soon reports whether one day is no more than longestCongress behind another.
func soon(from, to Date) bool {
	days := time.Date(to.Year, time.Month(to.Month), to.Day, 0, 0, 0, 0, time.UTC).Sub(time.Date(from.Year, time.Month(from.Month), from.Day, 0, 0, 0, 0, time.UTC)).Hours() / 24
	return 0 <= days && days <= longestCongress
}
