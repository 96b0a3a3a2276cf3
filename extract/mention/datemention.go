package mention

import (
	"cmp"
	"slices"
	"sort"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// DateMention is a date as the text gives it.
type DateMention struct {
	document.Span
	Date    record.Date
	Partial bool // the year is not in the text: it is the article's
	Until   bool // the end of a range: "đến", or the second of two
	Since   bool // the begin of a range: "từ"
	Many    bool // the last of several days: "14, 15 tháng 8", "từ 14 đến 16/8"
	After   Lapse
}

// FindDates finds all dates, and masks the tokens of numeric ones.
func (p *Page) FindDates() {
	for i := 0; i < len(p.Toks); {
		if p.Toks[i].Kind != text.Number && !p.Is(i, gazetteer.OfDate) && (i+1 == len(p.Toks) || !p.Is(i+1, gazetteer.OfDate)) {
			i++
			continue
		}
		if n := cmp.Or(p.yearRange(i), p.namedTerm(i)); n > 0 {
			i += n
			continue
		}
		d, n := p.dateAt(i)
		if n == 0 {
			i++
			continue
		}
		d.Span = document.Span{I: i, J: i + n}
		d.Since = p.InBefore(i, &p.Lists.Words.PeriodFrom) || p.toNow(i+n)
		d.Many = d.Date.Day > 0 && p.daysBefore(i)
		d.Until = i > 1 && p.Toks[i-1].Is("-") && p.Toks[i-2].Is("|") || p.InBefore(i, &p.Lists.Words.PeriodTo) && p.rangeOpen(i) || p.closesRange(i) || p.joinedRange(i) || p.leadingBefore(i) || p.careerEnds(i) || p.bracketEnd(i) || len(p.Dates) > 0 && p.Dates[len(p.Dates)-1].J == i-1 && p.Toks[i-1].Is("-") || p.nextCell(i, d.Date)
		if n := len(p.Dates); d.Until && n > 0 && (p.Dates[n-1].J == i-1 && p.Toks[i-1].Is("-", "|") || p.joinedRange(i)) && d.Date.Year >= p.Dates[n-1].Date.Year {
			p.Dates[n-1].Since = true // "6/1991 - 7/1996"
		}
		p.Dates = append(p.Dates, d)
		i += n
	}
}

// yearRange reads "1990-1992", "từ 2010 đến 2014", "2025-nay" at token i as a begin and an end, and
// gives its tokens. The years of a term of office (nhiệm kỳ 2015-2020) are none.
func (p *Page) yearRange(i int) int {
	from, ok := p.Year(i)
	if !ok || i+2 >= len(p.Toks) || !p.Toks[i+1].Is("-", "đến") || i > 0 && (p.Lists.Words.TermNoun.Has(p.Toks[i-1]) || p.Toks[i-1].Is("/", "-")) && !p.lineOpens(i) || p.planPeriod(i) {
		return 0
	}
	opens := i > 0 && (p.Lists.Words.RangeLead.Has(p.Toks[i-1]) || p.Toks[i-1].Is("(", "|")) || p.lineOpens(i) || p.goesOnRanges(i) || p.closesItem(i)
	k := i + 2
	if p.Toks[k].Is("năm") {
		k++
	}
	to, ok := p.Year(k)
	if !opens || !ok && !p.Next(k, len(p.Toks), "nay") || ok && to < from || k+1 < len(p.Toks) && p.Toks[k+1].Is("/") {
		return 0
	}
	if p.termYears(i) {
		return 0
	}
	p.Dates = append(p.Dates, DateMention{Span: document.Span{I: i, J: i + 1}, Date: record.Date{Year: from}, Since: true})
	if ok {
		p.Dates = append(p.Dates, DateMention{Span: document.Span{I: k, J: k + 1}, Date: record.Date{Year: to}, Until: true})
	}
	return k + 1 - i
}

// namedTerm is the number of tokens of the years of a term that stand behind "năm", which are no dates: "nhiệm kỳ năm 2015 - 2020";
// else 0.
func (p *Page) namedTerm(i int) int {
	if i == 0 || i+3 >= len(p.Toks) || !p.Toks[i].Is("năm") || !p.Toks[i+2].Is("-", "đến") || !p.Lists.Words.TermNoun.Has(p.Toks[i-1]) || p.severalTerms(i-1) {
		return 0
	}
	_, from := p.Year(i + 1)
	_, to := p.Year(i + 3)
	if !from || !to {
		return 0
	}
	return 4
}

// termYears reports whether the years of a term of office begin at token i: "nhiệm kỳ (2007 - 2015)".
func (p *Page) termYears(i int) bool {
	return i > 1 && p.Toks[i-1].Is("(") && (p.Lists.Words.TermNoun.Has(p.Toks[i-2]) && !p.severalTerms(i-2) || p.councilTerm(i-2))
}

// councilTerm reports whether the number of a term of a people's council that acts stands at token i: the IX of "HĐND tỉnh khóa IX
// (2016-2021) đã bầu".
func (p *Page) councilTerm(i int) bool {
	if i < 2 || !p.Lists.Words.TermNoun.Has(p.Toks[i-1]) {
		return false
	}
	if _, n := p.OrdinalAt(i, i+1); n != 1 {
		return false
	}
	k := i + 1
	for k < len(p.Toks) && k < i+6 && !p.Toks[k].Is(")") {
		k++
	}
	for k++; k < len(p.Toks) && k < i+10; k++ {
		if m, n := p.Lists.Events.Find(p.Toks, k); n > 0 {
			return m == gazetteer.MStart || m == gazetteer.MEnd
		}
		if p.Toks[k].Kind == text.Punct || p.Toks[k].Upper() {
			return false
		}
	}
	return false
}

// severalTerms reports whether the word for a term at token i is counted: the years behind "3 khóa", "suốt hai nhiệm kỳ" are
// those of a tenure.
func (p *Page) severalTerms(i int) bool {
	for i > 1 && p.Lists.Words.TermsWord.Has(p.Toks[i-1]) && !p.Lists.Words.TermCount.Has(p.Toks[i-1]) {
		i--
	}
	return p.Lists.Words.TermCount.Has(p.Toks[i-1]) || p.Toks[i-1].Kind == text.Number && len(p.Toks[i-1].Norm) == 1
}

// planPeriod reports whether the range at token i is a "giai đoạn" that tells no time of what the sentence says: one
// that neither stands in brackets nor opens the sentence or a part of it ("Giai đoạn 2009-2012, ông …").
func (p *Page) planPeriod(i int) bool {
	if i < 2 || !p.Toks[i-1].Is("đoạn") {
		return false
	}
	k := i - 2
	for k > 0 && p.Lists.Words.PhaseLead.Has(p.Toks[k-1]) {
		k--
	}
	opens := k == 0 || p.Toks[k].Breaks > 0 || p.Toks[k-1].Is("(", ",", ";", ".", "-")
	return !opens || !p.Next(i+3, len(p.Toks), ",", ":", ")")
}

// InBefore reports whether a word of the class stands before token i, or before the words of a date there: the word
// for the end of a time before "tháng 3" in "đến đầu tháng 3".
func (p *Page) InBefore(i int, c *gazetteer.Class) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if c.Has(p.Toks[k]) {
			return true
		}
		if !p.Lists.Words.DateInner.Has(p.Toks[k]) {
			return false
		}
	}
	return false
}

// rangeOpen reports whether "đến" before token i ends a range or a set time, and is not "by then".
func (p *Page) rangeOpen(i int) bool {
	n := len(p.Dates)
	return n > 0 && p.Dates[n-1].Since && i-p.Dates[n-1].J <= 6 && !p.stopBetween(p.Dates[n-1].J, i) || i > 3 && (p.Toks[i-2].Is("hạn") || p.Toks[i-3].Is("hạn"))
}

// stopBetween reports whether a sentence or a line ends in the tokens [i, j).
func (p *Page) stopBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if p.Toks[k].Is(".", ";") || p.Toks[k].Breaks > 0 {
			return true
		}
	}
	return false
}

// nextCell reports whether a date at token i stands in the cell of a table behind that of an earlier one, as begin
// and end do.
func (p *Page) nextCell(i int, d record.Date) bool {
	n := len(p.Dates)
	return n > 0 && p.Dates[n-1].J == i-1 && p.Toks[i-1].Is("|") && d.Year > 0 && d.Compare(p.Dates[n-1].Date) >= 0 && !p.Dates[n-1].Until
}

// joinedRange reports whether a date and "đến" stand directly before token i: "tháng 4/2003 đến tháng 9/2005".
func (p *Page) joinedRange(i int) bool {
	n := len(p.Dates)
	return n > 0 && !p.Dates[n-1].Until && (p.Dates[n-1].J == i-1 && p.Lists.Words.Until.Has(p.Toks[i-1]) || p.Dates[n-1].J == i && p.nextColumn(i) && p.lineOpens(p.Dates[n-1].I))
}

// closesRange reports whether a begin stands before token i and between them, in the same part of the sentence,
// a word that leads to the end: "từ năm 1979 cho đến khi nghỉ hưu năm 1997", "từ năm 1987 đến trước ngày chia tách
// tỉnh (tháng 8 năm 1991)".
func (p *Page) closesRange(i int) bool {
	n := len(p.Dates)
	if n == 0 || !p.Dates[n-1].Since || i-p.Dates[n-1].J > document.MaxSkip {
		return false
	}
	to := false
	for k := p.Dates[n-1].J; k < i; k++ {
		if p.Toks[k].Is(".", ";", ":", ")") || p.Toks[k].Breaks > 0 {
			return false
		}
		to = to || p.Lists.Words.Until.Has(p.Toks[k]) && p.NextIn(k+1, i, &p.Lists.Words.UntilClause)
	}
	return to
}

// careerEnds reports whether the end of a career leads to the date at token i: "… cho đến khi nghỉ hưu, tháng 01/2008", "đến lúc
// qua đời (1985)".
func (p *Page) careerEnds(i int) bool {
	w := &p.Lists.Words
	k := i - 1
	for k > 1 && i-k < longestEnd && (p.Toks[k].Is(",", "(") || w.CareerEnd.Has(p.Toks[k]) || w.TimeLead.Has(p.Toks[k])) {
		k--
	}
	return k > 0 && k < i-1 && w.When.Has(p.Toks[k]) && w.PeriodTo.Has(p.Toks[k-1])
}

// longestEnd is the number of tokens between "đến khi" and a date: "nghỉ hưu, vào tháng".
const longestEnd = 8

// leadingBefore reports whether "trước" at the head of a sentence stands before token i: "Trước năm 2017, ông
// là …" tells the end at the latest.
func (p *Page) leadingBefore(i int) bool {
	if i > 1 && p.Lists.Words.DayBegin.Has(p.Toks[i-1]) {
		i--
	}
	return i > 0 && p.Toks[i-1].Is("trước") && (p.Toks[i-1].Upper() || i > 1 && p.Toks[i-2].Upper() && p.Lists.Words.Until.Has(p.Toks[i-2]))
}

// nextColumn reports whether a tab or two blanks stand before token i of a line: "3/1995    8/2003    Trưởng phòng".
func (p *Page) nextColumn(i int) bool {
	return p.Toks[i].Breaks == 0 && (p.Toks[i].Span.Start-p.Toks[i-1].Span.End > 1 || p.Text.Raw()[p.Toks[i-1].Span.End] == '\t')
}

// toNow reports whether a time goes on to the present behind token i: "tháng 8/2015 đến nay", "8/2015 - nay".
func (p *Page) toNow(i int) bool {
	if i+1 < len(p.Toks) && p.Toks[i].Is("nay") && p.nextColumn(i) {
		return true // "3/2019    nay    Chánh Văn phòng"
	}
	return i+1 < len(p.Toks) && (p.Lists.Words.Until.Has(p.Toks[i]) || p.Toks[i].Is("-")) && p.Toks[i].Breaks == 0 && p.Toks[i+1].Is("nay")
}

// bracketEnd reports whether a bracket opens before token i with the word for the end of a time: "(đến 1965)", "(đến tháng
// 5/2010)".
func (p *Page) bracketEnd(i int) bool {
	k := i - 1
	for k > 0 && p.Lists.Words.DateWord.Has(p.Toks[k]) {
		k--
	}
	return k > 0 && p.Lists.Words.PeriodTo.Has(p.Toks[k]) && p.Toks[k-1].Is("(")
}

// timeOpens reports whether a time may begin at token i: in a cell, in brackets, behind "từ", or at the head of a line.
func (p *Page) timeOpens(i int) bool {
	return p.lineOpens(i) || p.goesOnRanges(i) || p.Toks[i-1].Is("|", "(", "từ", ":") || p.Toks[i-1].Is(",") && !p.Toks[i].Upper() && i > 1 && p.Toks[i-2].Kind == text.Word
}

// goesOnRanges reports whether token i follows the end of a range as the next range does: "từ 1956 đến 1973 và 1976
// đến 1982".
func (p *Page) goesOnRanges(i int) bool {
	n := len(p.Dates)
	return n > 0 && p.Dates[n-1].Until && p.Dates[n-1].J == i-1 && (p.Toks[i-1].Is(",") || p.Lists.Words.Conjunction.Has(p.Toks[i-1]))
}

// closesItem reports whether the years at token i end an item of a list, behind a name: "Chủ tịch UBND huyện Tri Tôn
// 1983-1989; …". Those of one term of office are none.
func (p *Page) closesItem(i int) bool {
	if i == 0 || i+3 >= len(p.Toks) || !p.Toks[i-1].Upper() || !p.Toks[i+1].Is("-") || !p.Toks[i+3].Is(";") {
		return false
	}
	from, _ := p.Year(i)
	to, ok := p.Year(i + 2)
	return ok && to-from != 5
}

// lineOpens reports whether token i begins a line, perhaps behind the sign of a list.
func (p *Page) lineOpens(i int) bool {
	if i == 0 || p.Toks[i].Breaks > 0 {
		return true
	}
	return p.Toks[i-1].Is("-", "+", "*", "•") && (i == 1 || p.Toks[i-1].Breaks > 0)
}

// timeAt reports whether a time can begin at token i: a number, "tháng", "ngày", "đầu".
func (p *Page) timeAt(i int) bool {
	return i < len(p.Toks) && (p.Toks[i].Kind == text.Number || p.Lists.Words.DateWord.Has(p.Toks[i]) || p.Lists.Words.PartOfYear.Has(p.Toks[i]))
}

// CitedThere reports whether the date at token i is that of a document: a code stands close before.
func (p *Page) CitedThere(i int) bool { return p.CitedBetween(i-4, i) }

// CitedBetween reports whether the citation of a document ends between tokens i and j.
func (p *Page) CitedBetween(i, j int) bool {
	if len(p.refEnds) != len(p.Refs) {
		p.refEnds = p.refEnds[:0]
		for _, r := range p.Refs {
			p.refEnds = append(p.refEnds, r.J)
		}
		slices.Sort(p.refEnds)
	}
	k, _ := slices.BinarySearch(p.refEnds, i)
	return k < len(p.refEnds) && p.refEnds[k] <= j
}

// BornThere reports whether a date is that of a birth.
func (p *Page) BornThere(d *DateMention) bool {
	for k := max(0, d.I-2); k < d.I; k++ {
		if p.Lists.Words.Born.Has(p.Toks[k]) {
			return true
		}
	}
	return p.lifeThere(d) || p.bornInRow(d)
}

// bornInRow reports whether a date stands in a column of days of birth.
func (p *Page) bornInRow(d *DateMention) bool {
	t := p.TableAt(d.I)
	if t == nil || t.Columns == nil {
		return false
	}
	k, found := slices.BinarySearchFunc(t.Rows, d.I, func(r document.TableRow, i int) int { return cmp.Compare(r.I, i) })
	if !found {
		k--
	}
	if k < 0 {
		return false
	}
	for n, c := range t.Rows[k].Cells {
		if c.I <= d.I && d.I < c.J && n < len(t.Columns) {
			return t.Columns[n].Role == "birth"
		}
	}
	return false
}

// lifeThere reports whether a date is one of the two years of a life behind a name: "(1921 - 2006)". Two years
// so far apart are those of no post.
func (p *Page) lifeThere(d *DateMention) bool {
	for k := d.I; k > 0 && k > d.I-4; k-- {
		if !p.Toks[k].Is("(") {
			continue
		}
		a, b, n := 0, 0, k+1
		for ; n < len(p.Toks) && n < k+8 && !p.Toks[n].Is(")"); n++ {
			if y, ok := p.Year(n); ok {
				if a == 0 {
					a = y
				}
				b = y
			}
		}
		return b-a >= MinLife
	}
	return false
}

// ItemFrom is the index of the first item that begins at token i or behind it.
func (p *Page) ItemFrom(i int) int {
	return sort.Search(len(p.Items), func(k int) bool { return p.Items[k].I >= i })
}

// DateFrom is the index of the first date that begins at token i or behind it.
func (p *Page) DateFrom(i int) int {
	return sort.Search(len(p.Dates), func(k int) bool { return p.Dates[k].I >= i })
}

// DatesIn are the dates that lie wholly in the tokens of s.
func (p *Page) DatesIn(s document.Span) []DateMention {
	if s.I >= p.Notes {
		return nil
	}
	a := p.DateFrom(s.I)
	b := a
	for b < len(p.Dates) && p.Dates[b].J <= s.J {
		b++
	}
	return p.Dates[a:b]
}

// InBracket reports whether token i stands in round brackets.
func (p *Page) InBracket(i int, s document.Span) bool {
	depth := 0
	for k := s.I; k < i; k++ {
		switch {
		case p.Toks[k].Is("("):
			depth++
		case p.Toks[k].Is(")"):
			depth--
		}
	}
	return depth > 0
}

// MinLife is the number of years from which a range is that of a life.
const MinLife = 30
