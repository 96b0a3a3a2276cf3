package extract

import "github.com/nhiemky/nhiemky/extract/text"

// cellPeriod is what a cell, or the part of a line that is nothing but a time, says: "5/2010 - 7/2015", "từ năm 2010",
// "7/2015 - nay", "1956".
type cellPeriod struct {
	from, to Date
	on       Date // one time alone, of which nothing says that it is a begin or an end
	lasts    bool // "đến nay"
}

func (t cellPeriod) isZero() bool {
	return t.from.IsZero() && t.to.IsZero() && t.on.IsZero() && !t.lasts
}

// readPeriod reads the time that the tokens of c tell. A year that stands alone counts, for nothing else stands there.
func (p *page) readPeriod(c span) (t cellPeriod) {
	var found []Date
	from, to := false, false // a word or a dash says on which side of a range the next date stands
	for i := c.i; i < c.j; {
		tok := p.toks[i]
		if d, n := p.cellDate(i, c.j); n > 0 {
			switch {
			case to && t.to.IsZero():
				t.to = d
			case from && t.from.IsZero():
				t.from = d
			default:
				found = append(found, d)
			}
			i += n
			continue
		}
		w := &p.lists.words
		switch {
		case w.PeriodFrom.has(tok):
			from, to = true, false
		case w.PeriodTo.has(tok), tok.Is("-", "–", "—") && (len(found) > 0 || !t.from.IsZero()):
			to = true
		case tok.Is("-", "–", "—"):
			to = true // "- 1953"
		case w.PeriodNow.has(tok):
			t.lasts = true
		case tok.Is("(", "["):
			i = p.closing(i, c.j)
			continue
		case tok.Kind == text.Word && !w.TimeLead.has(tok):
			if !t.isZero() || len(found) > 0 {
				i = c.j
				continue
			}
		}
		i++
	}
	return t.settled(found, p.opensRange(c))
}

// settled is the period when the dates found stand in it without a word of their own.
func (t cellPeriod) settled(found []Date, open bool) cellPeriod {
	if len(found) == 0 {
		return t
	}
	switch {
	case t.from.IsZero() && (!t.to.IsZero() || t.lasts || open):
		t.from = found[0]
	case t.from.IsZero() && len(found) == 2 && t.to.IsZero():
		t.from, t.to = found[0], found[1]
	case t.from.IsZero() && t.to.IsZero():
		t.on = found[0]
	}
	return t
}

// opensRange reports whether a dash or "đến" ends the tokens of c: "2015 -".
func (p *page) opensRange(c span) bool {
	return c.j > c.i && (p.toks[c.j-1].Is("-", "–", "—") || p.lists.words.PeriodTo.has(p.toks[c.j-1]))
}

// closing is the token behind the bracket that opens at token i.
func (p *page) closing(i, end int) int {
	for k := i; k < end; k++ {
		if p.toks[k].Is(")", "]") {
			return k + 1
		}
	}
	return i + 1
}

// cellDate is the date at token i: one that the text gives as such, or a year alone.
func (p *page) cellDate(i, end int) (Date, int) {
	if k := p.dateFrom(i); k < len(p.dates) && p.dates[k].i == i && p.dates[k].j <= end && !p.dates[k].partial {
		return p.dates[k].date, p.dates[k].j - i
	}
	if y, ok := p.year(i); ok {
		return Date{Year: y}, 1
	}
	return Date{}, 0
}

// readPeriods reads the times that a cell tells one after the other, "2005-2010, 2010-2015": those of the last, from the
// first begin on as far as none is left out between them.
func (p *page) readPeriods(c span) (all cellPeriod) {
	from := c.i
	for k := c.i; k <= c.j; k++ {
		if k < c.j && !p.toks[k].Is(",", ";", "và") {
			continue
		}
		if t := p.readPeriod(span{from, k}); !t.isZero() {
			begin := all.from
			unbroken := !begin.IsZero() && !all.to.IsZero() && t.from.First().Compare(all.to.Last()) <= 0
			if all = t; unbroken {
				all.from = begin
			}
		}
		from = k + 1
	}
	return all
}
