package relation

import (
	"strconv"

	"github.com/nhiemky/nhiemky/extract/record"
)

// newsDays is the number of days within which news of an event is told.
const newsDays = 31

// stepDays is the number of days after which what somebody has taken up is told as background.
const stepDays = 45

// pastNews reports whether a day lies too far back to be that of the news: it is told with the event for that.
func (p *Page) pastNews(d record.Date) bool { return p.daysBack(d) > newsDays }

// daysBack is how many days a day lies before that of the document; 0 where one of them is not known to the day.
func (p *Page) daysBack(d record.Date) int {
	if d.Day == 0 || p.Published.Day == 0 {
		return 0
	}
	return days(d, p.Published)
}

// now is the year of the document: of its publication, or else the last year that it speaks of as past.
func (p *Page) now() (year, month int) {
	if !p.Published.IsZero() {
		return p.Published.Year, max(p.Published.Month, 1)
	}
	if p.thisYear == 0 {
		p.thisYear = max(p.lastTold(), p.headedYear())
	}
	return max(p.thisYear, 0), 12
}

// lastTold is the last year that the text speaks of as past, or that lies near it; -1 where it tells none.
func (p *Page) lastTold() int {
	told, end, plan := -1, -1, -1
	for i := range p.Dates {
		switch d := &p.Dates[i]; {
		case d.Date.Year == 0 || p.BornThere(d):
		case d.Until && d.Date.Month == 0: // of a term
		case d.Until:
			end = max(end, d.Date.Year)
		case p.InBefore(d.I, &p.Lists.Words.PeriodTo) || p.Planned(p.Sentences[p.SentOf[d.I]]):
			plan = max(plan, d.Date.Year)
		default:
			told = max(told, d.Date.Year)
		}
	}
	switch {
	case plan <= told:
		return told
	case told >= 0 && plan-max(told, end) >= planYears: // "tầm nhìn đến năm 2050"
		return max(told, end)
	}
	return plan
}

// planYears is the number of years from which a time to come lies too far from what a document tells as past to be near its day.
const planYears = 5

// headedYear is the last year with which a range of years in a heading of an encyclopedia begins, "## Nhiệm kỳ 2015-2020 và
// 2020-2025"; -1 where none does.
func (p *Page) headedYear() int {
	last := -1
	for _, s := range p.Sentences {
		if !p.Encyclopedia || !p.Toks[s.I].Is("#", "[") {
			continue
		}
		for i := s.I; i+2 < s.J; i++ {
			if p.IsYear(i) && p.Toks[i+1].Is("-", "–") && p.IsYear(i+2) {
				if y, err := strconv.Atoi(p.Toks[i].Norm); err == nil && y <= latestYear {
					last = max(last, y)
				}
			}
		}
	}
	return last
}

// latestYear bounds the years that a heading tells as begun.
const latestYear = 2100

// years is how many years a date lies before the document.
func (p *Page) years(d record.Date) int {
	y, _ := p.now()
	return y - d.Year
}

// over reports whether a day lies before the document's.
func (p *Page) over(d record.Date) bool {
	if d.IsZero() {
		return false
	}
	if p.Published.IsZero() {
		year, _ := p.now()
		return d.Year <= year
	}
	return d.Last().Compare(p.Published) < 0
}

// longAgo reports whether a date lies in a year before the document's, and not just before it.
func (p *Page) longAgo(d record.Date) bool {
	year, month := p.now()
	if d.IsZero() || year == 0 {
		return false
	}
	if d.Month == 0 {
		return year > d.Year
	}
	return (year-d.Year)*12+month-d.Month > 4 && (d.Year < year || !p.Published.IsZero())
}

// days is how many days lie between two dates that are known to the day, and a great number for others.
func days(a, b record.Date) int {
	if a.Day == 0 || b.Day == 0 {
		return shortTerm
	}
	return a.DaysTo(b)
}
