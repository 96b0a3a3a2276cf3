package mention

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// meetingMention is a numbered session as the text names it.
type meetingMention struct {
	document.Span
	Body    *Org
	Central bool // of the Central Committee
	Ordinal int
	Day     record.Date
	cited   bool // named only as the occasion of a document: "Nghị quyết Trung ương 4"
}

// FindPlenums finds the plenums of the Central Committee in their short forms: "Trung ương 6",
// "Hội nghị Trung ương 6, 7", "TW 4".
func (p *Page) FindPlenums() {
	for s := range p.SentencesWith(gazetteer.OfCentral) {
		for i := s.I; i < s.J; i++ {
			if !p.Is(i, gazetteer.OfCentral) {
				continue
			}
			n := p.central(i, s.J)
			if n == 0 || i+n >= s.J || p.Masked[i] {
				continue
			}
			k := i + n
			if p.Toks[k].Is("lần") {
				k++
			}
			v, m := p.OrdinalAt(k, s.J)
			if m == 0 || v == 0 || v > 20 || !p.listedNumber(k+m, s.J) {
				continue
			}
			meeting := i >= s.I+2 && p.Lists.Words.Conference.Has(p.Toks[i-2], p.Toks[i-1])
			resolution := p.resolutionBefore(i, s)
			if !meeting && !resolution && !p.inPlenumList(i) {
				continue
			}
			p.plenums = append(p.plenums, meetingMention{Span: document.Span{I: i, J: k + m}, Central: true, Ordinal: v, cited: !meeting && !p.inMeetingList(i)})
			i = p.plenumList(k+m, s.J) - 1
		}
	}
}

// listedNumber reports whether the number that ends at token j is not part of a code or a count.
func (p *Page) listedNumber(j, end int) bool {
	return j >= end || p.Lists.Words.BehindNumbered.Has(p.Toks[j]) || p.Toks[j].Is("(", ")", ",", ";", ".", "\"", "-", ":")
}

// resolutionBefore reports whether "Nghị quyết" leads to token i.
func (p *Page) resolutionBefore(i int, s document.Span) bool {
	for k := i - 1; k > s.I && k >= i-5; k-- {
		if p.Lists.Words.Resolution.Has(p.Toks[k-1], p.Toks[k]) {
			return true
		}
		if !p.Lists.Words.OfMeeting.Has(p.Toks[k]) {
			return false
		}
	}
	return false
}

// inPlenumList reports whether a plenum stands directly before token i: "Trung ương 6, Trung ương 7".
func (p *Page) inPlenumList(i int) bool {
	n := len(p.plenums)
	return n > 0 && (p.plenums[n-1].J == i-1 || p.plenums[n-1].J == i-2)
}

// inMeetingList reports whether a number at token i goes on a list of meetings, and not of their resolutions.
func (p *Page) inMeetingList(i int) bool {
	return p.inPlenumList(i) && !p.plenums[len(p.plenums)-1].cited
}

// plenumList reads further numbers: "Trung ương 6, 7 (khóa XII)", and gives where they end.
func (p *Page) plenumList(j, end int) int {
	for j+1 < end && p.Toks[j].Is(",", "và") {
		v, n := p.OrdinalAt(j+1, end)
		if n == 0 || v > 20 || !p.listedNumber(j+1+n, end) {
			break
		}
		last := p.plenums[len(p.plenums)-1]
		last.Span, last.Ordinal = document.Span{I: j + 1, J: j + 1 + n}, v
		p.plenums = append(p.plenums, last)
		j += 1 + n
	}
	return j
}

// FindMeetings finds the other numbered sessions: "Hội nghị lần thứ 18 Ban Chấp hành Đảng bộ quận",
// "kỳ họp thứ 6 HĐND tỉnh", "phiên họp thứ nhất".
func (p *Page) FindMeetings() {
	for _, m := range p.plenums {
		if !m.cited {
			p.Meetings = append(p.Meetings, m)
		}
	}
	for s := range p.SentencesWith(gazetteer.OfSession) {
		for i := s.I; i+2 < s.J; i++ {
			if p.Is(i, gazetteer.OfSession) {
				p.meetingAt(i, s)
			}
		}
	}
}

// meetingAt notes the session whose word begins at token i: the word, perhaps a body, and a number.
func (p *Page) meetingAt(i int, s document.Span) {
	kind, n := p.Lists.Sessions.Find(p.Toks[:s.J], i)
	if n == 0 {
		return
	}
	k := i + n
	for k < s.J && p.Lists.Words.SessionTrait.Has(p.Toks[k]) {
		k++
	}
	body := p.orgItemAt(k)
	if body != nil {
		k = body.J
	}
	if !p.NextIn(k, s.J, &p.Lists.Words.OrdinalWord) && !kind.Counted {
		return
	}
	v, m := p.OrdinalAt(k, s.J)
	if m == 0 || v == 0 {
		return
	}
	mm := meetingMention{Span: document.Span{I: i, J: k + m}, Body: body, Ordinal: v}
	if p.meetingBody(&mm, kind, s) {
		mm.Day = p.dayOf(mm.Span, s)
		p.Meetings = append(p.Meetings, mm)
	}
}

// orgItemAt is the organisation that the scan found at token i.
func (p *Page) orgItemAt(i int) *Org {
	if k := p.ItemFrom(i); k < len(p.Items) && p.Items[k].I == i {
		return p.Items[k].Org
	}
	return nil
}

// meetingBody finds whose session it is: the body that follows, else the nearest before in the
// sentence, else in the document, that holds sessions of that kind.
func (p *Page) meetingBody(m *meetingMention, kind *gazetteer.Session, s document.Span) bool {
	if m.Body != nil {
		return p.meets(m.Body)
	}
	k := m.J
	for k < s.J && p.Toks[k].Is(",", "của", "-", "(") {
		k++
	}
	of := k > m.J && p.Toks[k-1].Is("của")
	if o := p.orgItemAt(k); o != nil && (p.meets(o) || of && o.convenes()) {
		m.Body = o
		return true
	}
	if of && k < s.J && (p.Toks[k].Upper() || p.orgItemAt(k) != nil) {
		return false // of a body that holds none or that no list has
	}
	here := p.ItemFrom(m.I)
	if here > 0 && p.Items[here-1].J == m.I && p.Items[here-1].Org.convenes() {
		m.Body = p.Items[here-1].Org
		return true
	}
	p.meetingBefore(m, kind, here, 0)
	for n := here; n < len(p.Items) && p.Items[n].I < s.J && m.Body == nil; n++ {
		if o := p.Items[n].Org; o != nil && p.holdsSession(o, kind) {
			m.Body = o
		}
	}
	p.meetingBefore(m, kind, here, 2)
	return m.Body != nil
}

// convenes reports whether sessions of an organisation count where the text says that they are its own: "phiên họp thứ 3
// của Chính phủ".
func (o *Org) convenes() bool { return o != nil && !o.Out() && !o.Side() && o.Branch() != "" }

// meetingBefore takes the nearest body before item n that holds sessions of the kind, at most so many sentences back.
func (p *Page) meetingBefore(m *meetingMention, kind *gazetteer.Session, n, sentences int) {
	for n--; n >= 0 && m.Body == nil && p.SentOf[m.I]-p.SentOf[p.Items[n].I] <= sentences; n-- {
		if o := p.Items[n].Org; o != nil && p.holdsSession(o, kind) {
			m.Body = o
		}
	}
}

// holdsSession reports whether a body is one of those whose sessions have that word: a "kỳ họp" is of an assembly, a
// "hội nghị" of a committee or a union.
func (p *Page) holdsSession(o *Org, kind *gazetteer.Session) bool {
	if !p.meets(o) || o.Name() == kind.Not {
		return false
	}
	return len(kind.Branches) == 0 || slices.Contains(kind.Branches, o.Branch()) || slices.ContainsFunc(kind.Kinds, func(name string) bool { return strings.HasPrefix(o.Name(), name) })
}

// meets reports whether an organisation is one that holds numbered sessions: a committee, an
// assembly, an inspection commission, a union.
func (p *Page) meets(o *Org) bool {
	switch b := o.Branch(); {
	case o.Committee(), b == "assembly", p.CentralParty(o), b == "front", b == "mass":
		return true
	case o.Kind != nil && (o.Kind.Audit || o.Kind.Board && o.Kind.Stands):
		return true
	case o.Named != nil && o.Named.Branch == "party":
		return true
	}
	return false
}

// dayOf is the first day of what the tokens name: the date behind them where only words for its beginning stand between,
// "Kỳ họp thứ nhất sẽ khai mạc 7/4", "(từ ngày 22 đến ngày 29 …)", else the nearest before in the sentence, or zero.
func (p *Page) dayOf(at, s document.Span) record.Date {
	var before record.Date
	for n := p.DateFrom(s.I); n < len(p.Dates) && p.Dates[n].I < s.J; n++ {
		d := &p.Dates[n]
		if d.Date.Day == 0 || d.Date.Year == 0 {
			continue
		}
		if d.J <= at.I {
			if before.IsZero() || !d.Until {
				before = p.firstDay(d)
			}
			continue
		}
		if d.I >= at.J && p.opensOn(at.J, d.I) {
			return p.firstDay(d)
		}
		break
	}
	return before
}

// opensOn reports whether the tokens [i, j) only say that a session begins: "sẽ khai mạc vào ngày".
func (p *Page) opensOn(i, j int) bool {
	for ; i < j; i++ {
		if !p.Lists.Words.Opening.Has(p.Toks[i]) && !p.Toks[i].Is(",", "(", "-") && p.Toks[i].Kind != text.Number {
			return false
		}
	}
	return true
}

// firstDay is the day of a date, or the first of a range of days in one month: "ngày 2 - 4/6/2020".
func (p *Page) firstDay(d *DateMention) record.Date {
	first := d.Date
	if d.I >= 2 && p.Toks[d.I-1].Is("-", "đến") {
		if n, ok := p.number(d.I - 2); ok && n < first.Day {
			first.Day = n
		}
	}
	return first
}

// MeetingRecords makes one record for each session that the document names.
func (p *Page) MeetingRecords() []record.Meeting {
	var out []record.Meeting
	index := map[string]int{}
	for _, m := range p.Meetings {
		r := record.Meeting{Body: gazetteer.CentralCommittee, Ordinal: m.Ordinal, Date: m.Day}
		rule := "plenum"
		if !m.Central {
			rule = "session"
			if r.Body = m.Body.Name(); r.Body == "" {
				continue
			}
			if u := m.Body.Place(); u != nil {
				r.Place = u.Id
			}
		}
		r.Evidence = p.Evidence(m.Span, rule)
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
