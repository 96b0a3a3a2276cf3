package extract

import (
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// stint is what a sentence says of the time of a holding.
type stint struct {
	from, to Date
	step     bool // a dated step of a career that lies back: over, unless the document says it lasts
}

// stintOf reads the time of a claim: "từ ngày 1/10/2024", "(1990-1992)", "từ tháng 12/2010 đến tháng
// 11/2015" behind the post, or a date before the verb: "Năm 2008, bà được bầu …".
func (p *page) stintOf(c claim) stint {
	s := p.sentences[p.sentOf[c.post.i]]
	if c.line.j > 0 {
		return p.lineStint(c.line)
	}
	st := p.behindPost(c, s)
	if c.rule == "career-line" {
		st = p.lineStint(s)
	}
	if !st.from.IsZero() || !st.to.IsZero() {
		if c.status == Ends && st.to.IsZero() && !c.startedThen {
			st.from, st.to = Date{}, st.from
		}
		if (c.status == Holds || c.status == Starts || c.status == Former) && p.over(st.to) {
			st.step = true
		}
		if c.status == Starts && p.longAgo(st.from) {
			st.step = true
		}
		return st
	}
	if from, to := p.leadingRange(c, s); !to.IsZero() && p.over(to) && c.status != Ends && c.status != Nominated {
		return stint{from, to, true}
	}
	d := p.leadingDate(c, s)
	if d == nil && c.elected {
		d = p.dayBefore(c, s)
	}
	if d == nil {
		return st
	}
	appositive := strings.HasPrefix(c.rule, "apposition")
	switch {
	case appositive && p.longAgo(d.date) && p.years(d.date) >= 3 && !d.since:
		st.step = true // a scene from the past
	case appositive:
	case d.date.Day == 0 && (c.status == Starts || c.status == Holds), p.longAgo(d.date) && c.status == Starts:
		st.from, st.step = d.date, p.longAgo(d.date)
	case p.longAgo(d.date) && c.status == Ends:
		st.to, st.step = d.date, true
	case d.date.Day != 0 && c.elected && c.status == Starts:
		st.from = d.date
	case d.date.Day != 0 && c.elected && c.status == Ends:
		st.to = d.date
	}
	return st
}

// dayBefore is the day of the session that an election is part of, where one of the few sentences before
// states it: "Ngày 13/2, HĐND quận họp. Tại kỳ họp, HĐND đã bầu …".
func (p *page) dayBefore(c claim, s span) *dateMention {
	from := p.sentences[max(0, p.sentOf[s.i]-3)].i
	var best *dateMention
	dates := p.datesIn(span{from, s.i})
	for i := range dates {
		if d := &dates[i]; d.date.Day != 0 && d.date.Year != 0 && !d.since && !d.until && !p.bornThere(d) && !p.citedThere(d.i) {
			best = d
		}
	}
	return best
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
		if d.date.Year == 0 || p.inBracket(d.i, s) {
			continue
		}
		switch {
		case st.from.IsZero():
			st.from = d.date
		case st.to.IsZero() && d.until:
			st.to = d.date
		}
	}
	st.step = !st.to.IsZero() && p.published.IsZero() || p.over(st.to)
	return st
}

// inBracket reports whether token i stands in round brackets.
func (p *page) inBracket(i int, s span) bool {
	depth := 0
	for k := s.i; k < i; k++ {
		switch {
		case p.toks[k].Is("("):
			depth++
		case p.toks[k].Is(")"):
			depth--
		}
	}
	return depth > 0
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

// behindPost reads dates behind the post, up to the next person, post or semicolon.
func (p *page) behindPost(c claim, s span) (st stint) {
	end := s.j
	for n := p.itemFrom(c.post.j); n < len(p.items) && p.items[n].i < s.j; n++ {
		if it := p.items[n]; it.post != nil && !p.sameSeries(c.post.j, it.i) || it.person != nil && it.i >= c.at.j {
			end = it.i
			break
		}
	}
	for k := c.post.j; k < end; k++ {
		if p.toks[k].Is(";") {
			end = k
		}
	}
	for _, d := range p.datesIn(span{c.post.j, end}) {
		if d.date.Year == 0 {
			continue
		}
		switch {
		case d.since && st.from.IsZero():
			st.from = d.date
		case d.until && st.to.IsZero():
			st.to = d.date
		}
	}
	return st
}

// sameSeries reports whether only separators stand between tokens i and j.
func (p *page) sameSeries(i, j int) bool {
	for ; i < j; i++ {
		if p.toks[i].Kind != text.Punct && !p.toks[i].Is("và", "kiêm") || p.toks[i].Is("(", ")", ";") {
			return false
		}
	}
	return true
}

// leadingDate is the date in the sentence before the post, nearest to it.
func (p *page) leadingDate(c claim, s span) *dateMention {
	var best *dateMention
	dates := p.datesIn(span{s.i, c.post.i})
	for i := range dates {
		if d := &dates[i]; d.date.Year != 0 && !p.bornThere(d) {
			best = d
		}
	}
	return best
}

// leadingRange is the range of dates that leads to the post in the sentence: "Giai đoạn 2009-2012, ông giữ
// chức …". A range behind another post is not its own.
func (p *page) leadingRange(c claim, s span) (from, to Date) {
	for _, d := range p.datesIn(span{s.i, c.post.i}) {
		switch {
		case d.since:
			from, to = d.date, Date{}
		case d.until && !from.IsZero():
			to = d.date
		}
	}
	if n := p.itemFrom(s.i); n < len(p.items) && p.items[n].i < c.post.i && p.items[n].post != nil {
		return Date{}, Date{}
	}
	return from, to
}

// bornThere reports whether a date is that of a birth.
func (p *page) bornThere(d *dateMention) bool {
	for k := max(0, d.i-2); k < d.i; k++ {
		if p.toks[k].Is("sinh", "sn") {
			return true
		}
	}
	return p.lifeThere(d)
}

// lifeThere reports whether a date is one of the two years of a life behind a name: "(1921 - 2006)". Two years
// so far apart are those of no post.
func (p *page) lifeThere(d *dateMention) bool {
	for k := d.i; k > 0 && k > d.i-4; k-- {
		if !p.toks[k].Is("(") {
			continue
		}
		a, b, n := 0, 0, k+1
		for ; n < len(p.toks) && n < k+8 && !p.toks[n].Is(")"); n++ {
			if y, ok := p.year(n); ok {
				if a == 0 {
					a = y
				}
				b = y
			}
		}
		return b-a >= minLife
	}
	return false
}

// minLife is the number of years from which a range is that of a life.
const minLife = 30

// itemFrom is the index of the first item that begins at token i or behind it.
func (p *page) itemFrom(i int) int {
	return sort.Search(len(p.items), func(k int) bool { return p.items[k].i >= i })
}

// dateFrom is the index of the first date that begins at token i or behind it.
func (p *page) dateFrom(i int) int {
	return sort.Search(len(p.dates), func(k int) bool { return p.dates[k].i >= i })
}

// datesIn are the dates that lie wholly in the tokens of s.
func (p *page) datesIn(s span) []dateMention {
	if s.i >= p.notes {
		return nil
	}
	a := p.dateFrom(s.i)
	b := a
	for b < len(p.dates) && p.dates[b].j <= s.j {
		b++
	}
	return p.dates[a:b]
}
