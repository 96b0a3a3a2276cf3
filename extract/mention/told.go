package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// tellDay settles the day of a document for which none is stated, from what its first sentences tell: a day that is said
// to be today, or that opens a sentence. Its year has to follow from the text; where it does not, the day is kept without
// one.
func (p *Page) tellDay() {
	for n := range p.Dates {
		d := &p.Dates[n]
		if p.SentOf[d.I] > HeadSentences {
			return
		}
		days, ok := p.tellsNews(n)
		if !ok {
			if s := p.Sentences[p.SentOf[d.I]]; p.Told.Day == 0 && d.Partial && p.ofNews(d) && !p.Planned(s) && !p.opensEarlier(s) {
				p.Told = record.Date{Month: d.Date.Month, Day: d.Date.Day}
			}
			continue
		}
		if day := p.withYear(d); !day.IsZero() {
			p.Day, p.DatedBy, p.Told = day.Plus(days), record.DatedByText, record.Date{}
		} else if d.Partial {
			p.Told = record.Date{Month: d.Date.Month, Day: d.Date.Day}
			if days != 0 { // behind "hôm qua"
				p.Told = leap(p.Told).Plus(days)
				p.Told.Year = 0
			}
		}
		return
	}
}

// leap is a day in a year that has all days.
func leap(d record.Date) record.Date { return record.Date{Year: 2000, Month: d.Month, Day: d.Day} }

// tellsNews reports whether date n is told as the day of the news, and how many days the document is later: "sáng nay
// (9/6)", "Hôm qua, 8/6", "Ngày 9/6, …" at the head of a sentence.
func (p *Page) tellsNews(n int) (days int, ok bool) {
	d := &p.Dates[n]
	if !p.ofNews(d) {
		return 0, false
	}
	if n > 0 {
		switch b := &p.Dates[n-1]; {
		case !p.signsOnly(b.J, d.I):
		case b.After.Unit == "nay":
			return 0, true
		case b.After.Unit == "qua":
			return 1, true
		}
	}
	s := p.Sentences[p.SentOf[d.I]]
	if !p.opensNews(s, d.I) || p.Planned(s) {
		return 0, false
	}
	goesOn := d.J < len(p.Toks) && p.Toks[d.J].Breaks == 0
	return 0, d.Partial || goesOn && p.headsLine(s) && !p.CitedBetween(d.J, s.J)
}

// headsLine reports whether a sentence begins the document or a line of it: a day with its year that opens another
// sentence tells what went before, as news says its own day without the year.
func (p *Page) headsLine(s document.Span) bool { return s.I == 0 || p.Toks[s.I].Breaks > 0 }

// ofNews reports whether a date is a day, and neither a begin or an end nor that of a birth, an entry into the Party or a
// document.
func (p *Page) ofNews(d *DateMention) bool {
	return d.Date.Day != 0 && d.After.Unit == "" && !d.Since && !d.Until && !p.BornThere(d) && !p.CitedThere(d.I) && !p.joinedThere(d.I)
}

// signsOnly reports whether nothing but signs and "ngày" stands in the tokens [i, j).
func (p *Page) signsOnly(i, j int) bool {
	for ; i < j; i++ {
		if !p.Toks[i].Is(",", "(", "-", "ngày") {
			return false
		}
	}
	return true
}

// opensNews reports whether a sentence opens with the date at token i: "Sáng ngày 9/6, …", "(BVD) - Ngày 9/6, …".
func (p *Page) opensNews(s document.Span, i int) bool {
	k := i
	for k > s.I && p.Lists.Words.TimeLead.Has(p.Toks[k-1]) && !p.Lists.Words.PeriodFrom.Has(p.Toks[k-1]) {
		k--
	}
	return k == s.I || p.Toks[k].Upper() && k-s.I <= signedBy && p.Toks[k-1].Is("-", ":", ")")
}

// signedBy is the number of tokens with which a newspaper or an agency opens its report: "(BVD) -", "Hà Nội (TTXVN) -".
const signedBy = 8

// withYear is a day that the first sentences tell, with its year where the text gives it, else zero.
func (p *Page) withYear(d *DateMention) record.Date {
	if !d.Partial {
		return p.lastDay(d.Date)
	}
	for n := range p.Dates {
		if e := &p.Dates[n]; p.givesYear(d, e) && !p.laterDay(e.Date.Year) {
			return p.lastDay(record.Date{Year: e.Date.Year, Month: d.Date.Month, Day: d.Date.Day})
		}
	}
	return record.Date{}
}

// laterDay reports whether the text tells a day of a year behind one, whatever of: "19/8/1945 - 19/8/2020".
func (p *Page) laterDay(year int) bool {
	for n := range p.Dates {
		if e := &p.Dates[n]; !e.Partial && e.After.Unit == "" && e.Date.Day != 0 && e.Date.Year > year {
			return true
		}
	}
	return false
}

// givesYear reports whether the date e tells the year of the day d. In the first sentences that is a date of the same
// day, that of a decision of a month before at the most, or the day from when it counts: "Chiều 9/6, … trao quyết định bổ
// nhiệm ông A từ ngày 15/6/2020".
func (p *Page) givesYear(d, e *DateMention) bool {
	if e.Partial || e.Date.Day == 0 || e.After.Unit != "" || e.Date.Year == 0 || e.Until || p.SentOf[e.I] > HeadSentences || p.BornThere(e) {
		return false
	}
	if e.Date.Month == d.Date.Month && e.Date.Day == d.Date.Day {
		return true
	}
	day := record.Date{Year: e.Date.Year, Month: d.Date.Month, Day: d.Date.Day}
	switch {
	case p.CitedThere(e.I):
		return day.Compare(e.Date) >= 0 && day.Compare(e.Date.Plus(nearDays)) <= 0
	case e.Since:
		return day.Compare(e.Date.Plus(-nearDays)) >= 0 && day.Compare(e.Date.Plus(nearDays)) <= 0
	}
	return false
}

// nearDays is the number of days between a decision, its handover and the day from when it counts.
const nearDays = 31

// lastDay is a day where the text tells nothing later as past, else zero.
func (p *Page) lastDay(day record.Date) record.Date {
	if !day.Valid() {
		return record.Date{}
	}
	for n := range p.Dates {
		e := &p.Dates[n]
		if e.Partial || e.Until || e.Since || e.After.Unit != "" || e.Date.First().Compare(day.Plus(1)) <= 0 || p.Planned(p.Sentences[p.SentOf[e.I]]) {
			continue
		}
		return record.Date{}
	}
	return day
}
