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
	step     bool // a dated step of a career that lies back: over, unless the document says it lasts
	ranged   bool // its sentence states begin or end
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

// toldStint is the time that the structure of the document gives a claim, or else the bracket behind its post.
func (p *Page) toldStint(c claim, s document.Span) stint {
	st := *c.told
	if t, ok := p.bracketTime(c.post.J, s.J); ok && st.from.IsZero() && st.to.IsZero() {
		st.from, st.to, st.ranged = t.from, t.to, true
		st.step = st.step || c.rule == "table" && p.pastEnd(t.to)
	}
	return st
}

// listed is the time of a post in a line of a list or a career: that of the bracket behind the post or the name, or
// else that of the line.
func (p *Page) listed(c claim, line document.Span) stint {
	for _, j := range [2]int{c.post.J, c.who.J} {
		if j < line.I || j > line.J {
			continue
		}
		if t, ok := p.bracketTime(j, line.J); ok {
			return stint{from: t.from, to: t.to, step: p.pastEnd(t.to), ranged: true}
		}
	}
	if t, ok := p.plainYears(c.post.J, line.J); ok {
		return stint{from: t.from, to: t.to, step: p.pastEnd(t.to), ranged: true}
	}
	if p.oneByOne(line.I, c.post.I) {
		return stint{}
	}
	part := p.partOfLine(line, c.post.I)
	st := p.lineStint(part)
	if p.onwardPost(c.post.J, part.J) {
		st.to = record.Date{} // "1979-1988: Phó Chủ tịch rồi Chủ tịch"
	}
	if p.onwardPost(part.I, c.post.J) {
		st.from = record.Date{}
	}
	return st
}

// onwardPost reports whether "rồi" leads to a post in tokens [i, j), from one that stands right before it.
func (p *Page) onwardPost(i, j int) bool {
	for n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].J <= j; n++ {
		if it := p.Items[n]; it.Post != nil && n > 0 && p.Items[n-1].Post != nil && p.Toks[it.I-1].Is("rồi") && it.I-p.Items[n-1].J <= 2 {
			return true
		}
	}
	return false
}

// partOfLine is the part of a line between semicolons in which token i stands, or, where no time is told there, all up to
// it: "1946-1949: A; 1950-1953: B, C; D".
func (p *Page) partOfLine(line document.Span, i int) document.Span {
	if i < line.I || i >= line.J {
		return line
	}
	part := line
	for k := line.I; k < line.J; k++ {
		if p.Toks[k].Is(";") && !p.InBracket(k, line) {
			if k > i {
				part.J = k
				break
			}
			if begins := p.DateFrom(k); begins < len(p.Dates) && p.Dates[begins].I < i {
				part.I = k + 1
			}
		}
	}
	return part
}

// pastEnd reports whether the end of a time that is told in a list lies back.
func (p *Page) pastEnd(to record.Date) bool {
	return !to.IsZero() && p.Published.IsZero() || p.over(to)
}

// dateClose reports whether a date stands directly behind token j, or in a bracket that opens there.
func (p *Page) dateClose(j int) bool {
	d := p.DateFrom(j)
	return d < len(p.Dates) && p.Dates[d].I-j <= 3 && (p.timeWords(j, p.Dates[d].I) || p.Toks[j].Is("(", ","))
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
	if t.on != nil && p.longAgo(t.on.Date) && p.years(t.on.Date) >= 3 {
		st.step = true
		if c.status == record.Ends {
			st.to = t.on.Date
		}
	} else if c.status == record.Ends {
		st.to = p.deathDay(c, p.Sentences[p.SentOf[c.post.I]])
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

// lineStint reads the dates of a line of a list or of a curriculum vitae: the first is the begin, the
// second the end.
func (p *Page) lineStint(s document.Span) (st stint) {
	for _, d := range p.DatesIn(s) {
		if d.Date.Year == 0 || p.InBracket(d.I, s) || p.ofLife(&d) {
			continue
		}
		switch {
		case d.Until && st.to.IsZero():
			st.to = d.Date
		case !d.Until && st.from.IsZero():
			st.from = d.Date
		}
	}
	st.step, st.ranged = p.pastEnd(st.to), true
	return st
}

// closedBracket reports whether token i of a sentence stands in a bracket behind a name or a post that token j does not
// stand in: what it tells is of those.
func (p *Page) closedBracket(i, j int, s document.Span) bool {
	if !p.InBracket(i, s) || p.InBracket(j, s) {
		return false
	}
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < i; n++ {
		if p.Items[n].Person != nil || p.Items[n].Post != nil {
			return true
		}
	}
	return false
}

// timeWords reports whether only words that lead to a date stand in tokens [i, j): "làm Bộ trưởng vào tháng
// 5/2013".
func (p *Page) timeWords(i, j int) bool {
	for ; i < j; i++ {
		if !p.Lists.Words.TimeLead.Has(p.Toks[i]) {
			return false
		}
	}
	return true
}

// atTime reports whether only a few words stand in tokens [i, j) and the last leads to a date: "Tổng Bí thư của Đảng vào
// tháng 3/1938".
func (p *Page) atTime(i, j int) bool {
	for k := i; k < j; k++ {
		if p.Toks[k].Kind == text.Punct {
			return false
		}
	}
	return j > i && j-i <= 4 && p.Lists.Words.AtTime.Has(p.Toks[j-1])
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
