package mention

import "github.com/nhiemky/nhiemky/extract/record"

// Lapse says how a date hangs on another. The zero lapse hangs on none.
type Lapse struct {
	Unit string // of the one before: "năm", "tháng", "ngày", or "khi" for all of it; of the document's: "nay", "qua", "trước", "ngoái"
	n    int    // how many units later
}

// Ago reports whether a date lies in the month or the year before the document's: "hồi tháng trước", "năm ngoái".
func (l Lapse) Ago() bool { return l.Unit == "trước" || l.Unit == "ngoái" }

// relative reads a date that hangs on the one before it ("cùng ngày", "năm đó", "ba tháng sau", "khi đó", and
// "Buổi chiều," at the head of a sentence) or on the document's ("hôm nay", "sáng qua", "năm ngoái").
func (p *Page) relative(i int) (DateMention, int) {
	unit := func(k int) string {
		if k < len(p.Toks) && p.Lists.Words.DateWord.Has(p.Toks[k]) {
			return p.Toks[k].Fold
		}
		return ""
	}
	switch u := unit(i + 1); {
	case u != "" && p.Toks[i].Is("cùng"):
		return DateMention{After: Lapse{u, 0}}, 2
	case u != "" && i+2 < len(p.Toks) && p.Toks[i+2].Is("sau"):
		if n := p.count(i); n > 0 && u != "ngày" {
			return DateMention{After: Lapse{u, n}}, 3
		}
	}
	if p.Lists.Words.When.Has(p.Toks[i]) && i+1 < len(p.Toks) && p.Lists.Words.ThatTime.Has(p.Toks[i+1]) {
		return DateMention{After: Lapse{"khi", 0}}, 2
	}
	if p.Toks[i].Is("buổi") && p.Toks[i].Upper() && i+2 < len(p.Toks) && p.Lists.Words.PartOfDay.Has(p.Toks[i+1]) && p.Toks[i+2].Is(",") {
		return DateMention{After: Lapse{"ngày", 0}}, 2
	}
	if (p.Lists.Words.PartOfDay.Has(p.Toks[i]) || p.Toks[i].Is("hôm")) && i+1 < len(p.Toks) && p.Lists.Words.DayTold.Has(p.Toks[i+1]) {
		return DateMention{After: Lapse{p.Toks[i+1].Fold, 0}}, 2
	}
	if p.Toks[i].Is("tháng") && p.Next(i+1, len(p.Toks), "trước") && p.InBefore(i, &p.Lists.Words.MonthBefore) {
		return DateMention{After: Lapse{"trước", 0}}, 2
	}
	if p.Toks[i].Is("năm") && i+1 < len(p.Toks) && p.Toks[i+1].Is("ngoái") {
		return DateMention{After: Lapse{"ngoái", 0}}, 2
	}
	if m, ok := p.number(i + 1); ok && m <= 12 && p.Toks[i].Is("tháng") && p.Next(i+2, len(p.Toks), "năm") && p.Next(i+3, len(p.Toks), "ngoái") {
		return DateMention{Date: record.Date{Month: m}, After: Lapse{"ngoái", 0}}, 4
	}
	if p.Toks[i].Is("hôm") && i+1 < len(p.Toks) && p.Lists.Words.NextDay.Has(p.Toks[i+1]) {
		if p.Toks[i+1].Is("sau") {
			return DateMention{After: Lapse{"ngày", 1}}, 2
		}
		return DateMention{After: Lapse{"ngày", -1}}, 2
	}
	if u := unit(i); u != "" && i+1 < len(p.Toks) && p.Lists.Words.ThatOne.Has(p.Toks[i+1]) {
		return DateMention{After: Lapse{u, 0}}, 2
	}
	return DateMention{}, 0
}

// count reads a small number in digits or in words.
func (p *Page) count(i int) int {
	if n, ok := p.number(i); ok {
		return n
	}
	if p.Toks[i].Is("một") {
		return 1
	}
	if n := ordinalWords[p.Toks[i].Fold]; n > 1 {
		return n
	}
	return 0
}

// settleAfter gives a date that hangs on another its value: the one before it in this sentence or the three
// before. Where that is not known to the unit, the date stays open.
func (p *Page) settleAfter(i int) {
	d := &p.Dates[i]
	switch day := p.Published; {
	case d.After.Unit == "nay":
		d.Date = day
		return
	case d.After.Unit == "qua" && day.Day > 0:
		d.Date = day.Plus(-1)
		return
	case d.After.Unit == "ngoái" && day.Year > 0:
		d.Date.Year = day.Year - 1
		return
	case d.After.Unit == "trước" && day.Month > 0:
		d.Date = record.Date{Year: day.Year, Month: day.Month - 1}
		if day.Month == 1 {
			d.Date = record.Date{Year: day.Year - 1, Month: 12}
		}
		return
	case d.After.Ago():
		return
	}
	for k := i - 1; k >= 0 && p.SentOf[d.I]-p.SentOf[p.Dates[k].I] <= 3; k-- {
		b := p.Dates[k]
		if b.Partial && b.Date.Year == 0 && b.Date.Day > 0 && d.After.Unit == "ngày" {
			return // "sáng 9.6, … Chiều cùng ngày": of a year that nothing tells
		}
		if b.Date.Year == 0 || p.BornThere(&b) || p.CitedThere(b.I) {
			continue
		}
		switch {
		case d.After.Unit == "năm":
			d.Date = record.Date{Year: b.Date.Year + d.After.n}
		case d.After.Unit == "tháng" && b.Date.Month > 0:
			m := b.Date.Month - 1 + d.After.n
			d.Date = record.Date{Year: b.Date.Year + m/12, Month: m%12 + 1}
		case d.After.Unit == "ngày" && b.Date.Day > 0, d.After.Unit == "khi":
			d.Date = b.Date.Plus(d.After.n)
		}
		return
	}
}
