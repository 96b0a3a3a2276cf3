package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// DatePage settles the day of publication and gives the dates without a year theirs.
func (p *Page) DatePage() {
	p.Day, p.DatedBy = p.statedDay()
	if p.Day.IsZero() && !p.Encyclopedia {
		p.tellDay()
	}
	p.Published = p.Day
	if p.Encyclopedia && p.Day.IsZero() { // such a page has no day; when it was last changed tells what is past
		p.Published = p.byline()
	}
	var last *record.Date // latestOf(false), once asked for
	for i := range p.Dates {
		d := &p.Dates[i]
		if !d.Partial {
			continue
		}
		near := p.Published
		y := near.Year
		if i+1 < len(p.Dates) && p.oneYear(d, &p.Dates[i+1]) {
			y = p.Dates[i+1].Date.Year // "từ tháng 1 đến tháng 7 năm 1946"
		} else if y == 0 {
			near = p.yearNear(i)
			y = near.Year
			if last == nil {
				told := p.latestOf(false)
				last = &told
			}
			if last.Year == y+1 && d.Date.Day != 0 && d.Date.Month <= last.Month+1 {
				y = last.Year // the year before is that of a date told in between
			}
		}
		d.Date.Year = y
		p.turnOfYear(d, near)
	}
	p.laterYear()
	if p.Published.IsZero() && !p.Encyclopedia { // such a page has no day
		p.Published = p.latest()
		p.YearGuessed = p.latestOf(false).IsZero()
	}
	for i := range p.Dates {
		if p.Dates[i].After.Unit != "" {
			p.settleAfter(i)
		}
	}
}

// turnOfYear moves a date without a year by one year where it lies about New Year from the day that gave it its year: a
// report of January tells of December, and one of December from when in January a decision counts.
func (p *Page) turnOfYear(d *DateMention, near record.Date) {
	if near.IsZero() || near.Year != d.Date.Year || near.Month == 0 {
		return
	}
	ahead := d.Date.Month - near.Month
	switch known := !p.Published.IsZero(); {
	case d.Since && ahead <= -farMonths:
		d.Date.Year++
	case near.Month > 2 || d.Since && ahead <= maxAhead:
	case known && ahead > 1, !known && ahead >= farMonths && !p.Planned(p.Sentences[p.SentOf[d.I]]):
		d.Date.Year--
	}
}

// farMonths is the number of months from which two dates of one report are not of one year.
const farMonths = 9

// oneYear reports whether a begin without a year has the year of the end behind it: not "5 năm, từ 1/10 đến 1/10/2024".
func (p *Page) oneYear(d, end *DateMention) bool {
	if !d.Since || !end.Until || end.Partial || end.I-d.J > 4 {
		return false
	}
	return d.Date.Month < end.Date.Month || d.Date.Month == end.Date.Month && (d.Date.Day < end.Date.Day || d.Date.Day == 0)
}

// laterYear moves the day that opens a document without a year by one year where the document speaks, as of
// something past, of months that would lie far ahead of it.
func (p *Page) laterYear() {
	if len(p.Dates) == 0 || !p.Published.IsZero() {
		return
	}
	first := p.Dates[0]
	for n := 1; n < len(p.Dates) && first.Date.IsZero(); n++ {
		first = p.Dates[n] // behind "sáng nay"
	}
	if !first.Partial || first.Since || first.Date.Day == 0 || first.Date.Year == 0 || p.SentOf[first.I] > HeadSentences {
		return
	}
	later := false
	for _, d := range p.Dates {
		if d.Partial || d.Until || d.Date.Month == 0 || p.CitedThere(d.I) || p.BornThere(&d) {
			continue
		}
		ahead := (d.Date.Year-first.Date.Year)*12 + d.Date.Month - first.Date.Month
		later = later || ahead > maxAhead && ahead < 12
	}
	for i := range p.Dates {
		if d := &p.Dates[i]; later && d.Partial && d.Date.Year == first.Date.Year && d.Date.Month <= first.Date.Month {
			d.Date.Year++
		}
	}
}

// maxAhead is the number of months that a report speaks ahead: from when a decision counts, when a session is to be.
const maxAhead = 4

// farDates is how many dates away one is that tells nothing of another.
const farDates = 1000

// yearNear is the date that tells the year of one without.
func (p *Page) yearNear(i int) record.Date {
	if !p.Encyclopedia {
		return p.nearestDay(i)
	}
	return p.inParagraph(i)
}

// paragraph is the most tokens of a paragraph in which a year is looked for, on either side.
const paragraph = 400

// inParagraph is the nearest date before with a year in the paragraph of date i, else after, else the zero one: each paragraph
// of an encyclopedia may tell of another year.
func (p *Page) inParagraph(i int) record.Date {
	at := p.Dates[i].I
	tells := func(k int) bool {
		d := &p.Dates[k]
		term := d.Until && d.Date.Month == 0 // the end of one, as often as not to come
		return !d.Partial && d.Date.Year > 0 && !term && !p.BornThere(d) && !p.CitedThere(d.I) && !p.joinedThere(d.I)
	}
	for k, from := i-1, p.LineBeginBy(at, paragraph); k >= 0 && p.Dates[k].I >= from; k-- {
		if tells(k) {
			return p.Dates[k].Date
		}
	}
	for k, to := i+1, p.LineEndBy(at, paragraph); k < len(p.Dates) && p.Dates[k].I < to; k++ {
		if tells(k) {
			return p.Dates[k].Date
		}
	}
	return record.Date{}
}

// nearestDay is the nearest date before with day and year, else after, else the zero one.
func (p *Page) nearestDay(i int) record.Date {
	var plan record.Date // of what is to come, which counts when nothing else tells a year
	near := func(k int) bool {
		if !p.tellsYear(p.Dates[k]) {
			return false
		}
		if p.SentOf[p.Dates[k].I] == p.SentOf[p.Dates[i].I] || !p.Planned(p.Sentences[p.SentOf[p.Dates[k].I]]) {
			return true
		}
		if plan.IsZero() {
			plan = p.Dates[k].Date
		}
		return false
	}
	for k := i - 1; k >= max(0, i-farDates); k-- {
		if near(k) {
			return p.Dates[k].Date
		}
	}
	for k := i + 1; k < min(len(p.Dates), i+farDates); k++ {
		if near(k) {
			return p.Dates[k].Date
		}
	}
	if !plan.IsZero() {
		return plan
	}
	for k := range min(len(p.Dates), farDates) { // a decision that is cited is of these days when it is of that month
		c := p.Dates[k].Date
		if months := p.Dates[i].Date.Month - c.Month; c.Day != 0 && !p.Dates[k].Partial && (months == 0 || months == 1) && p.CitedThere(p.Dates[k].I) {
			return c
		}
	}
	return record.Date{}
}

// tellsYear reports whether a date tells the year of those near it: a full one that is no birth, no end of
// a range and none of a document.
func (p *Page) tellsYear(d DateMention) bool {
	return !d.Partial && d.Date.Day != 0 && !d.Until && !p.BornThere(&d) && !p.CitedThere(d.I) && !p.joinedThere(d.I)
}

// joinedThere reports whether the date at token i is that of somebody's entry into the Party or the army, long before
// what a text reports: "vào Đảng ngày 19/5/1993", "Ngày vào Đảng: 25-8-1982; chính thức: 25-8-1983".
func (p *Page) joinedThere(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if p.Lists.Words.Joining.Has(p.Toks[k]) {
			return true
		}
	}
	return false
}

// latest is the latest full date in the first sentences of the text that is no announcement, or zero: what an article
// without a byline is dated by. Dates without a year count when no other does, since their year is taken from those.
// A text that speaks of later years as past has no such day.
func (p *Page) latest() record.Date {
	last := p.latestOf(false)
	if last.IsZero() {
		last = p.latestOf(true)
	}
	for _, d := range p.Dates {
		if !d.Until && d.Date.Year > last.Year+1 && !p.BornThere(&d) {
			return record.Date{}
		}
	}
	return last
}

// latestOf is the latest date of the head of the document, with or without those that name no day.
func (p *Page) latestOf(partial bool) record.Date {
	var last record.Date
	for _, d := range p.Dates {
		if p.SentOf[d.I] > HeadSentences {
			break
		}
		if p.opensEarlier(p.Sentences[p.SentOf[d.I]]) {
			continue
		}
		if d.Partial == partial && d.Date.Day != 0 && d.Date.Year != 0 && !d.Since && !d.Until && d.Date.Compare(last) > 0 && !p.Planned(p.Sentences[p.SentOf[d.I]]) && !p.BornThere(&d) && !p.joinedThere(d.I) && !p.CitedThere(d.I) {
			last = d.Date
		}
	}
	return last
}

// opensEarlier reports whether a sentence opens with a word for an earlier time: "Trước đó, ngày 1/4/2018, …".
func (p *Page) opensEarlier(s document.Span) bool {
	return p.Toks[s.I].Is("trước") && p.NextIn(s.I+1, s.J, &p.Lists.Words.Ago)
}

// HeadSentences is the index of the last sentence in which a report tells its day.
const HeadSentences = 4

// Planned reports whether a sentence speaks of what is to come.
func (p *Page) Planned(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if p.Toks[i].Is("sẽ") || p.Pair(i, s.J, &p.Lists.Words.Planned) {
			return true
		}
	}
	return false
}
