package mention

import (
	"cmp"

	"github.com/nhiemky/nhiemky/extract/dating"
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// statedDay is the day that is stated for the document, in the order of trust: the day in the head of an official text, a
// field of its source, a line of metadata at the head of the text, its address or name, the line that says when it was
// published. A page of an encyclopedia has none, whatever stands in it.
func (p *Page) statedDay() (record.Date, record.DatedBy) {
	if p.Own != nil && !p.Own.Date.IsZero() {
		return p.Own.Date, record.DatedByByline
	}
	if p.Encyclopedia {
		return record.Date{}, ""
	}
	given := p.source.Published
	own, by := p.ownDay()
	if given.IsZero() || !own.IsZero() && (p.source.DatedBy.Inferred() || late(given, own)) {
		return own, by
	}
	return given, cmp.Or(p.source.DatedBy, record.DatedByField)
}

// ownDay is the day that a document itself states: in a line of metadata at its head, in its address or its name, in the
// line that says when it was published.
func (p *Page) ownDay() (record.Date, record.DatedBy) {
	head, url := dating.Head(p.Text.Raw())
	if !head.IsZero() {
		return head, record.DatedByByline
	}
	for _, name := range []string{p.source.Address, url, p.source.Name} {
		if day, sure := dating.InName(name); !day.IsZero() && (sure || p.tellsNear(day)) {
			return day, record.DatedByAddress
		}
	}
	if line := p.byline(); !line.IsZero() {
		return line, record.DatedByByline
	}
	return record.Date{}, ""
}

// late reports whether the day that the source of a document gives lies so far behind its own that it can only be the day
// on which the page was fetched or moved.
func late(given, own record.Date) bool {
	return given.First().Compare(own.Last().Plus(visitDays)) > 0
}

// visitDays is the number of days within which a page is changed after it was published.
const visitDays = 31

// tellsNear reports whether the text tells a day, or a day without its year, that lies close to the one that its name may
// have.
func (p *Page) tellsNear(day record.Date) bool {
	from, to := day.Plus(-nameDays), day.Plus(nameDays)
	for i := range p.Dates {
		d := p.Dates[i].Date
		if p.Dates[i].Partial && d.Day != 0 {
			if d.Year = from.Year; d.Compare(from) < 0 {
				d.Year = to.Year
			}
		}
		if d.Day != 0 && d.Compare(from) >= 0 && d.Compare(to) <= 0 {
			return true
		}
	}
	return false
}

// nameDays is the number of days within which a report tells what happened.
const nameDays = 7

// bylineTokens is the number of tokens of a document within which the line stands that says when it was published.
const bylineTokens = 400

// bylineLength is the number of tokens of such a line.
const bylineLength = 24

// byline finds the line that says when the document was published, in the first lines: a full date with a time of day,
// behind a word that says so, or behind a place.
func (p *Page) byline() record.Date {
	for n := range p.Dates {
		d := &p.Dates[n]
		if d.I > bylineTokens {
			break
		}
		if d.Date.Day == 0 || d.Partial || d.After.Unit != "" || p.BornThere(d) || p.CitedThere(d.I) {
			continue
		}
		line := document.Span{I: d.I, J: p.LineEndBy(d.I, bylineLength)}
		for line.I > 0 && p.Toks[line.I].Breaks == 0 && d.I-line.I < bylineLength {
			line.I--
		}
		if p.posted(d, line) || p.dateline(d, line) || d.I <= loneTokens && p.timeLine(d, line) && !p.chronicle(n) {
			return d.Date
		}
	}
	return record.Date{}
}

// bylineLead is the number of tokens between the word for publication and the day: "Cập nhật lúc: 08:00 AM, thứ ba, ngày".
const bylineLead = 12

// loneTokens is the number of tokens of a document within which a line that is nothing but a day tells its own.
const loneTokens = 40

// timeLine reports whether a line is nothing but a day, perhaps with the day of the week and the time: "Thứ ba, 9/6/2020".
func (p *Page) timeLine(d *DateMention, line document.Span) bool {
	if line.I > 0 && p.Toks[line.I].Breaks == 0 || line.J-line.I >= bylineLength {
		return false
	}
	for k := line.I; k < line.J; k++ {
		t := &p.Toks[k]
		inDate := k >= d.I && k < d.J
		hour := t.Norm != "" && t.Norm[0] >= '0' && t.Norm[0] <= '9' // "08", "8h30"
		if !inDate && !hour && (t.Is("|") || t.Kind != text.Punct) && !p.Lists.Words.DayLine.Has(*t) {
			return false
		}
	}
	return true
}

// chronicle reports whether there is another line than that of date n that is nothing but a day: the days are headings of
// what happened on them.
func (p *Page) chronicle(n int) bool {
	for k := range p.Dates {
		d := &p.Dates[k]
		if k != n && d.Date.Day != 0 && d.After.Unit == "" && (d.I == 0 || p.Toks[d.I].Breaks > 0) && p.LineEndBy(d.I, bylineLength) == d.J {
			return true
		}
	}
	return false
}

// posted reports whether a line says with a date when the document was published: "Thứ sáu, 3/2/2023, 08:00 (GMT+7)",
// "Ngày đăng: 3/2/2023", "Cập nhật lúc 08:00 ngày 3/2/2023". In a line that goes on as the text the words begin a
// sentence, or the date and the time of day begin the document.
func (p *Page) posted(d *DateMention, line document.Span) bool {
	short := line.J-line.I < bylineLength && (line.I == 0 || p.Toks[line.I].Breaks > 0)
	for k := d.I - 1; k >= max(line.I, d.I-bylineLead); k-- {
		if p.Pair(k, d.J, &p.Lists.Words.Posted) {
			return short || p.postedOpens(k)
		}
	}
	if !p.clockBeside(d) || p.otherLabel(line.I, d.I) {
		return false
	}
	return short || line.I == 0 && d.I <= openTokens
}

// openTokens is how far a line with the time of publication is from the begin of a document that has no lines.
const openTokens = 10

// postedOpens reports whether the words at token k, for publication, begin a sentence: "… khai mạc. Cập nhật: 3/2/2023".
func (p *Page) postedOpens(k int) bool {
	return p.Toks[k].Upper() && (k == 0 || p.Toks[k].Breaks > 0 || p.Toks[k-1].Kind == text.Punct)
}

// clockBeside reports whether a time of day stands close to a date, and not that of an event: "lúc 8:00 ngày 3/2/2023".
// An encyclopedia says behind the day at which time a page was last changed.
func (p *Page) clockBeside(d *DateMention) bool {
	from := max(0, d.I-6)
	if p.Encyclopedia {
		from = d.J
	}
	for k := from; k < min(len(p.Toks), d.J+4); k++ {
		if p.clock(k) {
			return k == 0 || p.Toks[k].Breaks > 0 || p.Encyclopedia || !p.Lists.Words.ClockLead.Has(p.Toks[k-1])
		}
	}
	return false
}

// otherLabel reports whether the tokens [i, j) have a label before a colon that says what the time is of: "Khai mạc: 8:00
// …".
func (p *Page) otherLabel(i, j int) bool {
	other := false
	for k := i + 1; k < j; k++ {
		other = !p.Toks[k].Is("|") && (other || p.Toks[k].Is(":") && p.Toks[k-1].Kind == text.Word)
	}
	return other
}

// clock reports whether a time of day (13:57) stands at token k.
func (p *Page) clock(k int) bool {
	return k+2 < len(p.Toks) && p.Toks[k].Kind == text.Number && len(p.Toks[k].Norm) <= 2 && p.Toks[k+1].Is(":") && p.Toks[k+2].Kind == text.Number && len(p.Toks[k+2].Norm) == 2
}

// dateline reports whether a line is nothing but the place and the day of a text: "Hà Nội, ngày 9 tháng 6 năm 2020".
func (p *Page) dateline(d *DateMention, line document.Span) bool {
	if line.I > 0 && p.Toks[line.I].Breaks == 0 || d.I == line.I || d.I-line.I > 8 || !p.Toks[line.I].Upper() {
		return false
	}
	for k := d.J; k < line.J; k++ {
		if p.Toks[k].Kind != text.Punct {
			return false
		}
	}
	k := d.I - 1
	if p.Toks[k].Is("ngày") && k > line.I {
		k--
	}
	if !p.Toks[k].Is(",") || k == line.I {
		return false
	}
	for k--; k >= line.I; k-- {
		if !p.Toks[k].Upper() && p.Toks[k].Kind == text.Word {
			return false
		}
	}
	return true
}
