package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// meetingMention is a numbered session as the text names it.
type meetingMention struct {
	span
	body    *org
	central bool // of the Central Committee
	ordinal int
	day     Date
	cited   bool // named only as the occasion of a document: "Nghị quyết Trung ương 4"
}

// findPlenums finds the plenums of the Central Committee in their short forms: "Trung ương 6",
// "Hội nghị Trung ương 6, 7", "TW 4".
func (p *page) findPlenums() {
	for _, s := range p.sentences {
		for i := s.i; i < s.j; i++ {
			if !p.is(i, centring) {
				continue
			}
			n := p.central(i, s.j)
			if n == 0 || i+n >= s.j || p.masked[i] {
				continue
			}
			k := i + n
			if p.toks[k].Is("lần") {
				k++
			}
			v, m := p.ordinalAt(k, s.j)
			if m == 0 || v == 0 || v > 20 || !p.listedNumber(k+m, s.j) {
				continue
			}
			meeting := i >= s.i+2 && p.toks[i-2].Is("hội") && p.toks[i-1].Is("nghị")
			resolution := p.resolutionBefore(i, s)
			if !meeting && !resolution && !p.inPlenumList(i) {
				continue
			}
			p.plenums = append(p.plenums, meetingMention{span: span{i, k + m}, central: true, ordinal: v, cited: !meeting && !p.inMeetingList(i)})
			i = p.plenumList(k+m, s.j) - 1
		}
	}
}

// listedNumber reports whether the number that ends at token j is not part of a code or a count.
func (p *page) listedNumber(j, end int) bool {
	return j >= end || p.toks[j].Is("(", ")", ",", ";", ".", "khóa", "và", "của", "về", "\"", "-", ":", "gắn", "trong")
}

// resolutionBefore reports whether "Nghị quyết" leads to token i.
func (p *page) resolutionBefore(i int, s span) bool {
	for k := i - 1; k > s.i && k >= i-5; k-- {
		if p.toks[k].Is("quyết") && p.toks[k-1].Is("nghị") {
			return true
		}
		if !p.toks[k].Is("hội", "nghị", "của", "số", "các") {
			return false
		}
	}
	return false
}

// inPlenumList reports whether a plenum stands directly before token i: "Trung ương 6, Trung ương 7".
func (p *page) inPlenumList(i int) bool {
	n := len(p.plenums)
	return n > 0 && (p.plenums[n-1].j == i-1 || p.plenums[n-1].j == i-2)
}

func (p *page) inMeetingList(i int) bool {
	return p.inPlenumList(i) && !p.plenums[len(p.plenums)-1].cited
}

// plenumList reads further numbers: "Trung ương 6, 7 (khóa XII)", and gives where they end.
func (p *page) plenumList(j, end int) int {
	for j+1 < end && p.toks[j].Is(",", "và") {
		v, n := p.ordinalAt(j+1, end)
		if n == 0 || v > 20 || !p.listedNumber(j+1+n, end) {
			break
		}
		last := p.plenums[len(p.plenums)-1]
		last.span, last.ordinal = span{j + 1, j + 1 + n}, v
		p.plenums = append(p.plenums, last)
		j += 1 + n
	}
	return j
}

// findMeetings finds the other numbered sessions: "Hội nghị lần thứ 18 Ban Chấp hành Đảng bộ quận",
// "kỳ họp thứ 6 HĐND tỉnh", "phiên họp thứ nhất".
func (p *page) findMeetings() {
	for _, m := range p.plenums {
		if !m.cited {
			p.meetings = append(p.meetings, m)
		}
	}
	for _, s := range p.sentences {
		for i := s.i; i+2 < s.j; i++ {
			if p.is(i, convening) {
				p.meetingAt(i, s)
			}
		}
	}
}

// meetingAt notes the session whose word begins at token i: the word, perhaps a body, and a number.
func (p *page) meetingAt(i int, s span) {
	kind, n := p.lists.sessions.find(p.toks[:s.j], i)
	if n == 0 {
		return
	}
	k := i + n
	for k < s.j && p.lists.words.SessionTrait.has(p.toks[k]) {
		k++
	}
	body := p.orgItemAt(k)
	if body != nil {
		k = body.j
	}
	if !p.next(k, s.j, "lần", "thứ") && !kind.counted {
		return
	}
	v, m := p.ordinalAt(k, s.j)
	if m == 0 || v == 0 {
		return
	}
	mm := meetingMention{span: span{i, k + m}, body: body, ordinal: v}
	if p.meetingBody(&mm, kind, s) {
		mm.day = p.dayOf(mm.span, s)
		p.meetings = append(p.meetings, mm)
	}
}

// orgItemAt is the organisation that the scan found at token i.
func (p *page) orgItemAt(i int) *org {
	if k := p.itemFrom(i); k < len(p.items) && p.items[k].i == i {
		return p.items[k].org
	}
	return nil
}

// meetingBody finds whose session it is: the body that follows, else the nearest before in the
// sentence, else in the document, that holds sessions of that kind.
func (p *page) meetingBody(m *meetingMention, kind *session, s span) bool {
	if m.body != nil {
		return p.meets(m.body)
	}
	k := m.j
	for k < s.j && p.toks[k].Is(",", "của", "-", "(") {
		k++
	}
	of := k > m.j && p.toks[k-1].Is("của")
	if o := p.orgItemAt(k); o != nil && (p.meets(o) || of && o.convenes()) {
		m.body = o
		return true
	}
	if of && k < s.j && (p.toks[k].Upper() || p.orgItemAt(k) != nil) {
		return false // of a body that holds none or that no list has
	}
	here := p.itemFrom(m.i)
	if here > 0 && p.items[here-1].j == m.i && p.items[here-1].org.convenes() {
		m.body = p.items[here-1].org
		return true
	}
	p.meetingBefore(m, kind, here, 0)
	for n := here; n < len(p.items) && p.items[n].i < s.j && m.body == nil; n++ {
		if o := p.items[n].org; o != nil && p.holdsSession(o, kind) {
			m.body = o
		}
	}
	p.meetingBefore(m, kind, here, 2)
	return m.body != nil
}

// convenes reports whether sessions of an organisation count where the text says that they are its own: "phiên họp thứ 3
// của Chính phủ".
func (o *org) convenes() bool { return o != nil && !o.out() && o.branch() != "" }

// meetingBefore takes the nearest body before item n that holds sessions of the kind, at most so many sentences back.
func (p *page) meetingBefore(m *meetingMention, kind *session, n, sentences int) {
	for n--; n >= 0 && m.body == nil && p.sentOf[m.i]-p.sentOf[p.items[n].i] <= sentences; n-- {
		if o := p.items[n].org; o != nil && p.holdsSession(o, kind) {
			m.body = o
		}
	}
}

// holdsSession reports whether a body is one of those whose sessions have that word: a "kỳ họp" is of an assembly, a
// "hội nghị" of a committee or a union.
func (p *page) holdsSession(o *org, kind *session) bool {
	if !p.meets(o) || o.name() == kind.not {
		return false
	}
	return len(kind.branches) == 0 || slices.Contains(kind.branches, o.branch()) || slices.ContainsFunc(kind.kinds, func(name string) bool { return strings.HasPrefix(o.name(), name) })
}

// meets reports whether an organisation is one that holds numbered sessions: a committee, an
// assembly, an inspection commission, a union.
func (p *page) meets(o *org) bool {
	switch b := o.branch(); {
	case o.committee(), b == "assembly", p.centralParty(o), b == "front", b == "mass":
		return true
	case o.kind != nil && (o.kind.name == "Ủy ban Kiểm tra" || o.kind.name == "Ban Chấp hành"):
		return true
	case o.named != nil && o.named.branch == "party":
		return true
	}
	return false
}

// dayOf is the first day of what the tokens name: the date behind them where only words for its beginning stand between,
// "Kỳ họp thứ nhất sẽ khai mạc 7/4", "(từ ngày 22 đến ngày 29 …)", else the nearest before in the sentence, or zero.
func (p *page) dayOf(at, s span) Date {
	var before Date
	for n := p.dateFrom(s.i); n < len(p.dates) && p.dates[n].i < s.j; n++ {
		d := &p.dates[n]
		if d.date.Day == 0 || d.date.Year == 0 {
			continue
		}
		if d.j <= at.i {
			if before.IsZero() || !d.until {
				before = p.firstDay(d)
			}
			continue
		}
		if d.i >= at.j && p.opensOn(at.j, d.i) {
			return p.firstDay(d)
		}
		break
	}
	return before
}

// opensOn reports whether the tokens [i, j) only say that a session begins: "sẽ khai mạc vào ngày".
func (p *page) opensOn(i, j int) bool {
	for ; i < j; i++ {
		if !p.lists.words.Opening.has(p.toks[i]) && !p.toks[i].Is(",", "(", "-") && p.toks[i].Kind != text.Number {
			return false
		}
	}
	return true
}

// firstDay is the day of a date, or the first of a range of days in one month: "ngày 2 - 4/6/2020".
func (p *page) firstDay(d *dateMention) Date {
	first := d.date
	if d.i >= 2 && p.toks[d.i-1].Is("-", "đến") {
		if n, ok := p.number(d.i - 2); ok && n < first.Day {
			first.Day = n
		}
	}
	return first
}

// meetingRecords makes one record for each session that the document names.
func (p *page) meetingRecords() []Meeting {
	var out []Meeting
	index := map[string]int{}
	for _, m := range p.meetings {
		r := Meeting{Body: "Ban Chấp hành Trung ương Đảng", Ordinal: m.ordinal, Date: m.day}
		rule := "plenum"
		if !m.central {
			rule = "session"
			if r.Body = m.body.name(); r.Body == "" {
				continue
			}
			if u := m.body.place(); u != nil {
				r.Place = u.id
			}
		}
		r.Evidence = p.evidence(m.span, rule)
		key := fmt.Sprint(r.Body, r.Ordinal)
		if i, ok := index[key]; ok {
			if out[i].Date.IsZero() {
				out[i].Date = r.Date
			}
			continue
		}
		index[key] = len(out)
		out = append(out, r)
	}
	return out
}
