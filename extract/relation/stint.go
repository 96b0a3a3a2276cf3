package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// stint is what a sentence says of the time of a holding.
type stint struct {
	from, to record.Date
	step     bool        // a dated step of a career that lies back: over, unless the document says it lasts
	scene    record.Date // of a post beside a name: the time of which its sentence tells, long before the document
	ranged   bool        // its sentence states begin or end
}

// period is what a stretch of text says of time: a range, of which one side may be open, or one date.
type period struct {
	from, to record.Date
	on       *mention.DateMention
	before   *mention.DateMention // the sentence goes on from this time: "…, sau đó được bầu"
	behind   bool                 // it stands behind the post
	loose    bool                 // it tells of several posts, one after the other
	left     bool                 // another post followed in it: "1985-1988 là Trưởng phòng rồi Phó Giám đốc"
}

// isRange reports whether a begin or an end is stated.
func (t period) isRange() bool { return !t.from.IsZero() || !t.to.IsZero() }

// stintOf reads the time of a claim: what its sentence says, or else the day from which the decision counts. What stands behind the post goes first ("từ ngày 1/10/2024",
// "(1990-1992)", "vào tháng 5/2013"), then what leads to it ("Năm 2008, bà được bầu …"), then the day of the
// session that the sentences before report.
func (p *Page) stintOf(c claim) stint {
	if c.status == record.Nominated {
		return stint{}
	}
	return p.ownStint(c)
}

// ownStint is the time that the sentence of a claim itself says, or the session that it is part of.
func (p *Page) ownStint(c claim) stint {
	s := p.Sentences[p.SentOf[c.post.I]]
	switch {
	case c.told != nil:
		return p.toldStint(c, s)
	case c.line.J > 0:
		return p.listed(c, c.line)
	case c.rule == "career-line":
		return p.listed(c, s)
	case c.rule == "replaced": // the dates are those of the successor
		return stint{to: p.retiredFrom(c, s)}
	}
	if c.status == record.Ends {
		if to := p.bracketRetired(c); !to.IsZero() {
			return stint{to: to, ranged: true}
		}
	}
	if c.status == record.Starts && strings.HasPrefix(c.rule, "apposition") {
		if on := p.tookOfficeOn(max(c.post.J, c.who.J), s); !on.IsZero() {
			return stint{from: on, ranged: true}
		}
	}
	t := p.behindPost(c, s)
	if !t.isRange() && t.on == nil {
		t = p.leading(c, s)
		if strings.HasPrefix(c.rule, "apposition") && !(c.status == record.Starts && p.voted(c)) {
			return p.scene(c, t)
		}
	}
	if !t.isRange() && t.on == nil && p.voted(c) {
		t.on = p.dayOfVote(c, s)
	}
	if t.behind && t.from.IsZero() && !t.to.IsZero() && c.status != record.Ends {
		t.from = p.begunBefore(c, t.to, s)
	}
	switch {
	case !t.behind && c.status == record.Holds && p.apartFromNow(c.post.I):
		return stint{}
	case t.isRange():
		return p.ranged(c, t)
	case t.on == nil && t.before != nil && (c.status == record.Starts && p.longAgo(t.before.Date) || t.before.Until && p.over(t.before.Date)):
		return stint{step: true}
	}
	st := p.dated(c, t.on)
	if t.loose || c.rule == "roster" && c.status == record.Holds { // "Năm 1946, Ủy ban gồm: …" tells no begin
		st.from, st.to = record.Date{}, record.Date{}
	}
	if c.status == record.Ends && st.to.IsZero() {
		st.to = p.deathDay(c, s)
	}
	return st
}

// tookOfficeOn is the day on which somebody took up the post that ends before token j, where nothing but words of time lead to it:
// "Bộ trưởng A nhậm chức vào ngày 26/8/2024"; else the zero date.
func (p *Page) tookOfficeOn(j int, s document.Span) record.Date {
	if p.Next(j, s.J, ",") {
		j++
	}
	if !p.Pair(j, s.J, &p.Lists.Words.TookOffice) {
		return record.Date{}
	}
	d := p.DateFrom(j)
	if d == len(p.Dates) || p.Dates[d].J > s.J || p.Dates[d].Date.Year == 0 || !p.timeWords(j+2, p.Dates[d].I) {
		return record.Date{}
	}
	return p.Dates[d].Date
}

// apartFromNow reports whether a word for the present leads to the post at token i, and a comma or a semicolon sets it apart from
// the dates before it: "2012-2018: ông A; nay là Giám đốc Sở Y tế", and not "từ 2018 đến nay là".
func (p *Page) apartFromNow(i int) bool {
	if !p.saysNow(i) {
		return false
	}
	for k := i - 1; k > p.Sentences[p.SentOf[i]].I; k-- {
		switch d := p.DateFrom(k); {
		case d < len(p.Dates) && p.Dates[d].I == k:
			return false
		case p.Lists.Words.Now.Has(p.Toks[k]):
			return p.Toks[k-1].Is(",", ";")
		}
	}
	return false
}

// begunBefore is the begin that leads to a post behind which only its end is told: "Tháng 6/1987 được bổ nhiệm Tư lệnh, cho
// đến khi nghỉ hưu tháng 1/1996".
func (p *Page) begunBefore(c claim, to record.Date, s document.Span) record.Date {
	t := p.leading(c, s)
	if t.from.IsZero() && t.on != nil && !t.loose && !p.stateOnly(c) {
		t.from = t.on.Date
	}
	if t.from.IsZero() || t.from.Compare(to) >= 0 {
		return record.Date{}
	}
	return t.from
}

// ranged is the stint of a claim whose begin or end is stated.
func (p *Page) ranged(c claim, t period) stint {
	st := stint{from: t.from, to: t.to, ranged: true}
	if c.status == record.Ends && st.to.IsZero() && !c.startedThen {
		st.from, st.to = record.Date{}, st.from
	} else if (c.status == record.Starts || c.status == record.Holds && !p.Published.IsZero()) && !p.over(st.to) {
		st.to = record.Date{} // a planned end: "kể từ ngày 9/9/2023 đến ngày 8/9/2028"
	}
	if c.status == record.Starts && p.goesOnWith(c) && t.behind {
		st.from = record.Date{} // "bổ nhiệm lại …, kể từ ngày 5/4"
	}
	switch c.status {
	case record.Holds, record.Former: // of an undated document, what it tells as ended has ended
		st.step = p.over(st.to) || p.Published.IsZero() && !st.to.IsZero() || st.to.IsZero() && !st.from.IsZero() && p.years(st.from) > longHeld
	case record.Starts:
		st.step = p.over(st.to)
	}
	if c.status == record.Starts && (p.longAgo(st.from) || p.daysBack(st.from) > stepDays) {
		st.step = true
	}
	if t.left {
		st.to = record.Date{}
	}
	return st
}

// longHeld is the number of years after which a post of which only the begin is told is no longer held.
const longHeld = 15

// dated is the stint of a claim whose event has a date: of a begin or an end that lies back, or whose day is the
// one of a vote. The day on which a decision is handed over is neither.
func (p *Page) dated(c claim, d *mention.DateMention) (st stint) {
	if d == nil {
		return st
	}
	if c.status == record.Starts && p.goesOnWith(c) {
		return stint{step: p.longAgo(d.Date) || d.Date.Day == 0 && p.toldBack(c)}
	}
	counts := p.dayCounts(c, d)
	vote := counts && p.voted(c)
	if d.Date.Day != 0 && !counts {
		return stint{step: p.longAgo(d.Date)}
	}
	switch {
	case d.Partial && p.Published.IsZero() && p.SentOf[d.I] <= mention.HeadSentences && c.status == record.Starts && p.longAgo(d.Date): // the year is another's
	case c.status == record.Starts && (d.Date.Day == 0 || p.longAgo(d.Date)), c.status == record.Holds && d.Date.Day == 0:
		st.step = p.longAgo(d.Date) || p.toldBack(c)
		if !p.stateOnly(c) && c.rule != "identity" {
			st.from = d.Date
		}
	case c.status == record.Ends && (p.longAgo(d.Date) || d.Date.Day == 0 && p.toldBack(c)):
		st.to, st.step = d.Date, true
	case c.status == record.Ends && (p.pastNews(d.Date) || d.Date.Day == 0 && !(p.InBefore(d.I, &p.Lists.Words.PeriodTo) && p.inMidClause(d.I))):
		st.to = d.Date
	case c.status == record.Starts && (vote || p.pastNews(d.Date)):
		st.from = d.Date
	case c.status == record.Ends && (vote || c.agreed):
		st.to = d.Date
	case c.status == record.Former && d.I < c.post.I && p.ledTo(d, c):
		st.from = d.Date
	}
	return st
}

// inMidClause reports whether words of its clause stand before the time at token i and those that lead to it: "kéo dài thời gian
// phục vụ đến tháng 5/2021".
func (p *Page) inMidClause(i int) bool {
	first := p.Sentences[p.SentOf[i]].I
	for i--; i >= first && (p.timeWords(i, i+1) || p.Lists.Words.PeriodTo.Has(p.Toks[i])); i-- {
	}
	return i >= first && p.Toks[i].Kind != text.Punct
}

// ledTo reports whether a time leads to the verb by which a post of a series of former ones was taken up: "từng làm Chủ
// tịch UBND huyện, năm 2010 làm Giám đốc Sở".
func (p *Page) ledTo(d *mention.DateMention, c claim) bool {
	n := p.ItemFrom(d.I)
	if n == 0 || n+1 >= len(p.Items) || p.Items[n-1].Post == nil || p.Items[n-1].J > d.I-1 || !p.Toks[d.I-1].Is(",", ";") || p.stateOnly(c) {
		return false
	}
	next := p.Items[n+1]
	return next.Event == gazetteer.MLink && next.I <= d.J+1 && c.post.I-next.J <= 2
}

// goesOnWith reports whether a claim is of a post that its holder keeps: its first begin counts, not the day of the
// vote or the decision that lets it go on.
func (p *Page) goesOnWith(c claim) bool {
	s := p.Sentences[p.SentOf[c.post.I]]
	return p.onceMore(document.Span{I: max(c.at.I, s.I), J: min(c.at.J, s.J)})
}

// toldBack reports whether the sentence of a claim tells what lies before the event reported: "Trước đó, năm 2017, …".
func (p *Page) toldBack(c claim) bool {
	return p.looksBackAt(p.Sentences[p.SentOf[c.post.I]])
}

// scene is the stint of a post beside a name in a sentence about a time: one that has ended is its own; three years
// back and more, it is a scene of the past.
func (p *Page) scene(c claim, t period) (st stint) {
	if !t.to.IsZero() && p.over(t.to) && c.status != record.Ends && c.status != record.Nominated {
		return stint{step: true} // the range may be that of what the sentence tells
	}
	s := p.Sentences[p.SentOf[c.post.I]]
	if t.on != nil && p.longAgo(t.on.Date) && p.timeWords(s.I, t.on.I) && !p.saysNow(c.post.I) {
		st.scene = t.on.Date
	}
	if t.on != nil && p.longAgo(t.on.Date) && p.years(t.on.Date) >= 3 {
		st.step = true
		if c.status == record.Ends {
			st.to = t.on.Date
		}
	} else if c.status == record.Ends {
		st.to = p.deathDay(c, s)
	}
	return st
}

// stateOnly reports whether the verb that leads to the post says that it was held, not that it began: "Năm 2006,
// ông là …".
func (p *Page) stateOnly(c claim) bool {
	for n := p.ItemFrom(c.post.I) - 1; n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[c.post.I]; n-- {
		if it := p.Items[n]; it.Event != "" {
			return p.Lists.Words.StateVerb.Has(p.Toks[it.J-1]) || p.Lists.Words.Lasts.Has(p.Toks[max(0, it.I-1)])
		}
	}
	return false
}

// signedOn is the day from which a decision says that it counts: "kể từ ngày ký" is the date before it in the
// sentence; zero where the tokens [i, end) do not say so.
func (p *Page) signedOn(i, end int) record.Date {
	for ; i+2 < end; i++ {
		if !p.Toks[i].Is("từ") || !p.Toks[i+1].Is("ngày") || !p.Toks[i+2].Is("ký") {
			continue
		}
		dates := p.DatesIn(document.Span{I: p.Sentences[p.SentOf[i]].I, J: i})
		for k := len(dates) - 1; k >= 0; k-- {
			if d := dates[k]; d.Date.Day != 0 && d.Date.Year != 0 {
				return d.Date
			}
		}
	}
	return record.Date{}
}

// retiredFrom is the day from which the one whose place is taken retires, told behind the name: "thay ông A nghỉ hưu từ
// ngày 1/2".
func (p *Page) retiredFrom(c claim, s document.Span) record.Date {
	for n := p.ItemFrom(c.who.J); n < len(p.Items) && p.Items[n].I < s.J && p.Items[n].I-c.who.J <= nearWord; n++ {
		if p.Items[n].Event != gazetteer.MRetire {
			continue
		}
		for _, d := range p.DatesIn(document.Span{I: p.Items[n].J, J: min(s.J, p.Items[n].J+2*nearWord)}) {
			if p.isEffect(&d) {
				return d.Date
			}
		}
	}
	return record.Date{}
}

// ofPost reports whether a date in a sentence belongs to the post that it stands behind: "Bí thư Huyện ủy
// (1976-1978)".
func (p *Page) ofPost(d *mention.DateMention, s document.Span) bool {
	i := d.I
	for i > s.I && !p.postEnds(i) {
		n := p.ItemFrom(i) - 1
		switch {
		case n >= 0 && p.Items[n].Date != nil && p.Items[n].I >= s.I && p.Items[n].J >= i:
			i = p.Items[n].I // the begin of a range: "từ tháng 3/2014 - 2/2020"
		case p.Lists.Words.TimeOfPost.Has(p.Toks[i-1]) || p.Toks[i-1].Is("(", "-") || p.Toks[i-1].Kind == text.Number:
			i--
		default:
			return false
		}
	}
	return i > s.I
}

// postEnds reports whether a post ends before token i: "Phó Tư lệnh Quân khu 4" with its number.
func (p *Page) postEnds(i int) bool {
	n := p.ItemFrom(i) - 1
	return n >= 0 && p.Items[n].Post != nil && p.Items[n].J == i
}

// goesOn reports whether a word in tokens [i, j) leads from one time to another.
func (p *Page) goesOn(i, j int) bool {
	for ; i < j; i++ {
		if p.Lists.Words.Onward.Has(p.Toks[i]) || p.Toks[i].Is("trước") && p.Next(i+1, j, "đó") || p.Toks[i].Is("hiện") && p.NextIn(i+1, j, &p.Lists.Words.NowBehind) {
			return true
		}
	}
	return false
}

// stintIn is the period as that of a holding: one that is over is a step that lies back.
func (p *Page) stintIn(t mention.CellPeriod) stint {
	st := stint{from: t.From, to: t.To}
	st.step = !t.Lasts && (p.over(t.To) || p.Published.IsZero() && !t.To.IsZero() ||
		t.To.IsZero() && !t.From.IsZero() && p.years(t.From) > longHeld ||
		!t.On.IsZero() && p.longAgo(t.On))
	return st
}
