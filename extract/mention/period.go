package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// CellPeriod is what a cell, or the part of a line that is nothing but a time, says: "5/2010 - 7/2015", "từ năm 2010",
// "7/2015 - nay", "1956".
type CellPeriod struct {
	From, To record.Date
	On       record.Date // one time alone, of which nothing says that it is a begin or an end
	Lasts    bool        // "đến nay"
}

// IsZero reports whether a cell told no time.
func (t CellPeriod) IsZero() bool {
	return t.From.IsZero() && t.To.IsZero() && t.On.IsZero() && !t.Lasts
}

// ReadPeriod reads the time that the tokens of c tell. A year that stands alone counts, for nothing else stands there.
func (p *Page) ReadPeriod(c document.Span) (t CellPeriod) {
	var found []record.Date
	from, to := false, false // a word or a dash says on which side of a range the next date stands
	for i := c.I; i < c.J; {
		tok := p.Toks[i]
		if d, n := p.cellDate(i, c.J); n > 0 {
			switch {
			case to && t.To.IsZero():
				t.To = d
			case from && t.From.IsZero():
				t.From = d
			default:
				found = append(found, d)
			}
			i += n
			continue
		}
		w := &p.Lists.Words
		switch {
		case w.PeriodFrom.Has(tok):
			from, to = true, false
		case w.PeriodTo.Has(tok), tok.Is("-", "–", "—") && (len(found) > 0 || !t.From.IsZero()):
			to = true
		case tok.Is("-", "–", "—"):
			to = true // "- 1953"
		case w.PeriodNow.Has(tok):
			t.Lasts = true
		case tok.Is("(", "["):
			i = p.Closing(i, c.J)
			continue
		case tok.Kind == text.Word && !w.TimeLead.Has(tok):
			if !t.IsZero() || len(found) > 0 {
				i = c.J
				continue
			}
		}
		i++
	}
	return t.settled(found, p.opensRange(c))
}

// settled is the period when the dates found stand in it without a word of their own.
func (t CellPeriod) settled(found []record.Date, open bool) CellPeriod {
	if len(found) == 0 {
		return t
	}
	switch {
	case t.From.IsZero() && (!t.To.IsZero() || t.Lasts || open):
		t.From = found[0]
	case t.From.IsZero() && len(found) == 2 && t.To.IsZero():
		t.From, t.To = found[0], found[1]
	case t.From.IsZero() && t.To.IsZero():
		t.On = found[0]
	}
	return t
}

// opensRange reports whether a dash or "đến" ends the tokens of c: "2015 -".
func (p *Page) opensRange(c document.Span) bool {
	return c.J > c.I && (p.Toks[c.J-1].Is("-", "–", "—") || p.Lists.Words.PeriodTo.Has(p.Toks[c.J-1]))
}

// Closing is the token behind the bracket that opens at token i.
func (p *Page) Closing(i, end int) int {
	for k := i; k < end; k++ {
		if p.Toks[k].Is(")", "]") {
			return k + 1
		}
	}
	return i + 1
}

// cellDate is the date at token i: one that the text gives as such, or a year alone.
func (p *Page) cellDate(i, end int) (record.Date, int) {
	if k := p.DateFrom(i); k < len(p.Dates) && p.Dates[k].I == i && p.Dates[k].J <= end && !p.Dates[k].Partial {
		return p.Dates[k].Date, p.Dates[k].J - i
	}
	if y, ok := p.Year(i); ok {
		return record.Date{Year: y}, 1
	}
	return record.Date{}, 0
}

// ReadPeriods reads the times that a cell tells one after the other, "2005-2010, 2010-2015": those of the last, from the
// first begin on as far as none is left out between them.
func (p *Page) ReadPeriods(c document.Span) (all CellPeriod) {
	from := c.I
	for k := c.I; k <= c.J; k++ {
		if k < c.J && !p.Toks[k].Is(",", ";", "và") {
			continue
		}
		if t := p.ReadPeriod(document.Span{I: from, J: k}); !t.IsZero() {
			begin := all.From
			unbroken := !begin.IsZero() && !all.To.IsZero() && t.From.First().Compare(all.To.Last()) <= 0
			if all = t; unbroken {
				all.From = begin
			}
		}
		from = k + 1
	}
	return all
}
