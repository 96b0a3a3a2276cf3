package extract

// lapse says how a date hangs on another. The zero lapse hangs on none.
type lapse struct {
	unit string // of the one before: "năm", "tháng", "ngày", or "khi" for all of it; of the document's: "nay", "qua", "ngoái"
	n    int    // how many units later
}

// relative reads a date that hangs on the one before it ("cùng ngày", "năm đó", "ba tháng sau", "khi đó", and
// "Buổi chiều," at the head of a sentence) or on the document's ("hôm nay", "sáng qua", "năm ngoái").
func (p *page) relative(i int) (dateMention, int) {
	unit := func(k int) string {
		if k < len(p.toks) && p.toks[k].Is("ngày", "tháng", "năm") {
			return p.toks[k].Fold
		}
		return ""
	}
	switch u := unit(i + 1); {
	case u != "" && p.toks[i].Is("cùng"):
		return dateMention{after: lapse{u, 0}}, 2
	case u != "" && i+2 < len(p.toks) && p.toks[i+2].Is("sau"):
		if n := p.count(i); n > 0 && u != "ngày" {
			return dateMention{after: lapse{u, n}}, 3
		}
	}
	if p.toks[i].Is("khi", "lúc") && i+1 < len(p.toks) && p.toks[i+1].Is("đó", "ấy") {
		return dateMention{after: lapse{"khi", 0}}, 2
	}
	if p.toks[i].Is("buổi") && p.toks[i].Upper() && i+2 < len(p.toks) && p.toks[i+1].Is("sáng", "chiều", "tối") && p.toks[i+2].Is(",") {
		return dateMention{after: lapse{"ngày", 0}}, 2
	}
	if p.toks[i].Is("hôm", "sáng", "chiều", "tối") && i+1 < len(p.toks) && p.toks[i+1].Is("nay", "qua") {
		return dateMention{after: lapse{p.toks[i+1].Fold, 0}}, 2
	}
	if p.toks[i].Is("năm") && i+1 < len(p.toks) && p.toks[i+1].Is("ngoái") {
		return dateMention{after: lapse{"ngoái", 0}}, 2
	}
	if m, ok := p.number(i + 1); ok && m <= 12 && p.toks[i].Is("tháng") && p.next(i+2, len(p.toks), "năm") && p.next(i+3, len(p.toks), "ngoái") {
		return dateMention{date: Date{Month: m}, after: lapse{"ngoái", 0}}, 4
	}
	if p.toks[i].Is("hôm") && i+1 < len(p.toks) && p.toks[i+1].Is("trước", "sau") {
		if p.toks[i+1].Is("sau") {
			return dateMention{after: lapse{"ngày", 1}}, 2
		}
		return dateMention{after: lapse{"ngày", -1}}, 2
	}
	if u := unit(i); u != "" && i+1 < len(p.toks) && p.toks[i+1].Is("đó", "này", "ấy") {
		return dateMention{after: lapse{u, 0}}, 2
	}
	return dateMention{}, 0
}

// count reads a small number in digits or in words.
func (p *page) count(i int) int {
	if n, ok := p.number(i); ok {
		return n
	}
	if p.toks[i].Is("một") {
		return 1
	}
	if n := ordinalWords[p.toks[i].Fold]; n > 1 {
		return n
	}
	return 0
}

// settleAfter gives a date that hangs on another its value: the one before it in this sentence or the three
// before. Where that is not known to the unit, the date stays open.
func (p *page) settleAfter(i int) {
	d := &p.dates[i]
	switch day := p.published; {
	case d.after.unit == "nay":
		d.date = day
		return
	case d.after.unit == "qua" && day.Day > 0:
		d.date = day.plus(-1)
		return
	case d.after.unit == "ngoái" && day.Year > 0:
		d.date.Year = day.Year - 1
		return
	}
	for k := i - 1; k >= 0 && p.sentOf[d.i]-p.sentOf[p.dates[k].i] <= 3; k-- {
		b := p.dates[k]
		if b.date.Year == 0 || p.bornThere(&b) || p.citedThere(b.i) {
			continue
		}
		switch {
		case d.after.unit == "năm":
			d.date = Date{Year: b.date.Year + d.after.n}
		case d.after.unit == "tháng" && b.date.Month > 0:
			m := b.date.Month - 1 + d.after.n
			d.date = Date{Year: b.date.Year + m/12, Month: m%12 + 1}
		case d.after.unit == "ngày" && b.date.Day > 0, d.after.unit == "khi":
			d.date = b.date.plus(d.after.n)
		}
		return
	}
}
