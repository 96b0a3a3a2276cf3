package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// boxOver reports whether the box of a page, in the lines from sentence k up to the first heading, says that what the page
// is about is over: "| Ngày kết thúc | 3 tháng 11 năm 1946 |", "| 2007 – 2011 | |". The box of a person has the terms of
// offices and tells nothing of this, and that of a place its people.
func (p *Page) boxOver(k int) bool {
	if !p.Encyclopedia || p.mainPerson() != nil || p.ofPlace(k-1) {
		return false
	}
	for ; k < len(p.Sentences) && !p.markedHeading(p.Sentences[k]); k++ {
		s := p.Sentences[k]
		row := p.BarRow(s.I, s.J)
		if len(row.Cells) == 0 || !p.tellsSpan(row.Cells[0]) {
			continue
		}
		for _, d := range p.DatesIn(s) {
			if (d.Until || !d.Since && p.ColumnOf(row.Cells[0]).Role == "to") && p.endedBy(d.Date) {
				return true
			}
		}
	}
	return false
}

// ofPlace reports whether sentence k, the title of a page, begins with the name of a place.
func (p *Page) ofPlace(k int) bool {
	for n := p.ItemFrom(p.Sentences[k].I); n < len(p.Items) && p.Items[n].I < p.Sentences[k].J; n++ {
		return p.Items[n].Unit != nil
	}
	return false
}

// endedBy reports whether a time ended before the page was written. A year alone may be the one that the page looks ahead
// to: "2021 – 2026".
func (p *Page) endedBy(d record.Date) bool {
	if year, _ := p.now(); d.Month == 0 && d.Year == year {
		return false
	}
	return p.over(d)
}

// tellsSpan reports whether the first cell of a row says that its dates are those of the page's subject: it is a head such
// as "Nhiệm kỳ" or "Ngày kết thúc", or a range of dates alone.
func (p *Page) tellsSpan(c document.Span) bool {
	switch p.ColumnOf(c).Role {
	case "period", "term", "to":
		return true
	}
	dates := p.DatesIn(c)
	return len(dates) == 2 && dates[0].I == c.I && dates[1].Until
}

// toldPast reports whether a claim of an encyclopedia stands in a passage that tells of years long past: the dates of its
// sentence, or of those before it under the same heading, lie further back than someone is sure to be in office still. A
// line of a list or a table has its own dates.
//
//	Năm 1985, ông là thư ký của Trưởng ban Tuyên huấn Lê Văn B.
func (p *Page) toldPast(c claim) bool {
	if !statedBeside(c.rule) || p.saysNow(c.post.I) {
		return false
	}
	year := p.toldIn()[p.SentOf[c.post.I]]
	if c.post.I >= p.Notes {
		year = p.noteYear(c.post.I)
	}
	now, _ := p.now()
	return year > 0 && now-year > fewYears
}

// noteYear is the first year that the note around token i tells, or 0: that of the article whose title it cites, and not
// that of the visit to it. Notes begin with "^".
func (p *Page) noteYear(i int) (year int) {
	begin, end := max(p.Notes, i-longestNote), min(len(p.Toks), i+longestNote)
	for k := begin; k < i; k++ {
		if p.Toks[k].Is("^") {
			begin = k
		}
	}
	for k := end - 1; k > i; k-- {
		if p.Toks[k].Is("^") {
			end = k
		}
	}
	for n := p.DateFrom(begin); n < len(p.Dates) && p.Dates[n].I < end; n++ {
		if y := p.Dates[n].Date.Year; year == 0 || y < year {
			year = y
		}
	}
	return year
}

// longestNote is the number of tokens to both sides within which the begin and the end of a note are looked for.
const longestNote = 60

// statedBeside reports whether a rule reads a post that is told in passing, beside its holder's name.
func statedBeside(rule string) bool {
	return strings.HasPrefix(rule, "apposition") || rule == "identity" || rule == "roster" || rule == "verbless"
}

// toldIn is for each sentence the latest year of which its passage tells, or 0.
func (p *Page) toldIn() []int {
	if p.told != nil {
		return p.told
	}
	p.told = make([]int, len(p.Sentences))
	passage, listed := 0, 0 // years of the passage, and of the line over a list
	for k, s := range p.Sentences {
		own, open := p.latestYear(s)
		switch {
		case p.markedHeading(s):
			passage, listed = 0, 0
		case p.listLine(s):
			if end, heads := p.headsList(s); heads {
				listed = end
			}
			p.told[k] = own
			if own == 0 && !open {
				p.told[k] = listed
			}
			continue
		case open:
			passage = 0
			continue
		case own > 0:
			passage = own
		}
		p.told[k] = passage
	}
	return p.told
}

// headsList reports whether a line of a list names a body and nobody, over lines of its people, and the year in which that
// ended, or 0: "- Ban Khoa giáo (1968-2007)".
func (p *Page) headsList(s document.Span) (end int, heads bool) {
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if p.Items[n].Person != nil || p.Items[n].Post != nil {
			return 0, false
		}
		heads = heads || p.Items[n].Org != nil
	}
	for _, d := range p.DatesIn(s) {
		if d.Until && p.endedBy(d.Date) {
			end = d.Date.Year
		}
	}
	return end, heads || end > 0
}

// latestYear is the latest year of the dates in a sentence that are not of a birth or a death, or 0, and whether it speaks
// of the present.
func (p *Page) latestYear(s document.Span) (year int, open bool) {
	for _, d := range p.DatesIn(s) {
		if !p.ofLife(&d) && !p.CitedThere(d.I) {
			year = max(year, d.Date.Year)
		}
	}
	for i := s.I; i < s.J; i++ {
		if p.Lists.Words.PeriodNow.Has(p.Toks[i]) && !p.NextIn(i+1, s.J, &p.Lists.Words.NowOf) {
			return year, true // and not "Hải Ninh (nay là Quảng Ninh)"
		}
	}
	return year, false
}

// listLine reports whether a sentence is a line of a list or a row of a table.
func (p *Page) listLine(s document.Span) bool {
	i := p.behindLinks(s)
	return p.Toks[i].Is("-", "*", "•", "+", "|") || p.Toks[s.J-1].Is("|") || p.TableAt(i) != nil
}

// behindLinks is the first token of a sentence behind the links of its page in brackets: "[sửa | sửa mã nguồn]- Ông …".
func (p *Page) behindLinks(s document.Span) int {
	i := s.I
	if p.Toks[i].Is("[") {
		for i < s.J && !p.Toks[i].Is("]") {
			i++
		}
		i++
	}
	return min(i, s.J-1)
}
