package extract

import "fmt"

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
			if !p.is(i, convening) {
				continue
			}
			n := p.sessionWord(i, s.j)
			if n == 0 {
				continue
			}
			k := i + n
			body := p.orgItemAt(k)
			if body != nil {
				k = body.j
			}
			if !p.next(k, s.j, "lần", "thứ") && !(n == 2 && p.toks[i+1].Is("họp") && p.next(i, s.j, "kỳ")) && !(p.toks[i].Is("họp")) {
				continue
			}
			v, m := p.ordinalAt(k, s.j)
			if m == 0 || v == 0 {
				continue
			}
			mm := meetingMention{span: span{i, k + m}, body: body, ordinal: v}
			if p.meetingBody(&mm, s) {
				mm.day = p.dayOf(mm.span, s)
				p.meetings = append(p.meetings, mm)
			}
		}
	}
}

// sessionWord gives the tokens of a word for a session at token i.
func (p *page) sessionWord(i, end int) int {
	switch {
	case p.toks[i].Is("hội") && p.next(i+1, end, "nghị"), p.toks[i].Is("kỳ", "phiên") && p.next(i+1, end, "họp"):
		return 2
	case p.toks[i].Is("họp") && p.next(i+1, end, "kỳ", "phiên"):
		return 2
	}
	return 0
}

// orgItemAt is the organisation that the scan found at token i.
func (p *page) orgItemAt(i int) *org {
	if k := p.itemFrom(i); k < len(p.items) && p.items[k].i == i {
		return p.items[k].org
	}
	return nil
}

// meetingBody finds whose session it is: the body that follows, else the nearest before in the
// sentence, else in the document.
func (p *page) meetingBody(m *meetingMention, s span) bool {
	if m.body != nil {
		return p.meets(m.body)
	}
	k := m.j
	for k < s.j && p.toks[k].Is(",", "của", "-", "(") {
		k++
	}
	if o := p.orgItemAt(k); o != nil && p.meets(o) {
		m.body = o
		return true
	}
	here := p.itemFrom(m.i)
	p.meetingBefore(m, here, 0)
	for n := here; n < len(p.items) && p.items[n].i < s.j && m.body == nil; n++ {
		if o := p.items[n].org; o != nil && p.meets(o) {
			m.body = o
		}
	}
	p.meetingBefore(m, here, 2)
	return m.body != nil
}

// meetingBefore takes the nearest body before item n that holds sessions, at most so many sentences back.
func (p *page) meetingBefore(m *meetingMention, n, sentences int) {
	for n--; n >= 0 && m.body == nil && p.sentOf[m.i]-p.sentOf[p.items[n].i] <= sentences; n-- {
		if o := p.items[n].org; o != nil && p.meets(o) {
			m.body = o
		}
	}
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

// dayOf is the day in the sentence on which what the tokens name is held, or zero.
func (p *page) dayOf(at, s span) Date {
	for _, d := range p.datesIn(s) {
		if d.j <= at.i && d.date.Day != 0 && d.date.Year != 0 {
			return d.date
		}
	}
	return Date{}
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
