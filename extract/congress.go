package extract

import (
	"fmt"
	"sort"
	"time"
)

// national is the name of the Party in records of its congresses.
const national = "Đảng Cộng sản Việt Nam"

// congressMention is a congress as the text names it, or the term of a committee that it elected.
type congressMention struct {
	span
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
	if !p.next(i+1, s.j, "hội") {
		return nil, false
	}
	c := congressMention{span: span{i, i + 2}, rule: "congress"}
	for c.j < s.j {
		n := p.congressPart(&c, s.j)
		if n == 0 {
			break
		}
		c.j += n
	}
	if c.ordinal == 0 || p.othersCongress(c.j, s.j) {
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
	if c.ordinal == 0 {
		if v, n := p.ordinalAt(c.j, end); n > 0 && (v > 2 || t.Is("lần", "thứ") || c.body != nil) {
			bare := n == 1
			if bare && c.j == c.i+2 && c.body == nil {
				c.national = true
			}
			c.ordinal = v
			return n
		}
	}
	return 0
}

func (p *page) next(i, end int, words ...string) bool { return i < end && p.toks[i].Is(words...) }

// partyAt reports whether "Đảng" or a Party organisation stands at token i.
func (p *page) partyAt(i, end int) bool { return i < end && p.toks[i].Is("đảng") }

// partyOrg is the Party organisation that the scan found at token i, completed by the context.
func (p *page) partyOrg(i, end int) *org {
	if o := p.orgItemAt(i); o != nil && o.kind != nil && o.kind.name == "Đảng bộ" {
		return o
	}
	o := p.readOrg(i, end)
	if o == nil || o.kind == nil || o.kind.name != "Đảng bộ" {
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

// congressContext finds the body of a congress that is only numbered: the nearest Party
// organisation before it in the sentence, else the one that the text names nearest before.
func (p *page) congressContext(c *congressMention, s span) bool {
	for k := p.itemFrom(c.i) - 1; k >= 0 && c.body == nil; k-- {
		if o := p.items[k].org; o != nil && o.committee() && o.place() != nil {
			c.body = o
		}
	}
	return c.body != nil
}

// moreOrdinals reads further ordinals of a list: "khóa III, IV, V".
func (p *page) moreOrdinals(j, end int) []int {
	var out []int
	for j+1 < end && p.toks[j].Is(",", "và") {
		v, n := p.ordinalAt(j+1, end)
		if n == 0 || FromRoman(p.toks[j+1].Norm) == 0 && !p.listedOrdinal(j+1+n, end) {
			break
		}
		out = append(out, v)
		j += 1 + n
	}
	return out
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
	for k > s.i && p.toks[k-1].Is("(", ",", "các", "trong", "mới", "qua") {
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
	if u := o.place(); u != nil {
		return "Đảng bộ " + u.full()
	}
	switch {
	case o.parent != nil && o.kind.name != "Ban Chấp hành":
		return "Đảng bộ " + o.parent.name()
	case o.kind.name == "Ban Chấp hành":
		return partyOf(o.parent)
	case o.field != "":
		return "Đảng bộ " + o.field
	case o.bare != "" && o.bare != "?":
		return "Đảng bộ " + o.bare
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
