package extract

import (
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/text"
)

// stint is what a sentence says of the time of a holding.
type stint struct {
	from, to Date
	step     bool // a dated step of a career that lies back: over, unless the document says it lasts
	ranged   bool // its sentence states begin or end
}

// period is what a stretch of text says of time: a range, of which one side may be open, or one date.
type period struct {
	from, to Date
	on       *dateMention
	before   *dateMention // the sentence goes on from this time: "…, sau đó được bầu"
	behind   bool         // it stands behind the post
	loose    bool         // it tells of several posts, one after the other
	left     bool         // another post followed in it: "1985-1988 là Trưởng phòng rồi Phó Giám đốc"
}

// isRange reports whether a begin or an end is stated.
func (t period) isRange() bool { return !t.from.IsZero() || !t.to.IsZero() }

// stintOf reads the time of a claim: what its sentence says, or else the day from which the decision counts. What stands behind the post goes first ("từ ngày 1/10/2024",
// "(1990-1992)", "vào tháng 5/2013"), then what leads to it ("Năm 2008, bà được bầu …"), then the day of the
// session that the sentences before report.
func (p *page) stintOf(c claim) stint {
	if c.status == Nominated {
		return stint{}
	}
	return p.ownStint(c)
}

// ownStint is the time that the sentence of a claim itself says, or the session that it is part of.
func (p *page) ownStint(c claim) stint {
	s := p.sentences[p.sentOf[c.post.i]]
	switch {
	case c.told != nil:
		return p.toldStint(c, s)
	case c.line.j > 0:
		return p.listed(c, c.line)
	case c.rule == "career-line":
		return p.listed(c, s)
	case c.rule == "replaced": // the dates are those of the successor
		return stint{to: p.retiredFrom(c, s)}
	}
	t := p.behindPost(c, s)
	if !t.isRange() && t.on == nil {
		t = p.leading(c, s)
		if strings.HasPrefix(c.rule, "apposition") && !(c.status == Starts && p.voted(c)) {
			return p.scene(c, t)
		}
	}
	if !t.isRange() && t.on == nil && p.voted(c) {
		t.on = p.dayOfVote(c, s)
	}
	switch {
	case t.isRange():
		return p.ranged(c, t)
	case t.on == nil && t.before != nil && (c.status == Starts && p.longAgo(t.before.date) || t.before.until && p.over(t.before.date)):
		return stint{step: true}
	}
	st := p.dated(c, t.on)
	if t.loose {
		st.from, st.to = Date{}, Date{}
	}
	if c.status == Ends && st.to.IsZero() {
		st.to = p.deathDay(c, s)
	}
	return st
}

// toldStint is the time that the structure of the document gives a claim, or else the bracket behind its post.
func (p *page) toldStint(c claim, s span) stint {
	st := *c.told
	if t, ok := p.bracketTime(c.post.j, s.j); ok && st.from.IsZero() && st.to.IsZero() {
		st.from, st.to, st.ranged = t.from, t.to, true
	}
	return st
}

// listed is the time of a post in a line of a list or a career: that of the bracket behind the post or the name, or
// else that of the line.
func (p *page) listed(c claim, line span) stint {
	for _, j := range [2]int{c.post.j, c.who.j} {
		if j < line.i || j > line.j {
			continue
		}
		if t, ok := p.bracketTime(j, line.j); ok {
			return stint{from: t.from, to: t.to, step: p.pastEnd(t.to), ranged: true}
		}
	}
	if p.oneByOne(line.i, c.post.i) {
		return stint{}
	}
	return p.lineStint(p.partOfLine(line, c.post.i))
}

// partOfLine is the part of a line between semicolons in which token i stands, or, where no time is told there, all up to
// it: "1946-1949: A; 1950-1953: B, C; D".
func (p *page) partOfLine(line span, i int) span {
	if i < line.i || i >= line.j {
		return line
	}
	part := line
	for k := line.i; k < line.j; k++ {
		if p.toks[k].Is(";") && !p.inBracket(k, line) {
			if k > i {
				part.j = k
				break
			}
			if begins := p.dateFrom(k); begins < len(p.dates) && p.dates[begins].i < i {
				part.i = k + 1
			}
		}
	}
	return part
}

// pastEnd reports whether the end of a time that is told in a list lies back.
func (p *page) pastEnd(to Date) bool { return !to.IsZero() && p.published.IsZero() || p.over(to) }

// dateClose reports whether a date stands directly behind token j, or in a bracket that opens there.
func (p *page) dateClose(j int) bool {
	d := p.dateFrom(j)
	return d < len(p.dates) && p.dates[d].i-j <= 3 && (p.timeWords(j, p.dates[d].i) || p.toks[j].Is("(", ","))
}

// ranged is the stint of a claim whose begin or end is stated.
func (p *page) ranged(c claim, t period) stint {
	st := stint{from: t.from, to: t.to, ranged: true}
	if c.status == Ends && st.to.IsZero() && !c.startedThen {
		st.from, st.to = Date{}, st.from
	} else if (c.status == Starts || c.status == Holds && !p.published.IsZero()) && !p.over(st.to) {
		st.to = Date{} // a planned end: "kể từ ngày 9/9/2023 đến ngày 8/9/2028"
	}
	if c.status == Starts && p.goesOnWith(c) && t.behind {
		st.from = Date{} // "bổ nhiệm lại …, kể từ ngày 5/4"
	}
	switch c.status {
	case Holds, Former: // of an undated document, what it tells as ended has ended
		st.step = p.over(st.to) || p.published.IsZero() && !st.to.IsZero() || st.to.IsZero() && !st.from.IsZero() && p.years(st.from) > longHeld
	case Starts:
		st.step = p.over(st.to)
	}
	if c.status == Starts && p.longAgo(st.from) {
		st.step = true
	}
	if t.left {
		st.to = Date{}
	}
	return st
}

// longHeld is the number of years after which a post of which only the begin is told is no longer held.
const longHeld = 15

// dated is the stint of a claim whose event has a date: of a begin or an end that lies back, or whose day is the
// one of a vote. The day on which a decision is handed over is neither.
func (p *page) dated(c claim, d *dateMention) (st stint) {
	if d == nil {
		return st
	}
	if c.status == Starts && p.goesOnWith(c) {
		return stint{step: p.longAgo(d.date) || d.date.Day == 0 && p.toldBack(c)}
	}
	counts := p.dayCounts(c, d)
	vote := counts && p.voted(c)
	if d.date.Day != 0 && !counts {
		return stint{step: p.longAgo(d.date)}
	}
	switch {
	case d.partial && p.published.IsZero() && p.sentOf[d.i] <= headSentences && c.status == Starts && p.longAgo(d.date): // the year is another's
	case c.status == Starts && (d.date.Day == 0 || p.longAgo(d.date)), c.status == Holds && d.date.Day == 0:
		st.step = p.longAgo(d.date) || p.toldBack(c)
		if !p.stateOnly(c) {
			st.from = d.date
		}
	case c.status == Ends && (p.longAgo(d.date) || d.date.Day == 0 && p.toldBack(c)):
		st.to, st.step = d.date, true
	case c.status == Ends && p.pastNews(d.date):
		st.to = d.date
	case c.status == Starts && (vote || p.pastNews(d.date)):
		st.from = d.date
	case c.status == Ends && (vote || c.agreed):
		st.to = d.date
	}
	return st
}

// goesOnWith reports whether a claim is of a post that its holder keeps: its first begin counts, not the day of the
// vote or the decision that lets it go on.
func (p *page) goesOnWith(c claim) bool {
	s := p.sentences[p.sentOf[c.post.i]]
	return p.onceMore(span{max(c.at.i, s.i), min(c.at.j, s.j)})
}

// newsDays is the number of days within which news of an event is told.
const newsDays = 31

// pastNews reports whether a day lies too far back to be that of the news: it is told with the event for that.
func (p *page) pastNews(d Date) bool {
	if d.Day == 0 || p.published.Day == 0 {
		return false
	}
	at := func(d Date) time.Time { return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC) }
	return at(p.published).Sub(at(d)) > newsDays*24*time.Hour
}

// toldBack reports whether the sentence of a claim tells what lies before the event reported: "Trước đó, năm 2017, …".
func (p *page) toldBack(c claim) bool {
	return p.looksBackAt(p.sentences[p.sentOf[c.post.i]])
}

// scene is the stint of a post beside a name in a sentence about a time: one that has ended is its own; three years
// back and more, it is a scene of the past.
func (p *page) scene(c claim, t period) (st stint) {
	if !t.to.IsZero() && p.over(t.to) && c.status != Ends && c.status != Nominated {
		return stint{step: true} // the range may be that of what the sentence tells
	}
	if t.on != nil && p.longAgo(t.on.date) && p.years(t.on.date) >= 3 {
		st.step = true
		if c.status == Ends {
			st.to = t.on.date
		}
	}
	return st
}

// stateOnly reports whether the verb that leads to the post says that it was held, not that it began: "Năm 2006,
// ông là …".
func (p *page) stateOnly(c claim) bool {
	for n := p.itemFrom(c.post.i) - 1; n >= 0 && p.sentOf[p.items[n].i] == p.sentOf[c.post.i]; n-- {
		if it := p.items[n]; it.event != "" {
			return p.toks[it.j-1].Is("là", "đang") || p.toks[max(0, it.i-1)].Is("đang", "còn")
		}
	}
	return false
}

// now is the year of the document: of its publication, or else the last year that it speaks of as past.
func (p *page) now() (year, month int) {
	if !p.published.IsZero() {
		return p.published.Year, max(p.published.Month, 1)
	}
	for _, d := range p.dates {
		if !d.until && d.date.Year > year && !p.bornThere(&d) {
			year = d.date.Year
		}
	}
	return year, 12
}

// years is how many years a date lies before the document.
func (p *page) years(d Date) int {
	y, _ := p.now()
	return y - d.Year
}

// lineStint reads the dates of a line of a list or of a curriculum vitae: the first is the begin, the
// second the end.
func (p *page) lineStint(s span) (st stint) {
	for _, d := range p.datesIn(s) {
		if d.date.Year == 0 || p.inBracket(d.i, s) || p.ofLife(&d) {
			continue
		}
		switch {
		case d.until && st.to.IsZero():
			st.to = d.date
		case !d.until && st.from.IsZero():
			st.from = d.date
		}
	}
	st.step, st.ranged = p.pastEnd(st.to), true
	return st
}

// closedBracket reports whether token i of a sentence stands in a bracket behind a name or a post that token j does not
// stand in: what it tells is of those.
func (p *page) closedBracket(i, j int, s span) bool {
	if !p.inBracket(i, s) || p.inBracket(j, s) {
		return false
	}
	for n := p.itemFrom(s.i); n < len(p.items) && p.items[n].i < i; n++ {
		if p.items[n].person != nil || p.items[n].post != nil {
			return true
		}
	}
	return false
}

// over reports whether a day lies before the document's.
func (p *page) over(d Date) bool {
	if d.IsZero() {
		return false
	}
	if p.published.IsZero() {
		year, _ := p.now()
		return d.Year <= year
	}
	return d.Last().Compare(p.published) < 0
}

// longAgo reports whether a date lies in a year before the document's, and not just before it.
func (p *page) longAgo(d Date) bool {
	year, month := p.now()
	if d.IsZero() || year == 0 {
		return false
	}
	if d.Month == 0 {
		return year > d.Year
	}
	return (year-d.Year)*12+month-d.Month > 4 && (d.Year < year || !p.published.IsZero())
}

// timeWords reports whether only words that lead to a date stand in tokens [i, j): "làm Bộ trưởng vào tháng
// 5/2013".
func (p *page) timeWords(i, j int) bool {
	for ; i < j; i++ {
		if !p.lists.words.TimeLead.has(p.toks[i]) {
			return false
		}
	}
	return true
}

// atTime reports whether only a few words stand in tokens [i, j) and the last leads to a date: "Tổng Bí thư của Đảng vào
// tháng 3/1938".
func (p *page) atTime(i, j int) bool {
	for k := i; k < j; k++ {
		if p.toks[k].Kind == text.Punct {
			return false
		}
	}
	return j > i && j-i <= 4 && p.toks[j-1].Is("vào", "hồi")
}

// signedOn is the day from which a decision says that it counts: "kể từ ngày ký" is the date before it in the
// sentence; zero where the tokens [i, end) do not say so.
func (p *page) signedOn(i, end int) Date {
	for ; i+2 < end; i++ {
		if !p.toks[i].Is("từ") || !p.toks[i+1].Is("ngày") || !p.toks[i+2].Is("ký") {
			continue
		}
		dates := p.datesIn(span{p.sentences[p.sentOf[i]].i, i})
		for k := len(dates) - 1; k >= 0; k-- {
			if d := dates[k]; d.date.Day != 0 && d.date.Year != 0 {
				return d.date
			}
		}
	}
	return Date{}
}

// sameSeries reports whether only separators stand between tokens i and j.
func (p *page) sameSeries(i, j int) bool {
	for ; i < j; i++ {
		if p.toks[i].Kind != text.Punct && !p.toks[i].Is("và", "kiêm") || p.toks[i].Is("(", ")", ";", "|") {
			return false
		}
	}
	return true
}

// leading is the time that leads to the post in its sentence, nearest to it: "Giai đoạn 2009-2012, ông giữ chức
// …". A time that stands with another post, or that the sentence goes on from ("rồi", "trước đó"), is none.
func (p *page) leading(c claim, s span) (t period) {
	dates := p.datesIn(span{s.i, c.post.i})
	for i := len(dates) - 1; i >= 0; i-- {
		d := &dates[i]
		if d.date.Year == 0 || p.bornThere(d) || p.ofPost(d, s) || d.date.Day != 0 && p.citedThere(d.i) || p.closedBracket(d.i, c.post.i, s) && !(d.until && i > 0 && dates[i-1].since && !p.closedBracket(dates[i-1].i, c.post.i, s)) {
			continue
		}
		if p.wordBefore(d.i, "sau") || p.heldThen(d.j, c.post.i) {
			return period{before: d}
		}
		if d.many {
			return p.ofSession(c, d.date, d)
		}
		if p.goesOn(d.j, c.post.i) || p.next(c.post.j, s.j, "sau") && p.next(c.post.j+1, s.j, "đó", "này") {
			return period{before: d}
		}
		if p.oneByOne(d.j, c.post.i) {
			return period{on: d, loose: true}
		}
		switch {
		case d.until && i > 0 && dates[i-1].since && days(dates[i-1].date, d.date) < shortTerm:
			return p.ofSession(c, dates[i-1].date, d) // of a congress
		case d.until && i > 0 && dates[i-1].since:
			return period{from: dates[i-1].date, to: d.date, left: p.next(c.post.j, s.j, "rồi")}
		case d.until:
			return period{to: d.date}
		case d.since:
			return period{from: d.date}
		}
		return period{on: d}
	}
	return t
}

// heldThen reports whether a clause of time leads from a date in front of token i to a post at token j: "triển khai từ
// ngày 5/4/2019, khi ông A làm Giám đốc".
func (p *page) heldThen(i, j int) bool {
	for k := j - 1; k >= i && !p.toks[k].Is(","); k-- {
		if p.toks[k].Is("khi", "lúc") && !p.next(k+1, j, "đó", "ấy") {
			return true
		}
	}
	return false
}

// retiredFrom is the day from which the one whose place is taken retires, told behind the name: "thay ông A nghỉ hưu từ
// ngày 1/2".
func (p *page) retiredFrom(c claim, s span) Date {
	for n := p.itemFrom(c.who.j); n < len(p.items) && p.items[n].i < s.j && p.items[n].i-c.who.j <= nearWord; n++ {
		if p.items[n].event != mRetire {
			continue
		}
		for _, d := range p.datesIn(span{p.items[n].j, min(s.j, p.items[n].j+2*nearWord)}) {
			if p.isEffect(&d) {
				return d.date
			}
		}
	}
	return Date{}
}

// oneByOne reports whether words in tokens [i, j) say that posts were held one after the other: "lần lượt giữ các chức
// vụ".
func (p *page) oneByOne(i, j int) bool {
	for ; i+1 < j; i++ {
		if p.lists.words.OneByOne.has(p.toks[i]) {
			return true
		}
	}
	return false
}

// shortTerm is the number of days from which a range that leads to a post can be a term of office and not a meeting.
const shortTerm = 32

// days is how many days lie between two dates that are known to the day, and a great number for others.
func days(a, b Date) int {
	if a.Day == 0 || b.Day == 0 {
		return shortTerm
	}
	day := func(d Date) time.Time { return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC) }
	return int(day(b).Sub(day(a)).Hours() / 24)
}

// ofPost reports whether a date in a sentence belongs to the post that it stands behind: "Bí thư Huyện ủy
// (1976-1978)".
func (p *page) ofPost(d *dateMention, s span) bool {
	i := d.i
	for i > s.i && (p.toks[i-1].Is("(", "từ", "vào", "hồi", "năm", "tháng", "đến", "-") || p.toks[i-1].Kind == text.Number) {
		i--
	}
	n := p.itemFrom(i) - 1
	for n >= 0 && p.items[n].date != nil && p.items[n].i >= s.i {
		n--
	}
	return i > s.i && n >= 0 && p.items[n].post != nil && p.items[n].j == i
}

// goesOn reports whether a word in tokens [i, j) leads from one time to another.
func (p *page) goesOn(i, j int) bool {
	for ; i < j; i++ {
		if p.toks[i].Is("rồi", "sau") || p.toks[i].Is("trước") && p.next(i+1, j, "đó") || p.toks[i].Is("hiện") && p.next(i+1, j, "là", "nay", "đang") {
			return true
		}
	}
	return false
}

// stint is the period as that of a holding: one that is over is a step that lies back.
func (p *page) stintIn(t cellPeriod) stint {
	st := stint{from: t.from, to: t.to}
	st.step = !t.lasts && (p.over(t.to) || p.published.IsZero() && !t.to.IsZero() ||
		t.to.IsZero() && !t.from.IsZero() && p.years(t.from) > longHeld ||
		!t.on.IsZero() && p.longAgo(t.on))
	return st
}
