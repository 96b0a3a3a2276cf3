package extract

import (
	"slices"
	"sort"
	"strconv"

	"github.com/nhiemky/nhiemky/extract/text"
)

// dateMention is a date as the text gives it.
type dateMention struct {
	span
	date    Date
	partial bool // the year is not in the text: it is the article's
	until   bool // the end of a range: "đến", or the second of two
	since   bool // the begin of a range: "từ"
	many    bool // the last of several days: "14, 15 tháng 8", "từ 14 đến 16/8"
	after   lapse
}

// findDates finds all dates, and masks the tokens of numeric ones.
func (p *page) findDates() {
	for i := 0; i < len(p.toks); {
		if p.toks[i].Kind != text.Number && !p.is(i, timely) && (i+1 == len(p.toks) || !p.is(i+1, timely)) {
			i++
			continue
		}
		if n := p.yearRange(i); n > 0 {
			i += n
			continue
		}
		d, n := p.dateAt(i)
		if n == 0 {
			i++
			continue
		}
		d.span = span{i, i + n}
		d.since = p.wordBefore(i, "từ")
		d.many = d.date.Day > 0 && p.daysBefore(i)
		d.until = i > 1 && p.toks[i-1].Is("-") && p.toks[i-2].Is("|") || p.wordBefore(i, "đến", "tới", "hết") && p.rangeOpen(i) || p.closesRange(i) || p.joinedRange(i) || p.leadingBefore(i) || len(p.dates) > 0 && p.dates[len(p.dates)-1].j == i-1 && p.toks[i-1].Is("-") || p.nextCell(i, d.date)
		if n := len(p.dates); d.until && n > 0 && (p.dates[n-1].j == i-1 && p.toks[i-1].Is("-", "|") || p.joinedRange(i)) && d.date.Year >= p.dates[n-1].date.Year {
			p.dates[n-1].since = true // "6/1991 - 7/1996"
		}
		p.dates = append(p.dates, d)
		i += n
	}
}

// yearRange reads "1990-1992", "từ 2010 đến 2014", "2025-nay" at token i as a begin and an end, and
// gives its tokens. The years of a term of office (nhiệm kỳ 2015-2020) are none.
func (p *page) yearRange(i int) int {
	from, ok := p.year(i)
	if !ok || i+2 >= len(p.toks) || !p.toks[i+1].Is("-", "đến") || i > 0 && p.toks[i-1].Is("kỳ", "kì", "/", "khóa", "-") && !p.lineOpens(i) || p.planPeriod(i) {
		return 0
	}
	opens := i > 0 && p.toks[i-1].Is("(", "từ", "năm", "đoạn", "|") || p.lineOpens(i) || p.goesOnRanges(i)
	k := i + 2
	if p.toks[k].Is("năm") {
		k++
	}
	to, ok := p.year(k)
	if !opens || !ok && !p.next(k, len(p.toks), "nay") || ok && to < from || k+1 < len(p.toks) && p.toks[k+1].Is("/") {
		return 0
	}
	if p.termYears(i) {
		return 0
	}
	p.dates = append(p.dates, dateMention{span: span{i, i + 1}, date: Date{Year: from}, since: true})
	if ok {
		p.dates = append(p.dates, dateMention{span: span{k, k + 1}, date: Date{Year: to}, until: true})
	}
	return k + 1 - i
}

// termYears reports whether the years of a term of office begin at token i: "nhiệm kỳ (2007 - 2015)".
func (p *page) termYears(i int) bool {
	return i > 1 && p.toks[i-1].Is("(") && p.toks[i-2].Is("kỳ", "kì", "khóa")
}

// planPeriod reports whether the range at token i is a "giai đoạn" that tells no time of what the sentence says: one
// that neither stands in brackets nor opens the sentence or a part of it ("Giai đoạn 2009-2012, ông …").
func (p *page) planPeriod(i int) bool {
	if i < 2 || !p.toks[i-1].Is("đoạn") {
		return false
	}
	k := i - 2
	for k > 0 && p.toks[k-1].Is("trong", "ở", "vào") {
		k--
	}
	opens := k == 0 || p.toks[k].Breaks > 0 || p.toks[k-1].Is("(", ",", ";", ".", "-")
	return !opens || !p.next(i+3, len(p.toks), ",", ":", ")")
}

// wordBefore reports whether one of the words stands before token i, but for ngày, tháng, năm, kể.
func (p *page) wordBefore(i int, words ...string) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if p.toks[k].Is(words...) {
			return true
		}
		if !p.toks[k].Is("ngày", "tháng", "năm", "sáng", "chiều", "đầu", "cuối", "giữa", "hết", "nay") {
			return false
		}
	}
	return false
}

// rangeOpen reports whether "đến" before token i ends a range or a set time, and is not "by then".
func (p *page) rangeOpen(i int) bool {
	n := len(p.dates)
	return n > 0 && p.dates[n-1].since && i-p.dates[n-1].j <= 6 || i > 3 && (p.toks[i-2].Is("hạn") || p.toks[i-3].Is("hạn"))
}

// nextCell reports whether a date at token i stands in the cell of a table behind that of an earlier one, as begin
// and end do.
func (p *page) nextCell(i int, d Date) bool {
	n := len(p.dates)
	return n > 0 && p.dates[n-1].j == i-1 && p.toks[i-1].Is("|") && d.Year > 0 && d.Compare(p.dates[n-1].date) >= 0 && !p.dates[n-1].until
}

// joinedRange reports whether a date and "đến" stand directly before token i: "tháng 4/2003 đến tháng 9/2005".
func (p *page) joinedRange(i int) bool {
	n := len(p.dates)
	return n > 0 && !p.dates[n-1].until && p.dates[n-1].j == i-1 && p.toks[i-1].Is("đến", "tới")
}

// closesRange reports whether a begin stands before token i and between them, in the same part of the sentence,
// a word that leads to the end: "từ năm 1979 cho đến khi nghỉ hưu năm 1997", "từ năm 1987 đến trước ngày chia tách
// tỉnh (tháng 8 năm 1991)".
func (p *page) closesRange(i int) bool {
	n := len(p.dates)
	if n == 0 || !p.dates[n-1].since || i-p.dates[n-1].j > maxSkip {
		return false
	}
	to := false
	for k := p.dates[n-1].j; k < i; k++ {
		if p.toks[k].Is(".", ";", ":", ")") || p.toks[k].Breaks > 0 {
			return false
		}
		to = to || p.toks[k].Is("đến", "tới") && p.next(k+1, i, "khi", "lúc", "trước", "ngày")
	}
	return to
}

// leadingBefore reports whether "trước" at the head of a sentence stands before token i: "Trước năm 2017, ông
// là …" tells the end at the latest.
func (p *page) leadingBefore(i int) bool {
	return i > 0 && p.toks[i-1].Is("trước") && p.toks[i-1].Upper()
}

// dateAt reads a date at token i: 12/7/2018, 12-7-2018, 12.7.2018, 12/7, 7/2018, ngày 12 tháng 7
// (năm 2018), tháng 7 năm 2018, năm 2018.
func (p *page) dateAt(i int) (dateMention, int) {
	if d, n := p.numeric(i); n > 0 {
		for k := i; k < i+n; k++ {
			p.masked[k] = true
		}
		return d, n
	}
	if d, n := p.relative(i); n > 0 {
		return d, n
	}
	if p.lists.words.PartOfYear.has(p.toks[i]) {
		return p.partOf(i)
	}
	switch t := p.toks[i]; {
	case t.Is("ngày"):
		return p.wordsDay(i)
	case t.Kind == text.Number && i+3 < len(p.toks) && p.toks[i+1].Is("tháng") && p.toks[i+3].Is("năm", ","):
		d, n := p.wordsDay(i - 1) // "1 tháng 3 năm 2005"
		return d, max(0, n-1)
	case t.Is("tháng"):
		return p.wordsMonth(i)
	case t.Is("năm"):
		if y, ok := p.year(i + 1); ok {
			return dateMention{date: Date{Year: y}}, 2
		}
	case t.Kind == text.Number:
		if d, n := p.bareMonth(i); n > 0 {
			return d, n
		}
		return p.loneYear(i)
	}
	return dateMention{}, 0
}

// loneYear reads a year without "năm" where only a time can stand: on one side of a dash or "đến" with a time on the
// other ("| 1975 – 2/1977 |", "từ 1986 đến tháng 2/1990"), and at the head of a line of a career ("- 1935: …").
func (p *page) loneYear(i int) (dateMention, int) {
	y, ok := p.year(i)
	if !ok || i+1 >= len(p.toks) {
		return dateMention{}, 0
	}
	next := p.toks[i+1]
	left := next.Is("-", "đến", "tới") && p.timeOpens(i) && !p.termYears(i) && p.timeAt(i+2) && !(next.Is("-") && !next.Space && i+2 < len(p.toks) && !p.toks[i+2].Space && i+3 < len(p.toks) && p.toks[i+3].Is("-"))
	right := len(p.dates) > 0 && p.dates[len(p.dates)-1].j == i-1 && p.toks[i-1].Is("-", "đến", "tới") && !p.dates[len(p.dates)-1].until && (p.toks[i-1].Is("-") || next.Kind == text.Punct || next.Breaks > 0)
	head := next.Is(":") && p.lineOpens(i)
	if !left && !right && !head {
		return dateMention{}, 0
	}
	return dateMention{date: Date{Year: y}}, 1
}

// bareMonth reads a month without "tháng" on a side of a range: "| 5 năm 2015 – 4 năm 2020 |".
func (p *page) bareMonth(i int) (dateMention, int) {
	m, ok := p.number(i)
	if !ok || m > 12 || i == 0 || !p.toks[i-1].Is("|", "-") || i+2 >= len(p.toks) || !p.toks[i+1].Is("năm") {
		return dateMention{}, 0
	}
	y, ok := p.year(i + 2)
	open := i+3 < len(p.toks) && p.toks[i+3].Is("-")
	closed := len(p.dates) > 0 && p.dates[len(p.dates)-1].j == i-1
	if !ok || !open && !closed {
		return dateMention{}, 0
	}
	return dateMention{date: Date{Year: y, Month: m}}, 3
}

// timeOpens reports whether a time may begin at token i: in a cell, in brackets, behind "từ", or at the head of a line.
func (p *page) timeOpens(i int) bool {
	return p.lineOpens(i) || p.goesOnRanges(i) || p.toks[i-1].Is("|", "(", "từ", ":") || p.toks[i-1].Is(",") && !p.toks[i].Upper() && i > 1 && p.toks[i-2].Kind == text.Word
}

// goesOnRanges reports whether token i follows the end of a range as the next range does: "từ 1956 đến 1973 và 1976
// đến 1982".
func (p *page) goesOnRanges(i int) bool {
	n := len(p.dates)
	return n > 0 && p.dates[n-1].until && p.dates[n-1].j == i-1 && (p.toks[i-1].Is(",") || p.lists.words.Conjunction.has(p.toks[i-1]))
}

// lineOpens reports whether token i begins a line, perhaps behind the sign of a list.
func (p *page) lineOpens(i int) bool {
	if i == 0 || p.toks[i].Breaks > 0 {
		return true
	}
	return p.toks[i-1].Is("-", "+", "*", "•") && (i == 1 || p.toks[i-1].Breaks > 0)
}

// timeAt reports whether a time can begin at token i: a number, "tháng", "ngày", "đầu".
func (p *page) timeAt(i int) bool {
	return i < len(p.toks) && (p.toks[i].Kind == text.Number || p.toks[i].Is("tháng", "ngày", "năm") || p.lists.words.PartOfYear.has(p.toks[i]))
}

// partOf reads a part of a year or a month, of which the year or the month counts: "đầu năm 1950", "cuối 1954", "giữa
// tháng 5/1957", "quý I/2020".
func (p *page) partOf(i int) (dateMention, int) {
	k := i + 1
	if p.toks[i].Is("quý") {
		if k+2 >= len(p.toks) || !p.toks[k+1].Is("/", "năm", ",") {
			return dateMention{}, 0
		}
		if _, n := p.ordinalAt(k, len(p.toks)); n != 1 {
			return dateMention{}, 0
		}
		if k++; p.toks[k].Is(",") {
			k++
		}
		if p.toks[k].Is("/", "năm") {
			k++
		}
	} else if k < len(p.toks) && p.toks[k].Is("tháng") {
		d, n := p.wordsMonth(k)
		if n == 0 {
			return d, 0
		}
		return d, n + 1
	} else if d, n := p.numeric(k); n > 0 && d.date.Day == 0 { // "đầu 3/1970"
		return d, n + 1
	} else if k < len(p.toks) && p.toks[k].Is("năm") {
		k++
	}
	if y, ok := p.year(k); ok {
		return dateMention{date: Date{Year: y}}, k + 1 - i
	}
	return dateMention{}, 0
}

// daysBefore reports whether the day at token i is the last of several: "14, 15 tháng 8", "từ 14 đến 16/8", "14-16/8".
func (p *page) daysBefore(i int) bool {
	i--
	if i < 1 || !p.toks[i].Is(",", "-", "và", "đến", "tới") {
		return false
	}
	day, ok := p.number(i - 1)
	return ok && day <= 31 && i > 1 && (p.toks[i-2].Is("ngày", "từ", ",", "-") || p.toks[i-2].Kind == text.Number)
}

func (p *page) isYear(i int) bool { _, ok := p.year(i); return ok }

// year reads a year of four digits between 1900 and 2099.
func (p *page) year(i int) (int, bool) {
	if i >= len(p.toks) || p.toks[i].Kind != text.Number || len(p.toks[i].Norm) != 4 {
		return 0, false
	}
	y, _ := strconv.Atoi(p.toks[i].Norm)
	return y, y >= 1900 && y < 2100
}

// number reads a number of one or two digits.
func (p *page) number(i int) (int, bool) {
	if i >= len(p.toks) || p.toks[i].Kind != text.Number || len(p.toks[i].Norm) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(p.toks[i].Norm)
	return n, err == nil && n > 0
}

// numeric reads a date of numbers and signs. Day and month alone count after a word of time only.
func (p *page) numeric(i int) (dateMention, int) {
	if d, n := p.iso(i); n > 0 {
		return d, n
	}
	a, ok := p.number(i)
	if !ok || i+2 >= len(p.toks) || !p.toks[i+1].Is("/", "-", ".") || p.toks[i+1].Space || p.toks[i+2].Space ||
		i > 0 && p.toks[i-1].Is("/", "số") {
		return dateMention{}, 0
	}
	sign := p.toks[i+1].Fold
	if b, ok := p.number(i + 2); ok {
		if i+4 < len(p.toks) && p.toks[i+3].Is(sign) && !p.toks[i+4].Space {
			if y, ok := p.year(i + 4); ok {
				if d := (Date{y, b, a}); d.Valid() {
					return dateMention{date: d}, 5
				}
			}
			return dateMention{}, 0
		}
		if d := (Date{2000, b, a}); d.Valid() && (sign == "/" || sign == "-") && (p.timeWord(i) || a > b && i > 0 && p.toks[i-1].Is(",") && p.next(i+3, len(p.toks), ",")) && !(i+3 < len(p.toks) && p.toks[i+3].Is("/", "-") && !p.toks[i+3].Space) || d.Valid() && p.daysOfOneYear(i) {
			return dateMention{date: Date{0, b, a}, partial: true}, 3
		}
		return dateMention{}, 0
	}
	if y, ok := p.year(i + 2); ok && a <= 12 && (sign == "/" || sign == "." || sign == "-") {
		if i+3 < len(p.toks) && p.toks[i+3].Is("/") && !p.toks[i+3].Space {
			return dateMention{}, 0 // a document code
		}
		return dateMention{date: Date{Year: y, Month: a}}, 3
	}
	return dateMention{}, 0
}

// iso reads a date of year, month and day, as names of files and records have it: "2025-10-14".
func (p *page) iso(i int) (dateMention, int) {
	y, ok := p.year(i)
	if !ok || i+4 >= len(p.toks) || !p.toks[i+1].Is("-") || !p.toks[i+3].Is("-") || len(p.toks[i+2].Norm) != 2 || len(p.toks[i+4].Norm) != 2 {
		return dateMention{}, 0
	}
	for k := i + 1; k <= i+4; k++ {
		if p.toks[k].Space || p.toks[k].Breaks > 0 {
			return dateMention{}, 0
		}
	}
	m, isMonth := p.number(i + 2)
	day, isDay := p.number(i + 4)
	if d := (Date{y, m, day}); isMonth && isDay && d.Valid() {
		return dateMention{date: d}, 5
	}
	return dateMention{}, 0
}

// daysOfOneYear reports whether a day at token i begins a range that ends with a full date: "15/5-30/5/1966".
func (p *page) daysOfOneYear(i int) bool {
	if i+8 >= len(p.toks) || !p.toks[i+3].Is("-") || !p.toks[i+5].Is("/") || !p.toks[i+7].Is("/") {
		return false
	}
	_, day := p.number(i + 4)
	_, month := p.number(i + 6)
	return day && month && p.isYear(i+8)
}

// timeWord reports whether a word of time stands before token i.
func (p *page) timeWord(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p.toks[k].Is("ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "từ", "đến", "nay", "qua", "trước", "sau") {
			return true
		}
		if !p.toks[k].Is("(", "-", ",") && p.toks[k].Kind != text.Number {
			return false
		}
	}
	return false
}

func (p *page) wordsDay(i int) (dateMention, int) {
	d, ok := p.number(i + 1)
	if !ok || i+3 >= len(p.toks) {
		return dateMention{}, 0
	}
	k := i + 2
	if p.toks[k].Is("tháng") {
		k++
	} else {
		return dateMention{}, 0
	}
	m, ok := p.number(k)
	if !ok || m > 12 {
		return dateMention{}, 0
	}
	if k+1 < len(p.toks) && p.toks[k+1].Is("năm", "/", "-", ",") {
		if y, ok := p.year(k + 2); ok {
			return dateMention{date: Date{y, m, d}}, k + 3 - i
		}
	}
	return dateMention{date: Date{0, m, d}, partial: true}, k + 1 - i
}

func (p *page) wordsMonth(i int) (dateMention, int) {
	m, ok := p.number(i + 1)
	if !ok || m > 12 {
		return dateMention{}, 0
	}
	comma := i+4 < len(p.toks) && p.toks[i+2].Is(",") && p.toks[i+4].Kind == text.Punct // "Tháng 9, 1976 –"
	if i+3 < len(p.toks) && (p.toks[i+2].Is("/", "-", ".", "năm") || comma) {
		if y, ok := p.year(i + 3); ok {
			for k := i + 1; k < i+4; k++ {
				p.masked[k] = p.masked[k] || p.toks[k].Kind == text.Number
			}
			return dateMention{date: Date{Year: y, Month: m}}, 4
		}
	}
	return dateMention{date: Date{Month: m}, partial: true}, 2
}

// citedThere reports whether the date at token i is that of a document: a code stands close before.
func (p *page) citedThere(i int) bool {
	if len(p.refEnds) != len(p.refs) {
		p.refEnds = p.refEnds[:0]
		for _, r := range p.refs {
			p.refEnds = append(p.refEnds, r.j)
		}
		slices.Sort(p.refEnds)
	}
	k, _ := slices.BinarySearch(p.refEnds, i-4)
	return k < len(p.refEnds) && p.refEnds[k] <= i
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

// minLife is the number of years from which a range is that of a life.
const minLife = 30
