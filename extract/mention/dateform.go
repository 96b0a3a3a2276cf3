package mention

import (
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// dateAt reads a date at token i: 12/7/2018, 12-7-2018, 12.7.2018, 12/7, 7/2018, ngày 12 tháng 7
// (năm 2018), tháng 7 năm 2018, năm 2018.
func (p *Page) dateAt(i int) (DateMention, int) {
	if d, n := p.numeric(i); n > 0 {
		for k := i; k < i+n; k++ {
			p.Masked[k] = true
		}
		return d, n
	}
	if d, n := p.relative(i); n > 0 {
		return d, n
	}
	if p.Lists.Words.PartOfYear.Has(p.Toks[i]) {
		return p.partOf(i)
	}
	switch t := p.Toks[i]; {
	case t.Is("ngày"):
		return p.wordsDay(i)
	case t.Kind == text.Number && i+3 < len(p.Toks) && p.Toks[i+1].Is("tháng") && p.Toks[i+3].Is("năm", ","):
		d, n := p.wordsDay(i - 1) // "1 tháng 3 năm 2005"
		return d, max(0, n-1)
	case t.Kind == text.Number && i+2 < len(p.Toks) && p.Toks[i+1].Is("tháng") && p.IsYear(i+2):
		if m, ok := p.number(i); ok && m <= 12 { // "1 tháng 2006"
			return DateMention{Date: record.Date{Year: p.yearOf(i + 2), Month: m}}, 3
		}
	case t.Is("tháng"):
		return p.wordsMonth(i)
	case t.Kind == text.Word && len(t.Norm) <= len("t12"):
		return p.shortMonth(i)
	case t.Is("năm"):
		if y, ok := p.Year(i + 1); ok {
			return DateMention{Date: record.Date{Year: y}}, 2
		}
	case t.Kind == text.Number:
		if d, n := p.bareMonth(i); n > 0 {
			return d, n
		}
		return p.loneYear(i)
	}
	return DateMention{}, 0
}

// loneYear reads a year without "năm" where only a time can stand: on one side of a dash or "đến" with a time on the
// other ("| 1975 – 2/1977 |", "từ 1986 đến tháng 2/1990"), and at the head of a line of a career ("- 1935: …").
func (p *Page) loneYear(i int) (DateMention, int) {
	y, ok := p.Year(i)
	if !ok || i+1 >= len(p.Toks) {
		return DateMention{}, 0
	}
	next := p.Toks[i+1]
	left := (p.Lists.Words.Until.Has(next) || next.Is("-")) && p.timeOpens(i) && !p.termYears(i) && p.timeAt(i+2) && !(next.Is("-") && !next.Space && i+2 < len(p.Toks) && !p.Toks[i+2].Space && i+3 < len(p.Toks) && p.Toks[i+3].Is("-"))
	right := len(p.Dates) > 0 && p.Dates[len(p.Dates)-1].J == i-1 && (p.Lists.Words.Until.Has(p.Toks[i-1]) || p.Toks[i-1].Is("-")) && !p.Dates[len(p.Dates)-1].Until && (p.Toks[i-1].Is("-") || next.Kind == text.Punct || next.Breaks > 0)
	head := next.Is(":") && p.lineOpens(i)
	if !left && !right && !head && !p.yearInBracket(i) && !p.yearSince(i) {
		return DateMention{}, 0
	}
	return DateMention{Date: record.Date{Year: y}}, 1
}

// yearInBracket reports whether the year at token i stands alone in a bracket that tells a begin or an end: "(từ 1960)",
// "(đến 1965)", "đến khi nghỉ hưu (2001)".
func (p *Page) yearInBracket(i int) bool {
	if i < 2 || !p.Toks[i+1].Is(")") {
		return false
	}
	led := p.Toks[i-2].Is("(") && (p.Lists.Words.PeriodFrom.Has(p.Toks[i-1]) || p.Lists.Words.PeriodTo.Has(p.Toks[i-1]))
	return led || p.Toks[i-1].Is("(") && p.closesRange(i)
}

// yearSince reports whether "từ" leads to the year at token i and nothing is counted by it: "làm Bí thư từ 2015, …".
func (p *Page) yearSince(i int) bool {
	next := p.Toks[i+1]
	return i > 0 && p.Lists.Words.PeriodFrom.Has(p.Toks[i-1]) && (next.Is(",", ".", ";", ":", ")") && !(next.Is(",", ".") && !p.spaced(i+2)) || next.Breaks > 0 || p.Lists.Words.Pronoun.Has(next))
}

// spaced reports whether a blank or a break stands before token i, or nothing follows.
func (p *Page) spaced(i int) bool {
	return i >= len(p.Toks) || p.Toks[i].Space || p.Toks[i].Breaks > 0
}

// bareMonth reads a month without "tháng" on a side of a range: "| 5 năm 2015 – 4 năm 2020 |".
func (p *Page) bareMonth(i int) (DateMention, int) {
	m, ok := p.number(i)
	if !ok || m > 12 || i == 0 || !p.Toks[i-1].Is("|", "-") || i+2 >= len(p.Toks) || !p.Toks[i+1].Is("năm") {
		return DateMention{}, 0
	}
	y, ok := p.Year(i + 2)
	open := i+3 < len(p.Toks) && p.Toks[i+3].Is("-")
	closed := len(p.Dates) > 0 && p.Dates[len(p.Dates)-1].J == i-1
	if !ok || !open && !closed {
		return DateMention{}, 0
	}
	return DateMention{Date: record.Date{Year: y, Month: m}}, 3
}

// partOf reads a part of a year or a month, of which the year or the month counts: "đầu năm 1950", "cuối 1954", "giữa
// tháng 5/1957", "quý I/2020", "mùa xuân 1940".
func (p *Page) partOf(i int) (DateMention, int) {
	k := i + 1
	if p.NextIn(k, len(p.Toks), &p.Lists.Words.Season) {
		k++
	}
	if p.Toks[i].Is("quý") {
		if k+2 >= len(p.Toks) || !p.Toks[k+1].Is("/", "năm", ",") {
			return DateMention{}, 0
		}
		if _, n := p.OrdinalAt(k, len(p.Toks)); n != 1 {
			return DateMention{}, 0
		}
		if k++; p.Toks[k].Is(",") {
			k++
		}
		if p.Toks[k].Is("/", "năm") {
			k++
		}
	} else if k < len(p.Toks) && p.Toks[k].Is("tháng") {
		d, n := p.wordsMonth(k)
		if n == 0 {
			return d, 0
		}
		return d, n + 1
	} else if d, n := p.numeric(k); n > 0 && d.Date.Day == 0 { // "đầu 3/1970"
		return d, n + 1
	} else if k < len(p.Toks) && p.Toks[k].Is("năm") {
		k++
	}
	if y, ok := p.Year(k); ok {
		return DateMention{Date: record.Date{Year: y}}, k + 1 - i
	}
	return DateMention{}, 0
}

// daysBefore reports whether the day at token i is the last of several: "14, 15 tháng 8", "từ 14 đến 16/8", "14-16/8".
func (p *Page) daysBefore(i int) bool {
	i--
	if i < 1 || !(p.Lists.Words.Until.Has(p.Toks[i]) || p.Toks[i].Is("và", ",", "-")) {
		return false
	}
	day, ok := p.number(i - 1)
	return ok && day <= 31 && i > 1 && (p.Lists.Words.DayBegin.Has(p.Toks[i-2]) || p.Toks[i-2].Is(",", "-") || p.Toks[i-2].Kind == text.Number)
}

// IsYear reports whether token i is a year: "1998".
func (p *Page) IsYear(i int) bool { _, ok := p.Year(i); return ok }

// Year reads a year of four digits between 1900 and 2099.
func (p *Page) Year(i int) (int, bool) {
	if i >= len(p.Toks) || p.Toks[i].Kind != text.Number || len(p.Toks[i].Norm) != 4 {
		return 0, false
	}
	y, _ := strconv.Atoi(p.Toks[i].Norm)
	return y, y >= 1900 && y < 2100
}

// LifeYear reads a year of a life: of history too, "(1867 - 1940)".
func (p *Page) LifeYear(i int) (int, bool) {
	if y, ok := p.Year(i); ok || y == 0 {
		return y, ok
	}
	y, _ := strconv.Atoi(p.Toks[i].Norm)
	return y, y >= firstLife && y < 1900
}

// firstLife is the first year in which somebody can be born of whose posts is told.
const firstLife = 1800

// yearOf is the year at token i, 0 for none.
func (p *Page) yearOf(i int) int {
	y, _ := p.Year(i)
	return y
}

// number reads a number of one or two digits.
func (p *Page) number(i int) (int, bool) {
	if i >= len(p.Toks) || p.Toks[i].Kind != text.Number || len(p.Toks[i].Norm) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(p.Toks[i].Norm)
	return n, err == nil && n > 0
}

// numeric reads a date of numbers and signs. Day and month alone count after a word of time only.
func (p *Page) numeric(i int) (DateMention, int) {
	if d, n := p.iso(i); n > 0 {
		return d, n
	}
	a, ok := p.number(i)
	if !ok || i+2 >= len(p.Toks) || !p.Toks[i+1].Is("/", "-", ".") || p.Toks[i+1].Space || p.Toks[i+2].Space ||
		i > 0 && p.Toks[i-1].Is("/", "số") {
		return DateMention{}, 0
	}
	sign := p.Toks[i+1].Fold
	if b, ok := p.number(i + 2); ok {
		if i+4 < len(p.Toks) && p.Toks[i+3].Is(sign) && !p.Toks[i+4].Space {
			return p.fullDay(i, a, b)
		}
		if p.dayOfMonth(i, a, b) {
			return DateMention{Date: record.Date{Month: b, Day: a}, Partial: true}, 3
		}
		return DateMention{}, 0
	}
	if y, ok := p.Year(i + 2); ok && a <= 12 && (sign == "/" || sign == "." || sign == "-") {
		if i+3 < len(p.Toks) && p.Toks[i+3].Is("/") && !p.Toks[i+3].Space {
			return DateMention{}, 0 // a document code
		}
		return DateMention{Date: record.Date{Year: y, Month: a}}, 3
	}
	return DateMention{}, 0
}

// shortMonth reads a month behind its initial at token i, as sheets have it: "T5/2010", "T12.2009", "T8 năm 2015".
func (p *Page) shortMonth(i int) (DateMention, int) {
	m, err := strconv.Atoi(strings.TrimPrefix(p.Toks[i].Fold, "t"))
	if err != nil || m < 1 || m > 12 || i+2 >= len(p.Toks) || p.Toks[i].Fold[0] != 't' {
		return DateMention{}, 0
	}
	glued := p.Toks[i+1].Is("/", ".", "-") && !p.Toks[i+1].Space && !p.Toks[i+2].Space
	y, ok := p.Year(i + 2)
	if !ok || !glued && !p.Toks[i+1].Is("năm") {
		return DateMention{}, 0
	}
	for k := i; k < i+3; k++ {
		p.Masked[k] = true
	}
	return DateMention{Date: record.Date{Year: y, Month: m}}, 3
}

// fullDay is the day a of month b whose year stands at token i+4: "5/3/2020".
func (p *Page) fullDay(i, a, b int) (DateMention, int) {
	y, ok := p.Year(i + 4)
	if d := (record.Date{Year: y, Month: b, Day: a}); ok && d.Valid() {
		return DateMention{Date: d}, 5
	}
	return DateMention{}, 0
}

// dayOfMonth reports whether the numbers a and b at token i are a day and a month without a year, and no fraction and no
// code: behind a word for a time ("sáng 5/3"), or in a list of days that has its year at the end.
func (p *Page) dayOfMonth(i, a, b int) bool {
	if d := (record.Date{Year: 2000, Month: b, Day: a}); !d.Valid() {
		return false
	}
	if p.daysOfOneYear(i) {
		return true
	}
	coded := i+3 < len(p.Toks) && p.Toks[i+3].Is("/", "-") && !p.Toks[i+3].Space
	return p.Toks[i+1].Is("/", "-", ".") && !coded && (p.timeWord(i) || a > b && i > 0 && p.Toks[i-1].Is(",") && p.Next(i+3, len(p.Toks), ","))
}

// iso reads a date of year, month and day, as names of files and records have it: "2025-10-14".
func (p *Page) iso(i int) (DateMention, int) {
	y, ok := p.Year(i)
	if !ok || i+4 >= len(p.Toks) || !p.Toks[i+1].Is("-") || !p.Toks[i+3].Is("-") || len(p.Toks[i+2].Norm) != 2 || len(p.Toks[i+4].Norm) != 2 {
		return DateMention{}, 0
	}
	for k := i + 1; k <= i+4; k++ {
		if p.Toks[k].Space || p.Toks[k].Breaks > 0 {
			return DateMention{}, 0
		}
	}
	m, isMonth := p.number(i + 2)
	day, isDay := p.number(i + 4)
	if d := (record.Date{Year: y, Month: m, Day: day}); isMonth && isDay && d.Valid() {
		return DateMention{Date: d}, 5
	}
	return DateMention{}, 0
}

// daysOfOneYear reports whether a day at token i begins a range that ends with a full date: "15/5-30/5/1966".
func (p *Page) daysOfOneYear(i int) bool {
	if i+8 >= len(p.Toks) || !p.Toks[i+3].Is("-") || !p.Toks[i+5].Is("/") || !p.Toks[i+7].Is("/") {
		return false
	}
	_, day := p.number(i + 4)
	_, month := p.number(i + 6)
	return day && month && p.IsYear(i+8)
}

// timeWord reports whether a word of time stands before token i.
func (p *Page) timeWord(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p.Lists.Words.DayLead.Has(p.Toks[k]) {
			return true
		}
		if !p.Toks[k].Is("(", "-", ",") && p.Toks[k].Kind != text.Number {
			return false
		}
	}
	return false
}

// wordsDay reads a day in words at token i and counts its tokens: "ngày 5 tháng 3 năm 2020", "ngày 5/3".
func (p *Page) wordsDay(i int) (DateMention, int) {
	d, ok := p.number(i + 1)
	if !ok || i+3 >= len(p.Toks) {
		return DateMention{}, 0
	}
	k := i + 2
	if p.Toks[k].Is("tháng") {
		k++
	} else {
		return DateMention{}, 0
	}
	m, ok := p.number(k)
	if !ok || m > 12 {
		return DateMention{}, 0
	}
	if k+1 < len(p.Toks) && p.Toks[k+1].Is("năm", "/", "-", ",") {
		if y, ok := p.Year(k + 2); ok {
			return DateMention{Date: record.Date{Year: y, Month: m, Day: d}}, k + 3 - i
		}
	}
	return DateMention{Date: record.Date{Year: 0, Month: m, Day: d}, Partial: true}, k + 1 - i
}

// wordsMonth reads a month in words at token i and counts its tokens: "tháng 3 năm 2020", "tháng 3/2020".
func (p *Page) wordsMonth(i int) (DateMention, int) {
	m, ok := p.number(i + 1)
	if !ok || m > 12 {
		return DateMention{}, 0
	}
	comma := i+4 < len(p.Toks) && p.Toks[i+2].Is(",") && p.Toks[i+4].Kind == text.Punct // "Tháng 9, 1976 –"
	if i+3 < len(p.Toks) && (p.Toks[i+2].Is("/", "-", ".", "năm") || comma) {
		if y, ok := p.Year(i + 3); ok {
			for k := i + 1; k < i+4; k++ {
				p.Masked[k] = p.Masked[k] || p.Toks[k].Kind == text.Number
			}
			return DateMention{Date: record.Date{Year: y, Month: m}}, 4
		}
	}
	return DateMention{Date: record.Date{Month: m}, Partial: true}, 2
}
