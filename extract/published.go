package extract

import "github.com/nhiemky/nhiemky/extract/text"

// datePage settles the day of publication and gives the dates without a year theirs.
func (p *page) datePage() {
	if p.own != nil && !p.own.date.IsZero() {
		p.published = p.own.date
	} else if stated := p.byline(); !stated.IsZero() || p.encyclopedia { // without one the day that the source gives stands
		p.published = stated
	}
	for i := range p.dates {
		d := &p.dates[i]
		if !d.partial {
			continue
		}
		near := p.published
		y := near.Year
		if i+1 < len(p.dates) && p.oneYear(d, &p.dates[i+1]) {
			y = p.dates[i+1].date.Year // "từ tháng 1 đến tháng 7 năm 1946"
		} else if y == 0 {
			near = p.nearestDay(i)
			y = near.Year
			if last := p.latestOf(false); last.Year == y+1 && d.date.Day != 0 && d.date.Month <= last.Month+1 {
				y = last.Year // the year before is that of a date told in between
			}
		}
		d.date.Year = y
		p.turnOfYear(d, near)
	}
	p.laterYear()
	if p.published.IsZero() && !p.encyclopedia { // such a page has no day
		p.published = p.latest()
	}
	for i := range p.dates {
		if p.dates[i].after.unit != "" {
			p.settleAfter(i)
		}
	}
}

// turnOfYear moves a date without a year by one year where it lies about New Year from the day that gave it its year: a
// report of January tells of December, and one of December from when in January a decision counts.
func (p *page) turnOfYear(d *dateMention, near Date) {
	if near.IsZero() || near.Year != d.date.Year || near.Month == 0 {
		return
	}
	ahead := d.date.Month - near.Month
	switch known := !p.published.IsZero(); {
	case d.since && ahead <= -farMonths:
		d.date.Year++
	case near.Month > 2 || d.since && ahead <= maxAhead:
	case known && ahead > 1, !known && ahead >= farMonths && !p.planned(p.sentences[p.sentOf[d.i]]):
		d.date.Year--
	}
}

// farMonths is the number of months from which two dates of one report are not of one year.
const farMonths = 9

// oneYear reports whether a begin without a year has the year of the end behind it.
func (p *page) oneYear(d, end *dateMention) bool {
	if !d.since || !end.until || end.partial || end.i-d.j > 4 {
		return false
	}
	return d.date.Month < end.date.Month || d.date.Month == end.date.Month && d.date.Day <= end.date.Day
}

// laterYear moves the day that opens a document without a year by one year where the document speaks, as of
// something past, of months that would lie far ahead of it.
func (p *page) laterYear() {
	if len(p.dates) == 0 || !p.published.IsZero() {
		return
	}
	first := p.dates[0]
	if !first.partial || first.date.Day == 0 || first.date.Year == 0 || p.sentOf[first.i] > 2 {
		return
	}
	later := false
	for _, d := range p.dates {
		if d.partial || d.until || d.date.Month == 0 || p.citedThere(d.i) || p.bornThere(&d) {
			continue
		}
		ahead := (d.date.Year-first.date.Year)*12 + d.date.Month - first.date.Month
		later = later || ahead > maxAhead && ahead < 12
	}
	for i := range p.dates {
		if d := &p.dates[i]; later && d.partial && d.date.Year == first.date.Year && d.date.Month <= first.date.Month {
			d.date.Year++
		}
	}
}

// maxAhead is the number of months that a report speaks ahead: from when a decision counts, when a session is to be.
const maxAhead = 4

// byline finds the day of publication: a full date beside a time of day or after a word that says
// so, in the first lines.
func (p *page) byline() Date {
	for _, d := range p.dates {
		if d.date.Day == 0 || d.partial || d.i > 400 {
			continue
		}
		for k := max(0, d.i-8); k < d.i; k++ {
			if p.toks[k].Is("đăng", "nhật") || p.clock(k) && k >= d.i-6 {
				return d.date
			}
		}
		for k := d.j; k < min(len(p.toks), d.j+4); k++ {
			if p.clock(k) {
				return d.date
			}
		}
	}
	return Date{}
}

// clock reports whether a time of day (13:57) stands at token k.
func (p *page) clock(k int) bool {
	return k+2 < len(p.toks) && p.toks[k].Kind == text.Number && len(p.toks[k].Norm) <= 2 && p.toks[k+1].Is(":") && p.toks[k+2].Kind == text.Number && len(p.toks[k+2].Norm) == 2
}

// nearestDay is the nearest date before with day and year, else after, else the zero one.
func (p *page) nearestDay(i int) Date {
	for k := i - 1; k >= 0; k-- {
		if d := p.dates[k]; p.tellsYear(d) {
			return d.date
		}
	}
	for k := i + 1; k < len(p.dates); k++ {
		if d := p.dates[k]; p.tellsYear(d) {
			return d.date
		}
	}
	for k := range p.dates { // a decision that is cited is of these days when it is of that month
		c := p.dates[k].date
		if months := p.dates[i].date.Month - c.Month; c.Day != 0 && !p.dates[k].partial && (months == 0 || months == 1) && p.citedThere(p.dates[k].i) {
			return c
		}
	}
	return Date{}
}

// tellsYear reports whether a date tells the year of those near it: a full one that is no birth, no end of
// a range and none of a document.
func (p *page) tellsYear(d dateMention) bool {
	return !d.partial && d.date.Day != 0 && !d.until && !p.bornThere(&d) && !p.citedThere(d.i) && !p.joinedThere(d.i)
}

// joinedThere reports whether the date at token i is that of somebody's entry into the Party or the army, long before
// what a text reports: "vào Đảng ngày 19/5/1993", "Ngày vào Đảng: 25-8-1982; chính thức: 25-8-1983".
func (p *page) joinedThere(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if p.lists.words.Joining.has(p.toks[k]) {
			return true
		}
	}
	return false
}

// latest is the latest full date in the first sentences of the text that is no announcement, or zero: what an article
// without a byline is dated by. Dates without a year count when no other does, since their year is taken from those.
// A text that speaks of later years as past has no such day.
func (p *page) latest() Date {
	last := p.latestOf(false)
	if last.IsZero() {
		last = p.latestOf(true)
	}
	for _, d := range p.dates {
		if !d.until && d.date.Year > last.Year+1 && !p.bornThere(&d) {
			return Date{}
		}
	}
	return last
}

func (p *page) latestOf(partial bool) Date {
	var last Date
	for _, d := range p.dates {
		if p.sentOf[d.i] > headSentences {
			break
		}
		if d.partial == partial && d.date.Day != 0 && d.date.Year != 0 && !d.since && !d.until && d.date.Compare(last) > 0 && !p.planned(p.sentences[p.sentOf[d.i]]) && !p.bornThere(&d) && !p.citedThere(d.i) {
			last = d.date
		}
	}
	return last
}

// headSentences is the index of the last sentence in which a report tells its day.
const headSentences = 4

// planned reports whether a sentence speaks of what is to come.
func (p *page) planned(s span) bool {
	for i := s.i; i < s.j; i++ {
		if p.toks[i].Is("sẽ") || p.toks[i].Is("dự") && p.next(i+1, s.j, "kiến") {
			return true
		}
	}
	return false
}
